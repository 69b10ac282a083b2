"""The heartbeat of a worker, from a thread beside it: no candidate, however slow, keeps a worker from being heard.

It renews the lease of the chunk at hand, announces the worker, puts back into the queue what other workers have
dropped, and hands in what was counted.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from equijudge_core.logs import log_context
from equijudge_verifier.metrics import MetricsPusher, Throughput
from equijudge_verifier.worker.claim import Claim, LeaseState
from equijudge_verifier.worker.store import REDIS_AWAY, Store

log = logging.getLogger(__name__)
CHECK_S = 0.25  # between two checks whether the chunk at hand was cancelled, and whether somebody waits


class LeaseKeeper:
    """Keeps the lease that a worker process holds. `period_s` is a quarter of it: three beats may fail in between."""

    def __init__(
        self, store: Store, name: str, facts: dict[str, Any], pusher: MetricsPusher, *, period_s: float
    ) -> None:
        self._store, self._name, self._period_s = store, name, period_s
        self._facts, self._pusher = facts, pusher
        self._throughput, self._answered = Throughput(), 0
        self._evicts = ""
        self._claim: Claim | None = None
        self._lost, self._state = threading.Event(), LeaseState.HELD
        self._stop = threading.Event()
        self._leave_at: float | None = None
        self._thread = threading.Thread(target=self._beat, name="lease", daemon=True)

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread, and take the worker off the list."""
        self._stop.set()
        self._thread.join()
        self._pusher.flush()
        self._store.retire(self._name)

    def report_engine(self, trouble: str = "", **facts: Any) -> None:
        """Announce from now on what is known of the engine: trouble is '' when it gives cells, else why not."""
        self._facts = {**self._facts, "engine": trouble, **facts}

    def report_languages(self, facts: Mapping[str, Any]) -> None:
        """Announce from now on which languages the cells have."""
        self._facts = {**self._facts, "languages": facts}

    @property
    def engine_trouble(self) -> str:
        """What was reported last of the engine."""
        return str(self._facts["engine"])

    def count_results(self, candidates: int) -> None:
        """Add to the candidates that have their result, for the throughput that is announced."""
        self._answered += candidates

    def leave(self, after_s: float) -> None:
        """Let the worker end: what is not done after so many seconds is given back. For signal handlers."""
        self._leave_at = time.monotonic() + after_s

    @property
    def is_leaving(self) -> bool:
        """Whether the time for the chunk at hand is over because the worker ends."""
        return self._leave_at is not None and time.monotonic() >= self._leave_at

    def is_lost(self) -> bool:
        """Whether the chunk at hand is no longer ours."""
        return self._lost.is_set()

    def is_wanted(self) -> bool:
        """Whether another job waits for this slot."""
        return self._state >= LeaseState.WANTED

    def is_starving(self) -> bool:
        """Whether that job's key holds no slot at all."""
        return self._state is LeaseState.STARVING

    def mark_lost(self) -> None:
        """Note that the chunk at hand was found to be another's, or its job over."""
        self._lost.set()

    def should_stop(self, wait_s: float = 0.0) -> bool:
        """Whether to stop in the middle: the chunk is lost, or the worker leaves. Wait up to wait_s for that."""
        until = time.monotonic() + wait_s
        while not (self.is_lost() or self.is_leaving):
            left = until - time.monotonic()
            if left <= 0:
                return False
            self._lost.wait(min(left, 0.1))
        return True

    @contextmanager
    def hold(self, claim: Claim) -> Iterator[None]:
        """Keep this claim's lease while the block runs."""
        self._lost.clear()
        self._state = LeaseState.HELD
        self._claim = claim
        try:
            yield
        finally:
            self._claim = None

    def _beat(self) -> None:
        while True:
            try:
                self._beat_once()
            except REDIS_AWAY as error:
                log.warning("Redis is away: %s", error)
            if self._wait_for_next_beat():
                return

    def _wait_for_next_beat(self) -> bool:
        """Wait for the next beat, and check the chunk at hand meanwhile; whether to end instead."""
        until = time.monotonic() + self._period_s
        while (left := until - time.monotonic()) > 0:
            if self._stop.wait(min(CHECK_S, left)):
                return True
            try:
                self._check_chunk()
            except REDIS_AWAY as error:
                log.warning("Redis is away: %s", error)
        return self._stop.is_set()

    def _check_chunk(self) -> None:
        claim = self._claim
        if claim is None:
            return
        found = self._store.check_lease(claim)
        if claim is self._claim:
            self._state = found
            if found is LeaseState.LOST:
                self._lost.set()

    def _beat_once(self) -> None:
        claim = self._claim
        if claim is not None and not self._store.renew(claim) and claim is self._claim:
            self._lost.set()
        self._check_redis()
        self._store.announce(self._name, {**self._facts, **self._activity()})
        for chunk_id in self._store.sweep(0.8 * self._period_s):
            with log_context(chunk=chunk_id):
                log.warning("the chunk is put back into the queue")
        self._pusher.flush()

    def _check_redis(self) -> None:
        """Log it when Redis may throw work away. What was accepted is done all the same: less of it is lost so."""
        found = self._store.eviction_risk()
        if found and found != self._evicts:
            log.error("Redis %s", found)
        self._evicts = found

    def _activity(self) -> dict[str, Any]:
        claim, per_s = self._claim, self._throughput.per_s(time.monotonic(), self._answered)
        return {
            "job": claim.chunk.job_id if claim else "",
            "candidates": claim.chunk.size if claim else 0,
            "candidates_per_s": round(per_s, 2),
            "cells": self._pusher.cells(),
        }
