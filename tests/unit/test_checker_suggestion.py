"""The narrowest comparison under which outputs of right programs agree."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import TestResult
from equijudge_core.judging.checker_suggestion import LADDER, STORED, RightOutputs, climb, narrowest, outputs_by_test
from equijudge_core.judging.decisions import NOT_KEPT, SHOWN_BYTES
from equijudge_core.judging.problem import Test


def outputs(*texts: str) -> list[RightOutputs]:
    """One test; the first is the stored answer."""
    owners = [STORED, *(f"{number}.py" for number in range(1, len(texts)))]
    named = dict(zip(owners, (text.encode() for text in texts), strict=True))
    return [RightOutputs("public/0", named)]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("1 2\n", "1 2\n", "1 2"), "exact"),
        (("1 2\n", " 1  2 \n"), "testlib.lcmp"),
        (("1 2\n", "1\n2\n"), "tokens"),
        (("Yes\n", "YES\n"), "tokens:ignore_case"),
        (("0.3\n", "0.30000000000000004\n"), "float:1e-9"),
        (("1000000\n", "1000000.5\n"), "float:1e-6"),
        (("1\n", "1.00009\n"), "float:1e-4"),
        (("Case 1.0\n", "CASE 1\n"), "codecontests"),
        (("1 2\n3 4\n", "3 4\n1 2\n"), "dmoj.sorted"),
        (("2\n2 4 3\n", "2\n3 2 4\n"), "dmoj.unordered"),
        (("Ann 1\nBob 2\n", "BOB 2\nANN 1\n"), "tokens:ignore_case:any_order=lines"),
        (("a b\n", "B A\n"), "tokens:ignore_case:any_order=words"),
        (("0.1 0.2\n", "0.20000000000000001 0.1\n"), "float:any_order=words"),
        (("YES 0.1 2\n", "2.0001 0.1 Yes\n"), "float:abs=1e-4:rel=1e-4:ignore_case:any_order=words"),
    ],
)
def test_the_narrowest_comparison_is_proposed(texts: tuple[str, ...], name: str) -> None:
    found = narrowest(climb(outputs(*texts)))
    assert found is not None
    assert found.rung.name == name


def test_outputs_that_no_comparison_takes_for_the_same_need_a_checker_of_their_own() -> None:
    agreements = climb(outputs("YES\n1 3\n", "YES\n2 3\n"))
    assert narrowest(agreements) is None
    first = agreements[-1].first
    assert first is not None
    assert (first.one, first.other, agreements[-1].agree) == (STORED, "1.py", 0)


def test_programs_are_compared_with_one_another_and_not_only_with_the_stored_answer() -> None:
    """Each is near enough to the stored answer, and they are not to one another."""
    enough = [each.rung.name for each in climb(outputs("1\n", "1.00009\n", "0.99991\n")) if each.is_enough]
    assert "float:1e-4" not in enough


def test_every_test_counts() -> None:
    tests = [*outputs("a\n", "A\n"), *outputs("1 2\n", "2 3\n"), *outputs("1\n", "1\n")]
    agreements = {each.rung.name: each for each in climb(tests)}
    assert (agreements["exact"].agree, agreements["tokens:ignore_case"].agree) == (1, 2)
    assert narrowest(agreements.values()) is None


def test_every_rung_lets_something_pass_that_those_before_it_do_not() -> None:
    assert len({rung.name for rung in LADDER}) == len(LADDER) == 14


def told(test: str, verdict: str, output: str | None) -> TestResult:
    return TestResult(
        test=test, verdict=Verdict(verdict), cpu_time_s=0, wall_time_s=0, memory_peak_bytes=0, output=output
    )


def test_outputs_that_are_not_told_whole_and_runs_that_failed_say_nothing() -> None:
    tests = tuple(Test(f"public/{number}", b"", b"1\n") for number in range(4))
    programs = {
        "a.py": [told("public/0", "AC", "1\n"), told("public/1", "WA", "x" * SHOWN_BYTES), told("public/2", "WA", "2")],
        "b.py": [told("public/0", "RE", None), told("public/2", "WA", NOT_KEPT)],
    }
    found, cut = outputs_by_test(tests, programs)
    assert cut == ["public/1", "public/2"]
    assert {each.test: set(each.outputs) for each in found} == {"public/0": {STORED, "a.py"}, "public/3": {STORED}}
