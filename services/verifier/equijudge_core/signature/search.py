"""Searching: binary search, pointers that move over the data, windows, stacks that stay sorted."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.signature.names import called, key
from equijudge_core.signature.program import Loop, keys_in, step_of, stores
from equijudge_core.signature.simplify import number, same
from equijudge_core.signature.view import Findings, View, base

_BISECT = frozenset({"bisect.bisect", "bisect.bisect_left", "bisect.bisect_right", ".bisect_left", ".bisect_right"})
_INSORT = frozenset({"bisect.insort", "bisect.insort_left", "bisect.insort_right"})


def binary_search(view: View) -> Findings:
    """Bounds that close in on a middle; over an answer when each step does work of its own, else over sorted data."""
    for call in view.program.calls(*_BISECT):
        yield "binary search", call
    for call in view.program.calls(*_INSORT):
        yield "sorted insertion", call
    for loop in view.whiles():
        middles = {name for node in view.nodes(loop) for name in _middles(node)}
        bounds = {
            name
            for node in view.nodes(loop)
            for target, value in stores(node)
            if (name := key(target)) and keys_in(value) & middles and name not in middles
        }
        if middles and (bounds & keys_in(loop.test) or len(bounds) > 1):
            view.amortised.add(loop)
            yield ("binary search on the answer" if _works(view, loop) else "binary search"), loop.node
    for loop in view.program.loops:  # a fixed number of halvings
        if isinstance(loop.node, ast.For) and called(loop.node.iter) == "range":
            middles = {name for node in view.nodes(loop) for name in _middles(node)}
            moved = {key(t) for node in view.nodes(loop) for t, value in stores(node) if key(value) in middles}
            if len(moved - {None}) == 2:
                view.amortised.add(loop)
                yield "binary search on the answer", loop.node


def _middles(node: ast.AST) -> Iterator[str]:
    """mid = (lo + hi) // 2 and its like."""
    for target, value in stores(node):
        name = key(target)
        if name is None or isinstance(node, ast.AugAssign):
            continue
        for part in ast.walk(value):
            if isinstance(part, ast.BinOp) and isinstance(part.op, ast.FloorDiv | ast.Div) and number(part.right) == 2:
                if len(keys_in(part.left)) >= 2:
                    yield name


def _works(view: View, loop: Loop) -> bool:
    if view.program.loops_in(loop):
        return True
    return any(view.callees(node) for node in view.nodes(loop) if isinstance(node, ast.Call))


def pointers(view: View) -> Findings:
    """Two places that move through the data and never come back."""
    for loop in view.whiles():
        steps = {(name, step > 0) for node in view.nodes(loop) if (step := step_of(node)) and (name := _moved(node))}
        tested = keys_in(loop.test)
        up = {name for name, rises in steps if rises and name in tested}
        down = {name for name, rises in steps if not rises and name in tested}
        if up - down and down - up and _compares(loop.test, up, down):
            view.amortised |= set(view.program.loops_in(loop)) & set(view.whiles())
            yield "two pointers", loop.node
        elif len(up) >= 2 and _bounded_apart(loop.test, up):
            yield "merge", loop.node
    for loop in view.whiles():
        if (kind := _catches_up(view, loop)) is not None:
            view.amortised.add(loop)
            yield kind, loop.node


def _moved(node: ast.AST) -> str | None:
    return key(node.target) if isinstance(node, ast.AugAssign) else None


def _compares(test: ast.expr | None, up: set[str], down: set[str]) -> bool:
    compared = [node for node in ast.walk(test) if isinstance(node, ast.Compare)] if test is not None else []
    return any(keys_in(one) & up and keys_in(one) & down for one in compared)


def _bounded_apart(test: ast.expr | None, up: set[str]) -> bool:
    """i < n and j < m"""
    parts = test.values if isinstance(test, ast.BoolOp) else []
    return sum(isinstance(part, ast.Compare) and bool(keys_in(part) & up) for part in parts) >= 2


def _catches_up(view: View, loop: Loop) -> str | None:
    """An inner `while` that moves a place which the outer loop never sets back."""
    outer = next((one for one in loop.around() if isinstance(one.node, ast.For | ast.While)), None)
    if outer is None:
        return None
    inner_nodes = set(view.nodes(loop))
    moved = {
        (name, step)
        for node in inner_nodes
        if (step := step_of(node)) and abs(step) == 1 and (name := _moved(node)) and name in keys_in(loop.test)
    }
    for name, step in sorted(moved):
        reset = any(
            key(target) == name
            for node in view.nodes(outer)
            if node not in inner_nodes and isinstance(node, ast.Assign | ast.NamedExpr)
            for target, _ in stores(node)
        ) or (isinstance(outer.target, ast.expr) and name in keys_in(outer.target))
        if not reset and _begins_outside(view, outer, name):
            return "sliding window" if step > 0 else "two pointers"
    return None


def _begins_outside(view: View, outer: Loop, name: str) -> bool:
    inside = set(view.nodes(outer))
    return any(
        key(target) == name
        for node in view.program.all(ast.Assign)
        if node not in inside and view.program.unit_of[node] is outer.unit
        for target, _ in stores(node)
    )


def monotone(view: View) -> Findings:
    """Stacks (or deques) from which whatever is no better than the newcomer is popped."""
    for loop in view.whiles():
        popped = {
            name
            for node in view.nodes(loop)
            if isinstance(node, ast.Call) and called(node) == ".pop" and (name := _owner(node)) and not node.args
        }
        for name in sorted(popped & keys_in(loop.test)):
            compared = any(isinstance(node, ast.Compare) and _looks_at_end(node, name) for node in ast.walk(loop.test))  # type: ignore[arg-type]
            outer = next(loop.around(), None)
            pushed = outer is not None and any(
                called(node) == ".append" and _owner(node) == name
                for node in view.nodes(outer)
                if node not in set(view.nodes(loop))
            )
            if compared and pushed:
                view.amortised.add(loop)
                front = any(called(node) == ".popleft" and _owner(node) == name for node in view.nodes(outer))  # type: ignore[arg-type]
                yield ("monotone deque" if front else "monotone stack"), loop.node


def _owner(node: ast.AST) -> str | None:
    return key(node.func.value) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None


def _looks_at_end(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(child, ast.Subscript) and base(child) == name and number(child.slice) == -1
        for child in ast.walk(node)
    )


def stack(view: View) -> Findings:
    """A list that is pushed to and popped from at its end."""
    pushed = {name for call in view.program.calls(".append") if (name := _owner(call))}
    for call in view.program.calls(".pop"):
        if _owner(call) in pushed and not call.args and view.program.loop_of[call] is not None:
            yield "stack", call


def swapping(view: View) -> Findings:
    """Items exchanged in place."""
    for node in view.program.all(ast.Assign):
        pairs = list(stores(node))
        if len(pairs) == 2 and all(isinstance(target, ast.Subscript) for target, _ in pairs):
            if same(pairs[0][1], pairs[1][0]) or same(pairs[1][1], pairs[0][0]):
                yield "swap", node
