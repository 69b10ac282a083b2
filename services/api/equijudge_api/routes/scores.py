"""POST /score-generations and GET /jobs/{id}/scores: a model's texts in, figures with intervals out."""

from __future__ import annotations

import logging
import time
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, OriginDep, PlannerDep, QueueDep, SettingsDep
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.openapi import BODY, SCORE_EXAMPLES, refusal_responses
from equijudge_api.planning import scores_plan
from equijudge_api.responses.job_response import REPLAYED, enqueue
from equijudge_api.responses.key_view import KeyView
from equijudge_api.routes.jobs import JobId
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.jobs import JobState, JobStatus
from equijudge_core.contracts.score_requests import ScoreRequest, ScoreResponse
from equijudge_core.logs import log_context

log = logging.getLogger(__name__)
router = APIRouter(tags=["scores"], route_class=RawBodyRoute)
LOOK_S, LONGEST_LOOK_S = 0.1, 1.0  # between two looks: longer and longer
ACCEPTED: dict[int | str, dict[str, Any]] = {202: {"model": ScoreResponse, "description": "accepted, not done yet"}}


@router.post("/score-generations", response_model=ScoreResponse, responses={**ACCEPTED, **refusal_responses(*BODY)})
async def score_generations(
    body: Annotated[RawBody[ScoreRequest], Body(openapi_examples=SCORE_EXAMPLES)],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Judge and score a model's generations. 200 with the scores when they are there within `wait` seconds, else 202
    and a job: `GET /jobs/{job_id}/results` has every sample's verdict and what was found in its text,
    `GET /jobs/{job_id}/scores` the scores; with an outcome-only key without the shares of verdicts that it is not
    told."""
    began = time.monotonic()
    planned = await planner.run(scores_plan.score_generations, body, origin)
    job, until = planned.job, began + planned.wait
    facts |= planned.facts
    is_new = await enqueue(queue, job, settings, view)
    facts |= {"job_id": job.job_id, "replayed": not is_new}
    with log_context(job=job.job_id):
        log.info(
            "%d generations in %d chunks, %s", job.candidates, len(job.chunks), "accepted" if is_new else "replayed"
        )
    answer = await respond_with_scores(view, job.job_id, until)
    if not is_new:
        answer.headers[REPLAYED] = "true"
    return answer


@router.get(
    "/jobs/{job_id}/scores", response_model=ScoreResponse, responses={**ACCEPTED, **refusal_responses(404, 422)}
)
async def get_scores(
    job_id: JobId,
    view: KeyViewDep,
    wait: Annotated[float, Query(ge=0, le=60, allow_inf_nan=False, description="seconds to wait for them")] = 0.0,
) -> Response:
    """The scores of a job of generations; 202 while it runs."""
    if not await view.is_scored(job_id):
        error = FieldError(field="job_id", problem="is a job of verdicts alone; scores come from /score-generations")
        raise Refusal(404, "this job has no scores", [error])
    return await respond_with_scores(view, job_id, time.monotonic() + wait)


async def respond_with_scores(view: KeyView, job_id: str, until: float) -> Response:
    """Respond with a ScoreResponse as soon as the job is over, or at `until`."""
    status, pause = await view.status(job_id), LOOK_S
    while status.state is JobState.RUNNING and time.monotonic() < until and not view.shutdown.has_begun:
        await view.shutdown.sleep(min(pause, max(0.0, until - time.monotonic())))
        pause = min(LONGEST_LOOK_S, 1.25 * pause)
        status = await view.status(job_id)
    running = status.state is JobState.RUNNING
    scored = None if running else await view.scores(job_id)
    return Response(
        score_response_json(status, scored),
        status_code=202 if running else 200,
        headers={"Location": f"/jobs/{job_id}/scores"} if running else {},
        media_type="application/json",
    )


def score_response_json(status: JobStatus, scored: bytes | None) -> bytes:
    """A ScoreResponse as JSON; `scored` is JSON of ScoreOutcome, made by a worker."""
    text = status.model_dump_json(exclude_none=True).encode()
    return text if scored is None else text[:-1] + b"," + scored[1:]
