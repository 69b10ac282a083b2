"""Repeated squaring, and products of matrices."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import Findings, View, base, indices, owner


def powers(view: View) -> Findings:
    """Repeated squaring, along halves or binary digits, in a loop or a recursion; matrices multiplied."""
    for loop in view.program.loops:
        if isinstance(loop.node, ast.For | ast.While):
            halved = any(_halves(node) for node in view.nodes(loop) if isinstance(node, ast.AugAssign)) or _over_bits(
                view, loop
            )
            if halved and any(_squares(node) for node in view.nodes(loop)):
                view.amortised.add(loop)
                yield "repeated squaring", loop.node
    for unit in view.program.units:
        calls = view.self_calls(unit)
        halved = any(_halves(node) for call in calls for node in ast.walk(call))
        if halved and len(calls) <= 2 and any(_squares(node) for one in unit.body for node in view.program.inside(one)):
            yield "repeated squaring", unit.node
    for node, op, one, other in _joins(view):
        if isinstance(one, ast.Subscript) and isinstance(other, ast.Subscript):
            left, right = indices(one), indices(other)
            if (
                isinstance(op, ast.Mult | ast.Add | ast.And)
                and len(left) == len(right) == 2
                and same(left[1], right[0])
            ):
                if _is_inner(view, node, left, right) and not _changes_its_own(view, node, one):
                    yield "matrix product", node
        if isinstance(op, ast.MatMult):
            yield "matrix product", node
    for made, _ in zipped_products(view):
        yield "matrix product", made
    for row in view.program.all(ast.Tuple, ast.List, ast.Call):  # (a * e + b * g, a * f + b * h, …), Matrix(…)
        parts = row.args if isinstance(row, ast.Call) else row.elts  # type: ignore[attr-defined]
        if len(parts) + sum(isinstance(one, ast.Tuple | ast.List) for one in parts) > 2 and all(
            map(_is_sum_of_products, parts)
        ):
            yield "matrix product", row


def _joins(view: View) -> Iterator[tuple[ast.expr, ast.AST, ast.expr, ast.expr]]:
    """Operations with two operands: node, operator, operands."""
    for node in view.program.all(ast.BinOp):
        yield node, node.op, node.left, node.right
    for both in view.program.all(ast.BoolOp):
        yield both, both.op, both.values[0], both.values[1]


def _halves(node: ast.AST) -> bool:
    """n //= 2, n // 2"""
    by_two = isinstance(node, ast.AugAssign | ast.BinOp) and isinstance(node.op, ast.FloorDiv)
    return by_two and number(node.value if isinstance(node, ast.AugAssign) else node.right) == 2  # type: ignore[attr-defined]


def _over_bits(view: View, loop: Loop) -> bool:
    """for bit in bin(n)[2:], for half in halves that were put there: n, n // 2, n // 4, …"""
    walked = view.made_of(loop.iterable, loop.outer) if loop.iterable is not None else []
    if any(call_name(one) in ("bin", ".bit_length") for part in walked for one in ast.walk(part)):
        return True
    taken = keys_in(loop.iterable) | {owner(one) for one in view.nodes(loop) if call_name(one) == ".pop"}
    return any(
        owner(call) in taken - {None} and isinstance(node, ast.AugAssign) and _halves(node)
        for call in view.program.calls(".append")
        if (by := view.program.loop_of[call]) is not None
        for node in view.nodes(by)
    )


def _is_inner(view: View, node: ast.AST, left: list[ast.expr], right: list[ast.expr]) -> bool:
    """Whether the common index runs within one of the others: outermost, it is that of all shortest paths."""
    loop = view.program.loop_of[node]
    order = [keys_in(one.target) | view.counters_of(one) for one in ([loop, *loop.around()] if loop else [])]
    depth = [
        next((place for place, names in enumerate(order) if names & keys_in(at)), None) for at in (left[1], left[0])
    ]
    depth.append(next((place for place, names in enumerate(order) if names & keys_in(right[1])), None))
    return None not in depth and depth[0] != max(one for one in depth if one is not None)


def _is_sum_of_products(node: ast.expr) -> bool:
    """(a * e + b * g) % m of variables or places, or max(a + e, b + g)"""
    if isinstance(node, ast.Tuple | ast.List):
        return all(map(_is_sum_of_products, node.elts))
    if call_name(node) in ("min", "max"):
        sums = [one for one in node.args if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Add)]  # type: ignore[attr-defined]
        return len(sums) == len(node.args) > 1 and all(keys_in(one.left) and keys_in(one.right) for one in sums)  # type: ignore[attr-defined]
    whole = node.left if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) else node
    if not isinstance(whole, ast.BinOp) or not isinstance(whole.op, ast.Add):
        return False
    parts = [whole.left, whole.right]
    while isinstance(parts[0], ast.BinOp) and isinstance(parts[0].op, ast.Add):
        parts[:1] = [parts[0].left, parts[0].right]
    return all(
        isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult) and keys_in(one.left) and keys_in(one.right)
        for one in parts
    )


def zipped_products(view: View) -> list[tuple[ast.GeneratorExp, Loop]]:
    """sum(x * y for x, y in zip(row, column)) for every row and column"""
    found = []
    for made in view.program.all(ast.GeneratorExp):
        walked = made.generators[0].iter
        loop = view.program.loop_of[made.elt]
        if loop and call_name(walked) == "zip" and isinstance(walked, ast.Call) and len(walked.args) == 2:
            around = [one for one in loop.around() if not one.light]
            if isinstance(made.elt, ast.BinOp) and len(around) >= 2 and all(map(key, walked.args)):
                found.append((made, loop))
    return found


def _changes_its_own(view: View, product: ast.expr, factor: ast.Subscript) -> bool:
    """Whether a product of two places is stored in the same table."""
    return any(
        isinstance(target, ast.Subscript) and base(target) == base(factor)
        for above in view.program.above(product)
        for target, _ in stores(above)
    )


def _squares(node: ast.AST) -> bool:
    """b *= b, b * b % m, multiply(b, b)"""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Mult):
        return same(node.value, node.target)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        return number(node.right) == 2 and bool(keys_in(node.left))
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult | ast.MatMult):
        return key(node.left) is not None and same(node.left, node.right)
    if not isinstance(node, ast.Call) or not node.args or key(node.args[0]) is None:
        return False
    other = node.args[1] if len(node.args) >= 2 else node.func.value if isinstance(node.func, ast.Attribute) else None
    return same(node.args[0], other)
