"""Build the HTTP application: middlewares, routes and what they share. It starts no cell and makes no verdict."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version

from fastapi import Depends, FastAPI

from equijudge_api.dependencies import require_open_call
from equijudge_api.dropins.mounting import FORMS, add_refusal_forms, mount_drop_ins
from equijudge_api.gathering import ExecutionGatherer
from equijudge_api.http import problem_details
from equijudge_api.http.audit import Audit
from equijudge_api.http.auth import Authentication, load_keys
from equijudge_api.http.rate_limit import OpenRequests, RateLimit, rates_from_settings
from equijudge_api.http.request_body import BodyLimit, Gunzip, InFlight, InFlightLimits, LimitInFlight, RequireJson
from equijudge_api.http.request_id import RequestId
from equijudge_api.http.stream_headers import StreamHeaders
from equijudge_api.openapi import BEARER, build_document
from equijudge_api.planning.parser_pool import ParserPool
from equijudge_api.queue.cleanup import Cleanup
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.queue.runs import RunQueue
from equijudge_api.routes import (
    documentation,
    execute,
    front,
    health,
    jobs,
    languages,
    limits,
    metrics,
    problems,
    runs,
    scores,
    sets,
    stats,
    verify,
)
from equijudge_api.settings import Settings
from equijudge_api.shutdown import Shutdown

ABOUT = """Candidate programs in, trustworthy verdicts out: AC, WA, TLE, MLE, OLE, RE, CE, and IE, which is always the
judge's own fault. An outcome-only key gets AC, IE, and REJ for what is not accepted. Problems are rows of the
CodeContests schema (`deepmind/code_contests`). Refusals are problem details (RFC 9457) that name the field, what is
wrong with it, and the limit."""


def create_app(settings: Settings) -> FastAPI:
    """Build the application. Raise auth.BadSettings when it would be open to strangers."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        tidying = asyncio.create_task(Cleanup(queue.connection, settings.results_least_s()).run())
        yield
        tidying.cancel()
        await asyncio.to_thread(parsers.close)
        await gatherer.close()
        await queue.close()

    shutdown = Shutdown()
    queue = JobQueue(
        settings.redis_address(),
        shutdown=shutdown,
        max_backlog=settings.max_backlog,
        max_backlog_bytes=settings.max_backlog_bytes,
        key_bytes=settings.key_bytes,
        results_least_s=settings.results_least_s(),
        rates=rates_from_settings(settings),
        most_streams=settings.max_connections,
    )
    app = FastAPI(
        title="equijudge",
        version=version("equijudge"),
        description=ABOUT,
        lifespan=lifespan,
        docs_url=None,  # routes.documentation has both pages, with assets of our own
        redoc_url=None,
    )
    app.state.settings, app.state.queue, app.state.shutdown = settings, queue, shutdown
    gatherer = app.state.gatherer = ExecutionGatherer(queue, settings)
    parsers = app.state.parsers = ParserPool(settings)
    flight = InFlight(
        InFlightLimits(settings.max_key_bodies, settings.max_key_bodies_bytes),
        InFlightLimits(settings.max_bodies, settings.max_bodies_bytes),
    )
    app.state.runs = RunQueue(
        queue.connection,
        most_waiting=settings.max_runs,
        ttl_s=settings.run_lease_s,
        most_attempts=settings.run_attempts,
        shutdown=shutdown,
    )
    problem_details.install_handlers(app)
    # the last one added sees a request first: read from the bottom
    app.add_middleware(StreamHeaders)
    app.add_middleware(RequireJson)
    app.add_middleware(LimitInFlight, flight=flight)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    app.add_middleware(Gunzip)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes, within_s=settings.body_timeout_s)
    app.add_middleware(RateLimit, queue=queue, settings=settings)
    app.add_middleware(OpenRequests, most=settings.max_key_requests)
    app.add_middleware(Audit)
    app.add_middleware(Authentication, keys=load_keys(settings))
    app.add_middleware(RequestId, shutdown=shutdown)
    of_every_route = [Depends(BEARER), Depends(require_open_call)]
    app.state.drop_ins = frozenset(FORMS) if settings.drop_ins == "on" else frozenset()
    if settings.drop_ins == "on":
        mount_drop_ins(app, of_every_route)  # first: routes are tried in their order, and theirs are asked for most
        add_refusal_forms(app)
    for routes in (verify, execute, scores, sets, problems, jobs, limits, languages, runs, metrics, stats):
        app.include_router(routes.router, dependencies=of_every_route)
    for open_routes in (front, documentation, health):
        app.include_router(open_routes.router)
    documentation.mount_assets(app)
    app.openapi = partial(build_document, app)  # type: ignore[method-assign]  # as FastAPI's manual extends it
    return app
