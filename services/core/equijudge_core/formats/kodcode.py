"""Rows of KodCode: a file of pytest's that imports from the module `solution`. Each of its functions is a test."""

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
    calls = [_call(each) for each in tree.body if isinstance(each, ast.FunctionDef) and each.name.startswith("test")]
    if any(isinstance(each, ast.ClassDef) and each.name.startswith("Test") for each in tree.body):
        refuse("test", "has classes of tests, which are not supported")
    if not calls:
        refuse("test", "has no function test_…()")
    return code_reading(
        "kodcode",
        choose_name("kodcode", (row.get("question_id"),), question, options.name),
        question,
        {"code": test},
        (),
        calls,
        solutions=programs_column([solution] if solution.strip() else []),
    )


def _call(function: ast.FunctionDef) -> str:
    given = function.args
    if given.args or given.posonlyargs or given.kwonlyargs:
        refuse("test", f"{function.name[:60]} takes fixtures or parameters of pytest, which are not supported")
    if function.decorator_list:
        refuse("test", f"{function.name[:60]} has marks of pytest, which are not supported")
    return f"{function.name}()"


FORMAT = RowFormat(
    "kodcode",
    "KodCode",
    ("question", "solution", "test"),
    ("test_info", "style", "subset", "question_id", "version"),
    read_kodcode,
)
