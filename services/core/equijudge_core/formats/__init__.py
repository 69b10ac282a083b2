"""Other people's problems: which format a row is in, by looking, and the problem that is in it.

One module a format. Rows in our own columns, those of the data set `deepmind/code_contests`, are one of them. Nothing
here is run, unpickled or evaluated, and nothing does I/O.

`read_row` is the door: whatever takes a problem as a row goes through it. Packages, which are folders, go through
packages.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats import (
    apps,
    bigcodebench,
    codecontests_plus,
    codeforces,
    evalplus,
    ground_truth,
    humaneval,
    kodcode,
    leetcode,
    livecodebench,
    mbpp,
)
from equijudge_core.formats.reading import DEFAULTS, Reading, ReadOptions, RowFormat
from equijudge_core.judging.problem import Problem, parse_row

OURS = "codecontests"
OUR_TESTS = ("public_tests", "private_tests", "generated_tests")
# The first that fits is it, so the more particular ones stand before those with few marks.
ROW_FORMATS: tuple[RowFormat, ...] = (
    livecodebench.FORMAT,
    codeforces.FORMAT,
    codecontests_plus.FORMAT,
    apps.FORMAT,
    bigcodebench.FORMAT,
    evalplus.FORMAT,
    leetcode.FORMAT,
    humaneval.FORMAT,
    mbpp.FORMAT,
    kodcode.FORMAT,
    ground_truth.VERIFIABLE,
    ground_truth.VERL,
    ground_truth.INFO,
    ground_truth.BARE,
    ground_truth.TESTS,
    ground_truth.TEST_CASES,
)
LEAST_LIKENESS = 0.4  # of columns that a near miss has


def read_row(row: Any, options: ReadOptions = DEFAULTS) -> Reading:
    """Read the problem in a row, or in a list of `{input, output}`.

    Raises BadProblem, which says as what the row was read and which fields are wrong, and UnsupportedProblem for one
    that asks for what cannot be done.
    """
    if isinstance(row, list):
        row = {"tests": row}
    if not isinstance(row, Mapping) or is_ours(row):
        return Reading(OURS, parse_row(row))
    found = find_format(row)
    if found is None:
        _name_near_miss(row)
        return Reading(OURS, parse_row(row))
    try:
        return found.read(row, options)
    except BadProblem as error:
        raise _said_of(found, error) from error


def is_ours(row: Mapping[str, Any]) -> bool:
    """Whether a row has tests in our columns; a number in one of them is a count of open-r1/codeforces."""
    return any(column in row and not isinstance(row[column], int) for column in OUR_TESTS)


def find_format(row: Mapping[str, Any]) -> RowFormat | None:
    """Whose marks a row has that is not in our own columns; None for nobody's."""
    return next((each for each in ROW_FORMATS if each.fits(row)), None)


def read_problem(row: Any, options: ReadOptions = DEFAULTS) -> Problem:
    """Read the problem in a row, without what there is to say of its format. Raises as read_row."""
    return read_row(row, options).problem


def _said_of(found: RowFormat, error: BadProblem) -> BadProblem:
    kind = UnsupportedProblem if isinstance(error, UnsupportedProblem) else BadProblem
    return kind(
        [each.model_copy(update={"problem": f"{each.problem} (a row of {found.title})"}) for each in error.errors]
    )


def _name_near_miss(row: Mapping[str, Any]) -> None:
    """Raise BadProblem for a row that has many columns of a format, and not all of its marks."""
    best = max(ROW_FORMATS, key=lambda each: each.likeness(row))
    if best.likeness(row) < LEAST_LIKENESS:
        return
    errors = []
    for mark in best.marks:
        if mark not in row:
            near = get_close_matches(mark, [str(each)[:100] for each in row], 1, 0.75)
            meant = f"; {near[0]} may be meant for it" if near else ""
            errors.append(FieldError(field=mark, problem=f"is missing: the row looks like one of {best.title}{meant}"))
    raise BadProblem(errors)
