"""Calls of the engine over its unix socket, one connection each. Every byte that goes there is written here."""

from __future__ import annotations

import http.client
import json
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

MAX_ANSWER_BYTES = 4 << 20
MAX_HEAD_BYTES = 16 << 10
CALL_TIMEOUT_S = 60.0


class EngineUnavailable(OSError):
    """The engine cannot be reached, or answers with what is no answer."""


class UnixConnection(http.client.HTTPConnection):
    """HTTP to a unix socket."""

    def __init__(self, path: Path, timeout_s: float) -> None:
        super().__init__("localhost", timeout=timeout_s)
        self._path = path

    def connect(self) -> None:
        """See HTTPConnection."""
        self.sock = connect(self._path, self.timeout or CALL_TIMEOUT_S)


class Engine:
    """The engine. All methods raise EngineAway."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def call(
        self, method: str, path: str, *, body: Any = None, timeout_s: float = CALL_TIMEOUT_S, **query: str
    ) -> tuple[int, bytes]:
        """Status and body of the engine's answer. The query holds what is given by name."""
        target = f"{path}?{urlencode(query)}" if query else path
        headers = {"Content-Type": "application/json"} if body is not None else {}
        connection = UnixConnection(self._path, timeout_s)
        try:
            connection.request(method, target, json.dumps(body) if body is not None else None, headers)
            answer = connection.getresponse()
            data = answer.read(MAX_ANSWER_BYTES + 1)
        except (OSError, http.client.HTTPException) as error:
            raise EngineUnavailable(f"the engine at {self._path} does not answer: {error}") from error
        finally:
            connection.close()
        if len(data) > MAX_ANSWER_BYTES:
            raise EngineUnavailable("the engine's answer is too long")
        return answer.status, data

    def attach(self, container: str) -> tuple[int, bytes, socket.socket | None]:
        """Attach to a container's stdin and stdout. Status; the stream's first bytes, or what an engine that refuses
        said; and the stream's socket, or None."""
        request = (
            f"POST /containers/{container}/attach?stdin=1&stdout=1&stream=1 HTTP/1.1\r\nHost: localhost\r\n"
            "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n"
        )
        stream: socket.socket | None = None
        try:
            stream = connect(self._path, CALL_TIMEOUT_S)
            stream.sendall(request.encode())
            data = b""
            while b"\r\n\r\n" not in data:
                piece = stream.recv(MAX_HEAD_BYTES)
                data += piece
                if not piece or len(data) > 2 * MAX_HEAD_BYTES:
                    raise EngineUnavailable("the engine's answer to attach has no end")
            head, _, first = data.partition(b"\r\n\r\n")
            status = int(head.split(b" ", 2)[1])
            if status == http.client.SWITCHING_PROTOCOLS:
                stream.settimeout(None)
                return status, first, stream
        except (OSError, ValueError, IndexError) as error:
            if stream is not None:
                stream.close()
            raise EngineUnavailable(f"the engine at {self._path} does not attach: {error}") from error
        stream.close()
        return status, first, None


def connect(path: Path, timeout_s: float) -> socket.socket:
    """Connect to a unix socket. Raises OSError."""
    made = socket.socket(socket.AF_UNIX)
    try:
        made.settimeout(timeout_s)
        made.connect(str(path))
    except OSError:
        made.close()
        raise
    return made
