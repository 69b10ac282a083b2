"""What a program gets where its problem gives points, as other judges count it, and which tests can still change it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equijudge_core.contracts.scoring import MOST_GROUPS, Policy, Scoring, ScoringGroup
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.judging.checker_runs import CheckerVerdict, Ruling, as_check_result
from equijudge_core.judging.checkers import CheckResult
from equijudge_core.judging.points import max_points, score_check, worths
from equijudge_core.judging.points_tally import PointsSummary, PointsTally
from tests.scored import Parts, count_again, group, named, problems, result

AC, WA, IE = Verdict.AC, Verdict.WA, Verdict.IE
OUTCOMES = (1.0, 0.5, 0.0, None)  # the part of a test's points; None: IE


def run(scoring: Scoring, parts: Mapping[str, float | None], order: Sequence[str], *, stop: bool) -> PointsSummary:
    """Run the tests in this order: all of them, or after the first failure those alone that matter."""
    tally, failed = PointsTally(scoring, order), False
    for test in order:
        if stop and failed and not tally.matters(test):
            continue
        part = parts[test]
        verdict = IE if part is None else AC if part == 1 else WA
        tally.record(result(test, verdict, None if part is None else part * tally.worth(test)))
        failed = failed or verdict is not AC
    return tally.summarize()


def points(scoring: Scoring, parts: Mapping[str, float | None]) -> list[float | None]:
    """Of the groups, then of the whole."""
    found = run(scoring, parts, list(parts), stop=True)
    return [*(each.points for each in found.groups), found.points]


def shares(text: str) -> dict[str, float | None]:
    """`1 1 .5 -` as the parts of private/0, private/1, …; - is IE."""
    return {test: None if word == "-" else float(word) for test, word in zip(named(99), text.split(), strict=False)}


# Kattis 2025-09: groups pass-fail (the default), sum and min; the second needs the first.
KATTIS = Scoring(
    groups=(
        group("secret/group1", named(2), "all_or_nothing", 20),
        group("secret/group2", named(2, 2), "sum", 30, "secret/group1"),
        group("secret/group3", named(2, 4), "min", 50),
    )
)
# Kattis legacy: `min` with accept_score 25; `sum always_accept` with 10 a test; `avg always_accept` with 45 a test.
LEGACY = Scoring(
    groups=(
        group("secret/1", named(2), "min", 25),
        group("secret/2", named(3, 2), "sum", 30),
        group("secret/3", named(3, 5), "sum", 45),
    )
)
# DMOJ: a case of 10 points, then batches of 20, 30 and 40; the last one depends on the first two batches.
DMOJ = Scoring(
    groups=(
        group("case 1", named(1), "sum", 10),
        group("batch 1", named(2, 1), "min", 20),
        group("batch 2", named(1, 3), "min", 30),
        group("batch 3", named(2, 4), "min", 40, "batch 1", "batch 2"),
    )
)
# Polygon: a group EACH_TEST with points by test, one COMPLETE_GROUP of 50 that depends on it.
POLYGON = Scoring(
    groups=(
        ScoringGroup(name="1", tests=tuple(named(3)), policy=Policy.SUM, test_points=(5, 15, 30)),
        group("2", named(2, 3), "all_or_nothing", 50, "1"),
    )
)
# CMS: Sum is one group of equal parts; GroupMin and GroupMul.
CMS = Scoring(
    groups=(
        group("Sum", named(4), "sum", 100),
        group("GroupMin", named(2, 4), "min", 40),
        group("GroupMul", named(2, 6), "product", 60),
    )
)


@pytest.mark.parametrize(
    ("scoring", "outcome", "expected"),
    [
        (KATTIS, "1 1 1 1 1 1", [20, 30, 50, 100]),
        (KATTIS, "1 1 1 0 1 1", [20, 15, 50, 85]),
        (KATTIS, "1 1 1 .5 .2 1", [20, 22.5, 10, 52.5]),  # score_multiplier.txt
        (KATTIS, "0 1 1 1 1 1", [0, 0, 50, 50]),  # require_pass: group2 is not run
        (KATTIS, "1 .9 1 1 1 0", [0, 0, 0, 0]),
        (LEGACY, "1 1 1 1 1 1 1 1", [25, 30, 45, 100]),
        (LEGACY, "1 0 1 0 1 1 0 0", [0, 20, 15, 35]),
        (LEGACY, ".2 .6 .5 1 0 1 .5 0", [5, 15, 22.5, 42.5]),  # score.txt
        (DMOJ, "1 1 1 1 1 1", [10, 20, 30, 40, 100]),
        (DMOJ, "0 1 1 1 1 1", [0, 20, 30, 40, 90]),
        (DMOJ, "1 1 0 1 1 1", [10, 0, 30, 0, 40]),
        (DMOJ, "1 1 1 1 .5 1", [10, 20, 30, 20, 80]),  # the smallest points of a batch
        (DMOJ, ".3 1 1 1 1 .5", [3, 20, 30, 20, 73]),
        (POLYGON, "1 1 1 1 1", [50, 50, 100]),
        (POLYGON, "1 0 1 1 1", [35, 0, 35]),
        (POLYGON, "1 1 1 1 0", [50, 0, 50]),
        (CMS, "1 .5 0 1 .5 .8 .5 .5", [62.5, 20, 15, 97.5]),
    ],
)
def test_points_are_those_that_the_other_judge_would_give(
    scoring: Scoring, outcome: str, expected: list[float]
) -> None:
    assert points(scoring, shares(outcome)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("scoring", "outcome", "skipped"),
    [
        (KATTIS, "0 1 1 1 1 1", {1, 2, 3}),
        (KATTIS, "1 1 0 1 0 1", {5}),
        (DMOJ, "1 0 1 1 1 1", {2, 4, 5}),
        (DMOJ, "1 .5 0 1 1 1", {4, 5}),
        (POLYGON, "0 1 1 1 1", {3, 4}),
        (CMS, "0 0 0 0 0 1 0 1", {5, 7}),
    ],
)
def test_what_cannot_change_points_is_not_run(scoring: Scoring, outcome: str, skipped: set[int]) -> None:
    parts = shares(outcome)
    ran = sum(each.tests_run for each in run(scoring, parts, list(parts), stop=True).groups)
    assert ran == len(parts) - len(skipped)


def test_groups_say_what_became_of_them() -> None:
    found = run(KATTIS, shares("1 0 1 1 1 1"), named(6), stop=True)
    assert [(each.verdict, each.tests_run, each.tests_total, each.reason) for each in found.groups] == [
        (WA, 2, 2, ""),
        (None, 0, 2, "depends on secret/group1, which was not passed"),
        (AC, 2, 2, ""),
    ]


def test_a_fault_of_ours_leaves_open_what_depends_on_it_and_nothing_else() -> None:
    assert points(KATTIS, shares("1 - 1 1 1 1")) == [None, None, 50, None]
    assert points(KATTIS, shares("- 0 1 1 1 1")) == [0, 0, 50, 50]
    found = run(KATTIS, shares("1 - 1 1 1 1"), named(6), stop=True)
    assert (found.reason, found.groups[1].reason) == ("secret/group1: IE at private/1", "IE at private/1")


def test_tests_that_were_not_asked_for_leave_their_groups_open() -> None:
    tally = PointsTally(DMOJ, named(4))
    for test in named(4):
        tally.record(result(test, AC))
    found = tally.summarize()
    assert ([each.points for each in found.groups], found.points) == ([10, 20, 30, None], None)
    assert "not all of its tests were asked for" in found.reason


def test_what_the_program_itself_left_unrun_is_failed() -> None:
    tally = PointsTally(KATTIS, named(6))
    for test in named(3):
        tally.record(result(test, AC))
    tally.fail_rest("total_budget")
    assert [(each.points, each.verdict, each.reason) for each in tally.summarize().groups] == [
        (20, AC, ""),
        (15, None, "not run: total_budget"),
        (0, None, "not run: total_budget"),
    ]


@pytest.mark.parametrize(
    ("ruling", "given_points", "share", "worth", "ok", "scored"),
    [
        (Ruling.ACCEPTED, None, False, 10, True, 10),
        (Ruling.REJECTED, None, False, 10, False, 0),
        (Ruling.PARTIAL, 4, False, 10, False, 4),  # quitp(4), _pc(4)
        (Ruling.PARTIAL, 10, False, 10, True, 10),
        (Ruling.PARTIAL, 3.3333333333, False, 10 / 3, True, 10 / 3),
        (Ruling.PARTIAL, 0, False, 10, False, 0),
        (Ruling.PARTIAL, 0.5, True, 10, False, 5),  # CMS, coci, peg
        (Ruling.ACCEPTED, 7, False, 10, False, 7),  # score.txt
        (Ruling.ACCEPTED, 0.25, True, 10, False, 2.5),  # score_multiplier.txt
        (Ruling.REJECTED, 0.5, True, 10, False, 5),  # DMOJ's CheckerResult(False, 5)
        (Ruling.REJECTED, 1.0, True, 10, False, 10),
        (Ruling.ACCEPTED, 3, False, 0, True, 0),  # Kattis ignores a score on a sample
        (Ruling.ACCEPTED, 0, False, 0, True, 0),
        (Ruling.PARTIAL, 3, False, 0, True, 0),
        (Ruling.PARTIAL, 0, False, 0, False, 0),
        (Ruling.PARTIAL, 0.5, True, 0, False, 0),
    ],
)
def test_a_test_is_accepted_when_it_gets_all_of_its_points(
    ruling: Ruling, given_points: float | None, share: bool, worth: float, ok: bool, scored: float
) -> None:
    said = as_check_result(CheckerVerdict(ruling, points=given_points, share=share))
    found = score_check(said, worth)
    assert (found.ok, found.scored, found.fault) == (ok, scored, "")


def test_more_points_than_there_are_is_the_checkers_fault() -> None:
    said = as_check_result(CheckerVerdict(Ruling.PARTIAL, points=11))
    assert score_check(said, 10).fault == "gives 11 points for a test of 10 at most"
    assert score_check(CheckResult(ok=False, fault="broken"), 10) == CheckResult(ok=False, fault="broken")


def known(parts: Mapping[str, float | None]) -> Parts:
    return {test: part for test, part in parts.items() if part is not None}


@settings(max_examples=200, deadline=None)
@given(problems(OUTCOMES[:3]))
def test_points_are_those_of_the_definition_and_between_none_and_all(
    problem: tuple[Scoring, dict[str, float | None]],
) -> None:
    scoring, parts = problem
    found = run(scoring, parts, sorted(parts), stop=False)
    assert {each.name: each.points for each in found.groups} == pytest.approx(count_again(scoring, known(parts)))
    assert found.points is not None
    assert 0 <= found.points <= found.max_points == max_points(scoring)
    assert all(0 <= (each.points or 0) <= each.max_points for each in found.groups)


@settings(max_examples=200, deadline=None)
@given(problems(OUTCOMES))
def test_leaving_out_what_does_not_matter_changes_no_points(problem: tuple[Scoring, dict[str, float | None]]) -> None:
    scoring, parts = problem
    whole, quick = (run(scoring, parts, sorted(parts), stop=stop) for stop in (False, True))
    assert [each.points for each in whole.groups] == [each.points for each in quick.groups]


@settings(max_examples=100, deadline=None)
@given(problems(OUTCOMES[:3]), st.integers(0, 4))
def test_a_test_matters_exactly_when_it_can_change_the_points_of_a_group(
    problem: tuple[Scoring, dict[str, float | None]], done: int
) -> None:
    scoring, parts = problem
    order = sorted(parts)
    if len(order) - done not in range(1, 5):
        order = order[: done + 3]
    missing = set(parts) - set(order)
    tally = PointsTally(scoring, parts)
    fixed = {**{test: parts[test] or 0.0 for test in order[:done]}, **{test: parts[test] or 0.0 for test in missing}}
    for test, part in fixed.items():
        tally.record(result(test, AC if part == 1 else WA, part * tally.worth(test)))
    left = order[done:]
    for test in left:
        others = [each for each in left if each != test]
        changes = any(
            len(
                {
                    str(count_again(scoring, {**fixed, **dict(zip(others, rest, strict=True)), test: part}))
                    for part in (0.0, 0.5, 1.0)
                }
            )
            > 1
            for rest in product((0.0, 0.5, 1.0), repeat=len(others))
        )
        assert tally.matters(test) == changes, test


@settings(max_examples=100, deadline=None)
@given(problems(OUTCOMES[:3]), st.data())
def test_more_right_answers_never_give_fewer_points(
    problem: tuple[Scoring, dict[str, float | None]], data: st.DataObject
) -> None:
    scoring, parts = problem
    better = {test: max(part or 0.0, data.draw(st.sampled_from(OUTCOMES[:3]))) for test, part in parts.items()}
    less, more = (run(scoring, each, sorted(parts), stop=True).points for each in (parts, better))
    assert (less is None, more is None) == (False, False)
    assert (less or 0) <= (more or 0) + 1e-9


@settings(max_examples=100, deadline=None)
@given(problems(OUTCOMES), st.randoms(use_true_random=False))
def test_points_do_not_depend_on_the_order_in_which_groups_and_tests_are_written(
    problem: tuple[Scoring, dict[str, float | None]], random: object
) -> None:
    scoring, parts = problem
    turned = Scoring(groups=tuple(map(turn, reversed(scoring.groups))))
    one, other = (run(each, parts, sorted(parts), stop=True) for each in (scoring, turned))
    assert one.points == other.points
    assert {each.name: each.points for each in one.groups} == {each.name: each.points for each in other.groups}


def turn(each: ScoringGroup) -> ScoringGroup:
    """The same group, its tests the other way round."""
    worth = None if each.test_points is None else each.test_points[::-1]
    return each.model_copy(update={"tests": each.tests[::-1], "test_points": worth})


def test_all_right_is_all_points_to_the_last_bit() -> None:
    scoring = Scoring(
        groups=tuple(group(f"g{n}", named(n, 1000 * n), "sum", 10 / 3 * n) for n in range(1, MOST_GROUPS))
    )
    parts = {test: 1.0 for each in scoring.groups for test in each.tests}
    assert run(scoring, parts, list(parts), stop=True).points == max_points(scoring)


def test_parts_add_up_to_points_that_a_person_would_write() -> None:
    """Of ten tests of ten points two gave all, the others a tenth: 27.999999999999996 by doubles."""
    scoring = Scoring(groups=(group("all", named(10), "sum", 100),))
    assert points(scoring, shares(".1 1 .1 .1 1 .1 .1 .1 .1 .1")) == [28.0, 28.0]


def test_a_group_is_worth_the_same_to_each_test_but_in_a_sum() -> None:
    assert worths(KATTIS.groups[1]) == (15, 15)
    assert worths(KATTIS.groups[2]) == (50, 50)
    assert worths(POLYGON.groups[0]) == (5, 15, 30)
