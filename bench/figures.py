"""One figure: ours, the other's, their ratio. Pairs are interleaved, the median of the pairs' ratios counts:
this is the only thing that a noisy machine does not spoil."""

from __future__ import annotations

import json
import statistics
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

PAIRS = 5


@dataclass(frozen=True)
class Figure:
    """`ratio` is what `wanted` speaks of (`>= 6`, `<= 0.8`, or empty: shown, not asked for)."""

    name: str
    ours: float
    other: float
    ratio: float
    unit: str
    setting: str
    wanted: str = ""

    @property
    def held(self) -> bool:
        """Whether the ratio is what was wanted."""
        sign, _, bound = self.wanted.partition(" ")
        return not sign or (self.ratio >= float(bound) if sign == ">=" else self.ratio <= float(bound))


def paired(
    name: str, ours: Callable[[], float], other: Callable[[], float], unit: str, setting: str, wanted: str = ""
) -> Figure:
    """The median of PAIRS interleaved pairs, after one pair that warms up."""
    ours(), other()
    pairs = [(ours(), other()) for _ in range(PAIRS)]
    return Figure(
        name,
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        statistics.median(mine / theirs for mine, theirs in pairs),
        unit,
        setting,
        wanted,
    )


def show(figures: list[Figure]) -> None:
    """The table, on stdout."""
    table = Table(title="equijudge against another (plain subprocess.run unless named), same run, medians of 5 pairs")
    for column in ("figure", "ours", "other", "unit", "ratio", "wanted", "setting"):
        table.add_column(column, justify="right" if column in ("ours", "other", "ratio") else "left")
    for figure in figures:
        mark = "" if not figure.wanted else "[green]held[/]" if figure.held else "[red]MISSED[/]"
        table.add_row(
            figure.name,
            f"{figure.ours:.3g}",
            f"{figure.other:.3g}",
            figure.unit,
            f"{figure.ratio:.3g}",
            f"{figure.wanted} {mark}",
            figure.setting,
        )
    Console(width=160).print(table)


def write(figures: list[Figure], path: Path) -> None:
    """One JSON object per figure."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(asdict(figure)) + "\n" for figure in figures))
