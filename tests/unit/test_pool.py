"""Warm cells: kept, retired, replaced. Cells here are stand-ins; real ones are under tests/adversarial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest

from equijudge_core.logs import LineFormatter, log_context
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.errors import CellLost, SandboxUnavailable
from equijudge_sandbox.outcome import CompileOutcome, Limits, Program, Retired
from equijudge_sandbox.pool import Pool

LIMITS = Limits(cpu_time_s=1.0, wall_time_s=2.0, memory_bytes=1 << 20)
PROGRAM = Program(b"")


class StandIn:
    """A cell for `capacity` candidates that notes what is done to it."""

    def __init__(self, capacity: int) -> None:
        self.capacity, self.served, self.broken, self.killed, self.dirty = capacity, 0, False, False, False
        self.programs: set[bytes] = set()
        self.heard = True

    def has_settled(self) -> bool:
        return self.heard

    @property
    def is_spent(self) -> bool:
        return self.broken or self.served >= self.capacity

    def settle(self) -> None:
        if self.dirty:
            self.broken = True
            raise CellLost("could not be cleaned")

    def begin(self, program: Program, limits: Limits) -> CompileOutcome:
        self.served += 1
        self.programs.add(program.digest())
        return CompileOutcome(True, "", 0.0)

    def end(self) -> None:
        return

    def kill(self) -> None:
        self.killed = True


class Source:
    def __init__(self, capacity: int = 100) -> None:
        self.made: list[StandIn] = []
        self.capacity = capacity
        self.away = False

    def start(self) -> Cell:
        if self.away:
            raise SandboxUnavailable("away")
        self.made.append(StandIn(self.capacity))
        return cast(Cell, self.made[-1])


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def pool(source: Source) -> Iterator[Pool]:
    made = Pool(source.start, spares=1)
    yield made
    made.close()


def cell_used(pool: Pool) -> StandIn:
    with pool.run(PROGRAM, LIMITS) as run:
        return cast(StandIn, run.cell)


def test_a_cell_that_did_well_serves_the_next_candidate(pool: Pool) -> None:
    assert cell_used(pool) is cell_used(pool)


def test_a_spent_cell_is_replaced() -> None:
    source = Source(capacity=1)
    pool = Pool(source.start, spares=1)
    used = [cell_used(pool) for _ in range(4)]
    pool.close()
    assert [cell.served for cell in used] == [1] * 4


def test_a_cell_whose_candidate_raised_is_retired(pool: Pool) -> None:
    first = cell_used(pool)
    with pytest.raises(CellLost), pool.run(PROGRAM, LIMITS):
        raise CellLost("gone")
    assert cell_used(pool) is not first


def test_a_cell_that_cannot_be_cleaned_costs_the_next_candidate_nothing(pool: Pool) -> None:
    first = cell_used(pool)
    first.dirty = True
    assert cell_used(pool) is not first


def test_a_cell_whose_proof_takes_long_is_not_waited_for_beside_another(pool: Pool) -> None:
    with pool.run(PROGRAM, LIMITS) as run:
        slow = cast(StandIn, run.cell)
        other = cell_used(pool)
    slow.heard = False
    assert cell_used(pool) is not slow
    slow.heard, other.heard = True, False
    assert cell_used(pool) is not other


def test_an_engine_that_is_away_is_said_to_the_caller_and_tried_again_later(pool: Pool, source: Source) -> None:
    cell_used(pool).broken = True
    source.away = True
    spare_too = cell_used(pool)
    spare_too.broken = True
    with pytest.raises(SandboxUnavailable):
        cell_used(pool)
    source.away = False
    assert cell_used(pool).served == 1


def test_a_fault_in_starting_a_cell_is_told_to_whoever_waits_and_the_pool_goes_on() -> None:
    faults = iter([TypeError("no such option")])
    source = Source()

    def start() -> Cell:
        for fault in faults:
            raise fault
        return source.start()

    pool = Pool(start, spares=0)
    try:
        with pytest.raises(SandboxUnavailable, match="TypeError: no such option"), pool.run(PROGRAM, LIMITS):
            pass
        assert cell_used(pool) is source.made[0]
    finally:
        pool.close()


def test_a_fault_in_ending_a_cell_leaves_the_pool_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    def fault(cell: StandIn) -> None:
        raise TypeError("no such container")

    monkeypatch.setattr(StandIn, "kill", fault)
    source = Source(capacity=1)
    pool = Pool(source.start, spares=0)
    try:
        assert [cell_used(pool) for _ in range(3)] == source.made
    finally:
        pool.close()


def test_closing_ends_every_cell(source: Source) -> None:
    pool = Pool(source.start, spares=2)
    cell_used(pool)
    pool.close()
    assert all(cell.killed for cell in source.made)


def test_a_lost_cell_is_logged_with_what_it_was_lost_for(pool: Pool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.handler.setFormatter(LineFormatter("text"))
    with log_context(job="j", candidate=3), pytest.raises(CellLost), pool.run(PROGRAM, LIMITS):
        raise CellLost("gone")
    assert "WARNING job=j candidate=3 equijudge_sandbox.pool: a cell is lost: gone" in caplog.text


def test_cells_are_counted_by_state_and_by_why_they_ended() -> None:
    source = Source(capacity=2)
    pool = Pool(source.start, spares=1)
    with pool.run(PROGRAM, LIMITS):
        assert pool.counts().busy == 1
    with pytest.raises(CellLost), pool.run(PROGRAM, LIMITS):
        raise CellLost("gone")
    with pytest.raises(KeyError), pool.run(PROGRAM, LIMITS):
        raise KeyError
    cell_used(pool)
    cell_used(pool)
    pool.close()
    counts = pool.counts()
    assert (counts.starting, counts.idle, counts.busy, counts.made) == (0, 0, 0, len(source.made))
    assert sum(counts.retired.values()) == counts.made
    assert {reason: counts.retired[reason] for reason in (Retired.SERVED, Retired.LOST, Retired.ABANDONED)} == {
        Retired.SERVED: 1,
        Retired.LOST: 1,
        Retired.ABANDONED: 1,
    }


def test_a_programs_first_time_is_in_a_cell_that_never_ran_it(pool: Pool) -> None:
    used = [cell_used(pool)]
    for _ in range(4):
        with pool.run(PROGRAM, LIMITS, first_time=True) as run:
            used.append(cast(StandIn, run.cell))
    assert len(set(map(id, used))) == 5


def test_another_programs_first_time_takes_the_cell_that_is_warm(pool: Pool) -> None:
    first = cell_used(pool)
    with pool.run(Program(b"another"), LIMITS, first_time=True) as run:
        assert cast(StandIn, run.cell) is first


def test_cells_beyond_the_spares_are_not_kept() -> None:
    source = Source()
    pool = Pool(source.start, spares=1)
    for _ in range(6):
        with pool.run(PROGRAM, LIMITS, first_time=True):
            pass
    kept = pool.counts().idle
    pool.close()
    assert kept <= 2
    assert pool.counts().retired[Retired.SURPLUS] == 4
