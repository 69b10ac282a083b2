"""Control flow: how deep loops nest through calls, and what kind of recursion there is."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Sequence, Set
from itertools import combinations, product

from equijudge_core.programs.canonical.expressions import number, same
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.memoization import has_memo
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.rules.loop_extents import halves
from equijudge_core.signature.view import Findings, View, base, indices, owner, subscripts

DEEPEST = 3
_SCANNING = frozenset({".count", ".index"})  # methods that go over a whole list


def loops(view: View) -> Findings:
    """`loops:N`: loops within loops, called functions' included; reading and amortised loops are no level."""
    levels = {unit: _unit_depth(view, unit, frozenset()) for unit in view.program.units[:1]}
    depth, node = max(levels.values(), key=lambda level: level[0])
    yield f"loops:{min(depth, DEEPEST)}", node


def _unit_depth(view: View, unit: Unit, open_: frozenset[Unit]) -> tuple[int, ast.AST]:
    """The deepest nesting that starts in a function, with its innermost node."""
    deepest: tuple[int, ast.AST] = (0, unit.node)
    if unit in open_ or len(open_) > 50:
        return deepest
    for loop in view.program.loops:
        if loop.unit is unit:
            deepest = max(deepest, (_level(view, loop), loop.node), key=lambda level: level[0])
    for call in view.program.calls_by_unit[unit]:
        here = _level(view, view.program.loop_of[call])
        here += sum(not (one.light or one in view.amortised) for one in view.program.loops if one.node is call)
        if call_name(call) in _SCANNING and not _is_digits(view, call):
            deepest = max(deepest, (here + 1, call), key=lambda one: one[0])
        for callee in view.callees(call):
            level, node = _unit_depth(view, callee, open_ | {unit})
            deepest = max(deepest, (here + level, node), key=lambda one: one[0])
    for asked in view.program.all(ast.Compare):
        if view.program.unit_of[asked] is unit and isinstance(asked.ops[0], ast.In | ast.NotIn):
            if view.types.types_of(asked.comparators[0]) in ({"list"}, {"list", "grid"}) or _is_row(view, asked):
                deepest = max(deepest, (_level(view, view.program.loop_of[asked]) + 1, asked), key=lambda one: one[0])
    return (deepest[0] + 1, deepest[1]) if view.ring(unit) and not halves(view, unit) else deepest


def _is_digits(view: View, call: ast.Call) -> bool:
    """bin(x).count("1")"""
    return any(call_name(one) in ("bin", "str", "format") for one in ast.walk(call.func))


def _is_row(view: View, asked: ast.Compare) -> bool:
    """x in row, for row in rows"""
    row = key(asked.comparators[0])
    return (
        row is not None
        and not view.types.types_of(asked.comparators[0])
        and any(row == key(loop.target) for loop in view.program.loops)
    )


def _level(view: View, loop: Loop | None) -> int:
    if loop is None:
        return 0
    return sum(one.weight for one in (loop, *loop.around()) if not (one.light or one in view.amortised))


def recursion(view: View) -> Findings:
    """Recursion with a memo, over the two sides of a place, over a tree or a graph, or through all possibilities."""
    for unit in view.program.units:
        calls = view.self_calls(unit)
        if not calls:
            continue
        yield "recursion", unit.node
        if has_memo(view, unit):
            yield "memo", unit.node
        elif splits(
            view, unit, [call.args for call in calls], set(unit.parameters), _variables_tried(view, unit, calls)
        ):
            yield ("binary search" if _alternatives(view, calls) else "divide and conquer"), unit.node
        elif _undoes(view, unit, calls) or _unmarks(view, unit):
            yield "exhaustive recursion", unit.node
        elif _marks(view, unit) and (len(calls) > 1 or view.program.loop_of[calls[0]] is not None):
            yield "depth-first search", unit.node
        elif any(_over_neighbours(view.program.loop_of[call], unit, call) for call in calls):
            used = any(not isinstance(view.program.parents.get(call), ast.Expr) for call in calls)
            yield ("tree sums" if used else "depth-first search"), unit.node
        elif len(view.ring(unit)) > 1:
            yield "mutual recursion", unit.node
        elif (len(calls) > 1 and not _alternatives(view, calls)) or view.program.loop_of[calls[0]] is not None:
            yield "exhaustive recursion", unit.node


def _variables_tried(view: View, unit: Unit, calls: Sequence[ast.Call]) -> set[str]:
    """What loops around calls count: every place in turn, not one that is chosen."""
    around = [one for call in calls if (loop := view.program.loop_of[call]) for one in (loop, *loop.around())]
    return {name for one in around if one.unit is unit for name in view.counters_of(one)}


def two_halves(view: View) -> Findings:
    """A function that does not recur, called on the two slices of a list."""
    for unit in view.program.units:
        own = [
            [view.single_values.get(key(one) or "", one) for one in call.args]
            for call in view.program.all(ast.Call)
            if unit in view.program.by_name.get(own_call_name(call), [])
        ]
        if not view.ring(unit) and any(_are_halves(one, other) for one, other in combinations(own, 2)):
            yield "two halves", unit.node


def own_call_name(call: ast.Call) -> str:
    """The name by which one of the program's own functions is called."""
    return call.func.id if isinstance(call.func, ast.Name) else f".{getattr(call.func, 'attr', '')}"


def _are_halves(one: Sequence[ast.expr], other: Sequence[ast.expr], tried: Set[str] = frozenset()) -> bool:
    """a[:m] and a[m:]"""
    return any(
        isinstance(left, ast.Subscript)
        and isinstance(right, ast.Subscript)
        and same(left.value, right.value)
        and (_ends_where(left, right, tried) or _ends_where(right, left, tried))
        for left, right in product(one, other)
    )


def splits(
    view: View,
    unit: Unit,
    arguments: Sequence[Sequence[ast.expr]],
    given: set[str],
    tried: Set[str] = frozenset(),
) -> bool:
    """Whether two lists of arguments are the two sides of a place that was found here: (l, m) and (m, r), or slices.

    `given` are the variables that hold the whole, `tried` those that take every place in turn.
    """
    made: dict[str, list[ast.expr]] = defaultdict(list)
    for statement in unit.body:
        for node in view.program.inside(statement):
            for target, value in stores(node):
                if (name := key(target)) and name not in given:
                    made[name].append(value)

    def whole(argument: ast.expr) -> ast.expr:
        values = made.get(key(argument) or "", [])
        return values[0] if len(values) == 1 and isinstance(values[0], ast.Subscript) else argument

    for one, other in combinations([[whole(argument) for argument in some] for some in arguments], 2):
        for (i, left), (j, right) in product(enumerate(one), enumerate(other)):
            if i != j and _places(left) & _places(right) - given - tried:
                return True
        if _are_halves(one, other, tried):
            return True
    return False


def _places(argument: ast.expr) -> set[str]:
    """Variables that an argument is, but for a constant; `/2` stands for a middle that has no name."""
    if isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.FloorDiv) and number(argument.right) == 2:
        return {"/2"} if len(keys_in(argument.left)) > 1 else set()
    if isinstance(argument, ast.BinOp) and number(argument.right) is not None:
        return _places(argument.left)
    return {name} if (name := key(argument)) else set()


def _ends_where(one: ast.Subscript, other: ast.Subscript, tried: Set[str]) -> bool:
    """a[:m] and a[m:], or a[m + 1:]"""
    if not isinstance(one.slice, ast.Slice) or not isinstance(other.slice, ast.Slice):
        return False
    if number(one.slice.step) == number(other.slice.step) == 2:  # a[::2] and a[1::2]
        return not number(one.slice.lower) and number(other.slice.lower) == 1
    upper, lower = one.slice.upper, other.slice.lower
    if upper is None or lower is None or keys_in(upper) & keys_in(lower) & tried:
        return False
    return bool(keys_in(upper) & keys_in(lower))


def _undoes(view: View, unit: Unit, calls: list[ast.Call]) -> bool:
    """Something done before a call is taken back after it, or after the loop in which the call stands."""
    for call in calls:
        statement = next((one for one in view.program.above(call) if isinstance(one, ast.stmt)), None)
        done: set[str] = set()
        within = False
        while statement is not None:
            block = _block_of(view, statement)
            place = block.index(statement) if statement in block else len(block)
            earlier = set().union(*map(_changes, block[:place]), set())
            if not within:
                done |= earlier
            if done & set().union(*map(_changes, block[place + 1 :]), set()):
                return True
            statement = next((one for one in view.program.above(statement) if isinstance(one, ast.stmt)), None)
            within = within or isinstance(statement, ast.For | ast.While)
    return False


def _unmarks(view: View, unit: Unit) -> bool:
    """Whether every mark that is asked for is set on the way in and taken back on the way out: paths, not places."""
    own = [node for statement in unit.body for node in view.program.inside(statement)]
    entered: set[str | None] = set()
    cleared: set[str | None] = set()
    for node in own:
        for target, value in stores(node):
            if isinstance(target, ast.Subscript) and isinstance(value, ast.Constant):
                (entered if value.value else cleared).add(base(target))
        if call_name(node) in (".add", ".append"):
            entered.add(owner(node))
        elif call_name(node) in (".remove", ".discard", ".pop"):
            cleared.add(owner(node))
    marked = (entered - {None}) & _variables_asked(own)
    return bool(marked) and marked <= cleared


def _variables_asked(nodes: Sequence[ast.AST]) -> set[str]:
    """The variables in conditions."""
    return {name for node in nodes for test in conditions(node) for name in keys_in(test)}


def conditions(node: ast.AST) -> list[ast.expr]:
    """Those of an `if`, an expression with `if`, or a generator."""
    if isinstance(node, ast.If | ast.IfExp):
        return [node.test]
    return [*node.ifs] if isinstance(node, ast.comprehension) else []


def _block_of(view: View, statement: ast.AST) -> list[ast.AST]:
    parent = view.program.parents.get(statement, view.program.unit_of[statement].node)
    for name in ("body", "orelse"):
        block = getattr(parent, name, None)
        if isinstance(block, list) and statement in block:
            return block
    return []


def _changes(statement: ast.AST) -> set[str]:
    """What a statement changes in place."""
    changed = {base(target) or "" for target, _ in stores(statement) if isinstance(target, ast.Subscript)}
    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            parts = target.elts if isinstance(target, ast.Tuple) else [target]
            changed |= {base(part) or "" for part in parts if isinstance(part, ast.Subscript)}
    if isinstance(statement, ast.Expr) and call_name(statement.value) in (
        ".append", ".pop", ".add", ".remove", ".discard",
    ):  # fmt: skip
        changed.add(base(statement.value.func.value) or "")  # type: ignore[attr-defined]
    return changed - {""}


def _marks(view: View, unit: Unit) -> bool:
    """Whether places are marked as seen: a store of a constant, or an addition to a set, that is asked for too."""
    ring = view.ring(unit)
    nodes = [node for one in ring for statement in one.body for node in view.program.inside(statement)]
    marked = {base(target) for node in nodes for target, _ in stores(node) if isinstance(target, ast.Subscript)}
    marked |= {base(node.func.value) for node in nodes if call_name(node) in (".add", ".remove", ".discard")}  # type: ignore[attr-defined]
    return bool((marked - {None}) & _variables_asked(nodes))


def _over_neighbours(loop: Loop | None, unit: Unit, call: ast.Call) -> bool:
    """f(u, …) for u in neighbours[v], v being a parameter"""
    iterable = loop.iterable if loop is not None else None
    if loop is None or not isinstance(iterable, ast.Subscript) or key(iterable.slice) not in unit.parameters:
        return False
    given = [*call.args, *(word.value for word in call.keywords)]
    return any(keys_in(one) & keys_in(loop.target) for one in given if key(one) or isinstance(one, ast.Call))


def tree_sums(view: View) -> Findings:
    """A vertex's value made of those of its neighbours, or its parent's of it in the reverse of the order found."""
    for node in view.program.all(ast.Assign, ast.AugAssign):
        loop = view.program.loop_of[node]
        for target, value in stores(node):
            if not isinstance(target, ast.Subscript):
                continue
            at = key(indices(target)[0])
            made = [value] if loop is None else view.made_of(value, loop)
            loads = [one for root in made for one in _loads(root) if base(one) == base(target)]
            for one in loads:
                child = key(indices(one)[0])
                if child and any(_goes_to(by, at, child) for by in _loops_at(view, value, loop)):
                    yield "tree sums", node
            for by in [loop] if loop is not None and _is_backwards(view, loop) else []:
                parents = [one for one in view.made_of(indices(target)[0], by) if isinstance(one, ast.Subscript)]
                if any(key(indices(one)[0]) == key(up.slice) is not None for up in parents for one in loads):
                    yield "tree sums", node


def _loads(root: ast.AST) -> list[ast.Subscript]:
    return list(subscripts(list(ast.walk(root))))


def _loops_at(view: View, value: ast.expr, loop: Loop | None) -> list[Loop]:
    """The loops around a statement, and those of comprehensions in the value that it stores."""
    inner = set(ast.walk(value))
    return [one for one in view.program.loops if one.node in inner] + ([loop, *loop.around()] if loop else [])


def _goes_to(loop: Loop, vertex: str | None, neighbour: str) -> bool:
    """for u in neighbours[v]"""
    walked = loop.iterable
    return (
        isinstance(walked, ast.Subscript)
        and key(walked.slice) == vertex is not None
        and neighbour in keys_in(loop.target)
    )


def _is_backwards(view: View, loop: Loop) -> bool:
    """Over reversed(order) or order[::-1], from order.pop() to order.pop(), or down a range."""
    walked = loop.iterable
    if walked is None:
        return any(call_name(node) == ".pop" and not node.args for node in view.nodes(loop))  # type: ignore[attr-defined]
    if call_name(walked) == "reversed":
        return True
    if isinstance(walked, ast.Subscript) and isinstance(walked.slice, ast.Slice):
        return number(walked.slice.step) == -1
    return call_name(walked) == "range" and len(walked.args) == 3 and number(walked.args[2]) == -1  # type: ignore[attr-defined]


def _alternatives(view: View, calls: list[ast.Call]) -> bool:
    """Whether at most one of the calls is made: they stand in different branches that return."""
    return all(isinstance(view.program.parents.get(call), ast.Return | ast.IfExp) for call in calls)
