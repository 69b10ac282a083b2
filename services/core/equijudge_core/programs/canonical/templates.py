"""What contestants put around every program: faster input and output, deeper recursion, other machines.

A class derived from IOBase stands for a standard stream; a function that passes its arguments on to `.write` is
`print`; a decorator that runs generators in place of recursion is no decorator, and what is yielded to it is a call or
a result; a test for the interpreter's version or for files on the author's machine has the judge's answer.
"""

from __future__ import annotations

import ast
from typing import Any

from equijudge_core.programs.canonical.names import call_name, key, library_name

_STREAMS = frozenset({"io.IOBase", "io.BytesIO", "io.StringIO", "io.RawIOBase", "io.TextIOBase", "io.BufferedIOBase"})
_ELSEWHERE = ("os.path.exists", "os.path.isfile", "os.environ", "os.getenv", "sys.argv", "sys.platform")
_PYTHON = (3, 11)


def remove_templates(tree: ast.Module) -> ast.Module:
    """Take templates away, in place."""
    streams = {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and any(library_name(base) in _STREAMS for base in node.bases)
    }
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    printing = {node.name for node in functions if _only_writes(node)}
    bootstraps = {node.name for node in functions if _runs_generators(node)}
    recursive = {
        node.name for node in functions if any(key(decorator) in bootstraps for decorator in node.decorator_list)
    }
    _Templates(streams, printing, bootstraps, recursive).visit(tree)
    return tree


class _Templates(ast.NodeTransformer):
    def __init__(self, streams: set[str], printing: set[str], bootstraps: set[str], recursive: set[str]) -> None:
        self.streams = streams
        self.printing = printing
        self.bootstraps = bootstraps
        self.recursive = recursive
        self.is_unrolled = False  # inside a function that yields its recursive calls

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self.printing and isinstance(node.ctx, ast.Load):
            node.id = "print"
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if key(node.func) in self.streams:
            return ast.copy_location(ast.Name("sys.stdin", ast.Load()), node)
        return node

    def visit_If(self, node: ast.If) -> Any:
        answer = _answer(node.test)
        if answer is None:
            return self.generic_visit(node)
        block = node.body if answer else node.orelse
        kept: list[ast.stmt] = []
        for statement in block:
            changed: Any = self.visit(statement)
            kept += changed if isinstance(changed, list) else [changed]
        return kept or ast.copy_location(ast.Pass(), node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outer, self.is_unrolled = self.is_unrolled, node.name in self.recursive
        node.decorator_list = [one for one in node.decorator_list if key(one) not in self.bootstraps]
        self.generic_visit(node)
        self.is_unrolled = outer
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        given = node.value
        ends = self.is_unrolled and isinstance(given, ast.Yield) and not self._recurs(given.value)
        if ends and isinstance(given, ast.Yield):
            return self.generic_visit(ast.copy_location(ast.Return(given.value), node))
        return self.generic_visit(node)

    def visit_Yield(self, node: ast.Yield) -> ast.AST:
        self.generic_visit(node)
        return node.value if self.is_unrolled and node.value is not None and self._recurs(node.value) else node

    def _recurs(self, node: ast.AST | None) -> bool:
        return isinstance(node, ast.Call) and key(node.func) in self.recursive


def _only_writes(node: ast.FunctionDef) -> bool:
    """def print(*args, **kwargs): … file.write(str(x)) …"""
    if node.args.vararg is None or node.args.args or isinstance(node.body[-1], ast.Return):
        return False
    calls = [call for one in node.body for call in ast.walk(one) if isinstance(call, ast.Call)]
    names = {call_name(call) for call in calls}
    return ".write" in names | {name[-6:] for name in names} and names <= {
        ".write", ".flush", ".pop", ".get", ".join", "str", "map", "list", "sys.stdout.write", "sys.stdout.flush",
    }  # fmt: skip


def _runs_generators(node: ast.FunctionDef) -> bool:
    """def bootstrap(f): … to = next(to) … to = stack[-1].send(to)"""
    inner = [one for one in node.body if isinstance(one, ast.FunctionDef)]
    return bool(inner) and any(call_name(one) == ".send" for one in ast.walk(node))


def _answer(test: ast.expr) -> bool | None:
    """What a test for the machine is on the judge's; None for any other test."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _answer(test.operand)
        return None if inner is None else not inner
    names = [library_name(node) for node in ast.walk(test)]
    if any(name.startswith(_ELSEWHERE) for name in names):
        return False
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        version = _version(test.left)
        asked = test.comparators[0]
        if version is not None and isinstance(asked, ast.Constant | ast.Tuple):
            return _compare(version, test.ops[0], asked)
    return None


def _version(node: ast.expr) -> int | tuple[int, int] | None:
    """sys.version_info, sys.version_info[0], sys.version_info.major"""
    if library_name(node) == "sys.version_info":
        return _PYTHON
    first = isinstance(node, ast.Subscript) and library_name(node.value) == "sys.version_info"
    return _PYTHON[0] if first or library_name(node) == "sys.version_info.major" else None


def _compare(version: int | tuple[int, int], op: ast.cmpop, asked: ast.Constant | ast.Tuple) -> bool | None:
    parts = asked.elts if isinstance(asked, ast.Tuple) else [asked]
    numbers = [one.value for one in parts if isinstance(one, ast.Constant) and type(one.value) is int]
    ours = version if isinstance(version, tuple) else (version,)
    if len(numbers) != len(parts) or isinstance(version, tuple) != isinstance(asked, ast.Tuple):
        return None
    theirs = tuple(numbers)
    answers = {
        ast.Lt: ours < theirs, ast.LtE: ours <= theirs, ast.Gt: ours > theirs, ast.GtE: ours >= theirs,
        ast.Eq: ours == theirs, ast.NotEq: ours != theirs,
    }  # fmt: skip
    return answers.get(type(op))
