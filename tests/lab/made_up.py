"""Scores that no model earned: counts drawn from a law that is sharpened as a test says, the same on every run."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from equijudge_lab.design import FOLDER, Design, Unit, parse_design
from equijudge_lab.plan import HELD_OUT, POOL, RL, TRAINED, VALIDATION, Chosen
from equijudge_lab.results import Results

CORES = [f"core{number}" for number in range(15)]
ALGORITHMS = 6
STRENGTHS = {"eco": 3.0, "eco-ref": 10.0, "gem": 0.7}
FACTS: Mapping[str, Any] = {"seed": 0, "command": "equijudge lab --preset full", "made": "2026-01-02 03:04 UTC"}
EVEN = dict.fromkeys(("base", "nll", "eco", "eco-ref", "balanced", "balanced-signature", "gem", "sed"), 1.0)


@cache
def full() -> Design:
    return parse_design("full", (FOLDER / "full.toml").read_text(), (FOLDER / "arms.toml").read_text())


def law(regime: str, seed: int, core: str) -> list[float]:
    weights = [1 / rank if regime == "zipf" else 1.0 for rank in range(1, ALGORITHMS + 1)]
    random.Random(f"{seed} {core}").shuffle(weights)
    return [weight / sum(weights) for weight in weights]


def unit_scores(unit: Unit, power: float, right: float, rise: float = 0.0) -> dict[str, Any]:
    """Scores of a unit whose answers follow the law to a power, at 30 epochs; rise: of the power from 3 to 30."""
    generator = np.random.default_rng(abs(hash_of(unit.name)))
    draws = []
    for split, epoch, temperature in wanted(unit):
        mine = power - rise * (epoch <= 3)
        mine = (mine if unit.kind != "sharpened" else mine + 2) / temperature
        problems = [problem(unit, core, mine, right, split, generator) for core in CORES]
        draws.append(
            {"epoch": epoch, "split": split, "temperature": temperature, "best": epoch == 3, "problems": problems}
        )
    swept = unit.arm == "eco"
    weight = {"weight_change": 0.0 if unit.strength == 0 else 0.3, "pushed_down": 0.1, "penalty": 0.01} if swept else {}
    log = [{"step": 13 * each, "nll": 1 / each, "held_out_nll": 1.0, **weight} for each in range(1, 31)]
    training = {"steps": 390, "best_epoch": 3, "seconds": 250.0, "collision_rate": 0.5, "deviation": 0.06, "log": log}
    return {
        "key": "made up",
        "made": {"when": "now", "seconds": {"train": 250.0}, "versions": {"machine": "Linux, 2 cores", "torch": "2"}},
        "unit": unit.name,
        "facts": {"training": {}} if unit.arm else {},
        "training": training,
        "sets": {"programs": 600, "algorithm_kept": 0.9, "signature_kept": 0.95} if unit.arm else None,
        "algorithms": {core: [str(number) for number in range(ALGORITHMS)] for core in CORES},
        "draws": draws,
    }


def hash_of(name: str) -> int:
    return int.from_bytes(name.encode()[-8:], "big") ^ len(name)


def wanted(unit: Unit) -> list[tuple[str, int, float]]:
    last = max(unit.epochs, default=0)
    if unit.kind == "base":
        return [(HELD_OUT, 0, t) for t in (1.0, *unit.temperatures)] + [(POOL, 0, 1.0)]
    if unit.kind == "grpo":
        return [(RL, last, 1.0), (RL, last + 1, 1.0), (HELD_OUT, last + 1, 1.0)]
    if unit.kind == "sharpened":
        return [(HELD_OUT, last, unit.temperatures[0]), (TRAINED, last, unit.temperatures[0])]
    if unit.validation:
        return [(VALIDATION, last, 1.0)]
    plain = [(split, epoch, 1.0) for epoch in unit.epochs for split in (HELD_OUT, TRAINED)]
    return plain + [(HELD_OUT, last, temperature) for temperature in unit.temperatures]


def problem(
    unit: Unit, core: str, power: float, right: float, split: str, generator: np.random.Generator
) -> dict[str, Any]:
    data = law(unit.regime if unit.arm else "uniform", unit.seed, core)
    # A uniform law to a power is uniform: there the first algorithms get what the power takes from the others.
    shares = (
        np.array(data) ** power if unit.arm and unit.regime == "zipf" else np.exp(-(power - 1) * np.arange(ALGORITHMS))
    )
    drawn = generator.multinomial(32, shares / shares.sum())
    good = generator.binomial(drawn, right)
    return {
        "problem": f"{core}-{split}",
        "core": core,
        "data": data,
        "samples": 32,
        "drawn": drawn.tolist(),
        "right": good.tolist(),
        "right_samples": int(good.sum()),
        "signatures": sorted((int(n) for n in drawn if n), reverse=True),
        "right_signatures": sorted((int(n) for n in good if n), reverse=True),
        "syntax": 0.3,
    }


def results(
    powers: Mapping[str, float], right: float = 0.9, rise: float = 0.0, base: float = 0.5, design: Design | None = None
) -> Results:
    """Every unit of the arms that have a power."""
    design = design or full()
    found = {
        name: unit_scores(unit, powers[arm], right if unit.arm else base, rise)
        for name, unit in design.units.items()
        if (arm := unit.arm or "base") in powers
    }
    return Results(design, found, Chosen(STRENGTHS, {"base-w0-large-s0": ("a", "b")}))


@cache
def even() -> Results:
    """Every arm as its data."""
    return results(EVEN)
