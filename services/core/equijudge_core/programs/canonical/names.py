"""Every name by what it stands for: a variable by a number, a library's function by its full dotted name.

After `resolve`, a variable is called `%7` whatever the author called it, and `from heapq import heappush as put`,
`import heapq as h` and `put = heapq.heappush` all give the name `heapq.heappush`. Dotted names and % are no
identifiers, so the tree can be read but not compiled.
"""

from __future__ import annotations

import ast

VARIABLE = "%"


def is_variable(name: str) -> bool:
    """Whether a resolved name is one of the program's own variables."""
    return name.startswith(VARIABLE)


def key(node: ast.AST | None) -> str | None:
    """What identifies a variable or an attribute (`self.tree` is `.tree` for every self); None for anything else."""
    if isinstance(node, ast.Name) and is_variable(node.id):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and is_variable(node.value.id):
        return f".{node.attr}"
    return None


def library_name(node: ast.AST | None) -> str:
    """The name of a builtin or library object, else ''."""
    return node.id if isinstance(node, ast.Name) and not is_variable(node.id) else ""


# How many arguments rules look at. A call with fewer fails when it is run, or has them in a starred list.
_LEAST = {
    **dict.fromkeys(("range", "enumerate", "sorted", "reversed", "min", "max", "sum", "any", "all", "len", "bin"), 1),
    **dict.fromkeys((".append", ".add", ".extend", ".appendleft", ".setdefault", ".put", ".remove", ".discard"), 1),
    **dict.fromkeys(("divmod", "map", "filter", "functools.reduce", "heapq.heappush", ".insert"), 2),
    **dict.fromkeys(("heapq.heappop", "itertools.accumulate", "itertools.pairwise", "functools.cmp_to_key"), 1),
}


def call_name(node: ast.AST | None) -> str:
    """What a call calls: `heapq.heappush`, `sorted`, `.append` for a method, '' for the program's own functions.

    '' too where a call has fewer arguments than it needs.
    """
    if not isinstance(node, ast.Call):
        return ""
    name = f".{node.func.attr}" if isinstance(node.func, ast.Attribute) else library_name(node.func)
    return name if len(node.args) >= _LEAST.get(name, 0) else ""
