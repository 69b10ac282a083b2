"""Notice that a client is gone while its answer is being made."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request, Response

T = TypeVar("T")
CLIENT_CLOSED_REQUEST = 499  # as nginx logs it; nobody reads it


async def while_connected(request: Request, work: Coroutine[Any, Any, T]) -> T | None:
    """Await `work`; cancel it and return None when the client is gone. The request's body has been read. Raise what the
    work raises."""
    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(wait_until_gone(request))
    try:
        await asyncio.wait({working, leaving}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (working, leaving):
            task.cancel()


async def wait_until_gone(request: Request) -> None:
    """Return when the client has closed its connection."""
    while (await request.receive())["type"] != "http.disconnect":
        continue


def gone_response() -> Response:
    """What is answered to nobody."""
    return Response(status_code=CLIENT_CLOSED_REQUEST)
