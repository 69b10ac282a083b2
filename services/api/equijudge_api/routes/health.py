"""Is the process alive, and is the service ready: which of Redis, workers and engine is away."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from redis.exceptions import RedisError

from equijudge_api.dependencies import QueueDep
from equijudge_core.contracts.base import Contract
from equijudge_queue.redis_trouble import trouble_of

router = APIRouter(tags=["health"])


class Health(Contract):
    """The process answers."""

    status: str = "alive"


class Readiness(Contract):
    """Per part `ok` or what is wrong with it: redis may be away, full, read-only, or set to evict.
    workers counts those heard of in the last seconds. backlog, candidates that wait, is for full keys alone: it falls
    when a program is judged."""

    ready: bool
    redis: str
    engine: str
    workers: int
    backlog: int | None = None


@router.get("/healthz")
async def healthz() -> Health:
    """The process is alive; says nothing of Redis or the workers."""
    return Health()


@router.get("/readyz", responses={503: {"model": Readiness, "description": "something is away; the body says what"}})
async def readyz(request: Request, response: Response, queue: QueueDep) -> Readiness:
    """Whether work that is sent now would be done now. Accepted work waits for what is away."""
    readiness, principal = await check_readiness(queue), request.state.principal
    if principal is None or principal.outcome_only:
        readiness = readiness.model_copy(update={"backlog": None})
    if not readiness.ready:
        response.status_code = 503
    return readiness


async def check_readiness(queue: QueueDep) -> Readiness:
    """Ask Redis and look at the workers' reports for the state of every part."""
    try:
        trouble = await queue.health.trouble()
        workers, backlog = await queue.workers(), await queue.backlog()
    except RedisError as error:
        found = trouble_of(error)
        redis = found.text if found is not None else f"cannot be used: {error}"
        return Readiness(ready=False, redis=redis, engine="unknown", workers=0)
    troubles = sorted({str(worker["engine"]) for worker in workers if worker.get("engine")})
    able = sum(not worker.get("engine") for worker in workers)
    engine = "ok" if able else "; ".join(troubles) or "unknown: no worker is there"
    ready = able > 0 and not trouble
    return Readiness(ready=ready, redis=trouble or "ok", engine=engine, workers=len(workers), backlog=backlog)
