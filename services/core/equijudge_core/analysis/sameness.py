"""Are two programs of one language the same, and which cluster is theirs? For every language by what can read it.

Python 3 is read by its parser: normal forms of its tree, clusters by `signature`. So is what is written in another
Python and parses. Every other program is read as tokens: where the tree's levels are asked for, its forms by tokens
answer, and its cluster is its normal form, which its id says. Keys and ids of two languages are never equal, but for
those of Pythons that parse.
"""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.programs.lexing import forms
from equijudge_core.programs.lexing.forms import Form, form_key, form_text
from equijudge_core.programs.lexing.grammars import find_grammar
from equijudge_core.programs.normalize import Level, Normal, normalize
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, Unparseable, parse
from equijudge_core.signature import Signature, signature

PYTHON3 = "python3"
FORM_OF = {
    Level.TEXT: Form.TEXT,
    Level.AST: Form.TOKENS,  # layout and comments
    Level.ALPHA: Form.NORMAL_FORM,  # and names
    Level.BYTECODE: Form.NORMAL_FORM,  # there is no more to forget
}


@dataclass(frozen=True, slots=True)
class ClusterIds:
    """The clusters of a program and the features that name them, of which a normal form has none."""

    version: str
    coarse: str
    fine: str
    coarse_features: tuple[str, ...] = ()
    fine_features: tuple[str, ...] = ()


def normal_form(source: str, level: Level, language: str = PYTHON3, max_bytes: int = MAX_SOURCE_BYTES) -> Normal:
    """The normal form of a program at a level, by `normalize` or by its tokens. Never raises for any source."""
    if is_read_as_python(source, language, max_bytes):
        return normalize(source, level, max_bytes)
    error = _length_error(source, max_bytes)
    level = Level.TEXT if error else level
    return Normal(level, form_text(source, language, FORM_OF[level]), form_key(source, language, FORM_OF[level]), error)


def cluster_ids(source: str, language: str = PYTHON3, max_bytes: int = MAX_SOURCE_BYTES) -> ClusterIds:
    """The clusters of a program. Raise Unparseable for one that is too long, and for Python 3 that cannot be read."""
    if is_read_as_python(source, language, max_bytes):
        return _of_signature(signature(source, max_bytes))
    if (error := _length_error(source, max_bytes)) is not None:
        raise Unparseable(error)
    key = form_key(source, language, Form.NORMAL_FORM)
    return ClusterIds(forms.VERSION, key, key)


def is_read_as_python(source: str, language: str, max_bytes: int = MAX_SOURCE_BYTES) -> bool:
    """Whether a program is Python 3, or one that Python 3's parser reads as well as its own."""
    if language == PYTHON3:
        return True
    if not find_grammar(language).reads_as_python:
        return False
    try:
        parse(source, max_bytes)
    except Unparseable:
        return False
    return True


def _of_signature(found: Signature) -> ClusterIds:
    return ClusterIds(found.version, found.coarse, found.fine, found.coarse_features, found.fine_features)


def _length_error(source: str, max_bytes: int) -> str | None:
    size = len(source.encode("utf-8", "surrogatepass"))
    return f"{size:,} bytes; the limit is {max_bytes:,} bytes" if size > max_bytes else None
