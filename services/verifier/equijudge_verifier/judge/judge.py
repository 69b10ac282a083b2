"""One candidate against one problem's tests: run in a cell, compare outside, stop when it is decided.

Whatever goes wrong on our side never becomes the candidate's verdict: a lost cell is tried again on a fresh
one, a TLE that may be the machine's doing is run again when the machine is quiet, an engine that is away is
waited for by the caller.

Quiet is scarce: the other slots hold still for it, so that the machine and every key have a small share of time for
it (allowance.py). Why a verdict depends on neither load nor neighbours all the same:
* CPU time decides, and a core's neighbours lengthen it by half at the most; a run that is stopped at NEAR_FACTOR times
  the limit is late on any machine, and is not run again while the machine is calm.
* One run in time is enough for AC, whatever ran beside it: neighbours make no program faster. So quiet can only be
  needed by a program whose every run was late.
* Such a program is run again beside the others where there is no quiet, CROWDED times as often, and what decides is the
  median of what its runs would have taken at the machine's best, by the yardstick right before and after each. That is
  the rule that a machine which never gets calm has always had; only the number of runs is another.
* A sleeper (ended by the clock with CPU time to spare) shows nothing more in quiet: wall time is generous to begin
  with, and time spent waiting for a core is not counted. It is run once more, beside the others.

A candidate's tests have a total budget (limits.py): their deciding runs' CPU time, or their wall time, or, as a bound
on what the slot may be kept busy with, SPENT_FACTOR times either in all runs, with those of lost cells, compilations,
and the handling of what is printed. Beyond NEAR_FACTOR times the CPU budget it is over at once; before
that the tests go on, and the sum is divided by how slow the machine is at the end.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    Detail,
    Environment,
    JudgeOptions,
    Stop,
    TestResult,
)
from equijudge_core.judging import verdict
from equijudge_core.judging.checkers import Checker, make_checker
from equijudge_core.judging.problem import Problem, Test
from equijudge_queue.counters import CHECKER, COMPILE, CONFIRMING, FAULTS, RUN, TESTS, Fault
from equijudge_sandbox.drivers.base import Run, Sandbox
from equijudge_sandbox.errors import CellLost, GivenUp
from equijudge_sandbox.outcome import CompileOutcome, KilledFor, Limits, Outcome, Program
from equijudge_verifier.judge.slot_lock import Quiet
from equijudge_verifier.judge.speed_probe import Pace
from equijudge_verifier.worker.counters import Meter

# More runs of a test that was late: nearly in time; far from it, but on a machine that was not at its best; asleep
# (one more run tells a sleeper from a busy host, and a sleeper costs three times the CPU limit in every run).
NEAR_RUNS, FAR_RUNS, SLEEPING_RUNS = 4, 2, 1
CROWDED = 2  # times as many where a run was not alone
SPENT_FACTOR = 3.0
HANDLING_S = 0.010 / (1 << 20)  # of a byte of output: sent, read and compared; not measured, so that load is not in it
LOOKS = 3  # at the machine's pace, for what is near the total budget
LOSSES = 3  # cells lost under one test, a canary passing after each, before it is called the candidate's doing
CANARIES, PAUSE_S = 5, 0.5  # canaries that may be lost in a row, and the pause between two, before it is called ours
OUTPUTS_KEPT = 1 << 20  # characters of outputs in one candidate's result
NOT_KEPT = "(not kept: the outputs of this candidate are too long together)"
CANARY = Program(b"print(6 * 7)")
CANARY_LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=64 << 20)


class Abandoned(Exception):
    """The chunk is no longer ours (lease lost, job cancelled): nobody waits for this verdict."""


class Judge:
    """Judges candidates in one sandbox; `abandoned` is asked between tests. `owner`: whose share of quiet is used."""

    def __init__(
        self,
        sandbox: Sandbox,
        environment: Environment,
        abandoned: Callable[[], bool],
        quiet: Quiet | None = None,
        pace: Pace | None = None,
        meter: Meter | None = None,
        owner: str = "",
    ) -> None:
        self.sandbox, self.environment, self.abandoned = sandbox, environment, abandoned
        self.quiet = quiet or Quiet()
        self.pace = pace or Pace(sandbox)
        self.meter = meter or Meter()
        self.owner = owner

    def judge(
        self, problem: Problem, candidate: Candidate, options: JudgeOptions, limits: AppliedLimits
    ) -> CandidateResult:
        """The result of one candidate. Raises Abandoned, and SandboxUnavailable when there are no cells."""
        trial = Trial(
            program=Program(
                candidate.source.encode("utf-8", "surrogatepass"),
                candidate.language,
                problem.input_file,
                problem.output_file,
            ),
            tests=problem.tests(options.tests),
            options=options,
            limits=limits,
            checker=make_checker(options.checker),
            meter=self.meter,
        )
        while not trial.decided:
            self._go_on()
            if trial.unconfirmed is None:
                with self.quiet.beside_others():
                    self._advance(trial)
            elif trial.far and self.pace.calm():
                trial.settle(trial.unconfirmed)
            elif trial.asleep:
                with self.quiet.beside_others():
                    self._confirm(trial)
            else:
                with self.quiet.alone(self.owner, trial.unconfirmed.wall_time_s) as alone:
                    trial.crowded = trial.crowded or not alone
                    self.pace.wait_for_calm(trial.confirming)
                    self._confirm(trial)
        if trial.near_budget:
            trial.weigh_total(statistics.median(self.pace.slowness() for _ in range(LOOKS)))
        return trial.result(self.environment)

    def _confirm(self, trial: Trial) -> None:
        before = self.pace.slowness()
        self._advance(trial)
        if trial.late is not None:
            trial.weigh((before + self.pace.slowness()) / 2)

    def _advance(self, trial: Trial) -> None:
        """Run tests in one cell until the candidate is decided, or another cell is needed."""
        try:
            trial.started = time.monotonic()
            with self.sandbox.run(trial.program, trial.sandbox_limits(), first_time=trial.again) as run:
                self.meter.observe(COMPILE, run.compiled.cpu_time_s)
                trial.spent_s += run.compiled.cpu_time_s
                if trial.compiled is not None and not run.compiled.ok:
                    # CE is told before a test is run or never: a program whose tests make it be compiled again and
                    # again must not tell of them by it
                    raise CellLost("a program that was compiled here before is not any more")
                trial.compiled = run.compiled
                if run.compiled.ok:
                    self._run_tests(trial, run)
        except GivenUp as given_up:
            raise Abandoned from given_up
        except CellLost as lost:
            self._after_loss(trial, lost)

    def _run_tests(self, trial: Trial, run: Run) -> None:
        for outcome in run.outcomes((test.input for test in trial.rest()), self.abandoned):
            self._go_on()
            trial.take(outcome)
            if trial.decided or trial.unconfirmed is not None:
                return

    def _after_loss(self, trial: Trial, lost: CellLost) -> None:
        """The cell_lost rule. Once may be chance, twice too while an engine or an operator ends cells by the dozen:
        a loss counts only between canaries that live, which also clears dead spares out of the way."""
        trial.losses += 1
        trial.charge_loss()
        trial.oom_killed = trial.oom_killed or lost.oom_killed
        for _ in range(CANARIES):
            if canary_passes(self.sandbox):
                break
            self._go_on()
            time.sleep(PAUSE_S)
        else:
            self.meter.count(FAULTS, Fault.CELLS_LOST)
            trial.fault = f"cells are lost, and a canary with them: {lost}"
            return
        if trial.losses >= LOSSES:
            trial.settle_lost()
        else:
            trial.attempts += 1

    def _go_on(self) -> None:
        if self.abandoned():
            raise Abandoned


def canary_passes(sandbox: Sandbox) -> bool:
    """Whether a program that can do no harm is run as it should be. Raises SandboxUnavailable."""
    try:
        with sandbox.run(CANARY, CANARY_LIMITS) as run:
            return run.compiled.ok and [outcome.output for outcome in run.outcomes([b""])] == [b"42\n"]
    except CellLost:
        return False


@dataclass
class Trial:
    """How far one candidate has come."""

    program: Program
    tests: Sequence[Test]
    options: JudgeOptions
    limits: AppliedLimits
    checker: Checker
    meter: Meter
    results: list[TestResult] = field(default_factory=list)
    compiled: CompileOutcome | None = None
    unconfirmed: TestResult | None = None
    far: bool = False  # it was no near miss
    crowded: bool = False  # a confirming run was not alone
    cpu_time_s: float = 0.0  # of the tests' deciding runs
    wall_time_s: float = 0.0
    spent_s: float = 0.0  # in all runs, see the module
    waited_s: float = 0.0  # the wall time of all runs
    started: float = 0.0  # when the run began that is under way; monotonic seconds
    exhausted: bool = False  # the total budget was used up
    confirming: int = 0
    late: Outcome | None = None  # of a confirming run
    at_best_s: list[float] = field(default_factory=list)  # of the confirming runs that were late, see weigh
    attempts: int = 1
    losses: int = 0
    oom_killed: bool = False
    outputs_left: int = OUTPUTS_KEPT
    fault: str = ""

    @property
    def decided(self) -> bool:
        """Nothing more needs to run."""
        if self.fault or self.exhausted or (self.compiled is not None and not self.compiled.ok):
            return True
        failed = any(result.verdict != Verdict.AC for result in self.results)
        return len(self.results) == len(self.tests) or (failed and self.options.stop == Stop.FIRST_FAILURE)

    @property
    def again(self) -> bool:
        """The next test has been run before, in doubt or in a cell that was lost: no cell that may hold something of it
        will do."""
        return self.unconfirmed is not None or self.losses > 0

    @property
    def asleep(self) -> bool:
        """The test in doubt was ended by the clock, not by what it did."""
        return self.unconfirmed is not None and self.unconfirmed.reason == verdict.WALL_TIME

    @property
    def near_budget(self) -> bool:
        """All was run, for more CPU time than the total budget, and perhaps by the machine's doing."""
        total_s = self.limits.total_cpu_time_s
        return not self.exhausted and not self.fault and total_s is not None and self.cpu_time_s > total_s

    def rest(self) -> Sequence[Test]:
        """The tests to run next: the one in doubt alone, else all that are left."""
        at = len(self.results)
        return self.tests[at : at + 1] if self.unconfirmed is not None else self.tests[at:]

    def next_test(self) -> Test:
        """The test that runs, or would run next."""
        return self.tests[len(self.results)]

    def take(self, outcome: Outcome) -> None:
        """One outcome of the next test: settle it, or keep it in doubt when it was late."""
        self.meter.count(TESTS)
        self.meter.observe(RUN, outcome.wall_time_s)
        self.started = time.monotonic()
        self.spent_s += outcome.cpu_time_s + HANDLING_S * len(outcome.output or b"")
        self.waited_s += outcome.wall_time_s
        result = self._judged(outcome)
        if self.unconfirmed is not None:
            self.meter.count(CONFIRMING)
            self.confirming, self.attempts = self.confirming + 1, self.attempts + 1
            self.late = outcome if result.verdict == Verdict.TLE else None
            result = verdict.confirmed(self.unconfirmed, result)
        if result.verdict == Verdict.TLE:
            self.unconfirmed, self.far = result, not verdict.near_limit(outcome, self.limits)
        else:
            self.settle(result)

    def charge_loss(self) -> None:
        """What a run may have taken whose cell was lost: nobody has measured it."""
        most_s = self.limits.cpu_time_s * verdict.NEAR_FACTOR
        self.spent_s += min(most_s, time.monotonic() - self.started)

    def weigh(self, slowness: float) -> None:
        """The last run was late on a machine so many times slower than it can be. When no more runs are due, it is
        in time only if the median of what the confirming runs would have taken at the machine's best is."""
        outcome, self.late = self.late, None
        assert outcome is not None
        assert self.unconfirmed is not None
        ended = outcome.killed_for is None and math.isfinite(slowness)
        runs = NEAR_RUNS * (CROWDED if self.crowded else 1)
        self.at_best_s.append(outcome.cpu_time_s / slowness if ended else math.inf)
        if self._in_doubt(outcome):
            return
        at_best_s = statistics.median_high(self.at_best_s)
        if ended and self.confirming == runs and at_best_s <= self.limits.cpu_time_s:
            self.settle(self._judged(replace(outcome, cpu_time_s=at_best_s)))
        else:
            self.settle(self.unconfirmed)

    def _judged(self, outcome: Outcome) -> TestResult:
        with_outputs = self.options.detail == Detail.OUTPUTS
        began = time.perf_counter()
        result = verdict.judge_test(
            self.next_test(), outcome, self.limits, self.checker, with_outputs=with_outputs and self.outputs_left > 0
        )
        self.meter.observe(CHECKER, time.perf_counter() - began)
        if with_outputs and self.outputs_left <= 0:
            result = result.model_copy(update={"output": NOT_KEPT})
        return result

    def settle(self, result: TestResult) -> None:
        """This is the test's result; on to the next."""
        self.results.append(result)
        self.cpu_time_s += result.cpu_time_s
        self.wall_time_s += result.wall_time_s
        if self._far_over_budget():
            self._exhaust()
        self.outputs_left -= len(result.output or "") + len(result.stderr or "")
        self.unconfirmed, self.confirming, self.losses, self.oom_killed = None, 0, 0, False
        self.crowded = False
        self.at_best_s.clear()

    def weigh_total(self, slowness: float) -> None:
        """The tests took more than the total budget on a machine so many times slower than it can be."""
        assert self.limits.total_cpu_time_s is not None
        if self.results and self.cpu_time_s / slowness > self.limits.total_cpu_time_s:
            self._exhaust()

    def _exhaust(self) -> None:
        self.results[-1] = verdict.over_budget(self.results[-1])
        self.exhausted = True

    def _far_over_budget(self) -> bool:
        total_s, wall_s = self.limits.total_cpu_time_s, self.limits.total_wall_time_s
        if total_s is not None and self.cpu_time_s > verdict.NEAR_FACTOR * total_s:
            return True
        return self._spent_too_much() or (wall_s is not None and self.wall_time_s > wall_s)

    def _spent_too_much(self) -> bool:
        total_s, wall_s = self.limits.total_cpu_time_s, self.limits.total_wall_time_s
        too_long = wall_s is not None and self.waited_s > SPENT_FACTOR * wall_s
        return too_long or (total_s is not None and self.spent_s > SPENT_FACTOR * total_s)

    def settle_lost(self) -> None:
        """The cell is lost at this test again and again. One that is lost in compiling is lost at every test."""
        at_all = self.compiled is None and self.options.stop == Stop.NEVER
        lost = self.rest() if at_all else [self.next_test()]
        oom_killed = self.oom_killed
        for test in lost:
            self.settle(verdict.lost_test(test, oom_killed=oom_killed))
        self.compiled = self.compiled or CompileOutcome(ok=True, message="", cpu_time_s=0.0)

    def sandbox_limits(self) -> Limits:
        """Runs go on beyond the CPU limit, so that a near miss can be told from an endless loop."""
        return Limits(
            cpu_time_s=self.limits.cpu_time_s * verdict.NEAR_FACTOR,
            wall_time_s=max(self.limits.wall_time_s, self.limits.cpu_time_s * verdict.NEAR_FACTOR),
            memory_bytes=self.limits.memory_limit_bytes,
            output_bytes=self.limits.output_limit_bytes,
        )

    def result(self, environment: Environment) -> CandidateResult:
        """The candidate's result, once decided."""
        if self.fault or self.compiled is None:
            return verdict.internal_error(
                self.fault or "the candidate was never run",
                tests_total=len(self.tests),
                limits=self.limits,
                attempts=self.attempts,
                environment=environment,
            )
        return verdict.combine(
            self.results,
            tests_total=len(self.tests),
            limits=self.limits,
            compiled=self.compiled,
            detail=self.options.detail,
            environment=environment,
            attempts=self.attempts,
        )

    def _in_doubt(self, outcome: Outcome) -> bool:
        if self._spent_too_much():
            return False
        if outcome.killed_for == KilledFor.WALL:
            return self.confirming < SLEEPING_RUNS
        runs = NEAR_RUNS if verdict.near_limit(outcome, self.limits) else FAR_RUNS
        return self.confirming < runs * (CROWDED if self.crowded else 1)
