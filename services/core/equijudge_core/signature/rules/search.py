"""Searching: binary search, pointers that move over the data, windows, stacks that stay sorted."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, step_of, stores
from equijudge_core.signature.rules.sorting import swaps
from equijudge_core.signature.view import Findings, View, base, owner, subscripts

_BISECT = frozenset({"bisect.bisect", "bisect.bisect_left", "bisect.bisect_right", ".bisect_left", ".bisect_right"})
_INSORT = frozenset({"bisect.insort", "bisect.insort_left", "bisect.insort_right"})


def binary_search(view: View) -> Findings:
    """Bounds that close in on a middle, of sorted data or of possible answers; the library's."""
    for call in view.program.calls(*_BISECT):
        yield "binary search", call
    for call in view.program.calls(*_INSORT):
        yield "sorted container", call
    for loop in view.whiles():
        middles = {name for node in view.nodes(loop) for name in _middles(node)}
        bounds = {
            name
            for node in view.nodes(loop)
            for target, value in stores(node)
            if (name := key(target)) and keys_in(value) & middles and name not in middles
        }
        if middles & keys_in(loop.test):
            continue  # an iteration that converges, not a middle of two bounds
        if middles and (bounds & keys_in(loop.test) or len(bounds) > 1):
            view.found_by_halving |= bounds
            view.amortised.add(loop)
            yield "binary search", loop.node
    for loop in view.program.loops:  # a fixed number of halvings
        if isinstance(loop.node, ast.For) and call_name(loop.node.iter) == "range":
            middles = {name for node in view.nodes(loop) for name in _middles(node)}
            moved = {key(t) for node in view.nodes(loop) for t, value in stores(node) if key(value) in middles}
            if len(moved - {None}) == 2:
                view.amortised.add(loop)
                yield "binary search", loop.node
    for call in view.program.calls(".insert"):
        found = view.found_by_halving
        if call.args and any(
            call_name(one) in _BISECT or key(one) in found
            for made in [
                *view.made_of(call.args[0], view.program.loop_of[call]),
                *_single_definition(view, call.args[0]),
            ]
            for one in ast.walk(made)
        ):
            yield "sorted container", call


def _single_definition(view: View, node: ast.expr) -> list[ast.expr]:
    return [made] if (made := view.single_values.get(key(node) or "")) is not None else []


def _middles(node: ast.AST) -> Iterator[str]:
    """mid = (lo + hi) // 2 and its like."""
    for target, value in stores(node):
        name = key(target)
        if name is None or isinstance(node, ast.AugAssign):
            continue
        for part in ast.walk(value):
            if isinstance(part, ast.BinOp) and isinstance(part.op, ast.FloorDiv | ast.Div) and number(part.right) == 2:
                if len(keys_in(part.left)) >= 2:
                    yield name


def pointers(view: View) -> Findings:
    """Two places that move through the data and never come back."""
    for loop in view.whiles():
        steps = {
            (name, step > 0) for node in view.nodes(loop) if (step := step_of(node)) and (name := _moving_bound(node))
        }
        tested = keys_in(loop.test)
        up = {name for name, rises in steps if rises and name in tested}
        down = {name for name, rises in steps if not rises and name in tested}
        if up - down and down - up and _compares(loop.test, up, down):
            view.amortised |= set(view.program.loops_in(loop)) & set(view.whiles())
            if any(map(swaps, view.nodes(loop))) and len(loop.node.body) <= 3:  # type: ignore[attr-defined]  # a swap and two steps
                view.reversals.add(loop)
            elif not _is_mirror_check(view, loop, up, down) and _looks_up(view, loop, (up | down)):
                yield "two pointers", loop.node
        elif up - down and down - up and _compares_items(view.nodes(loop), up, down):
            yield "expansion", loop.node
        elif len(up) >= 2 and _bounded_apart(loop.test, up) and _in_branches(view, loop, up):
            yield "merge", loop.node
        elif _chases(view, loop):
            yield "sliding window", loop.node
    for unit in view.program.units:
        calls = view.self_calls(unit)
        nodes = [node for one in unit.body for node in view.program.inside(one)]
        if len(calls) == 1:
            moved = [
                (name, isinstance(argument.op, ast.Add))
                for name, argument in zip(unit.parameters[unit.name.startswith(".") :], calls[0].args, strict=False)
                if isinstance(argument, ast.BinOp) and key(argument.left) == name and number(argument.right) is not None
            ]
            rising, falling = {n for n, rises in moved if rises}, {n for n, rises in moved if not rises}
            if rising and falling and _compares_items(nodes, rising, falling):
                yield "expansion", unit.node
    for loop in view.whiles():
        if (kind := _catches_up(view, loop)) is not None:
            view.amortised.add(loop)
            yield kind, loop.node


def _looks_up(view: View, loop: Loop, places: set[str]) -> bool:
    """Whether something is looked up at the places, here or in functions that they are given to."""
    nodes = view.nodes(loop)
    calls = [node for node in nodes if isinstance(node, ast.Call) and view.callees(node)]
    given = any(keys_in(one) & places for node in calls for one in node.args)
    return given or any(keys_in(one.slice) & places for one in subscripts(nodes))


def _chases(view: View, loop: Loop) -> bool:
    """Two places in one list that move up in different branches: while r < n: if …: r += 1 else: l += 1"""
    own = [node for node in view.nodes(loop) if step_of(node) == 1 and view.program.loop_of[node] is loop]
    blocks = {name: view.program.parents.get(node) for node in own if (name := _moving_bound(node))}
    places: dict[str | None, set[str]] = defaultdict(set)
    for one in subscripts(view.nodes(loop)):
        for made in view.made_of(one.slice, loop) if key(one.slice) else []:
            wrapped = keys_in(made.body) if isinstance(made, ast.IfExp) else {key(made)}  # i if i < n else i - n
            places[base(one)] |= {name for name in wrapped if name in blocks}
    return any(
        len(names) > 1 and all(isinstance(blocks[name], ast.If) for name in names) and names & keys_in(loop.test)
        for names in places.values()
    )


def _is_mirror_check(view: View, loop: Loop, up: set[str], down: set[str]) -> bool:
    """if s[i] != s[j]: return False — of one piece among many"""
    breaks = [one for one in view.nodes(loop) if isinstance(one, ast.If) and isinstance(one.body[-1], ast.Return)]
    unequal: list[ast.AST] = [
        node
        for test, op in [*((one.test, ast.NotEq) for one in breaks), (loop.test or ast.Pass(), ast.Eq)]
        for node in ast.walk(test)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], op)
    ]
    calls = [view.program.loop_of[call] for call in view.program.all(ast.Call) if loop.unit in view.callees(call)]
    return _compares_items(unequal, up, down) and (loop.outer is not None or any(calls))


def _moving_bound(node: ast.AST) -> str | None:
    return key(node.target) if isinstance(node, ast.AugAssign) else None


def _compares(test: ast.expr | None, up: set[str], down: set[str]) -> bool:
    """i < j, or i != j"""
    compared = [node for node in ast.walk(test) if isinstance(node, ast.Compare)] if test is not None else []
    return any(
        keys_in(one) & up and keys_in(one) & down
        for one in compared
        if not any(isinstance(part, ast.Subscript) for part in ast.walk(one))
    )


def _compares_items(nodes: list[ast.AST], one: set[str], other: set[str]) -> bool:
    """s[i] == s[j]"""
    return any(
        isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Subscript)
        and isinstance(node.comparators[0], ast.Subscript)
        and base(node.left) == base(node.comparators[0])
        and keys_in(node.left.slice) & (one | other)
        and keys_in(node.comparators[0].slice) & (one | other)
        and key(node.left.slice) != key(node.comparators[0].slice)
        for node in nodes
    )


def _in_branches(view: View, loop: Loop, up: set[str]) -> bool:
    """Whether each step moves one place or another, not all together."""
    blocks = {
        view.program.parents.get(node)
        for node in view.nodes(loop)
        if isinstance(node, ast.AugAssign) and key(node.target) in up
    }
    return any(isinstance(block, ast.If) for block in blocks)


def _bounded_apart(test: ast.expr | None, up: set[str]) -> bool:
    """i < n and j < m"""
    parts = test.values if isinstance(test, ast.BoolOp) else []
    return sum(isinstance(part, ast.Compare) and bool(keys_in(part) & up) for part in parts) >= 2


def _catches_up(view: View, loop: Loop) -> str | None:
    """An inner `while` that moves a place which the outer loop never sets back."""
    outer = next((one for one in loop.around() if isinstance(one.node, ast.For | ast.While)), None)
    if outer is None:
        return None
    inner_nodes = set(view.nodes(loop))
    read = keys_in(loop.test).union(*(keys_in(one.slice) for one in subscripts(list(inner_nodes))))
    moved = {
        (name, step)
        for node in inner_nodes
        if (step := step_of(node)) and abs(step) == 1 and (name := _moving_bound(node)) and name in read
    }
    for name, step in sorted(moved):
        reset = any(
            key(target) == name
            for node in view.nodes(outer)
            if node not in inner_nodes and isinstance(node, ast.Assign | ast.NamedExpr)
            for target, _ in stores(node)
        ) or (isinstance(outer.target, ast.expr) and name in keys_in(outer.target))
        if not reset and _begins_outside(view, outer, name):
            return "sliding window" if step > 0 else "two pointers"
    return None


def windows(view: View) -> Findings:
    """A queue of what is in the window: `while queue and x - queue[0] > d: queue.popleft()`, then `queue.append(x)`."""
    for loop in view.whiles():
        outer = loop.outer
        if outer is None:
            continue
        inside = set(view.nodes(loop))
        for call in view.nodes(loop):
            name = owner(call) if call_name(call) == ".popleft" else None
            if name and any(
                owner(one) == name for one in view.nodes(outer) if call_name(one) == ".append" and one not in inside
            ):
                if not any(owner(one) == name for one in inside if call_name(one) in (".append", ".extend")):
                    view.amortised.add(loop)
                    yield "sliding window", loop.node


def _begins_outside(view: View, outer: Loop, name: str) -> bool:
    inside = set(view.nodes(outer))
    return any(
        key(target) == name
        for node in view.program.all(ast.Assign)
        if node not in inside and view.program.unit_of[node] is outer.unit
        for target, _ in stores(node)
    )


def monotone(view: View) -> Findings:
    """Stacks (or deques) from which whatever is no better than the newcomer is popped."""
    for loop in view.whiles():
        popped = {
            name
            for node in view.with_callees(loop)
            if isinstance(node, ast.Call) and call_name(node) == ".pop" and (name := owner(node)) and not node.args
        }
        for name in sorted(popped & keys_in(loop.test)):
            leaves = [
                one.test for one in view.nodes(loop) if isinstance(one, ast.If) and isinstance(one.body[-1], ast.Break)
            ]
            compared = any(
                isinstance(node, ast.Compare | ast.Call)
                and any(_looks_at_end(one, name) for one in view.made_of(node, loop))
                for test in [loop.test, *leaves]
                for node in ast.walk(test)  # type: ignore[arg-type]
            )
            inside = set(view.nodes(loop))
            pushed = any(owner(call) == name for call in view.program.calls(".append") if call not in inside) or any(
                isinstance(one.op, ast.Add) and key(one.target) == name and view.holds(one.target, "str")
                for one in view.program.all(ast.AugAssign)
                if one not in inside
            )
            if compared and pushed:
                view.amortised.add(loop)
                front = any(owner(call) == name for call in view.program.calls(".popleft"))
                yield ("monotone deque" if front else "monotone stack"), loop.node


def monotone_by_hand(view: View) -> Findings:
    """The same in a table with the place of its top: `while top and a[i] < t[top - 1]: top -= 1`, `t[top] = a[i]`."""
    for loop in view.whiles():
        outer = loop.outer
        if outer is None:
            continue
        falls = {name for node in view.nodes(loop) if step_of(node) == -1 and (name := _moving_bound(node))}
        for name in sorted(falls & keys_in(loop.test)):
            looked = {
                base(one) for one in subscripts(list(ast.walk(loop.test or ast.Pass()))) if name in keys_in(one.slice)
            }
            put = {
                base(target)
                for node in view.nodes(outer)
                for target, _ in stores(node)
                if isinstance(target, ast.Subscript) and name in keys_in(target.slice)
            }
            rises = any(_moving_bound(node) == name and step_of(node) == 1 for node in view.nodes(outer))
            swapped = any(map(swaps, view.nodes(outer)))
            compared = any(
                isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Lt | ast.LtE) and keys_in(node) & looked
                for node in ast.walk(loop.test or ast.Pass())
            )
            if (looked & put) - {None} and rises and compared and not swapped and _begins_outside(view, outer, name):
                view.amortised.add(loop)
                yield "monotone stack", loop.node


def _looks_at_end(node: ast.AST, name: str) -> bool:
    return any(
        isinstance(child, ast.Subscript) and base(child) == name and number(child.slice) == -1
        for child in ast.walk(node)
    )


def stack(view: View) -> Findings:
    """A list that is pushed to and popped from at its end in turn: under one loop, or through functions."""
    pushes = [(name, call) for call in view.program.calls(".append") if (name := owner(call))]
    for call in view.program.calls(".pop"):
        if call.args or (view.program.loop_of[call] is None and not view.program.unit_of[call].name):
            continue
        for name, push in pushes:
            apart = view.program.unit_of[push] is not view.program.unit_of[call]
            if name == owner(call) and (apart or _outermost(view, push) is _outermost(view, call)):
                yield "stack", call


def _outermost(view: View, node: ast.AST) -> Loop | None:
    loop = view.program.loop_of[node]
    return next(reversed([loop, *loop.around()])) if loop is not None else None
