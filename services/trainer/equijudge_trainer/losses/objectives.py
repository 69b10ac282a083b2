"""The formula of every objective; its parameters and source are in equijudge_core.contracts.objectives.

Token losses. What every label token adds: (M,) losses from the terms of the tokens, each a weighted, tempered
cross-entropy. The loss of a batch is their sum, perhaps weighted by row, divided by the number of label tokens in the
global batch (all micro-batches and ranks).

The set penalty of `eco` and `kl_set`: lambda times how unequally a model likes the programs of one set.
penalty = (1/G) sum over sets g with enough members of D(s_i, i in g), with s_i a row's score and D its spread. The
row-weighted form that the trainer uses is exact for any D: its coefficients are the penalty's derivatives by the rows'
log-probabilities, so a set may be split over micro-batches and ranks as long as all scores are known when the
coefficients are made. Units: log-probabilities in nats; `set_len`, `ref` and `token_mean` scores in nats per token;
lambda in tokens per nat.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
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
    SetObjective,
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
    """(M,) losses. What an objective adds over sets is `set_penalty`.

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


_Sum = Callable[[Tensor], Tensor]
_ROUNDING = 1e-5  # of float32 log-probabilities: scores that differ by less are equal


@dataclass(frozen=True, slots=True)
class SetMembers:
    """B rows of a batch. sets: (B,) ids of equivalence sets. tokens: (B,) label tokens.

    clusters: (B,) ids, for weights="cluster". base_log_p: (B,) log-probabilities of the start point, for score="ref".
    """

    sets: Tensor
    tokens: Tensor
    clusters: Tensor | None = None
    base_log_p: Tensor | None = None


def penalty_strength(objective: SetObjective) -> float:
    """Lambda of the penalty; for `kl_set` half the strength, since its penalty is twice a KL, as the variance is."""
    return objective.strength / 2 if isinstance(objective, KlSet) else objective.strength


def in_score_units(objective: SetObjective, deviation: float) -> SetObjective:
    """Express the strength in units of scores. deviation: of scores within sets under the start point.

    Raises:
        ValueError: scores that do not differ at all, of which no strength is a multiple.
    """
    if objective.unit == "score" or objective.strength == 0:
        return objective.model_copy(update={"unit": "score"})
    if not deviation > _ROUNDING:
        raise ValueError("objective.unit: the programs of every set have equal scores at the start; take unit `score`")
    return objective.model_copy(update={"unit": "score", "strength": objective.strength / deviation})


def score_deviation(log_p: Tensor, members: SetMembers, objective: SetObjective) -> float:
    """The standard deviation of scores within sets: the root of the mean unbiased variance. log_p: (B,) of the start
    point; for `choice` those of choices."""
    score = "set_len" if objective.score == "ref" else objective.score
    plain = Eco(kind="eco", score=score, min_group=objective.min_group)
    return math.sqrt(float(set_penalty(log_p.double(), members, plain)))


def row_scores(log_p: Tensor, members: SetMembers, objective: SetObjective) -> Tensor:
    """(B,) scores from (B,) log-probabilities of whole programs; for `choice` those of choices, unchanged.

    Raises:
        ValueError: `ref` without base_log_p.
    """
    tokens = members.tokens.to(log_p.dtype)
    if objective.score in ("sum", "choice"):
        return log_p
    if objective.score == "token_mean":
        return log_p / tokens
    if objective.score == "ref":
        if members.base_log_p is None:
            raise ValueError("base_log_p: score 'ref' needs the start point's log-probability of every program")
        log_p = log_p - members.base_log_p.to(log_p.dtype)
    _, of, sizes = members.sets.unique(return_inverse=True, return_counts=True)
    lengths = tokens.new_zeros(len(sizes)).index_add(0, of, tokens) / sizes
    return log_p / lengths[of]


def set_penalty(
    log_p: Tensor, members: SetMembers, objective: SetObjective, groups: float | Tensor | None = None
) -> Tensor:
    """The mean spread over sets, without lambda; 0 where no set is large enough.

    log_p: (B,) in nats. groups: G, the sets that count in the global batch; those of this batch by default.
    """
    s = row_scores(log_p, members, objective)
    _, of, sizes = members.sets.unique(return_inverse=True, return_counts=True)
    large = sizes >= objective.min_group
    total = int(large.sum()) if groups is None else groups
    if not bool(large.any()):
        return log_p.sum() * 0.0
    weights = _weights(members, of, len(sizes), objective).to(s.dtype)

    def sum_by_set(values: Tensor) -> Tensor:
        return s.new_zeros(len(sizes)).index_add(0, of, values)

    mean = sum_by_set(weights * s)
    spread = _set_spreads(s, s - mean[of], of, weights, mean, sum_by_set, objective)
    return spread[large].sum() / total


def _set_spreads(
    s: Tensor, centred: Tensor, of: Tensor, weights: Tensor, mean: Tensor, sum_by_set: _Sum, objective: SetObjective
) -> Tensor:
    """(G,) the spread of each set."""
    match objective:
        case KlSet(direction="uniform_first") | Eco(form="kl"):
            return 2 * _log_mean_exp(centred, of, weights, len(mean), sum_by_set)
        case KlSet():
            log_q = centred - _log_mean_exp(centred, of, weights, len(mean), sum_by_set)[of]  # of q_i / w_i
            return 2 * sum_by_set(weights * log_q.exp() * log_q)
        case Eco(form="tilted"):
            if objective.strength == 0:
                return sum_by_set(weights * centred**2)
            tilt = 2 * objective.strength
            return _log_mean_exp(-tilt * centred, of, weights, len(mean), sum_by_set) / (tilt * objective.strength)
        case Eco(form="lower"):
            centred = s - mean.detach()[of]
            centred = torch.where(centred < 0, centred, centred.detach())
    squares = sum_by_set(weights * centred**2)
    if not objective.unbiased:
        return squares
    return squares / (1 - sum_by_set(weights**2)).clamp_min(torch.finfo(s.dtype).eps)


def _log_mean_exp(values: Tensor, of: Tensor, weights: Tensor, count: int, sum_by_set: _Sum) -> Tensor:
    largest = values.detach().new_full((count,), -math.inf).scatter_reduce(0, of, values.detach(), "amax")
    return sum_by_set(weights * (values - largest[of]).exp()).log() + largest


def _weights(members: SetMembers, of: Tensor, count: int, objective: SetObjective) -> Tensor:
    """(B,) weights that add up to 1 in each set."""
    ones = torch.ones_like(of, dtype=torch.float64)
    sizes = ones.new_zeros(count).index_add(0, of, ones)
    if isinstance(objective, KlSet) or objective.weights == "uniform":
        return 1 / sizes[of]
    if members.clusters is None:
        raise ValueError("clusters: weights 'cluster' needs the cluster of every program")
    pairs = torch.stack([of, members.clusters.to(of.dtype)], 1)
    distinct, cluster, cluster_sizes = pairs.unique(dim=0, return_inverse=True, return_counts=True)
    clusters = ones.new_zeros(count).index_add(0, distinct[:, 0], torch.ones(len(distinct), dtype=ones.dtype))
    return 1 / (clusters[of] * cluster_sizes[cluster])


def row_coefficients(
    log_p: Tensor, members: SetMembers, objective: SetObjective, groups: float | Tensor | None = None
) -> Tensor:
    """(B,) constants c_i with lambda x grad penalty = grad of sum c_i log_p_i, at these log-probabilities."""
    leaf = log_p.detach().requires_grad_()
    with torch.enable_grad():
        (found,) = torch.autograd.grad(
            penalty_strength(objective) * set_penalty(leaf, members, objective, groups), leaf
        )
    return found
