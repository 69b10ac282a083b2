"""The experiment's results as one JSON object, from which the page is drawn too. Pure: scores in, tables out.

An interval stands as {value, low, high}. Every group has the same entries, null where nothing is there.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import Any

import numpy as np

from equijudge_lab.calls import INERT, MARGIN, call_narrowing, is_inert
from equijudge_lab.choices import ACCURACY, RL_RANGE
from equijudge_lab.design import Unit
from equijudge_lab.hypotheses import LEVEL, Answer, decide_all
from equijudge_lab.plan import RL, TRAINED, design_as_json
from equijudge_lab.results import BEST, Draw, Results
from equijudge_lab.series import Table, calibration, curve, frontier, interval, sweep
from equijudge_lab.text import title

BASE_RANGE = (0.3, 0.7)
TUNED_LEAST = 0.85
REFERENCED = [f"{name}{suffix}" for name in ("ratio", "variation", "divergence") for suffix in ("", "_right")]
ENDS = {"last": -1, "best": BEST}


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
        "curves": [found for group in groups if (found := curve(results, group))],
        "sweeps": [sweep(results, arm) for arm in results.design.sweeps],
        "frontiers": [found for group in results.groups if (found := frontier(results, group))],
        "calibration": [found for group in groups if (found := calibration(results, group))],
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
        interval(results.mean(group, Draw(), "pass@1")) if group is not None and results.seeds(group) else None
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
        "figures": {name: interval(results.mean(group, draw, name)) for name in shown},
        "effective_right": 1 / collisions if collisions else None,
        "effective_data": 1 / data if data else None,
        "data_coverage": results.mean(group, draw, f"data@{k}").value,
        "reference": {name: _noise(found.reference.get(name)) for name in REFERENCED},
        "call": found.call.value,
    }


def _seed_mean(results: Results, group: Unit, draw: Draw, place: int) -> float | None:
    table = results.values(group, draw, "ratio_right")
    return float(np.nanmean(table[place])) if place < len(table) and not np.isnan(table[place]).all() else None


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
            figure: interval(results.mean(group, draw, figure)) for figure in ("pass@1", f"pass@{k}", f"coverage@{k}")
        }
    return found


def _agreement(results: Results) -> Table | None:
    found = [unit["sets"] for unit in results.units.values() if unit.get("sets") and unit["sets"]["programs"]]
    if not found:
        return None
    return {name: fmean([each[name] for each in found]) for name in ("algorithm_kept", "signature_kept")}


def _versions(results: Results) -> dict[str, list[str]]:
    """Every version and machine that units were made with."""
    found: dict[str, set[str]] = {}
    for unit in results.units.values():
        for name, value in unit["made"]["versions"].items():
            found.setdefault(name, set()).add(value)
    return {name: sorted(values) for name, values in sorted(found.items())}


def _noise(found: tuple[float, float, float] | None) -> Table:
    return dict(zip(("value", "low", "high"), found or (None, None, None), strict=True))
