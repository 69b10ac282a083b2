"""Makes the tasks of an experiment: some side by side in other processes, one at a time through the judge.

What was interrupted, by a kill of everything at any point too, goes on where it was when this is run again: done tasks
are kept (tasks.py), a training goes on from its checkpoint, and the judge knows the verdicts it gave.
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
from equijudge_lab.tasks import Lane, Task, TaskStore
from equijudge_lab.worker_process import WorkerProcess

_POLL_S = 0.1
_LOG_LINES = 6


class JudgeTask(Protocol):
    """Does a task of the judge's lane: its files into the folder, telling how much of how much is done."""

    def __call__(
        self, task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: Callable[[int, int], None], /
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A task that could not be made, and why."""

    task: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """made: tasks of this call; left: those that are still to be made; failures are among them. waiting: units that
    cannot be planned yet, with what for."""

    made: tuple[str, ...]
    left: tuple[str, ...]
    failures: tuple[Failure, ...]
    waiting: Mapping[str, str] = field(default_factory=dict)


class _Cancelled(Exception):
    """The time is up."""


@dataclass
class _Active:
    """A task that is being made."""

    task: Task
    folder: Path
    began: float = field(default_factory=time.monotonic)
    worker: WorkerProcess | None = None
    thread: threading.Thread | None = None
    done: int = 0
    total: int = 0
    fault: str | None = None
    stopped: bool = False

    @property
    def share(self) -> float:
        """How much of it is done, 0 to 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    def is_over(self) -> bool:
        """Whether it has come to an end; `fault` then says whether it failed."""
        if self.worker is None:
            assert self.thread is not None
            return not self.thread.is_alive()
        ended = self.worker.poll()
        self.fault = ended or None
        return ended is not None


class Scheduler:
    """Makes what is not done of `tasks`, in their order as far as what they need allows.

    keys: of every task. lanes: what this machine does. processes: tasks of the training lane side by side. command:
    of a process that makes them, see worker_process.py. `on_change` is called about ten times a second, `on_made` as
    each task is done. address: of the judge and its key, for tasks that ask it from their own process; those wait for a
    machine that has one.
    """

    def __init__(
        self,
        store: TaskStore,
        tasks: Sequence[Task],
        keys: Mapping[str, str],
        judge: JudgeTask,
        *,
        processes: int = 2,
        lanes: Collection[Lane] = ("judge", "train"),
        command: Sequence[str] = (sys.executable, "-m", "equijudge_lab.training_tasks"),
        on_change: Callable[[Scheduler], None] = lambda _: None,
        on_made: Callable[[Task], None] = lambda _: None,
        address: tuple[str, str | None] | None = None,
    ) -> None:
        self.store, self.tasks, self.keys = store, tasks, keys
        self._on_made, self._address = on_made, address
        self.running: dict[str, _Active] = {}
        self._idle: list[WorkerProcess] = []
        self.made: list[str] = []
        self._stopping = False
        self.failures: list[Failure] = []
        self._judge, self.processes, self._lanes, self._command, self._on_change = (
            judge,
            processes,
            lanes,
            command,
            on_change,
        )
        self.done = {task.name for task in tasks if self._is_done(task)}

    def run(self, deadline: float | None = None) -> Outcome:
        """Make tasks until all are made that can be, or until time.monotonic() is `deadline`.

        At the deadline processes are told to end, and what the judge has in hand is given up at its next step.
        """
        try:
            while self._start_ready(deadline) or self.running:
                if deadline is not None and time.monotonic() >= deadline:
                    break
                self._collect()
                self._on_change(self)
                time.sleep(_POLL_S)
            self._stopping = True
            self._stop()
            while any(active.thread is not None for active in self.running.values()):
                self._collect()
                self._on_change(self)
                time.sleep(_POLL_S)
        finally:
            self._stop()
        left = tuple(task.name for task in self.tasks if task.name not in self.done)
        return Outcome(tuple(self.made), left, tuple(self.failures))

    def _is_done(self, task: Task) -> bool:
        key = self.keys[task.name]
        return self.store.is_done(task.name, key) or self.store.adopt(task.name, key)

    def _start_ready(self, deadline: float | None) -> bool:
        """Start every task whose needs are done and whose lane has room; whether there was any."""
        if deadline is not None and time.monotonic() >= deadline:
            return False
        failed = {failure.task for failure in self.failures}
        room: dict[Lane, int] = {"judge": 1, "train": self.processes}
        for active in self.running.values():
            room[active.task.lane] -= 1
        started = False
        for task in self.tasks:
            free = task.name not in self.done and task.name not in self.running and task.name not in failed
            free = free and (task.kind != "grpo" or self._address is not None)
            if free and task.lane in self._lanes and room[task.lane] > 0 and self.done.issuperset(task.needs):
                room[task.lane] -= 1
                self._start(task)
                started = True
        return started

    def _start(self, task: Task) -> None:
        folder = self.store.begin(task.name, self.keys[task.name])
        inputs = {name: self.store.folder(name) for name in task.needs}
        active = self.running[task.name] = _Active(task, folder)
        if task.lane == "judge":
            active.thread = threading.Thread(target=self._run_judge_task, args=(active, inputs), daemon=True)
            active.thread.start()
            return
        log = self.store.log(task.name)
        log.parent.mkdir(parents=True, exist_ok=True)
        order = log.with_suffix(".json")
        places = {name: str(path.absolute()) for name, path in inputs.items()}
        facts = {"name": task.name, "kind": task.kind, "facts": task.facts, "folder": str(folder.absolute())}
        write_json(order, facts | {"inputs": places})
        active.worker = (
            self._idle.pop() if self._idle else WorkerProcess(self._command, self.store.log("workers"), self._address)
        )
        active.worker.start(order, log)

    def _run_judge_task(self, active: _Active, inputs: Mapping[str, Path]) -> None:
        def on_progress(done: int, total: int) -> None:
            active.done, active.total = done, total
            if self._stopping and done < total:
                raise _Cancelled

        try:
            self._judge(active.task, active.folder, inputs, on_progress)
        except _Cancelled:
            active.stopped = True
        except Exception as error:  # noqa: BLE001 - reported as the task's failure; the others go on
            active.fault = f"{type(error).__name__}: {error}"

    def _collect(self) -> None:
        for name, active in list(self.running.items()):
            if not active.is_over():
                self._read_progress(active)
                continue
            del self.running[name]
            if active.worker is not None and active.worker.is_alive:
                self._idle.append(active.worker)
            if active.stopped:
                continue
            if active.fault is None:
                seconds = round(time.monotonic() - active.began, 3)
                (active.folder / PROGRESS).unlink(missing_ok=True)
                self.store.finish(name, self.keys[name], {"task": name, "kind": active.task.kind, "seconds": seconds})
                self.done.add(name)
                self.made.append(name)
                self._on_made(active.task)
            else:
                self.failures.append(Failure(name, self._reason(active)))

    def _read_progress(self, active: _Active) -> None:
        path = active.folder / PROGRESS
        if active.worker is not None and path.exists():
            found = read_json(path)
            active.done, active.total = found["done"], found["total"]

    def _reason(self, active: _Active) -> str:
        assert active.fault is not None
        log = self.store.log(active.task.name)
        if active.worker is None or not log.exists():
            return active.fault
        lines = log.read_text("utf-8", "replace").strip().splitlines()
        return "\n".join([active.fault, *lines[-_LOG_LINES:]])

    def _stop(self) -> None:
        """End the processes; a training keeps its checkpoints."""
        for name, active in list(self.running.items()):
            if active.worker is not None:
                active.worker.stop()
                del self.running[name]
        while self._idle:
            self._idle.pop().stop()
