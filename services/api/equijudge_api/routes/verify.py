"""POST /verify: candidates in, verdicts out, at once or as a job."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api.dependencies import TheFacts, TheOrigin, ThePlanner, TheQueue, TheSettings, TheView
from equijudge_api.http.raw_body import Unread, UnreadRoute
from equijudge_api.openapi import BODY, VERIFY_EXAMPLES, refusals
from equijudge_api.planning import plans
from equijudge_api.responses.job_response import answered
from equijudge_core.contracts.verify import VerifyRequest, VerifyResponse

router = APIRouter(tags=["verify"], route_class=UnreadRoute)


@router.post(
    "/verify",
    response_model=VerifyResponse,
    responses={202: {"model": VerifyResponse, "description": "accepted, not done yet"}, **refusals(*BODY)},
)
async def verify(
    body: Annotated[Unread[VerifyRequest], Body(openapi_examples=VERIFY_EXAMPLES)],
    planner: ThePlanner,
    queue: TheQueue,
    settings: TheSettings,
    view: TheView,
    origin: TheOrigin,
    facts: TheFacts,
) -> Response:
    """Judge candidates. 200 with all results in request order when they are there within `wait` seconds (and
    not very long together), else 202 and a job for `GET /jobs/{job_id}/results`. With an outcome-only key the verdicts
    are AC, REJ, IE and what the operator opens (CE), without what the tests could be read from."""
    began = time.monotonic()
    planned = await planner.run(plans.verify, body, origin)
    facts |= planned.facts
    until = began + planned.wait if planned.wait else None
    return await answered(queue, planned.job, settings, view, facts, until)
