"""What is around a core: which values are kept, what becomes of them, how the answer is printed, and the names.

A value that is read is 0 to READ - 1, and no map makes it negative or as large as core.VALUES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

READ = 41


@dataclass(frozen=True, slots=True)
class Filter:
    """`code` is a condition on x, `words` its name in the prompt; both may have {c}, one of the constants."""

    name: str
    code: str
    words: str
    constants: range
    keeps: Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class Map:
    """`code` is made of x, `words` its name in the prompt; both have {c}, one of the constants."""

    name: str
    code: str
    words: str
    constants: range
    gives: Callable[[int, int], int]


@dataclass(frozen=True, slots=True)
class Format:
    """What is printed of the answer r and the values b. prints: the same, of the answer and the number of values."""

    name: str
    code: str
    words: str
    prints: Callable[[int, int], str]


_FILTERS = (
    Filter("even", "x % 2 == 0", "that are even", range(1), lambda x, c: x % 2 == 0),
    Filter("odd", "x % 2 == 1", "that are odd", range(1), lambda x, c: x % 2 == 1),
    Filter("above", "x > {c}", "above {c}", range(3, 16), lambda x, c: x > c),
    Filter("below", "x < {c}", "below {c}", range(25, 38), lambda x, c: x < c),
    Filter("indivisible", "x % {c} != 0", "not divisible by {c}", range(3, 8), lambda x, c: x % c != 0),
    Filter("digit", "x % 10 < {c}", "with last digit below {c}", range(4, 9), lambda x, c: x % 10 < c),
)
_MAPS = (
    Map("plus", "x + {c}", "add {c}", range(1, 10), lambda x, c: x + c),
    Map("times", "x * {c}", "multiply by {c}", range(2, 5), lambda x, c: x * c),
    Map("modulo", "x % {c}", "take modulo {c}", range(6, 12), lambda x, c: x % c),
    Map("over", "x // {c}", "divide by {c}", range(2, 5), lambda x, c: x // c),
    Map("minus", "{c} - x", "subtract from {c}", range(41, 50), lambda x, c: c - x),
    Map("distance", "abs(x - {c})", "take the distance to {c}", range(10, 31), lambda x, c: abs(x - c)),
)
_FORMATS = (
    Format("plain", "print(r)", "alone", lambda answer, kept: f"{answer}"),
    Format("named", 'print("answer", r)', "with its name", lambda answer, kept: f"answer {answer}"),
    Format("sized", "print(len(b), r)", "after the number of values", lambda answer, kept: f"{kept} {answer}"),
)

FILTERS = {one.name: one for one in _FILTERS}
MAPS = {one.name: one for one in _MAPS}
FORMATS = {one.name: one for one in _FORMATS}

# Reading, keeping and mapping, in three styles.
STYLES = {
    "comprehension": "b = [{map} for x in map(int, input().split()) if {filter}]",
    "loop": "b = []\nfor x in map(int, input().split()):\n    if {filter}:\n        b.append({map})",
    "lambda": "a = filter(lambda x: {filter}, map(int, input().split()))\nb = list(map(lambda x: {map}, a))",
}

# What the roles of templates, which are the first line, are called in each of six ways to name things.
_NAMES = (
    "a b c d f hi i j k lo m n r t x y",
    "read nums cnt seen solve right i j k left mid n ans cur num other",
    "src arr cnt store go high p q k low mid size res tmp val w",
    "raw vals c box calc upper idx pos step lower h n out acc e u",
    "line data total aux solve hi i j depth lo mid n best t item y",
    "s v cnt g f right p q k left m size ans cur x z",
)
SCHEMES = tuple(dict(zip(_NAMES[0].split(), names.split(), strict=True)) for names in _NAMES)
