"""Means over seeds and families of problems, with t intervals, and Holm's correction for several questions.

Few seeds and few families: percentile intervals of a bootstrap over them are too narrow. Here the variance of the mean
is that of families, plus that of seeds, less what both hold of their cells (Cameron, Gelbach and Miller 2011), and the
degrees of freedom are Satterthwaite's. With one seed only families vary, and nothing is said of another run.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
CONFIDENCE = 0.95
_ITERATIONS = 300
_PRECISION = 1e-9


@dataclass(frozen=True, slots=True)
class CrossedMean:
    """A mean with its interval and the two-sided p of 0. None: fewer than two families, or nothing was measured."""

    value: float | None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    freedom: float | None = None
    seeds: int = 0
    families: int = 0


def crossed_mean(values: Floats) -> CrossedMean:
    """The mean of values of shape (seeds, families); nan where nothing was measured. Families weigh the same.

    A family or seed of which nothing was measured is left out; other gaps are filled with what its seed and family let
    expect.
    """
    table = values[~np.isnan(values).all(axis=1)]
    table = table[:, ~np.isnan(table).all(axis=0)] if len(table) else table
    seeds, families = table.shape if table.size else (0, 0)
    if not table.size:
        return CrossedMean(None)
    whole = np.nanmean(table)
    expected = np.nanmean(table, axis=1)[:, None] + np.nanmean(table, axis=0)[None, :] - whole
    table = np.where(np.isnan(table), expected, table)
    value = float(table.mean())
    if families < 2:
        return CrossedMean(value, seeds=seeds, families=families)
    of_families = float(table.mean(axis=0).var(ddof=1)) / families
    of_seeds = float(table.mean(axis=1).var(ddof=1)) / seeds if seeds > 1 else 0.0
    cells = table - table.mean(axis=1)[:, None] - table.mean(axis=0)[None, :] + value
    of_cells = float((cells**2).sum()) / ((seeds - 1) * (families - 1)) / (seeds * families) if seeds > 1 else 0.0
    variance = max(of_families + of_seeds - of_cells, of_families, of_seeds)
    if variance == 0.0:
        return CrossedMean(value, value, value, 1.0 if value == 0 else 0.0, None, seeds, families)
    parts = of_families**2 / (families - 1) + (of_seeds**2 / (seeds - 1) if seeds > 1 else 0.0)
    freedom = (of_families + of_seeds) ** 2 / parts
    error = math.sqrt(variance)
    reach = t_quantile((1 + CONFIDENCE) / 2, freedom) * error
    return CrossedMean(
        value, value - reach, value + reach, t_two_sided(value / error, freedom), freedom, seeds, families
    )


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Holm's step-down correction; None, what could not be tested, is counted as a question and stays None."""
    count = len(p_values)
    found: list[float | None] = [None] * count
    worst = 0.0
    order = sorted((place for place in range(count) if p_values[place] is not None), key=lambda at: p_values[at] or 0.0)
    for rank, place in enumerate(order):
        worst = max(worst, min(1.0, (count - rank) * (p_values[place] or 0.0)))
        found[place] = worst
    return found


def t_two_sided(t: float, freedom: float) -> float:
    """P(|T| >= |t|) of Student's t."""
    return _incomplete_beta(freedom / 2, 0.5, freedom / (freedom + t * t))


def t_quantile(share: float, freedom: float) -> float:
    """The t below which a share of at least one half lies."""
    t = NormalDist().inv_cdf(share)
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    for _ in range(_ITERATIONS):
        # Newton's steps from the normal quantile, which is too small, only go up: the distribution is concave here.
        step = (share - 1 + t_two_sided(t, freedom) / 2) / (scale * (1 + t * t / freedom) ** (-(freedom + 1) / 2))
        t += step
        if step < _PRECISION * t:
            break
    return t


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularised incomplete beta function, by Lentz's continued fraction."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    tiny = 1e-300
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1), tiny)
    found = d
    for m in range(1, _ITERATIONS):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + numerator * d, tiny)
            c = _away(1 + numerator / c, tiny)
            found *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return math.exp(log_front) * found / a


def _away(number: float, tiny: float) -> float:
    return number if abs(number) > tiny else tiny
