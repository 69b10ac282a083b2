"""An engine proxy in this process, before an engine whose every connection is counted."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from equijudge_engine_proxy.cells import Cells, Policy
from equijudge_engine_proxy.engine import Engine, connect
from equijudge_engine_proxy.relay import relay
from equijudge_engine_proxy.server import Proxy, listen

IMAGE = "equijudge-cell:latest"
ENGINE = Path("/var/run/docker.sock")
POLICY = Policy(image=IMAGE, runtime="", memory_bytes=3 << 30, nano_cpus=10**9, cells=16)


class Gate:
    """The proxy, how often it went to the engine, and how to send it any bytes."""

    def __init__(self, folder: Path, policy: Policy = POLICY) -> None:
        self.path, counted = folder / "proxy.sock", folder / "engine.sock"
        self.url = f"unix://{self.path}"
        self.to_engine = 0
        self._listener = listen(counted)
        threading.Thread(target=self._count, daemon=True).start()
        engine = Engine(counted)
        self.cells = Cells(engine, policy)
        self.proxy = Proxy(self.path, engine, self.cells, image=policy.image, max_connections=64, clear_s=3600.0)
        threading.Thread(target=self.proxy.serve, daemon=True).start()

    def _count(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.to_engine += 1
            threading.Thread(target=self._relay, args=(connection,), daemon=True).start()

    @staticmethod
    def _relay(connection: socket.socket) -> None:
        with connection, connect(ENGINE, 60.0) as engine:
            engine.settimeout(None)
            relay(connection, engine)

    def send(self, data: bytes) -> bytes:
        """Send these bytes and nothing after them; everything that the proxy answers."""
        with connect(self.path, 20.0) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            found = b""
            while piece := connection.recv(1 << 16):
                found += piece
        return found

    def take_the_engine_away(self) -> None:
        """From here on nobody reaches it; may be called twice."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def close(self) -> None:
        """End the proxy and the counting."""
        self.proxy.close()
        self.take_the_engine_away()


@contextmanager
def open_gate(folder: Path, policy: Policy = POLICY) -> Iterator[Gate]:
    """Start a proxy before the machine's engine."""
    made = Gate(folder, policy)
    try:
        yield made
    finally:
        made.close()


def request(method: str, target: str, body: bytes = b"", *more: str) -> bytes:
    """A request as a well-meaning client writes it, with further header lines."""
    lines = [f"{method} {target} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}", *more, "", ""]
    return "\r\n".join(lines).encode() + body


def status_of(answer: bytes) -> int:
    """The status of an answer; 0: there was none."""
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0
