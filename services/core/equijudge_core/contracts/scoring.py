"""Points: how a problem gives them (the column `scoring` of its row), and what a program got. Data only.

judging/points.py computes them, judging/row_scoring.py finds what is wrong with a row's. docs/points.md says what each
of other judges' words becomes here.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.verdict import Verdict

MOST_GROUPS = 100  # every result lists them
GroupName = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
TestName = Annotated[str, Field(max_length=40)]
Points = Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


class Policy(StrEnum):
    """What a group's points are, of the parts of their own points that its tests got: 1 for a right answer, 0 for a
    failure, between by a checker that gives partial points."""

    SUM = "sum"  # each test gives its own
    MIN = "min"  # the smallest part
    ALL_OR_NOTHING = "all_or_nothing"  # all where every test got all of its points, else none
    PRODUCT = "product"  # of all parts


def _none_as_empty(value: Any) -> Any:
    return () if value is None else value  # of a table's column that is there for other rows


class ScoringGroup(Contract):
    """Tests that give points together. `points`: at most. `test_points`: of a sum, what each of `tests` gives; without,
    they give the same. `depends_on`: groups all of whose tests must be right, else this one gives nothing."""

    name: GroupName
    tests: tuple[TestName, ...]
    policy: Policy
    points: Points | None = None
    test_points: tuple[Points, ...] | None = None
    depends_on: Annotated[tuple[GroupName, ...], BeforeValidator(_none_as_empty), Field(max_length=MOST_GROUPS)] = ()


class Scoring(Contract):
    """How a problem gives points: the sum over its groups. A test of no group gives none, and still must be right."""

    groups: Annotated[tuple[ScoringGroup, ...], Field(max_length=MOST_GROUPS)]


class GroupResult(Contract):
    """What one group gave. points: null where a fault of ours leaves it open, or not all tests were asked for.

    verdict: of the first failing test, AC when all were right, null when it was decided before any failed. reason: why
    there are no points though no test of it failed, or why they are not known.
    """

    name: str
    points: float | None
    max_points: float
    verdict: Verdict | None = None
    tests_run: int
    tests_total: int
    reason: str = ""
