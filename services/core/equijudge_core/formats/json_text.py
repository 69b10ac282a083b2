"""Reads JSON that stands in a text of a row: bounded, and without the limits that Python has for honest data.

Integers of any length that fits are read (Python's own reader refuses those above 4,300 digits), in a time that does
not grow with the square of their length by much: they are cut in halves.
"""

from __future__ import annotations

import ast
import json
from typing import Any

from equijudge_core.judging.row_reader import RowReader

MOST_CHARACTERS = 512 << 20
MOST_DIGITS = 100_000
_AT_ONCE = 4000  # digits; below what any interpreter refuses
MOST_LITERAL = 8 << 20  # characters; its syntax tree takes about a hundred times as much memory


class BadText(ValueError):
    """A text that is not what it should be; says in words why."""


def parse_json(text: str) -> Any:
    """Parse a JSON text. Raises BadText."""
    if len(text) > MOST_CHARACTERS:
        raise BadText(f"{len(text)} characters long, and may have {MOST_CHARACTERS}")
    try:
        return json.loads(text, parse_int=_integer)
    except BadText:
        raise
    except ValueError as error:
        raise BadText(f"is no JSON: {error}") from error
    except RecursionError as error:
        raise BadText("is nested too deeply") from error


def parse_json_or_literal(text: str) -> Any:
    """Parse a JSON text, or one that writes strings, numbers, lists and dicts as Python does. Nothing is run. Raises
    BadText."""
    try:
        return parse_json(text)
    except BadText:
        return parse_literal(text)


def parse_literal(text: str) -> Any:
    """Parse a Python literal. Raises BadText."""
    if len(text) > MOST_LITERAL:
        raise BadText(f"{len(text)} characters long, and may have {MOST_LITERAL} if it is no JSON")
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError) as error:
        raise BadText("is neither JSON nor a Python literal") from error


def read_json(reader: RowReader, field: str, value: Any, *, literal: bool = False) -> Any:
    """Read a column that holds JSON as a text, or already parsed; a fault is noted, and gives None."""
    if not isinstance(value, str):
        return value
    if not value.strip():
        return None
    try:
        return parse_json_or_literal(value) if literal else parse_json(value)
    except BadText as error:
        reader.fail(field, str(error))
        return None


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise BadText(f"has an integer of {len(text)} digits, and may have {MOST_DIGITS}")
    if text.startswith("-"):
        return -_natural(text[1:])
    return _natural(text)


def _natural(digits: str) -> int:
    if len(digits) <= _AT_ONCE:
        return int(digits)
    half = len(digits) // 2
    return _natural(digits[:-half]) * int(10**half) + _natural(digits[-half:])
