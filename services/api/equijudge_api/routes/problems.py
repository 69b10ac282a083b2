"""Problems stored once and referred to by id."""

from __future__ import annotations

import asyncio
import json
from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Response
from pydantic import Field

from equijudge_api import audit, batch
from equijudge_api.context import TheFacts, TheQueue, TheSettings, TheView
from equijudge_api.errors import Refusal
from equijudge_api.openapi import BODY, PUT_EXAMPLES, refusals
from equijudge_core.contracts import FieldError, Model, ProblemSummary
from equijudge_core.errors import BadInput, BadProblem
from equijudge_core.problem import Problem, parse_row

router = APIRouter(tags=["problems"])


class PutProblems(Model):
    """Body of `PUT /problems`: rows in the CodeContests schema."""

    problems: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


class Problems(Model):
    """Summaries, in the order of the rows or of storing."""

    problems: tuple[ProblemSummary, ...]


@router.put("/problems", responses=refusals(*BODY))
async def put_problems(
    body: Annotated[PutProblems, Body(openapi_examples=PUT_EXAMPLES)],
    queue: TheQueue,
    settings: TheSettings,
    facts: TheFacts,
) -> Problems:
    """Store problems, all or none, without their solutions. The id is a hash of the content: storing a
    problem again changes nothing. Not with an outcome-only key."""
    problems = await asyncio.to_thread(parsed, body.problems, settings.max_problems, settings.max_tests)
    facts |= {"problems": len(problems), **audit.few_or_one("problem_ids", [each.problem_id for each in problems])}
    await queue.put_problems(await asyncio.to_thread(batch.as_stored, problems))
    return Problems(problems=tuple(problem.summary() for problem in problems))


@router.get("/problems", responses=refusals(422))
async def list_problems(
    queue: TheQueue,
    view: TheView,
    offset: Annotated[int, Query(ge=0, le=10**9)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 1000,
) -> Problems:
    """The stored problems, in the order in which they were stored."""
    ids = await queue.problem_ids(offset, limit)
    stored = await view.problems(ids)
    return Problems(problems=tuple(stored[problem_id] for problem_id in ids if problem_id in stored))


@router.get("/problems/{problem_id}", responses=refusals(404, 422))
async def get_problem(problem_id: str, queue: TheQueue) -> Response:
    """A stored problem's row, tests included. Not with an outcome-only key."""
    row = await queue.problem_row(problem_id)
    if row is None:
        raise Refusal(404, "there is no such problem", [FieldError(field="problem_id", problem="is not stored")])
    named = b'{"problem_id":' + json.dumps(problem_id).encode() + b"," + row[1:]  # a row is a JSON object, not empty
    return Response(named, media_type="application/json")


def parsed(rows: tuple[dict[str, Any], ...], most: int, most_tests: int) -> list[Problem]:
    """The rows as problems. Raises BadInput naming every fault of every row."""
    errors: list[FieldError] = []
    if len(rows) > most:
        errors.append(FieldError(field="problems", problem=f"{len(rows)} problems", limit=f"at most {most}"))
    problems = []
    for position, row in enumerate(rows):
        place = f"problems[{position}]"
        try:
            problem = parse_row(row).without_solutions()
        except BadProblem as error:
            errors += [e.model_copy(update={"field": f"{place}.{e.field}"}) for e in error.errors]
            continue
        if len(problem.tests()) > most_tests:
            limit = f"at most {most_tests}"
            errors.append(FieldError(field=place, problem=f"{len(problem.tests())} tests", limit=limit))
        problems.append(problem)
    if errors:
        raise BadInput(errors)
    return problems
