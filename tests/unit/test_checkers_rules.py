"""Other judges' checkers, rule by rule, by examples worked by hand from their rules."""

from __future__ import annotations

import pytest

from equijudge.cli.options import parse_checker
from equijudge_core.contracts.checkers import CheckerSpec
from equijudge_core.contracts.verify import FirstDifference
from equijudge_core.judging.checkers import CheckResult, make_checker


def check(checker: str, expected: bytes, got: bytes) -> CheckResult:
    return make_checker(CheckerSpec.model_validate(parse_checker(checker))).check(expected, got)


def word(result: CheckResult) -> str:
    if result.fault:
        return "fault"
    return ("loose" if result.loose else "right") if result.ok else "wrong"


KATTIS = [
    ("kattis", b"Yes 1\n", b"yes\t1", "right"),
    ("kattis", b"a\fb", b"a b", "right"),  # a form feed is a blank
    ("kattis", b"\xc3\x89", b"\xc3\xa9", "wrong"),  # case of ASCII alone
    ("kattis", b"1", b"1.0", "wrong"),  # no tolerance, no numbers
    ("kattis", b"1 2", b"1", "wrong"),
    ("kattis", b"1", b"1 2", "wrong"),
    ("kattis:case_sensitive", b"Yes", b"yes", "wrong"),
    ("kattis:float_absolute_tolerance=1e-6", b"2", b"2.000001", "wrong"),  # no slack: as doubles they are further apart
    ("kattis:float_absolute_tolerance=1e-6", b"1", b"1.000001", "loose"),  # and these are not
    ("kattis:float_tolerance=1e-6", b"0", b"0.000001", "loose"),
    ("kattis:float_tolerance=1e-6", b"1000000", b"1000001", "loose"),
    ("kattis:float_tolerance=1e-6", b"abc 1", b"ABC 1.0", "loose"),
    ("kattis:float_tolerance=1e-6", b"1", b"one", "wrong"),
    ("kattis:float_tolerance=1e-6", b"nan", b"NaN", "right"),  # text
    ("kattis:float_tolerance=1e-6", b"1", b"nan", "wrong"),
    ("kattis:float_tolerance=1e-6", b"inf", b"1e400", "wrong"),
    ("kattis:float_tolerance=1e-6", b"16", b"0x10", "loose"),
    ("kattis:float_tolerance=1e-6", b"1", b"1e", "loose"),  # as glibc scans it
    ("kattis:float_tolerance=1e-6", b"1", b"1_", "wrong"),
    ("kattis:float_tolerance=0", b"1", b"1.0", "loose"),
    ("kattis:float_absolute_tolerance=0.1", b"1000", b"1000.2", "wrong"),
    ("kattis:float_relative_tolerance=0.1", b"1000", b"1000.2", "loose"),
    ("kattis:float_relative_tolerance=0.1", b"0", b"0.0001", "wrong"),
    ("kattis:float_tolerance=0.5:float_absolute_tolerance=0.1", b"1", b"1.3", "loose"),  # relatively
    ("kattis:float_tolerance=0.1:float_relative_tolerance=0", b"8", b"8.5", "wrong"),
    ("kattis:space_change_sensitive", b"1 2\n", b"1 2\n", "right"),
    ("kattis:space_change_sensitive", b"1 2\n", b"1 2", "wrong"),
    ("kattis:space_change_sensitive", b"1 2\n", b" 1 2\n", "wrong"),
    ("kattis:space_change_sensitive", b"1 2\n", b"1\t2\n", "wrong"),
    ("kattis:space_change_sensitive", b"A\n", b"a\n", "right"),
]

TESTLIB = [
    ("testlib.wcmp", b"1 2\n", b"1\n2", "right"),
    ("testlib.wcmp", b"a\vb", b"a b", "wrong"),  # a vertical tab is a letter
    ("testlib.wcmp", b"Yes", b"yes", "wrong"),
    ("testlib.wcmp", b"1", b"\xef\xbb\xbf1", "right"),  # a byte order mark
    ("testlib.wcmp", b"\xef\xbb\xbf1", b"\xef\xbb\xbf1", "wrong"),  # which is only looked for in the output
    ("testlib.icmp", b"1", b"\xef\xbb\xbf1", "right"),
    ("testlib.lcmp", b"1 2\n3\n", b" 1  2 \r\n3", "right"),
    ("testlib.lcmp", b"1 2\n", b"1\n2\n", "wrong"),
    ("testlib.lcmp", b"1\n2\n", b"1\n\n2\n", "wrong"),
    ("testlib.lcmp", b"1\n", b"1\n\n \n", "right"),  # what is left is blank
    ("testlib.lcmp", b"1\n\n\n", b"1", "right"),  # missing lines are empty ones
    ("testlib.fcmp", b"1 2\n", b"1  2\n", "wrong"),
    ("testlib.fcmp", b"1 2\n", b"1 2 \n", "wrong"),
    ("testlib.fcmp", b"1 2\n", b"1 2\r\n\n", "right"),
    ("testlib.fcmp", b"1\n", b"1\n2", "wrong"),
    ("testlib.hcmp", b"-123456789012345678901234567890\n", b"-123456789012345678901234567890", "right"),
    ("testlib.hcmp", b"5", b"05", "wrong"),
    ("testlib.hcmp", b"0", b"-0", "wrong"),
    ("testlib.hcmp", b"05", b"5", "fault"),
    ("testlib.hcmp", b"5 6", b"5", "fault"),
    ("testlib.hcmp", b"05", b"", "wrong"),  # the output's lack is met before the answer is looked at
    ("testlib.hcmp", b"", b"", "fault"),
    ("testlib.icmp", b"2147483647", b"2147483647\n", "right"),
    ("testlib.icmp", b"2147483648", b"2147483648", "fault"),
    ("testlib.icmp", b"7", b"+7", "wrong"),
    ("testlib.icmp", b"7", b"7 7", "wrong"),
    ("testlib.icmp", b"7 8", b"7", "right"),  # nobody reads on
    ("testlib.icmp", b"x", b"", "fault"),
    ("testlib.ncmp", b"9223372036854775807", b"9223372036854775807", "right"),
    ("testlib.ncmp", b"-9223372036854775808", b"-9223372036854775808", "right"),
    ("testlib.ncmp", b"9223372036854775808", b"1", "fault"),
    ("testlib.ncmp", b"1 2", b"1 2 3", "wrong"),
    ("testlib.ncmp", b"1 2 3", b"1 2", "wrong"),
    ("testlib.ncmp", b"1 2 x", b"1", "fault"),  # the rest is read
    ("testlib.ncmp", b"1 2 x", b"2", "wrong"),
    ("testlib.ncmp", b"", b" \n", "right"),
    ("testlib.uncmp", b"1 2 2", b"2 1 2", "loose"),
    ("testlib.uncmp", b"1 2 2", b"2 1 1", "wrong"),
    ("testlib.uncmp", b"1 2 x", b"3", "fault"),
    ("testlib.uncmp", b"1 2", b"2 01", "wrong"),
    ("testlib.rcmp", b"1", b"1.0000015", "loose"),
    ("testlib.rcmp", b"1", b"1.0000016", "wrong"),
    ("testlib.rcmp", b"1000000", b"1000001", "wrong"),  # absolutely only
    ("testlib.rcmp", b"1e400", b"1e500", "loose"),  # infinity less infinity is nan, and that is not more
    ("testlib.rcmp", b"1e400", b"1", "wrong"),
    ("testlib.rcmp", b"nan", b"nan", "fault"),
    ("testlib.rcmp", b"1", b"nan", "wrong"),
    ("testlib.acmp", b"1", b"1.0000015", "loose"),
    ("testlib.rncmp", b"1 2", b"1.000015 1.999985", "loose"),
    ("testlib.rncmp", b"1 2", b"1.000017 2", "wrong"),
    ("testlib.rncmp", b"1 x", b"1", "fault"),
    ("testlib.rncmp", b"1 2 x", b"1", "wrong"),  # the next one alone is read
    ("testlib.dcmp", b"1000000", b"1000001", "loose"),
    ("testlib.dcmp", b"1 2", b"1", "right"),
    ("testlib.rcmp4", b"1 10000", b"1.0001 10001", "loose"),
    ("testlib.rcmp4", b"10000", b"10001.1", "wrong"),
    ("testlib.rcmp6", b"0", b"0.000001", "loose"),
    ("testlib.rcmp6", b"0", b"0.0000011", "wrong"),
    ("testlib.rcmp6", b"1e301", b"5e305", "loose"),  # infinite, both
    ("testlib.rcmp6", b"1e301", b"-5e305", "wrong"),
    ("testlib.rcmp9", b"1", b"1.000000001", "loose"),
    ("testlib.rcmp9", b"1", b"1.0000000011", "wrong"),
    ("testlib.rcmp9", b"16", b"0x10", "wrong"),
    ("testlib.rcmp9", b"1e1", b"1E1", "right"),
    ("testlib.rcmp9", b"1 2", b"1", "wrong"),
    ("testlib.rcmp9", b"1", b"1 2", "wrong"),
    ("testlib.yesno", b"Yes", b"YES", "right"),
    ("testlib.yesno", b"Yes", b"no", "wrong"),
    ("testlib.yesno", b"Yes", b"Y", "wrong"),
    ("testlib.yesno", b"Yes", b"YES YES", "wrong"),
    ("testlib.yesno", b"Y", b"YES", "fault"),
    ("testlib.nyesno", b"Yes no", b"YES\nNO", "right"),
    ("testlib.nyesno", b"Yes no", b"YES", "wrong"),
    ("testlib.nyesno", b"Yes x", b"YES", "wrong"),
    ("testlib.nyesno", b"Yes x", b"YES NO", "fault"),
]

DMOJ = [
    ("dmoj.standard", b"1 2\n3\n", b"\n 1   2 \r\n\r\n3", "right"),
    ("dmoj.standard", b"1 2\n", b"1\n2\n", "wrong"),
    ("dmoj.standard", b"1\n2\n", b"1 2\n", "wrong"),
    ("dmoj.standard", b"Yes", b"yes", "wrong"),
    ("dmoj.standard", b"1\n2", b"1\r2", "right"),
    ("dmoj.easy", b"Ab c\n", b"c\nBA", "loose"),
    ("dmoj.easy", b"Ab c\n", b"aB  C", "right"),
    ("dmoj.easy", b"aab", b"abb", "wrong"),
    ("dmoj.floats", b"1.0 abc\n", b"1.000001 abc\n", "loose"),
    ("dmoj.floats", b"1.0 abc\n", b"1.0 ABC\n", "wrong"),
    ("dmoj.floats", b"1000000\n", b"1000001\n", "loose"),
    ("dmoj.floats", b"1\n2\n", b"1\n\n2\n", "right"),
    ("dmoj.floats", b"1\n2\n", b"1\n \n2\n", "wrong"),  # a line of blanks is none that is empty
    ("dmoj.floats", b"1 2\n", b"1\n2\n", "wrong"),
    ("dmoj.floats", b"nan", b"nan", "wrong"),
    ("dmoj.floats", b"inf", b"inf", "wrong"),
    ("dmoj.floats", b"10", b"1_0", "loose"),
    ("dmoj.floats", b"16", b"0x10", "wrong"),
    ("dmoj.floats:precision=1", b"1", b"1.09", "loose"),
    ("dmoj.floats:error_mode=absolute", b"1000000", b"1000001", "wrong"),
    ("dmoj.floatsabs", b"1000000", b"1000001", "wrong"),
    ("dmoj.floatsabs:precision=0", b"1000000", b"1000001", "loose"),
    ("dmoj.floatsrel", b"1000000", b"1000000.9", "loose"),
    ("dmoj.floatsrel", b"1000000", b"1000001", "wrong"),  # 1000000 * (1 + 1e-6) is a little less, as doubles
    ("dmoj.floatsrel", b"0", b"0.0000001", "wrong"),
    ("dmoj.floatsrel", b"inf", b"inf", "right"),
    ("dmoj.identical", b"1\n", b"1\n", "right"),
    ("dmoj.identical", b"1\n", b"1", "wrong"),
    ("dmoj.linecount", b"a\nb\n", b" a \r\n\nb", "right"),
    ("dmoj.linecount", b"a\nb\n", b"a\n", "wrong"),  # half of the points there
    ("dmoj.linecount", b"a\n", b"a\nb\n", "wrong"),
    ("dmoj.linematches", b"a\n", b"a", "right"),
    ("dmoj.linematches", b"a\n", b"a \n", "wrong"),
    ("dmoj.linematches", b"a\nb\n", b"a\nb\n", "fault"),
    ("dmoj.linematches:point_distribution=1,1", b"a\nb\n", b"x\nb\n", "loose"),
    ("dmoj.linematches:point_distribution=1,0", b"a\nb\n", b"x\nb\n", "wrong"),
    ("dmoj.linematches:point_distribution=1,1", b"a\nb\n", b"a\n", "wrong"),
    ("dmoj.linematches:point_distribution=1,1:filler_lines_required=false", b"a\nb\n", b"a\n", "loose"),
    ("dmoj.rstripped", b"a\nb\n", b"a  \nb\t\n", "right"),
    ("dmoj.rstripped", b"a\nb\n", b" a\nb\n", "wrong"),
    ("dmoj.rstripped", b"a\nb\n", b"a\nb", "wrong"),
    ("dmoj.rstripped", b"a\nb\n", b"a\r\nb\r\n", "wrong"),  # an empty line between CR and LF
    ("dmoj.rstripped:filter_new_line", b"a\nb\n", b"a\r\n\nb", "right"),
    ("dmoj.rstripped:filter_new_line", b"a\nb\n", b"a\n \nb", "wrong"),
    ("dmoj.sorted", b"1 2\n3\n", b"3\n\n1  2\n", "loose"),
    ("dmoj.sorted", b"1 2\n3\n", b"3\n2 1\n", "wrong"),
    ("dmoj.sorted", b"1\n1\n2\n", b"1\n2\n2\n", "wrong"),
    ("dmoj.sorted:split_on=whitespace", b"1 2\n3\n", b"3\n2 1\n", "loose"),
    ("dmoj.unordered", b"1 2\n3\n", b"3 2 1", "loose"),
    ("dmoj.unordered", b"1 2\n3\n", b"3 2 1 1", "wrong"),
]


@pytest.mark.parametrize(("checker", "expected", "got", "verdict"), KATTIS + TESTLIB + DMOJ)
def test_a_rule(checker: str, expected: bytes, got: bytes, verdict: str) -> None:
    result = check(checker, expected, got)
    assert word(result) == verdict
    assert (result.difference is not None) == (verdict == "wrong")


@pytest.mark.parametrize(
    "name", ["kattis:float_tolerance=1", "testlib.icmp", "testlib.rcmp6", "testlib.wcmp", "dmoj.floats"]
)
def test_a_nul_byte_ends_no_token(name: str) -> None:
    """In C it would end the text, unseen: what stood behind it would not be compared."""
    assert word(check(name, b"5", b"5\0")) == "wrong"


@pytest.mark.parametrize(
    ("checker", "expected", "got", "line", "shown"),
    [
        ("kattis", b"1\n2 3\n", b"1\n2 4\n", 2, ("2 3", "2 4")),
        ("kattis", b"1 2\n", b"1", 1, ("1 2", "(end of output)")),
        ("kattis:space_change_sensitive", b"1\n2\n", b"1\n2", 2, ("1\\n2\\n", "1\\n2")),
        ("kattis:space_change_sensitive", b"1 2\n", b"\n1 2\n", 1, ("1 2\\n", "\\n1 2\\n")),
        ("testlib.lcmp", b"1\n2\n", b"1\n3\n", 2, ("2", "3")),
        ("testlib.lcmp", b"1\n2\n", b"1\n", 2, ("2", "(end of output)")),
        ("testlib.lcmp", b"1\n", b"1\n\n\n7\n", 4, ("(end of output)", "7")),
        ("testlib.icmp", b"7\n", b"7 8\n", 1, ("(end of output)", "7 8")),
        ("testlib.ncmp", b"1\n2\n", b"1\n3\n", 2, ("2", "3")),
        ("testlib.uncmp", b"1\n2\n2\n", b"2\n1\n1\n", 3, ("(not there, or not as often)", "1")),
        ("dmoj.standard", b"1 2\n3\n", b"1 2\n4\n", 2, ("3", "4")),
        ("dmoj.standard", b"1 2\n", b"1\n2\n", 1, ("1 2", "1")),
        ("dmoj.floats", b"1\n2 3\n", b"1\n2 4\n", 2, ("2 3", "2 4")),
        ("dmoj.floats", b"1\n2 3\n", b"1\n2\n", 2, ("2 3", "(end of output)")),
        ("dmoj.sorted", b"1 2\n3 4\n", b"3 4\n1 3\n", 2, ("(not there, or not as often)", "1 3")),
        ("dmoj.unordered", b"1 2\n3\n", b"3 1\n", 1, ("1 2", "(not there, or not as often)")),
        ("dmoj.linematches:point_distribution=0,1", b"a\nb\n", b"a\nc\n", 2, ("b", "c")),
        ("dmoj.identical", b"a\nb\n", b"a\nc\n", 2, ("a\\nb\\n", "a\\nc\\n")),
    ],
)
def test_the_first_difference_is_shown(
    checker: str, expected: bytes, got: bytes, line: int, shown: tuple[str, str]
) -> None:
    found = check(checker, expected, got).difference
    assert found == FirstDifference(line=line, expected=shown[0], got=shown[1])


def test_a_line_of_blanks_a_long_one_and_a_short_one_sort_alike() -> None:
    long, spaced = b"1 " * 50_000, b"1 \t  " * 50_000
    assert word(check("dmoj.sorted", b"7\n" + long + b"\n", spaced + b" \n7\n")) == "loose"
    assert word(check("dmoj.sorted", b"7\n" + long + b"\n", spaced + b"2\n7\n")) == "wrong"


@pytest.mark.parametrize(
    ("expected", "got", "points", "fault"),
    [
        ("3", "1.5", 1.5, ""),
        ("3", "3", 0.0, ""),
        ("3", "x", None, ""),
        ("3", "1 2", None, ""),
        ("x", "3", None, "no double"),
        ("0", "2000000", None, "gives 2e+06 points"),
        ("1e400", "1e400", None, "gives nan points"),
    ],
)
def test_pointscmp_gives_what_lies_between(expected: str, got: str, points: float | None, fault: str) -> None:
    result = make_checker(CheckerSpec(name="testlib.pointscmp")).check(expected.encode(), got.encode())
    assert (result.ok, result.points, result.partial) == (False, points, points is not None)
    assert fault in result.fault
