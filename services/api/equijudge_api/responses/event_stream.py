"""Send the events of a status that changes, of a job or a training run, as a stream (SSE).

FastAPI's EventSourceResponse would not do: where the service goes down our streams must break off, not end.
"""

from __future__ import annotations

import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

from pydantic import BaseModel
from redis.exceptions import RedisError

from equijudge_api.http.problem_details import Refusal
from equijudge_api.shutdown import Shutdown

S = TypeVar("S", bound=BaseModel)
EVERY_S, ALIVE_S, OUTAGE_S = 0.5, 15.0, 60.0  # looks; between signs of life; an outage of Redis that is waited for


async def status_events(
    status: S,
    refresh: Callable[[], Awaitable[S]],
    shutdown: Shutdown,
    *,
    is_over: Callable[[S], bool],
    what_counts: Callable[[S], Any] = lambda status: status,
    until: float = math.inf,
) -> AsyncIterator[bytes]:
    """Send the status now and each time that `what_counts` of it is new, and a comment where nothing is for long.

    End after the status that is over, after `until` (monotonic s), when the service goes down, when `refresh` raises
    Refusal because what is watched was forgotten, or when Redis is away for longer than OUTAGE_S.
    """
    sent, sent_at, seen_at = None, time.monotonic(), time.monotonic()
    while True:
        now, current = time.monotonic(), what_counts(status)
        if current != sent:
            yield b"event: status\ndata: " + status.model_dump_json(exclude_none=True).encode() + b"\n\n"
            sent, sent_at = current, now
        elif now - sent_at > ALIVE_S:
            yield b": alive\n\n"
            sent_at = now
        if is_over(status) or now > until or shutdown.has_begun:
            return
        await shutdown.sleep(EVERY_S)
        try:
            status, seen_at = await refresh(), time.monotonic()
        except RedisError:
            if time.monotonic() - seen_at > OUTAGE_S:
                return
        except Refusal:
            return


def event_stream_doc(model: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route whose answer is such a stream."""
    description = f"events `status`, each with a {model.__name__} as its data"
    return {200: {"content": {"text/event-stream": {}}, "description": description}}
