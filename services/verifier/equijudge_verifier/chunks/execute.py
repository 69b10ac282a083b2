"""Chunks of programs that are run on inputs: outputs, exits and costs are handed in, nothing is judged."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from equijudge_core.contracts.chunks import ExecuteChunk, ExecuteItem
from equijudge_core.contracts.execute import (
    AppliedExecuteLimits,
    Compiled,
    ExecuteLimits,
    Execution,
    ExecutionLine,
    ExecutionResult,
    InputRun,
)
from equijudge_core.judging.cache_key import execution_key
from equijudge_core.judging.execution import not_run
from equijudge_core.judging.limits import apply_execute_limits
from equijudge_core.logs import log_context
from equijudge_queue.counters import EXECUTIONS, FAULTS, Executed, Fault
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.chunks.each import do_each
from equijudge_verifier.judge.execution import execute
from equijudge_verifier.worker.session import ChunkSession
from equijudge_verifier.worker.store import rough_size

log = logging.getLogger(__name__)
NO_ROOM = "what it wrote has no room: its key's work and results take all that one key may hold; keep less of outputs"
PIECE_SIZE = 1 << 20
NOT_KEPT = "not kept "  # what the key of an entry begins with that is in no cache


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """The items that one result is for: several only where they may have it of one another. cache_key: under which it
    is kept, or one that nobody asks for (NOT_KEPT)."""

    items: tuple[ExecuteItem, ...]
    limits: AppliedExecuteLimits
    cache_key: str

    @property
    def body(self) -> Execution:
        """What is run."""
        return self.items[0].body

    @property
    def is_kept(self) -> bool:
        """Whether its result may stand for that of others."""
        return not self.cache_key.startswith(NOT_KEPT)


Told = Sequence[tuple[Entry, ExecutionResult]]
TELL_S = 0.05  # runs that are settled are told of together, no later than the next one begins or a quarter second on


@dataclass(frozen=True)
class ExecuteTask:
    """A program and its inputs: of one entry, or of several that differ in their one input alone."""

    entries: tuple[Entry, ...]
    problem_id: str = ""

    @property
    def index(self) -> int:
        """Which program of the request it is, or the first of several."""
        return self.entries[0].items[0].index

    @property
    def key(self) -> str:
        """No other task has its result."""
        return str(self.index)


def join(entries: Sequence[Entry]) -> tuple[Execution, AppliedExecuteLimits]:
    """The program of several entries with the inputs of all, and limits: what each may take in all, they may together.
    That of one as it is."""
    first = entries[0]
    if len(entries) == 1:
        return first.body, first.limits
    inputs = tuple(entry.body.inputs[0] for entry in entries)
    total_s = len(entries) * max(first.limits.total_cpu_time_s, first.limits.cpu_time_s)
    limits = first.limits.model_copy(update={"total_cpu_time_s": total_s})
    return first.body.model_copy(update={"inputs": inputs}), limits


class ExecuteHandler:
    """See ChunkHandler."""

    def handle(self, session: ChunkSession, chunk: ExecuteChunk) -> None:
        """Run the chunk's programs. Raise Abandoned."""
        results = ResultDesk(session)
        cells = CandidateJudge(session, results.tell_if_due)
        tasks = answer_from_cache(cells, chunk.items)
        do_each(session, tasks, lambda task: run_task(cells, task, results), as_faults, results.tell_all)


def run_task(cells: CandidateJudge, task: ExecuteTask, results: ResultDesk) -> Told:
    """Run a task but for what of it has been told; those of its results that are still to be told."""
    entries = results.begin(task)
    if not entries:
        return ()
    body, limits = join(entries)
    if len(entries) == 1:
        return [(entries[0], execute(cells.judge, body, limits))]
    result = execute(cells.judge, body, limits, results.add)
    if not result.runs:
        return [(entry, as_single(result, entry.limits)) for entry in entries]
    found = zip(entries, result.runs, strict=True)
    return [(entry, as_single(result, entry.limits, run)) for entry, run in found if not results.has(entry)]


def as_single(result: ExecutionResult, limits: AppliedExecuteLimits, *runs: InputRun) -> ExecutionResult:
    """The result of a program that was run with others' inputs, as if it had been run with its own alone."""
    return result.model_copy(update={"runs": runs, "limits": limits})


class ResultDesk:
    """Hands in what is settled of a task of several entries, while the rest still runs. One for each claim."""

    def __init__(self, session: ChunkSession) -> None:
        self._session = session
        self._running: Iterator[Entry] = iter(())
        self._waiting: dict[Entry, ExecutionResult] = {}
        self._told: set[Entry] = set()
        self._due = 0.0

    def has(self, entry: Entry) -> bool:
        """Whether an entry's result is handed in, or will be."""
        return entry in self._told or entry in self._waiting

    def begin(self, task: ExecuteTask) -> list[Entry]:
        """Begin with a task, once more where its cells went away; the entries that are still to be run."""
        self._tell()
        entries = [entry for entry in task.entries if entry not in self._told]
        self._running, self._due = iter(entries), time.monotonic() + TELL_S
        return entries

    def add(self, result: ExecutionResult) -> None:
        """Take the result of the next entry."""
        entry = next(self._running)
        self._waiting[entry] = as_single(result, entry.limits, *result.runs)
        self.tell_if_due()

    def tell_if_due(self) -> None:
        """Hand in what waits, if it has waited long enough. Raise Abandoned."""
        if self._waiting and time.monotonic() >= self._due:
            self._tell()

    def tell_all(self, task: ExecuteTask, results: Told, same: bool) -> bool:
        """Hand in what is left of a task. See do_each. Raise Abandoned."""
        self._waiting |= {entry: result for entry, result in results if not self.has(entry)}
        self._tell()
        return True

    def _tell(self) -> None:
        waiting, self._waiting = self._waiting, {}
        self._due = time.monotonic() + TELL_S
        if not waiting:
            return
        lines = [
            item.result_line(result, cached=item is not entry.items[0])
            for entry, result in waiting.items()
            for item in entry.items
        ]
        kept = {each.cache_key: found for each, found in waiting.items() if each.is_kept and not found.has_fault}
        hand_in(self._session, lines, kept)
        self._told |= waiting.keys()


def as_faults(task: ExecuteTask, reason: str) -> Told:
    """The results of a task that comes to nothing through a fault of ours."""
    return [(entry, not_run(reason, entry.limits)) for entry in task.entries]


def answer_from_cache(cells: CandidateJudge, items: Sequence[ExecuteItem]) -> list[ExecuteTask]:
    """Hand in what can be said without a cell; what is left to run."""
    session = cells.session
    lines: list[ExecutionLine] = []
    asked: dict[str, list[ExecuteItem]] = {}
    limits: dict[str, AppliedExecuteLimits] = {}
    for item in items:
        if session.claim.is_answered(item.index):
            continue
        applied = apply_execute_limits(item.body.limits or ExecuteLimits(), session.slot.rules)
        if missing := cells.missing_language(item.body.language):
            session.slot.metrics.count(FAULTS, Fault.LANGUAGE_MISSING)
            lines.append(item.result_line(not_run(missing, applied), cached=False))
            continue
        key = f"{NOT_KEPT}{item.index}"
        if item.body.cache:
            key = execution_key(item.body, applied, cells.environment_of(item.body.language))
        limits[key] = applied
        asked.setdefault(key, []).append(item)
    entries = [Entry(tuple(same), limits[key], key) for key, same in asked.items()]
    kept = [entry for entry in entries if entry.is_kept]
    known = zip(kept, session.slot.store.load_executions([entry.cache_key for entry in kept]), strict=True)
    found = {entry: result for entry, result in known if result is not None}
    lines += [item.result_line(result, cached=True) for entry, result in found.items() for item in entry.items]
    if lines:
        hand_in(session, lines, {})
    return join_entries([entry for entry in entries if entry not in found])


def join_entries(entries: Sequence[Entry]) -> list[ExecuteTask]:
    """Make tasks of entries: one of all that are the same program with one input each, so that it is started, and
    compiled, once."""
    joined: dict[str, list[Entry]] = {}
    for entry in entries:
        alone = entry.body.model_copy(update={"inputs": (), "id": None, "cache": None})
        name = alone.model_dump_json() if len(entry.body.inputs) == 1 else entry.cache_key
        joined.setdefault(name, []).append(entry)
    return [ExecuteTask(tuple(each)) for each in joined.values()]


def hand_in(session: ChunkSession, lines: Sequence[ExecutionLine], kept: Mapping[str, ExecutionResult]) -> None:
    """Report results, some at a time, and keep some in the cache, by key. Raise Abandoned.

    Those for which their key has no room are told as such: what programs write may be more than all that it asked for.
    """
    for some in in_pieces(lines):
        told = some if session.slot.store.has_room(session.claim, some) else [without_room(line) for line in some]
        session.raise_if_lost(session.slot.store.report_executions(session.claim, told, kept if told is some else {}))
        session.slot.lease.count_results(len(told))
        kept = {}
        for line in told:
            count_line(session, line)


def in_pieces(lines: Sequence[ExecutionLine]) -> Iterator[list[ExecutionLine]]:
    """Results in their order, about PIECE_SIZE characters at a time: one result may be that of thousands of programs
    that are the same, and as text it is another one for each."""
    piece: list[ExecutionLine] = []
    room = PIECE_SIZE
    for line in lines:
        room -= rough_size(line)
        if piece and room < 0:
            yield piece
            piece, room = [], PIECE_SIZE - rough_size(line)
        piece.append(line)
    if piece:
        yield piece


def count_line(session: ChunkSession, line: ExecutionLine) -> None:
    """Count a result that was handed in, and log it."""
    ended = how_it_went(line)
    session.slot.metrics.count(EXECUTIONS, ended)
    with log_context(candidate=line.index):
        if ended is Executed.INTERNAL_ERROR:
            reason = line.internal_error or next(run.internal_error for run in line.runs if run.internal_error)
            log.error("not run: %s", reason)
        else:
            log.debug("%s on %d inputs", ended, len(line.runs))


def without_room(line: ExecutionLine) -> ExecutionLine:
    """The result of a program of which nothing can be kept."""
    return line.model_copy(update={"compiled": Compiled(ok=False), "runs": (), "internal_error": NO_ROOM})


def how_it_went(line: ExecutionLine) -> Executed:
    """What a program is counted as."""
    if line.has_fault:
        return Executed.INTERNAL_ERROR
    return Executed.RUN if line.compiled.ok else Executed.NOT_COMPILED
