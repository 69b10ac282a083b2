"""Draws the page's plots from the tables, as SVG that takes the page's colours: light, dark, any width."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from equijudge.plots import COLOURS, MARKS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK = "#010203"
"""Stands for the page's own colour of text until the SVG is written."""
_STYLE: dict[Any, Any] = {
    "axes.edgecolor": _INK,
    "axes.facecolor": "none",
    "axes.labelcolor": _INK,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "figure.constrained_layout.use": True,
    "figure.facecolor": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9,
    "legend.fontsize": 8,
    "legend.frameon": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "equijudge",
    "text.color": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}
_WIDTH, _HEIGHT = 4.6, 3.2  # inches; 1 inch is 72 units of the SVG

Interval = Mapping[str, Any]


def draw_plots(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(name, caption, SVG) of each drawing for which there is anything to draw."""
    import matplotlib

    k = tables["k"]
    with matplotlib.rc_context(_STYLE):
        compared = [each for each in tables["conditions"] if has_value(each["matched"])]
        if compared:
            caption = f"coverage@{k} against A1 at equal pass@1, with 95 % intervals; right of the line is more"
            yield "differences", caption, _to_svg(_differences(compared, k), "differences")
        sweeps = [each for each in tables["sweeps"] if len(each["points"]) > 1]
        if sweeps:
            caption = f"pass@1 against coverage@{k} over temperatures; the number at a point is its temperature"
            yield "frontier", caption, _to_svg(_frontier(sweeps, k), "frontier")
        for name, label in _TRACED.items():
            figure = name.replace("@k", f"@{k}")
            traces = [each for each in tables["traces"] if len(_points(each, figure)) > 1]
            if traces:
                drawn = _trace(traces, figure, label.replace("@k", f"@{k}"))
                yield f"trace-{name.partition('@')[0]}", f"{figure} over training, seed 0", _to_svg(drawn, name)
        seen = [each for each in tables["traces"] if len(each["held_out"]) > 1]
        if seen:
            caption = "NLL of the held-out problems' verified programs, nats per token, seed 0"
            yield "trace-held-out", caption, _to_svg(_held_out(seen), "held-out")
        losses = [each for each in tables["decomposition"] if has_value(each.get("coarse", {}).get("drop_all"))]
        if losses:
            caption = "loss of diversity from the base model (share of pairs in different clusters), and its two parts"
            yield "decomposition", caption, _to_svg(_losses(losses), "decomposition")


_TRACED = {
    "coverage_given_correct@k": "clusters among right samples",
    "coverage_all@k": "clusters among all samples",
    "pass@1": "share of right samples",
}

_LOSSES = {
    "drop_all": "among all samples",
    "quality_control": "fewer wrong ones",
    "residual": "among right ones",
}


def has_value(found: Interval | None) -> bool:
    """Whether there is a value."""
    return found is not None and found.get("value") is not None


def _differences(conditions: Sequence[Mapping[str, Any]], k: int) -> Figure:
    figure, axes = _axes(0.9 + 0.26 * len(conditions))
    places = range(len(conditions), 0, -1)
    axes.axvline(0, color=_INK, linewidth=0.8, alpha=0.5)
    for place, each in zip(places, conditions, strict=True):
        _bar(axes, each["matched"], place, COLOURS[0], filled=each["matched"]["significant"])
    axes.set_yticks(list(places), [each["name"] for each in conditions])
    axes.set_ylim(0.3, len(conditions) + 0.7)
    axes.set_xlabel(f"difference in coverage@{k}, clusters (filled: significant)")
    return figure


def _losses(rows: Sequence[Mapping[str, Any]]) -> Figure:
    figure, axes = _axes(1.1 + 0.34 * len(rows))
    places = range(len(rows), 0, -1)
    axes.axvline(0, color=_INK, linewidth=0.8, alpha=0.5)
    parts = (
        ("drop_all", "among all samples"),
        ("quality_control", "fewer wrong ones"),
        ("residual", "among right ones"),
    )
    for number, (part, label) in enumerate(parts):
        for place, each in zip(places, rows, strict=True):
            if has_value(each["coarse"][part]):
                _bar(axes, each["coarse"][part], place + 0.25 * (1 - number), COLOURS[number], MARKS[number])
        axes.plot([], [], marker=MARKS[number], color=COLOURS[number], linestyle="none", label=label)
    axes.set_yticks(list(places), [each["name"] for each in rows])
    axes.set_ylim(0.3, len(rows) + 0.7)
    axes.set_xlabel("loss since the base model")
    figure.legend(loc="outside upper center", ncols=3)
    return figure


def _frontier(sweeps: Sequence[Mapping[str, Any]], k: int) -> Figure:
    figure, axes = _axes(_HEIGHT)
    for number, sweep in enumerate(sweeps):
        points = [each for each in sweep["points"] if has_value(each["pass@1"]) and has_value(each[f"coverage@{k}"])]
        _line(axes, [each["pass@1"] for each in points], [each[f"coverage@{k}"] for each in points], number, sweep)
        for each in points:
            place = (each["pass@1"]["value"], each[f"coverage@{k}"]["value"])
            axes.annotate(
                f"{each['temperature']:g}", place, xytext=(4, 4), textcoords="offset points", fontsize=7, color=_INK
            )
    axes.set_xlabel("share of right samples, pass@1")
    axes.set_ylabel(f"clusters, coverage@{k}")
    figure.legend(loc="outside upper center", ncols=2)
    return figure


def _trace(traces: Sequence[Mapping[str, Any]], name: str, label: str) -> Figure:
    figure, axes = _axes(2.6)
    for number, trace in enumerate(traces):
        points = _points(trace, name)
        steps = [{"value": float(each["step"]), "low": None, "high": None} for each in points]
        _line(axes, steps, [each["figures"][name] for each in points], number, trace)
    axes.set_xlabel("optimiser steps; 0: the base model")
    axes.set_ylabel(f"{label},\n{name}")
    axes.set_ylim(bottom=0)
    figure.legend(loc="outside upper center", ncols=2)
    return figure


def _held_out(traces: Sequence[Mapping[str, Any]]) -> Figure:
    figure, axes = _axes(2.6)
    for number, trace in enumerate(traces):
        steps, values = (
            [{"value": float(each[name]), "low": None, "high": None} for each in trace["held_out"]]
            for name in ("step", "held_out_nll")
        )
        _line(axes, steps, values, number, trace)
    axes.set_xlabel("optimiser steps")
    axes.set_ylabel("held-out NLL,\nnats per token")
    figure.legend(loc="outside upper center", ncols=2)
    return figure


def _points(trace: Mapping[str, Any], figure: str) -> list[Mapping[str, Any]]:
    return [each for each in trace["points"] if has_value(each["figures"].get(figure))]


def _axes(height: float) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(_WIDTH, height))
    return figure, figure.add_subplot()


def _line(axes: Axes, x: Sequence[Interval], y: Sequence[Interval], number: int, of: Mapping[str, Any]) -> None:
    axes.errorbar(
        [each["value"] for each in x],
        [each["value"] for each in y],
        xerr=_arms(x),
        yerr=_arms(y),
        label=f"{of['name']} {of['title']}",
        color=COLOURS[number % len(COLOURS)],
        marker=MARKS[number % len(MARKS)],
        markersize=4,
        linewidth=1.2,
        elinewidth=0.6,
    )


def _bar(axes: Axes, found: Interval, place: float, colour: str, mark: str = "o", filled: bool = True) -> None:
    axes.errorbar(
        [found["value"]],
        [place],
        xerr=_arms([found]),
        color=colour,
        marker=mark,
        markersize=4.5,
        markerfacecolor=colour if filled else "none",
        linestyle="none",
        elinewidth=1.2,
    )


def _arms(found: Sequence[Interval]) -> list[list[float]]:
    """How far each interval reaches below and above its value; 0 towards an end that is not there."""

    def reach(each: Interval, end: str) -> float:
        other = each[end]
        return 0.0 if other is None else max(0.0, abs(float(other) - float(each["value"])))

    return [[reach(each, "low") for each in found], [reach(each, "high") for each in found]]


def _to_svg(figure: Figure, name: str) -> str:
    """As an element of the page: its ids are its own, its ink the page's."""
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    buffer = io.StringIO()
    FigureCanvasSVG(figure).print_svg(buffer, metadata={"Date": None})
    text = buffer.getvalue()
    text = text[text.index("<svg") :].replace(_INK, "currentColor")
    own = re.sub(r"\W", "-", name)
    text = re.sub(r'\bid="', f'id="{own}-', text)
    text = re.sub(r'(url\(|xlink:href=")#', rf"\1#{own}-", text)
    return re.sub(r'^<svg([^>]*?) width="[^"]*"', r"<svg\1", re.sub(r' height="[\d.]+pt"', "", text, count=1), count=1)
