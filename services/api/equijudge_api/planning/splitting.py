"""How a request's work is split into chunks: by what each part of it costs, roughly, in seconds. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from equijudge_core.contracts.chunks import AnyChunk
from equijudge_queue.chunk_payload import dump_chunk

T = TypeVar("T")
CANDIDATE_S, TEST_S = 0.015, 0.003  # what a candidate and a test cost, roughly
CHUNK_S, CHUNK_CANDIDATES = 1.0, 64
SHORTEST_CHUNK_S = 0.02  # of candidates together: to hand out a chunk costs several milliseconds
ROUNDING_S = 1e-6  # of sums of costs
LEAST_CHUNKS = 8  # a small batch is spread over the workers all the same


def split_by_cost(costed: Sequence[tuple[T, float]], slots: int, *, is_followed: bool = False) -> list[tuple[T, ...]]:
    """Split into groups of about a second, in their order, two for every slot if possible, LEAST_CHUNKS at the least.
    is_followed: the next job comes before this one is done, so that one for every slot is enough to keep it busy."""
    share = sum(cost for _, cost in costed) / (max(1, slots) if is_followed else max(LEAST_CHUNKS, 2 * slots))
    room = min(CHUNK_S, max(share, SHORTEST_CHUNK_S))
    groups: list[list[T]] = []
    spent = room
    for item, cost in costed:
        if spent > room - ROUNDING_S or len(groups[-1]) >= CHUNK_CANDIDATES:
            groups.append([])
            spent = 0.0
        groups[-1].append(item)
        spent += cost
    return [tuple(group) for group in groups]


def dump_chunks(chunks: Iterable[AnyChunk]) -> dict[str, str]:
    """Chunks as they are stored, JSON by id."""
    return {chunk.chunk_id: dump_chunk(chunk) for chunk in chunks}
