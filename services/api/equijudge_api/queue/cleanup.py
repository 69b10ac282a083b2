"""Keep Redis within its bounds: drop what is too old, and what nobody needs where there is too much of it.

The API does this, of which one is there whenever work is accepted; several do no harm. It needs no room in Redis: one
that is full is emptied as far as nobody needs what it holds, and takes work again by itself.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from redis.asyncio import Redis as AsyncRedis
from redis.exceptions import RedisError

from equijudge_api.queue.admission import read_memory_info
from equijudge_queue import lua_scripts, schema

log = logging.getLogger(__name__)
EVERY_S = 1.0
AT_ONCE, ROUNDS = 200, 50  # things that go in one script, and scripts in one go: nobody waits long for either
SPARE_ENTRIES = 1_000  # of RQ's that may be there beyond chunks that wait
UNBOUNDED_BYTES = 4 << 30  # what a Redis without a maxmemory is taken for
FULL_SHARE, ROOMY_SHARE = 0.9, 0.85  # of maxmemory: from here on things go, until there


@dataclass(frozen=True)
class MemoryBounds:
    """Bytes of each kind beyond which the oldest are dropped that no running job needs."""

    verdicts: int
    problems: int
    results: int


def memory_bounds(max_memory: int) -> MemoryBounds:
    """Each kind's share of Redis's maxmemory. A quarter is left to the queue, stored problems and Redis itself."""
    whole = max_memory or UNBOUNDED_BYTES
    return MemoryBounds(verdicts=whole // 8, problems=whole // 4, results=3 * whole // 8)


def bytes_to_free(memory: Mapping[str, Any]) -> int:
    """Bytes to drop beside, from what `INFO memory` says: none below FULL_SHARE."""
    used, most = int(memory.get("used_memory", 0)), int(memory.get("maxmemory", 0))
    return max(0, used - int(ROOMY_SHARE * most)) if most and used > FULL_SHARE * most else 0


class Cleanup:
    """Drop what is too old or too much, every second. One per application."""

    def __init__(self, redis: AsyncRedis, results_least_s: float = schema.RESULTS_LEAST_S) -> None:
        self._redis: Any = redis
        self._results_least_s = results_least_s
        self._tidy = self._redis.register_script(lua_scripts.load_script("jobs/tidy"))
        self._trim = self._redis.register_script(lua_scripts.load_script("jobs/trim"))
        self._away = False

    async def run(self) -> None:
        """Clean up every EVERY_S until cancelled. An outage of Redis is logged once."""
        while True:
            try:
                gone = await self.tidy()
                await self.trim()
                if gone:
                    log.info("%d results, problems and verdicts went: too old, or too many", gone)
                self._away = False
            except RedisError as error:
                if not self._away:
                    log.warning("nothing can be tidied up in Redis: %s", error)
                self._away = True
            await asyncio.sleep(EVERY_S)

    async def trim(self, spare: int = SPARE_ENTRIES) -> int:
        """Let RQ forget what woke workers for jobs that were cancelled; return how many entries were looked at."""
        total = looked = AT_ONCE
        while looked == AT_ONCE and total <= AT_ONCE * ROUNDS:
            looked = await self._trim([schema.OPEN, schema.RQ_LIST], [spare, AT_ONCE])
            total += looked
        return total - AT_ONCE

    async def tidy(self) -> int:
        """Drop what is too old or too much; return how many things that were."""
        total = 0
        for _ in range(ROUNDS):
            memory = await read_memory_info(self._redis)
            bounds = asdict(memory_bounds(int(memory.get("maxmemory", 0)))).values()
            gone, _freed = await self._tidy([], [AT_ONCE, *bounds, bytes_to_free(memory), self._results_least_s])
            total += gone
            if gone < AT_ONCE:
                break
        return total
