"""Problems in C++ and Java whose functions are called: right and wrong programs get the verdicts that they should.

In `make test` those in C++ of the problems with types of their own, and some programs of the handbook, in `make proofs`
all of these.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

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


TREE = [1, None, -2, 3, None, None, 4]
TEXTS = ["", "\u00e9\u6f22\U0001f600", '"\\\n\t\0\x7f\u2028/', " ],[ "]
# By kind: values, and the types of both languages that hold them.
VALUES: dict[str, tuple[list[Any], str, str]] = {
    "int": ([0, -1, 2**31 - 1, -(2**31)], "int", "int"),
    "long": ([2**62, 2**62 - 1, -(2**62), 2**63 - 1, -(2**63)], "long long", "long"),
    "double": ([0.1, -0.0, 1e300, 5e-324, 1e22, math.inf, -math.inf, math.nan], "double", "double"),
    "bool[]": ([[True, False], []], "vector<bool>", "boolean[]"),
    "char[][]": ([[["a", "."], ['"', "\\"]], []], "vector<vector<char>>", "char[][]"),
    "string": (TEXTS, "string", "String"),
    "string[][]": ([[TEXTS, []], []], "vector<vector<string>>", "List<List<String>>"),
    "int[][][]": ([[[[1], []], []], []], "vector<vector<vector<int>>>", "int[][][]"),
    "ListNode[]": ([[[1, 2], [], [3]], []], "vector<ListNode *>", "ListNode[]"),
    "TreeNode[]": ([[TREE, [], [5]], []], "vector<TreeNode *>", "List<TreeNode>"),
}
SAME = {
    "cpp17": "class Solution {{ public: {0} solve({0} x, int y) {{ return x; }} }};",
    "java": "class Solution {{ public {0} solve({0} x, int y) {{ return x; }} }}",
}


@pytest.mark.parametrize("language", SAME)
@pytest.mark.parametrize("kind", VALUES)
def test_values_come_back_as_they_went_in(judge: Judge, kind: str, language: str) -> None:
    values, *types = VALUES[kind]
    source = SAME[language].format(types[language == "java"])
    tests = tuple(([value, 7], value) for value in values)
    problem = Case(kind, source, (), tests, {"arguments": [kind, "int"], "returns": kind}).problem()
    limits = apply_limits(problem, language, JudgeOptions().limits, LimitRules())
    result = judge.judge(problem, Candidate(source=source, language=language), JudgeOptions(), limits)
    assert (result.verdict, result.loose) == ("AC", False), result
