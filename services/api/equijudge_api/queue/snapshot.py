"""Read from Redis what `/stats` and `/metrics` are made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from equijudge_api.queue.admission import read_memory_info
from equijudge_queue import counters, schema
from equijudge_queue.counters import Count


@dataclass(frozen=True)
class WorkerReport:
    """A worker, what it said of itself (None: that has expired), and how long ago in seconds."""

    name: str
    facts: Mapping[str, Any] | None
    ago_s: float


@dataclass(frozen=True)
class Snapshot:
    """What lies in Redis at one moment; `counts` are the fields of counters.METRICS, `steps` those of its paces."""

    at: float
    backlog: int
    backlog_bytes: int
    open_chunks: int
    takeovers: int
    counts: Mapping[str, int]
    workers: Sequence[WorkerReport]
    steps: Sequence[Mapping[str, int]]
    held: Mapping[str, int] = field(default_factory=dict)  # bytes by kind
    memory: Mapping[str, Any] = field(default_factory=dict)  # what `INFO memory` says

    def by_label(self, count: Count) -> dict[str, int]:
        """A counter by its label's values."""
        by_value = dict.fromkeys(count.values, 0)
        prefix = count.field()
        return by_value | {
            field.removeprefix(prefix): value for field, value in self.counts.items() if field.startswith(prefix)
        }

    def total(self, count: Count) -> int:
        """A counter over all its labels."""
        return sum(self.by_label(count).values())


async def take_snapshot(redis: Any) -> Snapshot:
    """Read all counters and what every worker says: three round trips, of a size that does not depend on the load."""
    pipe = redis.pipeline(transaction=False)
    pipe.time().hgetall(counters.METRICS).zcard(schema.OPEN).zrange(schema.WORKERS, 0, -1, withscores=True)
    pipe.mget(schema.BACKLOG, schema.BACKLOG_BYTES, schema.TAKEOVERS).hgetall(schema.BYTES)
    (seconds, microseconds), counts, open_chunks, workers, single, held = await pipe.execute()
    last = seconds // counters.PACE_STEP_S
    for step in range(last - counters.PACE_STEPS + 1, last + 1):
        pipe.hgetall(counters.pace_key(step))
    for name, _ in workers:
        pipe.get(schema.worker_key(name.decode()))
    found = await pipe.execute()
    backlog, backlog_bytes, takeovers = (int(value or 0) for value in single)
    at = seconds + microseconds / 1e6
    return Snapshot(
        at=at,
        backlog=backlog,
        backlog_bytes=backlog_bytes,
        open_chunks=open_chunks,
        takeovers=takeovers,
        counts=decode_counts(counts),
        workers=[
            WorkerReport(name.decode(), None if facts is None else json.loads(facts), max(0.0, at - heard_at))
            for (name, heard_at), facts in zip(workers, found[counters.PACE_STEPS :], strict=True)
        ],
        held=decode_counts(held),
        memory=await read_memory_info(redis),
        steps=[decode_counts(fields) for fields in found[: counters.PACE_STEPS]],
    )


def decode_counts(fields: Mapping[bytes, bytes]) -> dict[str, int]:
    """Decode a hash of whole numbers."""
    return {name.decode(): int(value) for name, value in fields.items()}
