"""From facts to verdicts: one test, then one candidate. Pure; what ran the program is not known here.

What decides a test, the first that applies (so a program that broke several limits gets the first one):
1. OLE  the output passed its limit: the runner ended the run for it, or had to cut it
2. MLE  the runner ended the run for memory, an out-of-memory kill was seen, or the peak passed the limit
3. TLE  "cpu time": the runner ended the run for it, or the CPU time of all its processes passed the limit
4. TLE  "wall time": the runner ended the run for it. A run that ends by itself is never late by the clock
5. RE   the runner ended the run for any other limit of its own (files), a signal ended it, its own SIGKILL
        or SIGXCPU included, or its exit status was not 0, whatever it had written by then;
        MLE instead where the program ended by itself and says that its runtime refused it memory (a JVM's
        OutOfMemoryError; a claim, by which a program can only choose how it fails)
6. WA   no readable output file, where the problem wants one
7. AC or WA by the checker; IE if it cannot read the expected output
8. TLE "total_budget": the tests up to this one, each in time, took more than the candidate's total budget
A cell that is lost again and again under a test has no outcome to look at: cell_lost_result says MLE or RE.

Whoever changes what decides, or a reason, raises SCHEMA in cache_key.py: verdicts are kept for weeks, and those by the
old rule would go on being served.
"""

from __future__ import annotations

import signal
from collections.abc import Sequence
from typing import Protocol

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CandidateResult, Detail, Environment, TestResult
from equijudge_core.errors import IncompleteRun
from equijudge_core.judging.checkers import Checker, CheckResult
from equijudge_core.judging.languages import LANGUAGES, Language
from equijudge_core.judging.points import score_check
from equijudge_core.judging.points_tally import FAULT_AT, NO_PROGRAM, PointsTally
from equijudge_core.judging.problem import Test

SHOWN_BYTES = 64 << 10
NOT_KEPT = "(not kept: the outputs of this candidate are too long together)"
NEAR_FACTOR = 1.5
WALL_TIME = "wall time"
IDLE = "idle: program and interactor waited for one another"
BY_THE_CLOCK = (WALL_TIME, IDLE)  # reasons of a TLE of a run that was ended with CPU time to spare
MEMORY_LIMIT = "memory limit"
CELL_LOST = "cell_lost"
TOTAL_BUDGET = "total_budget"
PARTIAL_POINTS = "partial points"
PYTHON3 = LANGUAGES["python3"]

Decision = tuple[Verdict, str]


class OutcomeFacts(Protocol):
    """What is needed of a run's outcome; equijudge_sandbox.outcome.Outcome has it, with the same meaning."""

    @property
    def exit_code(self) -> int | None: ...
    @property
    def signal(self) -> int | None: ...
    @property
    def killed_for(self) -> str | None: ...
    @property
    def oom_killed(self) -> bool: ...
    @property
    def cpu_time_s(self) -> float: ...
    @property
    def wall_time_s(self) -> float: ...
    @property
    def memory_peak_bytes(self) -> int: ...
    @property
    def exception(self) -> str: ...
    @property
    def output(self) -> bytes | None: ...
    @property
    def output_truncated(self) -> bool: ...
    @property
    def output_error(self) -> str: ...
    @property
    def stderr(self) -> bytes: ...


class CompileFacts(Protocol):
    """What is needed of the compile step's outcome."""

    @property
    def ok(self) -> bool: ...
    @property
    def message(self) -> str: ...


def judge_test(
    test: Test,
    outcome: OutcomeFacts,
    limits: AppliedLimits,
    checker: Checker,
    *,
    with_outputs: bool,
    language: Language = PYTHON3,
    worth: float | None = None,
) -> TestResult:
    """Decide on one run, by the first rule of the module that applies. A WA by the checker has the first difference.

    `language`: the program's, which knows how a crash reads. `worth`: see add_ruling.
    """
    decision = decide_alone(outcome, limits, language) or _missing_output(outcome)
    result = as_test_result(test, outcome, decision or (Verdict.AC, ""), language)
    if decision is None:
        result = add_ruling(result, checker.check(test.output, outcome.output or b""), worth=worth)
    if with_outputs:
        result = result.model_copy(
            update={"output": output_excerpt(outcome.output), "stderr": output_excerpt(outcome.stderr)}
        )
    return result


def decide_alone(outcome: OutcomeFacts, limits: AppliedLimits, language: Language) -> Decision | None:
    """What a run decides by itself, whatever it said: rules 1 to 5. None: nothing."""
    return exceeded_limit(outcome, limits) or _crash(outcome, language)


def exceeded_limit(outcome: OutcomeFacts, limits: AppliedLimits) -> Decision | None:
    """Which limit a run passed, by rules 1 to 4."""
    if outcome.killed_for == "output" or outcome.output_truncated or _too_long(outcome, limits):
        return Verdict.OLE, "output limit"
    if outcome.killed_for == "memory" or outcome.oom_killed:
        return Verdict.MLE, MEMORY_LIMIT
    if outcome.memory_peak_bytes > limits.memory_limit_bytes:
        return Verdict.MLE, MEMORY_LIMIT
    if outcome.killed_for == "cpu" or outcome.cpu_time_s > limits.cpu_time_s:
        return Verdict.TLE, "cpu time"
    if outcome.killed_for == "wall":
        return Verdict.TLE, WALL_TIME
    return None


def as_test_result(test: Test, outcome: OutcomeFacts, decision: Decision, language: Language) -> TestResult:
    """The result of a test whose run went so, with this decision."""
    return TestResult(
        test=test.name,
        verdict=decision[0],
        reason=decision[1],
        cpu_time_s=outcome.cpu_time_s,
        wall_time_s=outcome.wall_time_s,
        memory_peak_bytes=outcome.memory_peak_bytes,
        exit_code=outcome.exit_code,
        signal=outcome.signal,
        exception=_exception(outcome, language) or None if decision[0] == Verdict.RE else None,
    )


def add_ruling(
    result: TestResult, check: CheckResult, who: str = "checker", *, worth: float | None = None
) -> TestResult:
    """The result with what a checker says. `who`: names it in the reason of an IE. `worth`: the points of the test, of
    which all are needed for AC; None: the problem gives none, and nobody looks at a checker's."""
    if worth is not None:
        check = score_check(check, worth)
    if check.fault:
        reason = f"{who}: {check.fault.removeprefix(f'the {who} ')}"
        faulty = {"verdict": Verdict.IE, "reason": reason, "checker_message": check.message}
        return result.model_copy(update=faulty)
    verdict = Verdict.AC if check.ok else Verdict.WA
    return result.model_copy(
        update={
            "verdict": verdict,
            "reason": PARTIAL_POINTS if check.scored and not check.ok else result.reason,
            "points": check.scored,
            "loose": check.loose,
            "difference": check.difference,
            "checker_message": check.message,
        }
    )


def is_near_limit(outcome: OutcomeFacts, limits: AppliedLimits) -> bool:
    """Whether this is a TLE that a second run may change: little CPU time over, or the clock's doing."""
    decision = exceeded_limit(outcome, limits)
    if decision is None or decision[0] != Verdict.TLE:
        return False
    by_wall = outcome.cpu_time_s <= limits.cpu_time_s and outcome.killed_for == "wall"
    return by_wall or outcome.cpu_time_s < NEAR_FACTOR * limits.cpu_time_s


def result_after_rerun(first: TestResult, second: TestResult) -> TestResult:
    """The result that stands after a near TLE was run again: the second, unless it is late too.

    Then one that used up its CPU time stands rather than one that the clock ended before it could, since a loaded
    machine delays programs; and of two such the faster.
    """
    if second.verdict != Verdict.TLE:
        return second
    return min(first, second, key=lambda result: (result.reason in BY_THE_CLOCK, result.cpu_time_s))


def cell_lost_result(test: Test, *, oom_killed: bool) -> TestResult:
    """The test during which the cell was lost again and again while a canary passes: MLE after an OOM kill, else RE."""
    verdict = Verdict.MLE if oom_killed else Verdict.RE
    return TestResult(
        test=test.name,
        verdict=verdict,
        reason=CELL_LOST,
        cpu_time_s=0.0,
        wall_time_s=0.0,
        memory_peak_bytes=0,
    )


def total_budget_result(last: TestResult) -> TestResult:
    """The last test that ran when the candidate's total budget was used up; one that failed stays as it is."""
    if last.verdict != Verdict.AC:
        return last
    points = None if last.points is None else 0.0
    return last.model_copy(update={"verdict": Verdict.TLE, "reason": TOTAL_BUDGET, "loose": False, "points": points})


def combine_results(
    results: Sequence[TestResult],
    *,
    tests_total: int,
    limits: AppliedLimits,
    compiled: CompileFacts,
    detail: Detail,
    environment: Environment | None,
    attempts: int = 1,
    tally: PointsTally | None = None,
    unrun: str = "",
) -> CandidateResult:
    """Decide on a candidate from its tests' results, in judging order.

    CE without a test run when it did not compile; else the first failing test decides. Raises
    IncompleteRun when none failed and not all tests_total were judged: AC is never given by default. tally: a new
    one where the problem gives points. unrun: why tests that matter to them were not run, by the candidate's doing.
    """
    failure = next((result for result in results if result.verdict != Verdict.AC), None)
    if compiled.ok and failure is None and not 0 < tests_total == len(results):
        raise IncompleteRun(f"{len(results)} of {tests_total} tests were judged, none failed")
    verdict = (failure.verdict if failure else Verdict.AC) if compiled.ok else Verdict.CE
    whole = CandidateResult(
        verdict=verdict,
        reason=failure.reason if failure else "",
        loose=verdict == Verdict.AC and any(result.loose for result in results),
        tests_run=len(results),
        tests_total=tests_total,
        first_failure=_limit_detail(failure, detail) if failure else None,
        cpu_time_s=max((result.cpu_time_s for result in results), default=0.0),
        wall_time_s=max((result.wall_time_s for result in results), default=0.0),
        memory_peak_bytes=max((result.memory_peak_bytes for result in results), default=0),
        compile_message="" if compiled.ok else _escape_surrogates(compiled.message),
        attempts=attempts,
        tests=None if detail == Detail.VERDICT else tuple(_limit_detail(result, detail) for result in results),
        limits=limits,
        environment=environment,
    )
    return whole if tally is None else add_points(whole, results, tally, unrun if compiled.ok else NO_PROGRAM)


def may_be_kept(result: CandidateResult) -> bool:
    """Whether a result is worth keeping: no fault of ours is in it, in the verdict or in the points."""
    faults = (each.points is None and each.reason.startswith(FAULT_AT) for each in result.groups or ())
    return result.verdict != Verdict.IE and not any(faults)


def add_points(
    result: CandidateResult, results: Sequence[TestResult], tally: PointsTally, unrun: str = ""
) -> CandidateResult:
    """The result with the points of these tests, of an IE with none. unrun: see combine_results."""
    for test in results:
        tally.record(test)
    if unrun:
        tally.fail_rest(unrun)
    found = tally.summarize()
    if result.verdict == Verdict.IE:
        return result.model_copy(update={"max_points": found.max_points, "points_reason": str(Verdict.IE)})
    return result.model_copy(
        update={
            "points": found.points,
            "max_points": found.max_points,
            "points_reason": found.reason,
            "groups": found.groups,
        }
    )


def internal_error(
    reason: str,
    *,
    tests_total: int,
    limits: AppliedLimits,
    attempts: int = 1,
    environment: Environment | None = None,
) -> CandidateResult:
    """IE: the judge could not judge. Never cached, never counted against the candidate."""
    return CandidateResult(
        verdict=Verdict.IE,
        reason=_escape_surrogates(reason),
        tests_run=0,
        tests_total=tests_total,
        limits=limits,
        attempts=attempts,
        environment=environment,
    )


def no_program_result(reason: str, *, limits: AppliedLimits) -> CandidateResult:
    """CE for a text in which there is no program that could be run. No test was run."""
    return CandidateResult(verdict=Verdict.CE, reason=_escape_surrogates(reason), tests_run=0, limits=limits)


def output_excerpt(data: bytes | None) -> str | None:
    """A program's bytes as text for a result: the first SHOWN_BYTES, bytes that are no UTF-8 escaped."""
    if data is None:
        return None
    text = data[:SHOWN_BYTES].decode("utf-8", "backslashreplace")
    rest = len(data) - SHOWN_BYTES
    return text if rest <= 0 else f"{text}\n… {rest} bytes more"


def signal_name(number: int) -> str:
    """ "SIGSEGV" for 11; "signal 40" for those without a name of their own."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _too_long(outcome: OutcomeFacts, limits: AppliedLimits) -> bool:
    return outcome.output is not None and len(outcome.output) > limits.output_limit_bytes


def _crash(outcome: OutcomeFacts, language: Language) -> Decision | None:
    if outcome.killed_for is not None:
        return Verdict.RE, f"{outcome.killed_for} limit"
    if outcome.signal is None and outcome.exit_code == 0:
        return None
    if _exception(outcome, language) in language.out_of_memory:
        return Verdict.MLE, MEMORY_LIMIT
    if outcome.signal is not None:
        return Verdict.RE, f"killed by {signal_name(outcome.signal)}"
    return Verdict.RE, "no exit status" if outcome.exit_code is None else f"exit code {outcome.exit_code}"


def _exception(outcome: OutcomeFacts, language: Language) -> str:
    """What ended the program, as the runner says, else as stderr reads: a claim either way. '' for none."""
    return outcome.exception or language.exception_in(outcome.stderr)


def _missing_output(outcome: OutcomeFacts) -> Decision | None:
    if outcome.output is not None:
        return None
    return Verdict.WA, f"no output file: {_escape_surrogates(outcome.output_error)}"


def _limit_detail(result: TestResult, detail: Detail) -> TestResult:
    """What of a test's result this level of detail shows: texts only on request, the difference always."""
    hidden: dict[str, None] = {} if detail == Detail.OUTPUTS else {"output": None, "stderr": None, "transcript": None}
    return result.model_copy(update=hidden)


def _escape_surrogates(text: str) -> str:
    """Lone surrogates have no place in JSON; texts that came from a cell are shortened."""
    return text[:SHOWN_BYTES].encode("utf-8", "backslashreplace").decode()
