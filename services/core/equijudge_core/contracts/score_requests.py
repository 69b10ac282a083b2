"""Jobs of generations: the body of `POST /score-generations`, and what comes out. Data only.

A generation is what a model wrote, word for word; the code is taken out of it by a worker. Where somebody has done that
already it is a program, and stays as it is.
"""

from __future__ import annotations

from collections import Counter
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.jobs import JobStatus
from equijudge_core.contracts.scores import Ks, ScoreOptions, Scores, ScoreSettings, UniqueLevel
from equijudge_core.contracts.unicode_text import JudgedText, replace_surrogates
from equijudge_core.contracts.verify import CheckerSpec, Form, JudgeOptions, LimitOptions, TestSet

Name = Annotated[str, Field(min_length=1, max_length=200)]
LanguageName = Annotated[str, Field(min_length=1, max_length=100)]
Clusters = dict[Name, Annotated[int, Field(ge=1)]]


class Generation(Contract):
    """One text of a model. `id` is the caller's own name for it; without one it is its position, from 0.

    `language`: in which the program in it is looked for and judged; null is the request's. Of `form` "program" the text
    is one as it stands. A lone surrogate in the text is read as U+FFFD.
    """

    text: JudgedText
    form: Form = Form.TEXT
    id: Name | None = None
    language: LanguageName | None = None


class ReferenceClusters(Contract):
    """How many of a problem's verified solutions fall into each cluster, and the version of the signature that named
    the clusters."""

    signature_version: str
    coarse: Clusters = Field(default_factory=dict)
    fine: Clusters = Field(default_factory=dict)


class ReferenceVersions(BaseModel):
    """With what an equivalence set was made; the signature named its clusters."""

    signature: str


class ReferenceSolution(BaseModel):
    """The clusters of a verified solution."""

    coarse: Name
    fine: Name


class ReferenceSet(BaseModel):
    """An equivalence set as `POST /equivalence-sets` answers it; what is not named here is passed over."""

    versions: ReferenceVersions
    solutions: tuple[ReferenceSolution, ...]

    def clusters(self) -> ReferenceClusters | None:
        """Its solutions counted; None for a problem of which no set could be made."""
        if not self.solutions:
            return None
        coarse, fine = ([getattr(each, level) for each in self.solutions] for level in ("coarse", "fine"))
        return ReferenceClusters(
            signature_version=self.versions.signature,
            coarse=dict(sorted(Counter(coarse).items())),
            fine=dict(sorted(Counter(fine).items())),
        )


def _reference_kind(reference: object) -> str:
    is_set = isinstance(reference, ReferenceSet) or (isinstance(reference, dict) and "solutions" in reference)
    return "set" if is_set else "clusters"


AnyReference = Annotated[
    Annotated[ReferenceClusters, Tag("clusters")] | Annotated[ReferenceSet, Tag("set")], Discriminator(_reference_kind)
]


def _replace_surrogates(generations: Any) -> Any:
    """Read texts by the rule of unicode_text.py.

    The type of a text does not do it: in a union of types it would get into the path of an error.
    """
    return [replace_surrogates(each) for each in generations] if isinstance(generations, list | tuple) else generations


class ProblemGenerations(Contract):
    """A problem, as a CodeContests row or by the id under which it was stored, and a model's generations for it.

    Problems of one `family` are variants of one another and are resampled together. A generation that is null is one
    in which the model wrote nothing: a sample without a program.
    """

    problem: dict[str, Any] | None = None
    problem_id: str | None = None
    generations: Annotated[
        tuple[str | Generation | None, ...], BeforeValidator(_replace_surrogates), Field(min_length=1)
    ]
    reference: AnyReference | None = None
    family: Name | None = None

    @property
    def clusters(self) -> ReferenceClusters | None:
        """The reference's clusters, in whichever form it came."""
        return self.reference.clusters() if isinstance(self.reference, ReferenceSet) else self.reference

    def with_ids(self) -> list[Generation]:
        """The generations; one without an id has its position."""
        return [
            text.model_copy(update={"id": text.id if text.id is not None else str(position)})
            if isinstance(text, Generation)
            else Generation(text=text or "", id=str(position))
            for position, text in enumerate(self.generations)
        ]


class ScoreRequest(ScoreOptions):
    """Body of `POST /score-generations`. `wait`: seconds to wait for the scores before answering 202 with a job.

    `language`: of the generations that name none themselves; names and aliases as `GET /languages` lists them.
    `majority`: compute `majority@k` too, for which every sample is run on all tests.
    """

    ks: Ks = Field(default=(1, 4, 16), alias="k")
    levels: Annotated[tuple[UniqueLevel, ...], Field(max_length=4)] = ("text", "ast", "alpha")  # of unique solutions
    problems: Annotated[tuple[ProblemGenerations, ...], Field(min_length=1)]
    language: LanguageName = "python3"
    tests: Annotated[tuple[TestSet, ...], Field(min_length=1, max_length=3)] = tuple(TestSet)
    limits: LimitOptions = LimitOptions()
    checker: CheckerSpec | None = None
    majority: bool = False
    wait: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 10.0

    def judge_options(self) -> JudgeOptions:
        """How the samples are judged."""
        return JudgeOptions(tests=self.tests, limits=self.limits, checker=self.checker, hash_outputs=self.majority)

    def score_settings(self) -> ScoreSettings:
        """What is computed over them."""
        return ScoreSettings(**{name: getattr(self, name) for name in ScoreOptions.model_fields})


class ScoreOutcome(Contract):
    """What the closing chunk found: the scores, or the fault of ours for which there are none."""

    scores: Scores | None = None
    fault: str | None = None


class ScoreResponse(JobStatus, ScoreOutcome):
    """Answer of `POST /score-generations` and `GET /jobs/{id}/scores`: the status, and the scores of a job that is
    done. They are null while it runs, after it was cancelled, and when `fault` says what went wrong on our side."""
