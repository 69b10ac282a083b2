"""What API and client exchange about equivalence sets. Data only."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AliasChoices, Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.jobs import JobStatus
from equijudge_core.contracts.unicode_text import NO_UNICODE, is_unicode
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CheckerSpec, Environment, LimitOptions

PYTHON3 = "python3"
LanguageName = Annotated[str, Field(min_length=1, max_length=100)]


class SetOptions(Contract):
    """How sets are made.

    A set holds programs in `languages`, named as `GET /languages` lists them; each program is compared with those of
    its own language. Where a language is read as tokens alone, repetitions are told by text or tokens, whichever
    `dedupe` is nearest to, and clusters are normal forms.

    A problem is given up as soon as fewer than `min_solutions` of its programs are left. Of programs that are the same
    at level `dedupe` the first one stays. `audit`: the labelled wrong programs are run too, and the right ones that
    fail are run on all tests.
    """

    min_solutions: Annotated[int, Field(ge=1, le=10_000)] = 5
    dedupe: Literal["text", "ast", "alpha", "bytecode"] = "alpha"
    audit: bool = True
    languages: Annotated[tuple[LanguageName, ...], Field(min_length=1, max_length=32)] = (PYTHON3,)
    limits: LimitOptions = LimitOptions()
    checker: CheckerSpec | None = None


class SetProblem(Contract):
    """A CodeContests row with its solutions, or a stored problem's id and programs labelled right and wrong."""

    problem: dict[str, Any] | None = None
    problem_id: str | None = None
    solutions: tuple[Candidate, ...] = ()
    incorrect_solutions: tuple[Candidate, ...] = ()


class SetsRequest(SetOptions):
    """Body of `POST /equivalence-sets`. `wait`: seconds to wait for the sets before answering 202 with a job."""

    problems: Annotated[tuple[SetProblem, ...], Field(min_length=1)]
    wait: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 10.0


class Label(StrEnum):
    """In which list of the row a program stands."""

    RIGHT = "solutions"
    WRONG = "incorrect_solutions"


class Program(Contract):
    """A program of a row, in a language that is asked for. `position` in its list counts all programs, from 0.

    `fault`: why it cannot be handed on as it stands; its source is left out then, and it is dropped for that.
    """

    label: Label
    position: int
    source: str
    fault: str = ""
    language: str = PYTHON3

    @classmethod
    def of(cls, label: Label, position: int, source: str, language: str = PYTHON3) -> Program:
        """With its source, or with the fault that it is no Unicode: another source would be another program."""
        fault = "" if is_unicode(source) else NO_UNICODE
        return cls(label=label, position=position, source="" if fault else source, fault=fault, language=language)


class Status(StrEnum):
    """What became of a problem: a set, or the stage at which it was given up."""

    KEPT = "kept"
    FEW_SOLUTIONS = "few_solutions"  # too few programs in the languages that are labelled right
    INCONSISTENT_TESTS = "inconsistent_tests"  # the same input wants two outputs
    FEW_PARSEABLE = "few_parseable"
    FEW_UNIQUE = "few_unique"
    FEW_ACCEPTED = "few_accepted"
    INTERNAL_ERROR = "internal_error"  # our fault; worth another try


class Reason(StrEnum):
    """Why a program is not in the set."""

    PYTHON2 = "python2"  # labelled Python 3
    NOT_UNICODE = "not_unicode"  # half a character in it: no file holds such a program
    NOT_PARSEABLE = "not_parseable"
    TOO_LONG = "too_long"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"  # the verdict says how
    NOT_ANALYSED = "not_analysed"  # to look at it takes too much


class Dropped(Contract):
    """A program labelled right that is not in the set. `of`: the position of the one it repeats."""

    position: int
    reason: Reason
    of: int | None = None
    verdict: Verdict | None = None
    detail: str = ""


class KeptSolution(Contract):
    """A program that passes all tests. `forms`: its normal form's key by level.

    `coarse` and `fine` are signatures; `coarse` is its cluster, whatever the other programs are. Of a program that is
    read as tokens alone both are its normal form, which the id says, and there are no features.
    """

    position: int
    source: str
    forms: dict[str, str]
    coarse: str
    fine: str
    features: tuple[str, ...]
    fine_features: tuple[str, ...]
    cpu_time_s: float
    memory_peak_bytes: int
    loose: bool = False
    language: str = PYTHON3


class Cluster(Contract):
    """Programs of one algorithm; `solutions` are positions, `fine` counts the ways in which it is written."""

    id: str
    features: tuple[str, ...]
    solutions: tuple[int, ...]
    fine: int


class Dispute(Contract):
    """A test on which programs labelled right do not agree: so many were accepted, so many gave another answer."""

    test: str
    accepted: int
    wrong_answers: int


class Suggestion(Contract):
    """What programs labelled right and the stored answers disagree in, of a problem that is compared by a checker named
    here (`present`). checker: the narrowest comparison that takes all their answers for the same, as `--checker` takes
    it; null: there is none, so that the problem needs a checker of its own, or a label is wrong. Found on so many
    programs and tests; without programs on tests that have one input and two stored answers."""

    present: str
    checker: str | None = None
    programs: int
    tests: int


class Audit(Contract):
    """What the labelled programs tell of the tests. IE counts nowhere, what is in no language asked for and repetitions
    neither.

    true_positive_rate = right_accepted / right; true_negative_rate = wrong_rejected / wrong; null without programs.
    `disputes`: on these tests some programs labelled right are accepted and others answer otherwise, so
    `several_answers` may be valid (or a label is wrong); where a program of the problem's judges, it or a label is
    wrong, and `several_answers` is false. `refuted`: at least two answer otherwise and none is accepted.
    `suggestion`: where programs labelled right answer otherwise than is stored, and no program of the problem's judges.
    """

    right: int
    right_accepted: int
    true_positive_rate: float | None = None
    wrong: int
    wrong_rejected: int
    true_negative_rate: float | None = None
    disputes: tuple[Dispute, ...] = ()
    several_answers: bool = False
    refuted: tuple[str, ...] = ()
    suggestion: Suggestion | None = None


class Funnel(Contract):
    """How many programs labelled right were left after each stage; null: it was not reached.

    `languages` counts the row's programs labelled right by language. `taken`: those in the languages asked for, which
    before 0.3 was Python 3 and is read as `python3`.
    """

    languages: dict[str, int]
    taken: Annotated[int, Field(validation_alias=AliasChoices("taken", "python3"))]
    parseable: int | None = None
    unique: int | None = None
    accepted: int | None = None
    clusters: int | None = None


class LanguageShare(Contract):
    """What is in a set in one language: its programs labelled right after each stage, and what ran them."""

    taken: int
    unique: int = 0
    accepted: int = 0
    clusters: int = 0
    limits: AppliedLimits | None = None
    language_version: str | None = None


class EquivalenceSet(Contract):
    """One line of the results: what became of a problem. `index` is its position in the request.

    `limits` and `environment` are those of the first language asked for; where that is not Python 3 alone,
    `by_language` has each one's.

    `verdicts` counts the verdicts on programs labelled right, `wrong_verdicts` those on the others. `cached`: verdicts
    that were known already. `faults`: why programs are IE.
    """

    index: int
    problem_id: str
    name: str
    status: Status
    funnel: Funnel
    solutions: tuple[KeptSolution, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    verdicts: dict[Verdict, int] = Field(default_factory=dict)
    wrong_verdicts: dict[Verdict, int] = Field(default_factory=dict)
    audit: Audit | None = None
    inconsistent: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    cached: int = 0
    versions: dict[str, str]
    limits: AppliedLimits | None = None
    environment: Environment | None = None
    by_language: dict[str, LanguageShare] = Field(default_factory=dict)


class SetsResponse(JobStatus):
    """Answer of `POST /equivalence-sets`. `candidates` and `done` count problems, `verdicts` and `cached` programs.

    `results`: the sets in request order, when all are there.
    """

    results: tuple[EquivalenceSet, ...] | None = None
