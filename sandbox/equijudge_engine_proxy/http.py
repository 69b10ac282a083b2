"""Reads one HTTP/1.1 request from a connection, strictly, and writes its response. Knows nothing of Docker.

What two readers could understand differently is refused, never interpreted: a header given twice, chunked bodies,
bare line feeds, bytes behind the body. A connection carries one request, so nothing can be smuggled behind it.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import responses

MAX_HEAD_BYTES = 16 << 10
MAX_BODY_BYTES = 128 << 10  # a cell's is 10 KiB
REQUEST_TIMEOUT_S = 10.0  # from the connection to a request's last byte
REQUEST_LINE = re.compile(rb"(GET|HEAD|POST|PUT|DELETE) (/[!-~]*) HTTP/1\.1")
HEADER = re.compile(rb"([A-Za-z0-9-]+):[ \t]*([ -~]*?)[ \t]*")
LENGTH = re.compile("[0-9]{1,7}")
DENIED = frozenset({"transfer-encoding", "te", "trailer", "expect", "content-encoding"})


class Refusal(Exception):
    """The request goes no further."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """As it came, nothing decoded. Header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def is_upgrade(self) -> bool:
        """Whether it asks to go on in another protocol than HTTP."""
        return "upgrade" in self.headers or "upgrade" in self.headers.get("connection", "").lower()


def read_request(connection: socket.socket) -> Request | None:
    """Read the one request of a connection; None when it closed without a byte. Raises Refusal (400, 408, 413, 431),
    OSError."""
    until = time.monotonic() + REQUEST_TIMEOUT_S
    connection.settimeout(REQUEST_TIMEOUT_S)
    try:
        data = connection.recv(MAX_HEAD_BYTES)
    except TimeoutError as error:
        raise Refusal(408, f"a request is whole within {REQUEST_TIMEOUT_S:.0f} s") from error
    if not data:
        return None
    while b"\r\n\r\n" not in data:
        if len(data) > MAX_HEAD_BYTES:
            raise Refusal(431, f"a head has at most {MAX_HEAD_BYTES} bytes")
        data += receive_more(connection, until)
    head, _, body = data.partition(b"\r\n\r\n")
    method, target, headers = parse_head(head)
    length = body_length(headers)
    while len(body) < length:
        body += receive_more(connection, until)
    if len(body) > length:
        raise Refusal(400, "bytes behind the request: a connection carries one")
    return Request(method, target, headers, body)


def receive_more(connection: socket.socket, until: float) -> bytes:
    """Receive what comes next. Raises Refusal at `until` (monotonic s), and when nothing does."""
    try:
        connection.settimeout(max(0.01, until - time.monotonic()))
        data = connection.recv(MAX_HEAD_BYTES)
    except TimeoutError as error:
        raise Refusal(408, f"a request is whole within {REQUEST_TIMEOUT_S:.0f} s") from error
    if not data or time.monotonic() > until:
        raise Refusal(400, "a request that is not whole")
    return data


def parse_head(head: bytes) -> tuple[str, str, dict[str, str]]:
    """Read method, target and headers. Raises Refusal (400)."""
    first, *lines = head.split(b"\r\n")
    request_line = REQUEST_LINE.fullmatch(first)
    if request_line is None:
        raise Refusal(400, "not a request line of HTTP/1.1")
    headers: dict[str, str] = {}
    for line in lines:
        header = HEADER.fullmatch(line)
        if header is None:
            raise Refusal(400, "not a header")
        name = header[1].decode().lower()
        if name in headers or name in DENIED:
            raise Refusal(400, f"header {name}: not here, or not twice")
        headers[name] = header[2].decode()
    return request_line[1].decode(), request_line[2].decode(), headers


def body_length(headers: Mapping[str, str]) -> int:
    """How many bytes the body has. Raises Refusal (400, 413)."""
    said = headers.get("content-length", "0")
    if not LENGTH.fullmatch(said):
        raise Refusal(400, "Content-Length: a number of at most 7 digits")
    if int(said) > MAX_BODY_BYTES:
        raise Refusal(413, f"a body has at most {MAX_BODY_BYTES} bytes")
    return int(said)


def build_response(status: int, body: bytes) -> bytes:
    """A whole response, in JSON, after which the connection closes."""
    head = [
        f"HTTP/1.1 {status} {responses.get(status, 'Unknown')}",
        "Content-Type: application/json",
        *([] if status == HTTPStatus.NO_CONTENT else [f"Content-Length: {len(body)}"]),
        "Connection: close",
    ]
    return "\r\n".join([*head, "", ""]).encode() + (b"" if status == HTTPStatus.NO_CONTENT else body)
