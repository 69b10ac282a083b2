"""kattis: the default validator of Kattis' problem packages, flag by flag.

Tokens are those of C's isspace, and their case (ASCII) does not matter unless `case_sensitive`. Where a tolerance is
set and the expected token is a finite number (scanned_number of numeric_tokens.py: hexadecimal floats too), the
output's token must be one too, and |expected - got| at most the absolute tolerance or at most the relative one times
|expected|, on doubles and with no slack at the edge. A tolerance that is not set lets nothing through.
`space_change_sensitive`: every blank must be the same byte, those in front and at the end too.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.judging.checkers.result import RIGHT, CheckResult, accept, reject_token
from equijudge_core.judging.difference import byte_difference
from equijudge_core.judging.numeric_tokens import scanned_number
from equijudge_core.judging.tokens import C_BLANKS, mismatches

_WORD_AND_BLANKS = re.compile(rb"([^ \t\r\n\v\f]*+)([ \t\r\n\v\f]*+)")
_OFF = -1.0


@dataclass(frozen=True, slots=True)
class KattisChecker:
    """See the module's text. A negative tolerance is one that is not set."""

    case_sensitive: bool = False
    space_change_sensitive: bool = False
    absolute: float = _OFF
    relative: float = _OFF

    @classmethod
    def of(cls, spec: CheckerSpec) -> KattisChecker:
        """`float_tolerance` is both, where the one in question is not set by its own name."""
        both = _OFF if spec.float_tolerance is None else spec.float_tolerance
        absolute, relative = spec.float_absolute_tolerance, spec.float_relative_tolerance
        return cls(
            case_sensitive=bool(spec.case_sensitive),
            space_change_sensitive=bool(spec.space_change_sensitive),
            absolute=both if absolute is None else absolute,
            relative=both if relative is None else relative,
        )

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        loose = False
        if expected == got:
            return RIGHT
        for number, one, other in mismatches(expected, got, blanks=C_BLANKS):
            if one is None or other is None or not self._same(one, other):
                return reject_token(expected, got, number, fold=not self.case_sensitive, blanks=C_BLANKS)
            loose = loose or one.lower() != other.lower()
        if self.space_change_sensitive and (offsets := _blank_difference(expected, got)):
            return CheckResult(ok=False, difference=byte_difference(expected, got, *offsets))
        return accept(loose=loose)

    def _same(self, one: bytes, other: bytes) -> bool:
        left = scanned_number(one) if self.absolute >= 0 or self.relative >= 0 else None
        if left is None or not math.isfinite(left):
            return one == other if self.case_sensitive else one.lower() == other.lower()
        right = scanned_number(other)
        if right is None or not math.isfinite(right):
            return False
        error = math.fabs(left - right)
        return error <= self.absolute or error <= self.relative * math.fabs(left)


def _blank_difference(expected: bytes, got: bytes) -> tuple[int, int] | None:
    """Where the blanks of two texts that have as many tokens first differ, in each; None if nowhere."""
    pairs = zip(_WORD_AND_BLANKS.finditer(expected), _WORD_AND_BLANKS.finditer(got), strict=False)
    return next(((one.start(2), other.start(2)) for one, other in pairs if one[2] != other[2]), None)
