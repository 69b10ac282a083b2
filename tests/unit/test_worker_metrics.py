"""What a worker counts, and that it is handed in once."""

from __future__ import annotations

from collections import Counter

import pytest

from equijudge_queue import counters
from equijudge_queue.counters import CANDIDATES, CHECKER, RUN, TESTS
from equijudge_sandbox.outcome import CellCounts, Retired
from equijudge_verifier.metrics import Metrics, MetricsPusher, Throughput


class Shelf:
    """Takes batches as Redis does, and may lose its answer."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.last = 0
        self.answers = True

    def __call__(self, number: int, counts: Counter[str]) -> None:
        if number > self.last:
            self.counts.update(counts)
            self.last = number
        if not self.answers:
            raise ConnectionError


def cells(made: int = 0, **retired: int) -> CellCounts:
    return CellCounts(0, 1, 2, made, {Retired(reason): number for reason, number in retired.items()})


def test_a_bucket_holds_what_is_at_most_its_bound() -> None:
    assert [RUN.field(0.001), RUN.field(0.0011), RUN.field(60), RUN.field(61)] == ["run/0", "run/1", "run/11", "run/12"]


def test_what_is_taken_is_taken_once() -> None:
    metrics = Metrics()
    metrics.count(CANDIDATES, "AC", by=2)
    metrics.observe(CHECKER, 0.00002)
    assert metrics.take() == {"candidates/AC": 2, "checker/1": 1, "checker/sum_us": 20}
    assert metrics.take() == {}


def test_a_batch_whose_answer_is_lost_counts_once() -> None:
    metrics, shelf = Metrics(), Shelf()
    pusher = MetricsPusher(metrics, "local", cells, shelf)
    metrics.count(TESTS)
    shelf.answers = False
    with pytest.raises(ConnectionError):
        pusher.flush()
    metrics.count(TESTS)
    shelf.answers = True
    pusher.flush()
    assert shelf.counts == {"tests/": 2}


def test_cells_are_counted_by_how_many_are_new() -> None:
    now, shelf = [cells(made=3, served=1)], Shelf()
    pusher = MetricsPusher(Metrics(), "local", lambda: now[0], shelf)
    pusher.flush()
    now[0] = cells(made=5, served=1, lost=2)
    pusher.flush()
    pusher.flush()
    assert shelf.counts == {"cells_made/local": 5, "cells_retired/served": 1, "cells_retired/lost": 2}
    assert shelf.last == 2


def test_a_worker_is_as_fast_as_it_was_in_the_last_seconds() -> None:
    throughput = Throughput()
    assert throughput.per_s(100.0, 0) == 0
    assert throughput.per_s(102.0, 10) == 5
    for second in range(103, 140):
        last = throughput.per_s(float(second), 10)
    assert last == 0


def test_no_label_is_an_id() -> None:
    assert {count.label for count in counters.COUNTS} == {"", "verdict", "reason", "driver", "state", "kind"}
