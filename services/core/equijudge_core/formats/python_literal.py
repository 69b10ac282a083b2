"""Reads data that is written as Python writes it: strings, numbers, None, True, False, lists, tuples, dicts and sets.

Python's own reader of literals makes a syntax tree first: 4 MB of short lists take it 25 seconds and 1.9 GB. This one
makes the values at once. What is no plain literal is a BadText: strings with a prefix or in triple quotes, names, sums,
calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from equijudge_core.formats.numerals import BadText, read_integer

DEEPEST = 100
_TOKEN = re.compile(
    r"""\s*(?:(?P<string>'(?:[^'\\\n]++|\\.)*+'|"(?:[^"\\\n]++|\\.)*+")"""
    r"""|(?P<float>[+-]?(?:\d++\.\d*+|\.\d++)(?:[eE][+-]?\d++)?|[+-]?\d++[eE][+-]?\d++)"""
    r"""|(?P<int>[+-]?\d++)|(?P<name>True|False|None)\b|(?P<sign>[][(){},:]))""",
    re.DOTALL | re.ASCII,
)
_ESCAPE = re.compile(
    r"\\(?:(?P<line>\n)|(?P<plain>[\\'\"abfnrtv])|(?P<octal>[0-7]{1,3})|(?P<hex>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
    r"|(?P<odd>[xuUN]))"
)
_PLAIN = dict(zip("\\'\"abfnrtv", "\\'\"\a\b\f\n\r\t\v", strict=True))
_NAMES = {"True": True, "False": False, "None": None}
_CLOSES = {"[": "]", "(": ")", "{": "}"}


def parse_literal(text: str) -> Any:
    """Parse a literal. Raises BadText."""
    reader = _Reader(text)
    value = reader.value(reader.next(), 0)
    if text[reader.place :].strip():
        raise BadText("has something behind its literal")
    return value


class _Reader:
    """Goes through a text token by token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def next(self) -> re.Match[str]:
        """The next token."""
        found = _TOKEN.match(self.text, self.place)
        if found is None:
            raise BadText(f"is neither JSON nor a Python literal (at character {self.place})")
        self.place = found.end()
        return found

    def value(self, token: re.Match[str], depth: int) -> Any:
        """The value that begins with this token."""
        kind, said = token.lastgroup or "", token[token.lastgroup or 0]
        if kind == "sign":
            if said not in _CLOSES:
                raise BadText(f"has {said} where a value is expected (at character {self.place})")
            if depth >= DEEPEST:
                raise BadText("is nested too deeply")
            return self._items(said, depth + 1)
        return _READ[kind](said)

    def _items(self, opened: str, depth: int) -> Any:
        items: list[Any] = []
        pairs: dict[Any, Any] = {}
        commas, wants_comma = 0, False
        while (token := self.next())["sign"] != _CLOSES[opened]:
            if wants_comma != (token["sign"] == ","):
                raise BadText(f"lacks a value or a comma (at character {self.place})")
            if wants_comma:
                commas, wants_comma = commas + 1, False
                continue
            item, wants_comma = self.value(token, depth), True
            if opened == "{" and (items or not self._has_colon()):
                items.append(item)
            elif opened == "{":
                _put(pairs, item, self.value(self.next(), depth))
            else:
                items.append(item)
        return _close(opened, items, pairs, commas)

    def _has_colon(self) -> bool:
        """Whether a colon comes next, which is passed then."""
        before = self.place
        if self.next()["sign"] == ":":
            return True
        self.place = before
        return False


def _put(pairs: dict[Any, Any], key: Any, value: Any) -> None:
    try:
        pairs[key] = value
    except TypeError as error:
        raise BadText("has a key that can be none") from error


def _close(opened: str, items: list[Any], pairs: dict[Any, Any], commas: int) -> Any:
    if opened == "[":
        return items
    if opened == "(":
        return tuple(items) if commas or not items else items[0]
    if items and pairs:
        raise BadText("mixes a set with a dict")
    try:
        return set(items) if items else pairs
    except TypeError as error:
        raise BadText("has a member of a set that can be none") from error


def _string(said: str) -> str:
    body = said[1:-1]
    return _ESCAPE.sub(_unescape, body) if "\\" in body else body


def _unescape(found: re.Match[str]) -> str:
    if found["line"]:
        return ""
    if found["plain"]:
        return _PLAIN[found["plain"]]
    if found["odd"]:
        raise BadText("has an escape in a string that is not read")
    code = int(found["octal"], 8) if found["octal"] else int(found["hex"][1:], 16)
    if code > 0x10FFFF:
        raise BadText("has an escape in a string that is no character")
    return chr(code)


_READ: dict[str, Callable[[str], Any]] = {
    "string": _string,
    "float": float,
    "int": read_integer,
    "name": _NAMES.__getitem__,
}
