"""One form for what goes over items and makes others: comprehensions and generators for `map`, `filter`, `starmap`.

`map(f, a)` becomes `(f(x) for x in a)`, `list(…)` of a generator a list, and a list that is made only to be gone
through (by `sum`, `max`, `join`, `for`, …) the generator. `(x for x in a)` is `a`.
"""

from __future__ import annotations

import ast
from itertools import count

from equijudge_core.programs.canonical.bindings import Bindings
from equijudge_core.programs.canonical.names import VARIABLE, call_name, key, library_name

_WALKING = frozenset(
    {"sum", "max", "min", "any", "all", "sorted", "list", "tuple", "set", "frozenset", "dict", "enumerate", "zip"}
    | {"collections.Counter", "collections.deque", "math.prod", "itertools.accumulate", "itertools.chain", "bytes"}
    | {"bytearray", "iter", ".join", ".extend", ".update", "statistics.median", "functools.reduce", "filter", "map"}
    | {"itertools.chain.from_iterable", "statistics.mean", "math.gcd", "itertools.groupby", "frozenset"}
)
_OF_TYPES = ("str.", "list.", "int.", "dict.", "set.", "bytes.")


def unify_comprehensions(tree: ast.Module) -> ast.Module:
    """Rewrite `map`, `filter`, `starmap` and comprehensions to generators, in place."""
    tree = _Comprehensions().visit(tree)
    kept = [
        node for node in ast.walk(tree) if isinstance(node, ast.Assign) and isinstance(node.value, ast.GeneratorExp)
    ]
    if kept:
        bindings = Bindings.of(tree)
        iterators = {key(given) for node in ast.walk(tree) if call_name(node) == "next" for given in node.args}  # type: ignore[attr-defined]
        for node in kept:
            name = key(node.targets[0])
            if name and bindings.bound[name] == bindings.read[name] == 1 and name not in iterators:
                node.value = _list(node.value)  # type: ignore[arg-type]
    return tree


class _Comprehensions(ast.NodeTransformer):
    def __init__(self) -> None:
        self.fresh = count()

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        made = self._as_generator(node)
        if made is not None:
            return _plain(made)
        name = call_name(node)
        if name in _WALKING:
            node.args = [_iterable(one) for one in node.args]
        if name in ("list", "set", "dict") and len(node.args) == 1 and not node.keywords:
            return _container(node, name)
        return node

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        self.generic_visit(node)
        plain = _identity(node)
        return node if plain is None else _call(node, "list", [plain])

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        self.generic_visit(node)
        plain = _identity(node)
        return node if plain is None else _call(node, "set", [plain])

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        self.generic_visit(node)
        return _plain(node)

    def visit_List(self, node: ast.List) -> ast.AST:
        self.generic_visit(node)
        if len(node.elts) == 1 and isinstance(node.elts[0], ast.Starred) and isinstance(node.ctx, ast.Load):
            return _container(_call(node, "list", [_iterable(node.elts[0].value)]), "list")
        return node

    def visit_Starred(self, node: ast.Starred) -> ast.AST:
        self.generic_visit(node)
        node.value = _iterable(node.value)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self.generic_visit(node)
        node.iter = _iterable(node.iter)
        return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.iter = _iterable(node.iter)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        if len(node.targets) == 1 and isinstance(node.targets[0], ast.Tuple | ast.List):
            node.value = _iterable(node.value)
        return node

    def _as_generator(self, node: ast.Call) -> ast.GeneratorExp | None:
        """What map, filter or starmap gives, as a generator."""
        name = call_name(node)
        if node.keywords or any(isinstance(one, ast.Starred) for one in node.args):
            return None
        if name == "map" and len(node.args) >= 2:
            return self._from_map(node, node.args[0], [_iterable(one) for one in node.args[1:]])
        if name == "itertools.starmap" and len(node.args) == 2:
            return self._from_starmap(node, node.args[0], _iterable(node.args[1]))
        if name == "filter" and len(node.args) == 2:
            return self._from_filter(node, node.args[0], _iterable(node.args[1]))
        return None

    def _from_map(self, node: ast.Call, function: ast.expr, over: list[ast.expr]) -> ast.GeneratorExp | None:
        names, result = self._result(node, function, len(over))
        if result is None:
            return None
        if len(over) == 1:
            return _generator(node, result, _store_name(node, names[0]), over[0])
        target = ast.copy_location(ast.Tuple([_store_name(node, name) for name in names], ast.Store()), node)
        return _generator(node, result, target, _call(node, "zip", over))

    def _from_starmap(self, node: ast.Call, function: ast.expr, over: ast.expr) -> ast.GeneratorExp | None:
        taken = len(function.args.args) if isinstance(function, ast.Lambda) else 2
        names, result = self._result(node, function, taken)
        if result is None:
            return None
        target = ast.copy_location(ast.Tuple([_store_name(node, name) for name in names], ast.Store()), node)
        return _generator(node, result, target, over)

    def _from_filter(self, node: ast.Call, function: ast.expr, over: ast.expr) -> ast.GeneratorExp | None:
        if isinstance(function, ast.Constant):
            name = self._name()
            test: ast.expr | None = _load_name(node, name)
        else:
            [name], test = self._result(node, function, 1)
        if test is None:
            return None
        made = _generator(node, _load_name(node, name), _store_name(node, name), over)
        made.generators[0].ifs = [test]
        return made

    def _result(self, node: ast.AST, function: ast.expr, taken: int) -> tuple[list[str], ast.expr | None]:
        """Names for the items, and what the function makes of them; None if that cannot be written."""
        if isinstance(function, ast.Lambda):
            arguments = function.args
            plain = not (arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.defaults)
            names = [one.arg for one in (*arguments.posonlyargs, *arguments.args)]
            return (names, function.body) if plain and len(names) == taken else ([""] * taken, None)
        names = [self._name() for _ in range(taken)]
        if not isinstance(function, ast.Name | ast.Attribute):
            return names, None
        given: list[ast.expr] = [_load_name(node, name) for name in names]
        if (name := library_name(function)).startswith(_OF_TYPES):  # str.strip
            function = ast.copy_location(ast.Attribute(given.pop(0), name.partition(".")[2], ast.Load()), node)
        return names, ast.copy_location(ast.Call(function, given, []), node)

    def _name(self) -> str:
        return f"{VARIABLE}item{next(self.fresh)}"


def _store_name(node: ast.AST, name: str) -> ast.Name:
    return ast.copy_location(ast.Name(name, ast.Store()), node)


def _load_name(node: ast.AST, name: str) -> ast.Name:
    return ast.copy_location(ast.Name(name, ast.Load()), node)


def _call(node: ast.AST, name: str, arguments: list[ast.expr]) -> ast.Call:
    return ast.copy_location(ast.Call(_load_name(node, name), arguments, []), node)


def _generator(node: ast.AST, result: ast.expr, target: ast.expr, over: ast.expr) -> ast.GeneratorExp:
    return ast.copy_location(ast.GeneratorExp(result, [ast.comprehension(target, over, [], 0)]), node)


def _list(made: ast.GeneratorExp) -> ast.ListComp:
    return ast.copy_location(ast.ListComp(made.elt, made.generators), made)


def _identity(node: ast.ListComp | ast.SetComp | ast.GeneratorExp) -> ast.expr | None:
    """a of `x for x in a`"""
    only = node.generators[0]
    plain = len(node.generators) == 1 and not only.ifs and not only.is_async
    return only.iter if plain and isinstance(node.elt, ast.Name) and key(node.elt) == key(only.target) else None


def _plain(made: ast.GeneratorExp) -> ast.expr:
    return _identity(made) or made


def _iterable(node: ast.expr) -> ast.expr:
    """What is gone through once, without the list that would only hold it."""
    if isinstance(node, ast.ListComp):
        return _plain(ast.copy_location(ast.GeneratorExp(node.elt, node.generators), node))
    if isinstance(node, ast.Call) and call_name(node) in ("list", "tuple", "iter"):
        if len(node.args) == 1 and not isinstance(node.args[0], ast.Starred):
            return _iterable(node.args[0])
    return node


def _container(node: ast.Call, name: str) -> ast.AST:
    """list(x for …) as [x for …], and so on"""
    made = node.args[0]
    if not isinstance(made, ast.GeneratorExp):
        return node
    if name == "list":
        return _list(made)
    if name == "set":
        return ast.copy_location(ast.SetComp(made.elt, made.generators), node)
    if isinstance(made.elt, ast.Tuple) and len(made.elt.elts) == 2:
        return ast.copy_location(ast.DictComp(made.elt.elts[0], made.elt.elts[1], made.generators), node)
    return node
