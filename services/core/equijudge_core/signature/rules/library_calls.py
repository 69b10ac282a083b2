"""Features from calls: which library does the work."""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.expressions import number
from equijudge_core.programs.canonical.names import call_name, library_name
from equijudge_core.signature.program import choices
from equijudge_core.signature.view import Findings, View

_NAMES = {
    "itertools.permutations": "permutations",
    "itertools.combinations": "subsets",
    "itertools.combinations_with_replacement": "subsets",
    "itertools.product": "subsets",
    "itertools.groupby": "groupby",
    "functools.reduce": "reduce",
    "heapq.merge": "library merge",
    "math.gcd": "gcd",
    "math.lcm": "gcd",
    "math.comb": "factorials",
    "math.perm": "factorials",
    "math.factorial": "factorials",
    "operator.xor": "exclusive or",
    "math.isqrt": "square root",
    "math.sqrt": "square root",
    "statistics.median": "order statistics",
    "statistics.median_low": "order statistics",
}
_MODULES = {
    "re": "regex",
    "fractions": "fractions",
    "decimal": "decimal",
    "numpy": "numpy",
    "random": "random",
    "sortedcontainers": "sorted container",
    "cmath": "complex",
}
_CUTTING = frozenset({"re.findall", "re.split", "re.finditer"})  # a text into tokens
_TO_BASE = frozenset({"bin", "hex", "oct"})


def library(view: View) -> Findings:
    """What is called of the standard library and the few others that contest programs use."""
    for name_node in view.program.all(ast.Name):
        name = library_name(name_node)
        if name in _NAMES and choices(view.program.parents.get(name_node)) is None:
            yield _NAMES[name], name_node
    for call in view.program.all(ast.Call):
        name = call_name(call)
        module = name.partition(".")[0]
        if module in _MODULES and name not in _CUTTING:
            yield _MODULES[module], call
        if name == ".sqrt":
            yield "square root", call
        few = name == "sorted" and call.args and isinstance(call.args[0], ast.Tuple | ast.List)
        if name in ("sorted", ".sort") and not few:
            yield "sort", call
        if name == "pow" and len(call.args) == 3:
            yield ("gcd" if number(call.args[1]) == -1 else "modular power"), call
        if name in _TO_BASE or name in (".bit_length", ".bit_count", "int.bit_count"):
            yield "binary digits", call
        if name in ("eval", "exec"):
            yield "eval", call
    for name_node in view.program.all(ast.Name):
        if library_name(name_node) in ("numpy.int64", "numpy.int32"):
            yield "numpy", name_node
