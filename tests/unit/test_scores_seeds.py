"""Several seeds of a condition: what is resampled, what is paired, what is refused."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.errors import BadInput
from equijudge_core.scores import seeds
from equijudge_core.scores.comparison import compare
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import problem, run

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=2000, method="percentile")


def right(*counts: int, of: int = 10) -> Scores:
    """A run whose p-th problem has so many correct samples, all of one cluster."""
    samples = [["AC:a"] * count + ["WA:b"] * (of - count) for count in counts]
    return score(run(*(problem(f"p{place}", each) for place, each in enumerate(samples))), SETTINGS)


def mixed(*clusters: str) -> Scores:
    return score(
        run(*(problem(f"p{place}", [f"AC:{c}" for c in each]) for place, each in enumerate(clusters))), SETTINGS
    )


def test_one_seed_gives_the_interval_over_problems() -> None:
    one = right(2, 4, 6, 9)

    assert seeds.mean([one], "pass@1").value == one.figures["pass@1"].value
    assert seeds.mean([one], "pass@1").low == pytest.approx(one.figures["pass@1"].low)


def test_seeds_that_differ_widen_the_interval_though_problems_do_not() -> None:
    same, apart = [right(5, 5, 5)] * 2, [right(3, 3, 3), right(7, 7, 7)]

    assert seeds.mean(same, "pass@1") == seeds.mean([right(5, 5, 5)], "pass@1")
    found = seeds.mean(apart, "pass@1")
    assert (found.low, found.value, found.high) == pytest.approx((0.3, 0.5, 0.7))


def test_a_difference_is_paired_by_seed_and_problem() -> None:
    a, b = [right(1, 5), right(3, 7)], [right(2, 6), right(4, 8)]

    found = seeds.difference(a, b, "pass@1")

    assert (found.low, found.value, found.high, found.problems) == pytest.approx((0.1, 0.1, 0.1, 2))


def test_only_the_seeds_that_both_have_are_compared() -> None:
    assert seeds.difference([right(1, 5), right(9, 9)], [right(2, 6)], "pass@1").value == pytest.approx(0.1)


def test_one_seed_differs_as_two_runs_do() -> None:
    a, b = mixed("aab", "abc", "aaa"), mixed("abc", "abc", "aab")
    whole = compare(a, b)

    for name in ("coverage@2", "effective_clusters", "coverage_given_correct@2"):
        assert seeds.difference([a], [b], name).value == pytest.approx(whole.differences[name].value)
    assert seeds.matched_difference([a], [b], 2).value == pytest.approx(whole.matched["coverage@2"].value)


def test_at_equal_skill_fewer_right_answers_are_no_loss_of_diversity() -> None:
    a, b = right(8, 6), right(4, 3)

    assert seeds.difference([a], [b], "coverage@2").value != 0
    assert seeds.matched_difference([a], [b], 2).value == pytest.approx(0)


def test_sweeps_are_compared_at_the_pass_rate_that_both_reach() -> None:
    """b at its coldest is as often right as a at its hottest, 0.4."""
    a, b = [[right(8, 8)], [right(4, 4)]], [[right(4, 4)], [right(2, 2)]]

    found = seeds.compare_sweeps_of_seeds(a, b, 2)

    assert found.at == pytest.approx(0.4)
    assert found.b.value == pytest.approx(b[0][0].figures["coverage@2"].value)
    assert found.difference.value == pytest.approx((found.b.value or 0) - (found.a.value or 0))


def test_runs_of_other_problems_are_refused() -> None:
    with pytest.raises(BadInput):
        seeds.difference([right(1, 2)], [right(1, 2, 3)], "pass@1")
    with pytest.raises(BadInput):
        seeds.mean([], "pass@1")
    with pytest.raises(BadInput):
        seeds.compare_sweeps_of_seeds([], [[right(1)]], 2)
