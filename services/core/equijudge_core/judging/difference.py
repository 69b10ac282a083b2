"""Where two outputs first depart, in a form a person can read: line number, and a window of each text.

The texts come from hostile programs and go to terminals and JSON: what is not printable is escaped.
"""

from __future__ import annotations

from equijudge_core.contracts.verify import FirstDifference
from equijudge_core.judging.tokens import DATASET_BLANKS, Blanks, locate

BEFORE_BYTES = 30
AFTER_BYTES = 50
END_OF_OUTPUT = "(end of output)"

_CHUNK_BYTES = 1 << 16


def token_difference(
    expected: bytes, got: bytes, number: int, *, fold: bool = False, blanks: Blanks = DATASET_BLANKS
) -> FirstDifference:
    """The difference at token `number`, which at least one of the texts has.

    The line is that of the token in `expected`, or in `got` when `expected` has no such token.
    """
    return span_difference(expected, locate(expected, number, blanks), got, locate(got, number, blanks), fold=fold)


def span_difference(
    expected: bytes,
    one: tuple[int, int] | None,
    got: bytes,
    other: tuple[int, int] | None,
    *,
    fold: bool = False,
    missing: str = END_OF_OUTPUT,
) -> FirstDifference:
    """The difference between two tokens or lines, given by start and end; `missing` stands for one that is not there.

    The line is that in `expected`, or in `got` when `expected` has none.
    """
    shared = 0
    if one and other:
        shared = common_prefix(_lower_if(expected[slice(*one)], fold), _lower_if(got[slice(*other)], fold))
    text, (start, _) = (expected, one) if one else (got, other or (len(got), 0))
    return FirstDifference(
        line=_line(text, start),
        expected=_line_window(expected, one[0] + shared) if one else missing,
        got=_line_window(got, other[0] + shared) if other else missing,
    )


def byte_difference(expected: bytes, got: bytes, offset: int, got_offset: int | None = None) -> FirstDifference:
    """The difference at byte `offset` of both texts, or at `got_offset` of the second. Newlines are shown as \\n."""
    other = offset if got_offset is None else got_offset
    return FirstDifference(
        line=_line(expected, offset),
        expected=_window(expected, offset, 0, len(expected)) or END_OF_OUTPUT,
        got=_window(got, other, 0, len(got)) or END_OF_OUTPUT,
    )


def common_prefix(one: bytes, other: bytes) -> int:
    """How many bytes both begin with."""
    size = min(len(one), len(other))
    for start in range(0, size, _CHUNK_BYTES):
        left, right = one[start : start + _CHUNK_BYTES], other[start : start + _CHUNK_BYTES]
        if left != right:
            differing = (at for at, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1])
            return min(size, start + next(differing, size))
    return size


def escape_unprintable(data: bytes) -> str:
    """Write bytes as printable text: UTF-8 where they are, escapes for everything else."""
    text = data.decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _lower_if(data: bytes, fold: bool) -> bytes:
    return data.lower() if fold else data


def _line(text: bytes, offset: int) -> int:
    return text.count(b"\n", 0, offset) + 1


def _line_window(text: bytes, offset: int) -> str:
    end = text.find(b"\n", offset)
    return _window(text, offset, text.rfind(b"\n", 0, offset) + 1, len(text) if end < 0 else end)


def _window(text: bytes, offset: int, first: int, last: int) -> str:
    """The bytes around `offset` within text[first:last], … where more was cut off on that side."""
    start, end = max(first, offset - BEFORE_BYTES), min(last, offset + AFTER_BYTES)
    while first < start < offset and text[start] & 0xC0 == 0x80:  # not into the middle of a character
        start += 1
    while offset < end < last and text[end] & 0xC0 == 0x80:
        end -= 1
    return "…" * (start > first) + escape_unprintable(text[start:end]) + "…" * (end < last)
