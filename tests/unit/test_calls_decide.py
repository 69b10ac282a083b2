"""From the facts of a run in which a function was called to the verdict on the test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from equijudge_core.contracts.calls import Calls
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, TestResult
from equijudge_core.judging.calls import decide
from equijudge_core.judging.calls.decide import judge_call
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.problem import Test
from equijudge_sandbox.outcome import KilledFor, Outcome

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1 << 28, output_limit_bytes=1 << 20)
RAN = Outcome(
    exit_code=0,
    signal=None,
    killed_for=None,
    oom_killed=False,
    cpu_time_s=0.01,
    wall_time_s=0.01,
    memory_peak_bytes=1,
    exception="",
    output=b"v[0,1]",
    output_truncated=False,
    output_error="",
    stderr=b"",
    stderr_truncated=False,
)
CALLS = Calls(name="twoSum")


def judge(outcome: Outcome, expected: str = "[0, 1]", calls: Calls = CALLS) -> TestResult:
    test = Test("public/0", b"[[2, 7], 9]", expected.encode())
    return judge_call(test, outcome, LIMITS, calls, with_outputs=True, language=LANGUAGES["python3"])


def test_the_expected_value_is_right() -> None:
    assert judge(RAN).verdict == Verdict.AC
    assert judge(RAN).output == "[0,1]"


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        (None, Verdict.WA, "the process ended before the call gave a value"),
        (b"", Verdict.WA, "the process ended before the call gave a value"),
        (b"n", Verdict.RE, "the program defines no function twoSum"),
        (b"tgenerator\x1b[2J", Verdict.WA, "the call gave a ?, which is no value to compare"),
        (b"tMyList", Verdict.WA, "the call gave a MyList, which is no value to compare"),
        (b"c", Verdict.WA, "the call gave a value that holds itself"),
        (b"d", Verdict.WA, "the call gave a value that is nested too deeply"),
        (b"m", Verdict.WA, "the call gave a value of too many elements"),
        (b"v", Verdict.WA, "what the call left is no value: not in the encoding"),
        (b"v[0,1]]", Verdict.WA, "what the call left is no value: not in the encoding"),
        (b"[0,1]", Verdict.WA, "what the call left is no value"),
        (b"vnull", Verdict.WA, ""),
        (b"v[1,0]", Verdict.WA, ""),
        (b'v{"t":[0,1]}', Verdict.AC, ""),
    ],
)
def test_what_is_left_decides(answer: bytes | None, verdict: Verdict, reason: str) -> None:
    result = judge(replace(RAN, output=answer))
    assert (result.verdict, result.reason) == (verdict, reason)


def test_nothing_is_not_the_none_that_is_expected() -> None:
    assert judge(replace(RAN, output=b"vnull"), "null").verdict == Verdict.AC
    for answer in (None, b"", b"v", b"null"):
        assert judge(replace(RAN, output=answer), "null").verdict == Verdict.WA


def test_an_answer_counts_only_of_a_run_that_ended_well() -> None:
    assert judge(replace(RAN, exit_code=1, exception="KeyError")).exception == "KeyError"
    assert judge(replace(RAN, exit_code=None, signal=9)).verdict == Verdict.RE
    assert judge(replace(RAN, killed_for=KilledFor.CPU)).verdict == Verdict.TLE
    assert judge(replace(RAN, output_truncated=True)).verdict == Verdict.OLE


def test_an_expected_value_that_is_none_is_nobodys_wrong_answer() -> None:
    result = judge(RAN, "[0, 1")
    assert result.verdict == Verdict.IE
    assert result.reason.startswith("test: the expected value is none")


def test_an_empty_list_of_nodes_is_what_none_is_expected_for() -> None:
    calls = Calls.model_validate({"name": "f", "returns": "ListNode"})
    for expected in ("null", "[]"):
        assert judge(replace(RAN, output=b"v[]"), expected, calls).verdict == Verdict.AC


def test_keys_that_are_integers_as_texts_are_integers() -> None:
    calls = Calls(name="f", integer_keys=True)
    answer = replace(RAN, output=b'v{"d":[[1,"a"],[-2,"b"]]}')
    assert judge(answer, '{"1": "a", "-2": "b"}', calls).verdict == Verdict.AC
    assert judge(answer, '{"1": "a", "-2": "b"}').verdict == Verdict.WA
    assert judge(replace(RAN, output=b'v{"d":[["x",1]]}'), '{"x": 1}', calls).verdict == Verdict.AC


def test_a_tuple_that_is_expected_can_be_told_from_a_list() -> None:
    calls = Calls.model_validate({"name": "f", "encoding": "typed", "compare": {"tuple_is_list": False}})
    assert judge(replace(RAN, output=b'v{"t":[0]}'), '{"t": [0]}', calls).verdict == Verdict.AC
    assert judge(replace(RAN, output=b"v[0]"), '{"t": [0]}', calls).verdict == Verdict.WA


def test_long_values_of_tests_are_not_kept() -> None:
    """Read, they are tens of times as large."""
    decide._read_short.cache_clear()
    long = "[" + "0, " * decide.MOST_KEPT + "0]"
    assert judge(replace(RAN, output=b"v" + long.replace(" ", "").encode()), long).verdict == Verdict.AC
    assert decide._read_short.cache_info().currsize == 0


def test_every_reason_is_in_the_manual() -> None:
    page = (Path(__file__).parents[2] / "docs" / "calls.md").read_text("utf-8")
    for reason in (decide.NO_ANSWER, decide.UNREADABLE, decide.GIVES[b"c"], "the program defines no function"):
        assert f"| `{reason}" in page
