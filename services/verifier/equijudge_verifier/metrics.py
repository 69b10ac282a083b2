"""What a worker process counts and times, in memory until it is handed in: see equijudge_queue.counters."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable
from uuid import uuid4

from equijudge_queue import counters
from equijudge_queue.counters import Count, Histogram
from equijudge_sandbox.outcome import CellCounts

THROUGHPUT_OVER_S = 10.0


class Metrics:
    """Counts and times; any thread may add to them."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._lock = threading.Lock()

    def count(self, what: Count, value: str = "", by: int = 1) -> None:
        """Count `by` more of it; `value` is that of its label."""
        with self._lock:
            self._counts[what.field(value)] += by

    def observe(self, what: Histogram, seconds: float) -> None:
        """Add an observation to a histogram."""
        with self._lock:
            self._counts[what.field(seconds)] += 1
            self._counts[what.sum_field] += round(seconds * 1e6)

    def take(self) -> Counter[str]:
        """Take out what has come in since this was called last."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
        return taken


class MetricsPusher:
    """Hands the metrics in, and how many cells were made and retired since the last time.

    `hand_in` takes (batch's number, increments by field) and may fail although they were taken: the same batch is
    then handed in again under the same number, before anything newer.
    """

    def __init__(
        self,
        metrics: Metrics,
        driver: str,
        cells: Callable[[], CellCounts],
        hand_in: Callable[[int, Counter[str]], None],
    ) -> None:
        self._metrics, self._driver, self._cells, self._hand_in = metrics, driver, cells, hand_in
        self._number = 0
        self._batch: Counter[str] = Counter()
        self._cells_known: Counter[str] = Counter()

    def flush(self) -> None:
        """Hand in what has come in. Raise what `hand_in` raises; nothing is lost then."""
        if self._batch:
            self._send()
        self._batch = self._metrics.take() + self._new_cells()
        if self._batch:
            self._number += 1
            self._send()

    def cells(self) -> dict[str, int]:
        """Cells at the moment, by state."""
        counts = self._cells()
        return {"starting": counts.starting, "idle": counts.idle, "busy": counts.busy}

    def _send(self) -> None:
        self._hand_in(self._number, self._batch)
        self._batch = Counter()

    def _new_cells(self) -> Counter[str]:
        counts = self._cells()
        now = Counter({counters.CELLS_MADE.field(self._driver): counts.made})
        now.update({counters.CELLS_RETIRED.field(reason): number for reason, number in counts.retired.items()})
        new, self._cells_known = now - self._cells_known, now
        return new


class Throughput:
    """How many candidates a second a worker has answered lately, from its total at some moments."""

    def __init__(self) -> None:
        self._moments: deque[tuple[float, int]] = deque()

    def per_s(self, now: float, total: int) -> float:
        """Over the last THROUGHPUT_OVER_S or so; `now` in seconds of a clock that only goes forward."""
        self._moments.append((now, total))
        while len(self._moments) > 2 and now - self._moments[1][0] >= THROUGHPUT_OVER_S:
            self._moments.popleft()
        began, before = self._moments[0]
        return (total - before) / (now - began) if now > began else 0.0


def new_process_id() -> str:
    """Make a name that no other worker process ever has: a host may give process ids again."""
    return uuid4().hex
