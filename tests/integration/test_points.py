"""Problems that give points, judged in real cells: what checkers give in part, what is run for points' sake, and the
manual's example."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.scoring import Scoring
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, Detail, JudgeOptions, Stop
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE
from tests.scored import group

# Print as many of the numbers below n as you can find whose square ends in themselves: each gives a point.
BELOW = (10, 100, 1000)
FOUND = ((0, 1, 5, 6), (0, 1, 5, 6, 25, 76), (0, 1, 5, 6, 25, 76, 376, 625))
TESTS = tuple(
    Test(f"private/{at}", b"%d\n" % n, b" ".join(b"%d" % each for each in found) + b"\n")
    for at, (n, found) in enumerate(zip(BELOW, FOUND, strict=True))
)
TESTLIB = r"""
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int below = inf.readInt(), all = 0, right = 0;
    std::set<int> answer, said;
    while (!ans.seekEof()) { answer.insert(ans.readInt()); all++; }
    while (!ouf.seekEof()) {
        int each = ouf.readInt(0, below - 1, "number");
        if (!answer.count(each)) quitf(_wa, "%d is none", each);
        right += said.insert(each).second;
    }
    if (right == all) quitf(_ok, "all %d", all);
    if (right == 1) quitf(_pc(1), "only one");
    if (right == 0) quitf(_wa, "none");
    quitp(right, "of %d", all);
}
"""
VALIDATOR = r"""
import sys
answer, said = set(open(sys.argv[2]).read().split()), set(sys.stdin.read().split())
if said - answer or not said:
    sys.exit(43)
if said != answer:
    open(sys.argv[3] + "score_multiplier.txt", "w").write(str(len(said) / len(answer)))
sys.exit(42)
"""
SCORES = VALIDATOR.replace("score_multiplier.txt", "score.txt").replace(" / len(answer)", "")
DMOJ = """
from dmoj.result import CheckerResult
def check(process_output, judge_output, point_value, **kwargs):
    answer, said = set(judge_output.split()), set(process_output.split())
    if said - answer:
        return False
    return CheckerResult(len(said) > 0, point_value * len(said) / len(answer), "found")
"""
CHECKERS = {
    "testlib": OwnChecker(protocol=CheckerProtocol.TESTLIB, source=TESTLIB),
    "kattis": OwnChecker(protocol=CheckerProtocol.KATTIS, language="python3", source=VALIDATOR),
    "kattis score": OwnChecker(protocol=CheckerProtocol.KATTIS, language="python3", source=SCORES),
    "dmoj-python": OwnChecker(protocol=CheckerProtocol.DMOJ_PYTHON, source=DMOJ),
}
NAMES = [test.name for test in TESTS]
EACH = Scoring(groups=(group("all", NAMES, "sum", 18).model_copy(update={"points": None, "test_points": (4, 6, 8)}),))
FINDS = "n = int(input())\nprint(*[x for x in range({0}) if x * x % 10 ** len(str(x)) == x][:{1}])"
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.TESTS)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    def make() -> LocalSandbox:
        return LocalSandbox(LocalSettings(cache_dir=CACHE))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def judged(judge: Judge, problem: Problem, source: str, options: JudgeOptions = ALL) -> CandidateResult:
    limits = apply_limits(problem, "python3", options.limits, LimitRules())
    return judge.judge(problem, Candidate(source=source), options, limits)


def of_tests(result: CandidateResult) -> list[tuple[str, float | None]]:
    return [(each.verdict.value, each.points) for each in result.tests or ()]


@pytest.mark.parametrize("name", CHECKERS)
def test_a_checker_gives_each_test_its_part(judge: Judge, name: str) -> None:
    problem = Problem("ends", "", (), TESTS, (), checker=CHECKERS[name], scoring=EACH)
    right = judged(judge, problem, FINDS.format("n", 9))
    assert (right.verdict, right.points, right.max_points) == (Verdict.AC, 18, 18)
    some = judged(judge, problem, FINDS.format("min(n, 77)", 5))
    assert of_tests(some) == [("AC", 4), ("WA", 5), ("WA", 5)]
    assert (some.verdict, some.reason, some.points) == (Verdict.WA, "partial points", 14)
    one = judged(judge, problem, "print(6)")
    assert of_tests(one) == [("WA", 1)] * 3
    wrong = judged(judge, problem, "n = int(input())\nprint(0, 1, 5, 6 if n < 50 else 7)")
    assert of_tests(wrong) == [("AC", 4), ("WA", 0), ("WA", 0)]


def test_without_points_partial_ones_are_not_enough_and_a_score_is_a_fault(judge: Judge) -> None:
    problem = Problem("ends", "", (), TESTS, (), checker=CHECKERS["testlib"])
    assert of_tests(judged(judge, problem, "print(0, 6)")) == [("WA", None)] * 3
    problem = Problem("ends", "", (), TESTS, (), checker=CHECKERS["kattis score"])
    assert of_tests(judged(judge, problem, "print(0, 6)")) == [("IE", None)] * 3


def test_more_points_than_a_test_has_are_the_checkers_fault(judge: Judge) -> None:
    least = Scoring(groups=(group("all", NAMES, "sum", 3),))
    result = judged(
        judge, Problem("ends", "", (), TESTS, (), checker=CHECKERS["testlib"], scoring=least), "print(0, 6)"
    )
    assert (result.verdict, result.points, result.max_points) == (Verdict.IE, None, 3)
    assert result.reason == "checker: gives 2 points for a test of 1 at most"


def test_an_interactor_gives_points_too(judge: Judge) -> None:
    source = r"""
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerInteraction(argc, argv);
    std::cout << inf.readInt() << std::endl;
    int said = ouf.readInt();
    if (said == 3) quitf(_ok, "three");
    quitp(said, "not three");
}
"""
    interactor = OwnChecker(protocol=CheckerProtocol.TESTLIB, source=source)
    scoring = Scoring(groups=(group("all", NAMES, "min", 3),))
    problem = Problem("talk", "", (), TESTS, (), interactor=interactor, scoring=scoring)
    result = judged(judge, problem, "print(3 if int(input()) < 50 else 1)")
    assert (of_tests(result), result.points) == ([("AC", 3), ("WA", 1), ("WA", 1)], 1)


def test_a_cell_goes_on_behind_tests_that_are_passed_over(judge: Judge) -> None:
    """Real cells are sent inputs ahead; a test that is passed over must not take another's result."""
    tests = tuple(Test(f"private/{n}", b"%d\n" % n, b"%d\n" % n) for n in range(12))
    names = [test.name for test in tests]
    groups = (
        group("a", names[0::3], "min", 1),
        group("b", names[1::3], "sum", 8),
        group("c", names[2::3], "min", 1, "a"),
    )
    problem = Problem("echo", "", (), tests, (), scoring=Scoring(groups=groups))
    source = "n = int(input())\nprint(n if n % 5 else -1)"
    quick, whole = (judged(judge, problem, source, JudgeOptions(stop=stop, detail=Detail.TESTS)) for stop in Stop)
    assert [each.test for each in quick.tests or ()] == ["private/0", *names[1::3]]
    assert [each.points for each in quick.groups or ()] == [each.points for each in whole.groups or ()] == [0, 6, 0]
    told = {each.test: each.verdict for each in whole.tests or ()}
    assert all(told[each.test] == each.verdict for each in quick.tests or ())


def test_the_manuals_example_is_as_it_says(judge: Judge) -> None:
    page = Path(__file__).parents[2].joinpath("docs/points.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    problem = parse_row(json.loads(example))

    def points(source: str) -> list[Any]:
        result = judged(judge, problem, source, JudgeOptions())
        return [*(each.points for each in result.groups or ()), result.points, result.max_points]

    assert points("a, b = map(int, input().split())\nprint(max(a, b), min(a, b))") == [0, 30, 20, 50, 100, 100]
    assert points("print(input())") == [0, 0, 0, 50, 50, 100]
    assert points("print('2 2')") == [0, 0, 0, 0, 0, 100]
