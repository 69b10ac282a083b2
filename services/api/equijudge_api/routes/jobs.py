"""Jobs: counts, results as they complete, cancelling, by id or by idempotency key."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.responses import StreamingResponse

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, PrincipalDep, RequiredIdempotencyKey
from equijudge_api.openapi import refusal_responses
from equijudge_api.queue.admission import Origin
from equijudge_api.queue.jobs import Result
from equijudge_api.responses.event_stream import event_stream_doc, status_events
from equijudge_core.contracts.jobs import Jobs, JobState, JobStatus

router = APIRouter(tags=["jobs"])
JobId = Annotated[str, Path(max_length=64)]
NDJSON: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"application/x-ndjson": {}},
        "description": "one ResultLine a line; of equivalence sets one EquivalenceSet",
    }
}


@router.get("/jobs", response_model_exclude_none=True, responses=refusal_responses(422))
async def list_jobs(
    view: KeyViewDep,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Jobs:
    """The key's own jobs, the newest first, each as `GET /jobs/{job_id}` tells of it. One that is over is listed as
    long as its results are kept; one that was withdrawn before it was accepted is in no list."""
    return Jobs(jobs=tuple(await view.jobs(offset, limit)))


@router.get("/jobs/{job_id}", response_model_exclude_none=True, responses=refusal_responses(404, 422))
async def get_job(job_id: JobId, view: KeyViewDep) -> JobStatus:
    """Counts, verdicts so far, and when the rest is expected; with an outcome-only key nothing is done before all is,
    and every verdict that is not for it counts as REJ."""
    return await view.status(job_id)


@router.get(
    "/jobs/{job_id}/results", response_class=StreamingResponse, responses={**NDJSON, **refusal_responses(404, 422)}
)
async def get_results(
    job_id: JobId,
    view: KeyViewDep,
    offset: Annotated[int, Query(ge=0, le=10**9, description="lines to leave out: where to go on")] = 0,
    follow: Annotated[bool, Query(description="wait for results that are still to come")] = True,
    wait: Annotated[
        float | None, Query(ge=0, le=86_400, description="seconds to wait for them; default: until the last one")
    ] = None,
) -> StreamingResponse:
    """NDJSON, a result a line, in the order in which they completed; ends after the last one, or after `wait`
    seconds. Blank lines in between are signs of life. When the service goes down the stream breaks off: go on at the
    `offset` that was reached. With an outcome-only key in request order, once the job is over."""
    await view.status(job_id)
    until = None if follow and wait is None else time.monotonic() + (wait or 0.0) * follow
    found = view.shutdown.break_off(ndjson(view.results(job_id, offset, until=until)))
    return StreamingResponse(found, media_type="application/x-ndjson")


@router.get(
    "/jobs/{job_id}/events",
    response_class=StreamingResponse,
    responses={**event_stream_doc(JobStatus), **refusal_responses(404, 422)},
)
async def get_events(job_id: JobId, view: KeyViewDep) -> StreamingResponse:
    """Server-sent events: the job's status now and whenever it has changed; ends after the one that is final."""
    found = status_events(
        await view.status(job_id),
        lambda: view.status(job_id),
        view.shutdown,
        is_over=lambda status: status.state is not JobState.RUNNING,
        what_counts=lambda status: (status.state, status.done),
    )
    return StreamingResponse(view.shutdown.break_off(found), media_type="text/event-stream")


@router.delete("/jobs", status_code=204, responses=refusal_responses(422))
async def withdraw_job(
    view: KeyViewDep, principal: PrincipalDep, facts: AuditFactsDep, idempotency_key: RequiredIdempotencyKey
) -> Response:
    """Cancel the job that this `Idempotency-Key` stands for, also before its request has been accepted: one that comes
    within the hour is answered with a job that is cancelled. For who sent a request and did not see the answer."""
    job_id = Origin(principal.key_id, idempotency_key).new_job()
    facts["job_id"] = job_id
    await view.withdraw(job_id)
    return Response(status_code=204)


@router.delete("/jobs/{job_id}", status_code=204, responses=refusal_responses(404, 422))
async def cancel_job(job_id: JobId, view: KeyViewDep, facts: AuditFactsDep) -> Response:
    """Cancel: candidates without a result get none. A job that has ended stays as it is."""
    await view.cancel(job_id)
    facts["job_id"] = job_id
    return Response(status_code=204)


async def ndjson(results: AsyncIterator[list[Result]]) -> AsyncIterator[bytes]:
    """Each result with its newline. A blank line from time to time keeps the connection from looking dead."""
    async for some in results:
        yield b"".join(result.line + b"\n" for result in some) or b"\n"
