"""The column `calls` of a row, and a problem that has it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from equijudge_core.errors import BadProblem
from equijudge_core.judging.problem import parse_row

ROW: dict[str, Any] = {
    "name": "two sum",
    "public_tests": {"input": ["[[2, 7], 9]", '{"nums": [1, 1], "target": 2}'], "output": ["[0, 1]", "[0, 1]"]},
    "calls": {"name": "twoSum"},
}


def faults(**changes: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadProblem) as bad:
        parse_row({**ROW, **changes})
    return [(error.field, error.problem) for error in bad.value.errors]


def test_a_row_with_calls_is_read_and_written_back() -> None:
    calls = {"name": "merge", "arguments": ["ListNode[]"], "returns": "ListNode", "compare": {"abs": 0.01}}
    problem = parse_row({**ROW, "public_tests": {"input": ["[[[1], []]]"], "output": ["[1]"]}, "calls": calls})
    assert problem.calls is not None
    assert problem.calls.arguments == ("ListNode[]",)
    assert parse_row(json.loads(json.dumps(problem.to_row()))) == problem


def test_a_row_without_calls_keeps_its_id() -> None:
    plain = {name: value for name, value in ROW.items() if name != "calls"}
    assert parse_row(plain).problem_id == parse_row({**plain, "calls": None}).problem_id
    assert parse_row(plain).problem_id == parse_row({**plain, "calls": {"name": None, "compare": None}}).problem_id
    assert "calls" not in parse_row(plain).to_row()


def test_what_is_called_and_how_it_is_compared_are_part_of_the_id() -> None:
    calls = ({"name": "twoSum"}, {"name": "other"}, {"name": "twoSum", "compare": {"order": "any"}})
    assert len({parse_row({**ROW, "calls": each}).problem_id for each in calls}) == 3


@pytest.mark.parametrize(
    ("calls", "field", "says"),
    [
        ({}, None, ""),
        ("twoSum", "calls", "must be an object or null, not str"),
        ({"class_name": "A"}, "calls.name", "Field required"),
        ({"name": "two sum"}, "calls.name", "should match pattern"),
        ({"name": "f", "clas_name": "A"}, "calls.clas_name", "there is no such field"),
        ({"name": "f", "compare": {"ab": 1}}, "calls.compare.ab", "there is no such field"),
        ({"name": "f", "compare": {"abs": -1}}, "calls.compare.abs", "greater than or equal to 0"),
        ({"name": "f", "arguments": ["ListNod"]}, "calls.arguments[0]", "should match pattern"),
        ({"name": "f", "in_place": -1}, "calls.in_place", "greater than or equal to 0"),
    ],
)
def test_a_fault_of_the_column_names_its_field(calls: Any, field: str | None, says: str) -> None:
    if field is None:
        assert parse_row({**ROW, "calls": calls}).calls is None
        return
    found = dict(faults(calls=calls))
    assert says in found[field]


@pytest.mark.parametrize(
    ("given", "expected", "calls", "field", "says"),
    [
        ("[1", "1", {}, "public_tests.input[0]", "is no JSON"),
        ("3", "1", {}, "public_tests.input[0]", "is a int"),
        ("[1]", "x", {}, "public_tests.output[0]", "is no JSON"),
        ("[1]", "[" * 5000 + "]" * 5000, {}, "public_tests.output[0]", "nested too deeply"),
        ("[1]", "[1]", {"in_place": 1}, "public_tests.input[0]", "has 1 arguments, and number 1 from 0"),
        ("[1]", "[1]", {"arguments": ["ListNode"]}, "public_tests.input[0]", "argument 0 is no list, which a ListNode"),
        ("[1]", "7", {"returns": "TreeNode"}, "public_tests.output[0]", "is no list, which a TreeNode"),
        ('[{"x": 1}]', "1", {"encoding": "typed"}, "public_tests.input[0]", "argument 0 an object that stands for"),
    ],
)
def test_a_test_that_is_no_call_names_its_field(
    given: str, expected: str, calls: dict[str, Any], field: str, says: str
) -> None:
    tests = {"input": [given], "output": [expected]}
    found = faults(public_tests=tests, calls={"name": "f", **calls})
    assert [where for where, _ in found] == [field]
    assert says in found[0][1]


@pytest.mark.parametrize("column", ["checker", "interactor", "input_file", "output_file"])
def test_what_has_no_place_beside_calls_is_named(column: str) -> None:
    program = {"protocol": "testlib", "source": "int main() {}"}
    value: Any = program if column in ("checker", "interactor") else "a.txt"
    found = faults(**{column: value})
    assert (column, "a function that is called has its own comparison, and no files") in found


def test_values_that_only_python_writes_as_json_are_values() -> None:
    row = {**ROW, "public_tests": {"input": ["[NaN, 1e999]"], "output": ["Infinity"]}}
    assert parse_row(row).tests()[0].output == b"Infinity"
