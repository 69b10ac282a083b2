"""Everything that a rule may ask about one program."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from equijudge_core.programs.canonical import canonicalize
from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.programs.canonical.reachability import Unit
from equijudge_core.signature.inferred_types import InferredTypes
from equijudge_core.signature.input_loops import InputLoops
from equijudge_core.signature.program import Loop, Program, keys_in, stores

Finding = tuple[str, ast.AST]  # a feature and the node that shows it
Findings = Iterator[Finding]
Rule = Callable[["View"], Findings]


@dataclass
class View:
    """A program of which loops that only read are marked, and what its variables hold.

    `amortised` holds loops that a technique was recognised by and that do not multiply the work of the loop around
    them (the inner loop of a sliding window); rules add to it.
    """

    program: Program
    types: InferredTypes
    amortised: set[Loop] = field(default_factory=set)
    found_by_halving: set[str] = field(default_factory=set)
    reversals: set[Loop] = field(default_factory=set)
    assigned: dict[Loop, dict[str, list[ast.AST]]] = field(default_factory=dict)
    reached: dict[Unit, set[Unit]] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: ast.Module) -> View:
        """The view of a parsed program; the tree is changed."""
        program = Program(canonicalize(tree))
        InputLoops(program).mark()
        return cls(program, InferredTypes(program))

    @cached_property
    def counters(self) -> set[str]:
        """Variables that count rounds: over a range, the number of enumerate, what a `while` steps and tests."""
        return set().union(*map(self.counters_of, self.program.loops), set())

    def counters_of(self, loop: Loop) -> set[str]:
        """The variables that count one loop's rounds."""
        if call_name(loop.iterable) == "range":
            return keys_in(loop.target)
        if call_name(loop.iterable) == "enumerate" and isinstance(loop.target, ast.Tuple):
            return keys_in(loop.target.elts[0])
        if not isinstance(loop.node, ast.While):
            return set()
        return keys_in(loop.test) & {key(node.target) for node in self.nodes(loop) if isinstance(node, ast.AugAssign)}

    @cached_property
    def single_values(self) -> dict[str, ast.expr]:
        """What variables that are assigned once are made of."""
        values: dict[str, list[ast.expr]] = defaultdict(list)
        for node in self.program.all(ast.Assign, ast.AugAssign, ast.NamedExpr):
            for target, value in stores(node):
                if name := key(target):
                    values[name].append(value)
        return {name: found[0] for name, found in values.items() if len(found) == 1}

    def nodes(self, loop: Loop) -> list[ast.AST]:
        """All nodes that a loop repeats."""
        return self.program.bodies[loop]

    def whiles(self) -> Iterator[Loop]:
        """Loops with a condition."""
        return (loop for loop in self.program.loops if isinstance(loop.node, ast.While) and not loop.light)

    def self_calls(self, unit: Unit) -> list[ast.Call]:
        """Calls in a function that lead back to it."""
        ring = self.ring(unit)
        return [
            node
            for one in self.program.units
            if one is unit
            for statement in one.body
            for node in self.program.inside(statement)
            if isinstance(node, ast.Call) and any(callee in ring for callee in self.callees(node))
        ]

    def callees(self, call: ast.AST) -> list[Unit]:
        """Functions that are called here, or given to map and its like."""
        return self.program.callees(call)

    def ring(self, unit: Unit) -> set[Unit]:
        """The functions that call each other in a circle with this one; empty when it does not recur."""
        return {other for other in self._reachable_from(unit) if unit in self._reachable_from(other)}

    def _reachable_from(self, unit: Unit) -> set[Unit]:
        if unit in self.reached:
            return self.reached[unit]
        if not hasattr(self, "_calls"):
            self._calls = {one: self._callees_of(one) for one in self.program.units}
        found: set[Unit] = set()
        pending = list(self._calls[unit])
        while pending:
            one = pending.pop()
            if one not in found:
                found.add(one)
                pending += self._calls[one]
        self.reached[unit] = found
        return found

    def _callees_of(self, unit: Unit) -> set[Unit]:
        return {
            callee
            for statement in unit.body
            for node in self.program.inside(statement)
            if isinstance(node, ast.Call)
            for callee in self.callees(node)
        }

    def made_of(self, value: ast.AST, loop: Loop | None) -> list[ast.AST]:
        """A value and what the variables in it were assigned within a loop, and what was in those in turn."""
        found: list[ast.AST] = [value]
        if loop is None:
            return found
        names = {name for name in map(key, ast.walk(value)) if name}
        for name in sorted(names):
            found += [one for one in self._nearest(loop, name) if one not in found]
        for one in found[1:]:
            for name in sorted({name for name in map(key, ast.walk(one)) if name} - names):
                found += [more for more in self._nearest(loop, name) if more not in found]
        return found

    def _nearest(self, loop: Loop, name: str) -> list[ast.AST]:
        """What a variable is assigned in the innermost loop that does so."""
        return next((found for one in (loop, *loop.around()) if (found := self._assignments(one).get(name))), [])

    def _assignments(self, loop: Loop) -> dict[str, list[ast.AST]]:
        if loop not in self.assigned:
            values: dict[str, list[ast.AST]] = defaultdict(list)
            for node in self.nodes(loop):
                for target, value in stores(node):
                    parts = target.elts if isinstance(target, ast.Tuple) else [target]
                    for part in filter(None, map(key, parts)):
                        values[part].append(value)
                if call_name(node) == ".append" and isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    if (name := key(node.func.value)) is not None and node.args:
                        values[name].append(node.args[0])
            self.assigned[loop] = dict(values)
        return self.assigned[loop]

    def with_callees(self, loop: Loop) -> list[ast.AST]:
        """All nodes that a loop repeats, those of the functions that it calls included."""
        own = self.nodes(loop)
        units = {unit: None for node in own for unit in self.program.callees(node)}
        return own + [node for unit in units for node in self.program.inside([*unit.body])]

    def holds(self, node: ast.AST | None, type_name: str) -> bool:
        """Whether an expression may be of a type."""
        return self.types.holds(node, type_name)


def subscripts(nodes: Iterator[ast.AST] | list[ast.AST], of: str | None = None) -> Iterator[ast.Subscript]:
    """Subscripts (of one variable) among nodes."""
    return (node for node in nodes if isinstance(node, ast.Subscript) and of in (None, base(node)))


def base(node: ast.AST) -> str | None:
    """The variable at the bottom of `a[i][j]`."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return key(node)


def indices(node: ast.AST) -> list[ast.expr]:
    """The indices of `a[i][j]` or `a[i, j]`, outermost container first."""
    found: list[ast.expr] = []
    while isinstance(node, ast.Subscript):
        several = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
        found = [*(several or [node.slice]), *found]
        node = node.value
    return found


def owner(node: ast.AST) -> str | None:
    """The variable whose method is called."""
    return key(node.func.value) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else None
