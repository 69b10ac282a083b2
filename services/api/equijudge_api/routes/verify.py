"""POST /verify: candidates in, verdicts out, at once or as a job."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, OriginDep, PlannerDep, QueueDep, SettingsDep
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.openapi import BODY, VERIFY_EXAMPLES, refusal_responses
from equijudge_api.planning import verify_plan
from equijudge_api.responses.job_response import respond
from equijudge_core.contracts.verify import VerifyRequest, VerifyResponse

router = APIRouter(tags=["verify"], route_class=RawBodyRoute)


@router.post(
    "/verify",
    response_model=VerifyResponse,
    responses={202: {"model": VerifyResponse, "description": "accepted, not done yet"}, **refusal_responses(*BODY)},
)
async def verify(
    body: Annotated[RawBody[VerifyRequest], Body(openapi_examples=VERIFY_EXAMPLES)],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Judge candidates. 200 with all results in request order when they are there within `wait` seconds (and
    not very long together), else 202 and a job for `GET /jobs/{job_id}/results`. With an outcome-only key the verdicts
    are AC, REJ, IE and what the operator opens (CE), without what the tests could be read from."""
    began = time.monotonic()
    planned = await planner.run(verify_plan.verify, body, origin)
    facts |= planned.facts
    until = began + planned.wait if planned.wait else None
    return await respond(queue, planned.job, settings, view, facts, until)
