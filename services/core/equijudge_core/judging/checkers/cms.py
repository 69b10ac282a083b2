"""CMS' comparison of outputs, "white diff": line by line the same words, in the same case; blank lines at the end do
not count. A line ends at LF alone; blanks are those of C's isspace, a CR among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from equijudge_core.judging.checkers.result import RIGHT, CheckResult, Span, reject_line
from equijudge_core.judging.lines import same_words


@dataclass(frozen=True, slots=True)
class WhiteDiffChecker:
    """white_diff."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        if expected == got:
            return RIGHT
        for one, other in zip_longest(lines(expected), lines(got)):
            if not same_words(expected[slice(*one)] if one else b"", got[slice(*other)] if other else b""):
                return reject_line(expected, one, got, other)
        return RIGHT


def lines(data: bytes) -> Iterator[Span]:
    """Start and end of each line; none behind the last LF."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        end = len(data) if end < 0 else end
        yield start, end
        start = end + 1


WHITE_DIFF = WhiteDiffChecker()
