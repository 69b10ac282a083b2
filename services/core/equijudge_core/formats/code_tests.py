"""Problems whose tests are code that calls functions: what the formats that have such have in common.

The code is read as a syntax tree, to find names in it, and never run here.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Sequence
from typing import Any

from equijudge_core.errors import BadProblem, UnsupportedProblem
from equijudge_core.formats.reading import Reading, make_problem, tests_column
from equijudge_core.judging.row_reader import RowReader

MOST_CODE = 4 << 20  # characters that are parsed, which takes a hundred times as much memory; as the judge has it
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def code_reading(
    form: str,
    name: str,
    description: str,
    code: dict[str, Any],
    public: Sequence[str],
    hidden: Sequence[str] = (),
    **more: Any,
) -> Reading:
    """Make the problem: code is the column `test_code`, public and hidden the code of a test each. Raises
    UnsupportedProblem."""
    try:
        problem = make_problem(
            name=name,
            description=description,
            public_tests=tests_column((each, "") for each in public),
            private_tests=tests_column((each, "") for each in hidden),
            test_code=code,
            **more,
        )
    except BadProblem as error:  # of code that is Python: what cannot be told from outside, or is too long
        raise UnsupportedProblem(error.errors) from error
    return Reading(form, problem)


def parse_code(reader: RowReader, field: str, code: str) -> ast.Module:
    """Parse a column of Python; a fault is noted, and gives an empty module."""
    if len(code) > MOST_CODE:
        reader.fail(field, f"is {len(code)} characters long", f"at most {MOST_CODE}")
        return ast.Module([], [])
    try:
        return ast.parse(code)
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        reader.fail(field, f"is no Python: {str(error)[:200]}")
        return ast.Module([], [])


def defined_names(tree: ast.Module) -> list[str]:
    """Functions and classes that stand on top, in their order."""
    return [each.name for each in tree.body if isinstance(each, Definition)]


def used_names(tree: ast.AST) -> set[str]:
    """All names that occur bare."""
    return {each.id for each in ast.walk(tree) if isinstance(each, ast.Name)}


def free_names(trees: Sequence[ast.Module]) -> list[str]:
    """What these use and none of them defines, as far as can be told without running them."""
    found: set[str] = set()
    bound = set(dir(builtins))
    for node in (each for tree in trees for each in ast.walk(tree)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            bound |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, Definition):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.Name):
            (found if isinstance(node.ctx, ast.Load) else bound).add(node.id)
    return sorted(found - bound)


def source_of(code: str, tree: ast.Module, chosen: Iterable[ast.stmt]) -> str:
    """The text of some of the statements on top, with their decorators."""
    lines = code.split("\n")
    kept = {id(each) for each in chosen}
    parts = []
    for each in tree.body:
        if id(each) in kept:
            decorators = each.decorator_list if isinstance(each, Definition) else []
            first = min([each.lineno, *(decorator.lineno for decorator in decorators)])
            parts.append("\n".join(lines[first - 1 : each.end_lineno]))
    return "".join(f"{part}\n" for part in parts)


def helpers_of(code: str, tree: ast.Module, entry: str) -> str:
    """What stands beside a function: imports, constants, other functions. Tests may use them, and use these, not a
    candidate's own of the name."""
    return source_of(code, tree, (each for each in tree.body if getattr(each, "name", None) != entry))


def prelude_of(prompt: str, entry: str) -> str:
    """What a prompt has beside the function that it begins: a program that is whole in itself finds it, too, as those
    who write one take it for granted."""
    whole = f"{prompt.rstrip()}\n    pass\n"
    try:
        return helpers_of(whole, ast.parse(whole), entry)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return ""
