"""The verdict cache as the API reads it; the workers write it with the results (equijudge_queue's jobs/report.lua)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from equijudge_queue import schema

AT_ONCE, MOST_BYTES = 256, 8 << 20  # keys in one go; verdicts for one request


class VerdictCache:
    """One for each connection."""

    def __init__(self, redis: Any) -> None:
        self._redis = redis

    async def found(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The verdicts that are there among these, JSON of CandidateResult, by key; no more than MOST_BYTES together.
        Raises RedisError."""
        found: dict[str, bytes] = {}
        size = 0
        for at in range(0, len(keys), AT_ONCE):
            some = keys[at : at + AT_ONCE]
            for key, data in zip(some, await self._redis.mget(list(map(schema.verdict_key, some))), strict=True):
                size += len(data or b"")
                if size > MOST_BYTES:
                    return found
                if data is not None:
                    found[key] = data
        return found
