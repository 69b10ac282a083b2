"""Keeps cells warm: one thread starts and ends them, so that nobody who has a candidate waits for either."""

from __future__ import annotations

import logging
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from equijudge_sandbox.cell import Cell
from equijudge_sandbox.errors import CellLost, SandboxError, SandboxUnavailable
from equijudge_sandbox.outcome import CellCounts, CompileOutcome, Limits, Outcome, Program, Retired
from equijudge_sandbox.stream import Interrupted, never
from equijudge_sandbox.talk import Talk

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CellRun:
    """One candidate inside one cell: see base.Run."""

    compile_outcome: CompileOutcome
    cell: Cell

    def outcomes(self, inputs: Iterable[bytes], interrupted: Interrupted = never) -> Iterator[Outcome]:
        """See base.Run."""
        return self.cell.outcomes(inputs, interrupted)

    def talk(self, data: bytes) -> Talk:
        """See base.Run."""
        return Talk(self.cell, data)


class Pool:
    """Keeps `spares` cells warm and hands out one at a time; a cell that may go on comes back.

    All cells are children of one thread that lives as long as the pool (a bubblewrap cell dies with the
    thread that started it).
    """

    def __init__(self, start: Callable[[], Cell], *, spares: int) -> None:
        self._start, self._spares = start, spares
        self._warm: deque[Cell] = deque()
        self._dead: deque[Cell] = deque()
        self._wanted: list[bytes] = []  # by callers inside take(): what the cell must not have run
        self._starting = self._busy = self._made = 0
        self._retired: Counter[Retired] = Counter()
        self._failure: SandboxUnavailable | None = None
        self._closed = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._tend, name="cells", daemon=True)
        self._thread.start()

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[CellRun]:
        """See base.Sandbox.run."""
        cell = self._take_clean(program.digest() if first_time else b"")
        reason = Retired.SERVED
        try:
            yield CellRun(cell.begin(program, limits), cell)
            cell.end()
        except BaseException as error:
            cell.broken = True
            reason = Retired.LOST if isinstance(error, CellLost) else Retired.ABANDONED
            if reason is Retired.LOST:
                log.warning("a cell is lost: %s", error)
            raise
        finally:
            self._give_back(cell, reason)

    def counts(self) -> CellCounts:
        """See base.Sandbox.cells."""
        with self._changed:
            return CellCounts(self._starting, len(self._warm), self._busy, self._made, dict(self._retired))

    def close(self) -> None:
        """End every cell and the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join()

    def _take_clean(self, not_run: bytes) -> Cell:
        while True:
            cell = self._take(not_run)
            try:
                cell.settle()
            except CellLost as lost:
                log.warning("a cell could not be proved clean: %s", lost)
                self._give_back(cell, Retired.UNCLEAN)  # its last candidate's doing, and no concern of the next one
            else:
                return cell

    def _take(self, not_run: bytes) -> Cell:
        with self._changed:
            self._wanted.append(not_run)
            self._failure = None
            self._changed.notify_all()
            try:
                self._changed.wait_for(lambda: self._fitting(not_run) or self._failure or self._closed)
            finally:
                self._wanted.remove(not_run)
            if (cell := self._fitting(not_run)) is not None:
                self._changed.notify_all()
                self._busy += 1
                self._warm.remove(cell)
                return cell
            raise self._failure or SandboxUnavailable("the sandbox has been closed")

    def _fitting(self, not_run: bytes) -> Cell | None:
        """A warm cell that never ran the program, one that has proved itself clean already if there is: the last
        candidate may have seen to it that its cell takes long."""
        fitting = [cell for cell in self._warm if not_run not in cell.programs]
        return next((cell for cell in fitting if cell.has_settled()), next(iter(fitting), None))

    def _give_back(self, cell: Cell, reason: Retired) -> None:
        with self._changed:
            self._busy -= 1
            surplus = len(self._warm) > self._spares  # of cells that were started for a program's first time
            if cell.is_spent or self._closed or surplus:
                self._dead.append(cell)
                kept = Retired.CLOSED if self._closed else Retired.SURPLUS
                self._retired[reason if cell.is_spent else kept] += 1
            else:
                self._warm.appendleft(cell)
            self._changed.notify_all()

    def _tend(self) -> None:
        while self._tend_once():
            continue

    def _tend_once(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._dead or self._lacking() or self._closed)
            dead, self._dead = self._dead, deque()
            if self._closed:
                dead.extend(self._warm)
                self._retired[Retired.CLOSED] += len(self._warm)
                self._warm.clear()
            lacking = not self._closed and self._lacking()
            self._starting = int(lacking)
        if lacking:
            self._start_one()
        for cell in dead:
            self._end_one(cell)
        return lacking or bool(dead) or not self._closed

    def _lacking(self) -> bool:
        enough = len(self._warm) >= self._spares + len(self._wanted) and all(map(self._fitting, self._wanted))
        return self._failure is None and not enough

    def _end_one(self, cell: Cell) -> None:
        try:
            cell.kill()
        except Exception:  # the thread goes on with the others
            log.exception("a fault in ending a cell")

    def _start_one(self) -> None:
        cell, failure = None, None
        try:
            cell = self._start()
        except SandboxUnavailable as error:
            failure = error
        except (SandboxError, OSError) as error:
            failure = SandboxUnavailable(f"a new cell did not come up: {error}")
        except Exception as error:  # whoever waits for a cell is told: without this thread they would wait for ever
            log.exception("a fault in starting a cell")
            failure = SandboxUnavailable(f"a new cell did not come up: {type(error).__name__}: {error}")
        log.debug("a cell is made" if cell is not None else f"no cell is made: {failure}")
        with self._changed:
            self._starting = 0
            if cell is not None:
                self._warm.append(cell)
                self._made += 1
            self._failure = failure
            self._changed.notify_all()
