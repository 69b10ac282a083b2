"""Bring the samples of one prompt together again that a framework asks for one by one.

1. A sample enters its group before it is judged. The group is open for others until as many have entered as belong to
   it; who comes next with the same key begins a new one, as the next epoch's samples do.
2. A sample leaves a result, or None where it got none, whatever ends it: nobody waits for one that failed.
3. Who has a result waits until all have one, or for wait_s seconds. Then the group goes without those that are missing,
   and is closed: who is late begins a group of its own.

Groups are of one process. Tasks wait, threads do not: a pool of threads that wait for samples which have no thread
would stand still.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Hashable
from concurrent.futures import Future

from equijudge_core.contracts.verify import ResultLine

log = logging.getLogger(__name__)


class SampleGroup:
    """The samples of one prompt: how many have entered, and the results so far by their places."""

    def __init__(self, key: Hashable, size: int) -> None:
        self.key, self.size = key, size
        self.entered = 0
        self._results: list[ResultLine | None] = []
        self._whole: Future[None] = Future()
        self._lock = threading.Lock()

    def leave(self, result: ResultLine | None) -> int:
        """Leave a result; return its place."""
        with self._lock:
            self._results.append(result)
            if len(self._results) == self.size:
                self._whole.set_result(None)
            return len(self._results) - 1

    async def gather(self, wait_s: float) -> list[ResultLine | None]:
        """Wait for the results of all, at most so long; return those that are there."""
        await asyncio.wait([asyncio.wrap_future(self._whole)], timeout=wait_s)
        with self._lock:
            missing = self.size - len(self._results)
            found = list(self._results)
        if missing:
            OPEN_GROUPS.close(self)
            log.warning("%d of the %d samples of a group did not come within %g s", missing, self.size, wait_s)
        return found


class OpenGroups:
    """The groups of this process that more samples may enter."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin anew: in a child process a lock may be held by a thread that is gone."""
        self._lock = threading.Lock()
        self._open: dict[Hashable, SampleGroup] = {}

    def enter(self, key: Hashable, size: int) -> SampleGroup:
        """Enter the open group of this key and size, or a new one."""
        with self._lock:
            group = self._open.setdefault((key, size), SampleGroup((key, size), size))
            group.entered += 1
            if group.entered == size:
                del self._open[group.key]
            return group

    def close(self, group: SampleGroup) -> None:
        """Let nobody enter any more."""
        with self._lock:
            if self._open.get(group.key) is group:
                del self._open[group.key]


OPEN_GROUPS = OpenGroups()
os.register_at_fork(after_in_child=OPEN_GROUPS.forget)
