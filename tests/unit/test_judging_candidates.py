"""From the tests' results to the candidate's: the first failure decides, and nothing is accepted unseen."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    CandidateResult,
    Detail,
    Environment,
    FirstDifference,
    TestResult,
)
from equijudge_core.errors import IncompleteRun
from equijudge_core.judging.decisions import combine_results, internal_error

LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=100, output_limit_bytes=100)
ENVIRONMENT = Environment(
    driver="local", isolation="recycled", image_digest="", runner_version="1", language_version="3.11"
)


@dataclass(frozen=True)
class Compiled:
    ok: bool = True
    message: str = ""


def result(number: int, verdict: Verdict = Verdict.AC, *, loose: bool = False) -> TestResult:
    return TestResult(
        test=f"public/{number}",
        verdict=verdict,
        reason="" if verdict in (Verdict.AC, Verdict.WA) else "why",
        cpu_time_s=number + 0.5,
        wall_time_s=number + 0.75,
        memory_peak_bytes=10 * number,
        loose=loose,
        difference=FirstDifference(line=1, expected="7", got="8") if verdict == Verdict.WA else None,
        output="8",
        stderr="oops",
    )


def combined(
    *results: TestResult,
    total: int = 3,
    detail: Detail = Detail.VERDICT,
    compiled: Compiled = Compiled(),
) -> CandidateResult:
    return combine_results(
        results,
        tests_total=total,
        limits=LIMITS,
        compiled=compiled,
        detail=detail,
        environment=ENVIRONMENT,
        attempts=2,
    )


def test_all_tests_accepted_is_accepted() -> None:
    whole = combined(result(0), result(1), result(2))

    assert (whole.verdict, whole.tests_run, whole.tests_total) == (Verdict.AC, 3, 3)
    assert (whole.first_failure, whole.limits, whole.environment) == (None, LIMITS, ENVIRONMENT)


def test_measures_are_the_largest_of_the_tests() -> None:
    whole = combined(result(2), result(0), result(1))

    assert (whole.cpu_time_s, whole.wall_time_s, whole.memory_peak_bytes) == (2.5, 2.75, 20)
    assert whole.attempts == 2


def test_the_first_failing_test_decides() -> None:
    whole = combined(result(0), result(1, Verdict.TLE), result(2, Verdict.WA))

    assert (whole.verdict, whole.reason) == (Verdict.TLE, "why")
    assert whole.first_failure is not None
    assert whole.first_failure.test == "public/1"


def test_a_failure_decides_before_all_tests_have_run() -> None:
    whole = combined(result(0), result(1, Verdict.WA), total=100)

    assert (whole.verdict, whole.tests_run, whole.tests_total) == (Verdict.WA, 2, 100)


@pytest.mark.parametrize(("results", "total"), [([], 3), ([result(0)], 3), ([], 0), ([result(0)], 0)])
def test_nothing_is_accepted_with_tests_missing(results: list[TestResult], total: int) -> None:
    with pytest.raises(IncompleteRun):
        combined(*results, total=total)


def test_what_does_not_compile_is_a_compile_error_without_a_test_run() -> None:
    whole = combined(compiled=Compiled(ok=False, message="SyntaxError: line 1\ud800"))

    assert (whole.verdict, whole.tests_run) == (Verdict.CE, 0)
    assert whole.compile_message == "SyntaxError: line 1\\ud800"


def test_an_accepted_candidate_is_loose_when_any_test_was() -> None:
    assert combined(result(0), result(1, loose=True), result(2)).loose
    assert not combined(result(0, loose=True), result(1, Verdict.WA)).loose


def test_detail_verdict_shows_the_first_difference_and_no_other_text() -> None:
    whole = combined(result(0), result(1, Verdict.WA))

    assert whole.tests is None
    assert whole.first_failure is not None
    assert whole.first_failure.difference is not None
    assert (whole.first_failure.output, whole.first_failure.stderr) == (None, None)


def test_detail_tests_shows_differences_but_no_outputs() -> None:
    whole = combined(result(0), result(1, Verdict.WA), detail=Detail.TESTS)

    assert whole.tests is not None
    assert [(test.difference is None, test.output, test.stderr) for test in whole.tests] == [
        (True, None, None),
        (False, None, None),
    ]


def test_detail_outputs_shows_everything() -> None:
    tests = (result(0), result(1, Verdict.WA))

    assert combined(*tests, detail=Detail.OUTPUTS).tests == tests


def test_an_internal_error_says_why_and_blames_nobody() -> None:
    whole = internal_error("the canary failed too\ud800", tests_total=5, limits=LIMITS, attempts=3)

    assert (whole.verdict, whole.reason) == (Verdict.IE, "the canary failed too\\ud800")
    assert (whole.tests_run, whole.tests_total, whole.attempts) == (0, 5, 3)


def test_every_result_is_json() -> None:
    whole = combined(result(0), result(1, Verdict.WA), detail=Detail.OUTPUTS)

    assert CandidateResult.model_validate_json(whole.model_dump_json()) == whole
