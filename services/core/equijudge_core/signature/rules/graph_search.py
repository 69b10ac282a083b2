"""Graphs: work lists (first in first out, last in first out, best first), relaxation, orders."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.rules.control_flow import conditions, splits
from equijudge_core.signature.view import Findings, View, base, subscripts

_TAKES = {
    ".popleft": "breadth-first search",
    ".get": "breadth-first search",
    "heapq.heappop": "best-first search",
    ".pop": "depth-first search",
}
PUTS = frozenset({".append", ".appendleft", ".extend", "heapq.heappush", ".put"})


def work_lists(view: View) -> Findings:
    """Loops that take an item from a list and put its neighbours on it."""
    for loop in view.program.loops:
        if loop.light or not isinstance(loop.node, ast.While | ast.For):
            continue
        nodes = view.nodes(loop)
        names = keys_in(loop.test if isinstance(loop.node, ast.While) else loop.iterable)
        if isinstance(loop.node, ast.While):
            takes = ("heapq.heappop", ".popleft")
            taken = [_on(node) for node in nodes if call_name(node) in takes and view.program.loop_of[node] is loop]
            names |= set(filter(None, taken))
        for name in sorted(names):
            if not _puts_neighbours(view, loop, name):
                continue
            kind = _order(view, loop, nodes, name)
            if kind is not None:
                if _splits(view, loop, nodes, name):
                    kind = "divide and conquer"
                elif kind == "depth-first search" and _extends(view, loop, name):
                    kind = "exhaustive recursion"
                yield kind, loop.node
                if _has_two_frontiers(nodes, name) or _meets(view, loop):
                    yield "two frontiers", loop.node
                if _starts_afresh(view, loop):
                    yield "search from everywhere", loop.node
    for loop in view.whiles():
        if any(is_path(view, loop, name) for name in keys_in(loop.test)):
            yield "depth-first search", loop.node
            if _starts_afresh(view, loop):
                yield "search from everywhere", loop.node
        if any(_is_next_level(view, loop, node) for node in view.nodes(loop)):
            yield "breadth-first search", loop.node
            if _starts_afresh(view, loop):
                yield "search from everywhere", loop.node
            if any(_has_two_frontiers(view.nodes(loop), name) for name in keys_in(loop.test)):
                yield "two frontiers", loop.node


def is_path(view: View, loop: Loop, name: str) -> bool:
    """while path: v, rest = path[-1] — pushed where a neighbour is new, popped where none is left"""
    nodes = view.nodes(loop)
    looks = any(
        number(one.slice) == -1 and base(one) == name
        for node in nodes
        if isinstance(node, ast.Assign)
        for one in subscripts(list(ast.walk(node.value)))
    )
    pushes = [one for one in nodes if call_name(one) == ".append" and _on(one) == name]
    pops = [one for one in nodes if call_name(one) == ".pop" and _on(one) == name]
    return looks and bool(pops) and bool(pushes) and all(_is_asked_for(view, one) for one in pushes)


def _is_asked_for(view: View, push: ast.AST) -> bool:
    """if u not in seen: path.append((u, …))"""
    pushed = keys_in(push.args[0]) if isinstance(push, ast.Call) and push.args else set()
    return any(isinstance(one, ast.If) and pushed & keys_in(one.test) for one in view.program.above(push))


def _splits(view: View, loop: Loop, nodes: list[ast.AST], name: str) -> bool:
    """Whether what is put are the two sides of what was taken."""
    put = [
        node.args[-1] for node in nodes if isinstance(node, ast.Call) and call_name(node) in PUTS and _on(node) == name
    ]
    taken = [
        node.targets[0]
        for node in nodes
        if isinstance(node, ast.Assign) and call_name(node.value) in _TAKES and _on(node.value) == name
    ]
    parts = [one.elts if isinstance(one, ast.Tuple) else [one] for one in put]
    return splits(view, loop.unit, parts, set().union(*map(keys_in, taken), set()))


def _extends(view: View, loop: Loop, name: str) -> bool:
    """Whether what is put are extensions of what was taken, not vertices that were not seen yet."""
    nodes = view.nodes(loop)
    puts = [one for one in nodes if isinstance(one, ast.Call) and call_name(one) in PUTS and _on(one) == name]
    over = {one.iterable for put in puts for one in [view.program.loop_of[put]] if one and one is not loop}
    marked = {base(target) for node in nodes for target, _ in stores(node) if isinstance(target, ast.Subscript)}
    marked |= {_on(one) for one in nodes if call_name(one) in (".add", ".remove", ".discard")}
    asked = {one for node in nodes for part in _conditions(node) for one in keys_in(part)} | keys_in(loop.test)
    parts = [getattr(put.args[-1], "elts", getattr(put.args[-1], "args", [put.args[-1]])) for put in puts]
    grown = all(any(isinstance(one, ast.BinOp) for one in some) for some in parts)
    linked = any(isinstance(one, ast.Subscript) for some in parts for one in some)
    walked = any(isinstance(one, ast.Subscript | ast.Attribute) for one in over)
    return grown and not linked and not walked and not (marked - {None, name}) & asked


def _has_two_frontiers(nodes: list[ast.AST], name: str | None) -> bool:
    """near, far = far, near"""
    return any(
        isinstance(node, ast.Assign)
        and (pairs := list(stores(node)))
        and len(pairs) >= 2
        and name in {key(target) for target, _ in pairs}
        and {key(target) for target, _ in pairs} == {key(value) for _, value in pairs}
        for node in nodes
    )


def _meets(view: View, loop: Loop) -> bool:
    """while front and back, around the search or the calls of the function that does it"""
    calls = [call for call in view.program.all(ast.Call) if loop.unit in view.callees(call)]
    around = {loop, *loop.around(), *(one for call in calls if (one := view.program.loop_of[call]) is not None)}
    tests = [one.test.values for one in around if isinstance(one.test, ast.BoolOp) and isinstance(one.test.op, ast.And)]
    kept = ("deque", "set", "list", "dict")
    return any(sum(any(view.holds(part, kind) for kind in kept) for part in parts) > 1 for parts in tests)


def _starts_afresh(view: View, loop: Loop) -> bool:
    """Whether the search is done again and again, each time with nothing seen."""
    asked = {
        name
        for node in view.nodes(loop)
        for part in _conditions(node)
        for name in keys_in(part) | {base(one) for one in subscripts(list(ast.walk(part)))} - {None}
    }
    made = [
        node
        for node in view.program.all(ast.Assign)
        if view.program.unit_of[node] is loop.unit and node not in set(view.nodes(loop))
        for target, value in stores(node)
        if key(target) in asked
        if isinstance(value, ast.BinOp | ast.Set | ast.Dict | ast.ListComp) or call_name(value) in ("set", "dict")
    ]
    outer = [one for one in loop.around() if not one.light]
    if any(view.program.loop_of[node] in outer for node in made):
        return not _is_guarded(view, loop.node)
    calls = [call for call in view.program.all(ast.Call) if loop.unit in view.callees(call)]
    passed = [
        call
        for call in calls
        if any(
            loop.unit in view.program.by_name.get(key(one) or "", [])
            for one in [*call.args, *(word.value for word in call.keywords)]
        )
    ]
    if loop.unit.name and made and any(not _is_guarded(view, call) for call in passed):
        return True
    repeated = [call for call in calls if (around := view.program.loop_of[call]) is not None and not around.light]
    return bool(loop.unit.name and made) and any(not _is_guarded(view, call) for call in repeated)


def _conditions(node: ast.AST) -> list[ast.expr]:
    """Conditions, and what is left out of a set: neighbours - seen."""
    return [node] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) else conditions(node)


def _is_guarded(view: View, node: ast.AST) -> bool:
    """Whether something is done in a loop only under a condition."""
    below = node
    for above in view.program.above(node):
        if isinstance(above, ast.If) and below is not above.test:
            return True
        if isinstance(above, ast.comprehension) and above.ifs:
            return True
        if isinstance(above, ast.For | ast.While):
            return any(isinstance(one, ast.If) and isinstance(one.body[0], ast.Continue) for one in above.body)
        below = above
    return False


def _order(view: View, loop: Loop, nodes: list[ast.AST], name: str) -> str | None:
    if isinstance(loop.node, ast.For):
        layer = any(call_name(node) == ".popleft" and _on(node) == name for node in nodes)
        return "breadth-first search" if layer or key(loop.iterable) == name else None
    if any(call_name(node) == ".appendleft" and _on(node) == name for node in nodes):
        return "0-1 search"
    for node in nodes:
        if isinstance(node, ast.Call) and _on(node) == name:
            kind = _TAKES.get(call_name(node))
            if call_name(node) == ".pop" and node.args:
                kind = "breadth-first search" if number(node.args[0]) == 0 else "depth-first search"
            if kind is not None:
                return kind
    if any(key(sub.slice) in keys_in(loop.test) for sub in subscripts(nodes, name)):
        return "breadth-first search"  # a head that moves through the list
    return None


def _on(call: ast.AST) -> str | None:
    if not isinstance(call, ast.Call):
        return None
    if call_name(call).startswith("heapq."):
        return key(call.args[0]) if call.args else None
    return key(call.func.value) if isinstance(call.func, ast.Attribute) else None


def _puts_neighbours(view: View, loop: Loop, name: str) -> bool:
    """Put within an inner loop, or in several places."""
    puts = [node for node in view.nodes(loop) if call_name(node) in PUTS and _on(node) == name]
    if any(_joins(node, name) for node in view.nodes(loop)):
        return True
    taken = {
        key(target)
        for node in view.nodes(loop)
        for target, value in stores(node)
        if isinstance(value, ast.Call) and call_name(value) in _TAKES and _on(value) == name
    }
    puts = [node for node in puts if not (isinstance(node, ast.Call) and key(node.args[-1]) in taken - {None})]
    inner = [node for node in puts if view.program.loop_of[node] is not loop or call_name(node) == ".extend"]
    return bool(inner) or len(puts) > 1


def _joins(node: ast.AST, name: str) -> bool:
    """pending |= neighbours[v] - seen, pending.update(…), pending += [u for u in …]"""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.BitOr | ast.Add):
        several = isinstance(node.value, ast.BinOp | ast.Subscript | ast.ListComp | ast.SetComp)
        return key(node.target) == name and several
    return call_name(node) == ".update" and _on(node) == name


def _is_next_level(view: View, loop: Loop, node: ast.AST) -> bool:
    """frontier = next_frontier, of which the items come from an inner loop over frontier."""
    tested = keys_in(loop.test)
    for target, value in stores(node):
        name = key(target)
        new = isinstance(value, ast.BinOp) and isinstance(value.op, ast.Sub)  # … - seen
        if name is None or (name not in tested and not new) or view.program.loop_of[node] is not loop:
            continue
        sources = keys_in(value)
        walked = [one for one in view.program.loops_in(loop) if name in keys_in(one.iterable)]
        filled = {
            _on(one)
            for other in walked
            for one in view.nodes(other)
            if call_name(one) in (".append", ".add", ".extend", ".update")
            if isinstance(one, ast.Call) and key(one.args[0] if one.args else None) not in keys_in(other.target)
            if call_name(one) == ".update" or _is_chosen(view, one, other)
        }
        filled |= {_on(one) for one in view.nodes(loop) if call_name(one) == ".append" and _is_near(view, one, walked)}
        filled |= {
            key(one.target)
            for other in walked
            for one in view.nodes(other)
            if isinstance(one, ast.AugAssign) and isinstance(one.op, ast.BitOr)
        }
        made = [one for one in walked if _is_collected(view, one, value) and not _only_filters(one)]
        made += [one for one in walked if new and one.node in set(ast.walk(value))]
        made += [one for one in walked if _chooses(view, one, value)]
        if walked and (sources & filled or made):
            return True
    return False


def _is_collected(view: View, loop: Loop, value: ast.expr) -> bool:
    """Whether a comprehension within a value is a list or a set, not the terms of a sum."""
    if loop.node not in set(ast.walk(value)):
        return False
    parent = view.program.parents.get(loop.node)
    return isinstance(loop.node, ast.ListComp | ast.SetComp) or call_name(parent) in ("set", "list")


def _is_near(view: View, push: ast.AST, walked: list[Loop]) -> bool:
    """if any(near(w, x) for x in level): following.append(w)"""
    tests = {part for up in view.program.above(push) if isinstance(up, ast.If) for part in ast.walk(up.test)}
    return any(one.node in tests for one in walked)


def _chooses(view: View, loop: Loop, value: ast.expr) -> bool:
    """[w for w in unseen if any(near(w, x) for x in level)]"""
    lists = [one for part in view.made_of(value, loop.outer) for one in ast.walk(part)]
    asked = {
        inner
        for one in lists
        if isinstance(one, ast.ListComp | ast.SetComp)
        for test in one.generators[-1].ifs
        for call in ast.walk(test)
        if call_name(call) == "any"
        for inner in ast.walk(call)
    }
    return loop.node in asked


def _is_chosen(view: View, node: ast.AST, loop: Loop) -> bool:
    """Whether something is done for some of several neighbours, not once in every round."""
    if view.program.loop_of[node] is not loop:
        return True
    return any(isinstance(one, ast.If) for one in view.program.above(node) if one in set(view.nodes(loop)))


def _only_filters(loop: Loop) -> bool:
    node = loop.node
    return (
        isinstance(node, ast.ListComp | ast.SetComp | ast.GeneratorExp)
        and key(node.elt) in keys_in(loop.target)
        and (len(node.generators) == 1)
    )
