"""What tests that are code may not do, since a stand-in for a function is not the function."""

from __future__ import annotations

import ast
from collections.abc import Iterator

# Functions of Python's modules that look inside what they are given.
LOOKS_INSIDE = {
    **dict.fromkeys(("inspect", "ast", "dis", "tokenize", "symtable"), "looks at the program's own text"),
    **dict.fromkeys(("tracemalloc", "cProfile", "profile", "gc"), "measures the process that calls"),
    **dict.fromkeys(("subprocess", "multiprocessing", "threading", "socket"), "starts what the program does not see"),
    **dict.fromkeys(("hypothesis", "requests", "selenium"), "needs a module that is not there"),
}
FIXTURES = (
    "capsys",
    "capfd",
    "monkeypatch",
    "tmp_path",
    "tmpdir",
    "mocker",
    "caplog",
    "request",
    "recwarn",
    "benchmark",
)
INSIDE = ("__code__", "__closure__", "__dict__", "__globals__", "__defaults__", "__annotations__", "__wrapped__")
PATCHES = ("patch", "mock", "MagicMock", "Mock")


def find_refused(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Lines, and what stands there that cannot be had."""
    for node in ast.walk(tree):
        for fault in _faults(node):
            yield getattr(node, "lineno", 0), fault


def _faults(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import | ast.ImportFrom):
        yield from _import_faults(node)
    elif isinstance(node, ast.Attribute) and node.attr in INSIDE:
        yield f"looks inside an object: {node.attr}"
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        if isinstance(node, ast.AsyncFunctionDef):
            yield "has a test or function that is asynchronous"
        if node.name.startswith("test"):
            for each in node.args.args:
                if each.arg in FIXTURES:
                    yield f"asks for the fixture {each.arg} of pytest"
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
    for name in {*named, *whole}:
        if name.split(".")[0] in ("unittest", "mock") and name.rpartition(".")[2] in PATCHES:
            yield f"imports {name}: what a test patches, the program does not see"
            return


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name
