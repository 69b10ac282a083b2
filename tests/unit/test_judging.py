"""From the facts of one run to its verdict: what decides, in which order."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, CheckerSpec, TestResult
from equijudge_core.judging.checkers import make_checker
from equijudge_core.judging.decisions import cell_lost_result, is_near_limit, judge_test, result_after_rerun
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.outcome import KilledFor, Outcome

LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=100, output_limit_bytes=1 << 20)
SEVEN = Test("private/3", b"", b"7\n")


@dataclass(frozen=True)
class Facts:
    exit_code: int | None = 0
    signal: int | None = None
    killed_for: str | None = None
    oom_killed: bool = False
    cpu_time_s: float = 0.5
    wall_time_s: float = 0.75
    memory_peak_bytes: int = 50
    exception: str = ""
    output: bytes | None = b"7\n"
    output_truncated: bool = False
    output_error: str = ""
    stderr: bytes = b""


RIGHT = Facts()
KILLED = Facts(exit_code=None, signal=9)


def judged(facts: Facts, language: str = "python3", *, with_outputs: bool = False) -> TestResult:
    checker = make_checker(CheckerSpec())
    return judge_test(SEVEN, facts, LIMITS, checker, with_outputs=with_outputs, language=LANGUAGES[language])


def verdict(facts: Facts) -> tuple[str, str]:
    result = judged(facts)
    return result.verdict.value, result.reason


def test_a_right_output_within_the_limits_is_accepted() -> None:
    result = judged(RIGHT)

    assert (result.verdict, result.reason, result.test) == (Verdict.AC, "", "private/3")
    assert (result.cpu_time_s, result.wall_time_s, result.memory_peak_bytes) == (0.5, 0.75, 50)


def test_a_wrong_output_comes_with_its_first_difference() -> None:
    result = judged(replace(RIGHT, output=b"8\n"))

    assert result.verdict == Verdict.WA
    assert result.difference is not None
    assert (result.difference.expected, result.difference.got) == ("7", "8")


def test_a_crash_names_its_exception_and_nothing_else_does() -> None:
    crashed = replace(RIGHT, exit_code=1, exception="ZeroDivisionError")
    assert (judged(crashed).verdict, judged(crashed).exception) == (Verdict.RE, "ZeroDivisionError")
    assert judged(replace(RIGHT, exit_code=3)).exception is None
    assert judged(replace(RIGHT, exception="ValueError")).exception is None
    assert judged(replace(crashed, killed_for="cpu")).exception is None


JAVA_HEAP = b'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n\tat Main.main(Main.java:3)\n'
NODE_HEAP = b"FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n 1: 0xb7a940 node\n"


@pytest.mark.parametrize(
    ("language", "stderr", "exception"),
    [
        ("java", b'Exception in thread "main" java.util.NoSuchElementException\n\tat x', "NoSuchElementException"),
        ("java", b'Exception in thread "Thread-0" Main$Bad: no\n\tat Main.main', "Bad"),
        ("cpp17", b"terminate called after throwing an instance of 'std::out_of_range'\n  what():  x", "out_of_range"),
        ("pypy3", b"Traceback (most recent call last):\n  File x\nzlib.error: no\n", "error"),
        ("python2", b"Traceback (most recent call last):\nValueError: no\n", "ValueError"),
        ("javascript", b"main.js:1\nx\n^\n\nReferenceError: x is not defined\n    at Object", "ReferenceError"),
        ("go", b"panic: runtime error: index out of range [3]\n\ngoroutine 1", "panic"),
        ("rust", b"thread 'main' (12) panicked at main.rs:2:5:\nx", "panicked"),
        ("c", b"Segmentation fault", None),
        ("java", b"said by the program", None),
        ("java", b'Exception in thread "main" ' + b"x" * 100, "x" * 64),
    ],
)
def test_how_a_crash_reads_is_the_languages_to_say(language: str, stderr: bytes, exception: str | None) -> None:
    crashed = replace(RIGHT, exit_code=1, stderr=stderr)
    result = judged(crashed, language)
    assert (result.verdict, result.reason, result.exception) == (Verdict.RE, "exit code 1", exception)
    assert judged(replace(crashed, exit_code=0), language).exception is None


@pytest.mark.parametrize(
    ("language", "facts", "decision"),
    [
        ("java", replace(RIGHT, exit_code=1, stderr=JAVA_HEAP), ("MLE", "memory limit")),
        ("javascript", replace(KILLED, signal=6, stderr=NODE_HEAP), ("MLE", "memory limit")),
        ("java", replace(RIGHT, exit_code=0, stderr=JAVA_HEAP), ("AC", "")),  # caught, and gone on
        ("java", replace(KILLED, killed_for="files", stderr=JAVA_HEAP), ("RE", "files limit")),
        ("java", replace(RIGHT, exit_code=1, stderr=JAVA_HEAP, cpu_time_s=9.0), ("TLE", "cpu time")),
        ("cpp17", replace(RIGHT, exit_code=1, stderr=JAVA_HEAP), ("RE", "exit code 1")),
        ("python3", replace(RIGHT, exit_code=1, exception="OutOfMemoryError"), ("RE", "exit code 1")),
    ],
)
def test_a_runtime_that_refuses_memory_beyond_the_limit_is_over_it(
    language: str, facts: Facts, decision: tuple[str, str]
) -> None:
    result = judged(facts, language)
    assert (result.verdict.value, result.reason) == decision


def test_an_answer_that_needed_the_tolerance_is_loose() -> None:
    assert judged(replace(RIGHT, output=b"7.0")).loose
    assert not judged(RIGHT).loose


@pytest.mark.parametrize(
    ("facts", "decision"),
    [
        (replace(KILLED, killed_for="output"), ("OLE", "output limit")),
        (replace(RIGHT, output_truncated=True), ("OLE", "output limit")),
        (replace(RIGHT, output=b"7" * ((1 << 20) + 1)), ("OLE", "output limit")),
        (replace(KILLED, killed_for="memory"), ("MLE", "memory limit")),
        (replace(KILLED, oom_killed=True), ("MLE", "memory limit")),
        (replace(RIGHT, memory_peak_bytes=101), ("MLE", "memory limit")),
        (replace(KILLED, killed_for="cpu", cpu_time_s=2.0), ("TLE", "cpu time")),
        (replace(RIGHT, cpu_time_s=2.01), ("TLE", "cpu time")),
        (replace(KILLED, killed_for="wall"), ("TLE", "wall time")),
        (replace(KILLED, killed_for="files"), ("RE", "files limit")),
    ],
)
def test_each_limit_has_its_verdict(facts: Facts, decision: tuple[str, str]) -> None:
    assert verdict(facts) == decision


@pytest.mark.parametrize("killed_for", KilledFor)
def test_no_run_that_the_runner_ended_is_accepted(killed_for: KilledFor) -> None:
    outcome = Outcome(
        exit_code=0,
        signal=None,
        killed_for=killed_for,
        oom_killed=False,
        cpu_time_s=0.5,
        wall_time_s=0.5,
        memory_peak_bytes=1,
        exception="",
        output=b"7\n",
        output_truncated=False,
        output_error="",
        stderr=b"",
        stderr_truncated=False,
    )
    result = judge_test(SEVEN, outcome, LIMITS, make_checker(CheckerSpec()), with_outputs=False)

    assert result.verdict in (Verdict.OLE, Verdict.MLE, Verdict.TLE, Verdict.RE)


@pytest.mark.parametrize(
    ("facts", "decision"),
    [
        (replace(RIGHT, exit_code=1), ("RE", "exit code 1")),
        (replace(RIGHT, exit_code=42), ("RE", "exit code 42")),
        (replace(RIGHT, exit_code=None), ("RE", "no exit status")),
        (replace(RIGHT, exit_code=None, signal=11), ("RE", "killed by SIGSEGV")),
        (replace(RIGHT, exit_code=None, signal=8), ("RE", "killed by SIGFPE")),
        (replace(RIGHT, exit_code=None, signal=40), ("RE", "killed by signal 40")),
        (KILLED, ("RE", "killed by SIGKILL")),
        (replace(KILLED, signal=24), ("RE", "killed by SIGXCPU")),
    ],
)
def test_a_crash_after_the_right_output_is_a_runtime_error(facts: Facts, decision: tuple[str, str]) -> None:
    assert facts.output == SEVEN.output
    assert verdict(facts) == decision


@pytest.mark.parametrize(
    "facts",
    [
        replace(RIGHT, cpu_time_s=2.0),
        replace(RIGHT, memory_peak_bytes=100),
        replace(RIGHT, wall_time_s=8.5),
        replace(RIGHT, stderr=b"timelimit exceeded"),
    ],
    ids=["cpu time used up", "memory used up", "ended by itself behind the wall time", "words on stderr"],
)
def test_at_the_limit_is_within_it(facts: Facts) -> None:
    assert verdict(facts) == ("AC", "")


EVERYTHING = replace(KILLED, killed_for="output", oom_killed=True, memory_peak_bytes=999, cpu_time_s=9.0, output=b"8")


def test_of_several_broken_limits_output_then_memory_then_time_decides() -> None:
    memory_first = replace(EVERYTHING, killed_for="cpu")
    time_first = replace(memory_first, oom_killed=False, memory_peak_bytes=1)

    assert verdict(EVERYTHING)[0] == "OLE"
    assert verdict(memory_first)[0] == "MLE"
    assert verdict(time_first) == ("TLE", "cpu time")
    assert verdict(replace(time_first, killed_for="wall")) == ("TLE", "cpu time")


def test_a_missing_output_file_is_a_wrong_answer_that_says_why() -> None:
    facts = replace(RIGHT, output=None, output_error="not a regular file")

    assert verdict(facts) == ("WA", "no output file: not a regular file")


def test_a_missing_output_file_after_a_crash_is_the_crash() -> None:
    assert verdict(replace(RIGHT, output=None, exit_code=1)) == ("RE", "exit code 1")


def test_nothing_written_where_nothing_is_expected_is_right() -> None:
    empty = Test("public/0", b"", b"")
    result = judge_test(empty, replace(RIGHT, output=b""), LIMITS, make_checker(CheckerSpec()), with_outputs=False)

    assert result.verdict == Verdict.AC


def test_an_expected_output_that_the_checker_cannot_read_is_the_problems_fault_and_is_not_quoted() -> None:
    test, checker = Test("private/0", b"", b"forty-two\n"), make_checker(CheckerSpec(name="testlib.icmp"))
    result = judge_test(test, Facts(output=b"42\n"), LIMITS, checker, with_outputs=False)
    assert (result.verdict, result.difference) == (Verdict.IE, None)
    assert result.reason == "checker: testlib.icmp: the expected output has no integer of 32 bits where one is read"


def test_outputs_are_attached_only_when_asked_for() -> None:
    facts = replace(RIGHT, output=b"7\xff\n", stderr=b"warn")

    assert (judged(facts).output, judged(facts).stderr) == (None, None)
    shown = judged(facts, with_outputs=True)
    assert (shown.output, shown.stderr) == ("7\\xff\n", "warn")


def test_attached_outputs_are_shortened() -> None:
    shown = judged(replace(RIGHT, output=b"7" * 70_000), with_outputs=True).output

    assert shown == "7" * 65_536 + "\n… 4464 bytes more"


@pytest.mark.parametrize(
    ("facts", "near"),
    [
        (RIGHT, False),
        (replace(RIGHT, cpu_time_s=2.01), True),
        (replace(KILLED, killed_for="cpu", cpu_time_s=2.99), True),
        (replace(KILLED, killed_for="cpu", cpu_time_s=3.0), False),
        (replace(KILLED, killed_for="wall", cpu_time_s=0.1), True),
        (replace(KILLED, killed_for="wall", cpu_time_s=3.0), False),
        (replace(KILLED, killed_for="cpu", cpu_time_s=2.5, oom_killed=True), False),
        (KILLED, False),
    ],
)
def test_a_time_limit_verdict_is_near_within_half_the_limit_or_by_the_clock(facts: Facts, near: bool) -> None:
    assert is_near_limit(facts, LIMITS) is near


def test_the_second_run_stands_unless_it_is_late_too() -> None:
    late, later = judged(replace(RIGHT, cpu_time_s=2.1)), judged(replace(RIGHT, cpu_time_s=2.2))
    right, crash = judged(RIGHT), judged(replace(RIGHT, exit_code=1))

    assert result_after_rerun(late, right) == right
    assert result_after_rerun(late, crash) == crash
    assert result_after_rerun(late, later) == result_after_rerun(later, late) == late


def test_a_busy_program_that_a_crowd_kept_from_its_cpu_time_once_is_late_by_cpu_time_all_the_same() -> None:
    by_clock = judged(replace(RIGHT, cpu_time_s=0.4, killed_for="wall"))
    by_cpu = judged(replace(RIGHT, cpu_time_s=3.0, killed_for="cpu"))

    assert result_after_rerun(by_clock, by_cpu) == result_after_rerun(by_cpu, by_clock) == by_cpu


@pytest.mark.parametrize(("oom_killed", "verdict"), [(True, Verdict.MLE), (False, Verdict.RE)])
def test_a_lost_cell_is_never_better_than_a_failure(oom_killed: bool, verdict: Verdict) -> None:
    result = cell_lost_result(SEVEN, oom_killed=oom_killed)

    assert (result.test, result.verdict, result.reason) == ("private/3", verdict, "cell_lost")
