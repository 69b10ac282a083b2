"""Rows of LiveCodeBench's code_generation and code_generation_lite.

Tests are JSON as a text; the private ones may be packed (packed_tests.py). A test is of type `stdin` or `functional`;
the name of the function to call is in `metadata`, which is JSON as a text too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from equijudge_core.formats.called import CallStyle, Tests, call_tests, read_kinds, with_starter
from equijudge_core.formats.json_text import parse_json, read_json
from equijudge_core.formats.numerals import BadText
from equijudge_core.formats.packed_tests import unpack_text
from equijudge_core.formats.reading import (
    DEFAULTS,
    Allowance,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    make_problem,
    refuse,
    tests_column,
)
from equijudge_core.judging.row_reader import RowReader, quote

SOURCES = {"codeforces": 2, "atcoder": 5}
DIFFICULTIES = {"easy": 1, "medium": 2, "hard": 3}
KINDS = ("arguments", "returns", "in_place")
SETS = ("public_test_cases", "private_test_cases")


def read_livecodebench(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    given = {column: _cases(reader, column, options) for column in SETS}
    check(reader)
    types = {quote(case.get("testtype")).strip("'") for cases in given.values() for case in cases}
    if unknown := types - {"stdin", "functional"}:
        reader.fail("public_test_cases", f"unknown testtype {quote(min(unknown))}", "stdin or functional")
    elif len(types) > 1:
        reader.fail("public_test_cases", "tests are of both types, and a problem has one")
    sets = {column: _tests(reader, row, column, cases, called="functional" in types) for column, cases in given.items()}
    content = reader.text("question_content")
    check(reader)
    found = next((tests for tests in sets.values() if tests.pairs), None)
    if found is None:
        refuse(SETS[0], "the row has no tests")
    calls = found.calls
    if calls is not None:  # by the tests of both
        pairs = [pair for tests in sets.values() for pair in tests.pairs]
        kinds = read_kinds(row.get("starter_code"), calls["name"], pairs)
        calls = {name: each for name, each in calls.items() if name not in KINDS} | kinds
    problem = make_problem(
        name=choose_name("livecodebench", (row.get("question_id"), row.get("question_title")), content, options.name),
        description=with_starter(content, row, found),
        public_tests=tests_column(sets[SETS[0]].pairs),
        private_tests=tests_column(sets[SETS[1]].pairs),
        source=_number_of(SOURCES, row.get("platform")),
        calls=calls,
        difficulty=_number_of(DIFFICULTIES, row.get("difficulty")),
    )
    return Reading("livecodebench", problem)


def _number_of(numbers: Mapping[str, int], word: Any) -> int | None:
    return numbers.get(word) if isinstance(word, str) else None


def _cases(reader: RowReader, column: str, options: ReadOptions) -> list[Mapping[str, Any]]:
    value = reader.row.get(column)
    try:
        found = _parse(value, options) if isinstance(value, str) else value
    except BadText as error:
        reader.fail(column, str(error))
        return []
    if isinstance(found, Mapping):
        found = _as_cases(found)
    if not isinstance(found, list) or not all(isinstance(case, Mapping) for case in found):
        reader.fail(column, f"must be a list of objects with input, output and testtype, not {quote(found)}")
        return []
    return found


def _as_cases(found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Tests as another harness packs them: parallel lists."""
    given, wanted, name = (found.get(each) for each in ("inputs", "outputs", "fn_name"))
    if not isinstance(given, list) or not isinstance(wanted, list) or len(given) != len(wanted):
        return None
    kind = "functional" if name else "stdin"
    pairs = zip(given, wanted, strict=True)
    return [{"input": one, "output": other, "testtype": kind, "fn_name": name} for one, other in pairs]


def _parse(text: str, options: ReadOptions) -> Any:
    """JSON first, as the format's own reader does."""
    if not text.strip():
        return []
    if text.lstrip()[:1] in ("[", "{"):
        return parse_json(text)
    allowance = options.allowance or Allowance(options.most_unpacked)
    found = unpack_text(text, min(options.most_unpacked, allowance.left))
    allowance.left -= len(found)
    return parse_json(found)


def _tests(reader: RowReader, row: Row, column: str, cases: list[Mapping[str, Any]], *, called: bool) -> Tests:
    found = RowReader({column: cases})
    pairs = found.pairs(column, "input", "output")
    if called and pairs:
        return call_tests(
            reader, _function(row) or cases[0].get("fn_name"), pairs, CallStyle(), row.get("starter_code")
        )
    made = [(found.as_text(given, required=True), found.as_text(wanted, required=True)) for given, wanted in pairs]
    reader.errors += found.errors
    return Tests(made)


def _function(row: Row) -> Any:
    metadata = read_json(RowReader({}), "metadata", row.get("metadata"))
    return metadata.get("func_name") if isinstance(metadata, Mapping) else None


FORMAT = RowFormat(
    "livecodebench",
    "LiveCodeBench",
    SETS,
    ("question_title", "question_content", "platform", "question_id", "contest_date", "starter_code", "metadata"),
    read_livecodebench,
)
