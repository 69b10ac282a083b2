"""What goes over the wire, shared by the two clients: every call as data, every answer as a model.

Pure: builds and parses, sends nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Literal, Protocol, TypedDict, TypeVar
from urllib.parse import quote as percent_encoded
from uuid import uuid4

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from equijudge import json_values
from equijudge.deadline import Deadline
from equijudge.errors import BadAnswer, BadArgument, JobCancelled, ServiceFault, refusal
from equijudge_core.contracts.errors import ProblemDetails
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.score_requests import Generation, ProblemGenerations, ScoreRequest, ScoreResponse
from equijudge_core.contracts.scores import Scores
from equijudge_core.contracts.service import ProblemSummary, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions, SetProblem, SetsRequest, SetsResponse
from equijudge_core.contracts.stats import Stats
from equijudge_core.contracts.unicode_text import is_unicode
from equijudge_core.contracts.verify import (
    Candidate,
    CheckerSpec,
    LimitOptions,
    ProblemCandidates,
    ResultLine,
    VerifyOptions,
    VerifyRequest,
    VerifyResponse,
)
from equijudge_core.judging.row_reader import quote

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

# What callers give; plain.py says what else is taken for each of these.
# A problem as a CodeContests row, or the id it was stored under.
Problem = Mapping[str, Any] | str
Batch = Iterable[tuple[Problem, Iterable[str | Candidate]]]
# A problem with a model's generations for it: texts, each with or without an id, None where it wrote nothing.
Generations = Iterable[ProblemGenerations | tuple[Problem, Iterable[str | Generation | None]]]

RESULT_LINE = TypeAdapter(ResultLine)
SET_LINE = TypeAdapter(EquivalenceSet)
CHECKERS = ("codecontests", "exact", "tokens", "float")
# What a call may take beyond the time it asks the service to wait, in seconds.
READ_TIMEOUT_S = 60.0
LONGEST_WAIT_S = 60.0  # of one call, as the service has it
# Problems per request of a listing, the most that the service gives.
PAGE = 1000
MOST_RESULTS = 10**9


class Options(TypedDict, total=False):
    """How candidates are judged, see VerifyOptions; absent means its default.

    `checker` may be a name alone, `limits` a mapping.
    """

    tests: Sequence[str]
    stop: Literal["first_failure", "never"]
    detail: Literal["verdict", "tests", "outputs"]
    limits: LimitOptions | Mapping[str, Any]
    checker: CheckerSpec | Mapping[str, Any] | str
    clusters: bool


class ScoreOptions(TypedDict, total=False):
    """How generations are judged and scored, see ScoreRequest; absent means its default."""

    tests: Sequence[str]
    limits: LimitOptions | Mapping[str, Any]
    checker: CheckerSpec | Mapping[str, Any] | str
    k: Sequence[int]
    levels: Sequence[Literal["text", "ast", "alpha", "bytecode"]]
    seed: int
    resamples: int
    confidence: float
    method: Literal["bca", "percentile"]
    subset_size: int
    subset_draws: int


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One request and how its answer is read. `patient` False: the first answer stands, whatever it is.
    `accepted`: error statuses whose body is an answer like any other.
    """

    method: str
    path: str
    parse: Callable[[httpx.Response], T]
    body: bytes | None = None
    params: Mapping[str, str] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    timeout_s: float = READ_TIMEOUT_S
    patient: bool = True
    accepted: tuple[int, ...] = ()

    def within(self, deadline: Deadline) -> Call[T]:
        """The same, no longer than there is time. Raises TimeIsUp."""
        return self if deadline.endless else replace(self, timeout_s=deadline.bound(self.timeout_s))

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of httpx's `request` and `stream`."""
        headers = {"content-type": "application/json"} if self.body is not None else {}
        return {
            "method": self.method,
            "url": self.path,
            "content": self.body,
            "params": self.params,
            "headers": {**headers, **self.headers},
            "timeout": httpx.Timeout(self.timeout_s, connect=min(5.0, self.timeout_s), pool=None),
        }


def judge_options(options: Options) -> VerifyOptions:
    """Keyword options as the model; raises BadArgument for wrong ones."""
    with json_values.named():
        return VerifyOptions.model_validate(_fields(options))


def verify_request(batch: Batch, options: VerifyOptions, wait_s: float) -> VerifyRequest:
    """The body of `POST /verify`; raises BadArgument for an empty batch or an empty candidate list."""
    entries = json_values.entries(batch, "problems")
    problems = tuple(_problem_candidates(entry, f"problems[{number}]") for number, entry in enumerate(entries))
    with json_values.named():
        return VerifyRequest(problems=problems, wait=wait_s, **dict(options))


def score_request(generations: Generations, options: ScoreOptions, wait_s: float) -> ScoreRequest:
    """The body of `POST /score-generations`; raises BadArgument for wrong options, or when something is empty."""
    entries = (
        generations.items()
        if isinstance(generations, Mapping)
        else json_values.many(generations, "problems", "problem")
    )
    problems = tuple(json_values.generations(entry, f"problems[{number}]") for number, entry in enumerate(entries))
    with json_values.named():
        return ScoreRequest.model_validate({"problems": problems, "wait": wait_s, **_fields(options)})


def score(request: ScoreRequest, idempotency_key: str) -> Call[ScoreResponse]:
    """Judge and score generations; one job, however often the call is sent."""
    body, headers = as_json(request), keyed(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "score-generations", decoded_as(ScoreResponse), body=body, headers=headers, timeout_s=timeout_s)


def scores(job_id: str, wait_s: float) -> Call[ScoreResponse]:
    """The scores of a job of generations, as soon as it is over or the time is."""
    if isinstance(wait_s, bool) or not isinstance(wait_s, int | float) or not 0 <= wait_s <= LONGEST_WAIT_S:
        raise BadArgument(f"wait_s: must be a number of seconds, at most {LONGEST_WAIT_S:g}, not {quote(wait_s)}")
    path, params = f"jobs/{segment(job_id)}/scores", {"wait": str(wait_s)}
    return Call("GET", path, decoded_as(ScoreResponse), params=params, timeout_s=wait_s + READ_TIMEOUT_S)


def scores_of(answer: ScoreResponse) -> Scores:
    """The scores of a job that is over. Raises JobCancelled, and ServiceFault when there are none by our fault."""
    if answer.state is JobState.CANCELLED:
        raise JobCancelled(f"job {answer.job_id} was cancelled: it has no scores")
    if answer.scores is None:
        reason = answer.fault or "the service gave none"
        details = ProblemDetails(title="no scores", status=500, detail=f"job {answer.job_id} has no scores: {reason}")
        raise ServiceFault(details)
    return answer.scores


def verify(request: VerifyRequest, idempotency_key: str) -> Call[VerifyResponse]:
    """Judge candidates; answers within `request.wait` seconds, with the results or a running job.

    However often the call is sent, it is one job: the first time starts it, the others find it.
    """
    body, headers = as_json(request), keyed(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "verify", decoded_as(VerifyResponse), body=body, headers=headers, timeout_s=timeout_s)


def sets_request(rows: Iterable[Mapping[str, Any]], options: SetOptions | None, wait_s: float) -> SetsRequest:
    """The body of `POST /equivalence-sets` for rows with their solutions; raises BadArgument for none."""
    chosen = SetOptions() if options is None else json_values.made(SetOptions, options, "options")
    given = list(json_values.rows(rows, "problems"))
    with json_values.named():
        problems = tuple(SetProblem(problem=row) for row in given)
        return SetsRequest(problems=problems, wait=wait_s, **dict(chosen))


def equivalence_sets(request: SetsRequest, idempotency_key: str | None) -> Call[SetsResponse]:
    """Make sets; answers and repeats as `verify`."""
    body, headers = as_json(request), keyed(idempotency_key)
    timeout_s = request.wait + READ_TIMEOUT_S
    return Call("POST", "equivalence-sets", decoded_as(SetsResponse), body=body, headers=headers, timeout_s=timeout_s)


def job(job_id: str) -> Call[JobStatus]:
    """A job's counts and state."""
    return Call("GET", f"jobs/{segment(job_id)}", decoded_as(JobStatus))


def cancel(job_id: str) -> Call[None]:
    """Stop a job; candidates that have no verdict yet get none."""
    return Call("DELETE", f"jobs/{segment(job_id)}", nothing)


def withdraw(idempotency_key: str) -> Call[None]:
    """Stop the job that a key stands for, whether its request has been accepted or is still on its way."""
    return Call("DELETE", "jobs", nothing, headers={"idempotency-key": idempotency_key})


def limits() -> Call[ServiceLimits]:
    """How much one request may hold."""
    return Call("GET", "limits", decoded_as(ServiceLimits))


def put_problems(rows: Iterable[Mapping[str, Any]]) -> Call[list[ProblemSummary]]:
    """Store problems, all or none; answers in the order of the rows."""
    body = in_utf8({"problems": list(json_values.rows(rows, "problems"))})
    return Call("PUT", "problems", _summaries, body=body)


def problem(problem_id: str) -> Call[dict[str, Any]]:
    """A stored problem."""
    return Call("GET", f"problems/{segment(problem_id)}", _row)


def problems(offset: int) -> Call[list[ProblemSummary]]:
    """PAGE stored problems, from the `offset`-th on; none behind the last."""
    return Call("GET", "problems", _summaries, params={"offset": str(offset), "limit": str(PAGE)})


def ready() -> Call[dict[str, Any]]:
    """Which parts work. A 503 says so too."""
    return Call("GET", "readyz", _object, timeout_s=10.0, patient=False, accepted=(503,))


def stats() -> Call[Stats]:
    """The service at a glance. Whoever asks asks again soon."""
    return Call("GET", "stats", decoded_as(Stats), timeout_s=5.0, patient=False)


def offset_of(value: int) -> int:
    """Where to go on in a job's results. Raises BadArgument."""
    if type(value) is not int or not 0 <= value <= MOST_RESULTS:
        raise BadArgument(f"offset: must be a whole number from 0 to {MOST_RESULTS}, not {quote(value)}")
    return value


class Indexed(Protocol):
    """A line of results."""

    @property
    def index(self) -> int:
        """Its place in the request."""


L = TypeVar("L", bound=Indexed)


def in_order(results: list[L], job: JobStatus) -> list[L]:
    """All results of a job in request order; raises JobCancelled when some never came."""
    if len(results) < job.candidates:
        raise JobCancelled(f"job {job.job_id} was cancelled: {len(results)} of {job.candidates} results")
    return sorted(results, key=lambda result: result.index)


def raise_for_status(response: httpx.Response) -> None:
    """Raise the error that the status stands for, with the problem document that came with it."""
    if response.is_success:
        return
    raise refusal(_details(response))


def _details(response: httpx.Response) -> ProblemDetails:
    try:
        return ProblemDetails.model_validate_json(response.content)
    except ValidationError:
        title = f"HTTP {response.status_code} {response.reason_phrase}".strip()
        return ProblemDetails(title=title, status=response.status_code, detail=_glimpse(title, response))


def _glimpse(title: str, response: httpx.Response) -> str:
    text = " ".join(response.text[:400].split())
    return f"{title}: {text}" if text else title


def as_json(request: BaseModel) -> bytes:
    """A request's body. A lone surrogate, which a row may have, goes as JSON's escape for it."""
    try:
        return request.model_dump_json(by_alias=True, exclude_defaults=True).encode()
    except PydanticSerializationError:
        return in_utf8(request.model_dump(mode="python", by_alias=True, exclude_defaults=True))


def in_utf8(value: Any) -> bytes:
    """Plain values as JSON: no longer than need be, and escaped where it holds what has no UTF-8."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def keyed(idempotency_key: str | None) -> dict[str, str]:
    """The header that makes a repeated call find what the first one began; None: of this call alone.
    Raises BadArgument."""
    key = uuid4().hex if idempotency_key is None else idempotency_key
    if not isinstance(key, str) or not 1 <= len(key) <= 255 or not all("!" <= each <= "~" for each in key):
        raise BadArgument("idempotency_key: must be a text of 1 to 255 visible ASCII characters")
    return {"idempotency-key": key}


def _fields(options: Options | ScoreOptions) -> dict[str, Any]:
    """Options as JSON has them; a set of names is as good as a list."""
    fields = {
        name: list(value) if isinstance(value, Set) else json_values.plain(value, name)
        for name, value in options.items()
    }
    if isinstance(fields.get("checker"), str):
        fields["checker"] = {"name": fields["checker"]}
    return fields


def _problem_candidates(entry: Any, field: str) -> ProblemCandidates:
    problem, programs = json_values.pair(entry, field, "(problem, candidates)")
    name = {"problem_id" if isinstance(problem, str) else "problem": problem}
    candidates = json_values.candidates(programs, f"{field}.candidates")
    with json_values.named(field):
        return ProblemCandidates(candidates=candidates, **name)


def decoded_as(model: type[M]) -> Callable[[httpx.Response], M]:
    """How an answer that is this model is read."""
    return lambda response: decoded(TypeAdapter(model), response.content)


def nothing(response: httpx.Response) -> None:
    """An answer without a body."""


_SUMMARIES: TypeAdapter[list[ProblemSummary]] = TypeAdapter(list[ProblemSummary])
_OBJECT: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def _summaries(response: httpx.Response) -> list[ProblemSummary]:
    value = decoded(_OBJECT, response.content).get("problems")
    try:
        return _SUMMARIES.validate_python(value)
    except ValidationError as error:
        raise _bad_answer(error) from error


def _object(response: httpx.Response) -> dict[str, Any]:
    return decoded(_OBJECT, response.content)


def _row(response: httpx.Response) -> dict[str, Any]:
    """A problem's row, which may hold lone surrogates: pydantic does not read them, JSON does."""
    try:
        value = json.loads(response.content)
    except ValueError:
        return _object(response)
    if not isinstance(value, dict):
        return _object(response)
    return value


def decoded(adapter: TypeAdapter[T], content: bytes | str) -> T:
    """JSON as the adapter's type; raises BadAnswer naming what does not fit."""
    try:
        return adapter.validate_json(content)
    except ValidationError as error:
        raise _bad_answer(error) from error


def _bad_answer(error: ValidationError) -> BadAnswer:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"])) or "the body"
    return BadAnswer(
        f"the answer is not what this version of the client expects ({place}: {first['msg']}); "
        "is this an equijudge service of the same version?"
    )


def segment(identifier: str) -> str:
    """An id as one path segment: nothing in it may reach another path. Raises BadArgument for what is no id."""
    if not isinstance(identifier, str) or not identifier or not is_unicode(identifier):
        shown = ascii(identifier[:60]) if isinstance(identifier, str) else f"a {type(identifier).__name__}"
        raise BadArgument(f"id: must be a text of at least 1 character, not {shown}")
    return percent_encoded(identifier, safe="") if identifier.strip(".") else identifier.replace(".", "%2E")
