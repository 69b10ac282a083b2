"""Reads the column `scoring` of a row, and finds what is wrong with it. How points come about: points_tally.py."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from pydantic import ValidationError

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.contracts.scoring import Policy, Scoring, ScoringGroup
from equijudge_core.judging.points import NEAR, group_points
from equijudge_core.judging.row_reader import MAX_ERRORS, RowReader, quote

COLUMN = "scoring"


def read_scoring(reader: RowReader) -> Scoring | None:
    """How the row's problem gives points; None: not at all, or not in a way that could be read."""
    value = reader.row.get(COLUMN)
    if value is None:
        return None
    if not isinstance(value, Mapping):
        reader.wrong_type(COLUMN, value, "an object or null")
        return None
    try:
        return Scoring.model_validate(dict(value))
    except ValidationError as error:
        for fault in field_errors(error.errors(include_url=False, include_input=False)[:MAX_ERRORS]):
            reader.fail(f"{COLUMN}.{fault.field}", fault.problem, fault.limit)
        return None


def check_scoring(reader: RowReader, scoring: Scoring | None, tests: Collection[str]) -> None:
    """Note all faults of how a problem with these tests gives points."""
    for fault in () if scoring is None else scoring_faults(scoring, frozenset(tests)):
        reader.fail(f"{COLUMN}.{fault.field}", fault.problem, fault.limit)


def scoring_faults(scoring: Scoring, tests: Collection[str]) -> Iterator[FieldError]:
    """What is wrong between the groups, and between them and the problem's tests."""
    for number, group in enumerate(scoring.groups):
        for fault in _points_faults(group):
            yield fault.model_copy(update={"field": f"groups[{number}].{fault.field}"})
    yield from _test_faults(scoring, tests)
    yield from _name_faults(scoring)
    unsaid = any(group.points is None and group.test_points is None for group in scoring.groups)
    if not unsaid and not any(map(group_points, scoring.groups)):
        yield FieldError(field="groups", problem="no group gives points")


def _points_faults(group: ScoringGroup) -> Iterator[FieldError]:
    each = group.test_points
    if not group.tests:
        yield FieldError(field="tests", problem="is empty", limit="at least 1 test")
    if each is None:
        if group.points is None:
            yield FieldError(field="points", problem="must be there, or test_points")
        return
    if group.policy is not Policy.SUM:
        yield FieldError(field="test_points", problem=f"only of a group with the policy {Policy.SUM}")
    if len(each) != len(group.tests):
        numbers = f"{len(each)} for {len(group.tests)} tests"
        yield FieldError(field="test_points", problem=f"has {numbers}", limit=f"exactly {len(group.tests)}")
    elif group.points is not None and not math.isclose(group.points, math.fsum(each), rel_tol=NEAR):
        yield FieldError(field="points", problem=f"is {group.points:g}, and test_points are {math.fsum(each):g}")


def _test_faults(scoring: Scoring, tests: Collection[str]) -> Iterator[FieldError]:
    place_of: dict[str, str] = {}
    for number, group in enumerate(scoring.groups):
        for at, test in enumerate(group.tests):
            place = f"groups[{number}].tests[{at}]"
            if test not in tests:
                yield FieldError(field=place, problem=f"there is no test {quote(test)}", limit="as in private/0")
            elif test in place_of:
                yield FieldError(field=place, problem=f"{test} is in {place_of[test]} too", limit="one group")
            place_of.setdefault(test, place)


def _name_faults(scoring: Scoring) -> Iterator[FieldError]:
    names = [group.name for group in scoring.groups]
    for number, group in enumerate(scoring.groups):
        if group.name in names[:number]:
            first = names.index(group.name)
            yield FieldError(field=f"groups[{number}].name", problem=f"{quote(group.name)} is groups[{first}] too")
        for at, other in enumerate(group.depends_on):
            if other not in names:
                field = f"groups[{number}].depends_on[{at}]"
                yield FieldError(field=field, problem=f"there is no group {quote(other)}")
    try:
        TopologicalSorter({group.name: group.depends_on for group in scoring.groups}).prepare()
    except CycleError as error:
        waiting = names.index(error.args[1][-1])
        circle = " waits for ".join(quote(name) for name in reversed(error.args[1]))
        yield FieldError(field=f"groups[{waiting}].depends_on", problem=f"{circle}")
