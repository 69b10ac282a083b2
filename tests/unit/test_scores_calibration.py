"""Outputs against the data's own distribution: every measure against values worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from equijudge_core.scores import calibration, crossed
from equijudge_core.scores.calibration import PromptCounts

HALF = (0.5, 0.25, 0.25)
# 10 samples: 6 of family 0 (4 right), 2 of family 1 (1 right), 1 of family 2 (right), 1 of none, which is wrong.
PROMPT = PromptCounts(data=HALF, samples=10, drawn=(6, 2, 1), right=(4, 1, 1), right_samples=6)


def test_the_collision_of_the_data_is_the_sum_of_squared_shares() -> None:
    assert calibration.data_collision(HALF) == 0.25 + 0.0625 + 0.0625


def test_effective_clusters_are_those_of_pairs_of_different_samples() -> None:
    # pairs in one family: 6·5 + 2·1 = 32 of 9·8 = 72
    assert calibration.effective_clusters(PROMPT.drawn) == pytest.approx(72 / 32)
    assert calibration.effective_clusters((1, 1)) is None


def test_the_calibration_ratio_is_unbiased() -> None:
    """Over all 3^3 outcomes of three samples of the data, weighted by their probability, it is 1."""
    total = 0.0
    for one in range(3):
        for two in range(3):
            for three in range(3):
                counts = [[one, two, three].count(family) for family in range(3)]
                found = calibration.calibration_ratio(counts, HALF)
                assert found is not None
                total += HALF[one] * HALF[two] * HALF[three] * found
    assert total == pytest.approx(1.0)


def test_total_variation_is_half_the_differences() -> None:
    # shares 6/9, 2/9, 1/9 against 1/2, 1/4, 1/4
    assert calibration.total_variation(PROMPT.drawn, HALF) == pytest.approx((6 / 36 + 1 / 36 + 5 / 36) / 2)
    assert calibration.total_variation((0, 0, 0), HALF) is None


def test_the_divergence_is_from_the_data_to_the_smoothed_samples() -> None:
    # half a sample more of each: 6.5, 2.5, 1.5 of 10.5
    expected = (
        0.5 * math.log(0.5 * 10.5 / 6.5) + 0.25 * math.log(0.25 * 10.5 / 2.5) + 0.25 * math.log(0.25 * 10.5 / 1.5)
    )
    assert calibration.divergence(PROMPT.drawn, HALF) == pytest.approx(expected)


def test_a_family_that_the_data_lack_adds_nothing_to_the_divergence() -> None:
    assert calibration.divergence((3, 1), (1.0, 0.0)) == pytest.approx(math.log(5 / 3.5))


def test_the_data_cover_what_independent_draws_cover() -> None:
    assert calibration.data_coverage(HALF, 2) == pytest.approx(0.75 + 2 * (1 - 0.75**2))


def test_accuracy_is_told_by_family() -> None:
    assert calibration.family_accuracies(PROMPT) == [4 / 6, 1 / 2, 1.0]
    unseen = PromptCounts(data=(0.5, 0.5), samples=1, drawn=(1, 0), right=(0, 0), right_samples=0)
    assert calibration.family_accuracies(unseen) == [0.0, None]


def test_a_prompts_figures_tell_all_and_right_samples_apart() -> None:
    found = calibration.prompt_figures(PROMPT, 2)
    assert found["pass@1"] == 0.6
    assert found["unknown"] == pytest.approx(0.1)
    assert found["collision"] == pytest.approx(32 / 72)
    assert found["collision_right"] == pytest.approx(12 / 30)
    assert found["ratio_right"] == pytest.approx(12 / 30 / 0.375)
    # Two of ten samples: 1 - C(6,2)/C(10,2) of family 0, 1 - C(9,2)/C(10,2) of each other one.
    assert found["coverage@2"] == pytest.approx((1 - 15 / 45) + 2 * (1 - 36 / 45))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"data": (0.5, 0.25, 0.2)}, "add up to"),
        ({"right": (7, 1, 1)}, "more right"),
        ({"samples": 8}, "fewer"),
        ({"drawn": (6, 2)}, "one entry"),
    ],
)
def test_counts_that_contradict_themselves_are_refused(wrong: dict[str, object], named: str) -> None:
    given = {"data": HALF, "samples": 10, "drawn": (6, 2, 1), "right": (4, 1, 1), "right_samples": 6}
    with pytest.raises(ValueError, match=named):
        PromptCounts(**{**given, **wrong})  # type: ignore[arg-type]


def test_the_reference_arm_is_the_data_with_the_models_sizes() -> None:
    generator = np.random.default_rng(0)
    many = [calibration.draw_reference(PROMPT, generator) for _ in range(4000)]
    assert all((sum(each.drawn), sum(each.right)) == (9, 6) for each in many)
    assert np.mean([each.drawn for each in many], axis=0) / 9 == pytest.approx(HALF, abs=0.01)


def test_students_t_is_that_of_tables() -> None:
    assert crossed.t_quantile(0.975, 2) == pytest.approx(4.302653, abs=1e-5)
    assert crossed.t_quantile(0.975, 14) == pytest.approx(2.144787, abs=1e-5)
    assert crossed.t_two_sided(2.0, 10) == pytest.approx(0.0733880, abs=1e-6)


def test_a_crossed_mean_of_one_seed_is_a_t_interval_over_families() -> None:
    found = crossed.crossed_mean(np.array([[1.0, 2.0, 3.0]]))
    assert found.value == 2.0
    assert found.high == pytest.approx(2 + 4.302653 / math.sqrt(3), abs=1e-5)


def test_seeds_that_differ_widen_the_interval() -> None:
    families = np.array([1.0, 2.0, 3.0, 4.0])
    same = crossed.crossed_mean(np.stack([families] * 3))
    apart = crossed.crossed_mean(np.stack([families - 1, families, families + 1]))
    assert same.value == apart.value == 2.5
    assert (apart.high or 0) - 2.5 > (same.high or 0) - 2.5


def test_families_and_seeds_without_a_value_are_left_out() -> None:
    nan = math.nan
    found = crossed.crossed_mean(np.array([[1.0, nan, 3.0], [nan, nan, nan]]))
    assert (found.value, found.seeds, found.families) == (2.0, 1, 2)
    assert crossed.crossed_mean(np.full((2, 2), nan)).value is None


def test_intervals_of_three_seeds_and_fifteen_families_hold_the_truth_often_enough() -> None:
    rng, held = np.random.default_rng(1), 0
    for _ in range(400):
        table = rng.normal(size=(3, 1)) * 0.5 + rng.normal(size=(1, 15)) + rng.normal(size=(3, 15))
        found = crossed.crossed_mean(table)
        held += found.low is not None and found.high is not None and found.low <= 0 <= found.high
    assert held / 400 > 0.93


def test_holm_is_that_of_its_paper() -> None:
    assert crossed.holm([0.01, 0.04, 0.03, None]) == pytest.approx([0.04, 0.09, 0.09, None])
    assert crossed.holm([0.6, 0.5]) == [1.0, 1.0]
