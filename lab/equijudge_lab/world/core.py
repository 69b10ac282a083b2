"""A core: what is computed of the values that are left, and the algorithms that compute it.

An algorithm is a template in Python. It finds the values in the list `b`, which it may reorder but not shorten, and
leaves the answer in `r`; every other small name is a role too, and rendering gives each its identifier. K is the
problem's constant; KM and KP are K - 1 and K + 1. Values are whole numbers from 0 to VALUES - 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent

VALUES = 200  # more than any filter and map leave


@dataclass(frozen=True, slots=True)
class Core:
    """words: what it computes, in the prompt's language, with {k}. constants: what K may be. least: how many values
    are left at least in every test. reference: the plainest way to the answer, from values and K. algorithms:
    templates by name; any two are in different clusters. useful_values: of all values that may be left, those that make
    one test worth having, given a number that is drawn for the test."""

    name: str
    words: str
    constants: range
    least: int
    reference: Callable[[Sequence[int], int], int]
    algorithms: Mapping[str, str]
    useful_values: Callable[[Sequence[int], int], list[int]] | None = None


def templates(**sources: str) -> dict[str, str]:
    """Templates by name, as they stand in a file of cores: indented, between line ends."""
    return {name: dedent(source).strip("\n") for name, source in sources.items()}
