"""Forms of a program that can be compared, in languages that are read as tokens alone.

Three, each forgetting more than the one before: its text without blank lines and white space at the ends of lines, its
tokens, its normal form, in which the names that it introduces are numbered in the order in which they first occur.
Programs with one normal form differ in layout, comments and names, and are one cluster; nothing else is known of them.
Keys name their language, so that none is ever equal to one of another language or to a signature of Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from hashlib import blake2b

from equijudge_core.programs.lexing.grammars import Grammar, find_grammar
from equijudge_core.programs.lexing.lexer import Kind, Token, tokenize

VERSION = "t1"
_DIGEST_BYTES = 16


class Form(StrEnum):
    """What is compared."""

    TEXT = "text"
    TOKENS = "tokens"
    NORMAL_FORM = "normal-form"


def tokens_of(source: str, language: str) -> list[Token]:
    """The tokens that mean something. Never raises."""
    grammar = find_grammar(language)
    return grammar.line_ends(tokenize(source, grammar), grammar.keywords)


def form_text(source: str, language: str, form: Form) -> str:
    """A form to read, a line each token. Never raises. NORMAL_FORM: the program's own names are `@1`, `@2`, …"""
    if form is Form.TEXT:
        lines = (line.rstrip() for line in source.splitlines())
        return "".join(f"{line}\n" for line in lines if line)
    words = _normal_words(source, language) if form is Form.NORMAL_FORM else _words(tokens_of(source, language))
    return "".join(f"{word}\n" for word in words)


def form_key(source: str, language: str, form: Form) -> str:
    """`normal-form:cpp17:t1:…`: equal for programs of the language that are the same in this form. Never raises."""
    digest = blake2b(digest_size=_DIGEST_BYTES)
    if form is Form.TEXT:
        digest.update(form_text(source, language, form).encode("utf-8", "surrogatepass"))
    else:
        words = _normal_words(source, language) if form is Form.NORMAL_FORM else _words(tokens_of(source, language))
        for word in words:  # with their lengths: a token may hold a line's end
            data = word.encode("utf-8", "surrogatepass")
            digest.update(b"%d:%b" % (len(data), data))
    return f"{form}:{language}:{VERSION}:{digest.hexdigest()}"


def is_normal_form(cluster: str) -> bool:
    """Whether a cluster's id is that of a normal form, and no signature of Python."""
    return cluster.startswith(f"{Form.NORMAL_FORM}:")


def is_of_other_version(cluster: str) -> bool:
    """Whether a cluster's id is that of a normal form of another version than this one's."""
    return is_normal_form(cluster) and cluster.split(":")[2:3] != [VERSION]


def _words(tokens: Iterable[Token]) -> list[str]:
    """The tokens as texts; a bracket that makes a macro one with arguments is not the one that begins its value."""
    words: list[str] = []
    for token in tokens:
        is_macro = token.text == "(" and token.glued and words[-2:-1] == ["define"]
        words.append("#(" if is_macro else token.text)
    return words


def _normal_words(source: str, language: str) -> list[str]:
    grammar = find_grammar(language)
    tokens = tokens_of(source, language)
    names, members = grammar.introduced(tokens, grammar.keywords)
    kept = grammar.kept | grammar.keywords
    numbers: dict[str, str] = {}
    words = _words(tokens)
    for at, token in enumerate(tokens):
        if token.kind is not Kind.NAME or token.text in kept:
            continue
        is_member = _is_member(tokens, at, grammar)
        if is_member and _is_of_library(tokens, at, grammar, names):
            continue
        if token.text in (members if is_member else names):
            words[at] = numbers.setdefault(token.text, f"@{len(numbers) + 1}")
    return words


def _is_member(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the name at `at` is looked up in a value or a type, and not among those that are in scope."""
    last = tokens[at - 1].text if at else ""
    if last in grammar.access:
        return True
    return grammar.has_keys and last in ("{", ",") and at + 1 < len(tokens) and tokens[at + 1].text == ":"


def _is_of_library(tokens: Sequence[Token], at: int, grammar: Grammar, names: frozenset[str]) -> bool:
    """Whether the member at `at` is one of a name that the program does not introduce: `System.in`, `std::min`."""
    if at < 2 or tokens[at - 1].text not in grammar.access:
        return False
    owner = tokens[at - 2]
    return owner.kind is Kind.NAME and owner.text not in names and owner.text not in grammar.keywords
