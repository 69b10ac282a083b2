"""Rows in, problems out: both list forms, both numberings, a stable id, and the same row back."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest

from equijudge_core.contracts.verify import TestSet
from equijudge_core.judging.dataset_enums import infer_numbering
from equijudge_core.judging.problem import Solution, parse_row

ROW: dict[str, Any] = {
    "name": "1_A. Theatre Square",
    "description": "Pave it.",
    "public_tests": {"input": ["6 6 4\n"], "output": ["4\n"]},
    "private_tests": {"input": ["1 1 1\n", "2 1 1\n"], "output": ["1\n", "2\n"]},
    "generated_tests": {"input": ["9 9 9\n"], "output": ["1\n"]},
    "source": 2,
    "difficulty": 7,
    "solutions": {"language": [1, 3], "solution": ["print 4", "print(4)"]},
    "incorrect_solutions": {"language": [2], "solution": ["int main(){}"]},
    "cf_contest_id": 1,
    "cf_index": "A",
    "cf_points": 500.0,
    "cf_rating": 1000,
    "cf_tags": ["math"],
    "is_description_translated": False,
    "untranslated_description": "",
    "time_limit": {"seconds": 2, "nanos": 500_000_000},
    "memory_limit_bytes": 256_000_000,
    "input_file": "",
    "output_file": "",
}
BARE = {"name": "bare", "public_tests": {"input": ["1"], "output": ["1"]}}


def with_field(field: str, value: object) -> dict[str, Any]:
    return {**ROW, field: value}


def test_a_row_is_read() -> None:
    problem = parse_row(ROW)

    assert (problem.source, problem.difficulty) == ("CODEFORCES", "A")
    assert (problem.time_limit_s, problem.memory_limit_bytes) == (2.5, 256_000_000)
    assert problem.solutions == (Solution("python2", "print 4"), Solution("python3", "print(4)"))


def test_tests_are_named_and_ordered_public_private_generated() -> None:
    names = [test.name for test in parse_row(ROW).tests(["generated", "private", "public"])]

    assert names == ["public/0", "private/0", "private/1", "generated/0"]


def test_only_the_sets_asked_for_are_given() -> None:
    problem = parse_row(ROW)

    assert [test.output for test in problem.tests({TestSet.PRIVATE})] == [b"1\n", b"2\n"]
    assert [problem.count(test_set) for test_set in TestSet] == [1, 2, 1]


def test_the_row_comes_back_as_it_went_in() -> None:
    assert parse_row(ROW).to_row() == ROW


def test_absent_columns_get_their_defaults() -> None:
    problem = parse_row(BARE)

    assert (problem.source, problem.difficulty) == ("UNKNOWN_SOURCE", "UNKNOWN_DIFFICULTY")
    assert (problem.time_limit_s, problem.memory_limit_bytes, problem.input_file) == (None, 0, "")
    assert parse_row(problem.to_row()) == problem


def test_null_columns_and_unknown_ones_are_as_good_as_absent() -> None:
    nulls = dict.fromkeys(set(ROW) - set(BARE))

    assert parse_row({**BARE, **nulls, "extra": object()}) == parse_row(BARE)


def test_lists_of_objects_are_read_like_objects_of_lists() -> None:
    tests = [{"input": "1 1 1\n", "output": "1\n"}, {"input": "2 1 1\n", "output": "2\n"}]
    listed = with_field("private_tests", tests)
    listed["solutions"] = [{"language": 1, "solution": "print 4"}, {"language": 3, "solution": "print(4)"}]

    assert parse_row(listed) == parse_row(ROW)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        *((said, "python3") for said in (3, "PYTHON3", "python3", "py", "python", "Python")),
        *((said, "python2") for said in (1, "PYTHON", "python2", "pypy2")),
        *((said, "cpp17") for said in (2, "CPP", "cpp", "C++17", "g++")),
        *((said, "java") for said in (4, "JAVA", "Java")),
        *((said, "unknown") for said in (0, "UNKNOWN_LANGUAGE", "unknown")),
        *(("rs", "rust"), ("cpp20", "cpp20")),
    ],
)
def test_languages_are_numbers_or_names_and_read_back_the_same(language: object, name: str) -> None:
    problem = parse_row(with_field("solutions", {"language": [language], "solution": ["x"]}))

    assert problem.solutions == (Solution(name, "x"),)
    assert parse_row(problem.to_row()).solutions == problem.solutions


def test_languages_are_written_as_the_data_sets_number_where_it_has_one() -> None:
    said = ["PYTHON", "cpp", "py3", "java", "unknown", "rust", "cpp20"]
    row = parse_row(with_field("solutions", {"language": said, "solution": ["x"] * len(said)})).to_row()

    assert row["solutions"]["language"] == [1, 2, 3, 4, 0, "rust", "cpp20"]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ({"seconds": 0, "nanos": 0}, None),
        ({"seconds": None, "nanos": None}, None),
        ({"seconds": 1, "nanos": 0}, 1.0),
        ({"seconds": 2.0, "nanos": 0.0}, 2.0),
        ({"nanos": 250_000_000}, 0.25),
        (3, 3.0),
        (0.1, 0.1),
        (3600, 3600.0),
        ("", None),
        ("seconds: 2\n", 2.0),
        ("seconds: 1\nnanos: 500000000\n", 1.5),
    ],
)
def test_time_limits_come_in_several_forms(value: object, seconds: float | None) -> None:
    assert parse_row(with_field("time_limit", value)).time_limit_s == seconds


@pytest.mark.parametrize("nanos", [1, 999_999_999, 100_000_000, 333_333_333])
def test_a_time_limit_keeps_its_nanoseconds(nanos: int) -> None:
    limit = {"seconds": 3599, "nanos": nanos}

    assert parse_row(with_field("time_limit", limit)).to_row()["time_limit"] == limit


@pytest.mark.parametrize(
    ("numbering", "source", "difficulty", "names"),
    [
        ("hf", 5, 18, ("ATCODER", "L")),
        ("hf", 6, 28, ("AIZU", "V")),
        ("proto", 6, 19, ("ATCODER", "L")),
        ("proto", 7, 29, ("AIZU", "V")),
        ("hf", 4, 17, ("CODEJAM", "K")),
        ("proto", 4, 17, ("CODEJAM", "K")),
    ],
)
def test_both_numberings_are_known(
    numbering: Literal["hf", "proto"], source: int, difficulty: int, names: tuple[str, str]
) -> None:
    problem = parse_row({**ROW, "source": source, "difficulty": difficulty}, numbering)

    assert (problem.source, problem.difficulty) == names


@pytest.mark.parametrize(
    ("source", "difficulty", "numbering"),
    [
        (5, 0, "hf"),
        (2, 18, "hf"),
        (7, 0, "proto"),
        (2, 29, "proto"),
        (6, 7, None),
        (2, 19, None),
        (5, 29, None),  # neither numbering has both
    ],
)
def test_the_numbering_is_inferred_where_the_numbers_decide_it(
    source: int, difficulty: int, numbering: str | None
) -> None:
    assert infer_numbering(source, difficulty) == numbering


@pytest.mark.parametrize(
    ("fields", "source"),
    [
        ({"source": 6}, "AIZU"),  # undecided: the Hugging Face numbering
        ({"source": 6, "difficulty": 29}, "ATCODER"),
        ({"source": 6, "time_limit": "seconds: 2\n"}, "ATCODER"),  # the data set's own converter
        ({"source": "ATCODER"}, "ATCODER"),
    ],
)
def test_auto_takes_what_the_row_decides_and_else_hugging_face(fields: dict[str, Any], source: str) -> None:
    assert parse_row({**ROW, **fields}).source == source


def test_a_proto_row_is_written_in_the_hugging_face_numbering() -> None:
    row = parse_row({**ROW, "source": 7, "difficulty": 19}, "proto").to_row()

    assert (row["source"], row["difficulty"]) == (6, 18)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "other"),
        ("description", "other"),
        ("public_tests", {"input": ["6 6 4\n"], "output": ["5\n"]}),
        ("private_tests", {"input": ["2 1 1\n", "1 1 1\n"], "output": ["2\n", "1\n"]}),
        ("generated_tests", None),
        ("time_limit", {"seconds": 2, "nanos": 500_000_001}),
        ("memory_limit_bytes", 256_000_001),
        ("input_file", "input.txt"),
        ("output_file", "output.txt"),
    ],
)
def test_the_id_changes_with_all_that_bears_on_a_verdict(field: str, value: object) -> None:
    assert parse_row(with_field(field, value)).problem_id != parse_row(ROW).problem_id


@pytest.mark.parametrize("field", ["solutions", "incorrect_solutions", "cf_tags", "cf_rating", "difficulty"])
def test_the_id_does_not_change_with_the_rest(field: str) -> None:
    assert parse_row(with_field(field, None)).problem_id == parse_row(ROW).problem_id


def test_a_test_that_moves_to_another_set_makes_another_problem() -> None:
    moved = {**ROW, "private_tests": ROW["public_tests"], "public_tests": ROW["private_tests"]}

    assert parse_row(moved).problem_id != parse_row(ROW).problem_id


def test_the_id_is_the_same_on_every_machine_and_in_every_version() -> None:
    assert parse_row(ROW).problem_id == "pa66bd2653605fb9de93f280254a3283c"


def test_a_problem_without_its_solutions_is_the_same_problem() -> None:
    problem = parse_row(ROW)
    slim = problem.without_solutions()

    assert (slim.solutions, slim.incorrect_solutions) == ((), ())
    assert slim.problem_id == problem.problem_id


def test_a_summary_counts_the_tests_of_every_set() -> None:
    summary = parse_row(ROW).summary()

    assert summary.problem_id == parse_row(ROW).problem_id
    assert summary.tests == {"public": 1, "private": 2, "generated": 1}


def test_a_summary_is_json_whatever_the_name() -> None:
    assert parse_row(with_field("name", "a\ud800")).summary().name == "a\\ud800"


def test_lone_surrogates_survive() -> None:
    odd = "a\ud800b\u2028"
    row = json.loads(json.dumps(with_field("public_tests", {"input": [odd], "output": [odd]})))
    problem = parse_row(row)

    assert problem.tests()[0].input == b"a\xed\xa0\x80b\xe2\x80\xa8"
    assert problem.to_row()["public_tests"]["input"] == [odd]
    assert problem.problem_id.startswith("p")


TALKS: dict[str, Any] = {"protocol": "testlib", "source": "int main() {}", "flags": ["7"]}


def test_an_interactor_is_part_of_what_a_problem_is() -> None:
    plain, talks = parse_row(BARE), parse_row({**BARE, "interactor": TALKS})
    checked, other = parse_row({**BARE, "checker": TALKS}), parse_row({**BARE, "interactor": {**TALKS, "flags": []}})
    assert len({each.problem_id for each in (plain, talks, checked, other)}) == 4
    assert parse_row(talks.to_row()) == talks
    assert "interactor" not in plain.to_row()


@pytest.mark.parametrize("checker", [TALKS, {"protocol": "script", "source": "x"}, {"name": "testlib.wcmp"}])
def test_a_checker_may_follow_an_interactor_of_testlib(checker: dict[str, Any]) -> None:
    row = {"name": "log", "public_tests": {"input": ["1"], "output": [""]}, "interactor": TALKS, "checker": checker}
    assert parse_row(parse_row(row).to_row()) == parse_row(row)
