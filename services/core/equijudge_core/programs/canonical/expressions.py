"""Questions about one expression, whatever program it is in."""

from __future__ import annotations

import ast


def same(one: object, other: object) -> bool:
    """Whether two expressions are written alike, as values or as targets."""
    if one is None or type(one) is not type(other):
        return False
    if isinstance(one, ast.AST):
        return all(
            _alike(getattr(one, name, None), getattr(other, name, None)) for name in one._fields if name != "ctx"
        )
    return one == other


def _alike(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    return (one is None and other is None) or same(one, other)


def number(node: ast.AST | None) -> int | None:
    """The value of an integer constant, signed."""
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = number(node.operand)
        return None if value is None else -value
    return None
