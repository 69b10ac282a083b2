"""testlib's standard checkers, each by its name there. Tokens: TESTLIB_BLANKS; numbers: numeric_tokens.py.

A checker there reads what it wants of both texts, and ends with "wrong" or "ok". What it wants of the expected output
and cannot read is the problem's fault, whatever the program wrote. What is left of the output must be blanks; what is
left of the expected one is looked at by nobody. The two ways of being wrong, wrong answer and presentation error, are
one here. A UTF-8 byte order mark in front of the output, not of the expected one, is passed over.

* wcmp: the same tokens
* lcmp: line by line the same tokens (there C's isspace separates them); fcmp: the same lines, byte for byte. Lines:
  lines_by_testlib of lines.py. An empty last one is not compared, and a missing one of the output is an empty one
* icmp: the first token, an integer of 32 bits; hcmp: the only one, of any size; ncmp: all tokens, of 64 bits; uncmp:
  the same in any order
* rcmp, acmp: the first token, a double at most 1.5e-6 away; rncmp: all, 1.5e-5. dcmp: the first one, near (1e-6);
  rcmp4, rcmp6, rcmp9: all, near (1e-4, 1e-6, 1e-9). What is near says is_near
* yesno: the first token, YES or NO in any case (ASCII); nyesno: all tokens

Not imitated: testlib refuses tokens of more than 32 MiB and files of more than 128 MiB.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Generic, TypeVar

from equijudge_core.judging.checkers.result import RIGHT, CheckResult, accept, reject_line, reject_token
from equijudge_core.judging.checkers.unordered import compare_unordered
from equijudge_core.judging.lines import lines_by_testlib, same_words
from equijudge_core.judging.numeric_tokens import is_huge_integer_by_testlib, is_integer_by_testlib, number_by_testlib
from equijudge_core.judging.tokens import TESTLIB_BLANKS, locate, mismatches, same_tokens, tokens

BOM = b"\xef\xbb\xbf"
SLACK = 1e-15  # testlib's own, for what is lost in a sum
INFINITE = 1e300  # to testlib's is_near

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class WordsChecker:
    """wcmp."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        got = got.removeprefix(BOM)
        if expected == got:
            return RIGHT
        for number, _, _ in mismatches(expected, got, blanks=TESTLIB_BLANKS):
            return reject_token(expected, got, number, blanks=TESTLIB_BLANKS)
        return RIGHT


@dataclass(frozen=True, slots=True)
class LinesChecker:
    """lcmp and fcmp: `same` says when two lines are."""

    same: Callable[[bytes, bytes], bool]

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        got = got.removeprefix(BOM)
        if expected == got:
            return RIGHT
        wanted, written, read = lines_by_testlib(expected), lines_by_testlib(got), 0
        line = next(wanted, None)
        while line is not None:
            after = next(wanted, None)
            if not line[0] and after is None:
                break
            other, place = next(written, (b"", None))
            if not self.same(line[0], other):
                return reject_line(expected, line[1], got, place)
            line, read = after, place[1] if place else read
        extra = TESTLIB_BLANKS.token.search(got, read)
        return reject_line(expected, None, got, extra.span()) if extra else RIGHT


@dataclass(frozen=True, slots=True)
class Reading(Generic[Value]):
    """What a checker reads a token as, in words too, and when two of them agree."""

    name: str
    kind: str
    read: Callable[[bytes], Value | None]
    agree: Callable[[Value, Value], bool]

    def is_fault(self, token: bytes | None) -> bool:
        """Whether the problem is at fault if this is a token of the expected output."""
        return token is None or self.read(token) is None

    def same(self, expected: bytes, got: bytes | None) -> bool:
        """Whether a token of the output agrees with one that can be read."""
        if got is None or expected == got:
            return got is not None
        left, right = self.read(expected), self.read(got)
        return left is not None and right is not None and self.agree(left, right)

    def fault(self) -> CheckResult:
        return CheckResult(ok=False, fault=f"{self.name}: the expected output has no {self.kind} where one is read")


@dataclass(frozen=True, slots=True)
class FirstTokenChecker(Generic[Value]):
    """The first token of both. `words_first`: an output without any is wrong before the expected one is looked at.
    `sole`: the expected output must have no second token."""

    reading: Reading[Value]
    words_first: bool = False
    sole: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        got = got.removeprefix(BOM)
        one, *more = islice(chain(tokens(expected, blanks=TESTLIB_BLANKS), (None,)), 2)
        other, *extra = islice(chain(tokens(got, blanks=TESTLIB_BLANKS), (None,)), 2)
        if one is not None and other is None and self.words_first:
            return reject_token(expected, got, 0, blanks=TESTLIB_BLANKS)
        if one is None or self.reading.is_fault(one) or (self.sole and more != [None]):
            return self.reading.fault()
        if not self.reading.same(one, other):
            return reject_token(expected, got, 0, fold=True, blanks=TESTLIB_BLANKS)
        if extra != [None]:
            return reject_line(expected, None, got, locate(got, 1, TESTLIB_BLANKS))
        return accept(loose=other is not None and one.lower() != other.lower())


@dataclass(frozen=True, slots=True)
class SequenceChecker(Generic[Value]):
    """All tokens of both, in order. `looks_ahead`: at how many tokens of the expected output, from the first that the
    output lacks, it still looks whether they can be read; None: at all."""

    reading: Reading[Value]
    looks_ahead: int | None = 1

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        got = got.removeprefix(BOM)
        reading, loose = self.reading, False
        wanted, written = (tokens(text, blanks=TESTLIB_BLANKS) for text in (expected, got))
        for number, (one, other) in enumerate(zip_longest(wanted, written)):
            if one is not None and any(map(reading.is_fault, self._looked_at(one, other, wanted))):
                return reading.fault()
            if one is None or not reading.same(one, other):
                return reject_token(expected, got, number, fold=True, blanks=TESTLIB_BLANKS)
            loose = loose or (other is not None and one != other and one.lower() != other.lower())
        return accept(loose=loose)

    def _looked_at(self, one: bytes, other: bytes | None, later: Iterator[bytes]) -> Iterator[bytes]:
        return iter((one,)) if other is not None else islice(chain((one,), later), self.looks_ahead)


@dataclass(frozen=True, slots=True)
class UnorderedChecker(Generic[Value]):
    """uncmp: the same tokens as often, all of which can be read and have one spelling each."""

    reading: Reading[Value]

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        got = got.removeprefix(BOM)
        if any(map(self.reading.is_fault, tokens(expected, blanks=TESTLIB_BLANKS))):
            return self.reading.fault()
        rejection = compare_unordered(expected, got, _tokens, lambda text, n: locate(text, n, TESTLIB_BLANKS))
        return rejection or accept(loose=not same_tokens(expected, got, blanks=TESTLIB_BLANKS))


def is_near(expected: float, got: float, error: float) -> bool:
    """testlib's doubleCompare: infinite (beyond 1e300) with the same sign, or absolutely or relatively near enough."""
    error += SLACK
    if math.fabs(expected) > INFINITE or math.fabs(got) > INFINITE:
        return min(expected, got) > INFINITE or max(expected, got) < -INFINITE
    bounds = expected * (1.0 - error), expected * (1.0 + error)
    return math.fabs(got - expected) <= error or min(bounds) <= got <= max(bounds)


def is_within(expected: float, got: float, error: float) -> bool:
    """The absolute comparison. Two infinite ones of one sign are not more than anything apart."""
    return not math.fabs(expected - got) > error + SLACK


def near(name: str, error: float) -> Reading[float]:
    """Doubles, compared by is_near."""
    return Reading(name, "double", number_by_testlib, lambda one, other: is_near(one, other, error))


def within(name: str, error: float) -> Reading[float]:
    """Doubles, compared by is_within."""
    return Reading(name, "double", number_by_testlib, lambda one, other: is_within(one, other, error))


def integers(name: str, bits: int) -> Reading[bytes]:
    """Integers of so many bits; 0: of any size."""

    def read(token: bytes) -> bytes | None:
        return token if (is_integer_by_testlib(token, bits) if bits else is_huge_integer_by_testlib(token)) else None

    return Reading(name, f"integer of {bits} bits" if bits else "single integer", read, bytes.__eq__)


def yes_or_no(name: str) -> Reading[bytes]:
    """YES or NO in any case."""

    def read(token: bytes) -> bytes | None:
        word = token.upper() if len(token) <= len(b"YES") else token
        return word if word in (b"YES", b"NO") else None

    return Reading(name, "YES or NO", read, bytes.__eq__)


def _tokens(text: bytes) -> Iterator[bytes]:
    return tokens(text, blanks=TESTLIB_BLANKS)


WCMP, LCMP, FCMP = WordsChecker(), LinesChecker(same_words), LinesChecker(bytes.__eq__)
HCMP = FirstTokenChecker(integers("testlib.hcmp", 0), words_first=True, sole=True)
ICMP = FirstTokenChecker(integers("testlib.icmp", 32))
NCMP = SequenceChecker(integers("testlib.ncmp", 64), looks_ahead=None)
UNCMP = UnorderedChecker(integers("testlib.uncmp", 64))
RCMP = FirstTokenChecker(within("testlib.rcmp", 1.5e-6))
ACMP = FirstTokenChecker(within("testlib.acmp", 1.5e-6))
RNCMP = SequenceChecker(within("testlib.rncmp", 1.5e-5))
DCMP = FirstTokenChecker(near("testlib.dcmp", 1e-6))
RCMP4 = SequenceChecker(near("testlib.rcmp4", 1e-4))
RCMP6 = SequenceChecker(near("testlib.rcmp6", 1e-6))
RCMP9 = SequenceChecker(near("testlib.rcmp9", 1e-9))
YESNO = FirstTokenChecker(yes_or_no("testlib.yesno"), words_first=True)
NYESNO = SequenceChecker(yes_or_no("testlib.nyesno"), looks_ahead=0)
