"""Quiet for the run that decides a near miss: it runs while the other slots of this verifier hold still.

Slots are processes, and share one open file: byte 0 is the gate, byte 1 the room. Whoever runs a candidate holds
the room together with others; who wants it alone closes the gate first, so that nobody else comes in, and waits
for the room to empty. Nobody waits longer than PATIENCE_S (a slot may be stopped, or busy for long): it goes on
then, less quietly. The kernel drops the locks of a process that dies.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

GATE, ROOM = 0, 1
PATIENCE_S = 2.0
POLL_S = 0.005


class Quiet:
    """One per process. `descriptor` is open for reading and writing; None: there are no other slots."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor

    @contextmanager
    def beside_others(self) -> Iterator[None]:
        """Run as usual; comes in later while somebody is, or wants to be, alone."""
        if self._take(GATE, fcntl.LOCK_SH):
            self._drop(GATE)
        self._take(ROOM, fcntl.LOCK_SH)
        try:
            yield
        finally:
            self._drop(ROOM)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Run while no other slot does, if they let go in time."""
        self._take(GATE, fcntl.LOCK_EX)
        try:
            self._take(ROOM, fcntl.LOCK_EX)
            yield
        finally:
            self._drop(ROOM)
            self._drop(GATE)

    def _take(self, place: int, how: int) -> bool:
        if self._descriptor is None:
            return False
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                fcntl.lockf(self._descriptor, how | fcntl.LOCK_NB, 1, place)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(POLL_S)
            else:
                return True

    def _drop(self, place: int) -> None:
        if self._descriptor is not None:
            fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, place)
