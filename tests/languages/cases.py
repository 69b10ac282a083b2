"""What each language's programs in `programs` do, and what a judge has to say of it. Pure data, and its reading.

`common` does what the first word of its input says, so that one compiled program is put through most of the list, one
fresh process a case. Where languages differ, a table below says how; what one cannot do is in CANNOT, with the reason.
A language of the tables without programs here, or a case that neither holds nor is excused, fails a test.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits

PROGRAMS = Path(__file__).with_name("programs")
MIB = 1 << 20
LIMITS = AppliedLimits(cpu_time_s=5.0, wall_time_s=20.0, memory_limit_bytes=256 * MIB, output_limit_bytes=16 * MIB)
BUSY = LIMITS.model_copy(update={"cpu_time_s": 0.5})
ASLEEP = LIMITS.model_copy(update={"wall_time_s": 0.6})

# Each language's programs by their ending, which those that are variants of one language share.
ENDINGS: Mapping[str, str] = {
    "python3": "py", "pypy3": "py", "python2": "py", "cpp17": "cpp", "cpp20": "cpp", "c": "c", "java": "java",
    "javascript": "js", "go": "go", "rust": "rs",
}  # fmt: skip
# What is asked for on the machine that lacks it.
PACKAGES: Mapping[str, str] = {
    "python3": "python3", "pypy3": "pypy3",
    "cpp17": "g++", "cpp20": "g++", "c": "gcc", "java": "default-jdk-headless", "javascript": "nodejs",
    "go": "golang-go", "rust": "rustc",
}  # fmt: skip

# Not asked for: held to the list where it is there.
OPTIONAL: Mapping[str, str] = {"python2": "no Debian has it any more; an interpreter is given by a setting"}

ABORTED = "killed by SIGABRT"
CRASHED: Mapping[str, str] = {
    **dict.fromkeys(ENDINGS, ABORTED),
    **dict.fromkeys(("cpp17", "cpp20", "c"), "killed by SIGSEGV"),
    "go": "exit code 2",  # its runtime makes a panic of the signal
}
# How an uncaught exception ends a program, and what its name is in the result.
THROWN: Mapping[str, tuple[str, str | None]] = {
    **dict.fromkeys(("python3", "pypy3", "python2"), ("exit code 1", "ValueError")),
    **dict.fromkeys(("cpp17", "cpp20"), (ABORTED, "runtime_error")),
    "c": (ABORTED, None),  # has no exceptions: a failed assertion
    "java": ("exit code 1", "IllegalStateException"),
    "javascript": ("exit code 1", "RangeError"),
    "go": ("exit code 2", "panic"),
    "rust": ("exit code 101", "panicked"),
}
# What comes of a recursion without an end. Where the runtime has no bound of its own, the stack may be as large as the
# memory limit.
ENDLESS: Mapping[str, tuple[Verdict, str]] = {
    **dict.fromkeys(ENDINGS, (Verdict.MLE, "memory limit")),
    **dict.fromkeys(("python3", "pypy3", "python2", "java", "javascript"), (Verdict.RE, "exit code 1")),
}
# How a compiler names line 5 of `broken`.
NAMED_LINE: Mapping[str, str] = {
    **dict.fromkeys(("python3", "pypy3", "python2"), r"line 5\b"),
    **{name: rf"main\.{ending}:5\b" for name, ending in ENDINGS.items() if ending in ("cpp", "c", "js", "go", "rs")},
    "java": r"Main\.java:5\b",
}
CANNOT: Mapping[tuple[str, str], str] = {
    ("go", "warnings"): "knows no warnings: what others warn of does not compile",
    ("javascript", "warnings"): "knows no warnings: nothing is looked at before it runs",
    ("python2", "warnings"): "warns of nothing that a program could be full of",
}


@dataclass(frozen=True)
class Case:
    """One line of the list. Where languages differ in verdict or reason, a table above has them instead."""

    program: str
    stdin: bytes
    verdict: Verdict
    expected: str = ""
    reason: str = ""
    limits: AppliedLimits = LIMITS
    input_file: str = ""
    output_file: str = ""


CHANCE = random.Random(1)
NUMBERS = [CHANCE.randint(-(10**12), 10**12) for _ in range(200_000)]
BIG = "sum\n200000\n" + "\n".join(map(str, NUMBERS)) + "\n"
TEXT = "héllo ✓ 漢字 🎉"

CASES: Mapping[str, Case] = {
    "hello": Case("common", b"hello\n", Verdict.AC, "hello\n"),
    "empty input": Case("common", b"", Verdict.AC, "empty\n"),
    "reading nothing": Case("hello", b"x" * MIB, Verdict.AC, "hello\n"),
    "sum": Case("common", b"sum\n3\n1 2\n3\n", Verdict.AC, "6\n"),
    "big input": Case("common", BIG.encode(), Verdict.AC, f"{sum(NUMBERS)}\n"),
    "64-bit arithmetic": Case("common", b"wide 3037000499 3037000499\n", Verdict.AC, "9223372030926249001 526965266\n"),
    "UTF-8 in and out": Case("common", f"utf8\n{TEXT}\n".encode(), Verdict.AC, f"{len(TEXT)} {TEXT}\n"),
    "files": Case("files", b"20\n22\n", Verdict.AC, "42\n", input_file="input.txt", output_file="output.txt"),
    "threads": Case("common", b"threads\n", Verdict.AC, "500000500000\n"),
    "deep recursion": Case("common", b"recurse 100000\n", Verdict.AC, "100000\n"),
    "endless recursion": Case("common", b"recurse 2000000000\n", Verdict.RE),
    "memory under the limit": Case("common", b"fill 224\n", Verdict.AC, "224\n"),
    "garbage": Case("common", b"churn 150\n", Verdict.AC, "150\n"),
    "stdout closed": Case("common", b"close\n", Verdict.AC, "done\n"),
    "much on stderr": Case("common", b"stderr\n", Verdict.AC, "ok\n"),
    "exit code": Case("common", b"exit\n", Verdict.RE, "before\n", "exit code 3"),
    "crash": Case("common", b"crash\n", Verdict.RE),
    "uncaught exception": Case("common", b"throw\n", Verdict.RE),
    "sleeper": Case("common", b"sleep\n", Verdict.TLE, "", "wall time", ASLEEP),
    "CPU burner": Case("common", b"burn\n", Verdict.TLE, "", "cpu time", BUSY),
    "memory hog": Case("common", b"hog\n", Verdict.MLE, "", "memory limit"),
    "very long output": Case("common", b"flood\n", Verdict.OLE, "", "output limit"),
    "compile error": Case("broken", b"", Verdict.CE),
    "warnings": Case("warnings", b"", Verdict.AC, "hello\n"),
}


def read_source(program: str, language: str) -> str:
    """The program of this name in this language; `warnings` is `hello` with three thousand lines to warn of."""
    ending = ENDINGS[language]
    if program != "warnings":
        return (PROGRAMS / f"{program}.{ending}").read_text("utf-8")
    before, line, after = WARNINGS[ending]
    return before + "".join(line.replace("NUMBER", str(number)) for number in range(3000)) + after


def expected(case: str, language: str) -> tuple[Verdict, str]:
    """The verdict and the reason that the result has to have."""
    by_language = {
        "crash": (Verdict.RE, CRASHED[language]),
        "uncaught exception": (Verdict.RE, THROWN[language][0]),
        "endless recursion": ENDLESS[language],
    }
    return by_language.get(case, (CASES[case].verdict, CASES[case].reason))


def names_line(message: str, language: str) -> bool:
    """Whether a compiler's message says where `broken` is."""
    return re.search(NAMED_LINE[language], message) is not None


# By ending: what goes before, the line that is warned of, what follows.
WARNINGS: Mapping[str, tuple[str, str, str]] = {
    "py": ("", "if NUMBER is 5: pass\n", "print('hello')\n"),
    "cpp": ("#include <iostream>\n", '#warning "NUMBER"\n', 'int main() { std::cout << "hello\\n"; }\n'),
    "c": ("#include <stdio.h>\n", '#warning "NUMBER"\n', 'int main(void) { puts("hello"); return 0; }\n'),
    "java": (
        "public class Main {\n public static void main(String[] args) {\n",
        " new Integer(NUMBER);\n",
        ' System.out.println("hello");\n }\n}\n',
    ),
    "rs": ("fn main() {\n", " let unused_NUMBER = NUMBER;\n", ' println!("hello");\n}\n'),
}

# Programs of one language alone, in `programs/own`: what people write in it, and what its flags are for. What is read,
# what is written.
OWN: Mapping[tuple[str, str], tuple[bytes, str]] = {
    ("cpp17", "judges_define.cpp"): (b"", "ok\n"),
    ("cpp17", "gnus_own.cpp"): (b"", "9 1267650600228229401496703205376\n"),
    ("cpp20", "ranges.cpp"): (b"", "2 4 6\n"),
    ("c", "libm.c"): (b"2\n", "1.414214\n"),
    ("java", "named_otherwise.java"): (b"21\n", "42\n"),
    ("java", "not_public.java"): (b"", "1\n"),
    ("java", "in_a_package.java"): (b"", "16\n"),
    ("java", "judges_property.java"): (b"", "true\n"),
    ("javascript", "line_by_line.js"): (b"20\n22\n", "42\n"),
    ("javascript", "dev_stdin.js"): (b"four\n", "4\n"),
    ("go", "standard_library.go"): (b"", "1 1180591620717411303424\naa\n"),
    ("rust", "edition.rs"): (b"3 4\n", "[9, 16] x=3\n"),
    ("pypy3", "lines.py"): (b"2\n1 2 3\n", "12\n"),
    ("python2", "old.py"): (b"5\n", "2 xrange(3)\n"),
}
