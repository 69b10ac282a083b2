"""Runs an experiment: plans the tasks, connects to the judge, makes what is missing, writes the report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from equijudge.cli.console import note
from equijudge.cli.service import open_client
from equijudge.errors import BadArgument
from equijudge_lab import conditions, judge_tasks, plan, presets, progress, report, results, tables, versions
from equijudge_lab.files import read_json, write_json
from equijudge_lab.presets import Preset
from equijudge_lab.scheduler import JudgeTask, Outcome, Scheduler
from equijudge_lab.tasks import Kind, Lane, Task, TaskStore, task_keys

VERSIONS = "versions.json"


@dataclass(frozen=True, slots=True)
class ExperimentOptions:
    """What the command asks for. only: names of conditions, None for all. make: False writes the report alone."""

    preset: Preset
    out: Path
    seed: int
    only: Sequence[str] | None
    time_limit_s: float | None
    lanes: tuple[Lane, ...]
    make: bool
    command: str
    url: str | None
    key: str | None


def run_experiment(options: ExperimentOptions) -> Outcome:
    """Make what is missing, then report all that is there.

    Raises:
        BadArgument: an unknown condition; a folder that cannot be used, or that another command works in.
    """
    deadline = None if options.time_limit_s is None else time.monotonic() + options.time_limit_s
    preset = options.preset
    presets.check(preset)
    chosen = (
        preset.conditions if options.only is None else conditions.choose_conditions(options.only, preset.conditions)
    )
    if not chosen:
        raise BadArgument("--only: no condition is named")
    store = TaskStore(options.out)
    with store.lock():
        tasks = plan.plan_tasks(preset, chosen, options.seed)
        keys = task_keys(tasks, _versions(store, options))
        outcome = _run_tasks(options, preset, store, tasks, keys, deadline)
        found = results.read_results(store, preset, chosen, keys)
        facts = {
            "seed": options.seed,
            "command": options.command,
            "made": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
            "versions": versions.machine() | {"trained with": _training_versions(store)},
        }
        report.write_report(tables.build_tables(found, facts), options.out)
    return outcome


def _run_tasks(
    options: ExperimentOptions,
    preset: Preset,
    store: TaskStore,
    tasks: Sequence[Task],
    keys: Mapping[str, str],
    deadline: float | None,
) -> Outcome:
    with _connect_judge(options) as judge, progress.show_progress(tasks) as on_change:
        scheduler = Scheduler(
            store, tasks, keys, judge, processes=preset.processes, lanes=options.lanes, on_change=on_change
        )
        return scheduler.run(deadline if options.make else time.monotonic())


@contextmanager
def _connect_judge(options: ExperimentOptions) -> Iterator[JudgeTask]:
    """Connect to the judge: the service that is named, or one of our own for as long as this takes."""
    makers: Mapping[str, Callable[..., None]] = {
        "corpus": judge_tasks.judge_corpus,
        "sets": judge_tasks.judge_sets,
        "score": judge_tasks.score_samples,
    }
    if not options.make or "judge" not in options.lanes:

        def nobody(task: Task, *_: object) -> None:
            raise AssertionError(f"{task.name}: nothing is judged in this lane")

        yield nobody
        return
    with open_client(options.url, options.key) as client:

        def judge(
            task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: Callable[[int, int], None]
        ) -> None:
            makers[task.kind](client, task, folder, inputs, on_progress)

        yield judge


def _versions(store: TaskStore, options: ExperimentOptions) -> Mapping[Kind, Mapping[str, str]]:
    """The versions of this machine. Where it only judges, trainings keep those of the machine they were made on."""
    here = versions.here()
    path = store.root / VERSIONS
    known: dict[Kind, dict[str, str]] = read_json(path) if path.is_file() else {}
    if options.make and "train" in options.lanes:
        if known and any(known[kind] != here[kind] for kind in here if kind in known):
            note("other versions, of our code or of libraries, than what is there was made with; that is made again")
        write_json(path, here)
        return here
    return here | {kind: known[kind] for kind in ("base", "train", "generate") if kind in known}


def _training_versions(store: TaskStore) -> str:
    path = store.root / VERSIONS
    if not path.is_file():
        return "–"
    known = read_json(path)["train"]
    return ", ".join(f"{name} {known[name]}" for name in ("torch", "transformers"))
