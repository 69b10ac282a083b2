"""What the laboratory asks, written down before anything was run, and how an answer follows from the scores.

A hypothesis is one or more comparisons that must all come out as expected. A comparison is about two runs, a figure
and a direction, and is read from a paired interval over problems and seeds (equijudge_core.scores.seeds):

* `greater`, `less`: supported when the interval lies wholly on that side of zero, refuted when wholly on the other.
* `same`: supported when the interval lies within MARGIN of the first run's value, refuted when the difference is
  significant and larger than that.

A hypothesis is refuted when one of its comparisons is, supported when all are, and else not supported, which is no
proof of the contrary. One whose runs are not there is not tested. No correction is made for asking many.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.scores import Difference, Estimate, Scores
from equijudge_core.scores import seeds

MARGIN = 0.05
"""Of the first run's value: what counts as the same."""

Direction = Literal["greater", "less", "same"]
Level = Literal["as drawn", "equal pass@1", "equal pass@1, best temperature"]


class Answer(StrEnum):
    """What came out of a hypothesis."""

    SUPPORTED = "supported"
    NOT_SUPPORTED = "not supported"
    REFUTED = "refuted"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class Run:
    """Which scores of a condition: at temperature 1 after training, at its highest temperature, or half-way."""

    condition: str
    drawn: Literal["plain", "hottest", "half-way"] = "plain"

    def __str__(self) -> str:
        return self.condition if self.drawn == "plain" else f"{self.condition} ({self.drawn})"


@dataclass(frozen=True, slots=True)
class Comparison:
    """`b` against `a`. In `figure` @k stands for the preset's main k."""

    a: Run
    b: Run
    expected: Direction
    figure: str = "coverage@k"
    level: Level = "equal pass@1"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A statement, where it comes from, and the comparisons that decide about it."""

    name: str
    statement: str
    origin: str
    comparisons: tuple[Comparison, ...]


class Finding(Contract):
    """What one comparison gave. `found` is null where the runs are not there, or the figure is not defined."""

    a: str
    b: str
    figure: str
    level: Level
    expected: Direction
    answer: Answer
    found: Difference | None
    seeds: int
    words: str


class HypothesisResult(Contract):
    """A hypothesis with its answer."""

    name: str
    statement: str
    origin: str
    answer: Answer
    findings: tuple[Finding, ...]


Find = Callable[[Run], Sequence[Scores]]
"""The scores of a run by seed; empty where there are none."""
Sweep = Callable[[str], Sequence[Sequence[Scores]]]
"""The scores of a condition by temperature and seed; empty where it was not swept."""


def _compare(
    a: str, b: str, expected: Direction, figure: str = "coverage@k", level: Level = "equal pass@1"
) -> Comparison:
    return Comparison(Run(a), Run(b), expected, figure, level)


NOTE = "founding note"
THEORY = "analysis of the objectives"

HYPOTHESES = (
    Hypothesis(
        "ECO works",
        "ECO (λ 1) reaches more clusters than NLL, in either order of the data, at equal pass@1.",
        NOTE,
        (_compare("A1", "A5-1", "greater"), _compare("A2", "A5-1", "greater")),
    ),
    Hypothesis(
        "ECO beats reweighting",
        "ECO (λ 1) reaches more clusters than NLL with clusters weighted equally, at equal pass@1.",
        NOTE,
        (_compare("A4", "A5-1", "greater"),),
    ),
    Hypothesis(
        "Fine-tuning collapses, counted on all outputs",
        "After NLL on full sets all samples together, right or wrong, fall into fewer clusters than the base's.",
        NOTE,
        (_compare("A0", "A1", "less", "coverage_all@k", "as drawn"),),
    ),
    Hypothesis(
        "Fine-tuning collapses, among right answers",
        "After NLL on full sets the right answers alone fall into fewer clusters than the base's right answers.",
        NOTE,
        (_compare("A0", "A1", "less", "coverage_given_correct@k", "as drawn"),),
    ),
    Hypothesis(
        "One solution a problem is worst",
        "Trained on one program a problem, for as many epochs or steps, a model reaches fewer clusters than on all.",
        NOTE,
        (_compare("A1", "A3-epochs", "less"), _compare("A1", "A3-steps", "less")),
    ),
    Hypothesis(
        "Order alone does nothing",
        "NLL on whole sets next to each other and on shuffled rows reach equally many clusters.",
        THEORY,
        (_compare("A1", "A2", "same"),),
    ),
    Hypothesis(
        "A higher temperature helps",
        "Sample at the highest temperature the NLL model reaches more clusters than at 1. The founding note says it "
        "recovers none.",
        "Lee et al., 2503.00691",
        (Comparison(Run("A1"), Run("A1", "hottest"), "greater", level="as drawn"),),
    ),
    Hypothesis(
        "Training longer narrows",
        "The NLL model's right answers fall into fewer clusters at the end of training than half-way.",
        THEORY,
        (Comparison(Run("A1", "half-way"), Run("A1"), "less", "coverage_given_correct@k", "as drawn"),),
    ),
    Hypothesis(
        "ECO against the base is the better ECO",
        "Measured against the base model's own probabilities, with λ 10, ECO reaches more clusters than plain ECO.",
        THEORY,
        (_compare("A5-1", "A9-10", "greater"), _compare("A1", "A9-10", "greater")),
    ),
    Hypothesis(
        "ECO against the base equals reweighting",
        "ECO against the base (λ 10) and NLL with clusters weighted equally reach equally many clusters.",
        THEORY,
        (_compare("A4", "A9-10", "same"),),
    ),
    Hypothesis(
        "ECO adds nothing to reweighting",
        "With clusters weighted equally, ECO on top of NLL changes nothing.",
        THEORY,
        (_compare("A4", "A10", "same"),),
    ),
    Hypothesis(
        "Own-length means do harm",
        "ECO on each program's mean log-probability favours short programs and reaches fewer clusters than NLL.",
        THEORY,
        (_compare("A1", "A7", "less"),),
    ),
    Hypothesis(
        "The scale is all that sums change",
        "ECO on sums with λ divided by the squared length reaches as many clusters as ECO with λ 1.",
        THEORY,
        (_compare("A5-1", "A6", "same"),),
    ),
    Hypothesis(
        "The tilted form agrees",
        "Tilted ECO, which pushes no program down, reaches as many clusters as the variance form.",
        THEORY,
        (_compare("A5-1", "A8", "same"),),
    ),
    Hypothesis(
        "KL to uniform agrees",
        "KL to uniform over the set reaches as many clusters as ECO.",
        THEORY,
        (_compare("A5-1", "A15", "same"),),
    ),
    Hypothesis(
        "GEM is a temperature",
        "At the best temperature of each for the same pass@1, GEM and NLL reach equally many clusters.",
        THEORY,
        (_compare("A1", "A11", "same", level="equal pass@1, best temperature"),),
    ),
    Hypothesis(
        "SED changes little",
        "SED and NLL reach equally many clusters at equal pass@1.",
        THEORY,
        (_compare("A1", "A12", "same"),),
    ),
    Hypothesis(
        "Label smoothing costs accuracy",
        "Sample at temperature 1, a model trained with label smoothing 0.01 is right less often than with NLL.",
        THEORY,
        (_compare("A1", "A13", "less", "pass@1", "as drawn"),),
    ),
)


def decide_hypothesis(hypothesis: Hypothesis, find: Find, sweep: Sweep, k: int) -> HypothesisResult:
    """Decide the hypothesis from the scores."""
    findings = tuple(_finding(comparison, find, sweep, k) for comparison in hypothesis.comparisons)
    answers = {finding.answer for finding in findings}
    # The first of these that any comparison gave decides; supported only where all are.
    order = (Answer.REFUTED, Answer.NOT_TESTED, Answer.NOT_SUPPORTED, Answer.SUPPORTED)
    return HypothesisResult(
        name=hypothesis.name,
        statement=hypothesis.statement,
        origin=hypothesis.origin,
        answer=next(each for each in order if each in answers),
        findings=findings,
    )


def _finding(comparison: Comparison, find: Find, sweep: Sweep, k: int) -> Finding:
    figure = comparison.figure.replace("@k", f"@{k}")
    found, count = _compute_difference(comparison, figure, find, sweep, k)
    result = decide(found, comparison.expected)
    return Finding(
        a=str(comparison.a),
        b=str(comparison.b),
        figure=figure,
        level=comparison.level,
        expected=comparison.expected,
        answer=result,
        found=found,
        seeds=count,
        words=describe_finding(comparison, figure, found, result, count),
    )


def _compute_difference(
    comparison: Comparison, figure: str, find: Find, sweep: Sweep, k: int
) -> tuple[Difference | None, int]:
    """Compute the difference; return it, and over how many seeds it is."""
    if comparison.level == "equal pass@1, best temperature":
        swept = sweep(comparison.a.condition), sweep(comparison.b.condition)
        if not all(swept):
            return None, 0
        matched = seeds.compare_sweeps_of_seeds(*swept, k)
        difference = Difference(
            **matched.difference.model_dump(), a=matched.a.value, b=matched.b.value, problems=matched.problems
        )
        return difference, min(len(runs) for each in swept for runs in each)
    a, b = find(comparison.a), find(comparison.b)
    if not a or not b:
        return None, 0
    matching = comparison.level == "equal pass@1"
    return (seeds.matched_difference(a, b, k) if matching else seeds.difference(a, b, figure)), min(len(a), len(b))


def decide(found: Difference | None, expected: Direction) -> Answer:
    """Decide from an interval whether an expectation holds."""
    if found is None or found.value is None or found.low is None or found.high is None:
        return Answer.NOT_TESTED
    if expected == "same":
        return _same(found, found.value, found.low, found.high)
    up, down = found.low > 0, found.high < 0
    if expected == "less":
        up, down = down, up
    return Answer.SUPPORTED if up else Answer.REFUTED if down else Answer.NOT_SUPPORTED


def _same(found: Difference, value: float, low: float, high: float) -> Answer:
    margin = MARGIN * abs(found.a or 0.0)
    if -margin <= low and high <= margin:
        return Answer.SUPPORTED
    return Answer.REFUTED if is_significant(found) and abs(value) > margin else Answer.NOT_SUPPORTED


def is_significant(found: Estimate) -> bool:
    """Whether the interval leaves zero out."""
    return found.low is not None and found.high is not None and not found.low <= 0 <= found.high


def describe_finding(comparison: Comparison, figure: str, found: Difference | None, result: Answer, count: int) -> str:
    """Put a comparison's result into a sentence or two."""
    a, b = str(comparison.a), str(comparison.b)
    if result is Answer.NOT_TESTED or found is None or found.value is None or found.a is None or found.b is None:
        return f"{b} against {a}: these runs are not there, or {figure} is not defined for them."
    level = "" if comparison.level == "as drawn" else f" at {comparison.level}"
    told = (
        f"{b} against {a}, {figure}{level}: {found.b:.2f} against {found.a:.2f}, difference {found.value:+.2f}, "
        f"95 % interval {found.low:+.2f} to {found.high:+.2f}, {found.problems} problems, "
        f"{count} seed{'s' if count != 1 else ''}."
    )
    return f"{told} {_verdict(found, comparison.expected, result)}".replace(" -", " −")


def _verdict(found: Difference, expected: Direction, result: Answer) -> str:
    where = "excludes no difference" if is_significant(found) else "includes no difference"
    margin = f"the margin of {MARGIN * abs(found.a or 0.0):.2f}"
    if expected == "same":
        return {
            Answer.SUPPORTED: f"The interval lies within {margin}: the same.",
            Answer.REFUTED: f"The interval {where}, and the difference is beyond {margin}: not the same.",
        }.get(result, f"The interval reaches beyond {margin}: neither the same nor clearly different.")
    return {
        Answer.SUPPORTED: f"The interval {where}, in the expected direction.",
        Answer.REFUTED: f"The interval {where}, in the other direction.",
    }.get(result, f"The interval {where}: no difference is shown.")
