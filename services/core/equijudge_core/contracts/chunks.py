"""What one worker does in one go."""

from __future__ import annotations

from typing import Literal

from equijudge_core.contracts.base import Contract
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


class Chunk(Contract):
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
