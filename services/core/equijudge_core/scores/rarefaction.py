"""What k draws without replacement from n samples are expected to hold: pass@k, coverage@k, their relatives.

Binomials are exact integers and each probability is rounded once, so that nothing overflows or cancels at any n.
A figure at k is None where fewer than k samples stand behind it: it is never extrapolated. k and n count samples.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

_CACHED = 1 << 14


@lru_cache(maxsize=_CACHED)
def hit(n: int, marked: int, k: int) -> float:
    """P(k of n samples hold at least one of `marked`) = 1 - C(n - marked, k) / C(n, k), for k <= n.

    Source: Chen et al. 2021 (2107.03374), equation 1; exact where the product form of human-eval rounds k times.
    """
    if not 0 <= marked <= n or not 1 <= k <= n:
        raise ValueError(f"hit wants 0 <= marked <= n and 1 <= k <= n; got n={n}, marked={marked}, k={k}")
    ways = math.comb(n, k)
    return (ways - math.comb(n - marked, k)) / ways


@lru_cache(maxsize=_CACHED)
def hypergeometric(n: int, marked: int, k: int, j: int) -> float:
    """P(exactly j of k samples are marked) = C(marked, j) C(n - marked, k - j) / C(n, k)."""
    return math.comb(marked, j) * math.comb(n - marked, k - j) / math.comb(n, k)


def pass_at_k(n: int, correct: int, k: int) -> float | None:
    """The unbiased estimate of the probability that at least one of k samples is correct.

    Source: Chen et al. 2021 (2107.03374). None for n < k.
    """
    return hit(n, correct, k) if n >= k else None


def coverage_at_k(n: int, clusters: Iterable[int], k: int) -> float | None:
    """The expected number of clusters among k of n samples: sum over c of 1 - C(n - n_c, k) / C(n, k).

    `clusters` holds the sizes n_c; samples in none of them count in n alone. With clusters of correct samples and
    all samples as n this is pass@k where there is one cluster; with n = the correct samples it is the coverage
    given a correct answer (DA@K of Lee et al., 2503.00691). Source: Hurlbert 1971 (rarefaction). None for n < k.
    """
    return math.fsum(hit(n, size, k) for size in clusters) if n >= k else None


def thinned_coverage(n: int, correct: int, clusters: Sequence[int], kept: float, k: int) -> float | None:
    """coverage_at_k had only `kept` of the correct samples been correct, the others turned wrong at random.

    sum over j of P(j of the k draws are kept ones) times the coverage of j correct samples; between whole numbers
    of kept samples it is linear. It brings two runs to the same pass@1 (kept / n) without touching which clusters
    the correct samples fall in. None for n < k or when `kept` exceeds the correct samples.
    """
    if n < k or not 0 <= kept <= correct:
        return None
    below = math.floor(kept)
    share = kept - below
    value = _thin(n, correct, clusters, below, k)
    return value if share == 0 else (1 - share) * value + share * _thin(n, correct, clusters, below + 1, k)


def _thin(n: int, correct: int, clusters: Sequence[int], kept: int, k: int) -> float:
    terms = []
    for j in range(1, min(k, kept) + 1):
        covered = coverage_at_k(correct, clusters, j)
        assert covered is not None  # j <= kept <= correct
        terms.append(hypergeometric(n, kept, k, j) * covered)
    return math.fsum(terms)


def entropy_at_k(clusters: Sequence[int], k: int) -> float | None:
    """The expected Shannon entropy, in nats, of the clusters of k samples drawn without replacement.

    sum over c and j of P(j of k in c) times -(j/k) ln(j/k). The plain entropy of all samples depends on how many
    there are; at one k runs compare. exp of it is an effective number of clusters (Hill number of order 1).
    None when there are fewer than k samples.
    """
    n = sum(clusters)
    if n < k:
        return None
    return math.fsum(
        -hypergeometric(n, size, k, j) * (j / k) * math.log(j / k)
        for size in clusters
        for j in range(1, min(size, k) + 1)
    )


def collision(clusters: Sequence[int]) -> float | None:
    """The unbiased probability that two samples share a cluster: sum of n_c (n_c - 1) / (n (n - 1)).

    Its inverse is an effective number of clusters (inverse Simpson, Hill number of order 2). Average it over
    problems first and invert then: a problem without a repeat has collision 0. None for fewer than two samples.
    """
    n = sum(clusters)
    return sum(size * (size - 1) for size in clusters) / (n * (n - 1)) if n >= 2 else None
