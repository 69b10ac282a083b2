"""`/metrics` and `/stats` of a real service: numbers that outlive the processes and are counted once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from equijudge_core.contracts.stats import Stats
from equijudge_queue import counters
from equijudge_verifier.worker.store import Store
from tests.integration.test_worker_faults import FakeCells
from tests.service import Http, body, wait_for

OUTCOME_ONLY = "a-key-for-verdicts-alone"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FakeCells]:
    folder: Path = tmp_path_factory.mktemp("numbers")
    settings = {
        "EQUIJUDGE_CACHE_DIR": str(folder),
        "EQUIJUDGE_LEASE_S": "1",
        "EQUIJUDGE_OUTCOME_ONLY_KEYS": OUTCOME_ONLY,
    }
    made = FakeCells(folder, settings)
    try:
        made.start_all()
        made.http().post(
            "/verify", json=body(["sum", "sum", "say 3", "no-compile", "bug", "spend 1.1 # near"], wait=30)
        )
        yield made
    finally:
        made.end_all()


def samples(service: FakeCells) -> dict[str, float]:
    answer = service.http().get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    found = {}
    for family in text_string_to_metric_families(answer.text):
        for sample in family.samples:
            labels = "".join(f" {value}" for value in sample.labels.values())
            found[sample.name.removeprefix("equijudge_") + labels] = sample.value
    return found


def settled(service: FakeCells) -> dict[str, float]:
    """When every worker has handed in what it counted: nothing more came for several times the wait between two."""

    def found() -> dict[str, float] | None:
        before = samples(service)
        time.sleep(3)
        now = samples(service)
        return now if now["tests_total"] and counted(now) == counted(before) else None

    return dict(wait_for(found, 30, "the counts"))


def counted(found: dict[str, float]) -> dict[str, float]:
    """Those that only grow."""
    return {name: value for name, value in found.items() if "_total" in name or "_count" in name}


def test_what_was_judged_is_counted(service: FakeCells) -> None:
    found = settled(service)
    assert [found[f"candidates_total {verdict}"] for verdict in ("AC", "WA", "CE", "IE", "MLE")] == [3, 1, 1, 1, 0]
    assert found["cache_hits_total"] + found["cache_misses_total"] == 6
    assert found["run_seconds_count"] == found["checker_seconds_count"] == found["tests_total"]
    assert found["compile_seconds_count"] >= 4
    assert found["queue_wait_seconds_count"] >= 1
    assert found["backlog_candidates"] == found["open_chunks"] == 0
    assert found["workers idle"] == 2
    assert found["cells local idle"] == 2


def test_an_api_that_is_started_again_shows_the_same_numbers(service: FakeCells) -> None:
    before = settled(service)
    service.end("api")
    service.start("api")
    wait_for(service.ready, 20, "readiness")
    assert counted(samples(service)) == counted(before)


def test_workers_that_end_hand_in_what_they_counted(service: FakeCells) -> None:
    before = settled(service)["tests_total"]
    service.http().post("/verify", json=body(["sum # one more"], wait=30))
    service.end("verifier")
    assert samples(service)["tests_total"] == before + 3
    service.start("verifier")
    wait_for(service.ready, 20, "readiness")


def test_stats_are_what_the_contract_says(service: FakeCells) -> None:
    def all_idle() -> Stats | None:
        found = Stats.model_validate_json(service.http().get("/stats").content)
        return found if [worker.state for worker in found.workers] == ["idle", "idle"] else None

    stats = wait_for(all_idle, 15, "two idle workers")
    assert len(stats.steps) == counters.PACE_STEPS
    assert sum(stats.verdicts.values()) == sum(step.candidates for step in stats.steps)
    assert {worker.driver for worker in stats.workers} == {"local"}


@pytest.mark.parametrize("path", ["/metrics", "/stats"])
def test_numbers_are_not_for_everybody(service: FakeCells, path: str) -> None:
    base = service.http().base
    assert Http(base, "a-stranger-with-no-key").get(path).status_code == 401
    assert Http(base, OUTCOME_ONLY).get(path).status_code == 403


def test_a_batch_of_counts_that_is_repeated_counts_once(service: FakeCells) -> None:
    store = Store(service.redis(), lease_s=60, cache_ttl_s=60)
    store.add_counts("process", 1, {"tests/": 5})
    before = samples(service)["tests_total"]
    store.add_counts("process", 1, {"tests/": 5})
    assert samples(service)["tests_total"] == before
    store.add_counts("process", 2, {"tests/": 5})
    assert samples(service)["tests_total"] == before + 5
