"""Where the command line writes: results to stdout, everything else to stderr.

Much of it comes from programs that nobody knows: what they printed, what a checker or a compiler says of them, names of
their files. So nothing that a terminal would obey is written, but for what rich itself makes of styles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.segment import Segment

from equijudge_core.judging.checker_runs import escape_controls

# A table in a pipe or a file has no window to fit into, but nobody reads lines without end.
_WIDTH_WITHOUT_TERMINAL = 160
# A longer label would take the bar's place on a terminal of 80 columns.
_LABEL = 24


class SafeConsole(Console):
    """Escapes control characters of every text, marks of direction and other invisible ones among them."""

    def _render_buffer(self, buffer: Iterable[Segment]) -> str:
        return super()._render_buffer(
            each if each.control else Segment(escape_controls(each.text), each.style) for each in buffer
        )


def stdout() -> Console:
    """The console for results."""
    console = SafeConsole(highlight=False)
    return console if console.is_terminal else SafeConsole(highlight=False, width=_WIDTH_WITHOUT_TERMINAL)


def stderr() -> Console:
    """The console for progress, notes and errors."""
    return SafeConsole(stderr=True, highlight=False)


def note(text: str) -> None:
    """Print one line about what is going on."""
    stderr().print(text, style="dim", markup=False)


def note_wait(delay_s: float, reason: str) -> None:
    """Say that a call is tried again, and why."""
    note(f"{reason}; trying again in {delay_s:.1f} s")


def make_wait_note(total_s: float) -> Callable[[float, str], None]:
    """Make the function that says so, and the first time for how long that goes on."""
    told = False

    def tell(delay_s: float, reason: str) -> None:
        nonlocal told
        if not told:
            note(f"a service that does not answer is tried for {total_s:g} s (EQUIJUDGE_RETRY_TOTAL_S); Ctrl-C ends it")
        told = True
        note_wait(delay_s, reason)

    return tell


class Steps:
    """The steps that a progress bar counts."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self.total = progress, total
        self._task = progress.add_task("", total=total)

    def more(self, by: int) -> None:
        """Raise the bar's total by `by`."""
        self.total += by
        self._progress.update(self._task, total=self.total)

    def step(self, label: str = "", by: int = 1) -> None:
        """Advance the bar by `by`; `label` stands behind the counts."""
        self._progress.update(self._task, advance=by, description=label[:_LABEL])


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Steps]:
    """Show a progress bar on stderr until the block ends; nothing at all without a terminal."""
    console = stderr()
    columns = (
        TextColumn(title),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}", style="dim", markup=False),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield Steps(progress, total)
