"""A bad row is refused with the field, what is wrong with it, and the limit; never with anything else."""

from __future__ import annotations

import time
from typing import Any

import pytest

from equijudge_core.errors import BadProblem
from equijudge_core.judging.problem import parse_row
from equijudge_core.judging.row_reader import MAX_ERRORS

GOOD: dict[str, Any] = {"name": "good", "public_tests": {"input": ["1"], "output": ["1"]}}


def faults(row: Any) -> list[tuple[str, str, str | None]]:
    with pytest.raises(BadProblem) as caught:
        parse_row(row)
    return [(error.field, error.problem, error.limit) for error in caught.value.errors]


def field_of(**fields: object) -> str:
    (fault,) = faults({**GOOD, **fields})
    return fault[0]


def test_unequal_counts_name_the_field_and_both_numbers() -> None:
    (fault,) = faults({**GOOD, "public_tests": {"input": ["1", "2"], "output": ["1"]}})

    assert fault == ("public_tests.output", "has 1 entries for the 2 of public_tests.input", "exactly 2")


@pytest.mark.parametrize("tests", [None, {}, {"input": [], "output": []}, [], {"input": None, "output": None}], ids=str)
def test_a_problem_without_any_test_is_refused(tests: object) -> None:
    (fault,) = faults({"name": "empty", "public_tests": tests})

    assert fault[0] == "public_tests"
    assert fault[2] == "at least 1 test"


@pytest.mark.parametrize("name", [None, "", 7])
def test_a_name_is_needed(name: object) -> None:
    assert field_of(name=name) == "name"


@pytest.mark.parametrize("row", [None, [], "row", 7])
def test_a_row_is_an_object(row: object) -> None:
    (fault,) = faults(row)

    assert fault[1].startswith("a row must be an object")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"private_tests": "x"}, "private_tests"),
        ({"private_tests": {"input": "x", "output": []}}, "private_tests.input"),
        ({"private_tests": {"input": ["1", 2], "output": ["1", "2"]}}, "private_tests.input[1]"),
        ({"private_tests": {"input": ["1"], "output": [None]}}, "private_tests.output[0]"),
        ({"private_tests": [{"input": "1"}]}, "private_tests[0].output"),
        ({"private_tests": ["x"]}, "private_tests[0]"),
        ({"solutions": {"language": [3], "solution": []}}, "solutions.solution"),
        ({"solutions": {"language": [5], "solution": ["x"]}}, "solutions.language[0]"),
        ({"solutions": {"language": [True], "solution": ["x"]}}, "solutions.language[0]"),
        ({"solutions": {"language": ["cobol"], "solution": ["x"]}}, "solutions.language[0]"),
        ({"description": 7}, "description"),
        ({"source": 99}, "source"),
        ({"source": -1}, "source"),
        ({"source": "SPOJ"}, "source"),
        ({"difficulty": 1.5}, "difficulty"),
        ({"cf_tags": "math"}, "cf_tags"),
        ({"cf_tags": ["math", 1]}, "cf_tags[1]"),
        ({"cf_rating": "high"}, "cf_rating"),
        ({"cf_rating": 10**30}, "cf_rating"),
        ({"cf_points": float("nan")}, "cf_points"),
        ({"cf_points": 10**400}, "cf_points"),
        ({"is_description_translated": 1}, "is_description_translated"),
    ],
)
def test_a_wrong_type_names_its_place(fields: dict[str, object], field: str) -> None:
    assert field_of(**fields) == field


@pytest.mark.parametrize(
    "limit",
    [
        *(-1, 3600.1, 1e300, float("inf"), 10**400, True, [2], "2 seconds"),
        *({"seconds": -1}, {"seconds": 3601}, {"seconds": 1 << 62}, {"seconds": 10**30}),
        *({"nanos": 10**9}, {"seconds": "2"}, {"seconds": 1.5}),
    ],
    ids=lambda value: str(value)[:20],
)
def test_negative_absurd_and_malformed_time_limits_are_refused(limit: object) -> None:
    assert field_of(time_limit=limit).startswith("time_limit")


def test_a_time_limit_out_of_range_states_the_range() -> None:
    (fault,) = faults({**GOOD, "time_limit": {"seconds": 3601, "nanos": 0}})

    assert fault[2] == "0 to 3600 s"


@pytest.mark.parametrize("limit", [-1, (64 << 30) + 1, "256 MB", 1.5, float("nan"), 10**30])
def test_negative_absurd_and_malformed_memory_limits_are_refused(limit: object) -> None:
    assert field_of(memory_limit_bytes=limit) == "memory_limit_bytes"


BAD_NAMES = [
    "a/b",
    "/etc/passwd",
    "../x",
    "a\\b",
    "a\0b",
    "a\nb",
    ".",
    "..",
    "main.py",
    "Main.java",
    "program",
    "\ud800",
]
BAD_NAMES += ["x" * 256, "é" * 128]


@pytest.mark.parametrize("field", ["input_file", "output_file"])
@pytest.mark.parametrize("name", BAD_NAMES, ids=ascii)
def test_only_a_plain_file_name_is_taken(field: str, name: str) -> None:
    assert field_of(**{field: name}) == field


@pytest.mark.parametrize("name", ["input.txt", "x" * 255, "é" * 127, "a b", "..x", "-o"])
def test_any_plain_file_name_is_taken(name: str) -> None:
    assert parse_row({**GOOD, "input_file": name}).input_file == name


def test_input_and_output_file_are_two_files() -> None:
    assert field_of(input_file="io.txt", output_file="io.txt") == "output_file"


def test_all_faults_are_reported_at_once() -> None:
    fields = [field for field, _, _ in faults({**GOOD, "name": "", "source": 99, "input_file": "a/b"})]

    assert fields == ["name", "source", "input_file"]


def test_the_number_of_faults_reported_is_bounded() -> None:
    row = {**GOOD, "private_tests": {"input": [1] * 100_000, "output": ["1"] * 100_000}}

    assert len(faults(row)) == MAX_ERRORS


def test_a_quoted_value_is_short_and_ascii() -> None:
    (fault,) = faults({**GOOD, "source": "\ud800" * 1000})

    assert fault[1].isascii()
    assert len(fault[1]) < 100


@pytest.mark.parametrize("value", [[10**10_000], {"deep": [[[10**10_000]]]}], ids=["list", "object"])
def test_a_container_is_refused_without_being_printed(value: object) -> None:
    assert faults({**GOOD, "cf_points": value})[0][1].startswith("must be a finite number, not a ")


def test_a_huge_number_is_refused_without_being_printed() -> None:
    assert faults({**GOOD, "time_limit": 10**10_000})[0][1] == "must be a finite number, not a huge integer"


TALKS: dict[str, Any] = {"protocol": "kattis", "source": "x"}


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"interactor": "guess.cpp"}, "interactor", "an object or null"),
        ({"interactor": {"source": "x"}}, "interactor.protocol", "is missing"),
        ({"interactor": {**TALKS, "protocol": "script"}}, "interactor.protocol", "script has no interactors"),
        ({"interactor": TALKS, "checker": {"name": "exact"}}, "checker", "of the protocol kattis no checker"),
        ({"interactor": TALKS, "checker": {**TALKS, "protocol": "testlib"}}, "checker", "of the protocol kattis"),
        ({"interactor": {**TALKS, "validation_passes": 2}}, "interactor.validation_passes", "have one pass"),
        (
            {"checker": {**TALKS, "protocol": "dmoj", "validation_passes": 2}},
            "checker.validation_passes",
            "kattis alone",
        ),
        ({"checker": {**TALKS, "validation_passes": 0}}, "checker.validation_passes", "greater than or equal to 1"),
        ({"interactor": TALKS, "input_file": "a.in"}, "input_file", "talks to an interactor"),
        ({"interactor": TALKS, "output_file": "a.out"}, "output_file", "talks to an interactor"),
    ],
)
def test_what_does_not_go_with_an_interactor_is_named(fields: dict[str, object], field: str, words: str) -> None:
    assert [each[0] for each in faults({**GOOD, **fields}) if words in each[1]] == [field]


def test_a_time_limit_of_blanks_is_refused_in_a_moment() -> None:
    """It took sixteen seconds for two thousand, and eight times as long for twice as many."""
    began = time.process_time()
    assert field_of(time_limit=" " * 100_000 + "x") == "time_limit"
    assert time.process_time() - began < 1
