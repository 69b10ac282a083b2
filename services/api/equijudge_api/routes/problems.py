"""Problems stored once and referred to by id."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated

from fastapi import APIRouter, Body, Query, Response

from equijudge_api.dependencies import AuditFactsDep, KeyViewDep, PlannerDep, PrincipalDep, QueueDep
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.openapi import BODY, PUT_EXAMPLES, refusal_responses
from equijudge_api.planning import problems_plan
from equijudge_api.planning.problems_plan import PutProblems
from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.service import ProblemSummary
from equijudge_queue.compression import unpack

router = APIRouter(tags=["problems"], route_class=RawBodyRoute)


class Problems(Contract):
    """Summaries, in the order of the rows or of storing."""

    problems: tuple[ProblemSummary, ...]


@router.put("/problems", responses=refusal_responses(*BODY))
async def put_problems(
    body: Annotated[RawBody[PutProblems], Body(openapi_examples=PUT_EXAMPLES)],
    planner: PlannerDep,
    queue: QueueDep,
    principal: PrincipalDep,
    facts: AuditFactsDep,
) -> Problems:
    """Store problems, all or none, without their solutions. The id is a hash of the content: storing a
    problem again changes nothing. Not with an outcome-only key."""
    storable = await planner.run(problems_plan.put_problems, body)
    facts |= storable.facts
    await queue.put_problems(storable.problems, principal.key_id)
    return Problems(problems=storable.summaries)


@router.get("/problems", responses=refusal_responses(422))
async def list_problems(
    queue: QueueDep,
    view: KeyViewDep,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 1000,
    name: Annotated[str | None, Query(min_length=1, max_length=1000, description="those of this name alone")] = None,
) -> Problems:
    """The stored problems, in the order in which they were stored; several may have one name."""
    if name is None:
        ids = await queue.problem_ids(offset, limit)
    else:
        ids = (await queue.problem_ids_of_name(name))[offset : offset + limit]
    stored = await view.problems(ids)
    return Problems(problems=tuple(stored[problem_id] for problem_id in ids if problem_id in stored))


@router.get("/problems/{problem_id}", responses=refusal_responses(404, 422))
async def get_problem(problem_id: str, queue: QueueDep) -> Response:
    """A stored problem's row, tests included. Not with an outcome-only key."""
    row = await queue.problem_row(problem_id)
    if row is None:
        raise Refusal(404, "there is no such problem", [FieldError(field="problem_id", problem="is not stored")])
    text = await asyncio.to_thread(unpack, row)
    named = b'{"problem_id":' + json.dumps(problem_id).encode() + b"," + text[1:]  # a row is a JSON object, not empty
    return Response(named, media_type="application/json")


@router.delete("/problems/{problem_id}", status_code=204, responses=refusal_responses(404, 409, 422))
async def delete_problem(problem_id: str, queue: QueueDep, principal: PrincipalDep, facts: AuditFactsDep) -> Response:
    """Delete a problem that this key has stored; 409 while a running job needs it. Not with an outcome-only key."""
    facts["problem_ids"] = [problem_id]
    match await queue.delete_problem(problem_id, principal.key_id):
        case "none":
            error = FieldError(field="problem_id", problem="is not stored by this key")
            raise Refusal(404, "this key has stored no such problem", [error])
        case "needed":
            error = FieldError(field="problem_id", problem="is needed by a job that runs")
            raise Refusal(409, "the problem is in use; delete it when its jobs are over", [error])
    return Response(status_code=204)
