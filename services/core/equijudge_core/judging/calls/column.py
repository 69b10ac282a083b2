"""Reads the column `calls` of a row, and what of the row does not go beside it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Protocol

from pydantic import ValidationError

from equijudge_core.contracts.calls import CallComparison, CallKind, Calls
from equijudge_core.contracts.field_errors import field_name
from equijudge_core.judging.calls.encoding import check_typed, encode_json, parse_json
from equijudge_core.judging.row_reader import RowReader, quote

COLUMN = "calls"
BESIDE = ("checker", "interactor", "input_file", "output_file")


class CalledTest(Protocol):
    """What is needed of a test; problem.Test has it."""

    @property
    def name(self) -> str: ...
    @property
    def input(self) -> bytes: ...
    @property
    def output(self) -> bytes: ...


def read_calls(reader: RowReader) -> Calls | None:
    """Read what is called; None where nothing is, or what there is has a fault."""
    value = reader.row.get(COLUMN)
    if value is None:
        return None
    if not isinstance(value, dict):
        reader.wrong_type(COLUMN, value, "an object or null")
        return None
    found = {name: _without_nulls(each) for name, each in value.items() if each is not None}
    if not found:
        return None  # a table has every field that any of its rows has
    try:
        return Calls.model_validate(found)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=False, include_input=False):
            _note(reader, fault["loc"], fault["type"], fault["msg"])
        return None


def _without_nulls(value: Any) -> Any:
    return {name: each for name, each in value.items() if each is not None} if isinstance(value, dict) else value


def _note(reader: RowReader, place: tuple[str | int, ...], kind: str, message: str) -> None:
    """Note a fault that pydantic found, in this column."""
    shown = [quote(part)[1:-1] if isinstance(part, str) else part for part in place]  # in ASCII
    where = field_name([COLUMN, *shown])
    if kind == "extra_forbidden":
        fields = list(CallComparison.model_fields if len(place) > 1 else Calls.model_fields)
        near = get_close_matches(str(place[-1])[:100], fields, 1)
        meant = f"; did you mean {near[0]}?" if near else ""
        reader.fail(where, "there is no such field", f"one of {', '.join(fields)}{meant}")
    else:
        reader.fail(where, message)


def check_calls(reader: RowReader, calls: Calls | None, tests: Iterable[CalledTest]) -> None:
    """Note what does not go beside calls, and tests that are none."""
    if calls is None:
        return
    for field in BESIDE:
        if reader.row.get(field):
            reader.fail(field, "a function that is called has its own comparison, and no files", "null")
    for test in tests:
        if (fault := argument_fault(test.input, calls)) is not None:
            wanted = "a JSON list of arguments, or a JSON object of keyword arguments"
            reader.fail(_field(test.name, "input"), fault, wanted)
        if (fault := value_fault(test.output, calls.result_kind, calls)) is not None:
            reader.fail(_field(test.name, "output"), fault, "the JSON of what the call gives")


def _field(test: str, side: str) -> str:
    """Where a test's text stands, in either form of a row."""
    name, _, number = test.partition("/")
    return f"{name}_tests.{side}[{number}]"


def argument_fault(given: bytes, calls: Calls) -> str | None:
    """What is wrong with a test's arguments."""
    try:
        value = parse_json(given)
    except ValueError as error:
        return f"is no JSON: {error}"
    if not isinstance(value, list | dict):
        return f"is a {type(value).__name__}"
    arguments = value if isinstance(value, list) else list(value.values())
    if calls.in_place is not None and calls.in_place >= len(arguments):
        return f"has {len(arguments)} arguments, and number {calls.in_place} from 0 is to be compared"
    kinds = [*calls.arguments, *[CallKind.VALUE] * len(arguments)]
    for number, (each, kind) in enumerate(zip(arguments, kinds, strict=False)):
        if (fault := _kind_fault(each, kind, typed=calls.encoding == "typed")) is not None:
            return f"argument {number} {fault}"
    return None


def value_fault(expected: bytes, kind: CallKind, calls: Calls) -> str | None:
    """What is wrong with a test's expected value."""
    try:
        return _kind_fault(parse_json(expected), kind, typed=calls.encoding == "typed")
    except ValueError as fault:
        return f"is no JSON: {fault}"


def _kind_fault(value: Any, kind: CallKind, *, typed: bool) -> str | None:
    if kind is not CallKind.VALUE and value is not None and not isinstance(value, list):
        return f"is no list, which a {kind.value} is written as"
    try:
        (check_typed if typed else encode_json)(value)
    except ValueError as fault:
        return str(fault)
    return None
