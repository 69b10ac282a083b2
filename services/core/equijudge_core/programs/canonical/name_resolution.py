"""Every variable gets a name of its own; builtins and library objects are known by theirs, whatever they are called."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator

from equijudge_core.programs import scopes
from equijudge_core.programs.canonical.names import VARIABLE, is_variable, key, library_name
from equijudge_core.programs.canonical.shadowed_builtins import mark_builtins, unmark_builtins

_STAR = {
    "bisect": "bisect bisect_left bisect_right insort insort_left insort_right",
    "collections": "Counter OrderedDict defaultdict deque namedtuple",
    "decimal": "Decimal getcontext",
    "fractions": "Fraction",
    "functools": "cache cmp_to_key lru_cache partial reduce",
    "heapq": "heapify heappop heappush heappushpop heapreplace merge nlargest nsmallest",
    "itertools": "accumulate chain combinations combinations_with_replacement count cycle groupby islice pairwise "
    "permutations product repeat zip_longest",
    "math": "acos asin atan atan2 ceil comb cos exp factorial fabs floor gcd hypot inf isqrt lcm log log10 log2 perm "
    "pi pow prod sin sqrt tan",
    "operator": "add and_ itemgetter mul or_ sub xor",
    "os": "read write fstat",
    "re": "compile findall finditer fullmatch match search split sub",
    "sys": "exit setrecursionlimit stdin stdout",
    "threading": "Thread stack_size",
    "queue": "LifoQueue PriorityQueue Queue",
}


_BUILTIN_MODULES = ("builtins", "__builtin__", "future_builtins")


def resolve_names(tree: ast.Module) -> ast.Module:
    """Give every variable a number and every library object its full name, in place."""
    imported = dict(_imports(tree))
    mark_builtins(tree)
    scopes.rename(tree, scopes.by_first_use(VARIABLE))
    unmark_builtins(tree)
    _Dotted(imported).visit(tree)
    for _ in range(3):  # aliases of aliases
        found = _aliases(tree)
        if not found:
            break
        _Dotted({}, found).visit(tree)
    return tree


class _Dotted(ast.NodeTransformer):
    def __init__(self, imported: dict[str, str], aliases: dict[str, ast.expr] | None = None) -> None:
        self.imported = imported
        self.aliases = aliases or {}

    def visit_Name(self, node: ast.Name) -> ast.expr:
        if isinstance(node.ctx, ast.Load) and node.id in self.aliases:
            return ast.copy_location(_copy(self.aliases[node.id]), node)
        node.id = self.imported.get(node.id, node.id)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        node.value = self.visit(node.value)
        owner = library_name(node.value)
        if owner and (owner in self.imported.values() or "." in owner):
            return ast.copy_location(ast.Name(f"{owner}.{node.attr}", node.ctx), node)
        return node


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield (alias.asname, alias.name) if alias.asname else (alias.name.partition(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if node.module in _BUILTIN_MODULES:
                    yield alias.asname or alias.name, alias.name
                    continue
                if alias.name == "*":
                    yield from ((name, f"{node.module}.{name}") for name in _STAR.get(node.module or "", "").split())
                else:
                    yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _aliases(tree: ast.Module) -> dict[str, ast.expr]:
    """Variables bound once, to a library's object or (when they are only called) to a method: what they stand for."""
    bindings: Counter[str] = Counter()
    values: dict[str, ast.expr] = {}
    uses: dict[str, int] = defaultdict(int)
    calls: dict[str, int] = defaultdict(int)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and is_variable(node.id):
            if isinstance(node.ctx, ast.Load):
                uses[node.id] += 1
            else:
                bindings[node.id] += 1
        elif isinstance(node, ast.arg):
            bindings[node.arg] += 1
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            bindings[node.name] += 1
        elif isinstance(node, ast.Assign):
            values.update(_pairs(node))
        elif isinstance(node, ast.AnnAssign) and node.value is not None and isinstance(node.target, ast.Name):
            values[node.target.id] = node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            calls[node.func.id] += 1
    return {
        name: value
        for name, value in values.items()
        if bindings[name] == 1
        and uses[name]
        and (library_name(value) or (isinstance(value, ast.Attribute) and key(value) and uses[name] == calls[name]))
    }


def _pairs(node: ast.Assign) -> Iterator[tuple[str, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            if len(target.elts) == len(node.value.elts):
                for one, value in zip(target.elts, node.value.elts, strict=True):
                    if isinstance(one, ast.Name):
                        yield one.id, value
        elif isinstance(target, ast.Name):
            yield target.id, node.value


def _copy(node: ast.expr) -> ast.expr:
    if isinstance(node, ast.Name):
        return ast.Name(node.id, ast.Load())
    assert isinstance(node, ast.Attribute)
    return ast.copy_location(ast.Attribute(_copy(node.value), node.attr, ast.Load()), node)
