"""V-measure and adjusted Rand index: worked by hand, and equal to scikit-learn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score, v_measure_score

from equijudge_core.agreement import adjusted_rand_index, v_measure

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=30)


def test_worked_by_hand() -> None:
    labels, clusters = "aabb", "xxxy"
    # together in both 1, by label 2, by cluster 3, of 6 pairs: (1 - 1) / (2.5 - 1)
    assert adjusted_rand_index(labels, clusters) == 0.0
    shared = math.log(2) - (0.75 * math.log(3) - 0.5 * math.log(2))
    clustered = math.log(4) - 0.75 * math.log(3)
    h, c = shared / math.log(2), shared / clustered
    assert v_measure(labels, clusters) == pytest.approx(2 * h * c / (h + c), abs=1e-12)


def test_equal_partitions_agree_whatever_they_are_called() -> None:
    assert v_measure("aabc", "xxyz") == adjusted_rand_index("aabc", "xxyz") == 1.0
    assert v_measure("", "") == adjusted_rand_index("", "") == 1.0


def test_unequal_lengths_are_an_error() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        v_measure("ab", "a")


@settings(deadline=None)
@given(PAIRS)
def test_equal_to_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    labels, clusters = zip(*pairs, strict=True)
    assert v_measure(labels, clusters) == pytest.approx(v_measure_score(labels, clusters), abs=1e-9)
    assert adjusted_rand_index(labels, clusters) == pytest.approx(adjusted_rand_score(labels, clusters), abs=1e-9)
