"""One candidate against one problem's tests: run in a cell, compare outside, stop when it is decided.

Whatever goes wrong on our side never becomes the candidate's verdict: a lost cell is tried again on a fresh
one, a TLE that may be the machine's doing is run again when the machine is quiet, an engine that is away is
waited for by the caller.

Quiet is scarce: the other slots hold still for it, so that the machine and every key have a small share of time for
it (pause_budget.py). Why a verdict depends on neither load nor neighbours all the same:
* CPU time decides, and a core's neighbours lengthen it by half at the most; a run that is stopped at NEAR_FACTOR times
  the limit is late on any machine, and is not run again while the machine is calm.
* One run in time is enough for AC, whatever ran beside it: neighbours make no program faster. So quiet can only be
  needed by a program whose every run was late.
* Such a program is run again beside the others where there is no quiet, twice as often (CROWDED), and what decides is
  the median of what its runs would have taken at the machine's best, by the yardstick right before and after each. That
  is the rule that a machine which never gets calm has always had; only the number of runs is another.
* A sleeper (ended by the clock with CPU time to spare) shows nothing more in quiet: wall time is generous to begin
  with, and time spent waiting for a core is not counted. It is run once more, beside the others.

When enough has been run, and what the runs may cost together, is candidate_run.py's to say.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

from equijudge_core.contracts.calls import COMPILED
from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    CheckerSpec,
    Environment,
    JudgeOptions,
)
from equijudge_core.judging.calls.program import make_program
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.decisions import internal_error
from equijudge_core.judging.languages import LANGUAGES, Language
from equijudge_core.judging.output_hash import hash_outputs
from equijudge_core.judging.own_programs import used_programs
from equijudge_core.judging.problem import Problem
from equijudge_core.judging.test_code.program import complete, make_answering
from equijudge_queue.counters import COMPILE, FAULTS, Fault
from equijudge_sandbox.drivers.base import Run, Sandbox
from equijudge_sandbox.errors import CellLost, GivenUp, InteractorLost, LanguageMissing
from equijudge_sandbox.outcome import Limits, Program
from equijudge_verifier.judge.candidate_run import CandidateRun
from equijudge_verifier.judge.checker_bounds import CheckingTime
from equijudge_verifier.judge.checker_cells import CheckerCells, CheckerFault
from equijudge_verifier.judge.interactor_cells import BoundInteractor
from equijudge_verifier.judge.passes import BoundPasses
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.judge.speed_probe import SpeedProbe
from equijudge_verifier.metrics import Metrics

MEASUREMENTS = 3  # of the machine's speed, for what is near the total budget
LOSSES = 3  # cells lost under one test, a canary passing after each, before it is called the candidate's doing
CANARIES, PAUSE_S = 5, 0.5  # canaries that may be lost in a row, and the pause between two, before it is called ours
CANARY = Program(b"print(6 * 7)")
PYTHON3 = CANARY.language  # of the cells themselves: `environment` is that of its results
CANARY_LIMITS = Limits(cpu_time_s=10.0, wall_time_s=60.0, memory_bytes=64 << 20)


class Abandoned(Exception):
    """The chunk is no longer ours, or is to be given back: nobody waits for this verdict."""


class Judge:
    """Judges candidates in one sandbox. `abandoned` is asked between tests; `owner`: whose share of quiet is used.

    `environment`: that of Python 3. `languages`: the table, with the operator's. `checkers`: the cells of problems' own
    checkers; None: no problem has one.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        environment: Environment,
        abandoned: Callable[[], bool],
        slot_lock: SlotLock | None = None,
        speed: SpeedProbe | None = None,
        metrics: Metrics | None = None,
        owner: str = "",
        languages: Mapping[str, Language] = LANGUAGES,
        checkers: CheckerCells | None = None,
    ) -> None:
        self.sandbox, self.environment, self.abandoned = sandbox, environment, abandoned
        self.slot_lock = slot_lock or SlotLock()
        self.speed = speed or SpeedProbe(sandbox)
        self.metrics = metrics or Metrics()
        self.owner, self.languages, self.checkers = owner, languages, checkers

    def judge(
        self, problem: Problem, candidate: Candidate, options: JudgeOptions, limits: AppliedLimits
    ) -> CandidateResult:
        """Judge one candidate. Raise Abandoned, SandboxUnavailable when there are no cells, and LanguageMissing."""
        environment = self.environment_for(problem, candidate.language, options)
        if problem.called and candidate.language not in problem.called_in:
            refused = f"the function {problem.called} is called, which cannot be done in {candidate.language}"
            return internal_error(refused, tests_total=len(problem.tests(options.tests)), limits=limits)
        checker = problem.checker_for(options.checker)
        own = checker if isinstance(checker, OwnChecker) else None
        is_scored = problem.scoring is not None
        run = CandidateRun(
            program=program_of(problem, candidate),
            compiles_as=alone(problem, candidate),
            calls=problem.calls,
            tests=problem.tests(options.tests),
            options=options,
            limits=limits,
            checker=make_checker(CheckerSpec() if isinstance(checker, OwnChecker) else checker),
            metrics=self.metrics,
            language=self.languages[candidate.language],
            own_checker=self._cells().bind(own, self.abandoned, limits, scoring=is_scored) if own else None,
            passes=self._bind_passes(own, limits, candidate.language, is_scored) if own else None,
            interactor=self._bind_interactor(problem.talks_to, limits, is_scored) if problem.talks_to else None,
            is_test_code=problem.test_code is not None,
            is_log_checked=problem.checker is not None,
            scoring=problem.scoring,
        )
        self.finish(run)
        result = run.result(environment)
        if options.hash_outputs and run.interactor is None and run.passes is None:
            result = result.model_copy(update={"outputs_sha256": hash_outputs(run.results, len(run.tests))})
        return result

    def finish(self, run: CandidateRun) -> None:
        """Run tests until it is decided. Raise Abandoned, SandboxUnavailable, LanguageMissing."""
        while not run.is_decided:
            self._raise_if_abandoned()
            if run.unconfirmed is None:
                with self.slot_lock.shared():
                    self._advance(run)
            elif run.is_far_off and self.speed.is_calm():
                run.settle(run.unconfirmed)
            else:
                run.judge_held(self._confirm(run))
        if run.is_near_budget:
            run.weigh_total(statistics.median(self.speed.slowness() for _ in range(MEASUREMENTS)))

    def _bind_interactor(self, own: OwnChecker, limits: AppliedLimits, scoring: bool) -> BoundInteractor:
        left = CheckingTime.of_candidate(limits)
        return BoundInteractor(self._cells(), own, limits, left, self.abandoned, scoring)

    def _bind_passes(self, own: OwnChecker, limits: AppliedLimits, language: str, scoring: bool) -> BoundPasses | None:
        if own.validation_passes == 1:
            return None
        left = CheckingTime.of_candidate(limits)
        return BoundPasses(self._cells(), own, limits, self.languages[language], left, self.abandoned, scoring)

    def _cells(self) -> CheckerCells:
        if self.checkers is None:
            raise RuntimeError("this judge has no cells for problems' own checkers")
        return self.checkers

    def environment_of(self, language: str) -> Environment:
        """What a result in this language says of where it was made. Raise LanguageMissing, SandboxUnavailable."""
        if language == PYTHON3:
            return self.environment
        if language not in self.languages:
            raise LanguageMissing(f"{language} is not in this worker's table")
        return self.environment.model_copy(update={"language_version": self.sandbox.version(language)})

    def environment_for(self, problem: Problem, language: str, options: JudgeOptions) -> Environment:
        """What a result of this problem says of where it was made. Raise as environment_of does."""
        environment = self.environment_of(language)
        if self.checkers is None or not used_programs(problem.programs(), options.checker):
            return environment
        return environment.model_copy(update={"checker_headers": self.checkers.headers.digest})

    def _confirm(self, run: CandidateRun) -> float:
        """Run the test in doubt once more, and hold its outcome; how slow the machine was right before and after."""
        if run.is_asleep:
            with self.slot_lock.shared():
                return self._run_measured(run)
        with self.slot_lock.exclusive(self.owner, run.takes_s) as alone:
            run.was_crowded = run.was_crowded or not alone
            self.speed.wait_for_calm(run.confirming)
            return self._run_measured(run)

    def _run_measured(self, run: CandidateRun) -> float:
        before = self.speed.slowness()
        self._advance(run)
        return (before + self.speed.slowness()) / 2 if run.is_late else before

    def _advance(self, run: CandidateRun) -> None:
        """Run tests in one cell until the candidate is decided, or another cell is needed."""
        try:
            run.started = time.monotonic()
            if run.compiles_as is not None and run.compiled is None and not self._compiles_alone(run, run.compiles_as):
                return
            with self.sandbox.run(run.program, run.sandbox_limits(), first_time=run.needs_fresh_cell) as cell:
                self.metrics.observe(COMPILE, cell.compile_outcome.cpu_time_s)
                run.spent_s += cell.compile_outcome.cpu_time_s
                if run.compiled is not None and not cell.compile_outcome.ok:
                    # CE is told before a test is run or never: a program whose tests make it be compiled again and
                    # again must not tell of them by it
                    raise CellLost("a program that was compiled here before is not any more")
                run.compiled = run.compiled or cell.compile_outcome
                if cell.compile_outcome.ok:
                    self._run_tests(run, cell)
        except GivenUp as given_up:
            raise Abandoned from given_up
        except CellLost as lost:
            self._after_loss(run, lost)
        except InteractorLost as lost:
            run.interactor_losses += 1  # nothing of it is the candidate's
            run.attempts += 1
            if run.interactor_losses >= LOSSES:
                run.settle_fault(f"its cell is lost again and again: {lost}")

    def _compiles_alone(self, run: CandidateRun, program: Program) -> bool:
        """Whether a candidate that another program is to call compiles; it runs nothing of it."""
        with self.sandbox.run(program, run.sandbox_limits()) as cell:
            self.metrics.observe(COMPILE, cell.compile_outcome.cpu_time_s)
            run.spent_s += cell.compile_outcome.cpu_time_s
            run.compiled = cell.compile_outcome
        return run.compiled.ok

    def _run_tests(self, run: CandidateRun, cell: Run) -> None:
        if run.interactor is not None or run.passes is not None:
            self._run_one_by_one(run, cell)
            return
        tests = run.remaining_tests()
        outcomes = cell.outcomes((test.input for test in tests), self.abandoned)
        for outcome, following in zip(outcomes, (*tests[1:], None), strict=False):
            self._raise_if_abandoned()
            run.take_outcome(outcome)
            if run.is_decided or run.unconfirmed is not None or run.next_test() is not following:
                return

    def _run_one_by_one(self, run: CandidateRun, cell: Run) -> None:
        """Run tests that are more than a run on an input: a talk with the interactor, or several passes."""
        for test in run.remaining_tests():
            self._raise_if_abandoned()
            if test is not run.next_test():
                continue  # it was passed over meanwhile
            try:
                if run.interactor is not None:
                    run.take_conversation(run.interactor.converse(cell, test))
                elif run.passes is not None:
                    run.take_passes(run.passes.run(cell, test))
            except CheckerFault as fault:
                run.settle_fault(str(fault))
            if run.is_decided or run.unconfirmed is not None:
                return

    def _after_loss(self, run: CandidateRun, lost: CellLost) -> None:
        """The cell_lost rule. Once may be chance, twice too while an engine or an operator ends cells by the dozen:
        a loss counts only between canaries that live, which also clears dead spares out of the way."""
        run.losses += 1
        run.charge_loss()
        run.oom_killed = run.oom_killed or lost.oom_killed
        for _ in range(CANARIES):
            if canary_passes(self.sandbox):
                break
            self._raise_if_abandoned()
            time.sleep(PAUSE_S)
        else:
            self.metrics.count(FAULTS, Fault.CELLS_LOST)
            run.fault = f"cells are lost, and a canary with them: {lost}"
            return
        if run.losses >= LOSSES:
            run.settle_lost()
        else:
            run.attempts += 1

    def _raise_if_abandoned(self) -> None:
        if self.abandoned():
            raise Abandoned


def program_of(problem: Problem, candidate: Candidate) -> Program:
    """What is run of a candidate: its own program, or the one that calls it."""
    source = candidate.source.encode("utf-8", "surrogatepass")
    if problem.test_code is not None:
        made = make_answering(problem.test_code, candidate.source)
    elif problem.calls is not None:
        made = make_program(problem.calls, source, candidate.language)
    else:
        return Program(source, candidate.language, problem.input_file, problem.output_file)
    return Program(made.source, candidate.language, made.input_file, made.output_file, files=made.files)


def alone(problem: Problem, candidate: Candidate) -> Program | None:
    """The candidate's own program, where another one calls it."""
    if problem.test_code is not None:
        candidate = candidate.model_copy(update={"source": complete(problem.test_code, candidate.source)})
    elif problem.calls is None or candidate.language in COMPILED:  # which are compiled with what calls them
        return None
    return program_of(replace(problem, calls=None, test_code=None), candidate)


def canary_passes(sandbox: Sandbox) -> bool:
    """Whether a program that can do no harm is run as it should be. Raise SandboxUnavailable."""
    try:
        with sandbox.run(CANARY, CANARY_LIMITS) as run:
            return run.compile_outcome.ok and [outcome.output for outcome in run.outcomes([b""])] == [b"42\n"]
    except CellLost:
        return False
