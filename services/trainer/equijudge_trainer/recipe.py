"""From an objective's configuration to what a step computes: a loss of every token, and perhaps a penalty over sets."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_core.contracts import objectives as wanted
from equijudge_trainer.losses.eco import Eco
from equijudge_trainer.losses.objectives import Dft, EntropyBonus, Gem, LabelSmoothing, Nll, Sed, TokenObjective


@dataclass(frozen=True, slots=True)
class Recipe:
    """sum of w token(terms) / N + eco.strength x penalty."""

    token: TokenObjective
    eco: Eco | None = None


def recipe(objective: wanted.Objective, sed_threshold: float | None = None) -> Recipe:
    """sed_threshold: what `sed` without a threshold of its own uses.

    Raises:
        ValueError: `sed` without any threshold.
    """
    match objective:
        case wanted.Nll():
            return Recipe(Nll())
        case wanted.LabelSmoothing():
            return Recipe(LabelSmoothing(objective.epsilon))
        case wanted.EntropyBonus():
            return Recipe(EntropyBonus(objective.gamma))
        case wanted.Gem():
            return Recipe(Gem(objective.beta, objective.form))
        case wanted.Dft():
            return Recipe(Dft())
        case wanted.Sed():
            threshold = objective.threshold if objective.threshold is not None else sed_threshold
            if threshold is None:
                raise ValueError("objective.threshold: sed needs one, given or measured")
            return Recipe(Sed(threshold, objective.strength, objective.k))
        case wanted.KlSet():
            form = "kl" if objective.direction == "uniform_first" else "kl_reverse"
            # The forms are twice a KL, so that they agree with a variance.
            return Recipe(
                Nll(),
                Eco(objective.strength / 2, objective.score, form, min_group=objective.min_group),  # type: ignore[arg-type]
            )
        case wanted.Eco():
            given = objective.model_dump(include={"strength", "score", "form", "weights", "unbiased", "min_group"})
            return Recipe(Nll(), Eco(**given))
