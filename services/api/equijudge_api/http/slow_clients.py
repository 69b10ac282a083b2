"""Connections that cost the caller nothing and the service something: uvicorn's protocol with an end to patience.

uvicorn bounds neither how long a request's head may take, nor how long a reader may not read. Here

* a head must be whole `head_s` seconds after its first byte (or after the connection), and bytes after an answer
  must become the next request in that time: else 408 and the end;
* an answer that nobody takes for `stall_s` seconds is cut off (what is not sent is dropped, or it would be kept
  for ever): while more than 64 KiB wait to be sent, less than 48 KiB in that time counts as nothing;
* a connection beyond the `most`-th gets 503 at once.

The time that a body takes is the business of bodies.BodyLimit.
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
    """How long a connection may take over its request's head and over an answer, and how many there may be."""

    head_s: float
    stall_s: float
    most: int


class SlowClientProtocol(H11Protocol):
    """One connection. To be handed to uvicorn as `http`, with `patience` filled in."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        patience: ConnectionLimits,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._patience = patience
        self._head: asyncio.TimerHandle | None = None
        self._stall: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """See asyncio.Protocol."""
        super().connection_made(transport)
        if len(self.connections) > self._patience.most:
            log.warning("more than %d connections", self._patience.most)
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
        """The reader does not keep up."""
        super().pause_writing()
        self._wait_for_reader()

    def resume_writing(self) -> None:
        """The reader has taken most of what was waiting."""
        super().resume_writing()
        if self._stall is not None:
            self._stall.cancel()
            self._stall = None

    def on_response_complete(self) -> None:
        """The last byte of an answer was handed to the transport, which may not be rid of it."""
        super().on_response_complete()
        if self.transport.is_closing():
            self._wait_for_reader()

    def timeout_keep_alive_handler(self) -> None:
        """Nothing more is asked on this connection."""
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
            self._head = self.loop.call_later(self._patience.head_s, self._no_head)

    def _no_head(self) -> None:
        if not self.transport.is_closing():
            self._end(408, f"the request's head did not come within {self._patience.head_s:g} s")

    def _wait_for_reader(self) -> None:
        if self._stall is None:
            self._stall = self.loop.call_later(self._patience.stall_s, self._no_reader)

    def _no_reader(self) -> None:
        waiting = self.transport.get_write_buffer_size()
        if waiting:
            log.info("a reader was cut off, it did not read for %g s", self._patience.stall_s)
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
