"""POST /execute: programs and inputs in; outputs, exits and costs back, at once or as a job."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, OriginDep, PlannerDep, QueueDep, SettingsDep
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.openapi import BODY, EXECUTE_EXAMPLES, refusal_responses
from equijudge_api.planning import execute_plan
from equijudge_api.responses.job_response import respond
from equijudge_core.contracts.execute import ExecuteRequest, ExecuteResponse

router = APIRouter(tags=["execute"], route_class=RawBodyRoute)


@router.post(
    "/execute",
    response_model=ExecuteResponse,
    responses={202: {"model": ExecuteResponse, "description": "accepted, not done yet"}, **refusal_responses(*BODY)},
)
async def execute(
    body: Annotated[RawBody[ExecuteRequest], Body(openapi_examples=EXECUTE_EXAMPLES)],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Run each program on its inputs, and tell what it wrote, how it ended and what it cost; nothing is compared. 200
    with all results in request order when they are there within `wait` seconds (and not very long together), else 202
    and a job whose results are ExecutionLines, one a line."""
    began = time.monotonic()
    planned = await planner.run(execute_plan.execute, body, origin)
    facts |= planned.facts
    until = began + planned.wait if planned.wait else None
    return await respond(queue, planned.job, settings, view, facts, until)
