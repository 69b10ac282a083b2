"""POST /verify: candidates in, verdicts out, at once or as a job."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api import audit, batch
from equijudge_api.accepting import answered
from equijudge_api.context import TheFacts, TheQueue, TheSettings, TheView
from equijudge_api.known import known_results
from equijudge_api.openapi import BODY, VERIFY_EXAMPLES, refusals
from equijudge_api.origin import TheOrigin
from equijudge_core.contracts import VerifyRequest, VerifyResponse

router = APIRouter(tags=["verify"])


@router.post(
    "/verify",
    response_model=VerifyResponse,
    responses={202: {"model": VerifyResponse, "description": "accepted, not done yet"}, **refusals(*BODY)},
)
async def verify(
    body: Annotated[VerifyRequest, Body(openapi_examples=VERIFY_EXAMPLES)],
    queue: TheQueue,
    settings: TheSettings,
    view: TheView,
    origin: TheOrigin,
    facts: TheFacts,
) -> Response:
    """Judge candidates. 200 with all results in request order when they are there within `wait` seconds (and
    not very long together), else 202 and a job for `GET /jobs/{job_id}/results`. With an outcome-only key the verdicts
    are AC, REJ, IE and what the operator opens (CE), without what the tests could be read from."""
    until = time.monotonic() + body.wait if body.wait else None
    body = view.asked(body)
    stored, slots = await queue.summaries(batch.referred(body)), await queue.slots()
    checked = await asyncio.to_thread(batch.check, body, stored, settings)
    known = await known_results(queue, body, checked)
    job = await asyncio.to_thread(batch.prepare, body, stored, settings, slots, origin, checked, known)
    facts |= await asyncio.to_thread(audit.submitted, body, job)
    return await answered(queue, job, settings, view, facts, until)
