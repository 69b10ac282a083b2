"""How far an experiment is: a bar on a terminal, a line for each finished unit elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from equijudge.cli.console import note, stderr
from equijudge_lab.runner import Runner
from equijudge_lab.units import Kind, Unit

Tell = Callable[[Runner], None]

_GUESS_S: Mapping[Kind, float] = {"corpus": 120, "sets": 60, "base": 600, "train": 90, "generate": 30, "score": 15}
"""What a unit takes as long as none of its kind has been made."""
_NAMES = 3
"""Of running units on the bar."""


@contextmanager
def shown(units: Sequence[Unit]) -> Iterator[Tell]:
    """What to call as units come along."""
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
        task = bar.add_task("", total=len(units))

        def tell(runner: Runner) -> None:
            running = [f"{name} {100 * each.share:.0f} %" for name, each in runner.running.items()]
            what = f"about {left(runner)} left · {', '.join(running[:_NAMES])}"
            bar.update(task, completed=len(runner.done), description=what)

        yield tell


class _Lines:
    """A note for each unit when it is done or has failed."""

    def __init__(self) -> None:
        self._told = 0
        self._failed = 0

    def __call__(self, runner: Runner) -> None:
        for name in runner.made[self._told :]:
            seconds = (runner.store.mark(name) or {}).get("seconds", 0.0)
            counted = f"{len(runner.done)} of {len(runner.units)}"
            note(f"{name}: {seconds:.0f} s; {counted}, about {left(runner)} left")
        for failure in runner.failures[self._failed :]:
            note(f"{failure.unit}: failed")
        self._told, self._failed = len(runner.made), len(runner.failures)


def left(runner: Runner) -> str:
    """How long the rest takes, were units to take as long as those of their kind did; lanes go side by side."""
    took: dict[Kind, list[float]] = {}
    for unit in runner.units:
        mark = runner.store.mark(unit.name) if unit.name in runner.done else None
        if mark is not None:
            took.setdefault(unit.kind, []).append(mark["seconds"])
    work = {"judge": 0.0, "train": 0.0}
    for unit in runner.units:
        if unit.name in runner.done:
            continue
        known = took.get(unit.kind)
        seconds = sum(known) / len(known) if known else _GUESS_S[unit.kind]
        running = runner.running.get(unit.name)
        work[unit.lane] += seconds * (1 - running.share if running else 1)
    seconds = max(work["judge"], work["train"] / runner.processes)
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
