"""Which names does a program in JavaScript or Python introduce?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from equijudge_core.programs.lexing.lexer import Kind, Token
from equijudge_core.programs.lexing.names import (
    CLOSING,
    MOST_LISTED,
    OPENING,
    Introduced,
    arrow_arguments,
    depths,
    plain_names,
    text_at,
)

_BEFORE_BINDINGS = frozenset(("let", "const", "var", ","))


def script_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """JavaScript: `let`, `const`, `var`, functions and their arguments, classes and what they hold."""
    names, methods = arrow_arguments(tokens, keywords, "=>"), _class_members(tokens, keywords)
    members = {tokens[at].text for at in methods}
    for at, token in enumerate(tokens):
        last = tokens[at - 1].text if at else ""
        if token.kind is Kind.NAME and token.text not in keywords:
            if last in ("function", "class") or (last == "*" and at > 1 and tokens[at - 2].text == "function"):
                names.add(token.text)
            elif last == "." and at > 1 and tokens[at - 2].text == "this" and text_at(tokens, at + 1) == "=":
                members.add(token.text)
        elif token.text in ("let", "const", "var"):
            names |= _script_bindings(tokens, keywords, at + 1)
        elif token.text == "(" and (at - 1 in methods or _is_head_of_function(tokens, at)):
            names |= set(plain_names(tokens, keywords, at))
    return Introduced(frozenset(names | members), frozenset(members))


def python_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """Python by its tokens: what is assigned to, looped over, imported under a name; functions, classes, arguments."""
    names: set[str] = set()
    members: set[str] = set()
    for line in _python_statements(tokens):
        assigned = max((at for at, depth in depths(line) if not depth and line[at].text == "="), default=-1)
        targets = {at for at, depth in depths(line) if at < assigned}
        in_for = in_head = False
        for at, token in enumerate(line):
            last, following = text_at(line, at - 1), text_at(line, at + 1)
            in_for = token.text == "for" or (in_for and token.text != "in")
            in_head = token.text == "lambda" or (in_head and token.text != ":") or line[0].text == "def"
            if token.kind is not Kind.NAME or token.text in keywords or last == ".":
                if last == "." and text_at(line, at - 2) == "self" and at in targets and following == "=":
                    members.add(token.text)
                continue
            used = following in (".", "[", "(")
            changed = at == 0 and following[-1:] == "=" and following not in ("==", "<=", ">=")
            declared = changed or last in ("def", "class", "as", "global") or (last == "," and line[0].text == "except")
            listed = in_head and last in ("(", ",", "*", "**", "lambda")
            if declared or listed or (in_for and not used) or (at in targets and not used):
                names.add(token.text)
    return Introduced(frozenset(names | members), frozenset(members))


def _script_bindings(tokens: Sequence[Token], keywords: frozenset[str], start: int) -> set[str]:
    """`let a = 1, b, [c, d] = e;`: the names behind `let`. What is taken out of an object keeps its name."""
    found: set[str] = set()
    depth = 0
    for at in range(start, min(len(tokens), start + MOST_LISTED)):
        token, last = tokens[at], text_at(tokens, at - 1)
        if token.kind is Kind.MARK and token.text in OPENING:
            if token.text == "[" and not depth and last in _BEFORE_BINDINGS:
                found.update(plain_names(tokens, keywords, at))
            depth += 1
        elif token.kind is Kind.MARK and token.text in CLOSING:
            depth -= 1
        elif token.kind is Kind.NAME and token.text not in keywords and not depth and last in _BEFORE_BINDINGS:
            found.add(token.text)
        if depth < 0 or (not depth and (token.text in (";", "of", "in", "let", "const", "var", "function", "class"))):
            break
    return found


def _is_head_of_function(tokens: Sequence[Token], at: int) -> bool:
    """Whether the bracket opens the arguments of `function name(`."""
    return any(text_at(tokens, at - back) == "function" for back in (1, 2, 3))


def _class_members(tokens: Sequence[Token], keywords: frozenset[str]) -> set[int]:
    """Where the methods and fields of JavaScript's classes are named."""
    found: set[int] = set()
    bodies: list[bool] = []
    in_head = False
    for at, token in enumerate(tokens):
        if token.kind is Kind.NAME:
            in_head = in_head or token.text == "class"
            if bodies and bodies[-1] and token.text not in keywords:
                before, behind = text_at(tokens, at - 1), text_at(tokens, at + 1)
                if before in ("{", "}", ";", "static", "async", "get", "set", "*") and behind in ("(", "=", ";", "}"):
                    found.add(at)
        elif token.kind is Kind.MARK and token.text in OPENING:
            bodies.append(token.text == "{" and in_head)
            in_head = in_head and token.text != "{"
        elif token.kind is Kind.MARK and token.text in CLOSING and bodies:
            bodies.pop()
    return found


def _python_statements(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The lines that Python reads as one each, and what stands behind a colon apart."""
    start, depth = 0, 0
    for at, token in enumerate(tokens):
        if token.kind is Kind.LINE_END:
            if at > start:
                yield tokens[start:at]
            start = at + 1
        elif token.kind is Kind.MARK:
            depth += token.text in OPENING
            depth = max(0, depth - (token.text in CLOSING))
    if start < len(tokens):
        yield tokens[start:]
