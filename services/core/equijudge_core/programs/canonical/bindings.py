"""How often each variable of a resolved program is bound and read, and to what."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from equijudge_core.programs.canonical.names import is_variable

_NAMED = {
    ast.arg: "arg", ast.FunctionDef: "name", ast.ClassDef: "name", ast.ExceptHandler: "name", ast.MatchAs: "name",
    ast.MatchStar: "name", ast.MatchMapping: "rest",
}  # fmt: skip


@dataclass
class Bindings:
    """Counted over the whole program: each variable has a name of its own."""

    bound: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    values: dict[str, ast.expr] = field(default_factory=dict)  # what plain assignments give; right where bound once

    @classmethod
    def of(cls, tree: ast.AST) -> Bindings:
        """Count."""
        found = cls()
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and is_variable(node.id):
                (found.read if isinstance(node.ctx, ast.Load) else found.bound)[node.id] += 1
            elif name := getattr(node, _NAMED.get(type(node), ""), None):
                found.bound[name] += 1
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    found.values.update(_pairs(target, node.value))
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                found.values.update(_pairs(node.target, node.value))
        return found

    def only(self, name: str) -> ast.expr | None:
        """The value of a variable that is bound once, by an assignment."""
        return self.values.get(name) if self.bound[name] == 1 else None


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """x = 1, and a, b = 1, 2"""
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        if not any(isinstance(one, ast.Starred) for one in (*target.elts, *value.elts)):
            for one, by in zip(target.elts, value.elts, strict=True):
                yield from _pairs(one, by)
