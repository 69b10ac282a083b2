"""The rules by which one candidate is judged, over a sandbox that does what it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import (
    AppliedLimits,
    Candidate,
    CandidateResult,
    CheckerSpec,
    Environment,
    JudgeOptions,
    Stop,
)
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_queue.counters import FAULTS, Fault
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_sandbox.outcome import CompileOutcome, Limits, Program
from equijudge_verifier.judge import judge as judge_module
from equijudge_verifier.judge import speed_probe as speed_module
from equijudge_verifier.judge.judge import Abandoned, Judge, canary_passes
from equijudge_verifier.metrics import Metrics
from tests.fakes import RAN, FakeRun, FakeSandbox

PROBLEM = parse_row(
    {
        "name": "sum",
        "public_tests": {"input": ["1 2\n"], "output": ["3\n"]},
        "private_tests": {"input": ["20 22\n", "-5 5\n", "1 1\n"], "output": ["42\n", "0\n", "2\n"]},
    }
)
ENVIRONMENT = Environment(driver="fake", isolation="none", image_digest="", runner_version="", language_version="")
LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 20)


def judged(
    source: str,
    sandbox: FakeSandbox | None = None,
    problem: Problem = PROBLEM,
    abandoned: Callable[[], bool] = lambda: False,
    **options: Any,
) -> CandidateResult:
    judge = Judge(sandbox or FakeSandbox(), ENVIRONMENT, abandoned)
    return judge.judge(problem, Candidate(source=source), JudgeOptions(**options), LIMITS)


@pytest.mark.parametrize(
    ("source", "verdict"), [("sum", "AC"), ("say 3", "WA"), ("crash", "RE"), ("no-compile", "CE"), ("sleep", "TLE")]
)
def test_facts_become_verdicts(source: str, verdict: str) -> None:
    assert judged(source).verdict == verdict


@pytest.mark.parametrize(("language", "verdict", "exception"), [("java", "MLE", None), ("rust", "RE", None)])
def test_a_crash_reads_as_the_candidates_language_says(language: str, verdict: str, exception: str | None) -> None:
    stderr = b'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n'
    sandbox = FakeSandbox(special={"die": replace(RAN, exit_code=1, stderr=stderr)}, versions={language: "1"})
    judge = Judge(sandbox, ENVIRONMENT, lambda: False)
    result = judge.judge(PROBLEM, Candidate(source="die", language=language), JudgeOptions(), LIMITS)
    assert result.first_failure is not None
    assert (result.verdict, result.first_failure.exception) == (verdict, exception)


@pytest.mark.parametrize("stop", Stop)
def test_an_expected_output_that_the_checker_cannot_read_is_ie_and_counted_once(stop: Stop) -> None:
    metrics, options = Metrics(), JudgeOptions(checker=CheckerSpec(name="testlib.yesno"), stop=stop)
    judge = Judge(FakeSandbox(), ENVIRONMENT, lambda: False, metrics=metrics)
    result = judge.judge(PROBLEM, Candidate(source="say YES"), options, LIMITS)
    assert (result.verdict, metrics.take()[FAULTS.field(Fault.CHECKER)]) == (Verdict.IE, 1)
    assert result.reason == "checker: testlib.yesno: the expected output has no YES or NO where one is read"


def test_a_wrong_answer_before_it_is_still_one() -> None:
    problem = parse_row({"name": "two", "public_tests": {"input": ["a", "b"], "output": ["YES\n", "3\n"]}})
    result = judged("say NO", problem=problem, stop="never", checker={"name": "testlib.yesno"}, detail="tests")
    assert result.verdict == Verdict.WA
    assert [test.verdict for test in result.tests or ()] == [Verdict.WA, Verdict.IE]


def test_nothing_runs_after_the_first_failure() -> None:
    sandbox = FakeSandbox()
    result = judged("say 3", sandbox)
    assert (result.tests_run, result.tests_total, sandbox.run_inputs) == (2, 4, 2)


def test_all_tests_run_when_asked() -> None:
    result = judged("say 3", stop="never", detail="tests")
    assert [test.verdict for test in result.tests or ()] == ["AC", "WA", "WA", "WA"]


def test_an_endless_loop_is_run_once() -> None:
    """Runs may go on to 1.5 times the limit of 2 s: what is killed there is far from being in time."""
    sandbox = FakeSandbox()
    assert judged("spend 3.1", sandbox).verdict == Verdict.TLE
    assert sandbox.spent == [3.1]


def test_a_near_miss_that_is_in_time_when_run_again_is_accepted() -> None:
    sandbox = FakeSandbox()
    result = judged("spend 2.1 1.9 0.5", sandbox)
    assert (result.verdict, result.attempts) == (Verdict.AC, 2)
    assert sandbox.spent == [2.1, 1.9, 0.5, 0.5, 0.5]  # the first test twice, then the other three


def test_a_near_miss_is_run_five_times_and_the_fastest_counts() -> None:
    sandbox = FakeSandbox()
    result = judged("spend 2.3 2.2 2.5 2.1 2.4", sandbox)
    assert (result.verdict, result.cpu_time_s, len(sandbox.spent)) == (Verdict.TLE, 2.1, 5)


def test_only_runs_that_are_no_first_ones_ask_for_a_cell_that_never_ran_the_candidate() -> None:
    sandbox = FakeSandbox()
    judged("spend 2.1 2.2 1.9 0.5", sandbox)  # late, twice confirmed, and on
    assert sandbox.first_times == [False, True, True, False]


def test_a_retry_after_a_lost_cell_asks_for_one_that_never_ran_the_candidate() -> None:
    sandbox = FakeSandbox()
    judged("lose-compiling", sandbox)
    assert [
        first for source, first in zip(sandbox.taken, sandbox.first_times, strict=True) if source.startswith("lose")
    ] == [False, True, True]


class FailsToCompileAgain(FakeSandbox):
    """The first program is compiled once, as one whose compilation is near its limits may be."""

    @contextmanager
    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> Iterator[FakeRun]:
        with super().run(program, limits, first_time=first_time) as run:
            again = program.source.startswith(b"spend") and len(self.taken) > 1
            yield replace(run, compile_outcome=CompileOutcome(False, "SyntaxError", 0.0)) if again else run


def test_what_has_run_is_never_called_a_compile_error() -> None:
    """Else a program could choose by its tests how often it is compiled, and tell of them by CE."""
    result = judged("spend 2.1 2.1", FailsToCompileAgain())
    assert (result.verdict, result.reason) == (Verdict.RE, "cell_lost")


SLOW = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.010] * 500


@pytest.mark.parametrize(("source", "verdict"), [("spend 2.4", "AC"), ("spend 2.9", "TLE"), ("spend 3.1", "TLE")])
def test_on_a_machine_that_stays_slow_the_time_at_its_best_counts(
    monkeypatch: pytest.MonkeyPatch, source: str, verdict: str
) -> None:
    """2.4 s on a machine 1.43 times slower than it can be are 1.68 s; 3.1 s were never let run to their end."""
    monkeypatch.setattr(speed_module, "PATIENCE_S", 0.0)
    monkeypatch.setattr(speed_module, "RESTLESS_PAUSE_S", 0.001)
    result = judged(source, FakeSandbox(paces=list(SLOW)))
    assert result.verdict == verdict
    if verdict == Verdict.AC:
        assert result.cpu_time_s == pytest.approx(1.68)


def test_one_run_that_would_have_been_in_time_is_not_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_module, "PATIENCE_S", 0.0)
    monkeypatch.setattr(speed_module, "RESTLESS_PAUSE_S", 0.001)
    assert judged("spend 2.95 2.95 2.95 2.95 2.4", FakeSandbox(paces=list(SLOW))).verdict == Verdict.TLE


def test_a_far_miss_is_run_again_while_the_machine_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_module, "PATIENCE_S", 0.0)
    sandbox = FakeSandbox(paces=[0.007] * speed_module.FIRST_MEASUREMENTS + [0.012])
    assert judged("spend 3.1", sandbox).verdict == Verdict.TLE
    assert sandbox.spent == [3.1] * 3
    sandbox = FakeSandbox(paces=[0.007] * speed_module.FIRST_MEASUREMENTS + [0.012])
    assert judged("spend 3.1 1.9", sandbox).verdict == Verdict.AC


def test_a_near_miss_waits_for_the_machine_to_be_fast() -> None:
    paces = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.012, 0.011, 0.007]
    sandbox = FakeSandbox(paces=paces)
    assert judged("spend 2.1 1.9", sandbox).verdict == Verdict.AC
    assert sandbox.paces == [0.007]


def test_a_machine_that_stays_slow_is_not_waited_for_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed_module, "PATIENCE_S", 0.1)
    monkeypatch.setattr(speed_module, "RESTLESS_PAUSE_S", 0.001)
    paces = [0.007] * speed_module.FIRST_MEASUREMENTS + [0.012] * 500
    sandbox = FakeSandbox(paces=paces)
    probe = speed_module.SpeedProbe(sandbox)
    probe.wait_for_calm()
    looks_left = len(sandbox.paces)
    for _ in range(50):
        probe.wait_for_calm()
    assert 1 < len(sandbox.paces) == looks_left


def test_a_sleeper_gets_one_more_run() -> None:
    sandbox = FakeSandbox()
    assert judged("sleep", sandbox).reason == "wall time"
    assert sandbox.taken == ["sleep", "sleep"]


def test_a_candidate_that_loses_its_cell_thrice_between_living_canaries_is_re() -> None:
    sandbox = FakeSandbox()
    result = judged("lose", sandbox)
    assert (result.verdict, result.reason, result.attempts) == (Verdict.RE, "cell_lost", 3)
    assert sandbox.taken == ["lose", "print(6 * 7)"] * 3


def test_it_is_mle_when_the_kernel_killed_for_memory() -> None:
    assert judged("lose oom").verdict == Verdict.MLE


def test_a_cell_lost_in_compiling_is_the_candidates_doing_too() -> None:
    result = judged("lose-compiling")
    assert (result.verdict, result.reason, result.tests_run) == (Verdict.RE, "cell_lost", 1)
    assert judged("lose-compiling", stop="never").tests_run == 4


def test_it_is_ie_only_when_the_canary_dies_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge_module, "PAUSE_S", 0.0)
    sandbox = FakeSandbox(canary_dies=True)
    result = judged("lose", sandbox)
    assert (result.verdict, sandbox.taken.count("print(6 * 7)")) == (Verdict.IE, 5)
    assert not canary_passes(sandbox)


def test_an_engine_that_is_away_is_no_verdict(tmp_path: Any) -> None:
    (tmp_path / "away").touch()
    with pytest.raises(SandboxUnavailable):
        judged("sum", FakeSandbox(engine_away=tmp_path / "away"))


def test_it_stops_between_tests_when_nobody_wants_the_verdict() -> None:
    sandbox = FakeSandbox()
    with pytest.raises(Abandoned):
        judged("sum", sandbox, abandoned=lambda: sandbox.run_inputs == 2)
    assert sandbox.run_inputs == 2


def test_outputs_beyond_a_megabyte_together_are_not_kept() -> None:
    tests = {"input": [str(n) for n in range(40)], "output": ["1"] * 40}
    problem = parse_row({"name": "long", "public_tests": tests})
    result = judged("say " + "x" * 60_000, problem=problem, stop="never", detail="outputs")
    outputs = [test.output or "" for test in result.tests or ()]
    assert [output[:5] for output in outputs] == ["xxxxx"] * 18 + ["(not "] * 22
    assert sum(map(len, outputs)) < 1_200_000
