"""float: the same tokens, but two plain finite decimals may differ by max(abs, rel * |expected|).

Numbers: finite_number of numeric_tokens.py. `ignore_case`: the other tokens are compared blind to ASCII case.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from equijudge_core.judging.checkers.result import RIGHT, RIGHT_LOOSELY, CheckResult, reject_token
from equijudge_core.judging.numeric_tokens import finite_number
from equijudge_core.judging.tokens import mismatches


@dataclass(frozen=True, slots=True)
class FloatChecker:
    """The same tokens, numbers within an absolute or a relative tolerance. See the module's text."""

    abs: float
    rel: float
    ignore_case: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        result = RIGHT
        if expected == got:
            return result
        for number, one, other in mismatches(expected, got, fold=self.ignore_case):
            if one is None or other is None or not self._within(one, other):
                return reject_token(expected, got, number, fold=self.ignore_case)
            result = RIGHT_LOOSELY
        return result

    def _within(self, expected: bytes, got: bytes) -> bool:
        one, other = finite_number(expected), finite_number(got)
        if one is None or other is None:
            return False
        return self.is_within(one, other)

    def is_within(self, expected: float, got: float) -> bool:
        """Whether a number is near enough to an expected one."""
        return math.fabs(expected - got) <= max(self.abs, self.rel * math.fabs(expected))
