"""Items brought into order by hand: exchanged, moved up, or split by a pivot."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.scopes import Comprehension
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import Findings, View, owner, subscripts


def exchanges(view: View) -> Findings:
    """Items brought into order: exchanged with any other, with the next, or moved up until they fit."""
    for node in view.program.all(ast.Assign):
        loop = view.program.loop_of[node]
        if loop is None:
            continue
        ordered = any(
            isinstance(one, ast.Compare) and list(subscripts(list(ast.walk(one))))
            for one in ast.walk(loop.test or ast.Pass())
        )
        for target, value in stores(node):
            if (
                isinstance(target, ast.Subscript)
                and isinstance(value, ast.Subscript)
                and same(target.value, value.value)
            ):
                if not _are_next(target.slice, value.slice):
                    if swaps(node) and loop not in view.reversals:
                        yield "swap", node
                elif ordered:
                    yield "insertion", node
                elif swaps(node):
                    yield "swap of neighbours", node
    for call in view.program.calls(".insert"):
        if call.args and keys_in(call.args[0]) and view.program.loop_of[call] is not None:
            yield "insertion", call
    for call in view.program.calls(".remove"):
        for made in view.made_of(call.args[0], view.program.loop_of[call]):
            # in a loop or not: one that goes round once is none in the canonical form
            if call_name(made) in ("min", "max"):
                yield "selection", call


def _are_next(one: ast.expr, other: ast.expr) -> bool:
    """i and i + 1"""
    return any(
        isinstance(large, ast.BinOp) and same(large.left, small) and number(large.right) == 1
        for small, large in ((one, other), (other, one))
    )


def partition(view: View) -> Findings:
    """Items split by a pivot: filters for smaller and greater, branches, or a scan that swaps."""
    for unit in view.program.units:
        nodes = [node for one in unit.body for node in view.program.inside(one)]
        filters = {
            (key(_sliced_whole(loop.iterable)), side, pivot)
            for loop in view.program.loops
            if loop.unit is unit and loop.target is not None
            for test in _filters(loop)
            for side, pivot in _sides(test, keys_in(loop.target))
        }
        if any((source, not side, pivot) in filters for source, side, pivot in filters):
            yield "partition", unit.node
        for node in nodes:
            loop = view.program.loop_of.get(node)
            if isinstance(node, ast.If) and loop is not None and unit.parameters:
                items = keys_in(loop.target) | _moving(view, loop)
                if (
                    _sides(node.test, items)
                    and not isinstance(node.body[-1], ast.Break)
                    and (_is_sorted_out(node) or any(swaps(one) for one in node.body))
                ):
                    yield "partition", node
    for loop in view.whiles():
        outer = loop.outer
        if (
            outer
            and isinstance(loop.test, ast.Compare)
            and _item_of(loop.test)
            and any(swaps(one) for one in view.nodes(outer))
        ):
            yield "partition", outer.node


def _sliced_whole(node: ast.expr | None) -> ast.expr | None:
    return node.value if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) else node


def _filters(loop: Loop) -> list[ast.expr]:
    """The conditions under which all that a loop does is done."""
    if isinstance(loop.node, Comprehension):
        return [test for one in loop.node.generators if one.target is loop.target for test in one.ifs]
    only = loop.node.body[0] if isinstance(loop.node, ast.For) and len(loop.node.body) == 1 else None
    return [only.test] if isinstance(only, ast.If) and not only.orelse and len(_split_targets(only)) == 1 else []


def _moving(view: View, loop: Loop) -> set[str]:
    """Variables that a loop changes."""
    return {name for node in view.nodes(loop) for target, _ in stores(node) if (name := key(target))}


def _sides(test: ast.expr, items: set[str]) -> list[tuple[bool, str]]:
    """Whether items (or places that they name) are below (True) or above (False) a pivot that they are no part of."""
    if not isinstance(test, ast.Compare) or not isinstance(test.ops[0], ast.Lt | ast.LtE):
        return []
    sides = [(True, test.left, test.comparators[0]), (False, test.comparators[0], test.left)]
    return [
        (below, ast.dump(pivot))
        for below, item, pivot in sides
        if keys_in(item.slice if isinstance(item, ast.Subscript) else item) & items
        if keys_in(pivot) and not keys_in(pivot) & items
    ]


def _split_targets(node: ast.If) -> set[str]:
    """Lists to which the branches append."""
    calls = [call for branch in (node.body, node.orelse) for one in branch for call in ast.walk(one)]
    return {filled for call in calls if call_name(call) == ".append" and (filled := owner(call))}


def _is_sorted_out(node: ast.If) -> bool:
    """Whether one branch appends to another list than the other."""
    there = {
        filled
        for one in node.body
        for call in ast.walk(one)
        if call_name(call) == ".append" and (filled := owner(call))
    }
    return bool(there) and bool(_split_targets(node) - there)


def _item_of(test: ast.Compare) -> bool:
    sides = [test.left, test.comparators[0]]
    return any(isinstance(one, ast.Subscript) for one in sides) and any(key(one) for one in sides)


def swaps(node: ast.AST) -> bool:
    pairs = list(stores(node))
    return (
        len(pairs) == 2
        and all(isinstance(target, ast.Subscript) for target, _ in pairs)
        and same(pairs[0][1], pairs[1][0])
    )
