"""Rows of MBPP, whole or sanitized, and of MBPP+ as it is on the hub: asserts that call functions by their names.

Which functions those are is told by the row's own `code`. The hub's MBPP+ has one script of tests in `test` beside.
"""

from __future__ import annotations

import ast

from equijudge_core.formats.code_tests import code_reading, defined_names, free_names, parse_code, used_names
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
from equijudge_core.judging.row_reader import RowReader


def read_mbpp(row: Row, options: ReadOptions = DEFAULTS) -> Reading:
    """Read a row. Raises BadProblem, UnsupportedProblem."""
    reader = RowReader(row)
    text = reader.text("text") or reader.text("prompt")
    code, script = reader.text("code"), reader.text("test")
    setup = "\n".join([*reader.texts("test_imports"), reader.text("test_setup_code")]).strip()
    shown, hidden = reader.texts("test_list"), reader.texts("challenge_test_list")
    tests = {
        f"{column}[{number}]": each
        for column, listed in (("test_list", shown), ("challenge_test_list", hidden))
        for number, each in enumerate(listed)
    }
    trees = [parse_code(reader, field, each) for field, each in tests.items()]
    trees.append(parse_code(reader, "test", script))
    setting, own = parse_code(reader, "test_setup_code", setup), parse_code(reader, "code", code)
    check(reader)
    if not tests:
        refuse("test_list", "the row has no tests")
    names = _names(trees, setting, own)
    if not names:
        refuse("test_list", "calls no function of a candidate's by its name")
    return code_reading(
        "mbpp",
        choose_name("mbpp", (row.get("task_id"),), text, options.name),
        f"{text}\n\nYour code should pass these tests:\n\n```python\n" + "\n".join(shown) + "\n```",
        {"code": setup, "names": names},
        shown,
        [*hidden, *([script] if script.strip() else [])],
        solutions=programs_column([code] if code.strip() else []),
    )


def _names(trees: list[ast.Module], setup: ast.Module, own: ast.Module) -> list[str]:
    """What of a candidate the tests use: what the row's own program defines, else what nothing else does."""
    used = set().union(*map(used_names, trees))
    known = [name for name in defined_names(own) if name in used]
    if known or own.body:
        return known
    return free_names([*trees, setup])


FORMAT = RowFormat(
    "mbpp",
    "MBPP",
    ("test_list",),
    ("task_id", "text", "prompt", "code", "test_setup_code", "test_imports", "challenge_test_list"),
    read_mbpp,
)
