"""POST /score-generations and GET /jobs/{id}/scores: a model's texts in, figures with intervals out."""

from __future__ import annotations

import logging
import time
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response

from equijudge_api import plans
from equijudge_api.accepting import accepted
from equijudge_api.auth import Principal
from equijudge_api.context import TheFacts, ThePrincipal, TheQueue, TheSettings
from equijudge_api.errors import Refusal
from equijudge_api.openapi import BODY, SCORE_EXAMPLES, refusals
from equijudge_api.origin import REPLAYED, TheOrigin
from equijudge_api.planner import ThePlanner
from equijudge_api.queue import JobQueue
from equijudge_api.routes.jobs import JobId, existing
from equijudge_api.unread import Unread, UnreadRoute
from equijudge_core.contracts import FieldError, JobState, JobStatus
from equijudge_core.generations import ScoreRequest, ScoreResponse
from equijudge_core.logs import about

log = logging.getLogger(__name__)
router = APIRouter(tags=["scores"], route_class=UnreadRoute)
LOOK_S = 0.1
ACCEPTED: dict[int | str, dict[str, Any]] = {202: {"model": ScoreResponse, "description": "accepted, not done yet"}}


@router.post("/score-generations", response_model=ScoreResponse, responses={**ACCEPTED, **refusals(*BODY)})
async def score_generations(
    body: Annotated[Unread[ScoreRequest], Body(openapi_examples=SCORE_EXAMPLES)],
    planner: ThePlanner,
    queue: TheQueue,
    settings: TheSettings,
    principal: ThePrincipal,
    origin: TheOrigin,
    facts: TheFacts,
) -> Response:
    """Judge and score a model's generations. 200 with the scores when they are there within `wait` seconds, else 202
    and a job: `GET /jobs/{job_id}/results` has every sample's verdict and what was found in its text,
    `GET /jobs/{job_id}/scores` the scores."""
    began = time.monotonic()
    planned = await planner.run(plans.score_generations, body, origin)
    job, until = planned.job, began + planned.wait
    facts |= planned.facts
    is_new = await accepted(queue, job, settings)
    facts |= {"job_id": job.job_id, "replayed": not is_new}
    with about(job=job.job_id):
        log.info("%d generations in %d chunks, %s", job.candidates, len(job.chunks), "accepted" if is_new else "known")
    answer = await answered(queue, job.job_id, principal, until)
    if not is_new:
        answer.headers[REPLAYED] = "true"
    return answer


@router.get("/jobs/{job_id}/scores", response_model=ScoreResponse, responses={**ACCEPTED, **refusals(404, 422)})
async def get_scores(
    job_id: JobId,
    queue: TheQueue,
    principal: ThePrincipal,
    wait: Annotated[float, Query(ge=0, le=60, allow_inf_nan=False, description="seconds to wait for them")] = 0.0,
) -> Response:
    """The scores of a job of generations; 202 while it runs."""
    await existing(queue, job_id, principal)
    job = await queue.job(job_id)
    if job is None or not job.scored:
        error = FieldError(field="job_id", problem="is a job of verdicts alone; scores come from /score-generations")
        raise Refusal(404, "this job has no scores", [error])
    return await answered(queue, job_id, principal, time.monotonic() + wait)


async def answered(queue: JobQueue, job_id: str, principal: Principal, until: float) -> Response:
    """A ScoreResponse, as soon as the job is over or the time is."""
    status = await existing(queue, job_id, principal)
    while status.state is JobState.RUNNING and time.monotonic() < until and not queue.closing.begun:
        await queue.closing.sleep(min(LOOK_S, max(0.0, until - time.monotonic())))
        status = await existing(queue, job_id, principal)
    running = status.state is JobState.RUNNING
    scored = None if running else await queue.scores(job_id)
    return Response(
        with_scores(status, scored),
        status_code=202 if running else 200,
        headers={"Location": f"/jobs/{job_id}/scores"} if running else {},
        media_type="application/json",
    )


def with_scores(status: JobStatus, scored: bytes | None) -> bytes:
    """A ScoreResponse as JSON; `scored` is JSON of generations.Scored, made by a worker."""
    text = status.model_dump_json(exclude_none=True).encode()
    return text if scored is None else text[:-1] + b"," + scored[1:]
