"""One small problem in each format of rows: a right program is right, a wrong one is not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge.problem_files import read_problem
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, JudgeOptions, LimitOptions
from equijudge_core.formats import read_row
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE

FIXTURES = Path(__file__).parents[1] / "fixtures" / "formats"
SUM = "print(sum(map(int, input().split())))", "print(3)"
SPLIT = "n = int(input())\nprint(n + 7, -7)", "print(1, 2)"
SPLIT_FILES = (
    "n = int(open('input.txt').read())\nprint(n + 7, -7, file=open('output.txt', 'w'))",
    "n = int(open('input.txt').read())\nprint(1, 2, file=open('output.txt', 'w'))",
)
JUDGED = {
    ("codecontests", 0): SUM,
    ("apps", 0): SUM,
    ("taco", 0): SUM,
    ("livecodebench", 0): SUM,
    ("livecodebench", 1): SUM,
    ("codeforces", 0): SUM,
    ("codeforces", 1): SPLIT_FILES,
    ("codecontests_plus", 0): SPLIT,
    ("codecontests_plus", 1): SUM,
    ("verl", 0): SUM,
    ("verl", 1): SUM,
    ("verifiable", 0): SUM,
    ("verifiable", 1): SUM,
    ("intellect", 0): SUM,
    ("livecodebench", 2): (
        "class Solution:\n    def addTwo(self, a: int, b: List[int]) -> int:\n        return a + sum(b)",
        "class Solution:\n    def addTwo(self, a: int, b: List[int]) -> int:\n        return 6",
    ),
    ("apps", 1): (
        "def count_up(d):\n    return {key: d[key] + 1 for key in d if type(key) is int}",
        "def count_up(d):\n    return d",
    ),
    ("humaneval", 0): ("    return -xs[0] / xs[1]\n", "def find_root(xs):\n    return math.pow(poly([0], 1), 2)\n"),
    ("leetcode_dataset", 0): (
        "class Solution:\n    def addTwo(self, a: int, b: List[int]) -> int:\n        return a + sum(b)",
        "class Solution:\n    def addTwo(self, a: int, b: List[int]) -> int:\n        return 6",
    ),
    ("leetcode_dataset", 1): (
        "class Solution:\n    def reverse(self, head):\n        values = []\n        while head:\n"
        "            values.append(head.val)\n            head = head.next\n        for value in values:\n"
        "            head = ListNode(value, head)\n        return head",
        "class Solution:\n    def reverse(self, head: Optional[ListNode]) -> Optional[ListNode]:\n        return head",
    ),
    ("evalplus", 0): ("    return [x * 0.5 for x in xs]", "    return [x // 2 for x in xs]"),
    ("evalplus", 1): (
        "def similar_elements(a, b):\n    return [x for x in a if x in b]",
        "def similar_elements(a, b):\n    return a",
    ),
    ("evalplus", 2): (
        "import cmath\ndef convert(z):\n    return (abs(z), cmath.phase(z))",
        "def convert(z):\n    return (abs(z), 0.5)",
    ),
    ("mbpp", 0): ("def add_up(a, b):\n    return a + b", "def add_up(a, b):\n    return 3"),
    ("mbpp", 1): ("def root(x):\n    return x ** 0.5", "def root(x):\n    return x"),
    ("mbpp", 2): ("def twice(x):\n    return x + x", "def twice(x):\n    return 4"),
    ("kodcode", 0): ("def add(a, b):\n    return a + b", "def add(a, b):\n    return 3"),
    ("kodcode", 1): ("def add(a, b):\n    return a + b", "def add(a, b):\n    return (a or 0) + b"),
    ("verl", 2): ("def add(a, b):\n    return a + b", "def add(a, b):\n    return '3'"),
    ("bigcodebench", 0): (
        "def task_func(values):\n    if not values: raise ValueError\n    return sum(BASE**each for each in values)",
        "def task_func(values):\n    return sum(BASE**each for each in values)",
    ),
    ("verifiable", 2): ("def add(a, b):\n    return a + b", "def add(a, b):\n    return True"),
}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    def make() -> LocalSandbox:
        return LocalSandbox(LocalSettings(cache_dir=CACHE))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def verdict(judge: Judge, problem: Problem, source: str) -> Verdict:
    limits = apply_limits(problem, "python3", LimitOptions(), LimitRules())
    return judge.judge(problem, Candidate(source=source), JudgeOptions(), limits).verdict


@pytest.mark.parametrize(("file", "number"), JUDGED)
def test_a_right_program_is_right_and_a_wrong_one_wrong(judge: Judge, file: str, number: int) -> None:
    problem = read_row(json.loads((FIXTURES / f"{file}.json").read_text())[number]).problem
    right, wrong = JUDGED[file, number]
    assert verdict(judge, problem, right) == Verdict.AC
    assert verdict(judge, problem, wrong) == Verdict.WA


FORGED = """
class Yes:
    def __eq__(self, other): return True
    def __iter__(self): return iter(())
    def __len__(self): return 0
    def __sub__(self, other): return 0
    def __abs__(self): return 0
    def __le__(self, other): return True
    def __pow__(self, other): return self
    __rmul__ = __radd__ = __mul__ = __add__ = __pow__
def {}(*arguments): return Yes()
"""


@pytest.mark.parametrize(("number", "name"), [(0, "halves"), (1, "similar_elements"), (2, "convert")])
def test_an_object_that_says_it_is_equal_is_no_answer(judge: Judge, number: int, name: str) -> None:
    problem = read_row(json.loads((FIXTURES / "evalplus.json").read_text())[number]).problem
    assert verdict(judge, problem, FORGED.format(name)) == Verdict.WA


HALF = "print(int(input()) / 2)", "print(int(input()) // 2)"
PACKAGES = {"kattis-legacy": HALF, "kattis-groups": SUM, "dmoj": HALF, "polygon": SPLIT}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_packages_problem_is_judged_as_any_other(judge: Judge, name: str) -> None:
    problem = read_problem(FIXTURES / name, None)
    right, wrong = PACKAGES[name]
    assert verdict(judge, problem, right) == Verdict.AC
    assert verdict(judge, problem, wrong) == Verdict.WA
