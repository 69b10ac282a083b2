"""What a single pass carries along, and passes that are repeated until nothing changes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import Loop, keys_in, step_of, stores
from equijudge_core.signature.rules.sorting import swaps
from equijudge_core.signature.table_rows import row_of
from equijudge_core.signature.view import Findings, View, subscripts


def restarts(view: View) -> Findings:
    """A sum or count that begins anew under a condition: `x = max(a, x + a)`, `if x < 0: x = 0`."""
    for loop in view.program.loops:
        if loop.light or not isinstance(loop.node, ast.For | ast.While):
            continue
        added: set[str] = set()
        begun: set[str] = set()
        taken = {key(node.target) for node in view.nodes(loop) if _takes(node)}
        places = {name for one in subscripts(view.nodes(loop)) for name in keys_in(one.slice)}
        for node in view.nodes(loop):
            if view.program.loop_of[node] is not loop:
                continue
            for target, value in stores(node):
                name = key(target)
                if name is None or name in view.counters:
                    continue
                if isinstance(node, ast.AugAssign):
                    added |= {name} if isinstance(node.op, ast.Add) else set()
                elif _adds_or_begins(value, name):
                    added.add(name)
                    begun.add(name)
                elif name not in keys_in(value) and _is_conditional(view, node, loop):
                    begun.add(name)
        if (added & begun) - taken - places:
            yield "restarted sum", loop.node


def _takes(node: ast.AST) -> TypeGuard[ast.AugAssign]:
    return isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Sub)


def _adds_or_begins(value: ast.expr, name: str) -> bool:
    """max(a, x + a), 0 if x < 0 else x + a"""
    either = value.args if isinstance(value, ast.Call) and call_name(value) in ("min", "max") else []
    either = [value.body, value.orelse] if isinstance(value, ast.IfExp) else either
    sums = [isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add) and name in keys_in(one) for one in either]
    return any(sums) and any(name not in keys_in(one) for one in either)


def _is_conditional(view: View, node: ast.AST, loop: Loop) -> bool:
    inside = set(view.nodes(loop))
    return any(isinstance(one, ast.If) for one in view.program.above(node) if one in inside)


def until_stable(view: View) -> Findings:
    """Rounds over the data, repeated while the last one changed something: a flag that is lowered, then raised."""
    for loop in view.program.loops:
        if not isinstance(loop.node, ast.For | ast.While) or any(map(swaps, view.nodes(loop))):
            continue
        tests = [loop.test] if loop.test is not None else []
        tests += [
            one.test for one in view.nodes(loop) if isinstance(one, ast.If) and isinstance(one.body[-1], ast.Break)
        ]
        asked = {name for test in tests for name in keys_in(test)}
        told = [unit for test in tests for one in ast.walk(test) for unit in view.callees(one)]
        if any(_tells_of_changes(view, unit) for unit in told):
            yield "until stable", loop.node
            yield "relaxation", loop.node
        if any(_is_as_before(view, loop, test) for test in tests):
            yield "until stable", loop.node
            yield "relaxation", loop.node
        flags = [
            (name, value, view.program.loop_of[node] is loop, _beside_change(view, node))
            for node in view.nodes(loop)
            for name, value in _flag_changes(node)
            if name in asked
        ]
        lowered = {(name, value) for name, value, own, _ in flags if own}
        if any((name, not value) in lowered for name, value, own, changes in flags if changes and not own):
            yield "until stable", loop.node
            yield "relaxation", loop.node


def _tells_of_changes(view: View, unit: Unit) -> bool:
    """A function that goes over the data and returns whether it changed something."""
    nodes = [node for statement in unit.body for node in view.program.inside(statement)]
    returned = {key(node.value) for node in nodes if isinstance(node, ast.Return)} - {None}
    flags = [
        (name, value, _beside_change(view, node), view.program.loop_of[node] is not None)
        for node in nodes
        for name, value in _flag_changes(node)
        if name in returned
    ]
    begun = {(name, value) for name, value, _, looped in flags if not looped}
    raised = any((name, not value) in begun for name, value, beside, looped in flags if beside and looped)
    return raised and not any(map(swaps, nodes))


def _flag_changes(node: ast.AST) -> Iterator[tuple[str | None, bool]]:
    """A variable set to a truth value, or to 0, or counted up."""
    for target, value in stores(node):
        if isinstance(node, ast.Assign) and isinstance(value, ast.Constant):
            if isinstance(value.value, bool) or value.value == 0:
                yield key(target), bool(value.value)
        elif step_of(node) == 1:
            yield key(target), True


def _is_as_before(view: View, loop: Loop, test: ast.expr) -> bool:
    """Whether a whole table is asked if it equals what a round made of it: `new != old`, and old = new (or a copy)."""
    kept = {
        frozenset({one, other})
        for node in view.nodes(loop)
        for target, value in stores(node)
        if (one := key(target)) and (other := row_of(value))
    }
    return any(
        isinstance(one, ast.Compare)
        and isinstance(one.ops[0], ast.Eq | ast.NotEq)
        and frozenset({key(one.left), key(one.comparators[0])}) in kept
        and any(view.holds(side, kind) for side in (one.left, one.comparators[0]) for kind in ("list", "dict"))
        for one in ast.walk(test)
    )


def _beside_change(view: View, node: ast.AST) -> bool:
    """Whether something is stored in a table or a set along with a flag."""
    block = getattr(view.program.parents.get(node), "body", [])
    nodes = [one for statement in block for one in ast.walk(statement)]
    stored = any(isinstance(one, ast.Subscript) and isinstance(one.ctx, ast.Store) for one in nodes)
    return stored or any(call_name(one) in (".add", ".append", ".remove", ".discard", ".update") for one in nodes)
