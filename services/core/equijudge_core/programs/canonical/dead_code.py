"""Without what is never used: functions and classes, variables and tables that nothing reads, tests with no branch.

A variable is used when something reads it other than to fill a variable that is itself not used. A statement goes
only if it fills nothing else and does nothing else: it calls nothing but what makes values, and reads no input.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Set
from typing import Any

from equijudge_core.programs.canonical.block_transformer import Blocks
from equijudge_core.programs.canonical.names import call_name, is_variable
from equijudge_core.programs.canonical.reachability import find_reachable

_MAKING = frozenset(
    {
        "abs",
        "all",
        "any",
        "bin",
        "bool",
        "bytearray",
        "bytes",
        "chr",
        "complex",
        "dict",
        "divmod",
        "enumerate",
        "filter",
    }
    | {"float", "format", "frozenset", "hash", "hex", "int", "len", "list", "map", "max", "min", "oct", "ord", "pow"}
    | {"range", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "tuple", "zip"}
    | {".copy", ".count", ".get", ".index", ".items", ".join", ".keys", ".lower", ".upper", ".values", ".format"}
)
_MAKING_MODULES = ("math.", "random.", "collections.", "itertools.", "time.", "datetime.", "string.", "fractions.")
_FILLING = frozenset({".append", ".add", ".extend", ".appendleft", ".update", ".insert", ".sort", ".reverse"})
_LOOKING = frozenset({"eval", "exec", "globals", "locals", "vars"})
_FRESH = (ast.List, ast.ListComp, ast.Dict, ast.DictComp, ast.Set, ast.SetComp, ast.Constant, ast.Tuple)


def remove_dead_code(tree: ast.Module) -> ast.Module:
    """Take away what is never used, in place."""
    if any(isinstance(node, ast.Name) and node.id in _LOOKING for node in ast.walk(tree)):
        return tree
    tree = _Unreached(find_reachable(tree).unreached).visit(tree)
    dead = _dead_variables(tree)
    _Unread(dead).visit(tree)
    return tree


class _Unreached(Blocks):
    """Functions and classes that module code cannot reach."""

    def __init__(self, unreached: Set[ast.AST]) -> None:
        self.unreached = unreached

    def visit_FunctionDef(self, node: ast.FunctionDef) -> Any:
        return None if node in self.unreached else self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> Any:
        return None if node in self.unreached else self.generic_visit(node)


def _dead_variables(tree: ast.Module) -> set[str]:
    """Variables from which nothing that the program does can be reached."""
    filled = {node: name for node in ast.walk(tree) if (name := _filled_variable(node)) is not None}
    shared = _shared(tree, filled)
    feeds: dict[str, set[str]] = defaultdict(set)  # a variable, and what it is made of
    known: set[str] = set()
    live: set[str] = set(shared)
    pending: list[tuple[ast.AST, str | None]] = [(tree, None)]
    while pending:
        node, into = pending.pop()
        own = filled.get(node)
        if own is not None:
            into = own if _only_makes(_reads(node)) else None
            known.add(own)
            live |= set() if into else {own}
            pending += [(child, into) for child in _reads(node)]
            continue
        if isinstance(node, ast.Name) and is_variable(node.id):
            known.add(node.id)
            if not isinstance(node.ctx, ast.Load):
                continue
            if into is None:
                live.add(node.id)
            else:
                feeds[into].add(node.id)
        pending += [(child, into) for child in ast.iter_child_nodes(node)]
    waiting = list(live)
    while waiting:
        for name in feeds.pop(waiting.pop(), set()) - live:
            live.add(name)
            waiting.append(name)
    return known - live


def _filled_variable(node: ast.AST) -> str | None:
    """The variable that a statement does nothing but fill: x = …, x += …, x[i] = …, x.append(…)."""
    target: ast.AST | None = None
    if isinstance(node, ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
    elif isinstance(node, ast.AugAssign):
        target = node.target
    elif isinstance(node, ast.Expr) and call_name(node.value) in _FILLING:
        target = node.value.func.value  # type: ignore[attr-defined]
    if isinstance(target, ast.Subscript) and not isinstance(node, ast.Expr):
        target = target.value
    return target.id if isinstance(target, ast.Name) and is_variable(target.id) else None


def _reads(node: ast.AST) -> list[ast.AST]:
    """What such a statement reads, its variable aside."""
    if isinstance(node, ast.Expr):
        return [*node.value.args, *node.value.keywords]  # type: ignore[attr-defined]
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target  # type: ignore[attr-defined]
    place = [target.slice] if isinstance(target, ast.Subscript) else []
    return [*place, node.value]  # type: ignore[attr-defined]


def _shared(tree: ast.Module, filled: dict[ast.AST, str]) -> set[str]:
    """Variables that may be another name of something that is used: filling them may fill that."""
    changed = {name for node, name in filled.items() if not isinstance(node, ast.Assign) or _is_place(node)}
    given = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    for node, name in filled.items():
        if isinstance(node, ast.Assign) and not _is_place(node) and not _is_fresh(node.value):
            given.add(name)
    owned = {id(target) for node in filled for target in _targets(node)}
    given |= {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and id(node) not in owned
    }
    return changed & given


def _targets(node: ast.AST) -> list[ast.AST]:
    return [*node.targets] if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []


def _is_place(node: ast.Assign) -> bool:
    return isinstance(node.targets[0], ast.Subscript)


def _is_fresh(value: ast.expr) -> bool:
    """[…], [0] * n, list(…): no other name of what there is"""
    if isinstance(value, ast.BinOp):
        return True
    return isinstance(value, _FRESH) or (isinstance(value, ast.Call) and _is_making(value))


def _is_making(call: ast.Call) -> bool:
    name = call_name(call)
    return name in _MAKING or name.startswith(_MAKING_MODULES)


def _only_makes(nodes: list[ast.AST]) -> bool:
    """Whether expressions do nothing but make values."""
    pending = [*nodes]
    while pending:
        child = pending.pop()
        if isinstance(child, ast.Yield | ast.YieldFrom | ast.Await | ast.NamedExpr):
            return False
        if isinstance(child, ast.Call) and not _is_making(child):
            return False
        if not isinstance(child, ast.Lambda):  # a function does nothing where it is made
            pending += ast.iter_child_nodes(child)
    return True


class _Unread(Blocks):
    """Statements that fill dead variables, and what is left empty."""

    def __init__(self, dead: set[str]) -> None:
        self.dead = dead

    def block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        kept = super().block(block)
        return [one for one in kept if not isinstance(one, ast.Pass)]

    def _fill(self, node: ast.stmt) -> Any:
        return None if _filled_variable(node) in self.dead else self.generic_visit(node)

    visit_Assign = visit_AugAssign = visit_Expr = _fill

    def visit_If(self, node: ast.If) -> Any:
        self.generic_visit(node)
        empty = isinstance(node.body[0], ast.Pass) and not node.orelse
        return None if empty and _only_makes([node.test]) else node

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        empty = isinstance(node.body[0], ast.Pass) and not node.orelse
        counted = {one.id for one in ast.walk(node.target) if isinstance(one, ast.Name)}
        return None if empty and counted <= self.dead and _only_makes([node.iter]) else node
