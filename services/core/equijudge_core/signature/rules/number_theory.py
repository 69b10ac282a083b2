"""Number theory and powers: Euclid, sieves, divisors, squaring, matrices, digits, primes' rests."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.rules.exponentiation import zipped_products
from equijudge_core.signature.rules.sorting import swaps
from equijudge_core.signature.view import Findings, View, base, indices, subscripts


def euclid(view: View) -> Findings:
    """a, b = b, a % b, and its like: the divisor becomes what is divided, the rest the divisor."""
    for loop in view.program.loops:
        if isinstance(loop.node, ast.For | ast.While):
            remainders = [
                (key(one.left), key(one.right))
                for one in view.nodes(loop)
                if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mod | ast.FloorDiv)
            ]
            assigned = [node for node in view.nodes(loop) if isinstance(node, ast.Assign)]
            moved = {(key(target), key(value)) for node in assigned for target, value in stores(node)}
            for left, right in remainders:
                if left and right and (left, right) in moved:
                    yield "gcd", loop.node
    for unit in view.program.units:
        for call in view.self_calls(unit):
            if len(call.args) >= 2 and isinstance(call.args[1], ast.BinOp) and isinstance(call.args[1].op, ast.Mod):
                if key(call.args[1].right) and same(call.args[1].right, call.args[0]):
                    yield "gcd", call


def sieve(view: View) -> Findings:
    """Multiples struck out: a loop or a slice that steps by a variable over a table, or products as places."""
    for loop in view.program.loops:
        if loop.outer is None or not isinstance(loop.node, ast.For | ast.While):
            continue
        stored = [sub for sub in subscripts(view.nodes(loop)) if isinstance(sub.ctx, ast.Store)]
        for name, step in _strides(view, loop):
            for sub in stored:
                if name in keys_in(sub.slice):
                    view.amortised.add(loop)
                    yield _kind_of_sieve(step, key(sub.slice) is None), loop.node
    for sub in view.program.all(ast.Subscript):
        if isinstance(sub.slice, ast.Slice) and isinstance(sub.ctx, ast.Store) and keys_in(sub.slice.step):
            begin = sub.slice.lower
            shifted = (
                isinstance(begin, ast.BinOp)
                and isinstance(begin.op, ast.Sub)
                and None not in map(key, (begin.left, begin.right))
            )
            yield _kind_of_sieve(sub.slice.step, shifted), sub
        place = sub.slice
        if isinstance(sub.ctx, ast.Store) and isinstance(place, ast.BinOp) and isinstance(place.op, ast.Mult):
            if keys_in(place.left) and keys_in(place.right) and view.program.loop_of[sub]:
                yield "linear sieve", sub


def factorials(view: View) -> Findings:
    """f *= i for every i"""
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.op, ast.Mult) and key(node.target) and key(node.value) in view.counters:
            yield "factorials", node


def factor_removal(view: View) -> Findings:
    """n //= p while, or if, n % p is 0: a number taken apart into its factors"""
    for node in view.program.all(ast.AugAssign):
        few = (loop.target for loop in view.program.loops if isinstance(loop.iterable, ast.Tuple | ast.List))
        if not isinstance(node.op, ast.FloorDiv) or key(node.value) in (None, *map(key, few)):
            continue
        for above in view.program.above(node):
            tests = ast.walk(above.test) if isinstance(above, ast.If | ast.While) else iter(())
            if any(
                isinstance(one, ast.BinOp)
                and isinstance(one.op, ast.Mod)
                and key(one.left) == key(node.target)
                and same(one.right, node.value)
                for one in tests
            ):
                yield "divided out", node


def remainders(view: View) -> Findings:
    """q, r = divmod(n, p) and n = q where r is 0: the same in other words"""
    for loop in view.program.loops:
        if not isinstance(loop.node, ast.For | ast.While):
            continue
        nodes = view.nodes(loop)
        parts = [
            (type(one.op), key(one.left), key(one.right))
            for one in nodes
            if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mod | ast.FloorDiv)
        ]
        halved = {(number_, by) for op, number_, by in parts if op is ast.FloorDiv and number_ and by}
        tested = {(number_, by) for op, number_, by in parts if op is ast.Mod}
        for node in nodes:
            for target, value in stores(node) if isinstance(node, ast.Assign) else ():
                for made in view.made_of(value, loop):
                    if isinstance(made, ast.BinOp) and isinstance(made.op, ast.FloorDiv):
                        pair = (key(made.left), key(made.right))
                        if pair in halved & tested and key(target) == pair[0] and pair[0] not in view.counters:
                            yield "divided out", node


def digit_by_digit(view: View) -> Findings:
    """The same digit or bit of every item, one digit after the other: x // e % 10, x >> b & 1, x & bit."""
    for node in view.program.all(ast.BinOp):
        loop = view.program.loop_of[node]
        if loop is None or not isinstance(node.op, ast.BitAnd | ast.Mod):
            continue
        inner = node.left if isinstance(node.left, ast.BinOp) else node.right
        if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.FloorDiv | ast.RShift | ast.LShift):
            position = keys_in(inner.right)
        elif isinstance(node.op, ast.BitAnd):
            position = keys_in(node.right) | keys_in(node.left)
        else:
            continue
        for item in (loop, *loop.around()):
            if keys_in(item.target) & keys_in(node) - position or (
                key(node.right) and keys_in(item.target) & keys_in(node)
            ):
                places = set().union(*(_stepping_variables(view, one) for one in item.around()), set())
                if position & places:
                    yield "digit by digit", node


def _stepping_variables(view: View, loop: Loop) -> set[str]:
    """What a loop counts, or multiplies, divides or shifts in each round."""
    scaled = {
        key(node.target) or ""
        for node in view.nodes(loop)
        if isinstance(node, ast.AugAssign)
        and isinstance(node.op, ast.Mult | ast.FloorDiv | ast.LShift | ast.RShift)
        and view.program.loop_of[node] is loop
    }
    return (
        scaled
        | view.counters_of(loop)
        | (keys_in(loop.target) if isinstance(loop.iterable, ast.Tuple | ast.List) else set())
    )


def _strides(view: View, loop: Loop) -> list[tuple[str, ast.expr]]:
    """Variables that grow by something that is no constant, with what they grow by."""
    step = loop.iterable
    if isinstance(loop.node, ast.For):
        if isinstance(step, ast.Call) and call_name(step) == "range" and len(step.args) == 3 and keys_in(step.args[2]):
            return [(name, step.args[2]) for name in keys_in(loop.target)]
        return []
    return [
        (name, node.value)
        for node in view.nodes(loop)
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add) and key(node.value)
        if (name := key(node.target)) and name in keys_in(loop.test)
    ]


def _kind_of_sieve(step: ast.expr | None, shifted: bool) -> str:
    if isinstance(step, ast.BinOp) and isinstance(step.op, ast.Add):
        return "progression sieve"
    return "segmented sieve" if shifted else "sieve"


def newton(view: View) -> Findings:
    """x = (x + n // x) // 2"""
    for node in view.program.all(ast.BinOp):
        if isinstance(node.op, ast.FloorDiv | ast.Div) and number(node.right) == 2 and isinstance(node.left, ast.BinOp):
            for part in (node.left.left, node.left.right):
                if isinstance(part, ast.BinOp) and isinstance(part.op, ast.FloorDiv | ast.Div):
                    others = (node.left.left, node.left.right)
                    if any(one is not part and same(one, part.right) for one in others):
                        yield "newton", node


def elimination(view: View) -> Findings:
    """A row of a matrix changed by a multiple of another row."""
    swapped = {base(target) for node in view.program.all(ast.Assign) if swaps(node) for target, _ in stores(node)}
    for node in view.program.all(ast.Assign, ast.AugAssign):
        if (
            isinstance(node, ast.AugAssign)
            and isinstance(node.op, ast.BitXor)
            and base(node.value) == base(node.target)
        ):
            if base(node.target) in swapped and not same(node.target, node.value):  # rows of bits
                yield "elimination", node
        for target, value in stores(node):
            place = indices(target)
            if len(place) == 2 and key(place[1]):
                for product in [
                    one for part in view.made_of(value, view.program.loop_of[node]) for one in _products(part)
                ]:
                    for one in (product.left, product.right):
                        at = indices(one)
                        if (
                            base(one) == base(target)
                            and len(at) == 2
                            and same(at[1], place[1])
                            and not same(at[0], place[0])
                        ):
                            if view.program.loop_of[node]:
                                yield "elimination", node
            if (
                isinstance(value, ast.ListComp)
                and call_name(value.generators[0].iter) == "zip"
                and _combined(value.elt)
            ):
                rows = [_row_of(view, node, one) for one in value.generators[0].iter.args]  # type: ignore[attr-defined]
                if isinstance(value.elt, ast.BinOp) and len(rows) == 2 and rows[0] == rows[1] and rows[0]:
                    yield "elimination", node


def linear_basis(view: View) -> Findings:
    """x ^= basis[b] where basis[b] = x otherwise; x = min(x, x ^ b) for every b of the basis."""
    kept = {
        (base(target), key(value))
        for node in view.program.all(ast.Assign)
        for target, value in stores(node)
        if isinstance(target, ast.Subscript)
    }
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.op, ast.BitXor) and isinstance(node.value, ast.Subscript) and key(node.target):
            if (base(node.value), key(node.target)) in kept and view.program.loop_of[node]:
                yield "linear basis", node
        if isinstance(node.op, ast.BitXor) and call_name(node.value) == ".setdefault" and view.program.loop_of[node]:
            if key(node.value.args[-1]) == key(node.target):  # type: ignore[attr-defined]
                yield "linear basis", node
    for call in view.program.calls("min"):
        for one, other in (call.args, call.args[::-1]) if len(call.args) == 2 else ():
            if (
                key(one)
                and isinstance(other, ast.BinOp)
                and isinstance(other.op, ast.BitXor)
                and view.program.loop_of[call]
            ):
                if same(other.left, one) or same(other.right, one):
                    yield "linear basis", call


def _row_of(view: View, node: ast.AST, row: ast.expr) -> str | None:
    """The matrix of which an expression, or a variable, is a row."""
    made = view.made_of(row, view.program.loop_of[node])
    return next((base(one) for one in made if isinstance(one, ast.Subscript)), None)


def _combined(node: ast.expr) -> bool:
    """x - f * y, (x + y) % 2, x ^ y"""
    bits = isinstance(node, ast.BinOp) and (
        isinstance(node.op, ast.BitXor) or (isinstance(node.op, ast.Mod) and number(node.right) == 2)
    )
    return bits or bool(_products(node))


def _products(node: ast.AST) -> list[ast.BinOp]:
    return [one for one in ast.walk(node) if isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mult)]


def bottom_up(view: View) -> Findings:
    """Pieces of 1, 2, 4, … items worked on in pairs; tables of ranges of such widths; bounds doubled until they do."""
    for loop in view.whiles():
        nodes = view.nodes(loop)
        doubled = {
            key(node.target)
            for node in nodes
            if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Mult) and number(node.value) == 2
        } - {None}
        for name in sorted(filter(None, doubled)):
            strides = [one for inner in view.program.loops_in(loop) for _, one in _strides(view, inner)]
            if any(name in keys_in(one) for one in strides):
                yield "divide and conquer", loop.node
            elif any(one.node in {made for made, _ in zipped_products(view)} for one in view.program.loops_in(loop)):
                yield "repeated squaring", loop.node
            elif _pairs_of_ranges(nodes, name):
                yield "doubling table", loop.node


def _pairs_of_ranges(nodes: list[ast.AST], width: str) -> bool:
    """t[i] and t[i + width]"""
    places = [(one.value, one.slice.left if _wraps(one.slice) else one.slice) for one in subscripts(nodes)]  # type: ignore[attr-defined]
    far = [(table, at.left) for table, at in places if isinstance(at, ast.BinOp) and width in keys_in(at)]
    return any(same(near.slice, at) and same(near.value, table) for table, at in far for near in subscripts(nodes))


def _wraps(place: ast.expr) -> bool:
    """(i + width) % n"""
    return isinstance(place, ast.BinOp) and isinstance(place.op, ast.Mod)


def rolling_hash(view: View) -> Findings:
    """h = (h * base + letter) % m, or h[i + 1] made so of h[i]."""
    for node in view.program.all(ast.BinOp):
        if not isinstance(node.op, ast.Mod) or not (view.program.loop_of[node] or _accumulators(view, node)):
            continue
        total = node.left
        while (
            isinstance(total, ast.BinOp) and isinstance(total.op, ast.Add | ast.Sub) and number(total.right) is not None
        ):
            total = total.left
        if isinstance(total, ast.BinOp) and isinstance(total.op, ast.Add) and number(total.right) is None:
            for product, letter in ((total.left, total.right), (total.right, total.left)):
                if (
                    isinstance(product, ast.BinOp)
                    and isinstance(product.op, ast.Mult)
                    and _is_letter(view, node, letter)
                ):
                    carried = {base(one) for one in (product.left, product.right)} - {None}
                    if carried & _receivers(view, node):
                        yield "rolling hash", node


def _accumulators(view: View, node: ast.AST) -> list[str]:
    """The parameters of the step of an accumulate or a reduce."""
    unit = view.program.unit_of[node]
    calls = view.program.calls("itertools.accumulate", "functools.reduce")
    return unit.parameters if any(unit in view.callees(call) for call in calls) else []


def _is_letter(view: View, node: ast.AST, value: ast.expr) -> bool:
    """A letter's number, or an item of what is gone through."""
    loop = view.program.loop_of[node]
    walked = loop.iterable if loop is not None and call_name(loop.iterable) != "range" else None
    items = keys_in(loop.target) if loop is not None and walked is not None else set(_accumulators(view, node)[1:])
    parts = list(ast.walk(value))
    return any(call_name(one) == "ord" or isinstance(one, ast.Subscript) for one in parts) or bool(
        keys_in(value) & items
    )


def _receivers(view: View, node: ast.AST) -> set[str | None]:
    """What an expression is stored in, or appended to."""
    found: set[str | None] = {*_accumulators(view, node)[:1]}
    for above in view.program.above(node):
        found |= {base(target) for target, _ in stores(above)}
        if call_name(above) == ".append":
            found.add(key(above.func.value))  # type: ignore[attr-defined]
    return found
