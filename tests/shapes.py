"""Hostile shapes: what programs, data sets and people put where something else is due. Made up by walking valid input,
so that what is added to a request is tried too."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from equijudge_core.contracts.verify import Candidate

HALF = "\ud83d"  # of a character: a lone surrogate


def nested(depth: int) -> list[Any]:
    """A list in a list in a list …"""
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


# What JSON can hold, by name.
JSON_SHAPES: dict[str, Any] = {
    "surrogate": f"a{HALF}b",
    "null bytes": "a\0b",
    "empty text": "",
    "null": None,
    "true": True,
    "zero": 0,
    "huge integer": 10**400,
    "below zero": -1.5,
    "not a number": float("nan"),
    "infinity": float("inf"),
    "empty list": [],
    "list of null": [None],
    "list of surrogate": [HALF],
    "empty object": {},
    "object with surrogate": {HALF: HALF},
    "deep": nested(300),  # deeper than pydantic writes
}


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where something stands in a JSON value, the whole of it left out; of a list the first and the last entry."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*path, key))
    elif isinstance(value, list) and value:
        for number in sorted({0, len(value) - 1}):
            yield from places(value[number], (*path, number))


def objects(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where the objects are, the whole among them."""
    if isinstance(value, dict):
        yield path
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in children:
        yield from objects(each, (*path, key))


def put(value: Any, path: tuple[str | int, ...], there: Any) -> Any:
    """The value with something else at that place."""
    changed = deepcopy(value)
    holder = changed
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = there
    return changed


def mangled(value: Any) -> Iterator[tuple[str, Any]]:
    """Every JSON shape at every place, and a surrogate as one more key of every object, with what was done."""
    for path in places(value):
        for name, shape in JSON_SHAPES.items():
            yield f"{name} at {path}", put(value, path, shape)
    for path in objects(value):
        yield f"surrogate key in {path}", put(value, (*path, HALF), 1)


@dataclass
class Point:
    """A row, or a candidate, as somebody's program may have it."""

    name: str = "sum"
    source: str = "print(3)"


class Named(NamedTuple):
    """The same, as a table's rows come."""

    name: str = "sum"
    source: str = "print(3)"


class Colour(Enum):
    """What is neither a number nor a text."""

    RED = "red"


def circle() -> list[Any]:
    """A list that holds itself."""
    value: list[Any] = []
    value.append(value)
    return value


# What a program can hold, each made anew: a generator is used up by whoever reads it.
SHAPES: dict[str, Callable[[], Any]] = {
    **{name: partial(deepcopy, value) for name, value in JSON_SHAPES.items()},
    "text": lambda: "print(3)",
    "text of numpy": lambda: np.str_("print(3)"),
    "texts": lambda: ["print(3)"],
    "tuple of texts": lambda: ("print(3)",),
    "bytes": lambda: b"print(3)",
    "bytes of another encoding": lambda: b"\xff\xfe",
    "bytearray": lambda: bytearray(b"print(3)"),
    "memory": lambda: memoryview(b"print(3)"),
    "array of texts": lambda: np.array(["print(3)"], dtype=object),
    "array of numbers": lambda: np.arange(3),
    "array of arrays": lambda: np.zeros((2, 2)),
    "array of no dimension": lambda: np.array(3.0),
    "array of dates": lambda: np.array(["2026-01-01"], dtype="datetime64[D]"),
    "integer of numpy": lambda: np.int64(3),
    "float of numpy": lambda: np.float32(0.5),
    "boolean of numpy": lambda: np.bool_(True),
    "missing date": lambda: pd.NaT,
    "missing value": lambda: pd.NA,
    "timestamp": lambda: pd.Timestamp("2026-01-01"),
    "series": lambda: pd.Series({"name": "sum", "source": "print(3)"}),
    "frame": lambda: pd.DataFrame([{"name": "sum", "source": "print(3)"}]),
    "generator": lambda: (text for text in ["print(3)"]),
    "range": lambda: range(3),
    "set": lambda: {"print(3)"},
    "deque": lambda: deque(["print(3)"]),
    "mapping": lambda: MappingProxyType({"name": "sum", "source": "print(3)"}),
    "keys that are no texts": lambda: {1: "a", None: "b", ("c",): "d"},
    "dataclass": Point,
    "named tuple": Named,
    "model of pydantic": lambda: Candidate(source="print(3)"),
    "date": lambda: date(2026, 1, 1),
    "path": lambda: Path("a.py"),
    "decimal": lambda: Decimal("0.5"),
    "fraction": lambda: Fraction(1, 2),
    "complex": lambda: 1j,
    "enum": lambda: Colour.RED,
    "object": object,
    "class": lambda: Point,
    "function": lambda: len,
    "circle": circle,
    "very deep": lambda: nested(100_000),
    "integer too long to print": lambda: 10**5000,
}
