"""Rows of APPS and of TACO, which has APPS' columns and limits beside them.

`solutions` and `input_output` are JSON as a text; both may be missing or empty. TACO's other columns are all texts.
"""

from __future__ import annotations

from typing import Any

from equijudge_core.formats.called import with_starter
from equijudge_core.formats.input_output import read_inputs_outputs
from equijudge_core.formats.json_text import read_json
from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    make_problem,
    programs_column,
    read_bytes,
    read_seconds,
    tests_column,
)
from equijudge_core.judging.row_reader import RowReader, quote

TACO_COLUMNS = ("raw_tags", "skill_types", "picture_num", "Expected Auxiliary Space", "Expected Time Complexity")
DIFFICULTIES = {"introductory": 1, "interview": 2, "competition": 3, "easy": 1, "medium": 2, "medium_hard": 3}


def read_apps(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row of either. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    taco = any(column in row for column in TACO_COLUMNS)
    question = reader.text("question")
    tests = read_json(reader, "input_output", row.get("input_output"))
    solutions = _solutions(reader, row.get("solutions"))
    limits, notes = _limits(row) if taco else ({}, ())
    found = read_inputs_outputs(reader, "input_output", tests, row.get("starter_code"))
    check(reader)
    form = "taco" if taco else "apps"
    ids = (row.get("problem_id"), row.get("id"), row.get("name"), row.get("url"))
    problem = make_problem(
        name=choose_name(form, ids, question, options.name),
        description=with_starter(question, row, found),
        private_tests=tests_column(found.pairs),
        calls=found.calls,
        test_code=found.test_code,
        solutions=programs_column(solutions),
        difficulty=_difficulty(row.get("difficulty")),
        **limits,
    )
    return Reading(form, problem, notes)


def _solutions(reader: RowReader, value: Any) -> list[str]:
    found = read_json(reader, "solutions", value, literal=True)
    if found is None:
        return []
    if not isinstance(found, list | tuple) or not all(isinstance(each, str) for each in found):
        reader.fail("solutions", f"must be a list of programs, not {quote(found)}")
        return []
    return list(found)


def _limits(row: Row) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Time and memory of a row of TACO, and what of them could not be made out: they are words of many sites."""
    found: dict[str, Any] = {}
    notes = []
    for column, target, read in (
        ("time_limit", "time_limit", read_seconds),
        ("memory_limit", "memory_limit_bytes", read_bytes),
    ):
        said = row.get(column)
        if said is None or (isinstance(said, str) and said.strip().lower() in ("", "none", "null")):
            continue
        value = read(said) if isinstance(said, str) else None
        if value is None:
            notes.append(f"{column}: {quote(said)} says no limit that is understood; none is applied")
        else:
            found[target] = value
    return found, tuple(notes)


def _difficulty(value: Any) -> int | None:
    return DIFFICULTIES.get(value.lower()) if isinstance(value, str) else None


FORMAT = RowFormat(
    "apps",
    "APPS or TACO",
    ("question", "input_output"),
    ("solutions", "difficulty", "url", "starter_code", "problem_id"),
    read_apps,
)
