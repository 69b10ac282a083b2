"""Packages: a problem as a folder of files, with its own submissions and what is expected of each.

Which format a folder is in is told by its main file. What the time limit is may rest on how long submissions take; see
TimeRule.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.formats.reading import Reading

FAILURES = frozenset({Verdict.WA, Verdict.TLE, Verdict.MLE, Verdict.OLE, Verdict.RE})


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How a package sets its time limit. limit_s: what it says, None where it is made of the slowest accepted
    submission: its time times `factor`, rounded to a multiple of resolution_s, and at least that. rounds_up: else to
    the nearest. margin: what a submission that is too slow must still need when the limit is so many times as long."""

    limit_s: float | None = None
    factor: float = 5.0
    margin: float = 2.0
    resolution_s: float = 1.0
    rounds_up: bool = False

    def derive(self, slowest_s: float) -> float:
        """The limit in seconds, by the slowest accepted submission's longest test."""
        if self.limit_s is not None:
            return self.limit_s
        steps = slowest_s * self.factor / self.resolution_s
        rounded = math.ceil(steps - 1e-9) if self.rounds_up else math.floor(steps + 0.5)
        return max(1, rounded) * self.resolution_s


@dataclass(frozen=True, slots=True)
class PackageProgram:
    """A submission of a package. label: its folder. expected: verdicts that are as they should be. sets_limit: whether
    its time counts for the limit. fault: why it cannot be judged here, '' where it can."""

    path: str
    label: str
    language: str
    source: str
    expected: frozenset[Verdict]
    sets_limit: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it was read: its problem, its submissions, how its time limit is set. test_names: its own names of
    tests, by ours."""

    reading: Reading
    programs: Sequence[PackageProgram] = ()
    time: TimeRule = TimeRule()
    test_names: Mapping[str, str] = field(default_factory=dict)
