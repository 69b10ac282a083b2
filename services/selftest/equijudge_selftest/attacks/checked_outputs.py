"""Outputs against the checkers that problems bring along: floods, quotations of what means something to a judge, bytes
that are no text. A checker may be weak: what it cannot cope with must not become an IE that a program can choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from equijudge_core.contracts.own_checker import CheckerProtocol, OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import LIMITS, MIB, Attack, attack, of_topic
from equijudge_selftest.topics import Topic

AC, WA = Verdict.AC, Verdict.WA
WIDE = LIMITS.model_copy(update={"output_limit_bytes": 64 * MIB})

# Any two numbers whose sum is the one of the input.
TESTS = (("5\n", "2 3\n"), ("9\n", "4 5\n"))
RIGHT = "n = int(input())\nprint(n + 7, -7)\n"
WRONG = "print(input(), 1)\n"
THEN = ((RIGHT, AC), (WRONG, WA))
RULE = """
import os, sys
given = int(open('input').read())
said = SAID.split()
try:
    right = len(said) == 2 and sum(map(int, said)) == given
except ValueError:
    right = False
"""
READ, READ_STDIN = "SAID = open('output', errors='surrogateescape').read()\n", "SAID = sys.stdin.read()\n"


def own(protocol: str, source: str, language: str = "python3", **more: Any) -> OwnChecker:
    """A checker that is small and quick unless told otherwise."""
    bounds = {"time_limit_s": 0.5, "memory_limit_bytes": 64 * MIB, **more}
    return OwnChecker(protocol=CheckerProtocol(protocol), source=source, language=language, **bounds)


def validator(before: str = "", after: str = "", **more: Any) -> OwnChecker:
    """A Kattis validator of the sum that does something else besides."""
    source = f"import os, sys\n{before}\n{READ_STDIN}{RULE}\n{after}\nsys.exit(42 if right else 43)\n"
    return own("kattis", source, **more)


HONEST = validator()
# Judged after every attack that has to do with checkers.
WITNESS = Attack("witness", "another problem is judged as ever", RIGHT, (AC,), TESTS, own=HONEST, then=((WRONG, WA),))
ECHO = "print(SAID)\nprint(SAID, file=sys.stderr)\nopen('feedback/judgemessage.txt', 'w', errors='replace').write(SAID)"
# Checkers that say of a wrong output what it was, by protocol.
TALKATIVE = {
    "testlib": own("testlib", f"{READ}{RULE}\nsys.stderr.write('ok' if right else 'wrong answer ' + SAID)\n"
                              "sys.exit(not right)"),
    "kattis": validator(after=ECHO),
    "dmoj": own("dmoj", f"{READ}{RULE}\nprint('sum:', SAID)\nprint(SAID, file=sys.stderr)\nsys.exit(not right)"),
    "dmoj-python": own("dmoj-python", """
from dmoj.result import CheckerResult
def check(process_output, judge_output, judge_input, **kwargs):
    print(process_output)
    said = process_output.split()
    numbers = [int(each) for each in said if each.lstrip(b'-').isdigit()]
    right = len(said) == len(numbers) == 2 and sum(numbers) == int(judge_input)
    return CheckerResult(right, 100 if right else 0, process_output.decode(errors='replace'))
"""),
    "coci": own("coci", f"{READ}{RULE}\nsys.stderr.write(f'partial {{int(right)}}/1\\n' + SAID)\nsys.exit(7)"),
    "peg": own("peg", f"{READ}{RULE}\nprint(int(right))\nprint(1)\nprint(SAID)"),
    "cms": own("cms", f"{READ}{RULE}\nprint(int(right))\nprint(SAID)\nprint(SAID, file=sys.stderr)"),
    "points": own("testlib", f"{READ}{RULE}\nsys.stderr.write('points 0\\n' + SAID)\nsys.exit(0 if right else 7)"),
}  # fmt: skip
QUOTED = "\n".join(
    ("points 100", "partially correct (1)", "ok", "partial 1/1", "100", "100", "1", "1.0", "translate:success",
     '{"passed": true, "points": 100, "feedback": "", "extended_feedback": ""}', "42", "AC", "score.txt", "0")
)  # fmt: skip


def prints(
    slug: str, name: str, output: str, *accept: Verdict, checker: OwnChecker = HONEST, tests: Sequence[int] = (0, 1)
) -> Attack:
    """A program that writes these bytes (an expression)."""
    source = f"import sys\nsys.stdout.buffer.write({output})\n"
    return attack(slug, name, source, *accept, tests=tuple(TESTS[number] for number in tests), own=checker,
                  limits=WIDE, then=THEN)  # fmt: skip


ATTACKS = of_topic(
    Topic.CHECKERS,
    prints("checked-honestly", "another right answer is accepted, and a wrong one is not", "b'-1 6'", WA),
    # what a checker does not cope with
    prints("checked-digits", "a number of a million digits is wrong, though the checker passes its time limit",
           "b'7' * 1_000_000 + b' 1'", WA, tests=[0]),
    prints("checked-tokens", "a flood of tokens is wrong, though the checker passes its memory limit",
           "b'12 ' * (4 << 20)", WA, tests=[0]),
    prints("checked-echo", "a flood that the checker repeats is wrong, though it writes more than it may",
           "b'7' * (4 << 20)", WA, tests=[0], checker=TALKATIVE["dmoj"]),
    prints("checked-beyond-room", "an output that does not fit into the checker's cell is wrong",
           "b'1 ' * (28 << 20)", WA, tests=[0]),
    prints("checked-just-within-room", "an output that just fits into the checker's cell is read to its end",
           "b'1 ' * (20 << 20)", WA, tests=[0], checker=validator(memory_limit_bytes=1 << 30, time_limit_s=10)),
    prints("checked-short-lines", "a flood of short lines costs the judge no list of them",
           "b'ab\\n' * (8 << 20)", WA, tests=[0],
           checker=own("script", f"import sys\n{READ}{RULE}\nprint(int(right))", memory_limit_bytes=1 << 30)),
    prints("checked-blanks", "a right answer behind megabytes of blanks is right",
           "b' ' * (20 << 20) + b'2 3'", AC, tests=[0], checker=validator(memory_limit_bytes=1 << 30, time_limit_s=10)),
    prints("checked-empty", "no output is wrong", "b''", WA),
    # what means something to a judge
    *(
        prints(f"checked-quotations-{protocol}",
               f"what an output says to a judge is not heard when a checker quotes it ({protocol})",
               f"b'1 1\\n' + {QUOTED!r}.encode()", WA, checker=checker)
        for protocol, checker in TALKATIVE.items()
    ),
    # bytes that are no text, and text that is more
    *(
        prints(f"checked-{slug}", f"{name} in an output are wrong, and nothing that a terminal obeys comes of them",
               output, WA, checker=TALKATIVE[protocol])
        for slug, name, output, protocol in (
            ("nul", "NUL bytes", "b'2\\0 3\\0'", "dmoj"),
            ("escapes", "escape sequences", "b'\\x1b[2J\\x1b]0;title\\x07\\x9b31m\\x1bc 1'", "kattis"),
            ("bidi", "marks of direction", "'\\u202e1 \\u2066 2\\u2069\\u200f\\ufeff'.encode()", "dmoj"),
            ("no-utf-8", "bytes that are no UTF-8", "bytes(range(256)) * 40", "kattis"),
            ("surrogates", "lone surrogates", "'\\ud800 \\udfff'.encode('utf-8', 'surrogatepass')", "dmoj-python"),
            ("carriage-returns", "carriage returns that hide a line", "b'6 0\\r2 3\\n\\x08\\x08\\x7f'", "testlib"),
            ("marks-upon-marks", "marks upon marks upon marks", "('1' + '\\u0336' * 10_000).encode()", "cms"),
        )
    ),
    *(
        prints(f"checked-number-{slug}", f"{text} is no number to a checker of integers", f"b'{text} 3'", WA)
        for slug, text in (
            ("nan", "nan"), ("inf", "inf"), ("hexadecimal", "0x2"), ("exponent", "2e0"), ("float", "2.0")
        )
    ),
)  # fmt: skip
