"""Draws the page's plots from the tables, as SVG that takes the page's colours: light, dark, any width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from equijudge.plots import INK, draw_legend, draw_points, new_axes, page_style, page_svg
from equijudge_core.contracts.scores import Estimate

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_WIDTH, _HEIGHT = 4.6, 3.2  # inches; 1 inch is 72 units of the SVG
_MOST = 6  # lines of a plot: as many as there are colours

Interval = Mapping[str, Any]


def draw_plots(tables: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Draw what there is anything to draw of: name, caption and SVG of each plot."""
    k = tables["k"]
    with page_style():
        for regime in ("uniform", "zipf"):
            curves = [each for each in tables["curves"] if each["regime"] == regime and each["main"] and each["points"]]
            if curves:
                caption = (
                    f"Collapse over epochs, {regime} data, held-out prompts: how many times likelier two right answers "
                    "share an algorithm than two programs of the data. Grey: where 95 of 100 arms lie that draw from "
                    "the data"
                )
                yield f"curve-{regime}", caption, page_svg(_curves(curves[:_MOST]), f"curve-{regime}")
        for sweep in tables["sweeps"]:
            if len(sweep["points"]) > 1:
                caption = f"{sweep['title']}: what a strength does, on validation problems, one run each"
                yield f"sweep-{sweep['arm']}", caption, page_svg(_sweep(sweep, k), f"sweep-{sweep['arm']}")
        frontiers = [each for each in tables["frontiers"] if len(each["points"]) > 1]
        if frontiers:
            caption = f"Frontier over temperatures, the number at a point: coverage@{k} against pass@1"
            yield "frontier", caption, page_svg(_frontier(frontiers[:_MOST], k), "frontier")
        for regime in ("zipf", "uniform"):
            found = [each for each in tables["calibration"] if each["regime"] == regime]
            if found:
                first = "the data's most frequent" if regime == "zipf" else "the one that is most often right"
                caption = f"Calibration by algorithm, {found[0]['title']}: shares, averaged over cores; 1 is {first}"
                yield f"calibration-{regime}", caption, page_svg(_calibration(found[0]), f"calibration-{regime}")


def has_value(found: Interval | None) -> bool:
    """Whether there is a value."""
    return found is not None and found.get("value") is not None


def _curves(curves: Sequence[Mapping[str, Any]]) -> Figure:
    figure, axes = new_axes(_HEIGHT + 0.14 * len(curves), _WIDTH)
    epochs = sorted({point["epoch"] for each in curves for point in each["points"]})
    noise = [max((p["noise"] for c in curves for p in c["points"] if p["epoch"] == at), key=_width) for at in epochs]
    axes.fill_between(epochs, [low for low, _ in noise], [high for _, high in noise], color=INK, alpha=0.15, lw=0)
    axes.axhline(1, color=INK, linewidth=0.8, alpha=0.6)
    for number, curve in enumerate(curves):
        points = [point for point in curve["points"] if has_value(point["held_out"])]
        aside = 1.03 ** (number - (len(curves) - 1) / 2)
        draw_points(
            axes,
            number,
            [point["epoch"] * aside for point in points],
            [_estimate(point["held_out"]) for point in points],
            curve["title"],
        )
    axes.set_xscale("log")
    _ticks(axes, epochs)
    axes.set_xlabel("epochs")
    axes.set_ylabel("collisions of right answers,\nthe data's being 1")
    draw_legend(figure, columns=1)
    return figure


def _width(noise: Sequence[float]) -> float:
    return noise[1] - noise[0]


def _ticks(axes: Axes, values: Sequence[float]) -> None:
    axes.set_xticks(list(values), [f"{value:g}" for value in values])
    axes.minorticks_off()


def _sweep(sweep: Mapping[str, Any], k: int) -> Figure:
    figure, axes = new_axes(2.8, _WIDTH)
    points = sweep["points"]
    places = [float(place) for place in range(len(points))]
    draw_points(axes, 0, places, [float(point["pass@1"]) for point in points], "pass@1 (left)")
    axes.set_ylim(0, 1.05)
    axes.set_ylabel("pass@1")
    other = axes.twinx()
    other.spines["right"].set_visible(True)
    draw_points(other, 1, places, [float(point["coverage"]) for point in points], f"coverage@{k} (right)")
    other.set_ylim(bottom=0)
    other.set_ylabel("algorithms")
    axes.set_xticks(places, [f"{point['strength']:g}" for point in points])
    axes.set_xlabel("strength; the chosen one is " + ("–" if sweep["chosen"] is None else f"{sweep['chosen']:g}"))
    draw_legend(figure, columns=2)
    return figure


def _frontier(frontiers: Sequence[Mapping[str, Any]], k: int) -> Figure:
    figure, axes = new_axes(_HEIGHT + 0.14 * len(frontiers), _WIDTH)
    for number, sweep in enumerate(frontiers):
        points = [each for each in sweep["points"] if has_value(each["pass@1"]) and has_value(each["coverage"])]
        xs, ys = ([_estimate(each[name]) for each in points] for name in ("pass@1", "coverage"))
        draw_points(axes, number, xs, ys, sweep["title"])
        # Labels of different lines on different sides, so that they stand apart.
        side = (5, 4) if number % 2 == 0 else (-5, -10)
        for each in points:
            axes.annotate(
                f"{each['temperature']:g}",
                (each["pass@1"]["value"], each["coverage"]["value"]),
                xytext=side,
                textcoords="offset points",
                ha="left" if side[0] > 0 else "right",
                fontsize=7,
                color=INK,
            )
    axes.set_xlabel("share of right samples, pass@1")
    axes.set_ylabel(f"algorithms, coverage@{k}")
    draw_legend(figure, columns=1)
    return figure


def _calibration(found: Mapping[str, Any]) -> Figure:
    figure, axes = new_axes(2.8, _WIDTH)
    rows = found["rows"]
    places = [float(row["place"]) for row in rows]
    for number, (name, label) in enumerate(
        (("data", "data"), ("drawn", "all answers"), ("right", "right answers"), ("accuracy", "right, of its answers"))
    ):
        known = [(place, float(row[name])) for place, row in zip(places, rows, strict=True) if row[name] is not None]
        line = "none" if name == "accuracy" else "-"
        draw_points(axes, number, [x for x, _ in known], [y for _, y in known], label, line, name != "accuracy")
    axes.set_ylim(0, 1.05)
    axes.set_xticks(places, [f"{place:g}" for place in places])
    axes.set_xlabel("algorithm")
    axes.set_ylabel("share")
    draw_legend(figure, columns=2)
    return figure


def _estimate(found: Interval) -> Estimate:
    return Estimate(value=found["value"], low=found["low"], high=found["high"])
