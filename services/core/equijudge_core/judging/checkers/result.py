"""What a checker is, and what it says of one output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from equijudge_core.contracts.verify import FirstDifference
from equijudge_core.judging.difference import span_difference, token_difference
from equijudge_core.judging.tokens import DATASET_BLANKS, Blanks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`ok`: accepted. `loose`: accepted thanks to a tolerance. `difference`: only when not accepted.

    `fault`: the expected output itself is none that the checker can read, in words that quote nothing of it. Nobody's
    answer can be judged by it then, whatever `ok` says. `message`: what a problem's own checker says of the output.

    `points`: what it gives, with `share` a part of what the test is worth, 0 to 1; None: all or nothing. `partial`: it
    is neither right nor wrong by itself, and its points say how much. Of no weight but where the problem gives points:
    `scored` is then what the test got (judging/points.py).
    """

    ok: bool
    loose: bool = False
    difference: FirstDifference | None = None
    fault: str = ""
    message: str | None = None
    points: float | None = None
    share: bool = False
    partial: bool = False
    scored: float | None = None


RIGHT = CheckResult(ok=True)
RIGHT_LOOSELY = CheckResult(ok=True, loose=True)


class Checker(Protocol):
    """A comparison: pure, deterministic, and never raising, whatever the bytes."""

    def check(self, expected: bytes, got: bytes) -> CheckResult: ...


def accept(*, loose: bool) -> CheckResult:
    """The output is right; `loose`: though it is not the same tokens."""
    return RIGHT_LOOSELY if loose else RIGHT


def reject_token(
    expected: bytes, got: bytes, number: int, *, fold: bool = False, blanks: Blanks = DATASET_BLANKS
) -> CheckResult:
    """The output is wrong at token `number`."""
    return CheckResult(ok=False, difference=token_difference(expected, got, number, fold=fold, blanks=blanks))


def reject_line(expected: bytes, one: Span | None, got: bytes, other: Span | None) -> CheckResult:
    """The output is wrong in a line, which is there (start and end) in at least one of the two."""
    return CheckResult(ok=False, difference=span_difference(expected, one, got, other))
