"""GET /limits: how much one request may hold, for whoever has more and must send it in parts."""

from __future__ import annotations

from fastapi import APIRouter

from equijudge_api.dependencies import PrincipalDep, QueueDep, SettingsDep
from equijudge_api.openapi import refusal_responses
from equijudge_api.planning.verify_plan import MOST_OUTPUTS, MOST_TESTS
from equijudge_core.contracts.service import ServiceLimits

router = APIRouter(tags=["limits"])


@router.get("/limits", responses=refusal_responses())
async def get_limits(settings: SettingsDep, queue: QueueDep, principal: PrincipalDep) -> ServiceLimits:
    """The limits on requests, as numbers; refusals (413, 422) name the same ones, beside the field they are about. And
    what a key may hold, and this one holds now, which an outcome-only key is not told: how long results are, tells of
    outputs."""
    held = {} if principal.outcome_only else await queue.held_bytes(principal.key_id)
    return ServiceLimits(
        body_bytes=settings.max_body_bytes,
        problems=settings.max_problems,
        candidates=min(settings.max_candidates, settings.max_backlog),
        generations=settings.max_generations,
        tests=settings.max_tests,
        source_bytes=settings.max_source_bytes,
        generation_bytes=settings.max_generation_bytes,
        detailed_tests=MOST_TESTS,
        detailed_outputs=MOST_OUTPUTS,
        total_time_s=settings.total_time_s,
        max_total_time_s=settings.total_time_s if principal.outcome_only else settings.total_time_ceiling_s,
        bodies=settings.max_key_bodies,
        bodies_bytes=max(settings.max_key_bodies_bytes, settings.max_body_bytes),
        key_bytes=settings.key_bytes,
        key_bytes_held=held,
    )
