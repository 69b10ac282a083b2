"""Chunks of programs that are run on inputs: outputs, exits and costs are handed in, nothing is judged."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from equijudge_core.contracts.chunks import ExecuteChunk, ExecuteItem
from equijudge_core.contracts.execute import AppliedExecuteLimits, ExecuteLimits, ExecutionLine, ExecutionResult
from equijudge_core.judging.cache_key import execution_key
from equijudge_core.judging.execution import not_run
from equijudge_core.judging.limits import apply_execute_limits
from equijudge_core.logs import log_context
from equijudge_queue.counters import EXECUTIONS, FAULTS, Executed, Fault
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.chunks.each import do_each
from equijudge_verifier.judge.execution import execute
from equijudge_verifier.worker.session import ChunkSession

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExecuteTask:
    """One program that is to be run. key: under which its result is kept, or one that no other has."""

    item: ExecuteItem
    limits: AppliedExecuteLimits
    key: str
    problem_id: str = ""

    @property
    def index(self) -> int:
        """Which program of the request it is."""
        return self.item.index

    @property
    def is_kept(self) -> bool:
        """Whether its result may stand for that of the same program."""
        return bool(self.item.body.cache)


class ExecuteHandler:
    """See ChunkHandler."""

    def handle(self, session: ChunkSession, chunk: ExecuteChunk) -> None:
        """Run the chunk's programs. Raise Abandoned."""
        cells = CandidateJudge(session)

        def report(task: ExecuteTask, result: ExecutionResult, same: bool) -> bool:
            line = task.item.result_line(result, cached=same)
            hand_in(session, [line], task.key if task.is_kept and not same else "")
            return True

        do_each(
            session,
            answer_from_cache(cells, chunk.items),
            lambda task: execute(cells.judge, task.item.body, task.limits),
            lambda task, reason: not_run(reason, task.limits),
            report,
        )


def answer_from_cache(cells: CandidateJudge, items: Sequence[ExecuteItem]) -> list[ExecuteTask]:
    """Hand in what can be said without a cell; what is left to run."""
    session = cells.session
    tasks: list[ExecuteTask] = []
    lines: list[ExecutionLine] = []
    for item in items:
        if session.claim.is_answered(item.index):
            continue
        limits = apply_execute_limits(item.body.limits or ExecuteLimits(), session.slot.rules)
        if missing := cells.missing_language(item.body.language):
            session.slot.metrics.count(FAULTS, Fault.LANGUAGE_MISSING)
            lines.append(item.result_line(not_run(missing, limits), cached=False))
            continue
        key = f"not kept {item.index}"
        if item.body.cache:
            key = execution_key(item.body, limits, cells.environment_of(item.body.language))
        tasks.append(ExecuteTask(item, limits, key))
    kept = [task for task in tasks if task.is_kept]
    known = dict(zip(kept, session.slot.store.load_executions([task.key for task in kept]), strict=True))
    found = {task.index: result for task, result in known.items() if result is not None}
    lines += [task.item.result_line(found[task.index], cached=True) for task in tasks if task.index in found]
    if lines:
        hand_in(session, lines)
    return [task for task in tasks if task.index not in found]


def hand_in(session: ChunkSession, lines: Sequence[ExecutionLine], cache_key: str = "") -> None:
    """Report results; keep a single one without a fault of ours in the cache, under `cache_key`. Raise Abandoned."""
    kept = {cache_key: lines[0]} if cache_key and not lines[0].has_fault else {}
    session.raise_if_lost(session.slot.store.report_executions(session.claim, lines, kept))
    session.slot.lease.count_results(len(lines))
    for line in lines:
        ended = how_it_went(line)
        session.slot.metrics.count(EXECUTIONS, ended)
        with log_context(candidate=line.index):
            if ended is Executed.INTERNAL_ERROR:
                reason = line.internal_error or next(run.internal_error for run in line.runs if run.internal_error)
                log.error("not run: %s", reason)
            else:
                log.debug("%s on %d inputs", ended, len(line.runs))


def how_it_went(line: ExecutionLine) -> Executed:
    """What a program is counted as."""
    if line.has_fault:
        return Executed.INTERNAL_ERROR
    return Executed.RUN if line.compiled.ok else Executed.NOT_COMPILED
