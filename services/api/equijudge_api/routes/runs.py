"""Training runs: asked for by whoever has a full key, done by trainer workers that lease them over HTTP."""

from __future__ import annotations

import logging
import time
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, cast
from uuid import uuid4

from fastapi import APIRouter, Body, Depends, Path, Query, Request, Response
from fastapi.responses import StreamingResponse

from equijudge_api.dependencies import AuditFactsDep, IdempotencyKey, OriginDep, PrincipalDep, SettingsDep
from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.openapi import BODY, RUN_EXAMPLES, refusal_responses
from equijudge_api.queue.admission import IdempotencyConflict, QueueFull
from equijudge_api.queue.runs import RunQueue, StaleLease
from equijudge_api.responses.event_stream import event_stream_doc, status_events
from equijudge_api.responses.job_response import REPLAYED, idempotency_refusal
from equijudge_api.responses.key_view import JOB_ID
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.runs import Finish, Held, Lease, LeaseRequest, Progress, RunRequest, Runs, RunStatus

log = logging.getLogger(__name__)
router = APIRouter(prefix="/training-runs", tags=["training runs"])
RETRY_S = 60  # a run takes minutes at the least
LOOK_S = 0.5  # between two looks for a run that waits
NONE: dict[int | str, dict[str, Any]] = {204: {"description": "no run waits"}}


async def get_run_queue(request: Request) -> RunQueue:
    """The application's runs."""
    return cast(RunQueue, request.app.state.runs)


RunQueueDep = Annotated[RunQueue, Depends(get_run_queue)]
RunId = Annotated[str, Path(max_length=64)]


@router.post("", status_code=202, response_model_exclude_none=True, responses=refusal_responses(*BODY))
async def start_run(
    body: Annotated[RunRequest, Body(openapi_examples=RUN_EXAMPLES)],
    runs: RunQueueDep,
    settings: SettingsDep,
    origin: OriginDep,
    principal: PrincipalDep,
    facts: AuditFactsDep,
    response: Response,
) -> RunStatus:
    """Put a training run into the queue; a trainer worker takes it when it is free. Not with an outcome-only key."""
    try:
        run_id, is_new = await runs.submit(body, origin)
    except QueueFull as full:
        raise runs_full_refusal(full, settings) from full
    except IdempotencyConflict as error:
        raise idempotency_refusal() from error
    facts |= {"run_id": run_id, "replayed": not is_new}
    log.info("training run %s, %s", run_id, "accepted" if is_new else "replayed")
    response.headers["Location"] = f"/training-runs/{run_id}"
    if not is_new:
        response.headers[REPLAYED] = "true"
    return await find_run(runs, run_id, principal, whole=True)


@router.get("", response_model_exclude_none=True, responses=refusal_responses(422))
async def list_runs(
    runs: RunQueueDep,
    principal: PrincipalDep,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Runs:
    """The key's runs, the newest first, without their requests and scores. One that is over is kept for 30 days."""
    return Runs(runs=tuple(await runs.runs(principal, offset, limit)))


@router.post("/lease", response_model_exclude_none=True, responses={**NONE, **refusal_responses(*BODY)})
async def lease_run(
    body: LeaseRequest,
    runs: RunQueueDep,
    principal: PrincipalDep,
    facts: AuditFactsDep,
    idempotency_key: IdempotencyKey = None,
) -> Lease:
    """For trainer workers: the run that waits longest, within `wait` seconds, or 204: one of the key's own, or of any
    key if the operator marked this one as a worker key. It is this worker's as long as
    it is heard of every `ttl_s` seconds. Under the same idempotency key the same lease is given again."""
    until, nonce = time.monotonic() + body.wait, idempotency_key or uuid4().hex
    while (lease := await runs.lease(body.worker, nonce, principal)) is None:
        left = until - time.monotonic()
        if left <= 0 or runs.shutdown.has_begun:
            return cast(Lease, Response(status_code=204))  # FastAPI sends a Response as it is
        await runs.shutdown.sleep(min(LOOK_S, left))
    facts |= {"run_id": lease.run_id, "worker": body.worker, "attempt": lease.attempt}
    return lease


@router.get("/{run_id}", response_model_exclude_none=True, responses=refusal_responses(404, 422))
async def get_run(run_id: RunId, runs: RunQueueDep, principal: PrincipalDep) -> RunStatus:
    """How far a run is, what it was asked to do, and its scores when it is done."""
    return await find_run(runs, run_id, principal, whole=True)


@router.get(
    "/{run_id}/events",
    response_class=StreamingResponse,
    responses={**event_stream_doc(RunStatus), **refusal_responses(404, 422)},
)
async def get_run_events(
    run_id: RunId, runs: RunQueueDep, principal: PrincipalDep, settings: SettingsDep
) -> StreamingResponse:
    """Server-sent events: the run's status now and whenever it has changed, without its request and scores; ends
    after the one that is final, or after an hour: then ask again."""
    found = status_events(
        await find_run(runs, run_id, principal),
        lambda: find_run(runs, run_id, principal),
        runs.shutdown,
        is_over=lambda status: status.state.is_over,
        until=time.monotonic() + settings.run_events_s,
    )
    return StreamingResponse(runs.shutdown.break_off(found), media_type="text/event-stream")


@router.delete("/{run_id}", status_code=204, responses=refusal_responses(404, 422))
async def cancel_run(run_id: RunId, runs: RunQueueDep, principal: PrincipalDep, facts: AuditFactsDep) -> Response:
    """Cancel: a worker that trains is told within seconds. A run that is over stays as it is."""
    facts["run_id"] = run_id
    if not (JOB_ID.fullmatch(run_id) and await runs.cancel(run_id, principal)):
        raise run_not_found()
    return Response(status_code=204)


@router.post("/{run_id}/heartbeat", status_code=204, responses=refusal_responses(*BODY, 404, 409))
async def heartbeat(run_id: RunId, body: Held, runs: RunQueueDep, principal: PrincipalDep) -> Response:
    """For trainer workers: I have not ended. 409: the run is not this worker's any more, or was cancelled."""
    return await write_with_lease(run_id, lambda: runs.heartbeat(run_id, body.token, principal))


@router.post("/{run_id}/progress", status_code=204, responses=refusal_responses(*BODY, 404, 409))
async def progress(run_id: RunId, body: Progress, runs: RunQueueDep, principal: PrincipalDep) -> Response:
    """For trainer workers: how far the run is; a heartbeat too."""
    return await write_with_lease(run_id, lambda: runs.progress(run_id, body, principal))


@router.post("/{run_id}/release", status_code=204, responses=refusal_responses(*BODY, 404, 409))
async def release(
    run_id: RunId, body: Held, runs: RunQueueDep, principal: PrincipalDep, facts: AuditFactsDep
) -> Response:
    """For trainer workers that must end: the run waits again, and this attempt does not count."""
    facts["run_id"] = run_id
    return await write_with_lease(run_id, lambda: runs.release(run_id, body.token, principal))


@router.post("/{run_id}/finish", status_code=204, responses=refusal_responses(*BODY, 404, 409))
async def finish(
    run_id: RunId, body: Finish, runs: RunQueueDep, principal: PrincipalDep, facts: AuditFactsDep
) -> Response:
    """For trainer workers: the run is done, with its scores, or has failed, with its fault."""
    facts |= {"run_id": run_id, "failed": body.fault is not None}
    return await write_with_lease(run_id, lambda: runs.finish(run_id, body, principal))


async def write_with_lease(run_id: str, write: Callable[[], Awaitable[None]]) -> Response:
    """Write what a worker says of its run; 204. Raise Refusal: 409 for a stale lease, 404 for no run."""
    if not JOB_ID.fullmatch(run_id):
        raise run_not_found()
    try:
        await write()
    except StaleLease as stale:
        if stale.state is None:
            raise run_not_found() from stale
        fault = FieldError(field="token", problem=f"does not hold the run any more, which is {stale.state.value}")
        raise Refusal(409, "this lease is over; leave the run alone", [fault]) from stale
    return Response(status_code=204)


async def find_run(runs: RunQueue, run_id: str, principal: Principal, *, whole: bool = False) -> RunStatus:
    """Find the status of a run of whoever asks. Raise Refusal (404)."""
    status = await runs.status(run_id, principal, whole=whole) if JOB_ID.fullmatch(run_id) else None
    if status is None:
        raise run_not_found()
    return status


def run_not_found() -> Refusal:
    """404 for a run that never was, is another key's, or ended long ago."""
    error = FieldError(field="run_id", problem="no such run; one that is over is kept for 30 days")
    return Refusal(404, "there is no such training run", [error])


def runs_full_refusal(full: QueueFull, settings: Settings) -> Refusal:
    """429: how many wait, and when to come again."""
    limit = f"at most {settings.max_runs} runs that wait"
    error = FieldError(field="body", problem=f"{full.backlog} training runs are waiting", limit=limit)
    return Refusal(429, "the queue is full; nothing was accepted", [error], {"Retry-After": str(RETRY_S)})
