"""What the service does, in numbers: for Prometheus, and for `equijudge top`.

Not open to outcome-only keys (outcome.CALLS): on an idle service a cache hit more would tell what others have
submitted.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from equijudge_api.dependencies import TheQueue
from equijudge_api.openapi import refusals
from equijudge_api.responses.metrics import exposed
from equijudge_api.responses.stats import stats_of
from equijudge_core.contracts.stats import Stats

router = APIRouter(tags=["numbers"])
TEXT: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}, "description": "Prometheus's text format"}
}


@router.get("/metrics", response_class=Response, responses={**TEXT, **refusals()})
async def get_metrics(queue: TheQueue) -> Response:
    """Counters, histograms and gauges. They lie in Redis: every API gives the same, after a restart too."""
    return Response(exposed(await queue.snapshot()), media_type=CONTENT_TYPE_PLAIN_0_0_4)


@router.get("/stats", responses=refusals())
async def get_stats(queue: TheQueue) -> Stats:
    """The service at a glance: queue, workers, cells, verdicts, and the last five minutes."""
    return stats_of(await queue.snapshot())
