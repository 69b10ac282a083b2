"""Objectives of a training run, as configuration. The formulas are in equijudge_trainer.losses.

Units: strengths (lambda) of scores in nats per token are in tokens per nat.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from equijudge_core.contracts.base import Contract

Finite = Field(allow_inf_nan=False)
Strength = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
ScoreName = Literal["set_len", "sum", "token_mean", "ref", "choice"]


class Nll(Contract):
    """-sum log p / N, the mean over the tokens of the global batch."""

    kind: Literal["nll"] = "nll"


class LabelSmoothing(Contract):
    """(1 - epsilon) of a label's mass stays with it, the rest is spread over the vocabulary."""

    kind: Literal["label_smoothing"]
    epsilon: Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)] = 0.01


class EntropyBonus(Contract):
    """NLL - gamma x mean entropy of the tokens' distributions, nats."""

    kind: Literal["entropy"]
    gamma: Strength = 0.1


class Eco(Contract):
    """NLL + strength x the spread of a set's scores. `preset` fills in what is not given.

    `eco`: set_len, var, unbiased, strength 1. `eco-ref`: score ref, strength 10. `eco-literal`: as first
    proposed, score sum, biased, strength 0.001.
    """

    kind: Literal["eco"]
    preset: Literal["eco", "eco-ref", "eco-literal"] = "eco"
    strength: Strength = 1.0
    score: ScoreName = "set_len"
    form: Literal["var", "kl", "tilted", "lower"] = "var"
    weights: Literal["uniform", "cluster"] = "uniform"
    unbiased: bool = True
    min_group: Annotated[int, Field(ge=2, le=1000)] = 2

    @model_validator(mode="before")
    @classmethod
    def _preset(cls, given: object) -> object:
        if isinstance(given, dict) and isinstance(name := given.get("preset", "eco"), str):
            return ECO_PRESETS.get(name, {}) | given
        return given


ECO_PRESETS: dict[str, dict[str, float | str | bool]] = {
    "eco": {},
    "eco-ref": {"strength": 10.0, "score": "ref"},
    "eco-literal": {"strength": 1e-3, "score": "sum", "unbiased": False},
}


class KlSet(Contract):
    """NLL + strength x KL between uniform and the softmax of a set's scores.

    `uniform_first`: KL(U || q), `model_first`: KL(q || U), which cannot revive members that are lost.
    """

    kind: Literal["kl_set"]
    strength: Strength = 1.0
    score: ScoreName = "set_len"
    direction: Literal["uniform_first", "model_first"] = "uniform_first"
    min_group: Annotated[int, Field(ge=2, le=1000)] = 2


class Gem(Contract):
    """Li et al., ICLR 2025 (2408.16673)."""

    kind: Literal["gem"]
    beta: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 0.7
    form: Literal["linear", "logsigmoid"] = "linear"


class Sed(Contract):
    """Chen, Liu, Meng, ACL 2026 (2602.07464). Without `threshold` it is the `1 - share` quantile of the k likeliest
    tokens' mass on completion tokens of the training data under the start point."""

    kind: Literal["sed"]
    strength: Strength = 1.0
    k: Annotated[int, Field(ge=1, le=100)] = 2
    share: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)] = 0.7
    threshold: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] | None = None


class Dft(Contract):
    """-sg(p) log p. Wu et al. 2025 (2508.05629)."""

    kind: Literal["dft"]


Objective = Annotated[Nll | LabelSmoothing | EntropyBonus | Eco | KlSet | Gem | Sed | Dft, Field(discriminator="kind")]
