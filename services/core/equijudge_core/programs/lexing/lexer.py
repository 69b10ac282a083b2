"""A source in tokens, without comments and white space. Linear in the source; takes any text, and never raises.

One regular expression does it, of which no alternative gives back what it has taken: a string or comment that never
ends is one token up to the end of its line or of the source, so that nothing is read twice. Three things are no regular
language and are counted here: comments that nest, templates in whose holes programs stand, and whether a slash
divides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, Protocol


class Kind(StrEnum):
    """What a token is."""

    NAME = "name"  # a keyword too
    NUMBER = "number"
    TEXT = "text"  # strings, characters, regular expressions, files that are included
    MARK = "mark"
    LINE_END = "line_end"  # one that means something


class Token(NamedTuple):
    """One token. `fresh`: it is the first of its line, and stands in `column`; `glued`: nothing stands before it."""

    kind: Kind
    text: str
    fresh: bool = False
    glued: bool = False
    column: int = 0


class Lexical(Protocol):
    """What the lexer needs of a grammar; see grammars.Grammar."""

    @property
    def pattern(self) -> re.Pattern[str]: ...
    @property
    def keywords(self) -> frozenset[str]: ...
    @property
    def directives(self) -> bool: ...
    @property
    def nests_comments(self) -> bool: ...
    @property
    def has_templates(self) -> bool: ...


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set: of keywords and the like."""
    return frozenset(text.split())


TAB = 8
_KINDS = {str(kind): kind for kind in Kind}
_NESTED = re.compile(r"/\*|\*/")
_TEMPLATE = re.compile(r"[^`\\$]*+(?:(?:\\[\s\S]?|\$(?!\{))[^`\\$]*+)*+(?:`|\$\{|\Z)")
_REGEX = re.compile(
    r"/[^/\\\[\n]*+(?:(?:\\[^\n]?|\[[^\]\\\n]*+(?:\\[^\n]?[^\]\\\n]*+)*+\]?)[^/\\\[\n]*+)*+(?:/[a-z]*+)?"
)
# Words behind which a value begins, so that a slash begins a regular expression.
_BEFORE_VALUES = words("return typeof case in of delete void throw new else do instanceof yield await default extends")
_CONDITIONS = words("if while for with")  # what stands in brackets behind them is no value
_HOLE = "${"


def tokenize(source: str, grammar: Lexical) -> list[Token]:
    """Cut a source into its tokens. A directive of the preprocessor ends with a LINE_END."""
    return list(_Lexer(source.replace("\r\n", "\n").replace("\r", "\n"), grammar).tokens())


class _Lexer:
    """Where the lexer stands: what is open, and what came last."""

    def __init__(self, source: str, grammar: Lexical) -> None:
        self.source = source
        self.grammar = grammar
        self.open: list[tuple[str, bool]] = []  # brackets and holes; whether a condition's
        self.last: Token | None = None
        self.ends_value = False  # whether the last token ends a value: then a slash divides

    def tokens(self) -> Iterator[Token]:
        source, pattern = self.source, self.grammar.pattern
        position, line_start, fresh, glued, directive = 0, 0, True, False, False
        while position < len(source):
            found = pattern.match(source, position)
            assert found is not None  # its last alternative is any character
            start, (end, kind) = position, self._extend(found)
            position = end
            if kind == "line_end":
                if directive:
                    yield self._note(Token(Kind.LINE_END, "\n"))
                fresh, glued, directive, line_start = True, False, False, position
                continue
            text = source[start:end]
            if kind in ("space", "comment"):
                glued = False
                if "\n" in text and kind == "comment" and not directive:  # to Go and JavaScript it ends the line
                    fresh, line_start = True, source.rfind("\n", start, end) + 1
                continue
            directive = directive or (self.grammar.directives and fresh and text == "#")
            column = len(source[line_start:start].expandtabs(TAB)) if fresh else 0
            yield self._note(Token(_KINDS[kind], text.lstrip(" \t") or text, fresh, glued, column))
            fresh, glued = False, True
        if directive:
            yield Token(Kind.LINE_END, "\n")

    def _extend(self, found: re.Match[str]) -> tuple[int, str]:
        """Where the token really ends, and its kind."""
        kind, text, end = str(found.lastgroup), found[0], found.end()
        if kind == "comment" and self.grammar.nests_comments and text == "/*":
            return _end_of_nested(self.source, end), kind
        if self.grammar.has_templates:
            if text == "`" or (text == "}" and self.open and self.open[-1][0] == _HOLE):
                return self._end_of_template(found.start(), closes=text == "}"), "text"
            if text in ("/", "/=") and not self.ends_value and (regex := _REGEX.match(self.source, found.start())):
                return regex.end(), "text"
        return end, kind

    def _end_of_template(self, start: int, *, closes: bool) -> int:
        if closes:
            self.open.pop()
        found = _TEMPLATE.match(self.source, start + 1)
        end = found.end() if found else len(self.source)
        if self.source.endswith(_HOLE, start + 1, end):
            self.open.append((_HOLE, False))
        return end

    def _note(self, token: Token) -> Token:
        """Keep what a later slash or bracket asks."""
        if self.grammar.has_templates:
            self._follow(token)
        self.last = token
        return token

    def _follow(self, token: Token) -> None:
        kind, text = token.kind, token.text
        if kind is Kind.NAME:
            self.ends_value = text not in _BEFORE_VALUES
        elif kind is Kind.TEXT:
            self.ends_value = not text.endswith(_HOLE)
        elif kind is Kind.NUMBER:
            self.ends_value = True
        elif text in ("(", "[", "{"):
            self.open.append((text, self.last is not None and self.last.text in _CONDITIONS))
            self.ends_value = False
        elif text in (")", "]", "}"):
            _, condition = self.open.pop() if self.open else ("", False)
            self.ends_value = text != "}" and not condition
        else:
            self.ends_value = text in ("++", "--") and self.ends_value


def _end_of_nested(source: str, start: int) -> int:
    depth = 1
    for found in _NESTED.finditer(source, start):
        depth += 1 if found[0] == "/*" else -1
        if not depth:
            return found.end()
    return len(source)
