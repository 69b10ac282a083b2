"""Looks into the cell that a candidate has just left, as the next candidate and as the host see it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from equijudge_sandbox.cell import GRACE_S, Cell
from equijudge_sandbox.compiling import AnyRun, CompiledRun, FailedRun
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import CellCounts, LanguagesFound, Limits, Outcome, Program, SandboxInfo
from equijudge_sandbox.pool import CellRun
from equijudge_selftest import host_view, inspect_cell
from equijudge_selftest.attacks.attack import MIB

INSPECTION = Program(Path(inspect_cell.__file__).read_bytes())
INSPECTION_LIMITS = Limits(cpu_time_s=20.0, wall_time_s=60.0, memory_bytes=128 * MIB)
CELL_ROOM_BYTES = 24 * MIB
RUNNERS = 2  # the runner, and the zygote that it keeps ready
SETTLE_S = 15.0
SHOWN_CHARACTERS = 300


class RecordingSandbox:
    """A sandbox that remembers which cells it used."""

    def __init__(self, inner: Sandbox) -> None:
        self._inner = inner
        self.used: list[Cell] = []
        self.compile_time_s: float | None = None  # in place of the caller's

    def info(self) -> SandboxInfo:
        """See base.Sandbox."""
        return self._inner.info()

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[AnyRun]:
        """See base.Sandbox."""
        if self.compile_time_s is not None:
            limits = replace(limits, compile_time_s=self.compile_time_s)
        with self._inner.run(program, limits, first_time=first_time) as run:
            assert isinstance(run, CellRun | CompiledRun | FailedRun)
            if run.cell not in self.used:
                self.used.append(run.cell)
            yield run

    def prepare(self) -> None:
        """See base.Sandbox."""
        self._inner.prepare()

    def version(self, language: str) -> str:
        """See base.Sandbox."""
        return self._inner.version(language)

    def languages(self) -> LanguagesFound:
        """See base.Sandbox."""
        return self._inner.languages()

    def cells(self) -> CellCounts:
        """See base.Sandbox."""
        return self._inner.cells()

    def close(self) -> None:
        """See base.Sandbox."""
        self._inner.close()


class KeptSandbox(RecordingSandbox):
    """A sandbox that stays open when whoever was lent it closes it; what was used is recorded by the one within."""

    def close(self) -> None:
        """Do nothing: it is its owner's to close."""


class CellInspector:
    """Knows what a virgin cell of one sandbox is like, and finds what is different. `reader`: who finds it, in words.

    Raise SandboxUnavailable when the sandbox gives no cell to begin with."""

    def __init__(self, sandbox: RecordingSandbox, reader: str = "the next candidate") -> None:
        self.sandbox, self._reader = sandbox, reader
        self._virgin, self._measures, *_ = self._inspect()

    def check(self) -> list[str]:
        """What is not as in a virgin cell; empty when nothing is."""
        self._await_proofs()
        try:
            found, outcome, processes = self._inspect()
        except CellLost as lost:
            return [f"{self._reader} lost its cell: {lost}"]
        broke = [
            f"{self._reader} finds {name} {shorten(found['found'][name])} instead of {shorten(virgin)}"
            for name, virgin in self._virgin["found"].items()
            if found["found"][name] != virgin
        ]
        if outcome.memory_peak_bytes > self._measures.memory_peak_bytes + 4 * MIB:
            broke.append(f"{self._reader} is charged {outcome.memory_peak_bytes} bytes")
        if found["charged_bytes"] > self._virgin["charged_bytes"] + CELL_ROOM_BYTES:
            broke.append(f"the cell holds {found['charged_bytes']} bytes, not {self._virgin['charged_bytes']}")
        return broke + self._check_host(processes)

    def _await_proofs(self) -> None:
        """Until the cells that were used have been proved clean: of two that wait the pool takes the one that has."""
        deadline = time.monotonic() + GRACE_S
        for cell in self.sandbox.used:
            while not cell.is_spent and not cell.has_settled() and time.monotonic() < deadline:
                time.sleep(0.002)

    def _inspect(self) -> tuple[dict[str, Any], Outcome, list[tuple[int, str]]]:
        with self.sandbox.run(INSPECTION, INSPECTION_LIMITS) as run:
            outcome = next(iter(run.outcomes([b""])))
            cell = run.cell
            cell.end()
            cell.settle()
            processes = host_view.list_processes(cell.host)  # the pool may end the cell after its last use
        if outcome.exit_code != 0:
            said = outcome.stderr.decode(errors="replace")[-SHOWN_CHARACTERS:]
            raise CellLost(f"an ordinary program fails there: {said}")
        return json.loads(outcome.output or b""), outcome, processes

    def _check_host(self, processes: list[tuple[int, str]]) -> list[str]:
        broke = []
        if len(processes) > RUNNERS or len({uid for uid, _ in processes}) > 1:
            broke.append(f"processes are left in the cell: {shorten(processes)}")
        given_up = [used.host for used in self.sandbox.used if used.is_spent]
        deadline = time.monotonic() + SETTLE_S
        while not all(map(host_view.is_gone, given_up)):
            if time.monotonic() > deadline:
                return [*broke, "a cell that was given up is still there"]
            time.sleep(0.05)
        self.sandbox.used = [used for used in self.sandbox.used if not used.is_spent]
        return broke


def shorten(value: object) -> str:
    """Short enough for a table."""
    text = json.dumps(value)
    return text if len(text) <= SHOWN_CHARACTERS else text[:SHOWN_CHARACTERS] + "…"
