"""One claim that is being worked on: what a handler of any kind of chunk needs of its slot.

A handler raises Abandoned to stop in the middle: because the chunk is another's by now, because the worker ends, or
because its time slice is over. What it handed in stays; worker/loop.py gives the rest back.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from equijudge_analysis import Analyst
from equijudge_core.contracts.verify import Environment
from equijudge_core.judging.languages import LANGUAGES, Language
from equijudge_core.judging.limits import LimitRules
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.judge.speed_probe import SpeedProbe
from equijudge_verifier.metrics import Metrics
from equijudge_verifier.worker.claim import Claim
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.problem_cache import ProblemCache
from equijudge_verifier.worker.store import Store
from equijudge_verifier.worker.time_slice import TimeSlice

log = logging.getLogger(__name__)
T = TypeVar("T")
PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0  # between two attempts to get a cell
TRIES = 4  # workers that may end under one candidate before it is no longer tried


class Slot:
    """What a worker process works with, for as long as it lives. `environment`: of Python 3, may raise
    SandboxUnavailable; `languages`: the table, with the operator's."""

    def __init__(
        self,
        store: Store,
        sandbox: Sandbox,
        lease: LeaseKeeper,
        rules: LimitRules,
        environment: Callable[[], Environment],
        slot_lock: SlotLock,
        metrics: Metrics,
        languages: Mapping[str, Language] = LANGUAGES,
        checkers: CheckerCells | None = None,
    ) -> None:
        self.store, self.sandbox, self.lease, self.rules = store, sandbox, lease, rules
        self.environment, self.slot_lock, self.metrics = environment, slot_lock, metrics
        self.languages, self.checkers = languages, checkers
        self.problems = ProblemCache(store.load_problem)
        self.analyst = Analyst()
        self.speed = SpeedProbe(sandbox)


class ChunkSession:
    """A claim, the slot that works on it, and the time that it has."""

    def __init__(self, slot: Slot, claim: Claim, time_slice: TimeSlice) -> None:
        self.slot, self.claim, self.time_slice = slot, claim, time_slice

    def count_try(self) -> int:
        """Count a beginning with what is next in this chunk; how often it was begun. Raise Abandoned."""
        tries = self.slot.store.count_try(self.claim)
        if tries is None:
            self.slot.lease.mark_lost()
            raise Abandoned
        return tries

    def start_candidate(self) -> None:
        """Raise Abandoned if another candidate must not be begun in this claim."""
        self.raise_if_stopped()
        if not self.time_slice.start_candidate():
            raise Abandoned

    def raise_if_stopped(self) -> None:
        """Raise Abandoned if the chunk is lost or the worker ends."""
        if self.slot.lease.should_stop():
            raise Abandoned

    def raise_if_lost(self, taken: bool) -> None:
        """Raise Abandoned where Redis did not take what was handed in: the chunk is another's, or its job over."""
        if not taken:
            self.slot.lease.mark_lost()
            raise Abandoned

    def wait_for_cells(self, attempt: Callable[[], T]) -> T:
        """Try until there are cells again: accepted work waits for the engine, and is not failed by it."""
        lease, pause = self.slot.lease, PAUSE_S
        while True:
            try:
                result = attempt()
            except SandboxUnavailable as error:
                log.error("no cells: %s", error)
                lease.report_engine(str(error))
            else:
                if lease.engine_trouble:
                    lease.report_engine()
                return result
            if lease.should_stop(pause):
                raise Abandoned
            pause = min(2 * pause, LONGEST_PAUSE_S)


class ChunkHandler(Protocol):
    """What does one kind of chunk; one per worker process."""

    def handle(self, session: ChunkSession, chunk: Any) -> None:
        """Do the chunk whole, or raise Abandoned; what a claim before this one handed in is not done again."""
