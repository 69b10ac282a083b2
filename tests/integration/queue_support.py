"""Both ends of the queue, for tests of its rules over a real Redis and nothing else."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from redis import Redis
from redis.exceptions import RedisError

from equijudge_api.planning import verify_plan
from equijudge_api.queue.admission import Origin, Submission
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.settings import Settings
from equijudge_core.contracts.jobs import JobStatus
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, ResultLine, VerifyRequest
from equijudge_queue import schema
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.store import Store
from tests.service import body, items_of

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=2, memory_limit_bytes=1 << 20, output_limit_bytes=10)


def answers(redis: Redis) -> bool:
    try:
        return bool(redis.ping())
    except RedisError:
        return False


@dataclass
class Both:
    """The two ends of the queue."""

    api: JobQueue
    store: Store
    redis: Redis

    async def submit(self, sources: Sequence[str], slots: int = 1) -> str:
        job = submission(sources, slots)
        await self.api.submit(job)
        return job.job_id

    async def status(self, job_id: str) -> JobStatus:
        job = await self.api.job(job_id)
        assert job is not None
        return job.status

    def chunks(self) -> list[str]:
        return [chunk.decode() for chunk in self.redis.zrange(schema.OPEN, 0, -1) if isinstance(chunk, bytes)]

    def claim(self, chunk_id: str) -> Claim:
        claim = self.store.claim(chunk_id)
        assert claim is not None
        return claim

    def due(self, chunk_id: str) -> None:
        """The time at which somebody should look after it has come."""
        self.redis.zadd(schema.OPEN, {chunk_id: 0})

    def waiting(self) -> list[str]:
        """What RQ would hand out, first to last."""
        return [schema.chunk_id_of(rq_id) for rq_id in self.store.queue.get_job_ids()]


def submission(sources: Sequence[str], slots: int = 1, **origin: str) -> Submission:
    request = VerifyRequest.model_validate(body(list(sources)))
    settings = Settings(redis_url="redis://")
    return verify_plan.plan_verify(request, {}, settings, slots, Origin(**origin))


def random_text(length: int) -> str:
    """A text that no compression makes shorter than half."""
    return secrets.token_hex(length // 2)


def answer(claim: Claim, verdict: Verdict = Verdict.AC) -> list[ResultLine]:
    result = CandidateResult(verdict=verdict, tests_run=1, tests_total=1, limits=LIMITS)
    return [item.result_line(result, cached=False) for item in items_of(claim)]
