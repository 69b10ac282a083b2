"""Does a function remember its results?"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from equijudge_core.programs.canonical.expressions import same
from equijudge_core.programs.canonical.names import call_name, key, library_name
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import keys_in, stores
from equijudge_core.signature.view import View, base, subscripts

_MEMO = frozenset({"functools.lru_cache", "functools.cache"})


def has_memo(view: View, unit: Unit) -> bool:
    """A memo decorator, or a container that is asked for the place in it where the result is stored."""
    if isinstance(unit.node, ast.FunctionDef):
        if _MEMO & {library_name(node) for one in unit.node.decorator_list for node in ast.walk(one)}:
            return True
    for call in view.program.all(ast.Call):
        maker = call.func.func if isinstance(call.func, ast.Call) else call.func
        if library_name(maker) in _MEMO and unit.name in {key(one) for one in call.args}:
            return True
    nodes = [node for statement in unit.body for node in view.program.inside(statement)]
    walked = set().union(*(keys_in(loop.target) for loop in view.program.loops if loop.unit is unit), set())
    return any(
        isinstance(target, ast.Subscript)
        and not isinstance(node, ast.AugAssign)
        and not isinstance(value, ast.Constant)
        and key(value) not in unit.parameters
        and not keys_in(target.slice) & walked
        and not _is_find(target, node)
        and any(_returns(one, target, value) for one in nodes)
        and any(
            _asks(one, target) or _returns_early(one, target) or _asks_for_known(nodes, one, target) for one in nodes
        )
        for node in nodes
        for target, value in stores(node)
    )


def _returns(node: ast.AST, place: ast.Subscript, value: ast.expr) -> bool:
    """Whether what was stored is returned."""
    if not isinstance(node, ast.Return) or node.value is None or isinstance(node.value, ast.Constant):
        return False
    return any(same(one, place) or (key(one) and same(one, value)) for one in ast.walk(node.value)) or same(
        node.value, value
    )


def _returns_early(node: ast.AST, place: ast.Subscript) -> bool:
    """try: return known[k] — before anything is stored there"""
    return isinstance(node, ast.Return) and same(node.value, place) and node.lineno < place.lineno


def _asks_for_known(nodes: Sequence[ast.AST], node: ast.AST, place: ast.Subscript) -> bool:
    """known = memo[k], if known is not None: return known; if known is None: …, return known"""
    if not isinstance(node, ast.If):
        return False
    known = {key(to) for one in nodes for to, value in stores(one) if same(value, place)} - {None}
    returned = {key(one.value) for one in nodes if isinstance(one, ast.Return)}
    return bool(known & returned & keys_in(node.test))


def _asks(node: ast.AST, place: ast.Subscript) -> bool:
    """if k in known, known.get(k), if known[k] …, return known[k]"""
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        return same(node.left, place.slice) and same(node.comparators[0], place.value)
    if isinstance(node, ast.Call) and call_name(node) == ".get" and isinstance(node.func, ast.Attribute):
        return same(node.func.value, place.value) and same(node.args[0], place.slice)
    tested = node.test if isinstance(node, ast.If | ast.IfExp) else None
    return tested is not None and any(same(one, place) for one in ast.walk(tested))


def _is_find(target: ast.Subscript, node: ast.AST) -> bool:
    return any(
        isinstance(value, ast.Call) and any(base(one) == base(target) for one in subscripts([*value.args]))
        for _, value in stores(node)
    )
