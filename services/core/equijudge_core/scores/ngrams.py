"""Metrics over the n-grams of a group of samples: Self-BLEU, distinct-n, EAD. Exact, and linear in the n-grams.

A sample is a sequence of tokens; any hashable will do. All depend on how many samples the group has: compare groups
of one size.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from equijudge_core.contracts.scores import EAD_VOCABULARY

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Tokens = Sequence[Hashable]

BLEU_ORDER = 4
BLEU_EPSILON = 0.1
EAD_ORDER = 5


@dataclass(frozen=True, slots=True)
class GramCounts:
    """The n-grams of one order: row r says that sample sample[r] holds gram[r] count[r] times. Sorted by gram."""

    sample: Ints
    gram: Ints
    count: Ints


def gram_counts(samples: Sequence[Tokens], order: int) -> list[GramCounts]:
    """The counts for n = 1 … order. Time and memory: the number of tokens, times `order`."""
    names: dict[Hashable, int] = {}
    tokens = np.array([names.setdefault(token, len(names)) for sample in samples for token in sample], dtype=np.int64)
    lengths = np.array([len(sample) for sample in samples], dtype=np.int64)
    owner = np.repeat(np.arange(len(samples)), lengths)
    left = np.repeat(np.cumsum(lengths), lengths) - np.arange(len(tokens))  # tokens from here to the sample's end
    gram, start = tokens, np.arange(len(tokens))
    found = []
    for n in range(1, order + 1):
        if n > 1:
            keep = left[start] >= n
            start = start[keep]
            gram = np.unique(gram[keep] * len(names) + tokens[start + n - 1], return_inverse=True)[1]
        pairs, count = np.unique(gram * max(1, len(samples)) + owner[start], return_counts=True)
        found.append(GramCounts(pairs % max(1, len(samples)), pairs // max(1, len(samples)), count))
    return found


def self_bleu(samples: Sequence[Tokens]) -> float | None:
    """The mean BLEU of each sample against all the others, 0 … 1; lower is more diverse. None for fewer than 2.

    BLEU-4 with uniform weights; counts clipped by the largest count in any one other sample; the reference length
    closest to the sample's (the shorter of two); zero matches count as 0.1 (NLTK's SmoothingFunction().method1);
    0 without a common token. Equals the mean of nltk.translate.bleu_score.sentence_bleu.
    Source: Zhu et al. 2018 (1802.01886, Texygen), Papineni et al. 2002.

    Per n-gram only the largest count and the next largest are kept: the clip of a sample is the largest, or the
    next one where the sample itself holds the largest. So it takes one pass, not one per pair.
    """
    size = len(samples)
    if size < 2:
        return None
    lengths = np.array([len(sample) for sample in samples], dtype=np.int64)
    logs = np.zeros(size)
    common = np.ones(size, dtype=bool)
    for n, counts in enumerate(gram_counts(samples, BLEU_ORDER), start=1):
        matched = _matches(counts, size)
        if n == 1:
            common = matched > 0
        total = np.maximum(1, lengths - n + 1)
        logs += np.log(np.where(matched > 0, matched, BLEU_EPSILON) / total) / BLEU_ORDER
    values = np.where(common, np.exp(logs) * _brevity(lengths), 0.0)
    return math.fsum(values) / size


def _matches(counts: GramCounts, size: int) -> Floats:
    """Per sample, the n-grams that another sample holds too, clipped."""
    by_gram = np.lexsort((-counts.count, counts.gram))
    gram, count, sample = counts.gram[by_gram], counts.count[by_gram], counts.sample[by_gram]
    first = np.ones(len(gram), dtype=bool)
    first[1:] = gram[1:] != gram[:-1]
    place = np.flatnonzero(first)
    best = count[place][np.cumsum(first) - 1] if len(gram) else count
    followed = np.append(~first[1:], False) if len(gram) else first
    second = np.where(followed, np.append(count[1:], 0), 0)
    clipped = np.minimum(count, np.where(first, second, best))
    return np.bincount(sample, weights=clipped, minlength=size).astype(np.float64)


def _brevity(lengths: Ints) -> Floats:
    """exp(1 - r / length) where the closest other length r is larger, else 1; 0 for an empty sample."""
    penalties = []
    for index, length in enumerate(lengths.tolist()):
        others = np.delete(lengths, index)
        distance = np.abs(others - length)
        closest = int(others[distance == distance.min()].min())
        penalties.append(1.0 if length > closest else math.exp(1 - closest / length) if length else 0.0)
    return np.array(penalties)


def distinct_n(samples: Sequence[Tokens], order: int) -> list[float | None]:
    """For n = 1 … order, different n-grams / all n-grams of the pooled samples, 0 … 1; None where there are none.

    Source: Li et al. 2016 (1510.03055).
    """
    return [
        len(np.unique(counts.gram)) / int(counts.count.sum()) if len(counts.gram) else None
        for counts in gram_counts(samples, order)
    ]


def ead(samples: Sequence[Tokens], vocabulary: int = EAD_VOCABULARY) -> float | None:
    """Expectation-adjusted distinct n-grams, mean over n = 1 … 5, each cut to 0 … 1; None without a token.

    U / (V (1 - ((V - 1) / V)^T)) for U different among T n-grams and a vocabulary of V: what a uniform draw would
    give. Orders longer than every sample are left out. Source: Liu et al. 2022 (2202.13587); V and n from Kirk et
    al. 2024 (2310.06452).
    """
    values = []
    for counts in gram_counts(samples, EAD_ORDER):
        total = int(counts.count.sum())
        if total:
            expected = -vocabulary * math.expm1(total * math.log1p(-1 / vocabulary))
            values.append(min(1.0, len(np.unique(counts.gram)) / expected))
    return math.fsum(values) / len(values) if values else None
