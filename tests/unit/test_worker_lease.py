"""The thread beside a worker looks more often after the chunk at hand than it renews the lease."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from equijudge_core.contracts.chunks import VerifyChunk
from equijudge_core.contracts.verify import JudgeOptions
from equijudge_sandbox.outcome import CellCounts
from equijudge_verifier.metrics import Metrics, MetricsPusher
from equijudge_verifier.worker.claim import Claim, LeaseState
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.store import Store

CLAIM = Claim(VerifyChunk(chunk_id="c", job_id="j", options=JudgeOptions(), items=()), 1)
ENDLESS_S = 1e6  # of a period


@dataclass
class FakeStore:
    """Counts what it is asked; `held`: the chunk is still the worker's; `wanted`: another job waits."""

    held: bool = True
    wanted: bool = False
    looks: int = 0
    renewals: list[Claim] = field(default_factory=list)

    def check_lease(self, claim: Claim) -> LeaseState:
        self.looks += 1
        return (LeaseState.WANTED if self.wanted else LeaseState.HELD) if self.held else LeaseState.LOST

    def renew(self, claim: Claim) -> bool:
        self.renewals.append(claim)
        return True

    def announce(self, name: str, facts: Mapping[str, Any]) -> None: ...

    def sweep(self, turn_s: float) -> list[str]:
        return []

    def eviction_risk(self) -> str:
        return ""

    def retire(self, name: str) -> None: ...


def lease_keeper(store: FakeStore) -> LeaseKeeper:
    none = CellCounts(starting=0, idle=0, busy=0, made=0, retired={})
    pusher = MetricsPusher(Metrics(), "local", lambda: none, lambda batch, counts: None)
    return LeaseKeeper(cast(Store, store), "w", {"engine": ""}, pusher, period_s=ENDLESS_S)


def wait_until(condition: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_a_chunk_that_was_cancelled_is_lost_long_before_its_lease_is_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge_verifier.worker.lease.CHECK_S", 0.01)
    store = FakeStore()
    made = lease_keeper(store)
    with made.hold(CLAIM):
        made.start()
        wait_until(lambda: store.looks > 2)
        assert not made.should_stop()
        store.held = False
        assert made.should_stop(wait_s=30)
    made.stop()
    assert len(store.renewals) <= 1


def test_a_worker_is_told_that_another_job_waits_and_that_it_does_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge_verifier.worker.lease.CHECK_S", 0.01)
    store = FakeStore()
    made = lease_keeper(store)
    with made.hold(CLAIM):
        made.start()
        wait_until(lambda: store.looks > 1)
        assert not made.is_wanted()
        store.wanted = True
        wait_until(made.is_wanted)
        assert not made.should_stop()
        store.wanted = False
        wait_until(lambda: not made.is_wanted())
    made.stop()


def test_nothing_is_asked_while_there_is_no_chunk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("equijudge_verifier.worker.lease.CHECK_S", 0.01)
    store = FakeStore()
    made = lease_keeper(store)
    made.start()
    time.sleep(0.1)
    made.stop()
    assert store.looks == 0
