"""Typed look-ups in one row of the data set: every fault is noted with its field's path, none raises.

What is noted is bounded (a row with 100,000 bad tests gets MAX_ERRORS errors), and quoted values are
shortened and in ASCII, so that an error can always be sent as JSON.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from equijudge_core.contracts.errors import FieldError

MAX_ERRORS = 20

# A value and the path under which it is named in an error.
Item = tuple[str, Any]


def quote(value: object) -> str:
    """Write a value in ASCII, at most 60 characters: lone surrogates in it must not break the answer."""
    if isinstance(value, int) and value.bit_length() > 128:
        return "a huge integer"  # Python refuses to print some
    if isinstance(value, str):
        return _shorten(ascii(value[:60]))
    # Never print a container: it may be deep, or hold what cannot be printed.
    return str(value) if value is None or isinstance(value, int | float) else f"a {type(value).__name__}"


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "..."


class RowReader:
    """Reads fields of a row; absent and null ones get their default. `errors` holds what was wrong."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self.row = row
        self.errors: list[FieldError] = []

    def fail(self, field: str, problem: str, limit: str | None = None) -> None:
        if len(self.errors) < MAX_ERRORS:
            self.errors.append(FieldError(field=field, problem=problem, limit=limit))

    def wrong_type(self, field: str, value: object, wanted: str) -> None:
        self.fail(field, f"must be {wanted}, not {type(value).__name__}")

    def text(self, field: str) -> str:
        return self.as_text((field, self.row.get(field)))

    def as_text(self, item: Item, *, required: bool = False) -> str:
        field, value = item
        if value is None and not required:
            return ""
        if not isinstance(value, str):
            self.wrong_type(field, value, "a string")
            return ""
        return value

    def flag(self, field: str) -> bool:
        value = self.row.get(field)
        if value is not None and not isinstance(value, bool):
            self.wrong_type(field, value, "true or false")
        return value is True

    def number(self, field: str) -> float:
        value = self.row.get(field)
        if value is None:
            return 0.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
            self.fail(field, f"must be a finite number, not {quote(value)}")
            return 0.0
        return float(value)

    def integer(self, field: str) -> int:
        return self.as_integer((field, self.row.get(field)))

    def as_integer(self, item: Item) -> int:
        """An integer; 2.0 counts as 2, since table libraries turn a column with nulls into floats."""
        field, value = item
        if value is None:
            return 0
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong_type(field, value, "an integer")
            return 0
        if isinstance(value, float) and not value.is_integer():
            self.fail(field, f"must be an integer, not {value}")
            return 0
        if abs(value) >= 1 << 63:
            self.fail(field, "out of range", "64 bits")
            return 0
        return int(value)

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(self.as_text(item, required=True) for item in self._list(field, self.row.get(field)))

    def pairs(self, field: str, left: str, right: str) -> list[tuple[Item, Item]]:
        """Two parallel lists `{left: [...], right: [...]}`, or a list of `{left: ..., right: ...}`."""
        value = self.row.get(field)
        if value is None:
            return []
        if isinstance(value, Mapping):
            return self._from_struct(field, value, left, right)
        if isinstance(value, list | tuple):
            return self._from_records(field, value, left, right)
        self.wrong_type(field, value, f"an object with the lists {left} and {right}")
        return []

    def _from_struct(self, field: str, struct: Mapping[str, Any], left: str, right: str) -> list[tuple[Item, Item]]:
        lefts = self._list(f"{field}.{left}", struct.get(left))
        rights = self._list(f"{field}.{right}", struct.get(right))
        if len(lefts) != len(rights):
            self.fail(
                f"{field}.{right}",
                f"has {len(rights)} entries for the {len(lefts)} of {field}.{left}",
                f"exactly {len(lefts)}",
            )
        return list(zip(lefts, rights, strict=False))

    def _from_records(
        self, field: str, records: list[Any] | tuple[Any, ...], left: str, right: str
    ) -> list[tuple[Item, Item]]:
        pairs = []
        for number, record in enumerate(records):
            path = f"{field}[{number}]"
            if isinstance(record, Mapping):
                pairs.append(((f"{path}.{left}", record.get(left)), (f"{path}.{right}", record.get(right))))
            else:
                self.wrong_type(path, record, f"an object with {left} and {right}")
        return pairs

    def _list(self, field: str, value: Any) -> list[Item]:
        if value is None:
            return []
        if not isinstance(value, list | tuple):
            self.wrong_type(field, value, "a list")
            return []
        return [(f"{field}[{number}]", entry) for number, entry in enumerate(value)]


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # an int beyond the range of double
        return False
