"""What one worker does in one go: five kinds of chunk, told apart by `kind`. API and verifier exchange them by Redis.

Data only. How a chunk lies in Redis, and how one of an older version is read, is equijudge_queue.chunk_payload's.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.execute import Execution, ExecutionLine, ExecutionResult
from equijudge_core.contracts.score_requests import ReferenceClusters
from equijudge_core.contracts.scores import ScoreSettings, UniqueLevel
from equijudge_core.contracts.sets import Program, SetOptions
from equijudge_core.contracts.verify import Candidate, CandidateResult, JudgeOptions, ResultLine


class ChunkItem(Contract):
    """One candidate of a chunk, with its place in the request."""

    index: int
    problem: int
    candidate: int
    problem_id: str
    body: Candidate

    def result_line(self, result: CandidateResult, *, cached: bool) -> ResultLine:
        """The candidate's result with its place in the request."""
        return ResultLine(
            **dict(result),
            index=self.index,
            problem=self.problem,
            candidate=self.candidate,
            problem_id=self.problem_id,
            candidate_id=self.body.id,
            cached=cached,
        )


class AnalysisOptions(Contract):
    """What is to be found out about the texts and programs of a chunk before they are judged.

    `max_source_bytes`: code that is longer is refused. `clusters`: the algorithm is wanted. `scored`: a closing chunk
    will want to know what else there is to count.
    """

    levels: tuple[UniqueLevel, ...] = ()
    max_source_bytes: int
    clusters: bool = True
    scored: bool = True


class PlannedProblem(Contract):
    """One problem of a job of generations, in request order; `samples` of them come one after the other.
    `by_program`: a program of the problem's judges, and no comparison. `public_tests`: how many it has."""

    problem_id: str
    samples: int
    reference: ReferenceClusters | None = None
    family: str | None = None
    by_program: bool = False
    public_tests: int = 0


class ScorePlan(Contract):
    """What scores are computed, and over which samples."""

    settings: ScoreSettings
    problems: tuple[PlannedProblem, ...]


class SetWork(Contract):
    """One problem of which a set is made: its row without programs, or the id it is stored under, and its programs.

    `row`: as JSON text, which also holds what is no Unicode. `name`: the problem's, as it is shown.
    """

    index: int
    problem_id: str
    name: str = ""
    row: str | None = None
    programs: tuple[Program, ...]
    languages: dict[str, int]


class ExecuteItem(Contract):
    """One program to run, with its place in the request. `body`: nothing of limits, keep_bytes and cache is left to the
    request, and the language has its canonical name."""

    index: int
    body: Execution

    def result_line(self, result: ExecutionResult, *, cached: bool) -> ExecutionLine:
        """The program's result with its place in the request."""
        return ExecutionLine(**dict(result), index=self.index, id=self.body.id, cached=cached)


class ChunkHead(Contract):
    """What every kind of chunk has. `request_id`: of the HTTP request."""

    chunk_id: str
    job_id: str
    request_id: str = ""


class VerifyChunk(ChunkHead):
    """Programs to judge under the same options."""

    kind: Literal["verify"] = "verify"
    options: JudgeOptions
    items: tuple[ChunkItem, ...]

    @property
    def size(self) -> int:
        """How many programs there are to judge."""
        return len(self.items)


class GenerationsChunk(ChunkHead):
    """Texts of a model, or programs whose algorithm is wanted: analysed first, then judged like a VerifyChunk."""

    kind: Literal["generations"] = "generations"
    options: JudgeOptions
    items: tuple[ChunkItem, ...]
    analysis: AnalysisOptions

    @property
    def size(self) -> int:
        """How many programs there are to judge, at most: a text may hold none."""
        return len(self.items)


class ScoresChunk(ChunkHead):
    """The closing chunk of a job of generations: the scores over all its samples. `options`: as they were judged."""

    kind: Literal["scores"] = "scores"
    options: JudgeOptions
    plan: ScorePlan

    @property
    def size(self) -> int:
        """None is judged."""
        return 0


class SetChunk(ChunkHead):
    """The equivalence set of one problem."""

    kind: Literal["set"] = "set"
    options: SetOptions
    work: SetWork

    @property
    def size(self) -> int:
        """How many programs there are to judge, at most."""
        return len(self.work.programs)


class ExecuteChunk(ChunkHead):
    """Programs to run, each on its inputs."""

    kind: Literal["execute"] = "execute"
    items: tuple[ExecuteItem, ...]

    @property
    def size(self) -> int:
        """How many programs there are to run."""
        return len(self.items)


CandidatesChunk = VerifyChunk | GenerationsChunk
AnyChunk = Annotated[
    VerifyChunk | GenerationsChunk | ScoresChunk | SetChunk | ExecuteChunk, Field(discriminator="kind")
]
