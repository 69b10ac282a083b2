"""Strangers' source text made a syntax tree, or a clear refusal.

Sources are hostile: what is refused here is refused before anything recursive looks at it. Limits are counted, never
felt (no RecursionError decides), so that every interpreter refuses the same sources.
"""

from __future__ import annotations

import ast
import warnings

from equijudge_core.errors import EquijudgeError

MAX_SOURCE_BYTES = 64 * 1024
MAX_DEPTH = 200
BYTE_ORDER_MARK = "\ufeff"  # before a program in a file: Python passes over it there, but not in a text


class Unparseable(EquijudgeError):
    """A source that cannot be analysed: no Python 3, too long, or nested too deeply. `problem` says which."""

    def __init__(self, problem: str) -> None:
        self.problem = problem
        super().__init__(problem)


def parse(source: str, max_bytes: int = MAX_SOURCE_BYTES) -> ast.Module:
    """Parse a program of at most `max_bytes` (UTF-8) and MAX_DEPTH levels. Raises Unparseable."""
    size = len(source.encode("utf-8", "surrogatepass"))
    if size > max_bytes:
        raise Unparseable(f"{size:,} bytes; the limit is {max_bytes:,} bytes")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source.removeprefix(BYTE_ORDER_MARK))
    except SyntaxError as error:
        where = f" (line {error.lineno})" if error.lineno else ""
        raise Unparseable(f"not Python 3: {error.msg}{where}") from error
    except ValueError as error:  # null bytes, lone surrogates, integers of absurd length
        raise Unparseable(f"not Python 3: {error}") from error
    except (RecursionError, MemoryError) as error:
        raise _too_deep() from error
    if depth(tree) > MAX_DEPTH:
        raise _too_deep()
    return tree


def depth(tree: ast.AST) -> int:
    """How many levels a tree has; counted without recursion."""
    level, deepest = [tree], 0
    while level:
        deepest += 1
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return deepest


def _too_deep() -> Unparseable:
    return Unparseable(f"nested too deeply; the limit is {MAX_DEPTH} levels of syntax")


def try_parse(source: str) -> ast.Module | None:
    """Parse a source; None for whatever Python cannot parse: syntax, null bytes, nesting beyond the parser's depth."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source.removeprefix(BYTE_ORDER_MARK))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
