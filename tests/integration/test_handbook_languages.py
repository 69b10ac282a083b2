"""The handbook's programs in other languages than Python get the verdicts that they are labelled with, all tests judged
as for anybody. In `make test` local cells judge one program of each language and verdict, in `make proofs` both drivers
judge them all. Of what is too slow `make test` has a C++ program alone: each is run again until its lateness is sure.

A toolchain that is missing is an error here, never a skip.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from equijudge_core.contracts.verify import Candidate, Environment, JudgeOptions, LimitOptions
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, parse_row
from equijudge_verifier.judge.judge import Judge
from tests import handbook
from tests.languages.cases import PACKAGES
from tests.languages.judged import make_sandbox

PROGRAMS = handbook.read_others()
FIRST = {(x["language"], x["expected"]): index for index, x in reversed(list(enumerate(PROGRAMS)))}


def name_of(index: int) -> str:
    """`first` or `more`, which tests/conftest.py looks at, and which program it is."""
    x = PROGRAMS[index]
    is_first = FIRST[x["language"], x["expected"]] == index
    kind = "first" if is_first and (x["expected"] != "TLE" or x["language"] == "cpp17") else "more"
    return f"{kind}-{x['language']}-{x['expected']}-{x['problem']}-{x.get('algorithm') or x['reason']}"


@pytest.fixture(scope="module", params=["local", "docker"])
def judge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    sandbox = make_sandbox(request.param, tmp_path_factory.mktemp("handbook"))
    yield Judge(sandbox, Environment(**asdict(sandbox.info())), lambda: False)
    sandbox.close()


@pytest.fixture(scope="module")
def problems() -> dict[str, Problem]:
    return {row["name"]: parse_row(row, numbering="hf") for row in handbook.read_rows()}


@pytest.mark.parametrize("program", [pytest.param(x, id=name_of(index)) for index, x in enumerate(PROGRAMS)])
def test_a_program_gets_its_label(judge: Judge, problems: dict[str, Problem], program: dict[str, Any]) -> None:
    language = program["language"]
    why = judge.sandbox.languages().missing.get(language)
    assert why is None, f"{language} is missing ({why}): please install {PACKAGES[language]}"
    problem = problems[program["problem"]]
    limits = apply_limits(problem, language, LimitOptions(), LimitRules())
    result = judge.judge(problem, Candidate(source=program["source"], language=language), JudgeOptions(), limits)
    assert result.verdict == program["expected"], result
