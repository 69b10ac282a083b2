"""What is scored: a problem's judged generations, with all that the metrics need of each.

Everything in it was computed before: verdicts by the judge, ids by normalisation and signature, the rest by `measure`.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated

from pydantic import Field, model_validator

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.scores import Reference
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits

Text = Annotated[str, Field(max_length=200)]


class SampleRecord(Contract):
    """One generation. Where nothing could be run (no code, too long) the verdict is CE and source_hash is empty.

    unique: the id of its normal form per level; a source that does not parse has only `text`. coarse and fine: its
    cluster, None when it does not parse. subtrees: None when it does not parse. treeless: there are no syntax trees of
    its language here, so that this says nothing of it. share: of the problem's points, 0 to 1; None where it gives
    none, or they are not known. passes_public: all public tests; None where none was among those that judged.
    outputs: a hash of what it wrote in all tests, by which it votes; None: it does not.
    """

    id: Text
    verdict: Verdict
    source_hash: Text = ""
    unique: dict[Text, Text] = Field(default_factory=dict)
    coarse: Text | None = None
    fine: Text | None = None
    tokens: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    subtrees: dict[str, Annotated[int, Field(ge=1)]] | None = None
    treeless: bool = False
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    passes_public: bool | None = None
    outputs: Text | None = None


class ProblemRecord(Contract):
    """All generations of one problem. tests_hash names the tests that judged them, limits what they ran under.
    gives_points: whether there is a share of points to be had. votes: whether samples' outputs were asked for.

    Problems of one `family` (made by one generator, variants of one text) are resampled together.
    """

    problem_id: Text
    family: Text | None = None
    tests_hash: Text
    limits: AppliedLimits
    reference: Reference | None = None
    samples: Annotated[tuple[SampleRecord, ...], Field(min_length=1)]
    gives_points: bool = False
    votes: bool = False

    @model_validator(mode="after")
    def _distinct_ids(self) -> ProblemRecord:
        if repeated := _first_repeated([sample.id for sample in self.samples]):
            raise ValueError(f"samples.id: {repeated!r} occurs twice")
        return self


class RunRecord(Contract):
    """One model's generations over a set of problems. signature_version says how clusters were named."""

    signature_version: Text
    problems: Annotated[tuple[ProblemRecord, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _distinct_problems(self) -> RunRecord:
        if repeated := _first_repeated([problem.problem_id for problem in self.problems]):
            raise ValueError(f"problems.problem_id: {repeated!r} occurs twice")
        return self


def _first_repeated(names: list[str]) -> str | None:
    return next((name for name, count in Counter(names).items() if count > 1), None)
