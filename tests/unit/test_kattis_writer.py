"""Problems as Kattis packages: what is written is read back as the same problem, what has no form is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from equijudge.problem_files import read_problem
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.scoring import Policy, Scoring, ScoringGroup
from equijudge_core.errors import UnsupportedProblem
from equijudge_core.formats import read_row
from equijudge_core.formats.kattis_writer import NEAREST, NO_MEMORY, short_name, write_kattis
from equijudge_core.formats.package_formats import read_package
from equijudge_core.judging.problem import Problem
from tests.unit.cli_support import run

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"


def fixture(name: str) -> Problem:
    return read_problem(FIXTURES / name, None)


def again(problem: Problem) -> Problem:
    return read_package(write_kattis(problem).files, problem.name).reading.problem


def ours() -> Problem:
    return read_row(json.loads((FIXTURES / "codecontests.json").read_text())[0]).problem


@pytest.mark.parametrize("name", ["kattis-legacy", "kattis-2025", "kattis-interactive", "kattis-groups"])
def test_a_package_that_is_written_again_is_the_same_problem(name: str) -> None:
    problem = fixture(name)
    made = again(problem)
    assert replace(made, scoring=None, incorrect_solutions=()) == replace(problem, scoring=None, incorrect_solutions=())
    assert len(made.incorrect_solutions) >= len(problem.incorrect_solutions)


def test_groups_keep_their_tests_points_and_policies() -> None:
    problem = fixture("kattis-groups")
    made = again(problem).scoring
    assert made is not None
    assert problem.scoring is not None
    assert [(each.tests, each.points, each.policy) for each in made.groups] == [
        (each.tests, each.points, each.policy) for each in problem.scoring.groups
    ]


def test_a_row_of_ours_keeps_its_limits_tests_and_programs() -> None:
    problem = ours()
    made = again(problem)
    assert (made.time_limit_s, made.memory_limit_bytes) == (problem.time_limit_s, problem.memory_limit_bytes)
    assert (made.public_tests, made.private_tests) == (problem.public_tests, problem.private_tests)
    assert (made.solutions, made.incorrect_solutions) == (problem.solutions, problem.incorrect_solutions)


def test_what_is_not_said_exactly_is_told() -> None:
    notes = write_kattis(replace(ours(), memory_limit_bytes=0)).notes
    assert set(notes) == {NEAREST, NO_MEMORY}


@pytest.mark.parametrize(
    ("spec", "flags"),
    [
        (None, {"float_tolerance": 1e-5}),
        (CheckerSpec(name="tokens", ignore_case=True), {}),
        (CheckerSpec(name="tokens"), {"case_sensitive": True}),
        (CheckerSpec(name="exact"), {"case_sensitive": True, "space_change_sensitive": True}),
        (CheckerSpec(name="kattis", float_absolute_tolerance=1e-9), {"float_absolute_tolerance": 1e-9}),
        (
            CheckerSpec(name="float", abs=1e-3, rel=0.5),
            {"float_absolute_tolerance": 1e-3, "float_relative_tolerance": 0.5, "case_sensitive": True},
        ),
    ],
)
def test_a_comparison_is_the_flags_of_the_default_validator(spec: CheckerSpec | None, flags: dict[str, Any]) -> None:
    assert again(replace(ours(), checker=spec)).checker == CheckerSpec(name="kattis", **flags)


ALL = ("private/0",)
CODED = {"name": "x", "test_code": {"code": "", "names": ["f"]}, "private_tests": {"input": ["f()"], "output": [""]}}
UNWRITTEN: dict[str, tuple[dict[str, Any], str]] = {
    "files": ({"input_file": "input.txt"}, "input_file"),
    "another protocol": ({"checker": OwnChecker(protocol=CheckerProtocol.TESTLIB, source="x")}, "checker.protocol"),
    "another comparison": ({"checker": CheckerSpec(name="dmoj.easy")}, "checker.name"),
    "a product": (
        {"scoring": Scoring(groups=(ScoringGroup(name="a", tests=ALL, policy=Policy.PRODUCT, points=1),))},
        "scoring.groups[0].policy",
    ),
    "points of a sample": (
        {"scoring": Scoring(groups=(ScoringGroup(name="a", tests=("public/0",), policy=Policy.SUM, points=1),))},
        "scoring.groups",
    ),
}


@pytest.mark.parametrize("case", UNWRITTEN)
def test_what_a_package_has_no_form_for_is_refused_by_field(case: str) -> None:
    columns, field = UNWRITTEN[case]
    with pytest.raises(UnsupportedProblem) as caught:
        write_kattis(replace(ours(), **columns))
    assert [each.field for each in caught.value.errors] == [field]


def test_tests_that_are_code_are_refused() -> None:
    with pytest.raises(UnsupportedProblem, match="test_code"):
        write_kattis(read_row(CODED).problem)


def test_dependencies_are_the_groups_that_must_pass() -> None:
    tests = {"input": ["1", "2"], "output": ["1", "2"]}
    groups = [
        {"name": "a", "tests": ["private/0"], "policy": "all_or_nothing", "points": 1},
        {"name": "b", "tests": ["private/1"], "policy": "sum", "points": 2, "depends_on": ["a"]},
    ]
    problem = read_row({"name": "x", "private_tests": tests, "scoring": {"groups": groups}}).problem
    made = again(problem).scoring
    assert made is not None
    assert [each.depends_on for each in made.groups] == [(), ("secret/a",)]


@pytest.mark.parametrize(
    ("name", "taken", "made"),
    [("codeforces/9001/A", [], "codeforces-9001-a"), ("Ü!", [], "problem"), ("a b", ["a-b", "a-b-2"], "a-b-3")],
)
def test_a_folder_is_called_in_letters_digits_and_lines(name: str, taken: list[str], made: str) -> None:
    assert short_name(name, taken) == made


def test_convert_writes_rows_of_ours(tmp_path: Path) -> None:
    done = run("problems", "convert", str(FIXTURES / "apps.json"), "--out", str(tmp_path / "p.jsonl"))
    assert done.exit_code == 0, done.output
    names = [json.loads(line)["name"] for line in (tmp_path / "p.jsonl").read_text().splitlines()]
    assert names == ["apps/4001", "apps/4002"]
    assert "1 left out" in done.output


def test_convert_writes_packages_and_never_over_one(tmp_path: Path) -> None:
    command = ("problems", "convert", str(FIXTURES / "verl.json"), "--to", "kattis", "--out", str(tmp_path))
    done = run(*command)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["verl-7", "verl-8", "verl-8-2"][:2]
    assert read_problem(tmp_path / "verl-7", None).private_tests[0].input == b"1 2\n"
    assert run(*command).exit_code == 2


def test_convert_says_no_where_nothing_can_be_written(tmp_path: Path) -> None:
    source = tmp_path / "p.json"
    source.write_text(json.dumps([json.loads((FIXTURES / "apps.json").read_text())[1]]))
    refused = tmp_path / "refused.jsonl"
    done = run(
        "problems", "convert", str(source), "--to", "kattis", "--out", str(tmp_path / "k"), "--refused", str(refused)
    )
    assert done.exit_code == 1
    assert json.loads(refused.read_text())["reason"].startswith("calls: ")
