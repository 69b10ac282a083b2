"""Kattis problems of several passes, judged in real cells: the validator says what the program runs on next."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, Detail, JudgeOptions, LimitOptions, Stop, TestResult
from equijudge_core.judging.decisions import TOTAL_BUDGET
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.candidate_run import SPENT_FACTOR
from equijudge_verifier.judge.checker_bounds import TOTAL_FACTOR
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Abandoned, Judge
from tests.cells import CACHE

# A word is given once forwards, and what is printed is given again: the second output is to be the word.
TESTS = (Test("public/0", b"say abc\n", b"abc\n"), Test("public/1", b"say xyz\n", b"xyz\n"))
TURNS = "word = input().split()[-1]\nprint('then', word[::-1])"
START = """
import os, sys
folder = sys.argv[3]
said = sys.stdin.read().split()[-1:]
word = open(sys.argv[2]).read().strip()
passes = os.path.join(folder, "passes so far")
number = 1 + (len(open(passes).read()) if os.path.exists(passes) else 0)
open(passes, "a").write("|")
def note(text):
    open(os.path.join(folder, "judgemessage.txt"), "a").write(text)
def go_on(text):
    open(os.path.join(folder, "nextpass.in"), "w").write(text)
"""
VALIDATOR = f"""{START}
note(f"pass {{number}} on {{open(sys.argv[1]).read().strip()}}. ")
if number == 1:
    assert not os.path.exists(os.path.join(folder, "nextpass.in"))
    go_on("again " + said[0])
elif said != [word]:
    sys.exit(43)
sys.exit(42)
"""
CPP_VALIDATOR = r"""
#include <fstream>
#include <iostream>
#include <string>
int main(int, char **words) {
    std::string folder = words[3], said, word;
    while (std::cin >> said) {}
    std::ifstream(words[2]) >> word;
    if (std::ifstream(folder + "once")) return said == word ? 42 : 43;
    std::ofstream(folder + "once") << "!";
    std::ofstream(folder + "nextpass.in") << "again " << said << std::endl;
    return 42;
}
"""
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS)


def validator(source: str, passes: int = 2, language: str = "python3") -> OwnChecker:
    return OwnChecker(
        protocol=CheckerProtocol.KATTIS, language=language, source=source, validation_passes=passes, time_limit_s=5
    )


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    def make() -> LocalSandbox:
        return LocalSandbox(LocalSettings(cache_dir=CACHE))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def judge_program(judge: Judge, own: OwnChecker, source: str) -> tuple[TestResult, ...]:
    given = Problem("turns", "", TESTS, (), (), time_limit_s=0.4, checker=own)
    limits = apply_limits(given, "python3", ALL.limits, LimitRules())
    found = judge.judge(given, Candidate(source=source), ALL, limits).tests
    assert found is not None
    return found


@pytest.mark.parametrize("own", [validator(VALIDATOR), validator(CPP_VALIDATOR, language="cpp17")], ids=["py", "cpp"])
def test_a_program_runs_again_on_what_the_validator_leaves(judge: Judge, own: OwnChecker) -> None:
    found = judge_program(judge, own, TURNS)
    assert [each.verdict for each in found] == [Verdict.AC, Verdict.AC]
    assert [each.output for each in found] == ["then abc\n", "then xyz\n"]


def test_what_the_validator_leaves_stays_for_the_next_pass_of_the_same_test_alone(judge: Judge) -> None:
    found = judge_program(judge, validator(VALIDATOR), TURNS)
    assert [each.checker_message for each in found] == [
        "pass 1 on say abc. pass 2 on again cba.",
        "pass 1 on say xyz. pass 2 on again zyx.",
    ]


def test_nothing_of_the_program_is_left_for_its_next_pass(judge: Judge) -> None:
    hides = "import os\nmarks = [path for path in ('/tmp/mark', 'mark', '/dev/shm/mark') if os.path.exists(path)]\n"
    hides += "for path in ('/tmp/mark', 'mark', '/dev/shm/mark'): open(path, 'w').close()\n"
    found = judge_program(judge, validator(VALIDATOR), f"{hides}{TURNS}\nimport sys\nprint(marks, file=sys.stderr)")
    assert {(each.verdict, each.stderr) for each in found} == {(Verdict.AC, "[]\n")}


@pytest.mark.parametrize(
    ("first", "verdict"),
    [
        ("if word == 'cba': word = 'a'", Verdict.WA),
        ("if word == 'cba': raise ValueError", Verdict.RE),
        ("while word == 'cba': pass", Verdict.TLE),
        ("if word == 'abc': raise ValueError", Verdict.RE),
    ],
)
def test_each_pass_may_decide_the_test_and_the_next_test_goes_on(judge: Judge, first: str, verdict: Verdict) -> None:
    found = judge_program(judge, validator(VALIDATOR), TURNS.replace("\n", f"\n{first}\n"))
    assert [each.verdict for each in found] == [verdict, Verdict.AC]


def test_the_times_of_a_test_are_those_of_its_slowest_pass(judge: Judge) -> None:
    slow = "import time\nwhile word in ('abc', 'cba') and time.process_time() < {}: pass"
    found = judge_program(judge, validator(VALIDATOR), TURNS.replace("\n", f"\n{slow.format(0.3)}\n"))
    assert [each.verdict for each in found] == [Verdict.AC, Verdict.AC]
    assert 0.3 <= found[0].cpu_time_s < 0.55


def test_points_of_the_last_pass_are_those_of_the_test(judge: Judge) -> None:
    gives = "if number == 1: go_on('again ' + said[0])\nelse: open(os.path.join(folder, 'score.txt'), 'w').write('3.5')"
    group = {"name": "1", "tests": ["public/0", "public/1"], "test_points": [5, 5], "policy": "sum"}
    row = Problem("turns", "", TESTS, (), (), checker=validator(f"{START}{gives}\nsys.exit(42)")).to_row()
    problem = parse_row({**row, "scoring": {"groups": [group]}})
    limits = apply_limits(problem, "python3", ALL.limits, LimitRules())
    found = judge.judge(problem, Candidate(source=TURNS), ALL, limits)
    assert (found.points, [each.points for each in found.tests or ()]) == (7.0, [3.5, 3.5])


@pytest.mark.parametrize(
    ("source", "passes", "why"),
    [
        ("go_on('again x')\nsys.exit(42)", 3, "more than 3 passes"),
        ("go_on('again x')\nsys.exit(43)", 2, "rejects, and leaves nextpass.in"),
        ("go_on('again x')\nsys.exit(42)", 1, "its validation_passes are 1"),
        ("go_on('x' * (17 << 20))\nsys.exit(42)", 2, "more than 16 MiB"),
        ("note('x' * (65 << 10))\nsys.exit(42)", 2, "more than 64 KiB"),
        ("os.link(passes, os.path.join(folder, 'more'))\nsys.exit(7)", 2, "neither 42 nor 43"),
    ],
)
def test_a_validator_that_does_not_keep_to_its_passes_is_nobodys_wrong_answer(
    judge: Judge, source: str, passes: int, why: str
) -> None:
    found = judge_program(judge, validator(START + source, passes), TURNS)
    assert [each.verdict for each in found] == [Verdict.IE, Verdict.IE]
    assert why in found[0].reason


def test_passes_go_no_further_than_the_candidates_total_budget(judge: Judge) -> None:
    """Else a test of a hundred passes would keep the slot for hours."""
    endless = Problem("endless", "", TESTS, (), (), checker=validator(f"{START}go_on('x x')\nsys.exit(42)", 100))
    options = ALL.model_copy(update={"limits": LimitOptions(time_limit_s=0.5, total_time_s=0.5)})
    burns = "import time\nuntil = time.process_time() + 0.2\nwhile time.process_time() < until: pass\nprint(1)"
    limits = apply_limits(endless, "python3", options.limits, LimitRules())
    found = judge.judge(endless, Candidate(source=burns), options, limits)
    assert (found.verdict, found.reason, found.tests_run) == (Verdict.TLE, TOTAL_BUDGET, 1)
    assert SPENT_FACTOR <= TOTAL_FACTOR


def test_a_candidate_of_many_short_passes_is_given_up_in_the_middle(
    judge: Judge, monkeypatch: pytest.MonkeyPatch
) -> None:
    endless = Problem("endless", "", TESTS, (), (), checker=validator(f"{START}go_on('x x')\nsys.exit(42)", 100))
    limits = apply_limits(endless, "python3", ALL.limits, LimitRules())
    asked = itertools.count()
    monkeypatch.setattr(judge, "abandoned", lambda: next(asked) >= 20)
    with pytest.raises(Abandoned):
        judge.judge(endless, Candidate(source="print(1)"), ALL, limits)
    assert next(asked) == 21
