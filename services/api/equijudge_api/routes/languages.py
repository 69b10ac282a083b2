"""GET /languages: in which languages candidates may be."""

from __future__ import annotations

from fastapi import APIRouter

from equijudge_api.dependencies import QueueDep
from equijudge_api.openapi import refusal_responses
from equijudge_api.planning.languages import fleet_languages
from equijudge_core.contracts.service import ServiceLanguages

router = APIRouter(tags=["languages"])


@router.get("/languages", responses=refusal_responses())
async def get_languages(queue: QueueDep) -> ServiceLanguages:
    """The languages that every worker has, and those that are known and not there, each with the reason. A candidate in
    one that is not there is refused (422) with that reason. While no worker has looked, none is there."""
    return fleet_languages(await queue.workers()).answer()
