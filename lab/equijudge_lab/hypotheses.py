"""What the full run is to answer, written down before it: at most six questions, and how an answer follows.

Each is one number with a sign: the mean over seeds and families of a difference, prompt by prompt, against the data or
between two runs. Its p is two-sided (crossed t), corrected with Holm's for all questions. `smallest` is the least
effect that would matter and that the run was planned to see.

* supported: significant after the correction, in the expected direction.
* refuted: significant the other way, or the whole 95 % interval lies below `smallest`: what is there, if anything, is
  less than would matter.
* cannot be told: neither; the interval holds both nothing and something that matters. Or everything measured is the
  same number, as where every prompt is solved always or never: then nothing says how far the next run would be off.
* not tested: its runs are not there.

Everything else on the page is exploration, without a correction, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from equijudge_core.contracts.base import Contract
from equijudge_core.scores.crossed import CrossedMean, crossed_mean, holm
from equijudge_lab.design import Unit
from equijudge_lab.plan import RL
from equijudge_lab.results import Draw, Results

LEVEL = 0.05
_END = Draw()


class Answer(StrEnum):
    """What came out of a hypothesis."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CANNOT_TELL = "cannot be told"
    NOT_TESTED = "not tested"


@dataclass(frozen=True, slots=True)
class Run:
    """A group of units and which of its draws. fields: of `Unit`, as Results.find takes them."""

    arm: str
    fields: tuple[tuple[str, Any], ...]
    draw: Draw = _END

    def of(self, results: Results) -> tuple[Unit, Draw] | None:
        """Its group and draw, None where nothing of it is scored."""
        group = results.find(self.arm, **dict(self.fields))
        return None if group is None or not results.seeds(group) else (group, self.draw)


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A question. a: what b is compared with; None: b's own data. figure: of b, or of b - a. expected: +1 or -1, the
    sign of the effect if the statement is true."""

    name: str
    statement: str
    refuted_by: str
    a: Run | None
    b: Run
    figure: str
    expected: int
    smallest: float
    unit: str


class HypothesisResult(Contract):
    """A hypothesis with its answer. effect: in the expected direction, with its interval; p: corrected."""

    name: str
    statement: str
    refuted_by: str
    answer: Answer
    effect: float | None
    low: float | None
    high: float | None
    p: float | None
    smallest: float
    unit: str
    seeds: int
    families: int


def _run(arm: str, regime: str, order: str, draw: Draw = _END, **fields: Any) -> Run:
    return Run(arm, tuple({"kind": "train", "regime": regime, "order": order, "world": 0, **fields}.items()), draw)


_NLL = _run("nll", "uniform", "shuffled", rows=6, model="large")

HYPOTHESES = (
    Hypothesis(
        "Training on narrows a model beyond its data",
        "After 30 epochs of NLL on data that use algorithms equally often, two right answers to a held-out prompt "
        "share an algorithm more often than two programs of the data do.",
        "the two shares are alike to a tenth of the data's, or the model's is lower",
        None,
        _NLL,
        "ratio_right",
        1,
        0.1,
        "of the data's chance that two programs share an algorithm",
    ),
    Hypothesis(
        "It is the epochs that narrow",
        "The same model is narrower after 30 epochs than after 3.",
        "the ratio grows by less than a tenth",
        _run("nll", "uniform", "shuffled", Draw(3), rows=6, model="large"),
        _NLL,
        "ratio_right",
        1,
        0.1,
        "of the data's chance that two programs share an algorithm",
    ),
    Hypothesis(
        "ECO keeps a model calibrated",
        "On such data, after 30 epochs, ECO at its best strength is less narrow than NLL on the same batches.",
        "it lowers the ratio by less than 0.05",
        _run("nll", "uniform", "grouped", model="large"),
        _run("eco", "uniform", "grouped", model="large", chosen=True),
        "ratio_right",
        -1,
        0.05,
        "of the data's chance that two programs share an algorithm",
    ),
    Hypothesis(
        "ECO covers more than reweighting",
        "On Zipf data ECO at its best strength reaches more algorithms with 8 samples than NLL with clusters weighted "
        "equally, were both right equally often.",
        "it reaches less than 0.1 algorithms more",
        _run("balanced", "zipf", "shuffled", model="large"),
        _run("eco", "zipf", "grouped", model="large", chosen=True),
        "matched@k",
        1,
        0.1,
        "algorithms among 8 samples",
    ),
    Hypothesis(
        "A higher temperature recovers it",
        "On Zipf data the NLL model reaches more algorithms with 8 samples at temperature 1.2 than at 1, as drawn.",
        "it reaches less than 0.1 algorithms more",
        _run("nll", "zipf", "shuffled", rows=6, model="large"),
        _run("nll", "zipf", "shuffled", Draw(temperature=1.2), rows=6, model="large"),
        "coverage@k",
        1,
        0.1,
        "algorithms among 8 samples",
    ),
    Hypothesis(
        "ECO helps the RL stage",
        "After 50 steps of GRPO a model that was fine-tuned with ECO solves more of the prompts with 8 samples than "
        "one that was fine-tuned with NLL.",
        "it solves less than 0.05 more of them",
        _run("nll", "zipf", "shuffled", Draw(split=RL), kind="grpo"),
        _run("eco", "zipf", "grouped", Draw(split=RL), kind="grpo", chosen=True),
        "pass@k",
        1,
        0.05,
        "of prompts that 8 samples solve",
    ),
)


def decide_all(results: Results) -> list[HypothesisResult]:
    """Answer every hypothesis."""
    found = [_effect(each, results) for each in HYPOTHESES]
    corrected = holm([each.p for each in found])
    return [decide(*each) for each in zip(HYPOTHESES, found, corrected, strict=True)]


def decide(hypothesis: Hypothesis, effect: CrossedMean, p: float | None) -> HypothesisResult:
    """Answer from an effect (positive: as expected) and its corrected p."""
    answer = Answer.NOT_TESTED
    if effect.value is not None and effect.low is not None and effect.high is not None and p is not None:
        significant = p < LEVEL
        if effect.low == effect.high:
            answer = Answer.CANNOT_TELL
        elif significant and effect.value > 0:
            answer = Answer.SUPPORTED
        elif significant or effect.high < hypothesis.smallest:
            answer = Answer.REFUTED
        else:
            answer = Answer.CANNOT_TELL
    return HypothesisResult(
        name=hypothesis.name,
        statement=hypothesis.statement,
        refuted_by=hypothesis.refuted_by,
        answer=answer,
        effect=effect.value,
        low=effect.low,
        high=effect.high,
        p=p,
        smallest=hypothesis.smallest,
        unit=hypothesis.unit,
        seeds=effect.seeds,
        families=effect.families,
    )


def _effect(hypothesis: Hypothesis, results: Results) -> CrossedMean:
    figure = hypothesis.figure.replace("@k", f"@{results.k}")
    b = hypothesis.b.of(results)
    a = hypothesis.a.of(results) if hypothesis.a else None
    if b is None or (hypothesis.a is not None and a is None):
        return CrossedMean(None)
    if a is None:
        return crossed_mean(hypothesis.expected * (results.values(*b, figure) - 1.0))
    found = results.difference(a, b, figure)
    return found if hypothesis.expected > 0 else _negated(found)


def _negated(found: CrossedMean) -> CrossedMean:
    def flip(number: float | None) -> float | None:
        return None if number is None else -number

    return CrossedMean(
        flip(found.value), flip(found.high), flip(found.low), found.p, found.freedom, found.seeds, found.families
    )
