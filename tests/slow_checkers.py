"""Other judges' checkers once more, slow and plain, to hold ours against.

testlib and Kattis: byte by byte, as a C program reads a stream; numbers by the C library's own sscanf, which is what
they call. DMOJ, SandboxFusion: whole texts, by lists. Nothing is shared with ours, and no text may hold a NUL byte.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable

LIBC = ctypes.CDLL(None)
C_SPACE = b" \t\n\v\f\r"


def sscanf_double(token: bytes) -> float | None:
    """What sscanf(token, "%lf%10s") gives if it fills the number alone."""
    value, rest = ctypes.c_double(), ctypes.create_string_buffer(11)
    found = LIBC.sscanf(ctypes.c_char_p(token), b"%lf%10s", ctypes.byref(value), rest)
    return value.value if found == 1 else None


class Fail(Exception):
    """The expected output cannot be read."""


class Wrong(Exception):
    """The output is wrong, or cannot be read."""


class Stream:
    """One text as testlib reads it."""

    def __init__(self, data: bytes, fault: type[Exception]) -> None:
        self.left, self.fault = list(data), fault

    def seek_eof(self) -> bool:
        while self.left and self.left[0] in b" \t\r\n":
            self.left.pop(0)
        return not self.left

    def word(self) -> bytes:
        if self.seek_eof():
            raise self.fault
        word = bytearray()
        while self.left and self.left[0] not in b" \t\r\n":
            word.append(self.left.pop(0))
        return bytes(word)

    def line(self) -> bytes:
        line = bytearray()
        while self.left and self.left[0] != 10 and self.left[:2] != [13, 10]:
            if self.left[0] == 13:
                self.left.pop(0)
                line.append(self.left.pop(0) if self.left else 255)
            else:
                line.append(self.left.pop(0))
        del self.left[: 2 if self.left[:1] == [13] else 1]
        return bytes(line)

    def integer(self, bits: int) -> int:
        word = self.word().decode("latin-1")
        digits = word[1:] if word[:1] == "-" and len(word) > 1 else word
        if not digits or any(digit not in "0123456789" for digit in digits) or len(word) > 20:
            raise self.fault
        number = 0
        for digit in digits:
            number = number * 10 + ord(digit) - ord("0")
        number = -number if digits != word else number
        if str(number) != word or not -(2 ** (bits - 1)) <= number <= 2 ** (bits - 1) - 1:
            raise self.fault
        return number

    def double(self) -> float:
        word = self.word()
        if any(byte not in b"0123456789.eE+-" for byte in word):
            raise self.fault
        value = sscanf_double(word)
        if value is None:
            raise self.fault
        return value


def verdict_of_testlib(compare: Callable[[Stream, Stream], None], expected: bytes, got: bytes) -> str:
    answer, output = Stream(expected, Fail), Stream(got.removeprefix(b"\xef\xbb\xbf"), Wrong)
    try:
        compare(answer, output)
    except Fail:
        return "fault"
    except Wrong:
        return "wrong"
    return "right" if output.seek_eof() else "wrong"


def require(condition: bool) -> None:
    if not condition:
        raise Wrong


def wcmp(answer: Stream, output: Stream) -> None:
    while not answer.seek_eof() and not output.seek_eof():
        require(answer.word() == output.word())
    require(answer.seek_eof() and output.seek_eof())


def by_lines(same: Callable[[bytes, bytes], bool]) -> Callable[[Stream, Stream], None]:
    def compare(answer: Stream, output: Stream) -> None:
        while answer.left:
            line = answer.line()
            if not line and not answer.left:
                break
            require(same(line, output.line()))

    return compare


def hcmp(answer: Stream, output: Stream) -> None:
    one, other = answer.word(), output.word()
    if not re.fullmatch(rb"0|-?[1-9][0-9]*", one) or not answer.seek_eof():
        raise Fail
    require(one == other)


def icmp(answer: Stream, output: Stream) -> None:
    require(answer.integer(32) == output.integer(32))


def ncmp(answer: Stream, output: Stream) -> None:
    while not answer.seek_eof() and not output.seek_eof():
        require(answer.integer(64) == output.integer(64))
    missing = 0
    while not answer.seek_eof():
        answer.integer(64)
        missing += 1
    require(not missing and output.seek_eof())


def uncmp(answer: Stream, output: Stream) -> None:
    one, other = [], []
    while not answer.seek_eof():
        one.append(answer.integer(64))
    while not output.seek_eof():
        other.append(output.integer(64))
    require(sorted(one) == sorted(other))


def first_double(agree: Callable[[float, float], bool]) -> Callable[[Stream, Stream], None]:
    return lambda answer, output: require(agree(answer.double(), output.double()))


def all_doubles(agree: Callable[[float, float], bool]) -> Callable[[Stream, Stream], None]:
    def compare(answer: Stream, output: Stream) -> None:
        while not answer.seek_eof():
            require(agree(answer.double(), output.double()))

    return compare


def within(error: float) -> Callable[[float, float], bool]:
    return lambda one, other: not abs(one - other) > error + 1e-15


def near(error: float) -> Callable[[float, float], bool]:
    def compare(one: float, other: float) -> bool:
        most = error + 1e-15
        if abs(one) > 1e300:
            return abs(other) > 1e300 and (one > 0) == (other > 0)
        if abs(other) > 1e300:
            return False
        low, high = sorted((one * (1.0 - most), one * (1.0 + most)))
        return abs(other - one) <= most or low <= other <= high

    return compare


def yes_no(word: bytes, fault: type[Exception]) -> bytes:
    folded = bytes(byte - 32 if 97 <= byte <= 122 else byte for byte in word)
    if folded not in (b"YES", b"NO"):
        raise fault
    return folded


def yesno(answer: Stream, output: Stream) -> None:
    one, other = answer.word(), output.word()
    require(yes_no(one, Fail) == yes_no(other, Wrong))


def nyesno(answer: Stream, output: Stream) -> None:
    while not answer.seek_eof() and not output.seek_eof():
        yesno(answer, output)
    require(answer.seek_eof())


def caseicmp(answer: Stream, output: Stream) -> None:
    def read(stream: Stream) -> list[int]:
        found: list[int] = []
        while not stream.seek_eof():
            if stream.word() != b"Case" or stream.word() != str(len(found) + 1).encode() + b":":
                raise stream.fault
            found.append(stream.integer(64))
        return found

    require(read(answer) == read(output))


def by_cases(integers: bool) -> Callable[[Stream, Stream], None]:
    def read(stream: Stream, case: int, begun: bool) -> tuple[list[bytes], bool]:
        if (not begun and stream.word() != b"Case") or stream.word() != str(case).encode() + b":":
            raise stream.fault
        found: list[bytes] = []
        while not stream.seek_eof():
            word = stream.word()
            if word == b"Case":
                return found, True
            if integers:
                Stream(word, stream.fault).integer(64)
            found.append(word)
        return found, begun

    def compare(answer: Stream, output: Stream) -> None:
        case, begun = 1, [False, False]
        while not answer.seek_eof():
            one, begun[0] = read(answer, case, begun[0])
            other, begun[1] = read(output, case, begun[1])
            require(one == other)
            case += 1

    return compare


def white_diff(expected: bytes, got: bytes) -> bool:
    """CMS'."""
    one, other = ([line.split() for line in text.split(b"\n")] for text in (expected, got))
    for lines in (one, other):
        while lines and not lines[-1]:
            lines.pop()
    return one == other


CMS: dict[str, Callable[[bytes, bytes], bool]] = {"cms.white_diff": white_diff}


def sandbox_fusion(expected: bytes, got: bytes) -> bool:
    """On whole texts, by lists of lines."""
    rows, others = (text.decode("utf-8", "surrogateescape").strip().split("\n") for text in (expected, got))
    return len(rows) == len(others) and all(
        row.lower().strip() == other.lower().strip() or nearly(row, other)
        for row, other in zip(rows, others, strict=True)
    )


def nearly(expected: str, got: str) -> bool:
    try:
        wanted, found = float(expected), float(got)
    except ValueError:
        return False
    return abs(found - wanted) / max(abs(wanted), 1e-10) < 1e-5


SANDBOX_FUSION: dict[str, Callable[[bytes, bytes], bool]] = {"sandbox-fusion": sandbox_fusion}

TESTLIB: dict[str, Callable[[Stream, Stream], None]] = {
    "testlib.wcmp": wcmp,
    "testlib.lcmp": by_lines(lambda one, other: one.split() == other.split()),
    "testlib.fcmp": by_lines(lambda one, other: one == other),
    "testlib.hcmp": hcmp,
    "testlib.icmp": icmp,
    "testlib.ncmp": ncmp,
    "testlib.uncmp": uncmp,
    "testlib.rcmp": first_double(within(1.5e-6)),
    "testlib.acmp": first_double(within(1.5e-6)),
    "testlib.rncmp": all_doubles(within(1.5e-5)),
    "testlib.dcmp": first_double(near(1e-6)),
    "testlib.rcmp4": all_doubles(near(1e-4)),
    "testlib.rcmp6": all_doubles(near(1e-6)),
    "testlib.rcmp9": all_doubles(near(1e-9)),
    "testlib.yesno": yesno,
    "testlib.nyesno": nyesno,
    "testlib.caseicmp": caseicmp,
    "testlib.casencmp": by_cases(integers=True),
    "testlib.casewcmp": by_cases(integers=False),
}


def kattis(
    expected: bytes,
    got: bytes,
    *,
    case_sensitive: bool = False,
    space_change_sensitive: bool = False,
    absolute: float | None = None,
    relative: float | None = None,
) -> bool:
    """The default validator, reading both texts byte by byte."""
    judge, team = list(expected), list(got)

    def word(text: list[int]) -> bytes:
        found = bytearray()
        while text and text[0] not in C_SPACE:
            found.append(text.pop(0))
        return bytes(found)

    while True:
        while judge and judge[0] in C_SPACE:
            blank = judge.pop(0)
            if space_change_sensitive and (not team or team.pop(0) != blank):
                return False
        while team and team[0] in C_SPACE:
            team.pop(0)
            if space_change_sensitive:
                return False
        one, other = word(judge), word(team)
        if not one or not other:
            return one == other
        if not _same_to_kattis(one, other, case_sensitive, absolute, relative):
            return False


def _same_to_kattis(
    one: bytes, other: bytes, case_sensitive: bool, absolute: float | None, relative: float | None
) -> bool:
    left = None if absolute is None and relative is None else sscanf_double(one)
    if left is None or math.isinf(left) or math.isnan(left):
        compare = LIBC.strcmp if case_sensitive else LIBC.strcasecmp
        return not compare(ctypes.c_char_p(one), ctypes.c_char_p(other))
    right = sscanf_double(other)
    if right is None or math.isinf(right) or math.isnan(right):
        return False
    error = abs(left - right)
    return (absolute is not None and error <= absolute) or (relative is not None and error <= relative * abs(left))


def texts(data: bytes) -> list[bytes]:
    return re.split(rb"[\r\n]", data)


def bare(data: bytes) -> list[bytes]:
    return [line for line in texts(data) if line]


def dmoj_standard(expected: bytes, got: bytes) -> bool:
    one, other = ([words for words in map(bytes.split, texts(text)) if words] for text in (expected, got))
    return one == other


def dmoj_floats(expected: bytes, got: bytes, precision: int = 6, mode: str = "default") -> bool:
    one, other = bare(expected), bare(got)
    if [len(line.split()) for line in one] != [len(line.split()) for line in other]:
        return False
    pairs = zip(b" ".join(one).split(), b" ".join(other).split(), strict=True)
    return all(_near_to_dmoj(*pair, 10.0**-precision, mode) for pair in pairs)


def _near_to_dmoj(one: bytes, other: bytes, error: float, mode: str) -> bool:
    try:
        left = float(one)
    except ValueError:
        return one == other
    try:
        right = float(other)
    except ValueError:
        return False
    if mode == "relative":
        return min(left * (1 - error), left * (1 + error)) <= right <= max(left * (1 - error), left * (1 + error))
    absolutely = abs(right - left) <= error
    if mode == "absolute" or absolutely:
        return absolutely
    return abs(left) >= error and abs(1.0 - right / left) <= error


def dmoj_easy(expected: bytes, got: bytes) -> bool:
    one, other = (sorted(byte for byte in text.lower() if byte not in C_SPACE) for text in (expected, got))
    return one == other


def dmoj_sorted(expected: bytes, got: bytes) -> bool:
    one, other = (sorted(line.split() for line in bare(text)) for text in (expected, got))
    return one == other


def dmoj_linematches(expected: bytes, got: bytes, points: tuple[int, ...], fillers: bool) -> str:
    one, other = bare(expected), bare(got)
    if len(one) != len(points):
        return "fault"
    if fillers and len(one) != len(other):
        return "wrong"
    earned = sum(each for a, b, each in zip(one, other, points, strict=False) if a == b)
    return "right" if earned else "wrong"


DMOJ: dict[str, Callable[[bytes, bytes], bool]] = {
    "dmoj.standard": dmoj_standard,
    "dmoj.easy": dmoj_easy,
    "dmoj.floats": dmoj_floats,
    "dmoj.floats:precision=2:error_mode=relative": lambda one, other: dmoj_floats(one, other, 2, "relative"),
    "dmoj.floatsabs": lambda one, other: dmoj_floats(one, other, 6, "absolute"),
    "dmoj.floatsrel:precision=1": lambda one, other: dmoj_floats(one, other, 1, "relative"),
    "dmoj.identical": lambda one, other: one == other,
    "dmoj.linecount": lambda one, other: list(map(bytes.strip, bare(one))) == list(map(bytes.strip, bare(other))),
    "dmoj.rstripped": lambda one, other: list(map(bytes.rstrip, texts(one))) == list(map(bytes.rstrip, texts(other))),
    "dmoj.rstripped:filter_new_line": lambda one, other: (
        list(map(bytes.rstrip, bare(one))) == list(map(bytes.rstrip, bare(other)))
    ),
    "dmoj.sorted": dmoj_sorted,
    "dmoj.sorted:split_on=whitespace": lambda one, other: sorted(one.split()) == sorted(other.split()),
    "dmoj.unordered": lambda one, other: sorted(one.split()) == sorted(other.split()),
}

KATTIS: dict[str, Callable[[bytes, bytes], bool]] = {
    "kattis": kattis,
    "kattis:case_sensitive": lambda one, other: kattis(one, other, case_sensitive=True),
    "kattis:space_change_sensitive": lambda one, other: kattis(one, other, space_change_sensitive=True),
    "kattis:float_tolerance=1e-2": lambda one, other: kattis(one, other, absolute=1e-2, relative=1e-2),
    "kattis:float_absolute_tolerance=0.5": lambda one, other: kattis(one, other, absolute=0.5),
    "kattis:float_relative_tolerance=0.1:case_sensitive:space_change_sensitive": lambda one, other: kattis(
        one, other, relative=0.1, case_sensitive=True, space_change_sensitive=True
    ),
}
