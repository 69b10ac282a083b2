"""How far one candidate has come: which tests are settled, which is in doubt, and when that is decided. Runs nothing.

What is run, and where, is judge.py's to say, which also says why a verdict depends on neither load nor neighbours.

A candidate's tests have a total budget (limits.py): their deciding runs' CPU time, or their wall time, or, as a bound
on what the slot may be kept busy with, SPENT_FACTOR times either in all runs, with those of lost cells, compilations,
and the handling of what is printed. Beyond NEAR_FACTOR times the CPU budget it is over at once; before
that the tests go on, and the sum is divided by how slow the machine is at the end.

Where the problem gives points, a first failure decides the verdict, and the tests go on that can still change points
(points_tally.py says which); the others are passed over. What the total budget leaves unrun is failed.
"""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from equijudge_core.contracts.calls import Calls
from equijudge_core.contracts.scoring import Scoring
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    CandidateResult,
    Detail,
    Environment,
    JudgeOptions,
    Stop,
    TestResult,
)
from equijudge_core.judging import decisions
from equijudge_core.judging.calls.decide import judge_call
from equijudge_core.judging.checkers import Checker
from equijudge_core.judging.execution import Telling
from equijudge_core.judging.interactive import interactor_fault, judge_conversation
from equijudge_core.judging.languages import LANGUAGES, Language
from equijudge_core.judging.output_hash import hash_output
from equijudge_core.judging.points import scoring_of
from equijudge_core.judging.points_tally import PointsTally
from equijudge_core.judging.problem import Test
from equijudge_queue.counters import CHECKER, CONFIRMING, FAULTS, RUN, TESTS, Fault
from equijudge_sandbox.conversation import Conversation
from equijudge_sandbox.outcome import CompileOutcome, KilledFor, Limits, Outcome, Program
from equijudge_verifier.judge.checker_bounds import is_spoken_flood, was_stopped
from equijudge_verifier.judge.interactor_cells import BoundInteractor
from equijudge_verifier.judge.passes import BoundPasses, Passed
from equijudge_verifier.metrics import Metrics

# More runs of a test that was late: nearly in time; far from it, but on a machine that was not at its best; asleep
# (one more run tells a sleeper from a busy host, and a sleeper costs three times the CPU limit in every run).
NEAR_RUNS, FAR_RUNS, SLEEPING_RUNS = 4, 2, 1
CROWDED = 2  # times as many where a run was not alone
SPENT_FACTOR = 3.0
HANDLING_S = 0.010 / (1 << 20)  # of a byte of output: sent, read and compared; not measured, so that load is not in it
OUTPUTS_KEPT = 1 << 20  # characters of outputs, and of what is said of them, in one candidate's result


@dataclass
class CandidateRun:
    """How far one candidate has come: its results so far, the test in doubt, and what its runs have cost."""

    program: Program
    tests: Sequence[Test]
    options: JudgeOptions
    limits: AppliedLimits
    checker: Checker
    metrics: Metrics
    language: Language = LANGUAGES["python3"]  # of the program
    own_checker: Callable[[Test], Checker] | None = None  # of the problem, in place of `checker`
    interactor: BoundInteractor | None = None  # whom the candidate talks to; checkers then judge its log
    is_log_checked: bool = False
    conversation: Conversation | None = None  # of the last run
    passes: BoundPasses | None = None  # of a problem whose validator may ask for more than one
    passed: Passed | None = None  # in the last run
    scoring: Scoring | None = None  # of the problem
    calls: Calls | None = None  # the function of the candidate's that `program` calls, which decides in place of both
    compiles_as: Program | None = None  # the candidate itself where `program` calls it
    is_test_code: bool = False  # whether `interactor` runs tests that are code
    telling: Telling | None = None  # of a program that is only run: takes the place of all that compares
    stderr_bytes: int = 64 << 10  # these two as in the sandbox's Limits
    compile_time_s: float = 10.0
    results: list[TestResult] = field(default_factory=list)
    compiled: CompileOutcome | None = None
    unconfirmed: TestResult | None = None
    is_far_off: bool = False  # it was no near miss
    was_crowded: bool = False  # a confirming run was not alone
    cpu_time_s: float = 0.0  # of the tests' deciding runs
    wall_time_s: float = 0.0
    spent_s: float = 0.0  # in all runs, see the module
    waited_s: float = 0.0  # the wall time of all runs
    started: float = 0.0  # when the run began that is under way; monotonic seconds
    is_exhausted: bool = False  # the total budget was used up
    confirming: int = 0
    held: Outcome | None = None  # of a confirming run that is not judged yet
    late: Outcome | None = None  # of a confirming run
    at_best_s: list[float] = field(default_factory=list)  # of late confirming runs, see weigh_confirming_run
    attempts: int = 1
    losses: int = 0
    interactor_losses: int = 0
    oom_killed: bool = False
    outputs_left: int = OUTPUTS_KEPT
    fault: str = ""
    position: int = field(default=0, init=False)  # of the next test; those before it are settled, or were passed over
    first_failed: Verdict | None = field(default=None, init=False)
    tally: PointsTally | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.tally = self._new_tally()

    @property
    def is_decided(self) -> bool:
        """Whether nothing more needs to run."""
        if self.fault or self.is_exhausted or (self.compiled is not None and not self.compiled.ok):
            return True
        return self.position >= len(self.tests)

    @property
    def needs_fresh_cell(self) -> bool:
        """Whether the next test was run before, in doubt or in a cell that was lost: no cell that may hold something of
        it will do."""
        return self.unconfirmed is not None or self.losses > 0 or self.interactor_losses > 0

    @property
    def is_asleep(self) -> bool:
        """Whether the test in doubt was ended by the clock, not by what it did."""
        return self.unconfirmed is not None and self.unconfirmed.reason in decisions.BY_THE_CLOCK

    @property
    def is_near_budget(self) -> bool:
        """Whether all was run, for more CPU time than the total budget, and perhaps by the machine's doing."""
        total_s = self.limits.total_cpu_time_s
        return not self.is_exhausted and not self.fault and total_s is not None and self.cpu_time_s > total_s

    def remaining_tests(self) -> Sequence[Test]:
        """The tests to run next: the one in doubt alone, else all that are left, as far as is known now."""
        if self.unconfirmed is not None:
            return [self.next_test()]
        return [test for test in self.tests[self.position :] if self._matters(test)]

    def next_test(self) -> Test:
        """The test that runs, or would run next."""
        return self.tests[self.position]

    def _matters(self, test: Test) -> bool:
        """Whether the test's result can still change anything that is asked for."""
        failed = self.first_failed
        if failed is None or self.options.stop == Stop.NEVER or self.options.hash_outputs:
            return True
        return self.tally is not None and failed != Verdict.IE and self.tally.matters(test.name)

    def _new_tally(self) -> PointsTally | None:
        names = [test.name for test in self.tests]
        scoring = scoring_of(self.scoring, names, per_test=self.options.points_per_test)
        return None if scoring is None else PointsTally(scoring, names)

    def take_outcome(self, outcome: Outcome) -> None:
        """Take an outcome of the next test: settle the test, or keep it in doubt when it was late. That of a confirming
        run is held until judge_held(): a checker may take long, and must not while others hold still."""
        if self.unconfirmed is not None:
            self.held = outcome
        else:
            self._judge(outcome)

    @property
    def is_late(self) -> bool:
        """Whether the outcome that is held is late."""
        decision = None if self.held is None else decisions.exceeded_limit(self.held, self.limits)
        return decision is not None and decision[0] == Verdict.TLE

    @property
    def takes_s(self) -> float:
        """How long another run of the test in doubt may keep others still: what the interactor computed, too."""
        assert self.unconfirmed is not None
        return self.unconfirmed.wall_time_s + (self.conversation.interactor.cpu_time_s if self.conversation else 0.0)

    def judge_held(self, slowness: float) -> None:
        """Judge the outcome that is held, if any, of a machine so many times slower than it can be."""
        outcome, self.held = self.held, None
        if outcome is None:
            return
        self._judge(outcome)
        if self.late is not None:
            self.weigh_confirming_run(slowness)

    def _judge(self, outcome: Outcome) -> None:
        self.metrics.count(TESTS)
        self.metrics.observe(RUN, outcome.wall_time_s)
        self.started = time.monotonic()
        self.spent_s += outcome.cpu_time_s + HANDLING_S * len(outcome.output or b"")
        self.waited_s += outcome.wall_time_s
        result = self._compare(outcome)
        if self.unconfirmed is not None:
            self.metrics.count(CONFIRMING)
            self.confirming, self.attempts = self.confirming + 1, self.attempts + 1
            self.late = outcome if result.verdict == Verdict.TLE else None
            result = decisions.result_after_rerun(self.unconfirmed, result)
        if result.verdict == Verdict.TLE:
            self.unconfirmed, self.is_far_off = result, not decisions.is_near_limit(outcome, self.limits)
        else:
            self.settle(result)

    def take_conversation(self, conversation: Conversation) -> None:
        """Take a conversation about the next test; what the interactor computed is not the candidate's wall time."""
        outcome = conversation.candidate
        own_wall_s = max(outcome.cpu_time_s, outcome.wall_time_s - conversation.interactor.cpu_time_s)
        outcome = replace(outcome, wall_time_s=own_wall_s)
        self.conversation = replace(conversation, candidate=outcome)
        self.spent_s += HANDLING_S * conversation.candidate_bytes
        self.take_outcome(outcome)

    def take_passes(self, passed: Passed) -> None:
        """Take a test's passes; those beside the one whose times are the test's cost what they took, too."""
        self.passed, outcome = passed, passed.outcome
        self.spent_s += sum(each.cpu_time_s for each in passed.outcomes) - outcome.cpu_time_s
        self.spent_s += sum(HANDLING_S * len(each.output or b"") for each in passed.outcomes[:-1])
        self.waited_s += sum(each.wall_time_s for each in passed.outcomes) - outcome.wall_time_s
        self.take_outcome(outcome)

    def charge_loss(self) -> None:
        """Charge what a run may have taken whose cell was lost: nobody has measured it."""
        most_s = self.limits.cpu_time_s * decisions.NEAR_FACTOR
        self.spent_s += min(most_s, time.monotonic() - self.started)

    def weigh_confirming_run(self, slowness: float) -> None:
        """Weigh a run that was late on a machine so many times slower than it can be.

        When no more runs are due, the test is in time only if the median of what its confirming runs would have taken
        at the machine's best is.
        """
        outcome, self.late = self.late, None
        assert outcome is not None
        assert self.unconfirmed is not None
        ended = outcome.killed_for is None and math.isfinite(slowness)
        runs = NEAR_RUNS * (CROWDED if self.was_crowded else 1)
        self.at_best_s.append(outcome.cpu_time_s / slowness if ended else math.inf)
        if self._is_in_doubt(outcome):
            return
        at_best_s = statistics.median_high(self.at_best_s)
        if ended and self.confirming == runs and at_best_s <= self.limits.cpu_time_s:
            self.settle(self._compare(replace(outcome, cpu_time_s=at_best_s)))
        else:
            self.settle(self.unconfirmed)

    def _compare(self, outcome: Outcome) -> TestResult:
        """Judge an outcome of the next test by itself."""
        with_outputs = self.options.detail == Detail.OUTPUTS
        began = time.perf_counter()
        result = self._decide(outcome, with_outputs=with_outputs and self.outputs_left > 0)
        if self.options.hash_outputs and self.interactor is None:
            result = result.model_copy(update={"output_sha256": hash_output(outcome.output)})
        self.metrics.observe(CHECKER, time.perf_counter() - began)
        if self.outputs_left <= 0:
            output = {"output": decisions.NOT_KEPT} if with_outputs else {}
            result = result.model_copy(
                update={**output, "checker_message": result.checker_message and decisions.NOT_KEPT}
            )
        return result

    def _decide(self, outcome: Outcome, *, with_outputs: bool) -> TestResult:
        test, limits, language = self.next_test(), self.limits, self.language
        if self.telling is not None:
            return self.telling.decide(test, outcome, limits, language)
        if self.calls is not None:
            return judge_call(test, outcome, limits, self.calls, with_outputs=with_outputs, language=language)
        checker = self.passed or (self.checker if self.own_checker is None else self.own_checker(test))
        # Of the problem's own points alone: to count tests leaves what a checker says as it is.
        worth = None if self.tally is None or self.scoring is None else self.tally.worth(test.name)
        if self.interactor is None:
            return decisions.judge_test(
                test, outcome, limits, checker, with_outputs=with_outputs, language=language, worth=worth
            )
        assert self.conversation is not None
        talk = replace(self.conversation, candidate=outcome)
        return judge_conversation(
            test,
            talk,
            limits,
            self.interactor.rules,
            partial(checker.check, test.output) if self.is_log_checked else None,
            is_flood=self._is_too_much(talk, test),
            with_outputs=with_outputs,
            language=language,
            worth=worth,
        )

    def _is_too_much(self, talk: Conversation, test: Test) -> bool:
        """Whether what the candidate said may have brought an interactor to its limits. Tests that are code compute
        with what they are given: a short value is enough."""
        if self.is_test_code:
            return talk.candidate_bytes > 0 and (was_stopped(talk.interactor) or talk.was_kept_waiting)
        is_flood = is_spoken_flood(talk.candidate_bytes, test.input, test.output)
        return is_flood and was_stopped(talk.interactor) and not (talk.was_deaf or talk.was_kept_waiting)

    def settle(self, result: TestResult) -> None:
        """Record the test's result, and go on to the next test that matters."""
        if self.tally is not None:
            result = self.tally.with_points(result)
            self.tally.record(result)
        if self.first_failed is None and result.verdict != Verdict.AC:
            self.first_failed = result.verdict
        self.results.append(result if self.telling is None else self.telling.settle(result))
        self.position += 1
        while self.position < len(self.tests) and not self._matters(self.tests[self.position]):
            self.position += 1
        self.cpu_time_s += result.cpu_time_s
        self.wall_time_s += result.wall_time_s
        if self._is_far_over_budget():
            self._exhaust()
        shown = (result.output, result.stderr, result.transcript, result.checker_message)
        self.outputs_left -= sum(map(len, filter(None, shown)))
        self.unconfirmed, self.confirming, self.losses, self.oom_killed = None, 0, 0, False
        self.was_crowded, self.interactor_losses = False, 0
        self.at_best_s.clear()

    def weigh_total(self, slowness: float) -> None:
        """Decide whether the total budget was passed, on a machine so many times slower than it can be."""
        assert self.limits.total_cpu_time_s is not None
        if self.results and self.cpu_time_s / slowness > self.limits.total_cpu_time_s:
            self._exhaust()

    def _exhaust(self) -> None:
        self.results[-1] = decisions.total_budget_result(self.results[-1])
        self.is_exhausted = True

    def _is_far_over_budget(self) -> bool:
        total_s, wall_s = self.limits.total_cpu_time_s, self.limits.total_wall_time_s
        if total_s is not None and self.cpu_time_s > decisions.NEAR_FACTOR * total_s:
            return True
        return self._has_spent_too_much() or (wall_s is not None and self.wall_time_s > wall_s)

    def _has_spent_too_much(self) -> bool:
        total_s, wall_s = self.limits.total_cpu_time_s, self.limits.total_wall_time_s
        too_long = wall_s is not None and self.waited_s > SPENT_FACTOR * wall_s
        return too_long or (total_s is not None and self.spent_s > SPENT_FACTOR * total_s)

    def settle_lost(self) -> None:
        """Record that the cell is lost at this test again and again. One lost in compiling is lost at every test."""
        at_all = self.compiled is None
        oom_killed = self.oom_killed
        while True:
            self.settle(decisions.cell_lost_result(self.next_test(), oom_killed=oom_killed))
            if not at_all or self.position >= len(self.tests):
                break
        self.compiled = self.compiled or CompileOutcome(ok=True, message="", cpu_time_s=0.0)

    def settle_fault(self, reason: str) -> None:
        """Record that the interactor could not be had for the next test."""
        self.settle(interactor_fault(self.next_test(), reason))

    def sandbox_limits(self) -> Limits:
        """Limits of one run: it goes on beyond the CPU limit, so that a near miss can be told from an endless loop."""
        wall_time_s = max(self.limits.wall_time_s, self.limits.cpu_time_s * decisions.NEAR_FACTOR)
        return Limits(
            cpu_time_s=self.limits.cpu_time_s * decisions.NEAR_FACTOR,
            wall_time_s=wall_time_s + (self.interactor.own.time_limit_s if self.interactor else 0.0),
            memory_bytes=self.limits.memory_limit_bytes,
            output_bytes=self.limits.output_limit_bytes,
            stderr_bytes=self.stderr_bytes,
            compile_time_s=self.compile_time_s,
        )

    def result(self, environment: Environment) -> CandidateResult:
        """The candidate's result, once decided."""
        if self.fault or self.compiled is None:
            faulty = decisions.internal_error(
                self.fault or "the candidate was never run",
                tests_total=len(self.tests),
                limits=self.limits,
                attempts=self.attempts,
                environment=environment,
            )
            return faulty if self.tally is None else decisions.add_points(faulty, (), self.tally)
        combined = decisions.combine_results(
            self.results,
            tests_total=len(self.tests),
            limits=self.limits,
            compiled=self.compiled,
            detail=self.options.detail,
            environment=environment,
            attempts=self.attempts,
            tally=self._new_tally(),
            unrun=decisions.TOTAL_BUDGET if self.is_exhausted else "",
        )
        if not decisions.may_be_kept(combined):
            self.metrics.count(FAULTS, Fault.CHECKER)
        return combined

    def _is_in_doubt(self, outcome: Outcome) -> bool:
        if self._has_spent_too_much():
            return False
        if outcome.killed_for == KilledFor.WALL:
            return self.confirming < SLEEPING_RUNS
        runs = NEAR_RUNS if decisions.is_near_limit(outcome, self.limits) else FAR_RUNS
        return self.confirming < runs * (CROWDED if self.was_crowded else 1)
