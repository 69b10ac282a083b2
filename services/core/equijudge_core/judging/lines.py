"""Splitting outputs into lines, one at a time, by the two rules that the judges of other checkers have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from equijudge_core.judging.tokens import BATCH_BYTES, C_BLANKS, same_tokens

Span = tuple[int, int]

_BREAK = re.compile(rb"[\r\n]")
_TEXT = re.compile(rb"[^\r\n]+")


def lines(data: bytes) -> Iterator[Span]:
    """Start and end of each line. Every LF and every CR ends one, so there is an empty one between CR and LF."""
    start = 0
    for match in _BREAK.finditer(data):
        yield start, match.start()
        start = match.end()
    yield start, len(data)


def nonempty_lines(data: bytes) -> Iterator[Span]:
    """Start and end of each line that has a byte, be it a blank."""
    return (match.span() for match in _TEXT.finditer(data))


def lines_by_testlib(data: bytes) -> Iterator[tuple[bytes, Span]]:
    """The lines as testlib's readString gives them, and where they are: LF and CR LF end one, and so does the end.

    A CR before anything else is dropped and what follows it is kept, be it another CR; one at the very end reads as
    byte 255. No line follows a line end at the end of the data.
    """
    start = 0
    while start < len(data):
        end = data.find(b"\n", start)
        is_last = end < 0
        end = len(data) if is_last else end
        line = data[start:end]
        yield (_without_returns(line, is_last=is_last) if b"\r" in line else line), (start, end)
        start = end + 1


def same_words(one: bytes, other: bytes) -> bool:
    """Whether two lines have the same tokens by C's isspace. Holds no list of them if they are long."""
    if one == other:
        return True
    if max(len(one), len(other)) > BATCH_BYTES:
        return same_tokens(one, other, blanks=C_BLANKS)
    return one.split() == other.split()


def _without_returns(line: bytes, *, is_last: bool) -> bytes:
    """Of each run of CRs the second, the fourth, … are kept; one left over at the end belongs to the line end."""
    is_over = (len(line) - len(line.rstrip(b"\r"))) % 2 == 1
    body = line[:-1] if is_over else line
    if b"\r" in body:
        body = b"\r".join(piece.replace(b"\r", b"") for piece in body.split(b"\r\r"))
    return body + b"\xff" if is_over and is_last else body
