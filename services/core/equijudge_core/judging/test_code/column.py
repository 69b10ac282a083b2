"""Reads the column `test_code` of a row, and names what cannot be told apart where the code shows it."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Protocol

from pydantic import ValidationError

from equijudge_core.contracts.field_errors import field_name
from equijudge_core.contracts.test_code import TestCode
from equijudge_core.judging.row_reader import RowReader, quote
from equijudge_core.judging.test_code.refusals import find_refused

COLUMN = "test_code"
BESIDE = ("checker", "interactor", "input_file", "output_file", "calls")
MOST_BYTES = 4 << 20  # of the common code, and of one test's


class CodedTest(Protocol):
    """What is needed of a test; problem.Test has it."""

    @property
    def name(self) -> str: ...
    @property
    def input(self) -> bytes: ...
    @property
    def output(self) -> bytes: ...


def read_test_code(reader: RowReader) -> TestCode | None:
    """Read the common code; None where there is none, or what there is has a fault."""
    value = reader.row.get(COLUMN)
    if value is None:
        return None
    if not isinstance(value, dict):
        reader.wrong_type(COLUMN, value, "an object or null")
        return None
    found = {name: each for name, each in value.items() if each is not None}
    if not found:
        return None  # a table has every field that any of its rows has
    try:
        return TestCode.model_validate(found)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False, include_input=False):
            _note(reader, fault["loc"], fault["type"], fault["msg"])
        return None


def _note(reader: RowReader, place: tuple[str | int, ...], kind: str, message: str) -> None:
    shown = [quote(part)[1:-1] if isinstance(part, str) else part for part in place]  # in ASCII
    where = field_name([COLUMN, *shown])
    if kind == "extra_forbidden":
        fields = list(TestCode.model_fields)
        near = get_close_matches(str(place[-1])[:100], fields, 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        reader.fail(where, "there is no such field", f"one of {', '.join(fields)}{meant}")
    else:
        reader.fail(where, message)


def check_test_code(reader: RowReader, tests: TestCode | None, cases: Iterable[CodedTest]) -> None:
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
