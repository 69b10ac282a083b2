"""Answer what is refused under a drop-in's prefix in the form that its clients read.

Middlewares, routes and handlers all refuse with problem details. Here they become what the other service would have
sent, in one place and whoever refused.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from equijudge_api.http.problem_details import MEDIA_TYPE


@dataclass(frozen=True)
class FormedRefusal:
    """A refusal as it is sent: status and body (JSON). `hold_s`: seconds until it is sent, to a client that comes again
    at once whatever it is told."""

    status: int
    body: Any
    hold_s: float = 0.0


RefusalForm = Callable[[Mapping[str, Any], Headers], FormedRefusal]  # from problem details, and the headers with them


def fastapi_faults(details: Mapping[str, Any]) -> list[Any]:
    """The faults that a refusal names, as FastAPI lists them."""
    found = [
        {"type": "value_error", "loc": ["body", *_parts(error["field"])], "msg": _told(error)}
        for error in details.get("errors", ())
    ]
    return found or [details["detail"]]


def describe_refusal(details: Mapping[str, Any]) -> str:
    """What a refusal says, and the faults that it names, in one text."""
    faults = "; ".join(f"{error['field']}: {_told(error)}" for error in details.get("errors", ()))
    return f"{details['detail']} ({faults})" if faults else str(details["detail"])


def _parts(field: str) -> list[str | int]:
    """`tests[3].input` as the parts of FastAPI's `loc`."""
    parts = field.replace("[", ".").replace("]", "").split(".")
    return [int(part) if part.isdigit() else part for part in parts if part not in ("", "body")]


def _told(error: Mapping[str, Any]) -> str:
    limit = error.get("limit")
    return f"{error['problem']} ({limit})" if limit else str(error["problem"])


class RefusalForms:
    """ASGI middleware, outside of all others. `forms`: by prefix."""

    def __init__(self, app: ASGIApp, forms: Mapping[str, RefusalForm]) -> None:
        self._app, self._forms = app, forms

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        path = scope["path"] if scope["type"] == "http" else ""
        form = next((form for prefix, form in self._forms.items() if path.startswith(f"{prefix}/")), None)
        await self._app(scope, receive, send if form is None else _Answer(form, send))


class _Answer:
    """One answer on its way: kept back and formed when it is a refusal, passed on as it comes when it is not."""

    def __init__(self, form: RefusalForm, send: Send) -> None:
        self._form, self._send = form, send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and Headers(scope=message).get("content-type") == MEDIA_TYPE:
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_formed(self._start)

    async def _send_formed(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        formed = self._form(json.loads(self._body), headers)
        body = json.dumps(formed.body).encode()
        headers["content-type"], headers["content-length"] = "application/json", str(len(body))
        await asyncio.sleep(formed.hold_s)
        await self._send({**start, "status": formed.status})
        await self._send({"type": "http.response.body", "body": body})
