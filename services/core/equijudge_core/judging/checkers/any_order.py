"""tokens and float with `any_order`: the same tokens, or the same lines of tokens, each as often, in any order.

With a tolerance numbers are matched by size: the smallest with the smallest, and so on. That finds a matching wherever
there is one, since the bounds within which a number is taken for an expected one grow with the expected one. Lines are
not matched so, where one number may be near and the next is not: `float` has any order of words alone.

Of the output no more numbers are held than are expected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from equijudge_core.judging.checkers.floats import FloatChecker
from equijudge_core.judging.checkers.result import RIGHT, Checker, CheckResult, Span, accept
from equijudge_core.judging.checkers.unordered import ABSENT, compare_unordered
from equijudge_core.judging.difference import span_difference
from equijudge_core.judging.lines import nonempty_lines
from equijudge_core.judging.numeric_tokens import finite_number
from equijudge_core.judging.tokens import BATCH_BYTES, DATASET_BLANKS, Blanks, locate, same_tokens, tokens

Number = tuple[float, int]  # its value, and which token it is


@dataclass(frozen=True, slots=True)
class AnyOrderChecker:
    """The same items, each as often. fold, blanks: by which words the order is one that needed no leave."""

    items: Callable[[bytes], Iterable[bytes]]
    place: Callable[[bytes, int], Span | None]
    fold: bool = True
    blanks: Blanks = DATASET_BLANKS

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        if expected == got:
            return RIGHT
        rejection = compare_unordered(expected, got, self.items, self.place)
        return rejection or accept(loose=not same_tokens(expected, got, fold=self.fold, blanks=self.blanks))


@dataclass(frozen=True, slots=True)
class NumbersInAnyOrderChecker:
    """The same words, each as often, and as many numbers, near enough to one another by size."""

    within: FloatChecker

    def check(self, expected: bytes, got: bytes) -> CheckResult:
        """See Checker."""
        if expected == got:
            return RIGHT
        words = partial(words_but_numbers, fold=self.within.ignore_case)
        rejection = compare_unordered(expected, got, words, place_word)
        if rejection is not None:
            return rejection
        wanted = sorted(numbers(expected))
        written: list[Number] = []
        for found in numbers(got):
            if len(written) == len(wanted):
                return reject_number(expected, None, got, found)
            written.append(found)
        written.sort()
        if len(written) < len(wanted):
            return reject_number(expected, self._first_alone(wanted, written), got, None)
        for one, other in zip(wanted, written, strict=True):
            if not self.within.is_within(one[0], other[0]):
                return reject_number(expected, one, got, other)
        return accept(loose=not same_tokens(expected, got, fold=True))

    def _first_alone(self, wanted: list[Number], written: list[Number]) -> Number:
        """The smallest of the numbers that have nothing beside them."""
        pairs = zip(wanted, written, strict=False)
        return next((one for one, other in pairs if not self.within.is_within(one[0], other[0])), wanted[len(written)])


def tokens_in_any_order(order: str, *, ignore_case: bool) -> Checker:
    """Make the checker for `words` or `lines`."""
    if order == "words":
        return AnyOrderChecker(partial(tokens, fold=ignore_case), locate)
    return AnyOrderChecker(partial(lines_of_tokens, fold=ignore_case), place_line)


def lines_of_tokens(data: bytes, *, fold: bool) -> Iterator[bytes]:
    """Each line that has a token, with one space between its tokens."""
    joined = (_join_tokens(data[start:end], fold) for start, end in nonempty_lines(data))
    return filter(None, joined)


def _join_tokens(line: bytes, fold: bool) -> bytes:
    if len(line) > BATCH_BYTES:
        return b" ".join(tokens(line, fold=fold))
    return b" ".join(DATASET_BLANKS.split(line.lower() if fold else line))


def place_line(data: bytes, number: int) -> Span | None:
    """Start and end of a line that has a token."""
    spans = (span for span in nonempty_lines(data) if DATASET_BLANKS.token.search(data, *span))
    return next(islice(spans, number, None), None)


def words_but_numbers(data: bytes, *, fold: bool) -> Iterator[bytes]:
    """The tokens that are no finite numbers."""
    return (token for token in tokens(data, fold=fold) if finite_number(token) is None)


def place_word(data: bytes, number: int) -> Span | None:
    """Start and end of a token that is no number."""
    at = (place for place, token in enumerate(tokens(data)) if finite_number(token) is None)
    place = next((each for count, each in enumerate(at) if count == number), None)
    return None if place is None else locate(data, place)


def numbers(data: bytes) -> Iterator[Number]:
    """The tokens that are finite numbers."""
    values = ((finite_number(token), place) for place, token in enumerate(tokens(data)))
    return ((value, place) for value, place in values if value is not None)


def reject_number(expected: bytes, one: Number | None, got: bytes, other: Number | None) -> CheckResult:
    """The output is wrong in a number, which is there in at least one of the two."""
    wanted, written = (
        None if number is None else locate(text, number[1]) for text, number in ((expected, one), (got, other))
    )
    return CheckResult(ok=False, difference=span_difference(expected, wanted, got, written, missing=ABSENT))
