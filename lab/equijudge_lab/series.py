"""Series of figures, of which the page draws a plot each: over epochs, strengths, temperatures, and over the algorithms
of the data."""

from __future__ import annotations

from statistics import fmean
from typing import Any

import numpy as np

from equijudge_core.scores.crossed import CrossedMean
from equijudge_lab.calls import is_inert
from equijudge_lab.choices import ACCURACY, sweep_points
from equijudge_lab.design import Unit
from equijudge_lab.plan import HELD_OUT, TRAINED
from equijudge_lab.results import Draw, Results
from equijudge_lab.text import title

Table = dict[str, Any]


def curve(results: Results, group: Unit) -> Table | None:
    """The calibration ratio of right answers over epochs, held out and trained, beside the data's."""
    if group.kind != "train" or not results.seeds(group) or len(group.epochs) < 2:
        return None
    points = []
    for epoch in group.epochs:
        held_out, trained = (Draw(epoch, split=split) for split in (HELD_OUT, TRAINED))
        reference = results.reference(group, held_out)
        if "ratio_right" not in reference:
            continue
        points.append(
            {
                "epoch": epoch,
                "held_out": interval(results.mean(group, held_out, "ratio_right")),
                "trained": interval(results.mean(group, trained, "ratio_right")),
                "pass@1": interval(results.mean(group, held_out, "pass@1")),
                "variation_right": interval(results.mean(group, held_out, "variation_right")),
                "noise": list(reference["ratio_right"][1:]),
                "held_out_nll": _held_out_nll(results, group, epoch),
            }
        )
    return {
        "name": group.name,
        "title": title(results.design, group, results.chosen),
        "regime": group.regime,
        "main": group.world == 0 and group.rows > 1 and group.model == _main_model(results),
        "points": points,
    }


def _main_model(results: Results) -> str:
    return next(iter(results.design.sizes.bases)).partition("-w")[0]


def _held_out_nll(results: Results, group: Unit, epoch: int) -> float | None:
    logs = [results.units[name]["training"]["log"] for name in results.seeds(group)]
    values = [log[epoch - 1]["held_out_nll"] for log in logs if len(log) >= epoch and "held_out_nll" in log[epoch - 1]]
    return sum(values) / len(values) if values else None


def sweep(results: Results, arm: str) -> Table:
    """Strengths with what they do on validation problems. ends: whether the last one costs more than ACCURACY."""
    points = []
    for strength, figures in sweep_points(results.design, arm, results.units):
        unit = next(
            name
            for name, each in results.design.units.items()
            if each.validation and (each.arm, each.strength) == (arm, strength)
        )
        training = results.units[unit]["training"]
        log = training["log"]
        changes = [line["weight_change"] for line in log if "weight_change" in line]
        points.append(
            {
                "strength": strength,
                "pass@1": figures["pass@1"],
                "coverage": figures[f"coverage@{results.k}"],
                "ratio_right": figures.get("ratio_right"),
                "variation_right": figures.get("variation_right"),
                "pushed_down": max((line["pushed_down"] for line in log if "pushed_down" in line), default=None),
                "weight_change_first": changes[0] if changes else None,
                "weight_change_last": changes[-1] if changes else None,
                "deviation": training.get("deviation"),
                "inert": is_inert(log),
            }
        )
    gentlest, last = (points[0], points[-1]) if points else (None, None)
    return {
        "arm": arm,
        "title": results.design.arms[arm].title,
        "planned": len(results.design.sweeps[arm]),
        "points": points,
        "chosen": results.chosen.strengths.get(arm),
        "ends": bool(gentlest and last and last["pass@1"] < gentlest["pass@1"] - ACCURACY),
    }


def frontier(results: Results, group: Unit) -> Table | None:
    if not group.temperatures or group.kind not in ("base", "train") or not results.seeds(group):
        return None
    points = []
    for temperature in sorted({1.0, *group.temperatures}):
        draw = Draw(temperature=temperature)
        points.append(
            {
                "temperature": temperature,
                "pass@1": interval(results.mean(group, draw, "pass@1")),
                "coverage": interval(results.mean(group, draw, f"coverage@{results.k}")),
                "ratio_right": interval(results.mean(group, draw, "ratio_right")),
            }
        )
    return {"name": group.name, "title": title(results.design, group, results.chosen), "points": points}


def calibration(results: Results, group: Unit) -> Table | None:
    """Shares by how frequent an algorithm is in the data, the most frequent first: of the data, of all answers, of
    right ones, with how often answers of it are right. In the uniform regime the order is that of how often an
    algorithm is right."""
    if group.kind != "train" or not results.seeds(group):
        return None
    by_place: dict[int, list[tuple[float, float, float]]] = {}
    accuracies: dict[int, list[float]] = {}
    for unit in results.seeds(group):
        cores: dict[str, list[Any]] = {}
        for prompt in results.prompts(unit, Draw()):
            cores.setdefault(prompt.core, []).append(prompt.counts)
        for counts in cores.values():
            data = np.array(counts[0].data)
            drawn = np.sum([each.drawn for each in counts], axis=0)
            right = np.sum([each.right for each in counts], axis=0)
            accuracy = np.divide(right, drawn, out=np.full(len(data), np.nan), where=drawn > 0)
            first = -data if group.regime == "zipf" else -np.nan_to_num(accuracy)
            for place, number in enumerate(np.argsort(first, kind="stable")):
                by_place.setdefault(place, []).append(
                    (
                        float(data[number]),
                        float(drawn[number] / max(drawn.sum(), 1)),
                        float(right[number] / max(right.sum(), 1)),
                    )
                )
                if not np.isnan(accuracy[number]):
                    accuracies.setdefault(place, []).append(float(accuracy[number]))
    whole = max(map(len, by_place.values()))
    rows: list[Table] = []
    for place, values in sorted(by_place.items()):
        if len(values) < whole:  # places that not all cores have
            break
        known = accuracies.get(place)
        rows.append(
            {
                "place": place + 1,
                **{name: fmean([value[at] for value in values]) for at, name in enumerate(("data", "drawn", "right"))},
                "accuracy": fmean(known) if known else None,
            }
        )
    return {
        "name": group.name,
        "title": title(results.design, group, results.chosen),
        "regime": group.regime,
        "rows": rows,
    }


def interval(found: CrossedMean) -> Table:
    """A mean with its interval, as it stands in the tables."""
    return {"value": found.value, "low": found.low, "high": found.high}
