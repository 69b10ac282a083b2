"""Reads the column `calls` of a row, and what of the row does not go beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from equijudge_core.contracts.calls import VALUE, VOID, CallComparison, Calls, Kind
from equijudge_core.judging.calls.encoding import check_typed, encode_json, parse_json
from equijudge_core.judging.calls.kinds import kind_fault
from equijudge_core.judging.model_column import CaseText, read_model
from equijudge_core.judging.row_reader import RowReader

COLUMN = "calls"
BESIDE = ("checker", "interactor", "input_file", "output_file")


def read_calls(reader: RowReader) -> Calls | None:
    """Read what is called; None where nothing is, or what there is has a fault."""
    return read_model(reader, COLUMN, Calls, CallComparison)


def check_calls(reader: RowReader, calls: Calls | None, tests: Iterable[CaseText]) -> None:
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
    if VOID in calls.arguments:
        return "cannot be of kind void"
    kinds = [*calls.arguments, *[VALUE] * len(arguments)]
    for number, (each, kind) in enumerate(zip(arguments, kinds, strict=False)):
        if (fault := _kind_fault(each, kind, typed=calls.encoding == "typed")) is not None:
            return f"argument {number} {fault}"
    return None


def value_fault(expected: bytes, kind: Kind, calls: Calls) -> str | None:
    """What is wrong with a test's expected value."""
    try:
        value = parse_json(expected)
    except ValueError as fault:
        return f"is no JSON: {fault}"
    found = _kind_fault(value, kind, typed=calls.encoding == "typed")
    if found and calls.compare.or_wrapped and isinstance(value, list) and len(value) == 1:
        return _kind_fault(value[0], kind, typed=calls.encoding == "typed")
    return found


def _kind_fault(value: Any, kind: Kind, *, typed: bool) -> str | None:
    if not typed and (fault := kind_fault(value, kind)) is not None:
        return fault
    if typed and kind != VALUE and value is not None and not isinstance(value, list):
        return f"is no list, which a {kind} is written as"
    try:
        (check_typed if typed else encode_json)(value)
    except ValueError as error:
        return str(error)
    return None
