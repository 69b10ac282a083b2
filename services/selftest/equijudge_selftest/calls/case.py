"""A program whose function is called, its problem, and the verdicts that are right for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent
from typing import Any

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.judging.problem import Problem, parse_row

AC, WA, RE, CE = Verdict.AC, Verdict.WA, Verdict.RE, Verdict.CE
TLE, MLE, OLE = Verdict.TLE, Verdict.MLE, Verdict.OLE
MARKER = "marker-7d1f0c3a9e"  # of expected values, nowhere else

Tests = tuple[tuple[Any, Any], ...]
SECRET: Tests = (([[3, 1, 2]], {"found": [MARKER, 1.5, True]}), ([[1]], [MARKER]))
NONE: Tests = (([1], None), ([2], None))
FIVE: Tests = (([1], 5), ([2], 5))
TRUE: Tests = (([1], True), ([2], True))
LIST: Tests = (([1], [1, 2, 3]), ([2], [1, 2, 3]))
TEXT: Tests = (([1], "right"), ([2], "right"))
DEFINE = "def solve(*given):\n    return "


@dataclass(frozen=True, slots=True)
class Case:
    """`name` is what it does. tests: arguments and value of each. reason: what the result's reason must name."""

    name: str
    source: str
    accept: tuple[Verdict, ...]
    tests: Tests
    calls: Mapping[str, Any]
    reason: str = ""

    def problem(self) -> Problem:
        """What it is judged by."""
        texts = {
            "input": [json.dumps(given) for given, _ in self.tests],
            "output": [json.dumps(wanted) for _, wanted in self.tests],
        }
        return parse_row({"name": self.name, "public_tests": texts, "calls": {"name": "solve", **self.calls}})


def case(title: str, source: str, /, *accept: Verdict, tests: Tests, reason: str = "", **calls: Any) -> Case:
    """A case whose program is written indented."""
    return Case(title, dedent(source).lstrip("\n"), accept, tests, calls, reason)


def attack(title: str, source: str, /, *accept: Verdict, tests: Tests = SECRET, reason: str = "", **calls: Any) -> Case:
    """An attack; it is WA or RE unless told otherwise."""
    return case(title, source, *(accept or (WA, RE)), tests=tests, reason=reason, **calls)
