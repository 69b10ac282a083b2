"""Jobs: counts, results as they complete, cancelling."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from equijudge_api.context import TheQueue
from equijudge_api.errors import Refusal
from equijudge_api.openapi import refusals
from equijudge_api.queue import JobQueue, Result
from equijudge_core.contracts import FieldError, JobStatus

router = APIRouter(tags=["jobs"])
JobId = Annotated[str, Path(max_length=64)]
# anything else might be the name of something else in Redis
JOB_ID = re.compile(r"[0-9a-f]{32}")
NDJSON: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/x-ndjson": {}}, "description": "one ResultLine a line"}
}


@router.get("/jobs/{job_id}", response_model_exclude_none=True, responses=refusals(404, 422))
async def get_job(job_id: JobId, queue: TheQueue) -> JobStatus:
    """Counts, verdicts so far, and when the rest is expected."""
    return await existing(queue, job_id)


@router.get("/jobs/{job_id}/results", response_class=StreamingResponse, responses={**NDJSON, **refusals(404, 422)})
async def get_results(
    job_id: JobId,
    queue: TheQueue,
    offset: Annotated[int, Query(ge=0, le=10**9, description="lines to leave out: where to go on")] = 0,
    follow: Annotated[bool, Query(description="wait for results that are still to come")] = True,
) -> StreamingResponse:
    """NDJSON, a result a line, in the order in which they completed; ends after the last one. Blank lines in
    between are signs of life."""
    await existing(queue, job_id)
    until = None if follow else time.monotonic()
    return StreamingResponse(lines(queue.results(job_id, offset, until=until)), media_type="application/x-ndjson")


@router.delete("/jobs/{job_id}", status_code=204, responses=refusals(404, 422))
async def cancel_job(job_id: JobId, queue: TheQueue) -> Response:
    """Cancel: candidates without a result get none. A job that has ended stays as it is."""
    if not JOB_ID.fullmatch(job_id) or not await queue.cancel(job_id):
        raise unknown()
    return Response(status_code=204)


async def lines(results: AsyncIterator[Result | None]) -> AsyncIterator[bytes]:
    """Each result with its newline. A blank line from time to time keeps the connection from looking dead."""
    async for result in results:
        yield result.line + b"\n" if result is not None else b"\n"


async def existing(queue: JobQueue, job_id: str) -> JobStatus:
    """The job's status. Raises Refusal (404)."""
    status = await queue.status(job_id) if JOB_ID.fullmatch(job_id) else None
    if status is None:
        raise unknown()
    return status


def unknown() -> Refusal:
    """404 for a job that never was, or ended long ago."""
    error = FieldError(field="job_id", problem="no such job; results are kept for a day")
    return Refusal(404, "there is no such job", [error])
