"""Two runs over the same problems."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.contracts.scores import PairKind, PairKinds, Scores, ScoreSettings
from equijudge_core.errors import BadInput
from equijudge_core.scores.comparison import compare
from equijudge_core.scores.frontier import compare_sweeps, coverage_at
from equijudge_core.scores.pairs import cluster_pairs, kitagawa
from equijudge_core.scores.records import ProblemRecord
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import LIMITS, problem, run

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=500)


def scored(*problems: ProblemRecord, signature: str = "v1", **changes: Any) -> Scores:
    return score(run(*problems, signature=signature), SETTINGS.model_copy(update=changes))


kind = st.one_of(
    st.just(PairKind(pairs=0, distance=None)),
    st.builds(PairKind, pairs=st.integers(1, 50), distance=st.floats(0, 1)),
)
kinds = st.builds(PairKinds, cc=kind, ci=kind, ii=kind)


def test_a_run_differs_from_itself_in_nothing() -> None:
    scores = scored(problem("p", ["AC:a", "AC:b", "WA:c"]), problem("q", ["AC:a", "AC:a", "WA:c"]))

    for difference in compare(scores, scores).differences.values():
        assert (difference.value, difference.low, difference.high) in [(0, 0, 0), (None, None, None)]


def test_differences_are_paired() -> None:
    a = scored(*(problem(f"p{i}", ["AC:a"] * i + ["WA:b"] * (9 - i)) for i in range(9)))
    b = scored(*(problem(f"p{i}", ["AC:a"] * (i + 1) + ["WA:b"] * (8 - i)) for i in range(9)))

    found = compare(a, b).differences["pass@1"]

    # every problem gains 1/9: the interval is a point though problems are far apart
    assert found.value == found.low == found.high == pytest.approx(1 / 9, abs=1e-10)
    assert (found.a, found.b) == pytest.approx((4 / 9, 5 / 9), abs=1e-10)


def test_only_problems_that_define_a_figure_in_both_runs_are_compared() -> None:
    a = scored(problem("p", ["AC:a", "AC:b"]), problem("q", ["AC:a", "AC:b"]))
    b = scored(problem("p", ["AC:a", "AC:a"]), problem("q", ["AC:a", "WA:b"]))

    found = compare(a, b).differences["coverage_given_correct@2"]

    assert (found.value, found.problems) == (-1, 1)


@pytest.mark.parametrize(
    ("other", "field"),
    [
        (scored(problem("p", ["AC:a"]), signature="v2"), "signature_version"),
        (scored(problem("q", ["AC:a"])), "problems"),
        (scored(problem("p", ["AC:a"], tests_hash="other")), "problems.tests_hash"),
        (scored(problem("p", ["AC:a"], limits=LIMITS.model_copy(update={"cpu_time_s": 2}))), "problems.limits"),
        (scored(problem("p", ["AC:a"], reference={"a": 1})), "problems.reference"),
        (scored(problem("p", ["AC:a"], family="f")), "problems.family"),
        (scored(problem("p", ["AC:a"]), subset_size=3), "settings.subset_size"),
    ],
)
def test_runs_made_differently_are_not_compared_and_the_error_says_why(other: Scores, field: str) -> None:
    with pytest.raises(BadInput) as caught:
        compare(scored(problem("p", ["AC:a"])), other)

    assert [error.field for error in caught.value.errors] == [field]


@given(kinds, kinds)
def test_the_exact_split_adds_up(before: PairKinds, after: PairKinds) -> None:
    split = kitagawa(before, after)

    if before.distance is None or after.distance is None:
        assert split is None
    else:
        assert split is not None
        assert sum(split.model_dump().values()) == pytest.approx(before.distance - after.distance, abs=1e-12)


def test_wrong_answers_that_go_are_quality_control() -> None:
    before = PairKinds(
        cc=PairKind(pairs=1, distance=0.2), ci=PairKind(pairs=2, distance=0.8), ii=PairKind(pairs=1, distance=1.0)
    )
    after = PairKinds(
        cc=PairKind(pairs=4, distance=0.1), ci=PairKind(pairs=0, distance=None), ii=PairKind(pairs=0, distance=None)
    )

    split = kitagawa(before, after)

    # 0.7 -> 0.1; cc: (1/4 + 1)/2 x 0.1; mix: 0.15 (1/4 - 1) + 0.8 x 1/2 + 1.0 x 1/4
    assert split is not None
    assert split.within_cc == pytest.approx(0.0625)
    assert (split.within_ci, split.within_ii) == (0, 0)
    assert split.mix == pytest.approx(0.5375)


def test_pairs_by_kind_and_cluster() -> None:
    pairs = cluster_pairs(problem("p", ["AC:a", "AC:b", "WA:a", "IE:c"]).samples, "coarse")

    assert pairs.cc == PairKind(pairs=1, distance=1)
    assert pairs.ci == PairKind(pairs=2, distance=0.5)
    assert pairs.ii == PairKind(pairs=0, distance=None)


def test_the_papers_share_is_the_residual_over_the_whole_drop() -> None:
    a = scored(problem("p", ["AC:a", "AC:b", "WA:c", "WA:a"]))
    b = scored(problem("p", ["AC:a", "AC:a", "AC:a", "WA:c"]))

    found = compare(a, b).decomposition["coarse"]

    assert found.drop_all.value == found.drop.value == pytest.approx(5 / 6 - 3 / 6, abs=1e-10)
    assert found.residual.value == 1
    assert found.genuine_share.value == pytest.approx(3, abs=1e-9)
    assert found.quality_control.value == pytest.approx(5 / 6 - 3 / 6 - 1, abs=1e-10)


def test_at_equal_skill_a_run_that_is_only_more_often_right_is_equal() -> None:
    a = scored(problem("p", ["AC:a", "AC:b", "WA:c", "WA:c"]))
    b = scored(problem("p", ["AC:a", "AC:a", "AC:b", "AC:b"]))

    found = compare(a, b)

    # of b's four right ones two are kept: one of each cluster in 4 of 6 choices, both of one in 2
    assert found.matched["coverage@1"].value == 0
    assert found.differences["coverage@1"].value == 0.5
    assert found.matched["coverage@2"].b == pytest.approx((4 / 6) * 1 + (2 / 6) * 5 / 6, abs=1e-10)


def test_the_frontier_leaves_out_beaten_points_and_joins_the_others() -> None:
    points = np.array([[0.2, 3.0], [0.4, 1.0], [0.6, 2.0], [0.5, 0.5]])

    assert coverage_at(points, 0.1) == 3.0
    assert coverage_at(points, 0.4) == pytest.approx(2.5)
    assert coverage_at(points, 0.9) == 2.0


def test_sweeps_are_compared_where_both_reach() -> None:
    def at(clusters: str, right: int) -> Scores:
        texts = [f"AC:{clusters[i % len(clusters)]}" for i in range(right)] + ["WA:c"] * (4 - right)
        return scored(*(problem(f"p{i}", texts) for i in range(5)))

    found = compare_sweeps([at("a", 4), at("a", 2)], [at("ab", 2), at("ab", 3)], k=2)

    assert found.at == 0.75
    assert found.a.value == 1  # every pair of the better point holds cluster a
    assert found.b.value == pytest.approx(5 / 6 + 1 / 2, abs=1e-10)
    assert found.difference.value == pytest.approx(1 / 3, abs=1e-10)


def test_a_skill_that_one_sweep_does_not_reach_is_refused() -> None:
    low, high = scored(problem("p", ["AC:a", "WA:b"])), scored(problem("p", ["AC:a", "AC:b"]))

    with pytest.raises(BadInput, match=r"at: pass@1 0\.7"):
        compare_sweeps([low], [high], k=2, at=0.7)
    with pytest.raises(BadInput, match=r"k: no problem has pass@1 and coverage@7"):
        compare_sweeps([low], [high], k=7)
