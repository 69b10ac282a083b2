"""code-judge's calls, by the paths that its clients append to their base address.

A call that is not long has so much time that a program can be compiled, and run for the 10 s of CPU time that it has,
while others run beside it; a long one waits as long as its caller does. What is not done then is `queue_timeout`, which
code-judge's clients send again.

Its asynchronous clients join an absolute path to their base address, so that a prefix is lost: what they call is there
without one as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeVar, cast

from fastapi import APIRouter, Depends, Request, Response

from equijudge_api.dependencies import AuditFactsDep, GathererDep, KeyViewDep, OriginDep, PlannerDep, QueueDep
from equijudge_api.dropins.batch_jobs import Waiter, WaitingRoom
from equijudge_api.dropins.code_judge import judging, running
from equijudge_api.dropins.code_judge.batches import PlannedBatch
from equijudge_api.dropins.code_judge.contract import (
    BatchAnswer,
    CodeBatch,
    CodeSubmission,
    JudgedSubmission,
    Reason,
    RunSubmission,
)
from equijudge_api.gathering import ExecutionGatherer, GaveUp
from equijudge_api.http.disconnects import while_connected
from equijudge_api.http.request_body import RawBody, RawBodyRoute
from equijudge_api.planning.plan import Plan, PlanContext, PlannedJob
from equijudge_api.queue.jobs import Result
from equijudge_core.errors import BadInput

PREFIX = "/code-judge"
PREFIXES = (PREFIX, "/run", "/judge")  # of paths without its own, too
open_router = APIRouter(prefix=PREFIX)  # needs no key
router = APIRouter(prefix=PREFIX, route_class=RawBodyRoute)
root_router = APIRouter(route_class=RawBodyRoute)
SOON_S = 45.0
LONG_S = 3600.0
Answer = TypeVar("Answer", bound=JudgedSubmission)
MakePlan = Callable[[bytes | bytearray, PlanContext], Plan[PlannedBatch]]
ReadResults = Callable[[PlannedBatch, Iterator[bytes]], Mapping[int, Answer]]


@open_router.get("/ping")
async def ping() -> str:
    """The process is alive; says nothing of Redis or the workers."""
    return "pong"


@router.get("/status")
@root_router.get("/status")
async def status(queue: QueueDep) -> dict[str, int]:
    """How many programs wait or run, and how many workers there are."""
    return {"queue": await queue.backlog(), "num_workers": await queue.slots()}


class Caller:
    """Whoever sent a batch, and waits for its answers."""

    def __init__(
        self, request: Request, planner: PlannerDep, queue: QueueDep, view: KeyViewDep, origin: OriginDep,
        facts: AuditFactsDep,
    ) -> None:  # fmt: skip
        self._request, self._planner, self._queue, self._view = request, planner, queue, view
        self._origin, self._facts = origin, facts
        self._began = time.monotonic()

    async def judge(self, plan: MakePlan, body: RawBody[Any], within_s: float) -> tuple[str, list[JudgedSubmission]]:
        """The batch's id, and its answers in its order. Raise Refusal."""
        return await self._answers(plan, body, within_s, judging.judged, JudgedSubmission)

    async def run_one(self, body: RawBody[Any], gatherer: ExecutionGatherer) -> RunSubmission:
        """The answer of one submission, which is run with others that come singly. Raise Refusal."""
        planned = await self._planner.run(running.run_one, body, self._origin)
        if planned.refused:
            return RunSubmission(sub_id=planned.sub_id, reason=Reason.INVALID_INPUT, stderr=planned.refused)
        late = RunSubmission(sub_id=planned.sub_id, reason=Reason.QUEUE_TIMEOUT)
        work = gatherer.execute(self._origin, planned.execution, self._began + SOON_S, self._facts)
        try:
            line = await while_connected(self._request, work)
        except GaveUp:
            return late
        except BadInput as error:
            raise BadInput([each.model_copy(update={"field": "type"}) for each in error.errors]) from error
        if line is None:
            return late
        run = line.runs[0] if line.runs else None
        return RunSubmission(sub_id=planned.sub_id, **running.answer_of(line, run, planned.expected))

    async def judge_one(self, body: RawBody[Any], gatherer: ExecutionGatherer) -> JudgedSubmission:
        """The answer of one submission, which is run as by /run and compared here, since a verdict by itself costs
        several times as much; of an outcome-only key it is that verdict. Raise Refusal."""
        if self._view.rules is not None:
            _, (answer,) = await self.judge(judging.judge_one, body, SOON_S)
            return answer
        ran = await self.run_one(body, gatherer)
        return JudgedSubmission(**{name: getattr(ran, name) for name in JudgedSubmission.model_fields})

    async def run(self, plan: MakePlan, body: RawBody[Any], within_s: float) -> tuple[str, list[RunSubmission]]:
        """The same of programs that are run."""
        return await self._answers(plan, body, within_s, running.ran, RunSubmission)

    async def _answers(
        self, plan: MakePlan, body: RawBody[Any], within_s: float, read: ReadResults[Answer], kind: type[Answer]
    ) -> tuple[str, list[Answer]]:
        batch = await self._planner.run(plan, body, self._origin)
        found: dict[int, Answer] = {}
        await self._finish(
            batch.job, self._began + within_s, lambda some: found.update(read(batch, (each.line for each in some)))
        )
        count = len(batch.sub_ids)
        return batch.sub_id, [found.get(position) or not_done(batch, position, kind) for position in range(count)]

    async def _finish(self, planned: PlannedJob | None, until: float, take: Callable[[Sequence[Result]], None]) -> None:
        if planned is None:
            return
        self._facts |= {**planned.facts, "job_id": planned.job.job_id}
        room = cast(WaitingRoom, self._request.app.state.waiting_room)
        waiter = Waiter(self._queue, self._view, room, until)
        await while_connected(self._request, waiter.finish(planned.job, take))


CallerDep = Annotated[Caller, Depends(Caller)]


def not_done(batch: PlannedBatch, position: int, kind: type[Answer]) -> Answer:
    """The answer of a submission of which there is no result."""
    if position not in batch.refused:
        return kind(sub_id=batch.sub_ids[position], reason=Reason.QUEUE_TIMEOUT)
    told = {"stderr": batch.refused[position]} if kind is RunSubmission else {}
    return kind(sub_id=batch.sub_ids[position], reason=Reason.INVALID_INPUT, **told)


@router.post("/run")
async def run(body: RawBody[CodeSubmission], caller: CallerDep, gatherer: GathererDep) -> Response:
    """Run one submission."""
    return as_json(await caller.run_one(body, gatherer))


@router.post("/run/batch")
@root_router.post("/run/batch")
async def run_batch(body: RawBody[CodeBatch], caller: CallerDep) -> Response:
    """Run several."""
    return as_batch(*await caller.run(running.run_batch, body, SOON_S))


@router.post("/run/long-batch")
@root_router.post("/run/long-batch")
async def run_long_batch(body: RawBody[CodeBatch], caller: CallerDep) -> Response:
    """Run several, however long it takes."""
    return as_batch(*await caller.run(running.run_long_batch, body, LONG_S))


@router.post("/judge")
async def judge(body: RawBody[CodeSubmission], caller: CallerDep, gatherer: GathererDep) -> Response:
    """Judge one submission."""
    return as_json(await caller.judge_one(body, gatherer))


@router.post("/judge/batch")
@root_router.post("/judge/batch")
async def judge_batch(body: RawBody[CodeBatch], caller: CallerDep) -> Response:
    """Judge several."""
    return as_batch(*await caller.judge(judging.judge_batch, body, SOON_S))


@router.post("/judge/long-batch")
@root_router.post("/judge/long-batch")
async def judge_long_batch(body: RawBody[CodeBatch], caller: CallerDep) -> Response:
    """Judge several, however long it takes."""
    return as_batch(*await caller.judge(judging.judge_long_batch, body, LONG_S))


def as_batch(sub_id: str, answers: list[Answer]) -> Response:
    """A response of a batch's answers."""
    return as_json(BatchAnswer(sub_id=sub_id, results=tuple(answers)))


def as_json(answer: JudgedSubmission | BatchAnswer) -> Response:
    """A response of this."""
    return Response(answer.model_dump_json(), media_type="application/json")
