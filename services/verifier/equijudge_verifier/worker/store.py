"""The only file of the verifier that speaks to Redis: chunks, results, problems, verdicts, workers.

The connection tries again for minutes while Redis is away, so that a restart of Redis is a pause; every
write can be repeated, see equijudge_queue.schema.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from typing import Any, cast
from uuid import uuid4

from redis import Redis
from redis.backoff import ExponentialBackoff
from redis.exceptions import BusyLoadingError, ConnectionError, NoPermissionError, RedisError, TimeoutError
from rq import Queue
from rq.serializers import JSONSerializer

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.execute import ExecutionLine, ExecutionResult
from equijudge_core.contracts.sets import EquivalenceSet
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CandidateResult, ResultLine
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_queue import counters, schema
from equijudge_queue.chunk_payload import load_chunk
from equijudge_queue.compression import unpack
from equijudge_queue.lua_scripts import load_script
from equijudge_queue.redis_trouble import PatientRetry, eviction_risk
from equijudge_verifier.worker.claim import Claim, LeaseState

SWEEP_MOST = 500
REDIS_AWAY = (ConnectionError, TimeoutError, BusyLoadingError)
NOT_IN_RESULTS = {"index", "problem", "candidate", "problem_id", "candidate_id", "cached", "sample", "id"}
LONGEST_KEPT = 256 << 10  # characters of the result of an execution in the cache
READ_AT_ONCE = 256
ALWAYS_ROOM = 4 << 10  # bytes of results for which there is room


def connect(url: str) -> Redis:
    """Connect so that a restart of Redis is outlived, and waited for while it is full or cannot write."""
    retry = PatientRetry(ExponentialBackoff(cap=2.0, base=0.05), 300)
    return Redis.from_url(url, protocol=2, retry=retry, retry_on_error=list(REDIS_AWAY), health_check_interval=30)


class Store:
    """What a worker asks of Redis. One per process; the lease thread shares it, as redis-py clients may be."""

    def __init__(self, redis: Redis, *, lease_s: float, cache_ttl_s: int) -> None:
        self._redis, self._lease_s, self._cache_ttl_s = redis, lease_s, cache_ttl_s
        self.queue = Queue(schema.QUEUE, connection=redis, serializer=JSONSerializer)
        self._claim = redis.register_script(load_script("jobs/claim"))
        self._check_lease = redis.register_script(load_script("jobs/check_lease"))
        self._count_try = redis.register_script(load_script("jobs/count_try"))
        self._renew = redis.register_script(load_script("jobs/renew"))
        self._report = redis.register_script(load_script("jobs/report"))
        self._make_room = redis.register_script(load_script("jobs/make_room"))
        self._close_job = redis.register_script(load_script("jobs/close_job"))
        self._release = redis.register_script(load_script("jobs/release"))
        self._finish = redis.register_script(load_script("jobs/finish"))
        self._sweep = redis.register_script(load_script("jobs/sweep"))
        self._add_counts = redis.register_script(load_script("jobs/add_counts"))

    @property
    def keeps_verdicts(self) -> bool:
        """Whether there is a verdict cache."""
        return self._cache_ttl_s > 0

    def claim(self, chunk_id: str) -> Claim | None:
        """Claim the chunk that is next in the fair order; None: none waits. chunk_id: which one RQ named.

        Raise UnreadableChunk for one that this version cannot read: it is ours until its lease ends, and then another
        worker's, which may be a newer one.
        """
        answer = self._claim([schema.OPEN], [chunk_id, self._lease_s])
        if answer is None:
            return None
        _, token, payload, seen, waited_us, owner, long = cast(tuple[bytes, int, bytes, bytes, int, bytes, int], answer)
        return Claim(load_chunk(payload), token, seen, waited_us / 1e6, owner.decode(), long == 1)

    def count_try(self, claim: Claim) -> int | None:
        """Count a beginning with the chunk's next candidate: how many there were without a result. None: it is lost."""
        return cast(int | None, self._count_try([schema.chunk_key(claim.chunk.chunk_id)], [claim.token]))

    def renew(self, claim: Claim) -> bool:
        """Hold the lease for another while; False when it is lost or the job was cancelled."""
        chunk_id = claim.chunk.chunk_id
        kept = self._renew([schema.OPEN, schema.chunk_key(chunk_id)], [chunk_id, claim.token, self._lease_s])
        return cast(int, kept) == 1

    def may_give_way(self, claim: Claim) -> bool:
        """Whether this candidate is to be given up for a key that has no slot.

        One at a time is, since one slot is enough for it. An outage of Redis or a full one is no reason to.
        """
        try:
            return bool(self._redis.set(schema.CUT, claim.chunk.chunk_id, nx=True, px=schema.CUT_MS))
        except RedisError:
            return False

    def check_lease(self, claim: Claim) -> LeaseState:
        """Ask whether the chunk is still this claim's, neither cancelled nor taken over, and whether others wait."""
        return LeaseState(cast(int, self._check_lease([schema.chunk_key(claim.chunk.chunk_id)], [claim.token])))

    def report(
        self, claim: Claim, lines: Sequence[ResultLine], verdicts: Mapping[str, CandidateResult] | None = None
    ) -> bool:
        """Hand in results, and keep `verdicts` (by cache key) for who asks again. Repeating it changes nothing.

        False when they are no longer ours to give.
        """
        flat: list[Any] = []
        for line in lines:
            flat += [line.index, line.verdict.value, int(line.cached), line.model_dump_json(exclude_none=True)]
        return self._hand_in(claim, flat, verdicts or {}, schema.JOB_KEPT_S)

    def report_set(self, claim: Claim, found: EquivalenceSet, verdicts: Sequence[Verdict]) -> bool:
        """Hand in a set, for which programs got `verdicts`. As `report`."""
        flat = [found.index, ",".join(verdicts), found.cached, found.model_dump_json(exclude_none=True)]
        return self._hand_in(claim, flat, {}, schema.SETS_KEPT_S)

    def report_executions(
        self, claim: Claim, lines: Sequence[ExecutionLine], kept: Mapping[str, ExecutionResult]
    ) -> bool:
        """Hand in results of programs that were run, and keep some, by cache key. As `report`; too long ones are not
        kept."""
        flat: list[Any] = []
        for line in lines:
            told = line.model_dump_json(exclude_none=True)
            flat += [line.index, Verdict.IE.value if line.has_fault else "", int(line.cached), told]
        short = {key: each for key, each in kept.items() if len(each.model_dump_json()) <= LONGEST_KEPT}
        return self._hand_in(claim, flat, short, schema.JOB_KEPT_S)

    def has_room(self, claim: Claim, lines: Sequence[ExecutionLine]) -> bool:
        """Whether the job's key may hold these results beside all else; what is old makes room. Short ones are not
        asked for: what a key may have of them at once is bounded by their number."""
        if sum(map(rough_size, lines)) <= ALWAYS_ROOM:
            return True
        size = sum(len(line.model_dump_json(exclude_none=True).encode()) for line in lines)
        return cast(int, self._make_room([schema.job_key(claim.chunk.job_id)], [size])) == 1

    def load_executions(self, keys: Sequence[str]) -> list[ExecutionResult | None]:
        """Read what the cache holds of programs that were run, in the order of the keys."""
        return [None if data is None else ExecutionResult.model_validate_json(data) for data in self._load_kept(keys)]

    def _load_kept(self, keys: Sequence[str]) -> list[bytes | None]:
        if not self._cache_ttl_s or not keys:
            return [None] * len(keys)
        return cast(list[bytes | None], self._redis.mget([schema.verdict_key(key) for key in keys]))

    def _hand_in(self, claim: Claim, flat: Sequence[Any], verdicts: Mapping[str, Contract], kept_s: int) -> bool:
        job_id = claim.chunk.job_id
        keys = [*keys_of(claim), schema.BACKLOG, schema.BACKLOG_BYTES, schema.chunks_key(job_id), schema.OPEN]
        kept = verdicts if self._cache_ttl_s else {}
        arguments: list[Any] = [claim.token, kept_s, self._cache_ttl_s, schema.LOOK_AFTER_S]
        arguments += [counters.PACE_STEP_S, counters.PACE_KEPT_S, len(kept)]
        for key, verdict in kept.items():
            arguments += [schema.verdict_key(key), verdict.model_dump_json(exclude_none=True, exclude=NOT_IN_RESULTS)]
        said = cast(int | bytes, self._report(keys, [*arguments, *flat]))
        if isinstance(said, bytes):  # the closing chunk; if this is lost, it is found by a sweep
            self._enqueue(said.decode())
            return True
        return said >= 0

    def keep_samples(self, job_id: str, samples: Mapping[int, bytes]) -> None:
        """Put aside what the closing chunk needs of these generations, by index; again changes nothing."""
        if samples:
            with self._redis.pipeline() as pipe:
                pipe.hset(schema.samples_key(job_id), mapping={str(index): data for index, data in samples.items()})
                pipe.expire(schema.samples_key(job_id), schema.SAMPLES_KEPT_S)
                pipe.execute()

    def load_samples(self, job_id: str, indexes: Sequence[int]) -> list[bytes | None]:
        """Read what was put aside, in the order of the indexes."""
        return cast(list[bytes | None], self._redis.hmget(schema.samples_key(job_id), list(map(str, indexes))))

    def load_results(self, job_id: str) -> list[ResultLine]:
        """Read all results of a job so far, in request order."""
        found: list[ResultLine] = []
        while entries := self._results_after(job_id, len(found)):
            found += [ResultLine.model_validate_json(fields[b"line"]) for fields in entries if b"line" in fields]
        return sorted(found, key=lambda result: result.index)

    def _results_after(self, job_id: str, last: int) -> list[dict[bytes, bytes]]:
        entries: Any = self._redis.xrange(schema.results_key(job_id), min=f"{last + 1}-0", count=READ_AT_ONCE)
        return [fields for _, fields in entries]

    def close_job(self, claim: Claim, scored: bytes) -> bool:
        """End the job of a closing chunk with its scores, JSON of ScoreOutcome; False: it is no longer ours to end."""
        job_id = claim.chunk.job_id
        own = [schema.chunks_key(job_id), schema.scores_key(job_id), schema.samples_key(job_id)]
        keys = [*keys_of(claim), schema.BACKLOG_BYTES, *own]
        return cast(int, self._close_job(keys, [claim.token, schema.JOB_KEPT_S, scored])) == 1

    def release(self, claim: Claim, *, long: bool = False) -> None:
        """Give the chunk back: it waits again, the first of its job, or of the job's long ones.

        A stale token changes nothing.
        """
        chunk_id = claim.chunk.chunk_id
        keys = [schema.OPEN, schema.chunk_key(chunk_id)]
        rq_id = cast(bytes | None, self._release(keys, [chunk_id, claim.token, schema.LOOK_AFTER_S, int(long)]))
        if rq_id is not None:
            self._enqueue(rq_id.decode())

    def finish(self, claim: Claim) -> None:
        """End a chunk that is done; a stale token changes nothing."""
        chunk_id = claim.chunk.chunk_id
        keys = [schema.OPEN, schema.chunk_key(chunk_id), schema.chunks_key(claim.chunk.job_id)]
        self._finish(keys, [chunk_id, claim.token])

    def wake_worker(self, claim: Claim) -> None:
        """Have a worker look what is next: a slot of the long lane has become free, which wakes nobody by itself."""
        self._enqueue(schema.rq_id(claim.chunk.chunk_id, uuid4().int))

    def sweep(self, turn_s: float) -> list[str]:
        """Put chunks back into the queue whose worker is gone, or which RQ has lost; their ids.

        One worker sweeps at a time, at most once in turn_s.
        """
        if not self._redis.set(schema.SWEEPER, 1, nx=True, px=max(1, round(turn_s * 1000))):
            return []
        found = self._sweep([schema.OPEN, schema.TAKEOVERS, self.queue.key], [schema.LOOK_AFTER_S, SWEEP_MOST])
        rq_ids = [rq_id.decode() for rq_id in cast(list[bytes], found)]
        for rq_id in rq_ids:
            self._enqueue(rq_id)
        return [schema.chunk_id_of(rq_id) for rq_id in rq_ids]

    def _enqueue(self, rq_id: str) -> None:
        """Wake a worker; at the front, since these chunks have waited their time once."""
        self.queue.enqueue_call(**schema.rq_entry(rq_id), at_front=True)

    def load_problem(self, problem_id: str) -> Problem | None:
        """Read a stored problem; None: there is none."""
        row = cast(bytes | None, self._redis.get(schema.problem_key(problem_id)))
        return None if row is None else parse_row(json.loads(unpack(row)), "hf")

    def load_verdicts(self, keys: Sequence[str]) -> list[CandidateResult | None]:
        """Read the verdicts that the cache holds, in the order of the keys."""
        return [None if data is None else CandidateResult.model_validate_json(data) for data in self._load_kept(keys)]

    def announce(self, name: str, facts: Mapping[str, Any]) -> None:
        """Say that this worker lives, and with what."""
        with self._redis.pipeline() as pipe:
            pipe.set(schema.worker_key(name), json.dumps(dict(facts)), ex=schema.WORKER_KEPT_S)
            pipe.zadd(schema.WORKERS, {name: time.time()})
            pipe.zremrangebyscore(schema.WORKERS, "-inf", time.time() - 10 * schema.WORKER_KEPT_S)
            pipe.execute()

    def eviction_risk(self) -> str:
        """Why Redis may throw accepted work away; '' when it does not, or this user may not ask."""
        try:
            return eviction_risk(self._redis.info("memory"))
        except NoPermissionError:
            return ""

    def add_counts(self, process_id: str, batch: int, counts: Mapping[str, int]) -> None:
        """Add to METRICS; the same batch of the same process again adds nothing."""
        flat = [part for item in counts.items() for part in item]
        self._add_counts([counters.METRICS, counters.batch_key(process_id)], [batch, counters.BATCH_KEPT_S, *flat])

    def retire(self, name: str) -> None:
        """Take a worker that ends off the list."""
        with self._redis.pipeline() as pipe:
            pipe.delete(schema.worker_key(name))
            pipe.zrem(schema.WORKERS, name)
            pipe.execute()


def keys_of(claim: Claim) -> list[str]:
    """Chunk, job, results and seen: what every script that takes results writes to."""
    job_id = claim.chunk.job_id
    of_job = (schema.job_key(job_id), schema.results_key(job_id), schema.answered_key(job_id))
    return [schema.chunk_key(claim.chunk.chunk_id), *of_job]


def rough_size(line: ExecutionLine) -> int:
    """Roughly, how many characters a result has."""
    return len(line.compiled.message) + sum(
        len(run.stdout) + len(run.stderr) + sum(len(file.base64) for file in run.files.values()) for run in line.runs
    )
