"""Are two programs the same text, the same tree, the same but for names, the same byte code?

For deduplication and for counting unique solutions; whether two programs are the same algorithm is `signature`'s
question. Each level forgets more than the one before it. A source that cannot be parsed is compared by its text.
"""

from __future__ import annotations

import ast
import sys
import types
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b

from equijudge_core.programs import scopes
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, Unparseable, parse

VERSION = "n1"
_DIGEST_BYTES = 16
_UNSTABLE_FIELDS = frozenset({"ctx", "kind", "type_comment", "type_ignores"})


class Level(StrEnum):
    """What is forgotten."""

    TEXT = "text"  # blank lines, white space at the ends of lines
    AST = "ast"  # layout, comments, docstrings
    ALPHA = "alpha"  # and the names of variables
    BYTECODE = "bytecode"  # and whatever this interpreter's compiler does not tell apart


@dataclass(frozen=True, slots=True)
class Normal:
    """A program's normal form.

    `key` is equal for programs that are the same at `level`. Keys of BYTECODE begin with the interpreter
    (`cpython-311`) and compare only with keys of the same one; the others are the same on Python 3.11 to 3.13.
    `text` is readable, normalises to itself and is written by this interpreter's `ast.unparse` (BYTECODE: the text of
    ALPHA, which is what is compiled). Where `error` says why the source could not be read, `level` is TEXT.
    """

    level: Level
    text: str
    key: str
    error: str | None = None


def normalize(source: str, level: Level, max_bytes: int = MAX_SOURCE_BYTES) -> Normal:
    """Bring a source to its normal form at a level. Never raises for any source."""
    if level is Level.TEXT:
        return _by_text(source)
    try:
        return _by_tree(source, level, max_bytes)
    except Unparseable as error:
        return _by_text(source, error.problem)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        return _by_text(source, f"cannot be written or compiled: {error}")


def _by_text(source: str, error: str | None = None) -> Normal:
    lines = (line.rstrip() for line in source.splitlines())
    text = "".join(f"{line}\n" for line in lines if line)
    return Normal(Level.TEXT, text, _key(Level.TEXT, text), error)


def _by_tree(source: str, level: Level, max_bytes: int) -> Normal:
    tree = remove_docstrings(parse(source, max_bytes))
    if level is not Level.AST:
        scopes.rename(tree, scopes.by_first_use("v", scopes.names_to_keep(tree)))
    text = ast.unparse(tree) + "\n"
    if level is Level.BYTECODE:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            code = compile(ast.fix_missing_locations(tree), "program", "exec", dont_inherit=True)
        return Normal(level, text, f"{sys.implementation.cache_tag}:{_key(level, '|'.join(_code(code)))}")
    return Normal(level, text, _key(level, "".join(tree_text(tree))))


def remove_docstrings(tree: ast.Module) -> ast.Module:
    """Take docstrings away, and every other statement that is only a constant; in place."""
    for node in ast.walk(tree):
        for name in ("body", "orelse", "finalbody"):
            block = getattr(node, name, None)
            if isinstance(block, list):
                kept = [statement for statement in block if not _is_constant(statement)]
                setattr(node, name, kept or ([ast.Pass()] if block and not isinstance(node, ast.Module) else []))
    return tree


def tree_text(node: object) -> Iterator[str]:
    """A tree as text, without positions and without what differs between Python versions."""
    if isinstance(node, ast.AST):
        yield f"{type(node).__name__}("
        for name, value in ast.iter_fields(node):
            if name not in _UNSTABLE_FIELDS and value is not None and value != []:
                yield f"{name}="
                yield from tree_text(_merge_texts(value) if isinstance(node, ast.JoinedStr) else value)
        yield ")"
    elif isinstance(node, list):
        for item in node:
            yield from tree_text(item)
            yield ","
    else:
        yield _constant(node)


def _merge_texts(parts: list[ast.expr]) -> list[ast.expr]:
    """An f-string's parts with neighbouring texts as one: how they are split depends on the Python version."""
    merged: list[ast.expr] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, ast.Constant) and isinstance(last, ast.Constant):
            merged[-1] = ast.Constant(str(last.value) + str(part.value))
        elif not isinstance(part, ast.Constant) or part.value:
            merged.append(part)
    return merged


def _constant(value: object) -> str:
    # hex: decimal text of a huge integer is refused by Python
    return f"int {value:x}" if type(value) is int else f"{type(value).__name__} {value!r}"


def _is_constant(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def _code(code: types.CodeType) -> Iterator[str]:
    """What a code object does, without where it stands and what its locals are called."""
    yield code.co_code.hex()
    yield repr((code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_flags, code.co_names))
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _code(constant)
        else:
            yield "".join(_stable(constant))


def _stable(constant: object) -> Iterator[str]:
    """Sets of constants have no order of their own."""
    if isinstance(constant, frozenset):
        yield f"frozenset {sorted(map(_constant, constant))}"
    elif isinstance(constant, tuple):
        for item in constant:
            yield from _stable(item)
            yield ","
    else:
        yield _constant(constant)


def _key(level: Level, text: str) -> str:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
    return f"{VERSION}:{level.value}:{digest}"
