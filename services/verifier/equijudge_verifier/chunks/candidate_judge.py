"""Candidates of one claim, judged one by one: their limits and keys, and what becomes IE through a fault of ours."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from equijudge_core.contracts.chunks import ChunkItem
from equijudge_core.contracts.verify import CandidateResult, Environment, JudgeOptions, Sample
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import Problem
from equijudge_core.logs import log_context
from equijudge_queue.counters import FAULTS, Fault
from equijudge_sandbox.errors import LanguageMissing, SandboxUnavailable
from equijudge_verifier.chunks.results import CandidateTask, internal_error
from equijudge_verifier.judge.judge import Abandoned, Judge, canary_passes
from equijudge_verifier.worker.session import TRIES, ChunkSession
from equijudge_verifier.worker.store import REDIS_AWAY

log = logging.getLogger(__name__)
Report = Callable[[CandidateTask, CandidateResult, bool], bool]


class CandidateJudge:
    """One per claim; waits for cells when it is made. Raise Abandoned."""

    def __init__(self, session: ChunkSession) -> None:
        slot, time_slice = session.slot, session.time_slice
        self.session = session
        self.environment: Environment = session.wait_for_cells(slot.environment)
        self._judge = Judge(
            slot.sandbox,
            self.environment,
            lambda: slot.lease.should_stop() or time_slice.must_cut(),
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
            self._judge.environment_of(language)
        except LanguageMissing as reason:
            return f"{language} is not on this machine: {reason}"
        except SandboxUnavailable as trouble:
            if not canary_passes(self.session.slot.sandbox):
                raise
            return f"{language} cannot be had on this machine: {trouble}"
        return ""

    def environment_of(self, language: str) -> Environment:
        """What results in this language say of where they were made. Raise Abandoned, LanguageMissing."""
        return self.session.wait_for_cells(lambda: self._judge.environment_of(language))

    def task(
        self, item: ChunkItem, problem: Problem, options: JudgeOptions, sample: Sample | None = None
    ) -> CandidateTask:
        """A candidate with its limits, and the key under which its verdict is kept. Raise LanguageMissing."""
        limits = apply_limits(problem, item.body.language, options.limits, self.session.slot.rules)
        environment = self.session.wait_for_cells(
            lambda: self._judge.environment_for(problem, item.body.language, options)
        )
        key = cache_key(item.problem_id, item.body, options, limits, environment)
        return CandidateTask(item, problem, options, limits, key, sample)

    def load_verdicts(self, tasks: Sequence[CandidateTask]) -> list[CandidateResult | None]:
        """What the cache holds for each of them."""
        return self.session.slot.store.load_verdicts([task.key for task in tasks])

    def judge_each(self, tasks: Sequence[CandidateTask], report: Report) -> None:
        """Judge candidate after candidate, and of those that are the same only the first. Raise Abandoned.

        `report` takes each result, and whether it is that of one before; it says whether the candidate need not be
        judged again when the chunk is begun again.
        """
        results = self._fault_of_suspect(tasks[0]) if tasks else {}
        for task in tasks:
            self.session.start_candidate()
            with log_context(problem=task.item.problem_id, candidate=task.item.index):
                same = results.get(task.key)
                results[task.key] = result = same or self._judge_one(task)
                if report(task, result, same is not None):
                    self.session.time_slice.count_candidate()

    def _fault_of_suspect(self, first: CandidateTask) -> dict[str, CandidateResult]:
        """IE for the first candidate when every worker that began with it has ended: it must not go on so."""
        tries = self.session.count_try()
        if tries <= TRIES:
            return {}
        self.session.slot.metrics.count(FAULTS, Fault.WORKERS_LOST)
        return {first.key: internal_error(f"{tries - 1} workers ended while this candidate was judged", first.limits)}

    def _judge_one(self, task: CandidateTask) -> CandidateResult:
        """Judge one candidate. What goes wrong on our side is IE, for this candidate alone."""
        log.debug("begun")
        try:
            return self.session.wait_for_cells(
                lambda: self._judge.judge(task.problem, task.item.body, task.options, task.limits)
            )
        except (Abandoned, *REDIS_AWAY):
            raise
        except Exception as error:  # whatever it is, the other candidates go on
            log.exception("an error of the judge")
            self.session.slot.metrics.count(FAULTS, Fault.BUG)
            return internal_error(f"{type(error).__name__} in the judge", task.limits)
