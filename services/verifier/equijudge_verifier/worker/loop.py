"""One chunk from claim to finish: claim it, hold its lease, let its handler do it, then finish it or give it back."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping

from equijudge_core.logs import log_context
from equijudge_queue.chunk_payload import UnreadableChunk
from equijudge_queue.counters import QUEUE_WAIT
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier.judge.judge import Abandoned, canary_passes
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.session import ChunkHandler, ChunkSession, Slot
from equijudge_verifier.worker.time_slice import TimeSlice

log = logging.getLogger(__name__)


class ChunkLoop:
    """What a worker process does each time that RQ wakes it. `handlers`: by kind of chunk."""

    def __init__(self, slot: Slot, handlers: Mapping[str, ChunkHandler]) -> None:
        self._slot, self._handlers = slot, handlers
        self._using_sandbox = threading.Lock()
        self._idle_since = time.monotonic()

    def run_next(self, chunk_id: str) -> None:
        """Do the chunk that is next in the fair order, if any waits; chunk_id is what RQ named."""
        with self._using_sandbox:
            claim = self._claim(chunk_id)
            if claim is None:
                return
            if claim.token == 1:
                self._slot.metrics.observe(QUEUE_WAIT, claim.waited_s)
            chunk = claim.chunk
            ids = {"request": chunk.request_id, "job": chunk.job_id, "chunk": chunk.chunk_id}
            with log_context(**ids), self._slot.lease.hold(claim):
                log.info("%d candidates, taken for the %d. time", chunk.size, claim.token)
                self._handle(claim)
            self._idle_since = time.monotonic()

    def idle_s(self) -> float:
        """For how many seconds no chunk has been done; 0 while one is."""
        return 0.0 if self._using_sandbox.locked() else time.monotonic() - self._idle_since

    def probe_engine(self) -> bool:
        """Run a canary, unless a chunk is being done, which is the better probe. Raise SandboxUnavailable."""
        if not self._using_sandbox.acquire(blocking=False):
            return False
        try:
            self._slot.environment()
            # twice: the cell that was kept warm may have died with the engine, which is back by now
            if not (canary_passes(self._slot.sandbox) or canary_passes(self._slot.sandbox)):
                raise SandboxUnavailable("cells are lost under a program that does no harm")
        finally:
            self._using_sandbox.release()
        return True

    def between_chunks(self, do: Callable[[], None], wait_s: float) -> bool:
        """Do something in the cells when no chunk is being done; False: none came to its end within wait_s. Raise what
        `do` raises."""
        if not self._using_sandbox.acquire(timeout=wait_s):
            return False
        try:
            do()
        finally:
            self._using_sandbox.release()
        return True

    def _claim(self, chunk_id: str) -> Claim | None:
        try:
            return self._slot.store.claim(chunk_id)
        except UnreadableChunk as error:
            log.error("left to a worker of another version: %s", error)
            return None

    def _handle(self, claim: Claim) -> None:
        """Do the chunk; finish it, or give it back where its handler was stopped."""
        store, lease = self._slot.store, self._slot.lease
        starving = lambda: lease.is_starving() and store.may_give_way(claim)  # noqa: E731
        time_slice = TimeSlice(lease.is_wanted, starving, long=claim.long)
        try:
            self._handlers[claim.chunk.kind].handle(ChunkSession(self._slot, claim, time_slice), claim.chunk)
        except Abandoned:
            if lease.is_lost():
                log.warning("the chunk is no longer ours")
            else:
                store.release(claim, long=time_slice.was_cut)
                cut = ", its next candidate is a long one" if time_slice.was_cut else ""
                log.info("the chunk is given back%s", cut)
        else:
            store.finish(claim)
            log.info("the chunk is done")
        if claim.long:
            store.wake_worker(claim)
