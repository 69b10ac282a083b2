"""What cannot be asked of a problem in which a candidate's function is called. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from equijudge_core.contracts.calls import INTERPRETED
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import Candidate


def call_errors(
    problem: ProblemSummary, checker: CheckerSpec | None, candidates: Sequence[Candidate], place: str
) -> Iterator[FieldError]:
    """Faults of a request about this problem, whose entry is at `place`. Languages are under their canonical names."""
    if not problem.calls:
        return
    if checker is not None:
        fault = f"{place} calls the function {problem.calls}, whose values have a comparison of their own"
        yield FieldError(field="checker", problem=fault, limit="null")
    for number, candidate in enumerate(candidates):
        if not problem.can_be_in(candidate.language):
            fault = f"the function {problem.calls} is called, which cannot be done in {candidate.language}"
            limit = f"one of {', '.join(problem.called_in or INTERPRETED)}"
            yield FieldError(field=f"{place}.candidates[{number}].language", problem=fault, limit=limit)
