"""What a route needs, taken from the application: settings and the queue."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Header, Request
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from equijudge_api.http.audit import Facts
from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import Held
from equijudge_api.outcome_only import CALLS
from equijudge_api.planning.parser_pool import Parsers, Planner
from equijudge_api.planning.plans import Asked
from equijudge_api.queue.admission import Origin
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.responses.job_response import REPLAYED
from equijudge_api.responses.key_view import View
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


def visible_ascii(key: str) -> str:
    """The key. Raises PydanticCustomError, which does not repeat it."""
    if not 1 <= len(key) <= LONGEST_KEY or not all("!" <= character <= "~" for character in key):
        raise PydanticCustomError("idempotency_key", "must be 1 to 255 visible ASCII characters")
    return key


LONGEST_KEY = 255
FORM = {"minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"}
IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="One key, one job: repeated with the same request (but for `wait`) it answers with the job that is "
        f"there and the header `{REPLAYED}: true`, with another request 422. It is remembered as long as the job.",
        json_schema_extra=FORM,
    ),
    AfterValidator(lambda key: key if key is None else visible_ascii(key)),
]
KnownKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        description="The key with which the request was sent, or is about to be.",
        json_schema_extra=FORM,
    ),
    AfterValidator(visible_ascii),
]


def origin_of(principal: ThePrincipal, request_id: TheRequestId, idempotency_key: IdempotencyKey = None) -> Origin:
    """Where a request that becomes a job came from."""
    return Origin(principal.key_id, idempotency_key, request_id)


def planner_of(request: Request, queue: TheQueue, settings: TheSettings, principal: ThePrincipal) -> Planner:
    """For this request."""
    asked = Asked(settings, outcome_only=principal.outcome_only)
    parsers, held = cast(Parsers, request.app.state.parsers), cast(Held, request.state.body_held)
    return Planner(parsers, queue, asked, principal.key_id, held)


TheQueue = Annotated[JobQueue, Depends(queue_of)]
TheSettings = Annotated[Settings, Depends(settings_of)]
ThePrincipal = Annotated[Principal, Depends(principal_of)]
TheView = Annotated[View, Depends(view_of)]
TheRequestId = Annotated[str, Depends(request_id_of)]
TheFacts = Annotated[Facts, Depends(facts_of)]
TheOrigin = Annotated[Origin, Depends(origin_of)]
ThePlanner = Annotated[Planner, Depends(planner_of)]
