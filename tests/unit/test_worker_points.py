"""Which tests are run for points' sake, over a sandbox that does what it is told, and what comes of faults of ours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from equijudge_core.contracts.scoring import Scoring
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    CheckerSpec,
    Detail,
    Environment,
    JudgeOptions,
    Stop,
    TestSet,
)
from equijudge_core.judging.decisions import may_be_kept
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_verifier.chunks.results import internal_error, with_no_points
from equijudge_verifier.judge import judge as judge_module
from equijudge_verifier.judge.judge import Judge
from tests.fakes import RAN, FakeSandbox
from tests.scored import count_again, group, problems

ENVIRONMENT = Environment(driver="fake", isolation="none", image_digest="", runner_version="", language_version="")
LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 20)
GROUPS = (
    group("small", ["private/0", "private/1"], "min", 30),
    group("large", ["private/2", "private/3"], "sum", 50, "small"),
    group("other", ["private/4", "private/5"], "sum", 20),
)


def problem(outputs: str, *groups: Any) -> Problem:
    """Each test has the sum of its two numbers for an answer, where it is not given another."""
    found = parse_row(
        {
            "name": "sums",
            "public_tests": {"input": ["1 1"], "output": ["2"]},
            "private_tests": {"input": [f"{n} {n}" for n in range(6)], "output": outputs.split()},
            "scoring": Scoring(groups=groups or GROUPS).model_dump(mode="json"),
        }
    )
    assert found.scoring is not None
    return found


def judged(
    source: str, given: Problem, sandbox: FakeSandbox | None = None, limits: AppliedLimits = LIMITS, **options: Any
) -> CandidateResult:
    judge = Judge(sandbox or FakeSandbox(), ENVIRONMENT, lambda: False)
    chosen = JudgeOptions(**{"detail": Detail.TESTS, **options})
    return judge.judge(given, Candidate(source=source), chosen, limits)


def ran(result: CandidateResult) -> list[str]:
    return [each.test.removeprefix("private/") for each in result.tests or ()]


PLAIN = {
    "name": "plain",
    "public_tests": {"input": ["1 1"], "output": ["2"]},
    "private_tests": {"input": ["2 2", "3 3", "4 4"], "output": ["4", "7", "8"]},
}


def test_a_problem_that_gives_no_points_gives_one_for_each_test_where_that_is_asked_for() -> None:
    found = judged("sum", parse_row(PLAIN), points_per_test=True)
    assert (found.verdict, found.points, found.max_points, len(found.tests or ())) == (Verdict.WA, 3, 4, 4)
    assert judged("sum", parse_row(PLAIN)).max_points is None
    some = judged("sum", parse_row(PLAIN), points_per_test=True, tests=(TestSet.PUBLIC,))
    assert (some.points, some.max_points) == (1, 1)


def test_to_count_tests_makes_no_verdict_of_a_checkers_parts_another_one() -> None:
    row = {**PLAIN, "private_tests": {"input": ["2 2"], "output": ["4\n5"]}}
    spec = CheckerSpec(name="dmoj.linecount")
    verdicts = [judged("sum", parse_row(row), points_per_test=each, checker=spec) for each in (False, True)]
    assert [(each.verdict, each.reason) for each in verdicts] == [(Verdict.WA, "")] * 2
    assert verdicts[1].points == 1


def test_a_problems_own_points_stand() -> None:
    assert judged("sum", problem("0 2 4 6 8 10"), points_per_test=True).max_points == 100


@pytest.mark.parametrize(
    ("outputs", "tests", "points", "of_groups"),
    [
        ("0 2 4 6 8 10", ["public/0", *"012345"], 100, [30, 50, 20]),
        ("0 2 4 x 8 10", ["public/0", *"012345"], 75, [30, 25, 20]),
        ("x 2 4 6 8 10", ["public/0", *"045"], 20, [0, 0, 20]),
        ("0 x 4 6 8 x", ["public/0", *"0145"], 10, [0, 0, 10]),
    ],
)
def test_after_the_first_failure_only_what_can_change_points_is_run(
    outputs: str, tests: list[str], points: float, of_groups: list[float]
) -> None:
    sandbox = FakeSandbox()
    quick, whole = (judged("sum", problem(outputs), sandbox, stop=stop) for stop in (Stop.FIRST_FAILURE, Stop.NEVER))
    assert (ran(quick), quick.points, quick.max_points) == (tests, points, 100)
    assert [each.points for each in quick.groups or ()] == of_groups
    assert (quick.tests_run, quick.tests_total, sandbox.run_inputs) == (len(tests), 7, len(tests) + 7)
    assert (whole.points, [each.points for each in whole.groups or ()]) == (points, of_groups)
    assert (quick.verdict, quick.first_failure) == (whole.verdict, whole.first_failure)


def test_a_test_without_a_group_decides_the_verdict_and_gives_no_points() -> None:
    result = judged("say 0", problem("0 0 0 0 0 0"))
    assert (result.verdict, result.points) == (Verdict.WA, 100)
    assert [each.points for each in result.tests or ()] == [0, 30, 30, 25, 25, 10, 10]


def test_each_way_to_fail_gives_no_points() -> None:
    for source, verdict in (("crash", "RE"), ("sleep", "TLE"), ("lose", "RE")):
        result = judged(source, problem("0 2 4 6 8 10"))
        assert (result.verdict, result.points, ran(result)) == (verdict, 0, ["public/0", "0", "4", "5"])
    for source in ("no-compile", "lose-compiling"):
        result = judged(source, problem("0 2 4 6 8 10"))
        assert (result.points, result.max_points, [each.points for each in result.groups or ()]) == (0, 100, [0, 0, 0])


def test_where_no_points_are_given_nothing_is_run_or_said_of_them() -> None:
    plain = parse_row({**problem("x 2 4 6 8 10").to_row(), "scoring": None})
    result = judged("sum", plain)
    assert ran(result) == ["public/0", "0"]
    assert (result.points, result.max_points, result.groups) == (None, None, None)
    assert [each.points for each in result.tests or ()] == [None, None]


def test_an_ie_that_comes_first_claims_no_points_and_ends_the_candidate() -> None:
    result = judged("sum", problem("0 2 4 6 8 10"), checker=CheckerSpec(name="testlib.yesno"))
    assert (result.verdict, ran(result)) == (Verdict.IE, ["public/0"])
    assert (result.points, result.max_points, result.points_reason, result.groups) == (None, 100, "IE", None)
    assert not may_be_kept(result)


def test_what_the_judge_itself_fails_at_claims_no_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge_module, "PAUSE_S", 0.001)
    result = judged("lose", problem("0 2 4 6 8 10"), FakeSandbox(canary_dies=True))
    assert (result.verdict, result.points, result.max_points) == (Verdict.IE, None, 100)


def test_an_ie_behind_a_failure_leaves_its_group_open_and_the_result_is_not_kept() -> None:
    given = problem(
        "0 2 4 6 x 10", group("a", ["private/0", "private/4"], "sum", 40), group("b", ["private/1"], "min", 5)
    )
    result = judged("say 1", given, checker=CheckerSpec(name="testlib.icmp"))
    assert result.verdict == Verdict.WA
    assert [each.points for each in result.groups or ()] == [None, 0]
    assert (result.points, result.points_reason) == (None, "a: IE at private/4")
    assert not may_be_kept(result)
    assert may_be_kept(judged("say 1", problem("0 2 4 6 8 10")))


def test_of_some_of_the_tests_no_points_of_the_whole_are_claimed_and_that_is_no_fault() -> None:
    result = judged("sum", problem("0 2 4 6 8 10"), tests=(TestSet.PUBLIC,))
    assert (result.verdict, result.points, result.max_points) == (Verdict.AC, None, 100)
    assert "not all of its tests were asked for" in result.points_reason
    assert may_be_kept(result)


def test_what_the_total_budget_leaves_unrun_is_failed() -> None:
    limits = LIMITS.model_copy(update={"total_cpu_time_s": 2.0, "total_wall_time_s": 99.0})
    result = judged("spend 1.2", problem("0 2 4 6 8 10"), limits=limits)
    assert (result.verdict, result.reason, ran(result)) == (Verdict.TLE, "total_budget", ["public/0", "0", "1"])
    assert [(each.points, each.reason) for each in result.groups or ()] == [
        (0, ""),
        (0, "depends on small, which was not passed"),
        (0, "not run: total_budget"),
    ]
    assert [each.points for each in result.tests or ()] == [0, 30, 0]


def test_a_named_checker_gives_partial_points() -> None:
    given = parse_row(
        {
            "name": "lines",
            "private_tests": {"input": ["1", "2"], "output": ["a\nb\nc\nd\n", "a\nb\n"]},
            "scoring": Scoring(groups=(group("all", ["private/0", "private/1"], "sum", 40),)).model_dump(mode="json"),
        }
    )
    sandbox = FakeSandbox(special={"abc": replace(RAN, output=b"a\nb\nc\n")})
    counted = judged("abc", given, sandbox, checker=CheckerSpec(name="dmoj.linecount"))
    assert [(each.verdict, each.points, each.reason) for each in counted.tests or ()] == [
        (Verdict.WA, 15, "partial points"),
        (Verdict.WA, 0, ""),  # more lines than expected
    ]
    matches = CheckerSpec(name="dmoj.linematches", point_distribution=(1, 0, 2, 5), filler_lines_required=False)
    one = problem_of_one_test(given)
    assert judged("abc", one, sandbox, checker=matches).points == pytest.approx(3 / 8 * 40)
    plain = parse_row({**one.to_row(), "scoring": None})
    assert judged("abc", plain, sandbox, checker=matches).verdict == Verdict.AC


def problem_of_one_test(given: Problem) -> Problem:
    row = given.to_row()
    row["private_tests"] = {name: each[:1] for name, each in row["private_tests"].items()}
    row["scoring"] = Scoring(groups=(group("all", ["private/0"], "sum", 40),)).model_dump(mode="json")
    return parse_row(row)


def test_a_text_without_a_program_gets_no_points() -> None:
    found = with_no_points(
        internal_error("").model_copy(update={"verdict": Verdict.CE}), problem("0 2 4 6 8 10"), JudgeOptions()
    )
    assert (found.points, found.max_points) == (0, 100)
    assert {each.reason for each in found.groups or ()} == {
        "not run: there is no program",
        "depends on small, which was not passed",
    }


def test_a_cell_is_opened_again_only_where_tests_are_passed_over() -> None:
    sandbox = FakeSandbox()
    judged("sum", problem("x 2 4 6 8 10"), sandbox)
    assert sandbox.taken == ["sum", "sum"]
    judged("sum", problem("0 2 4 6 8 x"), sandbox)
    assert sandbox.taken == ["sum"] * 3


@settings(max_examples=60, deadline=None)
@given(problems((1.0, 0.5, 0.0)))
def test_what_is_asked_for_is_the_same_whether_or_not_all_tests_are_run(made: tuple[Scoring, dict[str, float]]) -> None:
    """Of two expected lines the program has one."""
    scoring, parts = made
    numbers = range(len(parts))
    answers = {1.0: "{}\n", 0.5: "{}\nmore\n", 0.0: "no\n"}
    tests = tuple(
        Test(name, b"%d 0" % n, answers[part].format(n).encode())
        for n, (name, part) in zip(numbers, parts.items(), strict=True)
    )
    given_problem = Problem("made", "", (), tests, (), scoring=scoring)
    quick, whole = (
        judged("sum", given_problem, stop=stop, checker=CheckerSpec(name="dmoj.linecount")) for stop in Stop
    )
    assert {each.name: each.points for each in quick.groups or ()} == pytest.approx(count_again(scoring, parts))
    assert [each.points for each in quick.groups or ()] == [each.points for each in whole.groups or ()]
    assert (quick.verdict, quick.points, quick.reason) == (whole.verdict, whole.points, whole.reason)
    assert set(ran(quick)) <= set(ran(whole))
