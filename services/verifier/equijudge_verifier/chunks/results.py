"""A candidate that is to be judged, and its result as a line of the job: what is known without a cell."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from equijudge_core.contracts.chunks import ChunkItem
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, JudgeOptions, ResultLine
from equijudge_core.judging import verdict
from equijudge_core.judging.problem import Problem
from equijudge_verifier.worker.store import Claim

NO_LIMITS = AppliedLimits(cpu_time_s=0, wall_time_s=0, memory_limit_bytes=0, output_limit_bytes=0)


@dataclass(frozen=True)
class Task:
    """One candidate that is to be judged, and under which key its verdict is kept."""

    item: ChunkItem
    problem: Problem
    options: JudgeOptions
    limits: AppliedLimits
    key: str


def line(item: ChunkItem, result: CandidateResult, *, cached: bool) -> ResultLine:
    """A result with its place in the request."""
    return item.result_line(result, cached=cached)


def with_sample(result: ResultLine, claim: Claim) -> ResultLine:
    """The result of a generation says what was found in its text; others stay as they are."""
    sample = claim.samples.get(result.index)
    return result if sample is None else result.model_copy(update={"sample": sample})


def decided(claim: Claim, item: ChunkItem, limits: AppliedLimits) -> CandidateResult | None:
    """The result of a generation without a program: it was refused, or could not be read through our fault."""
    if item.index in claim.broken:
        return verdict.internal_error(claim.broken[item.index], tests_total=0, limits=limits)
    sample = claim.samples.get(item.index)
    return verdict.refused(sample.refused, limits=limits) if sample is not None and sample.refused else None


def in_the_log(result: ResultLine) -> tuple[int, str]:
    """Level and text: what is our fault is always to be seen."""
    if result.verdict == Verdict.IE:
        return logging.ERROR, f"IE: {result.reason}"
    return logging.DEBUG, f"{result.verdict}, {'cached' if result.cached else f'{result.tests_run} tests'}"


def fault(reason: str, task: Task) -> CandidateResult:
    """IE, with the reason; the details are in the log."""
    return verdict.internal_error(reason, tests_total=0, limits=task.limits)


def missing(item: ChunkItem) -> CandidateResult:
    """The problem was removed under an accepted job: our fault, said so."""
    return verdict.internal_error(f"problem {item.problem_id} is gone", tests_total=0, limits=NO_LIMITS)
