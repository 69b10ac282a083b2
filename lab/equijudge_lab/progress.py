"""How far an experiment is: a bar on a terminal, a line for each finished task elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from equijudge.cli.console import note, stderr
from equijudge_lab.scheduler import Scheduler
from equijudge_lab.tasks import Kind, Task

OnChange = Callable[[Scheduler], None]

_GUESS_S: Mapping[Kind, float] = {
    "corpus": 120,
    "sets": 20,
    "base": 600,
    "train": 280,
    "grpo": 300,
    "generate": 150,
    "score": 30,
}
"""What a task takes as long as none of its kind has been made."""
_NAMES = 3
"""Of running tasks on the bar."""


@contextmanager
def show_progress(tasks: Sequence[Task]) -> Iterator[OnChange]:
    """Show progress meanwhile; yields what is to be called as it changes."""
    console = stderr()
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("steps"),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", style="dim", markup=False),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        row = bar.add_task("", total=len(tasks))

        def on_change(scheduler: Scheduler) -> None:
            running = [f"{name} {100 * each.share:.0f} %" for name, each in scheduler.running.items()]
            what = f"about {time_left(scheduler)} left · {', '.join(running[:_NAMES])}"
            bar.update(row, completed=len(scheduler.done), description=what)

        yield on_change


class _Lines:
    """Writes a note for each task when it is done or has failed."""

    def __init__(self) -> None:
        self._told = 0
        self._failed = 0

    def __call__(self, scheduler: Scheduler) -> None:
        for name in scheduler.made[self._told :]:
            seconds = (scheduler.store.read_mark(name) or {}).get("seconds", 0.0)
            counted = f"{len(scheduler.done)} of {len(scheduler.tasks)}"
            note(f"{name}: {seconds:.0f} s; {counted}, about {time_left(scheduler)} left")
        for failure in scheduler.failures[self._failed :]:
            note(f"{failure.task}: failed")
        self._told, self._failed = len(scheduler.made), len(scheduler.failures)


def time_left(scheduler: Scheduler) -> str:
    """How long the rest takes, were tasks to take as long as those of their kind did; lanes go side by side."""
    took: dict[Kind, list[float]] = {}
    for task in scheduler.tasks:
        mark = scheduler.store.read_mark(task.name) if task.name in scheduler.done else None
        if mark is not None:
            took.setdefault(task.kind, []).append(mark["seconds"])
    work = {"judge": 0.0, "train": 0.0}
    for task in scheduler.tasks:
        if task.name in scheduler.done:
            continue
        known = took.get(task.kind)
        seconds = sum(known) / len(known) if known else _GUESS_S[task.kind]
        running = scheduler.running.get(task.name)
        work[task.lane] += seconds * (1 - running.share if running else 1)
    seconds = max(work["judge"], work["train"] / scheduler.processes)
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
