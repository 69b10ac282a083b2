"""One answer out of k samples: how often it is right when it is chosen by public tests, or by a vote of equal outputs.

Beside pass@k, which counts on somebody who knows the right one, these say what more samples are worth to whoever must
hand in one. k of n samples are drawn without replacement; ties and equals are decided by lot.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from equijudge_core.scores.rarefaction import hit

MOST_EXACT_N, MOST_EXACT_K = 256, 64  # beyond them a vote is drawn, not computed
MAJORITY_DRAWS = 1024  # of a problem with more


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
    none votes the answer is wrong. The expectation over all subsets, up to rounding, for n <= MOST_EXACT_N and
    k <= MOST_EXACT_K; beyond, the mean over MAJORITY_DRAWS random subsets. Source: Wang et al. 2023 (2203.11171), of
    answers; here of programs by what they do. None for n < k.
    """
    n = len(votes)
    if n < k:
        return None
    share = _shares(votes)
    names = [outputs for outputs, _ in votes]
    if n <= MOST_EXACT_N and k <= MOST_EXACT_K:
        sizes = Counter(name for name in names if name is not None)
        chance = win_chances(Counter(sizes.values()), names.count(None), k)
        return math.fsum(chance[size] * share[name] for name, size in sorted(sizes.items()))
    drawn = (generator.choice(n, k, replace=False) for _ in range(MAJORITY_DRAWS))
    return math.fsum(_chance([names[i] for i in subset], share) for subset in drawn) / MAJORITY_DRAWS


def win_chances(classes: Mapping[int, int], abstaining: int, k: int) -> dict[int, float]:
    """The chance of one class of each size to have the most votes among k samples, ties decided by lot.

    classes: how many there are of each size. A class wins with j votes where the others have at most j; of t of them
    that have j too, one in 1 + t times, which is the integral of y^t from 0 to 1. So it is, over C(n, k), the sum over
    j of C(size, j) times the integral over y of the coefficient of x^(k - j) in the product over the others of
    sum over v < j of C(size, v) x^v, plus y C(size, j) x^j. The integral is of a polynomial in y, so that Gauss's rule
    is exact.
    """
    n = abstaining + sum(size * count for size, count in classes.items())
    found = dict.fromkeys(classes, 0.0)
    for j in range(1, min(k, max(classes, default=0)) + 1):
        rest = k - j
        nodes, weights = np.polynomial.legendre.leggauss(rest // j // 2 + 1)
        for y, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
            idle = np.array([float(math.comb(abstaining, v)) for v in range(min(abstaining, rest) + 1)])
            one_less, all_of = {}, {}
            for size, count in classes.items():
                factor = np.array([float(math.comb(size, v)) for v in range(min(size, j) + 1)])
                if size >= j:
                    factor[j] *= y
                product = np.ones(1)
                for _ in range(count - 1):
                    product = np.convolve(product, factor)[: rest + 1]
                one_less[size], all_of[size] = product, np.convolve(product, factor)[: rest + 1]
            for size in classes:
                if size < j:
                    continue
                product = np.convolve(idle, one_less[size])[: rest + 1]
                for other in classes:
                    if other != size:
                        product = np.convolve(product, all_of[other])[: rest + 1]
                if len(product) > rest:
                    found[size] += float(weight) * math.comb(size, j) * float(product[rest])
    ways = math.comb(n, k)
    return {size: value / ways for size, value in found.items()}


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
