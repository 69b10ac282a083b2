"""A small experiment to be killed: two trainings that count, samples of each, scores. `python -m … OUT`.

Each part adds a line to OUT/events as it goes, so that a test sees what was done how often, and when to kill.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from equijudge_lab.files import read_json, write_json
from equijudge_lab.scheduler import Failure, Outcome, Scheduler
from equijudge_lab.tasks import Kind, Task, TaskStore, task_keys
from equijudge_lab.worker_process import serve

STEPS = 6
KINDS: tuple[Kind, ...] = ("corpus", "sets", "base", "train", "grpo", "generate", "score")
VERSIONS: Mapping[Kind, Mapping[str, str]] = {kind: {"code": "1"} for kind in KINDS}
TASKS = (
    Task("sets", "sets"),
    Task("train/a", "train", {"start": 10}, ("sets",)),
    Task("train/b", "train", {"start": 20}, ("sets",)),
    Task("generate/a", "generate", {}, ("train/a",)),
    Task("score/a", "score", {}, ("generate/a",)),
    Task("score/b", "score", {}, ("train/b",)),
)


def event(root: Path, text: str) -> None:
    with (root / "events").open("a") as file:
        file.write(text + "\n")


def judge(root: Path) -> Callable[[Task, Path, Mapping[str, Path], Callable[[int, int], None]], None]:
    def made(task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: Callable[[int, int], None]) -> None:
        event(root, task.name)
        on_progress(1, 2)
        time.sleep(0.2)
        numbers = [read_json(path / "result.json") for path in inputs.values()]
        write_json(folder / "result.json", sum(numbers) + 1)

    return made


def make(order: Path) -> None:
    """A task of the training lane: counts in its folder, from where it was."""
    asked = read_json(order)
    folder = Path(asked["folder"])
    root = folder.parent.parent
    state = folder / "state.json"
    count = read_json(state) if state.exists() else asked["facts"].get("start", 0)
    began = asked["facts"].get("start", 0)
    for _ in range(began + STEPS - count):
        count += 1
        event(root, f"{asked['name']} {count}")
        write_json(state, count)
        time.sleep(0.05)
    if asked["facts"].get("fails"):
        sys.exit("a reason for all to see")
    write_json(folder / "result.json", count)


def run(root: Path, tasks: Sequence[Task] = TASKS, deadline: float | None = None) -> Outcome:
    command = (sys.executable, "-m", "tests.lab.driver", "make", str(root))
    store = TaskStore(root)
    with store.lock():
        return Scheduler(store, tasks, task_keys(tasks, VERSIONS), judge(root), command=command).run(deadline)


if __name__ == "__main__":
    if sys.argv[1] == "make":
        serve(make)
    else:
        outcome = run(Path(sys.argv[1]))
        assert not outcome.left, [Failure(one.task, one.reason) for one in outcome.failures]
