"""The column `scoring` of a row: it is part of what the problem is, and each fault of it is named by its field."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_core.contracts.scoring import Policy
from equijudge_core.errors import BadProblem
from equijudge_core.judging.points import max_points
from equijudge_core.judging.problem import parse_row

BARE: dict[str, Any] = {
    "name": "two",
    "public_tests": {"input": ["1"], "output": ["1"]},
    "private_tests": {"input": ["2", "3", "4"], "output": ["2", "3", "4"]},
}
EASY = {"name": "easy", "tests": ["private/0"], "policy": "min", "points": 30}
HARD = {"name": "hard", "tests": ["private/1", "private/2"], "policy": "sum", "test_points": [20, 50]}


def row(*groups: dict[str, Any]) -> dict[str, Any]:
    return {**BARE, "scoring": {"groups": list(groups)}}


def faults(value: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(BadProblem) as caught:
        parse_row(value)
    return [(error.field, error.problem) for error in caught.value.errors]


def test_scoring_is_part_of_what_a_problem_is() -> None:
    plain, scored = parse_row(BARE), parse_row(row(EASY, {**HARD, "depends_on": ["easy"]}))
    other = parse_row(row({**EASY, "points": 31}, HARD))
    assert len({each.problem_id for each in (plain, scored, other)}) == 3
    assert parse_row(scored.to_row()) == scored
    assert "scoring" not in plain.to_row()
    assert scored.scoring is not None
    assert (max_points(scored.scoring), scored.scoring.groups[0].policy) == (100, Policy.MIN)


def test_what_a_table_has_no_value_for_may_be_null() -> None:
    empty = {"test_points": None, "depends_on": None}
    assert parse_row(row({**EASY, **empty}, {**HARD, "points": None})).scoring == parse_row(row(EASY, HARD)).scoring
    assert parse_row({**BARE, "scoring": None}).scoring is None


@pytest.mark.parametrize(
    ("groups", "field", "words"),
    [
        ([{**EASY, "tests": ["private/3"]}], "scoring.groups[0].tests[0]", "no test 'private/3'"),
        ([EASY, {**HARD, "tests": ["private/0", "private/1"]}], "scoring.groups[1].tests[0]", "groups[0].tests[0] too"),
        ([{**EASY, "tests": ["private/0", "private/0"]}], "scoring.groups[0].tests[1]", "groups[0].tests[0] too"),
        ([{**EASY, "tests": []}], "scoring.groups[0].tests", "is empty"),
        ([{**EASY, "points": -1}], "scoring.groups[0].points", "greater than or equal to 0"),
        ([{**EASY, "points": float("inf")}], "scoring.groups[0].points", "finite"),
        ([{**EASY, "points": None}], "scoring.groups[0].points", "or test_points"),
        ([{**EASY, "policy": "max"}], "scoring.groups[0].policy", "'sum', 'min', 'all_or_nothing' or 'product'"),
        ([{**EASY, "polcy": "min"}], "scoring.groups[0].polcy", "no such field"),
        ([{**HARD, "test_points": [1]}], "scoring.groups[0].test_points", "1 for 2 tests"),
        ([{**HARD, "test_points": [1, -2]}], "scoring.groups[0].test_points[1]", "greater than or equal to 0"),
        ([{**HARD, "points": 60}], "scoring.groups[0].points", "is 60, and test_points are 70"),
        ([{**HARD, "policy": "min"}], "scoring.groups[0].test_points", "policy sum"),
        ([{**EASY, "depends_on": ["samples"]}], "scoring.groups[0].depends_on[0]", "no group 'samples'"),
        ([{**EASY, "depends_on": ["easy"]}], "scoring.groups[0].depends_on", "'easy' waits for 'easy'"),
        (
            [{**EASY, "depends_on": ["hard"]}, {**HARD, "depends_on": ["easy"]}],
            "scoring.groups[0].depends_on",
            "'easy' waits for 'hard' waits for 'easy'",
        ),
        ([EASY, {**HARD, "name": "easy"}], "scoring.groups[1].name", "'easy' is groups[0] too"),
        ([{**EASY, "name": ""}], "scoring.groups[0].name", "at least 1 character"),
        ([{**EASY, "name": "a\x1b[2J"}], "scoring.groups[0].name", "pattern"),
        ([{**EASY, "name": "\ud800"}], "scoring.groups[0].name", "no Unicode"),
        ([{**EASY, "points": 0}], "scoring.groups", "no group gives points"),
        ([], "scoring.groups", "no group gives points"),
        ([EASY] * 101, "scoring.groups", "at most 100"),
    ],
)
def test_a_fault_is_named_by_its_field(groups: list[dict[str, Any]], field: str, words: str) -> None:
    assert [(where, words in what) for where, what in faults(row(*groups))] == [(field, True)], faults(row(*groups))


@pytest.mark.parametrize(
    ("scoring", "field"), [("sum", "scoring"), ({}, "scoring.groups"), ({"groups": 7}, "scoring.groups")]
)
def test_what_is_no_scoring_is_named(scoring: object, field: str) -> None:
    assert [where for where, _ in faults({**BARE, "scoring": scoring})] == [field]
