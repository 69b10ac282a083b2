"""Points counted once more, straight from the definitions, for whole runs without a fault of ours; and ways to write
groups and results down in few words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from equijudge_core.contracts.scoring import Policy, Scoring, ScoringGroup
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult

Parts = Mapping[str, float]  # of each test, what it got of its points; 1 is AC


def named(count: int, start: int = 0) -> list[str]:
    return [f"private/{number}" for number in range(start, start + count)]


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


@st.composite
def problems(draw: st.DrawFn, outcomes: Sequence[float | None]) -> tuple[Scoring, dict[str, float | None]]:
    """Groups that depend on others, in any order, and how each test went; some tests are of no group."""
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    names = [f"g{number}" for number in range(len(sizes))]
    every = draw(st.permutations(named(sum(sizes) + 1)))
    groups = []
    for number, size in enumerate(sizes):
        own = tuple(every[sum(sizes[:number]) : sum(sizes[: number + 1])])
        policy = draw(st.sampled_from(Policy))
        each = draw(st.none() | st.tuples(*[st.integers(0, 9)] * size)) if policy is Policy.SUM else None
        most = None if each is not None else draw(st.integers(0, 30))
        depends_on = tuple(draw(st.lists(st.sampled_from(names[:number]), unique=True))) if number else ()
        made = ScoringGroup(
            name=names[number], tests=own, policy=policy, points=most, test_points=each, depends_on=depends_on
        )
        groups.append(made)
    return Scoring(groups=tuple(draw(st.permutations(groups)))), {
        test: draw(st.sampled_from(outcomes)) for test in sorted(every)
    }
