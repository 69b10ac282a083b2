"""A program that a problem brings and that cannot be one is refused by field and fault, before anything runs."""

from __future__ import annotations

from typing import Any

import pytest

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.errors import BadProblem
from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.includes import find_included
from equijudge_core.judging.own_programs import MOST_BYTES
from equijudge_core.judging.problem import parse_row

ROW: dict[str, Any] = {"name": "sums", "public_tests": {"input": ["1"], "output": ["1"]}}
KATTIS: dict[str, Any] = {"protocol": "kattis", "source": "x"}
SCRIPT: dict[str, Any] = {"protocol": "script", "source": "x", "language": "python3"}
DMOJ: dict[str, Any] = {"protocol": "dmoj-python", "source": "x"}


def faults(checker: object) -> list[tuple[str, str]]:
    """Field, and fault with what would be right."""
    with pytest.raises(BadProblem) as caught:
        parse_row({**ROW, "checker": checker})
    return [(each.field, f"{each.problem}; {each.limit}") for each in caught.value.errors]


@pytest.mark.parametrize(
    ("checker", "field", "words"),
    [
        ("exact", "checker", "an object or null"),
        ({"flags": []}, "checker", "neither the name of a comparison nor the protocol of a program"),
        ({"name": "nonsense"}, "checker.name", "no comparison is called 'nonsense'"),
        ({"name": "testlib.wcpm"}, "checker.name", "did you mean testlib.wcmp?"),
        ({"name": ["exact"]}, "checker.name", "a list"),
        ({"name": "tokens", "ignorecase": True}, "checker.ignorecase", "did you mean ignore_case?"),
        ({"protocol": "testlib"}, "checker.source", "required"),
        ({"source": "x"}, "checker.protocol", "is missing; one of testlib, kattis, "),
        ({"protocol": "perl", "source": "x"}, "checker.protocol", "no protocol is called 'perl'; one of testlib"),
        ({"protocol": "Testlib", "source": "x"}, "checker.protocol", "did you mean testlib?"),
        ({"protocol": "dmoj_python", "source": "x"}, "checker.protocol", "did you mean dmoj-python?"),
        ({"protocol": 7, "source": "x"}, "checker.protocol", "no protocol is called 7"),
        ({**KATTIS, "source": " \n"}, "checker.source", "is empty"),
        ({**KATTIS, "source": 7}, "checker.source", "string"),
        ({**KATTIS, "langauge": "c"}, "checker.langauge", "did you mean language?"),
        ({**KATTIS, "language": " "}, "checker.language", "is empty"),
        ({**DMOJ, "language": "cpp17"}, "checker.language", "are in python3, not 'cpp17'"),
        ({**KATTIS, "time_limit_s": 1000}, "checker.time_limit_s", "60"),
        ({**KATTIS, "memory_limit_bytes": 1}, "checker.memory_limit_bytes", "1048576"),
        ({**KATTIS, "files": {"a/../b": ""}}, "checker.files", "'a/../b' is no name that a file may have"),
        ({**KATTIS, "files": {"\ud800": ""}}, "checker.files", "is no name that a file may"),
        ({**KATTIS, "files": {"a.h": 7}}, "checker.files.a.h", "string"),
        ({**KATTIS, "files": dict.fromkeys(map(str, range(17)), "")}, "checker.files", "too many files; at most 16"),
        ({**KATTIS, "files": {"a.h": "x" * MOST_BYTES}}, "checker", "source and files are 8388609 bytes together"),
        ({**KATTIS, "files": {"main.cpp": ""}}, "checker.files.main.cpp", "may be the program's own file"),
        ({**SCRIPT, "files": {"main.py": ""}}, "checker.files.main.py", "may be the program's own file"),
        ({**KATTIS, "files": {"feedback": ""}}, "checker.files.feedback", "kattis has a file of this name itself"),
        ({**SCRIPT, "files": {"answer": ""}}, "checker.files.answer", "script has a file of this name itself"),
        ({**DMOJ, "files": {"dmoj": ""}}, "checker.files.dmoj", "dmoj-python has a file of this name itself"),
        ({**SCRIPT, "flags": ["-v"]}, "checker.flags", "the protocol script has no flags"),
        ({**DMOJ, "flags": ["precision=6"]}, "checker.flags", "a JSON object"),
        ({**KATTIS, "flags": ["a\0b"]}, "checker.flags[0]", "pattern"),
    ],
)  # fmt: skip
def test_a_checker_that_is_none_is_named(checker: object, field: str, words: str) -> None:
    [(where, fault)] = faults(checker)
    assert where == field
    assert words in fault
    assert f"{where}{fault}".isascii()
    assert len(fault) < 800


def test_every_fault_is_named_at_once() -> None:
    checker = {**SCRIPT, "source": "", "flags": ["-v"], "files": {"input": "", "main.py": ""}}
    assert [field for field, _ in faults(checker)] == [
        *("checker.source", "checker.flags", "checker.files.input", "checker.files.main.py")
    ]


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_checker_may_bring_headers_of_any_name(protocol: str) -> None:
    checker = {"protocol": protocol, "source": "x", "files": {"main.h": "", "testlib.h": "", "table.txt": ""}}
    assert isinstance(parse_row({**ROW, "checker": checker}).checker, OwnChecker)


def test_nulls_are_what_a_table_has_where_another_row_has_something() -> None:
    empty = dict.fromkeys(CheckerSpec.model_fields) | dict.fromkeys(OwnChecker.model_fields)
    checkers = (KATTIS | {"files": {"a.h": ""}}, {"name": "tokens"}, None)
    for checker in checkers:
        tabled = None if checker is None else {**empty, **checker}
        if checker and "files" in checker:
            tabled = {**empty, **checker, "files": {"a.h": "", "b.h": None}}
        assert parse_row({**ROW, "checker": tabled}) == parse_row({**ROW, "checker": checker})
    assert parse_row({**ROW, "checker": empty}).checker is None


@pytest.mark.parametrize("checker", [KATTIS, SCRIPT, DMOJ], ids=lambda checker: checker["protocol"])
def test_a_row_that_is_made_of_the_problem_is_read_as_the_same(checker: dict[str, Any]) -> None:
    """Its protocol may have one language alone, which the row need not name."""
    problem = parse_row({**ROW, "checker": checker})
    assert parse_row(problem.to_row()) == problem


@pytest.mark.parametrize("files", [[("a.h", ""), ("b.h", None)], [["a.h", ""]]])
def test_a_map_of_arrow_is_a_list_of_pairs(files: Any) -> None:
    mapped = parse_row({**ROW, "checker": KATTIS | {"files": files}})
    assert mapped == parse_row({**ROW, "checker": KATTIS | {"files": {"a.h": ""}}})


@pytest.mark.parametrize("files", [[[["a.h"], ""]], [["a.h"]], ["a.h"], "a.h", 7])
def test_files_that_are_no_map_are_named(files: Any) -> None:
    assert [field for field, _ in faults(KATTIS | {"files": files})] == ["checker.files"]


def test_headers_are_found_by_what_includes_them() -> None:
    headers = {"a.h": '#include "b.h"\n', "b.h": "#include <a.h>\n", "c.h": "", "d.h": ""}
    assert find_included(['int x;\n  #  include "a.h" // "c.h"\n'], headers) == ("a.h", "b.h")
    assert find_included(['#include "d.h"x', "#include <vector>"], headers) == ("d.h",)


MANY = {f"k{number}": 1 for number in range(1001)}


@pytest.mark.parametrize(
    ("checker", "field"),
    [
        ({**KATTIS, **MANY}, "checker"),
        ({"name": "exact", **MANY}, "checker"),
        ({**KATTIS, "files": MANY}, "checker.files"),
        ({**KATTIS, "flags": [1] * 1001}, "checker.flags"),
    ],
)
def test_of_thousands_of_entries_none_is_named(checker: object, field: str) -> None:
    """To name them one by one kept a reader of requests busy for a minute with ten megabytes."""
    assert faults(checker) == [(field, "has too many entries; at most 1000")]
