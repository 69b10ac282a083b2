"""Scores that no model earned: so many right samples of so many algorithms, the same on every run."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Mapping
from functools import cache
from typing import Any

from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.scores.scoring import score
from equijudge_lab.plan import Draw, draws
from equijudge_lab.presets import PRESETS, Preset
from equijudge_lab.results import Results
from tests.unit.scores_support import problem, run

SETTINGS = ScoreSettings(ks=(1, 2, 4, 8), subset_size=2, subset_draws=1, resamples=300)
PRESET = dataclasses.replace(
    PRESETS["smoke"],
    samples=16,
    conditions=("A1", "A2", "A4", "A5-1", "A11"),
    seeds={"A1": 2, "A2": 2, "A5-1": 2},
    temperatures={"A1": (0.7, 1.0, 1.4), "A11": (0.7, 1.0, 1.4)},
    traced=("A1",),
    k=8,
)
PROBLEMS = 12
RUN: Mapping[str, Any] = {
    "steps": 40,
    "rows": 100,
    "seconds": 12.5,
    "collision_rate": 0.4,
    "device": "cpu",
    "steps_log": [
        {"step": 20, "nll": 0.9, "penalty": 0.1, "pushed_down": 0.02, "held_out_nll": 1.1},
        {"step": 40, "nll": 0.7, "penalty": 0.05, "pushed_down": 0.0, "held_out_nll": 1.0},
    ],
}


@cache
def scores(right: float, spread: float, seed: int = 0, problems: int = PROBLEMS) -> Scores:
    """right: the share of right samples. spread: 0, all of one algorithm, to 1, of three equally."""
    rng = random.Random(f"{right} {spread} {seed}")
    made = []
    for number in range(problems):
        weights = (1.0, spread, spread)
        clusters = rng.choices("abc", weights, k=16)
        verdicts = ["AC" if rng.random() < right else "WA" for _ in range(16)]
        texts = [f"{verdict}:{cluster}" for verdict, cluster in zip(verdicts, clusters, strict=True)]
        made.append(problem(f"p{number:02}", texts, {"a": 4, "b": 4, "c": 4}, family=f"core-{number % 6}"))
    return score(run(*made), SETTINGS)


def results(spreads: Mapping[str, float], right: Mapping[str, float] | None = None, preset: Preset = PRESET) -> Results:
    """Every draw of the conditions that have a spread; right is 0.9, of A0 0.5, unless it is given."""
    shares = {"A0": 0.5} | dict(right or {})
    found: dict[Draw, Scores] = {}
    for draw in draws(preset, preset.conditions):
        if draw.condition in spreads:
            cooled = min(1.0, shares.get(draw.condition, 0.9) / draw.temperature**0.5)
            found[draw] = scores(cooled, spreads[draw.condition] * draw.temperature, draw.seed)
    runs = {(name, seed): RUN for name in spreads if name != "A0" for seed in preset.seeds_of(name)}
    return Results(
        preset=preset,
        conditions=preset.conditions,
        scores=found,
        runs=runs,
        corpus={"programs": 100, "different": 90, "right": 0.86, "verdicts": {"AC": 86, "WA": 14}} if found else None,
        sets={
            "problems": 10,
            "programs": 80,
            "refused": 0,
            "clusters_per_problem": 4.5,
            "reference_problems": PROBLEMS,
            "reference_programs": 144,
            "reference_clusters_per_problem": 3.0,
        }
        if found
        else None,
        seconds={"corpus": 30.0, "train/A1-seed-0": 100.0} if found else {},
    )


FACTS: Mapping[str, Any] = {
    "seed": 0,
    "command": "equijudge lab --preset smoke",
    "made": "2026-01-02 03:04 UTC",
    "versions": {"equijudge": "0.1.0", "machine": "Linux, 2 cores"},
}
EVEN = dict.fromkeys(("A0", "A1", "A2", "A4", "A5-1", "A11"), 0.5)
