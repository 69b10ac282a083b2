"""Similarity matrices between samples, and what is said of them: mean distance, Vendi score.

The two read the same matrix: they are not independent evidence of each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def ast_kernel(samples: Sequence[Mapping[str, int]]) -> Floats:
    """K[i, j] = sum of min(counts) / sum of max(counts) over subtrees (Ruzicka, min-max Jaccard of multisets), 0 … 1.

    Positive semidefinite, 1 on the diagonal; two empty multisets are equal. Source: the AST-subtree similarity of
    2604.16027. Cost: samples squared times the different subtrees.
    """
    names: dict[str, int] = {}
    columns = [[names.setdefault(name, len(names)) for name in sample] for sample in samples]
    counts = np.zeros((len(samples), len(names)), dtype=np.int32)
    for row, (sample, places) in enumerate(zip(samples, columns, strict=True)):
        counts[row, places] = list(sample.values())
    totals = counts.sum(axis=1)
    kernel = np.ones((len(samples), len(samples)))
    for row in range(len(samples)):
        common = np.minimum(counts[row], counts[row:]).sum(axis=1)
        union = totals[row] + totals[row:] - common
        kernel[row, row:] = np.where(union > 0, common / np.maximum(1, union), 1.0)
        kernel[row:, row] = kernel[row, row:]
    return kernel


def cosine_kernel(vectors: npt.ArrayLike) -> Floats:
    """K[i, j] = the cosine of rows i and j, -1 … 1.

    Raises:
        ValueError: not two-dimensional, not finite, or a row of zeros.
    """
    rows = np.asarray(vectors, dtype=np.float64)
    if rows.ndim != 2 or not np.isfinite(rows).all():
        raise ValueError("vectors: a matrix of finite numbers is needed, one row per sample")
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    if not (lengths > 0).all():
        raise ValueError(f"vectors: row {int(np.argmin(lengths))} is all zeros and has no direction")
    rows = rows / lengths
    return np.asarray(rows @ rows.T, dtype=np.float64)


def mean_distance(kernel: Floats) -> float | None:
    """1 - the mean similarity of two different samples; an unbiased mean at any size. None for fewer than two."""
    size = len(kernel)
    if size < 2:
        return None
    return 1 - math.fsum(kernel[np.triu_indices(size, 1)]) / (size * (size - 1) / 2)


def vendi(kernel: Floats) -> float | None:
    """exp(-sum of l ln l) over the eigenvalues l of K / n: an effective number of different samples, 1 … n.

    Depends on n. Source: Friedman and Dieng 2023 (2210.02410), q = 1. None for no samples.
    """
    if len(kernel) == 0:
        return None
    values = np.linalg.eigvalsh(kernel / len(kernel))
    values = values[values > 0]
    return float(np.exp(-(values * np.log(values)).sum()))
