"""Split a request that is more than the service takes at once, and put the answers to its parts back into one. No I/O.

A request is a row of units that cannot be cut (a candidate, a problem), a part a stretch of them. Results and faults
of a part are renumbered: what the caller sees is about the request that the caller made. The limits are the service's
(`GET /limits`); one that does not tell them, and limits that cannot be counted here (results of single tests), are met
by halves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Any, Generic, Protocol, TypeVar

from equijudge import endpoints, execute_endpoints, http_calls, json_conversion
from equijudge.errors import Invalid
from equijudge_core.contracts.errors import FieldError, ProblemDetails
from equijudge_core.contracts.execute import ExecuteRequest, ExecuteResponse, ExecutionLine
from equijudge_core.contracts.service import ProblemSummary, ServiceLimits
from equijudge_core.contracts.sets import EquivalenceSet, SetsRequest, SetsResponse
from equijudge_core.contracts.verify import ProblemCandidates, ResultLine, VerifyRequest, VerifyResponse

A = TypeVar("A")
L = TypeVar("L")
ASK_ABOVE_BYTES = 64 << 10  # a longer body is not sent before the service has said what it takes
HEAD_BYTES = 256  # of a body beside units, options and problems
TOO_LARGE = 413
# What a refusal names when the request as a whole holds too much, by the field's name in its problem document.
OF_THE_WHOLE = frozenset(
    {"body", "problems", "problems[].candidates", "problems[].solutions", "detail", "programs", "programs[].inputs"}
)
_PROGRAM = re.compile(r"^programs\[(\d+)\]")
_PROBLEM = re.compile(r"^problems\[(\d+)\](?:\.candidates\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Unit:
    """What cannot be cut: its own bytes and candidates, and the problem that is sent along once in a part."""

    size: int
    candidates: int
    problem: int
    problem_size: int = 0


class Splittable(Protocol[A, L]):
    """A whole request that can be split."""

    def __len__(self) -> int:
        """How many units it has."""

    @property
    def units(self) -> Sequence[Unit]:
        """What each unit takes."""

    @property
    def problems(self) -> int:
        """How many problems it has."""

    @property
    def candidates(self) -> int:
        """How many candidates, as far as that is known here."""

    def call(self, start: int, stop: int, key: str, wait_s: float) -> http_calls.Call[A]:
        """Build the request for a stretch of units."""

    def renumber(self, start: int, line: L) -> L:
        """Give a result of a stretch its numbers in the whole."""

    def renumber_field(self, start: int, field: str) -> str:
        """Give a field of a stretch its name in the whole."""


@dataclass(frozen=True, slots=True)
class RequestPart(Generic[A, L]):
    """A stretch of a whole request."""

    whole: Splittable[A, L]
    start: int
    stop: int

    def call(self, key: str, wait_s: float) -> http_calls.Call[A]:
        """Build its request."""
        return self.whole.call(self.start, self.stop, key, wait_s)

    def renumber(self, line: L) -> L:
        """Give a result of it its numbers in the whole."""
        return self.whole.renumber(self.start, line)

    def fit(self, limits: ServiceLimits) -> list[RequestPart[A, L]]:
        """Cut it so that each part is within the limits, unless one unit alone is more."""
        units = self.whole.units[self.start : self.stop]
        cuts = [self.start + cut for cut in cut_points(units, limits)]
        return [RequestPart(self.whole, start, stop) for start, stop in pairwise(cuts)]

    def check_divisible(self, refused: Invalid) -> None:
        """Raise the refusal of this part, in terms of the whole, unless the part is too large and can be cut."""
        faults = [each for each in refused.details.errors if each.field not in OF_THE_WHOLE]
        holds_too_much = refused.status == TOO_LARGE or len(faults) < len(refused.details.errors)
        if faults or not holds_too_much or self.stop - self.start <= 1:
            raise self._renumber_refusal(refused, faults) from refused

    def split(self, limits: ServiceLimits | None) -> list[RequestPart[A, L]]:
        """Cut it into smaller parts, since it is too large: as the limits say, else into halves."""
        pieces = [] if limits is None else self.fit(limits)
        if len(pieces) > 1:
            return pieces
        middle = (self.start + self.stop) // 2
        return [RequestPart(self.whole, self.start, middle), RequestPart(self.whole, middle, self.stop)]

    def _renumber_refusal(self, refused: Invalid, faults: Sequence[FieldError]) -> Invalid:
        if (self.start, self.stop) == (0, len(self.whole)) and not faults:
            return refused
        place = self.whole.renumber_field
        of_parts = [each.model_copy(update={"field": place(self.start, each.field)}) for each in faults]
        of_one = [  # which holds too much by itself
            each.model_copy(update={"field": f"{place(self.start, '')} ({each.field})"})
            for each in refused.details.errors
        ]
        return Invalid(refused.details.model_copy(update={"errors": tuple(of_parts or of_one)}))


def whole_part(whole: Splittable[A, L]) -> RequestPart[A, L]:
    """The part that is the whole request."""
    return RequestPart(whole, 0, len(whole))


def split_request(whole: Splittable[A, L], size: int, limits: ServiceLimits) -> list[RequestPart[A, L]]:
    """Cut a request whose body has `size` bytes into parts that the service takes."""
    fits = size <= limits.body_bytes and whole.problems <= limits.problems and whole.candidates <= limits.candidates
    return [whole_part(whole)] if fits else whole_part(whole).fit(limits)


def cut_points(units: Sequence[Unit], limits: ServiceLimits) -> list[int]:
    """Where parts begin and end: each as long as the limits allow, and at least one unit long."""
    cuts, size, candidates, problems, problem = [0], HEAD_BYTES, 0, 0, -1
    for at, unit in enumerate(units):
        new = unit.problem != problem
        after = size + unit.size + new * unit.problem_size
        fits = (
            after <= limits.body_bytes
            and candidates + unit.candidates <= limits.candidates
            and problems + new <= limits.problems
        )
        if not fits and at > cuts[-1]:
            cuts.append(at)
            size, candidates, problems, new = HEAD_BYTES, 0, 0, True
        size += unit.size + new * unit.problem_size
        candidates, problems, problem = candidates + unit.candidates, problems + new, unit.problem
    return [*cuts, len(units)]


def too_large_error(size: int, limits: ServiceLimits) -> Invalid:
    """Build the refusal of a body that cannot be cut. It is not even sent, since the service would cut off the
    connection."""
    fault = FieldError(field="body", problem=f"{size} bytes", limit=f"at most {limits.body_bytes} bytes")
    detail = "the request's body is too large, and cannot be sent in parts"
    return Invalid(ProblemDetails(title="Content Too Large", status=TOO_LARGE, detail=detail, errors=(fault,)))


class SplittableVerify:
    """`POST /verify`, cut between candidates: a problem is sent with each part that has candidates of it."""

    def __init__(self, request: VerifyRequest) -> None:
        self._request = request
        self._starts = [0, *accumulate(len(entry.candidates) for entry in request.problems)]

    def __len__(self) -> int:
        """Candidates."""
        return self._starts[-1]

    @property
    def problems(self) -> int:
        """See Splittable."""
        return len(self._request.problems)

    @property
    def candidates(self) -> int:
        """See Splittable."""
        return len(self)

    @cached_property
    def units(self) -> Sequence[Unit]:
        """See Splittable."""
        return list(self._units())

    def _units(self) -> Iterator[Unit]:
        options = self._request.model_copy(update={"problems": ()})
        head = len(options.model_dump_json(exclude_defaults=True))
        for position, entry in enumerate(self._request.problems):
            alone = entry.model_copy(update={"candidates": ()})
            size = head + len(alone.model_dump_json(exclude_defaults=True).encode())
            for candidate in entry.candidates:
                yield Unit(len(candidate.model_dump_json(exclude_defaults=True).encode()) + 1, 1, position, size)

    def call(self, start: int, stop: int, key: str, wait_s: float) -> http_calls.Call[VerifyResponse]:
        """See Splittable."""
        problems = tuple(self._stretch(start, stop)) if stop - start < len(self) else self._request.problems
        return endpoints.verify(self._request.model_copy(update={"problems": problems, "wait": wait_s}), key)

    def renumber(self, start: int, line: ResultLine) -> ResultLine:
        """See Splittable."""
        if not start:
            return line
        problem, candidate = self._at(start + line.index)
        return line.model_copy(update={"index": start + line.index, "problem": problem, "candidate": candidate})

    def renumber_field(self, start: int, field: str) -> str:
        """See Splittable."""
        first, skipped = self._at(start)
        if not field:
            return f"problems[{first}].candidates[{skipped}]"

        def renumber(match: re.Match[str]) -> str:
            problem, candidate = int(match[1]), match[2]
            if candidate is None:
                return f"problems[{first + problem}]"
            return f"problems[{first + problem}].candidates[{int(candidate) + (0 if problem else skipped)}]"

        return _PROBLEM.sub(renumber, field)

    def _at(self, index: int) -> tuple[int, int]:
        problem = bisect_right(self._starts, index) - 1
        return problem, index - self._starts[problem]

    def _stretch(self, start: int, stop: int) -> Iterator[ProblemCandidates]:
        for entry, first in zip(self._request.problems, self._starts, strict=False):
            chosen = entry.candidates[max(0, start - first) : max(0, stop - first)]
            if chosen:
                yield entry.model_copy(update={"candidates": chosen})


class SplittableExecute:
    """`POST /execute`, cut between programs."""

    def __init__(self, request: ExecuteRequest) -> None:
        self._request = request

    def __len__(self) -> int:
        """Programs."""
        return len(self._request.programs)

    @property
    def problems(self) -> int:
        """See Splittable: there are none."""
        return 0

    @property
    def candidates(self) -> int:
        """See Splittable."""
        return len(self)

    @cached_property
    def units(self) -> Sequence[Unit]:
        """See Splittable. They are of one problem, as it were."""
        return [Unit(len(http_calls.encode_model(each)) + 1, 1, -1) for each in self._request.programs]

    def call(self, start: int, stop: int, key: str, wait_s: float) -> http_calls.Call[ExecuteResponse]:
        """See Splittable."""
        programs = self._request.programs[start:stop]
        request = self._request.model_copy(update={"programs": programs, "wait": wait_s})
        return execute_endpoints.execute(request, key)

    def renumber(self, start: int, line: ExecutionLine) -> ExecutionLine:
        """See Splittable."""
        return line.model_copy(update={"index": start + line.index}) if start else line

    def renumber_field(self, start: int, field: str) -> str:
        """See Splittable."""
        if not field:
            return f"programs[{start}]"
        return _PROGRAM.sub(lambda match: f"programs[{start + int(match[1])}]", field)


class SplittableSets:
    """`POST /equivalence-sets`, cut between problems."""

    def __init__(self, request: SetsRequest) -> None:
        self._request = request

    def __len__(self) -> int:
        """Problems."""
        return len(self._request.problems)

    @cached_property
    def units(self) -> Sequence[Unit]:
        """See Splittable."""
        problems = range(len(self))
        return [Unit(len(self.call(at, at + 1, "-", 0.0).body or b""), 0, at) for at in problems]

    def call(self, start: int, stop: int, key: str, wait_s: float) -> http_calls.Call[SetsResponse]:
        """See Splittable."""
        problems = self._request.problems[start:stop]
        return endpoints.equivalence_sets(self._request.model_copy(update={"problems": problems, "wait": wait_s}), key)

    def renumber(self, start: int, line: EquivalenceSet) -> EquivalenceSet:
        """See Splittable."""
        return line.model_copy(update={"index": start + line.index}) if start else line

    @property
    def problems(self) -> int:
        """See Splittable."""
        return len(self)

    @property
    def candidates(self) -> int:
        """See Splittable: how many of the programs are Python 3 is for the service to say."""
        return 0

    def renumber_field(self, start: int, field: str) -> str:
        """See Splittable."""
        return _renumber_problem(start, field)


class SplittablePut:
    """`PUT /problems`, cut between rows."""

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self._rows = list(json_conversion.to_rows(rows, "problems"))

    def __len__(self) -> int:
        """Rows."""
        return len(self._rows)

    @cached_property
    def units(self) -> Sequence[Unit]:
        """See Splittable."""
        return [Unit(len(self.call(at, at + 1).body or b""), 0, at) for at in range(len(self))]

    def call(self, start: int, stop: int, key: str = "", wait_s: float = 0.0) -> http_calls.Call[list[ProblemSummary]]:
        """See Splittable; the same rows again are the same problems, so there is no key."""
        return endpoints.put_problems(self._rows[start:stop])

    @property
    def problems(self) -> int:
        """See Splittable."""
        return len(self)

    @property
    def candidates(self) -> int:
        """See Splittable."""
        return 0

    def renumber(self, start: int, line: ProblemSummary) -> ProblemSummary:
        """See Splittable."""
        return line

    def renumber_field(self, start: int, field: str) -> str:
        """See Splittable."""
        return _renumber_problem(start, field)


def _renumber_problem(start: int, field: str) -> str:
    if not field:
        return f"problems[{start}]"
    return _PROBLEM.sub(lambda match: f"problems[{start + int(match[1])}]" + match[0].partition("]")[2], field)
