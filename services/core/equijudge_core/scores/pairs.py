"""Pairs of a problem's samples by kind, and the exact split of a change in diversity into what caused it.

A pair is cc (both correct), ci (one is) or ii (none). The mean distance of all pairs is D = sum over kinds of w D_kind
with w the kind's share of pairs. So D changes because pairs of a kind come closer (`within`; cc: genuine narrowing of
correct answers), or because their mix changes (`mix`: quality control, fewer wrong answers).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.scores import ClusterLevel, PairKind, PairKinds
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.scores.records import SampleRecord
from equijudge_core.scores.similarity import ast_kernel


class Split(Contract):
    """before - after = within_cc + within_ci + within_ii + mix, to rounding."""

    within_cc: float
    within_ci: float
    within_ii: float
    mix: float


def ast_pairs(samples: Sequence[SampleRecord]) -> PairKinds:
    """By distance of syntax trees (1 - ast_kernel), of the samples that parse and are not IE."""
    judged = [sample for sample in samples if sample.verdict is not Verdict.IE and sample.subtrees is not None]
    return _kinds(1 - ast_kernel([sample.subtrees or {} for sample in judged]), judged)


def cluster_pairs(samples: Sequence[SampleRecord], level: ClusterLevel) -> PairKinds:
    """By cluster: distance 1 for different clusters, 0 for the same, of the samples that have one and are not IE."""
    judged = [s for s in samples if s.verdict is not Verdict.IE and getattr(s, level) is not None]
    names = np.array([getattr(sample, level) for sample in judged], dtype=object)
    return _kinds((names[:, None] != names[None, :]).astype(np.float64), judged)


def kitagawa(before: PairKinds, after: PairKinds) -> Split | None:
    """The exact split of before.distance - after.distance: sum of mean w times change of D, plus the reverse.

    A kind that only one side has shows no change of its distance: all of it is mix. None when a side has no pair.
    Source: Kitagawa 1955.
    """
    if not before.pairs or not after.pairs:
        return None
    within, mix = {}, 0.0
    for name in ("cc", "ci", "ii"):
        one, other = getattr(before, name), getattr(after, name)
        share_one, share_other = one.pairs / before.pairs, other.pairs / after.pairs
        d_one = one.distance if one.distance is not None else other.distance or 0.0
        d_other = other.distance if other.distance is not None else d_one
        within[f"within_{name}"] = (share_one + share_other) / 2 * (d_one - d_other)
        mix += (d_one + d_other) / 2 * (share_one - share_other)
    return Split(**within, mix=mix)


def _kinds(distance: npt.NDArray[np.float64], samples: Sequence[SampleRecord]) -> PairKinds:
    correct = np.array([sample.verdict is Verdict.AC for sample in samples], dtype=np.int64)
    rows, columns = np.triu_indices(len(samples), 1)
    kind = correct[rows] + correct[columns]
    values = distance[rows, columns]
    ii, ci, cc = (
        PairKind(pairs=int(chosen.sum()), distance=float(values[chosen].mean()) if chosen.any() else None)
        for chosen in (kind == 0, kind == 1, kind == 2)
    )
    return PairKinds(cc=cc, ci=ci, ii=ii)
