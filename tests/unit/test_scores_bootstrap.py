"""Intervals: reproducible to the bit, blind to order, and right about as often as they say."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.stats

from equijudge_core.contracts.scores import BootstrapOptions, Estimate
from equijudge_core.scores.bootstrap import Floats, estimate, resampling_units
from equijudge_core.scores.scoring import ratio

PLAN = BootstrapOptions(resamples=2000, seed=3)


def means(values: Floats, plan: BootstrapOptions = PLAN, families: list[str | None] | None = None) -> list[Estimate]:
    names = [f"{number:05}" for number in range(len(values))]
    resampled = resampling_units(list(zip(names, families or [None] * len(values), strict=True)))
    return estimate(np.concatenate([values, np.ones_like(values)], axis=1), resampled, ratio, plan)


def width(found: Estimate) -> float:
    assert found.low is not None
    assert found.high is not None
    return found.high - found.low


def drawn(problems: int, figures: int = 1, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).beta(0.4, 1.0, (problems, figures))


def test_the_same_seed_gives_the_same_bits_and_another_seed_others() -> None:
    values = drawn(50)

    assert means(values) == means(values)
    assert means(values) != means(values, BootstrapOptions(resamples=2000, seed=4))


def test_a_figure_does_not_depend_on_its_neighbours_or_their_order() -> None:
    values = drawn(60, figures=40)

    assert means(values[:, [7]]) == [means(values)[7]] == [means(values[:, ::-1])[-8]]


def test_the_order_of_problems_changes_nothing() -> None:
    values, order = drawn(40), np.random.default_rng(2).permutation(40)
    names: list[tuple[str, str | None]] = [(f"p{number}", None) for number in range(40)]
    table = np.concatenate([values, np.ones_like(values)], axis=1)

    turned = estimate(table[order], resampling_units([names[i] for i in order]), ratio, PLAN)

    assert turned == estimate(table, resampling_units(names), ratio, PLAN)


def test_problems_that_agree_have_an_interval_of_one_point() -> None:
    assert means(np.full((30, 1), 1 / 3)) == [Estimate(value=0.3333333333, low=0.3333333333, high=0.3333333333)]


def test_members_of_a_family_are_drawn_together() -> None:
    values = np.repeat(drawn(20), 5, axis=0)
    (apart,), (together,) = means(values), means(values, families=[f"f{i // 5}" for i in range(100)])

    # sqrt(5) wider: five copies of a problem are no evidence
    assert width(together) / width(apart) == pytest.approx(5**0.5, rel=0.2)


def test_the_percentile_interval_is_that_of_plain_resampling() -> None:
    values = drawn(30)
    draw = np.random.default_rng(5)
    plain = [values[draw.integers(0, 30, 30)].mean() for _ in range(20_000)]

    (found,) = means(values, BootstrapOptions(resamples=20_000, method="percentile"))

    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(plain, [0.025, 0.975])), abs=0.005)


def test_bca_is_that_of_scipy() -> None:
    values = drawn(40)
    theirs = scipy.stats.bootstrap(
        (values[:, 0],), np.mean, n_resamples=20_000, method="BCa", rng=np.random.default_rng(1)
    )

    (found,) = means(values, BootstrapOptions(resamples=20_000))

    assert (found.low, found.high) == pytest.approx(tuple(theirs.confidence_interval), abs=0.006)


@pytest.mark.parametrize("method", ["bca", "percentile"])
def test_intervals_cover_the_truth_at_their_nominal_rate(method: str) -> None:
    """1,000 draws of 100 problems each; the slow proof with fresh resamples is `python -m bench intervals`."""
    values = drawn(100, figures=1000, seed=11)
    truth = 0.4 / 1.4

    found = means(values, BootstrapOptions.model_validate({"resamples": 2000, "method": method}))

    covered = [one.low <= truth <= one.high for one in found if one.low is not None and one.high is not None]
    assert len(covered) == 1000
    assert np.mean(covered) == pytest.approx(0.95, abs=0.02)


def test_an_undefined_figure_has_no_interval() -> None:
    found = estimate(np.zeros((3, 2)), resampling_units([("a", None), ("b", None), ("c", None)]), ratio, PLAN)

    assert found == [Estimate(value=None, low=None, high=None)]


def test_bad_values_are_refused() -> None:
    with pytest.raises(ValueError, match="not finite"):
        means(np.array([[np.nan]]))
    with pytest.raises(ValueError, match="problems: 0"):
        means(np.zeros((0, 1)))
