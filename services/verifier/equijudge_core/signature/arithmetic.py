"""Number theory and powers: Euclid, sieves, divisors, squaring, matrices, digits, primes' rests."""

from __future__ import annotations

import ast

from equijudge_core.signature.names import called, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.simplify import number, same
from equijudge_core.signature.view import Findings, View, base, indices, subscripts


def euclid(view: View) -> Findings:
    """a, b = b, a % b"""
    for node in view.program.all(ast.Assign):
        pairs = list(stores(node))
        if len(pairs) == 2 and _is_rest(pairs[1][1], pairs[0][0], pairs[1][0]) and same(pairs[0][1], pairs[1][0]):
            yield "gcd", node
    for unit in view.program.units:
        for call in view.self_calls(unit):
            if len(call.args) == 2 and len(unit.parameters) == 2 and isinstance(call.args[1], ast.BinOp):
                if isinstance(call.args[1].op, ast.Mod) and same(call.args[1].right, call.args[0]):
                    yield "gcd", call


def _is_rest(value: ast.expr, left: ast.expr, right: ast.expr) -> bool:
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Mod)
        and same(value.left, left)
        and same(value.right, right)
    )


def sieve(view: View) -> Findings:
    """Multiples struck out: a loop (or a slice) that steps by a variable over a table."""
    for loop in view.program.loops:
        step = loop.iterable
        stepping = called(step) == "range" and isinstance(step, ast.Call) and len(step.args) == 3 and key(step.args[2])
        if isinstance(loop.node, ast.For) and stepping and loop.outer is not None:
            if any(
                key(sub.slice) == key(loop.target)
                for sub in subscripts(view.nodes(loop))
                if isinstance(sub.ctx, ast.Store)
            ):
                view.amortised.add(loop)
                yield "sieve", loop.node
    for loop in view.whiles():
        steps = {
            (key(node.target), key(node.value))
            for node in view.nodes(loop)
            if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add)
        }
        for name, step_name in steps:
            if name and step_name and name in keys_in(loop.test) and loop.outer is not None:
                if any(
                    key(sub.slice) == name for sub in subscripts(view.nodes(loop)) if isinstance(sub.ctx, ast.Store)
                ):
                    view.amortised.add(loop)
                    yield "sieve", loop.node
    for sub in view.program.all(ast.Subscript):
        if isinstance(sub.slice, ast.Slice) and isinstance(sub.ctx, ast.Store) and key(sub.slice.step):
            yield "sieve", sub


def divisors(view: View) -> Findings:
    """Candidates up to the square root tried as divisors."""
    for loop in view.program.loops:
        for node in view.nodes(loop):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and (name := key(node.right)):
                counted = name in keys_in(loop.target) or any(
                    isinstance(one, ast.AugAssign) and key(one.target) == name for one in view.nodes(loop)
                )
                bound = loop.test if loop.test is not None else loop.iterable
                if counted and (_is_root(bound, name) or _stops_at_root(view, loop, name)):
                    yield "trial division", loop.node


def _is_root(bound: ast.expr | None, name: str) -> bool:
    for node in ast.walk(bound) if bound is not None else []:
        if called(node) in ("math.isqrt", "math.sqrt"):
            return True
        if (
            isinstance(node, ast.BinOp)
            and isinstance(node.op, ast.Pow)
            and (number(node.right) == 2 or isinstance(node.right, ast.Constant))
        ):
            return True
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and key(node.left) == key(node.right) == name:
            return True
    return False


def _stops_at_root(view: View, loop: Loop, name: str) -> bool:
    return any(isinstance(node, ast.If) and _is_root(node.test, name) for node in view.nodes(loop))


def powers(view: View) -> Findings:
    """Repeated squaring, in a loop or a recursion; matrices multiplied."""
    for loop in view.whiles():
        halved = any(
            isinstance(node, ast.AugAssign) and isinstance(node.op, ast.FloorDiv) and number(node.value) == 2
            for node in view.nodes(loop)
        )
        if halved and any(_squares(node) for node in view.nodes(loop)):
            view.amortised.add(loop)
            yield "repeated squaring", loop.node
    for unit in view.program.units:
        calls = view.self_calls(unit)
        halves = any(
            isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv) and number(node.right) == 2
            for call in calls
            for node in ast.walk(call)
        )
        if halves and len(calls) <= 2 and any(_squares(node) for one in unit.body for node in view.program.inside(one)):
            yield "repeated squaring", unit.node
    for node in view.program.all(ast.BinOp):
        if (
            isinstance(node.op, ast.Mult)
            and isinstance(node.left, ast.Subscript)
            and isinstance(node.right, ast.Subscript)
        ):
            left, right = indices(node.left), indices(node.right)
            if len(left) == 2 and len(right) == 2 and same(left[1], right[0]):
                yield "matrix product", node
    for node in view.program.all(ast.BinOp):
        if isinstance(node.op, ast.MatMult):
            yield "matrix product", node


def _squares(node: ast.AST) -> bool:
    """b *= b, b * b % m, multiply(b, b)"""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Mult):
        return same(node.value, node.target)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return key(node.left) is not None and same(node.left, node.right)
    return (
        isinstance(node, ast.Call)
        and len(node.args) >= 2
        and key(node.args[0]) is not None
        and same(node.args[0], node.args[1])
    )


def digits(view: View) -> Findings:
    """A number taken apart digit by digit."""
    for loop in view.whiles():
        cut = {
            (key(node.target), number(node.value))
            for node in view.nodes(loop)
            if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.FloorDiv)
        }
        for name, radix in cut:
            if name and radix and name in keys_in(loop.test) and _takes_rest(view.nodes(loop), name, radix):
                yield ("binary digits" if radix == 2 else "digits"), loop.node
    for call in view.program.calls("divmod"):
        yield "divmod", call


def _takes_rest(nodes: list[ast.AST], name: str, radix: int) -> bool:
    return any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mod)
        and key(node.left) == name
        and number(node.right) == radix
        for node in nodes
    )


def residues(view: View) -> Findings:
    """Sums, products and places taken modulo something that is not the answer's modulus."""
    for sub in view.program.all(ast.Subscript):
        if isinstance(sub.slice, ast.BinOp) and isinstance(sub.slice.op, ast.Mod) and base(sub):
            yield "residues", sub
