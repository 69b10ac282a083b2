"""Rows of BigCodeBench: a class of unittest's in the same module as the program. Each of its methods is a test.

Many of its tests patch what the program calls, look at files or plots, or need libraries: they are refused by name.
"""

from __future__ import annotations

from equijudge_core.formats.code_tests import code_reading, defined_names, helpers_of, parse_code, prelude_of
from equijudge_core.formats.kodcode import test_names
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


def read_bigcodebench(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    prompt, code, solution = (reader.text(each) for each in ("complete_prompt", "code_prompt", "canonical_solution"))
    test, entry = reader.text("test"), reader.text("entry_point")
    tree = parse_code(reader, "test", test)
    whole = parse_code(reader, "code_prompt", f"{code}{solution or '    pass'}\n")
    check(reader)
    if entry not in defined_names(whole):
        reader.fail("entry_point", f"{quote(entry)} is no function of code_prompt's")
        check(reader)
    if not (calls := [f"run_tests({name!r})" for name in test_names(tree)]):
        refuse("test", "has no class of tests")
    shared = helpers_of(code + (solution or "    pass"), whole, entry)
    return code_reading(
        "bigcodebench",
        choose_name("bigcodebench", (row.get("task_id"),), prompt, options.name).removeprefix("bigcodebench/"),
        reader.text("instruct_prompt") or prompt,
        {"code": f"{shared}\n{test}", "names": [entry], "prompt": code, "prelude": prelude_of(code, entry)},
        (),
        calls,
        solutions=programs_column([f"{code}{solution}"] if solution.strip() else []),
    )


FORMAT = RowFormat(
    "bigcodebench",
    "BigCodeBench",
    ("task_id", "complete_prompt", "code_prompt", "entry_point", "test"),
    ("instruct_prompt", "canonical_solution", "doc_struct", "libs"),
    read_bigcodebench,
)
