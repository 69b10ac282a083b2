"""Rows of open-r1/codeforces.

Limits are in seconds and MiB. `input_mode` "file" means input.txt and output.txt. A `generated_checker` is a Python
script (the protocol `script`). Interactive problems come without their interactor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    make_problem,
    positive,
    refuse,
    tests_column,
)
from equijudge_core.judging.row_reader import RowReader

MIB = 1 << 20
PARTS = (
    ("input_format", "Input"),
    ("output_format", "Output"),
    ("interaction_format", "Interaction"),
    ("note", "Note"),
)
CUT_OFF = "official_tests_complete is false: some of the official tests are not in the row"
ELSEWHERE = "generated_tests: they are in files of their own, which are not read; the official ones are"


def read_codeforces(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    if reader.text("interaction_format").strip():
        refuse("interaction_format", "the problem is interactive, and the row has no interactor")
    examples = read_pairs(reader, "examples")
    official = read_pairs(reader, "official_tests")
    time_limit, memory = positive(reader, "time_limit"), positive(reader, "memory_limit")
    description, script = _description(reader), reader.text("generated_checker")
    mode, rating = reader.text("input_mode"), reader.integer("rating")
    check(reader)
    if not examples and not official:
        refuse("official_tests", "the row has no tests")
    by_file = mode == "file"
    shown = set(examples)
    problem = make_problem(
        name=choose_name("codeforces", (row.get("id"), row.get("title")), description, options.name),
        description=description,
        public_tests=tests_column(examples),
        private_tests=tests_column(pair for pair in official if pair not in shown),
        source="CODEFORCES",
        cf_contest_id=_contest(row.get("contest_id")),
        cf_index=row.get("index") if isinstance(row.get("index"), str) else None,
        cf_rating=rating,
        cf_tags=row.get("tags") if isinstance(row.get("tags"), list) else None,
        time_limit=time_limit,
        memory_limit_bytes=int(memory * MIB) if memory else None,
        input_file="input.txt" if by_file else None,
        output_file="output.txt" if by_file else None,
        checker={"protocol": "script", "source": script, "language": "python3"} if script.strip() else None,
    )
    return Reading("codeforces", problem, _notes(row))


def read_pairs(reader: RowReader, column: str) -> list[tuple[str, str]]:
    """Read a list of objects with input and output, or null."""
    return [
        (reader.as_text(given, required=True), reader.as_text(wanted, required=True))
        for given, wanted in reader.pairs(column, "input", "output")
    ]


def _description(reader: RowReader) -> str:
    said = {column: reader.text(column).strip() for column, _ in (("description", ""), *PARTS)}
    parts = [f"{title}\n\n{said[column]}" for column, title in PARTS if said[column]]
    return "\n\n".join([said["description"], *parts])


def _contest(value: Any) -> int | None:
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10 else None


def _notes(row: Mapping[str, Any]) -> tuple[str, ...]:
    notes = [CUT_OFF] if row.get("official_tests_complete") is False else []
    return (*notes, *([ELSEWHERE] if row.get("generated_tests") else ()))


FORMAT = RowFormat(
    "codeforces",
    "open-r1/codeforces",
    ("official_tests",),
    ("id", "contest_id", "index", "examples", "input_mode", "generated_checker", "official_tests_complete", "title"),
    read_codeforces,
)
