"""Whether Redis may be given work: what it says of itself, and whether it takes a write."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from redis.exceptions import NoPermissionError, RedisError

from equijudge_queue import schema
from equijudge_queue.redis_trouble import WouldEvict, eviction, trouble_of

log = logging.getLogger(__name__)
FRESH_S = 1.0  # how long what it said of its policy counts
PROBE_KEPT_S = 60


async def memory_of(redis: Any) -> Mapping[str, Any]:
    """What Redis says of its memory; nothing where this user may not ask, and somebody else looks after it."""
    try:
        found: Mapping[str, Any] = await redis.info("memory")
    except NoPermissionError:
        return {}
    return found


class RedisState:
    """One for each connection."""

    def __init__(self, redis: Any, clock: Callable[[], float] = time.monotonic) -> None:
        self._redis, self._clock = redis, clock
        self._evicts, self._until = "", 0.0

    async def check(self) -> None:
        """Raise WouldEvict, a RedisError, when accepted work might be thrown away."""
        if self._clock() >= self._until:
            await self._ask()
        if self._evicts:
            raise WouldEvict(self._evicts)

    async def trouble(self) -> str:
        """Why no work can be put into it now; '' when it can. Raises RedisError for what is a fault of ours."""
        try:
            await self._ask()
            await self._redis.set(schema.PROBE, 1, ex=PROBE_KEPT_S)
        except RedisError as error:
            if (found := trouble_of(error)) is None:
                raise
            return found.text
        return self._evicts

    async def _ask(self) -> None:
        found = eviction(await memory_of(self._redis))
        if found and not self._evicts:
            log.error("Redis %s; no work is accepted", found)
        self._evicts, self._until = found, self._clock() + FRESH_S
