"""Splitting outputs into tokens, a batch at a time: 64 MB of one-character tokens must cost no list of them.

The split rule of every checker: separators are space, tab, carriage return, line feed and vertical tab.
Form feed, NUL, U+2028, no-break space and bytes that are no UTF-8 are part of a token like any letter.
Case folding is ASCII only. Everything works on bytes; nothing is ever decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

BATCH_BYTES = 1 << 16

_TOKEN = re.compile(rb"[^ \t\r\n\v]+")
_REST_OF_TOKEN = re.compile(rb"[^ \t\r\n\v]*")


def tokens(data: bytes, *, fold: bool = False) -> Iterator[bytes]:
    """The tokens in order, in lower case if `fold`. Holds one batch (or one token, if longer) at a time."""
    return chain.from_iterable(_split(data[start:end], fold) for start, end in _spans(data))


def mismatches(expected: bytes, got: bytes, *, fold: bool = False) -> Iterator[tuple[int, bytes | None, bytes | None]]:
    """The positions (from 0) whose tokens differ, with both tokens; None stands for one that is missing.

    Lazy, so that who stops at the first decided difference never reads the rest.
    """
    pairs = zip_longest(tokens(expected, fold=fold), tokens(got, fold=fold))
    for number, (one, other) in enumerate(pairs):
        if one != other:
            yield number, one, other


def locate(data: bytes, number: int) -> tuple[int, int] | None:
    """Find start and end of token `number`, None when there are not that many. Linear in `data`."""
    for start, end in _spans(data):
        size = len(_split(data[start:end], fold=False))
        if number < size:
            match = next(islice(_TOKEN.finditer(data, start, end), number, None))
            return match.span()
        number -= size
    return None


def _spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Cuts the data at separators into pieces of at least BATCH_BYTES (the last one may be shorter)."""
    start = 0
    while start < len(data):
        rest = _REST_OF_TOKEN.match(data, start + BATCH_BYTES)
        end = rest.end() if rest else len(data)
        yield start, end
        start = end


def _split(piece: bytes, fold: bool) -> list[bytes]:
    if fold:
        piece = piece.lower()
    # bytes.split also splits at form feeds, which the rule does not; it is several times faster.
    return _TOKEN.findall(piece) if b"\f" in piece else piece.split()
