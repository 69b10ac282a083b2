"""Draws one frame of `equijudge top`. Pure: numbers in, rich renderables out."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from equijudge.result_tables import STYLES, format_size, verdict_text
from equijudge_core.contracts.stats import Stats, StoreStats, WorkerState, WorkerStats
from equijudge_core.contracts.verdict import Verdict

BLOCKS = "▁▂▃▄▅▆▇█"
WIDEST = 120
BAR, SPARK_MARGIN = 30, 42  # columns of a whole bar; what stands beside the sparkline
NEARLY_FULL = 0.9  # of Redis's maxmemory
STATE_STYLES = {
    WorkerState.STARTING: "yellow",
    WorkerState.IDLE: "dim",
    WorkerState.JUDGING: "bold green",
    WorkerState.TROUBLE: "bold red",
    WorkerState.SILENT: "bold red",
}


@dataclass(frozen=True, slots=True)
class Away:
    """The service does not answer: why, and for how many seconds."""

    reason: str
    for_s: float


def frame(stats: Stats, away: Away | None, width: int, height: int | None) -> RenderableType:
    """Everything, in `width` columns; of the workers as many as there are lines for (None: all)."""
    width = min(width, WIDEST)
    lines, verdicts = facts(stats, width), verdict_rows(stats)
    parts: list[RenderableType] = [heading(stats, away, width), lines, Text(""), verdicts, Text("")]
    used = 1 + lines.row_count + 1 + verdicts.row_count + 1 + 1
    room = len(stats.workers) if height is None else max(1, height - used - 1)
    return Group(*parts, *workers(stats.workers, room, width))


def heading(stats: Stats, away: Away | None, width: int) -> Table:
    """How the service is, and at what time."""
    line = Table.grid(expand=False, padding=0)
    line.add_column(no_wrap=True, overflow="ellipsis", width=width - 9)
    line.add_column(no_wrap=True, width=9, justify="right")
    clock = Text(time.strftime("%H:%M:%S", time.localtime(stats.at)), style="dim")
    if away is not None:
        said = " ".join(away.reason.split())
        line.add_row(Text(f"NO ANSWER for {away.for_s:.0f} s: {said}", style="bold white on red"), clock)
    else:
        line.add_row(Text.assemble(("equijudge ", "bold"), condition(stats.workers)), clock)
    return line


def condition(workers: Sequence[WorkerStats]) -> Text:
    """In a few words whether work gets done."""
    states = Counter(worker.state for worker in workers)
    able = states[WorkerState.IDLE] + states[WorkerState.JUDGING]
    if able == len(workers) > 0:
        return Text(f"ok, {plural(able, 'worker')}", style="green")
    if not workers:
        return Text("no workers: accepted work waits", style="bold red")
    others = ", ".join(f"{number} {state}" for state, number in states.items() if state in STATE_STYLES and number)
    return Text(f"{able} of {plural(len(workers), 'worker')} can work ({others})", style="bold yellow")


def facts(stats: Stats, width: int) -> Table:
    """Queue, throughput, cache, faults, cells and what is wrong with them, a line each."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(no_wrap=True, overflow="ellipsis", max_width=width - 13)
    answered = sum(step.candidates for step in stats.steps)
    cached = sum(step.cached for step in stats.steps)
    faults = sum(step.verdicts.get(Verdict.IE, 0) for step in stats.steps)
    eta = "nothing waits" if not stats.backlog else f"ETA {duration(stats.eta_s)}"
    grid.add_row(
        "queue",
        f"{plural(stats.backlog, 'candidate')} in {plural(stats.open_chunks, 'chunk')}, "
        f"{format_size(stats.backlog_bytes)}   {eta}",
    )
    grid.add_row("throughput", throughput(stats, width))
    grid.add_row("cache", f"{percent(cached, answered)} hits   since the start {hit_rate(stats)}")
    worst = [f"{number} {reason}" for reason, number in stats.internal_errors.items() if number]
    since = f"   since the start {', '.join(worst)}" if worst else ""
    grid.add_row("IE", Text(f"{percent(faults, answered)}{since}", style="bold red" if faults else ""))
    grid.add_row("again", f"{plural(stats.confirming_runs, 'confirming run')}   {plural(stats.takeovers, 'take-over')}")
    grid.add_row("redis", store(stats.store))
    cells = [
        f"{name}: {each.busy} busy, {each.idle} idle, {each.starting} starting" for name, each in stats.cells.items()
    ]
    grid.add_row("cells", "   ".join(cells) or "none")
    if troubles := sorted({" ".join(worker.trouble.split()) for worker in stats.workers if worker.trouble}):
        grid.add_row("trouble", Text("; ".join(troubles), style="bold red"))
    return grid


def store(found: StoreStats) -> Text:
    """How full Redis is, of what, and what was dropped to keep it so."""
    share = f" of {format_size(found.max_bytes)}" if found.max_bytes else ", no maxmemory"
    full = bool(found.max_bytes) and found.used_bytes > NEARLY_FULL * (found.max_bytes or 0)
    kinds = ", ".join(f"{name} {format_size(kind.bytes)}" for name, kind in found.kinds.items() if kind.bytes)
    dropped = sum(kind.dropped_bytes for kind in found.kinds.values())
    parts = [f"{format_size(found.used_bytes)}{share}", kinds, f"dropped {format_size(dropped)}" if dropped else ""]
    return Text("   ".join(filter(None, parts)), style="bold red" if full else "")


def throughput(stats: Stats, width: int) -> Text:
    """Now, and the last minutes as far as they fit, each step drawn in its height."""
    rates = [step.candidates / stats.step_s for step in stats.steps[:-1]][-(max(10, width - SPARK_MARGIN)) :]
    return Text.assemble(
        (f"{stats.candidates_per_s:,.1f}/s", "bold"), "  ", (sparkline(rates), "cyan"), f"  most {max(rates):,.1f}/s"
    )


def sparkline(values: Sequence[float]) -> str:
    """A block per value, as high as it is in relation to the largest; a dot for none."""
    most = max(values, default=0.0)
    return "".join("·" if value <= 0 else BLOCKS[round(value / most * (len(BLOCKS) - 1))] for value in values)


def verdict_rows(stats: Stats) -> Table:
    """The mix of the last minutes as bars; a verdict never seen has none."""
    mix: Counter[Verdict] = Counter()
    for step in stats.steps:
        mix.update(step.verdicts)
    minutes = stats.step_s * len(stats.steps) // 60
    grid = Table.grid(padding=(0, 2))
    for justify in ("left", "left", "right", "right", "right"):
        grid.add_column(justify=justify, no_wrap=True)
    seen = [verdict for verdict in Verdict if stats.verdicts.get(verdict)]
    if not seen:
        grid.add_row(Text("no candidate has been answered yet", style="dim"))
        return grid
    grid.add_row(*(Text(word, style="bold") for word in ("verdict", f"last {minutes} min", "", "", "since the start")))
    for verdict in seen:
        share = mix[verdict] / mix.total() if mix.total() else 0.0
        bar = Text("█" * (max(1, round(BAR * share)) if mix[verdict] else 0), style=STYLES[verdict].split(" on ")[0])
        bar.pad_right(BAR - len(bar))
        counts = (percent(mix[verdict], mix.total()), f"{mix[verdict]:,}", f"{stats.verdicts[verdict]:,}")
        grid.add_row(verdict_text(verdict), bar, *counts)
    return grid


def workers(found: Sequence[WorkerStats], room: int, width: int) -> list[RenderableType]:
    """One line per worker, those that are not well first where there is no room for all."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True, justify="right")
    for most in (None, None, width - 52):
        grid.add_column(no_wrap=True, overflow="ellipsis", max_width=most)
    for _ in range(2):
        grid.add_column(no_wrap=True, justify="right")
    headings = ("slot", "driver", "state", "what it does", "cand/s", "heard of")
    grid.add_row(*(Text(word, style="bold") for word in headings))
    if len(found) > room:
        found = sorted(found, key=lambda worker: worker.state not in (WorkerState.TROUBLE, WorkerState.SILENT))
    for worker in found[:room]:
        grid.add_row(
            "?" if worker.slot is None else str(worker.slot),
            f"{worker.driver} {worker.isolation}".strip() or "?",
            Text(worker.state, style=STATE_STYLES[worker.state]),
            Text(activity(worker)),
            f"{worker.candidates_per_s:,.1f}",
            f"{worker.silent_for_s:.0f} s ago",
        )
    hidden = len(found) - room
    return [grid, *([Text(f"… and {plural(hidden, 'worker')} more", style="dim")] if hidden > 0 else [])]


def activity(worker: WorkerStats) -> str:
    """What a worker does; who it is, when that is all that is known."""
    if worker.state == WorkerState.SILENT:
        return worker.name
    return f"{plural(worker.candidates, 'candidate')} of {worker.job[:8]}" if worker.job else ""


def hit_rate(stats: Stats) -> str:
    """Of the verdict cache, in all."""
    return percent(stats.cache_hits, stats.cache_hits + stats.cache_misses)


def percent(part: int, whole: int) -> str:
    """A share; none of nothing."""
    return f"{100 * part / whole:.1f} %" if whole else "–"


def plural(number: int, word: str) -> str:
    """`1 worker`, `2 workers`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def duration(seconds: float | None) -> str:
    """Hours, minutes and seconds; unknown without a rate."""
    if seconds is None:
        return "unknown"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
