"""What a route with a large body needs: the plan run where it holds up nobody, and the body forgotten then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request

from equijudge_api.dependencies import ThePrincipal, TheQueue, TheSettings
from equijudge_api.http.in_flight import Held
from equijudge_api.http.raw_body import Unread
from equijudge_api.planning.known_verdicts import agreed
from equijudge_api.planning.parsers import Parsers
from equijudge_api.planning.plans import Asked, Known, Plan, Question
from equijudge_api.planning.verify_plan import NOBODY, Origin
from equijudge_api.queue.jobs import JobQueue

T = TypeVar("T")


@dataclass(frozen=True)
class Planner:
    """Makes of one request's body what the queue stores."""

    parsers: Parsers
    queue: JobQueue
    asked: Asked
    key: str
    held: Held

    async def run(
        self, plan: Callable[[bytes | bytearray, Asked], Plan[T]], body: Unread[Any], origin: Origin = NOBODY
    ) -> T:
        """What the plan returns; from then on the body counts no more. Raises Refusal, RedisError."""
        try:
            return await self.parsers.run(plan, body, replace(self.asked, origin=origin), self._known, self.key)
        finally:
            self.held.release()

    async def _known(self, question: Question) -> Known:
        if question.verdict_keys:
            return Known(verdicts=await self.queue.verdict_cache.found(question.verdict_keys))
        stored, slots = await self.queue.summaries(question.problem_ids), await self.queue.slots()
        return Known(stored, slots, agreed(await self.queue.workers()) if question.judging else None)


def planner_of(request: Request, queue: TheQueue, settings: TheSettings, principal: ThePrincipal) -> Planner:
    """For this request."""
    asked = Asked(settings, outcome_only=principal.outcome_only)
    parsers, held = cast(Parsers, request.app.state.parsers), cast(Held, request.state.body_held)
    return Planner(parsers, queue, asked, principal.key_id, held)


ThePlanner = Annotated[Planner, Depends(planner_of)]
