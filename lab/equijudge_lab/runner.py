"""Makes the units of an experiment: some side by side in other processes, one at a time through the judge.

What was interrupted, by a kill of everything at any point too, goes on where it was when this is run again: done units
are kept (units.py), a training goes on from its checkpoint, and the judge knows the verdicts it gave.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from equijudge_lab.files import PROGRESS, read_json, write_json
from equijudge_lab.fork_server import Maker
from equijudge_lab.units import Lane, Store, Unit

_POLL_S = 0.1
_LOG_LINES = 6


class Judging(Protocol):
    """Does a unit of the judge's lane: its files into the folder, telling how much of how much is done."""

    def __call__(
        self, unit: Unit, folder: Path, inputs: Mapping[str, Path], seen: Callable[[int, int], None], /
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A unit that could not be made, and why."""

    unit: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """made: units of this call; left: those that are still to be made; failures are among them."""

    made: tuple[str, ...]
    left: tuple[str, ...]
    failures: tuple[Failure, ...]


class _Stopped(Exception):
    """The time is up."""


@dataclass
class _Task:
    """A unit that is being made."""

    unit: Unit
    folder: Path
    began: float = field(default_factory=time.monotonic)
    maker: Maker | None = None
    thread: threading.Thread | None = None
    done: int = 0
    total: int = 0
    fault: str | None = None
    stopped: bool = False

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    def over(self) -> bool:
        """Whether it has come to an end; `fault` then says whether it failed."""
        if self.maker is None:
            assert self.thread is not None
            return not self.thread.is_alive()
        ended = self.maker.ended()
        self.fault = ended or None
        return ended is not None


class Runner:
    """Makes what is not done of `units`, in their order as far as what they need allows.

    keys: of every unit. lanes: what this machine does. processes: units of the training lane side by side. command:
    of a process that makes them, see makers.py. `tell` is called about ten times a second.
    """

    def __init__(
        self,
        store: Store,
        units: Sequence[Unit],
        keys: Mapping[str, str],
        judge: Judging,
        *,
        processes: int = 2,
        lanes: Collection[Lane] = ("judge", "train"),
        command: Sequence[str] = (sys.executable, "-m", "equijudge_lab.torch_units"),
        tell: Callable[[Runner], None] = lambda _: None,
    ) -> None:
        self.store, self.units, self.keys = store, units, keys
        self.running: dict[str, _Task] = {}
        self._idle: list[Maker] = []
        self.made: list[str] = []
        self._stopping = False
        self.failures: list[Failure] = []
        self._judge, self.processes, self._lanes, self._command, self._tell = judge, processes, lanes, command, tell
        self.done = {unit.name for unit in units if self._is_done(unit)}

    def run(self, deadline: float | None = None) -> Outcome:
        """Until all is made that can be, or until time.monotonic() is `deadline`.

        At the deadline processes are told to end, and what the judge has in hand is given up at its next step.
        """
        try:
            while self._start_what_can_be(deadline) or self.running:
                if deadline is not None and time.monotonic() >= deadline:
                    break
                self._collect()
                self._tell(self)
                time.sleep(_POLL_S)
            self._stopping = True
            self._stop()
            while any(task.thread is not None for task in self.running.values()):
                self._collect()
                self._tell(self)
                time.sleep(_POLL_S)
        finally:
            self._stop()
        left = tuple(unit.name for unit in self.units if unit.name not in self.done)
        return Outcome(tuple(self.made), left, tuple(self.failures))

    def _is_done(self, unit: Unit) -> bool:
        key = self.keys[unit.name]
        return self.store.is_done(unit.name, key) or self.store.adopt(unit.name, key)

    def _start_what_can_be(self, deadline: float | None) -> bool:
        """Whether anything was started."""
        if deadline is not None and time.monotonic() >= deadline:
            return False
        failed = {failure.unit for failure in self.failures}
        room: dict[Lane, int] = {"judge": 1, "train": self.processes}
        for task in self.running.values():
            room[task.unit.lane] -= 1
        started = False
        for unit in self.units:
            free = unit.name not in self.done and unit.name not in self.running and unit.name not in failed
            if free and unit.lane in self._lanes and room[unit.lane] > 0 and self.done.issuperset(unit.needs):
                room[unit.lane] -= 1
                self._start(unit)
                started = True
        return started

    def _start(self, unit: Unit) -> None:
        folder = self.store.begin(unit.name, self.keys[unit.name])
        inputs = {name: self.store.folder(name) for name in unit.needs}
        task = self.running[unit.name] = _Task(unit, folder)
        if unit.lane == "judge":
            task.thread = threading.Thread(target=self._judged, args=(task, inputs), daemon=True)
            task.thread.start()
            return
        log = self.store.log(unit.name)
        log.parent.mkdir(parents=True, exist_ok=True)
        order = log.with_suffix(".json")
        places = {name: str(path.absolute()) for name, path in inputs.items()}
        facts = {"name": unit.name, "kind": unit.kind, "facts": unit.facts, "folder": str(folder.absolute())}
        write_json(order, facts | {"inputs": places})
        task.maker = self._idle.pop() if self._idle else Maker(self._command, self.store.log("makers"))
        task.maker.make(order, log)

    def _judged(self, task: _Task, inputs: Mapping[str, Path]) -> None:
        def seen(done: int, total: int) -> None:
            task.done, task.total = done, total
            if self._stopping and done < total:
                raise _Stopped

        try:
            self._judge(task.unit, task.folder, inputs, seen)
        except _Stopped:
            task.stopped = True
        except Exception as error:  # noqa: BLE001 - told as the unit's failure; the others go on
            task.fault = f"{type(error).__name__}: {error}"

    def _collect(self) -> None:
        for name, task in list(self.running.items()):
            if not task.over():
                self._look_at(task)
                continue
            del self.running[name]
            if task.maker is not None and task.maker.alive:
                self._idle.append(task.maker)
            if task.stopped:
                continue
            if task.fault is None:
                seconds = round(time.monotonic() - task.began, 3)
                (task.folder / PROGRESS).unlink(missing_ok=True)
                self.store.finish(name, self.keys[name], {"unit": name, "kind": task.unit.kind, "seconds": seconds})
                self.done.add(name)
                self.made.append(name)
            else:
                self.failures.append(Failure(name, self._reason(task)))

    def _look_at(self, task: _Task) -> None:
        path = task.folder / PROGRESS
        if task.maker is not None and path.exists():
            found = read_json(path)
            task.done, task.total = found["done"], found["total"]

    def _reason(self, task: _Task) -> str:
        assert task.fault is not None
        log = self.store.log(task.unit.name)
        if task.maker is None or not log.exists():
            return task.fault
        lines = log.read_text("utf-8", "replace").strip().splitlines()
        return "\n".join([task.fault, *lines[-_LOG_LINES:]])

    def _stop(self) -> None:
        """End the processes; a training keeps its checkpoints."""
        for name, task in list(self.running.items()):
            if task.maker is not None:
                task.maker.stop()
                del self.running[name]
        while self._idle:
            self._idle.pop().stop()
