"""Which tokens are numbers, and their values as doubles: two rules.

`reference_number` is absl::SimpleAtod, which the data set's own tester calls (Abseil 20211102): decimals
with optional sign, fraction and exponent; hexadecimal floats with 0x; inf, infinity, nan and nan(chars) in
any case; white space around them (inside a token only a form feed can be); too large is infinite, too
small is zero; underscores and a second sign make it text, and so do 50 million digits in a row (12.5
million hexadecimal ones).

`finite_number` is what a tolerance may be applied to: decimals as above whose value is a finite double.
No nan, no inf, no 1e400, no hexadecimal, no underscore.

Both take time linear in the token: int(), which is quadratic and refuses 4,300 digits, is never called.
"""

from __future__ import annotations

import math
import re

DECIMAL_DIGIT_LIMIT = 50_000_000
HEX_DIGIT_LIMIT = DECIMAL_DIGIT_LIMIT // 4

# A token of these bytes alone is a decimal exactly when float() takes it: both grammars agree there.
_DECIMAL_BYTES = b"0123456789+-.eE"
_SPECIAL = re.compile(rb"[+-]?(?:inf(?:inity)?|(nan)(?:\([a-z0-9_]*\))?)", re.IGNORECASE)
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
