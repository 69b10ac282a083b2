"""Comparing outputs whose order does not matter: each token or line as often in one as in the other.

Only what is expected is counted in memory; the output is read up to the first token or line that is not left there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from equijudge_core.judging.checkers.result import CheckResult, Span
from equijudge_core.judging.difference import span_difference

ABSENT = "(not there, or not as often)"


def compare_unordered(
    expected: bytes,
    got: bytes,
    items: Callable[[bytes], Iterable[bytes]],
    place: Callable[[bytes, int], Span | None],
) -> CheckResult | None:
    """None where both have the same items as often, else the rejection. `place` gives start and end of an item."""
    left = Counter(items(expected))
    for number, item in enumerate(items(got)):
        count = left.get(item, 0)
        if count > 1:
            left[item] = count - 1
        elif count:
            del left[item]
        else:
            return _reject(expected, None, got, place(got, number))
    if not left:
        return None
    number = next(number for number, item in enumerate(items(expected)) if item in left)
    return _reject(expected, place(expected, number), got, None)


def _reject(expected: bytes, one: Span | None, got: bytes, other: Span | None) -> CheckResult:
    return CheckResult(ok=False, difference=span_difference(expected, one, got, other, missing=ABSENT))
