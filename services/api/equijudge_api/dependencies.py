"""What a route needs, taken from the application: settings and the queue."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from equijudge_api.http.audit import Facts
from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.responses.outcome_only import CALLS
from equijudge_api.responses.views import View
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


def only_open_calls(request: Request, principal: Annotated[Principal, Depends(principal_of)]) -> None:
    """For every route: raises Refusal (403) for an outcome-only key unless the call is open to it."""
    call = request.method, request.scope["route"].path
    if principal.outcome_only and call not in CALLS:
        raise Refusal(403, f"an outcome-only key cannot {' '.join(call)}: it would tell more than verdicts")


def view_of(
    queue: Annotated[JobQueue, Depends(queue_of)],
    settings: Annotated[Settings, Depends(settings_of)],
    principal: Annotated[Principal, Depends(principal_of)],
) -> View:
    """What the request's key sees."""
    return View(queue, principal, settings.outcome_rules() if principal.outcome_only else None)


def facts_of(request: Request) -> Facts:
    """What the audit line of this request says beside who, when and where."""
    return cast(Facts, request.state.audit)


TheQueue = Annotated[JobQueue, Depends(queue_of)]
TheSettings = Annotated[Settings, Depends(settings_of)]
ThePrincipal = Annotated[Principal, Depends(principal_of)]
TheView = Annotated[View, Depends(view_of)]
TheRequestId = Annotated[str, Depends(request_id_of)]
TheFacts = Annotated[Facts, Depends(facts_of)]
