"""Features from structures made by hand: trees in arrays, forests of parents, automata, linked lists."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.rules.bitmasks import is_power_of_two
from equijudge_core.signature.view import Findings, View, base, indices, subscripts

_IDEMPOTENT = frozenset({"min", "max", "math.gcd"})


def union_find(view: View) -> Findings:
    """Parents followed to a root (`while p[x] != x: x = p[x]`, or a recursive find that stores what it found)."""
    for node in view.program.all(ast.Assign):
        for target, value in stores(node):
            name = base(target) if isinstance(target, ast.Subscript) else None
            if name is None or len(indices(target)) != 1:
                continue
            place = indices(target)[0]
            if isinstance(value, ast.Call) and view.callees(value) and _returns_itself(view, node, name):
                if any(same(found.slice, place) for found in subscripts(value.args, name)):  # type: ignore[arg-type]
                    yield "union-find", node
            if isinstance(value, ast.Subscript) and base(value) == name and isinstance(value.slice, ast.Subscript):
                if base(value.slice) == name and same(value.slice.slice, place) and _has_root_test(view, name):
                    yield "union-find", node
    for loop in view.whiles():
        own = [one for one in view.nodes(loop) if view.program.loop_of[one] is loop]
        chased = {name for one in own for name in _chases(one)} | _walrus_chases(view, loop)
        for array, item in chased:
            if array in keys_in(loop.test) and item in keys_in(loop.test) and _linked_elsewhere(view, loop, array):
                view.amortised.add(loop)
                yield "union-find", loop.node


def _has_root_test(view: View, name: str) -> bool:
    """p[x] != x, the mark of a root"""
    return any(
        isinstance(one, ast.Subscript) and base(one) == name and same(one.slice, other)
        for node in view.program.all(ast.Compare)
        for left, right in [(_walrus(node.left), _walrus(node.comparators[0]))]
        for one, other in ((left, right), (right, left))
    )


def _walrus_chases(view: View, loop: Loop) -> set[tuple[str, str]]:
    """while (up := p[x]) != x: x = up"""
    ups = {
        key(one.target): one.value
        for one in (ast.walk(loop.test) if loop.test is not None else [])
        if isinstance(one, ast.NamedExpr)
    }
    return {
        (array, item)
        for node in view.nodes(loop)
        for target, value in stores(node)
        if (item := key(target)) and key(value) in ups
        for up in [ups[key(value)]]
        if isinstance(up, ast.Subscript) and (array := base(up)) and key(up.slice) == item
    }


def _chases(node: ast.AST) -> list[tuple[str, str]]:
    """x = p[x]"""
    return [
        (array, item)
        for target, value in stores(node)
        if (item := key(target)) and isinstance(value, ast.Subscript) and (array := base(value))
        if key(value.slice) == item
    ]


def _walrus(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.NamedExpr) else node


def _linked_elsewhere(view: View, loop: Loop, array: str) -> bool:
    """Whether parents are given as list(range(n)) somewhere: each its own root."""
    test = loop.test
    compared = [node for node in ast.walk(test) if isinstance(node, ast.Compare)] if test is not None else []
    return any(
        isinstance(side, ast.Subscript) and base(side) == array and same(side.slice, other)
        for one in compared
        for left, right in [(_lookup(_walrus(one.left)), _lookup(_walrus(one.comparators[0])))]
        for side, other in ((left, right), (right, left))
    )


def _returns_itself(view: View, node: ast.AST, array: str) -> bool:
    """Whether a function that stores its own result returns it: a find, not a memo (which adds things up)."""
    unit = view.program.unit_of[node]
    return bool(view.ring(unit)) and len(view.self_calls(unit)) == 1 and len(unit.parameters) <= 2


def fenwick(view: View) -> Findings:
    """`i & -i` (or `i & (i + 1)`, `i | (i + 1)`) steps over a table that is read or changed at i."""
    for node in view.program.all(ast.BinOp, ast.AugAssign):
        name = _lowest_bit(node)
        if name is None or not _steps(view, node, name):
            continue
        loop = view.program.loop_of[node]
        place = [one for one in (subscripts(view.nodes(loop)) if loop else []) if name in keys_in(one.slice)]
        if place:
            if loop:
                view.amortised.add(loop)
            yield "fenwick tree", node


def _steps(view: View, node: ast.AST, name: str) -> bool:
    """Whether the variable itself is changed by its lowest bit."""
    changing = [node, *list(view.program.above(node))[:2]]
    return any(key(target) == name for one in changing for target, _ in stores(one))


def _lowest_bit(node: ast.AST) -> str | None:
    left, op, right = (
        (node.target, node.op, node.value)
        if isinstance(node, ast.AugAssign)
        else (node.left, node.op, node.right)
        if isinstance(node, ast.BinOp)
        else (None, None, None)
    )
    if right is None or not isinstance(op, ast.BitAnd | ast.BitOr):
        return None
    for one, other in ((left, right), (right, left)):
        if isinstance(other, ast.UnaryOp) and isinstance(other.op, ast.USub) and same(other.operand, one):
            return key(one)
        if isinstance(other, ast.BinOp) and isinstance(other.op, ast.Add | ast.Sub) and same(other.left, one):
            if number(other.right) == 1:
                return key(one)
    return None


def segment_tree(view: View) -> Findings:
    """A node made of its children 2i and 2i + 1 of one table, a path to the root that changes it, or a recursion."""
    for loop in view.program.loops:
        if loop.light or not isinstance(loop.node, ast.For | ast.While):
            continue
        nodes = view.nodes(loop)
        tables = {base(one) for one in subscripts(nodes) if isinstance(one.ctx, ast.Store)} - {None}
        for name in sorted(filter(None, tables)):
            children = {_child(one.slice) for one in subscripts(nodes, name)}
            if _are_both(children) and not any(_is_swap(node) for node in nodes):
                yield "segment tree", loop.node
        climbing = {halved for node in nodes if (halved := _halved_variable(node))}
        for one in subscripts(nodes):
            if isinstance(one.ctx, ast.Store) and key(one.slice) in climbing & keys_in(loop.test):
                view.amortised.add(loop)
                yield "segment tree", loop.node
    for unit in view.program.units:
        passed = {_child(argument) for call in view.self_calls(unit) for argument in call.args}
        if _are_both(passed) and len(unit.parameters) >= 2:
            yield "segment tree", unit.node
        if _asks_both_children(view, unit):
            yield "segment tree", unit.node
    for loop in view.whiles():
        closing = {halved for node in view.nodes(loop) if (halved := _halved_variable(node))}
        if len(closing) == 2 and isinstance(loop.test, ast.Compare) and closing <= keys_in(loop.test):
            parity = [node for node in view.nodes(loop) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)]
            if {key(one.left) for one in parity} & closing:
                view.amortised.add(loop)
                yield "segment tree", loop.node


def _asks_both_children(view: View, unit: Unit) -> bool:
    """self.left.find(l, r) and self.right.find(l, r): nodes that know the range that they stand for"""
    owners: dict[str, ast.Attribute] = {}
    together: list[ast.AST | None] = []
    for call in view.self_calls(unit):
        if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Attribute) and call.args:
            if any(isinstance(one, ast.Name) and key(one) in unit.parameters for one in call.args):
                owners[call.func.value.attr] = call.func.value
                together.append(view.program.parents.get(call) if len(call.args) == 1 else None)
    wholes = list(owners.values())
    return len(wholes) == 2 and same(wholes[0].value, wholes[1].value) and len(set(together)) == 1


def _halved_variable(node: ast.AST) -> str | None:
    """x //= 2"""
    halves = isinstance(node, ast.AugAssign) and isinstance(node.op, ast.FloorDiv) and number(node.value) == 2
    return key(node.target) if isinstance(node, ast.AugAssign) and halves else None


def _child(node: ast.AST) -> int | None:
    """0 for 2i, 1 for 2i + 1 (or 2i ^ 1), 2 for 2i + 2."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and number(node.right) == 2:
        return 0
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.BitXor | ast.BitOr):
        doubled = _child(node.left) == 0
        return number(node.right) if doubled and number(node.right) in (1, 2) else None
    return None


def _are_both(children: set[int | None]) -> bool:
    """2i and 2i + 1, or 2i + 1 and 2i + 2 of a tree that begins at 0"""
    return 1 in children and bool(children & {0, 2})


def _is_swap(node: ast.AST) -> bool:
    pairs = list(stores(node))
    return len(pairs) > 1 and all(isinstance(target, ast.Subscript) for target, _ in pairs)


def doubling_table(view: View) -> Findings:
    """Sparse tables and binary lifting: level j made from level j - 1, a power of two further on."""
    for node in view.program.all(ast.Call, ast.Assign):
        parts = list(ast.walk(node))
        shifted = any(is_power_of_two(one) for sub in subscripts(parts) for one in ast.walk(sub.slice))
        jumps = any(
            isinstance(sub.slice, ast.Subscript) and base(sub) == base(sub.slice) and len(indices(sub)) == 2
            for sub in subscripts(parts)
        )
        lifted = isinstance(node, ast.Assign) and jumps and len(indices(node.targets[0])) == 2
        lifted = lifted or any(isinstance(one, ast.ListComp) and _jumps_twice(one.elt) for one in parts)
        if lifted or (shifted and call_name(node) in _IDEMPOTENT):
            yield "doubling table", node
    for call in view.program.calls("zip"):
        if _pairs_far_apart(view, call):
            yield "doubling table", call


def _pairs_far_apart(view: View, call: ast.Call) -> bool:
    """[min(a, b) for a, b in zip(row, row[width:])], the width doubled or a power of 2"""
    loop = view.program.loop_of[call]
    rows = call.args
    far = rows[1] if len(rows) == 2 else None
    if loop is None or not isinstance(far, ast.Subscript) or not isinstance(far.slice, ast.Slice):
        return False
    made = [one for one in view.program.above(call) if isinstance(one, ast.ListComp | ast.GeneratorExp)]
    joined = {call_name(part) for one in made for part in ast.walk(one.elt)}
    width = far.slice.lower
    doubled = {
        key(node.target)
        for node in view.nodes(loop)
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Mult) and number(node.value) == 2
    }
    parts = [one for made in view.made_of(width, loop) for one in ast.walk(made)] if width is not None else []
    wide = any(map(is_power_of_two, parts)) or bool(keys_in(width) & doubled)
    return wide and same(rows[0], far.value) and bool(joined & _IDEMPOTENT)


def _jumps_twice(node: ast.expr) -> bool:
    """up[up[v]]"""
    inner = node.slice if isinstance(node, ast.Subscript) else None
    return isinstance(inner, ast.Subscript) and same(inner.value, node.value)  # type: ignore[attr-defined]


def automaton(view: View) -> Findings:
    """A walk from node to node by letters or digits: `node = node[c]`, `state = table[state][c]`."""
    for node in view.program.all(ast.Assign):
        if view.program.loop_of[node] is None:
            continue
        for target, assigned in stores(node):
            name = key(target)
            either = [assigned.body, assigned.orelse] if isinstance(assigned, ast.IfExp) else [assigned]
            if name is not None and any(_is_step(view, node, name, _lookup(value)) for value in either):
                yield "automaton", node


def recursive_automaton(view: View) -> Findings:
    """insert(node.setdefault(c, {}), i + 1), insert(node[word[i]], i + 1)"""
    for unit in view.program.units:
        for call in view.self_calls(unit):
            for parameter, argument in zip(unit.parameters[unit.name.startswith(".") :], call.args, strict=False):
                place = _lookup(argument)
                if isinstance(place, ast.Subscript) and key(place.value) == parameter:
                    if isinstance(place.slice, ast.Subscript | ast.Name):
                        yield "automaton", call


def _lookup(value: ast.expr) -> ast.expr:
    """t.get(c) and t.setdefault(c, x) as t[c]"""
    if isinstance(value, ast.Call) and call_name(value) in (".get", ".setdefault") and value.args:
        assert isinstance(value.func, ast.Attribute)
        return ast.Subscript(value.func.value, value.args[0], ast.Load())
    return value


def _is_step(view: View, node: ast.AST, name: str, value: ast.expr) -> bool:
    if not isinstance(value, ast.Subscript) or isinstance(value.slice, ast.Slice | ast.Constant | ast.UnaryOp):
        return False
    owner = value.value
    if key(owner) == name:
        return key(value.slice) != name
    if key(value.slice) == name:
        return any(isinstance(one, ast.IfExp) for one in view.made_of(owner, view.program.loop_of[node]))
    if isinstance(owner, ast.Attribute) and key(owner.value) == name:
        return True
    return len(indices(value)) == 2 and key(indices(value)[0]) == name
