"""The total budget of a candidate, and confirming runs that are not alone, over a sandbox that does what it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    CheckerSpec,
    Detail,
    JudgeOptions,
    Stop,
)
from equijudge_core.judging.checkers import CheckResult, make_checker
from equijudge_core.judging.problem import parse_row
from equijudge_sandbox.outcome import KilledFor, Program
from equijudge_verifier.judge import speed_probe as speed_module
from equijudge_verifier.judge.candidate_run import CandidateRun
from equijudge_verifier.judge.judge import Judge
from equijudge_verifier.judge.slot_lock import SlotLock
from equijudge_verifier.metrics import Metrics
from tests.fakes import RAN, FakeSandbox
from tests.unit.test_worker_judge import ENVIRONMENT

TESTS = 20
PROBLEM = parse_row({"name": "many", "public_tests": {"input": ["1 2\n"] * TESTS, "output": ["3\n"] * TESTS}})
LIMITS = AppliedLimits(
    cpu_time_s=2.0,
    wall_time_s=8.0,
    memory_limit_bytes=1 << 28,
    output_limit_bytes=1 << 20,
    total_cpu_time_s=10.0,
    total_wall_time_s=32.0,
)


class NoQuiet(SlotLock):
    """Quiet that is used up, and counts who asked for it."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, float]] = []

    @contextmanager
    def exclusive(self, owner: str = "", run_s: float = 0.0) -> Iterator[bool]:
        self.asked.append((owner, run_s))
        yield False


def judged(
    source: str, sandbox: FakeSandbox | None = None, slot_lock: SlotLock | None = None, **options: Any
) -> CandidateResult:
    judge = Judge(sandbox or FakeSandbox(), ENVIRONMENT, lambda: False, slot_lock, owner="me")
    return judge.judge(PROBLEM, Candidate(source=source), JudgeOptions(**options), LIMITS)


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_module, "PATIENCE_S", 0.0)
    monkeypatch.setattr(speed_module, "RESTLESS_PAUSE_S", 0.001)
    monkeypatch.setattr(speed_module, "FIRST_PAUSE_S", 0.0)


@pytest.mark.parametrize(("each_s", "verdict", "runs"), [
    (0.49, "AC", 20),  # 9.8 s
    (0.6, "TLE", 20),  # 12 s: over, but it might have been the machine, so all was run
    (1.9, "TLE", 8),  # 15.2 s: beyond half as much again
])  # fmt: skip
def test_the_tests_of_a_candidate_have_a_budget_together(each_s: float, verdict: str, runs: int) -> None:
    sandbox = FakeSandbox()
    result = judged(f"spend {each_s}", sandbox)
    assert (result.verdict, sandbox.run_inputs) == (verdict, runs)
    assert result.reason == ("total_budget" if verdict == "TLE" else "")


def test_a_budget_that_was_passed_on_a_slow_machine_was_not_passed() -> None:
    """12 s at half again the machine's best are 8 s."""
    paces = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.0105] * 50
    assert judged("spend 0.6", FakeSandbox(paces=paces)).verdict == "AC"


def test_a_budget_that_is_passed_by_far_is_passed_on_any_machine() -> None:
    paces = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.0105] * 50
    assert judged("spend 1.9", FakeSandbox(paces=paces)).verdict == "TLE"


def test_an_earlier_failure_decides_and_the_rest_is_not_run() -> None:
    sandbox = FakeSandbox()
    sandbox.special = {"spend-wrong": replace(RAN, cpu_time_s=1.9, output=b"4\n")}
    result = judged("spend-wrong", sandbox, stop=Stop.NEVER, detail=Detail.TESTS)
    assert (result.verdict, result.tests_run) == ("WA", 8)
    assert {test.verdict.value for test in result.tests or ()} == {"WA"}


def test_sleepers_have_a_budget_of_wall_time() -> None:
    """Each test sleeps 7 s of 8 and is right: 32 s are over in the fifth."""
    sandbox = FakeSandbox()
    sandbox.special = {"doze": replace(RAN, wall_time_s=7.0, output=b"3\n")}
    result = judged("doze", sandbox)
    assert (result.verdict, result.reason, sandbox.run_inputs) == ("TLE", "total_budget", 5)


def test_without_a_budget_all_is_run_as_ever() -> None:
    judge = Judge(FakeSandbox(), ENVIRONMENT, lambda: False)
    limits = LIMITS.model_copy(update={"total_cpu_time_s": None, "total_wall_time_s": None})
    assert judge.judge(PROBLEM, Candidate(source="spend 1.9"), JudgeOptions(), limits).verdict == "AC"


def test_sleeping_in_the_runs_that_do_not_count_costs() -> None:
    """Each test is ended by the clock once, after 32 s of the 96 that all runs may take, and then in time."""
    slept = replace(RAN, wall_time_s=32.0, killed_for=KilledFor.WALL, exit_code=None, signal=9)
    run = CandidateRun(Program(b""), PROBLEM.tests(), JudgeOptions(), LIMITS, make_checker(CheckerSpec()), Metrics())
    runs = 0
    while not run.is_decided:
        run.take_outcome(slept if runs % 2 == 0 else replace(RAN, output=b"3\n"))
        run.judge_held(slowness=1.0)
        runs += 1
    assert (run.is_exhausted, runs) == (True, 6)


def test_doubts_cost_no_more_than_three_times_the_budget() -> None:
    """Each test is late once and then in time: without a bound the doubts would be as long as the tests are many."""
    sandbox = FakeSandbox()
    result = judged("spend " + "2.4 0.4 " * TESTS, sandbox)
    assert (result.verdict, result.reason) == ("TLE", "total_budget")
    assert 30 < sum(sandbox.spent) < 33


def test_what_is_printed_costs_though_it_takes_no_time_of_the_program() -> None:
    """2 MiB a test are 0.02 s: three times the budget in the 15th test."""
    sandbox = FakeSandbox()
    sandbox.special = {"print-much": replace(RAN, cpu_time_s=0.0, output=b"3" + b"\n" * (2 << 20))}
    judge = Judge(sandbox, ENVIRONMENT, lambda: False)
    limits = LIMITS.model_copy(update={"total_cpu_time_s": 0.1, "output_limit_bytes": 4 << 20})
    result = judge.judge(PROBLEM, Candidate(source="print-much"), JudgeOptions(), limits)
    assert (result.verdict, result.reason, sandbox.run_inputs) == ("TLE", "total_budget", 15)


def test_to_be_compiled_again_and_again_costs() -> None:
    """Compiled for 20 s in the first cell and in that of a confirming run: more than three times the budget."""
    sandbox = FakeSandbox(compile_s=20.0)
    result = judged("spend " + "2.4 0.4 " * TESTS, sandbox)
    assert (result.verdict, result.reason, sandbox.run_inputs) == ("TLE", "total_budget", 2)


def test_a_run_whose_cell_is_lost_costs_what_it_may_have_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most what a run may take: 3 s each."""
    clock = iter(range(10, 10_000, 10))
    monkeypatch.setattr("equijudge_verifier.judge.candidate_run.time.monotonic", lambda: float(next(clock)))
    run = CandidateRun(Program(b""), (), JudgeOptions(), LIMITS, make_checker(CheckerSpec()), Metrics())
    for _ in range(3):
        run.charge_loss()
    assert run.spent_s == 9.0


def test_a_sleeper_asks_for_no_quiet() -> None:
    sandbox, quiet = FakeSandbox(), NoQuiet()
    assert judged("sleep", sandbox, quiet).reason == "wall time"
    assert (quiet.asked, sandbox.taken) == ([], ["sleep", "sleep"])


def test_a_near_miss_asks_for_quiet_in_the_name_of_its_key() -> None:
    quiet = NoQuiet()
    judged("spend 2.1 1.0 0.1", slot_lock=quiet)
    assert quiet.asked == [("me", RAN.wall_time_s)]


def test_a_checker_that_takes_long_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a run in quiet printed is looked at when the others may go on."""
    is_quiet, seen = [False], []

    class Quiet(NoQuiet):
        @contextmanager
        def exclusive(self, owner: str = "", run_s: float = 0.0) -> Iterator[bool]:
            is_quiet[0] = True
            yield True
            is_quiet[0] = False

    class Slow:
        def check(self, expected: bytes, got: bytes) -> CheckResult:
            seen.append(is_quiet[0])
            return CheckResult(ok=True)

    monkeypatch.setattr("equijudge_verifier.judge.judge.make_checker", lambda spec: Slow())
    assert judged("spend 2.1 1.0 0.1", slot_lock=Quiet()).verdict == "AC"
    assert seen
    assert not any(seen)


def test_where_there_is_no_quiet_a_near_miss_is_run_twice_as_often() -> None:
    sandbox = FakeSandbox()
    result = judged("spend 2.3 2.3 2.3 2.3 2.3 2.3 2.3 2.3 1.9 0.1", sandbox, NoQuiet())
    assert result.verdict == "AC"
    sandbox = FakeSandbox()
    assert judged("spend 2.3", sandbox, NoQuiet()).verdict == "TLE"
    assert sandbox.spent == [2.3] * 9


@pytest.mark.parametrize(("source", "verdict"), [("spend 2.4", "AC"), ("spend 2.9", "TLE")])
def test_a_near_miss_beside_others_is_decided_by_what_it_takes_at_the_machines_best(source: str, verdict: str) -> None:
    """The same programs and verdicts as alone on a machine that stays slow, see test_worker_judge."""
    paces = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.010] * 500
    judge = Judge(FakeSandbox(paces=paces), ENVIRONMENT, lambda: False, NoQuiet())
    limits = LIMITS.model_copy(update={"total_cpu_time_s": 1000.0, "total_wall_time_s": 4000.0})
    assert judge.judge(PROBLEM, Candidate(source=source), JudgeOptions(), limits).verdict == verdict
