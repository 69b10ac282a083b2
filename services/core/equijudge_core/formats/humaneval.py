"""Rows of HumanEval and HumanEval+, whose `test` defines check().

What the prompt has beside the function is put before the tests: HumanEval/32 judges by a polynomial that its prompt
defines. HumanEval+ in its own files has inputs alone; see evalplus.py.
"""

from __future__ import annotations

from equijudge_core.formats.code_tests import code_reading, defined_names, helpers_of, parse_code, prelude_of
from equijudge_core.formats.reading import (
    DEFAULTS,
    Reading,
    ReadOptions,
    Row,
    RowFormat,
    check,
    choose_name,
    programs_column,
    refuse,
)
from equijudge_core.judging.row_reader import RowReader, quote


def read_humaneval(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    prompt, test, solution = (reader.text(each) for each in ("prompt", "test", "canonical_solution"))
    entry = _entry(reader)
    whole = parse_code(reader, "prompt", f"{prompt}{solution or '    pass'}\n")
    tests = parse_code(reader, "test", test)
    check(reader)
    if "check" not in defined_names(tests):
        refuse("test", "defines no check(candidate)")
    code = {"code": f"{helpers_of(prompt + solution, whole, entry)}\n{test}", "names": [entry], "prompt": prompt}
    code["prelude"] = prelude_of(prompt, entry)
    return code_reading(
        "humaneval",
        choose_name("humaneval", (row.get("task_id"),), prompt, options.name).removeprefix("humaneval/"),
        prompt,
        code,
        (),
        [f"check({entry})"],
        solutions=programs_column([f"{prompt}{solution}"] if solution.strip() else []),
    )


def _entry(reader: RowReader) -> str:
    entry = reader.text("entry_point")
    if not entry.isidentifier() or not entry.isascii():
        reader.fail("entry_point", f"must be a function's name, not {quote(entry)}")
    return entry


FORMAT = RowFormat(
    "humaneval", "HumanEval", ("task_id", "prompt", "entry_point", "test"), ("canonical_solution",), read_humaneval
)
