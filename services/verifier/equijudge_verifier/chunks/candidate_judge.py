"""Candidates of one claim, judged one by one: their limits and keys, and what becomes IE through a fault of ours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from equijudge_core.contracts.chunks import ChunkItem
from equijudge_core.contracts.verify import CandidateResult, Environment, JudgeOptions, Sample
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import Problem
from equijudge_sandbox.errors import LanguageMissing, SandboxUnavailable
from equijudge_verifier.chunks.each import do_each
from equijudge_verifier.chunks.results import CandidateTask, internal_error
from equijudge_verifier.judge.judge import Judge, canary_passes
from equijudge_verifier.worker.session import ChunkSession

Report = Callable[[CandidateTask, CandidateResult, bool], bool]


def nothing() -> None:
    """Nothing is to be done meanwhile."""


class CandidateJudge:
    """One per claim; waits for cells when it is made. `while_running` is called a few times a second while a program
    runs. Raise Abandoned."""

    def __init__(self, session: ChunkSession, while_running: Callable[[], None] = nothing) -> None:
        slot, time_slice = session.slot, session.time_slice
        self.session = session

        def is_abandoned() -> bool:
            while_running()
            return slot.lease.should_stop() or time_slice.must_cut()

        self.environment: Environment = session.wait_for_cells(slot.environment)
        self.judge = Judge(
            slot.sandbox,
            self.environment,
            is_abandoned,
            slot.slot_lock,
            slot.speed,
            slot.metrics,
            session.claim.owner,
            slot.languages,
            slot.checkers,
        )

    def missing_language(self, language: str) -> str:
        """Why candidates in this language cannot be judged here; '' when they can. Raise Abandoned.

        Where Python has its cells, a language that gets none is missing too: nobody's work waits behind it.
        """
        return self.session.wait_for_cells(lambda: self._find_reason(language))

    def _find_reason(self, language: str) -> str:
        try:
            self.judge.environment_of(language)
        except LanguageMissing as reason:
            return f"{language} is not on this machine: {reason}"
        except SandboxUnavailable as trouble:
            if not canary_passes(self.session.slot.sandbox):
                raise
            return f"{language} cannot be had on this machine: {trouble}"
        return ""

    def environment_of(self, language: str) -> Environment:
        """What results in this language say of where they were made. Raise Abandoned, LanguageMissing."""
        return self.session.wait_for_cells(lambda: self.judge.environment_of(language))

    def task(
        self, item: ChunkItem, problem: Problem, options: JudgeOptions, sample: Sample | None = None
    ) -> CandidateTask:
        """A candidate with its limits, and the key under which its verdict is kept. Raise LanguageMissing."""
        limits = apply_limits(problem, item.body.language, options.limits, self.session.slot.rules)
        environment = self.session.wait_for_cells(
            lambda: self.judge.environment_for(problem, item.body.language, options)
        )
        key = cache_key(item.problem_id, item.body, options, limits, environment)
        return CandidateTask(item, problem, options, limits, key, sample)

    def load_verdicts(self, tasks: Sequence[CandidateTask]) -> list[CandidateResult | None]:
        """What the cache holds for each of them."""
        return self.session.slot.store.load_verdicts([task.key for task in tasks])

    def judge_each(self, tasks: Sequence[CandidateTask], report: Report) -> None:
        """Judge candidate after candidate; see do_each. Raise Abandoned."""
        do_each(
            self.session,
            tasks,
            lambda task: self.judge.judge(task.problem, task.item.body, task.options, task.limits),
            lambda task, reason: internal_error(reason, task.limits),
            report,
        )
