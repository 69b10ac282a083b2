"""How a place of a table that is read lies to the one that is filled."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in
from equijudge_core.signature.view import View, indices


def is_shifted(load: list[ast.expr], place: list[ast.expr]) -> bool:
    """Whether a place is another one moved by something: i - w and i."""
    pairs = zip(load, place, strict=False)
    return any((isinstance(a, ast.BinOp) or isinstance(b, ast.BinOp)) and keys_in(a) & keys_in(b) for a, b in pairs)


def is_product(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult)
        and isinstance(node.left, ast.Subscript)
        and isinstance(node.right, ast.Subscript)
    )


def both_sides(loads: list[ast.Subscript], place: list[ast.expr]) -> bool:
    """Whether neighbours on both sides are read: no order of the places could make that a table filled once."""
    sides = {
        (axis, isinstance(at.op, ast.Add))
        for one in loads
        for axis, (at, own) in enumerate(zip(indices(one), place, strict=False))
        if isinstance(at, ast.BinOp)
        and isinstance(at.op, ast.Add | ast.Sub)
        and same(at.left, own)
        and number(at.right)
    }
    return any((axis, not up) in sides for axis, up in sides)


def unrelated(view: View, node: ast.AST, load: list[ast.expr], place: list[ast.expr]) -> bool:
    """Whether two places are named by variables that no range ties together: ends of an edge, say."""
    if len(load) != len(place):
        return False
    around = view.program.loop_of[node]
    ours, theirs = (_names_behind(view, around, some) for some in (place, load))
    if ours & theirs or not ours or not theirs:
        return False
    loops_ = [around, *around.around()] if around else []
    tied = any(
        keys_in(loop.target) & names and keys_in(loop.iterable) & others
        for loop in loops_
        for names, others in ((ours, theirs), (theirs, ours))
        if call_name(loop.iterable) in ("range", "reversed", "enumerate")
    )
    counted = [
        loop
        for loop in loops_
        if isinstance(loop.node, ast.While) and keys_in(loop.test) & ours and keys_in(loop.test) & theirs
    ]
    return not tied and not counted


def _names_behind(view: View, loop: Loop | None, place: list[ast.expr]) -> set[str]:
    """The variables in a place, and in the sums that those are."""
    made = [one for at in place for one in view.made_of(at, loop) if one is at or isinstance(one, ast.BinOp)]
    return set().union(*map(_names, made))


def _names(node: ast.AST) -> set[str]:
    """The variables in a place; of `edge.head` the attribute alone."""
    owners = {key(one.value) for one in ast.walk(node) if isinstance(one, ast.Attribute)}
    return keys_in(node) - owners


def whole_subscripts(values: list[ast.AST]) -> Iterator[ast.Subscript]:
    for root in values:
        inner = {node.value for node in ast.walk(root) if isinstance(node, ast.Subscript)}
        for node in ast.walk(root):
            if isinstance(node, ast.Subscript) and node not in inner and not isinstance(node.slice, ast.Slice):
                yield node
            elif call_name(node) == ".get" and node.args:  # type: ignore[attr-defined]
                yield ast.Subscript(node.func.value, node.args[0], ast.Load())  # type: ignore[attr-defined]


def same_place(one: list[ast.expr], other: list[ast.expr]) -> bool:
    """t[i][j] and t[i][j], or t[j][i]"""
    return sorted(map(ast.dump, one)) == sorted(map(ast.dump, other))


def offset(load: ast.Subscript, target: ast.Subscript) -> bool:
    """Whether the two places differ by a sum or difference, or are two variables of nested loops."""
    ours, theirs = indices(target), indices(load)
    return any(
        not same(a, b) and (isinstance(a, ast.BinOp) or isinstance(b, ast.BinOp) or key(b) is not None)
        for a, b in zip(ours, theirs, strict=False)
    )


def is_next(one: ast.expr, other: ast.expr) -> bool:
    for small, large in ((one, other), (other, one)):
        if isinstance(large, ast.BinOp) and isinstance(large.op, ast.Add | ast.Sub) and same(large.left, small):
            if number(large.right) == 1:
                return True
    return number(one) == -1
