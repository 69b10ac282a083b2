"""code-judge's /judge: what a body becomes, and what its answers say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_api.dropins.code_judge import judging
from equijudge_api.dropins.code_judge.batches import PlannedBatch
from equijudge_api.dropins.code_judge.contract import CodeSubmission, JudgedSubmission, Kind
from equijudge_api.dropins.code_judge.grouping import MOST_TOGETHER, Group, group_equal_programs
from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.languages import FleetLanguages
from equijudge_api.planning.parser_pool import advance
from equijudge_api.planning.plan import Answer, Plan, PlanContext, Question
from equijudge_api.settings import Settings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, ResultLine, TestResult

SETTINGS = Settings(redis_url="redis://127.0.0.1:1")
CONTEXT = PlanContext(SETTINGS)
LIMITS = AppliedLimits(cpu_time_s=10, wall_time_s=32, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 26)


def submission(solution: str = "p", expected: str | None = "1", **fields: Any) -> dict[str, Any]:
    return {"type": "python", "solution": solution, "expected_output": expected, **fields}


def plan(
    submissions: list[dict[str, Any]], context: PlanContext = CONTEXT, languages: FleetLanguages | None = None
) -> PlannedBatch:
    """The plan of a long batch."""
    body = json.dumps({"type": "batch", "sub_id": "b", "submissions": submissions}).encode()
    running: Plan[PlannedBatch] = judging.judge_long_batch(body, context)
    step = advance(running, None)
    while isinstance(step, Question):
        step = advance(running, Answer(languages=languages or FleetLanguages()))
    return step


def refusal(submissions: list[dict[str, Any]], *given: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refusal) as refused:
        plan(submissions, *given)
    assert refused.value.status == 422
    return [(error.field, error.problem) for error in refused.value.errors]


def groups(programs: str, size: int = 1, most: int = MOST_TOGETHER) -> list[Group]:
    """Of programs of one letter each."""
    submissions = [CodeSubmission(type=Kind.PYTHON, solution=each) for each in programs]
    return group_equal_programs(submissions, range(len(submissions)), lambda _: size, most)


def test_equal_programs_are_together_wherever_they_stand() -> None:
    assert groups("abacb") == [(0, 2), (1, 4), (3,)]


def test_no_more_are_together_than_one_worker_is_to_run() -> None:
    assert [len(group) for group in groups("a" * 120)] == [50, 50, 20]


def test_those_together_are_not_too_large_together() -> None:
    assert [len(group) for group in groups("a" * 5, size=10, most=20)] == [2, 2, 1]


def test_one_that_is_too_large_by_itself_is_alone() -> None:
    assert [len(group) for group in groups("aa", size=30, most=20)] == [1, 1]


def test_a_program_in_another_language_is_another_one() -> None:
    planned = plan([submission(), submission(type="cpp")])
    assert planned.groups == ((0,), (1,))


def test_programs_with_equal_tests_are_of_one_problem() -> None:
    tests = [{"input": "1", "expected": "2"}, {"input": "3", "expected": "4"}]
    planned = plan([submission(solution, **each) for each in tests for solution in "abc"])
    assert planned.job is not None
    assert planned.groups == ((0, 3), (1, 4), (2, 5))
    assert len(planned.job.job.sent) == 1
    assert planned.job.job.candidates == 3


def test_a_solution_that_is_too_long_is_left_out_alone() -> None:
    planned = plan([submission("x" * (SETTINGS.max_source_bytes + 1)), submission()])
    assert list(planned.refused) == [0]
    assert planned.groups == ((1,),)


def test_nothing_is_run_where_all_are_too_long() -> None:
    assert plan([submission("x" * (SETTINGS.max_source_bytes + 1))]).job is None


def test_ids_are_the_callers_and_made_where_there_are_none() -> None:
    planned = plan([submission(sub_id="mine"), submission()])
    assert (planned.sub_id, planned.sub_ids[0], len(planned.sub_ids[1])) == ("b", "mine", 36)


def test_mathematics_is_refused_at_once_and_says_where() -> None:
    assert [field for field, _ in refusal([submission(), submission(type="math")])] == ["submissions[1].type"]


def test_a_language_that_no_worker_has_is_refused_with_its_reason() -> None:
    languages = FleetLanguages(versions={"python3": ("3.11",)}, missing={"cpp17": "there is no g++"})
    ((field, problem),) = refusal([submission(type="cpp")], CONTEXT, languages)
    assert field == "submissions[0].type"
    assert "there is no g++" in problem


def test_a_batch_of_more_programs_than_a_request_may_hold_is_refused() -> None:
    few = PlanContext(SETTINGS.model_copy(update={"max_candidates": 2}))
    assert [field for field, _ in refusal([submission(each) for each in "abc"], few)] == ["submissions"]
    assert plan([submission(each) for each in "abab"], few).groups == ((0, 2), (1, 3))


def test_every_test_of_a_program_may_take_all_its_time() -> None:
    """The operator's bound on all tests together is no reason for a verdict."""
    few = PlanContext(SETTINGS.model_copy(update={"total_time_ceiling_s": 25.0, "total_time_s": 20.0}))
    assert [len(group) for group in plan([submission()] * 5, few).groups] == [2, 2, 1]


def test_an_outcome_only_key_is_told_of_single_tests_by_nothing() -> None:
    """Each is a program of its own, and its options are those of any request of such a key."""
    planned = plan([submission()] * 2, PlanContext(SETTINGS, outcome_only=True))
    assert planned.groups == ((0,), (1,))


def test_an_outcome_only_key_must_say_what_is_expected() -> None:
    fields = [field for field, _ in refusal([submission(expected=None)], PlanContext(SETTINGS, outcome_only=True))]
    assert fields == ["submissions[0].expected_output"]


def test_fields_that_nobody_knows_are_passed_over() -> None:
    assert plan([submission(priority=3, options={"a": "b"})]).job is not None


def test_a_body_of_another_shape_is_refused_by_its_fields() -> None:
    assert refusal([{"type": "python"}])[0][0] == "submissions[0].solution"


def answer(verdict: Verdict, reason: str = "", *, compared: bool = True) -> JudgedSubmission:
    """Of one test with this verdict."""
    figures = {"cpu_time_s": 0.1, "wall_time_s": 0.5, "memory_peak_bytes": 0}
    test = TestResult(test="private/0", verdict=verdict, reason=reason, **figures)
    line = ResultLine(
        index=0, problem=0, candidate=0, problem_id="p", verdict=verdict, limits=LIMITS,
        tests=None if verdict is Verdict.CE else (test,),
    )  # fmt: skip
    batch = PlannedBatch(None, "b", ("s",), ((0,),), {}, {0: b""} if compared else {})
    return judging.judged(batch, iter([line.model_dump_json().encode()]))[0]


@pytest.mark.parametrize(
    ("verdict", "success", "run_success", "cost", "reason"),
    [
        (Verdict.AC, True, True, 0.5, ""),
        (Verdict.WA, False, True, 0.5, ""),
        (Verdict.RE, False, False, 0.5, ""),
        (Verdict.MLE, False, False, 0.5, ""),
        (Verdict.OLE, False, False, 0.5, ""),
        (Verdict.TLE, False, False, 10.0, "worker_timeout"),  # no less than the limit, though the clock was at 0.5 s
        (Verdict.CE, False, False, 0.0, ""),
        (Verdict.IE, False, False, 0.0, "internal_error"),
    ],
)
def test_a_verdict_is_told_in_code_judges_words(
    verdict: Verdict, success: bool, run_success: bool, cost: float, reason: str
) -> None:
    told = answer(verdict)
    assert (told.success, told.run_success, told.cost, told.reason) == (success, run_success, cost, reason)


def test_without_an_expected_output_a_program_that_ends_well_succeeds() -> None:
    assert answer(Verdict.WA, compared=False).success
    assert not answer(Verdict.RE, compared=False).success


def test_a_test_that_others_left_no_time_for_is_no_verdict() -> None:
    assert answer(Verdict.TLE, "total_budget").reason == "internal_error"


def test_a_test_that_is_not_told_of_is_no_verdict() -> None:
    line = ResultLine(index=0, problem=0, candidate=0, problem_id="p", verdict=Verdict.RE, limits=LIMITS, tests=())
    batch = PlannedBatch(None, "b", ("s",), ((0,),), {}, {0: b""})
    assert judging.judged(batch, iter([line.model_dump_json().encode()]))[0].reason == "internal_error"


def test_of_a_result_without_tests_only_accepted_or_not_is_told() -> None:
    for verdict, accepted in ((Verdict.AC, True), (Verdict.REJ, False)):
        line = ResultLine(index=0, problem=0, candidate=0, problem_id="p", verdict=verdict, limits=LIMITS)
        told = judging.answer_of(line, None, compared=True)
        assert (told["success"], told["run_success"]) == (accepted, accepted)
