"""Carries an attached stream between a verifier and the engine: a thread for each direction, nothing kept."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

PIECE_BYTES = 256 << 10
LINGER_S = 10.0  # a cell whose stdin has ended is to end by then


def relay(verifier: socket.socket, engine: socket.socket) -> bool:
    """Carry bytes both ways until both have ended. The verifier's end is the cell's end of stdin, the engine's end is
    the verifier's. Returns whether the engine's side ended; False: the verifier left, and the cell did not."""
    verifier.settimeout(None)
    outward = threading.Thread(target=_to_verifier, args=(engine, verifier), name="relay", daemon=True)
    outward.start()
    copy_bytes(verifier, engine)
    with suppress(OSError):
        engine.shutdown(socket.SHUT_WR)
    outward.join(LINGER_S)
    ended = not outward.is_alive()
    with suppress(OSError):
        engine.shutdown(socket.SHUT_RDWR)
    outward.join()
    return ended


def _to_verifier(engine: socket.socket, verifier: socket.socket) -> None:
    copy_bytes(engine, verifier)
    with suppress(OSError):
        verifier.shutdown(socket.SHUT_RDWR)  # wakes the other direction too


def copy_bytes(source: socket.socket, sink: socket.socket) -> None:
    """Copy all bytes from one to the other; return when either breaks or ends."""
    piece = memoryview(bytearray(PIECE_BYTES))
    try:
        while size := source.recv_into(piece):
            sink.sendall(piece[:size])
    except OSError:
        return
