"""How far a loop goes: over a few items, over digits, up to a root. All others go over the data."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import Findings, View

FEW = 64  # rounds that do not grow with the input
FEWEST_IN_BLOCK, MOST_IN_BLOCK = 20, 5_000  # a root of what an input may hold, where it is written as a number
_DIGITS = frozenset({"str", "bin", "hex", "oct", "format", ".bit_length", "math.log2", "math.log", "math.log10"})
_ROOTS = frozenset({"math.isqrt", "math.sqrt", ".sqrt"})


def extents(view: View) -> Findings:
    """`digits` and short loops, which are no level of how deep loops nest; `square root`: bounds that are roots."""
    for loop in view.program.loops:
        if _divides(view, loop):
            yield "digits", loop.node
        if _is_short(view, loop):
            view.amortised.add(loop)
        if any(_is_root(one) for one in _bounds(view, loop)):
            yield "square root", loop.node


def blocks(view: View) -> Findings:
    """Pieces of about the root of the whole: places found by `i // size`, pieces `a[i : i + size]`."""
    roots = {name for name, value in view.single_values.items() if any(map(_is_root, ast.walk(value)))}
    pieces = {name for name, value in view.single_values.items() if _is_divided(value, roots)}
    for sub in view.program.all(ast.Subscript):
        if key(sub.slice) in pieces or any(_is_divided(node, roots) for node in ast.walk(sub.slice)):
            yield "blocks", sub
    for loop in view.program.loops:
        if isinstance(loop.iterable, ast.Call) and call_name(loop.iterable) == "range" and len(loop.iterable.args) == 3:
            step = loop.iterable.args[2]
            ends = [one.upper for one in view.nodes(loop) if isinstance(one, ast.Slice) and one.upper is not None]
            if _is_size(step, roots) and any(same(step, part) for end in ends for part in ast.walk(end)):
                yield "blocks", loop.node


def _is_divided(node: ast.AST, roots: set[str]) -> bool:
    """i // size"""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv) and _is_size(node.right, roots)


def _is_size(node: ast.expr, roots: set[str]) -> bool:
    """Whether an expression is a root, or a number that is one of what an input may hold."""
    return key(node) in roots or FEWEST_IN_BLOCK <= (number(node) or 0) <= MOST_IN_BLOCK


def halves(view: View, unit: Unit) -> bool:
    """Whether a function calls itself on a fraction of what it was given: f(n // 2)."""
    return all(
        any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.FloorDiv) for one in call.args)
        for call in view.self_calls(unit)
    )


def _is_short(view: View, loop: Loop) -> bool:
    if isinstance(loop.node, ast.While):
        counted = any(call_name(one) in _DIGITS for one in ast.walk(loop.node.test))
        return counted or _divides(view, loop) or _doubles(view, loop) or _clears_bits(view, loop)
    walked = [loop.iterable] if loop.iterable is not None else []
    return any(map(_is_few, walked)) or any(
        call_name(one) in _DIGITS for made in _values(view, loop) for one in ast.walk(made)
    )


def _values(view: View, loop: Loop) -> list[ast.AST]:
    """What a loop goes over, and what the variables in it are made of."""
    if loop.iterable is None:
        return []
    names = keys_in(loop.iterable)
    return [loop.iterable, *(value for name, value in view.single_values.items() if name in names)]


def _divides(view: View, loop: Loop) -> bool:
    """while n: n //= 10, while n > 1: n = n // 2 if … else …"""
    if not isinstance(loop.node, ast.While):
        return False
    changed = [node for node in view.nodes(loop) if isinstance(node, ast.AugAssign)]
    cut = {key(node.target) for node in changed if isinstance(node.op, ast.FloorDiv)}
    cut |= {
        key(target)
        for node in view.nodes(loop)
        for target, value in stores(node)
        if isinstance(value, ast.IfExp)
        for one in (value.body, value.orelse)
        if isinstance(one, ast.BinOp) and isinstance(one.op, ast.FloorDiv) and same(one.left, target)
    }
    return bool(cut & keys_in(loop.test)) and not any(isinstance(node.op, ast.Mult) for node in changed)


def _doubles(view: View, loop: Loop) -> bool:
    """while p <= n: p *= b, while 2 ** e <= n"""
    changed = [node for node in view.nodes(loop) if isinstance(node, ast.AugAssign)]
    grown = {key(one.target) for one in changed if isinstance(one.op, ast.Mult | ast.LShift)}
    powers = [one for one in ast.walk(loop.test or ast.Pass()) if isinstance(one, ast.BinOp)]
    stepped = {key(one.target) for one in changed}
    return bool(grown & keys_in(loop.test)) or any(
        isinstance(one.op, ast.Pow | ast.LShift) and number(one.left) is not None and keys_in(one.right) & stepped
        for one in powers
    )


def _clears_bits(view: View, loop: Loop) -> bool:
    """while x: x &= x - 1, while x: x -= x & -x"""
    tested = keys_in(loop.test)
    return any(
        isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.BitAnd | ast.Sub | ast.BitXor)
        and key(node.target) in tested
        and any(_is_lower(one, node.target) for one in ast.walk(node.value))
        for node in view.nodes(loop)
    )


def _is_lower(node: ast.AST, whole: ast.expr) -> bool:
    """x - 1, -x"""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return same(node.operand, whole) or (isinstance(whole, ast.Name) and key(node.operand) == key(whole))
    taken = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and number(node.right) == 1
    return taken and key(node.left) == key(whole)  # type: ignore[attr-defined]


def _is_few(walked: ast.expr) -> bool:
    """(0, 1, 2), range(20)"""
    if isinstance(walked, ast.Tuple | ast.List):
        return True
    if call_name(walked) != "range":
        return False
    bounds = [number(one) for one in walked.args]  # type: ignore[attr-defined]
    return all(bound is not None and abs(bound) <= FEW for bound in bounds)


def _bounds(view: View, loop: Loop) -> Iterator[ast.AST]:
    if loop.test is not None:
        yield from (one for part in ast.walk(loop.test) if isinstance(part, ast.Compare) for one in ast.walk(part))
    elif isinstance(loop.iterable, ast.Call) and call_name(loop.iterable) == "range":
        yield from (one for made in _values(view, loop)[1:] for one in ast.walk(made))
        yield from ast.walk(loop.iterable.args[:2][-1])


def _is_root(node: ast.AST) -> bool:
    """i * i (to be compared), n ** 0.5, isqrt(n)"""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return key(node.left) is not None and same(node.left, node.right)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        half = node.right.value if isinstance(node.right, ast.Constant) else None
        return half == 0.5 or (half == 2 and key(node.left) is not None)
    return call_name(node) in _ROOTS
