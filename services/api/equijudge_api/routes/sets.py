"""POST /equivalence-sets: problems with their solutions in, verified and clustered sets out, at once or as a job."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, OriginDep, PlannerDep, QueueDep, SettingsDep
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.openapi import BODY, SETS_EXAMPLES, refusal_responses
from equijudge_api.planning import sets_plan
from equijudge_api.responses.job_response import respond
from equijudge_core.contracts.sets import SetsRequest, SetsResponse

router = APIRouter(tags=["equivalence sets"], route_class=RawBodyRoute)


@router.post(
    "/equivalence-sets",
    response_model=SetsResponse,
    responses={202: {"model": SetsResponse, "description": "accepted, not done yet"}, **refusal_responses(*BODY)},
)
async def equivalence_sets(
    body: Annotated[RawBody[SetsRequest], Body(openapi_examples=SETS_EXAMPLES)],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Extract, deduplicate, verify and cluster the Python 3 solutions of each problem. 200 with all sets in request
    order when they are there within `wait` seconds (and not very long together), else 202 and a job whose results
    are EquivalenceSets, one a line; they are kept for an hour."""
    began = time.monotonic()
    planned = await planner.run(sets_plan.equivalence_sets, body, origin)
    facts |= planned.facts
    until = began + planned.wait if planned.wait else None
    return await respond(queue, planned.job, settings, view, facts, until)
