"""Which ends of lines mean something: semicolons that may be left out, Python's lines and margins. Linear.

Where two layouts of one program may come out as different tokens, they do: it must not be the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence

from equijudge_core.programs.lexing.lexer import Kind, Token, words

SEMICOLON = Token(Kind.MARK, ";")
LINE_END = Token(Kind.LINE_END, "\n")
INDENT, DEDENT = Token(Kind.LINE_END, "<indent>"), Token(Kind.LINE_END, "<dedent>")

_GO_KEYWORDS_AT_END = words("break continue fallthrough return")
_SCRIPT_ALONE = words("return break continue throw yield")  # a line's end behind them ends the statement
_SCRIPT_GOES_ON = words("else catch finally in of instanceof")
_CONDITIONS = words("if while for with function")


def ignore(tokens: Sequence[Token], keywords: frozenset[str]) -> list[Token]:
    """No line's end means anything, but for those that the lexer put there."""
    return list(tokens)


def go_semicolons(tokens: Sequence[Token], keywords: frozenset[str]) -> list[Token]:
    """Put semicolons where Go's lexer does, and leave out those that may be left out."""
    found: list[Token] = []
    for token in tokens:
        if token.fresh and found and _ends_go_line(found[-1], keywords):
            found.append(SEMICOLON)
        _append(found, token)
    return _without_last(found)


def script_semicolons(tokens: Sequence[Token], keywords: frozenset[str]) -> list[Token]:
    """Put semicolons where JavaScript does, as far as tokens tell, and leave out those that mean nothing."""
    found: list[Token] = []
    conditions: list[bool] = []
    closes_condition = False
    for token in tokens:
        last = found[-1] if found else None
        if last and token.fresh and _ends_script_line(last, token, keywords, closes_condition):
            found.append(SEMICOLON)
        if token.text == ")" and token.kind is Kind.MARK:
            closes_condition = bool(conditions) and conditions.pop()
        elif token.text == "(" and token.kind is Kind.MARK:
            before = {each.text for each in found[-2:]}
            conditions.append(bool(before & _CONDITIONS))
        if token.kind is Kind.NAME and _is_mark(found, 1, ";") and _is_mark(found, 2, "}"):
            found.pop()  # a block needs none, and behind a value the line's end would have done
        _append(found, token)
    return _without_last(found)


def python_lines(tokens: Sequence[Token], keywords: frozenset[str]) -> list[Token]:
    """Lines and margins as Python reads them; a margin that fits nowhere is taken for the nearest outer one."""
    found: list[Token] = []
    margins, depth = [0], 0
    for token in tokens:
        if token.fresh and not depth:
            if found and found[-1].kind is not Kind.LINE_END:
                found.append(LINE_END)
            if token.column > margins[-1]:
                margins.append(token.column)
                found.append(INDENT)
            while token.column < margins[-1]:
                margins.pop()
                found.append(DEDENT)
        if token.kind is Kind.MARK:
            depth += token.text in ("(", "[", "{")
            depth = max(0, depth - (token.text in (")", "]", "}")))
        if token.text == ";" and token.kind is Kind.MARK and not depth:
            token = LINE_END  # the same to Python
        if token is not LINE_END or (found and found[-1].kind is not Kind.LINE_END):
            found.append(token)
    return [*found, *[DEDENT] * (len(margins) - 1)]


def _ends_go_line(last: Token, keywords: frozenset[str]) -> bool:
    if last.kind is Kind.NAME:
        return last.text not in keywords or last.text in _GO_KEYWORDS_AT_END
    return last.kind in (Kind.NUMBER, Kind.TEXT) or last.text in ("++", "--", ")", "]", "}")


def _ends_script_line(last: Token, token: Token, keywords: frozenset[str], closes_condition: bool) -> bool:
    """Whether a line's end between the two ends a statement."""
    if last.text in _SCRIPT_ALONE and last.kind is Kind.NAME:
        return True
    if token.kind is Kind.MARK:
        ends = token.text in ("++", "--")
    elif token.kind is Kind.TEXT and token.text.startswith("`"):
        ends = False
    else:
        ends = token.kind is not Kind.NAME or token.text not in _SCRIPT_GOES_ON
    if not ends:
        return False
    if last.kind is Kind.MARK:
        return last.text in ("]", "++", "--") or (last.text == ")" and not closes_condition)
    return last.kind is not Kind.NAME or last.text not in keywords or last.text in ("this", "super", "null")


def _append(found: list[Token], token: Token) -> None:
    """Append a token; a semicolon before a closing bracket means nothing."""
    if token.kind is Kind.MARK and token.text in (")", "}") and _is_mark(found, 1, ";"):
        found.pop()
    found.append(token)


def _is_mark(found: list[Token], back: int, text: str) -> bool:
    return len(found) >= back and found[-back].kind is Kind.MARK and found[-back].text == text


def _without_last(found: list[Token]) -> list[Token]:
    while _is_mark(found, 1, ";"):
        found.pop()
    return found
