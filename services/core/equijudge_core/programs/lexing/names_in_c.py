"""Which names does a program in C, C++ or Java introduce? Those behind a type, and those that follow in its list."""

from __future__ import annotations

from collections.abc import Sequence

from equijudge_core.programs.lexing.lexer import Kind, Token, words
from equijudge_core.programs.lexing.names import CLOSING, OPENING, Introduced, arrow_arguments, text_at

_TYPE_WORDS = words("struct class union enum interface record trait namespace impl")
_NAMED_BY_WORD = words("struct class union enum interface record typename using define namespace")
# A name behind one of these is used, not declared.
_USED_BEHIND = words(
    "return else new case goto delete throw throws sizeof typename operator co_return co_yield co_await and or not do"
    " assert instanceof extends implements import package using typedef public private protected permits break continue"
    " if while for switch try catch finally default xor bitand bitor compl not_eq yield virtual define include ifdef"
    " ifndef undef pragma elif defined"
)
_NOT_TYPES = _USED_BEHIND | words(
    "true false null nullptr this super NULL static final const constexpr inline extern register abstract synchronized"
    " native transient volatile explicit friend mutable"
)
_BEHIND_NAME = words("= ; , ) ( [ { :")
_BUILT_IN = words(
    "auto bool char double float int long short signed unsigned void size_t wchar_t __int128 byte boolean var"
)
_STATEMENT_STARTS = frozenset((";", "{", "}", "\n"))
_IN_ANGLES = frozenset((",", "::", "*", "&", "[", "]", "?", ".", "..."))


def typed_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """C, C++: a name behind a type, and those that follow it in its list."""
    return _Declarations(tokens, keywords, behind_types=True).find()


def java_names(tokens: Sequence[Token], keywords: frozenset[str]) -> Introduced:
    """As in C, and the arguments of lambdas."""
    found = _Declarations(tokens, keywords, behind_types=False).find()
    return Introduced(found.names | arrow_arguments(tokens, keywords, "->"), found.members)


class _Declarations:
    """The declarations of a program in C, C++ or Java. `behind_types`: `struct { … } a;` declares a name."""

    def __init__(self, tokens: Sequence[Token], keywords: frozenset[str], *, behind_types: bool) -> None:
        self.tokens = tokens
        self.keywords = keywords
        self.type_ends = _closing_angles(tokens)
        self.names: set[str] = set()
        self.members: set[str] = set()
        self.types: set[str] = set()
        self.bodies: list[str] = []  # what each open bracket is: "type", "enum", "value", "list" (of names), or nothing
        self.listing: list[bool] = [False]  # at each depth, whether a list of declared names goes on
        self.loops = _looping_macros(tokens)
        self.behind_types = behind_types
        self.type_end = -1  # where the last body of a type closed

    def find(self) -> Introduced:
        word = ""  # of a type, since the last statement began
        for at, token in enumerate(self.tokens):
            text = token.text
            if token.kind is Kind.NAME:
                if text in _TYPE_WORDS:
                    word = text
                elif text not in self.keywords and self._is_declared(at):
                    self._declare(at)
            elif token.kind is Kind.LINE_END or text in (";", "}") or text in OPENING or text in CLOSING:
                self._follow(at, token, word)
                word = word if text in ("(", ")", "[", "]") else ""
        return Introduced(frozenset(self.names), frozenset(self.members))

    def _follow(self, at: int, token: Token, word: str) -> None:
        text = token.text
        if text in OPENING:
            is_body = text == "{" and word and (word == "record" or text_at(self.tokens, at - 1) != ")")
            kind = ("enum" if word == "enum" else "type") if is_body else ""
            if text == "(" and word == "record":
                kind = "type"  # what a record has stands in its head
            is_macro = text == "(" and token.glued and text_at(self.tokens, at - 2) == "define"
            if is_macro or (text == "[" and "auto" in (text_at(self.tokens, at - 1), text_at(self.tokens, at - 2))):
                kind = "list"
            if text == "{" and not is_body and self.listing[-1] and self._begins_value(at):
                kind = "value"
            self.bodies.append(kind)
            self.listing.append(False)
        elif text in CLOSING:
            kind = self.bodies.pop() if self.bodies else ""
            if len(self.listing) > 1:
                self.listing.pop()
            if text == "}" and kind != "value":
                self.listing[-1] = False
            if kind in ("type", "enum"):
                self.type_end = at
        else:
            self.listing[-1] = False
            if self.bodies and self.bodies[-1] == "enum":
                self.bodies[-1] = "type"  # behind the constants of Java's

    def _begins_value(self, at: int) -> bool:
        """Whether the brace opens what a declared name is set to: its list goes on behind it."""
        return text_at(self.tokens, at - 1) in ("=", "]") or text_at(self.tokens, at - 1) in self.names

    def _declare(self, at: int) -> None:
        name, last = self.tokens[at].text, text_at(self.tokens, at - 1)
        self.names.add(name)
        if last in _NAMED_BY_WORD:
            self.types.add(name)
        body = self.bodies[-1] if self.bodies else ""
        if body in ("type", "enum"):
            self.members.add(name)
        if body not in ("enum", "list") and last not in _NAMED_BY_WORD:
            self.listing[-1] = True

    def _is_declared(self, at: int) -> bool:
        last, following = text_at(self.tokens, at - 1), text_at(self.tokens, at + 1)
        body = self.bodies[-1] if self.bodies else ""
        if body in ("enum", "list") and last in ("{", "(", "[", ","):
            return True
        if last in _NAMED_BY_WORD:
            if last == "using":
                return following == "="
            return not (last == "namespace" and text_at(self.tokens, at - 2) == "using") and following != "::"
        if following not in _BEHIND_NAME:
            return False
        if last == "," and self.listing[-1]:
            return True
        if self.behind_types and last == "}" and self.type_end == at - 1:
            return True
        if last == "(" and following == "," and text_at(self.tokens, at - 2) in self.loops:
            return True
        if last == "*" and self.listing[-1] and text_at(self.tokens, at - 2) in (",", "*"):
            return True
        return self._is_type_end(at - 1) or (last in ("*", "&", "&&") and self._is_pointed_at(at - 1))

    def _is_type_end(self, at: int) -> bool:
        """Whether a type ends at this token, so that a name behind it is declared."""
        if at < 0:
            return False
        token, before = self.tokens[at], text_at(self.tokens, at - 1)
        if token.kind is Kind.NAME:
            if before in (".", "->") and token.text not in self.types:
                return False
            return token.text in _BUILT_IN or token.text not in _NOT_TYPES
        if token.text == ">":
            return at in self.type_ends
        if token.text == "]":
            return before == "[" and text_at(self.tokens, at - 2) != "delete"
        return token.text == "..." and self._is_type_end(at - 1)

    def _is_pointed_at(self, at: int) -> bool:
        """Whether the `*` or `&` at `at` belongs to a type, and is no product and no conjunction."""
        while at > 0 and self.tokens[at].text in ("*", "&", "&&", "const"):
            at -= 1
        token = self.tokens[at]
        if token.text in _BUILT_IN or token.text in self.types or (token.text == ">" and at in self.type_ends):
            return True
        if token.kind is not Kind.NAME or token.text in self.keywords:
            return False
        while at > 1 and self.tokens[at - 1].text == "::":
            at -= 2
        if text_at(self.tokens, at - 1) == "const":
            return True
        return at == 0 or self.tokens[at - 1].text in _STATEMENT_STARTS


def _closing_angles(tokens: Sequence[Token]) -> set[int]:
    """Where a `>` closes a list of types."""
    found: set[int] = set()
    waiting = 0
    for at, token in enumerate(tokens):
        if token.text == "<" and token.kind is Kind.MARK:
            waiting = waiting + 1 if at and tokens[at - 1].kind is Kind.NAME else 0
        elif token.text == ">" and waiting:
            waiting -= 1
            found.add(at)
        elif token.kind not in (Kind.NAME, Kind.NUMBER) and token.text not in _IN_ANGLES:
            waiting = 0
    return found


def _looping_macros(tokens: Sequence[Token]) -> set[str]:
    """Macros with arguments in whose text a loop begins: the first argument names its variable."""
    found: set[str] = set()
    name = ""
    for at, token in enumerate(tokens):
        if token.kind is Kind.LINE_END:
            name = ""
        elif token.text == "define" and text_at(tokens, at + 2) == "(":
            name = text_at(tokens, at + 1)
        elif token.text == "for" and name:
            found.add(name)
    return found
