"""The four comparisons of an output with the expected one. Split rule: tokens.py; numbers: numeric_tokens.py.

* codecontests (default): the tester of the data set, bit for bit, its faults included. ASCII case is
  ignored. The same tokens are right. Otherwise there must be as many, and each pair must be the same text
  or two numbers less than 1e-5 apart, as doubles. So integers above 2**53 that differ by 1 are "equal",
  1e12 and 1e12 + 1e-4 are not, and a token that is nan or infinite (1e400, a number of 400 digits) spoils
  any output that is not the same token by token, even where that token itself is the same.
* exact: the same bytes; one newline at the end may be there or not.
* tokens: the same tokens.
* float: the same tokens, but two plain finite decimals may differ by max(abs, rel * |expected|).

`ignore_case` makes exact, tokens and float blind to ASCII case. `loose` in a result: accepted, but not as
the same tokens (in codecontests case aside), so a tolerance was needed.

Time is linear in the two texts and memory a small multiple of their size, whatever a program prints;
texts are compared lazily, up to the first difference that decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Protocol

from equijudge_core.contracts.verify import CheckerSpec, FirstDifference
from equijudge_core.judging.difference import byte_difference, common_prefix, token_difference
from equijudge_core.judging.numeric_tokens import finite_number, reference_number
from equijudge_core.judging.tokens import mismatches, tokens

REFERENCE_TOLERANCE = 1e-5


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`ok`: accepted. `loose`: accepted thanks to a tolerance. `difference`: only when not accepted."""

    ok: bool
    loose: bool = False
    difference: FirstDifference | None = None


RIGHT = CheckResult(ok=True)
RIGHT_LOOSELY = CheckResult(ok=True, loose=True)


class Checker(Protocol):
    """A comparison: pure, deterministic, and never raising, whatever the bytes."""

    def check(self, expected: bytes, got: bytes) -> CheckResult: ...


def make_checker(spec: CheckerSpec) -> Checker:
    """Make the checker that a request asks for."""
    match spec.name:
        case "codecontests":
            return CodeContestsChecker()
        case "exact":
            return ExactChecker(spec.ignore_case)
        case "tokens":
            return TokensChecker(spec.ignore_case)
        case "float":
            return FloatChecker(spec.abs, spec.rel, spec.ignore_case)


@dataclass(frozen=True, slots=True)
class CodeContestsChecker:
    """The data set's own comparison. See the module's text."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        first = None
        for number, one, other in mismatches(expected, got, fold=True):
            if one is None or other is None or not _within_reference(one, other):
                return _wrong(expected, got, number, fold=True)
            first = number if first is None else first
        if first is None:
            return RIGHT
        # Only tokens that are the same on both sides can be left here: nan != nan, inf - inf is nan.
        if any(_spoils(token) for token in tokens(expected, fold=True)):
            return _wrong(expected, got, first, fold=True)
        return RIGHT_LOOSELY


@dataclass(frozen=True, slots=True)
class ExactChecker:
    """Byte for byte, but for one newline at the end."""

    ignore_case: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        one, other = expected.removesuffix(b"\n"), got.removesuffix(b"\n")
        if self.ignore_case:
            one, other = one.lower(), other.lower()
        if one == other:
            return RIGHT
        return CheckResult(ok=False, difference=byte_difference(expected, got, common_prefix(one, other)))


@dataclass(frozen=True, slots=True)
class TokensChecker:
    """The same tokens in the same order; white space does not matter."""

    ignore_case: bool = False

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        for number, _, _ in mismatches(expected, got, fold=self.ignore_case):
            return _wrong(expected, got, number, fold=self.ignore_case)
        return RIGHT


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
                return _wrong(expected, got, number, fold=self.ignore_case)
            result = RIGHT_LOOSELY
        return result

    def _within(self, expected: bytes, got: bytes) -> bool:
        one, other = finite_number(expected), finite_number(got)
        if one is None or other is None:
            return False
        return math.fabs(one - other) <= max(self.abs, self.rel * math.fabs(one))


def _within_reference(one: bytes, other: bytes) -> bool:
    left = reference_number(one)
    right = None if left is None else reference_number(other)
    return left is not None and right is not None and math.fabs(left - right) < REFERENCE_TOLERANCE


def _spoils(token: bytes) -> bool:
    if len(token) < 250 and not token.strip(b"0123456789+-."):
        return False  # the usual case, quickly: 250 decimal digits make no infinity
    value = reference_number(token)
    return value is not None and not math.isfinite(value)


def _wrong(expected: bytes, got: bytes, number: int, *, fold: bool) -> CheckResult:
    return CheckResult(ok=False, difference=token_difference(expected, got, number, fold=fold))
