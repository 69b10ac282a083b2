"""The only file of the API that knows Redis and RQ: accept jobs, look them up, stream their results."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any, cast

from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.backoff import ExponentialBackoff
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer

from equijudge_core import queue_schema as schema
from equijudge_core.contracts import Chunk, JobState, JobStatus
from equijudge_core.problem import Problem, parse_row
from equijudge_core.verdict import Verdict

READ_AT_ONCE = 500
BLOCK_MS = 5_000


class Full(Exception):
    """The backlog has no room for this request. `backlog`: candidates waiting now."""

    def __init__(self, backlog: int) -> None:
        super().__init__(f"{backlog} candidates are waiting")
        self.backlog = backlog


class JobQueue:
    """All methods raise redis.exceptions.RedisError while Redis is away."""

    def __init__(self, url: str, *, max_backlog: int) -> None:
        self._max_backlog = max_backlog
        # protocol 2: one shape of answers whatever the server's age; a timeout above the longest blocking read
        self._redis: Any = AsyncRedis.from_url(url, protocol=2, socket_timeout=4 * BLOCK_MS / 1000)
        # RQ has no asynchronous form: enqueueing is done in a thread, with a connection of its own
        sync = Redis.from_url(url, protocol=2, retry=Retry(ExponentialBackoff(cap=0.5, base=0.05), 3))
        self._queue = Queue(schema.QUEUE, connection=sync, serializer=JSONSerializer)
        self._sync = sync
        self._submit = self._redis.register_script(schema.SUBMIT)
        self._cancel = self._redis.register_script(schema.CANCEL)

    async def close(self) -> None:
        """End the connections."""
        await self._redis.aclose()
        self._sync.close()

    async def submit(self, job_id: str, problems: Mapping[str, str], chunks: Sequence[Chunk]) -> None:
        """Accept a job whole or not at all; `problems`: rows (JSON) by id. Raises Full."""
        candidates = sum(len(chunk.items) for chunk in chunks)
        arguments: list[Any] = [self._max_backlog, candidates, schema.LOOK_AFTER_S, job_id, len(problems)]
        for problem_id, row in problems.items():
            arguments += [problem_id, row]
        for chunk in chunks:
            arguments += [chunk.chunk_id, chunk.model_dump_json(exclude_none=True)]
        keys = [schema.BACKLOG, schema.OPEN, schema.job_key(job_id), schema.chunks_key(job_id)]
        accepted, backlog = await self._submit(keys, arguments)
        if not accepted:
            raise Full(int(backlog))
        # A crash here loses nothing: the workers look after chunks that nobody claims.
        await asyncio.to_thread(self._enqueue, [chunk.chunk_id for chunk in chunks])

    def _enqueue(self, chunk_ids: Sequence[str]) -> None:
        datas = [
            Queue.prepare_data(schema.VERIFY_CHUNK, (chunk_id,), timeout=-1, result_ttl=0, failure_ttl=60)
            for chunk_id in chunk_ids
        ]
        self._queue.enqueue_many(datas)

    async def status(self, job_id: str) -> JobStatus | None:
        """A job's counts, or None."""
        fields: dict[bytes, bytes] = await self._redis.hgetall(schema.job_key(job_id))
        return status_of(job_id, {key.decode(): value.decode() for key, value in fields.items()}) if fields else None

    async def cancel(self, job_id: str) -> bool:
        """Cancel a job that runs; one that has ended stays as it is. False: there is none."""
        keys = [
            schema.OPEN,
            schema.job_key(job_id),
            schema.results_key(job_id),
            schema.seen_key(job_id),
            schema.BACKLOG,
            schema.chunks_key(job_id),
        ]
        return await self._cancel(keys, [schema.JOB_KEPT_S]) is not None

    async def results(self, job_id: str, offset: int, *, until: float | None) -> AsyncIterator[bytes]:
        """Result lines (JSON) from `offset` on, in completion order; ends after the last one.

        `until` (monotonic s): wait for more no longer than that; None: as long as it takes; 0: never.
        """
        key, last = schema.results_key(job_id), f"{offset}-0"
        while True:
            block = self._block_ms(until)
            answer = await self._redis.xread({key: last}, count=READ_AT_ONCE, block=block)
            for entry_id, fields in answer[0][1] if answer else ():
                if b"line" not in fields:
                    return
                last = entry_id.decode()
                yield fields[b"line"]
            if not answer and (until is not None and time.monotonic() >= until):
                return
            if not answer and not await self._redis.exists(schema.job_key(job_id)):
                return

    def _block_ms(self, until: float | None) -> int | None:
        if until is None:
            return BLOCK_MS
        left = int((until - time.monotonic()) * 1000)
        return min(left, BLOCK_MS) if left > 0 else None

    async def put_problems(self, rows: Mapping[str, str]) -> None:
        """Store problems, all or none; storing one again changes nothing."""
        async with self._redis.pipeline() as pipe:
            for problem_id, row in rows.items():
                pipe.set(schema.problem_key(problem_id), row)
                pipe.zadd(schema.PROBLEMS, {problem_id: time.time()}, nx=True)
            await pipe.execute()

    async def problem_row(self, problem_id: str) -> bytes | None:
        """A stored problem's row as JSON, or None."""
        return cast(bytes | None, await self._redis.get(schema.problem_key(problem_id)))

    async def problems(self, problem_ids: Sequence[str]) -> dict[str, Problem]:
        """The stored ones among these."""
        if not problem_ids:
            return {}
        rows = await self._redis.mget([schema.problem_key(problem_id) for problem_id in problem_ids])
        return {
            problem_id: parse_row(json.loads(row), "hf")
            for problem_id, row in zip(problem_ids, rows, strict=True)
            if row is not None
        }

    async def problem_ids(self, offset: int, limit: int) -> list[str]:
        """Ids in the order in which they were stored."""
        found = await self._redis.zrange(schema.PROBLEMS, offset, offset + limit - 1)
        return [problem_id.decode() for problem_id in found]

    async def workers(self) -> list[dict[str, Any]]:
        """What every worker that lives says of itself."""
        names = [name.decode() for name in await self._redis.zrange(schema.WORKERS, 0, -1)]
        facts = await self._redis.mget([schema.worker_key(name) for name in names]) if names else []
        return [json.loads(data) for data in facts if data is not None]

    async def backlog(self) -> int:
        """Candidates accepted and unanswered."""
        return int(await self._redis.get(schema.BACKLOG) or 0)


def status_of(job_id: str, fields: Mapping[str, str]) -> JobStatus:
    """A job's hash as a model; the ETA extrapolates its own rate."""
    candidates, done = int(fields["candidates"]), int(fields["done"])
    created_at, state = float(fields["created_at"]), JobState(fields["state"])
    running = state == JobState.RUNNING
    eta_s = (time.time() - created_at) / done * (candidates - done) if running and done else None
    return JobStatus(
        job_id=job_id,
        state=state,
        candidates=candidates,
        done=done,
        cached=int(fields["cached"]),
        verdicts={verdict: int(fields[f"v:{verdict}"]) for verdict in Verdict if f"v:{verdict}" in fields},
        created_at=created_at,
        finished_at=float(fields["finished_at"]) if "finished_at" in fields else None,
        eta_s=eta_s,
    )
