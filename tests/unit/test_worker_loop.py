"""What becomes of a claimed chunk: finished, given back, or left alone, as its handler ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast, get_args

import pytest

from equijudge_core.contracts.chunks import AnyChunk, VerifyChunk
from equijudge_core.contracts.verify import JudgeOptions
from equijudge_core.judging.limits import LimitRules
from equijudge_queue.chunk_payload import UnreadableChunk
from equijudge_sandbox.outcome import CellCounts
from equijudge_verifier.bootstrap import environment_of, make_handlers
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.metrics import Metrics, MetricsPusher
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.loop import ChunkLoop
from equijudge_verifier.worker.session import ChunkSession, Slot
from equijudge_verifier.worker.store import Store
from tests.fakes import FakeSandbox

CHUNK = VerifyChunk(chunk_id="c", job_id="j", options=JudgeOptions(), items=())
Handle = Callable[[ChunkSession, Any], None]


@dataclass
class FakeStore:
    """Gives one chunk, or says that it cannot be read, and notes what is done with it."""

    readable: bool = True
    long: bool = False
    calls: list[str] = field(default_factory=list)

    def claim(self, chunk_id: str) -> Claim:
        if not self.readable:
            raise UnreadableChunk("of a newer version")
        return Claim(CHUNK, 1, long=self.long)

    def release(self, claim: Claim, *, long: bool) -> None:
        self.calls.append("release long" if long else "release")

    def finish(self, claim: Claim) -> None:
        self.calls.append("finish")

    def wake_worker(self, claim: Claim) -> None:
        self.calls.append("wake")

    def may_give_way(self, claim: Claim) -> bool:
        return True

    def load_problem(self, problem_id: str) -> None: ...


class Handler:
    def __init__(self, handle: Handle) -> None:
        self.handle = handle


def make_slot(store: FakeStore) -> Slot:
    cells, metrics, sandbox = CellCounts(0, 0, 0, 0, {}), Metrics(), FakeSandbox()
    pusher = MetricsPusher(metrics, "local", lambda: cells, lambda batch, counts: None)
    lease = LeaseKeeper(cast(Store, store), "w", {"engine": ""}, pusher, period_s=60)
    parts = (cast(Store, store), sandbox, lease, LimitRules(), lambda: environment_of(sandbox), SlotLock(), metrics)
    return Slot(*parts)


def run(store: FakeStore, handle: Handle) -> list[str]:
    """What is done with the chunk when its handler does this."""
    ChunkLoop(make_slot(store), {"verify": Handler(handle)}).run_next("c")
    return store.calls


def abandon(session: ChunkSession, chunk: VerifyChunk) -> None:
    raise Abandoned


def lose(session: ChunkSession, chunk: VerifyChunk) -> None:
    session.raise_if_lost(False)


def cut(session: ChunkSession, chunk: VerifyChunk) -> None:
    session.time_slice.was_cut = True
    raise Abandoned


def test_a_chunk_that_was_done_is_finished() -> None:
    assert run(FakeStore(), lambda session, chunk: None) == ["finish"]


def test_a_chunk_whose_handler_was_stopped_is_given_back() -> None:
    assert run(FakeStore(), abandon) == ["release"]


def test_a_chunk_whose_candidate_was_cut_is_given_back_as_a_long_one() -> None:
    assert run(FakeStore(), cut) == ["release long"]


def test_a_chunk_that_is_anothers_is_left_alone() -> None:
    assert run(FakeStore(), lose) == []


def test_after_a_long_chunk_a_worker_is_woken_for_the_next_one() -> None:
    assert run(FakeStore(long=True), lambda session, chunk: None) == ["finish", "wake"]


def test_a_chunk_that_cannot_be_read_is_left_to_others_and_ends_no_worker(caplog: pytest.LogCaptureFixture) -> None:
    assert run(FakeStore(readable=False), abandon) == []
    assert "left to a worker of another version" in caplog.text


def test_every_kind_of_chunk_has_its_handler() -> None:
    kinds = {model.model_fields["kind"].default for model in get_args(get_args(AnyChunk)[0])}
    assert set(make_handlers(make_slot(FakeStore()))) == kinds
