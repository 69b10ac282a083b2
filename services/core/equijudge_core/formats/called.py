"""Tests that are calls of a function, as APPS, LiveCodeBench and their heirs write them, as our column `calls`.

Arguments are a list of values, or a text with one value a line, in JSON or, where the format has that, as Python writes
it. One empty line at the end counts for nothing. What is expected stands in JSON as well, or is a text that is none,
which stands for itself; it is often wrapped once more in a list.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.formats.json_text import parse_json
from equijudge_core.formats.numerals import BadText
from equijudge_core.formats.python_literal import parse_literal
from equijudge_core.formats.reading import Row, check, refuse
from equijudge_core.judging.row_reader import Item, RowReader, quote

MOST_STARTER = 20_000  # characters of a signature
NODES = re.compile(r"\b(ListNode|TreeNode)\b")
MANY = re.compile(r"\b(?:List|list|Sequence|Iterable)\[")


@dataclass(frozen=True, slots=True)
class Tests:
    """Inputs with outputs, and the column `calls` where they are those of calls, or `test_code` where they are code."""

    pairs: list[tuple[str, str]]
    calls: dict[str, Any] | None = None
    test_code: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class CallStyle:
    """How a format writes calls. literals: values may be written as Python does. wraps: what is expected may be wrapped
    in a list. integer_keys: keys of objects that are integers are meant as such."""

    literals: bool = False
    wraps: bool = False
    integer_keys: bool = False


def call_tests(
    reader: RowReader,
    name: Any,
    cases: Sequence[tuple[Item, Item]],
    style: CallStyle,
    starter: Any = "",
) -> Tests:
    """Make tests of calls of a function. Raises BadProblem, UnsupportedProblem."""
    if not isinstance(name, str) or not name.isidentifier() or not name.isascii():
        refuse(cases[0][0][0] if cases else "", f"asks for calls of {quote(name)}, which is no name of a function")
    pairs = [(_arguments(reader, given, style), _expected(reader, wanted, style)) for given, wanted in cases]
    check(reader)
    calls: dict[str, Any] = {"name": name, "prelude": True, "integer_keys": style.integer_keys}
    if style.wraps:
        calls["compare"] = {"or_wrapped": True}
    return Tests(pairs, {**calls, **read_kinds(starter, name)})


def with_starter(description: str, row: Row, found: Tests) -> str:
    """A description with the code that a candidate begins with, where it is a function that is called."""
    starter = row.get("starter_code")
    if found.calls is None or not isinstance(starter, str) or not starter.strip():
        return description
    return f"{description}\n\n```python\n{starter.rstrip()}\n```"


def read_kinds(starter: Any, name: str) -> dict[str, Any]:
    """Which arguments, and whether the result, are linked lists or trees, by the signature in the starter code."""
    function = _signature(starter, name)
    if function is None:
        return {}
    arguments = [_kind(each.annotation) for each in function.args.args if each.arg != "self"]
    found: dict[str, Any] = {}
    if set(arguments) - {"value"}:
        found["arguments"] = arguments
    if (returns := _kind(function.returns)) != "value":
        found["returns"] = returns
    return found


def _signature(starter: Any, name: str) -> ast.FunctionDef | None:
    if not isinstance(starter, str) or not 0 < len(starter) <= MOST_STARTER:
        return None
    try:
        tree = ast.parse(starter.rstrip() + " pass")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None
    return next((each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) and each.name == name), None)


def _kind(annotation: ast.expr | None) -> str:
    said = "" if annotation is None else ast.unparse(annotation)
    node = NODES.search(said)
    if node is None:
        return "value"
    return f"{node[1]}[]" if MANY.search(said) else node[1]


def _arguments(reader: RowReader, item: Item, style: CallStyle) -> str:
    field, value = item
    if isinstance(value, list | tuple):
        return _dump(reader, field, list(value))
    if not isinstance(value, str):
        reader.wrong_type(field, value, "a list of arguments, or a text with one a line")
        return "[]"
    lines = value.split("\n")
    if len(lines) > 1 and not lines[-1].strip():
        lines.pop()
    if lines == [""]:
        return "[]"
    return "[" + ", ".join(_json_of(reader, f"{field}, line {n}", line, style) for n, line in enumerate(lines, 1)) + "]"


def _expected(reader: RowReader, item: Item, style: CallStyle) -> str:
    field, value = item
    if not isinstance(value, str) or style.wraps:
        return _dump(reader, field, value)
    try:
        parse_json(value)
        return value
    except BadText:
        return _json_of(reader, field, value, style) if style.literals and _is_literal(value) else json.dumps(value)


def _json_of(reader: RowReader, field: str, text: str, style: CallStyle) -> str:
    """A value as JSON, as it stands where it is such."""
    try:
        parse_json(text)
        return text
    except BadText as error:
        fault = str(error)
    if style.literals and _is_literal(text):
        return _dump(reader, field, parse_literal(text))
    reader.fail(field, fault)
    return "null"


def _is_literal(text: str) -> bool:
    try:
        parse_literal(text)
    except BadText:
        return False
    return True


def _dump(reader: RowReader, field: str, value: Any) -> str:
    try:
        return json.dumps(value)
    except TypeError as error:
        reader.fail(field, f"has no form in JSON: {error}")
    except ValueError:
        refuse(field, "has an integer of more digits than a call's argument may have")
    except RecursionError:
        reader.fail(field, "is nested too deeply")
    return "null"
