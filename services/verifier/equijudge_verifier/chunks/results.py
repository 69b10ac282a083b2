"""A candidate that is to be judged, and the results that are known without a cell. Pure."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from equijudge_core.contracts.chunks import ChunkItem
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, JudgeOptions, ResultLine, Sample
from equijudge_core.judging import decisions
from equijudge_core.judging.points import scoring_of
from equijudge_core.judging.points_tally import NO_PROGRAM, PointsTally
from equijudge_core.judging.problem import Problem

NO_LIMITS = AppliedLimits(cpu_time_s=0, wall_time_s=0, memory_limit_bytes=0, output_limit_bytes=0)


@dataclass(frozen=True)
class CandidateSource:
    """A candidate whose source is a program, and what was found in the text that it was taken out of.

    `sample`: None for a program that came as such. `fault`: why there is no program, through a fault of ours.
    """

    item: ChunkItem
    sample: Sample | None = None
    fault: str = ""

    def early_result(self, limits: AppliedLimits) -> CandidateResult | None:
        """The result of one without a program: it was refused, or could not be analysed. None: it is to be judged."""
        if self.fault:
            return internal_error(self.fault, limits)
        if self.sample is not None and self.sample.refused:
            return decisions.no_program_result(self.sample.refused, limits=limits)
        return None


@dataclass(frozen=True)
class CandidateTask:
    """One candidate that is to be judged, and the key under which its verdict is kept."""

    item: ChunkItem
    problem: Problem
    options: JudgeOptions
    limits: AppliedLimits
    key: str
    sample: Sample | None = None

    @property
    def index(self) -> int:
        """Which candidate of the request it is."""
        return self.item.index

    @property
    def problem_id(self) -> str:
        """Of the problem that it is judged by."""
        return self.item.problem_id


def with_no_points(result: CandidateResult, problem: Problem, options: JudgeOptions) -> CandidateResult:
    """The result of a candidate without a program; it got no points, where the problem gives any."""
    names = [test.name for test in problem.tests(options.tests)]
    scoring = scoring_of(problem.scoring, names, per_test=options.points_per_test)
    if scoring is None:
        return result
    tally = PointsTally(scoring, names)
    return decisions.add_points(result, (), tally, NO_PROGRAM)


def result_line(item: ChunkItem, result: CandidateResult, sample: Sample | None, *, cached: bool) -> ResultLine:
    """A result with its place in the request, and with what was found in the text."""
    line = item.result_line(result, cached=cached)
    return line if sample is None else line.model_copy(update={"sample": sample})


def log_line(result: ResultLine) -> tuple[int, str]:
    """Level and text of a result in the log: what is our fault is always to be seen."""
    if result.verdict == Verdict.IE:
        return logging.ERROR, f"IE: {result.reason}"
    return logging.DEBUG, f"{result.verdict}, {'cached' if result.cached else f'{result.tests_run} tests'}"


def internal_error(reason: str, limits: AppliedLimits = NO_LIMITS) -> CandidateResult:
    """IE, with the reason; the details are in the log."""
    return decisions.internal_error(reason, tests_total=0, limits=limits)


def missing_problem(item: ChunkItem) -> CandidateResult:
    """IE for a candidate whose problem was removed under an accepted job."""
    return internal_error(f"problem {item.problem_id} is gone")
