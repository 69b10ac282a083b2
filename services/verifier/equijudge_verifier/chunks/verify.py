"""One chunk from claim to finish: what is known already, then the rest, each result handed in at once."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from equijudge_analysis import Analyst
from equijudge_core.contracts.chunks import (
    CandidatesChunk,
    ChunkItem,
    GenerationsChunk,
    ScoresChunk,
    SetChunk,
)
from equijudge_core.contracts.sets import EquivalenceSet, Program
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, Environment, JudgeOptions, ResultLine
from equijudge_core.judging.cache_key import cache_key
from equijudge_core.judging.limits import LimitRules, applied_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_core.logs import about
from equijudge_queue.chunk_payload import UnreadableChunk
from equijudge_queue.counters import FAULTS, QUEUE_WAIT, Fault
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_verifier.chunks.generations import ProgramExtractor
from equijudge_verifier.chunks.results import Task, decided, fault, in_the_log, line, missing, with_sample
from equijudge_verifier.chunks.scores import Scorer
from equijudge_verifier.chunks.sets import ProgramResult, SetBuilder, faulty
from equijudge_verifier.judge.judge import Abandoned, Judge, canary_passes
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.judge.speed_probe import SpeedProbe
from equijudge_verifier.worker.lease import LeaseKeeper
from equijudge_verifier.worker.metrics import Metrics
from equijudge_verifier.worker.problem_cache import ProblemCache
from equijudge_verifier.worker.store import REDIS_AWAY, Claim, Store
from equijudge_verifier.worker.time_slice import TimeSlice

log = logging.getLogger(__name__)
T = TypeVar("T")
PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0
TRIES = 4  # workers that may end under one candidate before it is no longer tried


class Verifier:
    """What a worker process does with chunk ids. `environment` may raise SandboxUnavailable."""

    def __init__(
        self,
        store: Store,
        sandbox: Sandbox,
        keeper: LeaseKeeper,
        rules: LimitRules,
        environment: Callable[[], Environment],
        quiet: SlotLock,
        meter: Metrics,
    ) -> None:
        self._store, self._sandbox, self._keeper, self._rules = store, sandbox, keeper, rules
        self._environment, self._quiet, self._meter = environment, quiet, meter
        self._problems = ProblemCache(store.problem)
        self._analyst = Analyst()
        self._pace = SpeedProbe(sandbox)
        self._texts = ProgramExtractor(store, self._analyst, keeper.interrupted)
        self._scorer = Scorer(store, keeper.interrupted)
        self._using_sandbox = threading.Lock()

    def look(self) -> bool:
        """Run a canary if nothing else is run; see probe.Probe. Raises SandboxUnavailable."""
        if not self._using_sandbox.acquire(blocking=False):
            return False
        try:
            self._environment()
            # twice: the cell that was kept warm may have died with the engine, which is back by now
            if not (canary_passes(self._sandbox) or canary_passes(self._sandbox)):
                raise SandboxUnavailable("cells are lost under a program that does no harm")
        finally:
            self._using_sandbox.release()
        return True

    def verify(self, chunk_id: str) -> None:
        """Do the chunk that is next in the fair order, if any waits; chunk_id is what RQ named."""
        with self._using_sandbox:
            try:
                claim = self._store.claim(chunk_id)
            except UnreadableChunk as error:
                log.error("left to a worker of another version: %s", error)
                return
            if claim is None:
                return
            if claim.token == 1:
                self._meter.observe(QUEUE_WAIT, claim.waited_s)
            chunk = claim.chunk
            ids = {"request": chunk.request_id, "job": chunk.job_id, "chunk": chunk.chunk_id}
            with about(**ids), self._keeper.holding(claim):
                log.info("%d candidates, taken for the %d. time", chunk.size, claim.token)
                self._finish_or_give_back(claim)

    def _finish_or_give_back(self, claim: Claim) -> None:
        starving = lambda: self._keeper.starving() and self._store.may_give_way(claim)  # noqa: E731
        turn = TimeSlice(self._keeper.wanted, starving, long=claim.long)
        try:
            self._do(claim, turn)
        except Abandoned:
            if self._keeper.lost():
                log.warning("the chunk is no longer ours")
            else:
                self._store.release(claim, long=turn.cut)
                log.info("the chunk is given back%s", ", its next candidate is a long one" if turn.cut else "")
        else:
            self._store.finish(claim)
            log.info("the chunk is done")
        if claim.long:
            self._store.wake(claim)

    def _do(self, claim: Claim, turn: TimeSlice) -> None:
        chunk = claim.chunk
        if isinstance(chunk, ScoresChunk):
            self._close_job(claim, chunk)
            return
        environment = self._when_there_are_cells(self._environment)
        judge = Judge(
            self._sandbox,
            environment,
            lambda: self._keeper.interrupted() or turn.overrun(),
            self._quiet,
            self._pace,
            self._meter,
            claim.owner,
        )
        if isinstance(chunk, SetChunk):
            self._make_set(judge, claim, chunk, turn)
        elif isinstance(chunk, GenerationsChunk):
            read, programs, is_whole = self._texts.read(claim, chunk, turn.over)
            self._judge_candidates(judge, read, programs, turn)
            if not is_whole:
                raise Abandoned
        else:
            self._judge_candidates(judge, claim, chunk, turn)

    def _close_job(self, claim: Claim, chunk: ScoresChunk) -> None:
        tries = self._begun(claim)
        lost = f"{tries - 1} workers ended while the scores were computed" if tries > TRIES else ""
        self._still_ours(self._store.close_job(claim, self._scorer.scored(chunk, lost)))

    def _judge_candidates(self, judge: Judge, claim: Claim, chunk: CandidatesChunk, turn: TimeSlice) -> None:
        tasks = self._answer_from_cache(claim, chunk, judge.environment)
        known = self._suspect(claim, tasks[0]) if tasks else {}
        for task in tasks:
            if self._keeper.interrupted() or not turn.next_candidate():
                raise Abandoned
            with about(problem=task.item.problem_id, candidate=task.item.index):
                twin = known.get(task.key)
                result = twin or self._judged(judge, task)
                known[task.key] = result
                self._hand_in(claim, [line(task.item, result, cached=twin is not None)], keep=task.key)
                turn.done()

    def _make_set(self, judge: Judge, claim: Claim, chunk: SetChunk, turn: TimeSlice) -> None:
        """Every verdict is kept at once, so that a chunk that is done again does none of them again."""
        work = chunk.work
        if claim.answered(work.index):
            return
        with about(problem=work.problem_id):
            found, verdicts = self._made(judge, claim, chunk, turn)
            log.info("%s, %d solutions in %d clusters", found.status, len(found.solutions), len(found.clusters))
        self._still_ours(self._store.report_set(claim, found, verdicts))
        self._keeper.answered(len(verdicts))

    def _made(
        self, judge: Judge, claim: Claim, chunk: SetChunk, turn: TimeSlice
    ) -> tuple[EquivalenceSet, list[Verdict]]:
        """The set and the verdicts that were given for it. What goes wrong on our side is a set without programs."""
        work = chunk.work
        try:
            row = work.row
            problem = self._problems.get(work.problem_id) if row is None else parse_row(json.loads(row), "hf")
            if problem is None:
                self._meter.count(FAULTS, Fault.PROBLEM_GONE)
                return faulty(work, f"problem {work.problem_id} is gone"), []
            making = SetBuilder(
                work,
                problem,
                chunk.options,
                applied_limits(problem, "python3", chunk.options.limits, self._rules),
                judge.environment,
                self._analyst,
                partial(self._judge_programs, judge, claim, turn, work.problem_id, problem),
                self._keeper.interrupted,
            )
            return making.make(), making.all_verdicts()
        except (Abandoned, *REDIS_AWAY):
            raise
        except Exception as error:  # whatever it is, the other problems go on
            log.exception("an error of the judge")
            self._meter.count(FAULTS, Fault.BUG)
            return faulty(work, f"{type(error).__name__} in the judge"), []

    def _judge_programs(
        self,
        judge: Judge,
        claim: Claim,
        turn: TimeSlice,
        problem_id: str,
        problem: Problem,
        programs: Sequence[Program],
        options: JudgeOptions,
    ) -> list[ProgramResult]:
        bodies = [Candidate(source=program.source) for program in programs]
        items = [
            ChunkItem(index=program.position, problem=0, candidate=program.position, problem_id=problem_id, body=body)
            for program, body in zip(programs, bodies, strict=True)
        ]
        tasks = [self._task(item, problem, options, judge.environment) for item in items]
        hits = self._store.cached([task.key for task in tasks])
        missing = [task for task, hit in zip(tasks, hits, strict=True) if hit is None]
        made = self._suspect(claim, missing[0]) if missing else {}
        for task in missing:
            if self._keeper.interrupted() or not turn.next_candidate():
                raise Abandoned
            if task.key not in made:
                with about(problem=problem_id, candidate=task.item.index):
                    made[task.key] = self._judged(judge, task)
                    if self._keep(claim, task, made[task.key]):
                        turn.done()
        return [
            ProgramResult(hit or made[task.key], cached=hit is not None) for task, hit in zip(tasks, hits, strict=True)
        ]

    def _keep(self, claim: Claim, task: Task, result: CandidateResult) -> bool:
        """Whether it is kept, and need not be found again when the set is begun again."""
        if result.verdict != Verdict.IE:
            self._still_ours(self._store.report(claim, [], {task.key: result}))
        log.log(*in_the_log(line(task.item, result, cached=False)))
        return result.verdict != Verdict.IE and self._store.keeps_verdicts

    def _task(self, item: ChunkItem, problem: Problem, options: JudgeOptions, environment: Environment) -> Task:
        limits = applied_limits(problem, item.body.language, options.limits, self._rules)
        key = cache_key(item.problem_id, item.body, options, limits, environment)
        return Task(item, problem, options, limits, key)

    def _suspect(self, claim: Claim, first: Task) -> dict[str, CandidateResult]:
        """IE for the first candidate when every worker that began with it has ended: it must not go on so."""
        tries = self._begun(claim)
        if tries <= TRIES:
            return {}
        self._meter.count(FAULTS, Fault.WORKERS_LOST)
        return {first.key: fault(f"{tries - 1} workers ended while this candidate was judged", first)}

    def _begun(self, claim: Claim) -> int:
        """How often what is next in this chunk was begun. Raises Abandoned."""
        tries = self._store.begin(claim)
        if tries is None:
            self._keeper.lose()
            raise Abandoned
        return tries

    def _judged(self, judge: Judge, task: Task) -> CandidateResult:
        """The result. What goes wrong on our side is IE, for this candidate alone."""
        log.debug("begun")
        try:
            return self._when_there_are_cells(
                lambda: judge.judge(task.problem, task.item.body, task.options, task.limits)
            )
        except (Abandoned, *REDIS_AWAY):
            raise
        except Exception as error:  # whatever it is, the other candidates go on
            log.exception("an error of the judge")
            self._meter.count(FAULTS, Fault.BUG)
            return fault(f"{type(error).__name__} in the judge", task)

    def _answer_from_cache(self, claim: Claim, chunk: CandidatesChunk, environment: Environment) -> list[Task]:
        """Hand in what is known; what is left to do."""
        tasks, lines = [], []
        for item in chunk.items:
            if claim.answered(item.index):
                continue
            problem = self._problems.get(item.problem_id)
            if problem is None:
                self._meter.count(FAULTS, Fault.PROBLEM_GONE)
                lines.append(line(item, missing(item), cached=False))
                continue
            task = self._task(item, problem, chunk.options, environment)
            if (early := decided(claim, item, task.limits)) is not None:
                lines.append(line(item, early, cached=False))
                continue
            tasks.append(task)
        hits = self._store.cached([task.key for task in tasks])
        lines += [line(task.item, hit, cached=True) for task, hit in zip(tasks, hits, strict=True) if hit]
        if lines:
            self._hand_in(claim, lines)
        return [task for task, hit in zip(tasks, hits, strict=True) if hit is None]

    def _hand_in(self, claim: Claim, lines: Iterable[ResultLine], keep: str = "") -> None:
        """Report results; a single one that is no IE is kept under the key `keep`."""
        lines = [with_sample(each, claim) for each in lines]
        verdicts = {keep: lines[0]} if keep and lines[0].verdict != Verdict.IE else {}
        self._still_ours(self._store.report(claim, lines, verdicts))
        self._keeper.answered(len(lines))
        for result in lines:
            with about(problem=result.problem_id, candidate=result.index):
                log.log(*in_the_log(result))

    def _still_ours(self, taken: bool) -> None:
        if not taken:
            self._keeper.lose()
            raise Abandoned

    def _when_there_are_cells(self, attempt: Callable[[], T]) -> T:
        """Try until there are cells again: accepted work waits for the engine, and is not failed by it."""
        pause = PAUSE_S
        while True:
            try:
                done = attempt()
            except SandboxUnavailable as error:
                log.error("no cells: %s", error)
                self._keeper.engine(str(error))
            else:
                if self._keeper.trouble:
                    self._keeper.engine()
                return done
            if self._keeper.interrupted(pause):
                raise Abandoned
            pause = min(2 * pause, LONGEST_PAUSE_S)
