"""Answers follow from the intervals, and from nothing else."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.scores import Difference
from equijudge_lab.conditions import TITLES
from equijudge_lab.hypotheses import HYPOTHESES, Answer, Direction, HypothesisResult, decide, decide_hypothesis
from equijudge_lab.presets import PRESETS
from tests.lab.made_up import EVEN, results

BY_NAME = {each.name: each for each in HYPOTHESES}


def answered(name: str, **spreads: float) -> HypothesisResult:
    found = results(EVEN | {key.replace("_", "-"): value for key, value in spreads.items()})
    return decide_hypothesis(BY_NAME[name], found.find, found.sweep, 8)


def interval(low: float, high: float, a: float = 4.0) -> Difference:
    middle = (low + high) / 2
    return Difference(value=middle, low=low, high=high, a=a, b=a + middle, problems=50)


@pytest.mark.parametrize(
    ("low", "high", "expected", "result"),
    [
        (0.1, 0.3, "greater", Answer.SUPPORTED),
        (-0.1, 0.3, "greater", Answer.NOT_SUPPORTED),
        (-0.3, -0.1, "greater", Answer.REFUTED),
        (-0.3, -0.1, "less", Answer.SUPPORTED),
        (0.1, 0.3, "less", Answer.REFUTED),
        (0.0, 0.3, "greater", Answer.NOT_SUPPORTED),
        (-0.19, 0.19, "same", Answer.SUPPORTED),
        (0.05, 0.15, "same", Answer.SUPPORTED),  # a difference, but a small one
        (-0.1, 0.5, "same", Answer.NOT_SUPPORTED),
        (0.05, 0.3, "same", Answer.NOT_SUPPORTED),  # significant, and perhaps small
        (0.1, 0.5, "same", Answer.REFUTED),
        (-0.5, -0.3, "same", Answer.REFUTED),
    ],
)
def test_an_interval_decides(low: float, high: float, expected: Direction, result: Answer) -> None:
    assert decide(interval(low, high), expected) is result


def test_an_undefined_difference_tests_nothing() -> None:
    nothing = Difference(value=None, low=None, high=None, a=None, b=None, problems=0)

    assert decide(nothing, "greater") is decide(None, "same") is Answer.NOT_TESTED


def test_eco_that_reaches_more_clusters_works() -> None:
    found = answered("ECO works", A1=0.05, A2=0.05, A5_1=1.0)

    assert found.answer is Answer.SUPPORTED
    assert [finding.seeds for finding in found.findings] == [2, 2]
    assert "excludes no difference, in the expected direction" in found.findings[0].words


def test_eco_that_narrows_is_refuted() -> None:
    assert answered("ECO works", A1=1.0, A2=1.0, A5_1=0.05).answer is Answer.REFUTED


def test_eco_like_nll_is_not_supported() -> None:
    assert answered("ECO works").answer is Answer.NOT_SUPPORTED


def test_eco_must_beat_the_better_order() -> None:
    assert answered("ECO works", A1=0.05, A5_1=0.15, A2=0.15).answer is Answer.NOT_SUPPORTED
    assert answered("ECO works", A1=0.05, A5_1=0.15, A2=1.0).answer is Answer.REFUTED


def test_more_right_answers_alone_are_no_diversity() -> None:
    """B is right twice as often and of as many algorithms: at equal pass@1 there is nothing to see."""
    found = results(EVEN, {"A1": 0.45, "A2": 0.45, "A5-1": 0.9})

    assert decide_hypothesis(BY_NAME["ECO works"], found.find, found.sweep, 8).answer is Answer.NOT_SUPPORTED


def test_what_was_not_run_is_not_tested() -> None:
    found = answered("SED changes little")

    assert found.answer is Answer.NOT_TESTED
    assert "are not there" in found.findings[0].words


def test_sweeps_decide_about_gem() -> None:
    same, apart = answered("GEM is a temperature", A1=0.5, A11=0.5), answered("GEM is a temperature", A1=0.02, A11=2.0)

    assert same.answer is not Answer.REFUTED
    assert apart.answer is Answer.REFUTED
    assert same.findings[0].found is not None


def test_every_comparison_is_between_conditions_of_the_full_run() -> None:
    named = {run.condition for each in HYPOTHESES for one in each.comparisons for run in (one.a, one.b)}

    assert named <= set(TITLES)
    assert named <= {"A0", *PRESETS["full"].conditions}
    assert {"A1", "A5-1"} <= set(PRESETS["full"].traced)
