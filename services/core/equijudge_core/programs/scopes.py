"""Python's scopes on a syntax tree: every variable gets a name of its own.

The rules are those of the reference, section 4.2: a function's names are local unless declared otherwise, a class's
names are not seen from its methods, a comprehension has a scope of its own but for := and its first iterable.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Namer = Callable[["Scope", str], str]

_NAMED = {  # where else than in Name a tree holds a variable's name, and in which scope it is bound: always the current
    ast.arg: "arg",
    ast.ClassDef: "name",
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.MatchStar: "name",
    ast.MatchMapping: "rest",
}


@dataclass(eq=False)
class Scope:
    """One scope. `elsewhere` maps names declared global or nonlocal to where they live."""

    kind: str
    parent: Scope | None
    bound: set[str] = field(default_factory=set)
    imported: set[str] = field(default_factory=set)
    outer: set[str] = field(default_factory=set)
    module_level: set[str] = field(default_factory=set)

    def owner(self, name: str) -> Scope | None:
        """The scope whose variable `name` means here; None for a builtin."""
        scope: Scope | None = self
        if name in self.module_level:
            scope = self.top()
        elif name in self.outer:
            scope = self.parent
        first = scope is self
        while scope is not None:
            if name in scope.bound and (first or scope.kind != "class"):
                return scope
            if name in scope.module_level:
                return scope.top()
            scope, first = scope.parent, False
        return None

    def top(self) -> Scope:
        """The module's scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope


@dataclass(frozen=True)
class Scopes:
    """The scopes of a module, by the node that opens each."""

    of: dict[ast.AST, Scope]

    @classmethod
    def in_module(cls, tree: ast.Module) -> Scopes:
        """Find every scope and what it binds."""
        scopes = cls({tree: Scope("module", None)})
        for node, scope in _visits(tree, scopes.of[tree], scopes.of):
            _bind(node, scope)
        return scopes

    def visits(self, tree: ast.Module) -> Iterator[tuple[ast.AST, Scope]]:
        """Every node in the order of the source, with the scope in which its own name is looked up."""
        return _visits(tree, self.of[tree], self.of)


def rename(tree: ast.Module, namer: Namer) -> None:
    """Give every variable that the module binds, and does not import, the name that `namer` says for its scope.

    Builtins, imported names, attributes (so a class's own names too) and keywords of calls stay.
    """
    scopes = Scopes.in_module(tree)
    for node, scope in list(scopes.visits(tree)):
        if isinstance(node, ast.Name):
            node.id = _new_name(node.id, scope, namer)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [_new_name(name, scope, namer) for name in node.names]
        elif (attribute := _variable_name(node)) and (name := getattr(node, attribute)) is not None:
            setattr(node, attribute, _new_name(name, scope, namer))


def by_first_use(prefix: str, kept: set[str] | None = None) -> Namer:
    """A namer: prefix0, prefix1, … in the order of the source, leaving out the names in `kept`."""
    names: dict[tuple[Scope, str], str] = {}
    fresh = (name for number in count() if (name := f"{prefix}{number}") not in (kept or set()))

    def namer(scope: Scope, name: str) -> str:
        if (scope, name) not in names:
            names[scope, name] = next(fresh)
        return names[scope, name]

    return namer


def names_to_keep(tree: ast.Module) -> set[str]:
    """The names that `rename` leaves alone."""
    scopes = Scopes.in_module(tree)
    kept = set()
    for node, scope in scopes.visits(tree):
        if isinstance(node, ast.Name) and not _own(node.id, scope):
            kept.add(node.id)
        elif (attribute := _variable_name(node)) and (name := getattr(node, attribute)) and not _own(name, scope):
            kept.add(name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            kept.update(_import_name(alias) for alias in node.names)
    return kept


def _own(name: str, scope: Scope) -> Scope | None:
    owner = scope.owner(name)
    return None if owner is None or owner.kind == "class" or name in owner.imported else owner


def _new_name(name: str, scope: Scope, namer: Namer) -> str:
    owner = _own(name, scope)
    return name if owner is None else namer(owner, name)


def _variable_name(node: ast.AST) -> str | None:
    # TypeVar and its kin exist from Python 3.12 on
    return _NAMED.get(type(node)) or (
        "name" if type(node).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple") else None
    )


def _import_name(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _bind(node: ast.AST, scope: Scope) -> None:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        scope.bound.add(node.id)
    elif isinstance(node, ast.Import | ast.ImportFrom):
        names = {_import_name(alias) for alias in node.names}
        scope.bound |= names
        scope.imported |= names
    elif isinstance(node, ast.Global):
        scope.module_level.update(node.names)
        scope.top().bound.update(node.names)
    elif isinstance(node, ast.Nonlocal):
        scope.outer.update(node.names)
    elif (attribute := _variable_name(node)) and (name := getattr(node, attribute)) is not None:
        scope.bound.add(name)
    if scope.module_level or scope.outer:
        scope.bound -= scope.outer | (scope.module_level if scope.parent else set())


def _visits(node: ast.AST, scope: Scope, of: dict[ast.AST, Scope]) -> Iterator[tuple[ast.AST, Scope]]:
    """Children of scope-opening nodes come in the scope where Python evaluates them."""
    yield node, scope
    if isinstance(node, Function):
        yield from _function(node, scope, of)
    elif isinstance(node, ast.ClassDef):
        inner = of.setdefault(node, Scope("class", scope))
        for child in (*node.decorator_list, *node.bases, *node.keywords):
            yield from _visits(child, scope, of)
        for child in node.body:
            yield from _visits(child, inner, of)
    elif isinstance(node, Comprehension):
        yield from _comprehension(node, scope, of)
    elif isinstance(node, ast.NamedExpr):
        yield from _visits(node.target, _function_scope(scope), of)
        yield from _visits(node.value, scope, of)
    else:
        for child in ast.iter_child_nodes(node):
            yield from _visits(child, scope, of)


def _function(node: Function, scope: Scope, of: dict[ast.AST, Scope]) -> Iterator[tuple[ast.AST, Scope]]:
    inner = of.setdefault(node, Scope("function", scope))
    arguments = node.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    outside: list[ast.AST | None] = [*arguments.defaults, *arguments.kw_defaults]
    if not isinstance(node, ast.Lambda):
        outside += [*node.decorator_list, node.returns]
    outside += [argument.annotation for argument in every if argument]
    for child in filter(None, outside):
        yield from _visits(child, scope, of)
    for parameter in filter(None, every):
        yield parameter, inner
    for child in getattr(node, "type_params", []):
        yield from _visits(child, inner, of)
    for child in [node.body] if isinstance(node, ast.Lambda) else node.body:
        yield from _visits(child, inner, of)


def _comprehension(node: Comprehension, scope: Scope, of: dict[ast.AST, Scope]) -> Iterator[tuple[ast.AST, Scope]]:
    inner = of.setdefault(node, Scope("comprehension", scope))
    for number, generator in enumerate(node.generators):
        yield from _visits(generator.iter, inner if number else scope, of)
        for child in (generator.target, *generator.ifs):
            yield from _visits(child, inner, of)
    for child in [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]:
        yield from _visits(child, inner, of)


def _function_scope(scope: Scope) -> Scope:
    while scope.kind == "comprehension" and scope.parent is not None:
        scope = scope.parent
    return scope
