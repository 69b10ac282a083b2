"""What routes depend on: queue, settings, who asks, what this key sees, idempotency key, planner.

All of them are asynchronous and wait for nothing: FastAPI has a thread run each of any other, which costs a request of
this service more than all the rest that is done for it here. Nor do they depend on one another, since to have FastAPI
solve a dependency costs more than to call it.
"""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Header, Request
from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from equijudge_api.gathering import ExecutionGatherer
from equijudge_api.http.audit import AuditFacts
from equijudge_api.http.auth import Principal
from equijudge_api.http.problem_details import Refusal
from equijudge_api.http.request_body import InFlightBody
from equijudge_api.outcome_only import OPEN_CALLS
from equijudge_api.planning.parser_pool import ParserPool, Planner
from equijudge_api.planning.plan import PlanContext
from equijudge_api.queue.admission import Origin
from equijudge_api.queue.jobs import JobQueue
from equijudge_api.responses.job_response import REPLAYED
from equijudge_api.responses.key_view import KeyView
from equijudge_api.settings import Settings


async def get_queue(request: Request) -> JobQueue:
    """The application's queue."""
    return cast(JobQueue, request.app.state.queue)


async def get_settings(request: Request) -> Settings:
    """The application's settings."""
    return cast(Settings, request.app.state.settings)


async def get_principal(request: Request) -> Principal:
    """Whose key the request came with."""
    return cast(Principal, request.state.principal)


async def get_request_id(request: Request) -> str:
    """The request's id, see http.request_id."""
    return cast(str, request.state.request_id)


async def require_open_call(request: Request) -> None:
    """Raise Refusal (403) for an outcome-only key unless the call is open to it. A dependency of every route."""
    principal = await get_principal(request)
    call = request.method, request.scope["route"].path
    if principal.outcome_only and call not in OPEN_CALLS:
        raise Refusal(403, f"an outcome-only key cannot {' '.join(call)}: it would tell more than verdicts")


async def get_key_view(request: Request) -> KeyView:
    """The queue as the request's key may see it."""
    principal, settings = await get_principal(request), await get_settings(request)
    return KeyView(await get_queue(request), principal, settings.outcome_rules() if principal.outcome_only else None)


async def get_audit_facts(request: Request) -> AuditFacts:
    """What the audit line of this request says beside who, when and where; routes add to it."""
    return cast(AuditFacts, request.state.audit)


def visible_ascii(key: str) -> str:
    """Return the key unchanged. Raise PydanticCustomError, which does not repeat it."""
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
RequiredIdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        description="The key with which the request was sent, or is about to be.",
        json_schema_extra=FORM,
    ),
    AfterValidator(visible_ascii),
]


async def get_origin(request: Request, idempotency_key: IdempotencyKey = None) -> Origin:
    """Where a request that becomes a job came from."""
    return Origin((await get_principal(request)).key_id, idempotency_key, await get_request_id(request))


async def get_planner(request: Request) -> Planner:
    """The planner of this request's body."""
    queue, principal = await get_queue(request), await get_principal(request)
    context = PlanContext(await get_settings(request), outcome_only=principal.outcome_only)
    parsers, held = cast(ParserPool, request.app.state.parsers), cast(InFlightBody, request.state.body_held)
    return Planner(parsers, queue, context, principal.key_id, held)


async def get_gatherer(request: Request) -> ExecutionGatherer:
    """The application's gatherer of single executions."""
    return cast(ExecutionGatherer, request.app.state.gatherer)


GathererDep = Annotated[ExecutionGatherer, Depends(get_gatherer)]
QueueDep = Annotated[JobQueue, Depends(get_queue)]
SettingsDep = Annotated[Settings, Depends(get_settings)]
PrincipalDep = Annotated[Principal, Depends(get_principal)]
KeyViewDep = Annotated[KeyView, Depends(get_key_view)]
RequestIdDep = Annotated[str, Depends(get_request_id)]
AuditFactsDep = Annotated[AuditFacts, Depends(get_audit_facts)]
OriginDep = Annotated[Origin, Depends(get_origin)]
PlannerDep = Annotated[Planner, Depends(get_planner)]
