"""From the tests' results to points, and which tests can still change them. Pure.

A test gets a part of its points, from 0 to 1; its group's policy makes points of the parts. What is not known yet may
be anything from 0 to 1, so a group is settled when all that it may come to is the same. From that follows all else:

1. A test matters while its group is not settled, or while another group that may still get points waits for its group
   to be passed. No other test can change any points.
2. The part of a test that is IE is never known. A group that is not settled without it has no points to tell, nor has
   the whole; one that comes to nothing by another test's failure has 0.
3. A group is passed when all its tests are AC and all groups that it depends on are passed. One that is locked, since a
   group that it depends on was not passed, gives 0.
4. What the program's own doing left unrun (it does not compile, its total budget was used up) is failed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from graphlib import TopologicalSorter

from equijudge_core.contracts.scoring import GroupResult, Policy, Scoring, ScoringGroup
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult
from equijudge_core.judging.points import group_points, max_points, tell, worths

NOT_ASKED = "not all of its tests were asked for, or of groups that it depends on"
FAULT_AT = f"{Verdict.IE} at "
NO_PROGRAM = "there is no program"


@dataclass(frozen=True, slots=True)
class PointsSummary:
    """What a program got. points: None where they are not known, and `reason` says why."""

    points: float | None
    max_points: float
    reason: str
    groups: tuple[GroupResult, ...]


class PointsTally:
    """The points of one program; its tests' results come in judging order. `asked`: the tests that are judged."""

    def __init__(self, scoring: Scoring, asked: Iterable[str]) -> None:
        self._max_points = max_points(scoring)
        self._asked = frozenset(asked)
        self._groups = {
            spec.name: _Group(spec, group_points(spec), dict(zip(spec.tests, worths(spec), strict=True)))
            for spec in scoring.groups
        }
        self._group_of = {test: group for group in self._groups.values() for test in group.worth}
        self._order = tuple(TopologicalSorter({each.name: each.depends_on for each in scoring.groups}).static_order())
        self._refresh()

    def worth(self, test: str) -> float:
        """The most points that a test can get."""
        group = self._group_of.get(test)
        return group.worth[test] if group else 0.0

    def with_points(self, result: TestResult) -> TestResult:
        """The result with its test's points, where no checker has said them."""
        if result.points is not None or result.verdict is Verdict.IE:
            return result
        points = self.worth(result.test) if result.verdict is Verdict.AC else 0.0
        return result.model_copy(update={"points": points})

    def record(self, result: TestResult) -> None:
        """Count the result of a test that was run."""
        group = self._group_of.get(result.test)
        if group is None:
            return
        before = group.state
        group.record(result)
        if group.state != before:
            self._refresh()

    def fail_rest(self, reason: str) -> None:
        """Count every test that was to be judged and was not run as failed. reason: why it was not."""
        for test in self._asked:
            group = self._group_of.get(test)
            if group is not None:
                group.fail(test, reason)
        self._refresh()

    def matters(self, test: str) -> bool:
        """Whether a test that was not run yet can change any points."""
        group = self._group_of.get(test)
        if group is None:
            return False
        name = group.spec.name
        return name in self._awaited or (name in self._open and group.matters(test))

    def summarize(self) -> PointsSummary:
        """The points as far as they are known."""
        groups = tuple(self._result(group) for group in self._groups.values())
        known = [group.points for group in groups if group.points is not None]
        whole = len(known) == len(groups)
        reason = next((f"{group.name}: {group.reason}" for group in groups if group.points is None), "")
        return PointsSummary(
            tell(math.fsum(known), self._max_points) if whole else None, self._max_points, reason, groups
        )

    def _refresh(self) -> None:
        """Find which groups are passed and locked, which are open, and for the passing of which another one waits."""
        self._passed: dict[str, bool | None] = {}
        self._locked: dict[str, bool | None] = {}
        for name in self._order:
            group = self._groups[name]
            needed = [self._passed[other] for other in group.spec.depends_on]
            self._locked[name] = True if False in needed else None if None in needed else False
            own = group.passed
            self._passed[name] = (
                False if own is False or self._locked[name] else None if None in (own, *needed) else True
            )
        self._open = {name for name, group in self._groups.items() if not self._locked[name] and not group.is_settled}
        waits: set[str] = set()  # groups for whose passing somebody waits, one way or another
        for name in reversed(self._order):
            group = self._groups[name]
            if not self._locked[name] and (group.can_give or (name in waits and self._passed[name] is not False)):
                waits |= set(group.spec.depends_on)
        self._awaited = {name for name in waits if not self._locked[name] and self._groups[name].passed is None}

    def _result(self, group: _Group) -> GroupResult:
        points, reason = self._points(group)
        return GroupResult(
            name=group.spec.name,
            points=points,
            max_points=group.points,
            verdict=group.verdict,
            tests_run=group.run,
            tests_total=len(group.worth),
            reason=reason,
        )

    def _points(self, group: _Group) -> tuple[float | None, str]:
        locked = self._locked[group.spec.name]
        if locked:
            failed = next(other for other in group.spec.depends_on if self._passed[other] is False)
            return 0.0, f"depends on {failed}, which was not passed"
        if group.is_settled and (locked is False or not group.can_give):
            return group.come_to(), group.reason
        return None, self._gap(group) or NOT_ASKED

    def _gap(self, group: _Group) -> str:
        """The fault by which it is not known what a group comes to, or whether it is passed; '' where there is none."""
        if group.faulty:
            return f"{FAULT_AT}{group.faulty[0]}"
        return next(filter(None, (self._gap(self._groups[other]) for other in self._unknown(group))), "")

    def _unknown(self, group: _Group) -> Iterator[str]:
        return (other for other in group.spec.depends_on if self._passed[other] is None)


@dataclass
class _Group:
    """One group so far. points: that it can give; parts: of each test that is known, from 0 to 1; faulty: tests that
    are IE; least: of the parts; open, lost: how many tests that give points are not known, and have none of them."""

    spec: ScoringGroup
    points: float
    worth: Mapping[str, float]
    parts: dict[str, float] = field(default_factory=dict)
    faulty: list[str] = field(default_factory=list)
    failure: Verdict | None = None
    is_failed: bool = False
    run: int = 0
    reason: str = ""  # why tests of it were not run, where none failed
    least: float = 1.0
    open: int = field(init=False)
    lost: int = 0

    def __post_init__(self) -> None:
        self.open = self.giving = sum(map(bool, self.worth.values()))

    def record(self, result: TestResult) -> None:
        """Count the result of a test that was run."""
        self.run += 1
        if result.verdict is not Verdict.AC:
            self.failure = self.failure or result.verdict
        if result.verdict is Verdict.IE:
            self.faulty.append(result.test)
        else:
            self._know(result.test, self._part(result), is_right=result.verdict is Verdict.AC)

    def fail(self, test: str, reason: str) -> None:
        """Count a test as failed, unless it was run."""
        if test not in self.parts and test not in self.faulty:
            self._know(test, 0.0, is_right=False)
            self.reason = "" if self.failure else f"not run: {reason}"

    def _know(self, test: str, part: float, *, is_right: bool) -> None:
        self.parts[test] = part
        self.least = min(self.least, part)
        self.is_failed = self.is_failed or not is_right
        if self.worth[test]:
            self.open -= 1
            self.lost += part == 0

    def _part(self, result: TestResult) -> float:
        worth = self.worth[result.test]
        if result.verdict is Verdict.AC:
            return 1.0
        return min(1.0, (result.points or 0.0) / worth) if worth else 0.0

    @property
    def verdict(self) -> Verdict | None:
        """Of the first failing test, or AC; None where neither is known."""
        return self.failure or (Verdict.AC if self.passed else None)

    @property
    def passed(self) -> bool | None:
        """Whether all its tests are right; None: not known."""
        return False if self.is_failed else True if len(self.parts) == len(self.worth) else None

    @property
    def state(self) -> tuple[bool | None, bool, bool]:
        """What bears on other groups."""
        return self.passed, self.is_settled, self.can_give

    @property
    def can_give(self) -> bool:
        """Whether it can come to any points."""
        match self.spec.policy:
            case Policy.SUM:
                return self.open > 0 or self.lost < self.giving
            case Policy.ALL_OR_NOTHING:
                return self.points > 0 and not self.is_failed
        return self.points > 0 and self.least > 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing that is not known can change its points."""
        unknown = self.open if self.spec.policy is Policy.SUM else len(self.worth) - len(self.parts)
        return not unknown or not self.can_give

    def matters(self, test: str) -> bool:
        """Whether a test that is not known can change the points of a group that is not settled."""
        return self.spec.policy is not Policy.SUM or self.worth[test] > 0

    def come_to(self) -> float:
        """What it comes to, once it is settled."""
        if self.spec.test_points is not None:
            points = math.fsum(worth * self.parts.get(test, 0.0) for test, worth in self.worth.items())
        else:
            points = self.points * self._share() if self.can_give else 0.0
        return tell(points, self.points)

    def _share(self) -> float:
        match self.spec.policy:
            case Policy.SUM:
                return math.fsum(self.parts.values()) / len(self.worth)
            case Policy.PRODUCT:
                return math.prod(sorted(self.parts.values()))
            case Policy.MIN:
                return self.least
        return 1.0
