"""Which names does a program in Go or Rust introduce?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from equijudge_core.programs.lexing.lexer import Kind, Token
from equijudge_core.programs.lexing.names import CLOSING, OPENING, Introduced, text_at


def go_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """Go: `:=`, `var`, `const`, `type`, functions with their arguments and results, fields."""
    names: set[str] = set()
    members: set[str] = set()
    bodies: list[str] = []
    listed = -1  # the place of a name in the list behind `var`
    for at, token in enumerate(tokens):
        last, following = text_at(tokens, at - 1), text_at(tokens, at + 1)
        if token.text in OPENING and token.kind is Kind.MARK:
            bodies.append(_go_body(tokens, at))
        elif token.text in CLOSING and token.kind is Kind.MARK and bodies:
            bodies.pop()
        elif token.text == ":=":
            names.update(_names_before(tokens, keywords, at))
        elif token.kind is Kind.NAME and token.text not in keywords:
            body = bodies[-1] if bodies else ""
            if last in ("var", "const") or (last == "," and listed == at - 2):
                names.add(token.text)
                listed = at
            elif last in ("type", "func") or (last == ")" and following == "(" and _is_method(tokens, at)):
                names.add(token.text)
                if last == ")":
                    members.add(token.text)
            elif body in ("struct", "interface", "group") and (last in (body, "{", "(", ";", ",")):
                if _begins_type(tokens, at + 1, keywords) or following in (",", "="):
                    names.add(token.text)
                    members |= {token.text} if body != "group" else set()
            elif body == "arguments" and last in ("(", ",") and _begins_type(tokens, at + 1, keywords, listed=True):
                names.add(token.text)
    return Introduced(frozenset(names | members), frozenset(members))


def rust_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """Rust: what stands behind `let`, `fn`, `for`, `struct` and their like, arguments, fields, patterns, lifetimes."""
    names: set[str] = set()
    members: set[str] = set()
    pattern = False
    for at, token in enumerate(tokens):
        last, following = text_at(tokens, at - 1), text_at(tokens, at + 1)
        if token.text in ("let", "for") and following != "<":
            pattern = True
        elif token.text in ("=", "in", ";", "{", ":") or (token.text == "|" and last == "|"):
            pattern = False
        elif token.text == "|" and token.kind is Kind.MARK:
            pattern = _begins_closure(tokens, at)
        if token.kind is not Kind.NAME or token.text in keywords:
            continue
        if token.text.startswith("'"):
            names.add(token.text)
        elif last in ("fn", "struct", "enum", "trait", "type", "const", "static", "mod", "union") or (
            last == "mut" and following not in ("<", "::")
        ):
            names.add(token.text)
            if last == "fn":
                members.add(token.text)
        elif following == ":" and last in ("(", ",", "{", "pub", "|", "&", "ref", ")", ";", "}"):
            names.add(token.text)
            members.add(token.text)
        elif pattern and following not in ("(", "::", "{", "!", ".") and last not in ("::", ".", ":"):
            if _may_vary(token.text):
                names.add(token.text)
        elif _may_vary(token.text) and (
            (following == "=>" and last in ("{", ",", "}"))
            or (following == ")" and last in ("(", ",") and text_at(tokens, at + 2) == "=>")
        ):
            names.add(token.text)
    return Introduced(frozenset(names), frozenset(members))


def _may_vary(name: str) -> bool:
    """Whether a name in a pattern of Rust binds: constants and types begin with a capital."""
    return name[:1].islower() or name[:1] == "_"


def _go_body(tokens: Sequence[Token], at: int) -> str:
    """What an opening bracket of Go opens, as far as names are declared in it."""
    last = text_at(tokens, at - 1)
    if tokens[at].text == "{":
        return last if last in ("struct", "interface") else ""
    if tokens[at].text == "[":
        return ""
    if last in ("var", "const", "type"):
        return "group"
    if last == "func" or text_at(tokens, at - 2) == "func" or last == ")":
        return "arguments"
    return "arguments" if _is_method(tokens, at - 1) else ""


def _is_method(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` is that of a method: `func (r T) name(`. A receiver has few tokens."""
    if text_at(tokens, at - 1) != ")":
        return False
    for back in range(at - 2, max(-1, at - 12), -1):
        if tokens[back].text == "(":
            return text_at(tokens, back - 1) == "func"
    return False


def _begins_type(tokens: Sequence[Token], at: int, keywords: frozenset[str], *, listed: bool = False) -> bool:
    """Whether a type of Go may begin here. `listed`: or a comma, behind which others of its type follow."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.kind is Kind.NAME:
        return token.text not in keywords or token.text in ("map", "chan", "func", "struct", "interface")
    return token.text in ("*", "[", "...") or (listed and token.text == ",")


def _names_before(tokens: Sequence[Token], keywords: frozenset[str], at: int) -> Iterator[str]:
    """`a, b :=`: the names of the list that ends here."""
    while at > 0 and tokens[at - 1].kind is Kind.NAME and tokens[at - 1].text not in keywords:
        yield tokens[at - 1].text
        if text_at(tokens, at - 2) != ",":
            return
        at -= 2


def _begins_closure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a `|` of Rust opens a closure's arguments: behind a value it would be an operator."""
    if at == 0:
        return True
    last = tokens[at - 1]
    return last.text in ("move", "return") or (last.kind is Kind.MARK and last.text not in (")", "]", "}"))
