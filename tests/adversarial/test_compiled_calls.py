"""Calls of a candidate's function in C++ and Java, on local cells: no attack is right, no honest program loses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, Detail, JudgeOptions, Stop
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_selftest.calls.case import MARKER, Case
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge
from tests.adversarial.conftest import make_sandbox
from tests.calls import cpp, java
from tests.cells import MIB

LIMITS = AppliedLimits(cpu_time_s=1.0, wall_time_s=4.0, memory_limit_bytes=256 * MIB, output_limit_bytes=16 * MIB)
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS)
ATTACKS = [("cpp17", case) for case in cpp.ATTACKS] + [("java", case) for case in java.ATTACKS]
HONEST = [("cpp17", case) for case in cpp.HONEST] + [("java", case) for case in java.HONEST]


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    made = make_sandbox("local", tmp_path_factory.mktemp("compiled"))
    yield made
    made.close()


def judge_case(sandbox: Sandbox, case: Case, language: str) -> CandidateResult:
    judge = Judge(sandbox, environment_of(sandbox), lambda: False)
    return judge.judge(case.problem(), Candidate(source=case.source, language=language), ALL, LIMITS)


def name_of(value: object) -> str | None:
    return value.name if isinstance(value, Case) else None


@pytest.mark.parametrize(("language", "case"), ATTACKS, ids=name_of)
def test_no_attack_is_right(local: Sandbox, language: str, case: Case) -> None:
    result = judge_case(local, case, language)
    assert result.verdict in case.accept, result
    assert case.reason in result.reason
    assert all(each.verdict != Verdict.AC for each in result.tests or ()), result
    assert MARKER not in "".join((each.output or "") + (each.stderr or "") for each in result.tests or ())


@pytest.mark.parametrize(("language", "case"), HONEST, ids=name_of)
def test_no_honest_program_loses(local: Sandbox, language: str, case: Case) -> None:
    result = judge_case(local, case, language)
    assert result.verdict == Verdict.AC, result


@pytest.mark.parametrize("language", ["cpp17", "cpp20", "java"])
def test_a_fault_is_named_with_the_line_of_the_candidates_own(local: Sandbox, language: str) -> None:
    lines = ["class Solution {", "", "  int solve(int x) {", "    retrun x;", "  }", "}"]
    lines[0] = "import java.util.*; class Solution {" if language == "java" else lines[0]
    case = Case("a fault", "\n".join(lines) + ";\n", (Verdict.CE,), ((([1], 1)),), {})
    result = judge_case(local, case, language)
    assert result.verdict == Verdict.CE
    assert ("Main.java:4:" if language == "java" else "solution.cpp:4:") in result.compile_message
