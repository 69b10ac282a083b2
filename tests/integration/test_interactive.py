"""Problems with an interactor, judged in real cells: who wins, what ends what never ends, and what is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import Candidate, CandidateResult, Detail, JudgeOptions, LimitOptions, Stop
from equijudge_core.judging.decisions import IDLE
from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.judging.limits import LimitRules, apply_limits
from equijudge_core.judging.problem import Problem, Test, parse_row
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.bootstrap import environment_of
from equijudge_verifier.judge.checker_cells import CheckerCells
from equijudge_verifier.judge.judge import Judge
from tests.cells import CACHE

# Guess a number from 1 to 100 in at most 7 questions; the answers are less, more, right.
TESTS = tuple(Test(f"private/{secret}", b"%d 7\n" % secret, b"7\n") for secret in (1, 42))
PAGE = (Path(__file__).parents[2] / "docs" / "interaction.md").read_text("utf-8")
TESTLIB = (Path(__file__).parents[1] / "checkers" / "guess.cpp").read_text()
TALK = """
import sys
secret, most = map(int, open(sys.argv[1]).read().split())
for asked in range(most):
    line = sys.stdin.readline()
    if not line.strip().isdigit():
        print("no number:", ascii(line), file=sys.stderr)
        sys.exit(NO)
    guess = int(line)
    print("right" if guess == secret else "less" if guess > secret else "more", flush=True)
    if guess == secret:
        sys.exit(YES)
print("too many questions", file=sys.stderr)
sys.exit(NO)
"""
INTERACTORS = {
    "testlib": OwnChecker(protocol=CheckerProtocol.TESTLIB, source=TESTLIB),
    "kattis": OwnChecker(
        protocol=CheckerProtocol.KATTIS, language="python3", source=TALK.replace("YES", "42").replace("NO", "43")
    ),
    "dmoj": OwnChecker(
        protocol=CheckerProtocol.DMOJ, language="python3", source=TALK.replace("YES", "0").replace("NO", "1")
    ),
}
PYTHON = """
low, high = 1, 100
while True:
    middle = (low + high) // 2
    print(middle, flush=True)
    said = input()
    if said == "right":
        break
    low, high = (middle + 1, high) if said == "more" else (low, middle - 1)
"""
CPP = r"""
#include <iostream>
#include <string>
int main() {
    int low = 1, high = 100;
    for (std::string said; said != "right";) {
        int middle = (low + high) / 2;
        std::cout << middle << std::endl;
        if (!(std::cin >> said)) return 3;
        (said == "more" ? low : high) = said == "more" ? middle + 1 : middle - 1;
    }
}
"""
LINEAR = "for guess in range(1, 101):\n    print(guess, flush=True)\n    if input() == 'right': break"
FLOOD = "import sys\nwhile True: sys.stdout.write('50\\n' * 10000)"
ALL = JudgeOptions(stop=Stop.NEVER, detail=Detail.OUTPUTS, limits=LimitOptions(time_limit_s=0.3, wall_time_limit_s=1))


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    def make() -> LocalSandbox:
        return LocalSandbox(LocalSettings(cache_dir=CACHE))

    sandbox, checkers = make(), CheckerCells(make, LANGUAGES)
    yield Judge(sandbox, environment_of(sandbox), lambda: False, checkers=checkers)
    checkers.close()
    sandbox.close()


def talk(
    judge: Judge,
    interactor: OwnChecker,
    source: str,
    *,
    checker: OwnChecker | None = None,
    options: JudgeOptions = ALL,
    language: str = "python3",
) -> CandidateResult:
    given = Problem("guess", "", (), TESTS, (), interactor=interactor, checker=checker)
    limits = apply_limits(given, language, options.limits, LimitRules())
    return judge.judge(given, Candidate(source=source, language=language), options, limits)


def decisions(result: CandidateResult) -> list[tuple[str, str]]:
    return [(each.verdict.value, each.reason) for each in result.tests or ()]


def kattis(source: str, **more: float) -> OwnChecker:
    return OwnChecker(protocol=CheckerProtocol.KATTIS, language="python3", source=source, **more)


@pytest.mark.parametrize("name", INTERACTORS)
@pytest.mark.parametrize(("language", "source"), [("python3", PYTHON), ("cpp17", CPP)])
def test_a_program_that_finds_it_is_accepted(judge: Judge, name: str, language: str, source: str) -> None:
    result = talk(judge, INTERACTORS[name], source, language=language)
    assert decisions(result) == [("AC", "")] * 2, result


SILENT = "import sys\nprint(50)\nsys.stdin.readline()"


@pytest.mark.parametrize(
    ("name", "source", "expected"),
    [
        *((name, LINEAR, ("WA", "")) for name in INTERACTORS),
        *((name, "print('fifty', flush=True)\nwhile True: pass", ("WA", "")) for name in INTERACTORS),
        *((name, "", ("WA", "")) for name in INTERACTORS),
        *((name, PYTHON + "\nraise SystemExit(3)", ("RE", "exit code 3")) for name in INTERACTORS),
        *((name, "print(50, flush=True)\nraise ValueError", ("RE", "exit code 1")) for name in INTERACTORS),
        *((name, FLOOD, ("WA", "")) for name in INTERACTORS),
        ("kattis", "while True: pass", ("TLE", "cpu time")),
        ("testlib", PYTHON + "\nwhile True: pass", ("TLE", "cpu time")),
        ("testlib", "input()", ("TLE", IDLE)),
        ("kattis", SILENT, ("TLE", IDLE)),
        ("dmoj", "x = bytearray(b'1') * (1 << 30)", ("MLE", "memory limit")),
    ],
)
def test_whoever_fails_first_decides(judge: Judge, name: str, source: str, expected: tuple[str, str]) -> None:
    options = ALL.model_copy(update={"stop": Stop.FIRST_FAILURE, "detail": Detail.TESTS})
    result = talk(judge, INTERACTORS[name], source, options=options)
    assert decisions(result)[-1] == expected, result


@pytest.mark.parametrize("name", INTERACTORS)
def test_what_a_crash_follows_does_not_depend_on_who_is_seen_first(judge: Judge, name: str) -> None:
    """An interactor says all it has to say of what it was told before it learns that its program has failed."""
    wrong = talk(judge, INTERACTORS[name], "print('x', flush=True)\nraise ValueError")
    assert decisions(wrong) == [("WA", "")] * 2


@pytest.mark.parametrize("name", INTERACTORS)
def test_what_a_program_says_beyond_the_end_does_not_count(judge: Judge, name: str) -> None:
    assert talk(judge, INTERACTORS[name], PYTHON + "\nprint('and more')\nprint('x' * (1 << 20))").verdict == Verdict.AC


@pytest.mark.parametrize(
    ("language", "source"), [("python3", "while True: pass"), ("cpp17", "int main() { for (;;); }")]
)
def test_a_program_that_is_refused_before_it_has_begun_costs_no_cell(judge: Judge, language: str, source: str) -> None:
    at_once = kattis("import os\nos._exit(43)")
    many = Problem("at once", "", (), TESTS * 15, (), interactor=at_once)
    limits = apply_limits(many, language, ALL.limits, LimitRules())
    result = judge.judge(many, Candidate(source=source, language=language), ALL, limits)
    assert (result.attempts, decisions(result)) == (1, [("WA", "")] * 30)


def test_no_program_chooses_an_ie_by_a_flood(judge: Judge) -> None:
    echo = kattis("import sys\nfor line in sys.stdin: sum(range(1000))\nsys.exit(42)", time_limit_s=0.3)
    options = ALL.model_copy(update={"stop": Stop.FIRST_FAILURE})
    result = talk(judge, echo, FLOOD, options=options)
    assert decisions(result) == [("WA", "")], result
    message = (result.tests or ())[0].checker_message or ""
    assert re.search("took more CPU time .* bytes of the program", message)


def test_a_flood_into_an_interactor_that_only_listens_ends_with_the_output_limit(judge: Judge) -> None:
    listens = kattis("import sys\nfor line in sys.stdin: pass\nsys.exit(42)")
    options = ALL.model_copy(update={"limits": ALL.limits.model_copy(update={"output_limit_bytes": 1 << 20})})
    assert decisions(talk(judge, listens, FLOOD, options=options)) == [("OLE", "output limit")] * 2


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "signal 11"),
        ("raise ValueError('of the interactor')", "raised ValueError"),
        ("exit(7)", "ends with 7"),
        ("while True: pass", "more CPU time"),
        ("while True: print('x' * 100000)", "wrote more"),
        ("x = bytearray(b'1') * (1 << 30)", "more memory"),
        ("import time\ntime.sleep(50)", "does not read"),
        ("def", "does not compile"),
    ],
)
def test_an_interactor_that_fails_is_nobodys_wrong_answer(judge: Judge, source: str, why: str) -> None:
    limits = {"time_limit_s": 0.5, "memory_limit_bytes": 64 << 20}
    result = talk(judge, kattis(source, **limits), PYTHON)
    assert {verdict for verdict, _ in decisions(result)} == {"IE"}
    for _, reason in decisions(result):
        assert reason.startswith("interactor: "), reason
        assert re.search(why, reason), reason
    assert talk(judge, INTERACTORS["kattis"], PYTHON).verdict == Verdict.AC


def test_a_program_that_does_not_compile_is_no_fault_of_its_interactor(judge: Judge) -> None:
    assert talk(judge, kattis("def"), "def").verdict == Verdict.CE


def test_an_interactor_gets_input_and_answer_and_leaves_a_message(judge: Judge) -> None:
    source = (
        "import sys, os\nopen(sys.argv[3] + 'judgemessage.txt', 'w').write(open(sys.argv[1]).read() + "
        "open(sys.argv[2]).read() + sys.argv[4])\nsys.exit(42)"
    )
    flagged = kattis(source).model_copy(update={"flags": ("loudly",)})
    result = talk(judge, flagged, "")
    assert [each.checker_message for each in result.tests or ()] == ["1 7\n7\nloudly", "42 7\n7\nloudly"]


# --- a checker that follows
def test_a_checker_judges_what_the_interactor_wrote(judge: Judge) -> None:
    """Six questions for 1, seven for 42: the limit of 7 is the interactor's, that of 6 the checker's."""
    checker = OwnChecker(
        protocol=CheckerProtocol.SCRIPT,
        language="python3",
        source="import sys\nprint(int(int(open(sys.argv[3]).read()) <= 6 and open(sys.argv[2]).read() == '7'))",
    )
    assert decisions(talk(judge, INTERACTORS["testlib"], PYTHON, checker=checker)) == [("AC", ""), ("WA", "")]
    refused = talk(judge, INTERACTORS["testlib"], LINEAR, checker=checker).tests or ()
    assert [each.verdict for each in refused] == [Verdict.AC, Verdict.WA]
    assert refused[1].checker_message == "wrong answer more than 7 questions"


def test_a_long_log_is_judged_as_a_whole(judge: Judge) -> None:
    writes = OwnChecker(
        protocol=CheckerProtocol.TESTLIB,
        language="python3",
        source="import sys\nwith open(sys.argv[2], 'w') as log:\n    for _ in range(int(sys.stdin.readline())):\n"
        "        log.write('x' * 999 + '\\n')",
    )
    counts = OwnChecker(
        protocol=CheckerProtocol.SCRIPT, language="python3", source="import sys\nprint(len(open(sys.argv[3]).read()))"
    )
    one = ALL.model_copy(update={"stop": Stop.FIRST_FAILURE})
    long = talk(judge, writes, "print(1000)", checker=counts, options=one)
    assert [each.checker_message for each in long.tests or ()] == ["999999"]  # without the last line end


# --- what is shown
def test_what_was_said_comes_back(judge: Judge) -> None:
    first, second = (
        talk(judge, INTERACTORS["kattis"], "print(50, flush=True)\nprint(input() + '!', end='')").tests or ()
    )
    assert first.transcript == "> 50\n< less\n> less!\n\\ no line end\n"
    assert second.transcript == first.transcript
    assert first.checker_message == "no number: 'less!'"
    assert first.output is None


def test_what_was_said_is_not_told_unasked(judge: Judge) -> None:
    for detail in (Detail.VERDICT, Detail.TESTS):
        result = talk(judge, INTERACTORS["kattis"], PYTHON, options=ALL.model_copy(update={"detail": detail}))
        assert "transcript" not in result.model_dump_json(exclude_none=True)


def test_no_candidate_meets_what_an_interactor_left(judge: Judge) -> None:
    leaves = "import sys\nopen('/tmp/marker', 'w').write(open(sys.argv[2]).read())\nsys.stdin.read()\nsys.exit(42)"
    looks = "import os\nprint([name for top in ('/tmp', '/dev/shm') for name in os.listdir(top)])"
    for _ in range(3):
        found = talk(judge, kattis(leaves), looks)
        assert {each.transcript for each in found.tests or ()} == {"> ['box']\n"}


def test_the_manuals_example_runs_as_it_stands(judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interactor, writes_row, program = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    (said,) = re.findall(r"```\n(> .*?)```", PAGE, re.DOTALL)
    (tmp_path / "guess.py").write_text(interactor)
    monkeypatch.chdir(tmp_path)
    exec(compile(writes_row, "the manual", "exec"), {})
    given = parse_row(json.loads((tmp_path / "problem.jsonl").read_text()))
    limits = apply_limits(given, "python3", ALL.limits, LimitRules())
    result = judge.judge(given, Candidate(source=program), ALL, limits)
    assert decisions(result) == [("AC", "")] * 3
    assert (result.tests or ())[0].transcript == said
