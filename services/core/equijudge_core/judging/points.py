"""What a test and a group can give, and what a checker's points are of it. Pure. The whole: points_tally.py."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from equijudge_core.contracts.scoring import Policy, Scoring, ScoringGroup
from equijudge_core.judging.checkers.result import CheckResult

EACH_TEST = "tests"  # the group of a problem that gives no points itself
NEAR = 1e-9  # relative; a checker writes points in few decimals
DECIMALS = 9  # of points that are told: ten times a tenth is one


def scoring_of(own: Scoring | None, tests: Iterable[str], *, per_test: bool) -> Scoring | None:
    """How a problem gives points for these tests: as it says itself; else one for each with `per_test`, else not."""
    if own is not None or not per_test:
        return own
    names = tuple(tests)
    group = ScoringGroup(name=EACH_TEST, tests=names, policy=Policy.SUM, test_points=(1.0,) * len(names))
    return Scoring(groups=(group,))


def group_points(group: ScoringGroup) -> float:
    """The most that a group can give."""
    return math.fsum(group.test_points) if group.test_points is not None else group.points or 0.0


def max_points(scoring: Scoring) -> float:
    """The most that a program can get."""
    return math.fsum(map(group_points, scoring.groups))


def tell(points: float, most: float) -> float:
    """Round what was computed of parts and sums to what is told; all that there are stay what they are."""
    return most if points == most else round(points, DECIMALS)


def worths(group: ScoringGroup) -> tuple[float, ...]:
    """The most that each test of a group can get: its own part of a sum, else what the group can give."""
    if group.test_points is not None:
        return group.test_points
    each = group_points(group) / (len(group.tests) if group.policy is Policy.SUM else 1)
    return (each,) * len(group.tests)


def score_check(check: CheckResult, worth: float) -> CheckResult:
    """Read what a checker says of a test that gives at most `worth` points: accepted when it gets all of them.

    More points than that are the checker's fault. Where a test gives none, any points count as all.
    """
    if check.fault:
        return check
    share = _share(check, worth)
    if share is None:
        return replace(check, ok=False, fault=f"gives {check.points:g} points for a test of {worth:g} at most")
    ok = share == 1 and (check.ok or check.partial)
    return replace(check, ok=ok, loose=ok and check.loose, scored=worth if share == 1 else tell(share * worth, worth))


def _share(check: CheckResult, worth: float) -> float | None:
    """The part of a test's points that a checker gives; None for more than there are."""
    if check.points is None or (worth == 0 and check.ok):
        return 1.0 if check.ok else 0.0
    if worth == 0 and not check.share:
        return 1.0 if check.points > 0 else 0.0
    share = check.points if check.share else check.points / worth
    if share > 1 + NEAR:
        return None
    return 1.0 if share >= 1 - NEAR else share
