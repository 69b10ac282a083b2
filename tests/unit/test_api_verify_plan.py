"""From a request to chunks: sizes, order, and what is refused before anything is stored."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_api.planning import splitting, verify_plan
from equijudge_api.settings import Settings
from equijudge_core.contracts.chunks import CandidatesChunk
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import TestSet, VerifyRequest
from equijudge_core.errors import BadInput

SETTINGS = Settings(redis_url="redis://", max_candidates=5000, max_backlog=5000)


def summary(tests: int, problem_id: str = "p1") -> ProblemSummary:
    counts = {TestSet.PUBLIC: 0, TestSet.PRIVATE: tests, TestSet.GENERATED: 0}
    return ProblemSummary(problem_id=problem_id, name="x", tests=counts, time_limit_s=1, memory_limit_bytes=0)


def request(*candidates: int, **options: Any) -> VerifyRequest:
    """So many candidates of p1, so many of p2 …"""
    problems = [
        {"problem_id": f"p{number + 1}", "candidates": [{"source": f"{number}.{n}"} for n in range(count)]}
        for number, count in enumerate(candidates)
    ]
    return VerifyRequest.model_validate({"problems": problems, **options})


def chunks(tests: int, *candidates: int, slots: int = 1) -> list[CandidatesChunk]:
    problems = [summary(tests, f"p{number + 1}") for number in range(len(candidates))]
    return verify_plan.split_into_chunks("job", request(*candidates), problems, slots)


def errors(asked: VerifyRequest, tests: int = 3) -> list[FieldError]:
    with pytest.raises(BadInput) as caught:
        verify_plan.check_request(asked, {"p1": summary(tests)}, SETTINGS)
    return caught.value.errors


def sizes(made: list[CandidatesChunk]) -> list[int]:
    return [len(chunk.items) for chunk in made]


def test_a_chunk_takes_about_a_second() -> None:
    """20 tests at 3 ms and 15 ms for the candidate are 75 ms: 14 of them pass a second."""
    assert sizes(chunks(20, 200)) == [14] * 14 + [4]


def test_a_candidate_that_takes_longer_than_a_second_is_alone() -> None:
    assert sizes(chunks(1000, 3)) == [1, 1, 1]


def test_a_chunk_has_at_most_64_candidates() -> None:
    assert max(sizes(chunks(1, 5000))) == 56  # 18 ms each
    assert splitting.CHUNK_CANDIDATES == 64


def test_a_small_batch_is_spread_over_the_workers() -> None:
    assert sizes(chunks(20, 32, slots=1)) == [4] * 8
    assert len(chunks(20, 32, slots=16)) == 32


def test_problems_stay_together_and_candidates_keep_their_places() -> None:
    items = [item for chunk in chunks(1, 3, 2) for item in chunk.items]
    assert [(item.index, item.problem, item.candidate, item.problem_id) for item in items] == [
        (0, 0, 0, "p1"),
        (1, 0, 1, "p1"),
        (2, 0, 2, "p1"),
        (3, 1, 0, "p2"),
        (4, 1, 1, "p2"),
    ]


def test_all_faults_are_named_at_once() -> None:
    asked = VerifyRequest.model_validate(
        {
            "problems": [
                {"problem_id": "p1", "candidates": [{"source": "", "language": "cobol"}]},
                {"problem_id": "p9", "candidates": [{"source": "x" * 70_000}]},
            ],
            "limits": {"memory_limit_bytes": 60 << 30},
        }
    )
    assert [error.field for error in errors(asked)] == [
        "limits.memory_limit_bytes",
        "problems[0].candidates[0].language",
        "problems[1].problem_id",
        "problems[1].candidates[0].source",
    ]


def test_a_request_that_could_never_be_accepted_is_not_told_to_wait() -> None:
    (error,) = errors(request(5001))
    assert (error.problem, error.limit) == ("5001 candidates", "at most 5000 in one request")


@pytest.mark.parametrize(("detail", "limit"), [("tests", 1_000_000), ("outputs", 20_000)])
def test_detail_that_could_not_be_kept_is_refused(detail: str, limit: int) -> None:
    (error,) = errors(request(1001, detail=detail), tests=1000)
    assert (error.field, error.limit) == ("detail", f"at most {limit}")
    assert verify_plan.check_request(request(1001), {"p1": summary(1000)}, SETTINGS)


def test_tests_that_were_not_asked_for_do_not_count() -> None:
    (error,) = errors(request(1, tests=["public"]))
    assert error.problem == "problems[0] has no test in the sets asked for (public)"
