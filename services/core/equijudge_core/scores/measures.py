"""What the text metrics need of one source: tokens, words, AST subtrees. Strangers' source: run it in a child.

Equal on every supported Python that parses the source: f-strings are one token, as they were before 3.12.
"""

from __future__ import annotations

import ast
import contextlib
import hashlib
import io
import re
import string
import tokenize
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from equijudge_core.programs.parsing import try_parse

SUBTREE_HEIGHT = 4

_DROPPED = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER}
_MARKS = {tokenize.NEWLINE: "<newline>", tokenize.INDENT: "<indent>", tokenize.DEDENT: "<dedent>"}
# Python 3.12 takes f-strings apart.
_FSTRING_START: int | None = getattr(tokenize, "FSTRING_START", None)
_FSTRING_END: int | None = getattr(tokenize, "FSTRING_END", None)
_FALLBACK = re.compile(r"\w+|\S")


@dataclass(frozen=True, slots=True)
class Measures:
    """Tokens, words and subtrees of one source; `subtrees` is None when it does not parse."""

    tokens: tuple[str, ...]
    words: tuple[str, ...]
    subtrees: dict[str, int] | None


def measure(source: str) -> Measures:
    """Count tokens, words and subtrees of a source. Never raises, whatever the text."""
    return Measures(tokens=python_tokens(source), words=words(source), subtrees=ast_subtrees(source))


def python_tokens(source: str) -> tuple[str, ...]:
    """The tokens of Python without comments and blank lines; line ends and indentation as marks without their width.

    Words and single symbols (`\\w+|\\S`) where the text is not Python.
    """
    if try_parse(source) is not None:  # where it does not parse, tokenizers of different Pythons differ
        with contextlib.suppress(tokenize.TokenError, SyntaxError):
            return tuple(_tokens(source))
    return tuple(_FALLBACK.findall(source))


def _tokens(source: str) -> Iterator[str]:
    lines = list(io.StringIO(source))
    depth, start = 0, (0, 0)
    for token in tokenize.generate_tokens(iter([*lines, ""]).__next__):
        if token.type == _FSTRING_START:
            start = start if depth else token.start
            depth += 1
        elif token.type == _FSTRING_END:
            depth -= 1
            if not depth:
                yield _between(lines, start, token.end)
        elif not depth and token.type not in _DROPPED:
            yield _MARKS.get(token.type, token.string)


def _between(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    text = lines[start[0] - 1 : end[0]]
    text[-1] = text[-1][: end[1]]
    text[0] = text[0][start[1] :]
    return "".join(text)


def words(source: str) -> tuple[str, ...]:
    """The words between white space, without the punctuation at their ends, as EAD counts them."""
    return tuple(word for part in source.split() if (word := part.strip(string.punctuation)))


def ast_subtrees(source: str, height: int = SUBTREE_HEIGHT) -> dict[str, int] | None:
    """How often each subtree of at most `height` levels (a leaf has one) occurs in the syntax tree.

    A subtree is a node with all its descendants. Kinds of nodes and of constants count, names and values do not.
    Keys are hashes. None when the source does not parse. Source: 2604.16027.
    """
    tree = try_parse(source)
    if tree is None:
        return None
    _drop_empty_pieces(tree)
    counts: Counter[str] = Counter()
    shapes: dict[int, tuple[int, str]] = {}
    for node in reversed(list(ast.walk(tree))):  # breadth first, backwards: children before their parents
        levels, shape = shapes[id(node)] = _shape(node, shapes, height)
        if levels <= height and not isinstance(node, ast.expr_context):
            counts[hashlib.blake2b(shape.encode(), digest_size=8).hexdigest()] += 1
    return dict(sorted(counts.items()))


def _drop_empty_pieces(tree: ast.Module) -> None:
    """Python 3.12 ends the format of `f"{x:>{width}}"` with an empty string, the others do not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            node.values = [
                piece for piece in node.values if not (isinstance(piece, ast.Constant) and piece.value == "")
            ]


def _shape(node: ast.AST, shapes: dict[int, tuple[int, str]], height: int) -> tuple[int, str]:
    levels, parts = 1, []
    for name, value in ast.iter_fields(node):
        children = [child for child in (value if isinstance(value, list) else [value]) if isinstance(child, ast.AST)]
        below = [shapes[id(child)] for child in children if not isinstance(child, ast.expr_context)]
        if below:
            levels = max(levels, 1 + max(depth for depth, _ in below))
            parts.append(f"{name}={','.join(shape for _, shape in below)}")
    if levels > height:
        return height + 1, ""
    kind = type(node).__name__
    if isinstance(node, ast.Constant):
        kind += f":{type(node.value).__name__}"
    return levels, f"{kind}({';'.join(parts)})"
