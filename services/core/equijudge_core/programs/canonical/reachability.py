"""Which functions and classes can be reached from a module's own code."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from equijudge_core.programs.canonical.names import key

ScopeNode = ast.FunctionDef | ast.Lambda | ast.ClassDef


@dataclass(eq=False)
class Unit:
    """A function, method or named lambda that can be reached, or the module's own code (`node` is the module)."""

    name: str
    node: ast.Module | ast.FunctionDef | ast.Lambda
    body: list[ast.stmt] | list[ast.expr]

    @property
    def parameters(self) -> list[str]:
        """Keys of its positional parameters."""
        if isinstance(self.node, ast.Module):
            return []
        return [argument.arg for argument in (*self.node.args.posonlyargs, *self.node.args.args)]


@dataclass(frozen=True)
class Reachable:
    """Units in the order in which they are reached, and the definitions that are not."""

    units: list[Unit]
    unreached: set[ScopeNode]


def _definitions(tree: ast.AST) -> Iterator[tuple[str, ScopeNode, ast.ClassDef | None]]:
    """Every function and class with the name that reaches it (`.name` for a method), and a method's class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for child in node.body:
                if isinstance(child, ast.FunctionDef):
                    yield f".{child.name}", child, node
            yield node.name, node, None
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
            for target in node.targets:
                if (name := key(target)) is not None:
                    yield name, node.value, None
        if isinstance(node, ast.Module | ast.FunctionDef | ast.If | ast.For | ast.While):
            for child in [*node.body, *getattr(node, "orelse", [])]:
                if isinstance(child, ast.FunctionDef):
                    yield child.name, child, None


def find_reachable(tree: ast.Module) -> Reachable:
    """Follow every name from the module's code on; where that does nothing, from what can be called from outside."""
    definitions: dict[str, list[tuple[ScopeNode, ast.ClassDef | None]]] = defaultdict(list)
    for name, node, owner in _definitions(tree):
        definitions[name].append((node, owner))
    inner = {node for found in definitions.values() for node, _ in found}
    live: set[ast.AST] = set()
    waiting: dict[str, list[str]] = defaultdict(list)
    units = [Unit("", tree, tree.body)]
    pending = list(_references(tree.body, inner))
    if all(map(_is_passive, tree.body)):
        pending += _callable_names(tree)
    while pending:
        name = pending.pop(0)
        for node, owner in definitions.pop(name, []):
            if owner is not None and owner not in live:
                waiting[owner.name].append(name)
                definitions[name].append((node, owner))
                continue
            live.add(node)
            if isinstance(node, ast.ClassDef):
                pending += _references([*node.body, *node.bases, *node.decorator_list], inner)
                pending += [*waiting.pop(name, []), *(one for one in definitions if one.startswith(".__"))]
            else:
                body = node.body if isinstance(node, ast.FunctionDef) else [node.body]
                units.append(Unit(name, node, body))
                decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
                pending += _references([*body, node.args, *decorators], inner)
    return Reachable(units, inner - live)


def _is_passive(statement: ast.stmt) -> bool:
    """Whether a statement of a module does nothing but give names to things."""
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    return isinstance(
        statement, ast.FunctionDef | ast.ClassDef | ast.Import | ast.ImportFrom | ast.Assign | ast.AnnAssign
    )


def _callable_names(tree: ast.Module) -> Iterator[str]:
    """Names that reach its functions, its classes and their methods: it is not known which of them is called."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f".{child.name}" for child in node.body if isinstance(child, ast.FunctionDef))


def _references(nodes: list[ast.stmt] | list[ast.AST] | list[ast.expr], inner: set[ScopeNode]) -> Iterator[str]:
    pending: list[ast.AST] = list(nodes)
    for node in pending:
        if node in inner:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield f".{node.attr}"
        pending += ast.iter_child_nodes(node)
