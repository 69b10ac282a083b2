"""What tests that are code may not do, since a stand-in for a function is not the function."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

# Functions of Python's modules that look inside what they are given.
LOOKS_INSIDE = {
    **dict.fromkeys(("inspect", "ast", "dis", "tokenize", "symtable"), "looks at the program's own text"),
    **dict.fromkeys(("tracemalloc", "cProfile", "profile", "gc"), "measures the process that calls"),
    **dict.fromkeys(("subprocess", "multiprocessing", "threading", "socket"), "starts what the program does not see"),
    **dict.fromkeys(("hypothesis", "requests", "selenium"), "needs a module that is not there"),
}
PYTEST = ("raises", "approx", "param", "mark", "fixture", "fail", "main")  # that there is
MARKS = ("skip", "skipif", "xfail", "usefixtures")  # that there is not
INSIDE = ("__code__", "__closure__", "__dict__", "__globals__", "__defaults__", "__annotations__", "__wrapped__")
PATCHES = ("patch", "mock", "MagicMock", "Mock")


def find_refused(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines, and what stands there that cannot be had."""
    known = {"self", "cls", *_fixtures(tree)}
    for node in ast.walk(tree):
        for fault in (*_faults(node), *_fixture_faults(node, known)):
            yield getattr(node, "lineno", 0), fault


def _fixtures(tree: ast.Module) -> Iterator[str]:
    """Names of the fixtures that the code defines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any("fixture" in ast.unparse(each) for each in node.decorator_list):
            yield node.name


def _fixture_faults(node: ast.AST, known: set[str]) -> Iterator[str]:
    if not isinstance(node, ast.FunctionDef) or not node.name.startswith("test"):
        return
    marks = [each for each in node.decorator_list if isinstance(each, ast.Call) and "parametrize" in ast.unparse(each)]
    given = " ".join(ast.unparse(each.args[0]) for each in marks if each.args)
    wanted = node.args.args[: len(node.args.args) - len(node.args.defaults)]
    for each in wanted:
        if each.arg not in known and not re.search(rf"\b{each.arg}\b", given):
            yield f"asks for the fixture {each.arg}, which the code does not define"


def _faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _import_faults(node)
    elif isinstance(node, ast.Attribute) and node.attr in INSIDE:
        yield f"looks inside an object: {node.attr}"
    elif isinstance(node, ast.AsyncFunctionDef):
        yield "has a test or function that is asynchronous"
    elif isinstance(node, ast.Attribute) and _is_name(node.value, "pytest") and node.attr not in PYTEST:
        yield f"uses pytest.{node.attr}"
    elif isinstance(node, ast.Attribute) and node.attr in MARKS and ast.unparse(node.value).endswith("mark"):
        yield f"has the mark {node.attr} of pytest"
    elif isinstance(node, ast.Attribute) and node.attr in ("stdout", "stdin", "stderr") and _is_name(node.value, "sys"):
        yield f"reads or replaces sys.{node.attr}, which the program's is not"


def _import_faults(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom):
        named = [node.module or ""]
        whole = [f"{node.module}.{each.name}" for each in node.names]
    else:
        named = whole = [each.name for each in node.names]
    for name in named:
        first = name.split(".")[0]
        if first in LOOKS_INSIDE:
            yield f"imports {first}, which {LOOKS_INSIDE[first]}"
    for name in (*whole, *named):
        if name.split(".")[0] in ("unittest", "mock") and name.rpartition(".")[2] in PATCHES:
            yield f"imports {name}: what a test patches, the program does not see"
            return


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
