"""Chunks of one problem's programs: its equivalence set, made by set_builder.py, with the verdicts asked for here."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from functools import partial

from equijudge_core.contracts.chunks import ChunkItem, SetChunk
from equijudge_core.contracts.sets import EquivalenceSet, Program
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, JudgeOptions
from equijudge_core.judging.decisions import may_be_kept
from equijudge_core.judging.limits import apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_core.logs import log_context
from equijudge_queue.counters import FAULTS, Fault
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.chunks.results import CandidateTask, log_line
from equijudge_verifier.chunks.set_builder import ProgramResult, SetBuilder, faulty_set
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.session import ChunkSession
from equijudge_verifier.worker.store import REDIS_AWAY

log = logging.getLogger(__name__)


class SetHandler:
    """See ChunkHandler. Every verdict is kept at once, so that a chunk that is done again does none of them again."""

    def handle(self, session: ChunkSession, chunk: SetChunk) -> None:
        """Make the set and hand it in. Raise Abandoned."""
        judge, work = CandidateJudge(session), chunk.work
        if session.claim.is_answered(work.index):
            return
        with log_context(problem=work.problem_id):
            found, verdicts = make_set(judge, chunk)
            log.info("%s, %d solutions in %d clusters", found.status, len(found.solutions), len(found.clusters))
        session.raise_if_lost(session.slot.store.report_set(session.claim, found, verdicts))
        session.slot.lease.count_results(len(verdicts))


def make_set(judge: CandidateJudge, chunk: SetChunk) -> tuple[EquivalenceSet, list[Verdict]]:
    """The set and the verdicts that were given for it. What goes wrong on our side is a set without programs."""
    slot, work = judge.session.slot, chunk.work
    try:
        problem = slot.problems.get(work.problem_id) if work.row is None else parse_row(json.loads(work.row), "hf")
        if problem is None:
            slot.metrics.count(FAULTS, Fault.PROBLEM_GONE)
            return faulty_set(work, chunk.options, f"problem {work.problem_id} is gone"), []
        missing = next(filter(None, map(judge.missing_language, chunk.options.languages)), "")
        if missing:
            return faulty_set(work, chunk.options, missing), []
        builder = SetBuilder(
            work,
            problem,
            chunk.options,
            {each: apply_limits(problem, each, chunk.options.limits, slot.rules) for each in chunk.options.languages},
            {each: judge.environment_of(each) for each in chunk.options.languages},
            slot.analyst,
            partial(judge_programs, judge, work.problem_id, problem),
            slot.lease.should_stop,
        )
        return builder.build(), builder.all_verdicts()
    except (Abandoned, *REDIS_AWAY):
        raise
    except Exception as error:  # whatever it is, the other problems go on
        log.exception("an error of the judge")
        slot.metrics.count(FAULTS, Fault.BUG)
        return faulty_set(work, chunk.options, f"{type(error).__name__} in the judge"), []


def judge_programs(
    judge: CandidateJudge, problem_id: str, problem: Problem, programs: Sequence[Program], options: JudgeOptions
) -> list[ProgramResult]:
    """The programs' results, in their order. Raise Abandoned."""
    tasks = [judge.task(program_item(program, problem_id), problem, options) for program in programs]
    known = judge.load_verdicts(tasks)
    results: dict[str, CandidateResult] = {}

    def report(task: CandidateTask, result: CandidateResult, same: bool) -> bool:
        results[task.key] = result
        return not same and keep_verdict(judge.session, task, result)

    judge.judge_each([task for task, verdict in zip(tasks, known, strict=True) if verdict is None], report)
    return [
        ProgramResult(verdict or results[task.key], cached=verdict is not None)
        for task, verdict in zip(tasks, known, strict=True)
    ]


def program_item(program: Program, problem_id: str) -> ChunkItem:
    """A program of the row as a candidate; its place is that in its list."""
    at, body = program.position, Candidate(source=program.source, language=program.language)
    return ChunkItem(index=at, problem=0, candidate=at, problem_id=problem_id, body=body)


def keep_verdict(session: ChunkSession, task: CandidateTask, result: CandidateResult) -> bool:
    """Keep a verdict in the cache; whether it need not be found again when the set is begun again."""
    kept = may_be_kept(result)
    if kept:
        session.raise_if_lost(session.slot.store.report(session.claim, [], {task.key: result}))
    log.log(*log_line(task.item.result_line(result, cached=False)))
    return kept and session.slot.store.keeps_verdicts
