"""How well clusters agree with labels: V-measure and the adjusted Rand index, pure and exact up to rounding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from math import comb, log


def v_measure(labels: Sequence[Hashable], clusters: Sequence[Hashable]) -> float:
    """2hc / (h + c) with homogeneity h = 1 - H(L|C)/H(L), completeness c = 1 - H(C|L)/H(C).

    From 0 to 1, symmetric; 1 when both are empty. Rosenberg and Hirschberg, EMNLP-CoNLL 2007, with beta = 1.
    Raises ValueError for sequences of unequal length.
    """
    pairs = _pairs(labels, clusters)
    of_labels, of_clusters, of_pairs = (_entropy(Counter(items)) for items in (labels, clusters, pairs))
    shared = of_labels + of_clusters - of_pairs
    homogeneity = shared / of_labels if of_labels else 1.0
    completeness = shared / of_clusters if of_clusters else 1.0
    total = homogeneity + completeness
    return 2 * homogeneity * completeness / total if total else 0.0


def adjusted_rand_index(labels: Sequence[Hashable], clusters: Sequence[Hashable]) -> float:
    """(pairs together in both - expected) / (mean of pairs together in one - expected).

    1 for equal partitions, 0 on average by chance, negative for worse. Hubert and Arabie, J. Classification 1985.
    Raises ValueError for sequences of unequal length.
    """
    both = _together(_pairs(labels, clusters))
    of_labels, of_clusters, every = _together(labels), _together(clusters), comb(len(labels), 2)
    if of_labels == of_clusters == both:
        return 1.0
    expected = of_labels * of_clusters / every
    return (both - expected) / ((of_labels + of_clusters) / 2 - expected)


def _pairs(labels: Sequence[Hashable], clusters: Sequence[Hashable]) -> list[tuple[Hashable, Hashable]]:
    return list(zip(labels, clusters, strict=True))


def _entropy(counts: Counter[Hashable]) -> float:
    total = counts.total()
    return -sum(count / total * log(count / total) for count in counts.values() if count < total)


def _together(items: Iterable[Hashable]) -> int:
    return sum(comb(count, 2) for count in Counter(items).values())
