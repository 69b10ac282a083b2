"""One sample, what came of it, and what the lines of all forms have in common."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from equijudge.errors import BadArgument
from equijudge.rows import Row
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import ResultLine


@dataclass(frozen=True, slots=True)
class ForeignSample:
    """One sample, and the row that it stands in. is_completion: it goes on where the problem's prompt ends. order: its
    place among those of its file."""

    form: str
    row: Row
    problem: str
    text: str
    is_completion: bool = False
    order: int = 0


@dataclass(frozen=True, slots=True)
class JudgedSample:
    """A sample and its result, None where its task is no problem's name. has_public: the problem has public tests."""

    sample: ForeignSample
    line: ResultLine | None
    has_public: bool = True

    @property
    def passed(self) -> bool | None:
        """None: it was not judged, or a fault of the judge's leaves it open."""
        if self.line is None or self.line.verdict is Verdict.IE:
            return None
        return self.line.verdict is Verdict.AC


def task_name(place: str, row: Mapping[str, Any]) -> str:
    """What the problem is called here: HumanEval and evalplus have it so; MBPP's numbers go behind its name."""
    said = row.get("task_id")
    if type(said) is int:
        return f"mbpp/{said}"
    if not isinstance(said, str) or not said:
        raise BadArgument(f"{place}: task_id: expected a task's id")
    return said


def text_of(place: str, value: Any) -> str:
    """A text; null is one that the model never wrote."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadArgument(f"{place}: expected a text")
    return value


def json_lines(rows: Iterable[Row]) -> str:
    """A row a line."""
    return "".join(f"{json.dumps(row)}\n" for row in rows)
