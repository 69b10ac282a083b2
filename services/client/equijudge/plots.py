"""Figures of scores and comparisons, for a paper (SVG and PNG) or within a page. Needs the extra `equijudge[plots]`.

The same data gives the same bytes: no date, no random ids. What is drawn elsewhere in this style starts with `new_axes`
and `draw_points`; within `page_style()` it takes the colour of a page's text, which `page_svg` completes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from equijudge_core.contracts.scores import Comparison, Estimate, Scores

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Whoever draws for equijudge begins with this style, these colours and marks.
# Okabe and Ito's palette: told apart by the colour-blind, and in grey.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
MARKS = ("o", "s", "^", "D", "v", "P")
PNG_DPI = 200
STYLE: dict[Any, Any] = {
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "equijudge",
}
_WIDTH, _HEIGHT = 3.4, 2.6  # inches: one column
INK = "#010203"
"""Stands for a page's own colour of text until `page_svg` puts that in its place."""
_PAGE_STYLE: dict[Any, Any] = {
    **dict.fromkeys(("axes.edgecolor", "axes.labelcolor", "text.color", "xtick.color", "ytick.color"), INK),
    **dict.fromkeys(("axes.facecolor", "figure.facecolor"), "none"),
}
_ASIDE = 0.06  # of a doubling of k, between the bars of two runs


def coverage_curves(runs: Mapping[str, Scores], level: str = "") -> Figure:
    """Draw coverage@k against k, one line per run with its interval; `level` is "" (coarse) or "_fine".

    Raises:
        ValueError: no run has a coverage to show.
    """
    figure, axes = new_axes()
    shown = False
    for number, (label, scores) in enumerate(runs.items()):
        points = [(k, scores.figures[f"coverage{level}@{k}"]) for k in sorted(scores.settings.ks)]
        points = [(k, found) for k, found in points if found.value is not None]
        shown = shown or bool(points)
        aside = 2 ** (_ASIDE * (number - (len(runs) - 1) / 2))
        draw_points(axes, number, [k * aside for k, _ in points], [found for _, found in points], label)
    _need(shown, "no run has a coverage@k: too few judged samples for every k")
    axes.set_xscale("log", base=2)
    axes.set_xticks(sorted({k for scores in runs.values() for k in scores.settings.ks}))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.minorticks_off()
    axes.set_xlabel("samples drawn, $k$")
    axes.set_ylabel("clusters among correct samples,\ncoverage@$k$")
    axes.set_ylim(bottom=0)
    draw_legend(figure)
    return figure


def selection_curves(runs: Mapping[str, Scores]) -> Figure:
    """Draw against k how often one answer out of k samples is right: chosen by one who knows (pass@k), by the public
    tests (best_of@k), by the largest class of equal outputs (majority@k), as far as they were scored.

    Raises:
        ValueError: no run has a way to choose.
    """
    figure, axes = new_axes(height=_HEIGHT + 0.5)
    chosen = [(label, scores, kind) for label, scores in runs.items() for kind in ("pass", "best_of", "majority")]
    drawn: list[str] = []
    for label, scores, kind in chosen:
        points = [(k, scores.figures.get(f"{kind}@{k}")) for k in sorted(scores.settings.ks)]
        known = [(k, found) for k, found in points if found is not None and found.value is not None]
        if known:
            draw_points(
                axes, len(drawn), [float(k) for k, _ in known], [found for _, found in known], f"{label}: {kind}@$k$"
            )
            drawn.append(kind)
    _need(set(drawn) > {"pass"}, "no run has best_of@k (public tests) or majority@k (asked for)")
    axes.set_xscale("log", base=2)
    axes.set_xticks(sorted({k for scores in runs.values() for k in scores.settings.ks}))
    axes.xaxis.set_major_formatter("{x:g}")
    axes.minorticks_off()
    axes.set_xlabel("samples drawn, $k$")
    axes.set_ylabel("chance that the\nanswer is right")
    axes.set_ylim(0, 1.03)
    draw_legend(figure, columns=2)
    return figure


def frontier(sweeps: Mapping[str, Sequence[Scores]], k: int) -> Figure:
    """Draw coverage@k against pass@1, one point per run of a sweep, both with intervals; lines join a sweep's points.

    Raises:
        ValueError: no run has both.
    """
    figure, axes = new_axes()
    shown = False
    for number, (label, runs) in enumerate(sweeps.items()):
        figures = [run.figures for run in runs if {"pass@1", f"coverage@{k}"} <= run.figures.keys()]
        pairs = [(found["pass@1"], found[f"coverage@{k}"]) for found in figures]
        pairs = [pair for pair in pairs if None not in (pair[0].value, pair[1].value)]
        pairs.sort(key=lambda pair: _value(pair[0]))
        shown = shown or bool(pairs)
        draw_points(axes, number, [skill for skill, _ in pairs], [cover for _, cover in pairs], label)
    _need(shown, f"no run has both pass@1 and coverage@{k}")
    axes.set_xlabel("share of correct samples, pass@1")
    axes.set_ylabel(f"clusters among correct samples,\ncoverage@{k}")
    axes.set_ylim(bottom=0)
    draw_legend(figure)
    return figure


def differences(comparison: Comparison, names: Sequence[str], a: str, b: str) -> Figure:
    """Draw b - a of the named figures with intervals, each divided by a's value; a line marks no difference.

    Raises:
        ValueError: a name that was not compared, or none with a value to divide by.
    """
    if unknown := [name for name in names if name not in comparison.differences]:
        raise ValueError(f"names: not compared: {', '.join(unknown)}")
    chosen = [(name, comparison.differences[name]) for name in names]
    relative = [
        (name, Estimate(value=_per(d.value, d.a), low=_per(d.low, d.a), high=_per(d.high, d.a)))
        for name, d in chosen
        if d.value is not None and d.a
    ]
    _need(bool(relative), "names: none has a difference relative to a value of a")
    figure, axes = new_axes(height=0.5 + 0.27 * len(relative))
    places = [float(place) for place in range(len(relative), 0, -1)]
    axes.axvline(0, color="0.6", linewidth=0.8, zorder=0)
    draw_points(axes, 0, [found for _, found in relative], places, line="none")
    axes.set_yticks(places, [name for name, _ in relative])
    axes.set_ylim(0.4, len(relative) + 0.6)
    axes.tick_params(axis="y", length=0)
    figure.supxlabel(f"({b} − {a}) / {a}, %", fontsize=STYLE["font.size"])  # it may be wider than the axes
    return figure


def save(figure: Figure, path: Path) -> tuple[Path, Path]:
    """Write path.svg and path.png (200 dots per inch) and return both."""
    import matplotlib

    svg, png = (path.with_name(f"{path.name}.{kind}") for kind in ("svg", "png"))
    with matplotlib.rc_context(STYLE):
        figure.savefig(svg, metadata={"Date": None})
        figure.savefig(png, dpi=PNG_DPI, metadata={"Software": None})
    return svg, png


@contextmanager
def page_style() -> Iterator[None]:
    """What is drawn meanwhile is for `page_svg`: without a ground, its ink a page's own, light or dark."""
    import matplotlib

    with matplotlib.rc_context(_PAGE_STYLE):
        yield


def page_svg(figure: Figure, name: str) -> str:
    """A figure of `page_style` as an element of an HTML page, as wide as its place; `name` keeps its ids its own."""
    import matplotlib

    buffer = io.StringIO()
    with matplotlib.rc_context(STYLE):
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :].replace(INK, "currentColor")
    own = re.sub(r"\W", "-", name)
    text = re.sub(r'\bid="', f'id="{own}-', text)
    text = re.sub(r'(url\(|xlink:href=")#', rf"\1#{own}-", text)
    return re.sub(r'^<svg([^>]*?) width="[^"]*"', r"<svg\1", re.sub(r' height="[\d.]+pt"', "", text, count=1), count=1)


def new_axes(height: float = _HEIGHT, width: float = _WIDTH) -> tuple[Figure, Axes]:
    """An empty figure, on no screen; inches, one column of a paper wide unless told."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context(STYLE):
        figure = Figure(figsize=(width, height))
        FigureCanvasAgg(figure)
        return figure, figure.add_subplot()


def draw_legend(figure: Figure, columns: int = 3) -> None:
    """Above the axes, where no point can lie."""
    figure.legend(loc="outside upper center", ncols=columns, frameon=False, fontsize="small")


def draw_points(
    axes: Axes,
    number: int,
    x: Sequence[Estimate | float],
    y: Sequence[Estimate | float],
    label: str | None = None,
    line: str = "-",
    filled: bool = True,
) -> None:
    """Points in the colour and mark of `number`; an estimate has a thin bar as long as its interval."""
    colour = COLOURS[number % len(COLOURS)]
    axes.errorbar(
        [_value(point) for point in x],
        [_value(point) for point in y],
        xerr=_arms(x),
        yerr=_arms(y),
        label=label,
        color=colour,
        marker=MARKS[number % len(MARKS)],
        markersize=3.5,
        markerfacecolor=colour if filled else "none",
        linestyle=line,
        linewidth=1,
        elinewidth=0.8,
    )


def _value(point: Estimate | float) -> float:
    return point if isinstance(point, float) else point.value or 0.0


def _arms(points: Sequence[Estimate | float]) -> list[list[float]]:
    """How far the interval reaches below and above the value; nothing is drawn towards an unbounded end."""
    arms = [(0.0, 0.0) if isinstance(point, float) else _reach(point) for point in points]
    return [[below for below, _ in arms], [above for _, above in arms]]


def _reach(found: Estimate) -> tuple[float, float]:
    value = _value(found)
    low, high = (value if end is None else end for end in (found.low, found.high))
    return max(0.0, value - low), max(0.0, high - value)


def _per(part: float | None, whole: float | None) -> float | None:
    """In per cent."""
    return None if part is None or not whole else 100 * part / whole


def _need(condition: bool, fault: str) -> None:
    if not condition:
        raise ValueError(fault)
