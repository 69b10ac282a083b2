"""What `GET /stats` answers: the service at a glance, for `equijudge top` and for scripts. Data only."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.verdict import Verdict


class WorkerState(StrEnum):
    """What a worker process does, as far as it says so."""

    STARTING = "starting"
    IDLE = "idle"
    JUDGING = "judging"
    TROUBLE = "trouble"  # it gets no cells
    SILENT = "silent"  # it was heard of lately, and is not any more


class CellStates(Contract):
    """Cells at the moment."""

    starting: int = 0
    idle: int = 0
    busy: int = 0


class WorkerStats(Contract):
    """One worker process: one slot. `trouble` is what the engine says, `job` the one at hand and `candidates` how
    many of it the worker has taken. silent_for_s: since it was last heard of; a beat is a second or two."""

    name: str
    state: WorkerState
    silent_for_s: float
    slot: int | None = None
    driver: str = ""
    isolation: str = ""
    trouble: str = ""
    job: str = ""
    candidates: int = 0
    candidates_per_s: float = 0.0
    cells: CellStates = CellStates()


class Step(Contract):
    """Candidates answered in one step of time; `cached` of them from the verdict cache."""

    verdicts: dict[Verdict, int] = Field(default_factory=dict)
    cached: int = 0

    @property
    def candidates(self) -> int:
        """All of them."""
        return sum(self.verdicts.values())


class KindStats(Contract):
    """What lies in Redis of one kind. max_bytes: beyond it the oldest go that nobody needs; null: it is bounded per key
    and by the queue's own limits. `dropped` counts what went so, from the first start of the service on."""

    bytes: int = 0
    max_bytes: int | None = None
    dropped: int = 0
    dropped_bytes: int = 0


class StoreStats(Contract):
    """Redis: the memory that it uses, its maxmemory (null: it has none), and what lies in it by kind."""

    used_bytes: int = 0
    max_bytes: int | None = None
    kinds: dict[str, KindStats] = Field(default_factory=dict)


class Stats(Contract):
    """`at` is Redis's clock, seconds since the epoch. Totals count from the first start of the service on.

    `steps` are the last minutes in steps of step_s seconds, the oldest first, the last one not over yet.
    candidates_per_s is of the last ten seconds or so; eta_s null while nothing is answered.
    """

    at: float
    backlog: int
    backlog_bytes: int
    open_chunks: int
    candidates_per_s: float
    eta_s: float | None = None
    workers: tuple[WorkerStats, ...]
    cells: dict[str, CellStates]
    verdicts: dict[Verdict, int]
    internal_errors: dict[str, int]
    cache_hits: int
    cache_misses: int
    takeovers: int
    confirming_runs: int
    store: StoreStats = StoreStats()
    step_s: int
    steps: tuple[Step, ...]
