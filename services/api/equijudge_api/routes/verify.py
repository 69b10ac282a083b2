"""POST /verify: candidates in, verdicts out, at once or as a job."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Body, Response

from equijudge_api import batch
from equijudge_api.context import TheQueue, TheSettings
from equijudge_api.errors import Refusal
from equijudge_api.openapi import VERIFY_EXAMPLES, refusals
from equijudge_api.queue import Full, JobQueue
from equijudge_core.contracts import FieldError, ResultLine, VerifyRequest, VerifyResponse

router = APIRouter(tags=["verify"])
PER_SECOND = 50  # candidates an idle service gets through, at the least: for Retry-After


@router.post(
    "/verify",
    response_model=VerifyResponse,
    response_model_exclude_none=True,
    responses={202: {"model": VerifyResponse, "description": "accepted, not done yet"}, **refusals(413, 422, 429)},
)
async def verify(
    body: Annotated[VerifyRequest, Body(openapi_examples=VERIFY_EXAMPLES)],
    response: Response,
    queue: TheQueue,
    settings: TheSettings,
) -> VerifyResponse:
    """Judge candidates. 200 with all results in request order when they are there within `wait` seconds,
    else 202 and a job for `GET /jobs/{job_id}/results`."""
    until = time.monotonic() + body.wait
    stored = await queue.problems(batch.referred(body))
    checked = await asyncio.to_thread(batch.check, body, stored, settings)
    job_id = uuid4().hex
    chunks = batch.chunks_of(job_id, body, checked.problems)
    try:
        await queue.submit(job_id, batch.rows(checked.inline), chunks)
    except Full as full:
        raise queue_full(full, settings.max_backlog) from full
    results = await collect(queue, job_id, until) if body.wait else None
    status = await queue.status(job_id)
    assert status is not None, "a job outlives its request"
    done = results is not None and len(results) == status.candidates
    if not done:
        response.status_code = 202
        response.headers["Location"] = f"/jobs/{job_id}"
    return VerifyResponse(**dict(status), results=results if done else None)


async def collect(queue: JobQueue, job_id: str, until: float) -> tuple[ResultLine, ...]:
    """What has come in by then, in request order."""
    lines = [ResultLine.model_validate_json(line) async for line in queue.results(job_id, 0, until=until)]
    return tuple(sorted(lines, key=lambda line: line.index))


def queue_full(full: Full, most: int) -> Refusal:
    """429: how full it is, and when to come again."""
    error = FieldError(field="problems", problem=str(full), limit=f"at most {most} may wait")
    wait_s = max(1, min(60, full.backlog // PER_SECOND))
    return Refusal(429, "the queue is full; nothing was accepted", [error], {"Retry-After": str(wait_s)})
