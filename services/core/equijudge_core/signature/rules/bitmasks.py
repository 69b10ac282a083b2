"""Features from bits: masks of sets, whole words of bits at once."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key, library_name
from equijudge_core.signature.program import keys_in, stores
from equijudge_core.signature.view import Findings, View, base, indices, subscripts


def is_power_of_two(node: ast.AST) -> bool:
    """1 << x"""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.LShift) and number(node.left) == 1


def bits(view: View) -> Findings:
    """Subsets as bit masks, whole sets as bits of one integer, and exclusive or as a sum."""
    joins = (
        any(isinstance(one.op, ast.BitOr) for one in view.program.all(ast.BinOp))
        or any(isinstance(one.op, ast.BitOr) for one in view.program.all(ast.AugAssign))
        or any(library_name(one) == "operator.or_" for one in view.program.all(ast.Name))
    )
    for node in view.program.all(ast.BinOp):
        if is_power_of_two(node):
            above = list(view.program.above(node))[:2]
            counted = _is_loop_test(view, above[0], node) if above else False
            if counted or any(call_name(one) == "range" for one in above):
                yield "subsets", node
        if _is_bit_parallel(view, node) or (joins and _moves_word(node)):
            yield "bit parallel", node
    for change in view.program.all(ast.AugAssign):
        if isinstance(change.op, ast.BitOr | ast.Add | ast.BitXor) and any(
            isinstance(one, ast.BinOp) and isinstance(one.op, ast.LShift) and same(one.left, change.target)
            for one in ast.walk(change.value)
        ):
            yield "bit parallel", change
        if isinstance(change.op, ast.BitAnd) and isinstance(change.value, ast.BinOp):  # x &= x >> 1
            moved = isinstance(change.value.op, ast.LShift | ast.RShift | ast.FloorDiv | ast.Mult)
            if moved and same(change.value.left, change.target) and (number(change.value.right) or 1) in (1, 2):
                yield "bit parallel", change
        if _is_spread(change, view.made_of(change.value, view.program.loop_of[change])):
            yield "bit parallel", change
        if isinstance(change.op, ast.BitXor) and (loop := view.program.loop_of[change]):
            if not any(_is_bit(one) for one in view.made_of(change.value, loop)):
                yield "exclusive or", change


def _is_spread(change: ast.AugAssign, loop_values: list[ast.AST]) -> bool:
    """won |= moves * bit: all bits of a variable moved by a bit"""
    product = isinstance(change.value, ast.BinOp) and isinstance(change.value.op, ast.Mult)
    return product and isinstance(change.op, ast.BitOr) and any(map(_is_bit, loop_values))


def _moves_word(node: ast.BinOp) -> bool:
    """reachable << weight: all bits of a variable moved by what is no constant; (states & letters) * 2"""
    if isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.BitAnd):
        doubled = isinstance(node.op, ast.Mult) and number(node.right) == 2
        return doubled and key(node.left.left) is not None and number(node.left.right) is None
    return isinstance(node.op, ast.LShift) and key(node.left) is not None and bool(keys_in(node.right))


def _is_bit(node: ast.AST) -> bool:
    """1 << i, x & -x: what is taken out of a set of bits"""
    return is_power_of_two(node) or (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.BitAnd)
        and isinstance(node.right, ast.UnaryOp)
        and same(node.right.operand, node.left)
    )


def _is_loop_test(view: View, test: ast.AST, bound: ast.BinOp) -> bool:
    """while mask < 1 << n"""
    below = isinstance(test, ast.Compare) and test.comparators[0] is bound and key(test.left) is not None
    return below and any(loop.test is test for loop in view.whiles())


def _is_bit_parallel(view: View, node: ast.BinOp) -> bool:
    """A whole word of bits moved and combined at once, or a run of ones made."""
    if isinstance(node.op, ast.Sub):
        return is_power_of_two(node.left) and is_power_of_two(node.right)
    if isinstance(node.op, ast.LShift):
        ones = node.left
        return isinstance(ones, ast.BinOp) and isinstance(ones.op, ast.Sub) and is_power_of_two(ones.left)
    if not isinstance(node.op, ast.BitAnd | ast.BitOr):
        return False
    if _carries(node.left) and isinstance(node.right, ast.BinOp):
        return True
    combined = [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitAnd | ast.BitOr | ast.BitXor)
    ]
    words = any(isinstance(part, ast.Name) for one in combined for part in (one.left, one.right))
    if len(combined) >= 3 and words and not any(is_power_of_two(one) for one in ast.walk(node)):
        return True
    moved = [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.BinOp)
        and (isinstance(one.op, ast.LShift | ast.RShift) or (isinstance(one.op, ast.Mult) and _is_two_power(one.right)))
        and key(one.left) is not None
    ]
    assigned = {key(target) for above in view.program.above(node) for target, _ in stores(above)} - {None}
    return bool(moved) and bool(assigned) and isinstance(node.op, ast.BitAnd)


def _carries(node: ast.expr) -> bool:
    """v + u, of which the carries run through the word"""
    added = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add)
    return added and bool(keys_in(node.left)) and bool(keys_in(node.right))  # type: ignore[attr-defined]


def _is_two_power(node: ast.AST) -> bool:
    value = number(node)
    return value is not None and value > 1 and value & (value - 1) == 0


def bit_sets(view: View) -> Findings:
    """seen |= 1 << x: a set kept as the bits of a number, of which bits are asked for or which is cut with another"""
    cuts = [one for one in view.program.all(ast.AugAssign) if isinstance(one.op, ast.BitAnd) and keys_in(one.value)]
    met = {name for cut in cuts for part in (cut.target, cut.value) if (name := key(part))}
    for name_node in view.program.all(ast.Name):
        if library_name(name_node) == "operator.and_":
            yield "bit set", name_node
    for node in view.program.all(ast.AugAssign):
        loop = view.program.loop_of[node]
        if loop is None or not isinstance(node.op, ast.BitOr | ast.BitXor) or key(node.target) is None:
            continue
        if any(is_power_of_two(one) for made in view.made_of(node.value, loop) for one in ast.walk(made)):
            if any(_asks_bit(view, one, key(node.target)) for one in view.nodes(loop)) or key(node.target) in met:
                yield "bit set", node


def _asks_bit(view: View, node: ast.AST, name: str | None) -> bool:
    """seen >> x & 1, seen & 1 << x"""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.BitAnd | ast.Mod):
        return False
    moved = isinstance(node.left, ast.BinOp) and isinstance(node.left.op, ast.RShift) and key(node.left.left) == name
    for one, other in ((node.left, node.right), (node.right, node.left)):
        bit = [part for made in view.made_of(other, view.program.loop_of[node]) for part in ast.walk(made)]
        if key(one) == name and any(map(is_power_of_two, bit)):
            return True
    return moved


def subset_tests(view: View) -> Findings:
    """mask >> i & 1, mask & (1 << i): each item's bit of a number that an outer loop goes on with."""
    for node in view.program.all(ast.BinOp):
        loop = view.program.loop_of[node]
        if loop is None or not isinstance(node.op, ast.BitAnd | ast.Mod):
            continue
        for one, other in ((node.left, node.right), (node.right, node.left)):
            shifted = isinstance(one, ast.BinOp) and isinstance(one.op, ast.RShift) and number(other) in (1, 2)
            mask, item = (one.left, one.right) if shifted else (other, one.right if is_power_of_two(one) else None)  # type: ignore[attr-defined]
            own = next(
                (by for by in (loop, *loop.around()) if item is not None and keys_in(item) & keys_in(by.target)), None
            )
            if own is not None and any(keys_in(mask) & view.counters_of(outer) for outer in own.around()):
                yield "subsets", node


def _changes_one(node: ast.BinOp) -> bool:
    """mask | bit, mask ^ bit, mask & ~bit"""
    without = isinstance(node.op, ast.BitAnd) and isinstance(node.right, ast.UnaryOp)
    return without or isinstance(node.op, ast.BitOr | ast.BitXor)


def subsets(view: View) -> Findings:
    """A value kept for every set of items, as a mask: at `mask | 1 << j`, from `mask ^ bit`."""
    for node in view.program.all(ast.Assign, ast.AugAssign):
        loop = view.program.loop_of[node]
        for target, value in stores(node) if loop is not None else ():
            if isinstance(value, ast.Constant) or not isinstance(target, ast.Subscript):
                continue
            made = view.made_of(value, loop)
            loads = [one for part in made for one in subscripts(list(ast.walk(part)), base(target))]
            places = [at for one in [target, *loads] for at in indices(one)]
            parts = [one for place in places for made in view.made_of(place, loop) for one in ast.walk(made)]
            joined = any(isinstance(one, ast.BinOp) and _changes_one(one) for one in parts)
            if joined and any(is_power_of_two(one) for one in parts):
                yield "dp table", node
                yield "over sets", node
