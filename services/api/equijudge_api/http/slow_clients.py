"""Cut off clients that cost themselves nothing and the service a connection: uvicorn's protocol with timeouts.

uvicorn bounds neither how long request headers may take nor how long a client may read nothing. Here

* request headers must arrive within `head_s` seconds of their first byte (or of the connection), and bytes after an
  answer must become the next request in that time: else 408 and the end;
* an answer that nobody reads for `stall_s` seconds is cut off (what is not sent is dropped, or it would be kept
  for ever): while more than 64 KiB wait to be sent, less than 48 KiB in that time counts as nothing;
* a connection beyond the `most`-th gets 503 at once.

How long a body may take is request_body.BodyLimit's.
"""

from __future__ import annotations

import asyncio
import json
import logging
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from equijudge_api.http.problem_details import MEDIA_TYPE
from equijudge_core.contracts.errors import ProblemDetails

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ConnectionLimits:
    """Seconds for request headers, seconds without reading an answer, and how many connections there may be."""

    head_s: float
    stall_s: float
    most: int


class SlowClientProtocol(H11Protocol):
    """One connection. Hand it to uvicorn as `http`, with `limits` filled in."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        limits: ConnectionLimits,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._limits = limits
        self._head: asyncio.TimerHandle | None = None
        self._stall: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """See asyncio.Protocol."""
        super().connection_made(transport)
        if len(self.connections) > self._limits.most:
            log.warning("more than %d connections", self._limits.most)
            self._end(503, "too many connections; nothing was accepted", "Retry-After: 2\r\n")
        else:
            self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        super().data_received(data)
        if self.cycle is None or self.cycle.response_complete:
            self._wait_for_head()
        elif self._head is not None:
            self._head.cancel()
            self._head = None

    def pause_writing(self) -> None:
        """Start the clock: the reader does not keep up."""
        super().pause_writing()
        self._wait_for_reader()

    def resume_writing(self) -> None:
        """Stop the clock: the reader has taken most of what was waiting."""
        super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def on_response_complete(self) -> None:
        """Start the clock where the transport still holds an answer that is complete."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._wait_for_reader()

    def timeout_keep_alive_handler(self) -> None:
        """Start the clock: nothing more is asked, but the last answer may not be read."""
        super().timeout_keep_alive_handler()
        self._wait_for_reader()

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        super().connection_lost(exc)
        for timer in (self._head, self._stall):
            if timer is not None:
                timer.cancel()

    def _wait_for_head(self) -> None:
        if self._head is None:
            self._head = self.loop.call_later(self._limits.head_s, self._refuse_late_head)

    def _refuse_late_head(self) -> None:
        if not self.transport.is_closing():
            self._end(408, f"the request's head did not come within {self._limits.head_s:g} s")

    def _wait_for_reader(self) -> None:
        if self._stall is None:
            self._stall = self.loop.call_later(self._limits.stall_s, self._cut_stalled)

    def _cut_stalled(self) -> None:
        waiting = self.transport.get_write_buffer_size()
        if waiting:
            log.info("a reader was cut off, it did not read for %g s", self._limits.stall_s)
        self.transport.abort()

    def _end(self, status: int, detail: str, headers: str = "") -> None:
        """Answer outside of any request, and close."""
        title = HTTPStatus(status).phrase
        details = ProblemDetails(title=title, status=status, detail=detail)
        body = json.dumps(details.model_dump(mode="json", exclude_none=True))
        head = f"HTTP/1.1 {status} {title}\r\nContent-Type: {MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n"
        self.transport.write(f"{head}{headers}Connection: close\r\n\r\n{body}".encode())
        self.transport.close()
        self._wait_for_reader()
