"""What simple programs do: a formula, a case for every outcome, sums, divisors tried, factors, texts built.

None of these names a program that uses a technique; they tell apart what is left. See `coarse_features`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Loop, keys_in, stores
from equijudge_core.signature.view import Findings, View, base, owner

_FEWEST_CASES = 3  # outcomes that are told apart by constants
_WHOLE = frozenset({"sum", "min", "max", "any", "all", "math.prod"})


def divisors(view: View) -> Findings:
    """`trial division`: one number by many; `factors taken out`: as long as it goes; `number walked`: or multiplied."""
    handed = _varying_parameters(view)
    for rest in view.program.all(ast.BinOp):
        if isinstance(rest.op, ast.Mod) and keys_in(rest.left) and _is_tested(view, rest):
            loop = view.program.loop_of[rest]
            around = [one for one in (loop, *(loop.around() if loop else ())) if one is not None and not one.light]
            for moving in (handed, *(_varying_names(view, one) for one in around)):
                if keys_in(rest.right) & moving and not keys_in(rest.left) & moving:
                    yield "trial division", rest
    for loop in _working(view):
        if not isinstance(loop.node, ast.While):
            continue
        nodes = view.nodes(loop)
        cut = {key(one.target) for one in nodes if _is_by_number(one) and isinstance(one.op, ast.FloorDiv)}
        grown = {key(one.target) for one in nodes if _is_by_number(one) and isinstance(one.op, ast.Mult | ast.Add)}
        asked = {key(one.left) for one in nodes if isinstance(one, ast.BinOp) and _is_rest(view, one)}
        tested = set(ast.walk(loop.node.test))
        again = {key(one.left) for one in tested if isinstance(one, ast.BinOp) and _is_rest(view, one)}
        if cut & asked & grown - {None}:
            yield "number walked", loop.node
        elif cut & again - {None}:
            yield "factors taken out", loop.node


def _varying_parameters(view: View) -> set[str]:
    """Parameters that are given another value in every round of a loop."""
    found: set[str] = set()
    for call in view.program.all(ast.Call):
        loop = view.program.loop_of[call]
        for unit in view.callees(call) if loop is not None and not loop.light else ():
            assert loop is not None
            given = zip(unit.parameters[unit.name.startswith(".") :], call.args, strict=False)
            found |= {name for name, argument in given if keys_in(argument) & _varying_names(view, loop)}
    return found


def _is_tested(view: View, node: ast.AST) -> bool:
    """n % d == 0, or r = n % d where r is tested so"""
    above = view.program.parents.get(node)
    name = key(above.targets[0]) if isinstance(above, ast.Assign) else None
    if name is None:
        return _is_asked(view, node)
    return any(one.id == name and _is_asked(view, one) for one in view.program.all(ast.Name))


def _is_asked(view: View, node: ast.AST) -> bool:
    """x == 0, not x, all(x for …)"""
    above = view.program.parents.get(node)
    if isinstance(above, ast.Compare):
        return any(number(one) == 0 for one in (above.left, *above.comparators))
    asking = (ast.UnaryOp, ast.If, ast.While, ast.IfExp, ast.BoolOp, ast.comprehension, ast.GeneratorExp, ast.ListComp)
    return isinstance(above, asking)


def _is_by_number(node: ast.AST) -> TypeGuard[ast.AugAssign]:
    return isinstance(node, ast.AugAssign) and number(node.value) is not None


def _is_rest(view: View, node: ast.BinOp) -> bool:
    """n % 3 == 0"""
    return isinstance(node.op, ast.Mod) and number(node.right) is not None and _is_tested(view, node)


def texts(view: View) -> Findings:
    """`text building`, `text replacing`, `reversal` of a part of what is kept."""
    shown = {name for node in view.program.all(ast.Return) if node.value is not None for name in keys_in(node.value)}
    calls = view.program.calls("print", ".append", ".write")
    shown |= {name for call in calls for given in call.args for name in keys_in(given)}
    for added in view.program.all(ast.AugAssign):
        if isinstance(added.op, ast.Add) and view.program.loop_of[added] and key(added.target) in shown:
            if view.holds(added.target, "str"):
                yield "text building", added
    for node in view.program.all(ast.Assign):
        for target, value in stores(node):
            if view.program.loop_of[node] is None:
                continue
            for part in ast.walk(value):
                if call_name(part) == ".replace" and owner(part) == key(target):
                    yield "text replacing", part
                elif _is_reversed(part) and base(part) is not None and base(part) == base(target):
                    yield "reversal", part


def _is_reversed(node: ast.AST) -> bool:
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and number(node.slice.step) == -1


def aggregates(view: View) -> Findings:
    """`aggregates`: sums and extremes of all items; `case analysis`, `closed formula`: no loop at all."""
    working = list(_working(view))
    if working and all(_adds_up(view, loop) for loop in working):
        yield "aggregates", working[0].node
    if not working and not any(view.ring(unit) for unit in view.program.units):
        tests = [node for node in view.program.all(ast.Compare) if _is_case(node)]
        yield ("case analysis" if len(tests) >= _FEWEST_CASES else "closed formula"), view.program.units[0].node


def _adds_up(view: View, loop: Loop) -> bool:
    """sum(a), for x in a: total += x, while i < n: total += a[i]; i += 1"""
    node = loop.node
    if loop.outer is not None:
        return False
    if isinstance(node, ast.For | ast.While):
        added = [one for one in node.body if isinstance(one, ast.AugAssign) and isinstance(one.op, ast.Add | ast.Sub)]
        steps = [one for one in added if key(one.target) in view.counters_of(loop)]
        return len(added) == len(node.body) == len(steps) + 1 and any(_is_item(one.value) for one in added)
    whole = node if isinstance(node, ast.Call) else view.program.parents.get(node)
    return call_name(whole) in _WHOLE and (whole is node or _is_item(getattr(node, "elt", None)))


def _is_item(node: ast.AST | None) -> bool:
    """x, a[i], int(x)"""
    if isinstance(node, ast.Call) and call_name(node) in ("int", "float", "abs", "ord") and len(node.args) == 1:
        return _is_item(node.args[0])
    return key(node) is not None or (isinstance(node, ast.Subscript) and not isinstance(node.slice, ast.Slice))


def _is_case(node: ast.Compare) -> bool:
    """x == 3"""
    return isinstance(node.ops[0], ast.Eq) and isinstance(node.comparators[0], ast.Constant)


def _working(view: View) -> Iterator[Loop]:
    """Loops over data."""
    return (loop for loop in view.program.loops if not loop.light)


def _varying_names(view: View, loop: Loop) -> set[str]:
    """Variables that differ from round to round."""
    own = {name for node in view.nodes(loop) for target, _ in stores(node) if (name := key(target))}
    return own | (keys_in(loop.target) if loop.target is not None else set())
