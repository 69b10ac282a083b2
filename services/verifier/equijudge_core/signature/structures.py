"""Features from data structures, built-in and hand-made."""

from __future__ import annotations

import ast

from equijudge_core.signature.names import called, dotted, key
from equijudge_core.signature.program import Loop, stores
from equijudge_core.signature.simplify import number, same
from equijudge_core.signature.view import Findings, View, base, indices, subscripts

_HASH = frozenset({"dict", "collections.defaultdict", "collections.Counter", "collections.OrderedDict"})
_HEAP = frozenset(
    {f"heapq.{verb}" for verb in ("heappush", "heappop", "heapify", "heapreplace", "heappushpop", "merge")}
)
_HEAP_SELECT = frozenset({"heapq.nlargest", "heapq.nsmallest"})


def hashing(view: View) -> Findings:
    """Hash maps and sets that are looked up; ranks of sorted values are `compression`, constant tables nothing."""
    for node in view.program.all(ast.Dict, ast.DictComp, ast.Call):  # type: ignore[type-var]
        if isinstance(node, ast.Call) and called(node) not in _HASH:
            continue
        if _is_ranking(node):
            yield "compression", node
        elif not (isinstance(node, ast.Dict) and node.keys and _is_constant(node.keys)):
            yield "hash map", node
    for made in view.program.all(ast.Set, ast.SetComp, ast.Call):  # type: ignore[type-var]
        if isinstance(made, ast.Call) and called(made) not in ("set", "frozenset"):
            continue
        above = [called(node) for node in view.program.above(made)]
        if isinstance(made, ast.Set) and _is_constant(made.elts):
            continue
        if "sorted" in above[:2] or "len" in above[:1]:
            yield "distinct", made
        else:
            yield "set", made


def _is_constant(nodes: list[ast.expr | None] | list[ast.expr]) -> bool:
    return all(isinstance(node, ast.Constant) for node in nodes)


def _is_ranking(node: ast.AST) -> bool:
    """{value: place for place, value in enumerate(sorted(…))}"""
    if not isinstance(node, ast.DictComp):
        return False
    made = node.generators[0].iter
    return called(made) == "enumerate" and isinstance(node.value, ast.Name | ast.BinOp)


def queues(view: View) -> Findings:
    """Deques and heaps."""
    for call in view.program.all(ast.Call):
        name = called(call)
        if name in ("collections.deque", "queue.Queue"):
            yield "deque", call
        if name in _HEAP or name == "queue.PriorityQueue":
            yield "heap", call
        if name in _HEAP_SELECT:
            yield "heap", call


def union_find(view: View) -> Findings:
    """Parents followed to a root (`while p[x] != x: x = p[x]`, or a recursive find that stores what it found)."""
    for node in view.program.all(ast.Assign):
        for target, value in stores(node):
            name = base(target) if isinstance(target, ast.Subscript) else None
            if name is None or len(indices(target)) != 1 or not _has_root_test(view, name):
                continue
            place = indices(target)[0]
            if isinstance(value, ast.Call) and view.callees(value) and _returns_itself(view, node, name):
                if any(same(found.slice, place) for found in subscripts(value.args, name)):  # type: ignore[arg-type]
                    yield "union-find", node
            if isinstance(value, ast.Subscript) and base(value) == name and isinstance(value.slice, ast.Subscript):
                if base(value.slice) == name and same(value.slice.slice, place):
                    yield "union-find", node
    for loop in view.whiles():
        chased = {name for one in view.nodes(loop) for name in _chased(one)} | _chased_by_walrus(view, loop)
        for array, item in chased:
            if array in _names(loop.test) and item in _names(loop.test) and _linked_elsewhere(view, loop, array):
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


def _chased_by_walrus(view: View, loop: Loop) -> set[tuple[str, str]]:
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


def _chased(node: ast.AST) -> list[tuple[str, str]]:
    """x = p[x]"""
    return [
        (array, item)
        for target, value in stores(node)
        if (item := key(target)) and isinstance(value, ast.Subscript) and (array := base(value))
        if key(value.slice) == item
    ]


def _walrus(node: ast.expr) -> ast.expr:
    return node.value if isinstance(node, ast.NamedExpr) else node


def _names(node: ast.AST | None) -> set[str]:
    return {name for child in ast.walk(node) if (name := key(child))} if node is not None else set()


def _linked_elsewhere(view: View, loop: Loop, array: str) -> bool:
    """Whether parents are given as list(range(n)) somewhere: each its own root."""
    test = loop.test
    compared = [node for node in ast.walk(test) if isinstance(node, ast.Compare)] if test is not None else []
    return any(
        isinstance(side, ast.Subscript) and base(side) == array and same(side.slice, other)
        for one in compared
        for left, right in [(_walrus(one.left), _walrus(one.comparators[0]))]
        for side, other in ((left, right), (right, left))
    )


def _returns_itself(view: View, node: ast.AST, array: str) -> bool:
    """Whether a function that stores its own result returns it: a find, not a memo (which adds things up)."""
    unit = view.program.unit_of[node]
    return bool(view.ring(unit)) and len(view.self_calls(unit)) == 1 and len(unit.parameters) <= 2


def fenwick(view: View) -> Findings:
    """`i & -i` (or `i & (i + 1)`, `i | (i + 1)`) steps over a table that is read or changed at i."""
    for node in view.program.all(ast.BinOp, ast.AugAssign):  # type: ignore[type-var]
        name = _lowest_bit(node)
        if name is None or not _steps(view, node, name):
            continue
        loop = view.program.loop_of[node]
        place = [one for one in (subscripts(view.nodes(loop)) if loop else []) if name in _names(one.slice)]
        if place:
            if loop:
                view.amortised.add(loop)
            yield "fenwick tree", node
        else:
            yield "lowest bit", node


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
    """A node made of its children 2i and 2i + 1 of the same table, a path to the root that changes it, or a recursion."""
    for loop in view.program.loops:
        if loop.light or not isinstance(loop.node, ast.For | ast.While):
            continue
        nodes = view.nodes(loop)
        tables = {base(one) for one in subscripts(nodes) if isinstance(one.ctx, ast.Store)} - {None}
        for name in sorted(filter(None, tables)):
            children = {_child(one.slice) for one in subscripts(nodes, name)}
            if {0, 1} <= children and not any(_is_swap(node) for node in nodes):
                yield "segment tree", loop.node
        climbing = {key(node.target) for node in nodes if isinstance(node, ast.AugAssign) and _halves(node)} - {None}
        for one in subscripts(nodes):
            if isinstance(one.ctx, ast.Store) and key(one.slice) in climbing & _names(loop.test):
                view.amortised.add(loop)
                yield "segment tree", loop.node
    for unit in view.program.units:
        passed = {_child(argument) for call in view.self_calls(unit) for argument in call.args}
        if {0, 1} <= passed and len(unit.parameters) >= 2:
            yield "segment tree", unit.node
    for loop in view.whiles():
        halved = {key(node.target) for node in view.nodes(loop) if _halves(node)}
        if len(halved) == 2 and isinstance(loop.test, ast.Compare) and halved <= _names(loop.test):
            parity = [node for node in view.nodes(loop) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod)]
            if {key(one.left) for one in parity} & halved:
                view.amortised.add(loop)
                yield "segment tree", loop.node


def _halves(node: ast.AST) -> bool:
    return isinstance(node, ast.AugAssign) and isinstance(node.op, ast.FloorDiv) and number(node.value) == 2


def _child(node: ast.AST) -> int | None:
    """0 for 2i, 1 for 2i + 1 (or 2i ^ 1, 2i + 2 of a tree that begins at 0)."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and number(node.right) == 2:
        return 0
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.BitXor | ast.BitOr):
        doubled = _child(node.left) == 0
        return 1 if doubled and number(node.right) in (1, 2) else None
    return None


def _is_swap(node: ast.AST) -> bool:
    pairs = list(stores(node))
    return len(pairs) > 1 and all(isinstance(target, ast.Subscript) for target, _ in pairs)


def doubling_table(view: View) -> Findings:
    """Sparse tables and binary lifting: level j made from level j - 1, a power of two further on."""
    for node in view.program.all(ast.Call, ast.Assign):  # type: ignore[type-var]
        parts = list(ast.walk(node))
        shifted = any(_is_power_of_two(one) for sub in subscripts(parts) for one in ast.walk(sub.slice))
        jumps = any(
            isinstance(sub.slice, ast.Subscript) and base(sub) == base(sub.slice) and len(indices(sub)) == 2
            for sub in subscripts(parts)
        )
        if isinstance(node, ast.Assign) and jumps and len(indices(node.targets[0])) == 2:
            yield "doubling table", node
        elif shifted and isinstance(node, ast.Call) and called(node) in ("min", "max", "math.gcd"):
            yield "doubling table", node


def _is_power_of_two(node: ast.AST) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.LShift) and number(node.left) == 1


def automaton(view: View) -> Findings:
    """A walk from node to node by letters or digits: `node = node[c]`, `state = table[state][c]`, `t.setdefault(c, {})`."""
    for node in view.program.all(ast.Assign):
        if view.program.loop_of[node] is None:
            continue
        for target, assigned in stores(node):
            name = key(target)
            either = [assigned.body, assigned.orelse] if isinstance(assigned, ast.IfExp) else [assigned]
            if name is not None and any(_is_step(view, node, name, _looked_up(value)) for value in either):
                yield "automaton", node


def _looked_up(value: ast.expr) -> ast.expr:
    """t.get(c) and t.setdefault(c, x) as t[c]"""
    if isinstance(value, ast.Call) and called(value) in (".get", ".setdefault") and value.args:
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


def linked_list(view: View) -> Findings:
    """nxt[prv[i]] = nxt[i]: neighbours joined around an item that goes."""
    for node in view.program.all(ast.Assign):
        for target, value in stores(node):
            if (
                isinstance(target, ast.Subscript)
                and isinstance(target.slice, ast.Subscript | ast.Name)
                and isinstance(value, ast.Subscript)
                and base(target) == base(value)
                and isinstance(target.slice, ast.Subscript)
                and base(target.slice) != base(target)
            ):
                yield "linked list", node


def bits(view: View) -> Findings:
    """Subsets as bit masks, whole sets as bits of one integer, and exclusive or as a sum."""
    for node in view.program.all(ast.BinOp):
        if _is_power_of_two(node):
            above = list(view.program.above(node))[:2]
            if any(called(one) == "range" for one in above):
                yield "subset masks", node
            elif any(
                isinstance(one, ast.BinOp | ast.AugAssign) and isinstance(one.op, ast.BitAnd | ast.BitOr | ast.BitXor)
                for one in above
            ):  # noqa: E501
                yield "bit mask", node
        if _is_bit_parallel(view, node):
            yield "bit parallel", node
        if isinstance(node.op, ast.RShift) and any(
            isinstance(one, ast.BinOp) and isinstance(one.op, ast.Mod) for one in list(view.program.above(node))[:1]
        ):
            yield "bit mask", node
    for change in view.program.all(ast.AugAssign):
        if isinstance(change.op, ast.BitOr | ast.Add | ast.BitXor) and any(
            isinstance(one, ast.BinOp) and isinstance(one.op, ast.LShift) and same(one.left, change.target)
            for one in ast.walk(change.value)
        ):
            yield "bit parallel", change
        if isinstance(change.op, ast.BitXor) and view.program.loop_of[change]:
            yield "exclusive or", change


def _is_bit_parallel(view: View, node: ast.BinOp) -> bool:
    """A whole word of bits moved and combined at once, or a run of ones made."""
    if isinstance(node.op, ast.Sub):
        return _is_power_of_two(node.left) and _is_power_of_two(node.right)
    if isinstance(node.op, ast.LShift):
        ones = node.left
        return isinstance(ones, ast.BinOp) and isinstance(ones.op, ast.Sub) and _is_power_of_two(ones.left)
    if not isinstance(node.op, ast.BitAnd | ast.BitOr):
        return False
    combined = [one for one in ast.walk(node) if isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitAnd | ast.BitOr | ast.BitXor)]
    if len(combined) >= 3 and not any(_is_power_of_two(one) for one in ast.walk(node)):
        return True
    moved = [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.BinOp)
        and (isinstance(one.op, ast.LShift | ast.RShift) or isinstance(one.op, ast.Mult) and _is_two_power(one.right))
        and key(one.left) is not None
    ]
    assigned = {key(target) for above in view.program.above(node) for target, _ in stores(above)} - {None}
    return bool(moved) and bool(assigned) and isinstance(node.op, ast.BitAnd)


def _is_two_power(node: ast.AST) -> bool:
    value = number(node)
    return value is not None and value > 1 and value & (value - 1) == 0


def subsets(view: View) -> Findings:
    """A value kept for every set of items, as a mask: stored at `mask | 1 << j`, or at `mask ^ bit`."""
    for node in view.program.all(ast.Assign, ast.AugAssign):  # type: ignore[type-var]
        for target, _ in stores(node):
            if isinstance(target, ast.Subscript) and view.program.loop_of[node] is not None:
                parts = [one for value in view.made_of(target.slice, view.program.loop_of[node]) for one in ast.walk(value)]
                joined = any(isinstance(one, ast.BinOp) and isinstance(one.op, ast.BitOr | ast.BitXor) for one in parts)
                if joined and any(_is_power_of_two(one) for one in parts):
                    yield "subset masks", node


def tables(view: View) -> Findings:
    """Tables of counts at places that are values, not positions: `count[x] += 1`."""
    for node in view.program.all(ast.AugAssign):
        target = node.target
        if isinstance(target, ast.Subscript) and isinstance(node.op, ast.Add) and number(node.value) is not None:
            if view.holds(target.value, "dict"):
                yield "counting", node
            elif isinstance(target.slice, ast.Name | ast.BinOp | ast.Subscript | ast.Call):
                yield "count table", node


def blocks(view: View) -> Findings:
    """Sums kept per block: `block[i // width] += x`."""
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.target, ast.Subscript):
            parts = [node.target.slice]
            unit = view.program.unit_of[node]
            for other in view.program.all(ast.Assign):
                if view.program.unit_of[other] is unit:
                    parts += [value for target, value in stores(other) if key(target) == key(node.target.slice) is not None]
            for part in parts:
                if isinstance(part, ast.BinOp) and isinstance(part.op, ast.FloorDiv):
                    if number(part.right) is None or (number(part.right) or 0) > 9:
                        yield "blocks", node


def differences(view: View) -> Findings:
    """d[l] += x and d[r] -= x: changes at the ends of a range."""
    added = [node for node in view.program.all(ast.AugAssign) if isinstance(node.op, ast.Add)]
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.op, ast.Sub) and isinstance(node.target, ast.Subscript):
            for other in added:
                if base(other.target) == base(node.target) and same(other.value, node.value):
                    if view.program.parents.get(node) is view.program.parents.get(other):
                        if not same(other.target, node.target):
                            yield "difference array", node


def deletions(view: View) -> Findings:
    """Items taken out of the middle of a list."""
    for node in view.program.all(ast.Delete):
        for target in node.targets:
            if isinstance(target, ast.Subscript) and view.holds(target.value, "list"):
                if not view.holds(target.value, "dict") and number(target.slice) != -1:
                    yield "list deletion", node
    for call in view.program.calls(".pop"):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if call.args and number(call.args[0]) is None and len(call.args) == 1 and view.holds(owner, "list"):
            yield "list deletion", call


def strings(view: View) -> Findings:
    """Text built piece by piece, and numbers as text."""
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.op, ast.Add) and view.holds(node.value, "str") and view.program.loop_of[node]:
            yield "text builder", node
    for name in view.program.all(ast.Name):
        if dotted(name) == "string.ascii_lowercase":
            yield "alphabet", name
