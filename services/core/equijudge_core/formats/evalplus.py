"""Rows of HumanEval+ and MBPP+ as evalplus publishes them: inputs alone, with a program that knows the answers.

That program runs where the tests do, in a cell of the checkers' pool, and what a candidate gives is compared there by
evalplus' rules: equal, or near where floats are expected, and its special ones for some tasks. Unlike evalplus the
tolerance of one input is not kept for the next ones.

MBPP+'s inputs lost tuples, sets and complex numbers on their way through JSON; which tasks had which is listed here.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from equijudge_core.formats.code_tests import code_reading, defined_names, parse_code, prelude_of
from equijudge_core.formats.evalplus_code import comparison_code
from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    programs_column,
    refuse,
)
from equijudge_core.judging.row_reader import RowReader, quote

MOST_INPUTS = 20_000
BATCH = 20  # calls in one test
TASK = re.compile(r"(HumanEval|Mbpp)/(\d{1,5})")
Rebuild = Callable[[list[Any]], list[Any]]


def read_evalplus(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    prompt, solution, entry = (reader.text(each) for each in ("prompt", "canonical_solution", "entry_point"))
    task = reader.text("task_id")
    found = TASK.fullmatch(task)
    if found is None:
        reader.fail("task_id", f"must be HumanEval/N or Mbpp/N, not {quote(task)}")
    reference = f"{prompt}{solution}"
    tree = parse_code(reader, "canonical_solution", reference)
    inputs = {column: _inputs(reader, column) for column in ("base_input", "plus_input")}
    atol = reader.number("atol")
    check(reader)
    if entry not in defined_names(tree):
        reader.fail("entry_point", f"{quote(entry)} is no function of canonical_solution's")
        check(reader)
    if not any(inputs.values()):
        refuse("base_input", "the row has no tests")
    is_mbpp, number = found is not None and found[1] == "Mbpp", int(found[2]) if found else 0
    rebuild = REBUILT.get(number, _as_it_is) if is_mbpp else _as_it_is
    tests = {
        column: [_test(reader, entry, column, each, rebuild) for each in given] for column, given in inputs.items()
    }
    check(reader)
    return code_reading(
        "evalplus",
        task,
        prompt,
        {
            "code": comparison_code(reference, entry, atol),
            "names": [entry],
            "prompt": "" if is_mbpp else prompt,
            "prelude": "" if is_mbpp else prelude_of(prompt, entry),
        },
        _batches(tests["base_input"]),
        _batches(tests["plus_input"]),
        solutions=programs_column([reference]),
    )


def _inputs(reader: RowReader, column: str) -> list[list[Any]]:
    value = reader.row.get(column)
    value = [] if value is None else value
    if not isinstance(value, list) or not all(isinstance(each, list) for each in value):
        reader.fail(column, "must be a list of lists of arguments")
        return []
    if len(value) > MOST_INPUTS:
        reader.fail(column, f"has {len(value)} inputs", f"at most {MOST_INPUTS}")
    return value[:MOST_INPUTS]


def _test(reader: RowReader, entry: str, column: str, arguments: list[Any], rebuild: Rebuild) -> str:
    try:
        return f"_check_call({entry}, {write_value(list(rebuild(arguments)))})"
    except (TypeError, ValueError, IndexError, AttributeError, RecursionError):
        reader.fail(column, f"has arguments that are not those of the task: {quote(str(arguments)[:100])}")
        return ""


def _batches(calls: list[str]) -> list[str]:
    """Some calls a test: a process for each of a thousand would take longer than the calls."""
    return ["\n".join(calls[start : start + BATCH]) for start in range(0, len(calls), BATCH)]


def write_value(value: Any) -> str:
    """A value as Python source, numbers that are none of the usual ones too."""
    if isinstance(value, float) and not math.isfinite(value):
        return f"float({str(value)!r})"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_value, value)) + "]"
    if isinstance(value, tuple):
        return "(" + "".join(f"{write_value(each)}, " for each in value) + ")"
    if isinstance(value, set):
        return "{" + ", ".join(map(write_value, sorted(value, key=repr))) + "}" if value else "set()"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{write_value(key)}: {write_value(each)}" for key, each in value.items()) + "}"
    return repr(value)


def _as_it_is(arguments: list[Any]) -> list[Any]:
    return arguments


def _tuples(arguments: list[Any]) -> list[Any]:
    return [tuple(each) for each in arguments]


def _lists_of_tuples(arguments: list[Any]) -> list[Any]:
    return [[tuple(item) for item in each] for each in arguments]


def _tuples_of_tuples(arguments: list[Any]) -> list[Any]:
    return [tuple(tuple(item) for item in each) for each in arguments]


def _list_of_tuples_first(arguments: list[Any]) -> list[Any]:
    return [[tuple(item) for item in arguments[0]], *arguments[1:2]]


def _tuple_second(arguments: list[Any]) -> list[Any]:
    return [arguments[0], tuple(arguments[1])]


def _tuple_first(arguments: list[Any]) -> list[Any]:
    return [tuple(arguments[0]), *arguments[1:]]


def _tuples_throughout(arguments: list[Any]) -> list[Any]:
    return [_deep_tuple(each) for each in arguments]


def _deep_tuple(value: Any) -> Any:
    return tuple(map(_deep_tuple, value)) if isinstance(value, list) else value


def _tuple_with_tuples(arguments: list[Any]) -> list[Any]:
    return [tuple(tuple(item) if isinstance(item, list) else item for item in arguments[0])]


def _list_of_sets(arguments: list[Any]) -> list[Any]:
    return [[set(item) if isinstance(item, list) and item else {} for item in arguments[0]]]


def _real_and_complex(arguments: list[Any]) -> list[Any]:
    return [float(arguments[0]), complex(arguments[1])]


def _complex(arguments: list[Any]) -> list[Any]:
    return [complex(arguments[0])]


def _dict_of_tuples(arguments: list[Any]) -> list[Any]:
    return [{key: tuple(each) for key, each in arguments[0].items()}, *arguments[1:]]


# Tasks of MBPP+ by what of their arguments was no list.
_SHAPES: Mapping[Rebuild, tuple[int, ...]] = {
    _tuples: (
        *(2, 116, 132, 143, 222, 261, 273, 394, 399, 421, 424, 429),
        *(470, 560, 579, 596, 616, 630, 726, 740, 744, 809),
    ),
    _lists_of_tuples: (63, 64, 70, 94, 120, 237, 272, 299, 400, 409, 417, 438, 473, 614, 780),
    _list_of_tuples_first: (75, 413, 444, 753),
    _tuple_second: (106, 750),
    _tuple_first: (250, 307, 405, 446, 617, 720, 763, 808),
    _tuples_of_tuples: (259, 401, 445),
    _tuples_throughout: (580, 615, 791),
    _tuple_with_tuples: (278,),
    _list_of_sets: (115,),
    _real_and_complex: (124,),
    _complex: (252,),
    _dict_of_tuples: (722,),
}
REBUILT: Mapping[int, Rebuild] = {number: shape for shape, numbers in _SHAPES.items() for number in numbers}
FORMAT = RowFormat(
    "evalplus",
    "HumanEval+ or MBPP+",
    ("task_id", "entry_point", "canonical_solution", "base_input", "plus_input"),
    ("prompt", "contract", "atol", "assertion"),
    read_evalplus,
)
