"""A program as rules see it: its live functions, its loops, what its variables hold.

Functions that module code cannot reach are no part of it. A comprehension's generator, a `while`, `map(f, …)` and
`sum(…)` are loops like `for`. Loops that only read the input or only print are marked, and count for nothing.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, key, library_name
from equijudge_core.programs.canonical.reachability import ScopeNode, Unit, find_reachable
from equijudge_core.programs.parsing import Unparseable
from equijudge_core.programs.scopes import Comprehension

Node = TypeVar("Node", bound=ast.AST)

MOST_STEPS = 500_000  # from node to node, over all rules; the handbook's programs take up to 13,000
_WHOLE = frozenset({"sum", "min", "max", "any", "all", "math.prod", "statistics.mean"})
_APPLYING = {"map": 0, "filter": 0, "functools.reduce": 0, "itertools.accumulate": 1, "itertools.starmap": 0}
_CONVERSIONS = frozenset({"int", "str", "float", "ord", "chr"})


@dataclass(eq=False)
class Loop:
    """Something that is done many times. `light` ones add nothing to the depth; see `weights`."""

    node: ast.AST
    unit: Unit
    outer: Loop | None
    test: ast.expr | None = None
    target: ast.expr | None = None
    iterable: ast.expr | None = None
    body: list[ast.AST] = field(default_factory=list)
    light: bool = False
    weight: int = 1

    @property
    def line(self) -> int:
        """Where it begins."""
        return getattr(self.node, "lineno", 1)

    def around(self) -> Iterator[Loop]:
        """The loops that it stands in, the nearest first."""
        loop = self.outer
        while loop is not None:
            yield loop
            loop = loop.outer


class Program:
    """The live parts of a simplified tree, indexed."""

    def __init__(self, tree: ast.Module) -> None:
        self.units = find_reachable(tree).units
        self.by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            self.by_name[unit.name].append(unit)
        self.parents: dict[ast.AST, ast.AST] = {}
        self.unit_of: dict[ast.AST, Unit] = {}
        self.loop_of: dict[ast.AST, Loop | None] = {}
        self.loops: list[Loop] = []
        self._steps = 0
        self._below: dict[ast.AST, list[ast.AST]] = {}
        self._by_type: dict[type[ast.AST], list[ast.AST]] = defaultdict(list)
        for unit in self.units:
            for node in unit.body:
                self._index(node, unit, None)
        self.calls_by_unit: dict[Unit, list[ast.Call]] = defaultdict(list)
        for call in self.all(ast.Call):
            self.calls_by_unit[self.unit_of[call]].append(call)

    def all(self, kind: type[Node], *more: type[Node]) -> Iterator[Node]:
        """Every live node of these types."""
        for one in (kind, *more):
            yield from self._by_type.get(one, [])  # type: ignore[misc]

    def calls(self, *names: str) -> Iterator[ast.Call]:
        """Calls of builtins, library functions (dotted) or methods (`.append`)."""
        for call in self.all(ast.Call):
            if call_name(call) in names:
                yield call

    def callees(self, call: ast.AST) -> list[Unit]:
        """The program's own functions that a call may reach; functions passed by name included."""
        self._step()
        if not isinstance(call, ast.Call):
            return []
        found: list[Unit] = []
        for function in (call.func, *call.args, *(word.value for word in call.keywords)):
            if isinstance(function, ast.Name):
                found += self.by_name.get(function.id, [])
            elif isinstance(function, ast.Attribute):
                found += self.by_name.get(f".{function.attr}", [])
        return found

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """A node's ancestors within its function, the nearest first."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def inside(self, node: ast.AST | list[ast.AST]) -> Iterator[ast.AST]:
        """A node and all below it, but not the bodies of other functions."""
        pending = [one for one in (node if isinstance(node, list) else [node]) if one in self.unit_of]
        while pending:
            found = pending.pop()
            self._step()
            yield found
            if found not in self._below:
                self._below[found] = [child for child in ast.iter_child_nodes(found) if child in self.unit_of]
            pending += self._below[found]

    def _step(self) -> None:
        """Counted, so that every machine gives up the same programs. Raises Unparseable."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise Unparseable(f"too many ways through its calls and loops; the limit is {MOST_STEPS:,} steps")

    @cached_property
    def bodies(self) -> dict[Loop, list[ast.AST]]:
        """All nodes that a loop repeats."""
        return {loop: list(self.inside(loop.body)) for loop in self.loops}

    def loops_in(self, loop: Loop) -> list[Loop]:
        """The loops inside a loop."""
        return [one for one in self.loops if loop in one.around()]

    def _index(self, node: ast.AST, unit: Unit, loop: Loop | None) -> None:
        if isinstance(node, ScopeNode) and not self._is_inline(node):
            if isinstance(node, ast.ClassDef):
                for child in node.body:
                    self._index(child, unit, loop)
            return
        self.unit_of[node] = unit
        self.loop_of[node] = loop
        self._by_type[type(node)].append(node)
        if isinstance(node, ast.For):
            inner = self._loop(Loop(node, unit, loop, target=node.target, iterable=node.iter, body=[*node.body]))
            self._children(node, unit, [(loop, [node.iter]), (inner, [node.target, *node.body]), (loop, node.orelse)])
        elif isinstance(node, ast.While):
            inner = self._loop(Loop(node, unit, loop, test=node.test, body=[node.test, *node.body]))
            self._children(node, unit, [(inner, [node.test, *node.body]), (loop, node.orelse)])
        elif isinstance(node, Comprehension) and not converts(node):
            self._comprehension(node, unit, loop)
        elif isinstance(node, ast.Call) and self._repeats(node) and not _is_short(node.args[-1], loop):
            place = _APPLYING.get(call_name(node), len(node.args))
            applied = [*node.args[place : place + 1], *node.keywords]
            over = node.args[1 - place] if call_name(node) in _APPLYING and len(node.args) > 1 else node.args[-1]
            inner = self._loop(Loop(node, unit, loop, iterable=over, body=[*applied]))
            walked = [one for one in node.args if one not in applied]
            self._children(node, unit, [(loop, [node.func, *walked]), (inner, applied)])
        else:
            self._children(node, unit, [(loop, list(ast.iter_child_nodes(node)))])

    def _children(self, node: ast.AST, unit: Unit, groups: list[tuple[Loop | None, Sequence[ast.AST]]]) -> None:
        for loop, children in groups:
            for child in children:
                self.parents[child] = node
                self._index(child, unit, loop)

    def _comprehension(self, node: Comprehension, unit: Unit, loop: Loop | None) -> None:
        inner = loop
        for generator in node.generators:
            self.parents[generator] = node
            self.unit_of[generator] = unit
            self.loop_of[generator] = inner
            outer = inner
            inner = self._loop(Loop(node, unit, outer, target=generator.target, iterable=generator.iter))
            self._children(generator, unit, [(outer, [generator.iter]), (inner, [generator.target, *generator.ifs])])
        parts: list[ast.AST] = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._children(node, unit, [(inner, parts)])
        for number_, generator in enumerate(node.generators):
            later: list[ast.AST] = [*node.generators[number_ + 1 :]]
            own = next(one for one in self.loops if one.node is node and one.target is generator.target)
            own.body = [generator.target, *generator.ifs, *later, *parts]

    def _loop(self, loop: Loop) -> Loop:
        loop.weight = max(1, choices(loop.iterable) or 0)
        self.loops.append(loop)
        return loop

    def _is_inline(self, node: ScopeNode) -> bool:
        return isinstance(node, ast.Lambda) and all(unit.node is not node for unit in self.units)

    @staticmethod
    def _repeats(call: ast.Call) -> bool:
        """Whether a call goes over its argument, other than to convert it; a generator argument is a loop already."""
        name = call_name(call)
        if name in _WHOLE:
            return len(call.args) == 1 and not (
                (isinstance(call.args[0], Comprehension) and not converts(call.args[0]))
                or (isinstance(call.args[0], ast.Call) and Program._repeats(call.args[0]))
            )
        if name in _APPLYING and call.args:
            position = _APPLYING[name]
            return name != "map" or library_name(call.args[position]) not in _CONVERSIONS
        return False


def _is_short(node: ast.expr, loop: Loop | None) -> bool:
    """Whether an argument is what `combinations(a, 2)` and its like give."""
    return any(
        key(node) and key(node) == key(one.target)
        for one in ([loop, *loop.around()] if loop else [])
        if choices(one.iterable)
    )


def converts(node: ast.AST) -> bool:
    """Whether a comprehension only converts items, each by itself: int(x) for x in a. That is no loop."""
    if not isinstance(node, ast.ListComp | ast.GeneratorExp) or len(node.generators) > 1 or node.generators[0].ifs:
        return False
    made = node.elt
    converted = made.args if isinstance(made, ast.Call) and call_name(made) in _CONVERSIONS else []
    return len(converted) == 1 and key(converted[0]) is not None and key(converted[0]) == key(node.generators[0].target)


def choices(node: ast.AST | None) -> int | None:
    """How many nested loops `combinations(a, 2)` or `product(a, b)` stands for; None if that is not in the source."""
    name = call_name(node)
    if not isinstance(node, ast.Call) or not node.args or not name.startswith("itertools."):
        return None
    if name == "itertools.product":
        repeat = next((number(word.value) for word in node.keywords if word.arg == "repeat"), len(node.args))
        return None if any(isinstance(one, ast.Starred) for one in node.args) else repeat
    if name in ("itertools.combinations", "itertools.combinations_with_replacement", "itertools.permutations"):
        taken = number(node.args[1]) if len(node.args) == 2 else None
        return taken if taken is not None and taken <= 3 else None
    return None


def step_of(node: ast.AST) -> int | None:
    """The constant that an `x += c` or `x -= c` adds."""
    if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Add | ast.Sub):
        value = number(node.value)
        return None if value is None else value if isinstance(node.op, ast.Add) else -value
    return None


def stores(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """(target, value) of an assignment, pairs of `a, b = x, y` one by one."""
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                if len(target.elts) == len(node.value.elts):
                    yield from zip(target.elts, node.value.elts, strict=True)
            else:
                yield target, node.value
    elif isinstance(node, ast.AugAssign | ast.NamedExpr):
        yield node.target, node.value


def keys_in(node: ast.AST | None) -> set[str]:
    """The variables and attributes in an expression."""
    return {name for child in ast.walk(node) if (name := key(child))} if node is not None else set()
