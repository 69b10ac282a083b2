"""Rows of HumanEval and HumanEval+, and of LeetCodeDataset, which has the same form: a `test` that defines check().

What the prompt has beside the function is put before the tests: HumanEval/32 judges by a polynomial that its prompt
defines. HumanEval+ in its own files has inputs alone; see evalplus.py.
"""

from __future__ import annotations

import re

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

NODES = re.compile(r"\b(is_same_list|is_same_tree|list_node|tree_node)\b")
METHOD = re.compile(r"Solution\(\)\.([A-Za-z_]\w{0,100})", re.ASCII)


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


def read_leetcode(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row of LeetCodeDataset, whose entry point is a method of class Solution."""
    reader = RowReader(row)
    prompt, test, completion = (reader.text(each) for each in ("prompt", "test", "completion"))
    entry = reader.text("entry_point")
    if METHOD.fullmatch(entry) is None:
        reader.fail("entry_point", f"must be a method such as Solution().name, not {quote(entry)}")
    tests = parse_code(reader, "test", test)
    parse_code(reader, "prompt", prompt)
    statement, starter = reader.text("problem_description"), reader.text("starter_code")
    check(reader)
    if "check" not in defined_names(tests):
        refuse("test", "defines no check(candidate)")
    if (found := NODES.search(test)) is not None:
        refuse("test", f"looks inside lists and trees of nodes ({found[1]}), which cannot be told from outside")
    return code_reading(
        "leetcode-dataset",
        choose_name("leetcode", (row.get("task_id"), row.get("question_id")), statement, options.name),
        f"{statement}\n\n```python\n{starter.rstrip()}\n```",
        {"code": f"{prompt}\n{test}", "names": ["Solution"], "prelude": prompt},
        (),
        [f"check({entry})"],
        solutions=programs_column([completion] if completion.strip() else []),
    )


def _entry(reader: RowReader) -> str:
    entry = reader.text("entry_point")
    if not entry.isidentifier() or not entry.isascii():
        reader.fail("entry_point", f"must be a function's name, not {quote(entry)}")
    return entry


FORMAT = RowFormat(
    "humaneval", "HumanEval", ("task_id", "prompt", "entry_point", "test"), ("canonical_solution",), read_humaneval
)
LEETCODE = RowFormat(
    "leetcode-dataset",
    "LeetCodeDataset",
    ("entry_point", "prompt", "test", "completion", "starter_code"),
    ("task_id", "question_id", "problem_description", "input_output", "query", "response", "estimated_date"),
    read_leetcode,
)
