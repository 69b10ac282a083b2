"""Features from what holds the data: hash maps, sets, queues, tables."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import keys_in, stores
from equijudge_core.signature.view import Findings, View, base, owner, subscripts

_HASH = frozenset({"dict", "collections.defaultdict", "collections.Counter", "collections.OrderedDict"})
_HEAP = frozenset(
    {f"heapq.{verb}" for verb in ("heappush", "heappop", "heapify", "heapreplace", "heappushpop")}
    | {"heapq.nlargest", "heapq.nsmallest"}
)


def hashing(view: View) -> Findings:
    """Hash maps and sets; ranks of sorted values are `compression`, constant tables nothing."""
    for node in view.program.all(ast.Dict, ast.DictComp, ast.Call):
        if isinstance(node, ast.Call) and call_name(node) not in _HASH:
            continue
        if call_name(node) == "collections.Counter":
            yield "counts", node
        if _is_ranking(view, node):
            yield "compression", node
        elif not (isinstance(node, ast.Dict) and node.keys and _is_constant(node.keys) and not _is_filled(view, node)):
            yield "hash", node
    for made in view.program.all(ast.Set, ast.SetComp, ast.Call):
        if isinstance(made, ast.Call) and call_name(made) not in ("set", "frozenset"):
            continue
        above = [call_name(node) for node in view.program.above(made)]
        plain = isinstance(made, ast.Call) and bool(made.args) and key(made.args[0]) is not None
        if isinstance(made, ast.Set) and _is_constant(made.elts):
            continue
        walked = any(loop.iterable is made for loop in view.program.loops) or _is_all_equal(view, made)
        if "sorted" in above[:2] or ("len" in above[:1] and plain) or walked:
            yield "distinct", made
        else:
            yield "hash", made


def _is_all_equal(view: View, made: ast.AST) -> bool:
    """len({…}) == 1"""
    above = list(view.program.above(made))[:2]
    compared = above[1] if len(above) == 2 and call_name(above[0]) == "len" else None
    return isinstance(compared, ast.Compare) and number(compared.comparators[0]) == 1


def membership_lists(view: View) -> Findings:
    """A list to which is put what is not in it yet: a set."""
    grown = {
        (ast.dump(call.func.value), ast.dump(call.args[0]))
        for call in view.program.calls(".append")
        if call.args and isinstance(call.func, ast.Attribute)
    }
    for asked in view.program.all(ast.Compare):
        if (
            isinstance(asked.ops[0], ast.In | ast.NotIn)
            and (ast.dump(asked.comparators[0]), ast.dump(asked.left)) in grown
        ):
            yield "hash", asked


def marks(view: View) -> Findings:
    """present[x] = True for every item x: a set, kept as a table."""
    for node in view.program.all(ast.Assign):
        loop = view.program.loop_of[node]
        if (
            not isinstance(node.value, ast.Constant)
            or loop is None
            or call_name(loop.iterable) in ("range", "enumerate")
        ):
            continue
        for target in node.targets:
            if isinstance(target, ast.Subscript) and isinstance(loop.target, ast.Name):
                place = target.slice.args[0] if call_name(target.slice) == "int" else target.slice  # type: ignore[attr-defined]
                if key(place) == key(loop.target):
                    yield "hash", node


def partners(view: View) -> Findings:
    """A hash map or a table of counts asked for what is missing: `count[total - x]`, `total - x in seen`."""
    for node in view.program.all(ast.Subscript, ast.Compare, ast.Call):
        if isinstance(node, ast.Subscript):
            owner, asked = node.value, node.slice
        elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            owner, asked = node.comparators[0], node.left
        elif (
            isinstance(node, ast.Call)
            and call_name(node) == ".get"
            and isinstance(node.func, ast.Attribute)
            and node.args
        ):
            owner, asked = node.func.value, node.args[0]
        else:
            continue
        if view.holds(owner, "dict") or view.holds(owner, "set"):
            parts = [asked] if isinstance(asked, ast.BinOp) else view.made_of(asked, view.program.loop_of[node])
            if any(
                isinstance(one, ast.BinOp) and isinstance(one.op, ast.Sub | ast.BitXor) and number(one.right) is None
                for one in parts
            ):
                yield "partner", node


def _is_constant(nodes: list[ast.expr | None] | list[ast.expr]) -> bool:
    return all(isinstance(node, ast.Constant) for node in nodes)


def _is_filled(view: View, node: ast.Dict) -> bool:
    """Whether a literal dictionary is the beginning of one that grows."""
    made = view.program.parents.get(node)
    names = {key(target) for target, value in stores(made) if value is node} if made is not None else set()
    stored = {base(one) for one in view.program.all(ast.Subscript) if isinstance(one.ctx, ast.Store)}
    called_on = {
        key(one.func.value)
        for one in view.program.calls(".setdefault", ".update")
        if isinstance(one.func, ast.Attribute)
    }
    return bool((names - {None}) & (stored | called_on))


def _is_ranking(view: View, node: ast.AST) -> bool:
    """{value: place for place, value in enumerate(sorted(…))}"""
    if not isinstance(node, ast.DictComp):
        return False
    made = node.generators[0].iter
    if call_name(made) != "enumerate" or not isinstance(node.value, ast.Name | ast.BinOp):
        return False
    ranked = made.args[0]  # type: ignore[attr-defined]
    name = key(ranked)
    values = [ranked] if name is None else [view.single_values[name]] if name in view.single_values else []
    sorted_in_place = {owner(call) for call in view.program.calls(".sort")}
    return name in sorted_in_place - {None} or any(
        call_name(one) in ("sorted", "set", "dict.fromkeys") for one in values
    )


def queues(view: View) -> Findings:
    """Deques and heaps."""
    for call in view.program.all(ast.Call):
        name = call_name(call)
        if name in ("collections.deque", "queue.Queue", "queue.SimpleQueue"):
            yield "deque", call
        if name in _HEAP or name == "queue.PriorityQueue":
            yield "heap", call


def own_heaps(view: View) -> Findings:
    """A heap by hand: an item swapped with its parent at (i - 1) // 2 or i // 2, or its child at 2 * i + 1 or 2 * i."""
    for loop in view.program.loops:
        if not isinstance(loop.node, ast.While | ast.For):
            continue
        for node in view.nodes(loop):
            pairs = list(stores(node))
            if len(pairs) != 2 or not all(isinstance(target, ast.Subscript) for target, _ in pairs):
                continue
            places = [target.slice for target, _ in pairs]  # type: ignore[attr-defined]
            made = [one for place in places for one in view.made_of(place, loop)]
            if any(_is_parent(one) or _is_child(one) for one in made) and same(pairs[0][1], pairs[1][0]):
                yield "heap", node


def _is_parent(node: ast.AST) -> bool:
    halved = isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv) and number(node.right) == 2
    return halved and len(keys_in(node.left)) == 1  # type: ignore[attr-defined]


def _is_child(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and number(node.right) in (1, 2):
        node = node.left
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and number(node.right) == 2


def counts(view: View) -> Findings:
    """Tables of counts at places that are values, not positions: `count[x] += 1`."""
    for node in view.program.all(ast.AugAssign):
        target = node.target
        if isinstance(target, ast.Subscript) and isinstance(node.op, ast.Add) and number(node.value) is not None:
            hidden = {name for one in subscripts(list(ast.walk(target.slice))) for name in keys_in(one.slice)}
            if view.holds(target.value, "dict") or not view.counters & (keys_in(target.slice) - hidden):
                yield "counts", node


def differences(view: View) -> Findings:
    """d[l] += x and d[r] -= x: changes at the ends of a range."""
    added = [node for node in view.program.all(ast.AugAssign) if isinstance(node.op, ast.Add)]
    summed = _sums(view)
    for node in view.program.all(ast.AugAssign):
        if isinstance(node.op, ast.Sub) and isinstance(node.target, ast.Subscript) and base(node.target) in summed:
            for other in added:
                if base(other.target) == base(node.target) and same(other.value, node.value):
                    if view.program.parents.get(node) is view.program.parents.get(other):
                        if not same(other.target, node.target):
                            yield "difference array", node


def _sums(view: View) -> set[str | None]:
    """Tables of which running sums are made: s += d[i], for x in d: s += x, accumulate(d), d[i] += d[i - 1]."""
    found: set[str | None] = set()
    for node in view.program.all(ast.AugAssign):
        loop = view.program.loop_of[node]
        if loop is not None and isinstance(node.op, ast.Add):
            for source in view.made_of(node.value, loop):
                parts = list(ast.walk(source))
                found |= {base(one) for one in subscripts(parts)}
                found |= {owner(one) for one in parts if call_name(one) == ".get"}
            for by in (loop, *loop.around()):
                if keys_in(by.target) & keys_in(node.value):
                    found |= keys_in(by.iterable)
    for made in view.program.all(ast.Assign):
        for target, value in stores(made):
            if isinstance(target, ast.Subscript):
                found |= {base(one) for one in subscripts(list(ast.walk(value)))} & {base(target)}
    for call in view.program.calls("itertools.accumulate", ".append", "sum"):
        found |= {name for argument in call.args for name in keys_in(argument)}
    return found


def doubled_text(view: View) -> Findings:
    """(s + s).find(s, 1): a text searched in itself, twice"""
    twice = [
        node
        for node in view.program.all(ast.BinOp)
        if (isinstance(node.op, ast.Add) and key(node.left) and same(node.left, node.right))
        or (isinstance(node.op, ast.Mult) and number(node.right) == 2 and view.holds(node.left, "str"))
    ]
    if any(view.program.calls(".find", ".index", ".startswith")) or any(
        isinstance(one.ops[0], ast.In) and one.comparators[0] in twice for one in view.program.all(ast.Compare)
    ):
        yield from (("doubled text", node) for node in twice)


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
    for kept in view.program.all(ast.Assign):
        for target, value in stores(kept):
            if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Add) and view.program.loop_of[kept]:
                sides = [value.left, value.right]
                if all(isinstance(one, ast.Subscript) and isinstance(one.slice, ast.Slice) for one in sides):
                    if {base(one) for one in sides} == {key(target)} and view.holds(
                        target, "list"
                    ):  # a = a[:i] + a[j:]
                        yield "list deletion", kept
