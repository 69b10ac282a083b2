"""What a variable holds, as far as the source tells: `list`, `dict`, `set`, `deque`, `str`, `int`, `grid`.

Flow-insensitive: a variable may hold several types. Parameters hold what the program's own calls pass.
"""

from __future__ import annotations

import ast
from collections import defaultdict

from equijudge_core.programs.canonical.names import call_name, key
from equijudge_core.signature.program import Program, stores

_MADE_BY = {
    "list": "list", "sorted": "list", ".split": "list", ".copy": "list", "range": "list", "bytearray": "list",
    "dict": "dict", "collections.defaultdict": "dict", "collections.Counter": "dict", "collections.OrderedDict": "dict",
    "set": "set", "frozenset": "set", ".union": "set", ".intersection": "set",
    "collections.deque": "deque", "queue.Queue": "deque", "queue.SimpleQueue": "deque",
    "str": "str", "input": "str", ".join": "str", ".strip": "str", ".rstrip": "str", ".decode": "str",
    ".replace": "str",
    "int": "int", "len": "int", "sum": "int", ".bit_length": "int", ".index": "int", ".find": "int", ".count": "int",
    "math.gcd": "int", "pow": "int", "ord": "int",
    "sortedcontainers.SortedList": "sorted list", "sortedcontainers.SortedDict": "sorted list",
    "sortedcontainers.SortedSet": "sorted list",
}  # fmt: skip
_ROUNDS = 4


class InferredTypes:
    """Types by variable."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.of: dict[str, set[str]] = defaultdict(set)
        for _ in range(_ROUNDS):
            for node in program.all(ast.Assign, ast.NamedExpr):
                for target, value in stores(node):
                    if name := key(target):
                        self.of[name] |= self.types_of(value)
            for call in program.all(ast.Call):
                self._add_arguments(call)
        for starred in program.all(ast.Starred):
            if isinstance(starred.ctx, ast.Store) and (name := key(starred.value)):
                self.of[name].add("list")

    def holds(self, node: ast.AST | None, type_name: str) -> bool:
        """Whether an expression may be of a type."""
        return node is not None and type_name in self.types_of(node)

    def types_of(self, node: ast.AST) -> set[str]:
        """The types that an expression may be of."""
        if name := key(node):
            return self.of.get(name, set())
        if isinstance(node, ast.List | ast.ListComp):
            inner = node.elt if isinstance(node, ast.ListComp) else node.elts[0] if node.elts else None
            return {"list", "grid"} if inner is not None and self.holds(inner, "list") else {"list"}
        if isinstance(node, ast.Dict | ast.DictComp):
            return {"dict"}
        if isinstance(node, ast.Set | ast.SetComp):
            return {"set"}
        if isinstance(node, ast.JoinedStr):
            return {"str"}
        if isinstance(node, ast.Constant):
            return {type(node.value).__name__} & {"str", "int"}
        if isinstance(node, ast.Call):
            made = _MADE_BY.get(call_name(node))
            return {made} if made else set()
        if isinstance(node, ast.BinOp):
            return self._of_operation(node)
        if isinstance(node, ast.Subscript):
            whole = self.types_of(node.value)
            if isinstance(node.slice, ast.Slice):
                return whole & {"list", "str"}
            return {"list"} if "grid" in whole else set()
        if isinstance(node, ast.IfExp):
            return self.types_of(node.body) | self.types_of(node.orelse)
        return set()

    def _of_operation(self, node: ast.BinOp) -> set[str]:
        left, right = self.types_of(node.left), self.types_of(node.right)
        if isinstance(node.op, ast.Mult) and ("list" in left or "list" in right):
            return (left | right) & {"list", "grid"}
        if isinstance(node.op, ast.BitOr | ast.BitAnd | ast.Sub) and "set" in left | right:
            return {"set"}
        return (left | right) & {"list", "str", "int"}

    def _add_arguments(self, call: ast.Call) -> None:
        names = [unit for unit in self.program.callees(call) if isinstance(unit.node, ast.FunctionDef)]
        for unit in names:
            parameters = unit.parameters[unit.name.startswith(".") :]
            for parameter, argument in zip(parameters, call.args, strict=False):
                self.of[parameter] |= self.types_of(argument)
