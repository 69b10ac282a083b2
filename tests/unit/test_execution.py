"""What is told of a run: cuts, bytes that are no text, limits, files."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import pytest

from equijudge_core.contracts.execute import MOST_KEPT_BYTES, Exceeded, InputRun
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.judging.decisions import cell_lost_result
from equijudge_core.judging.execution import RunResult, Telling, all_runs, as_text
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.outcome import KilledFor, Outcome

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1 << 20, output_limit_bytes=1 << 20)
ENDED = Outcome(0, None, None, False, 0.1, 0.2, 1000, "", b"", False, "", b"", False)


def told(outcome: Outcome, keep_bytes: int = 100, fetch: tuple[str, ...] = ()) -> InputRun:
    return Telling(keep_bytes, fetch).tell(outcome, LIMITS, MOST_KEPT_BYTES)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"abc", "abc"),
        ("é€😀".encode(), "é€😀"),
        ("aé".encode()[:2], "a"),
        ("a😀".encode()[:4], "a"),
        (b"\xff", "\\xff"),
    ],
)
def test_a_cut_output_loses_the_character_that_was_cut_and_no_more(data: bytes, text: str) -> None:
    assert as_text(data, cut_behind=True)[0] == text


def test_half_a_character_at_the_start_of_a_tail_is_left_out() -> None:
    assert as_text("é!".encode()[1:], cut_before=True) == ("!", None)


def test_half_a_character_that_the_program_wrote_is_told() -> None:
    assert as_text(b"a\xc3") == ("a\\xc3", base64.b64encode(b"a\xc3").decode())


@pytest.mark.parametrize(
    ("facts", "exceeded"),
    [
        ({}, None),
        ({"cpu_time_s": 1.2}, Exceeded.CPU_TIME),
        ({"killed_for": KilledFor.CPU, "exit_code": None, "signal": 9}, Exceeded.CPU_TIME),
        ({"killed_for": KilledFor.WALL, "exit_code": None, "signal": 9}, Exceeded.WALL_TIME),
        ({"wall_time_s": 60.0}, None),
        ({"memory_peak_bytes": 2 << 20}, Exceeded.MEMORY),
        ({"oom_killed": True, "exit_code": None, "signal": 9}, Exceeded.MEMORY),
        ({"output_truncated": True}, Exceeded.OUTPUT),
        ({"killed_for": KilledFor.FILES, "exit_code": None, "signal": 9}, Exceeded.FILES),
        ({"exit_code": None, "signal": 11}, None),
    ],
)
def test_the_limit_that_was_passed_is_named(facts: dict[str, Any], exceeded: Exceeded | None) -> None:
    assert told(replace(ENDED, **facts)).killed_for == exceeded


def test_a_run_that_is_late_is_in_doubt_and_one_that_fails_is_not() -> None:
    telling, test, python = Telling(1, ()), Test("", b"", b""), LANGUAGES["python3"]
    late = telling.decide(test, replace(ENDED, cpu_time_s=1.2), LIMITS, python)
    failed = telling.decide(test, replace(ENDED, exit_code=1), LIMITS, python)
    assert (late.verdict, failed.verdict) == (Verdict.TLE, Verdict.RE)


def test_files_that_are_not_there_are_left_out_and_long_ones_said_to_be_cut() -> None:
    found = told(replace(ENDED, left=(b"x", None, b"y" * (64 << 10))), fetch=("a", "b", "c")).files
    assert {path: (len(each.read()), each.truncated) for path, each in found.items()} == {
        "a": (1, False),
        "c": (64 << 10, True),
    }


def test_all_runs_of_a_program_together_keep_a_bounded_part() -> None:
    telling, python = Telling(MOST_KEPT_BYTES, ()), LANGUAGES["python3"]
    kept = []
    for _ in range(3):
        outcome = replace(ENDED, output=b"x" * (3 << 20))
        result = telling.decide(
            Test("", b"", b""), outcome, LIMITS.model_copy(update={"output_limit_bytes": 1 << 30}), python
        )
        telling.settle(result)
        kept.append((len(result.run.stdout), result.run.stdout_truncated, result.run.stdout_bytes))
    assert kept == [(3 << 20, False, 3 << 20)] * 2 + [(2 << 20, True, 3 << 20)]


def test_of_a_run_that_is_told_at_once_nothing_is_held() -> None:
    taken: list[InputRun] = []
    telling = Telling(100, (), taken.append)
    result = telling.settle(
        telling.decide(Test("", b"", b""), replace(ENDED, output=b"x"), LIMITS, LANGUAGES["python3"])
    )
    assert [run.stdout for run in taken] == ["x"]
    assert isinstance(result, RunResult)
    assert result.run == InputRun()


def test_inputs_without_a_result_were_not_run_or_are_our_fault() -> None:
    lost = cell_lost_result(Test("", b"", b""), oom_killed=False)
    assert [run.killed_for for run in all_runs([lost], 2, "")] == [Exceeded.CELL_LOST, Exceeded.TOTAL_TIME]
    assert [run.internal_error for run in all_runs([lost], 2, "why")] == ["", "why"]
