"""What a worker holds while it works: the lease of one chunk. Data only; store.py makes and ends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from equijudge_core.contracts.chunks import AnyChunk


@dataclass(frozen=True)
class Claim:
    """A chunk that is ours as long as its token is the newest.

    `seen`: bits of the job's candidates that were answered when it was claimed; `waited_s`: since the job was accepted;
    `owner`: the id of the key that it came with; `long`: its next candidate is run to its end (schema, rule 10).
    """

    chunk: AnyChunk
    token: int
    seen: bytes = b""
    waited_s: float = 0.0
    owner: str = ""
    long: bool = False

    def is_answered(self, index: int) -> bool:
        """Whether the request's candidate of this index had its result when the chunk was claimed."""
        byte, bit = divmod(index, 8)
        return byte < len(self.seen) and bool(self.seen[byte] & (0x80 >> bit))


class LeaseState(IntEnum):
    """What jobs/check_lease.lua says of a chunk.

    Lost; held; held, and another job waits for a slot; and that job belongs to a key that has none.
    """

    LOST = 0
    HELD = 1
    WANTED = 2
    STARVING = 3
