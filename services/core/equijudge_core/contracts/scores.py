"""Scores as they are stored, sent and compared: what was chosen, what came out. Data only, and no numpy.

`scores/` computes them. Names and order of the fields are those of the JSON.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.verify import AppliedLimits

METRICS_VERSION = 1
EAD_VOCABULARY = 50_257  # GPT-2's, as the paper of EAD has it

UniqueLevel = Literal["text", "ast", "alpha", "bytecode"]
UNIQUE_LEVELS: tuple[UniqueLevel, ...] = ("text", "ast", "alpha", "bytecode")
ClusterLevel = Literal["coarse", "fine"]
CLUSTER_LEVELS: tuple[ClusterLevel, ...] = ("coarse", "fine")

ClusterName = Annotated[str, Field(max_length=200)]
Ks = Annotated[tuple[Annotated[int, Field(ge=1, le=10_000)], ...], Field(min_length=1, max_length=16)]


class BootstrapOptions(Contract):
    """How intervals are made. `bca` corrects for bias and skew, `percentile` does not."""

    resamples: Annotated[int, Field(ge=100, le=100_000)] = 10_000
    confidence: Annotated[float, Field(gt=0, lt=1)] = 0.95
    seed: Annotated[int, Field(ge=0, lt=1 << 63)] = 0
    method: Literal["bca", "percentile"] = "bca"


class ScoreOptions(BootstrapOptions):
    """What a caller may choose about scores.

    ks: the k of pass@k, coverage@k and the like.
    subset_size: metrics that depend on the number of samples (Self-BLEU, distinct-n, EAD, Vendi, entropy_clusters)
    are means over subset_draws random subsets of this size; a problem with fewer samples is left out of them.
    """

    ks: Ks = (1, 4, 16)
    subset_size: Annotated[int, Field(ge=2, le=1000)] = 16
    subset_draws: Annotated[int, Field(ge=1, le=1000)] = 4


class ScoreSettings(ScoreOptions):
    """What figures depend on besides the samples: the options, and what the service chooses for its callers."""

    ead_vocabulary: Annotated[int, Field(ge=2, le=10_000_000)] = EAD_VOCABULARY


class Estimate(Contract):
    """A figure and its interval, rounded to 10 decimals. None: undefined, or at an end of the interval unbounded."""

    value: float | None
    low: float | None
    high: float | None


class Figure(Estimate):
    """One figure over all problems. problems: in how many it is defined. The last two: were all IE wrong, or right."""

    problems: int
    if_ie_wrong: Estimate
    if_ie_right: Estimate


class Reference(Contract):
    """The problem's verified solutions: how many fall into each cluster."""

    coarse: dict[ClusterName, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    fine: dict[ClusterName, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


class PairKind(Contract):
    """How many pairs, and their mean distance, 0 … 1; None without a pair."""

    pairs: int
    distance: float | None


class PairKinds(Contract):
    """A problem's pairs of samples: cc both correct, ci one of them, ii none."""

    cc: PairKind
    ci: PairKind
    ii: PairKind

    @property
    def pairs(self) -> int:
        """All pairs."""
        return self.cc.pairs + self.ci.pairs + self.ii.pairs

    @property
    def distance(self) -> float | None:
        """The mean over all pairs."""
        kinds = (self.cc, self.ci, self.ii)
        return sum(kind.pairs * (kind.distance or 0.0) for kind in kinds) / self.pairs if self.pairs else None


class ProblemScores(Contract):
    """One problem. samples counts all generations, judged those that are not IE, clusters the correct ones by id."""

    problem_id: str
    family: str | None
    tests_hash: str
    limits: AppliedLimits
    reference: Reference | None
    samples: int
    judged: int
    correct: int
    clusters: dict[str, dict[str, int]]
    pairs: dict[str, PairKinds]
    values: dict[str, float | None]


class Scores(Contract):
    """A run's scores. Everything that makes two runs comparable is in it; keys and problems have a fixed order."""

    metrics_version: Annotated[int, Field(ge=1)] = METRICS_VERSION
    signature_version: str
    settings: ScoreSettings
    figures: dict[str, Figure]
    problems: tuple[ProblemScores, ...]


class Difference(Estimate):
    """value = b - a with its interval, over the `problems` in which the figure is defined in both runs."""

    a: float | None
    b: float | None
    problems: int


class Decomposition(Contract):
    """Where the drop from a to b in mean pairwise distance comes from; positive: b is less diverse.

    As the paper has it (2604.16027): drop_all of the distance among all samples, residual (drop among the correct
    ones), quality_control = drop_all - residual, genuine_share = residual / drop_all; all and correct samples
    average over the problems where each is defined. The exact split (Kitagawa) is over the `problems` that both runs
    have pairs in: drop = within_cc + within_ci + within_ii + mix; within_cc is genuine narrowing, mix is quality
    control.
    """

    problems: int
    drop_all: Estimate
    residual: Estimate
    quality_control: Estimate
    genuine_share: Estimate
    drop: Estimate
    within_cc: Estimate
    within_ci: Estimate
    within_ii: Estimate
    mix: Estimate


class Comparison(Contract):
    """differences: every figure. decomposition: by kind of distance (syntax tree, cluster).

    matched: coverage@k were both runs equally often right, problem by problem (`comparison.thinned`).
    """

    differences: dict[str, Difference]
    decomposition: dict[str, Decomposition]
    matched: dict[str, Difference]


class MatchedFrontier(Contract):
    """coverage@k of two sweeps at the pass@1 `at`, and b - a, over the problems in which all runs define both."""

    k: int
    at: float
    a: Estimate
    b: Estimate
    difference: Estimate
    problems: int
