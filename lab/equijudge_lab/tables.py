"""The experiment's results as one JSON object, from which the page is drawn too. Pure: scores in, tables out.

An interval stands as {value, low, high}. Every group has the same entries, null where nothing is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from equijudge_core.scores.crossed import CrossedMean
from equijudge_lab.calls import INERT, MARGIN, call_narrowing, is_inert
from equijudge_lab.choices import ACCURACY, RL_RANGE, sweep_points
from equijudge_lab.design import Unit
from equijudge_lab.hypotheses import LEVEL, Answer, decide_all
from equijudge_lab.plan import HELD_OUT, RL, TRAINED, design_as_json
from equijudge_lab.results import BEST, Draw, Results
from equijudge_lab.text import title

BASE_RANGE = (0.3, 0.7)
TUNED_LEAST = 0.85
REFERENCED = [f"{name}{suffix}" for name in ("ratio", "variation", "divergence") for suffix in ("", "_right")]
ENDS = {"last": -1, "best": BEST}
Table = dict[str, Any]


def build_tables(results: Results, facts: Mapping[str, Any]) -> Table:
    """Make all tables. facts: seed, command, when."""
    answered = decide_all(results)
    groups = [group for group in results.groups if group.kind in ("train", "sharpened")]
    return {
        **facts,
        "preset": design_as_json(results.design),
        "table": results.design.table,
        "k": results.k,
        "level": LEVEL,
        "margin": MARGIN,
        "families": "cores" if results.families_are_cores else "problems",
        "complete": len(results.units) == len(results.design.units),
        "blocks": [_block(results, block.name) for block in results.design.blocks],
        "acceptance": acceptance(results),
        "hypotheses": [each.model_dump(mode="json") for each in answered],
        "answers": {one.value: sum(each.answer is one for each in answered) for one in Answer},
        "base": _figures(results, base, Draw()) if (base := results.find("base")) and results.seeds(base) else None,
        "groups": [_group(results, group) for group in groups],
        "curves": [found for group in groups if (found := _curve(results, group))],
        "sweeps": [_sweep(results, arm) for arm in results.design.sweeps],
        "frontiers": [found for group in results.groups if (found := _frontier(results, group))],
        "calibration": [found for group in groups if (found := _calibration(results, group))],
        "controls": _controls(results),
        "training": [_training(results, name) for name, unit in results.units.items() if unit["facts"].get("training")],
        "rl": [_rl(results, group) for group in results.groups if group.kind == "grpo"],
        "agreement": _agreement(results),
        "rules": {"accuracy": ACCURACY, "inert": INERT, "rl": list(RL_RANGE)},
        "versions": _versions(results),
    }


def acceptance(results: Results) -> Table:
    """Whether the world is neither too easy nor too hard for numbers about diversity to mean much."""
    base, nll = results.find("base"), results.find("nll", kind="train")
    found = [
        _interval(results.mean(group, Draw(), "pass@1")) if group is not None and results.seeds(group) else None
        for group in (base, nll)
    ]
    base_ok = found[0] is not None and BASE_RANGE[0] <= (found[0]["value"] or 0.0) <= BASE_RANGE[1]
    tuned_ok = found[1] is not None and (found[1]["value"] or 0.0) >= TUNED_LEAST
    return {
        "base": found[0],
        "tuned": found[1],
        "base_range": list(BASE_RANGE),
        "tuned_least": TUNED_LEAST,
        "base_ok": base_ok,
        "tuned_ok": tuned_ok,
        "there": None not in found,
    }


def _block(results: Results, name: str) -> Table:
    block = next(each for each in results.design.blocks if each.name == name)
    names = [unit.name for unit in block.units]
    done = [each for each in names if each in results.units]
    seconds = sum(sum(results.units[each]["made"]["seconds"].values()) for each in done)
    return {
        "name": name,
        "purpose": block.purpose,
        "core_minutes": block.core_minutes,
        "units": len(names),
        "done": len(done),
        "minutes": round(seconds / 60, 1),
    }


def _group(results: Results, group: Unit) -> Table:
    draw = Draw(temperature=group.temperatures[0]) if group.kind == "sharpened" else Draw()
    ends = {"last": draw} if group.kind == "sharpened" else {name: Draw(epoch) for name, epoch in ENDS.items()}
    seeds = results.seeds(group)
    return {
        "name": group.name,
        "title": title(results.design, group, results.chosen),
        "regime": group.regime,
        "order": group.order,
        "model": group.model,
        "world": group.world,
        "rows": f"{group.problems} × {group.rows}",
        "seeds": len(seeds),
        "best_epochs": [results.units[name]["training"].get("best_epoch") for name in seeds],
        "held_out": {name: _figures(results, group, each) if seeds else None for name, each in ends.items()},
        "trained": _figures(results, group, Draw(draw.epoch, draw.temperature, TRAINED)) if seeds else None,
        "by_seed": [_seed_mean(results, group, draw, place) for place in range(len(seeds))],
    }


def _figures(results: Results, group: Unit, draw: Draw) -> Table | None:
    """All figures of one draw; None where it was not drawn."""
    if not any(results.prompts(unit, draw) for unit in results.seeds(group)):
        return None
    k = results.k
    found = call_narrowing(results, group, draw)
    shown = (
        "pass@1",
        f"pass@{k}",
        f"coverage@{k}",
        f"covered_right@{k}",
        f"signature@{k}",
        "ratio",
        "ratio_right",
        "variation",
        "variation_right",
        "divergence",
        "divergence_right",
        "unknown",
        "syntax",
    )
    collisions = results.mean(group, draw, "collision_right").value
    data = results.mean(group, draw, "data_collision").value
    return {
        "figures": {name: _interval(results.mean(group, draw, name)) for name in shown},
        "effective_right": 1 / collisions if collisions else None,
        "effective_data": 1 / data if data else None,
        "data_coverage": results.mean(group, draw, f"data@{k}").value,
        "reference": {name: _noise(found.reference.get(name)) for name in REFERENCED},
        "call": found.call.value,
    }


def _seed_mean(results: Results, group: Unit, draw: Draw, place: int) -> float | None:
    table = results.values(group, draw, "ratio_right")
    return float(np.nanmean(table[place])) if place < len(table) and not np.isnan(table[place]).all() else None


def _curve(results: Results, group: Unit) -> Table | None:
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
                "held_out": _interval(results.mean(group, held_out, "ratio_right")),
                "trained": _interval(results.mean(group, trained, "ratio_right")),
                "pass@1": _interval(results.mean(group, held_out, "pass@1")),
                "variation_right": _interval(results.mean(group, held_out, "variation_right")),
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


def _sweep(results: Results, arm: str) -> Table:
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


def _frontier(results: Results, group: Unit) -> Table | None:
    if not group.temperatures or group.kind not in ("base", "train") or not results.seeds(group):
        return None
    points = []
    for temperature in sorted({1.0, *group.temperatures}):
        draw = Draw(temperature=temperature)
        points.append(
            {
                "temperature": temperature,
                "pass@1": _interval(results.mean(group, draw, "pass@1")),
                "coverage": _interval(results.mean(group, draw, f"coverage@{results.k}")),
                "ratio_right": _interval(results.mean(group, draw, "ratio_right")),
            }
        )
    return {"name": group.name, "title": title(results.design, group, results.chosen), "points": points}


def _calibration(results: Results, group: Unit) -> Table | None:
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
                **{name: _mean([value[at] for value in values]) for at, name in enumerate(("data", "drawn", "right"))},
                "accuracy": _mean(known) if known else None,
            }
        )
    return {
        "name": group.name,
        "title": title(results.design, group, results.chosen),
        "regime": group.regime,
        "rows": rows,
    }


def _controls(results: Results) -> list[Table]:
    """The planted ones: each with what it was called, and what it has to be called."""
    found: list[Table] = []
    for group in results.groups:
        if group.kind == "sharpened" and results.seeds(group):
            call = call_narrowing(results, group, Draw(temperature=group.temperatures[0])).call.value
            found.append(
                {
                    "control": f"NLL sharpened to temperature {group.temperatures[0]:g}",
                    "wanted": "narrower",
                    "call": call,
                }
            )
    nll = results.find("nll", kind="train", regime="uniform")
    if nll is not None and results.seeds(nll):
        found.append({"control": "the data themselves", "wanted": "not narrower", "call": call_data(results, nll)})
    for name, unit in results.units.items():
        given = results.design.units[name]
        if given.arm == "eco" and given.strength == 0 and not given.chosen:
            inert = is_inert(unit["training"]["log"])
            found.append({"control": f"ECO with λ 0 ({name})", "wanted": "inert", "call": "inert" if inert else "acts"})
    return found


def call_data(results: Results, like: Unit) -> str:
    """What an arm is called that draws from the data, with the samples of another."""
    import dataclasses

    from equijudge_core.scores.calibration import draw_reference

    generator = np.random.default_rng(1)
    known = {}
    for unit in results.seeds(like):
        found = results.prompts(unit, Draw())
        known[unit, Draw()] = [
            dataclasses.replace(prompt, counts=draw_reference(prompt.counts, generator)) for prompt in found
        ]
    simulated = dataclasses.replace(results, _prompts=known)
    return call_narrowing(simulated, like, Draw()).call.value


def _training(results: Results, name: str) -> Table:
    unit = results.units[name]
    training = unit["training"]
    log = training["log"]

    def last(field: str) -> float | None:
        return next((line[field] for line in reversed(log) if field in line), None)

    held_out = [line["held_out_nll"] for line in log if "held_out_nll" in line]
    return {
        "name": name,
        "steps": training["steps"],
        "best_epoch": training.get("best_epoch"),
        "nll": last("nll"),
        "held_out_nll": last("held_out_nll"),
        "held_out_best": min(held_out, default=None),
        "penalty": last("penalty"),
        "deviation": training.get("deviation"),
        "pushed_down": max((line["pushed_down"] for line in log if "pushed_down" in line), default=None),
        "weight_change": [line["weight_change"] for line in (log[0], log[-1]) if "weight_change" in line],
        "inert": is_inert(log),
        "collision_rate": training.get("collision_rate"),
        "seconds": training["seconds"],
    }


def _rl(results: Results, group: Unit) -> Table:
    last = max(group.epochs)
    k = results.k
    found: Table = {
        "name": group.name,
        "title": title(results.design, group, results.chosen),
        "seeds": len(results.seeds(group)),
        "prompts": len(next(iter(results.chosen.prompts.values()), ())),
    }
    for name, epoch in (("before", last), ("after", last + 1)):
        draw = Draw(epoch, split=RL)
        found[name] = {
            figure: _interval(results.mean(group, draw, figure)) for figure in ("pass@1", f"pass@{k}", f"coverage@{k}")
        }
    return found


def _agreement(results: Results) -> Table | None:
    found = [unit["sets"] for unit in results.units.values() if unit.get("sets") and unit["sets"]["programs"]]
    if not found:
        return None
    return {name: _mean([each[name] for each in found]) for name in ("algorithm_kept", "signature_kept")}


def _versions(results: Results) -> dict[str, list[str]]:
    """Every version and machine that units were made with."""
    found: dict[str, set[str]] = {}
    for unit in results.units.values():
        for name, value in unit["made"]["versions"].items():
            found.setdefault(name, set()).add(value)
    return {name: sorted(values) for name, values in sorted(found.items())}


def _noise(found: tuple[float, float, float] | None) -> Table:
    return dict(zip(("value", "low", "high"), found or (None, None, None), strict=True))


def _interval(found: CrossedMean) -> Table:
    return {"value": found.value, "low": found.low, "high": found.high}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
