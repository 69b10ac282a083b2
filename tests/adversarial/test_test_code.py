"""Tests that are code, against programs that would rather pass than be right, and against honest ones with odd habits.

A candidate's process never holds a test or an expected value. So nothing that it does to itself is of use, and what it
says is a value or nothing: never right, and never a fault of the problem, which would be better than wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits, Candidate, CandidateResult, Detail, JudgeOptions
from equijudge_core.judging.languages import LANGUAGES
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox
from equijudge_selftest.test_code.case import ATTACKS, HONEST, Case
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.adversarial.conftest import make_sandbox
from tests.cells import MIB

LIMITS = AppliedLimits(cpu_time_s=0.7, wall_time_s=1.5, memory_limit_bytes=256 * MIB, output_limit_bytes=96 * MIB)


@pytest.fixture(scope="module")
def judge(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """The tests' cells are of the same kind as the candidates'."""
    driver = "docker" if isinstance(sandbox, DockerSandbox) else "local"
    checkers = CheckerCells(lambda: make_sandbox(driver, tmp_path_factory.mktemp("tests")), LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()


def judged(judge: Judge, case: Case, language: str = "python3") -> CandidateResult:
    candidate = Candidate(source=case.source, language=language)
    return judge.judge(case.problem(), candidate, JudgeOptions(detail=Detail.OUTPUTS), LIMITS)


def fails(found: CandidateResult) -> bool:
    """Whether it is wrong, and by the program's doing."""
    return found.verdict not in (Verdict.AC, Verdict.IE, Verdict.CE)


@pytest.mark.parametrize("case", ATTACKS, ids=lambda case: case.name)
def test_nothing_is_gained(judge: Judge, case: Case) -> None:
    found = judged(judge, case)
    assert fails(found), found.tests


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    made = make_sandbox("local", tmp_path_factory.mktemp("pypy"))
    checkers = CheckerCells(lambda: make_sandbox("local", tmp_path_factory.mktemp("tests")), LANGUAGES)
    yield Judge(made, environment_of(made), lambda: False, checkers=checkers)
    checkers.close()
    made.close()


# PyPy counts its stack's bytes, not its frames.
IN_PYPY = [case for case in HONEST if "limit of recursion" not in case.name]


@pytest.mark.parametrize("case", IN_PYPY, ids=lambda case: case.name)
def test_pypy_answers_as_python_does(local: Judge, case: Case) -> None:
    assert judged(local, case, "pypy3").verdict == Verdict.AC


@pytest.mark.parametrize("case", HONEST, ids=lambda case: case.name)
def test_honest_programs_lose_nothing(judge: Judge, case: Case) -> None:
    found = judged(judge, case)
    assert found.verdict == Verdict.AC, found.tests
