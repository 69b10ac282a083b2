"""Bytes to and from a cell: two descriptors, never blocking on one while the other waits.

A cell may be writing a large output while the next input is on its way to it; whoever waits for only one
direction waits for ever. Knows Docker's attach stream (eight bytes of header before each piece) too.
"""

from __future__ import annotations

import os
import select
import struct
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager

from equijudge_sandbox.errors import BadReport, CellLost, GivenUp

PIECE = 1 << 20
DOCKER_HEADER = struct.Struct("!BxxxI")
DOCKER_STDOUT = 1
LOOK_S = 0.25  # between two questions whether anybody still waits
Interrupted = Callable[[], bool]


def never() -> bool:
    """Nothing interrupts."""
    return False


class Stream:
    """Buffered, deadline-bound access to a cell's frames. `multiplexed`: Docker's attach framing."""

    def __init__(self, read_fd: int, write_fd: int, *, multiplexed: bool = False) -> None:
        self._read_fd, self._write_fd = read_fd, write_fd
        os.set_blocking(read_fd, False)
        os.set_blocking(write_fd, False)
        self._multiplexed = multiplexed
        self._piece_left = 0
        self._raw = bytearray()  # not yet freed of Docker's headers
        self._ready = bytearray()
        self._unsent: deque[memoryview] = deque()
        self._interrupted: Interrupted = never

    def send(self, data: bytes) -> None:
        """Queue bytes and write what fits now; the rest goes out while receive() waits."""
        self._unsent.append(memoryview(data))
        self._write()

    def receive(self, size: int, deadline: float) -> bytes:
        """Exactly `size` bytes. Raises CellLost at the end of the stream or at `deadline` (monotonic s)."""
        while len(self._ready) < size:
            self._wait(deadline)
        data = bytes(memoryview(self._ready)[:size])
        del self._ready[:size]
        return data

    def holds(self, header: int, sizes: Callable[[bytes], tuple[bytes, int]], *kinds: bytes) -> bool:
        """Whether a frame of these kinds is among those that are there; waits for nothing. `sizes`: kind and size of
        the payload, by a frame's header of so many bytes. Raises CellLost at the end of the stream."""
        while self._is_readable():
            self._read()
        at = 0
        while at + header <= len(self._ready):
            kind, size = sizes(bytes(self._ready[at : at + header]))
            if kind in kinds:
                return True
            at += header + size
        return False

    def _is_readable(self) -> bool:
        poll = select.poll()
        poll.register(self._read_fd, select.POLLIN)
        return bool(poll.poll(0))

    @contextmanager
    def interruptible(self, interrupted: Interrupted) -> Iterator[None]:
        """Meanwhile receive() raises GivenUp soon after `interrupted` says so."""
        self._interrupted = interrupted
        try:
            yield
        finally:
            self._interrupted = never

    def frame(self, header: int, sizes: Callable[[bytes], tuple[bytes, int]]) -> tuple[bytes, bytes] | None:
        """The next frame, kind and payload, if it has come whole; see holds(). Waits for nothing and reads nothing."""
        if len(self._ready) < header:
            return None
        kind, size = sizes(bytes(self._ready[:header]))
        if len(self._ready) < header + size:
            return None
        payload = bytes(memoryview(self._ready)[header : header + size])
        del self._ready[: header + size]
        return kind, payload

    def _wait(self, deadline: float) -> None:
        left = deadline - time.monotonic()
        events = wait_for((self,), max(0.0, min(left, LOOK_S)))
        if not events and self._interrupted():
            raise GivenUp("nobody waits for this candidate")
        if not events and left <= LOOK_S:
            raise CellLost("the cell missed the driver's deadline")
        self.handle(events)

    def register(self, poll: select.poll) -> None:
        """What this end waits for."""
        poll.register(self._read_fd, select.POLLIN)
        if self._unsent:
            poll.register(self._write_fd, select.POLLOUT | (select.POLLIN if self._same else 0))

    def handle(self, events: Mapping[int, int]) -> None:
        """Read and write what can be by these events of wait_for(). Raises CellLost."""
        if events.get(self._write_fd, 0) & select.POLLOUT:
            self._write()
        if events.get(self._read_fd, 0) & ~select.POLLOUT:
            self._read()

    @property
    def _same(self) -> bool:
        return self._read_fd == self._write_fd

    def _write(self) -> None:
        try:
            while self._unsent:
                rest = self._unsent[0][os.write(self._write_fd, self._unsent[0]) :]
                if rest:
                    self._unsent[0] = rest
                else:
                    self._unsent.popleft()
        except BlockingIOError:
            return
        except OSError as error:
            raise CellLost(f"the cell takes no more input: {error.strerror}") from error

    def _read(self) -> None:
        try:
            data = os.read(self._read_fd, PIECE)
        except BlockingIOError:
            return
        except OSError as error:
            raise CellLost(f"the cell's stream broke: {error.strerror}") from error
        if not data:
            raise CellLost("the cell ended")
        if self._multiplexed:
            self._strip_headers(data)
        else:
            self._ready += data

    def _strip_headers(self, data: bytes) -> None:
        self._raw += data
        while self._raw:
            if self._piece_left == 0:
                if len(self._raw) < DOCKER_HEADER.size:
                    return
                kind, self._piece_left = DOCKER_HEADER.unpack_from(self._raw)
                if kind != DOCKER_STDOUT:
                    raise BadReport(f"a piece of stream {kind} where only stdout is attached")
                del self._raw[: DOCKER_HEADER.size]
            taken = self._raw[: self._piece_left]
            self._ready += taken
            del self._raw[: len(taken)]
            self._piece_left -= len(taken)


def wait_for(streams: Iterable[Stream], seconds: float) -> dict[int, int]:
    """Wait until one of them can go on, or for so long; the events, by descriptor, for their handle()."""
    poll = select.poll()
    for stream in streams:
        stream.register(poll)
    return dict(poll.poll(seconds * 1000))
