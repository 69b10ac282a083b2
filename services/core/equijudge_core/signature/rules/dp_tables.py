"""Dynamic programming and scans: values made of earlier values of the same table, row or variable."""

from __future__ import annotations

import ast
from collections.abc import Callable

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key, library_name
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.recurrence import counter_index, is_repeated, recurrence_kind
from equijudge_core.signature.subscripts import (
    both_sides,
    is_next,
    is_product,
    is_shifted,
    offset,
    same_place,
    unrelated,
    whole_subscripts,
)
from equijudge_core.signature.table_rows import Rows, items
from equijudge_core.signature.view import Findings, View, base, indices, subscripts

_BEST = frozenset({"min", "max"})
_WHOLE = frozenset({"sum", "min", "max", "any", "all"})


def dynamic(view: View) -> Findings:
    """`dp table`: a place from other places of the table (or of the row before); `prefix sums`: only from the last."""
    rows = Rows(view)
    for node in view.program.all(ast.Assign, ast.AugAssign):
        if view.program.loop_of[node] is None:
            continue
        for target, value in stores(node):
            if isinstance(target, ast.Subscript) and (name := base(target)):
                yield from _stores(view, rows, node, target, value, name)
            elif (name := key(target)) is not None:
                yield from _replacements(view, node, name, value)
    for call in view.program.calls(".append"):
        yield from _appends(view, rows, call)
    for call in view.program.calls("itertools.accumulate"):
        if _begins_anew(view, call):
            continue
        plain = len(call.args) == 1 or library_name(call.args[1]) in ("operator.add", "operator.xor")
        yield ("prefix sums" if plain else "running best"), call


def _begins_anew(view: View, call: ast.Call) -> bool:
    """accumulate(a[i:]) for every i: all ranges, not sums that are kept"""
    slices = [one.slice for one in subscripts(list(ast.walk(call))) if isinstance(one.slice, ast.Slice)]
    return any(keys_in(one) & keys_in(loop.target) for one in slices for loop in view.program.loops)


def _stores(view: View, rows: Rows, node: ast.AST, target: ast.Subscript, value: ast.expr, name: str) -> Findings:
    """t[i] = … t[i - c] …, by way of other variables too"""
    place = indices(target)
    if any(isinstance(one, ast.Slice) for one in place):
        return
    guards = _guards(view, node)
    group = rows.of(name)

    def elsewhere(values: list[ast.AST]) -> list[ast.Subscript]:
        return [
            one
            for one in whole_subscripts(values)
            if rows.of(base(one)) == group and not (base(one) == name and same_place(indices(one), place))
        ]

    values = view.made_of(value, view.program.loop_of[node])
    at = items(view.program.loop_of[node], rows, group)
    values += [one for item in sorted(set().union(*map(keys_in, values)) & at.keys()) if (one := at[item])]
    loads = elsewhere(values)
    if isinstance(value, ast.Constant) and not isinstance(node, ast.AugAssign):
        values, loads = guards, elsewhere(guards)
        if not _is_closure(loads, place):
            loads = [one for one in loads if is_shifted(indices(one), place)]
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitOr) and loads and any(map(_asks(target), guards)):
        yield "all pairs", node  # reach[i] |= reach[k] if k in reach[i]
        return
    if isinstance(node, ast.AugAssign) and view.holds(value, "set"):
        return
    if not loads and len(place) == 1 and (behind := _looks_back(view, node, name, place[0])):
        yield from _recurs(view, node, place, behind)
    if not loads and len(place) == 1 and _is_of_a_piece(value, name, place[0]):
        wide = is_repeated(view, view.program.loop_of[node], place, [])
        yield "dp table", node
        yield ("over amounts" if wide else "over all before"), node
    if not loads and len(place) == 1 and _is_carried(view, node, target, value):
        yield "dp table", node
        yield "over pairs", node
    if not loads or not keys_in(target.slice):
        return
    if all(unrelated(view, node, indices(one), place) for one in loads) and _improves(target, values, guards):
        yield "relaxation", node
    elif _is_moved(node, value, values) and not (base(loads[0]) != name and _improves(target, values, guards)):
        return
    elif _is_all_pairs(values, place, group, rows):
        yield "all pairs", node
    elif base(loads[0]) == name and both_sides(loads, place):
        if _improves(target, values, guards):
            yield "relaxation", node
    elif len(place) == 1 and all(base(one) == name and is_next(one.slice, place[0]) for one in loads):
        if _is_row_in_place(view, node, place, loads):
            yield from _recurs(view, node, place, loads)
        else:
            yield from _scans(view, node, value, loads, guards)
    elif any(offset(one, target) or base(one) != name for one in loads):
        yield from _recurs(view, node, place, loads)


def _is_row_in_place(view: View, node: ast.AST, place: list[ast.expr], loads: list[ast.Subscript]) -> bool:
    """Whether the same row is gone through again and again, not a new one each time."""
    loop = view.program.loop_of[node]
    around = [one for one in ([loop, *loop.around()] if loop else []) if not one.light]
    if len(around) < 2 or not is_repeated(view, loop, place, loads):
        return False
    inside = set(view.nodes(around[-1]))
    made = [one for one in view.program.all(ast.Assign) if base(loads[0]) in {key(target) for target, _ in stores(one)}]
    return bool(made) and not any(one in inside for one in made)


def _recurs(view: View, node: ast.AST, place: list[ast.expr], loads: list[ast.Subscript]) -> Findings:
    yield "dp table", node
    yield recurrence_kind(view, view.program.loop_of[node], place, loads), node


def _is_of_a_piece(value: ast.expr, name: str, place: ast.expr) -> bool:
    """t[i] = sum(t[i - k:i])"""
    pieces = [one for one in subscripts(list(ast.walk(value)), name) if isinstance(one.slice, ast.Slice)]
    return any(keys_in(one.slice) & keys_in(place) for one in pieces) and not isinstance(value, ast.Subscript)


def _is_carried(view: View, node: ast.AST, target: ast.Subscript, value: ast.expr) -> bool:
    """row[j] = f(left, row[j]) where left = row[j] of the round before: the row of a table, kept in place"""
    loop = view.program.loop_of[node]
    if loop is None or loop.light or not key(target.slice) or not is_repeated(view, loop, [target.slice], []):
        return False
    carried = {
        name
        for one in view.nodes(loop)
        if isinstance(one, ast.Assign) and view.program.loop_of[one] is loop
        if any(same(part, target) for root in (one.value, *one.targets) for part in ast.walk(root))
        for to in one.targets
        if (name := key(to))
    }
    for _ in range(2):  # diagonal = above
        carried |= {
            name
            for one in view.nodes(loop)
            for to, by in stores(one)
            if key(by) in carried and (name := key(to)) and isinstance(one, ast.Assign)
        }
    return bool(carried & keys_in(value)) and isinstance(value, ast.BinOp | ast.Call)


def _asks(target: ast.Subscript) -> Callable[[ast.AST], bool]:
    """k in t[i]"""

    def asks(guard: ast.AST) -> bool:
        return any(
            isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.In) and same(one.comparators[0], target)
            for one in ast.walk(guard)
        )

    return asks


def _looks_back(view: View, node: ast.AST, name: str, place: ast.expr) -> list[ast.Subscript]:
    """Where t[i - x] is read in the loop that counts i, in which t[i] is filled."""
    loop = view.program.loop_of[node]
    counting = [one for one in ([loop, *loop.around()] if loop else []) if key(place) in view.counters_of(one)]
    return [
        one
        for by in counting
        for one in subscripts(view.nodes(by), name)
        if isinstance(one.slice, ast.BinOp)
        and isinstance(one.slice.op, ast.Sub)
        and same(one.slice.left, place)
        and key(one.slice.right)
    ]


def _is_moved(node: ast.AST, value: ast.expr, values: list[ast.AST]) -> bool:
    """Whether what is stored is another place's value as it is."""
    if isinstance(node, ast.AugAssign) or isinstance(value, ast.Constant):
        return False
    plain = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant)
    return isinstance(value, ast.Subscript) or all(isinstance(one, plain) for one in values)


def _improves(target: ast.Subscript, values: list[ast.AST], guards: list[ast.AST]) -> bool:
    """Whether a place gets something only if it is better than what is there."""
    return any(
        (isinstance(one, ast.IfExp) or call_name(one) in _BEST or (isinstance(one, ast.Compare) and _is_order(one)))
        and any(same(part, target) for part in ast.walk(one))
        for root in (*values, *guards)
        for one in ast.walk(root)
    )


def _is_order(node: ast.Compare) -> bool:
    return isinstance(node.ops[0], ast.Lt | ast.LtE)


def _scans(view: View, node: ast.AST, value: ast.expr, loads: list[ast.Subscript], guards: list[ast.AST]) -> Findings:
    """A place from the one beside it: `prefix sums` (products too), `factorials`, or the best so far."""
    if len({ast.dump(one) for one in loads}) > 1:
        yield from _recurs(view, node, _place_of(view, node), loads)
    elif _has_choice(value) or any(isinstance(one, ast.Compare) for guard in guards for one in ast.walk(guard)):
        yield "running best", node
    elif any(
        one in loads for made in ast.walk(value) if isinstance(made, ast.BinOp) for one in ast.walk(made)
    ) or isinstance(node, ast.AugAssign):
        factor = _factor(value)
        counted = factor is not None and bool(keys_in(factor) & view.counters) and key(factor) is not None
        yield ("factorials" if counted else "prefix sums"), node


def _place_of(view: View, node: ast.AST) -> list[ast.expr]:
    targets = [indices(target) for target, _ in stores(node) if isinstance(target, ast.Subscript)]
    return targets[0] if targets else counter_index(view, view.program.loop_of[node])


def _factor(value: ast.expr) -> ast.expr | None:
    """b of a * b, or of a * b % m"""
    whole = value.left if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mod) else value
    return whole.right if isinstance(whole, ast.BinOp) and isinstance(whole.op, ast.Mult) else None


def _is_closure(loads: list[ast.Subscript], place: list[ast.expr]) -> bool:
    return len(place) == 2 and len(loads) >= 2


def _is_all_pairs(values: list[ast.AST], place: list[ast.expr], group: str | None, rows: Rows) -> bool:
    """d[i][j] from d[i][k] and d[k][j], k not between the two"""
    if len(place) != 2:
        return False
    within = {
        one
        for value in values
        for part in ast.walk(value)
        if isinstance(part, ast.comprehension)
        for one in keys_in(part.target)
    }
    loads = [indices(one) for one in whole_subscripts(values) if rows.of(base(one)) == group]
    pairs = [one for one in loads if len(one) == 2]
    return any(
        same(first[0], place[0]) and same(second[1], place[1]) and same(first[1], second[0])
        for first in pairs
        for second in pairs
        if key(first[1]) not in {None, *within} and not same(first[1], place[1]) and not same(second[0], place[0])
    ) and not any(is_product(one) for value in values for one in ast.walk(value))


def _guards(view: View, node: ast.AST) -> list[ast.AST]:
    """The conditions under which a store is made."""
    return [one.test for one in view.program.above(node) if isinstance(one, ast.If)]


def _has_choice(value: ast.expr) -> bool:
    return any(isinstance(one, ast.IfExp) or call_name(one) in _BEST for one in ast.walk(value))


def _appends(view: View, rows: Rows, call: ast.Call) -> Findings:
    """t.append(… t[-1] …)"""
    name = key(call.func.value) if isinstance(call.func, ast.Attribute) else None
    if name is None or not call.args or view.program.loop_of[call] is None:
        return
    value = call.args[0]
    values = view.made_of(value, view.program.loop_of[call])
    loads = [one for one in whole_subscripts(values) if rows.of(base(one)) == rows.of(name)]
    if not loads and _is_of_all_before(view, call, name, value, values):
        yield "dp table", call  # made of all that was appended before
        yield "over all before", call
    if not loads or isinstance(value, ast.Subscript):
        return
    held = items(view.program.loop_of[call], rows, rows.of(name)).keys()
    if all(base(one) == name and number(indices(one)[0]) == -1 for one in loads):
        if held & set().union(*map(keys_in, values)):  # of this row and the one before
            yield "dp table", call
            yield "over pairs", call
            return
        yield from _scans(view, call, value, loads, [])
    else:
        yield from _recurs(view, call, counter_index(view, view.program.loop_of[call]), loads)


def _is_of_all_before(view: View, call: ast.Call, name: str, value: ast.expr, values: list[ast.AST]) -> bool:
    """Whether what is appended is made of what a walk over all that was appended finds."""
    around = view.program.loop_of[call]
    if around is None or any(key(value) in keys_in(one.target) for one in (around, *around.around()) if key(value)):
        return False
    walks = [one for one in view.program.loops_in(around) if name in keys_in(one.iterable)]
    found = {one for walk in walks for one in keys_in(walk.target)} & set().union(*map(keys_in, values))
    return bool(found) or any(name in keys_in(one.iterable) for one in _loops_of(view, values))


def _loops_of(view: View, values: list[ast.AST]) -> list[Loop]:
    """The generators within sums and their like."""
    nodes = {
        one
        for value in values
        for call in ast.walk(value)
        if call_name(call) in _WHOLE or isinstance(call, ast.ListComp)
        for one in ast.walk(call)
    }
    return [loop for loop in view.program.loops if loop.node in nodes]


def _pairs_neighbours(view: View, node: ast.AST, made: ast.ListComp, name: str) -> bool:
    """[a + b for a, b in zip(row, row[1:])], [a + b for a, b in pairwise(row)], zip(left, right) of rows moved"""
    walked = made.generators[0].iter
    if call_name(walked) == "itertools.pairwise":
        return key(walked.args[0]) == name  # type: ignore[attr-defined]
    if call_name(walked) != "zip":
        return False
    loop = view.program.loop_of[node]
    sides = [view.made_of(one, loop)[:2][-1] if key(one) != name else one for one in walked.args]  # type: ignore[attr-defined]
    moved = any(isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Slice) for one in sides)
    shifted = any(isinstance(one, ast.BinOp) for one in sides)
    return len(sides) == 2 and all(name in keys_in(one) for one in sides) and (moved or shifted)


def _replacements(view: View, node: ast.AST, name: str, value: ast.expr) -> Findings:
    """A whole row, or a set of reachable values, replaced by what is made of itself."""
    for one in ast.walk(value):
        if call_name(one) == "itertools.accumulate" and one.args and key(one.args[0]) == name:  # type: ignore[attr-defined]
            yield "dp table", node
            yield "over pairs", node
        if isinstance(one, ast.DictComp) and name in keys_in(one.generators[0].iter):
            if isinstance(one.key, ast.BinOp):
                yield "dp table", node
                yield "over amounts", node
        made_of_it = isinstance(one, ast.ListComp) and _pairs_neighbours(view, node, one, name)
        if isinstance(one, ast.SetComp | ast.ListComp | ast.GeneratorExp) and (name in keys_in(one) or made_of_it):
            inner = view.program.loop_of[one.elt]
            loads = [read for read in subscripts(list(ast.walk(one)), name) if isinstance(read.slice, ast.BinOp)]
            if isinstance(one, ast.SetComp) or view.holds(value, "set"):
                if any(isinstance(part, ast.BinOp) for part in ast.walk(one)):
                    yield "dp table", node
                    yield "over amounts", node
            elif made_of_it:
                yield "dp table", node
                yield "over pairs", node
            elif isinstance(one, ast.ListComp) and loads:
                yield "dp table", node
                yield recurrence_kind(view, inner, counter_index(view, inner), loads), node
