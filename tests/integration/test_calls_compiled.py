"""Problems in C++ and Java whose functions are called: right and wrong programs get the verdicts that they should.

In `make test` those in C++ of the problems with types of their own, and some programs of the handbook, in `make proofs`
all of these.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.contracts.verify import Candidate, JudgeOptions
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_selftest.calls.case import Case
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.judge import Judge
from tests.calls.handbook_compiled import TYPED, Called, programs
from tests.cells import CACHE

PROGRAMS = programs()
EVERY = 9


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    kept = ArtefactSettings(tmp_path_factory.mktemp("artefacts"))
    sandbox = LocalSandbox(LocalSettings(cache_dir=CACHE, artefacts=kept))
    yield Judge(sandbox, environment_of(sandbox), lambda: False)
    sandbox.close()


def name_of(number: int) -> str:
    each = PROGRAMS[number]
    kind = "some" if number % EVERY == 0 and each.language == "cpp17" else "more"
    return f"{kind}-{each.language}-{each.expected}-{each.problem.name}-{number}"


@pytest.mark.parametrize("program", [pytest.param(each, id=name_of(number)) for number, each in enumerate(PROGRAMS)])
def test_a_program_of_the_handbook_has_its_label(judge: Judge, program: Called) -> None:
    limits = apply_limits(program.problem, program.language, JudgeOptions().limits, LimitRules())
    candidate = Candidate(source=program.source, language=program.language)
    result = judge.judge(program.problem, candidate, JudgeOptions(), limits)
    assert result.verdict == program.expected, result


@pytest.mark.parametrize(("language", "case"), TYPED, ids=lambda each: each.name if isinstance(each, Case) else None)
def test_a_problem_with_types_is_judged_right(judge: Judge, language: str, case: Case) -> None:
    problem = case.problem()
    limits = apply_limits(problem, language, JudgeOptions().limits, LimitRules())
    result = judge.judge(problem, Candidate(source=case.source, language=language), JudgeOptions(), limits)
    assert (result.verdict,) == case.accept, result
