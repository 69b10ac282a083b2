"""testlib's checkers of outputs in cases, `Case 1: …`, and its example of one that gives points.

* caseicmp: an integer of 64 bits in each case. All of the expected output is read before the other
* casencmp: integers in each case; casewcmp: tokens. Case after case, the expected one first, so that a fault of it in a
  later case counts only where those before it are the same. A last token `Case` with nothing behind it is passed over
* pointscmp: a double in both; how far they are apart is the points, whatever they are worth

How they read and whose fault it is says testlib.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from equijudge_core.judging.checkers.result import RIGHT, CheckResult, reject_line, reject_token
from equijudge_core.judging.numeric_tokens import is_integer_by_testlib, number_by_testlib
from equijudge_core.judging.tokens import TESTLIB_BLANKS, locate, mismatches, tokens

BOM = b"\xef\xbb\xbf"
CASE = b"Case"
MOST_POINTS = 1e6


@dataclass(frozen=True, slots=True)
class CaseIntegersChecker:
    """caseicmp."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker. Integers have one spelling: an output that is right has the same tokens."""
        got = got.removeprefix(BOM)
        read = 0
        for read, token in enumerate(tokens(expected, blanks=TESTLIB_BLANKS), start=1):
            case, place = divmod(read - 1, 3)
            good = token == (CASE, b"%d:" % (case + 1))[place] if place < 2 else is_integer_by_testlib(token, 64)
            if not good:
                return unreadable("caseicmp")
        if read % 3:
            return unreadable("caseicmp")
        for number, _, _ in mismatches(expected, got, blanks=TESTLIB_BLANKS):
            return reject_token(expected, got, number, blanks=TESTLIB_BLANKS)
        return RIGHT


@dataclass(frozen=True, slots=True)
class CasesChecker:
    """casencmp and casewcmp."""

    name: str
    integers: bool

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        got = got.removeprefix(BOM)
        cases = Cases(self.integers)
        wanted, written = (tokens(text, blanks=TESTLIB_BLANKS) for text in (expected, got))
        pairs = zip_longest(wanted, written)
        for number, (one, other) in enumerate(pairs):
            if one == other:
                if one is not None and not cases.take(one):
                    return unreadable(self.name)
                continue
            return self._differ(cases, one, other, pairs) or reject_token(expected, got, number, blanks=TESTLIB_BLANKS)
        return RIGHT if cases.may_end else unreadable(self.name)

    def _differ(
        self, cases: Cases, one: bytes | None, other: bytes | None, pairs: Iterator[tuple[bytes | None, bytes | None]]
    ) -> CheckResult | None:
        """What is said of two texts that go on so; None: the output is wrong."""
        after = next(pairs, None)
        if cases.is_between and after is None and (one, other) in ((CASE, None), (None, CASE)):
            return RIGHT  # read as the beginning of a case that never comes
        rest = (each for each, _ in chain([(one, other)], [] if after is None else [after], pairs))
        if other is None and one == CASE and cases.is_between:  # up to here both are the same: the next case is read
            cases.take(next(rest) or CASE)
        for token in rest:
            if token is None or (token == CASE and cases.is_between):
                break
            if not cases.take(token):
                return unreadable(self.name)
        return None if cases.may_end else unreadable(self.name)


class Cases:
    """Where in its cases an expected output is, token by token."""

    def __init__(self, integers: bool) -> None:
        self._integers, self._case, self._place = integers, 1, 0  # the place: 0 Case, 1 its number, 2 what is in it

    @property
    def is_between(self) -> bool:
        """Whether the token `Case` would begin another case."""
        return self._place == 2

    @property
    def may_end(self) -> bool:
        """Whether nothing is missing; what begins no further than its `Case` is no case."""
        return self._place != 1 or self._case > 1

    def take(self, token: bytes) -> bool:
        """Go on; whether it is what may stand here."""
        if self._place == 0:
            self._place = 1
            return token == CASE
        if self._place == 1:
            self._place = 2
            return token == b"%d:" % self._case
        if token == CASE:
            self._case, self._place = self._case + 1, 1
            return True
        return not self._integers or is_integer_by_testlib(token, 64)


@dataclass(frozen=True, slots=True)
class PointsChecker:
    """pointscmp."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        got = got.removeprefix(BOM)
        one = next(tokens(expected, blanks=TESTLIB_BLANKS), b"")
        other, *extra = islice(chain(tokens(got, blanks=TESTLIB_BLANKS), (b"",)), 2)
        wanted, written = number_by_testlib(one), number_by_testlib(other)
        if wanted is None:
            return CheckResult(ok=False, fault="testlib.pointscmp: the expected output has no double where one is read")
        if written is None:
            return reject_token(expected, got, 0, blanks=TESTLIB_BLANKS)
        if extra and extra != [b""]:
            return reject_line(expected, None, got, locate(got, 1, TESTLIB_BLANKS))
        points = math.fabs(wanted - written)
        if not points <= MOST_POINTS:
            return CheckResult(ok=False, fault=f"testlib.pointscmp: gives {points:g} points")
        return CheckResult(ok=False, partial=True, points=round(points, 10), message=f"points {points:g}")


def unreadable(name: str) -> CheckResult:
    """The expected output is not in cases as they are read."""
    return CheckResult(ok=False, fault=f"testlib.{name}: the expected output is not in cases, as in 'Case 1: 5'")


CASEICMP = CaseIntegersChecker()
CASENCMP, CASEWCMP = CasesChecker("casencmp", integers=True), CasesChecker("casewcmp", integers=False)
POINTSCMP = PointsChecker()
