"""How much longer the slots may be made to hold still: a bucket of seconds for the machine, and one for each key, that
fill with time. Who closes the gate needs as much in both as it will take, and pays what it took.

The buckets lie in the file that the slots share, behind the bytes that slot_lock.py locks, under a lock of their own,
as JSON: name -> [seconds, when]. The clock is the system's monotonic one, the same for all processes. Over any time t
all keys together hold the machine for no more than MACHINE_SHARE x t + BURST_S, and the overshoot of one run. A run
that takes longer than BURST_S is never given quiet.
"""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOCK, AT = 2, 64  # the byte that is locked, and where the buckets begin
MACHINE_SHARE, KEY_SHARE, BURST_S = 0.05, 0.025, 2.0
MACHINE = "machine"
MOST_BYTES = 1 << 20

Buckets = dict[str, list[float]]


class PauseBudget:
    """One per process; `descriptor`: the slots' common file."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def has(self, owner: str, seconds: float) -> bool:
        """Whether the machine and the key may be given so many seconds of quiet now."""
        with self._buckets() as buckets:
            return all(seconds_left(buckets, name, share) > seconds for name, share in shares(owner))

    def spend(self, owner: str, seconds: float) -> None:
        """So many seconds were taken; a bucket may be left in debt."""
        with self._buckets() as buckets:
            for name, share in shares(owner):
                buckets[name] = [seconds_left(buckets, name, share) - seconds, time.monotonic()]

    @contextmanager
    def _buckets(self) -> Iterator[Buckets]:
        fcntl.lockf(self._descriptor, fcntl.LOCK_EX, 1, LOCK)
        try:
            data = os.pread(self._descriptor, MOST_BYTES, AT)
            before: Buckets = json.loads(data) if data else {}
            buckets = dict(before)
            yield buckets
            if buckets != before:
                self._write({name: each for name, each in buckets.items() if not is_full(buckets, name)})
        finally:
            fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, LOCK)

    def _write(self, buckets: Buckets) -> None:
        """A slot that is killed in between leaves nothing, and nothing is as good as full."""
        data = json.dumps(buckets).encode()
        os.ftruncate(self._descriptor, AT)
        os.pwrite(self._descriptor, data, AT)


def shares(owner: str) -> tuple[tuple[str, float], tuple[str, float]]:
    """The buckets that a key draws from, and how fast each fills."""
    return (MACHINE, MACHINE_SHARE), (f"key {owner}", KEY_SHARE)


def seconds_left(buckets: Buckets, name: str, share: float) -> float:
    """What is in a bucket now; one that nobody knows is full."""
    seconds, at = buckets.get(name, (BURST_S, 0.0))
    return min(BURST_S, seconds + (time.monotonic() - at) * share)


def is_full(buckets: Buckets, name: str) -> bool:
    """Whether it need not be remembered."""
    return seconds_left(buckets, name, MACHINE_SHARE if name == MACHINE else KEY_SHARE) >= BURST_S
