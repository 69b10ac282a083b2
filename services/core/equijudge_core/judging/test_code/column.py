"""Reads the column `test_code` of a row, and names what cannot be told apart where the code shows it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from equijudge_core.contracts.test_code import TestCode
from equijudge_core.judging.model_column import CaseText, read_model
from equijudge_core.judging.row_reader import RowReader
from equijudge_core.judging.test_code.refusals import find_refused

COLUMN = "test_code"
BESIDE = ("checker", "interactor", "input_file", "output_file", "calls")
MOST_BYTES = 4 << 20  # of the common code, and of one test's


def read_test_code(reader: RowReader) -> TestCode | None:
    """Read the common code; None where there is none, or what there is has a fault."""
    return read_model(reader, COLUMN, TestCode)


def check_test_code(reader: RowReader, tests: TestCode | None, cases: Iterable[CaseText]) -> None:
    """Note what does not go beside tests that are code, code that is none, and what is refused in it."""
    if tests is None:
        return
    for field in BESIDE:
        if reader.row.get(field):
            reader.fail(field, "tests that are code compare by themselves, and have no files", "null")
    _check_source(reader, f"{COLUMN}.code", tests.code)
    for part in ("prelude", "prompt"):
        if len(getattr(tests, part).encode()) > MOST_BYTES:
            reader.fail(f"{COLUMN}.{part}", "is too long", f"at most {MOST_BYTES} bytes")
    for case in cases:
        name, _, number = case.name.partition("/")
        if case.output:
            reader.fail(f"{name}_tests.output[{number}]", "a test that is code has no output", "an empty text")
        _check_source(reader, f"{name}_tests.input[{number}]", case.input.decode("utf-8", "replace"))


def _check_source(reader: RowReader, field: str, source: str) -> None:
    if len(source.encode()) > MOST_BYTES:
        reader.fail(field, "is too long", f"at most {MOST_BYTES} bytes")
        return
    tree = parse_code(source)
    if isinstance(tree, str):
        reader.fail(field, f"is no code in Python: {tree}")
    else:
        for line, fault in find_refused(tree):
            reader.fail(field, f"line {line} {fault}")


def parse_code(source: str) -> ast.Module | str:
    """The code, or what is wrong with it."""
    try:
        return ast.parse(source)
    except SyntaxError as error:
        return f"{error.msg} (line {error.lineno})"
    except (ValueError, MemoryError, RecursionError) as error:
        return str(error) or type(error).__name__


def as_column(**fields: Any) -> dict[str, Any]:
    """The column, without what is as it would be."""
    return {name: each for name, each in fields.items() if each}
