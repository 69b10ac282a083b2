"""Dynamic programming without a table that is filled place by place: states in sets, in layers, in a few variables."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import Findings, View, base, subscripts

_BEST = frozenset({"min", "max"})


def layers(view: View) -> Findings:
    """Values by state made of those of the layer before: `for s, v in old.items(): new[s + x] += v`, then old = new.

    Both may be one table, of which a copy is gone through, or two of a list of tables.
    """
    renewed = {
        (key(target), key(value.operand if isinstance(value, ast.UnaryOp) else value))  # +counter: what is above 0
        for node in view.program.all(ast.Assign)
        for target, value in stores(node)
    }
    handed = _renewed_parameters(view)
    renewed |= handed
    for loop in view.program.loops:
        old = _iterated_table(loop.iterable)
        if old is None or (loop.outer is None and old not in {one for one, _ in handed}):
            continue
        for new, place in (filled for node in view.nodes(loop) for filled in _fillings(node)):
            moved = any(isinstance(one, ast.BinOp) for one in ast.walk(place))
            if new != old and (old, new) in renewed and _spreads(view, loop):
                yield "breadth-first search", loop.node
            elif (new != old and (old, new) in renewed) or (new == old and moved):
                yield "dp table", loop.node
                near = isinstance(place, ast.BinOp) and number(place.right) is not None
                fewer = any(_leaves_out(made) for made in view.made_of(place, loop))
                yield ("over sets" if fewer else "over pairs" if near else "over amounts"), loop.node


def _renewed_parameters(view: View) -> set[tuple[str | None, str | None]]:
    """(parameter, result) of functions by which a table is renewed: `sums = f(sums)` in a loop, `reduce(f, …)`."""
    found: set[tuple[str | None, str | None]] = set()
    calls = [
        (node.value, {key(target) for target, _ in stores(node)})
        for node in view.program.all(ast.Assign)
        if view.program.loop_of[node] is not None and isinstance(node.value, ast.Call)
    ]
    calls += [(call, set()) for call in view.program.calls("functools.reduce")]
    for call, targets in calls:
        for unit in view.callees(call):
            nodes = [one for statement in unit.body for one in view.program.inside(statement)]
            results = {name for one in nodes if isinstance(one, ast.Return) and (name := key(one.value))}
            parameters = unit.parameters[unit.name.startswith(".") :]
            passed = list(zip(parameters, call.args, strict=False))
            own = {one for one, argument in passed if key(argument) in targets} if targets else set(parameters[:1])
            found |= {(one, result) for one in own for result in results}
    return found


def _spreads(view: View, loop: Loop) -> bool:
    """Whether plain states, without a value, go on from layer to layer until one is found: no round of an item."""
    outer = loop.outer
    plain = isinstance(loop.target, ast.Name)
    return plain and outer is not None and isinstance(outer.node, ast.While) and not view.counters_of(outer)


def _leaves_out(node: ast.AST) -> bool:
    """rest[:i] + rest[i + 1:]"""
    sides = [node.left, node.right] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else []
    return bool(sides) and all(
        isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Slice) and same(one.value, sides[0].value)  # type: ignore[attr-defined]
        for one in sides
    )


def _iterated_table(node: ast.expr | None) -> str | None:
    """The table of which a loop goes through the items, or a copy of them."""
    while isinstance(node, ast.Call):
        if call_name(node) in (".items", ".copy", ".keys") and isinstance(node.func, ast.Attribute):
            node = node.func.value
        elif call_name(node) in ("list", "sorted", "tuple", "enumerate") and node.args:
            node = node.args[0]
        else:
            return None
    return base(node) if node is not None else None


def _fillings(node: ast.AST) -> Iterator[tuple[str | None, ast.expr]]:
    """(table, place) of new[…] = …, new[…] += …, new.add(s + x)"""
    if isinstance(node, ast.Call) and call_name(node) == ".add" and isinstance(node.func, ast.Attribute):
        if isinstance(node.args[0], ast.BinOp):
            yield key(node.func.value), node.args[0]
    for target, _ in stores(node):
        if isinstance(target, ast.Subscript):
            yield base(target), target.slice


def rolling(view: View) -> Findings:
    """Variables each made of the other's last value, `a, b = b, a + b`: a table of which only the end is kept."""
    for loop in view.program.loops:
        if not isinstance(loop.node, ast.For | ast.While) or loop.light:
            continue
        read: dict[str, set[str]] = {}
        combined: set[str] = set()
        for node in view.nodes(loop):
            for target, value in stores(node):
                name = key(target)
                if name and not any(view.holds(target, kind) for kind in ("list", "dict", "set", "deque", "str")):
                    read.setdefault(name, set()).update(keys_in(value))
                    added = isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and number(value) is None
                    if added or any(_combines(made) for made in view.made_of(value, loop)):
                        combined.add(name)
        inside = set(view.nodes(loop))
        begun = {
            name
            for node in view.program.all(ast.Assign)
            if node not in inside and view.program.unit_of[node] is loop.unit
            for target, _ in stores(node)
            if (name := key(target))
        }
        moved = keys_in(loop.test) | view.counters
        combined |= {name for name in read.keys() & begun if (read[name] - begun) & combined}
        for one in sorted((combined & begun) - moved):
            others = (_closure(read, one, moved) & begun & read.keys()) - {one}
            if any(one in _closure(read, other, moved) for other in others):
                yield "dp table", loop.node
                yield "over places", loop.node


def _combines(value: ast.AST) -> bool:
    """A sum or the better of two; halves, rests, products and differences are steps of another kind."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mod):
        return _combines(value.left)
    if isinstance(value, ast.BinOp):
        return isinstance(value.op, ast.Add) and not isinstance(value.right, ast.Constant)
    return call_name(value) in _BEST


def _closure(read: dict[str, set[str]], name: str, stop: set[str]) -> set[str]:
    found: set[str] = set()
    pending = [name]
    while pending:
        for other in read.get(pending.pop(), set()) - found - stop:
            found.add(other)
            pending.append(other)
    return found


def diagonals(view: View) -> Findings:
    """How far one gets on every diagonal from -d to d, along equal items: `while a[x] == b[x - k]: x += 1`."""
    runs = {
        one.unit: one
        for one in view.whiles()
        for node in ast.walk(one.test or ast.Pass())
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq)
        if isinstance(node.left, ast.Subscript) and isinstance(node.comparators[0], ast.Subscript)
        if not same(node.left.value, node.comparators[0].value)
    }
    for loop in view.program.loops:
        if any(isinstance(first, ast.UnaryOp) and number(first) is None for first in _firsts(view, loop)):
            inside = set(view.with_callees(loop))
            if any(one.node in inside for one in runs.values()):
                yield "diagonals", loop.node


def _firsts(view: View, loop: Loop) -> list[ast.expr]:
    """Where a loop's count begins."""
    if isinstance(loop.iterable, ast.Call) and call_name(loop.iterable) == "range":
        return loop.iterable.args[:1] if len(loop.iterable.args) > 1 else []
    counted = view.counters_of(loop)
    return [value for node in view.program.all(ast.Assign) for to, value in stores(node) if key(to) in counted]


def grown_sets(view: View) -> Findings:
    """s.add((l, r)) because (l + 1, r - 1) is in s."""
    for call in view.program.calls(".add"):
        name = key(call.func.value) if isinstance(call.func, ast.Attribute) else None
        for guard in [one.test for one in view.program.above(call) if isinstance(one, ast.If)]:
            for one in ast.walk(guard):
                if isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.In) and key(one.comparators[0]) == name:
                    if name and keys_in(one.left) & keys_in(call.args[0]) and not same(one.left, call.args[0]):
                        yield "dp table", call
                        yield "over ranges", call


def match_window(view: View) -> Findings:
    """min(right - i, t[i - left]): what the rightmost match so far says about this place."""
    for call in view.program.calls("min"):
        if view.program.loop_of[call] is not None and len(call.args) == 2:
            for one, other in (call.args, call.args[::-1]):
                places = view.made_of(one.slice, view.program.loop_of[call]) if isinstance(one, ast.Subscript) else []
                mirrored = any(isinstance(place, ast.BinOp) and len(keys_in(place)) >= 2 for place in places)
                if mirrored and isinstance(other, ast.BinOp):
                    if isinstance(other.op, ast.Sub | ast.Add) and not list(subscripts(list(ast.walk(other)))):
                        yield "match window", call
