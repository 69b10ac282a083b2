"""The handbook's problems with checkers, interactors and points: whole, labelled, and judged again without the checker.
No program is run here."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from typing import Any

import pytest
from scripts.chapters import PYTHON, Program

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.judging.points import max_points
from equijudge_core.judging.problem import parse_row
from tests import handbook
from tests.handbook import CHECKED

ROWS = handbook.read_rows(CHECKED)
LABELS, OTHERS = handbook.read_labels(CHECKED), handbook.read_others(CHECKED)
CHAPTERS = handbook.read_chapters(CHECKED)
TEST_SETS = ("public_tests", "private_tests", "generated_tests")
each_row = pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])


def labels_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    """In every language."""
    return [label for label in (*LABELS, *OTHERS) if label["problem"] == row["name"]]


def cases_of(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [each for name in TEST_SETS for each in zip(row[name]["input"], row[name]["output"], strict=True)]


def test_every_chapter_is_a_row_in_order_of_name_and_in_one_set_alone() -> None:
    assert list(CHAPTERS) == [row["name"] for row in ROWS]
    assert not set(CHAPTERS) & set(handbook.read_chapters())


def test_the_files_stay_small() -> None:
    assert sum((CHECKED / name).stat().st_size for name in handbook.FILES) < 1_000_000


@each_row
def test_a_row_comes_back_from_the_parser_with_what_decides(row: dict[str, Any]) -> None:
    again = parse_row(row, numbering="hf").to_row()
    assert set(again) == set(row)
    assert all(again[name] == row[name] for name in row if name not in ("checker", "interactor", "scoring"))


@each_row
def test_what_decides_is_the_program_of_the_chapter(row: dict[str, Any]) -> None:
    chapter = CHAPTERS[row["name"]]
    for column, found in (("checker", chapter.checker), ("interactor", chapter.interactor)):
        assert (column in row) == (found is not None)
        if found is not None:
            own = OwnChecker.model_validate(row[column])
            assert Program(own.protocol, own.source, language=own.language) == found.program
            assert found.about.endswith(".")


@each_row
def test_a_problem_has_ten_tests_some_in_every_set_and_none_twice(row: dict[str, Any]) -> None:
    inputs = [given for given, _ in cases_of(row)]
    assert len(set(inputs)) == len(inputs) >= 10
    assert min(len(row[name]["input"]) for name in TEST_SETS) >= 2


@each_row
def test_a_stored_answer_is_right_without_the_checker(row: dict[str, Any]) -> None:
    namespace: dict[str, Any] = {}
    exec(CHAPTERS[row["name"]].tests, namespace)
    assert {"is_right", "answer"} & set(namespace) or not {"checker", "interactor"} & set(row)
    if "is_right" in namespace:
        assert all(namespace["is_right"](given, answer) for given, answer in cases_of(row))
        assert not any(namespace["is_right"](given, "") for given, _ in cases_of(row))
    made = namespace["cases"](random.Random(row["name"]))
    assert [row[name]["input"] for name in TEST_SETS] == [made[name.removesuffix("_tests")] for name in TEST_SETS]


@each_row
def test_a_problem_has_three_methods_two_languages_and_wrong_programs(row: dict[str, Any]) -> None:
    right = [label for label in labels_of(row) if label["expected"] == "AC"]
    wrong = [label for label in labels_of(row) if label["expected"] != "AC"]
    assert len({label["family"] for label in right}) >= 3
    assert len({label["language"] for label in right}) >= 2
    assert len({label["reason"] for label in wrong}) >= 6
    assert len({label["expected"] for label in wrong}) >= 2


@each_row
def test_labels_have_points_where_the_problem_gives_some(row: dict[str, Any]) -> None:
    """All of them for the right programs, fewer for the others."""
    scoring = parse_row(row, numbering="hf").scoring
    right: set[Any] = {label.get("points") for label in labels_of(row) if label["expected"] == "AC"}
    wrong: set[Any] = {label.get("points") for label in labels_of(row) if label["expected"] != "AC"}
    if scoring is None:
        assert right == wrong == {None}
    else:
        assert right == {max_points(scoring)} == {100.0}
        assert len(wrong) >= 4
        assert all(0 <= points < 100 for points in wrong)


def test_the_labels_name_every_program_in_python_in_the_order_of_the_rows() -> None:
    places = [
        (row["name"], number, column, index)
        for number, row in enumerate(ROWS)
        for column in ("solutions", "incorrect_solutions")
        for index in range(len(row[column]["solution"]))
    ]
    assert [(x["problem"], x["row"], x["list"], x["index"]) for x in LABELS] == places


def test_a_label_carries_the_hash_of_its_program() -> None:
    sources = [ROWS[x["row"]][x["list"]]["solution"][x["index"]] for x in LABELS]
    hashed = [hashlib.sha256(source.encode()).hexdigest() for source in (*sources, *(x["source"] for x in OTHERS))]
    assert [x["sha256"] for x in (*LABELS, *OTHERS)] == hashed
    assert len(set(hashed)) == len(hashed)


def test_programs_of_other_languages_are_those_of_the_chapters() -> None:
    written = [
        (name, one.language, one.source)
        for name, chapter in CHAPTERS.items()
        for one in (*chapter.all_right, *chapter.all_wrong)
        if one.language != PYTHON
    ]
    assert [(x["problem"], x["language"], x["source"]) for x in OTHERS] == written


def test_there_is_a_problem_for_each_way_to_decide() -> None:
    """Two with checkers of testlib's, two with Kattis' validators, and DMOJ's in Python and by exit status; interactors
    of the three, one with a checker behind it."""
    checkers = Counter(row["checker"]["protocol"] for row in ROWS if "checker" in row and "interactor" not in row)
    assert checkers["testlib"] >= 2
    assert checkers["kattis"] >= 2
    assert {"dmoj", "dmoj-python"} <= set(checkers)
    interactors = {row["interactor"]["protocol"] for row in ROWS if "interactor" in row}
    assert interactors == {"testlib", "kattis", "dmoj"}
    assert any("checker" in row and "interactor" in row for row in ROWS)
    assert any(row.get("checker", {}).get("validation_passes") == 2 for row in ROWS)
    scored = [set(row) & {"checker", "interactor"} for row in ROWS if "scoring" in row]
    assert all(decides in scored for decides in (set(), {"checker"}, {"interactor"}))


@each_row
def test_the_readme_counts_what_a_problem_has(row: dict[str, Any]) -> None:
    readme = (CHECKED.parents[1] / "README.md").read_text("utf-8").splitlines()
    found = labels_of(row)
    right = sum(label["expected"] == "AC" for label in found)
    programs = [column for column in ("checker", "interactor") if column in row]
    named = [f"{column}: `{row[column]['protocol']}`, {row[column]['language']}" for column in programs]
    decides = ", ".join([*named, *(["points"] if "scoring" in row else [])])
    place = f"handbook/checked/chapters/{row['name']}.md"
    line = f"| [`{row['name']}`]({place}) | {decides} | {len(cases_of(row))} | {right} |"
    assert [each for each in readme if each.startswith(line)] == [f"{line} {len(found) - right} |"]


def test_the_manual_counts_problems_and_programs() -> None:
    page = " ".join((CHECKED.parents[2] / "docs" / "develop.md").read_text("utf-8").split())
    programs = len(LABELS) + len(OTHERS)
    assert f"are {len(ROWS)} problems whose answer is not one text, with {programs} programs" in page
