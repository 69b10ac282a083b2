"""Do 95 % intervals hold the truth 95 % of the time? 1,000 draws of 100 problems per kind of figure, each with
resamples of its own, from populations whose truth is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from bench.figures import Figure
from equijudge_core.contracts.scores import BootstrapOptions, Estimate
from equijudge_core.scores.bootstrap import Floats, Statistic, estimate, resampling_units
from equijudge_core.scores.rarefaction import collision, pass_at_k
from equijudge_core.scores.scoring import ratio

DRAWS, PROBLEMS, SAMPLES, K = 1000, 100, 16, 4
NOMINAL, TOLERANCE = 0.95, 0.02
WEIGHTS = np.array([0.5, 0.3, 0.2])
FAMILY = 5

Draw = Callable[[np.random.Generator], tuple[Floats, list[str | None] | None]]


def figures() -> list[Figure]:
    """How far the share of intervals that hold the truth is from 0.95."""
    return [
        Figure(
            f"coverage of 95 % intervals: {name}",
            share := share_held(draw, statistic, truth),
            NOMINAL,
            abs(share - NOMINAL),
            "share",
            f"{DRAWS} draws of {PROBLEMS} problems; ratio: distance",
            f"<= {TOLERANCE}",
        )
        for name, (draw, statistic, truth) in CASES.items()
    ]


def share_held(draw: Draw, statistic: Statistic, truth: float) -> float:
    """The share of draws whose interval holds the truth."""
    generator = np.random.default_rng(20260101)
    return sum(holds(draw, statistic, truth, generator, seed) for seed in range(DRAWS)) / DRAWS


def holds(draw: Draw, statistic: Statistic, truth: float, generator: np.random.Generator, seed: int) -> bool:
    """One draw of a population, one interval."""
    values, families = draw(generator)
    names = [f"{number:05}" for number in range(len(values))]
    resampled = resampling_units(list(zip(names, families or [None] * len(values), strict=True)))
    (found,) = estimate(values, resampled, statistic, BootstrapOptions(seed=seed, confidence=NOMINAL))
    return contains(found, truth)


def contains(found: Estimate, truth: float) -> bool:
    """An end without a number is unbounded."""
    return (found.low is None or found.low <= truth) and (found.high is None or truth <= found.high)


def skills(generator: np.random.Generator, count: int = PROBLEMS) -> Floats:
    """How likely each problem is solved: most hardly or nearly always, mean 0.3 / 0.9."""
    return generator.beta(0.3, 0.6, count)


def passes(skill: Floats, generator: np.random.Generator, k: int) -> Floats:
    """Estimated pass@k of each problem."""
    return np.array([pass_at_k(SAMPLES, int(c), k) for c in generator.binomial(SAMPLES, skill)], dtype=np.float64)


def mean_of(k: int) -> Draw:
    """A mean of pass@k."""

    def draw(generator: np.random.Generator) -> tuple[Floats, None]:
        return with_ones(passes(skills(generator), generator, k)), None

    return draw


def paired_difference(generator: np.random.Generator) -> tuple[Floats, None]:
    """Two runs on the same problems, the second a little worse on each."""
    skill = skills(generator)
    values = passes(skill * 0.8, generator, 1) - passes(skill, generator, 1)
    return with_ones(values), None


def of_families(generator: np.random.Generator) -> tuple[Floats, list[str | None]]:
    """PROBLEMS families of FAMILY problems each, equally hard within one."""
    skill = np.repeat(skills(generator), FAMILY)
    return with_ones(passes(skill, generator, 1)), [f"f{number // FAMILY}" for number in range(len(skill))]


def effective_clusters(generator: np.random.Generator) -> tuple[Floats, None]:
    """1 / mean collision over problems whose samples fall into three clusters, in one of two mixes."""
    sharp = generator.random(PROBLEMS) < 0.5
    rows = [generator.multinomial(SAMPLES, WEIGHTS if flat else WEIGHTS[::-1] ** 2 / SQUARES) for flat in sharp]
    collisions = np.array([collision(row.tolist()) for row in rows], dtype=np.float64)
    return np.stack([np.ones(PROBLEMS), collisions], axis=1), None


def with_ones(values: Floats) -> Floats:
    """As `ratio` takes the mean of them."""
    return np.stack([values, np.ones(len(values))], axis=1)


SQUARES = float((WEIGHTS**2).sum())
_COLLISION = (SQUARES + float((WEIGHTS**4).sum()) / SQUARES**2) / 2
# E[1 - (1 - p)^K] for p ~ Beta(a, b) is 1 - product of (b + i) / (a + b + i).
_PASS = 1 - float(np.prod([(0.6 + i) / (0.9 + i) for i in range(K)]))
CASES: Mapping[str, tuple[Draw, Statistic, float]] = {
    "pass@1": (mean_of(1), ratio, 0.3 / 0.9),
    f"pass@{K}": (mean_of(K), ratio, _PASS),
    "paired difference": (paired_difference, ratio, -0.2 * 0.3 / 0.9),
    "effective clusters": (effective_clusters, ratio, 1 / _COLLISION),
    "pass@1 by families": (of_families, ratio, 0.3 / 0.9),
}
