"""Builtins whose name the program gives to a variable of its own, later: `max = max(a)`, `list = list(map(int, …))`.

Module code may use a builtin until it binds the name. A function never can: there the name is local from the start.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Set

from equijudge_core.programs.scopes import Scope, Scopes

BUILTIN = "builtin "  # no variable's name begins like this
_NAMES = frozenset(dir(builtins))


def mark_builtins(tree: ast.Module) -> None:
    """Name builtins apart from the module's variables of the same name, in place; `unmark_builtins` gives them back."""
    if not _NAMES & _bindings(tree):
        return
    scopes = Scopes.in_module(tree)
    top = scopes.of[tree]
    if not _NAMES & top.bound:
        return
    first, called = _first_bindings(tree), _possible_callees(tree)
    functions = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node, scope in list(scopes.visits(tree)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and _is_own(node.id, scope, top):
            early = scope is top and (node.lineno, node.col_offset) < first.get(node.id, (0, 0))
            if early or (id(node) in functions and node.id not in called):
                node.id = f"{BUILTIN}{node.id}"


def unmark_builtins(tree: ast.Module) -> None:
    """Take the mark away, once variables have names of their own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            node.id = node.id.removeprefix(BUILTIN)


def _is_own(name: str, scope: Scope, top: Scope) -> bool:
    return name in _NAMES and name not in top.imported and scope.owner(name) is top


def _bindings(tree: ast.Module) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}


def _first_bindings(tree: ast.Module) -> dict[str, tuple[int, int]]:
    """Where module code binds its names for the first time: after the value of an assignment."""
    first: dict[str, tuple[int, int]] = {}
    pending: list[tuple[ast.AST, tuple[int, int] | None]] = [(tree, None)]
    while pending:
        node, end = pending.pop()
        if isinstance(node, ast.Assign | ast.AnnAssign):
            end = (node.end_lineno or 0, node.end_col_offset or 0)
        bound: str | None = None
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            bound = node.id
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bound = node.name
        if bound is not None:
            at = end or (node.lineno, node.col_offset)  # type: ignore[attr-defined]
            first[bound] = min(at, first.get(bound, at))
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            pending += [(child, end) for child in ast.iter_child_nodes(node)]
    return first


def _possible_callees(tree: ast.Module) -> set[str]:
    """Names that somewhere stand for something that can be called, or for what is not known."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    found = {node.name for node in functions}
    made = {
        node.name
        for node in functions
        if not any(isinstance(one, ast.Lambda | ast.FunctionDef) for one in ast.walk(node) if one is not node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            if not _is_plain(node.value, made | _NAMES):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                found |= {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        elif isinstance(node, ast.NamedExpr):
            found.add(node.target.id)
    return found


def _is_plain(value: ast.expr, making: Set[str]) -> bool:
    """Whether a value is a number, a text or a container: it cannot be called. `making`: functions that give such."""
    if isinstance(value, ast.Call):
        name = value.func.id if isinstance(value.func, ast.Name) else ""
        return isinstance(value.func, ast.Attribute) or (name in making and name not in ("getattr", "eval", "type"))
    if isinstance(value, ast.IfExp):
        return _is_plain(value.body, making) and _is_plain(value.orelse, making)
    plain = ast.Constant | ast.BinOp | ast.UnaryOp | ast.List | ast.ListComp | ast.Dict | ast.DictComp | ast.Set
    return isinstance(value, plain | ast.Compare | ast.SetComp | ast.JoinedStr | ast.Subscript)
