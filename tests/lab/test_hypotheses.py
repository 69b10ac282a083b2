"""Answers follow from effects and their intervals, corrected for the number of questions, and from nothing else."""

from __future__ import annotations

import pytest

from equijudge_core.scores.crossed import CrossedMean
from equijudge_lab.hypotheses import HYPOTHESES, Answer, HypothesisResult, decide, decide_all
from tests.lab.made_up import EVEN, results


def answers(powers: dict[str, float], rise: float = 0.0) -> dict[str, HypothesisResult]:
    return {each.name: each for each in decide_all(results(EVEN | powers, rise=rise))}


@pytest.mark.parametrize(
    ("low", "high", "p", "answer"),
    [
        (0.1, 0.3, 0.01, Answer.SUPPORTED),
        (0.1, 0.3, 0.2, Answer.CANNOT_TELL),  # alone it would be significant, among six it is not
        (-0.3, -0.1, 0.01, Answer.REFUTED),
        (-0.05, 0.05, 0.9, Answer.REFUTED),  # whatever there is, is too small to matter
        (-0.1, 0.3, 0.4, Answer.CANNOT_TELL),
        (0.01, 0.05, 0.01, Answer.SUPPORTED),
        (0.0, 0.0, 1.0, Answer.CANNOT_TELL),  # every prompt solved always or never: no spread, so no interval
        (0.2, 0.2, 0.0, Answer.CANNOT_TELL),
    ],
)
def test_an_answer_is_read_from_the_interval(low: float, high: float, p: float, answer: Answer) -> None:
    effect = CrossedMean((low + high) / 2, low, high, p)
    assert decide(HYPOTHESES[0], effect, p).answer is answer


def test_there_are_at_most_six_questions() -> None:
    assert len(HYPOTHESES) <= 6
    assert all(each.smallest > 0 and each.refuted_by for each in HYPOTHESES)


def test_a_model_that_narrows_is_found_out_and_a_calibrated_one_is_not() -> None:
    name = "Training on narrows a model beyond its data"
    assert answers({"nll": 1.6})[name].answer is Answer.SUPPORTED
    assert answers({})[name].answer in (Answer.REFUTED, Answer.CANNOT_TELL)


def test_what_grows_with_epochs_is_found() -> None:
    assert answers({"nll": 1.8}, rise=0.8)["It is the epochs that narrow"].answer is Answer.SUPPORTED
    assert answers({"nll": 1.8})["It is the epochs that narrow"].answer is not Answer.SUPPORTED


def test_an_objective_that_keeps_a_model_calibrated_is_found_and_one_that_does_not_is_refuted() -> None:
    name = "ECO keeps a model calibrated"
    assert answers({"nll": 1.8, "eco": 1.0})[name].answer is Answer.SUPPORTED
    assert answers({"nll": 1.0, "eco": 1.8})[name].answer is Answer.REFUTED


def test_reweighting_that_covers_more_refutes_eco() -> None:
    assert answers({"balanced": 0.2})["ECO covers more than reweighting"].answer is Answer.REFUTED


def test_runs_that_are_not_there_test_nothing() -> None:
    found = decide_all(results({"base": 1.0}))
    assert {each.answer for each in found} == {Answer.NOT_TESTED}
    assert {each.p for each in found} == {None}


def test_each_p_is_corrected_for_all_questions() -> None:
    found = answers({"nll": 1.6})
    plain = [each.p for each in found.values() if each.p is not None]
    assert min(plain) >= 0
    assert max(plain) <= 1
