"""sandbox-fusion: SandboxFusion's comparison for problems that read and write. Both texts are stripped and have as many
lines; each line is the same without the white space at its ends and without its case, or both are one number to
Python's float(), nearer than 1e-5 of the expected one.

White space, case and numbers are Python's: it strips U+00A0, folds letters beyond ASCII, and reads 1_000 as a number.
The expected number's size is at least 1e-10 in that division; nan and infinity are near nothing but the same letters.
Bytes that are no UTF-8 are none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from equijudge_core.judging.checkers.result import RIGHT, CheckResult, Span, accept, reject_line
from equijudge_core.judging.checkers.stripped import strip

NEARER_THAN, LEAST_SIZE = 1e-5, 1e-10


@dataclass(frozen=True, slots=True)
class SandboxFusionChecker:
    """Line by line, once stripped."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        if expected == got:
            return RIGHT
        (begin, one), (other_begin, other) = strip(expected), strip(got)
        loose = False
        for wanted, written in zip_longest(_lines(one), _lines(other)):
            if wanted is None or written is None:
                return reject_line(expected, _moved(wanted, begin), got, _moved(written, other_begin))
            line, other_line = one[slice(*wanted)], other[slice(*written)]
            if line == other_line or (text := _fold(line)) == (other_text := _fold(other_line)):
                continue
            if not _is_near(text, other_text):
                return reject_line(expected, _moved(wanted, begin), got, _moved(written, other_begin))
            loose = True
        return accept(loose=loose)


def _lines(data: bytes) -> Iterator[Span]:
    """Start and end of each line, which LF alone ends."""
    start = 0
    while (end := data.find(b"\n", start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(data)


def _moved(span: Span | None, by: int) -> Span | None:
    return span and (span[0] + by, span[1] + by)


def _fold(line: bytes) -> str:
    return line.decode("utf-8", "surrogateescape").lower().strip()


def _is_near(expected: str, got: str) -> bool:
    """Whether both are numbers, and near enough."""
    wanted, found = _number(expected), _number(got)
    if wanted is None or found is None:
        return False
    return abs(found - wanted) / max(abs(wanted), LEAST_SIZE) < NEARER_THAN


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


SANDBOX_FUSION = SandboxFusionChecker()
