"""A lock of all slots that verifiers share (slots.py), so that the run that decides a near miss has the machine to
itself: the others hold still for it, for a share of the time that is bounded (pause_budget.py) and never for long.

Slots are processes, and share one open file: byte 0 is the gate, byte 1 the room. Whoever runs a candidate holds
the room together with others; who wants it alone closes the gate first, so that nobody else comes in, and waits
for the room to empty. If it does not empty within PATIENCE_S (a slot may be stopped, or busy for long), or if the
machine or the key has had its share of quiet, the gate opens again and the run goes on beside the others; whoever
asked is told so. Nobody waits longer than PATIENCE_S at a gate. The kernel drops the locks of a process that dies.
"""

from __future__ import annotations

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager

from equijudge_verifier.judge.pause_budget import PauseBudget

GATE, ROOM = 0, 1
PATIENCE_S = 1.0
POLL_S = 0.005


class SlotLock:
    """One per process. `descriptor` is open for reading and writing; None: there are no other slots."""

    def __init__(self, descriptor: int | None = None) -> None:
        self._descriptor = descriptor
        self._budget = None if descriptor is None else PauseBudget(descriptor)

    @contextmanager
    def shared(self) -> Iterator[None]:
        """Run beside the other slots; wait at the gate while one of them has, or wants, the machine to itself."""
        if self._lock(GATE, fcntl.LOCK_SH):
            self._unlock(GATE)
        self._lock(ROOM, fcntl.LOCK_SH)
        try:
            yield
        finally:
            self._unlock(ROOM)

    @contextmanager
    def exclusive(self, owner: str = "", run_s: float = 0.0) -> Iterator[bool]:
        """Run while no other slot does, and yield True; or beside the others after all, and yield False.

        The others' waiting is charged to the key `owner`, whose run takes about `run_s`.
        """
        if self._budget is None:
            yield True
        elif self._budget.has(owner, run_s) and self._lock(GATE, fcntl.LOCK_EX):
            yield from self._behind_the_gate(self._budget, owner)
        else:
            with self.shared():
                yield False

    def _behind_the_gate(self, budget: PauseBudget, owner: str) -> Iterator[bool]:
        closed, emptied = time.monotonic(), False
        try:
            emptied = self._lock(ROOM, fcntl.LOCK_EX)
            if not emptied:
                self._unlock(GATE)
                budget.spend(owner, time.monotonic() - closed)
                self._lock(ROOM, fcntl.LOCK_SH)
            yield emptied
        finally:
            self._unlock(ROOM)
            self._unlock(GATE)
            if emptied:
                budget.spend(owner, time.monotonic() - closed)

    def _lock(self, place: int, how: int) -> bool:
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

    def _unlock(self, place: int) -> None:
        if self._descriptor is not None:
            fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, place)
