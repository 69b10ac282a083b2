"""Bodies are JSON and say so.

A body of another type would be refused anyway, but further on and in words that do not help; and a page in a
browser can send text to a service on loopback, but not JSON, without the service being asked first.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from equijudge_api.http.problem_details import answer
from equijudge_core.contracts.errors import FieldError

WITH_BODY = ("POST", "PUT", "PATCH")


class JsonBodies:
    """ASGI middleware: 415 for a request with a body that is not said to be JSON."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] not in WITH_BODY or is_json(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        error = FieldError(field="Content-Type", problem="is not JSON", limit="application/json")
        response = answer(415, "send JSON, with the header Content-Type: application/json", [error])
        await response(scope, receive, send)


def is_json(headers: Headers) -> bool:
    """Whether the body's media type is application/json or ends in +json."""
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    return media_type == "application/json" or (media_type.startswith("application/") and media_type.endswith("+json"))
