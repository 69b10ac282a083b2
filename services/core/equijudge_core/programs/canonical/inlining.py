"""Small helpers put in where they are called: a function that only returns an expression is a way to write it."""

from __future__ import annotations

import ast
from copy import deepcopy
from typing import Any

from equijudge_core.programs.canonical.bindings import Bindings
from equijudge_core.programs.canonical.names import is_variable

_ROUNDS = 3  # helpers that call helpers
_MOST_COPIED = 20_000  # nodes; helpers that call helpers twice would grow without end


def inline_helpers(tree: ast.Module) -> ast.Module:
    """Replace calls of such functions, in place; those that call themselves stay."""
    budget = _MOST_COPIED
    _return_at_once(tree)
    for _ in range(_ROUNDS):
        helpers = _helpers(tree)
        if not helpers:
            break
        transformer = _Inline(helpers, budget)
        tree = transformer.visit(tree)
        budget = transformer.budget
    return tree


def _return_at_once(tree: ast.Module) -> None:
    """`x = …; return x` as `return …`"""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and len(node.body) == 2]
    bindings = Bindings.of(tree) if functions else Bindings()
    for node in functions:
        first, last = node.body
        if isinstance(first, ast.Assign) and isinstance(last, ast.Return) and isinstance(last.value, ast.Name):
            name = last.value.id
            if bindings.only(name) is first.value and bindings.read[name] == 1:
                node.body = [ast.copy_location(ast.Return(first.value), first)]


def _helpers(tree: ast.Module) -> dict[str, tuple[list[str], ast.expr]]:
    """Functions by name: parameters and result. None that calls another of them, so that each round ends."""
    found: dict[str, tuple[list[str], ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.decorator_list and len(node.body) == 1:
            only = node.body[0]
            if isinstance(only, ast.Return) and only.value is not None and _is_plain(node.args):
                found[node.name] = [one.arg for one in node.args.args], only.value
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and _is_plain(node.value.args):
            if isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = [one.arg for one in node.value.args.args], node.value.body
    bindings = Bindings.of(tree) if found else Bindings()
    found = {name: one for name, one in found.items() if is_variable(name) and bindings.bound[name] == 1}
    return {name: one for name, one in found.items() if not _names(one[1]) & found.keys()}


def _is_plain(arguments: ast.arguments) -> bool:
    more = (arguments.posonlyargs, arguments.kwonlyargs, arguments.defaults, arguments.vararg, arguments.kwarg)
    return not any(more)


def _names(node: ast.AST) -> set[str]:
    return {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}


class _Inline(ast.NodeTransformer):
    def __init__(self, helpers: dict[str, tuple[list[str], ast.expr]], budget: int) -> None:
        self.helpers = helpers
        self.budget = budget

    def visit_Call(self, node: ast.Call) -> Any:
        self.generic_visit(node)
        parameters, result = self.helpers.get(node.func.id if isinstance(node.func, ast.Name) else "", ([], node))
        simple = all(
            isinstance(one, ast.Name | ast.Constant | ast.Subscript | ast.Attribute | ast.BinOp) for one in node.args
        )
        if result is node or node.keywords or len(parameters) != len(node.args) or not simple:
            return node
        put = dict(zip(parameters, node.args, strict=True))
        self.budget -= _size(result, put)
        return ast.copy_location(_Put(put).visit(deepcopy(result)), node) if self.budget >= 0 else node


def _size(result: ast.expr, put: dict[str, ast.expr]) -> int:
    """How many nodes a call becomes."""
    sizes = {name: sum(1 for _ in ast.walk(value)) for name, value in put.items()}
    return sum(sizes.get(getattr(node, "id", ""), 1) for node in ast.walk(result))


class _Put(ast.NodeTransformer):
    def __init__(self, values: dict[str, ast.expr]) -> None:
        self.values = values

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return deepcopy(self.values[node.id]) if node.id in self.values and isinstance(node.ctx, ast.Load) else node
