"""Integers of any length that fits: Python's own reader refuses those above 4,300 digits, which are honest data.

They are cut in halves, so that time does not grow with the square of their length by much.
"""

from __future__ import annotations

MOST_DIGITS = 100_000
_AT_ONCE = 4000  # digits; below what any interpreter refuses


class BadText(ValueError):
    """A text that is not what it should be; says in words why."""


def read_integer(text: str) -> int:
    """Read digits with or without a sign. Raises BadText for more of them than MOST_DIGITS."""
    if len(text) > MOST_DIGITS:
        raise BadText(f"has an integer of {len(text)} digits, and may have {MOST_DIGITS}")
    return -_natural(text[1:]) if text[0] == "-" else _natural(text.removeprefix("+"))


def _natural(digits: str) -> int:
    if len(digits) <= _AT_ONCE:
        return int(digits)
    half = len(digits) // 2
    return _natural(digits[:-half]) * int(10**half) + _natural(digits[-half:])
