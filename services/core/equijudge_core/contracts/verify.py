"""What API, queue and client exchange: HTTP bodies, the chunk a worker takes, the result it gives.

Data only. Limits on counts and sizes are the API's settings, not part of the models.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.checkers import CHECKER_NAMES as CHECKER_NAMES
from equijudge_core.contracts.checkers import CheckerSpec as CheckerSpec
from equijudge_core.contracts.jobs import JobStatus
from equijudge_core.contracts.scoring import GroupResult
from equijudge_core.contracts.unicode_text import JudgedText
from equijudge_core.contracts.verdict import Verdict


class TestSet(StrEnum):
    """The three lists of tests of a problem, in judging order."""

    __test__ = False
    PUBLIC = "public"
    PRIVATE = "private"
    GENERATED = "generated"


class Stop(StrEnum):
    """`first_failure` ends a candidate at its first failing test, `never` runs all tests."""

    FIRST_FAILURE = "first_failure"
    NEVER = "never"


class Detail(StrEnum):
    """How much a result carries: the verdict, one entry per test, or entries with the programs' outputs."""

    VERDICT = "verdict"
    TESTS = "tests"
    OUTPUTS = "outputs"


class LimitOptions(Contract):
    """Overrides of the problem's own limits; what is absent comes from the problem and the settings.

    time_limit_s is CPU time and is taken as it stands; without it the problem's limit times
    time_factor (default: the language's, which `GET /languages` tells) applies. total_time_s: CPU time of all tests
    together; beyond it, or beyond three times as much wall time and two seconds, the verdict is TLE, reason
    `total_budget`.
    """

    time_limit_s: Annotated[float, Field(gt=0, le=600, allow_inf_nan=False)] | None = None
    time_factor: Annotated[float, Field(gt=0, le=100, allow_inf_nan=False)] | None = None
    wall_time_limit_s: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)] | None = None
    total_time_s: Annotated[float, Field(gt=0, le=86_400, allow_inf_nan=False)] | None = None
    memory_limit_bytes: Annotated[int, Field(ge=1 << 20, le=64 << 30)] | None = None
    output_limit_bytes: Annotated[int, Field(ge=1, le=1 << 30)] | None = None


class Form(StrEnum):
    """What a candidate's source is: a program, or a model's text in which one is to be found."""

    PROGRAM = "program"
    TEXT = "text"


class Candidate(Contract):
    """One program. `id` is the caller's own name for it and comes back with the result.

    `language`: a name or an alias of those that `GET /languages` lists, in any case. Of a text (`form`) the program in
    it is judged; the result's `sample` says how it was found, or why there is none, and the verdict is then CE. A lone
    surrogate in the source, of which no file can be made, is read as U+FFFD.
    """

    source: JudgedText
    form: Form = Form.PROGRAM
    language: str = "python3"
    id: Annotated[str, Field(max_length=200)] | None = None


class JudgeOptions(Contract):
    """How every candidate of a request is judged. checker: null for the problem's own, which is `codecontests` where it
    names none; one that is named has no say where candidates talk to an interactor. points_per_test: a problem that
    gives no points gives one for each test, so that `points` says how many were passed. hash_outputs: `outputs_sha256`
    says which programs write the same in every test, for which all are run.
    """

    tests: Annotated[tuple[TestSet, ...], Field(min_length=1, max_length=3)] = tuple(TestSet)
    stop: Stop = Stop.FIRST_FAILURE
    detail: Detail = Detail.VERDICT
    limits: LimitOptions = LimitOptions()
    checker: CheckerSpec | None = None
    points_per_test: bool = False
    hash_outputs: bool = False


class ProblemCandidates(Contract):
    """A problem, as a CodeContests row or by the id under which it was stored, and its candidates."""

    problem: dict[str, Any] | None = None
    problem_id: str | None = None
    candidates: Annotated[tuple[Candidate, ...], Field(min_length=1)]


class VerifyOptions(JudgeOptions):
    """What a caller of `POST /verify` may choose. `clusters`: the results' `sample` says which algorithm each is."""

    clusters: bool = False


class VerifyRequest(VerifyOptions):
    """Body of `POST /verify`. `wait`: seconds to wait for the results before answering 202 with a job."""

    problems: Annotated[tuple[ProblemCandidates, ...], Field(min_length=1)]
    wait: Annotated[float, Field(ge=0, le=60, allow_inf_nan=False)] = 10.0


class FirstDifference(Contract):
    """Where the output first departs from the expected one. Line numbers start at 1; texts are shortened."""

    line: int
    expected: str
    got: str


class TestResult(Contract):
    """One test of one candidate. `reason` says in words what decided when it was not the output.

    `checker_message`: what a problem's own checker or interactor says, shortened. `transcript`: what program and
    interactor said to one another; lines of the program begin with `> `, those of the interactor with `< `.

    `points`: null where the problem gives none, and of an IE.

    `output_sha256`: of the output's words, where hashes were asked for.

    `exception` is, for an RE, the name of the exception that ended the program, as the program's own process claims
    it, in its exit or on stderr: at most 64 characters.
    """

    __test__ = False
    test: str
    verdict: Verdict
    reason: str = ""
    cpu_time_s: float
    wall_time_s: float
    memory_peak_bytes: int
    points: float | None = None
    exit_code: int | None = None
    signal: int | None = None
    exception: str | None = None
    loose: bool = False
    difference: FirstDifference | None = None
    checker_message: str | None = None
    output: str | None = None
    output_sha256: str | None = None
    stderr: str | None = None
    transcript: str | None = None


class Environment(Contract):
    """What ran the program: with the problem, the source and the options it reproduces the verdict.

    checker_headers: where the problem brings a program that judges, a hash of the headers at hand for those that bring
    none of that name, such as testlib.h; else null.
    """

    driver: str
    isolation: str
    image_digest: str
    runner_version: str
    language_version: str
    checker_headers: str | None = None


class AppliedLimits(Contract):
    """The limits in force after factor, floor and ceiling."""

    cpu_time_s: float
    wall_time_s: float
    memory_limit_bytes: int
    output_limit_bytes: int
    total_cpu_time_s: float | None = None
    total_wall_time_s: float | None = None


class CandidateResult(Contract):
    """The verdict on one candidate: that of the first failing test in the order public, private, generated.

    cpu_time_s, wall_time_s and memory_peak_bytes are the largest over the tests that ran. `loose`: accepted
    here, but not token by token. `attempts` counts the cells that were tried.

    Where the problem gives points, `max_points` says how many, and `points` how many of them the candidate got: null
    where a fault of ours leaves them open, or not all tests were asked for, as `points_reason` says. `groups`: what
    each gave, in the problem's order; null for IE.

    `outputs_sha256`: the same for programs that write the same words in every test, where that was asked for; null for
    one that fails by itself in every test, that was not run on all of them, or that talks to an interactor.

    An outcome-only key gets AC, IE, REJ for all else, and CE and other kinds where the operator opens them. It sees the
    cost of AC alone and the compile_message of CE alone; tests_run and tests_total are null, and every other field but
    limits, sample and those that say which candidate it is has its default.
    """

    verdict: Verdict
    reason: str = ""
    loose: bool = False
    tests_run: int | None = None
    tests_total: int | None = None
    first_failure: TestResult | None = None
    points: float | None = None
    max_points: float | None = None
    points_reason: str = ""
    groups: tuple[GroupResult, ...] | None = None
    cpu_time_s: float = 0.0
    wall_time_s: float = 0.0
    memory_peak_bytes: int = 0
    compile_message: str = ""
    attempts: int = 1
    tests: tuple[TestResult, ...] | None = None
    outputs_sha256: str | None = None
    limits: AppliedLimits
    environment: Environment | None = None


class Sample(Contract):
    """What was found in the text of one generation.

    `how` says in words how its code was found, `refused` why there is none that could be judged (the verdict is then
    CE). `unique` holds an id for each level asked for, the same for programs that are the same at that level. `coarse`
    and `fine` name the cluster of its algorithm, null where nobody asked or `error` says why it could not be analysed.
    """

    how: str = ""
    refused: str | None = None
    source_sha256: str | None = None
    unique: dict[str, str] = Field(default={})
    coarse: str | None = None
    fine: str | None = None
    error: str | None = None


class ResultLine(CandidateResult):
    """One line of `GET /jobs/{id}/results`: a CandidateResult and which candidate of the request it is about.

    `index` counts candidates over the whole request; `problem` and `candidate` are positions in it. `sample` belongs
    to generations, and to candidates that are texts or whose clusters were asked for.
    """

    index: int
    problem: int
    candidate: int
    problem_id: str
    candidate_id: str | None = None
    cached: bool = False
    sample: Sample | None = None


class VerifyResponse(JobStatus):
    """Answer of `POST /verify`: the status, and all results in request order when the job is done."""

    results: tuple[ResultLine, ...] | None = None
