"""Runs an experiment: plans what is missing, makes it, keeps units' scores, reports.

What is planned depends on what is known: strengths on the sweep, the RL stage's prompts on the base's scores. So it is
planned again whenever units were made, until nothing more can be.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from equijudge import Client
from equijudge.cli.console import note
from equijudge.cli.service import open_service
from equijudge.retry import Retry
from equijudge.settings import load_settings
from equijudge_lab import choices, judge_tasks, progress, report, tables, versions
from equijudge_lab.design import Design, Unit
from equijudge_lab.files import SCORES, read_json, write_json
from equijudge_lab.plan import Chosen, Plan, plan_tasks
from equijudge_lab.results import Results, read_results
from equijudge_lab.scheduler import Failure, JudgeTask, Outcome, Scheduler
from equijudge_lab.tasks import Kind, Lane, Task, TaskStore, task_keys
from equijudge_lab.units import UnitFiles

VERSIONS = "versions.json"


@dataclass(frozen=True, slots=True)
class ExperimentOptions:
    """What the command asks for. blocks: in the table's order. make: False writes the report alone. scores: the folder
    of the units' files."""

    design: Design
    out: Path
    scores: Path
    seed: int
    blocks: Sequence[str]
    time_limit_s: float | None
    lanes: tuple[Lane, ...]
    make: bool
    command: str
    url: str | None
    key: str | None


def run_experiment(options: ExperimentOptions) -> Outcome:
    """Make what is missing, then report all that is there.

    Raises:
        BadArgument: a folder that cannot be used, or that another command works in.
    """
    deadline = None if options.time_limit_s is None else time.monotonic() + options.time_limit_s
    store, files = TaskStore(options.out), UnitFiles(options.scores)
    with store.lock():
        outcome = Outcome((), (), ())
        if options.make:
            outcome = _make_units(options, store, files, deadline)
        found = _results(options, files)
        facts = {
            "seed": options.seed,
            "command": options.command,
            "made": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        }
        report.write_report(tables.build_tables(found, facts), options.out)
    return outcome


def _make_units(options: ExperimentOptions, store: TaskStore, files: UnitFiles, deadline: float | None) -> Outcome:
    made: list[str] = []
    failures: dict[str, Failure] = {}
    keyed_by = _versions(store, options)
    units = options.design.units_of(options.blocks)
    with _connect_judge(options) as (judge, address):
        while True:
            plan = _plan(options, files, units)
            tasks = plan.tasks
            keys = task_keys(tasks, keyed_by)
            with progress.show_progress(tasks) as on_change:
                scheduler = Scheduler(
                    store,
                    tasks,
                    keys,
                    judge,
                    processes=options.design.sizes.processes,
                    lanes=options.lanes,
                    on_change=on_change,
                    on_made=lambda task: _keep_scores(store, files, task),
                    address=address,
                )
                _keep_all(store, files, tasks, scheduler.done)
                outcome = scheduler.run(deadline)
            made += outcome.made
            failures |= {failure.task: failure for failure in outcome.failures}
            over = deadline is not None and time.monotonic() >= deadline
            if not outcome.made or over:  # a failure stops only what needs it
                return Outcome(tuple(made), outcome.left, tuple(failures.values()), plan.waiting)


def _plan(options: ExperimentOptions, files: UnitFiles, units: Sequence[Unit]) -> Plan:
    chosen = _chosen(options, files)
    plan = plan_tasks(options.design, units, options.seed, chosen)
    done = [name for name, facts in plan.facts.items() if files.read(name, facts) is not None]
    return plan_tasks(options.design, units, options.seed, chosen, done)


def _results(options: ExperimentOptions, files: UnitFiles) -> Results:
    chosen = _chosen(options, files)
    plan = plan_tasks(options.design, options.design.units.values(), options.seed, chosen)
    return read_results(options.design, files, plan.facts, chosen)


def _chosen(options: ExperimentOptions, files: UnitFiles) -> Chosen:
    """What the sweep and the base's scores choose, as far as they are there."""
    design = options.design
    first = [unit for unit in design.units.values() if unit.kind == "base" or unit.validation]
    facts = plan_tasks(design, first, options.seed, Chosen()).facts
    known = {name: found for name, each in facts.items() if (found := files.read(name, each)) is not None}
    return choices.choose(design, known)


def _keep_all(store: TaskStore, files: UnitFiles, tasks: Sequence[Task], done: set[str]) -> None:
    for task in tasks:
        if task.name in done:
            _keep_scores(store, files, task)


def _keep_scores(store: TaskStore, files: UnitFiles, task: Task) -> None:
    """Copy a scored unit to its file, with the times of the tasks that led to it."""
    if task.kind != "score":
        return
    scores = read_json(store.folder(task.name) / SCORES)
    if files.read(scores["unit"], scores["facts"]) is not None:
        return
    seconds = {
        name: (store.read_mark(name) or {}).get("seconds", 0.0)
        for name in (task.name, *task.needs)
        if name.partition("/")[0] in ("train", "base", "grpo", "generate", "score")
    }
    made = {
        "when": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "seconds": seconds,
        "versions": versions.machine(),
    }
    files.write(scores["unit"], scores, made)


@contextmanager
def _connect_judge(options: ExperimentOptions) -> Iterator[tuple[JudgeTask, tuple[str, str | None] | None]]:
    """Connect to the judge, the service that is named or one of our own for as long as this takes; give its address."""
    makers: Mapping[str, Callable[..., None]] = {
        "corpus": judge_tasks.judge_corpus,
        "sets": judge_tasks.judge_sets,
        "score": judge_tasks.score_unit,
    }
    if "judge" not in options.lanes:

        def nobody(task: Task, *_: object) -> None:
            raise AssertionError(f"{task.name}: nothing is judged in this lane")

        yield nobody, None
        return
    retry = Retry(total_s=load_settings().retry_total_s)
    with open_service(options.url, options.key) as (url, key), Client(url, key, retry=retry) as client:

        def judge(
            task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: Callable[[int, int], None]
        ) -> None:
            makers[task.kind](client, task, folder, inputs, on_progress)

        yield judge, (url, key)


def _versions(store: TaskStore, options: ExperimentOptions) -> Mapping[Kind, Mapping[str, str]]:
    """The versions of this machine. Where it only judges, trainings keep those of the machine they were made on."""
    here = versions.here()
    path = store.root / VERSIONS
    known: dict[Kind, dict[str, str]] = read_json(path) if path.is_file() else {}
    if "train" in options.lanes:
        if known and any(known[kind] != here[kind] for kind in here if kind in known):
            note("other versions, of our code or of libraries, than what is in OUT was made with; that is made again")
        write_json(path, here)
        return here
    return here | {kind: known[kind] for kind in ("base", "train", "grpo", "generate") if kind in known}
