"""Objectives that a token decides by itself: (M,) losses of counted tokens.

Each is a weighted, tempered cross-entropy. The loss of a batch is their sum, perhaps weighted by row, divided by the
number of counted tokens in the global batch (all micro-batches and ranks).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

import torch
from torch import Tensor

from equijudge_trainer.losses.tokens import Terms, Wanted


class TokenObjective(Protocol):
    """What every objective here is."""

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""


@dataclass(frozen=True, slots=True)
class Nll:
    """-log p_y."""

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted()

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        return -terms.log_p


@dataclass(frozen=True, slots=True)
class LabelSmoothing:
    """(1 - epsilon)(-log p_y) + epsilon (-mean_j log p_j). Source: Szegedy et al. 2016."""

    epsilon: float = 0.01

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted(mean_log_p=True)

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        assert terms.mean_log_p is not None
        return -((1 - self.epsilon) * terms.log_p + self.epsilon * terms.mean_log_p)


@dataclass(frozen=True, slots=True)
class EntropyBonus:
    """NLL - gamma x mean entropy. Source: Pereyra et al. 2017 (1701.06548)."""

    gamma: float = 0.1

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted(entropy=True)

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        return -(terms.log_p + self.gamma * terms.entropy)


@dataclass(frozen=True, slots=True)
class Gem:
    """Li et al., ICLR 2025 (2408.16673). The linear form has the gradient of beta x CE(z / beta), which is what is
    computed, and another value; the log-sigmoid form is computed as written."""

    beta: float = 0.7
    form: Literal["linear", "logsigmoid"] = "linear"

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted(scale=1 / self.beta) if self.form == "linear" else Wanted(gem_beta=self.beta)

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        if self.form == "linear":
            return -self.beta * terms.log_p
        assert terms.gem is not None
        return terms.gem


@dataclass(frozen=True, slots=True)
class Sed:
    """-log p_y + strength x (p_y - 1/2)^2 where the k likeliest tokens hold less than `threshold` together.

    The mask has no gradient. Source: Chen, Liu, Meng, ACL 2026 (2602.07464), with one k for threshold and loss.
    """

    threshold: float
    strength: float = 1.0
    k: int = 2

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted(top_k=self.k)

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        assert terms.top_mass is not None
        unsure = (terms.top_mass < self.threshold).to(terms.log_p.dtype)
        return -terms.log_p + self.strength * unsure * (terms.log_p.exp() - 0.5) ** 2


def sed_threshold(top_mass: Tensor, share: float = 0.7) -> float:
    """The threshold under which a `1 - share` part of positions lies: the quantile of the top-k mass on data."""
    if not len(top_mass):
        raise ValueError("top_mass: no position to take a quantile of")
    return float(torch.quantile(top_mass.double(), 1 - share))


@dataclass(frozen=True, slots=True)
class Dft:
    """-sg(p_y) log p_y. Source: Wu et al. 2025 (2508.05629)."""

    @property
    def wanted(self) -> Wanted:
        """Terms it needs."""
        return Wanted()

    def __call__(self, terms: Terms) -> Tensor:
        """(M,) losses."""
        return -terms.log_p.detach().exp() * terms.log_p
