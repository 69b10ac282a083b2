"""Conditions that were trained with several seeds, over the same problems: means and paired differences.

A condition is the scores of its seeds, in one order. An interval resamples seeds, then problems (families, where they
are given), crossed: every seed saw every problem. Percentile bootstrap; with one seed only problems are resampled, so
that the interval says nothing about another training run. With S seeds the seeds' share of the variance comes out
(S - 1) / S of what it is. Two conditions are paired by seed and problem, over the first seeds that both have.

Source: Owen 2007, "The pigeonhole bootstrap".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from equijudge_core.contracts.errors import FieldError
from equijudge_core.contracts.scores import (
    BootstrapOptions,
    Difference,
    Estimate,
    MatchedFrontier,
    ProblemScores,
    Scores,
)
from equijudge_core.errors import BadInput
from equijudge_core.scores.bootstrap import (
    Floats,
    ResamplingUnits,
    Statistic,
    draw_resamples,
    quantile,
    resampling_units,
    round_finite,
)
from equijudge_core.scores.comparison import check_comparable, thinned_coverages
from equijudge_core.scores.frontier import coverage_at
from equijudge_core.scores.scoring import Part, ratio, ratio_parts

Seeds = Sequence[Scores]
Pair = Callable[[ProblemScores, ProblemScores], tuple[Part, Part]]

_SEED_STREAM = 1  # seeds and problems are drawn from streams of their own


def crossed_bootstrap(
    values: Floats, resampled: ResamplingUnits, statistic: Statistic, options: BootstrapOptions
) -> list[Estimate]:
    """The statistic of the columns' sums over seeds and problems. values: shape (seeds, problems, columns)."""
    seeds, _, width = values.shape
    by_unit = np.zeros((seeds, resampled.count, width))
    for seed in range(seeds):
        np.add.at(by_unit[seed], resampled.of, values[seed])
    drawn = np.concatenate(list(draw_resamples(resampled.count, options)))
    sums = np.einsum("rs,ru,suc->rc", _drawn_seeds(seeds, options), drawn, by_unit, optimize=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        points = statistic(by_unit.sum(axis=(0, 1)))
        replicates = np.sort(statistic(sums), axis=0)  # nan comes last
    return [_interval(float(point), replicates[:, place], options) for place, point in enumerate(points)]


def mean(runs: Seeds, name: str) -> Estimate:
    """One figure of a condition, over all its seeds and the problems that define it.

    Raises:
        BadInput: no run, or runs that are not comparable.
        KeyError: a figure that was not scored.
    """
    shared = _check_runs(runs)
    table = np.array([[ratio_parts(problem.values)[name] or (0.0, 0.0) for problem in run.problems] for run in runs])
    return crossed_bootstrap(table, shared, ratio, runs[0].settings)[0]


def difference(a: Seeds, b: Seeds, name: str) -> Difference:
    """b - a of one figure, over the problems that define it in both runs of a seed. Raises as `mean`."""
    return _difference(a, b, lambda one, other: (ratio_parts(one.values)[name], ratio_parts(other.values)[name]))


def matched_difference(a: Seeds, b: Seeds, k: int) -> Difference:
    """b - a of coverage@k, were both equally often right in every problem of every seed. Raises as `mean`."""
    name = f"coverage@{k}"
    return _difference(
        a, b, lambda one, other: (thinned_coverages(one, other, [k])[name], thinned_coverages(other, one, [k])[name])
    )


def compare_sweeps_of_seeds(a: Sequence[Seeds], b: Sequence[Seeds], k: int) -> MatchedFrontier:
    """Compare coverage@k on the frontiers of two sweeps (b - a), at the highest pass@1 that both reach.

    a, b: the seeds' runs at each temperature. A frontier is drawn through means over seeds and problems.
    Raises as `mean`, and BadInput where no problem has both figures in all runs.
    """
    if not a or not b:
        raise BadInput([FieldError(field="runs", problem="a sweep is empty", limit="at least one temperature each")])
    sweeps = [runs[: min(map(len, (*a, *b)))] for runs in (*a, *b)]
    shared = _check_runs([run for runs in sweeps for run in runs])
    table = _sweep_table(sweeps, ("pass@1", f"coverage@{k}"))
    problems = int(table[0, :, -1].sum())
    if not problems:
        raise BadInput([FieldError(field="k", problem=f"no problem has pass@1 and coverage@{k} in all runs")])
    means = _sweep_means(table.sum(axis=(0, 1)))[:, 0]
    at = float(min(means[: len(a)].max(), means[len(a) :].max()))

    def found(sums: Floats) -> Floats:
        points = map(_sweep_means, sums.reshape(-1, sums.shape[-1]))
        both = np.array([[coverage_at(each[: len(a)], at), coverage_at(each[len(a) :], at)] for each in points])
        return np.asarray(np.append(both, both[:, 1:] - both[:, :1], axis=1).reshape(*sums.shape[:-1], 3))

    one, other, change = crossed_bootstrap(table, shared, found, sweeps[0][0].settings)
    return MatchedFrontier(k=k, at=at, a=one, b=other, difference=change, problems=problems)


def _difference(a: Seeds, b: Seeds, pair: Pair) -> Difference:
    seeds = min(len(a), len(b))
    a, b = a[:seeds], b[:seeds]
    shared = _check_runs([*a, *b])
    rows = []
    for one, other in zip(a, b, strict=True):
        both = [pair(*problems) for problems in zip(one.problems, other.problems, strict=True)]
        rows.append([(*left, *right) if left and right else (0.0,) * 4 for left, right in both])
    table = np.array(rows)

    def change(sums: Floats) -> Floats:
        above, below = sums[..., [0, 2]], sums[..., [1, 3]]
        means = above / below
        return np.append(means, means[..., 1:] - means[..., :1], axis=-1)

    left, right, found = crossed_bootstrap(table, shared, change, a[0].settings)
    counted = int((table != 0).any(axis=(0, 2)).sum())
    return Difference(**found.model_dump(), a=left.value, b=right.value, problems=counted)


def _sweep_table(sweeps: Sequence[Seeds], names: tuple[str, str]) -> Floats:
    """shape (seeds, problems, 2 runs + 1): both figures of each run and a one; zeros where one is not defined."""
    rows = np.array(
        [
            [
                [runs[seed].problems[place].values[name] for runs in sweeps for name in names]
                for place in range(len(sweeps[0][0].problems))
            ]
            for seed in range(len(sweeps[0]))
        ],
        dtype=np.float64,
    )
    defined = np.isfinite(rows).all(axis=(0, 2))
    rows[:, ~defined] = 0.0
    ones = np.zeros((*rows.shape[:2], 1))
    ones[:, defined] = 1.0
    return np.concatenate([rows, ones], axis=2)


def _sweep_means(sums: Floats) -> Floats:
    """shape (runs, 2) of mean pass@1 and coverage."""
    return np.asarray((sums[:-1] / sums[-1]).reshape(-1, 2))


def _check_runs(runs: Seeds) -> ResamplingUnits:
    """What is resampled together, the same in all runs."""
    if not runs:
        raise BadInput([FieldError(field="runs", problem="there is none", limit="at least one")])
    for run in runs[1:]:
        check_comparable(runs[0], run)
    return resampling_units([(problem.problem_id, problem.family) for problem in runs[0].problems])


def _drawn_seeds(count: int, options: BootstrapOptions) -> npt.NDArray[np.float64]:
    """shape (resamples, count): how often each seed was drawn."""
    generator = np.random.Generator(np.random.PCG64([options.seed, _SEED_STREAM]))
    return generator.multinomial(count, [1 / count] * count, size=options.resamples).astype(np.float64)


def _interval(value: float, replicates: Floats, options: BootstrapOptions) -> Estimate:
    found = replicates[~np.isnan(replicates)]
    if np.isnan(value) or not len(found):
        return Estimate(value=round_finite(value), low=None, high=None)
    tails = ((1 - options.confidence) / 2, (1 + options.confidence) / 2)
    low, high = (round_finite(quantile(found, tail)) for tail in tails)
    return Estimate(value=round_finite(value), low=low, high=high)
