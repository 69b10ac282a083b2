"""Rows of KodCode: a file of pytest's that imports from the module `solution`. Each function, or method, is a test."""

from __future__ import annotations

import ast

from equijudge_core.formats.code_tests import code_reading, parse_code
from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    programs_column,
    refuse,
)
from equijudge_core.judging.row_reader import RowReader


def read_kodcode(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    question, solution, test = (reader.text(each) for each in ("question", "solution", "test"))
    tree = parse_code(reader, "test", test)
    check(reader)
    calls = [f"run_tests({name!r})" for name in test_names(tree)]
    if not calls:
        refuse("test", "has no test function and no class of tests")
    return code_reading(
        "kodcode",
        choose_name("kodcode", (row.get("question_id"),), question, options.name),
        question,
        {"code": test},
        (),
        calls,
        solutions=programs_column([solution] if solution.strip() else []),
    )


def test_names(tree: ast.Module) -> list[str]:
    """The tests that pytest would find in a file: functions, and methods as `Class.method`."""
    found = []
    for each in tree.body:
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test"):
            found.append(each.name)
        elif isinstance(each, ast.ClassDef) and (each.name.startswith("Test") or _is_unittest(each)):
            methods = [method for method in each.body if isinstance(method, ast.FunctionDef)]
            found += [f"{each.name}.{method.name}" for method in methods if method.name.startswith("test")]
    return list(dict.fromkeys(found))


def _is_unittest(tests: ast.ClassDef) -> bool:
    return any("TestCase" in ast.unparse(base) for base in tests.bases)


FORMAT = RowFormat(
    "kodcode",
    "KodCode",
    ("question", "solution", "test"),
    ("test_info", "style", "subset", "question_id", "version"),
    read_kodcode,
)
