"""From counts in Redis to what Prometheus and `equijudge top` read."""

from __future__ import annotations

from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from equijudge_api.queue.snapshot import Snapshot, WorkerReport
from equijudge_api.routes.metrics import expose
from equijudge_api.routes.stats import build_stats
from equijudge_core.contracts.stats import CellStates, WorkerState

FACTS: dict[str, Any] = {
    "slot": 0,
    "driver": "local",
    "isolation": "recycled",
    "engine": "",
    "job": "",
    "candidates": 0,
    "candidates_per_s": 4.5,
    "cells": {"starting": 0, "idle": 1, "busy": 2},
}
COUNTS = {
    "candidates/AC": 7,
    "candidates/IE": 1,
    "cache_hits/": 3,
    "internal_errors/bug": 1,
    "tests/": 40,
    "run/0": 5,
    "run/2": 1,
    "run/12": 2,
    "run/sum_us": 1_500_000,
    "cells_made/local": 4,
    "cells_retired/lost": 1,
}


def snapshot(*workers: WorkerReport, **changes: Any) -> Snapshot:
    steps: list[dict[str, int]] = [{}] * 57 + [{"AC": 30}, {"AC": 20, "cached": 9}, {"WA": 10}]
    fields: dict[str, Any] = {
        "at": 1002.5,
        "backlog": 48,
        "backlog_bytes": 900,
        "open_chunks": 3,
        "takeovers": 2,
        "counts": COUNTS,
        "workers": workers,
        "steps": steps,
    }
    return Snapshot(**{**fields, **changes})


def heard(name: str = "host-1-0", ago_s: float = 0.5, **facts: Any) -> WorkerReport:
    return WorkerReport(name, {**FACTS, **facts}, ago_s)


def samples(shown: Snapshot) -> dict[tuple[str, str], float]:
    """By name and labels, as Prometheus's own parser reads them."""
    found = {}
    for family in text_string_to_metric_families(expose(shown).decode()):
        for sample in family.samples:
            found[sample.name, ",".join(f"{name}={value}" for name, value in sample.labels.items())] = sample.value
    return found


def test_candidates_are_counted_by_verdict_those_never_seen_too() -> None:
    found = samples(snapshot())
    assert found["equijudge_candidates_total", "verdict=AC"] == 7
    assert found["equijudge_candidates_total", "verdict=MLE"] == 0
    assert found["equijudge_internal_errors_total", "reason=bug"] == 1
    assert found["equijudge_internal_errors_total", "reason=cells_lost"] == 0


def test_a_candidate_is_a_hit_or_a_miss() -> None:
    found = samples(snapshot())
    assert (found["equijudge_cache_hits_total", ""], found["equijudge_cache_misses_total", ""]) == (3, 5)


def test_a_bucket_of_prometheus_holds_the_smaller_ones_too() -> None:
    found = samples(snapshot())
    assert found["equijudge_run_seconds_bucket", "le=0.001"] == 5
    assert found["equijudge_run_seconds_bucket", "le=0.005"] == 6
    assert found["equijudge_run_seconds_bucket", "le=+Inf"] == 8
    assert (found["equijudge_run_seconds_count", ""], found["equijudge_run_seconds_sum", ""]) == (8, 1.5)


def test_cells_of_all_workers_are_added_up_by_driver() -> None:
    shown = snapshot(heard("a"), heard("b"), heard("c", driver="docker", cells={"starting": 1, "idle": 0, "busy": 0}))
    found = samples(shown)
    assert found["equijudge_cells", "driver=local,state=busy"] == 4
    assert build_stats(shown).cells["docker"] == CellStates(starting=1)


@pytest.mark.parametrize(
    ("engine", "job", "state"),
    [("", "", "idle"), ("", "j", "judging"), ("starting", "", "starting"), ("no docker", "j", "trouble")],
)
def test_a_worker_is_in_one_state(engine: str, job: str, state: str) -> None:
    shown = snapshot(heard(engine=engine, job=job))
    assert build_stats(shown).workers[0].state == state
    assert samples(shown)["equijudge_workers", f"state={state}"] == 1


def test_a_worker_that_is_not_heard_of_is_silent() -> None:
    worker = build_stats(snapshot(WorkerReport("host-1-0", None, 40.0))).workers[0]
    assert (worker.state, worker.silent_for_s) == (WorkerState.SILENT, 40.0)


def test_the_rate_is_that_of_the_last_seconds_and_the_eta_follows_from_it() -> None:
    stats = build_stats(snapshot())
    assert stats.candidates_per_s == 60 / 12.5  # steps of 5 s, and one that is 2.5 s old
    assert stats.eta_s == 10


def test_there_is_no_eta_when_nothing_is_answered() -> None:
    assert build_stats(snapshot(steps=[{}] * 60)).eta_s is None


def test_bytes_by_kind_their_bounds_and_what_was_dropped() -> None:
    memory = {"used_memory": 500, "maxmemory": 800}
    counts = {"dropped/results": 2, "dropped_bytes/results": 70}
    shown = snapshot(held={"results": 40, "stored": 9}, memory=memory, counts=counts)
    store = build_stats(shown).store
    assert (store.used_bytes, store.max_bytes) == (500, 800)
    results, stored = store.kinds["results"], store.kinds["stored"]
    assert (results.bytes, results.max_bytes, results.dropped, results.dropped_bytes) == (40, 300, 2, 70)
    assert (stored.bytes, stored.max_bytes) == (9, None)
    found = samples(shown)
    assert found["equijudge_redis_max_bytes", ""] == 800
    assert found["equijudge_held_bytes", "kind=stored"] == 9
    assert found["equijudge_held_max_bytes", "kind=verdicts"] == 100
    assert found["equijudge_dropped_bytes_total", "kind=results"] == 70


def test_a_redis_without_a_bound_has_none_that_could_be_shown() -> None:
    assert build_stats(snapshot()).store.max_bytes is None
