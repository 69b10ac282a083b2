"""From a conversation with an interactor to the test's verdict: who wins, and what is shown of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Detail, TestResult
from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.checkers import CheckResult
from equijudge_core.judging.decisions import IDLE, SHOWN_BYTES, combine_results, result_after_rerun
from equijudge_core.judging.interactive import (
    CUT,
    NO_LINE_END,
    JudgeLog,
    judge_conversation,
    show_transcript,
)
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test

LIMITS = AppliedLimits(cpu_time_s=2.0, wall_time_s=8.0, memory_limit_bytes=100, output_limit_bytes=1 << 20)
TEST = Test("private/3", b"7\n", b"")
WELL: dict[str, Any] = {"exit_code": 0}
CRASHED: dict[str, Any] = {"exit_code": 1}
LATE: dict[str, Any] = {"exit_code": None, "signal": 9, "killed_for": "cpu", "cpu_time_s": 3.0}
FLOODED: dict[str, Any] = {"exit_code": None, "signal": 9, "killed_for": "output"}
GREEDY: dict[str, Any] = {"exit_code": None, "signal": 9, "killed_for": "memory"}
ASLEEP: dict[str, Any] = {"exit_code": None, "signal": 9, "killed_for": "wall"}
STOPPED: dict[str, Any] = {"exit_code": None, "signal": 9, "killed_for": "stopped"}
SEGFAULT: dict[str, Any] = {"exit_code": None, "signal": 11}
ACCEPTS, REFUSES = {"testlib": 0, "kattis": 42, "dmoj": 0}, {"testlib": 1, "kattis": 43, "dmoj": 1}
PROTOCOL_NAMES = sorted(ACCEPTS)


@dataclass(frozen=True)
class Facts:
    """Of a run of either; it ended well and quickly, unless it is said otherwise."""

    exit_code: int | None = 0
    signal: int | None = None
    killed_for: str | None = None
    oom_killed: bool = False
    cpu_time_s: float = 0.5
    wall_time_s: float = 0.75
    memory_peak_bytes: int = 50
    exception: str = ""
    output: bytes | None = b""
    output_truncated: bool = False
    output_error: str = ""
    stderr: bytes = b""
    stderr_truncated: bool = False
    left: tuple[bytes | None, ...] = ()


@dataclass(frozen=True)
class Turn:
    party: str
    said: bytes


@dataclass(frozen=True)
class Talk:
    candidate: Facts
    interactor: Facts
    ended_first: str
    was_idle: bool = False
    was_deaf: bool = False
    was_kept_waiting: bool = False
    candidate_bytes: int = 4
    transcript: tuple[Turn, ...] = field(default=(Turn("interactor", b"9\n"), Turn("candidate", b"5\n7")))
    is_transcript_cut: bool = False


def judged(
    talk: Talk, protocol: str = "testlib", judge_log: JudgeLog | None = None, *, is_flood: bool = False
) -> TestResult:
    python = LANGUAGES["python3"]
    return judge_conversation(
        TEST, talk, LIMITS, PROTOCOLS[protocol], judge_log, is_flood=is_flood, with_outputs=True, language=python
    )


def ends(first: str, candidate: dict[str, Any], protocol: str, code: int | None, **more: Any) -> tuple[str, str]:
    """Verdict and reason when the interactor ends with this code."""
    idle = more.pop("idle", False)
    result = judged(Talk(Facts(**candidate), Facts(code, **more), first, idle), protocol)
    return result.verdict.value, result.reason


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
@pytest.mark.parametrize("candidate", [WELL, CRASHED, SEGFAULT, LATE, FLOODED, GREEDY, ASLEEP, STOPPED])
def test_who_was_refused_first_has_lost_whatever_it_does_then(protocol: str, candidate: dict[str, Any]) -> None:
    assert ends("interactor", candidate, protocol, REFUSES[protocol]) == ("WA", "")


FAILURES = [
    (CRASHED, ("RE", "exit code 1")),
    (SEGFAULT, ("RE", "killed by SIGSEGV")),
    (LATE, ("TLE", "cpu time")),
    (FLOODED, ("OLE", "output limit")),
    (GREEDY, ("MLE", "memory limit")),
    (ASLEEP, ("TLE", "wall time")),
]


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
@pytest.mark.parametrize(("candidate", "decision"), FAILURES)
def test_an_accepting_interactor_hides_no_failure(
    protocol: str, candidate: dict[str, Any], decision: tuple[str, str]
) -> None:
    for first in ("candidate", "interactor"):
        assert ends(first, candidate, protocol, ACCEPTS[protocol]) == decision


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
@pytest.mark.parametrize(("candidate", "decision"), FAILURES)
@pytest.mark.parametrize("interactor", [{"code": 3}, {"code": None, "signal": 6}, {"code": None, "killed_for": "wall"}])
def test_an_interactor_whose_program_died_is_at_no_fault(
    protocol: str, candidate: dict[str, Any], decision: tuple[str, str], interactor: dict[str, Any]
) -> None:
    assert ends("candidate", candidate, protocol, **interactor) == decision
    assert ends("candidate", candidate, protocol, REFUSES[protocol]) == decision


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
@pytest.mark.parametrize("candidate", [WELL, CRASHED, SEGFAULT, LATE, FLOODED, GREEDY, ASLEEP, STOPPED])
@pytest.mark.parametrize(
    ("interactor", "words"),
    [
        ({"code": 99}, "with 99"),
        ({"code": None, "signal": 11}, "signal 11"),
        ({"code": None, "killed_for": "cpu"}, "more CPU time"),
        ({"code": None, "killed_for": "output"}, "wrote more"),
        ({"code": None, "killed_for": "memory"}, "more memory"),
    ],
)
def test_an_interactor_that_failed_first_is_our_fault(
    protocol: str, candidate: dict[str, Any], interactor: dict[str, Any], words: str
) -> None:
    verdict, reason = ends("interactor", candidate, protocol, **interactor)
    assert verdict == "IE"
    assert reason.startswith("interactor: ")
    assert words in reason
    assert "checker" not in reason


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
def test_a_program_that_ended_early_and_well_gets_the_interactors_ruling(protocol: str) -> None:
    assert ends("candidate", WELL, protocol, REFUSES[protocol]) == ("WA", "")
    assert ends("candidate", WELL, protocol, ACCEPTS[protocol]) == ("AC", "")
    assert ends("candidate", WELL, protocol, None, signal=11)[0] == "IE"


@pytest.mark.parametrize("protocol", PROTOCOL_NAMES)
def test_a_program_that_had_to_be_stopped_is_accepted(protocol: str) -> None:
    assert ends("interactor", STOPPED, protocol, ACCEPTS[protocol]) == ("AC", "")


@pytest.mark.parametrize(
    ("more", "decision"),
    [({"cpu_time_s": 2.5}, ("TLE", "cpu time")), ({"memory_peak_bytes": 101}, ("MLE", "memory limit"))],
)
def test_a_program_that_had_to_be_stopped_has_limits_all_the_same(
    more: dict[str, Any], decision: tuple[str, str]
) -> None:
    assert ends("interactor", {**STOPPED, **more}, "kattis", 42) == decision


def test_a_format_error_is_a_wrong_answer() -> None:
    assert ends("interactor", CRASHED, "testlib", 2) == ("WA", "")


def test_partial_points_are_not_enough() -> None:
    assert ends("interactor", WELL, "testlib", 7, stderr=b"points 3") == ("WA", "")


def test_two_that_wait_for_one_another_are_told_from_a_sleeper() -> None:
    assert ends("candidate", ASLEEP, "kattis", 43, idle=True) == ("TLE", IDLE)
    assert ends("candidate", {**ASLEEP, "cpu_time_s": 2.1}, "kattis", 43, idle=True) == ("TLE", "cpu time")


def test_an_interactor_that_does_not_read_is_our_fault() -> None:
    stopped = Facts(None, signal=9, killed_for="wall")
    for candidate in (STOPPED, WELL, CRASHED):
        result = judged(Talk(Facts(**candidate), stopped, "interactor", was_deaf=True))
        assert (result.verdict, "does not read" in result.reason) == (Verdict.IE, True)


def test_a_program_that_an_interactor_keeps_waiting_is_not_late() -> None:
    for code, reason in ((0, "keeps the program waiting"), (1, "keeps the program waiting"), (3, "at fault")):
        result = judged(Talk(Facts(**ASLEEP), Facts(code), "candidate", was_kept_waiting=True))
        assert (result.verdict, reason in result.reason) == (Verdict.IE, True)


def test_a_limit_that_an_interactor_passes_on_a_flood_is_the_floods_doing() -> None:
    stopped = Facts(None, signal=9, killed_for="cpu")
    result = judged(Talk(Facts(**STOPPED), stopped, "interactor", candidate_bytes=9_000_000), is_flood=True)
    assert (result.verdict, result.reason) == (Verdict.WA, "")
    assert result.checker_message is not None
    assert re.fullmatch("the interactor took more CPU .*, for 9000000 bytes of the program", result.checker_message)


def test_of_two_late_runs_the_one_that_used_its_time_stands() -> None:
    idle = judged(Talk(Facts(**ASLEEP), Facts(1), "candidate", was_idle=True))
    busy = judged(Talk(Facts(**LATE), Facts(1), "candidate"))
    assert result_after_rerun(idle, busy) is result_after_rerun(busy, idle) is busy


# --- a checker that follows
def log_of(content: bytes | None) -> Talk:
    return Talk(Facts(), Facts(0, output=content, stderr=b"ok 5 questions"), "candidate")


def test_the_checker_judges_what_the_interactor_wrote() -> None:
    seen: list[bytes] = []

    def judge_log(log: bytes) -> CheckResult:
        seen.append(log)
        return CheckResult(ok=False, message="too many")

    result = judged(log_of(b"12\n"), judge_log=judge_log)
    assert (result.verdict, result.checker_message, seen) == (Verdict.WA, "too many", [b"12\n"])


def test_what_the_interactor_said_is_shown_where_the_checker_says_nothing() -> None:
    result = judged(log_of(b""), judge_log=lambda _: CheckResult(ok=True))
    assert (result.verdict, result.checker_message) == (Verdict.AC, "ok 5 questions")


def test_a_checker_that_gives_no_answer_is_our_fault() -> None:
    result = judged(log_of(b""), judge_log=lambda _: CheckResult(ok=False, fault="the checker ends with 9"))
    assert (result.verdict, result.reason) == (Verdict.IE, "checker: ends with 9")


@pytest.mark.parametrize("talk", [Talk(Facts(), Facts(1), "candidate"), Talk(Facts(**LATE), Facts(0), "candidate")])
def test_no_checker_is_asked_when_it_is_decided(talk: Talk) -> None:
    def never(_: bytes) -> CheckResult:
        raise AssertionError("asked")

    assert judged(talk, judge_log=never).verdict in (Verdict.WA, Verdict.TLE)


def test_an_interactor_that_left_no_log_left_an_empty_one() -> None:
    assert judged(log_of(None), judge_log=lambda log: CheckResult(ok=log == b"")).verdict == Verdict.AC


# --- what is shown
def test_a_transcript_says_who_said_what() -> None:
    assert judged(Talk(Facts(), Facts(0), "candidate")).transcript == f"< 9\n> 5\n> 7\n{NO_LINE_END}\n"


def test_no_line_of_a_transcript_can_be_taken_for_the_others() -> None:
    shown = show_transcript([Turn("candidate", b"1\n< 2\n\n\x1b[2J\xff\r\n")], cut=False)
    assert shown.split("\n") == ["> 1", "> < 2", "> ", "> \\x1b[2J\\xff\\r", ""]


def test_a_transcript_is_bounded_and_says_so() -> None:
    assert show_transcript([Turn("candidate", b"1\n")], cut=True) == f"> 1\n{CUT}\n"
    long = show_transcript([Turn("candidate", b"\0" * (1 << 20)), Turn("interactor", b"never")], cut=False)
    assert len(long) <= SHOWN_BYTES + len(CUT) + 2
    assert long.endswith(f"\n{CUT}\n")
    assert show_transcript([], cut=False) == ""


def test_a_transcript_is_shown_to_those_alone_who_ask_for_outputs() -> None:
    result = judged(replace(Talk(Facts(), Facts(1), "candidate")))
    compiled = type("Compiled", (), {"ok": True, "message": ""})()
    for detail, shown in ((Detail.OUTPUTS, 1), (Detail.TESTS, 0), (Detail.VERDICT, 0)):
        whole = combine_results(
            [result], tests_total=1, limits=LIMITS, compiled=compiled, detail=detail, environment=None
        )
        assert whole.first_failure is not None
        assert whole.model_dump_json().count("no line end") == shown * 2
