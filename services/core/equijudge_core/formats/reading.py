"""What all formats have in common: what a reader gives back, how it refuses, and the making of one problem.

A reader makes a row in our own columns and has judging/problem.py read that: so what is judged is checked in one place,
whatever format it came in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_core.judging.row_reader import RowReader

Row = Mapping[str, Any]
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """A problem, and in which format it came. notes: what was taken for granted or left out, in words."""

    format: str
    problem: Problem
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class Allowance:
    """How many characters all packed tests of one request may still have, together: a small request may hold very
    many. Packed tests that are read are taken off."""

    left: int = 64 << 20


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """name: of a problem that has none. most_unpacked: bytes that a row's packed tests may have. allowance: for several
    rows together."""

    name: str = ""
    most_unpacked: int = 64 << 20
    allowance: Allowance | None = None


DEFAULTS = ReadOptions()


@dataclass(frozen=True, slots=True)
class RowFormat:
    """A format of rows. marks: columns that all of its rows have, and by which it is known. columns: others of its, by
    which a near miss is known. read: see ReadOptions."""

    name: str
    title: str
    marks: tuple[str, ...]
    columns: tuple[str, ...]
    read: Callable[[Row, ReadOptions], Reading]

    def fits(self, row: Row) -> bool:
        """Whether the row has all marks."""
        return all(mark in row for mark in self.marks)

    def likeness(self, row: Row) -> float:
        """The part of the columns that the row has, 0 to 1."""
        known = {*self.marks, *self.columns}
        return sum(name in row for name in known) / len(known)


def refuse(field: str, problem: str) -> NoReturn:
    """Raise UnsupportedProblem: what is asked for is understood, and cannot be done."""
    raise UnsupportedProblem([FieldError(field=field, problem=problem)])


def check(reader: RowReader) -> None:
    """Raise BadProblem when faults were noted."""
    if reader.errors:
        raise BadProblem(reader.errors)


def make_problem(**columns: Any) -> Problem:
    """Make a problem of our columns; those that are None are left out. Raises BadProblem."""
    return parse_row({name: value for name, value in columns.items() if value is not None}, "hf")


def tests_column(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The column of a set of tests: of inputs and outputs."""
    made = list(pairs)
    return {"input": [each for each, _ in made], "output": [each for _, each in made]}


def programs_column(sources: Iterable[str], language: str = "python3") -> dict[str, list[Any]]:
    """The column of programs that are all in one language."""
    made = list(sources)
    return {"language": [language] * len(made), "solution": made}


def choose_name(prefix: str, named: Sequence[object], content: str, fallback: str = "") -> str:
    """The name of a problem whose row may have none: `prefix/` and the first id or title there is, else the fallback,
    else a hash of the content."""
    for each in named:
        if _is_id(each) and (said := str(each).strip()):
            return f"{prefix}/{said}"[:LONGEST_NAME]
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return fallback or f"{prefix}/{digest}"


_SECONDS = re.compile(r"\s*(\d{1,6}(?:\.\d{1,9})?)\s*(ms|milliseconds?|s|secs?|seconds?)?\.?\s*", re.I | re.A)
_SIZE = re.compile(
    r"\s*(\d{1,12}(?:\.\d{1,9})?)\s*(bytes?|b|kilobytes?|kb|kib|megabytes?|mb|mib|gigabytes?|gb|gib)\s*", re.I | re.A
)
_UNITS = {"b": 1, "k": 1 << 10, "m": 1 << 20, "g": 1 << 30}


def _is_id(value: object) -> bool:
    """Whether a value can be an id or a title: a text, or a number that is not a huge one, which cannot be printed."""
    return isinstance(value, str) or (type(value) is int and value.bit_length() <= 64)


def read_seconds(text: str) -> float | None:
    """Read a time limit in words, such as `2 seconds`, `1.5 s`, `500 ms`; without a unit it is seconds. None: it says
    nothing of the kind."""
    found = _SECONDS.fullmatch(text)
    if found is None:
        return None
    value = float(found[1])
    return value / 1000 if (found[2] or "").lower().startswith("m") else value


def read_bytes(text: str) -> int | None:
    """Read a memory limit in words, such as `256 megabytes`, `64 MB`; units are powers of 1024, as judges have them."""
    found = _SIZE.fullmatch(text)
    return None if found is None else int(float(found[1]) * _UNITS[found[2][0].lower()])


def positive(reader: RowReader, field: str) -> float | None:
    """A number above 0; None where there is none."""
    value = reader.number(field)
    if value < 0:
        reader.fail(field, "must not be negative")
    return value if value > 0 else None
