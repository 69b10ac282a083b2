"""SandboxFusion's calls, by the paths that its clients append to their base address."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from typing import Annotated, Any, cast

from fastapi import APIRouter, Body, Request, Response

from equijudge_api.dependencies import AuditFactsDep, GathererDep, KeyViewDep, OriginDep, PlannerDep, QueueDep
from equijudge_api.dropins.batch_jobs import Waiter, WaitingRoom
from equijudge_api.dropins.sandboxfusion import jupyter
from equijudge_api.dropins.sandboxfusion import run_code as running
from equijudge_api.dropins.sandboxfusion import submit as submitting
from equijudge_api.dropins.sandboxfusion.jupyter import RunJupyterRequest
from equijudge_api.dropins.sandboxfusion.languages import find_language
from equijudge_api.dropins.sandboxfusion.models import RunCodeRequest, SubmitRequest
from equijudge_api.dropins.sandboxfusion.second_tries import LONGEST_S, NotInTime, SecondTries
from equijudge_api.gathering import GaveUp
from equijudge_api.http.disconnects import gone_response, while_connected
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.queue.jobs import Result
from equijudge_core.contracts.execute import ExecutionLine
from equijudge_core.errors import BadInput

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
    request: Request,
    planner: PlannerDep,
    gatherer: GathererDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Run a program. Raise Refusal: 504 when that is not done in the time that it has."""
    began = time.monotonic()
    planned = await planner.run(running.run_code, body, origin)
    language = find_language(planned.language, await gatherer.languages())
    execution = planned.execution.model_copy(update={"language": language})

    def start() -> Coroutine[Any, Any, ExecutionLine]:
        return gatherer.execute(origin, execution, began + planned.own_time_s + LONGEST_S, facts)

    tries = cast(SecondTries[ExecutionLine], request.app.state.second_tries)
    work = tries.result((origin.owner, planned.digest), start, began + planned.own_time_s)
    try:
        line = await while_connected(request, work)
    except (NotInTime, GaveUp) as late:
        raise not_in_time() from late
    except BadInput as error:
        raise running.refused_here(error.errors) from error
    if line is None:
        return gone_response()
    answer = running.to_response(planned.fetch_files, language, line)
    return Response(answer.model_dump_json(), media_type="application/json")


@router.post("/run_jupyter")
async def run_jupyter(
    body: Annotated[RawBody[RunJupyterRequest], Body()],
    request: Request,
    planner: PlannerDep,
    gatherer: GathererDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Run the cells of a notebook in one kernel. Raise Refusal: 504 when that is not done in the time that it has."""
    began = time.monotonic()
    planned = await planner.run(jupyter.run_jupyter, body, origin)
    work = gatherer.execute(origin, planned.execution, began + planned.own_time_s, facts)
    try:
        line = await while_connected(request, work)
    except GaveUp as late:
        raise not_in_time() from late
    except BadInput as error:
        raise running.refused_here(error.errors) from error
    if line is None:
        return gone_response()
    answer = await asyncio.to_thread(jupyter.to_response, planned, line)
    return Response(answer.model_dump_json(), media_type="application/json")


@router.post("/submit")
async def submit(
    body: Annotated[RawBody[SubmitRequest], Body()],
    request: Request,
    planner: PlannerDep,
    queue: QueueDep,
    view: KeyViewDep,
    origin: OriginDep,
    facts: AuditFactsDep,
) -> Response:
    """Judge the program in a text on the tests that come along. Raise Refusal: 504 when that is not done in the time
    that it has, 500 where a fault of ours left it open."""
    began = time.monotonic()
    planned = await planner.run(submitting.submit, body, origin)
    facts |= planned.facts
    room = cast(WaitingRoom, request.app.state.waiting_room)

    async def start() -> list[Result]:
        facts["job_id"] = planned.job.job_id
        found: list[Result] = []
        await Waiter(queue, view, room, began + planned.own_time_s + LONGEST_S).finish(planned.job, found.extend)
        return found

    tries = cast(SecondTries[list[Result]], request.app.state.second_submits)
    work = tries.result((origin.owner, planned.digest), start, began + planned.own_time_s)
    try:
        found = await while_connected(request, work)
    except NotInTime as late:
        raise not_in_time() from late
    if found is None:
        return gone_response()
    if not found:
        raise not_in_time()
    answer = await asyncio.to_thread(
        submitting.to_response, planned, found[0].line, is_outcome_only=view.rules is not None
    )
    return Response(answer.model_dump_json(), media_type="application/json")


def not_in_time() -> Refusal:
    """504: nothing is known of the program."""
    return Refusal(504, "it was not done in the time that the request has: the service is busy; come again")


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
