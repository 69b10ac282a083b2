"""Graphs without a work list: orders, links followed, the least that a subtree reaches, the best of what is left."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.rules.graph_search import PUTS, is_path
from equijudge_core.signature.view import Findings, View, base, indices, owner, subscripts


def orders(view: View) -> Findings:
    """Kahn's order: what waits for nothing more is taken next."""
    for node in view.program.all(ast.AugAssign):
        target = node.target
        waiting = isinstance(target, ast.Subscript) or (
            isinstance(target, ast.Attribute) and view.program.loop_of[node]
        )
        if not isinstance(node.op, ast.Sub) or number(node.value) != 1 or not waiting:
            continue
        for check in view.program.all(ast.If):
            if any(isinstance(one, type(target)) and same(one, target) for one in ast.walk(check.test)):
                block = _statements_with(view, check)
                if any(call_name(one) in PUTS for statement in block for one in ast.walk(statement)):
                    yield "topological order", node
    for check in view.program.all(ast.If):  # neighbours kept as sets, leaves taken off
        for one in ast.walk(check.test):
            if call_name(one) == "len" and isinstance(one, ast.Call) and isinstance(one.args[0], ast.Subscript):
                loop = view.program.loop_of[check]
                taken = loop is not None and any(
                    call_name(node) in (".remove", ".discard") and same(node.func.value, one.args[0])  # type: ignore[attr-defined]
                    for node in view.nodes(loop)
                )
                if taken and any(call_name(node) in PUTS for node in ast.walk(check)):
                    yield "topological order", check


def _statements_with(view: View, check: ast.If) -> list[ast.stmt]:
    """A condition and what follows it in its block, where that is put off for the others by `continue`."""
    parent = view.program.parents.get(check)
    if isinstance(parent, ast.If) and check in parent.orelse:
        return _statements_with(view, parent)
    block = [*getattr(parent, "body", []), *getattr(parent, "orelse", [])]
    skips = any(isinstance(one, ast.Continue) for one in ast.walk(check))
    return block[block.index(check) :] if skips and check in block else [check]


def low_links(view: View) -> Findings:
    """The least place that a subtree reaches: the least of those of the children and of the order numbers met."""
    for unit in view.program.units:
        ring = view.ring(unit)
        loops_ = [
            one for one in view.whiles() if one.unit is unit and any(is_path(view, one, n) for n in keys_in(one.test))
        ]
        if not ring and not loops_:
            continue
        sources: dict[str, set[str]] = {}
        numbered: set[str] = set()
        for node in (node for statement in unit.body for node in view.program.inside(statement)):
            for name, value, at_place in _minima(node):
                sources.setdefault(name, set()).add(value)
                numbered |= {name} if at_place else set()
        back = _results(view, unit)
        for name, found in sources.items():
            if name in numbered and len(found) > 1 and (name in found or found & back):
                yield "low link", unit.node


def _minima(node: ast.AST) -> list[tuple[str, str, bool]]:
    """What is made less, by what, and whether that is in a table.

    low[v] = min(low[v], number[u]), low = min(low, …), if number[u] < low[v]: low[v] = number[u]
    """
    found: list[tuple[ast.expr, ast.expr]] = []
    if isinstance(node, ast.Assign) and call_name(node.value) == "min" and len(node.value.args) == 2:  # type: ignore[attr-defined]
        for one, other in (node.value.args, node.value.args[::-1]):  # type: ignore[attr-defined]
            if any(same(one, target) for target in node.targets):
                found.append((one, other))
    if isinstance(node, ast.If) and isinstance(node.test, ast.Compare):
        for statement in node.body:
            for target, value in stores(statement):
                if same(node.test.left, value) and same(node.test.comparators[0], target):
                    found.append((target, value))
    plain = (ast.Name, ast.Subscript, ast.Call)
    return [
        (name, base(value) or "()", isinstance(value, ast.Subscript))
        for target, either in found
        for value in ([either.body, either.orelse] if isinstance(either, ast.IfExp) else [either])
        if isinstance(value, plain) and (name := base(target))
    ]


def _results(view: View, unit: Unit) -> set[str]:
    """What the results of a function's calls of itself are stored in."""
    calls = set(view.self_calls(unit))
    return {
        name
        for statement in unit.body
        for node in view.program.inside(statement)
        for target, value in stores(node)
        if value in calls and (name := key(target))
    } | {"()"}


def links(view: View) -> Findings:
    """Links followed from one to the next in a loop: `k = fail[k - 1]`, `node = node.link`."""
    for node in view.program.all(ast.Assign, ast.NamedExpr, ast.AugAssign):
        loop = view.program.loop_of[node]
        if (
            loop is None
            or loop.light
            or (isinstance(node, ast.AugAssign) and not isinstance(node.op, ast.Add | ast.Sub))
        ):
            continue
        for target, value in stores(node):
            name = key(target)
            if name is None:
                continue
            if isinstance(value, ast.Subscript) and base(value) not in (None, name) and len(indices(value)) == 1:
                place = value.slice
                if _is_choice(view, loop, value.value):
                    continue
                if key(place) == name or (
                    isinstance(place, ast.BinOp) and key(place.left) == name and number(place.right)
                ):
                    yield "links followed", node
            if isinstance(value, ast.Attribute) and _same_variable(value.value, target):
                yield "links followed", node


def _is_choice(view: View, loop: Loop, table: ast.expr) -> bool:
    """Whether one of two tables is followed, by a digit say: an automaton."""
    return any(isinstance(one, ast.IfExp) for one in view.made_of(table, loop))


def _same_variable(one: ast.expr, other: ast.expr) -> bool:
    return key(one) is not None and same(one, other)


def selection(view: View) -> Findings:
    """The best of what is left found by looking at all of it, again and again."""
    for node in view.program.all(ast.If):
        loop = view.program.loop_of[node]
        if loop is None or (loop.outer is None and not _called_again(view, loop.unit, frozenset())):
            continue
        for compared in [one for one in ast.walk(node.test) if isinstance(one, ast.Compare)]:
            left, right = compared.left, compared.comparators[0]
            if isinstance(left, ast.Subscript) and isinstance(right, ast.Subscript) and base(left) == base(right):
                chosen = [(key(target), key(value)) for one in node.body for target, value in stores(one)]
                if (key(right.slice), key(left.slice)) in chosen and chosen[0][0]:
                    yield "selection", node
            elif key(left) and key(right) and _is_used_up(view, node, loop, left, right):
                yield "selection", node
    for call in view.program.calls("min", "max"):
        if (any(word.arg == "key" for word in call.keywords) and view.program.loop_of[call] is not None) or (
            len(call.args) == 1
            and isinstance(call.args[0], ast.GeneratorExp)
            and isinstance(call.args[0].elt, ast.Tuple)
        ):
            yield "selection", call


def _is_used_up(view: View, node: ast.If, loop: Loop, best: ast.expr, found: ast.expr) -> bool:
    """if found > best: best, place = found, i — and then something is changed at that place"""
    chosen = {key(target): key(value) for one in node.body for target, value in stores(one)}
    items = keys_in(loop.target)
    if not {(key(best), key(found)), (key(found), key(best))} & set(chosen.items()) or loop.outer is None:
        return False
    places = {name for name, value in chosen.items() if value in items and name not in (key(best), key(found))}
    inside = set(view.nodes(loop))
    changed = [
        target.slice
        for one in view.nodes(loop.outer)
        if one not in inside
        for target in [*(target for target, _ in stores(one)), *(one.targets if isinstance(one, ast.Delete) else [])]
        if isinstance(target, ast.Subscript)
    ]
    changed += [
        one.args[0]
        for one in view.nodes(loop.outer)
        if isinstance(one, ast.Call) and call_name(one) in (".add", ".remove", ".discard", ".pop") and one.args
    ]
    return any(key(one) in places for one in changed)


def _called_again(view: View, unit: Unit, open_: frozenset[Unit]) -> bool:
    """Whether a loop calls the function, or recursion does, be it through others."""
    if unit in open_:
        return True
    calls = [call for call in view.program.all(ast.Call) if unit in view.callees(call)]
    return any(
        view.program.loop_of[call] is not None or _called_again(view, view.program.unit_of[call], open_ | {unit})
        for call in calls
    )


def recursive_links(view: View) -> Findings:
    """f(x) = f(link[x])"""
    for unit in view.program.units:
        for call in view.self_calls(unit):
            for parameter, argument in zip(unit.parameters[unit.name.startswith(".") :], call.args, strict=False):
                if isinstance(argument, ast.Subscript) and key(argument.slice) == parameter != base(argument):
                    yield "links followed", call


def heuristic(view: View) -> Findings:
    """Items queued by what they cost plus an estimate of what is still to come."""
    for call in view.program.calls("heapq.heappush"):
        item = call.args[-1]
        first = item.elts[0] if isinstance(item, ast.Tuple) and item.elts else item
        if isinstance(first, ast.BinOp) and isinstance(first.op, ast.Add):
            parts = [one for made in view.made_of(first, view.program.loop_of[call]) for one in ast.walk(made)]
            tables = {base(one) for one in subscripts(parts)}
            parts += [one for name, made in view.single_values.items() if name in tables for one in ast.walk(made)]
            parts += [
                one for put in view.program.calls(".append") if owner(put) in tables for one in ast.walk(put.args[0])
            ]
            estimates = any(call_name(one) in ("abs", "sum") or view.callees(one) for one in parts)
            if estimates:
                yield "heuristic", call
