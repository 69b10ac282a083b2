"""One form for what Python programs can write in many: the only thing that the rules of signatures see.

What is the same however it is written is written one way: names, reading and printing, templates around the program,
constants, what is never used, helpers of one line, comprehensions and `map`, the order of operands. Each pass is a
module of its own. All of them are deterministic, go over the tree a fixed number of times, and evaluate no loop and no
call of the program's. The result is for reading: it need not run (`try` is taken away, the input is read once more).
"""

from __future__ import annotations

import ast

from equijudge_core.programs.canonical.comprehensions import unify_comprehensions
from equijudge_core.programs.canonical.constant_folding import fold_constants
from equijudge_core.programs.canonical.dead_code import remove_dead_code
from equijudge_core.programs.canonical.inlining import inline_helpers
from equijudge_core.programs.canonical.input_output import unify_input_output
from equijudge_core.programs.canonical.name_resolution import resolve_names
from equijudge_core.programs.canonical.names import is_variable
from equijudge_core.programs.canonical.operand_order import order_operands
from equijudge_core.programs.canonical.operator_methods import unify_operators
from equijudge_core.programs.canonical.simplify import simplify, unify_rows
from equijudge_core.programs.canonical.templates import remove_templates
from equijudge_core.programs.parsing import MAX_DEPTH, MAX_SOURCE_BYTES, Unparseable, depth, parse

__all__ = ["canonical", "canonical_source"]


def canonicalize(tree: ast.Module) -> ast.Module:
    """Rewrite a parsed program to its canonical form, in place. Raises Unparseable where it gets too deep."""
    tree = fold_constants(remove_templates(resolve_names(tree)))
    tree = unify_input_output(simplify(tree))
    tree = inline_helpers(unify_operators(tree))
    if depth(tree) > MAX_DEPTH:
        raise Unparseable(f"its helpers are nested too deeply; the limit is {MAX_DEPTH} levels of syntax")
    tree = order_operands(unify_comprehensions(remove_dead_code(tree)))
    return unify_rows(tree)


def canonical_source(source: str, max_bytes: int = MAX_SOURCE_BYTES) -> str:
    """The canonical form of a Python 3 program as text: for reading, it need not run. Raises Unparseable."""
    tree = canonicalize(parse(source, max_bytes))
    names: dict[str, str] = {}
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        for field in ("id", "arg", "name", "rest"):
            name = getattr(node, field, None)
            if isinstance(name, str) and is_variable(name):
                setattr(node, field, names.setdefault(name, f"v{len(names)}"))
        pending += [*ast.iter_child_nodes(node)][::-1]
    try:
        return ast.unparse(ast.fix_missing_locations(tree)) + "\n"
    except (ValueError, RecursionError) as error:  # what this interpreter cannot write down
        raise Unparseable(f"cannot be written: {error}") from error
