"""The typed encoding of values (see harness.py) outside a cell: expected values into it, what a cell left out of it.

What comes from a cell is anybody's bytes. It is read by the standard library's JSON reader, in time and memory that are
linear in what is expected: an answer of more nodes or of far more bytes than the expected value has is wrong, and is
not read. What no harness would write is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

Node = Any  # None, bool, int, float, str, list, or a dict with one of TAGS
TAGS = frozenset("ifbtszqgdcrD")
LARGEST = 1 << 62  # integers from here on are written in hex digits
MORE_NODES, ROOM_NODES = 4, 10_000  # than the expected value has, and beside
MORE_BYTES, ROOM_BYTES = 24, 64 << 10
DEEPEST = 205  # levels of values; the harness writes at most 200
_INTEGER = re.compile(r"-?[0-9]+")
_HEX = re.compile(r"-?0x[0-9a-f]+")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?")
MOST_DIGITS = 100_000  # of an integer of a test's
LONGEST_NUMBER = 400  # of a text that may be a float


class NoAnswer(ValueError):
    """Bytes that no harness writes, or more of them than a right answer could have."""


def parse_json(text: bytes) -> Any:
    """What stands in a test, in Python's JSON with NaN and infinities and integers of any length. Raise ValueError."""
    try:
        return json.loads(text.decode("utf-8", "surrogatepass"), parse_int=_long_integer)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _long_integer(text: str) -> int:
    """int(), without the limit on digits that a process may have."""
    if len(text) > MOST_DIGITS:
        raise ValueError(f"an integer of more than {MOST_DIGITS} digits")
    sign, digits = (-1, text[1:]) if text[:1] == "-" else (1, text)
    return sign * _read_digits(digits)


def _read_digits(digits: str) -> int:
    if len(digits) <= 1000:
        return int(digits)
    behind = len(digits) // 2
    tens: int = 10**behind
    return _read_digits(digits[:-behind]) * tens + _read_digits(digits[-behind:])


def encode_json(value: Any) -> Node:
    """A value of JSON in the typed encoding. Raise ValueError where it is too deep."""
    return _encode(value, 0)


def _encode(value: Any, depth: int) -> Node:
    if depth > DEEPEST:
        raise ValueError("nested too deeply")
    if isinstance(value, list):
        return [_encode(each, depth + 1) for each in value]
    if isinstance(value, dict):
        return {"d": [[key, _encode(each, depth + 1)] for key, each in value.items()]}
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if isinstance(value, int):
        return value if -LARGEST < value < LARGEST else {"i": hex(value)}
    return value if value - value == 0 else {"f": repr(value)}


def dump(node: Node) -> bytes:
    """The bytes that the harness writes for it. Raise RecursionError."""
    return json.dumps(node, separators=(",", ":")).encode()


def count_nodes(data: bytes) -> int:
    """At least as many as there are, when nothing but strings is counted too much."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def decode(data: bytes, expected: bytes) -> Node:
    """Read what a cell left. expected: the dump of what is expected. Raise NoAnswer."""
    if len(data) > MORE_BYTES * len(expected) + ROOM_BYTES:
        raise NoAnswer("far longer than what is expected")
    if count_nodes(data) > MORE_NODES * count_nodes(expected) + ROOM_NODES:
        raise NoAnswer("of far more values than are expected")
    try:
        node = json.loads(data, parse_int=_small_integer, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise NoAnswer("not in the encoding") from None
    _check(node)
    return node


def check_typed(node: Node) -> Node:
    """What a test has in the typed encoding. Raise ValueError."""
    _check(node)
    return node


def _small_integer(text: str) -> int:
    if len(text) > 20:
        raise ValueError("an integer of so many digits is written otherwise")
    return int(text)


def _no_constant(text: str) -> float:
    raise ValueError(f"{text} is written otherwise")


def _check(root: Node) -> None:
    """Raise NoAnswer unless every object is one that a harness writes, and not too deep."""
    level: list[Node] = [root]
    for _ in range(DEEPEST):
        below: list[Node] = []
        for node in level:
            if isinstance(node, list):
                below += [each for each in node if isinstance(each, list | dict)]
            elif isinstance(node, dict):
                below += _held(node)
        if not below:
            return
        level = below
    raise NoAnswer("nested too deeply")


def _held(node: dict[str, Any]) -> list[Node]:
    """The nodes inside an object. Raise NoAnswer."""
    tag, held = next(iter(node.items())) if len(node) == 1 else ("", None)
    if tag not in TAGS:
        raise NoAnswer("an object that stands for nothing")
    if tag in _TEXTS:
        if not isinstance(held, str) or not _TEXTS[tag](held):
            raise NoAnswer("a text that stands for nothing")
        return []
    if not isinstance(held, list):
        raise NoAnswer("an object that stands for nothing")
    if tag == "d":
        if not all(isinstance(pair, list) and len(pair) == 2 for pair in held):
            raise NoAnswer("a dictionary without pairs")
        return [each for pair in held for each in pair]
    if tag in "cr" and (len(held) != 2 or any(isinstance(each, list | str | None) for each in held)):
        raise NoAnswer("a number without two parts")
    return held


def _is_bytes(text: str) -> bool:
    try:
        return len(bytes.fromhex(text)) * 2 == len(text)
    except ValueError:
        return False


_TEXTS: dict[str, Callable[[str], object]] = {
    "i": _HEX.fullmatch,
    "f": ("nan", "inf", "-inf").__contains__,
    "b": _is_bytes,
    "D": lambda text: len(text) <= 100_000,
}


def number_of(node: Node) -> int | float | None:
    """The real number that a node stands for; None for what is none. A truth value is none here."""
    if isinstance(node, bool) or node is None or isinstance(node, str | list):
        return None
    if isinstance(node, int | float):
        return node
    ((tag, held),) = node.items()
    if tag == "i":
        return int(held, 16)
    if tag == "f":
        return float(held)
    if tag == "D" and len(held) <= LONGEST_NUMBER and _NUMBER.fullmatch(held):
        return int(held) if _INTEGER.fullmatch(held) else float(held)
    if tag == "r":
        return _quotient(*map(number_of, held))
    return None


def _quotient(one: int | float | None, other: int | float | None) -> int | float | None:
    if not isinstance(one, int) or not isinstance(other, int) or other == 0:
        return None
    try:
        return one if other == 1 else one / other
    except OverflowError:
        return None
