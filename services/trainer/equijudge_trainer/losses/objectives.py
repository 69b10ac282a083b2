"""What every label token adds to the loss: (M,) losses from the terms of the tokens, for each objective.

Each is a weighted, tempered cross-entropy. The loss of a batch is their sum, perhaps weighted by row, divided by the
number of label tokens in the global batch (all micro-batches and ranks). The objectives themselves, with their
parameters and sources, are in equijudge_core.contracts.objectives.
"""

from __future__ import annotations

from typing import assert_never

import torch
from torch import Tensor

from equijudge_core.contracts.objectives import (
    Dft,
    Eco,
    EntropyBonus,
    Gem,
    KlSet,
    LabelSmoothing,
    Nll,
    Objective,
    Sed,
)
from equijudge_trainer.losses.tokens import TermRequest, Terms


def term_request(objective: Objective) -> TermRequest:
    """The terms that `token_losses` needs."""
    match objective:
        case Nll() | Dft() | Eco() | KlSet():
            return TermRequest()
        case LabelSmoothing():
            return TermRequest(mean_log_p=True)
        case EntropyBonus():
            return TermRequest(entropy=True)
        case Gem():
            scale = 1 / objective.beta
            return TermRequest(scale=scale) if objective.form == "linear" else TermRequest(gem_beta=objective.beta)
        case Sed():
            return TermRequest(top_k=objective.k)
        case _:
            assert_never(objective)


def token_losses(objective: Objective, terms: Terms) -> Tensor:
    """(M,) losses. What an objective adds over sets is in eco.py.

    Raises:
        ValueError: `sed` without a threshold; it is measured before training where none is given.
    """
    match objective:
        case Nll() | Eco() | KlSet():
            return -terms.log_p
        case LabelSmoothing(epsilon=epsilon):
            assert terms.mean_log_p is not None
            return -((1 - epsilon) * terms.log_p + epsilon * terms.mean_log_p)
        case EntropyBonus():
            return -(terms.log_p + objective.gamma * terms.entropy)
        case Gem(form="linear"):
            # As defined it has the same gradient and another value, which costs one more pass over the logits.
            return -objective.beta * terms.log_p
        case Gem():
            assert terms.gem is not None
            return terms.gem
        case Sed():
            if objective.threshold is None:
                raise ValueError("objective.threshold: sed needs one, given or measured")
            assert terms.top_mass is not None
            unsure = (terms.top_mass < objective.threshold).to(terms.log_p.dtype)
            return -terms.log_p + objective.strength * unsure * (terms.log_p.exp() - 0.5) ** 2
        case Dft():
            return -terms.log_p.detach().exp() * terms.log_p
        case _:
            assert_never(objective)


def sed_threshold(top_mass: Tensor, share: float) -> float:
    """The threshold of `sed` under which a `1 - share` part of positions lies: a quantile of the top-k mass on data."""
    if not len(top_mass):
        raise ValueError("top_mass: no position to take a quantile of")
    return float(torch.quantile(top_mass.double(), 1 - share))
