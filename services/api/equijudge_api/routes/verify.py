"""POST /verify: candidates in, verdicts out, at once or as a job."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api import batch
from equijudge_api.context import TheQueue, TheSettings
from equijudge_api.errors import Refusal
from equijudge_api.openapi import VERIFY_EXAMPLES, refusals
from equijudge_api.queue import Full, JobQueue, Result
from equijudge_api.settings import Settings
from equijudge_core.contracts import FieldError, JobStatus, VerifyRequest, VerifyResponse

router = APIRouter(tags=["verify"])
PER_SECOND = 50  # candidates an idle service gets through, at the least: for Retry-After
MOST_BYTES = 32 << 20  # of results in one answer; longer ones are only to be had as a stream


@router.post(
    "/verify",
    response_model=VerifyResponse,
    responses={202: {"model": VerifyResponse, "description": "accepted, not done yet"}, **refusals(413, 415, 422, 429)},
)
async def verify(
    body: Annotated[VerifyRequest, Body(openapi_examples=VERIFY_EXAMPLES)], queue: TheQueue, settings: TheSettings
) -> Response:
    """Judge candidates. 200 with all results in request order when they are there within `wait` seconds (and
    not very long together), else 202 and a job for `GET /jobs/{job_id}/results`."""
    until = time.monotonic() + body.wait
    stored, slots = await queue.summaries(batch.referred(body)), await queue.slots()
    job = await asyncio.to_thread(batch.prepare, body, stored, settings, slots)
    try:
        await queue.submit(job)
    except Full as full:
        raise queue_full(full, settings) from full
    lines = await collect(queue, job.job_id, until) if body.wait else []
    status = await queue.status(job.job_id)
    if status is None:
        raise Refusal(503, "the queue has lost its memory, and this job with it", headers={"Retry-After": "2"})
    done = len(lines) == status.candidates
    return Response(
        with_results(status, lines if done else None),
        status_code=200 if done else 202,
        headers={} if done else {"Location": f"/jobs/{job.job_id}"},
        media_type="application/json",
    )


async def collect(queue: JobQueue, job_id: str, until: float) -> list[bytes]:
    """The lines that have come in by then, in request order; none when they are too long together."""
    found: list[Result] = []
    size = 0
    async for result in queue.results(job_id, 0, until=until):
        if result is not None:
            found.append(result)
            size += len(result.line)
        if size > MOST_BYTES:
            return []
    return [result.line for result in sorted(found, key=lambda result: result.index)]


def with_results(status: JobStatus, lines: Sequence[bytes] | None) -> bytes:
    """A VerifyResponse as JSON. The lines are JSON already, made by a worker: nothing is read or checked again."""
    text = status.model_dump_json(exclude_none=True).encode()
    return text if lines is None else text[:-1] + b',"results":[' + b",".join(lines) + b"]}"


def queue_full(full: Full, settings: Settings) -> Refusal:
    """429: how full it is, and when to come again."""
    limit = f"at most {settings.max_backlog} candidates, {settings.max_backlog_bytes} bytes"
    error = FieldError(field="problems", problem=str(full), limit=limit)
    wait_s = max(1, min(60, full.backlog // PER_SECOND))
    return Refusal(429, "the queue is full; nothing was accepted", [error], {"Retry-After": str(wait_s)})
