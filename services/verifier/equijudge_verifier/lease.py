"""The thread beside the worker: renews the lease of the chunk at hand, says that the worker lives, and puts
back into the queue what other workers have dropped."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from equijudge_verifier.store import AWAY, Claim, Store

log = logging.getLogger(__name__)


class Keeper:
    """One per worker process. `period_s` is a quarter of the lease: three beats may fail before it is lost."""

    def __init__(self, store: Store, name: str, facts: dict[str, Any], *, period_s: float) -> None:
        self._store, self._name, self._period_s = store, name, period_s
        self._facts = facts
        self._claim: Claim | None = None
        self._lost = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, name="lease", daemon=True)

    def start(self) -> None:
        """Begin to beat."""
        self._thread.start()

    def stop(self) -> None:
        """End, and take the worker off the list."""
        self._stop.set()
        self._thread.join()
        self._store.retire(self._name)

    def engine(self, trouble: str = "", **facts: Any) -> None:
        """What is known of the engine: '' when it gives cells, else why not."""
        self._facts = {**self._facts, "engine": trouble, **facts}

    def lost(self, wait_s: float = 0.0) -> bool:
        """Whether the chunk at hand is no longer ours; waits up to wait_s for that."""
        return self._lost.wait(wait_s) if wait_s else self._lost.is_set()

    @contextmanager
    def holding(self, claim: Claim) -> Iterator[None]:
        """Keep this claim's lease meanwhile."""
        self._lost.clear()
        self._claim = claim
        try:
            yield
        finally:
            self._claim = None

    def _beat(self) -> None:
        while True:
            try:
                self._beat_once()
            except AWAY as error:
                log.warning("Redis is away: %s", error)
            if self._stop.wait(self._period_s):
                return

    def _beat_once(self) -> None:
        claim = self._claim
        if claim is not None and not self._store.renew(claim) and claim is self._claim:
            self._lost.set()
        self._store.announce(self._name, self._facts)
        for chunk_id in self._store.sweep():
            log.warning("chunk %s is put back into the queue", chunk_id)
