"""What a search for the names of a program finds, and what the searches share.

What is looked for is where names are declared, by the tokens around them, in time linear in their number. A name that
is missed stays as it is: two programs are then told apart that differ in it alone. A name of a library that is taken
for the program's own would do harm only where two programs differ in nothing else; so where an expression may look like
a declaration, it is not taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from equijudge_core.programs.lexing.lexer import Kind, Token

MOST_LISTED = 128  # tokens of a list of arguments or bindings that are looked at: lists may stand in lists
OPENING, CLOSING = frozenset("([{"), frozenset(")]}")


class Introduced(NamedTuple):
    """`names`: all of them. `members`: those of the program's types, which also stand behind a point."""

    names: frozenset[str]
    members: frozenset[str] = frozenset()


def none(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """Find nothing."""
    return Introduced(frozenset())


def text_at(tokens: Sequence[Token], at: int) -> str:
    """The text of a token, '' beyond the ends."""
    return tokens[at].text if 0 <= at < len(tokens) else ""


def depths(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Each token's place and how many brackets are open there."""
    depth = 0
    for at, token in enumerate(tokens):
        if token.kind is Kind.MARK and token.text in CLOSING:
            depth = max(0, depth - 1)
        yield at, depth
        if token.kind is Kind.MARK and token.text in OPENING:
            depth += 1


def plain_names(tokens: Sequence[Token], keywords: frozenset[str], opening: int) -> Iterator[str]:
    """The names in the brackets that open here: of arguments or of a list that is taken apart, not of defaults."""
    depth = 0
    for at in range(opening, min(len(tokens), opening + MOST_LISTED)):
        token = tokens[at]
        if token.kind is Kind.MARK and token.text in OPENING:
            depth += 1
        elif token.kind is Kind.MARK and token.text in CLOSING:
            depth -= 1
            if depth <= 0:
                return
        elif token.kind is Kind.NAME and token.text not in keywords and depth <= 2 and _is_listed(tokens, at):
            yield token.text


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    return text_at(tokens, at - 1) in ("(", ",", "[", "...") and text_at(tokens, at + 1) in (",", ")", "=", "]")


def arrow_arguments(tokens: Sequence[Token], keywords: frozenset[str], arrow: str) -> set[str]:
    """`x => …` and `(x, y) => …`."""
    found: set[str] = set()
    opened: list[int] = []
    closed_by: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.kind is not Kind.MARK:
            continue
        if token.text == "(":
            opened.append(at)
        elif token.text == ")" and opened:
            closed_by[at] = opened.pop()
        elif token.text == arrow and at:
            last = tokens[at - 1]
            if last.kind is Kind.NAME and last.text not in keywords:
                found.add(last.text)
            elif at - 1 in closed_by:
                found.update(plain_names(tokens, keywords, closed_by[at - 1]))
    return found
