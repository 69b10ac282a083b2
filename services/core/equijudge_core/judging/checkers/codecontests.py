"""The data set's own comparison, bit for bit, its faults included. Numbers: reference_number of numeric_tokens.py.

ASCII case is ignored. The same tokens are right. Otherwise there must be as many, and each pair must be the same text
or two numbers less than 1e-5 apart, as doubles. So integers above 2**53 that differ by 1 are "equal", 1e12 and
1e12 + 1e-4 are not, and a token that is nan or infinite (1e400, a number of 400 digits) spoils any output that is not
the same token by token, even where that token itself is the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from equijudge_core.judging.checkers.result import RIGHT, RIGHT_LOOSELY, CheckResult, reject_token
from equijudge_core.judging.numeric_tokens import reference_number
from equijudge_core.judging.tokens import mismatches, tokens

REFERENCE_TOLERANCE = 1e-5


@dataclass(frozen=True, slots=True)
class CodeContestsChecker:
    """The data set's own comparison. See the module's text."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        first = None
        for number, one, other in mismatches(expected, got, fold=True):
            if one is None or other is None or not _within_reference(one, other):
                return reject_token(expected, got, number, fold=True)
            first = number if first is None else first
        if first is None:
            return RIGHT
        # Only tokens that are the same on both sides can be left here: nan != nan, inf - inf is nan.
        if any(_spoils(token) for token in tokens(expected, fold=True)):
            return reject_token(expected, got, first, fold=True)
        return RIGHT_LOOSELY


def _within_reference(one: bytes, other: bytes) -> bool:
    left = reference_number(one)
    right = None if left is None else reference_number(other)
    return left is not None and right is not None and math.fabs(left - right) < REFERENCE_TOLERANCE


def _spoils(token: bytes) -> bool:
    if len(token) < 250 and not token.strip(b"0123456789+-."):
        return False  # the usual case, quickly: 250 decimal digits make no infinity
    value = reference_number(token)
    return value is not None and not math.isfinite(value)
