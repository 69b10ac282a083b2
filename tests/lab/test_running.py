"""Tasks are made once, in the order in which they need one another, whatever is killed and when."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from equijudge.errors import BadArgument
from equijudge_lab.files import read_json, write_json
from equijudge_lab.scheduler import Scheduler
from equijudge_lab.tasks import Kind, Task, TaskStore, task_keys
from tests.lab.driver import STEPS, TASKS, VERSIONS, run
from tests.service import wait_for

RESULTS = {"sets": 1, "train/a": 10 + STEPS, "train/b": 20 + STEPS, "score/a": 11 + STEPS, "score/b": 21 + STEPS}


def events(root: Path) -> list[str]:
    return (root / "events").read_text().splitlines() if (root / "events").exists() else []


def found(root: Path) -> dict[str, int]:
    return {name: read_json(TaskStore(root).folder(name) / "result.json") for name in RESULTS}


def expected() -> dict[str, int]:
    # a sample of `a` counts from nought
    return RESULTS | {"score/a": STEPS + 1}


def test_every_task_comes_after_what_it_needs(tmp_path: Path) -> None:
    outcome = run(tmp_path)

    assert (set(outcome.made), outcome.left, outcome.failures) == ({task.name for task in TASKS}, (), ())
    assert found(tmp_path) == expected()
    for task in TASKS:
        assert all(outcome.made.index(needed) < outcome.made.index(task.name) for needed in task.needs)
    assert not any((tmp_path / "partial").iterdir())


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    run(tmp_path)
    before = events(tmp_path)

    assert run(tmp_path).made == ()
    assert events(tmp_path) == before


@pytest.mark.parametrize("after", [1, 4, 9, 13, 19])
def test_a_kill_at_any_point_loses_at_most_what_was_in_hand(tmp_path: Path, after: int) -> None:
    with subprocess.Popen([sys.executable, "-m", "tests.lab.driver", str(tmp_path)]) as process:
        wait_for(lambda: len(events(tmp_path)) >= after or process.poll() is not None, what="events")
        os.kill(process.pid, signal.SIGKILL)
    done = [task.name for task in TASKS if TaskStore(tmp_path).folder(task.name).exists()]
    wait_for(lambda: _writers(tmp_path) == 0, what="the end of the processes")

    outcome = run(tmp_path)

    assert (outcome.left, outcome.failures) == ((), ())
    assert found(tmp_path) == expected()
    assert not set(done) & set(outcome.made)
    # A training goes on from its count: at most the step in hand is done twice.
    counted = Counter(line for line in events(tmp_path) if line.startswith("train/"))
    assert set(counted) == {f"train/{n} {s + i}" for n, s in (("a", 10), ("b", 20)) for i in range(1, STEPS + 1)}
    assert sum(counted.values()) <= 2 * STEPS + 2


def test_tasks_die_with_whoever_started_them(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-m", "tests.lab.driver", str(tmp_path)]) as process:
        wait_for(lambda: _writers(tmp_path) > 0, what="a task's process")
        os.kill(process.pid, signal.SIGKILL)

    wait_for(lambda: _writers(tmp_path) == 0, what="the end of the processes")


def test_other_facts_or_versions_make_another_key() -> None:
    one = Task("train/a", "train", {"start": 10})
    other = Task("train/a", "train", {"start": 11})
    below = Task("score/a", "score", {}, ("train/a",))
    changed: Mapping[Kind, Mapping[str, str]] = {**VERSIONS, "train": {"code": "2"}}

    known = [
        task_keys([task, below], versions) for task, versions in ((one, VERSIONS), (other, VERSIONS), (one, changed))
    ]

    assert len({each["train/a"] for each in known}) == len({each["score/a"] for each in known}) == 3
    assert task_keys([one, below], VERSIONS) == known[0]


def test_a_task_with_another_key_is_replaced(tmp_path: Path) -> None:
    tasks = [Task("train/a", "train", {"start": 10})]
    run(tmp_path, tasks)

    assert run(tmp_path, [Task("train/a", "train", {"start": 50})]).made == ("train/a",)
    assert read_json(TaskStore(tmp_path).folder("train/a") / "result.json") == 50 + STEPS


def test_a_whole_task_that_was_not_moved_yet_is_taken(tmp_path: Path) -> None:
    store, key = TaskStore(tmp_path), task_keys(TASKS[:1], VERSIONS)["sets"]
    write_json(store.begin("sets", key) / "result.json", 5)
    write_json(store.partial("sets", key) / "task.json", {"key": key, "seconds": 1.0})

    assert run(tmp_path, TASKS[:1]).made == ()
    assert read_json(store.folder("sets") / "result.json") == 5


def test_a_task_that_fails_says_why_and_stops_only_what_needs_it(tmp_path: Path) -> None:
    tasks = [
        Task("sets", "sets"),
        Task("train/a", "train", {"start": 10, "fails": True}, ("sets",)),
        Task("train/b", "train", {"start": 20}, ("sets",)),
        Task("score/a", "score", {}, ("train/a",)),
    ]

    outcome = run(tmp_path, tasks)

    assert outcome.left == ("train/a", "score/a")
    assert [failure.task for failure in outcome.failures] == ["train/a"]
    assert "a reason for all to see" in outcome.failures[0].reason


def test_a_judge_that_fails_is_told_too(tmp_path: Path) -> None:
    tasks = [Task("train/a", "train"), Task("generate/a", "generate"), Task("score/a", "score", {}, ("train/a",))]
    run(tmp_path, tasks[:2])
    (TaskStore(tmp_path).folder("train/a") / "result.json").unlink()

    outcome = run(tmp_path, tasks)

    assert "FileNotFoundError" in outcome.failures[0].reason


def test_at_the_deadline_it_stops_and_can_go_on(tmp_path: Path) -> None:
    first = run(tmp_path, deadline=time.monotonic())

    assert (first.made, len(first.left), first.failures) == ((), len(TASKS), ())
    assert run(tmp_path).left == ()


def test_at_the_deadline_the_judge_gives_up_what_it_has_in_hand(tmp_path: Path) -> None:
    def slow(task: Task, folder: Path, inputs: Mapping[str, Path], on_progress: Callable[[int, int], None]) -> None:
        for done in range(1, 10_000):
            on_progress(done, 10_000)
            time.sleep(0.01)

    outcome = Scheduler(TaskStore(tmp_path), TASKS[:1], task_keys(TASKS[:1], VERSIONS), slow).run(
        time.monotonic() + 0.5
    )

    assert (outcome.made, outcome.left, outcome.failures) == ((), ("sets",), ())


def test_two_commands_do_not_write_to_one_folder(tmp_path: Path) -> None:
    with TaskStore(tmp_path).lock(), pytest.raises(BadArgument, match="another `equijudge lab`"):
        run(tmp_path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")

    with pytest.raises(BadArgument, match="--out"), TaskStore(tmp_path / "out").lock():
        pass


def _writers(root: Path) -> int:
    """Processes that make a task under this folder."""
    found = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                words = (entry / "cmdline").read_bytes().split(b"\0")
            except (FileNotFoundError, ProcessLookupError):
                continue
            found += b"make" in words and any(str(root).encode() in word for word in words)
    return found
