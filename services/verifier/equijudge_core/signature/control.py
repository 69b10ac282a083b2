"""Control flow: how deep loops nest through calls, and what kind of recursion there is."""

from __future__ import annotations

import ast

from equijudge_core.signature.names import called, dotted, key
from equijudge_core.signature.program import Loop, Unit, keys_in, stores
from equijudge_core.signature.simplify import number
from equijudge_core.signature.view import Findings, View, base, subscripts

DEEPEST = 3
_SCANNING = frozenset({".count", ".index"})  # methods that go over a whole list
_MEMO = frozenset({"functools.lru_cache", "functools.cache"})


def loops(view: View) -> Findings:
    """`loops:N`: loops within loops, called functions' included; reading and amortised loops are no level."""
    levels = {unit: _unit_depth(view, unit, frozenset()) for unit in view.program.units[:1]}
    depth, node = max(levels.values(), key=lambda level: level[0])
    yield f"loops:{min(depth, DEEPEST)}", node


def _unit_depth(view: View, unit: Unit, open_: frozenset[Unit]) -> tuple[int, ast.AST]:
    """The deepest nesting that starts in a function, with its innermost node."""
    deepest: tuple[int, ast.AST] = (1, unit.node) if unit in open_ else (0, unit.node)
    if unit in open_ or len(open_) > 50:
        return deepest
    for loop in view.program.loops:
        if loop.unit is unit:
            deepest = max(deepest, (_level(view, loop), loop.node), key=lambda level: level[0])
    for call in view.program.calls_by_unit[unit]:
        here = _level(view, view.program.loop_of[call])
        if called(call) in _SCANNING:
            deepest = max(deepest, (here + 1, call), key=lambda one: one[0])
        for callee in view.callees(call):
            level, node = _unit_depth(view, callee, open_ | {unit})
            deepest = max(deepest, (here + level, node), key=lambda one: one[0])
    for asked in view.program.all(ast.Compare):
        if view.program.unit_of[asked] is unit and isinstance(asked.ops[0], ast.In | ast.NotIn):
            if view.kinds.kinds(asked.comparators[0]) == {"list"}:
                deepest = max(deepest, (_level(view, view.program.loop_of[asked]) + 1, asked), key=lambda one: one[0])
    return deepest


def _level(view: View, loop: Loop | None) -> int:
    if loop is None:
        return 0
    return sum(one.weight for one in (loop, *loop.around()) if not (one.light or one in view.amortised))


def recursion(view: View) -> Findings:
    """Recursion with a memo, over halves, over a graph, with choices taken back, with several branches, or plain."""
    for unit in view.program.units:
        calls = view.self_calls(unit)
        if not calls:
            continue
        yield "recursion", unit.node
        if _has_memo(view, unit):
            yield "memo", unit.node
        elif _splits(view, unit, calls):
            yield "divide and conquer", unit.node
        elif _undoes(view, unit, calls):
            yield "backtracking", unit.node
        elif _visits(view, unit, calls):
            yield "depth-first search", unit.node
        elif len(view.ring(unit)) > 1:
            yield "mutual recursion", unit.node
        elif (len(calls) > 1 and not _alternatives(view, calls)) or view.program.loop_of[calls[0]] is not None:
            yield "branching recursion", unit.node
        elif _chases(calls, unit):
            yield "halving", unit.node


def _has_memo(view: View, unit: Unit) -> bool:
    """A memo decorator, or a table that is asked first and filled at the end."""
    if isinstance(unit.node, ast.FunctionDef):
        names = {dotted(node) for one in unit.node.decorator_list for node in ast.walk(one)}
        if names & _MEMO:
            return True
    wrapped = {name for call in view.program.all(ast.Call) if dotted(call.func) in _MEMO for name in _names(call.args)}
    wrapped |= {
        name
        for call in view.program.all(ast.Call)
        if isinstance(call.func, ast.Call) and dotted(call.func.func) in _MEMO
        for name in _names(call.args)
    }
    if unit.name in wrapped:
        return True
    nodes = [node for statement in unit.body for node in view.program.inside(statement)]
    filled = {
        base(target)
        for node in nodes
        for target, _ in stores(node)
        if isinstance(target, ast.Subscript) and not _is_find(target, node)
    }
    returned = {
        base(node.value) for node in nodes if isinstance(node, ast.Return) and isinstance(node.value, ast.Subscript)
    }
    asked = {
        name
        for node in nodes
        if isinstance(node, ast.If)
        for child in ast.walk(node.test)
        if (name := key(child)) or (name := base(child) if isinstance(child, ast.Subscript) else None)
    }
    return bool((filled & returned & asked) - {None})


def _is_find(target: ast.Subscript, node: ast.AST) -> bool:
    return any(
        isinstance(value, ast.Call) and any(base(one) == base(target) for one in subscripts([*value.args]))
        for _, value in stores(node)
    )


def _names(nodes: list[ast.expr]) -> set[str]:
    return {name for node in nodes if (name := key(node))}


def _splits(view: View, unit: Unit, calls: list[ast.Call]) -> bool:
    """Two calls on the two sides of a middle or of a partition."""
    if len(calls) < 2:
        return False
    nodes = [node for statement in unit.body for node in view.program.inside(statement)]
    middles = {
        name
        for node in nodes
        for target, value in stores(node)
        if (name := key(target))
        and any(
            isinstance(one, ast.BinOp) and isinstance(one.op, ast.FloorDiv) and number(one.right) == 2
            for one in ast.walk(value)
        )
    }
    middles |= {
        name for node in nodes for target, value in stores(node) if (name := key(target)) and keys_in(value) & middles
    }
    return len([call for call in calls if any(keys_in(argument) & middles for argument in call.args)]) >= 2


def _undoes(view: View, unit: Unit, calls: list[ast.Call]) -> bool:
    """Something done before a call is taken back after it."""
    for call in calls:
        statement = next((one for one in view.program.above(call) if isinstance(one, ast.stmt)), None)
        while statement is not None and statement in view.program.parents:
            block = _block_of(view, statement)
            later = block[block.index(statement) + 1 :] if statement in block else []
            earlier = block[: block.index(statement)] if statement in block else []
            done, taken = set().union(*map(_changes, earlier), set()), set().union(*map(_changes, later), set())
            if done & taken:
                return True
            statement = next((one for one in view.program.above(statement) if isinstance(one, ast.If)), None)
    return False


def _block_of(view: View, statement: ast.AST) -> list[ast.AST]:
    parent = view.program.parents.get(statement)
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
    if isinstance(statement, ast.Expr) and called(statement.value) in (
        ".append", ".pop", ".add", ".remove", ".discard",
    ):  # fmt: skip
        changed.add(key(statement.value.func.value) or "")  # type: ignore[attr-defined]
    return changed - {""}


def _marks(view: View, unit: Unit) -> bool:
    """Whether places are marked as seen: a store of a constant, or an addition to a set, that is asked for too."""
    ring = view.ring(unit)
    nodes = [node for one in ring for statement in one.body for node in view.program.inside(statement)]
    marked = {base(target) for node in nodes for target, _ in stores(node) if isinstance(target, ast.Subscript)}
    marked |= {base(node.func.value) for node in nodes if called(node) in (".add", ".remove", ".discard")}  # type: ignore[attr-defined]
    asked = {
        name
        for node in nodes
        for test in (
            [node.test]
            if isinstance(node, ast.If | ast.IfExp)
            else [*node.ifs]
            if isinstance(node, ast.comprehension)
            else []
        )
        for name in keys_in(test)
    }
    return bool((marked - {None}) & asked)


def _visits(view: View, unit: Unit, calls: list[ast.Call]) -> bool:
    """Whether places are marked as seen, or a tree's neighbours are gone through."""
    if _marks(view, unit) and (len(calls) > 1 or view.program.loop_of[calls[0]] is not None):
        return True
    return any(_over_neighbours(view.program.loop_of[call], unit) for call in calls)


def _over_neighbours(loop: Loop | None, unit: Unit) -> bool:
    """for u in neighbours[v], v being a parameter"""
    iterable = loop.iterable if loop is not None else None
    return isinstance(iterable, ast.Subscript) and key(iterable.slice) in unit.parameters


def _alternatives(view: View, calls: list[ast.Call]) -> bool:
    """Whether at most one of the calls is made: they stand in different branches that return."""
    return all(isinstance(view.program.parents.get(call), ast.Return | ast.IfExp) for call in calls)


def _chases(calls: list[ast.Call], unit: Unit) -> bool:
    return any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv) and number(node.right) == 2
        for call in calls
        for argument in call.args
        for node in ast.walk(argument)
    )


def shape(view: View) -> Findings:
    """What the fine level tells apart: kinds of loops, early ends, generators, how many passes and functions."""
    found = [loop for loop in view.program.loops if not loop.light]
    for loop in found:
        name = {ast.For: "for", ast.While: "while", ast.Call: "whole-sequence call"}.get(
            type(loop.node), "comprehension"
        )
        yield name, loop.node
    for node in view.program.all(ast.Break, ast.Continue):
        yield "early end", node
    for returned in view.program.all(ast.Return):
        if view.program.loop_of[returned] is not None:
            yield "early end", returned
    for yielded in view.program.all(ast.Yield, ast.YieldFrom):
        yield "generator", yielded
    passes = sum(loop.outer is None for loop in found)
    yield f"passes:{min(passes, 4)}", view.program.units[0].node
