"""Answer every refusal with problem details (RFC 9457) that name the field, what is wrong with it, and the limit."""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from redis.exceptions import RedisError
from starlette.exceptions import HTTPException

from equijudge_api.queue.admission import QuotaExceeded
from equijudge_core.contracts.errors import FieldError, ProblemDetails
from equijudge_core.contracts.field_errors import field_errors
from equijudge_core.errors import BadInput
from equijudge_queue.redis_trouble import trouble_of
from equijudge_queue.schema import RESULTS_LEAST_S

log = logging.getLogger(__name__)
MEDIA_TYPE = "application/problem+json"
FAULT = "a fault of the service, written to its log"
RETRY_LATER = {"Retry-After": "2"}
HOW_ROOM_IS_MADE = (
    "queue goes when its jobs are over or cancelled; results and problems that came with a request make room once no "
    f"job needs them, results {RESULTS_LEAST_S} s after every key sees them; stored problems go by DELETE "
    "/problems/{problem_id}"
)
UNTOLD_WAIT_S = 60
MAX_ERRORS = 20  # of one answer


class Refusal(Exception):
    """An answer other than 2xx that the API gives on purpose."""

    def __init__(
        self, status: int, detail: str, errors: Sequence[FieldError] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors, self.headers = status, detail, tuple(errors), headers

    def response(self) -> JSONResponse:
        """The refusal as a response, which is an ASGI application as well."""
        return problem_response(self.status, self.detail, self.errors, self.headers)


def problem_response(
    status: int, detail: str, errors: Sequence[FieldError] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Build the response for one refusal."""
    shown = tuple(errors[:MAX_ERRORS])
    said = detail + more_errors_text(len(errors))
    details = ProblemDetails(title=HTTPStatus(status).phrase, status=status, detail=said, errors=shown)
    return JSONResponse(
        details.model_dump(mode="json", exclude_none=True), status, headers=dict(headers or {}), media_type=MEDIA_TYPE
    )


def more_errors_text(errors: int) -> str:
    """What a refusal says of the errors that it does not show."""
    return f" ({errors - MAX_ERRORS} more errors)" if errors > MAX_ERRORS else ""


def quota_refusal(error: QuotaExceeded, *, told: bool = True) -> Refusal:
    """413 for what does not fit into the key's quota at all, 429 for what may fit later; who may be `told` hears what
    is held and when some of it may have gone: how long results are tells of outputs, and when, how long tests took."""
    kinds = ", ".join(f"{kind} {size}" for kind, size in sorted(error.held.items())) or "nothing"
    fault = "with what the key holds it would be too much"
    if told:
        fault += f"; it holds {sum(error.held.values())} bytes: {kinds}"
    fields = [FieldError(field="body", problem=fault, limit=f"at most {error.quota} bytes a key")]
    if error.wait_s is None:
        return Refusal(413, "this takes more bytes than a key may hold; send it in parts", fields)
    wait_s = math.ceil(error.wait_s) if told else UNTOLD_WAIT_S
    detail = f"this key holds too much, nothing was accepted. {HOW_ROOM_IS_MADE}"
    return Refusal(429, detail, fields, {"Retry-After": str(wait_s)})


def install_handlers(app: FastAPI) -> None:
    """Turn every error of a route into problem details."""

    @app.exception_handler(Refusal)
    async def _refusal(request: Request, error: Refusal) -> JSONResponse:
        return error.response()

    @app.exception_handler(QuotaExceeded)
    async def _over_quota(request: Request, error: QuotaExceeded) -> JSONResponse:
        principal = getattr(request.state, "principal", None)
        return quota_refusal(error, told=not getattr(principal, "outcome_only", False)).response()

    @app.exception_handler(BadInput)
    async def _bad_input(request: Request, error: BadInput) -> JSONResponse:
        return problem_response(422, "the request is not valid", error.errors)

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return problem_response(422, "the request is not valid", field_errors(error.errors()))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> JSONResponse:
        return problem_response(error.status_code, str(error.detail), headers=error.headers)

    @app.exception_handler(RedisError)
    async def _redis(request: Request, error: RedisError) -> JSONResponse:
        found = trouble_of(error)
        if found is None:
            log.exception("a fault of the service", exc_info=error)
            return problem_response(500, FAULT)
        log.error("Redis %s (%s)", found.text, error)
        return problem_response(503, f"nothing was accepted: the queue's Redis {found.text}", headers=RETRY_LATER)

    @app.exception_handler(Exception)
    async def _bug(request: Request, error: Exception) -> JSONResponse:
        return problem_response(500, FAULT)  # with its traceback, by the server
