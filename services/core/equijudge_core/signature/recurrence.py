"""What a recurrence ranges over: how the place that is filled lies to the places that it is made of.

Free of direction (forwards, backwards, pulled or pushed) and of how many rows are kept.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import View, indices

# The most telling first: where a program has several recurrences, this one names it.
KINDS = ("over sets", "over halves", "over ranges", "over amounts", "over all before", "over pairs", "over places")


def recurrence_kind(view: View, loop: Loop | None, place: list[ast.expr], loads: Sequence[ast.Subscript]) -> str:
    """One of KINDS, for a store in a loop and the places of the same table (or its last row) that it is made of."""
    if not place and any(number(one.slice) is None for one in loads):
        return "over all before"
    if any(len(indices(one)) > max(1, len(place)) for one in loads):
        return "over pairs"
    around = [loop, *loop.around()] if loop is not None else []
    axes = []
    for one in loads:
        near = view.program.loop_of.get(one)
        loops = list(dict.fromkeys([*([near, *near.around()] if near is not None else []), *around]))
        if len(indices(one)) == len(place):
            axes.append([_relation(view, loops, *pair) for pair in zip(indices(one), place, strict=True)])
    found = {relation for axis in axes for relation in axis}
    if "half" in found:
        return "over halves"
    if _narrows(axes):
        return "over ranges"
    if "any" in found:
        return "over all before"
    wide = len(place) > 1 or is_repeated(view, loop, place, loads)
    if "other" in found and len(place) == 1:
        return "over all before"
    if "amount" in found:
        return "over amounts" if wide else "over all before"
    return "over pairs" if wide else "over places"


def _narrows(axes: list[list[str]]) -> bool:
    """t[l + 1][r - 1], t[l + 1][r] and t[l][r - 1], or t[l][k] and t[k + 1][r]: one end only rises, the other falls."""
    sides = {(place, relation) for axis in axes for place, relation in enumerate(axis)}
    rising = (0, "up") in sides and (0, "down") not in sides and (1, "down") in sides and (1, "up") not in sides
    return rising or ((0, "any") in sides and (1, "any") in sides and any("same" in axis for axis in axes))


def _relation(view: View, loops: list[Loop], load: ast.expr, own: ast.expr) -> str:
    """How one index of a place that is read lies to that of the place that is filled."""
    if same(load, own):
        return "same"
    if number(load) is not None or number(own) is not None:
        return "near"
    (start, less), (end, more) = _split(load), _split(own)
    if start and start == end and less is not None and more is not None:
        return "up" if less > more else "down"
    ours, theirs = _bare(own), _bare(load)
    if any(_is_part(one, keys_in(own)) for one in ast.walk(load)):
        return "half"
    common = ours & theirs
    moves = {name for one in loops if isinstance(one.iterable, ast.Tuple | ast.List) for name in keys_in(one.target)}
    steps = (ours ^ theirs) - (moves - set().union(*(_stepping_variables(view, one) for one in loops), set()))
    if any(_ranges_below(view, loops, step, ours | theirs) for step in steps):
        return "any"
    if not steps and not _amounts(load) and not _amounts(own):
        return "near"
    return "amount" if common else "other"


def _split(node: ast.expr) -> tuple[str | None, int | None]:
    """x + c as (x, c)"""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub) and (name := key(node.left)):
        amount = number(node.right)
        return name, amount if amount is None or isinstance(node.op, ast.Add) else -amount
    return key(node), 0


def _is_part(node: ast.AST, names: set[str]) -> bool:
    """i // 2"""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv) and bool(keys_in(node.left) & names)


def _amounts(node: ast.expr) -> list[ast.AST]:
    """What of a sum is looked up or computed: weight[i] of j - weight[i]."""
    return [one for one in ast.walk(node) if isinstance(one, ast.Subscript | ast.Call)]


def _bare(node: ast.expr) -> set[str]:
    """The variables of a sum that are not places of what is looked up."""
    hidden = {name for one in _amounts(node) for name in keys_in(one)}
    return keys_in(node) - hidden if not isinstance(node, ast.Subscript) else set()


def _ranges_below(view: View, loops: list[Loop], step: str, others: set[str]) -> bool:
    """Whether a loop counts one variable up to, or down from, another: for j in range(i), while k <= i."""
    for one in loops:
        if step in view.counters_of(one):
            bounds = (
                keys_in(one.iterable)
                if call_name(one.iterable) == "range"
                else keys_in(one.test) | _begins(view, one, step)
            )
            return bool(bounds & (others - {step}))
    return False


def _begins(view: View, loop: Loop, name: str) -> set[str]:
    """What a `while` loop's variable is set to before it."""
    inside = set(view.nodes(loop))
    around = view.nodes(loop.outer) if loop.outer is not None else []
    found = [value for node in around if node not in inside for target, value in stores(node) if key(target) == name]
    return set().union(*map(keys_in, found), set())


def is_repeated(view: View, loop: Loop | None, place: list[ast.expr], loads: Sequence[ast.Subscript]) -> bool:
    """Whether the places are gone through again and again: a row that is kept in place."""
    names = set().union(*map(keys_in, place))
    names = names.intersection(*(keys_in(one.slice) for one in loads)) or names
    around = [one for one in ([loop, *loop.around()] if loop else []) if not one.light]
    moving = [
        one for one in around if names & (keys_in(one.target) | view.counters_of(one) | _stepping_variables(view, one))
    ]
    outer = around[around.index(moving[-1]) + 1 :] if moving else around[1:]
    return bool(outer) or (loop is not None and _is_called_again(view, loop.unit))


def _is_called_again(view: View, unit: Unit) -> bool:
    calls = [call for call in view.program.all(ast.Call) if unit in view.callees(call)]
    around = [view.program.loop_of[call] for call in calls]
    return any(one is not None and not one.light for one in around)


def _stepping_variables(view: View, loop: Loop) -> set[str]:
    """What a loop itself counts up or down."""
    own = [node for node in view.nodes(loop) if view.program.loop_of[node] is loop]
    return {name for node in own if isinstance(node, ast.AugAssign) and (name := key(node.target))}


def counter_index(view: View, loop: Loop | None) -> list[ast.expr]:
    """The place that an append fills: what the loop counts."""
    return [ast.Name(name, ast.Load()) for name in sorted(view.counters_of(loop))[:1]] if loop else []
