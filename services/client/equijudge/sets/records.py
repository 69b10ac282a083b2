"""What is kept of a row and of what became of it: one record of the journal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from pydantic import Field

from equijudge.json_conversion import COLUMNS
from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.sets import EquivalenceSet, SetOptions, Status
from equijudge_core.contracts.unicode_text import escape_surrogates
from equijudge_core.formats import find_format, is_ours, read_problem
from equijudge_core.judging.problem import parse_row


class Header(Contract):
    """Whose journal it is: of which source and with which options. `run` is a name for what is begun here."""

    run: str = Field(default_factory=lambda: uuid4().hex)
    source: str
    options: SetOptions


class Statement(Contract):
    """The problem, as far as it is written into the dataset."""

    name: str
    description: str
    source: str
    difficulty: str
    cf_contest_id: int
    cf_index: str
    cf_rating: int
    cf_tags: tuple[str, ...]
    public_tests: int
    private_tests: int
    generated_tests: int


class Record(Contract):
    """One row of the source. `position` counts from 0, `row` is a hash of it. Exactly one of `found`, with its
    statement, and `refused`, which says why there is none."""

    position: int
    row: str
    name: str = ""
    statement: Statement | None = None
    found: EquivalenceSet | None = None
    refused: str = ""

    @property
    def final(self) -> bool:
        """Whether it stays as it is: what was our fault is tried again."""
        return self.found is None or self.found.status != Status.INTERNAL_ERROR


def columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """Choose the columns of a row that are sent."""
    return {name: row[name] for name in COLUMNS if name in row}


def in_our_columns(row: dict[str, Any]) -> dict[str, Any]:
    """A row of another format as one of ours; ours, and those of no format, as they are. Raises BadProblem."""
    if is_ours(row) or find_format(row) is None:
        return row
    return read_problem(row).to_row()


def digest(row: Mapping[str, Any]) -> str:
    """A hash of what is sent of a row."""
    return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:32]


def statement_of(row: Mapping[str, Any]) -> Statement:
    """Parse the statement of a row. Raises BadProblem."""
    problem = parse_row(row)
    counts = {f"{test_set.value}_tests": count for test_set, count in problem.summary().tests.items()}
    fields = {name: getattr(problem, name) for name in Statement.model_fields if name not in counts}
    return Statement(**{name: _escape(value) for name, value in fields.items()}, **counts)


def _escape(value: Any) -> Any:
    """Escape lone surrogates: files are UTF-8."""
    return tuple(map(escape_surrogates, value)) if isinstance(value, tuple) else escape_surrogates(value)
