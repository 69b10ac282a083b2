"""What earlier units choose for later ones: strengths, from the sweep, and the RL stage's prompts, from the base."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from equijudge_core.scores.calibration import PromptCounts, prompt_figures
from equijudge_lab.design import Design
from equijudge_lab.plan import POOL, VALIDATION, Chosen

ACCURACY = 0.02
"""How much pass@1 a strength may cost on validation problems."""
RL_RANGE = (0.1, 0.5)
"""The base's pass@1 on a prompt that the RL stage takes: neither hopeless nor done."""
RL_PROMPTS = 24
"""At most so many of them."""


def choose(design: Design, known: Mapping[str, Mapping[str, Any]]) -> Chosen:
    """Choose what can be chosen. known: scores of units, by name."""
    return Chosen(
        strengths={arm: found for arm in design.sweeps if (found := choose_strength(design, arm, known)) is not None},
        prompts={
            name: prompts
            for name, scores in known.items()
            if name.startswith("base-") and (prompts := choose_prompts(scores))
        },
    )


def choose_strength(design: Design, arm: str, known: Mapping[str, Mapping[str, Any]]) -> float | None:
    """The strength of an arm with the most coverage on validation problems, of those whose pass@1 is within ACCURACY of
    the gentlest; None before all are scored."""
    found = sweep_points(design, arm, known)
    if len(found) < len(design.sweeps[arm]):
        return None
    gentlest = found[0][1]["pass@1"]
    able = [(strength, values) for strength, values in found if values["pass@1"] >= gentlest - ACCURACY]
    wanted = [each for each in able if each[0] != 0] or [each for each in found if each[0] != 0][:1]
    coverage = f"coverage@{design.sizes.k}"
    return max(wanted, key=lambda each: each[1][coverage])[0]


def sweep_points(
    design: Design, arm: str, known: Mapping[str, Mapping[str, Any]]
) -> list[tuple[float, dict[str, float]]]:
    """The swept strengths of an arm that are scored, the gentlest first, with means over validation problems."""
    points = []
    for unit in design.units.values():
        if unit.validation and unit.arm == arm and unit.name in known and unit.strength is not None:
            draw = next(each for each in known[unit.name]["draws"] if each["split"] == VALIDATION)
            points.append((unit.strength, mean_figures(draw["problems"], design.sizes.k)))
    # A smaller beta is further from NLL.
    gentle_first = design.arms[arm].strength != "beta"
    return sorted(points, key=lambda each: each[0] if gentle_first else -each[0])


def mean_figures(problems: list[Mapping[str, Any]], k: int) -> dict[str, float]:
    """The mean of every figure over the problems that define it."""
    rows = [prompt_figures(counts_of(problem), k) for problem in problems]
    found = {}
    for name in rows[0]:
        values = [value for row in rows if (value := row[name]) is not None]
        if values:
            found[name] = sum(values) / len(values)
    return found


def counts_of(problem: Mapping[str, Any]) -> PromptCounts:
    """A problem of a unit's file as counts."""
    whole = sum(problem["data"])
    return PromptCounts(
        data=tuple(share / whole for share in problem["data"]),
        samples=problem["samples"],
        drawn=tuple(problem["drawn"]),
        right=tuple(problem["right"]),
        right_samples=problem["right_samples"],
    )


def choose_prompts(base: Mapping[str, Any]) -> tuple[str, ...]:
    """The pool's problems that the base is right at neither too seldom nor too often."""
    draw = next((each for each in base["draws"] if each["split"] == POOL), None)
    if draw is None:
        return ()
    low, high = RL_RANGE
    names = [p["problem"] for p in draw["problems"] if low <= p["right_samples"] / p["samples"] <= high]
    return tuple(names[:RL_PROMPTS])
