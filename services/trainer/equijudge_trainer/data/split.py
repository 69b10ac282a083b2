"""Which problems are held out: chosen by a hash of the name alone, so that every run of any set agrees."""

from __future__ import annotations

import hashlib


def is_held_out(name: str, share: float) -> bool:
    """Whether the problem of this name is among the `share` (0 to 1) that is not trained on."""
    digest = hashlib.blake2b(name.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") < share * 2**64
