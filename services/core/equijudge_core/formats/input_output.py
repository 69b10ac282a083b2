"""Tests as `{inputs: [...], outputs: [...], fn_name?}`: what APPS, TACO, verl and their heirs have in common.

Without fn_name an input is a text, or a list of lines; with it, the arguments of a call.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from equijudge_core.formats.called import CallStyle, Tests, call_tests
from equijudge_core.formats.code_tests import free_names, parse_code
from equijudge_core.formats.reading import check, refuse
from equijudge_core.judging.row_reader import Item, RowReader


def read_inputs_outputs(reader: RowReader, field: str, value: Any, starter: Any = "") -> Tests:
    """Read the tests. starter: the code that a candidate begins with, for the kinds of arguments. Raises BadProblem,
    UnsupportedProblem."""
    check(reader)
    if value is None or value == "" or value == {}:
        refuse(field, "the row has no tests")
    if not isinstance(value, Mapping):
        reader.wrong_type(field, value, "an object with inputs and outputs")
        check(reader)
    if value.get("assert_case"):
        return _assertions(reader, f"{field}.assert_case", value["assert_case"])
    pairs = _items(reader, field, value)
    if value.get("fn_name"):
        return call_tests(reader, value["fn_name"], pairs, _style(pairs), starter)
    made = [(as_lines(reader, *given), as_lines(reader, *wanted)) for given, wanted in pairs]
    check(reader)
    return Tests(made)


def _assertions(reader: RowReader, field: str, value: Any) -> Tests:
    """Assertions, each of which is a test of its own."""
    if not isinstance(value, list | tuple) or not all(isinstance(each, str) for each in value):
        reader.wrong_type(field, value, "a list of assertions")
        check(reader)
    trees = [parse_code(reader, f"{field}[{number}]", each) for number, each in enumerate(value)]
    check(reader)
    if not (names := free_names(trees)):
        refuse(field, "calls no function of a candidate's by its name")
    return Tests([(each, "") for each in value], test_code={"code": "", "names": names})


def as_lines(reader: RowReader, field: str, value: Any) -> str:
    """A text, or a list of lines as one; each ends with a line end but the last, as the format's own readers have
    it."""
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    reader.wrong_type(field, value, "a string or a list of lines")
    return ""


def _style(pairs: Sequence[tuple[Item, Item]]) -> CallStyle:
    """APPS' own, with lists of arguments, or LiveCodeBench's, with texts."""
    listed = any(isinstance(given, list) for (_, given), _ in pairs)
    return CallStyle(wraps=listed, integer_keys=listed)


def _items(reader: RowReader, field: str, value: Mapping[str, Any]) -> list[tuple[Item, Item]]:
    found = RowReader({field: dict(value)})
    pairs = found.pairs(field, "inputs", "outputs")
    reader.errors += found.errors
    if not pairs and not found.errors:
        refuse(field, "the row has no tests")
    missing = [place for _, (place, said) in pairs if said is None]
    if missing and not value.get("fn_name"):
        refuse(missing[0], "is null: any output would be right")
    check(reader)
    return pairs
