"""Reads JSON that stands in a text of a row, or what some formats have in its place: a literal as Python writes it."""

from __future__ import annotations

import json
from typing import Any

from equijudge_core.formats.numerals import BadText, read_integer
from equijudge_core.formats.python_literal import parse_literal
from equijudge_core.judging.row_reader import RowReader

MOST_CHARACTERS = 512 << 20


def parse_json(text: str) -> Any:
    """Parse a JSON text. Raises BadText."""
    if len(text) > MOST_CHARACTERS:
        raise BadText(f"{len(text)} characters long, and may have {MOST_CHARACTERS}")
    try:
        return json.loads(text, parse_int=read_integer)
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
