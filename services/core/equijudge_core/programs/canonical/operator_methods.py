"""What a program's own classes make of operators and calls, written as method calls: `self[x]`, `self * y`, `f(x)`."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.names import call_name, key

_OPERATORS: dict[type[ast.AST], str] = {
    ast.Subscript: "__getitem__",
    ast.Mult: "__mul__",
    ast.MatMult: "__matmul__",
    ast.Pow: "__pow__",
    ast.Add: "__add__",
}


def unify_operators(tree: ast.Module) -> ast.Module:
    """Rewrite such uses of `self` within the classes, and calls of objects everywhere, in place."""
    called_objects: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef) and one.args.args]
            own = {one.name for one in methods} & {"__call__", *_OPERATORS.values()}
            for method in methods if own else ():
                _OwnOperators(method.args.args[0].arg, own).visit(method)
            called_objects |= {node.name} if "__call__" in own else set()
    return _CalledObjects(called_objects, _instances(tree, called_objects)).visit(tree) if called_objects else tree


def _instances(tree: ast.Module, classes: set[str]) -> set[str]:
    """Variables to which objects of these classes are assigned."""
    return {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _makes(node.value, classes)
        for target in node.targets
        if (name := key(target)) is not None
    }


def _makes(node: ast.expr, classes: set[str]) -> bool:
    return isinstance(node, ast.Call) and key(node.func) in classes


class _CalledObjects(ast.NodeTransformer):
    """`Solver(n)(x)`, or `solve(x)` where solve = Solver(n), as `….__call__(x)`."""

    def __init__(self, classes: set[str], instances: set[str]) -> None:
        self.classes = classes
        self.instances = instances

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if _makes(node.func, self.classes) or key(node.func) in self.instances:
            node.func = ast.copy_location(ast.Attribute(node.func, "__call__", ast.Load()), node.func)
        return node


class _OwnOperators(ast.NodeTransformer):
    """`self[x]` as `self.__getitem__(x)`, `self * y` as `self.__mul__(y)`, `self(x)`, in a class that defines them."""

    def __init__(self, this: str, own: set[str]) -> None:
        self.this = this
        self.own = own

    def _is_this(self, node: ast.expr) -> bool:
        return isinstance(node, ast.Name) and node.id == self.this

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and "__getitem__" in self.own and self._is_this(node.value):
            return _method(node, node.value, "__getitem__", [node.slice])
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        name = _OPERATORS.get(type(node.op), "")
        if name in self.own and (self._is_this(node.left) or call_name(node.left)[1:] in self.own):
            return _method(node, node.left, name, [node.right])
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        if "__call__" in self.own and self._is_this(node.func):
            return _method(node, node.func, "__call__", node.args)
        return node


def _method(node: ast.AST, owner: ast.expr, name: str, arguments: list[ast.expr]) -> ast.Call:
    function = ast.copy_location(ast.Attribute(owner, name, ast.Load()), node)
    return ast.copy_location(ast.Call(function, arguments, []), node)
