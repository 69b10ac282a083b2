"""Rows of CodeContests+: test cases, a checker against testlib, submissions with languages as words.

Its card does not say in which units the limits are; no real limit could be meant in two of them, so that their size
tells, and a note says what was taken them for.
"""

from __future__ import annotations

from typing import Any

from equijudge_core.formats.codeforces import read_pairs
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
from equijudge_core.judging.dataset_enums import read_language
from equijudge_core.judging.row_reader import RowReader

LEAST_MS = 100  # a limit below is in seconds
LEAST_KIB, LEAST_BYTES = 1 << 14, 1 << 22  # a memory limit below is in MiB, in KiB


def read_codecontests_plus(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    tests = read_pairs(reader, "test_cases")
    right, wrong = _programs(reader, "correct_submissions"), _programs(reader, "incorrect_submissions")
    time_limit, memory = positive(reader, "time_limit"), positive(reader, "memory_limit")
    description, source = reader.text("description"), reader.text("checker")
    check(reader)
    if not tests:
        refuse("test_cases", "the row has no tests")
    seconds, unit = _seconds(time_limit)
    size, size_unit = _bytes(memory)
    problem = make_problem(
        name=choose_name("codecontests+", (row.get("id"), row.get("title")), description, options.name),
        description=description,
        private_tests=tests_column(tests),
        source=row["source"] if isinstance(row.get("source"), int) else None,
        solutions=right,
        incorrect_solutions=wrong,
        time_limit=seconds,
        memory_limit_bytes=size,
        checker={"protocol": "testlib", "source": source, "language": "cpp17"} if source.strip() else None,
    )
    notes = [f"time_limit: taken for {unit}"] if time_limit else []
    return Reading("codecontests+", problem, (*notes, *([f"memory_limit: taken for {size_unit}"] if memory else ())))


def _programs(reader: RowReader, column: str) -> dict[str, list[Any]]:
    languages, sources = [], []
    for (_, language), code in reader.pairs(column, "language", "code"):
        languages.append((read_language(language.lower()) if isinstance(language, str) else None) or "unknown")
        sources.append(reader.as_text(code, required=True))
    return {"language": languages, "solution": sources}


def _seconds(value: float | None) -> tuple[float | None, str]:
    if value is None or value < LEAST_MS:
        return value, "seconds"
    return value / 1000, "milliseconds"


def _bytes(value: float | None) -> tuple[int | None, str]:
    if value is None:
        return None, ""
    for least, factor, unit in ((LEAST_BYTES, 1, "bytes"), (LEAST_KIB, 1 << 10, "KiB")):
        if value >= least:
            return int(value * factor), unit
    return int(value * (1 << 20)), "MiB"


FORMAT = RowFormat(
    "codecontests+",
    "CodeContests+",
    ("test_cases", "correct_submissions"),
    ("checker", "validator", "generator", "generator_cmd", "incorrect_submissions", "true_positive_rate"),
    read_codecontests_plus,
)
