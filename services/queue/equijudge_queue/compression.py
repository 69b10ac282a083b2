"""Long texts as they lie in Redis: compressed where that pays. Pure.

A packed text is zlib's format, which never begins like JSON, so that what was stored as it stands is read all the same.
"""

from __future__ import annotations

import zlib

WORTH_BYTES = 1 << 10  # what is shorter is stored as it stands
LEVEL = 1  # four fifths of what the best level gains, at a fifth of its time
_MARK = 0x78  # the first byte of zlib's format; no JSON text begins with it


def pack(text: str | bytes) -> bytes:
    """Compress a text, JSON in UTF-8, for Redis. Bytes that are packed already stay as they are."""
    data = text.encode() if isinstance(text, str) else text
    if len(data) < WORTH_BYTES or is_packed(data):
        return data
    smaller = zlib.compress(data, LEVEL)
    return smaller if len(smaller) < len(data) else data


def unpack(data: bytes) -> bytes:
    """Read a text that may be packed. Raise ValueError for data that were packed and are broken."""
    if not is_packed(data):
        return data
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(f"stored data are broken: {error}") from error


def is_packed(data: bytes) -> bool:
    """Whether these bytes are a packed text."""
    return data[:1] == bytes([_MARK])
