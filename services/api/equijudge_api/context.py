"""What a route needs, taken from the application: settings and the queue."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from equijudge_api.auth import Principal
from equijudge_api.queue import JobQueue
from equijudge_api.settings import Settings


def queue_of(request: Request) -> JobQueue:
    """The application's queue."""
    return cast(JobQueue, request.app.state.queue)


def settings_of(request: Request) -> Settings:
    """The application's settings."""
    return cast(Settings, request.app.state.settings)


def principal_of(request: Request) -> Principal:
    """Whose key the request came with."""
    return cast(Principal, request.state.principal)


def request_id_of(request: Request) -> str:
    """See requests.py."""
    return cast(str, request.state.request_id)


TheQueue = Annotated[JobQueue, Depends(queue_of)]
TheSettings = Annotated[Settings, Depends(settings_of)]
ThePrincipal = Annotated[Principal, Depends(principal_of)]
TheRequestId = Annotated[str, Depends(request_id_of)]
