"""What k of n samples are expected to hold: worked by hand, and against every subset."""

from __future__ import annotations

import itertools
import math
import statistics
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.scores.rarefaction import (
    collision,
    coverage_at_k,
    entropy_at_k,
    hit,
    pass_at_k,
    thinned_coverage,
)

sizes_strategy = st.lists(st.integers(1, 3), max_size=3)


def labels(n: int, sizes: list[int]) -> list[int | None]:
    named: list[int | None] = [cluster for cluster, size in enumerate(sizes) for _ in range(size)]
    return named + [None] * (n - len(named))


def mean_clusters(members: list[int | None], k: int) -> float:
    return statistics.mean(len(set(chosen) - {None}) for chosen in itertools.combinations(members, k))


def test_one_right_sample_of_four_is_among_two_half_of_the_time() -> None:
    assert pass_at_k(4, 1, 2) == 0.5


def test_clusters_of_two_and_one_among_four_samples() -> None:
    # 1 - C(2,2)/6 and 1 - C(3,2)/6
    assert coverage_at_k(4, [2, 1], 2) == pytest.approx(5 / 6 + 1 / 2, abs=1e-15)


@pytest.mark.parametrize("figure", [pass_at_k(3, 3, 4), coverage_at_k(3, [3], 4), thinned_coverage(3, 3, [3], 1, 4)])
def test_nothing_is_said_of_more_draws_than_samples(figure: float | None) -> None:
    assert figure is None


def test_an_impossible_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="0 <= marked <= n"):
        hit(3, 4, 1)


@given(st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_pass_at_k_is_the_formula_of_human_eval(case: tuple[int, int, int]) -> None:
    n, c, k = case
    theirs = 1.0 if n - c < k else 1.0 - np.prod(1.0 - k / np.arange(n - c + 1, n + 1))

    assert pass_at_k(n, c, k) == pytest.approx(theirs, abs=1e-9)


def test_pass_at_k_neither_overflows_nor_cancels() -> None:
    assert pass_at_k(100_000, 1, 1000) == pytest.approx(0.01, rel=1e-15)
    assert pass_at_k(10**9, 1, 1) == 1e-9


@given(st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n), st.integers(1, n))))
def test_with_one_cluster_coverage_is_pass_at_k(case: tuple[int, int, int]) -> None:
    n, c, k = case

    assert coverage_at_k(n, [c], k) == pass_at_k(n, c, k)


@given(sizes_strategy, st.integers(0, 3), st.integers(1, 4))
def test_coverage_is_the_mean_over_all_subsets(sizes: list[int], wrong: int, k: int) -> None:
    n = sum(sizes) + wrong
    expected = mean_clusters(labels(n, sizes), k) if n >= k else None

    assert coverage_at_k(n, sizes, k) == (None if expected is None else pytest.approx(expected, abs=1e-12))


@given(sizes_strategy.filter(bool), st.integers(0, 2), st.integers(1, 3), st.data())
def test_thinned_coverage_is_the_mean_over_all_choices_of_the_kept(
    sizes: list[int], wrong: int, k: int, data: st.DataObject
) -> None:
    correct = sum(sizes)
    kept = data.draw(st.integers(0, correct))
    members = labels(correct, sizes)
    chosen = itertools.combinations(range(correct), kept)
    lost = correct - kept + wrong
    expected = statistics.mean(
        mean_clusters([members[i] for i in positions] + [None] * lost, min(k, correct + wrong)) for positions in chosen
    )

    if correct + wrong >= k:
        assert thinned_coverage(correct + wrong, correct, sizes, kept, k) == pytest.approx(expected, abs=1e-12)


def test_thinning_is_linear_between_whole_samples_and_keeps_all_at_the_end() -> None:
    assert thinned_coverage(2, 2, [1, 1], 1.5, 2) == 1.5
    assert thinned_coverage(9, 5, [3, 2], 5, 4) == pytest.approx(coverage_at_k(9, [3, 2], 4), abs=1e-12)


def test_pairs_that_collide() -> None:
    assert collision([2, 1]) == pytest.approx(1 / 3)
    assert collision([1, 1]) == 0
    assert collision([1]) is None


def test_entropy_of_two_draws() -> None:
    assert entropy_at_k([1, 1], 2) == pytest.approx(math.log(2))
    assert entropy_at_k([2, 2], 2) == pytest.approx(math.log(2) * 4 / 6)
    assert entropy_at_k([5], 2) == 0
    assert entropy_at_k([1], 2) is None


@given(sizes_strategy.filter(bool), st.integers(1, 4))
def test_entropy_is_the_mean_over_all_subsets(sizes: list[int], k: int) -> None:
    members = labels(sum(sizes), sizes)
    entropies = [
        -sum(count / k * math.log(count / k) for count in Counter(chosen).values())
        for chosen in itertools.combinations(members, k)
    ]

    if len(members) >= k:
        assert entropy_at_k(sizes, k) == pytest.approx(statistics.mean(entropies), abs=1e-12)
