"""A transformer whose statements may become several, or none."""

from __future__ import annotations

import ast
from typing import Any

_BLOCKS = ("body", "orelse", "finalbody")


class Blocks(ast.NodeTransformer):
    """Visits blocks by `block`: a statement's visitor may give a list, or None to drop it. No body stays empty."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """Visit blocks as wholes, in the order of the fields otherwise."""
        for name in _BLOCKS:
            block = getattr(node, name, None)
            if isinstance(block, list):
                setattr(node, name, self.block(block) or self._nothing(node, name))
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                setattr(node, name, self.visit(value))
            elif isinstance(value, list) and name not in _BLOCKS:
                setattr(node, name, [self.visit(item) if isinstance(item, ast.AST) else item for item in value])
        return node

    def block(self, block: list[ast.stmt]) -> list[ast.stmt]:
        """The statements that a block becomes."""
        kept: list[ast.stmt] = []
        for statement in block:
            changed: Any = self.visit(statement)
            kept += changed if isinstance(changed, list) else [] if changed is None else [changed]
        return kept

    @staticmethod
    def _nothing(node: ast.AST, name: str) -> list[ast.stmt]:
        return [ast.Pass()] if name == "body" and not isinstance(node, ast.Module) else []
