"""Submit jobs, look them up, stream their results. Beside this folder nothing in the API knows Redis or RQ."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from redis import Redis
from redis.asyncio import BlockingConnectionPool
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import ExponentialBackoff, NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from rq import Queue
from rq.serializers import JSONSerializer

from equijudge_api.queue.admission import (
    RateExceeded,
    Rates,
    RedisHealth,
    StoredText,
    Submission,
    pack_problems,
    pack_submission,
    was_stored,
)
from equijudge_api.queue.job_record import Job, read_job
from equijudge_api.queue.snapshot import Snapshot, decode_counts, take_snapshot
from equijudge_api.shutdown import Shutdown
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.service import ProblemSummary
from equijudge_core.contracts.verify import ResultLine
from equijudge_queue import counters, lua_scripts, schema

log = logging.getLogger(__name__)
READ_FIRST, READ_AT_ONCE, READ_BYTES = 1, 128, 1 << 20  # results in one go, roughly no longer than that
BLOCK_MS = 5_000
ALIVE_S = 20.0  # a stream of results that is silent for so long gives a sign of life
IMPATIENT_S = 2.0
COMMANDS, PATIENCE_S = 64, 20.0  # connections that answer at once, and how long one is waited for
GATHER_S = 0.01  # results that come one by one are read a few at a time
CACHED_AT_ONCE, CACHED_BYTES = 256, 8 << 20  # keys of cached verdicts in one go; verdicts for one request
NAMES_AT_ONCE = 1_000  # problems that are looked through for a name in one go
OUTAGE_S, PAUSE_S = 60.0, 0.5  # how long a stream of results outlives Redis, and how often it looks


@dataclass(frozen=True)
class Result:
    """One line of a job's results (JSON), and which candidate of the request it is about."""

    index: int
    line: bytes


def shared_pool(url: str, most: int, **options: Any) -> AsyncRedis:
    """Connect to Redis by `most` connections; whoever finds none free waits for `timeout` seconds."""
    return AsyncRedis.from_pool(BlockingConnectionPool.from_url(url, max_connections=most, protocol=2, **options))


class JobQueue:
    """Jobs, stored problems and cached verdicts in Redis.

    All methods raise redis.exceptions.RedisError while it is away. When `shutdown` begins nobody waits.
    """

    def __init__(
        self,
        url: str,
        *,
        max_backlog: int,
        max_backlog_bytes: int,
        key_bytes: int = 1 << 30,
        results_least_s: float = schema.RESULTS_LEAST_S,
        rates: Rates | None = None,
        shutdown: Shutdown | None = None,
        most_streams: int = 1_000,
    ) -> None:
        self.shutdown = shutdown or Shutdown()
        self._max_backlog, self._max_backlog_bytes = max_backlog, max_backlog_bytes
        self._rates = rates or Rates()
        # protocol 2: one shape of answers whatever the server's age
        retry = AsyncRetry(ExponentialBackoff(0.5, 0.05), 3)
        self._redis: Any = shared_pool(url, COMMANDS, timeout=PATIENCE_S, socket_timeout=PATIENCE_S, retry=retry)
        # whoever reads a stream holds a connection while nothing comes; of these there are as many as there are callers
        self._streams: Any = AsyncRedis.from_url(
            url, max_connections=most_streams, protocol=2, socket_timeout=4 * BLOCK_MS / 1000, retry=retry
        )
        # RQ has no asynchronous form: enqueueing is done in a thread, with a connection of its own
        self._sync = Redis.from_url(url, protocol=2, retry=Retry(ExponentialBackoff(0.5, 0.05), 3))
        self._queue = Queue(schema.QUEUE, connection=self._sync, serializer=JSONSerializer)
        self._read_results = self._streams.register_script(lua_scripts.load_script("jobs/read_results"))
        self._submit = self._redis.register_script(lua_scripts.load_script("jobs/submit"))
        # asked at every request, so it does not wait for a Redis that is away
        self._impatient: Any = shared_pool(
            url, COMMANDS, timeout=IMPATIENT_S, socket_timeout=IMPATIENT_S, retry=AsyncRetry(NoBackoff(), 1)
        )
        self._take = self._impatient.register_script(lua_scripts.load_script("jobs/take_tokens"))
        self._cancel = self._redis.register_script(lua_scripts.load_script("jobs/cancel"))
        self._withdraw = self._redis.register_script(lua_scripts.load_script("jobs/withdraw"))
        self._forget = self._redis.register_script(lua_scripts.load_script("jobs/forget"))
        self._put = self._redis.register_script(lua_scripts.load_script("jobs/put_problems"))
        self._delete = self._redis.register_script(lua_scripts.load_script("jobs/delete_problem"))
        self._quota = (key_bytes, results_least_s)
        self.health = RedisHealth(self._redis)

    @property
    def connection(self) -> Any:
        """The asynchronous connection to Redis; closed by `close`."""
        return self._redis

    async def close(self) -> None:
        """Close the connections."""
        for connections in (self._redis, self._streams, self._impatient):
            await connections.aclose()
        self._sync.close()

    async def take_request(self, owner: str) -> None:
        """Count one request of a key. Raise RateExceeded."""
        if not self._rates.requests_per_s:
            return
        arguments = [self._rates.requests_per_s, self._rates.request_burst, 1]
        wait_ms = int(await self._take([schema.requests_key(owner)], arguments))
        if wait_ms:
            raise RateExceeded(wait_ms / 1000)

    async def submit(self, job: Submission) -> bool:
        """Accept a job whole or not at all. False: the same job was accepted before, and stays as it is.

        Raise QueueFull, RateExceeded, IdempotencyConflict, QuotaExceeded, WouldEvict, and BadInput for a stored problem
        that has gone.
        """
        await self.health.check()
        job = await asyncio.to_thread(pack_submission, job)
        size = sum(map(len, job.chunks.values()))
        bounds = [self._max_backlog, self._max_backlog_bytes, job.candidates, size]
        keys = [
            schema.BACKLOG,
            schema.BACKLOG_BYTES,
            schema.OPEN,
            schema.job_key(job.job_id),
            schema.chunks_key(job.job_id),
            schema.candidates_key(job.owner),
            schema.results_key(job.job_id),
            schema.answered_key(job.job_id),
        ]
        arguments: list[str | bytes | float] = [*bounds, schema.LOOK_AFTER_S, job.job_id, schema.PROBLEM_KEPT_S]
        arguments += [job.owner, job.fingerprint, job.nonce]
        arguments += [self._rates.candidates_per_s, self._rates.candidate_burst, job.programs]
        arguments += [schema.JOB_KEPT_S, counters.PACE_STEP_S, counters.PACE_KEPT_S]
        said = await self._submit(keys, [*arguments, *self._quota, *submit_arguments(job)])
        if not was_stored(said, self._quota[0]):
            return False
        # A crash here loses nothing, nor does an outage: the workers look after chunks that RQ does not know.
        try:
            if job.chunks:
                await asyncio.to_thread(self._enqueue, [chunk for chunk in job.chunks if chunk != job.closing])
        except RedisError as error:
            log.error("job %s was accepted, Redis went away before it was enqueued: %s", job.job_id, error)
        return True

    def _enqueue(self, chunk_ids: Sequence[str]) -> None:
        entries = [schema.rq_entry(schema.rq_id(chunk_id, 0)) for chunk_id in chunk_ids]
        self._queue.enqueue_many([Queue.prepare_data(**entry) for entry in entries])

    async def job(self, job_id: str) -> Job | None:
        """A job's counts and its owner, or None."""
        pipe = self._redis.pipeline(transaction=False)
        (seconds, microseconds), answer = await pipe.time().hgetall(schema.job_key(job_id)).execute()
        fields = {key.decode(): value.decode() for key, value in answer.items()}
        if not fields:
            return None
        return read_job(job_id, fields, seconds + microseconds / 1e6)

    async def jobs_of(self, owner: str, offset: int, limit: int) -> list[Job]:
        """A key's jobs of which anything is kept, the newest first."""
        ids = await self._redis.zrevrange(schema.jobs_of_owner_key(owner), offset, offset + limit - 1)
        pipe = self._redis.pipeline(transaction=False).time()
        for job_id in ids:
            pipe.hgetall(schema.job_key(job_id.decode()))
        (seconds, microseconds), *answers = await pipe.execute()
        return [
            read_job(
                job_id.decode(),
                {key.decode(): value.decode() for key, value in answer.items()},
                seconds + microseconds / 1e6,
            )
            for job_id, answer in zip(ids, answers, strict=True)
            if answer
        ]

    async def scores(self, job_id: str) -> bytes | None:
        """JSON of ScoreOutcome, or None while there is none."""
        return cast(bytes | None, await self._redis.get(schema.scores_key(job_id)))

    async def cancel(self, job_id: str, cadence_s: float = 0.0) -> bool:
        """Cancel a job that runs; one that has ended stays as it is. False: there is none.

        cadence_s: one that is done counts as running until the next multiple of it.
        """
        keys = [
            schema.OPEN,
            schema.job_key(job_id),
            schema.results_key(job_id),
            schema.answered_key(job_id),
            schema.BACKLOG,
            schema.BACKLOG_BYTES,
            schema.chunks_key(job_id),
        ]
        return await self._cancel(keys, [schema.JOB_KEPT_S, cadence_s]) is not None

    async def withdraw(self, job_id: str, owner: str, cadence_s: float = 0.0) -> None:
        """Cancel a job whose id is known before it is accepted: one that comes later is cancelled from the start.
        Raise QuotaExceeded."""
        keys = [schema.job_key(job_id), schema.results_key(job_id)]
        was_stored(await self._withdraw(keys, [owner, schema.WITHDRAWN_KEPT_S, *self._quota]), self._quota[0])
        await self.cancel(job_id, cadence_s)

    async def forget(self, job_id: str) -> None:
        """Drop what is kept of a job that is over, now and not when it is old. One that runs stays."""
        await self._forget([schema.job_key(job_id)], [job_id])

    async def results(self, job_id: str, offset: int, *, until: float | None) -> AsyncIterator[list[Result]]:
        """Results from `offset` on, in completion order, some at a time; ends after the last one. An empty list is
        a sign of life.

        `until` (monotonic s): wait for more no longer than that; None: as long as it takes, which outlives
        an outage of Redis of OUTAGE_S. One that is over: what is there. When the service goes down it ends, too.
        """
        last, count = offset, READ_FIRST
        patience_s, spoke = OUTAGE_S if until is None else 0.0, time.monotonic()
        while True:
            try:
                entries = await self._next(job_id, last, until, count)
            except RedisError:
                if patience_s <= 0:
                    raise
                entries, patience_s = [], patience_s - PAUSE_S
                await asyncio.sleep(PAUSE_S)
            if entries is None:
                return
            found = [Result(int(fields[b"index"]), fields[b"line"]) for fields in entries if b"line" in fields]
            if found or time.monotonic() - spoke > ALIVE_S:
                yield found
                spoke = time.monotonic()
            if len(found) < len(entries):
                return
            await asyncio.sleep(GATHER_S if len(found) < count else 0)
            last, count = last + len(found), next_count(count, found)

    async def lines(self, job_id: str, places: Sequence[int]) -> list[bytes]:
        """The results that came as the n-th each (from 0): the first of them, about READ_BYTES together and one at the
        least; none where the job is not kept any more."""
        arguments = [READ_BYTES, *(place + 1 for place in places)]
        return [fields[3] for fields in await self._read_results([schema.results_key(job_id)], arguments)]

    async def _next(self, job_id: str, last: int, until: float | None, count: int) -> list[dict[bytes, bytes]] | None:
        """What comes after result `last`: [] is nothing yet, None nothing any more."""
        entries = await self._read(job_id, last, self._block_ms(until), count)
        if entries:
            return entries
        if self.shutdown.has_begun or (until is not None and time.monotonic() >= until):
            return None
        if await self._redis.hget(schema.job_key(job_id), "state") == JobState.RUNNING.encode():
            return []
        # over, or gone: what came in between, and nothing where somebody asks for what is behind the end
        return await self._read(job_id, last, None, count) or None

    async def _read(self, job_id: str, last: int, block_ms: int | None, count: int) -> list[dict[bytes, bytes]]:
        key = schema.results_key(job_id)
        if count > 1 and (found := await self._read_results([key], [READ_BYTES, *range(last + 1, last + count + 1)])):
            return [dict(zip(fields[::2], fields[1::2], strict=True)) for fields in found]
        reading = self._streams.xread({key: f"{last}-0"}, count=1, block=block_ms)
        answer = await (reading if block_ms is None else self.shutdown.result_or(reading, None))
        return [fields for _, fields in answer[0][1]] if answer else []

    def _block_ms(self, until: float | None) -> int | None:
        if until is None:
            return BLOCK_MS
        left = int((until - time.monotonic()) * 1000)
        return min(left, BLOCK_MS) if left > 0 else None

    async def put_problems(self, problems: Mapping[str, tuple[StoredText, StoredText]], owner: str = "") -> None:
        """Store problems (row and summary by id) for good, all or none; storing one again changes nothing.

        Raise QuotaExceeded, WouldEvict.
        """
        await self.health.check()
        stored = await asyncio.to_thread(pack_problems, problems)
        flat = [part for problem_id, texts in stored.items() for part in (problem_id, *texts)]
        was_stored(await self._put([schema.PROBLEMS], [owner, *self._quota, *flat]), self._quota[0])

    async def delete_problem(self, problem_id: str, owner: str) -> str:
        """`deleted`, `none` where this key has stored none of this id, `needed` while a job runs that needs it."""
        return cast(bytes, await self._delete([schema.PROBLEMS], [problem_id, owner])).decode()

    async def held_bytes(self, owner: str) -> dict[str, int]:
        """Bytes that a key holds, by kind."""
        return decode_counts(await self._redis.hgetall(schema.bytes_key(owner)))

    async def problem_row(self, problem_id: str) -> bytes | None:
        """A stored problem's row as JSON, or None."""
        return cast(bytes | None, await self._redis.get(schema.problem_key(problem_id)))

    async def summaries(self, problem_ids: Sequence[str]) -> dict[str, ProblemSummary]:
        """What is known of the stored ones among these."""
        if not problem_ids:
            return {}
        found = await self._redis.mget([schema.summary_key(problem_id) for problem_id in problem_ids])
        return {
            problem_id: ProblemSummary.model_validate_json(data)
            for problem_id, data in zip(problem_ids, found, strict=True)
            if data is not None
        }

    async def problem_ids(self, offset: int, limit: int) -> list[str]:
        """Ids in the order in which they were stored."""
        found = await self._redis.zrange(schema.PROBLEMS, offset, offset + limit - 1)
        return [problem_id.decode() for problem_id in found]

    async def cached_verdicts(self, keys: Sequence[str]) -> dict[str, bytes]:
        """The verdicts that are there among these, JSON of CandidateResult, by key; no more than CACHED_BYTES together.

        The workers write them, with the results (equijudge_queue's jobs/report.lua).
        """
        found: dict[str, bytes] = {}
        size = 0
        for at in range(0, len(keys), CACHED_AT_ONCE):
            some = keys[at : at + CACHED_AT_ONCE]
            for key, data in zip(some, await self._redis.mget(list(map(schema.verdict_key, some))), strict=True):
                size += len(data or b"")
                if size > CACHED_BYTES:
                    return found
                if data is not None:
                    found[key] = data
        return found

    async def problem_ids_of_name(self, name: str) -> list[str]:
        """Ids of the stored problems of this name, in the order in which they were stored. Looks through all of them,
        so that there is no second book of names to keep: what cannot be it is not parsed."""
        mark, found, offset = json.dumps(name, ensure_ascii=False).encode(), [], 0
        while ids := await self.problem_ids(offset, NAMES_AT_ONCE):
            texts = await self._redis.mget([schema.summary_key(problem_id) for problem_id in ids])
            likely = {problem_id: text for problem_id, text in zip(ids, texts, strict=True) if text and mark in text}
            found += [each for each, text in likely.items() if json.loads(text)["name"] == name]
            offset += NAMES_AT_ONCE
        return found

    async def workers(self) -> list[dict[str, Any]]:
        """What every live worker says of itself."""
        names = [name.decode() for name in await self._redis.zrange(schema.WORKERS, 0, -1)]
        facts = await self._redis.mget([schema.worker_key(name) for name in names]) if names else []
        return [json.loads(data) for data in facts if data is not None]

    async def snapshot(self) -> Snapshot:
        """Everything that is counted, as it is now."""
        return await take_snapshot(self._redis)

    async def slots(self) -> int:
        """How many workers were there lately, roughly."""
        return cast(int, await self._redis.zcard(schema.WORKERS))

    async def backlog(self) -> int:
        """Candidates accepted and unanswered."""
        return int(await self._redis.get(schema.BACKLOG) or 0)


def next_count(count: int, results: Sequence[Result]) -> int:
    """How many results to read next, after these: as many as were asked for last time twice over, while they are
    short. Every reader holds what it reads until its client has taken it."""
    longest = max((len(result.line) for result in results), default=0)
    return max(1, min(2 * count, READ_AT_ONCE, READ_BYTES // max(1, longest)))


def submit_arguments(job: Submission) -> list[str | bytes | int]:
    """The arguments of jobs/submit.lua that differ in number from job to job."""
    flat: list[str | bytes | int] = [len(job.used), len(job.sent), len(job.cached), job.closing, job.kind.value]
    flat += job.used
    for problem_id, (row, summary) in job.sent.items():
        flat += [problem_id, row, summary]
    for line in job.cached:
        verdict = line.verdict.value if isinstance(line, ResultLine) else ""
        flat += [line.index, verdict, line.model_dump_json(exclude_none=True)]
    for chunk_id, payload in job.chunks.items():
        flat += [chunk_id, payload]
    return flat
