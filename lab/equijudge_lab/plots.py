"""Draws the page's plots from the tables, as SVG that takes the page's colours: light, dark, any width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from equijudge.plots import INK, draw_legend, draw_points, new_axes, page_style, page_svg
from equijudge_core.contracts.scores import Estimate

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_WIDTH, _HEIGHT = 4.6, 3.2  # inches; 1 inch is 72 units of the SVG

Interval = Mapping[str, Any]


def draw_plots(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Draw what there is anything to draw of: name, caption and SVG of each plot."""
    k = tables["k"]
    with page_style():
        compared = [each for each in tables["conditions"] if has_value(each["matched"])]
        if compared:
            caption = f"coverage@{k} against A1 at equal pass@1, with 95 % intervals; right of the line is more"
            yield "differences", caption, page_svg(_differences(compared, k), "differences")
        sweeps = [each for each in tables["sweeps"] if len(each["points"]) > 1]
        if sweeps:
            caption = f"pass@1 against coverage@{k} over temperatures; the number at a point is its temperature"
            yield "frontier", caption, page_svg(_frontier(sweeps, k), "frontier")
        for name, label in _TRACED.items():
            figure = name.replace("@k", f"@{k}")
            traces = [each for each in tables["traces"] if len(_points(each, figure)) > 1]
            if traces:
                drawn = _trace(traces, figure, label.replace("@k", f"@{k}"))
                yield f"trace-{name.partition('@')[0]}", f"{figure} over training, seed 0", page_svg(drawn, name)
        seen = [each for each in tables["traces"] if len(each["held_out"]) > 1]
        if seen:
            caption = "NLL of the held-out problems' verified programs, nats per token, seed 0"
            yield "trace-held-out", caption, page_svg(_held_out(seen), "held-out")
        losses = [each for each in tables["decomposition"] if has_value(each.get("coarse", {}).get("drop_all"))]
        if losses:
            caption = "loss of diversity from the base model (share of pairs in different clusters), and its two parts"
            yield "decomposition", caption, page_svg(_losses(losses), "decomposition")


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
    figure, axes = new_axes(0.9 + 0.26 * len(conditions), _WIDTH)
    places = range(len(conditions), 0, -1)
    axes.axvline(0, color=INK, linewidth=0.8, alpha=0.5)
    for place, each in zip(places, conditions, strict=True):
        found = each["matched"]
        draw_points(axes, 0, [_estimate(found)], [float(place)], filled=found["significant"])
    axes.set_yticks(list(places), [each["name"] for each in conditions])
    axes.set_ylim(0.3, len(conditions) + 0.7)
    axes.set_xlabel(f"difference in coverage@{k}, clusters (filled: significant)")
    return figure


def _losses(rows: Sequence[Mapping[str, Any]]) -> Figure:
    figure, axes = new_axes(1.1 + 0.34 * len(rows), _WIDTH)
    places = range(len(rows), 0, -1)
    axes.axvline(0, color=INK, linewidth=0.8, alpha=0.5)
    for number, (part, label) in enumerate(_LOSSES.items()):
        parts = [(each["coarse"][part], place + 0.25 * (1 - number)) for each, place in zip(rows, places, strict=True)]
        points = [(_estimate(found), place) for found, place in parts if has_value(found)]
        draw_points(axes, number, [x for x, _ in points], [y for _, y in points], label, line="none")
    axes.set_yticks(list(places), [each["name"] for each in rows])
    axes.set_ylim(0.3, len(rows) + 0.7)
    axes.set_xlabel("loss since the base model")
    draw_legend(figure)
    return figure


def _frontier(sweeps: Sequence[Mapping[str, Any]], k: int) -> Figure:
    figure, axes = new_axes(_HEIGHT, _WIDTH)
    for number, sweep in enumerate(sweeps):
        points = [each for each in sweep["points"] if has_value(each["pass@1"]) and has_value(each[f"coverage@{k}"])]
        draw_points(
            axes,
            number,
            [_estimate(each["pass@1"]) for each in points],
            [_estimate(each[f"coverage@{k}"]) for each in points],
            _label(sweep),
        )
        for each in points:
            place = (each["pass@1"]["value"], each[f"coverage@{k}"]["value"])
            axes.annotate(
                f"{each['temperature']:g}", place, xytext=(4, 4), textcoords="offset points", fontsize=7, color=INK
            )
    axes.set_xlabel("share of right samples, pass@1")
    axes.set_ylabel(f"clusters, coverage@{k}")
    draw_legend(figure, columns=2)
    return figure


def _trace(traces: Sequence[Mapping[str, Any]], name: str, label: str) -> Figure:
    figure, axes = new_axes(2.6, _WIDTH)
    for number, trace in enumerate(traces):
        points = _points(trace, name)
        steps = [float(each["step"]) for each in points]
        draw_points(axes, number, steps, [_estimate(each["figures"][name]) for each in points], _label(trace))
    axes.set_xlabel("optimiser steps; 0: the base model")
    axes.set_ylabel(f"{label},\n{name}")
    axes.set_ylim(bottom=0)
    draw_legend(figure, columns=2)
    return figure


def _held_out(traces: Sequence[Mapping[str, Any]]) -> Figure:
    figure, axes = new_axes(2.6, _WIDTH)
    for number, trace in enumerate(traces):
        steps, values = ([float(each[name]) for each in trace["held_out"]] for name in ("step", "held_out_nll"))
        draw_points(axes, number, steps, values, _label(trace))
    axes.set_xlabel("optimiser steps")
    axes.set_ylabel("held-out NLL,\nnats per token")
    draw_legend(figure, columns=2)
    return figure


def _points(trace: Mapping[str, Any], figure: str) -> list[Mapping[str, Any]]:
    return [each for each in trace["points"] if has_value(each["figures"].get(figure))]


def _estimate(found: Interval) -> Estimate:
    return Estimate(value=found["value"], low=found["low"], high=found["high"])


def _label(of: Mapping[str, Any]) -> str:
    return f"{of['name']} {of['title']}"
