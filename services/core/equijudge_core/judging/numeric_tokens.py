"""Which tokens are numbers, and their values as doubles: a rule for each family of checkers.

`reference_number` is absl::SimpleAtod, which the data set's own tester calls (Abseil 20211102): decimals
with optional sign, fraction and exponent; hexadecimal floats with 0x; inf, infinity, nan and nan(chars) in
any case; white space around them (inside a token only a form feed can be); too large is infinite, too
small is zero; underscores and a second sign make it text, and so do 50 million digits in a row (12.5
million hexadecimal ones).

`finite_number` is what a tolerance may be applied to: decimals as above whose value is a finite double.
No nan, no inf, no 1e400, no hexadecimal, no underscore.

`scanned_number` is what sscanf("%lf") of the C library (glibc) makes of a whole token, which testlib and Kattis' own
default validator call: decimals; hexadecimal floats; inf, infinity and nan in any case. An exponent may lack its digits
("1e", "0x1p+"), and "0x." is zero. `number_by_testlib` is the same of decimals alone, and `is_integer_by_testlib` says
whether testlib reads an integer: of so many bits, with no plus sign, no zero in front, no -0.

`python_number` is Python's float(): decimals, also with single underscores between digits; inf, infinity, nan; no
hexadecimal.

A NUL byte is part of a token, so no token with one is a number; in C it would end the text, unseen by who reads on.

All take time linear in the token: int(), which is quadratic and refuses 4,300 digits, is only called for twenty.
"""

from __future__ import annotations

import math
import re

DECIMAL_DIGIT_LIMIT = 50_000_000
HEX_DIGIT_LIMIT = DECIMAL_DIGIT_LIMIT // 4

# A token of these bytes alone is a decimal exactly when float() takes it: both grammars agree there.
_DECIMAL_BYTES = b"0123456789+-.eE"
_SPECIAL = re.compile(rb"[+-]?(?:inf(?:inity)?|(nan)(?:\([a-z0-9_]*\))?)", re.IGNORECASE)
# Possessive where a text of millions of digits could be tried in as many ways.
_UNFINISHED = re.compile(rb"([+-]?[0-9.]++)[eE][+-]?")
_SCANNED_HEX = re.compile(rb"([+-]?0x(?:[0-9a-f]++(?:\.[0-9a-f]*+)?|\.[0-9a-f]++))((?:p[+-]?[0-9]*+)?)", re.IGNORECASE)
_HEX_POINT = re.compile(rb"[+-]?0x\.", re.IGNORECASE)
_INTEGER = re.compile(rb"0|-?[1-9][0-9]{0,18}")
_HUGE_INTEGER = re.compile(rb"0|-?[1-9][0-9]*+")
_HEX = re.compile(
    rb"[+-]?0x(?:[0-9a-f]+(?:\.[0-9a-f]*)?|\.[0-9a-f]+)(?:p[+-]?[0-9]+)?",
    re.IGNORECASE,
)


def reference_number(token: bytes) -> float | None:
    """The value absl::SimpleAtod gives the token, None when that refuses it."""
    token = token.strip(b"\f \t\r\n\v")
    value = _decimal(token)
    if value is not None:
        return None if _too_many_digits(token, b"e", DECIMAL_DIGIT_LIMIT) else value
    if _HEX.fullmatch(token):
        return None if _too_many_digits(token, b"p", HEX_DIGIT_LIMIT) else _hexadecimal(token)
    return _special(token)


def finite_number(token: bytes) -> float | None:
    """The value of a plain decimal, None for everything else and for what no finite double can hold."""
    value = _decimal(token)
    return value if value is not None and math.isfinite(value) else None


def scanned_number(token: bytes) -> float | None:
    """The value sscanf("%lf") gives the token, None when it leaves a byte of it or finds no number."""
    value = _scanned_decimal(token)
    if value is not None:
        return value
    if match := _SCANNED_HEX.fullmatch(token):
        return _hexadecimal(match[1] + match[2] if match[2].strip(b"pP+-") else match[1])
    if _HEX_POINT.fullmatch(token):
        return 0.0
    return None if b"(" in token else _special(token)


def number_by_testlib(token: bytes) -> float | None:
    """The value testlib's readDouble gives the token, infinite for 1e400; None when it is no double to it."""
    return None if token.translate(None, _DECIMAL_BYTES) else _scanned_decimal(token)


def is_integer_by_testlib(token: bytes, bits: int) -> bool:
    """Whether testlib reads the token as an integer of 32 or 64 bits. It then has one spelling: the same number has
    the same token."""
    if not _INTEGER.fullmatch(token):
        return False
    return -(1 << bits - 1) <= int(token) < 1 << bits - 1


def is_huge_integer_by_testlib(token: bytes) -> bool:
    """Whether the token is an integer of any size as testlib spells it."""
    return _HUGE_INTEGER.fullmatch(token) is not None


def python_number(token: bytes) -> float | None:
    """The value float() gives the token, None when it refuses it."""
    try:
        return float(token)
    except ValueError:
        return None


def _scanned_decimal(token: bytes) -> float | None:
    value = _decimal(token)
    if value is None and (match := _UNFINISHED.fullmatch(token)):
        return _decimal(match[1])
    return value


def _decimal(token: bytes) -> float | None:
    if token.translate(None, _DECIMAL_BYTES):
        return None
    try:
        return float(token)
    except ValueError:
        return None


def _hexadecimal(token: bytes) -> float:
    try:
        return float.fromhex(token.decode("ascii"))
    except OverflowError:
        return -math.inf if token.startswith(b"-") else math.inf


def _special(token: bytes) -> float | None:
    match = _SPECIAL.fullmatch(token)
    if match is None:
        return None
    if match[1]:
        return math.nan
    return -math.inf if token.startswith(b"-") else math.inf


def _too_many_digits(token: bytes, exponent_mark: bytes, limit: int) -> bool:
    """Abseil's guard: leading zeros are free before the point, and counted apart after it."""
    if len(token) < limit:
        return False
    mantissa = token.lower().partition(exponent_mark)[0]
    whole, _, fraction = mantissa.lstrip(b"+-").removeprefix(b"0x").partition(b".")
    whole = whole.lstrip(b"0")
    zeros = 0 if whole else len(fraction) - len(fraction.lstrip(b"0"))
    return max(len(whole), zeros, len(fraction) - zeros) >= limit
