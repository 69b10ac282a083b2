"""Chunks of programs: what is known already is answered at once, the rest judged, each result handed in at once."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from equijudge_core.contracts.chunks import VerifyChunk
from equijudge_core.contracts.verify import CandidateResult, JudgeOptions, ResultLine
from equijudge_core.judging import decisions
from equijudge_core.logs import log_context
from equijudge_queue.counters import FAULTS, Fault
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.chunks.results import (
    CandidateSource,
    CandidateTask,
    internal_error,
    log_line,
    missing_problem,
    result_line,
    with_no_points,
)
from equijudge_verifier.worker.session import ChunkSession

log = logging.getLogger(__name__)


class VerifyHandler:
    """See ChunkHandler."""

    def handle(self, session: ChunkSession, chunk: VerifyChunk) -> None:
        """Judge the chunk's candidates. Raise Abandoned."""
        judge_items(CandidateJudge(session), [CandidateSource(item) for item in chunk.items], chunk.options)


def judge_items(judge: CandidateJudge, items: Sequence[CandidateSource], options: JudgeOptions) -> None:
    """Judge candidates that have no result yet, and hand the results in. Raise Abandoned."""

    def report(task: CandidateTask, result: CandidateResult, same: bool) -> bool:
        line = result_line(task.item, result, task.sample, cached=same)
        hand_in(judge.session, [line], cache_key=task.key)
        return True

    judge.judge_each(answer_from_cache(judge, items, options), report)


def answer_from_cache(
    judge: CandidateJudge, items: Sequence[CandidateSource], options: JudgeOptions
) -> list[CandidateTask]:
    """Hand in what can be said without a cell; what is left to judge."""
    session = judge.session
    tasks: list[CandidateTask] = []
    lines: list[ResultLine] = []
    for source in items:
        item = source.item
        if session.claim.is_answered(item.index):
            continue
        problem = session.slot.problems.get(item.problem_id)
        if problem is None:
            session.slot.metrics.count(FAULTS, Fault.PROBLEM_GONE)
            lines.append(result_line(item, missing_problem(item), source.sample, cached=False))
            continue
        if missing := judge.missing_language(item.body.language):
            session.slot.metrics.count(FAULTS, Fault.LANGUAGE_MISSING)
            lines.append(result_line(item, internal_error(missing), source.sample, cached=False))
            continue
        task = judge.task(item, problem, options, source.sample)
        if (early := source.early_result(task.limits)) is not None:
            lines.append(result_line(item, with_no_points(early, problem, options), source.sample, cached=False))
            continue
        tasks.append(task)
    verdicts = judge.load_verdicts(tasks)
    found = zip(tasks, verdicts, strict=True)
    lines += [result_line(task.item, verdict, task.sample, cached=True) for task, verdict in found if verdict]
    if lines:
        hand_in(session, lines)
    return [task for task, verdict in zip(tasks, verdicts, strict=True) if verdict is None]


def hand_in(session: ChunkSession, lines: Sequence[ResultLine], cache_key: str = "") -> None:
    """Report results; keep a single one without a fault of ours in the cache, under `cache_key`. Raise Abandoned."""
    verdicts = {cache_key: lines[0]} if cache_key and decisions.may_be_kept(lines[0]) else {}
    session.raise_if_lost(session.slot.store.report(session.claim, lines, verdicts))
    session.slot.lease.count_results(len(lines))
    for result in lines:
        with log_context(problem=result.problem_id, candidate=result.index):
            log.log(*log_line(result))
