"""Constants carried to where they are used, and what follows from that without running anything.

A variable that is bound once, to a number or a text, is that constant. Sums of constants are added up, a test that is
constant is decided, a loop that goes round exactly once is its body. No other loop is touched, however few rounds.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from operator import add, floordiv, lshift, mod, mul, sub
from typing import Any

from equijudge_core.programs.canonical.bindings import Bindings
from equijudge_core.programs.canonical.block_transformer import Blocks
from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name

_ROUNDS = 3  # constants made of constants
_LARGEST = 1 << 64
_OPERATIONS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.FloorDiv: floordiv, ast.Mod: mod, ast.LShift: lshift,
    ast.Pow: pow,
}  # fmt: skip


def fold_constants(tree: ast.Module) -> ast.Module:
    """Put constants in for the variables that hold them, in place; the assignments stay."""
    carried: set[str] = set()
    for _ in range(_ROUNDS):
        bindings = Bindings.of(tree)
        constants = {name: value for name in bindings.values if (value := bindings.only(name)) and _is_constant(value)}
        if carried and constants.keys() <= carried:
            break
        tree = _Carry(constants).visit(tree)
        carried |= constants.keys() | {""}
    return tree


def _is_constant(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node = node.operand
    return isinstance(node, ast.Constant) and isinstance(node.value, bool | int | float | str)


class _Carry(Blocks):
    def __init__(self, constants: dict[str, ast.expr]) -> None:
        self.constants = constants

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if isinstance(node.ctx, ast.Load) and node.id in self.constants:
            return _constant(node, self.constants[node.id])
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if isinstance(node.value, ast.Name):  # a text that is looked up in is a table
            node.slice = self.visit(node.slice)
            return node
        return self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        left, right = number(node.left), number(node.right)
        if left is None or right is None or (value := _compute(node.op, left, right)) is None:
            return node
        return _number(node, value)

    def visit_If(self, node: ast.If) -> Any:
        self.generic_visit(node)
        if not isinstance(node.test, ast.Constant):
            return node
        return node.body if node.test.value else node.orelse

    def visit_For(self, node: ast.For) -> Any:
        self.generic_visit(node)
        first = _only_item(node.iter)
        if first is None or _jumps(node.body):
            return node
        return [ast.copy_location(ast.Assign([node.target], first), node), *node.body, *node.orelse]

    def visit_While(self, node: ast.While) -> Any:
        self.generic_visit(node)
        if not isinstance(node.test, ast.Constant):
            return node
        if not node.test.value:
            return node.orelse
        once = isinstance(node.body[-1], ast.Break) and not _jumps(node.body[:-1])
        return node.body[:-1] if once else node


def _constant(node: ast.AST, value: ast.expr) -> ast.expr:
    if isinstance(value, ast.UnaryOp):
        return ast.copy_location(ast.UnaryOp(ast.USub(), _constant(node, value.operand)), node)
    assert isinstance(value, ast.Constant)
    return ast.copy_location(ast.Constant(value.value), node)


def _number(node: ast.AST, value: int) -> ast.expr:
    constant = ast.copy_location(ast.Constant(abs(value)), node)
    return constant if value >= 0 else ast.copy_location(ast.UnaryOp(ast.USub(), constant), node)


def _compute(op: ast.operator, left: int, right: int) -> int | None:
    """A sum of two constants, unless it is large: what is computed here costs nothing."""
    if type(op) not in _OPERATIONS or max(abs(left), abs(right)) > _LARGEST:
        return None
    if isinstance(op, ast.Pow | ast.LShift) and not (0 <= right <= 64):
        return None
    if isinstance(op, ast.FloorDiv | ast.Mod) and right == 0:
        return None
    value = _OPERATIONS[type(op)](left, right)
    return value if abs(value) <= _LARGEST else None


def _only_item(node: ast.expr) -> ast.expr | None:
    """What range(1) or [x] gives; None for whatever has another number of items."""
    if isinstance(node, ast.List | ast.Tuple) and len(node.elts) == 1:
        return None if isinstance(node.elts[0], ast.Starred) else node.elts[0]
    if call_name(node) != "range" or not isinstance(node, ast.Call):
        return None
    bounds = [number(one) for one in node.args]
    if not 1 <= len(bounds) <= 2 or None in bounds:
        return None
    start, stop = [0, *bounds][-2:]
    return _number(node, start) if start is not None and stop == start + 1 else None


def _jumps(block: list[ast.stmt]) -> bool:
    """Whether a loop's body has a break or continue of its own."""
    pending: list[ast.AST] = [*block]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Break | ast.Continue):
            return True
        if isinstance(node, ast.For | ast.While):
            pending += node.orelse
        elif isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.ClassDef):
            pending += ast.iter_child_nodes(node)
    return False
