"""One answer out of k samples: by public tests and by a vote, worked by hand and against counting all subsets."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult
from equijudge_core.judging.output_hash import hash_output, hash_outputs
from equijudge_core.scores.scoring import score
from equijudge_core.scores.selection import best_of_k, majority_of_k
from tests.unit.scores_support import problem, run

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=100)


@pytest.mark.parametrize(("n", "passing", "correct"), [(6, 4, 2), (6, 2, 2), (6, 6, 1), (5, 0, 0)])
def test_best_of_k_is_the_mean_over_all_subsets(n: int, passing: int, correct: int) -> None:
    for k in range(1, n + 1):
        chances = []
        for subset in combinations(range(n), k):
            kept = [each for each in subset if each < passing]
            chances.append(Fraction(sum(each < correct for each in kept), len(kept)) if kept else Fraction(0))
        assert best_of_k(n, passing, correct, k) == pytest.approx(float(sum(chances) / len(chances)))
    assert best_of_k(n, passing, correct, n + 1) is None


VOTES = [("a", True), ("a", True), ("b", False), ("b", False), ("b", False), (None, False)]


def test_the_largest_class_of_equal_outputs_is_chosen() -> None:
    generator = np.random.default_rng(0)
    assert majority_of_k(VOTES, 6, generator) == 0.0
    assert majority_of_k(VOTES[:4], 4, generator) == 0.5  # a tie
    assert majority_of_k(VOTES, 1, generator) == pytest.approx(2 / 6)
    assert majority_of_k([(None, False)] * 2, 2, generator) == 0.0
    assert majority_of_k(VOTES, 7, generator) is None


def count_subsets(votes: list[tuple[str | None, bool]], k: int) -> float:
    """By lot among the largest classes, and among their members."""
    chances = []
    for subset in combinations(votes, k):
        counts = Counter(outputs for outputs, _ in subset if outputs is not None)
        winners = [name for name, count in counts.items() if count == max(counts.values())]
        rights = [[right for outputs, right in votes if outputs == name] for name in winners]
        chances.append(sum(Fraction(sum(each), len(each)) for each in rights) / max(1, len(winners)))
    return float(sum(chances, Fraction(0)) / len(chances))


@given(
    st.lists(st.tuples(st.sampled_from([None, "a", "b", "c", "d"]), st.booleans()), min_size=1, max_size=9),
    st.integers(1, 9),
)
def test_a_vote_is_the_mean_over_all_subsets(votes: list[tuple[str | None, bool]], k: int) -> None:
    found = majority_of_k(votes, k, np.random.default_rng(0))
    assert found == (None if k > len(votes) else pytest.approx(count_subsets(votes, k), abs=1e-12))


def test_a_large_vote_is_drawn_and_comes_near_a_smaller_one() -> None:
    votes = [("a", True)] * 150 + [("b", False)] * 130
    drawn, again = (majority_of_k(votes, 9, np.random.default_rng(1)) for _ in range(2))
    assert drawn == again
    small = [("a", True)] * 135 + [("b", False)] * 117
    assert drawn == pytest.approx(majority_of_k(small, 9, np.random.default_rng(1)), abs=0.05)


def chosen(ie: bool = False) -> Scores:
    record = problem("p", ["AC:a", "WA:b", "WA:c", *(["IE:a"] if ie else [])])
    marks = [(True, "x"), (True, "y"), (False, "y"), (None if ie else False, None)]
    samples = tuple(
        each.model_copy(update={"passes_public": passes, "outputs": outputs})
        for each, (passes, outputs) in zip(record.samples, marks, strict=False)
    )
    return score(run(record.model_copy(update={"samples": samples, "votes": True})), SETTINGS)


def test_figures_are_made_of_what_samples_passed_and_wrote() -> None:
    figures = chosen().figures
    assert figures["best_of@1"].value == pytest.approx(1 / 3)
    assert figures["best_of@2"].value == pytest.approx(1 / 2)
    assert figures["majority@1"].value == pytest.approx(1 / 3)


def test_a_fault_of_ours_leaves_bounds() -> None:
    figures = chosen(ie=True).figures
    assert figures["best_of@1"].value == pytest.approx(1 / 3)
    assert figures["best_of@1"].if_ie_wrong.value == pytest.approx(3 / 4 * 1 / 3)
    assert figures["best_of@1"].if_ie_right.value == pytest.approx(3 / 4 * 2 / 3)
    assert figures["majority@1"].if_ie_right.value == pytest.approx(2 / 4)


def test_without_public_tests_and_without_a_vote_there_is_nothing_to_choose_by() -> None:
    figures = score(run(problem("p", ["AC:a", "WA:b"])), SETTINGS).figures
    assert figures["best_of@1"].value is None
    assert "majority@1" not in figures


def ran(verdict: Verdict, output: bytes = b"") -> TestResult:
    return TestResult(
        test="t",
        verdict=verdict,
        cpu_time_s=0,
        wall_time_s=0,
        memory_peak_bytes=0,
        output_sha256=hash_output(output),
    )


def test_programs_that_write_the_same_words_vote_together() -> None:
    one = hash_outputs([ran(Verdict.AC, b"1 2\n"), ran(Verdict.RE, b"x")], 2)
    assert one is not None
    assert one == hash_outputs([ran(Verdict.WA, b"1  2"), ran(Verdict.RE, b"y")], 2)
    assert one != hash_outputs([ran(Verdict.AC, b"1 3"), ran(Verdict.RE)], 2)
    assert one != hash_outputs([ran(Verdict.AC, b"1 2"), ran(Verdict.TLE)], 2)


@pytest.mark.parametrize(
    "results", [[], [ran(Verdict.RE), ran(Verdict.TLE)], [ran(Verdict.AC)], [ran(Verdict.AC), ran(Verdict.IE)]]
)
def test_who_says_nothing_to_agree_with_has_no_vote(results: list[TestResult]) -> None:
    assert hash_outputs(results, 2) is None
