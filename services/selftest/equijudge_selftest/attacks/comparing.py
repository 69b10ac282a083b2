"""Section 7: what is compared, and how. Where no other is named it is the data set's own comparison."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import CheckerSpec
from equijudge_selftest.attacks.attack import Attack, attack

AC, WA = Verdict.AC, Verdict.WA
FLOAT, TOKENS = CheckerSpec(name="float"), CheckerSpec(name="tokens")


def prints(
    row: int, name: str, output: bytes, expected: str, verdict: Verdict, checker: CheckerSpec | None = None
) -> Attack:
    """A program that writes these bytes."""
    source = f"import os\nos.write(1, {output!r})\n"
    return attack(row, name, source, verdict, tests=(("", expected),), checker=checker or CheckerSpec())


SECTION = (
    prints(85, "no newline at the end is right", b"1 2", "1 2\n", AC),
    prints(85, "carriage returns are white space", b"1\r\n2\r\n", "1\n2\n", AC),
    prints(85, "blanks at the end of lines are right", b"1  \n2\t\n\n", "1\n2\n", AC),
    prints(86, "a NUL byte in right output is wrong", b"1\0\n", "1\n", WA),
    prints(87, "bytes that are no UTF-8 are compared as bytes", b"\xff\xfe\n", "1\n", WA),
    prints(88, "one token too many is wrong", b"1 2 3\n", "1 2\n", WA),
    prints(88, "one token too few is wrong", b"1\n", "1 2\n", WA),
    *(
        prints(89, f"{text.decode()} is not {number}", text, number, WA, FLOAT)
        for text, number in (
            (b"nan", "1"),
            (b"inf", "1"),
            (b"1e400", "1"),
            (b"1e400", "inf"),
            (b"0x1p3", "8"),
            (b"1_000", "1000"),
        )
    ),
    prints(89, "minus zero is zero", b"-0.0", "0", AC, FLOAT),
    prints(89, "a number within the tolerance is right", b"0.3333333", "0.33333333333", AC, FLOAT),
    attack(90, "integers of 20,000 digits are compared exactly", """
        print('9' * 20000)
        """, AC, tests=(("", "9" * 20000),)),
    attack(90, "integers of 20,000 digits that differ in the last one are different", """
        print('9' * 19999 + '8')
        """, WA, tests=(("", "9" * 20000),), checker=TOKENS),
    attack(90, "two million digits cost no more than their length", """
        print('9' * 2_000_000)
        """, WA, tests=(("", "9" * 2_000_001),)),
    prints(91, "a lone surrogate is its bytes", b"\xed\xa0\x80\n", "\ud800\n", AC),
    prints(91, "a line separator of Unicode is part of a token", "1\u20282\n".encode(), "1 2\n", WA),
    prints(91, "a form feed is part of a token", b"1\x0c2\n", "1 2\n", WA),
    prints(91, "a vertical tab separates", b"1\x0b2\n", "1 2\n", AC),
    prints(92, "nothing where nothing is expected is right", b"", "", AC),
    prints(93, "nothing where something is expected is wrong", b"", "1\n", WA),
)  # fmt: skip
