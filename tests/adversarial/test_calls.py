"""Calls of a candidate's function: no attack is right, no honest program loses, on both drivers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, Detail, JudgeOptions, Stop
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_selftest.calls import bounds, forging
from equijudge_selftest.calls.bounds import SEARCHES
from equijudge_selftest.calls.case import MARKER, Case, case
from equijudge_selftest.calls.honest import HONEST
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge
from tests.adversarial.conftest import make_sandbox
from tests.cells import MIB

LIMITS = AppliedLimits(cpu_time_s=1.0, wall_time_s=2.0, memory_limit_bytes=256 * MIB, output_limit_bytes=16 * MIB)
ATTACKS = (*forging.ATTACKS, *bounds.ATTACKS)
# Without what its cells have not (numpy, newer syntax), nor bombs, which are the runner's to catch.
IN_PYPY = [
    each
    for each in (*HONEST, *ATTACKS)
    if "numpy" not in each.source and "match " not in each.source and not {Verdict.TLE, Verdict.MLE} & {*each.accept}
]
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS)


def judge_case(sandbox: Sandbox, case: Case, language: str = "python3") -> CandidateResult:
    judge = Judge(sandbox, environment_of(sandbox), lambda: False)
    return judge.judge(case.problem(), Candidate(source=case.source, language=language), ALL, LIMITS)


@pytest.mark.parametrize("case", ATTACKS, ids=lambda case: case.name)
def test_no_attack_is_right(sandbox: Sandbox, case: Case) -> None:
    result = judge_case(sandbox, case)
    assert result.verdict in case.accept, result
    assert case.reason in result.reason
    assert all(each.verdict != Verdict.AC for each in result.tests or ()), result
    assert MARKER not in "".join((each.output or "") + (each.stderr or "") for each in result.tests or ())


@pytest.mark.parametrize("where", SEARCHES)
def test_what_the_searches_look_for_is_found_where_it_is(sandbox: Sandbox, where: str) -> None:
    """With the marker among the arguments, which are in the cell."""
    planted = case("planted", SEARCHES[where], Verdict.AC, tests=(([MARKER], [MARKER]),))
    assert judge_case(sandbox, planted).verdict == Verdict.AC


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case.name)
def test_no_honest_program_loses(sandbox: Sandbox, case: Case) -> None:
    assert judge_case(sandbox, case).verdict == Verdict.AC


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    made = make_sandbox("local", tmp_path_factory.mktemp("pypy"))
    yield made
    made.close()


@pytest.mark.parametrize("case", IN_PYPY, ids=lambda case: case.name)
def test_pypy_calls_as_python_does(local: Sandbox, case: Case) -> None:
    result = judge_case(local, case, "pypy3")
    assert result.verdict in case.accept, result
    assert case.accept == (Verdict.AC,) or all(each.verdict != Verdict.AC for each in result.tests or ())
