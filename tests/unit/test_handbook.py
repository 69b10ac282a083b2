"""The handbook in data/: whole, labelled, and in the schema of the data set. No program is run here."""

from __future__ import annotations

import ast
import gzip
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from scripts.chapters import PYTHON, Chapter, Example, Program

from equijudge_core.judging.problem import parse_row
from tests import handbook

KEYS = [
    "name",
    "description",
    "public_tests",
    "private_tests",
    "generated_tests",
    "source",
    "difficulty",
    "solutions",
    "incorrect_solutions",
    "cf_contest_id",
    "cf_index",
    "cf_points",
    "cf_rating",
    "cf_tags",
    "is_description_translated",
    "untranslated_description",
    "time_limit",
    "memory_limit_bytes",
    "input_file",
    "output_file",
]
TEST_SETS = ("public_tests", "private_tests", "generated_tests")


ROWS = handbook.read_rows()
LABELS = handbook.read_labels()
OTHERS = handbook.read_others()
CHAPTERS = handbook.read_chapters()
NAMES = [row["name"] for row in ROWS]
each_row = pytest.mark.parametrize("row", ROWS, ids=NAMES)
# Of the last round these twelve were written when the signature had been tuned on half of the other 24.
WRITTEN_LATER = {
    "catalan_number", "dice_sums", "distinct_in_ranges", "gas_station", "increasing_path", "largest_square",
    "pair_distance", "palindrome_cuts", "shortest_cycle", "subset_xor", "weighted_jobs", "wildcard_match",
}  # fmt: skip


def labels_of(row: dict[str, Any], column: str) -> list[dict[str, Any]]:
    return [label for label in LABELS if (label["problem"], label["list"]) == (row["name"], column)]


def programs_of(row: dict[str, Any], column: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Each label with the source that it stands for."""
    return zip(labels_of(row, column), row[column]["solution"], strict=True)


def test_there_are_at_least_thirty_problems_with_names_of_their_own() -> None:
    assert len(set(NAMES)) == len(NAMES) >= 30


def test_every_chapter_is_a_row_in_order_of_name() -> None:
    assert list(CHAPTERS) == NAMES


def test_the_files_stay_small() -> None:
    assert handbook.PROBLEMS.stat().st_size < 1_000_000
    assert len(gzip.decompress(handbook.PROBLEMS.read_bytes())) < 3_500_000


@each_row
def test_a_row_has_exactly_the_columns_of_the_data_set(row: dict[str, Any]) -> None:
    assert list(row) == KEYS
    assert all(list(row[name]) == ["input", "output"] for name in TEST_SETS)


@each_row
def test_a_row_comes_back_unchanged_from_the_parser(row: dict[str, Any]) -> None:
    assert parse_row(row, numbering="hf").to_row() == row


@each_row
def test_a_problem_has_ten_tests_and_some_in_every_set(row: dict[str, Any]) -> None:
    counts = [len(row[name]["input"]) for name in TEST_SETS]
    assert sum(counts) >= 10
    assert min(counts) >= 2


@each_row
def test_no_test_is_there_twice_and_every_one_has_an_answer(row: dict[str, Any]) -> None:
    inputs = [text for name in TEST_SETS for text in row[name]["input"]]
    outputs = [text for name in TEST_SETS for text in row[name]["output"]]
    assert len(set(inputs)) == len(inputs) == len(outputs)
    assert all(text.endswith("\n") and text.strip() for text in outputs)


@each_row
def test_a_problem_has_five_families_with_two_programs_each(row: dict[str, Any]) -> None:
    families = Counter(label["family"] for label in labels_of(row, "solutions"))
    assert families.total() == len(row["solutions"]["solution"])
    assert len(families) >= 5
    assert min(families.values()) >= 2


@each_row
def test_a_solution_is_named_by_its_family_and_its_variant(row: dict[str, Any]) -> None:
    algorithms = [label["algorithm"] for label in labels_of(row, "solutions")]
    assert len(set(algorithms)) == len(algorithms)
    for label in labels_of(row, "solutions"):
        family, *variant = label["algorithm"].split("__")
        assert family == label["family"]
        assert len(variant) <= 1
        assert all(variant)


@each_row
def test_every_family_is_explained_in_a_sentence(row: dict[str, Any]) -> None:
    about = {family.name: family.about for family in CHAPTERS[row["name"]].families}
    assert [name for name, text in about.items() if not text.endswith((".", "?"))] == []
    assert len(set(about.values())) == len(about)


@each_row
def test_no_two_solutions_of_a_problem_differ_in_layout_and_comments_only(row: dict[str, Any]) -> None:
    trees = [ast.dump(ast.parse(source)) for source in row["solutions"]["solution"]]
    assert len(set(trees)) == len(trees)


def test_every_program_parses() -> None:
    for row in ROWS:
        for source in row["solutions"]["solution"] + row["incorrect_solutions"]["solution"]:
            assert ast.parse(source).body


def test_a_third_of_the_last_round_is_held_back_by_hash() -> None:
    """It was written when the signature had been tuned on the rounds before it, and by others."""
    settings = {name: tomllib.loads(chapter.settings) for name, chapter in CHAPTERS.items()}
    held_back = {name for name in NAMES if settings[name]["held_back"]}
    written_first = [name for name in NAMES if settings[name]["round"] == 4 and name not in WRITTEN_LATER]
    written_first.sort(key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    assert held_back == set(written_first[:12])
    assert len(written_first) == 24
    assert all(label["held_back"] == (label["problem"] in held_back) for label in LABELS)


@each_row
def test_a_problem_has_wrong_programs(row: dict[str, Any]) -> None:
    kinds = Counter(label["expected"] for label in labels_of(row, "incorrect_solutions"))
    assert kinds["WA"] >= 2
    assert set(kinds) <= {"WA", "TLE", "RE", "MLE"}


def test_ten_problems_have_wrong_programs_of_every_kind() -> None:
    kinds = [{label["expected"] for label in labels_of(row, "incorrect_solutions")} for row in ROWS]
    assert sum(each == {"WA", "TLE", "RE", "MLE"} for each in kinds) >= 10


def test_solutions_are_labelled_accepted_and_no_other_program_is() -> None:
    assert all((label["expected"] == "AC") == (label["list"] == "solutions") for label in LABELS)


def test_the_labels_name_every_program_once_in_the_order_of_the_rows() -> None:
    places = [
        (row["name"], number, column, index)
        for number, row in enumerate(ROWS)
        for column in ("solutions", "incorrect_solutions")
        for index in range(len(row[column]["solution"]))
    ]
    assert [(x["problem"], x["row"], x["list"], x["index"]) for x in LABELS] == places


def test_a_label_carries_the_hash_of_its_program_and_no_program_is_there_twice() -> None:
    sources = [ROWS[x["row"]][x["list"]]["solution"][x["index"]] for x in LABELS]
    hashes = [label["sha256"] for label in LABELS]
    assert hashes == [hashlib.sha256(source.encode()).hexdigest() for source in sources]
    assert len(set(hashes)) == len(hashes)


@each_row
def test_a_program_in_the_row_is_that_of_its_name_in_the_chapter(row: dict[str, Any]) -> None:
    chapter = CHAPTERS[row["name"]]
    right = [Program(label["algorithm"], source) for label, source in programs_of(row, "solutions")]
    wrong = [
        Program(f"{label['expected']}_{label['reason']}", source)
        for label, source in programs_of(row, "incorrect_solutions")
    ]
    assert (right, wrong) == (list(chapter.right), list(chapter.wrong))


@each_row
def test_a_row_has_the_statement_and_the_examples_of_its_chapter(row: dict[str, Any]) -> None:
    chapter, public = CHAPTERS[row["name"]], row["public_tests"]
    assert row["description"] == chapter.statement
    assert list(map(Example, public["input"], public["output"])) == list(chapter.examples)


def test_one_problem_at_least_reads_and_writes_files() -> None:
    assert any(row["input_file"] and row["output_file"] for row in ROWS)


@pytest.mark.parametrize("name", [*handbook.FILES, *(f"checked/{name}" for name in handbook.FILES)])
def test_the_readme_gives_lines_bytes_and_hash_of_what_a_file_holds(name: str) -> None:
    path = handbook.FOLDER / name
    data = gzip.decompress(path.read_bytes())
    count, digest = len(data.splitlines()), hashlib.sha256(data).hexdigest()
    line = f"| `handbook/{name}` | {count} | {len(data):,} | `{digest}` |"
    assert line in (handbook.FOLDER.parent / "README.md").read_text("utf-8").splitlines()


def problems_with(language: str, *, right: bool) -> set[str]:
    return {x["problem"] for x in OTHERS if x["language"] == language and (x["expected"] == "AC") is right}


def test_fourteen_problems_have_right_and_wrong_programs_in_cpp_and_java() -> None:
    with_both = [problems_with(language, right=right) for language in ("cpp17", "java") for right in (True, False)]
    assert len(set.intersection(*with_both)) >= 14


def test_twelve_problems_have_right_and_wrong_programs_for_pypy() -> None:
    assert len(problems_with("pypy3", right=True) & problems_with("pypy3", right=False)) >= 12


@pytest.mark.parametrize("language", ["c", "go", "javascript", "rust"])
def test_a_language_of_the_others_has_a_right_and_a_wrong_program(language: str) -> None:
    assert problems_with(language, right=True)
    assert problems_with(language, right=False)


@pytest.mark.parametrize(
    ("language", "verdicts"),
    [
        ("cpp17", {"CE", "MLE", "RE", "TLE", "WA"}),
        ("java", {"CE", "MLE", "RE", "TLE", "WA"}),
        ("pypy3", {"MLE", "RE", "TLE", "WA"}),
    ],
)
def test_the_wrong_programs_of_a_language_are_of_every_kind(language: str, verdicts: set[str]) -> None:
    assert {x["expected"] for x in OTHERS if x["language"] == language} == {"AC", *verdicts}


def others_of(name: str, chapter: Chapter) -> Iterator[tuple[str, str, str, str]]:
    """Problem, language, name and source of the programs that are in another language than Python."""
    for one in (*chapter.all_right, *chapter.all_wrong):
        if one.language != PYTHON:
            yield name, one.language, one.name, one.source


def test_the_programs_in_other_languages_are_those_of_the_chapters_in_order() -> None:
    written = [each for name, chapter in CHAPTERS.items() for each in others_of(name, chapter)]
    built = [
        (x["problem"], x["language"], x.get("algorithm") or f"{x['expected']}_{x['reason']}", x["source"])
        for x in OTHERS
    ]
    assert built == written


def test_a_name_stands_for_one_program_of_a_language_and_no_source_is_there_twice() -> None:
    names = [(x["problem"], x["language"], x.get("algorithm") or (x["expected"], x["reason"])) for x in OTHERS]
    assert len(set(names)) == len({x["source"] for x in OTHERS}) == len(OTHERS)
    assert all(x["sha256"] == hashlib.sha256(x["source"].encode()).hexdigest() for x in OTHERS)


def test_the_readme_counts_the_programs_of_other_languages() -> None:
    """A row for each problem that has some, a column for each language: right and wrong ones."""
    readme = (handbook.FOLDER.parent / "README.md").read_text("utf-8").splitlines()
    columns = ("cpp17", "java", "pypy3", "c", "go", "javascript", "rust")
    for name in {x["problem"]: None for x in OTHERS}:
        counts = Counter((x["language"], x["expected"] == "AC") for x in OTHERS if x["problem"] == name)
        cells = [
            f"{counts[each, True]}, {counts[each, False]}" if counts[each, True] or counts[each, False] else ""
            for each in columns
        ]
        assert f"| [`{name}`](handbook/chapters/{name}.md) | {' | '.join(cells)} |" in readme
    assert f"{len(OTHERS)} programs in other languages" in "\n".join(readme)
