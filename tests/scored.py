"""Points counted once more, straight from the definitions, for whole runs without a fault of ours; and ways to write
groups and results down in few words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from equijudge_core.contracts.scoring import Policy, Scoring, ScoringGroup
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult

Parts = Mapping[str, float]  # of each test, what it got of its points; 1 is AC


def group(name: str, tests: Sequence[str], policy: str, points: float, *depends_on: str) -> ScoringGroup:
    return ScoringGroup(name=name, tests=tuple(tests), policy=Policy(policy), points=points, depends_on=depends_on)


def result(test: str, verdict: Verdict, points: float | None = None) -> TestResult:
    return TestResult(test=test, verdict=verdict, cpu_time_s=0.1, wall_time_s=0.1, memory_peak_bytes=1, points=points)


def count_again(scoring: Scoring, parts: Parts) -> dict[str, float]:
    """The points of every group."""
    groups = {each.name: each for each in scoring.groups}

    def passed(name: str) -> bool:
        return all(parts[test] == 1 for test in groups[name].tests) and all(map(passed, groups[name].depends_on))

    def points(each: ScoringGroup) -> float:
        got = [parts[test] for test in each.tests]
        if not all(map(passed, each.depends_on)):
            return 0.0
        if each.test_points is not None:
            return sum(worth * part for worth, part in zip(each.test_points, got, strict=True))
        share = {
            Policy.SUM: sum(got) / len(got),
            Policy.MIN: min(got),
            Policy.ALL_OR_NOTHING: float(all(part == 1 for part in got)),
            Policy.PRODUCT: math.prod(got),
        }
        return (each.points or 0.0) * share[each.policy]

    return {name: points(each) for name, each in groups.items()}
