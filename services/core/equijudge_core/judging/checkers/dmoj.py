"""DMOJ's built-in checkers, each by its name and with its flags there. linecount and linematches give partial points,
which count where the problem gives points.

Blanks are C's isspace; lines end at every LF and every CR.

* standard: line by line the same tokens, where lines without a token do not count
* floats, floatsabs, floatsrel: as many lines (empty ones do not count, those of blanks do) with as many tokens. Where
  the expected token e is a number to Python's float(), the output's g must be one too, and near enough; E is 10 to the
  -`precision` (6): |e - g| <= E (floatsabs; `error_mode` absolute); g between e * (1 - E) and e * (1 + E)
  (floatsrel; relative); |e - g| <= E, or |e| >= E and |1 - g / e| <= E (floats; default). nan is near nothing, and
  infinity only itself and only to floatsrel. Otherwise the same bytes
* identical: the same bytes
* easy: the same bytes that are no blanks, as often, whatever their order and (ASCII) case
* sorted: the same non-empty lines as often, each as its tokens (`split_on` lines), or the same tokens as often
  (whitespace: unordered)
* rstripped: the same lines, but for blanks at the end of each. `filter_new_line`: empty lines do not count
* linecount: the same non-empty lines, but for blanks at the ends of each; points for each that is the same
* linematches: passes when a non-empty line that gives points (`point_distribution`, one number for each expected line;
  1) has the same bytes in both. Without `filler_lines_required` there may be more or fewer of them in the output.
  Points are those of all such lines
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from equijudge_core.judging.checkers.any_order import AnyOrderChecker
from equijudge_core.judging.checkers.result import RIGHT, CheckResult, Span, accept, reject_line
from equijudge_core.judging.difference import byte_difference, common_prefix, token_difference
from equijudge_core.judging.lines import lines, nonempty_lines, same_words
from equijudge_core.judging.numeric_tokens import python_number
from equijudge_core.judging.tokens import BATCH_BYTES, C_BLANKS, locate, mismatches, same_tokens, tokens

BLANK_BYTES = C_BLANKS.separators

_FROM_FIRST_TOKEN = re.compile(rb"[^ \t\r\n\v\f][^\r\n]*+")
_SPACES = bytes.maketrans(BLANK_BYTES, b" " * len(BLANK_BYTES))

Near = Callable[[float, float, float], bool]


@dataclass(frozen=True, slots=True)
class LinesChecker:
    """standard and rstripped: `split` says which lines count, `same` when two of them are the same."""

    split: Callable[[bytes], Iterable[Span]]
    same: Callable[[bytes, bytes], bool]

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        for one, other in zip_longest(self.split(expected), self.split(got)):
            if one is None or other is None or not self.same(expected[slice(*one)], got[slice(*other)]):
                return reject_line(expected, one, got, other)
        return RIGHT


@dataclass(frozen=True, slots=True)
class LineCountChecker:
    """linecount."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        first: CheckResult | None = None
        total = right = 0
        for one, other in zip_longest(nonempty_lines(expected), nonempty_lines(got)):
            if one is None:
                return first or reject_line(expected, one, got, other)
            total += 1
            if other is not None and same_but_for_both_ends(expected[slice(*one)], got[slice(*other)]):
                right += 1
            else:
                first = first or reject_line(expected, one, got, other)
        return RIGHT if first is None else replace(first, points=right / total, share=True)


@dataclass(frozen=True, slots=True)
class FloatsChecker:
    """floats, floatsabs, floatsrel."""

    precision: int
    near: Near

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        loose = False
        for one, other in zip_longest(nonempty_lines(expected), nonempty_lines(got)):
            if one is None or other is None:
                return reject_line(expected, one, got, other)
            line, written = expected[slice(*one)], got[slice(*other)]
            if line == written and not _may_hold_special(line):
                continue
            for number, wanted, token in _pairs(line, written):
                if wanted is None or token is None or not self._same(wanted, token):
                    return _reject_in_line(expected, one, got, other, number)
                loose = loose or wanted != token
        return accept(loose=loose)

    def _same(self, expected: bytes, got: bytes) -> bool:
        wanted = python_number(expected)
        if wanted is None:
            return expected == got
        found = python_number(got)
        return found is not None and self.near(wanted, found, 10.0**-self.precision)


@dataclass(frozen=True, slots=True)
class IdenticalChecker:
    """identical."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if expected == got:
            return RIGHT
        return CheckResult(ok=False, difference=byte_difference(expected, got, common_prefix(expected, got)))


@dataclass(frozen=True, slots=True)
class EasyChecker:
    """easy."""

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        if same_tokens(expected, got, fold=True, blanks=C_BLANKS):
            return RIGHT
        one, other = (text.translate(None, BLANK_BYTES).lower() for text in (expected, got))
        if len(one) == len(other) and Counter(one) == Counter(other):
            return accept(loose=True)
        number = next(mismatches(expected, got, fold=True, blanks=C_BLANKS))[0]
        return CheckResult(ok=False, difference=token_difference(expected, got, number, fold=True, blanks=C_BLANKS))


@dataclass(frozen=True, slots=True)
class LineMatchesChecker:
    """linematches."""

    points: tuple[int, ...] = (1,)
    filler_lines_required: bool = True

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        wanted = list(islice(nonempty_lines(expected), len(self.points) + 1))
        if len(wanted) != len(self.points):
            fault = f"dmoj.linematches: the expected output has not {len(self.points)} lines as point_distribution has"
            return CheckResult(ok=False, fault=fault)
        written = list(islice(nonempty_lines(got), len(self.points) + 1))
        if self.filler_lines_required and len(written) != len(wanted):
            at = min(len(written), len(wanted))
            return reject_line(expected, _at(wanted, at), got, _at(written, at))
        same = [expected[slice(*one)] == got[slice(*other)] for one, other in zip(wanted, written, strict=False)]
        earned = sum(points for points, is_same in zip(self.points, same, strict=False) if is_same)
        if earned:
            loose = not same_tokens(expected, got, blanks=C_BLANKS)
            return replace(accept(loose=loose), points=earned / sum(self.points), share=True)
        first = next(line for line, points in enumerate(self.points) if points)
        return reject_line(expected, wanted[first], got, _at(written, first))


def near_by_default(expected: float, got: float, error: float) -> bool:
    """Absolutely, or relatively where the expected number is no smaller than the error."""
    if math.fabs(got - expected) <= error:
        return True
    return math.fabs(expected) >= error and math.fabs(1.0 - got / expected) <= error


def near_absolutely(expected: float, got: float, error: float) -> bool:
    """No further apart than `error`."""
    return math.fabs(got - expected) <= error


def near_relatively(expected: float, got: float, error: float) -> bool:
    """Between the expected number less and more its share `error`."""
    bounds = expected * (1 - error), expected * (1 + error)
    return min(bounds) <= got <= max(bounds)


NEAR: dict[str, Near] = {"default": near_by_default, "absolute": near_absolutely, "relative": near_relatively}


def lines_with_tokens(data: bytes) -> Iterator[Span]:
    """Each line that has a token, from its first one on: start and end. Blanks and other lines cost next to nothing."""
    return (match.span() for match in _FROM_FIRST_TOKEN.finditer(data))


def same_but_for_the_end(one: bytes, other: bytes) -> bool:
    """Whether two lines are the same without the blanks at their ends."""
    return one.rstrip() == other.rstrip()


def same_but_for_both_ends(one: bytes, other: bytes) -> bool:
    """Whether two lines are the same without the blanks in front and at their ends."""
    return one.strip() == other.strip()


def lines_as_tokens(data: bytes) -> Iterator[bytes]:
    """Each non-empty line with one space between its tokens."""
    return (_with_single_spaces(data[start:end]) for start, end in nonempty_lines(data))


def place_line(data: bytes, number: int) -> Span | None:
    """Start and end of a non-empty line."""
    return next(islice(nonempty_lines(data), number, None), None)


def _with_single_spaces(line: bytes) -> bytes:
    if len(line) <= BATCH_BYTES:
        return b" ".join(line.split())
    line = line.translate(_SPACES).strip(b" ")
    while b"  " in line:  # each time a run of spaces is half as long
        line = line.replace(b"  ", b" ")
    return line


def _tokens(data: bytes) -> Iterator[bytes]:
    return tokens(data, blanks=C_BLANKS)


def _place_token(data: bytes, number: int) -> Span | None:
    return locate(data, number, C_BLANKS)


def _pairs(one: bytes, other: bytes) -> Iterable[tuple[int, bytes | None, bytes | None]]:
    """The tokens of two lines side by side; no list of them where the lines are long."""
    if max(len(one), len(other)) > BATCH_BYTES:
        pairs = zip_longest(_tokens(one), _tokens(other))
    else:
        pairs = zip_longest(one.split(), other.split())
    return ((number, *pair) for number, pair in enumerate(pairs))


def _may_hold_special(line: bytes) -> bool:
    """Whether a token of it may be nan or infinite, which is not near itself."""
    return len(line) > 300 or bool(line.strip(b"0123456789+-. \t\r\n"))


def _reject_in_line(expected: bytes, one: Span, got: bytes, other: Span, number: int) -> CheckResult:
    wanted, written = (_in_line(text, span, number) for text, span in ((expected, one), (got, other)))
    return reject_line(expected, wanted, got, written)


def _in_line(text: bytes, line: Span, number: int) -> Span | None:
    found = locate(text[slice(*line)], number, C_BLANKS)
    return (line[0] + found[0], line[0] + found[1]) if found else None


def _at(spans: list[Span], number: int) -> Span | None:
    return spans[number] if number < len(spans) else None


STANDARD = LinesChecker(lines_with_tokens, same_words)
LINECOUNT = LineCountChecker()
RSTRIPPED = LinesChecker(lines, same_but_for_the_end)
RSTRIPPED_FILTERED = LinesChecker(nonempty_lines, same_but_for_the_end)
SORTED = AnyOrderChecker(lines_as_tokens, place_line, fold=False, blanks=C_BLANKS)
UNORDERED = AnyOrderChecker(_tokens, _place_token, fold=False, blanks=C_BLANKS)
