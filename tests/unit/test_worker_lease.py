"""The lease of a chunk, the time slice of a claim, and the problems that a worker keeps at hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from equijudge_core.contracts.chunks import VerifyChunk
from equijudge_core.contracts.verify import JudgeOptions
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_sandbox.outcome import CellCounts
from equijudge_verifier.metrics import Metrics, MetricsPusher
from equijudge_verifier.worker.claim import Claim, LeaseState
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.problem_cache import ProblemCache
from equijudge_verifier.worker.store import Store
from equijudge_verifier.worker.time_slice import SLICE_S, TimeSlice

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


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def time_slice(
    clock: Clock, wanted: Callable[[], bool] = lambda: True, *, starving: bool = False, long: bool = False
) -> TimeSlice:
    return TimeSlice(wanted, lambda: starving, long=long, clock=clock)


@pytest.mark.parametrize(("wanted", "after_s", "goes_on"), [
    (True, SLICE_S, False), (True, SLICE_S / 2, True), (False, 100 * SLICE_S, True),
])  # fmt: skip
def test_it_gives_way_when_its_slice_is_over_and_somebody_waits(wanted: bool, after_s: float, goes_on: bool) -> None:
    clock = Clock()
    made = time_slice(clock, lambda: wanted)
    assert made.start_candidate()
    clock.now = after_s
    made.count_candidate()
    assert made.start_candidate() is goes_on


def test_something_is_done_in_every_claim() -> None:
    clock = Clock()
    made = time_slice(clock)
    assert made.start_candidate()
    clock.now = 100 * SLICE_S  # what was found need not be kept (IE, no cache): it would be found again without end
    assert made.start_candidate()
    made.count_candidate()
    assert not made.start_candidate()


def test_what_takes_long_to_get_going_has_a_longer_turn() -> None:
    clock = Clock()
    made = time_slice(clock)
    clock.now = 10.0  # a set's programs were parsed
    assert made.start_candidate()
    made.count_candidate()
    clock.now = 10.0 + 29.0
    assert made.start_candidate()
    clock.now = 10.0 + 31.0
    assert not made.start_candidate()


@pytest.mark.parametrize(("starving", "long", "after_s", "cut"), [
    (True, False, SLICE_S, True),
    (True, False, SLICE_S / 2, False),
    (False, False, 100 * SLICE_S, False),  # whoever waits has a slot, and gets its share between candidates
    (True, True, 100 * SLICE_S, False),  # it has given way once
])  # fmt: skip
def test_a_candidate_is_cut_for_a_key_without_a_slot_and_once(
    starving: bool, long: bool, after_s: float, cut: bool
) -> None:
    clock = Clock()
    made = time_slice(clock, starving=starving, long=long)
    assert not made.must_cut()
    assert made.start_candidate()
    clock.now = after_s
    assert (made.must_cut(), made.was_cut) == (cut, cut)


def test_the_candidate_after_a_long_one_may_be_cut() -> None:
    clock = Clock()
    made = time_slice(clock, lambda: False, starving=True, long=True)
    assert made.start_candidate()
    clock.now = 10 * SLICE_S
    made.count_candidate()
    assert made.start_candidate()
    assert not made.must_cut()
    clock.now = 11 * SLICE_S
    assert made.must_cut()


def test_what_comes_before_the_candidates_gives_way_after_a_slice() -> None:
    clock = Clock()
    made = time_slice(clock)
    assert not made.is_over()
    clock.now = SLICE_S
    assert (made.is_over(), time_slice(clock, lambda: False).is_over()) == (True, False)


def problem(name: str, size: int = 1) -> Problem:
    return parse_row({"name": name, "public_tests": {"input": ["x" * size], "output": [""]}})


class Stock:
    """Problems by id, and which were loaded."""

    def __init__(self, **sizes: int) -> None:
        self.problems = {name: problem(name, size) for name, size in sizes.items()}
        self.loaded: list[str] = []

    def load(self, problem_id: str) -> Problem | None:
        self.loaded.append(problem_id)
        return self.problems.get(problem_id)


def test_a_problem_is_loaded_once() -> None:
    stock = Stock(a=1)
    kept = ProblemCache(stock.load)
    assert kept.get("a") is kept.get("a")
    assert stock.loaded == ["a"]


def test_the_one_not_used_for_longest_goes_first() -> None:
    stock = Stock(a=1, b=1, c=1)
    kept = ProblemCache(stock.load, most=2)
    for problem_id in "abacab":
        kept.get(problem_id)
    assert stock.loaded == ["a", "b", "c", "b"]


def test_bytes_are_bounded_but_the_last_one_stays() -> None:
    stock = Stock(a=60, b=60, large=500)
    kept = ProblemCache(stock.load, most_bytes=100)
    for problem_id in ("a", "b", "a", "large", "large"):
        kept.get(problem_id)
    assert stock.loaded == ["a", "b", "a", "large"]


def test_what_is_not_there_is_asked_for_again() -> None:
    stock = Stock()
    kept = ProblemCache(stock.load)
    assert [kept.get("a"), kept.get("a")] == [None, None]
    assert stock.loaded == ["a", "a"]
