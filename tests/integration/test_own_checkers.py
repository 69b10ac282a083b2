"""Problems with a checker of their own, judged in real cells: what is right, what is its fault, what leaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, CheckerSpec, Detail, JudgeOptions, Stop
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.headers import Headers
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import MOST_BYTES, TOO_LARGE, CheckerCells, refuse_unseen
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE

# Print any two numbers whose sum is the one on stdin.
TESTS = tuple(Test(f"public/{number}", b"%d\n" % number, b"0 %d\n" % number) for number in (5, 9))
PYTHON_CHECKER = """
import sys
given, said = open(sys.argv[1]).read(), open(sys.argv[3]).read()
try:
    a, b = map(int, said.split())
except ValueError:
    print("two numbers, please")
    sys.exit(0)
print(1 if a + b == int(given) else 0)
"""
CPP_CHECKER = r"""
#include <fstream>
#include <iostream>
int main(int count, char **words) {
    std::ifstream input(words[1]), output(words[2]);
    long long sum, a, b;
    input >> sum;
    if (!(output >> a >> b)) { std::cout << "two numbers, please"; return 1; }
    std::cout << a << " and " << b;
    return a + b != sum;
}
"""
VALIDATOR = r"""
import os, sys
a, b = map(int, sys.stdin.read().split())
with open(os.path.join(sys.argv[3], "judgemessage.txt"), "w") as file:
    file.write(" ".join(sys.argv[4:]) + " seen")
sys.exit(42 if a + b == int(open(sys.argv[1]).read()) else 43)
"""
TESTLIB = r"""
#include "testlib.h"
int main(int argc, char *argv[]) {
    registerTestlibCmd(argc, argv);
    int sum = inf.readInt(), a = ouf.readInt(), b = ouf.readInt();
    if (a + b != sum) quitf(_wa, "the sum is %d", a + b);
    quitf(_ok, "%d and %d", a, b);
}
"""
CHECKERS = {
    "testlib": OwnChecker(protocol=CheckerProtocol.TESTLIB, source=TESTLIB),
    "script": OwnChecker(protocol=CheckerProtocol.SCRIPT, language="python3", source=PYTHON_CHECKER),
    "dmoj-python": OwnChecker(
        protocol=CheckerProtocol.DMOJ_PYTHON,
        source="def check(process_output, judge_output, judge_input, **kwargs):\n"
        "    return sum(map(int, process_output.split())) == int(judge_input)",
    ),
    "dmoj": OwnChecker(protocol=CheckerProtocol.DMOJ, source=CPP_CHECKER),
    "kattis": OwnChecker(
        protocol=CheckerProtocol.KATTIS, language="python3", source=VALIDATOR, flags=("case_sensitive",)
    ),
}
RIGHT = "n = int(input())\nprint(n + 7, -7)"
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.TESTS)


def problem(checker: OwnChecker | None) -> Problem:
    return Problem("sums", "", TESTS, (), (), checker=checker)


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    def make() -> LocalSandbox:
        return LocalSandbox(LocalSettings(cache_dir=CACHE))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def judge_program(
    judge: Judge, checker: OwnChecker | None, source: str, options: JudgeOptions = ALL
) -> CandidateResult:
    given = problem(checker)
    return judge.judge(
        given, Candidate(source=source), options, apply_limits(given, "python3", options.limits, LimitRules())
    )


@pytest.mark.parametrize("name", CHECKERS)
def test_another_right_answer_is_accepted_and_a_wrong_one_is_not(judge: Judge, name: str) -> None:
    assert judge_program(judge, CHECKERS[name], RIGHT).verdict == Verdict.AC
    wrong = judge_program(judge, CHECKERS[name], "print(input(), 1)")
    assert wrong.verdict == Verdict.WA
    assert judge_program(judge, None, RIGHT).verdict == Verdict.WA


def test_what_a_checker_says_comes_back(judge: Judge) -> None:
    results = [judge_program(judge, CHECKERS[name], RIGHT).tests for name in ("dmoj", "kattis")]
    assert [[each.checker_message for each in found or ()] for found in results] == [
        ["12 and -7", "16 and -7"],
        ["case_sensitive seen", "case_sensitive seen"],
    ]


def test_a_header_that_a_checker_brings_is_the_one_it_gets(judge: Judge) -> None:
    own = "#include <cstdlib>\n#define registerTestlibCmd(a, b) std::exit((a) == 4 && (b)[0] ? 3 : 9)\n"
    own += "struct { int readInt(); } inf, ouf;\nenum { _ok, _wa };\nvoid quitf(int, const char *, ...);\n"
    source = '#include "testlib.h"\nint main(int argc, char *argv[]) { registerTestlibCmd(argc, argv); }'
    checker = OwnChecker(protocol=CheckerProtocol.TESTLIB, source=source, files={"testlib.h": own})
    result = judge_program(judge, checker, RIGHT)
    assert result.verdict == Verdict.IE
    assert result.first_failure is not None
    assert "it or its data are at fault" in result.first_failure.reason


def test_an_operators_header_is_the_one_that_a_checker_without_its_own_gets(judge: Judge) -> None:
    """Under any protocol, and through a header of the checker's."""
    ruling = b'#include "other.h"\nint main() { return RULING; }'
    headers = Headers({"ruling.h": ruling, "other.h": b"#define RULING 1\n", "testlib.h": b""})
    brings = {"mine.h": '#include "ruling.h"\n'}
    own = OwnChecker(protocol=CheckerProtocol.DMOJ, source='#include "mine.h"', files=brings)
    assert judge.checkers is not None
    cells = CheckerCells(lambda: LocalSandbox(LocalSettings(cache_dir=CACHE)), LANGUAGES, headers)
    theirs = Judge(judge.sandbox, judge.environment, lambda: False, checkers=cells)
    found = judge_program(theirs, own, RIGHT)
    cells.close()
    assert found.verdict == Verdict.WA
    assert found.environment is not None
    assert found.environment.checker_headers == headers.digest
    assert judge_program(judge, own, RIGHT).verdict == Verdict.IE


def test_a_header_that_is_missing_is_named(judge: Judge) -> None:
    checker = OwnChecker(protocol=CheckerProtocol.TESTLIB, source='#include "geometry.h"\nint main() {}')
    result = judge_program(judge, checker, RIGHT)
    assert result.verdict == Verdict.IE
    assert result.first_failure is not None
    reason = result.first_failure.reason
    assert "checker: includes geometry.h, which is not there: put it among the checker's files, or" in reason


def test_a_file_over_the_source_of_a_language_that_only_its_toolchain_knows_is_named(judge: Judge) -> None:
    """Such rows are refused where they are read, but for an operator's languages."""
    checker = OwnChecker(protocol=CheckerProtocol.DMOJ, source="int main() {}", files={"main.cpp": ""})
    result = judge_program(judge, checker, RIGHT)
    assert (result.verdict, result.first_failure and "main.cpp" in result.first_failure.reason) == (Verdict.IE, True)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ("raise ValueError", "raised ValueError"),
        ("print('what?')", "no number"),
        ("while True: pass", "too much CPU time|more CPU time"),
        ("print('x' * (20 << 20))", "wrote more"),
        ("def", "does not compile"),
    ],
)
def test_a_checker_that_gives_no_answer_is_nobodys_wrong_answer(judge: Judge, source: str, why: str) -> None:
    checker = OwnChecker(protocol=CheckerProtocol.SCRIPT, language="python3", source=source, time_limit_s=0.5)
    result = judge_program(judge, checker, RIGHT)
    assert result.verdict == Verdict.IE
    assert result.first_failure is not None
    assert re.search(why, result.first_failure.reason), result.first_failure.reason
    assert judge_program(judge, CHECKERS["script"], RIGHT).verdict == Verdict.AC


def test_what_a_checker_said_when_it_gave_no_answer_comes_back(judge: Judge) -> None:
    """Else nobody knows what is wrong with the problem."""
    confused = OwnChecker(protocol=CheckerProtocol.DMOJ, language="python3", source="print('no answer?')\nexit(9)")
    tests = judge_program(judge, confused, RIGHT).tests or ()
    assert [(each.verdict, each.checker_message) for each in tests] == [(Verdict.IE, "no answer?")] * 2


def test_a_program_that_fails_by_itself_is_not_shown_to_the_checker(judge: Judge) -> None:
    accepts_all = OwnChecker(protocol=CheckerProtocol.SCRIPT, language="python3", source="print(1)")
    assert judge_program(judge, accepts_all, "raise SystemExit(3)").verdict == Verdict.RE
    assert judge_program(judge, accepts_all, "print('nonsense')").verdict == Verdict.AC


def test_no_program_makes_an_ie_by_an_output_that_is_too_long_for_the_checker(judge: Judge) -> None:
    flood = "for _ in range(60): print('1 ' * (1 << 19))"
    tests = judge_program(judge, CHECKERS["dmoj"], flood).tests or ()
    assert [each.verdict for each in tests] == [Verdict.WA, Verdict.WA]
    assert "48 MiB" in (tests[0].checker_message or "")


def test_a_problem_whose_own_files_are_too_long_for_its_checker_is_at_fault() -> None:
    assert refuse_unseen(1, MOST_BYTES // 2).fault == TOO_LARGE
    assert not refuse_unseen(0, MOST_BYTES // 2).fault


def test_files_of_a_checker_take_room_from_outputs(judge: Judge) -> None:
    """They lie in one bounded folder; one that is full would be a lost cell."""
    large = CHECKERS["dmoj-python"].model_copy(update={"files": {"table.txt": "x" * (7 << 20)}})
    flood = "for _ in range(43): print('1 ' * (1 << 19))"
    tests = judge_program(judge, large, flood).tests or ()
    assert [(each.verdict, "48 MiB" in (each.checker_message or "")) for each in tests] == [(Verdict.WA, True)] * 2


def test_a_caller_may_ask_for_another_comparison(judge: Judge) -> None:
    exact = ALL.model_copy(update={"checker": CheckerSpec(name="exact")})
    assert judge_program(judge, CHECKERS["script"], RIGHT, exact).verdict == Verdict.WA


def test_no_candidate_meets_what_a_checker_left(judge: Judge) -> None:
    """The answer is in no cell that candidates enter, whatever a checker does with it."""
    leaves = OwnChecker(
        protocol=CheckerProtocol.SCRIPT,
        language="python3",
        source="import sys\nopen('/tmp/marker', 'w').write(open(sys.argv[2]).read())\nprint(1)",
    )
    looks = "import os\nprint([name for top in ('/tmp', '/dev/shm') for name in os.listdir(top)])"
    outputs = ALL.model_copy(update={"detail": Detail.OUTPUTS})
    for _ in range(3):
        found = judge_program(judge, leaves, looks, outputs)
        assert {each.output for each in found.tests or ()} == {"['box']\n"}
    checkers = judge.checkers
    assert checkers is not None
    assert checkers.sandbox is not judge.sandbox


def test_a_checker_is_part_of_what_a_problem_is() -> None:
    plain, own = problem(None), problem(CHECKERS["kattis"])
    assert plain.problem_id != own.problem_id
    again = parse_row(own.to_row())
    assert (again.checker, again.problem_id) == (own.checker, own.problem_id)
    other = replace(own, checker=CHECKERS["kattis"].model_copy(update={"flags": ()}))
    assert other.problem_id != own.problem_id
