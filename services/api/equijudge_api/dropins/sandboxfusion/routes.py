"""SandboxFusion's calls, by the paths that its clients append to their base address."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated

from fastapi import APIRouter, Body, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, OriginDep, PlannerDep, QueueDep, SettingsDep
from equijudge_api.dropins.sandboxfusion import run_code as running
from equijudge_api.dropins.sandboxfusion import submit as submitting
from equijudge_api.dropins.sandboxfusion.models import RunCodeRequest, SubmitRequest
from equijudge_api.dropins.waiting import enqueue_until, lines_until
from equijudge_api.http import audit
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.planning.execute_plan import plan_executions
from equijudge_core.contracts.chunks import ExecuteItem
from equijudge_core.contracts.execute import ExecutionLine

PREFIX = "/sandboxfusion"
open_router = APIRouter(prefix=PREFIX)  # needs no key
router = APIRouter(prefix=PREFIX, route_class=RawBodyRoute)


@open_router.get("/v1/ping")
async def ping() -> str:
    """The process is alive; says nothing of Redis or the workers."""
    return "pong"


@router.post("/run_code")
async def run_code(
    body: Annotated[RawBody[RunCodeRequest], Body()],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Run a program. Raise Refusal: 504 when that is not done in the time that it has."""
    began = time.monotonic()
    planned = await planner.run(running.run_code, body, origin)
    until = began + planned.own_time_s
    items = (ExecuteItem(index=0, body=planned.execution),)
    job = plan_executions(items, await queue.slots(), origin)
    facts |= audit.execution_facts(items, job)
    await enqueue_until(queue, job, settings, view, until)
    (line,) = await lines_until(view, job, until)
    result = ExecutionLine.model_validate_json(line)
    answer = running.to_response(planned.fetch_files, planned.execution.language, result)
    return Response(answer.model_dump_json(), media_type="application/json")


@router.post("/submit")
async def submit(
    body: Annotated[RawBody[SubmitRequest], Body()],
    planner: PlannerDep,
    queue: QueueDep,
    settings: SettingsDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Judge the program in a text on the tests that come along. Raise Refusal: 504 when that is not done in the time
    that it has, 500 where a fault of ours left it open."""
    began = time.monotonic()
    planned = await planner.run(submitting.submit, body, origin)
    facts |= planned.facts
    until = began + planned.own_time_s
    await enqueue_until(queue, planned.job, settings, view, until)
    (line,) = await lines_until(view, planned.job, until)
    answer = await asyncio.to_thread(submitting.to_response, planned, line, is_outcome_only=view.rules is not None)
    return Response(answer.model_dump_json(), media_type="application/json")


@router.get("/list_datasets")
async def list_datasets() -> None:
    """Raise Refusal (404): whoever asks means to use one."""
    raise Refusal(404, submitting.NO_DATA_SETS)


@router.post("/list_ids")
@router.post("/get_prompts")
@router.post("/get_prompt_by_id")
@router.post("/get_metrics")
@router.post("/get_metrics_function")
async def ask_of_a_data_set() -> None:
    """Raise Refusal (404)."""
    raise Refusal(404, submitting.NO_DATA_SETS)
