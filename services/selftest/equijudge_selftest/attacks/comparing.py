"""What is compared, and how. Where no other is named it is the data set's own comparison."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CheckerSpec
from equijudge_selftest.attacks.attack import Attack, attack, of_topic
from equijudge_selftest.topics import Topic

AC, WA = Verdict.AC, Verdict.WA
FLOAT, TOKENS = CheckerSpec(name="float"), CheckerSpec(name="tokens")


def prints(
    slug: str, name: str, output: bytes, expected: str, verdict: Verdict, checker: CheckerSpec | None = None
) -> Attack:
    """A program that writes these bytes."""
    source = f"import os\nos.write(1, {output!r})\n"
    return attack(slug, name, source, verdict, tests=(("", expected),), checker=checker or CheckerSpec())


ATTACKS = of_topic(
    Topic.COMPARING,
    prints("no-final-newline", "no newline at the end is right", b"1 2", "1 2\n", AC),
    prints("carriage-returns", "carriage returns are white space", b"1\r\n2\r\n", "1\n2\n", AC),
    prints("trailing-blanks", "blanks at the end of lines are right", b"1  \n2\t\n\n", "1\n2\n", AC),
    prints("nul-in-output", "a NUL byte in right output is wrong", b"1\0\n", "1\n", WA),
    prints("output-not-utf-8", "bytes that are no UTF-8 are compared as bytes", b"\xff\xfe\n", "1\n", WA),
    prints("extra-token", "one token too many is wrong", b"1 2 3\n", "1 2\n", WA),
    prints("missing-token", "one token too few is wrong", b"1\n", "1 2\n", WA),
    *(
        prints(slug, f"{text.decode()} is not {number}", text, number, WA, FLOAT)
        for slug, text, number in (
            ("float-nan", b"nan", "1"),
            ("float-inf", b"inf", "1"),
            ("float-overflow", b"1e400", "1"),
            ("float-overflow-for-inf", b"1e400", "inf"),
            ("float-hexadecimal", b"0x1p3", "8"),
            ("float-underscore", b"1_000", "1000"),
        )
    ),
    prints("minus-zero", "minus zero is zero", b"-0.0", "0", AC, FLOAT),
    prints("float-within-tolerance", "a number within the tolerance is right",
           b"0.3333333", "0.33333333333", AC, FLOAT),
    attack("long-integers", "integers of 20,000 digits are compared exactly", """
        print('9' * 20000)
        """, AC, tests=(("", "9" * 20000),)),
    attack("long-integers-last-digit", "integers of 20,000 digits that differ in the last one are different", """
        print('9' * 19999 + '8')
        """, WA, tests=(("", "9" * 20000),), checker=TOKENS),
    attack("two-million-digits", "two million digits cost no more than their length", """
        print('9' * 2_000_000)
        """, WA, tests=(("", "9" * 2_000_001),)),
    prints("lone-surrogate-output", "a lone surrogate is its bytes", b"\xed\xa0\x80\n", "\ud800\n", AC),
    prints("unicode-line-separator", "a line separator of Unicode is part of a token",
           "1\u20282\n".encode(), "1 2\n", WA),
    prints("form-feed", "a form feed is part of a token", b"1\x0c2\n", "1 2\n", WA),
    prints("vertical-tab", "a vertical tab separates", b"1\x0b2\n", "1 2\n", AC),
    prints("empty-for-empty", "nothing where nothing is expected is right", b"", "", AC),
    prints("empty-output", "nothing where something is expected is wrong", b"", "1\n", WA),
)  # fmt: skip
