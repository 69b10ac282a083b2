"""Checkers of every protocol in cells: what they are given, and what is made of how they end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from equijudge_core.judging.checker_protocols import PROTOCOLS
from equijudge_core.judging.checker_runs import CheckerVerdict, Role, Ruling
from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.outcome import Limits, Program
from equijudge_sandbox.protocol import pack_input
from tests.cells import MIB

ACCEPTED, REJECTED, PARTIAL, FAULT = Ruling.ACCEPTED, Ruling.REJECTED, Ruling.PARTIAL, Ruling.FAULT
LIMITS = Limits(cpu_time_s=1.0, wall_time_s=4.0, memory_bytes=64 * MIB, output_bytes=MIB, compile_time_s=60.0)
# Each knows the answer 4 to the input 2, and is lenient about something.
KATTIS = r"""
#include <fstream>
#include <iostream>
#include <string>
int main(int argc, char **argv) {
    std::string feedback = argv[3], mode = argc > 4 ? argv[4] : "";
    std::ifstream input(argv[1]), answer(argv[2]);
    int given, right, got;
    if (!(input >> given) || !(answer >> right)) return 1;
    std::ofstream(feedback + "judgemessage.txt") << "given " << given << "\n";
    if (!(std::cin >> got)) return 43;
    if (mode == "score") std::ofstream(feedback + "score.txt") << got * 2.5 << std::endl;
    return got == right || got == -right ? 42 : 43;
}
"""
KATTIS_PYTHON = """
import sys
given, right = (open(name).read().split() for name in sys.argv[1:3])
open(sys.argv[3] + "teammessage.txt", "w").write("python")
sys.exit(42 if sys.stdin.read().split() == right else 43)
"""
DMOJ = """
import sys
given, got, right = (open(name).read().split() for name in sys.argv[1:4])
print("flags", sys.argv[4:])
sys.exit(got != right)
"""
COCI = """
import sys
got, right = (int(open(name).read()) for name in sys.argv[2:4])
if 0 < got < right:
    print(f"noise\\npartial {got}/{right}", file=sys.stderr)
    sys.exit(7)
sys.exit(got != right)
"""
PEG = """
import sys
right, got, given = (int(open(name).read()) for name in sys.argv[1:4])
print(f"given {given}\\n{got}\\n{right}")
"""
CMS = """
import sys
given, right, got = (int(open(name).read()) for name in sys.argv[1:4])
print(got / right)
print("translate:partial" if 0 < got < right else "translate:success", file=sys.stderr)
"""
DMOJ_PYTHON = """
from dmoj.result import CheckerResult
from dmoj.utils.unicode import utf8text
from dmoj.checkers.standard import check as standard
def check(process_output, judge_output, judge_input, point_value, bonus=0, **kwargs):
    print("what is printed is no result")
    if standard(process_output, judge_output):
        return True
    got = int(utf8text(process_output))
    if got < 0:
        return False
    return CheckerResult(got < 4, point_value * got / 4 + bonus, f"given {int(judge_input)}", b"\\xff")
"""
SCRIPT = """
import sys
given, right, got = (open(name).read().splitlines() for name in sys.argv[1:4])
print(int(sorted(got) == sorted(right)))
"""


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalSandbox]:
    made = LocalSandbox(LocalSettings(artefacts=ArtefactSettings(tmp_path_factory.mktemp("artefacts"))))
    yield made
    made.close()


def judge(
    sandbox: LocalSandbox, name: str, source: str, got: str, flags: tuple[str, ...] = (), *, scoring: bool = False
) -> CheckerVerdict:
    """What a checker of this protocol says of an output, where 4 is the answer."""
    rules = PROTOCOLS[name]
    program = Program(
        (source + rules.epilogue).encode(),
        "cpp17" if "#include" in source else "python3",
        arguments=(*rules.arguments, *flags),
        files=rules.placed,
        brought=tuple(rules.files.values()),
        left=rules.left,
    )
    contents = {
        Role.INPUT: b"2\n",
        Role.OUTPUT: rules.tidy(got.encode("utf-8", "surrogateescape")),
        Role.ANSWER: rules.tidy(b"4\n"),
    }
    stdin = contents[Role.OUTPUT] if rules.output_on_stdin else b""
    with sandbox.run(program, LIMITS) as run:
        assert run.compile_outcome.ok, run.compile_outcome.message
        outcome = next(run.outcomes([pack_input(stdin, [contents[role] for role in rules.files])]))
    return rules.read(outcome, scoring=scoring)


@pytest.mark.parametrize(
    ("name", "source", "got", "ruling", "points", "message"),
    [
        ("kattis", KATTIS, "4", ACCEPTED, None, "given 2"),
        ("kattis", KATTIS, "-4", ACCEPTED, None, "given 2"),
        ("kattis", KATTIS, "5", REJECTED, None, "given 2"),
        ("kattis", KATTIS, "", REJECTED, None, "given 2"),
        ("kattis", KATTIS_PYTHON, " 4\n", ACCEPTED, None, "python"),
        ("kattis", KATTIS_PYTHON, "5", REJECTED, None, "python"),
        ("dmoj", DMOJ, "4", ACCEPTED, None, "flags []"),
        ("dmoj", DMOJ, "5", REJECTED, None, "flags []"),
        ("dmoj-python", DMOJ_PYTHON, " 4 ", ACCEPTED, 1.0, ""),
        ("dmoj-python", DMOJ_PYTHON, "-1", REJECTED, 0.0, ""),
        ("dmoj-python", DMOJ_PYTHON, "1", PARTIAL, 0.25, "given 2\n\\xff"),
        ("dmoj-python", DMOJ_PYTHON, "\udcff", REJECTED, 0.0, "invalid unicode: UnicodeDecodeError"),
        ("coci", COCI, "4", ACCEPTED, None, ""),
        ("coci", COCI, "1", PARTIAL, 0.25, "noise\npartial 1/4"),
        ("coci", COCI, "5", REJECTED, None, ""),
        ("peg", PEG, "4", ACCEPTED, 1.0, "given 2\n4\n4"),
        ("peg", PEG, "3", PARTIAL, 0.75, "given 2\n3\n4"),
        ("peg", PEG, "0", REJECTED, 0.0, "given 2\n0\n4"),
        ("cms", CMS, "4", ACCEPTED, 1.0, "Output is correct"),
        ("cms", CMS, "1", PARTIAL, 0.25, "Output is partially correct"),
        ("cms", CMS, "0", REJECTED, 0.0, "Output is correct"),
        ("script", SCRIPT, "\r\n\r\n4\r\n\r\n", ACCEPTED, None, "1"),
        ("script", SCRIPT, "5", REJECTED, None, "0"),
    ],
)
def test_a_checker_of_each_protocol(
    sandbox: LocalSandbox, name: str, source: str, got: str, ruling: Ruling, points: float | None, message: str
) -> None:
    verdict = judge(sandbox, name, source, got)
    assert (verdict.ruling, verdict.points, verdict.message) == (ruling, points, message)


def test_a_validator_that_scores(sandbox: LocalSandbox) -> None:
    right = judge(sandbox, "kattis", KATTIS, "4", ("score",), scoring=True)
    assert (right.ruling, right.points, right.share) == (ACCEPTED, 10.0, False)
    wrong = judge(sandbox, "kattis", KATTIS, "5", ("score",), scoring=True)
    assert (wrong.ruling, wrong.reason) == (FAULT, "the validator rejects, and leaves a score")
    unscored = judge(sandbox, "kattis", KATTIS, "4", ("score",))
    assert (unscored.ruling, unscored.reason) == (FAULT, "the validator leaves a score, and the problem is not scored")


def test_arguments_of_a_function_are_flags(sandbox: LocalSandbox) -> None:
    assert judge(sandbox, "dmoj-python", DMOJ_PYTHON, "1", ('{"bonus": 25}',)).points == 0.5


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("def check(process_output, judge_output, **kwargs):\n    raise ValueError('oh')", "ValueError: oh"),
        ("def check(process_output): pass", "TypeError"),
        ("check = 5", "not callable"),
        ("x = 5", "NameError"),
        ("raise SystemExit", ""),
        ("from dmoj.result import CheckerResult\ncheck = lambda *a, **k: CheckerResult(1, 1)", "a bool and a number"),
        ("from dmoj.error import InternalError\ndef check(*a, **k): raise InternalError('bad')", "InternalError: bad"),
    ],
)
def test_a_function_that_gives_no_result_is_a_fault(sandbox: LocalSandbox, source: str, message: str) -> None:
    verdict = judge(sandbox, "dmoj-python", source, "4")
    assert verdict.ruling is FAULT
    assert message in verdict.message


@pytest.mark.parametrize(
    ("name", "same", "other"),
    [
        ("standard", b"a  b\n\nc", b"a b c"),
        ("identical", b"a b\nc\n", b"a b\nc"),
        ("easy", b"CB a", b"abb"),
        ("rstripped", b"a b \nc", b"a  b\nc"),
        ("sorted", b"c\na b", b"c\nb a"),
        ("unordered", b"c b a", b"a b b"),
    ],
)
def test_the_built_in_checkers_that_are_there(sandbox: LocalSandbox, name: str, same: bytes, other: bytes) -> None:
    source = f"from dmoj.checkers.{name} import check as own\nRIGHT = b'a b\\nc\\n'\n"
    source += "def check(*a, **k):\n    from dmoj.result import CheckerResult\n"
    source += f"    return CheckerResult(True, own({same!r}, RIGHT) * 100 - own({other!r}, RIGHT))"
    assert judge(sandbox, "dmoj-python", source, "4").ruling is ACCEPTED


def test_flags_follow_the_files(sandbox: LocalSandbox) -> None:
    assert judge(sandbox, "dmoj", DMOJ, "4", ("-x", "a b")).message == "flags ['-x', 'a b']"


@pytest.mark.parametrize("name", ["testlib", "kattis"])
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("while True: pass", "the checker took more CPU time than its time_limit_s"),
        ("import time; time.sleep(60)", "the checker took too long by the clock"),
        (
            "x = []\nwhile True: x.append(bytearray(1 << 20))",
            "the checker needed more memory than its memory_limit_bytes",
        ),
        ("import os\nwhile True: os.write(1, b'x' * 65536)", "the checker wrote more than it may"),
        ("import os; os.abort()", "the checker was ended by signal 6"),
        ("import os; os._exit(99)", "ends with 99"),
    ],
    ids=["loops", "sleeps", "swells", "floods", "aborts", "ends"],
)
def test_what_a_broken_checker_does_is_a_fault(sandbox: LocalSandbox, name: str, source: str, reason: str) -> None:
    verdict = judge(sandbox, name, source, "4")
    assert verdict.ruling is FAULT
    assert reason in verdict.reason


def test_a_message_that_nobody_can_read_is_shown_all_the_same(sandbox: LocalSandbox) -> None:
    source = "import os, sys\nos.write(2, b'\\xff\\x1b[31m' + b'\\x00' * 100000)\nsys.exit(3)"
    verdict = judge(sandbox, "testlib", source, "4")
    assert (verdict.ruling, verdict.message) == (FAULT, "\\x00" * 1024 + "…")
    verdict = judge(sandbox, "testlib", source.replace("100000", "1"), "4")
    assert verdict.message == "\\xff\\x1b[31m\\x00"
