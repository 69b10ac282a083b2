"""What `progress=` of a call shows: a bar on a terminal or in a notebook, or whatever the caller makes of it.

The bar is on stderr, and there is none where that is no terminal: a log would be full of it.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

from equijudge.errors import BadArgument

REDRAW_S = 0.1  # between two drawings in a notebook


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """How far a call is: told at its start, after every result, and so at its end.

    `done` of `total` results are there, `elapsed_s` seconds after the start. `unit` says what they are: candidates,
    generations, sets or programs. `verdicts` counts them, where results have verdicts.
    """

    done: int
    total: int
    unit: str
    elapsed_s: float
    verdicts: Mapping[str, int] = field(default_factory=dict)

    @property
    def left_s(self) -> float | None:
        """Seconds that the rest will take at this rate; None before the first result."""
        return self.elapsed_s / self.done * (self.total - self.done) if self.done else None

    def __str__(self) -> str:
        """In words, as the bars have it: `3 of 8 candidates · 2 AC, 1 WA · 4 s left`."""
        verdicts = ", ".join(f"{count} {verdict}" for verdict, count in self.verdicts.items())
        time_said = f"{self.elapsed_s:.1f} s" if self.done >= self.total else f"{self.left_s or 0:.0f} s left"
        parts = [f"{self.done} of {self.total} {self.unit}", verdicts, time_said if self.done else ""]
        return " · ".join(filter(None, parts))


@runtime_checkable
class ProgressBar(Protocol):
    """A bar of the caller's, such as tqdm's: `total` is set, and `update(1)` called after every result."""

    total: Any

    def update(self, n: int) -> object:
        """Advance by n."""


# True: a bar. A callable is given a ProgressReport each time; what it raises ends the call, and cancels its job.
ProgressOption = bool | Callable[[ProgressReport], object] | ProgressBar | None


class Tracker:
    """Counts the results of one call, and tells of them."""

    def __init__(self, show: Callable[[ProgressReport], object] | None, total: int, unit: str) -> None:
        self._show, self._total, self._unit = show, total, unit
        self._began, self._done, self._verdicts = time.monotonic(), 0, Counter[str]()
        self._tell()

    def note(self, result: object) -> None:
        """Count a result."""
        self._done += 1
        verdict = getattr(result, "verdict", None)
        if verdict is not None:
            self._verdicts[str(verdict)] += 1
        self._tell()

    def _tell(self) -> None:
        if self._show is not None:
            elapsed_s = time.monotonic() - self._began
            self._show(ProgressReport(self._done, self._total, self._unit, elapsed_s, dict(self._verdicts)))


@contextmanager
def track(progress: ProgressOption, total: int, unit: str) -> Iterator[Tracker]:
    """Track a call until the block ends. Raises BadArgument for what can show nothing."""
    if progress is None or progress is False:
        yield Tracker(None, total, unit)
    elif progress is True:
        with _own_bar(total) as show:
            yield Tracker(show, total, unit)
    else:
        yield Tracker(_show_of(progress), total, unit)


def is_shown(progress: ProgressOption) -> bool:
    """Whether anybody looks, so that results are wanted one by one."""
    return progress is not None and progress is not False


def _show_of(progress: object) -> Callable[[ProgressReport], object]:
    """What is to be called with each report."""
    if isinstance(progress, ProgressBar) and not isinstance(progress, type):
        return _advance(progress)
    if not callable(progress):
        name = type(progress).__name__
        raise BadArgument(f"progress: must be True, a callable, or a bar with `total` and `update`, not a {name}")
    return progress


def _advance(bar: ProgressBar) -> Callable[[ProgressReport], None]:
    def show(report: ProgressReport) -> None:
        if not report.done:
            bar.total = report.total
            if callable(refresh := getattr(bar, "refresh", None)):
                refresh()
        else:
            bar.update(1)

    return show


@contextmanager
def _own_bar(total: int) -> Iterator[Callable[[ProgressReport], object] | None]:
    if _in_notebook():
        yield NotebookBar()
        return
    # only who wants a bar on a terminal imports what draws it
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield None
        return
    with Progress(BarColumn(), TextColumn("{task.description}", markup=False), console=console) as bar:
        task = bar.add_task("", total=total)
        yield lambda report: bar.update(task, completed=report.done, description=str(report))


def _in_notebook() -> bool:
    """Whether this is a kernel of Jupyter's, whoever shows what it displays."""
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return getattr(shell, "kernel", None) is not None


class NotebookBar:
    """A bar below the cell that runs, by what every notebook has: HTML that is displayed, and replaced."""

    def __init__(self) -> None:
        self._display: Any = import_module("IPython.display")
        self._handle: Any = None
        self._drawn = 0.0

    def __call__(self, report: ProgressReport) -> None:
        now = time.monotonic()
        if self._handle is not None and report.done < report.total and now - self._drawn < REDRAW_S:
            return
        self._drawn = now
        html = self._display.HTML(draw_html(report))
        if self._handle is None:
            self._handle = self._display.display(html, display_id=True)
        else:
            self._handle.update(html)


def draw_html(report: ProgressReport) -> str:
    """Draw a report as HTML."""
    return (
        f'<div><progress value="{report.done}" max="{max(1, report.total)}" style="vertical-align:middle"></progress> '
        f"{escape(str(report))}</div>"
    )
