"""The proxy's socket: one thread a connection, one request a connection."""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
from contextlib import suppress
from pathlib import Path

from equijudge_engine_proxy.allowlist import Kind, parse_call
from equijudge_engine_proxy.cells import GONE, Cells
from equijudge_engine_proxy.engine import Engine, EngineUnavailable
from equijudge_engine_proxy.http import Refusal, build_response, read_request
from equijudge_engine_proxy.relay import relay

log = logging.getLogger(__name__)
UPGRADED = (
    b"HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\n"
    b"Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
)


class Proxy:
    """Serves until `close`. `image`: the name of the only image; connections beyond `max_connections` are closed
    unread; clear_s: between two looks for cells that nobody cleared away."""

    def __init__(
        self, path: Path, engine: Engine, cells: Cells, *, image: str, max_connections: int, clear_s: float = 60.0
    ) -> None:
        self._engine, self._cells, self._image, self._clear_s = engine, cells, image, clear_s
        self._room = threading.BoundedSemaphore(max_connections)
        self._closed = threading.Event()
        self._listener = listen(path)

    def serve(self) -> None:
        """Answer connections until `close`."""
        threading.Thread(target=self._clear, name="clear", daemon=True).start()
        while not self._closed.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                if not self._closed.is_set():
                    raise
                return
            if not self._room.acquire(blocking=False):
                log.warning("too many connections")
                connection.close()
                continue
            threading.Thread(target=self._serve_one, args=(connection,), name="connection", daemon=True).start()

    def close(self) -> None:
        """End `serve`. May be called in a signal handler."""
        self._closed.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve_one(self, connection: socket.socket) -> None:
        with connection:
            try:
                self._answer(connection)
            except OSError as error:
                log.debug("a connection broke: %s", error)
            finally:
                self._room.release()

    def _answer(self, connection: socket.socket) -> None:
        what = "a request"
        try:
            request = read_request(connection)
            if request is None:
                return
            what = f"{request.method} {request.target[:200]}"
            call = parse_call(request, self._image)
            if call.kind is Kind.ATTACH:
                self._attach(connection, self._cells.own(call.container))
                return
            status, body = self._cells.answer(call)
        except Refusal as refusal:
            level = logging.DEBUG if refusal.status == GONE else logging.WARNING
            log.log(level, "refused (%d): %s: %s", refusal.status, what, refusal)
            status, body = refusal.status, error_body(f"equijudge engine proxy: {refusal}")
        except EngineUnavailable as away:
            log.error("%s: %s", what, away)
            status, body = 503, error_body(str(away))
        connection.sendall(build_response(status, body))

    def _attach(self, connection: socket.socket, container: str) -> None:
        status, first, stream = self._engine.attach(container)
        if stream is None:
            connection.sendall(build_response(status, first))
            return
        with stream:
            connection.sendall(UPGRADED + first)
            ended = relay(connection, stream)
        if not ended and container in self._cells.made:
            log.warning("cell %s outlived its verifier and is removed", container[:12])
            self._cells.remove(container)

    def _clear(self) -> None:
        while True:
            try:
                self._cells.clear()
            except EngineUnavailable as away:
                log.warning("%s", away)
            if self._closed.wait(self._clear_s):
                return


def listen(path: Path) -> socket.socket:
    """Listen on a unix socket, in place of one that is left there. Who may connect is said by who reaches its folder.
    Raises OSError."""
    if path.is_socket():
        path.unlink()
    made = socket.socket(socket.AF_UNIX)
    try:
        made.bind(str(path))
        os.chmod(path, 0o666)
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def error_body(text: str) -> bytes:
    """An error as the engine words it."""
    return json.dumps({"message": text}).encode()
