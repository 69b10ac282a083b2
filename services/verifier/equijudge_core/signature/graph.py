"""Graphs: work lists (first in first out, last in first out, best first), relaxation, orders."""

from __future__ import annotations

import ast

from equijudge_core.signature.names import called, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.simplify import number, same
from equijudge_core.signature.view import Findings, View, base, indices, subscripts

_TAKES = {
    ".popleft": "breadth-first search",
    ".get": "breadth-first search",
    "heapq.heappop": "best-first search",
    ".pop": "depth-first search",
}
_PUTS = frozenset({".append", ".appendleft", ".extend", "heapq.heappush", ".put"})


def work_lists(view: View) -> Findings:
    """Loops that take an item from a list and put its neighbours on it."""
    for loop in view.program.loops:
        if loop.light or not isinstance(loop.node, ast.While | ast.For):
            continue
        names = keys_in(loop.test if isinstance(loop.node, ast.While) else loop.iterable)
        nodes = view.nodes(loop)
        for name in sorted(names):
            if not _puts_neighbours(view, loop, name):
                continue
            kind = _order(view, loop, nodes, name)
            if kind is not None:
                yield kind, loop.node
    for loop in view.whiles():
        if any(_is_next_level(view, loop, node) for node in view.nodes(loop)):
            yield "breadth-first search", loop.node


def _order(view: View, loop: Loop, nodes: list[ast.AST], name: str) -> str | None:
    if isinstance(loop.node, ast.For):
        return "breadth-first search" if key(loop.iterable) == name else None
    if any(called(node) == ".appendleft" and _on(node) == name for node in nodes):
        return "0-1 search"
    for node in nodes:
        if isinstance(node, ast.Call) and _on(node) == name:
            kind = _TAKES.get(called(node))
            if called(node) == ".pop" and node.args:
                kind = "breadth-first search" if number(node.args[0]) == 0 else "depth-first search"
            if kind is not None:
                return kind
    if any(key(sub.slice) in keys_in(loop.test) for sub in subscripts(nodes, name)):
        return "breadth-first search"  # a head that moves through the list
    return None


def _on(call: ast.AST) -> str | None:
    if not isinstance(call, ast.Call):
        return None
    if called(call).startswith("heapq."):
        return key(call.args[0]) if call.args else None
    return key(call.func.value) if isinstance(call.func, ast.Attribute) else None


def _puts_neighbours(view: View, loop: Loop, name: str) -> bool:
    """Put within an inner loop, or in several places."""
    puts = [node for node in view.nodes(loop) if called(node) in _PUTS and _on(node) == name]
    inner = [node for node in puts if view.program.loop_of[node] is not loop or called(node) == ".extend"]
    return bool(inner) or len(puts) > 1


def _is_next_level(view: View, loop: Loop, node: ast.AST) -> bool:
    """frontier = next_frontier, of which the items come from an inner loop over frontier."""
    tested = keys_in(loop.test)
    for target, value in stores(node):
        name = key(target)
        if name is None or name not in tested or view.program.loop_of[node] is not loop:
            continue
        sources = keys_in(value)
        walked = [one for one in view.program.loops_in(loop) if name in keys_in(one.iterable)]
        filled = {
            _on(one) for other in walked for one in view.nodes(other) if called(one) in (".append", ".add", ".extend")
        }
        if walked and (sources & filled or any(one.node in set(ast.walk(value)) for one in walked)):
            return True
    return False


def relaxation(view: View) -> Findings:
    """Distances made shorter through a neighbour: `if d[u] + w < d[v]: d[v] = d[u] + w`."""
    for node in view.program.all(ast.If):
        if not isinstance(node.test, ast.Compare) or not isinstance(node.test.ops[0], ast.Lt | ast.LtE):
            continue
        through, current = node.test.left, node.test.comparators[0]
        for inner in node.body:
            for target, value in stores(inner):
                if same(current, target) and same(value, through) and isinstance(target, ast.Subscript):
                    yield "relaxation", node
    for node in view.program.all(ast.Assign):
        for target, value in stores(node):
            if isinstance(target, ast.Subscript) and called(value) in ("min", "max") and _is_floyd(target, value):
                yield "all pairs", node


def _is_floyd(target: ast.Subscript, value: ast.expr) -> bool:
    """d[i][j] = min(d[i][j], d[i][k] + d[k][j])"""
    sums = [one for one in ast.walk(value) if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add)]
    for one in sums:
        if isinstance(one.left, ast.Subscript) and isinstance(one.right, ast.Subscript):
            left, right = indices(one.left), indices(one.right)
            if len(left) == 2 and len(right) == 2 and same(left[1], right[0]) and base(one.left) == base(target):
                return True
    return False


def orders(view: View) -> Findings:
    """Kahn's order: what waits for nothing more is taken next."""
    for node in view.program.all(ast.AugAssign):
        target = node.target
        if not isinstance(node.op, ast.Sub) or number(node.value) != 1 or not isinstance(target, ast.Subscript):
            continue
        for check in view.program.all(ast.If):
            test = ast.unparse(check.test) if False else check.test
            compared = [one for one in ast.walk(test) if isinstance(one, ast.Subscript) and same(one, target)]
            if compared and any(called(one) in _PUTS for one in ast.walk(check)):
                yield "topological order", node
