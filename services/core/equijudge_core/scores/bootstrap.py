"""Bootstrap intervals over problems, or over families of problems, for any function of sums over problems.

Every figure here is a function of column sums (a mean is sum of values / number of values), so a resample is a
vector of counts and all resamples are one matrix product. Columns are first rounded to whole multiples of a power of
two, so that every sum is exact in double precision: the result does not depend on the order of problems, on which
other figures are asked for, or on the linear algebra library. The resamples depend on the seed and on the number of
units alone; all figures and both runs of a comparison share them, which is what pairs them.

Source: Efron and Tibshirani 1993, chapters 13 (percentile) and 14 (BCa).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

from equijudge_core.contracts.scores import BootstrapOptions, Estimate

Floats = npt.NDArray[np.float64]
Statistic = Callable[[Floats], Floats]

MAX_UNITS = 1 << 20
DIGITS = 10
_EXACT_BITS = 52
_BLOCK = 1 << 22  # counts held at a time: 32 MiB


@dataclass(frozen=True, slots=True)
class ResamplingUnits:
    """Which problems are resampled together: row r belongs to unit `of[r]`."""

    of: npt.NDArray[np.int64]
    count: int


def resampling_units(problems: Sequence[tuple[str, str | None]]) -> ResamplingUnits:
    """One unit per family, and one per problem without a family, from (problem id, family). Order does not matter."""
    keys = [("family", family) if family is not None else ("problem", problem) for problem, family in problems]
    names = {key: number for number, key in enumerate(sorted(set(keys)))}
    return ResamplingUnits(np.array([names[key] for key in keys], dtype=np.int64), len(names))


def estimate(
    values: Floats, resampled: ResamplingUnits, statistic: Statistic, options: BootstrapOptions
) -> list[Estimate]:
    """Compute a statistic of the column sums, with an interval for each of its entries.

    values: shape (problems, columns), finite. statistic: maps (..., columns) to (..., figures), row by row; where it
    gives nan the figure is undefined, and such resamples are left out.

    Raises:
        ValueError: no unit, more than MAX_UNITS, or a value that is not finite.
    """
    if not 1 <= resampled.count <= MAX_UNITS:
        raise ValueError(f"problems: {resampled.count} to resample; 1 to {MAX_UNITS} are possible")
    if not np.isfinite(values).all():
        raise ValueError("values: not finite")
    point = statistic(np.array([math.fsum(column) for column in values.T]))
    whole, scale = _whole(values, resampled)
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = np.concatenate([counts @ whole for counts in draw_resamples(resampled.count, options)])
        replicates = np.sort(statistic(sums * scale), axis=0)  # nan comes last
        total = whole.sum(axis=0)
        centre = statistic(total * scale)
        left_out = statistic((total - whole) * scale)
    return [
        _estimate(float(point[i]), replicates[:, i], float(centre[i]), left_out[:, i], options)
        for i in range(len(point))
    ]


def _whole(values: Floats, resampled: ResamplingUnits) -> tuple[Floats, Floats]:
    """Per unit the sums of its rows as whole numbers, and the power of two per column that they count."""
    sums = np.zeros((resampled.count, values.shape[1]))
    order = np.lexsort((np.arange(len(values)), resampled.of))
    np.add.at(sums, resampled.of[order], values[order])
    bits = _EXACT_BITS - resampled.count.bit_length()
    exponents = np.frexp(np.abs(sums).max(axis=0, initial=0))[1] - bits
    return np.rint(np.ldexp(sums, -exponents)), np.ldexp(np.ones(len(exponents)), exponents)


def draw_resamples(count: int, options: BootstrapOptions) -> Iterator[Floats]:
    """Draw blocks of rows, each saying how often every one of `count` units was drawn."""
    generator = np.random.Generator(np.random.PCG64(options.seed))
    rows = max(1, _BLOCK // count)
    for start in range(0, options.resamples, rows):
        height = min(rows, options.resamples - start)
        drawn = generator.integers(0, count, size=(height, count))
        drawn += np.arange(height)[:, None] * count
        yield np.bincount(drawn.ravel(), minlength=height * count).reshape(height, count).astype(np.float64)


def _estimate(value: float, replicates: Floats, centre: float, left_out: Floats, options: BootstrapOptions) -> Estimate:
    if math.isnan(value):
        return Estimate(value=None, low=None, high=None)
    replicates = replicates[~np.isnan(replicates)]
    if not len(replicates):
        return Estimate(value=round_finite(value), low=None, high=None)
    tails = ((1 - options.confidence) / 2, (1 + options.confidence) / 2)
    if options.method == "bca":
        tails = _bca_tails(tails, replicates, centre, left_out)
    low, high = (quantile(replicates, tail) for tail in tails)
    return Estimate(value=round_finite(value), low=round_finite(low), high=round_finite(high))


def _bca_tails(tails: tuple[float, float], replicates: Floats, centre: float, left_out: Floats) -> tuple[float, float]:
    """The BCa tails; the given ones where bias or acceleration is not finite (one unit, an unbounded figure)."""
    normal = NormalDist()
    size = len(replicates)
    below = (np.searchsorted(replicates, centre, "left") + np.searchsorted(replicates, centre, "right")) / 2
    bias = normal.inv_cdf(min(max(below / size, 0.5 / size), 1 - 0.5 / size))
    if not (math.isfinite(centre) and np.isfinite(left_out).all()):
        return tails
    influence = left_out.mean() - left_out
    spread = float((influence**2).sum())
    acceleration = float((influence**3).sum()) / (6 * spread**1.5) if spread > 0 else 0.0

    def shift(tail: float) -> float:
        shifted = bias + normal.inv_cdf(tail)
        scaled = 1 - acceleration * shifted
        return normal.cdf(bias + shifted / scaled) if scaled > 0 else float(shifted > 0)

    return shift(tails[0]), shift(tails[1])


def quantile(ordered: Floats, share: float) -> float:
    """Linear between order statistics; infinity where it meets one."""
    place = share * (len(ordered) - 1)
    low, high = float(ordered[math.floor(place)]), float(ordered[math.ceil(place)])
    return low if low == high else low + (place - math.floor(place)) * (high - low)


def round_finite(number: float) -> float | None:
    """Rounded to DIGITS decimals; None for what JSON has no number for."""
    return round(number, DIGITS) + 0.0 if math.isfinite(number) else None
