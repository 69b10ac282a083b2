"""GET /: what runs here, whether it is ready, and where to go, for whoever comes by with a browser."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from equijudge_api.dependencies import QueueDep
from equijudge_api.pages import page_response
from equijudge_api.routes.health import Readiness, check_readiness
from equijudge_core.contracts.base import Contract

router = APIRouter(include_in_schema=False)
HTML = "text/html"
DROP_INS = {"SandboxFusion": "/sandboxfusion", "code-judge": "/code-judge"}
LINKS = {
    "docs": "docs",
    "reference": "redoc",
    "openapi": "openapi.json",
    "readiness": "readyz",
    "metrics": "metrics",
}


class Front(Contract):
    """What `GET /` tells programs. drop_ins and links are addresses, relative to this one."""

    service: str
    version: str
    ready: bool
    drop_ins: dict[str, str]
    links: dict[str, str]


@router.get("/")
async def get_front(request: Request, queue: QueueDep) -> Response:
    """A page for browsers, JSON for programs. It tells no more than GET /readyz and the OpenAPI document do."""
    readiness = await check_readiness(queue)
    front = Front(
        service=request.app.title,
        version=request.app.version,
        ready=readiness.ready,
        drop_ins=drop_ins(request),
        links=LINKS,
    )
    if HTML in request.headers.get("accept", ""):
        response: Response = page_response("front.html.j2", front=front, troubles=troubles(readiness))
    else:
        response = JSONResponse(front.model_dump(), headers={"Cache-Control": "no-store"})
    response.headers["Vary"] = "Accept"
    return response


def drop_ins(request: Request) -> dict[str, str]:
    """Which of the drop-ins this application has, and where."""
    here = request.app.state.drop_ins
    return {name: prefix.removeprefix("/") for name, prefix in DROP_INS.items() if prefix in here}


def troubles(readiness: Readiness) -> dict[str, str]:
    """What keeps the service from being ready, by part."""
    parts = {"Redis": readiness.redis, "cells": readiness.engine}
    return {part: state for part, state in parts.items() if state != "ok"}
