"""Dynamic programming and scans: values made of earlier values of the same table, row or variable."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.signature.names import called, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.simplify import number, same
from equijudge_core.signature.view import Findings, View, base, indices, subscripts

_BEST = frozenset({"min", "max"})


def dynamic(view: View) -> Findings:
    """`dp table`: a place from other places of the table (or of the row before); `prefix sums`: only from the last."""
    rows = _Rows(view)
    for node in view.program.all(ast.Assign, ast.AugAssign):  # type: ignore[type-var]
        if view.program.loop_of[node] is None:
            continue
        for target, value in stores(node):
            if isinstance(target, ast.Subscript) and (name := base(target)):
                yield from _stored(view, rows, node, target, value, name)
            elif (name := key(target)) is not None:
                yield from _replaced(view, node, name, value)
    for call in view.program.calls(".append"):
        yield from _appended(view, rows, call)
    for call in view.program.calls("itertools.accumulate"):
        plain = len(call.args) == 1 or called(call) == "operator.add"
        yield ("prefix sums" if plain else "running best"), call


class _Rows:
    """Which variables hold the same table at different times: `previous = current`."""

    def __init__(self, view: View) -> None:
        self._group: dict[str, str] = {}
        for node in view.program.all(ast.Assign):
            if view.program.loop_of[node] is None:
                continue
            for target, value in stores(node):
                one, other = key(target), key(value)
                if one and other and any(view.holds(target, kind) for kind in ("list", "dict", "set")):
                    self._join(one, other)

    def of(self, name: str | None) -> str | None:
        """The group's representative."""
        while name in self._group:
            name = self._group[name]
        return name

    def _join(self, one: str, other: str) -> None:
        first, second = self.of(one), self.of(other)
        if first != second and first and second:
            self._group[second] = first


def _stored(view: View, rows: _Rows, node: ast.AST, target: ast.Subscript, value: ast.expr, name: str) -> Findings:
    """t[i] = … t[i - c] …"""
    place = indices(target)
    loads = [
        one
        for one in _whole_subscripts(value, _guards(view, node))
        if rows.of(base(one)) == rows.of(name) and not (base(one) == name and _alike(indices(one), place))
    ]
    if (
        not loads
        or isinstance(value, ast.Subscript)
        and not isinstance(node, ast.AugAssign)
        and not _guards(view, node)
    ):
        return
    if not any(_offset(one, target) or base(one) != name for one in loads):
        return
    if len(place) == 1 and _is_running_sum(node, value, loads, place[0]):
        yield "prefix sums", node
    else:
        yield "dp table", node
        yield f"dp table:{min(len(place) + (base(loads[0]) != name), 2)}d", node


def _whole_subscripts(value: ast.AST, more: list[ast.AST]) -> Iterator[ast.Subscript]:
    for root in (value, *more):
        inner = {node.value for node in ast.walk(root) if isinstance(node, ast.Subscript)}
        for node in ast.walk(root):
            if isinstance(node, ast.Subscript) and node not in inner and not isinstance(node.slice, ast.Slice):
                yield node


def _guards(view: View, node: ast.AST) -> list[ast.AST]:
    """The condition under which a store is made, when it is an `if` by itself."""
    parent = view.program.parents.get(node)
    return [parent.test] if isinstance(parent, ast.If) else []


def _alike(one: list[ast.expr], other: list[ast.expr]) -> bool:
    return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))


def _offset(load: ast.Subscript, target: ast.Subscript) -> bool:
    """Whether the two places differ by a sum or difference, or are two variables of nested loops."""
    ours, theirs = indices(target), indices(load)
    return any(
        not same(a, b) and (isinstance(a, ast.BinOp) or isinstance(b, ast.BinOp) or key(b) is not None)
        for a, b in zip(ours, theirs, strict=False)
    )


def _is_running_sum(node: ast.AST, value: ast.expr, loads: list[ast.Subscript], place: ast.expr) -> bool:
    """p[i] = p[i - 1] + x, with the + of anything that is not the table again."""
    if len(loads) != 1 or _has_choice(value):
        return False
    if not _is_next(loads[0].slice, place):
        return False
    if isinstance(node, ast.AugAssign):
        return isinstance(node.op, ast.Add | ast.BitXor) and value is loads[0]
    return isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add | ast.Sub | ast.BitXor | ast.Mod)


def _is_next(one: ast.expr, other: ast.expr) -> bool:
    for small, large in ((one, other), (other, one)):
        if isinstance(large, ast.BinOp) and isinstance(large.op, ast.Add | ast.Sub) and same(large.left, small):
            if number(large.right) == 1:
                return True
    return number(one) == -1


def _has_choice(value: ast.expr) -> bool:
    return any(isinstance(one, ast.IfExp) or called(one) in _BEST for one in ast.walk(value))


def _appended(view: View, rows: _Rows, call: ast.Call) -> Findings:
    """t.append(… t[-1] …)"""
    name = key(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if name is None or not call.args or view.program.loop_of[call] is None:
        return
    value = call.args[0]
    loads = [one for one in _whole_subscripts(value, []) if rows.of(base(one)) == rows.of(name)]
    if not loads or isinstance(value, ast.Subscript):
        return
    last = len(loads) == 1 and base(loads[0]) == name and number(loads[0].slice) == -1
    if last and isinstance(value, ast.BinOp) and not _has_choice(value):
        yield "prefix sums", call
    else:
        yield "dp table", call
        yield f"dp table:{1 + any(base(one) != name for one in loads)}d", call


def _replaced(view: View, node: ast.AST, name: str, value: ast.expr) -> Findings:
    """A whole row, a set of reachable values, or one number, replaced by what is made of itself."""
    walked = [
        one
        for one in ast.walk(value)
        if isinstance(one, ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) and name in keys_in(one)
    ]
    if any(
        isinstance(one, ast.SetComp) or (isinstance(one, ast.GeneratorExp) and view.holds(value, "set"))
        for one in walked
    ):
        if any(isinstance(part, ast.BinOp) for one in walked for part in ast.walk(one)):
            yield "dp table", node
            yield "dp set", node
    elif any(isinstance(one, ast.ListComp) and _reads_places(one, name) for one in walked):
        yield "dp table", node
    elif _is_best_of_itself(name, value):
        yield "running best", node


def _reads_places(node: ast.ListComp, name: str) -> bool:
    return any(
        isinstance(one, ast.Subscript) and isinstance(one.slice, ast.BinOp)
        for one in subscripts(list(ast.walk(node)), name)
    )


def _is_best_of_itself(name: str, value: ast.expr) -> bool:
    """x = max(v, x + v)"""
    return called(value) in _BEST and any(
        isinstance(part, ast.BinOp) and name in keys_in(part)
        for argument in value.args  # type: ignore[attr-defined]
        for part in ast.walk(argument)
    )


def resets(view: View) -> Findings:
    """x += v, and x = 0 whenever x < 0: the same as x = max(v, x + v)."""
    for node in view.program.all(ast.If):
        tested = keys_in(node.test)
        for inner in node.body:
            for target, value in stores(inner):
                name = key(target)
                if name not in tested or number(value) != 0 and key(value) is None:
                    continue
                loop = view.program.loop_of[node]
                if isinstance(node.test, ast.Compare) and loop and _adds(view, loop, name):
                    yield "running best", node


def _adds(view: View, loop: Loop, name: str | None) -> bool:
    return any(
        isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.Add)
        and key(node.target) == name
        and number(node.value) is None
        for node in view.nodes(loop)
    )
