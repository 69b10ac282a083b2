"""One order for operands whose order does not matter: places of tables, calls and sums first, constants last.

Products, bit operations, `==`, `min` and `max` always; sums only where one side is a number for sure, since texts and
lists are joined by `+` too.
"""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, library_name

_COMMUTATIVE = (ast.Mult, ast.BitAnd, ast.BitOr, ast.BitXor)
_NUMBERS = frozenset({"len", "int", "float", "abs", "ord", "sum", "round", "math.gcd", "math.sqrt", "math.isqrt"})
_RANKS: tuple[type[ast.AST], ...] = (
    ast.List, ast.ListComp, ast.Subscript, ast.Call, ast.BinOp, ast.Attribute, ast.Name, ast.UnaryOp, ast.Constant,
)  # fmt: skip
_LONGEST = 200  # how much of an operand's text is compared


def order_operands(tree: ast.Module) -> ast.Module:
    """Put operands in order, in place."""
    _Operands().visit(tree)
    return tree


class _Operands(ast.NodeTransformer):
    def __init__(self) -> None:
        self.texts: dict[ast.AST, str] = {}

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        numeric = isinstance(node.op, ast.Add) and (_is_number(node.left) or _is_number(node.right))
        if (numeric or isinstance(node.op, _COMMUTATIVE)) and self._key(node.right) < self._key(node.left):
            node.left, node.right = node.right, node.left
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        equal = len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq)
        if equal and self._key(node.comparators[0]) < self._key(node.left):
            node.left, node.comparators = node.comparators[0], [node.left]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if call_name(node) in ("min", "max") and len(node.args) > 1:
            node.args.sort(key=self._key)
        return node

    def _key(self, node: ast.AST) -> tuple[int, str]:
        rank = next((place for place, kind in enumerate(_RANKS) if isinstance(node, kind)), 4)
        return rank, self._text(node)

    def _text(self, node: ast.AST) -> str:
        """The beginning of an operand's text, the shape before the names; made of what is below it once."""
        if node not in self.texts:
            parts = [type(node).__name__]
            for name, value in ast.iter_fields(node):
                if name == "ctx":
                    continue
                if isinstance(value, ast.AST):
                    parts.append(self._text(value))
                elif isinstance(value, list):
                    parts += [self._text(one) for one in value if isinstance(one, ast.AST)]
                elif name != "kind":
                    parts.append(f"{value:x}" if type(value) is int else str(value)[:_LONGEST])
            self.texts[node] = " ".join(parts)[:_LONGEST]
        return self.texts[node]


def _is_number(node: ast.expr) -> bool:
    """Whether an expression can be nothing else."""
    if number(node) is not None or (isinstance(node, ast.Constant) and type(node.value) in (int, float)):
        return True
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Mult | ast.Add):
            return _is_number(node.left) and _is_number(node.right)
        return not isinstance(node.op, ast.Mod | ast.MatMult)
    return call_name(node) in _NUMBERS and library_name(node.func) != ""  # type: ignore[attr-defined]
