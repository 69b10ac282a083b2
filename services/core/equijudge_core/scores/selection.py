"""One answer out of k samples: how often it is right when it is chosen by public tests, or by a vote of equal outputs.

Beside pass@k, which counts on somebody who knows the right one, these say what more samples are worth to whoever must
hand in one. k of n samples are drawn without replacement; ties and equals are decided by lot.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from equijudge_core.scores.rarefaction import hit

MAJORITY_DRAWS = 256  # of a problem, where not all subsets are the same


def best_of_k(n: int, passing: int, correct: int, k: int) -> float | None:
    """The probability that a sample is correct which is taken by lot from those of k that pass the public tests.

    (1 - C(n - m, k) / C(n, k)) c / m, with m = `passing`: whichever of them are drawn, each is as likely to be taken,
    and `correct` samples pass. 0 where none passes; None for n < k.
    """
    if n < k:
        return None
    return hit(n, passing, k) * correct / passing if passing else 0.0


def majority_of_k(votes: Sequence[tuple[str | None, bool]], k: int, generator: np.random.Generator) -> float | None:
    """The probability that a sample is correct which is taken by lot from the largest class of equal outputs among k.

    votes: of each sample the hash of its outputs (None: it has none and does not vote) and whether it is correct; where
    none votes the answer is wrong. Exact for k = 1 and k = n, else the mean over MAJORITY_DRAWS random subsets, in each
    of which the chances are exact. Source: Wang et al. 2023 (2203.11171), of answers; here of programs by what they do.
    None for n < k.
    """
    n = len(votes)
    if n < k:
        return None
    if k == 1:
        return sum(right for outputs, right in votes if outputs is not None) / n
    share = _shares(votes)
    names = [outputs for outputs, _ in votes]
    if k == n:
        return _chance(names, share)
    drawn = (generator.choice(n, k, replace=False) for _ in range(MAJORITY_DRAWS))
    return math.fsum(_chance([names[i] for i in subset], share) for subset in drawn) / MAJORITY_DRAWS


def _shares(votes: Sequence[tuple[str | None, bool]]) -> dict[str, float]:
    """Of each class the share that is correct: nearly all or none, since equal outputs are judged alike."""
    members: dict[str, list[bool]] = defaultdict(list)
    for outputs, right in votes:
        if outputs is not None:
            members[outputs].append(right)
    return {name: sum(rights) / len(rights) for name, rights in members.items()}


def _chance(names: Sequence[str | None], share: dict[str, float]) -> float:
    """The chance that the vote of these samples is right."""
    counts = Counter(name for name in names if name is not None)
    if not counts:
        return 0.0
    most = max(counts.values())
    return math.fsum(share[name] for name, count in sorted(counts.items()) if count == most) / sum(
        count == most for count in counts.values()
    )
