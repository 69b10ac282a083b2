"""Splitting outputs into tokens, a batch at a time: 64 MB of one-character tokens must cost no list of them.

What separates tokens is the checker's to say (Blanks). Everything else, NUL, U+2028, no-break space and bytes that are
no UTF-8 among it, is part of a token like any letter. Case folding is ASCII only. Everything works on bytes; nothing is
ever decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice, zip_longest

BATCH_BYTES = 1 << 16

_SPLIT_BY_PYTHON = b" \t\n\r\v\f"


@dataclass(frozen=True, slots=True)
class Blanks:
    """The bytes that separate tokens: some of those that bytes.split() knows, which is several times faster."""

    separators: bytes
    token: re.Pattern[bytes] = field(init=False)
    rest_of_token: re.Pattern[bytes] = field(init=False)
    letters: tuple[bytes, ...] = field(init=False)

    def __post_init__(self) -> None:
        inside = rb"[^" + re.escape(self.separators) + rb"]"
        object.__setattr__(self, "token", re.compile(inside + b"+"))
        object.__setattr__(self, "rest_of_token", re.compile(inside + b"*"))
        letters = tuple(bytes([byte]) for byte in _SPLIT_BY_PYTHON if byte not in self.separators)
        object.__setattr__(self, "letters", letters)

    def split(self, data: bytes) -> list[bytes]:
        """The tokens of a piece, in a list."""
        return self.token.findall(data) if any(byte in data for byte in self.letters) else data.split()


DATASET_BLANKS = Blanks(b" \t\r\n\v")
"""Those of the data set's tester: a form feed is a letter."""
C_BLANKS = Blanks(b" \t\r\n\v\f")
"""C's isspace."""
TESTLIB_BLANKS = Blanks(b" \t\r\n")
"""testlib's: vertical tab and form feed are letters."""


def tokens(data: bytes, *, fold: bool = False, blanks: Blanks = DATASET_BLANKS) -> Iterator[bytes]:
    """The tokens in order, in lower case if `fold`. Holds one batch (or one token, if longer) at a time."""
    return chain.from_iterable(_split(data[start:end], fold, blanks) for start, end in _spans(data, blanks))


def mismatches(
    expected: bytes, got: bytes, *, fold: bool = False, blanks: Blanks = DATASET_BLANKS
) -> Iterator[tuple[int, bytes | None, bytes | None]]:
    """The positions (from 0) whose tokens differ, with both tokens; None stands for one that is missing.

    Lazy, so that who stops at the first decided difference never reads the rest.
    """
    pairs = zip_longest(tokens(expected, fold=fold, blanks=blanks), tokens(got, fold=fold, blanks=blanks))
    for number, (one, other) in enumerate(pairs):
        if one != other:
            yield number, one, other


def same_tokens(expected: bytes, got: bytes, *, fold: bool = False, blanks: Blanks = DATASET_BLANKS) -> bool:
    """Whether both have the same tokens in the same order."""
    return expected == got or next(mismatches(expected, got, fold=fold, blanks=blanks), None) is None


def locate(data: bytes, number: int, blanks: Blanks = DATASET_BLANKS) -> tuple[int, int] | None:
    """Find start and end of token `number`, None when there are not that many. Linear in `data`."""
    for start, end in _spans(data, blanks):
        size = len(_split(data[start:end], fold=False, blanks=blanks))
        if number < size:
            match = next(islice(blanks.token.finditer(data, start, end), number, None))
            return match.span()
        number -= size
    return None


def _spans(data: bytes, blanks: Blanks) -> Iterator[tuple[int, int]]:
    """Cuts the data at separators into pieces of at least BATCH_BYTES (the last one may be shorter)."""
    start = 0
    while start < len(data):
        rest = blanks.rest_of_token.match(data, start + BATCH_BYTES)
        end = rest.end() if rest else len(data)
        yield start, end
        start = end


def _split(piece: bytes, fold: bool, blanks: Blanks) -> list[bytes]:
    return blanks.split(piece.lower() if fold else piece)
