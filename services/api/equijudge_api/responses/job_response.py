"""Build the response to an accepted job: 200 with results, else 202."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from fastapi import Response

from equijudge_api.http.audit import AuditFacts
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.rate_limit import too_many_candidates
from equijudge_api.queue.admission import IdempotencyConflict, QueueFull, RateExceeded, Submission
from equijudge_api.queue.jobs import JobQueue, Result
from equijudge_api.responses.key_view import KeyView
from equijudge_api.settings import Settings
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.logs import log_context

log = logging.getLogger(__name__)
REPLAYED = "Idempotency-Replayed"  # header of the response to a request that was accepted before
SLOWEST_PER_S = 50  # candidates an idle service gets through, at the least: for Retry-After
MAX_RESULT_BYTES = 8 << 20  # of results in one answer; longer ones are only to be had as a stream, which holds little


async def respond(
    queue: JobQueue, job: Submission, settings: Settings, view: KeyView, facts: AuditFacts, until: float | None
) -> Response:
    """Enqueue the job and respond: 200 with all results when they are there by `until` (monotonic s; None: nobody
    waits), else 202. Raise Refusal."""
    is_new = await enqueue(queue, job, settings, view)
    facts |= {"job_id": job.job_id, "replayed": not is_new}
    with log_context(job=job.job_id):
        log.info("%d candidates in %d chunks, %s", job.programs, len(job.chunks), "accepted" if is_new else "replayed")
    lines = await collect_lines(view, job.job_id, until) if until is not None else []
    try:
        status = await view.status(job.job_id)
    except Refusal as gone:
        lost = "the queue has lost its memory, and this job with it"
        raise Refusal(503, lost, headers={"Retry-After": "2"}) from gone
    done = status.state is JobState.DONE and len(lines) == status.candidates
    headers = {} if done else {"Location": f"/jobs/{job.job_id}"}
    return Response(
        verify_response_json(status, lines if done else None),
        status_code=200 if done else 202,
        headers=headers if is_new else {**headers, REPLAYED: "true"},
        media_type="application/json",
    )


async def enqueue(queue: JobQueue, job: Submission, settings: Settings, view: KeyView) -> bool:
    """Enqueue the job. False: its idempotency key was used for the same request before. Raise Refusal."""
    try:
        return await queue.submit(job)
    except QueueFull as full:
        raise queue_full_refusal(full, settings, told=view.rules is None) from full
    except RateExceeded as error:
        raise too_many_candidates(error, settings) from error
    except IdempotencyConflict as error:
        raise idempotency_refusal() from error


async def collect_lines(view: KeyView, job_id: str, until: float) -> list[bytes]:
    """Collect the results that come in by `until`, in request order; none when they are too long together."""
    found: list[Result] = []
    size = 0
    async for some in view.results(job_id, 0, until=until):
        found += some
        size += sum(len(result.line) for result in some)
        if size > MAX_RESULT_BYTES:
            return []
    return [result.line for result in sorted(found, key=lambda result: result.index)]


def verify_response_json(status: JobStatus, lines: Sequence[bytes] | None) -> bytes:
    """A VerifyResponse as JSON. The lines are JSON already, made by a worker: nothing is read or checked again."""
    text = status.model_dump_json(exclude_none=True).encode()
    return text if lines is None else text[:-1] + b',"results":[' + b",".join(lines) + b"]}"


def idempotency_refusal() -> Refusal:
    """422: the idempotency key stands for another request."""
    fault = FieldError(field="Idempotency-Key", problem="was used for another request before")
    return Refusal(422, "an idempotency key stands for one request; take a new one", [fault])


def queue_full_refusal(full: QueueFull, settings: Settings, *, told: bool) -> Refusal:
    """429: how full it is, and when to come again; unless it is told, as if the backlog were as large as it may be."""
    limit = f"at most {settings.max_backlog} candidates, {settings.max_backlog_bytes} bytes"
    error = FieldError(field="problems", problem=str(full) if told else "too many candidates are waiting", limit=limit)
    wait_s = max(1, min(60, (full.backlog if told else settings.max_backlog) // SLOWEST_PER_S))
    return Refusal(429, "the queue is full; nothing was accepted", [error], {"Retry-After": str(wait_s)})
