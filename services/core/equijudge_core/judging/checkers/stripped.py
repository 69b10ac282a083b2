"""stripped: the same bytes, but for white space at both ends: code-judge's comparison, `str.strip` of both texts.

White space is Python's, which has more than ASCII's (U+00A0, U+2028, …). Bytes that are no UTF-8 are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.judging.checkers.result import RIGHT, CheckResult
from equijudge_core.judging.difference import byte_difference, common_prefix


@dataclass(frozen=True, slots=True)
class StrippedChecker:
    """Byte for byte, once stripped."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        if expected == got:
            return RIGHT
        (begin, one), (other_begin, other) = strip(expected), strip(got)
        if one == other:
            return RIGHT
        same = common_prefix(one, other)
        return CheckResult(ok=False, difference=byte_difference(expected, got, begin + same, other_begin + same))


def strip(data: bytes) -> tuple[int, bytes]:
    """What is left of a text without the white space at its ends, and where that begins."""
    text = data.decode("utf-8", "surrogateescape")
    without = text.lstrip()
    lead = text[: len(text) - len(without)]
    return len(lead.encode("utf-8", "surrogateescape")), without.rstrip().encode("utf-8", "surrogateescape")


STRIPPED = StrippedChecker()
