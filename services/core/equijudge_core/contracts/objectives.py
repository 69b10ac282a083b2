"""Objectives of a training run: one class each, with its parameters, their defaults and bounds, and its definition.

The classes compute nothing, so that the API can check a configuration without torch. What they mean in tensors is in
equijudge_trainer.losses.objectives: what a token decides by itself, and below it what compares the programs of a set.

N is the number of label tokens in the optimiser batch, p the model's probability of a label, log the natural
logarithm. Units: strengths (lambda) of scores in nats per token are in tokens per nat.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from equijudge_core.contracts.base import Contract

Strength = Annotated[float, Field(ge=0, le=1e6, allow_inf_nan=False)]
ScoreName = Literal["set_len", "sum", "token_mean", "ref", "choice"]
MinGroup = Annotated[int, Field(ge=2, le=1000)]
StrengthUnit = Literal["score", "deviation"]
"""Of a set penalty's strength. `score`: as the formula has it, for scores in nats per token (in nats for `sum` and
`choice`). `deviation`: a multiple of 1 / sd, where sd is the standard deviation of scores within sets under the start
point, measured once; for `ref`, whose scores are 0 there, of `set_len` scores. With it one strength does the same to
any model: 1 weights a program that lies z deviations from its set's mean by about 1 - 2 z in the first step."""


class Nll(Contract):
    """Negative log-likelihood: -sum log p / N, the mean over the tokens of the global batch."""

    kind: Literal["nll"] = "nll"


class LabelSmoothing(Contract):
    """(1 - epsilon) of a label's mass stays with it, the rest is spread over the vocabulary. Szegedy et al. 2016."""

    kind: Literal["label_smoothing"]
    epsilon: Annotated[float, Field(ge=0, lt=1, allow_inf_nan=False)] = 0.01


class EntropyBonus(Contract):
    """NLL - gamma x mean entropy of the tokens' distributions, nats. Pereyra et al. 2017 (1701.06548)."""

    kind: Literal["entropy"]
    gamma: Strength = 0.1


class Eco(Contract):
    """NLL + strength x how unequally a model likes the programs of one set: the mean spread of their scores over sets.

    preset: fills in what is not given. `eco`: score set_len, form var, unbiased, strength 1. `eco-ref`: score ref,
    strength 10. `eco-literal`: as first proposed, score sum, biased, strength 0.001.
    score: `set_len` a program's log-probability over the set's mean length; `sum` as it is (the literal formula);
    `token_mean` over its own length (rewards short programs); `ref` what training has added to it, over the set's mean
    length; `choice` log-probability of the choices where the set's programs part.
    form: `var` variance; `kl` twice KL(uniform || softmax of scores), bounded; `tilted`, which pushes no program down
    where sets have equally many tokens; `lower` variance of which members below the mean alone feel the gradient. All
    agree to second order.
    weights: of a set's members; `cluster` gives every cluster the same. unbiased: divide by 1 - sum of squared weights
    (`var` and `lower`). min_group: smaller sets have no penalty and are not counted. unit: of strength, see
    StrengthUnit. With strength 0 the run is that of NLL.
    """

    kind: Literal["eco"]
    preset: Literal["eco", "eco-ref", "eco-literal"] = "eco"
    strength: Strength = 1.0
    score: ScoreName = "set_len"
    form: Literal["var", "kl", "tilted", "lower"] = "var"
    weights: Literal["uniform", "cluster"] = "uniform"
    unbiased: bool = True
    min_group: MinGroup = 2
    unit: StrengthUnit = "score"

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
    """NLL + strength x KL between uniform and the softmax q of a set's scores (see Eco).

    direction: `uniform_first` KL(U || q), `model_first` KL(q || U), which cannot revive members that are lost.
    """

    kind: Literal["kl_set"]
    strength: Strength = 1.0
    score: ScoreName = "set_len"
    direction: Literal["uniform_first", "model_first"] = "uniform_first"
    min_group: MinGroup = 2
    unit: StrengthUnit = "score"


class Gem(Contract):
    """Li et al., ICLR 2025 (2408.16673). The linear form has the gradient of beta x CE(z / beta) of logits z."""

    kind: Literal["gem"]
    beta: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] = 0.7
    form: Literal["linear", "logsigmoid"] = "linear"


class Sed(Contract):
    """NLL + strength x (p - 1/2)^2 where the k likeliest tokens hold less than `threshold` together. Chen, Liu, Meng,
    ACL 2026 (2602.07464), with one k for threshold and loss. Without `threshold` it is the `1 - share` quantile of the
    k likeliest tokens' mass on completion tokens of the training data under the start point."""

    kind: Literal["sed"]
    strength: Strength = 1.0
    k: Annotated[int, Field(ge=1, le=100)] = 2
    share: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)] = 0.7
    threshold: Annotated[float, Field(gt=0, le=1, allow_inf_nan=False)] | None = None


class Dft(Contract):
    """-p log p with p held constant. Wu et al. 2025 (2508.05629)."""

    kind: Literal["dft"]


SetObjective: TypeAlias = Eco | KlSet  # which compare the programs of a set
Objective = Annotated[Nll | LabelSmoothing | EntropyBonus | Eco | KlSet | Gem | Sed | Dft, Field(discriminator="kind")]
