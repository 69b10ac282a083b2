"""What API, queue and client exchange: HTTP bodies, the chunk a worker takes, the result it gives.

Data only. Limits on counts and sizes are the API's settings, not part of the models.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from equijudge_core.text import JudgedText, ShownText
from equijudge_core.verdict import Verdict


class Model(BaseModel):
    """Frozen, and a field that nobody knows is an error: a misspelt option must not be ignored.

    A text that is no Unicode is an error too, named like any other: pydantic looks at a text only where it has a bound,
    so every text has one that every text keeps. See text.py.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=0)


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


class CheckerSpec(Model):
    """Which comparison decides; `abs` and `rel` belong to `float` alone."""

    name: Literal["codecontests", "exact", "tokens", "float"] = "codecontests"
    ignore_case: bool = False
    abs: Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)] = 1e-6
    rel: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] = 1e-6


class LimitOptions(Model):
    """Overrides of the problem's own limits; what is absent comes from the problem and the settings.

    time_limit_s is CPU time and is taken as it stands; without it the problem's limit times
    time_factor (default: the language's, 3 for CPython) applies. total_time_s: CPU time of all tests together; beyond
    it, or beyond three times as much wall time and two seconds, the verdict is TLE, reason `total_budget`.
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


class Candidate(Model):
    """One program. `id` is the caller's own name for it and comes back with the result.

    Of a text (`form`) the program in it is judged; the result's `sample` says how it was found, or why there is none,
    and the verdict is then CE. A lone surrogate in the source, of which no file can be made, is read as U+FFFD.
    """

    source: JudgedText
    form: Form = Form.PROGRAM
    language: str = "python3"
    id: Annotated[str, Field(max_length=200)] | None = None


class JudgeOptions(Model):
    """How every candidate of a request is judged."""

    tests: Annotated[tuple[TestSet, ...], Field(min_length=1, max_length=3)] = tuple(TestSet)
    stop: Stop = Stop.FIRST_FAILURE
    detail: Detail = Detail.VERDICT
    limits: LimitOptions = LimitOptions()
    checker: CheckerSpec = CheckerSpec()


class ProblemCandidates(Model):
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


class FirstDifference(Model):
    """Where the output first departs from the expected one. Line numbers start at 1; texts are shortened."""

    line: int
    expected: str
    got: str


class TestResult(Model):
    """One test of one candidate. `reason` says in words what decided when it was not the output.

    `exception` is, for an RE, the class of the exception that ended the program, as the program's own process
    names it: an identifier of at most 64 characters.
    """

    __test__ = False
    test: str
    verdict: Verdict
    reason: str = ""
    cpu_time_s: float
    wall_time_s: float
    memory_peak_bytes: int
    exit_code: int | None = None
    signal: int | None = None
    exception: str | None = None
    loose: bool = False
    difference: FirstDifference | None = None
    output: str | None = None
    stderr: str | None = None


class Environment(Model):
    """What ran the program: with the problem, the source and the options it reproduces the verdict."""

    driver: str
    isolation: str
    image_digest: str
    runner_version: str
    language_version: str


class AppliedLimits(Model):
    """The limits in force after factor, floor and ceiling."""

    cpu_time_s: float
    wall_time_s: float
    memory_limit_bytes: int
    output_limit_bytes: int
    total_cpu_time_s: float | None = None
    total_wall_time_s: float | None = None


class CandidateResult(Model):
    """The verdict on one candidate: that of the first failing test in the order public, private, generated.

    cpu_time_s, wall_time_s and memory_peak_bytes are the largest over the tests that ran. `loose`: accepted
    here, but not token by token. `attempts` counts the cells that were tried. Null score means IE.

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
    cpu_time_s: float = 0.0
    wall_time_s: float = 0.0
    memory_peak_bytes: int = 0
    compile_message: str = ""
    attempts: int = 1
    tests: tuple[TestResult, ...] | None = None
    limits: AppliedLimits
    environment: Environment | None = None


class Sample(Model):
    """What was found in the text of one generation.

    `how` says in words how its code was found, `refused` why there is none that could be judged (the verdict is then
    CE). `unique` holds an id for each level asked for, the same for programs that are the same at that level. `coarse`
    and `fine` name the cluster of its algorithm, null where nobody asked or `error` says why it could not be analysed.
    """

    how: str = ""
    refused: str | None = None
    source_sha256: str | None = None
    unique: dict[str, str] = {}
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

    @classmethod
    def of(cls, item: ChunkItem, result: CandidateResult, *, cached: bool) -> ResultLine:
        """A result with its place in the request."""
        return cls(
            **dict(result),
            index=item.index,
            problem=item.problem,
            candidate=item.candidate,
            problem_id=item.problem_id,
            candidate_id=item.body.id,
            cached=cached,
        )


class JobState(StrEnum):
    """A job is `running` from its acceptance until its last result, unless it is cancelled."""

    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class JobStatus(Model):
    """Answer of `GET /jobs/{id}`. eta_s is null until a result has come in.

    For an outcome-only key done is 0 and verdicts is empty until the job is done; cached is 0, and finished_at and
    eta_s are null.
    """

    job_id: str
    state: JobState
    candidates: int
    done: int
    cached: int = 0
    verdicts: dict[Verdict, int]
    created_at: float
    finished_at: float | None = None
    eta_s: float | None = None


class VerifyResponse(JobStatus):
    """Answer of `POST /verify`: the status, and all results in request order when the job is done."""

    results: tuple[ResultLine, ...] | None = None


class ProblemSummary(Model):
    """What `PUT /problems` answers per row, and what a listing shows."""

    problem_id: str
    name: str
    tests: dict[TestSet, int]
    time_limit_s: float | None
    memory_limit_bytes: int


class ChunkItem(Model):
    """One candidate of a chunk, with its place in the request."""

    index: int
    problem: int
    candidate: int
    problem_id: str
    body: Candidate


class Chunk(Model):
    """What one worker does in one go: candidates under the same options. request_id: of the HTTP request.

    kind `generations`: code is to be taken out of texts, or analysed, before it is judged. kind `scores`: the closing
    chunk of a job that is scored, no items, the scores over all of them. work: what these need beside, as JSON of
    generations.SampleWork and generations.ScorePlan.
    """

    kind: Literal["verify", "generations", "scores"] = "verify"
    chunk_id: str
    job_id: str
    request_id: str = ""
    options: JudgeOptions
    items: tuple[ChunkItem, ...]
    work: str = ""

    @property
    def size(self) -> int:
        """How many programs there are to judge."""
        return len(self.items)


class FieldError(Model):
    """One thing that is wrong with a request: where, what, and the limit if there is one. It can always be sent."""

    field: ShownText
    problem: ShownText
    limit: ShownText | None = None


class ProblemDetails(Model):
    """RFC 9457 problem details, media type application/problem+json."""

    type: str = "about:blank"
    title: str
    status: int
    detail: ShownText
    errors: tuple[FieldError, ...] = ()


class ServiceLimits(BaseModel):
    """Answer of `GET /limits`: how much one request may hold; what a later version adds is passed over.

    candidates of one request (Python 3 programs of a request for sets, generations of one to score); generations and
    tests of one problem; source_bytes of a program, generation_bytes of a model's text; with detail `tests` and
    `outputs` at most so many results of single tests in one request. total_time_s of a candidate who asks for nothing
    else, and the most that this key may ask for (null: the service is older, and has no such bound). Of one key:
    bodies on their way at once, and their bytes; key_bytes of its work, results and problems (0: it is not said), and
    key_bytes_held of them now, by kind.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    body_bytes: int
    problems: int
    candidates: int
    generations: int
    tests: int
    source_bytes: int
    generation_bytes: int
    detailed_tests: int
    detailed_outputs: int
    total_time_s: float | None = None
    max_total_time_s: float | None = None
    bodies: int = 0
    bodies_bytes: int = 0
    key_bytes: int = 0
    key_bytes_held: dict[str, int] = {}
