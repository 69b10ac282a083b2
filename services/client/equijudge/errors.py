"""What the client raises. A candidate that fails is a result, never an error.

EquijudgeError         of equijudge_core, base of all of ours
 ├─ Unreachable        no answer although tried again: refused, dropped or timed out
 ├─ Refused            the service said no; `.details` is its problem document
 │   ├─ Invalid        400, 409, 413, 422 …: the request is wrong; `.details.errors` names field and limit
 │   ├─ Unauthorized   401, 403: no key, or a wrong one
 │   ├─ NotFound       404: no such problem or job, or it has expired
 │   ├─ Busy           429, 503 until the retries were spent: the queue is full or a part is away
 │   └─ ServiceFault   any other 5xx: a bug or a broken proxy
 ├─ BadAnswer          an answer that is not what the contract says: another version, or not an equijudge
 ├─ JobCancelled       somebody cancelled the job whose results were waited for
 ├─ JobTimedOut        the caller's `timeout` was over before the job was; a TimeoutError too
 ├─ BadArgument        a URL, an argument or a file that cannot be used; a ValueError too
 │   └─ MissingExtra   packages of an extra that is needed are not installed
 └─ EmbeddedError      the embedded judge does not start or has stopped: the part, the reason, its log
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.errors import EquijudgeError

__all__ = [
    "BadAnswer",
    "BadArgument",
    "Busy",
    "EmbeddedError",
    "EquijudgeError",
    "Invalid",
    "JobCancelled",
    "JobTimedOut",
    "MissingExtra",
    "NotFound",
    "Refused",
    "ServiceFault",
    "Unauthorized",
    "Unreachable",
    "naming_fields_as",
    "one_problem",
    "refusal",
]


OF_ONE = "problems[0]."


class Unreachable(EquijudgeError):
    """No answer within the retries; the last transport error is the cause."""


class Refused(EquijudgeError):
    """The service answered with an error. `details` is its problem document, or one made from the status."""

    def __init__(self, details: ProblemDetails) -> None:
        super().__init__(_describe(details))
        self.details = details

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.details.status


class Invalid(Refused):
    """The request is wrong and would be refused again."""


class Unauthorized(Refused):
    """The key is missing or wrong."""


class NotFound(Refused):
    """There is no such problem or job, or it has expired."""


class Busy(Refused):
    """The queue is full or a part is away; worth trying later."""


class ServiceFault(Refused):
    """The service failed."""


class BadAnswer(EquijudgeError):
    """The answer does not parse as the contract says."""


class JobCancelled(EquijudgeError):
    """The job was cancelled before all of its results were in."""


class JobTimedOut(EquijudgeError, TimeoutError):
    """The caller's `timeout` was over. `job_ids`: the jobs that were under way, none when no answer told their ids.

    The text names them and says what became of them.
    """

    def __init__(self, text: str, job_ids: tuple[str, ...] = ()) -> None:
        super().__init__(text)
        self.job_ids = job_ids


class BadArgument(EquijudgeError, ValueError):
    """A file or an argument that cannot be used: the text says which, where and why."""


class MissingExtra(BadArgument):
    """Packages are not installed; the text names the extra that brings them."""

    def __init__(self, missing: str, extras: str) -> None:
        super().__init__(f"this needs equijudge[{extras}]: pip install 'equijudge[{extras}]' (missing: {missing})")


class EmbeddedError(EquijudgeError):
    """The embedded judge cannot start or has stopped."""


def refusal(details: ProblemDetails) -> Refused:
    """Choose the error that a status stands for."""
    if details.status in (401, 403):
        return Unauthorized(details)
    if details.status == 404:
        return NotFound(details)
    if details.status in (429, 503):
        return Busy(details)
    return ServiceFault(details) if details.status >= 500 else Invalid(details)


@contextmanager
def naming_fields_as(names: Mapping[str, str]) -> Iterator[None]:
    """Give fields of a refusal other names: what begins with a key of `names` begins with its value."""
    try:
        yield
    except Invalid as error:
        renamed = tuple(each.model_copy(update={"field": _rename(each.field, names)}) for each in error.details.errors)
        raise Invalid(error.details.model_copy(update={"errors": renamed})) from None


@contextmanager
def one_problem() -> Iterator[None]:
    """Name the arguments of a call about one problem: `candidates[3]`, not `problems[0].candidates[3]`."""
    try:
        with naming_fields_as({"problems[0].problem_id": "problem", "problems[0]": ""}):
            yield
    except BadArgument as error:
        if type(error) is not BadArgument or OF_ONE not in str(error):
            raise
        raise BadArgument(str(error).replace(OF_ONE, "")) from None


def _rename(field: str, names: Mapping[str, str]) -> str:
    for beginning, name in names.items():
        rest = field.removeprefix(beginning)
        if field.startswith(beginning) and rest[:1] in ("", ".", "[", " "):  # the whole word, not problem of problem_id
            return (f"{name}{rest}" if name else rest.removeprefix(".")) or field
    return field


def _describe(details: ProblemDetails) -> str:
    lines = [details.detail or details.title]
    for error in details.errors:
        limit = f" (limit: {error.limit})" if error.limit else ""
        lines.append(f"  {error.field}: {error.problem}{limit}")
    return "\n".join(lines)
