"""One answer out of k samples: by public tests and by a vote, worked by hand and against counting all subsets."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest

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


def test_a_vote_of_some_comes_near_the_mean_over_all_subsets() -> None:
    exact = []
    for subset in combinations(VOTES, 3):
        a, b = (sum(outputs == name for outputs, _ in subset) for name in "ab")
        exact.append(1.0 if a > b else 0.5 if a == b else 0.0)
    found = majority_of_k(VOTES, 3, np.random.default_rng(1))
    assert found == pytest.approx(sum(exact) / len(exact), abs=0.08)


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
