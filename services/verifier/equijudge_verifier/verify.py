"""One chunk from claim to finish: what is known already, then the rest, each result handed in at once."""

from __future__ import annotations

import logging
from collections import OrderedDict
from collections.abc import Callable
from typing import TypeVar

from equijudge_core import judging
from equijudge_core.contracts import AppliedLimits, CandidateResult, Chunk, ChunkItem, Environment, ResultLine
from equijudge_core.keys import cache_key
from equijudge_core.limits import LimitRules, applied_limits
from equijudge_core.problem import Problem
from equijudge_core.verdict import Verdict
from equijudge_sandbox.base import Sandbox
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier.judge import Abandoned, Judge
from equijudge_verifier.lease import Keeper
from equijudge_verifier.store import Claim, Store

log = logging.getLogger(__name__)
T = TypeVar("T")
PROBLEMS_KEPT = 32
PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0
NO_LIMITS = AppliedLimits(cpu_time_s=0, wall_time_s=0, memory_limit_bytes=0, output_limit_bytes=0)


class Verifier:
    """What a worker process does with chunk ids. `environment` may raise SandboxUnavailable."""

    def __init__(
        self,
        store: Store,
        sandbox: Sandbox,
        keeper: Keeper,
        rules: LimitRules,
        environment: Callable[[], Environment],
    ) -> None:
        self._store, self._sandbox, self._keeper, self._rules = store, sandbox, keeper, rules
        self._environment = environment
        self._problems: OrderedDict[str, Problem] = OrderedDict()

    def verify(self, chunk_id: str) -> None:
        """Do the chunk unless another worker has it."""
        claim = self._store.claim(chunk_id)
        if claim is None:
            return
        log.info("chunk %s of job %s: %d candidates", chunk_id, claim.chunk.job_id, len(claim.chunk.items))
        with self._keeper.holding(claim):
            try:
                self._do(claim)
            except Abandoned:
                log.warning("chunk %s is no longer ours", chunk_id)
                return
        self._store.finish(claim)

    def _do(self, claim: Claim) -> None:
        environment = self._when_there_are_cells(self._environment)
        judge = Judge(self._sandbox, environment, self._keeper.lost)
        todo = self._answer_from_cache(claim, environment)
        for item, problem, limits, key in todo:
            result = self._judged(judge, claim.chunk, item, problem, limits)
            if result.verdict != Verdict.IE:
                self._store.remember(key, result)
            self._hand_in(claim, [line(item, result, cached=False)])

    def _judged(
        self, judge: Judge, chunk: Chunk, item: ChunkItem, problem: Problem, limits: AppliedLimits
    ) -> CandidateResult:
        return self._when_there_are_cells(lambda: judge.judge(problem, item.body, chunk.options, limits))

    def _answer_from_cache(
        self, claim: Claim, environment: Environment
    ) -> list[tuple[ChunkItem, Problem, AppliedLimits, str]]:
        """Hand in what is known; what is left to do, with its problem, limits and cache key."""
        options, work, lines = claim.chunk.options, [], []
        for item in claim.chunk.items:
            problem = self._problem(item.problem_id)
            if problem is None:
                lines.append(line(item, missing(item), cached=False))
                continue
            limits = applied_limits(problem, item.body.language, options.limits, self._rules)
            work.append((item, problem, limits, cache_key(item.problem_id, item.body, options, limits, environment)))
        known = self._store.cached([key for *_, key in work])
        lines += [line(item, hit, cached=True) for (item, *_), hit in zip(work, known, strict=True) if hit]
        if lines:
            self._hand_in(claim, lines)
        return [entry for entry, hit in zip(work, known, strict=True) if hit is None]

    def _hand_in(self, claim: Claim, lines: list[ResultLine]) -> None:
        if not self._store.report(claim, lines):
            raise Abandoned

    def _problem(self, problem_id: str) -> Problem | None:
        problem = self._problems.pop(problem_id, None) or self._store.problem(problem_id)
        if problem is not None:
            self._problems[problem_id] = problem
            if len(self._problems) > PROBLEMS_KEPT:
                self._problems.popitem(last=False)
        return problem

    def _when_there_are_cells(self, attempt: Callable[[], T]) -> T:
        """Try until there are cells again: accepted work waits for the engine, and is not failed by it."""
        pause = PAUSE_S
        while True:
            try:
                return attempt()
            except SandboxUnavailable as error:
                log.error("no cells: %s", error)
                self._keeper.engine(str(error))
            if self._keeper.lost(pause):
                raise Abandoned
            pause = min(2 * pause, LONGEST_PAUSE_S)


def line(item: ChunkItem, result: CandidateResult, *, cached: bool) -> ResultLine:
    """A result with its place in the request."""
    return ResultLine(
        **dict(result),
        index=item.index,
        problem=item.problem,
        candidate=item.candidate,
        problem_id=item.problem_id,
        candidate_id=item.body.id,
        cached=cached,
    )


def missing(item: ChunkItem) -> CandidateResult:
    """The problem was removed under an accepted job: our fault, said so."""
    return judging.internal_error(f"problem {item.problem_id} is gone", tests_total=0, limits=NO_LIMITS)
