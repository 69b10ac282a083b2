"""Tests that are calls of a function, as APPS, LiveCodeBench and their heirs write them, as our column `calls`.

Arguments are a list of values, or a text with one value a line, in JSON or, where the format has that, as Python writes
it. One empty line at the end counts for nothing. What is expected stands in JSON as well, or is a text that is none,
which stands for itself; it is often wrapped once more in a list.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from equijudge_core.contracts.calls import VALUE, VOID, is_of_nodes
from equijudge_core.formats.json_text import parse_json
from equijudge_core.formats.numerals import BadText
from equijudge_core.formats.python_literal import parse_literal
from equijudge_core.formats.reading import Row, check, refuse
from equijudge_core.judging.calls.kinds import read_signature, widen
from equijudge_core.judging.row_reader import Item, RowReader, quote


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
    return Tests(pairs, {**calls, **read_kinds(starter, name, pairs, wraps=style.wraps)})


def with_starter(description: str, row: Row, found: Tests) -> str:
    """A description with the code that a candidate begins with, where it is a function that is called."""
    starter = row.get("starter_code")
    if found.calls is None or not isinstance(starter, str) or not starter.strip():
        return description
    return f"{description}\n\n```python\n{starter.rstrip()}\n```"


def read_kinds(
    starter: Any, name: str, pairs: Sequence[tuple[str, str]] = (), *, wraps: bool = False
) -> dict[str, Any]:
    """Kinds of the arguments and of what is given back, by the signature in the starter code, as far as all tests have
    such values. Where nothing is given back, and a value is expected, it is the only list among the arguments that the
    call changes in place; among several it is not known which."""
    if (signature := read_signature(starter, name)) is None:
        return {}
    said, back = signature
    inputs, outputs = (
        ([parse_json(text) for text in texts] for texts in zip(*pairs, strict=True)) if pairs else ([], [])
    )
    arguments = [
        kind if is_of_nodes(kind) else widen(kind, [given[number] for given in inputs if number < len(given)])
        for number, kind in enumerate(said)
    ]
    found: dict[str, Any] = {}
    lists = [number for number, kind in enumerate(arguments) if kind.endswith("[]")]
    if back == VOID and len(lists) == 1 and all(isinstance(value, list) for value in outputs):
        found["in_place"] = lists[0]
    if wraps:
        outputs = [value[0] if isinstance(value, list) and len(value) == 1 else value for value in outputs]
    returns = back if is_of_nodes(back) else widen(back, outputs)
    if set(arguments) - {VALUE}:
        found["arguments"] = arguments
    if returns not in (VALUE, VOID):
        found["returns"] = returns
    return found


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
