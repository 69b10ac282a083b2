"""The column `test_code`: what is read, what is refused by name, and what is made of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.errors import BadProblem
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_core.judging.test_code.program import complete, make_answering, source_of_answers, source_of_tests
from equijudge_core.judging.test_code.refusals import LOOKS_INSIDE, MARKS, PYTEST

PAGE = (Path(__file__).parents[2] / "docs" / "test-code.md").read_text("utf-8")
PROMPT = 'def f(n):\n    """Twice n."""\n'


def row(code: str = "", test: str = "assert f(1) == 2", **more: Any) -> dict[str, Any]:
    return {
        "name": "x",
        "public_tests": {"input": [test], "output": [""]},
        "test_code": {"code": code, "names": ["f"], **more},
    }


def faults(given: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(BadProblem) as caught:
        parse_row(given)
    return {each.field: each.problem for each in caught.value.errors}


def test_a_row_is_read_and_written() -> None:
    problem = parse_row(row("import math", prompt=PROMPT))
    assert problem.test_code == TestCode(code="import math", names=("f",), prompt=PROMPT)
    assert parse_row(json.loads(json.dumps(problem.to_row()))) == problem


@pytest.mark.parametrize("change", [{"code": "1"}, {"names": ["f", "g"]}, {"prompt": PROMPT}, {"time_limit_s": 1.0}])
def test_all_of_it_is_part_of_the_id(change: dict[str, Any]) -> None:
    assert parse_row(row(**change)).problem_id != parse_row(row()).problem_id


def test_a_problem_without_it_has_the_id_that_it_had() -> None:
    plain = {"name": "x", "public_tests": {"input": ["1"], "output": ["1"]}}
    for nothing in (None, {}, dict.fromkeys(TestCode.model_fields)):
        assert parse_row({**plain, "test_code": nothing}).problem_id == parse_row(plain).problem_id


def test_candidates_talk_to_a_program_of_the_problems() -> None:
    problem = parse_row(row(time_limit_s=2.0))
    assert problem.talks_to is not None
    assert (problem.talks_to.protocol, problem.talks_to.time_limit_s) == (CheckerProtocol.KATTIS, 2.0)
    assert (problem.summary().brings, problem.summary().calls) == ({"test_code": "python3"}, "f")


def test_no_test_is_in_what_runs_beside_the_candidate() -> None:
    problem = parse_row(row("SECRET = 1", "assert f(1) == 'SECRET'"))
    assert problem.test_code is not None
    made = make_answering(problem.test_code, "def f(n): pass")
    assert b"SECRET" not in made.source + b"".join(data for _, data in made.files)


def test_both_programs_are_python_of_one_file() -> None:
    for source in (source_of_answers(), source_of_tests()):
        compile(source, "x", "exec")
        assert not re.search(r"^\s*(from|import) equijudge", source, re.MULTILINE)


@pytest.mark.parametrize(
    "source",
    ["def f(n): pass", "async def f(n): pass", "class f: pass", "f = int", "f: object = int", "from x import f"],
)
def test_a_program_that_defines_a_name_is_whole(source: str) -> None:
    assert complete(TestCode(code="", names=("f",), prompt=PROMPT), source) == source


@pytest.mark.parametrize(
    "source", ["    return 2 * n\n", "    def f(): pass\n    return 2", "", "f == 3", "def ff(): 1"]
)
def test_any_other_is_the_completion_of_the_prompt(source: str) -> None:
    assert complete(TestCode(code="", names=("f",), prompt=PROMPT), source) == PROMPT + source


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"checker": {"name": "tokens"}}, "checker"),
        ({"interactor": {"protocol": "kattis", "source": "1"}}, "interactor"),
        ({"input_file": "x.in"}, "input_file"),
        ({"calls": {"name": "f"}}, "calls"),
        ({"test_code": 3}, "test_code"),
        ({"test_code": {"code": "", "nams": ["f"]}}, "test_code.nams"),
        ({"test_code": {"names": ["f"]}}, "test_code.code"),
        ({"test_code": {"code": "", "names": ["a b"]}}, "test_code.names[0]"),
        ({"test_code": {"code": "def"}}, "test_code.code"),
        ({"public_tests": {"input": ["assert"], "output": [""]}}, "public_tests.input[0]"),
        ({"public_tests": {"input": ["f()"], "output": ["1"]}}, "public_tests.output[0]"),
    ],
)
def test_a_fault_is_named_by_its_field(change: dict[str, Any], field: str) -> None:
    assert field in faults({**row(), **change})


REFUSED = {
    "import inspect": "imports inspect",
    "from unittest.mock import patch": "unittest.mock.patch",
    "import unittest.mock": "unittest.mock",
    "def test_x(capsys): pass": "fixture capsys",
    "import pytest\n@pytest.mark.skip\ndef test_x(): pass": "mark skip",
    "import pytest\nwith pytest.warns(UserWarning): pass": "pytest.warns",
    "import sys\nsys.stdout = None": "sys.stdout",
    "assert f.__code__": "__code__",
    "async def test_x(): pass": "asynchronous",
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_be_told_apart_is_refused_by_name_and_line(code: str) -> None:
    said = faults(row(code))["test_code.code"]
    assert REFUSED[code] in said
    assert said.startswith("line ")


def test_fixtures_and_parameters_of_its_own_are_not_refused() -> None:
    code = "import pytest\n@pytest.fixture\ndef one(): return 1\n"
    code += "@pytest.mark.parametrize('a, b', [(1, 2)])\ndef test_x(a, b, one, c=1): pass"
    assert isinstance(parse_row(row(code)), Problem)


def test_the_page_names_what_is_refused_and_its_example_is_a_row() -> None:
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert parse_row(json.loads(example)).test_code is not None
    assert all(f"`{name}`" in PAGE for name in (*MARKS, *PYTEST[:-1], *TestCode.model_fields))
    assert sum(f"`{name}`" in PAGE for name in LOOKS_INSIDE) >= 6
