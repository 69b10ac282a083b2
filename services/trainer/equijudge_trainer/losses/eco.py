"""ECO: NLL plus lambda times how unequally a model likes the members of one set of right programs.

penalty = (1/G) sum over sets g with enough members of D(s_i, i in g), with s_i a row's score and D its spread. The
row-weighted form that the trainer uses is exact for any D: its coefficients are the penalty's derivatives by the rows'
log-probabilities, so a set may be split over micro-batches and ranks as long as all scores are known when the
coefficients are made.

The objectives with their parameters, `Eco` and `KlSet`, are in equijudge_core.contracts.objectives.
Units: log-probabilities in nats; `set_len`, `ref` and `token_mean` scores in nats per token; lambda in tokens per nat.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from equijudge_core.contracts.objectives import Eco, KlSet, SetObjective

_Sum = Callable[[Tensor], Tensor]


@dataclass(frozen=True, slots=True)
class Members:
    """B rows of a batch. sets: (B,) ids of equivalence sets. tokens: (B,) label tokens.

    clusters: (B,) ids, for weights="cluster". base_log_p: (B,) log-probabilities of the start point, for score="ref".
    """

    sets: Tensor
    tokens: Tensor
    clusters: Tensor | None = None
    base_log_p: Tensor | None = None


def strength_of(objective: SetObjective) -> float:
    """Lambda of the penalty; for `kl_set` half the strength, since its penalty is twice a KL, as the variance is."""
    return objective.strength / 2 if isinstance(objective, KlSet) else objective.strength


def scores(log_p: Tensor, members: Members, objective: SetObjective) -> Tensor:
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


def penalty(log_p: Tensor, members: Members, objective: SetObjective, counted: float | Tensor | None = None) -> Tensor:
    """The mean spread over sets, without lambda; 0 where no set is large enough.

    log_p: (B,) in nats. counted: G, the sets that count in the global batch; those of this batch by default.
    """
    s = scores(log_p, members, objective)
    _, of, sizes = members.sets.unique(return_inverse=True, return_counts=True)
    large = sizes >= objective.min_group
    total = int(large.sum()) if counted is None else counted
    if not bool(large.any()):
        return log_p.sum() * 0.0
    weights = _weights(members, of, len(sizes), objective).to(s.dtype)

    def summed(values: Tensor) -> Tensor:
        return s.new_zeros(len(sizes)).index_add(0, of, values)

    mean = summed(weights * s)
    spread = _spread(s, s - mean[of], of, weights, mean, summed, objective)
    return spread[large].sum() / total


def _spread(
    s: Tensor, centred: Tensor, of: Tensor, weights: Tensor, mean: Tensor, summed: _Sum, objective: SetObjective
) -> Tensor:
    """(G,) the spread of each set."""
    match objective:
        case KlSet(direction="uniform_first") | Eco(form="kl"):
            return 2 * _log_mean_exp(centred, of, weights, len(mean), summed)
        case KlSet():
            log_q = centred - _log_mean_exp(centred, of, weights, len(mean), summed)[of]  # of q_i / w_i
            return 2 * summed(weights * log_q.exp() * log_q)
        case Eco(form="tilted"):
            if objective.strength == 0:
                return summed(weights * centred**2)
            tilt = 2 * objective.strength
            return _log_mean_exp(-tilt * centred, of, weights, len(mean), summed) / (tilt * objective.strength)
        case Eco(form="lower"):
            centred = s - mean.detach()[of]
            centred = torch.where(centred < 0, centred, centred.detach())
    squares = summed(weights * centred**2)
    if not objective.unbiased:
        return squares
    return squares / (1 - summed(weights**2)).clamp_min(torch.finfo(s.dtype).eps)


def _log_mean_exp(values: Tensor, of: Tensor, weights: Tensor, count: int, summed: _Sum) -> Tensor:
    largest = values.detach().new_full((count,), -math.inf).scatter_reduce(0, of, values.detach(), "amax")
    return summed(weights * (values - largest[of]).exp()).log() + largest


def _weights(members: Members, of: Tensor, count: int, objective: SetObjective) -> Tensor:
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


def coefficients(
    log_p: Tensor, members: Members, objective: SetObjective, counted: float | Tensor | None = None
) -> Tensor:
    """(B,) constants c_i with lambda x grad penalty = grad of sum c_i log_p_i, at these log-probabilities."""
    leaf = log_p.detach().requires_grad_()
    with torch.enable_grad():
        (found,) = torch.autograd.grad(strength_of(objective) * penalty(leaf, members, objective, counted), leaf)
    return found
