"""Checkers and interactors written for testlib, with our header, in cells. Their sources are in tests/checkers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.drivers.local_toolchains import SOURCES
from equijudge_sandbox.outcome import Command, Limits, Outcome, Program
from equijudge_sandbox.protocol import pack_input
from tests.cells import MIB

CHECKERS = Path(__file__).parents[1] / "checkers"
HEADER = ("testlib.h", (SOURCES / "testlib.h").read_bytes())
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=30.0, memory_bytes=512 * MIB, output_bytes=MIB, compile_time_s=60.0)
NAMES = ("input", "output", "answer")
OK, WA, PE, FAIL, POINTS = 0, 1, 2, 3, 7
DIRT = "wrong output format Extra information in the output file"


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalSandbox]:
    made = LocalSandbox(LocalSettings(artefacts=ArtefactSettings(tmp_path_factory.mktemp("artefacts"))))
    yield made
    made.close()


def checker(name: str, *arguments: str) -> Program:
    source = (CHECKERS / f"{name}.cpp").read_bytes()
    return Program(source, "cpp17", arguments=arguments or NAMES, files=(HEADER,), brought=NAMES)


def run(sandbox: LocalSandbox, program: Program, *inputs: bytes) -> list[Outcome]:
    with sandbox.run(program, LIMITS) as begun:
        assert begun.compile_outcome.ok, begun.compile_outcome.message
        return list(begun.outcomes(inputs))


def check(
    sandbox: LocalSandbox, program: Program, given: str | bytes, got: str | bytes, answer: str | bytes
) -> Outcome:
    files = [each if isinstance(each, bytes) else each.encode() for each in (given, got, answer)]
    return run(sandbox, program, pack_input(b"", files))[0]


def interact(sandbox: LocalSandbox, name: str, given: str, said: str, *more: str) -> Outcome:
    """An interactor whose partner has said all that it says."""
    program = replace(checker(name, "input", "log", "answer", *more), output_file="log")
    return run(sandbox, program, pack_input(said.encode(), (given.encode(), b"", b"")))[0]


@pytest.mark.parametrize(
    ("name", "given", "got", "answer", "code", "message"),
    [
        ("words", "", "a b\n\n c", "a  b c\n", OK, "ok 3 tokens"),
        ("words", "", "one", "one", OK, 'ok "one"'),
        ("words", "", "A", "a", WA, "wrong answer 1st words differ - expected: 'a', found: 'A'"),
        ("words", "", "a", "a b", WA, "wrong answer Unexpected EOF in the participants output"),
        ("words", "", "a b", "a", WA, "wrong answer Participant output contains extra tokens"),
        ("words", "", "", "", OK, "ok 0 tokens"),
        ("words", "", "a\r\nb\tc", "a b c", OK, "ok 3 tokens"),
        ("words", "", b"\xef\xbb\xbfa b", "a b", OK, "ok 2 tokens"),
        ("words", "", b"\xef\xbb\xbf\xef\xbb\xbfa", "a", WA, "wrong answer 1st words differ"),
        ("words", "", b"\xef\xbb", b"\xef\xbb", OK, "ok"),
        ("words", "", "a", b"\xef\xbb\xbfa", WA, "wrong answer 1st words differ"),
        ("words", "", "a\x0bb", "a b", WA, "wrong answer 1st words differ"),
        ("integers", "", "1 -2", "1 -2\n", OK, "ok 2 number(s)"),
        ("integers", "", "1 3", "1 -2", WA, "wrong answer 2nd numbers differ - expected: '-2', found: '3'"),
        ("integers", "", "01", "1", PE, 'wrong output format Expected int64, but "01" found'),
        ("integers", "", "-0", "0", PE, 'wrong output format Expected int64, but "-0" found'),
        ("integers", "", "+1", "1", PE, 'wrong output format Expected int64, but "+1" found'),
        ("integers", "", "1.0", "1", PE, 'wrong output format Expected int64, but "1.0" found'),
        ("integers", "", "-", "1", PE, 'wrong output format Expected int64, but "-" found'),
        ("integers", "", "-9223372036854775808", "-9223372036854775808", OK, "ok 1"),
        ("integers", "", "9223372036854775808", "1", PE, "wrong output format Expected int64"),
        ("integers", "", "1", "1 2", WA, "wrong answer Answer contains longer sequence [length = 2]"),
        ("integers", "", "1 x", "1", PE, 'wrong output format Expected int64, but "x" found'),
        ("integers", "", "1", "x", FAIL, 'FAIL Expected int64, but "x" found (answer)'),
        ("doubles", "", "1.0000001 1e3", "1 1000", OK, "ok 2 numbers"),
        ("doubles", "", "1000000.5", "1000000", OK, "ok 1 numbers"),
        ("doubles", "", "1.00001", "1", WA, "wrong answer 1st numbers differ"),
        ("doubles", "", "+.5", "0.5", OK, "ok 1 numbers"),
        ("doubles", "", "nan", "1", PE, 'wrong output format Expected double, but "nan" found'),
        ("doubles", "", "inf", "1", PE, 'wrong output format Expected double, but "inf" found'),
        ("doubles", "", "-Infinity", "1", PE, "wrong output format Expected double"),
        ("doubles", "", "0x1p0", "1", PE, 'wrong output format Expected double, but "0x1p0" found'),
        ("doubles", "", "1e5e5", "1", PE, "wrong output format Expected double"),
        ("doubles", "", "1..0", "1", PE, "wrong output format Expected double"),
        ("doubles", "", "e", "1", PE, "wrong output format Expected double"),
        ("doubles", "", "1e999", "1", WA, "wrong answer 1st numbers differ"),
        ("doubles", "", "1 2", "1", PE, DIRT),
        ("doubles", "", "1", "1 2", PE, "wrong output format Unexpected end of file - token expected"),
        ("doubles", "", "1", "1 nan", FAIL, 'FAIL Expected double, but "nan" found (answer)'),
        ("yesno", "", "yes", "YES", OK, "ok answer is YES"),
        ("yesno", "", "No\n", "yes", WA, "wrong answer expected YES, found NO"),
        ("yesno", "", "maybe", "yes", PE, "wrong output format YES or NO expected, but MAYBE found"),
        ("yesno", "", "yes", "maybe", FAIL, "FAIL YES or NO expected in answer, but MAYBE found"),
        ("yesno", "", "yes no", "yes", PE, DIRT),
        ("yesno", "", "yes \n\r\n\t ", "yes", OK, "ok answer is YES"),
        ("path", "4 4 1 2 2 4 1 3 3 4", "3 1 2 4", "3 1 3 4", OK, "ok length 3"),
        ("path", "4 4 1 2 2 4 1 3 3 4", "3 1 3 4", "3 1 3 4", OK, "ok length 3"),
        ("path", "4 4 1 2 2 4 1 3 3 4", "2 1 4", "3 1 3 4", WA, "wrong answer there is no edge 1 4"),
        ("path", "3 3 1 2 2 3 1 3", "3 1 2 3", "2 1 3", WA, "wrong answer jury has the better answer: 2 instead of 3"),
        ("path", "3 3 1 2 2 3 1 3", "2 1 3", "3 1 2 3", FAIL, "FAIL participant has the better answer"),
        ("path", "4 1 1 2", "9", "-1", WA, "wrong answer Integer parameter [name=length] equals to 9, violates"),
        ("path", "4 4 1 2 2 4 1 3 3 4", "3 1 7 4", "3 1 3 4", WA, "wrong answer Integer element [name=path, index=2]"),
        ("path", "4 4 1 2 2 4 1 3 3 4", "3 1 3 4", "3 1 1 4", FAIL, "FAIL there is no edge 1 1 (answer)"),
        ("path", "4 1 1 9", "-1", "-1", FAIL, "FAIL Integer 9 violates the range [1, 4] (input)"),
        ("points", "plain", "2 5 7", "5 7 8", POINTS, "points 66.6666666667\n"),
        ("points", "text", "2 5 7", "5 7 8", POINTS, "points 2 2 of 3 found\n"),
        ("points", "whole", "3 5 7 8", "5 7 8", POINTS, "points 3\n"),
        ("points", "share", "1 5", "5 7", POINTS, "points 0.5 found 1\n"),
        ("points", "plain", "0", "5 7", POINTS, "points 0\n"),
        ("points", "negative", "0", "5", FAIL, "FAIL quitp: points must be from 0"),
        ("points", "info", "1 5", "5", POINTS, "points points_info=found=1 well done\n"),
        ("points", "plain", "1 5 6", "5", PE, DIRT),
        ("partial", "", "200", "200", OK, "ok all"),
        ("partial", "", "0", "200", 0, "partially correct (0) 0 of 200"),
        ("partial", "", "1", "200", 1, "partially correct (1) 1 of 200"),
        ("partial", "", "7", "200", 7, "partially correct (7) 7 of 200"),
        ("partial", "", "150", "200", 150, "partially correct (150) 150 of 200"),
        ("lines", "", "a b\n\nc\n", "a  b\n\nc\n", OK, "ok 3 lines"),
        ("lines", "", "a b\nc", "a  b\n\nc\n", WA, "wrong answer 2nd lines differ"),
        ("lines", "", "a\r\nb\r\n", "a\nb", OK, "ok 2 lines"),
        ("lines", "", "a\nb\nc", "a\nb", PE, DIRT),
        ("cases", "2 3 2", "3 1 2 2 1", "", OK, "ok 2 permutations"),
        ("cases", "2 3 2", "3 1 2 2 2", "", WA, "wrong answer 1 is missing (test case 2)"),
        ("cases", "2 3 2", "3 x 2 2 2", "", PE, 'wrong output format Expected int32, but "x" found (test case 1)'),
        ("cases", "2 3 x", "3 1 2 2 1", "", FAIL, 'FAIL Expected int32, but "x" found (test case 2) (input)'),
        ("shape", "", "tea 1.50\nAB12-y\n", "tea 1", PE, "wrong output format Expected int32"),
        ("shape", "", "tea 1.50\nAB12\n", "tea 1", OK, "ok tea 1.50 12"),
        ("shape", "", "tea  1.50\nAB12\n", "tea 1", OK, "ok tea 1.50 12"),
        ("shape", "", "tea\t1.50\nAB12\n", "tea 1", PE, "wrong output format Unexpected character #9, but"),
        ("shape", "", "tea 1.5\nAB12\n", "tea 1", PE, "wrong output format Expected strict double with number"),
        ("shape", "", "tea 01.50\nAB12\n", "tea 1", PE, "wrong output format Expected strict double, but"),
        ("shape", "", "tea 1e1\nAB12\n", "tea 1", PE, "wrong output format Expected strict double, but"),
        ("shape", "", "tea 1.50 \nAB12\n", "tea 1", PE, "wrong output format Expected EOLN"),
        ("shape", "", "tea 1.50\nAB12\n\n", "tea 1", PE, "wrong output format Expected EOF"),
        ("shape", "", "tea 1.50\nXY12\n", "tea 1", WA, "wrong answer Token parameter [name=code] equals to"),
        ("shape", "", "TEA 1.50\nAB12\n", "tea 1", WA, "wrong answer Token parameter [name=name] equals to"),
        ("shape", "", "tea 1.50\nAB12\n", "mug 1", WA, "wrong answer the name is tea"),
        ("shape", "", "tea 1.50\nAB12\n", "tea 2", FAIL, "FAIL the answer has no 1"),
        ("shape", "", "tea 100.01\nAB12\n", "tea 1", WA, "wrong answer Double parameter [name=price] equals to 100.01"),
        ("own_names", "", "a,b", "", OK, "ok <a,b> 2 up a,b 0 a,b 6 low a,b"),
        ("nested", "", "(()())", "2", OK, "ok depth is right"),
        ("nested", "", "())(", "2", WA, "wrong answer no bracket sequence"),
        ("nested", "", "(()", "2", WA, "wrong answer 1 brackets stay open"),
        ("forgets", "", "", "", FAIL, "FAIL Unexpected end of file - token expected (input)"),
        ("forgets", "x", "", "", FAIL, "FAIL Checker must end with quit or quitf call."),
    ],
)  # fmt: skip
def test_a_checker_says_what_it_says_under_testlib(
    sandbox: LocalSandbox, name: str, given: str, got: str | bytes, answer: str | bytes, code: int, message: str
) -> None:
    outcome = check(sandbox, checker(name), given, got, answer)
    assert outcome.stderr.startswith(message.encode())
    assert (outcome.exit_code, outcome.output) == (code, b"")


HUGE = b"9" * (3 * MIB)


@pytest.mark.parametrize(
    ("name", "got", "code", "message"),
    [
        ("words", bytes(range(256)) * 1000, WA, b"wrong answer 1st words differ"),
        ("words", b"\0\xff\xfe", WA, b"wrong answer 1st words differ - expected: 'a', found: ''"),
        ("words", b"\xff" * MIB, WA, b"wrong answer 1st words differ - expected: 'a', found: '\xff\xff"),
        ("integers", HUGE, PE, b'wrong output format Expected int64, but "999999999999999999999999999999...9999'),
        ("integers", b"5\x006", PE, b'wrong output format Expected int64, but "5?6" found'),
        ("integers", b"\x1b[2J", PE, b'wrong output format Expected int64, but "?[2J" found'),
        ("integers", b"%s%n%d", PE, b'wrong output format Expected int64, but "%s%n%d" found'),
        ("doubles", HUGE, WA, b"wrong answer 1st numbers differ"),
        ("doubles", b"1e-" + HUGE, WA, b"wrong answer 1st numbers differ"),
        ("doubles", b"1\0", PE, b'wrong output format Expected double, but "1?" found'),
        ("path", b"4 " + HUGE, PE, b"wrong output format Expected int32"),
        ("nested", b"(" * 10 * MIB + b")" * 10 * MIB, WA, b"wrong answer depth is 10485760"),
        ("shape", HUGE, WA, b"wrong answer Token parameter [name=name] equals to"),
    ],
)
def test_a_hostile_output_is_the_programs_fault(
    sandbox: LocalSandbox, name: str, got: bytes, code: int, message: bytes
) -> None:
    given, answer = {"path": ("9 0", "-1"), "words": ("", "a"), "shape": ("", "a 1")}.get(name, ("", "5"))
    outcome = check(sandbox, checker(name), given, got, answer)
    assert outcome.stderr.startswith(message)
    assert (outcome.exit_code, len(outcome.stderr) < 1000) == (code, True)


def test_a_token_has_an_end(sandbox: LocalSandbox) -> None:
    outcome = check(sandbox, checker("words"), "", b"x" * (33 * MIB), "a")
    assert outcome.exit_code == PE
    assert outcome.stderr.startswith(b"wrong output format Length of token exceeds 33554432")


def test_what_is_missing_is_named(sandbox: LocalSandbox) -> None:
    for at, code, message in (
        (0, FAIL, b'FAIL Input file not found: "none"\n'),
        (1, PE, b'wrong output format Output file not found: "none"\n'),
        (2, FAIL, b'FAIL Answer file not found: "none"\n'),
    ):
        names = list(NAMES)
        names[at] = "none"
        outcome = check(sandbox, checker("words", *names), "", "", "")
        assert (outcome.exit_code, outcome.stderr) == (code, message)


@pytest.mark.parametrize("words", [("input",), ("input", "output"), (*NAMES, "report", "-xml"), (*NAMES, "--group")])
def test_words_that_are_no_checkers_are_a_fault_of_the_judges(sandbox: LocalSandbox, words: tuple[str, ...]) -> None:
    outcome = check(sandbox, checker("words", *words), "", "", "")
    assert (outcome.exit_code, outcome.stderr[:5]) == (FAIL, b"FAIL ")


def test_testset_and_group_may_stand_anywhere(sandbox: LocalSandbox) -> None:
    for words in (("--testset", "a", "--group", "b", *NAMES), ("input", "--group", "b", *NAMES[1:], "--testset", "a")):
        assert check(sandbox, checker("context", *words), "", "", "").stderr == b"ok a b\n"


@pytest.mark.parametrize(
    ("more", "report"),
    [
        ((), b"1st words differ - expected: 'a', found: '<&>'"),
        (
            ("-appes",),
            b'<?xml version="1.0" encoding="utf-8"?><result outcome = "wrong-answer">'
            b"1st words differ - expected: 'a', found: '&lt;&amp;&gt;'</result>\n",
        ),
    ],
)
def test_a_report_has_the_message_and_stderr_says_so(
    sandbox: LocalSandbox, more: tuple[str, ...], report: bytes
) -> None:
    program = replace(checker("words", *NAMES, "report", *more), output_file="report")
    outcome = check(sandbox, program, "", "<&>", "a")
    assert (outcome.exit_code, outcome.output) == (WA, report)
    assert outcome.stderr == b"See file to check exit message\n"


def test_a_report_that_cannot_be_written_is_a_fault(sandbox: LocalSandbox) -> None:
    outcome = check(sandbox, checker("words", *NAMES, "no/report"), "", "a", "a")
    assert (outcome.exit_code, outcome.stderr) == (FAIL, b"FAIL Can not write to the result file\n")


@pytest.mark.parametrize(
    ("name", "given", "said", "code", "message", "log"),
    [
        ("guess", "7 5", "5\n9\n7\n", OK, b"ok 3 questions\n", b"3\n"),
        ("guess", "7 5", "7\nand more that nobody reads", OK, b"ok 1 questions\n", b"1\n"),
        ("guess", "7 2", "1\n2\n3\n", WA, b"wrong answer more than 2 questions\n", b""),
        ("guess", "7 5", "1\n", PE, b"wrong output format Unexpected end of file - token expected\n", b""),
        ("guess", "7 5", "", PE, b"wrong output format Unexpected end of file - token expected\n", b""),
        ("guess", "7 5", "0\n", WA, b"wrong answer Integer parameter [name=guess] equals to 0, violates", b""),
        ("guess", "7 5", "seven\n", PE, b'wrong output format Expected int32, but "seven" found', b""),
        ("guess", "x 5", "1\n", FAIL, b'FAIL Expected int32, but "x" found (input)', b""),
        ("adaptive", "1 4 9", "below 3\nbelow 4\nis 4\n", OK, b"ok 3 questions\n", b"3\n"),
        ("adaptive", "1 4 9", "below 3\nis 3\n", WA, b"wrong answer it may as well be 4\n", b""),
        ("adaptive", "1 4 9", "is 1\n", WA, b"wrong answer it may as well be ", b""),
        ("adaptive", "1 4 2", "below 2\nbelow 3\nbelow 4\n", WA, b"wrong answer more than 2 questions\n", b""),
        ("adaptive", "1 4 9", "above 2\n", PE, b"wrong output format neither below nor is: 'above'\n", b""),
    ],
)
def test_an_interactor_judges_and_leaves_a_log(
    sandbox: LocalSandbox, name: str, given: str, said: str, code: int, message: bytes, log: bytes
) -> None:
    outcome = interact(sandbox, name, given, said)
    assert outcome.stderr.startswith(message)
    assert (outcome.exit_code, outcome.output) == (code, log)


def test_an_interactor_answers_on_stdout(sandbox: LocalSandbox) -> None:
    program = checker("adaptive", "input", "log")
    outcome = run(sandbox, program, pack_input(b"below 3\nbelow 4\nis 4\n", (b"1 4 9", b"", b"")))[0]
    assert (outcome.exit_code, outcome.output) == (OK, b"4\nno\nno\n")


PARTNER = rb"""#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "testlib.h"
int main() {
    int to[2], from[2];
    if (pipe(to) || pipe(from)) return 9;
    FILE *input = fopen("input", "w");
    fputs("7 5", input), fclose(input);
    if (!fork()) {
        dup2(to[0], 0), dup2(from[1], 1), close(to[1]), close(from[0]);
        char *words[] = {(char *)"guess", (char *)"input", (char *)"log", 0};
        registerInteraction(3, words);
        int n = inf.readInt();
        for (int asked = 1;; asked++) {
            int got = ouf.readInt(1, 100, "guess");
            std::cout << (got < n ? "more" : got > n ? "less" : "right") << std::endl;
            if (got == n) quitf(_ok, "%d questions", asked);
        }
    }
    close(to[0]), close(from[1]);
    int low = 1, high = 100;
    for (char answer[8] = ""; answer[0] != 'r';) {
        int middle = (low + high) / 2;
        dprintf(to[1], "%d\n", middle);
        ssize_t count = read(from[0], answer, 7);
        if (count <= 0) return 8;
        printf("%d %.*s", middle, (int)count, answer), fflush(stdout);
        if (answer[0] == 'm') low = middle + 1;
        else high = middle - 1;
    }
    return 0;
}
"""


def test_an_interactor_reads_no_further_than_it_was_told(sandbox: LocalSandbox) -> None:
    """Joined to a partner that waits for each answer before it says more: whoever reads ahead waits for ever."""
    outcome = run(sandbox, Program(PARTNER, "cpp17", files=(HEADER,)), b"")[0]
    assert outcome.output == b"50 less\n25 less\n12 less\n6 more\n9 less\n7 right\n"
    assert outcome.stderr == b"ok 6 questions\n"


def test_an_interactor_whose_partner_is_gone_says_so(sandbox: LocalSandbox) -> None:
    """It writes to a pipe that nobody reads any more, and lives to tell what is missing."""
    loop = PARTNER.index(b"    int low = 1")
    gone = b"""    close(from[0]);
    dprintf(to[1], "50\\n");
    close(to[1]);
    int status;
    wait(&status);
    printf("%d", WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
    return 0;
}
"""
    source = b"#include <sys/wait.h>\n" + PARTNER[:loop] + gone
    outcome = run(sandbox, Program(source, "cpp17", files=(HEADER,)), b"")[0]
    assert outcome.output == b"2"
    assert outcome.stderr == b"wrong output format Unexpected end of file - token expected\n"


def test_a_validator_reads_every_byte(sandbox: LocalSandbox) -> None:
    program = replace(checker("validator"), arguments=(), brought=())
    inputs = (b"2\n1 -5\n", b"2\n1  5\n", b"6\n", b"2\n1 5", b"2\n1 5\n\n", b"2\r\n1 5\n", b"2\n1 50\n")
    said = [(outcome.exit_code, outcome.stderr.decode()) for outcome in run(sandbox, program, *inputs)]
    assert said[0] == (0, "")
    assert said[1] == (FAIL, "FAIL Unexpected white-space - token expected (stdin, line 2)\n")
    assert said[2] == (FAIL, "FAIL Integer parameter [name=n] equals to 6, violates the range [1, 5] (stdin, line 1)\n")
    assert [code for code, _ in said[3:]] == [FAIL] * 4


@pytest.mark.parametrize("standard", ["gnu++17", "gnu++20"])
def test_the_header_compiles_without_a_warning(sandbox: LocalSandbox, standard: str) -> None:
    """The one source that uses all of it; the others are compiled as they are judged with."""
    words = ("g++", f"-std={standard}", "-O2", "-Wall", "-Wextra", "-Werror", "-c", "main.cpp", "-o", "/dev/null")
    command = Command(words, ("PATH=/usr/bin:/bin",), "main.cpp")
    source = (CHECKERS / "interface.cpp").read_bytes()
    outcome = run(sandbox, Program(source, command=command, files=(HEADER,)), b"")[0]
    assert (outcome.exit_code, outcome.stderr) == (0, b"")


@pytest.mark.parametrize("language", ["cpp17", "cpp20"])
def test_what_the_manual_promises_is_there(sandbox: LocalSandbox, language: str) -> None:
    program = replace(checker("interface", "-n", "5", "--name", "x", "-flag", "--"), language=language, brought=())
    outcome = run(sandbox, program, b"")[0]
    assert (outcome.exit_code, outcome.stderr, outcome.output) == (0, b"", b"1 two 3.5\n")
