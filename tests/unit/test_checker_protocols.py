"""How the end of a checker is read, protocol by protocol, and the traps of each."""

from __future__ import annotations

import time
import tracemalloc
from dataclasses import dataclass
from typing import Any

import pytest

from equijudge_core.judging.checker_protocols import ANSWER, FEEDBACK, INPUT, OUTPUT, PROTOCOLS, tidy_script
from equijudge_core.judging.checker_runs import MESSAGE_CHARACTERS, CheckerVerdict, Role, Ruling, number, show
from equijudge_core.judging.dmoj_python import RESULT

ACCEPTED, REJECTED, PARTIAL, FAULT = Ruling.ACCEPTED, Ruling.REJECTED, Ruling.PARTIAL, Ruling.FAULT
ALL = sorted(PROTOCOLS)


@dataclass(frozen=True)
class Facts:
    """A run that ended by itself, unless it is said otherwise."""

    exit_code: int | None = 0
    output: bytes | None = b""
    stderr: bytes = b""
    signal: int | None = None
    killed_for: str | None = None
    oom_killed: bool = False
    exception: str = ""
    output_truncated: bool = False
    stderr_truncated: bool = False
    left: tuple[bytes | None, ...] = ()


def read(protocol: str, code: int | None = 0, out: str = "", err: str = "", **more: Any) -> CheckerVerdict:
    rules, files, scoring = PROTOCOLS[protocol], more.pop("files", {}), more.pop("scoring", False)
    left = tuple(files.get(name) for name in rules.left)
    return rules.read(Facts(code, out.encode(), err.encode(), left=left, **more), scoring=scoring)


@pytest.mark.parametrize("name", ALL)
def test_a_checker_that_raises_gives_no_ruling_whatever_its_exit_code_means(name: str) -> None:
    verdict = read(name, 1, err="Traceback (most recent call last):\nValueError: none", exception="ValueError")
    assert (verdict.ruling, verdict.reason) == (Ruling.FAULT, "the checker raised ValueError, which nothing caught")


def found(verdict: CheckerVerdict) -> tuple[Ruling, float | None, bool]:
    return verdict.ruling, verdict.points, verdict.share


# --- what a checker is given
@pytest.mark.parametrize(
    ("name", "checker", "interactor", "on_stdin"),
    [
        ("testlib", (INPUT, OUTPUT, ANSWER), (INPUT, "log", ANSWER), False),
        ("kattis", (INPUT, ANSWER, FEEDBACK), (INPUT, ANSWER, FEEDBACK), True),
        ("dmoj", (INPUT, OUTPUT, ANSWER), (INPUT, ANSWER), False),
        ("dmoj-python", (), None, False),
        ("dmoj-testlib", (INPUT, OUTPUT, ANSWER), (INPUT, "/dev/null", ANSWER), False),
        ("coci", (INPUT, OUTPUT, ANSWER), (INPUT, ANSWER), False),
        ("peg", (ANSWER, OUTPUT, INPUT), None, False),
        ("cms", (INPUT, ANSWER, OUTPUT), None, False),
        ("script", (INPUT, ANSWER, OUTPUT), None, False),
    ],
)
def test_words_of_the_commands(name: str, checker: tuple[str, ...], interactor: object, on_stdin: bool) -> None:
    rules = PROTOCOLS[name]
    assert (rules.arguments, rules.interactor, rules.output_on_stdin) == (checker, interactor, on_stdin)


@pytest.mark.parametrize("name", ALL)
def test_every_checker_gets_input_output_and_answer_once(name: str) -> None:
    rules = PROTOCOLS[name]
    assert set(rules.files) == set(Role) - ({OUTPUT} if rules.output_on_stdin else set())
    assert list(rules.files) == [role for role in Role if role in rules.files]


def test_only_testlib_has_a_checker_after_an_interactor() -> None:
    assert [name for name in ALL if PROTOCOLS[name].checks_after] == ["testlib"]


def test_a_script_gets_no_empty_lines_and_no_cr() -> None:
    assert tidy_script(b"1 2\r\n\r\n \t\n  3\n\n") == b"1 2\n  3"


def test_a_flood_of_lines_costs_no_list_of_them() -> None:
    flood = b"ab\n" * (1 << 20)
    tracemalloc.start()
    tidy_script(flood)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 6 * len(flood)
    assert PROTOCOLS["testlib"].tidy(b"1\r\n\n") == b"1\r\n\n"


# --- what no protocol gives a meaning to
@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize(
    ("how", "reason"),
    [
        ({"killed_for": "cpu"}, "the checker took more CPU time than its time_limit_s"),
        ({"killed_for": "wall"}, "the checker took too long by the clock"),
        ({"killed_for": "memory"}, "the checker needed more memory than its memory_limit_bytes"),
        ({"killed_for": "output"}, "the checker wrote more than it may"),
        ({"killed_for": "files"}, "the checker made too many files"),
        ({"oom_killed": True}, "the checker needed more memory than its memory_limit_bytes"),
        ({"output_truncated": True}, "the checker wrote more than it may"),
        ({"code": None, "signal": 11}, "the checker was ended by signal 11"),
    ],
)
def test_a_checker_that_did_not_end_by_itself_is_a_fault(name: str, how: dict[str, Any], reason: str) -> None:
    code = {"code": 42 if name == "kattis" else 0, **how}
    verdict = read(name, out="1", err="ok", **code)
    assert (verdict.ruling, verdict.reason, verdict.points) == (FAULT, reason, None)


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("code", [5, 6, 9, 41, 44, 127, 139, 255])
def test_an_exit_code_without_a_meaning_is_a_fault(name: str, code: int) -> None:
    verdict = read(name, code, "1\n", "Segmentation fault")
    assert verdict.ruling is FAULT
    assert f"ends with {code}" in verdict.reason


# --- testlib
@pytest.mark.parametrize(
    ("code", "err", "ruling", "points"),
    [
        (0, "ok 3 tokens", ACCEPTED, None),
        (0, "", ACCEPTED, None),
        (1, "wrong answer 1st words differ", REJECTED, None),
        (2, "wrong output format Expected int32", REJECTED, None),
        (3, "FAIL Expected int32 (answer)", FAULT, None),
        (4, "wrong output format Extra information in the output file", REJECTED, None),
        (4, "something else", FAULT, None),
        (8, "unexpected eof token expected", REJECTED, None),
        (8, "", FAULT, None),
        (7, "points 66.6666666667", PARTIAL, 66.6666666667),
        (7, "points 2 2 of 3 found", PARTIAL, 2.0),
        (7, "points 0", PARTIAL, 0.0),
        (7, "points 1000000", PARTIAL, 1e6),
        (7, "points 1000001", FAULT, None),
        (7, "points -5", FAULT, None),
        (7, "points nan", FAULT, None),
        (7, "points 1e999", FAULT, None),
        (7, "points", FAULT, None),
        (7, "points 5%", FAULT, None),
        (7, "", FAULT, None),
        (7, "points points_info=abc done", FAULT, None),
        (0, "partially correct (0) nothing", PARTIAL, 0.0),
        (1, "partially correct (1) a little", PARTIAL, 1.0),
        (2, "partially correct (2)", PARTIAL, 2.0),
        (3, "partially correct (3)", PARTIAL, 3.0),
        (7, "partially correct (7) some", PARTIAL, 7.0),
        (200, "partially correct (200)", PARTIAL, 200.0),
        (67, "partially correct (17)", PARTIAL, 17.0),
        (16, "partially correct (17)", FAULT, None),
        (1, "partially correct (200)", REJECTED, None),
    ],
)
@pytest.mark.parametrize("name", ["testlib", "dmoj-testlib"])
def test_testlib(name: str, code: int, err: str, ruling: Ruling, points: float | None) -> None:
    verdict = read(name, code, "stdout is not looked at", err)
    assert found(verdict) == (ruling, points, False)
    assert verdict.message == err


@pytest.mark.parametrize(
    ("code", "err", "ruling", "points"),
    [
        (7, "reading\npoints 30 done\n", PARTIAL, 30.0),
        (7, "points 30 the output is\npoints 100", PARTIAL, 30.0),
        (7, "points 30 the output is\npartially correct (7)", PARTIAL, 30.0),
        (1, "wrong answer expected 'a', found '\npartially correct (1) '", REJECTED, None),
        (0, "ok the output is\npartially correct (0)", ACCEPTED, None),
        (0, "checking\npartially correct (0) the output is\nok", PARTIAL, 0.0),
        (2, "wrong output format \npartially correct (2)", REJECTED, None),
        (7, " points 5", FAULT, None),
        (7, "wrong points 5", FAULT, None),
    ],
)
def test_of_lines_with_points_the_checkers_own_counts(code: int, err: str, ruling: Ruling, points: object) -> None:
    assert found(read("testlib", code, err=err)) == (ruling, points, False)


@pytest.mark.parametrize(
    ("code", "err", "ruling"),
    [
        (7, "points 100", FAULT),
        (1, "partially correct (1)", REJECTED),
        (0, "…ok\npartially correct (0)", PARTIAL),
        (0, "noise", ACCEPTED),
        (9, "partially correct (9)", FAULT),
    ],
)
def test_of_a_message_whose_beginning_is_lost_no_points_are_believed(code: int, err: str, ruling: Ruling) -> None:
    assert read("testlib", code, err=err, stderr_truncated=True).ruling is ruling


# --- Kattis
def in_feedback(**files: str) -> dict[str, bytes | None]:
    return {f"feedback/{name}.txt": text.encode() for name, text in files.items()}


@pytest.mark.parametrize(
    ("code", "files", "scoring", "expected"),
    [
        (42, {}, False, (ACCEPTED, None, False)),
        (43, {}, False, (REJECTED, None, False)),
        (0, {}, False, (FAULT, None, False)),
        (1, {}, False, (FAULT, None, False)),
        (42, in_feedback(score="17.5\n"), True, (ACCEPTED, 17.5, False)),
        (42, in_feedback(score="0"), True, (ACCEPTED, 0.0, False)),
        (42, in_feedback(score_multiplier="0.25"), True, (ACCEPTED, 0.25, True)),
        (42, in_feedback(score_multiplier="1.5"), True, (FAULT, None, False)),
        (42, in_feedback(score="1", score_multiplier="1"), True, (FAULT, None, False)),
        (42, {}, True, (ACCEPTED, None, False)),
        (42, in_feedback(score="17"), False, (FAULT, None, False)),
        (43, in_feedback(score="0"), True, (FAULT, None, False)),
        (42, in_feedback(score=""), True, (FAULT, None, False)),
        (42, in_feedback(score="nan"), True, (FAULT, None, False)),
        (42, in_feedback(score="inf"), True, (FAULT, None, False)),
        (42, in_feedback(score="-1"), True, (FAULT, None, False)),
        (42, in_feedback(score="1 2"), True, (FAULT, None, False)),
        (42, in_feedback(score="1" + " " * 300 + "2"), True, (FAULT, None, False)),
        (42, in_feedback(score=" " * 300 + "2"), True, (ACCEPTED, 2.0, False)),
        (42, {"feedback/nextpass.in": b""}, False, (FAULT, None, False)),
        (43, {"feedback/nextpass.in": b""}, False, (REJECTED, None, False)),
        (42, {"feedback/score.txt": None, "feedback/nextpass.in": None}, True, (ACCEPTED, None, False)),
    ],
)
def test_kattis(
    code: int, files: dict[str, bytes | None], scoring: bool, expected: tuple[Ruling, float | None, bool]
) -> None:
    assert found(read("kattis", code, files=files, scoring=scoring)) == expected


def test_what_a_validator_says_to_the_judges_comes_first() -> None:
    said = in_feedback(judgemessage="for judges\n", teammessage="for teams")
    assert read("kattis", 43, "stdout", "stderr", files=said).message == "for judges"
    del said["feedback/judgemessage.txt"]
    assert read("kattis", 43, "stdout", "stderr", files=said).message == "for teams"
    assert read("kattis", 43, "stdout", "stderr").message == "stderr"


# --- CMS
@pytest.mark.parametrize(
    ("code", "out", "expected"),
    [
        (0, "1.0\n", (ACCEPTED, 1.0, True)),
        (0, "0\nmore", (REJECTED, 0.0, True)),
        (0, "0.3", (PARTIAL, 0.3, True)),
        (0, "1.1", (FAULT, None, False)),
        (0, "-0.1", (FAULT, None, False)),
        (0, "nan", (FAULT, None, False)),
        (0, "", (FAULT, None, False)),
        (0, "yes", (FAULT, None, False)),
        (1, "1.0", (FAULT, None, False)),
    ],
)
def test_cms(code: int, out: str, expected: tuple[Ruling, float | None, bool]) -> None:
    assert found(read("cms", code, out, "translate:partial\nmore")) == expected


def test_a_message_of_cms_is_the_first_line() -> None:
    assert read("cms", 0, "1", "translate:success\nx").message == "Output is correct"
    assert read("cms", 0, "1", "too long \nx").message == "too long"


# --- open-r1
@pytest.mark.parametrize(
    ("code", "out", "ruling"),
    [
        (0, "1", ACCEPTED),
        (0, " 100\n", ACCEPTED),
        (0, "0", REJECTED),
        (0, "0.5", REJECTED),
        (0, "1.0", REJECTED),
        (0, "10", REJECTED),
        (0, "1\n1", FAULT),
        (0, "", FAULT),
        (0, "True", FAULT),
        (1, "1", FAULT),
        (1, "0", FAULT),
    ],
)
def test_script(code: int, out: str, ruling: Ruling) -> None:
    assert found(read("script", code, out, "Traceback")) == (ruling, None, False)


def test_a_script_that_crashes_says_where() -> None:
    verdict = read("script", 1, "", "Traceback (most recent call last):\nIndexError: list index out of range\n")
    assert verdict.message.endswith("IndexError: list index out of range")


# --- messages
def test_a_message_is_bounded() -> None:
    verdict = read("testlib", 1, err="wrong answer " + "x" * 100_000)
    assert len(verdict.message) == MESSAGE_CHARACTERS + 1
    assert len(read("script", 0, "x" * 100_000).reason) < 200


def test_a_message_is_text_that_no_terminal_obeys() -> None:
    shown = show(b"a\xffb\x00c\x1b[2J\r\n\td\xe2\x80\xae\xed\xa0\x80e")
    assert shown == "a\\xffb\\x00c\\x1b[2J\\r\n\td\\u202e\\xed\\xa0\\x80e"
    assert show("\ud800 half") == "\\ud800 half"
    assert show("Grüße, 你好 🎉") == "Grüße, 你好 🎉"
    shown.encode()


@pytest.mark.parametrize("text", ["1", "1.", ".5", "-2.5", "+3", "1e3", "1E-3", "0" * 100])
def test_what_is_a_number(text: str) -> None:
    assert number(text) == float(text)


@pytest.mark.parametrize("text", ["", ".", "nan", "inf", "0x10", "1_0", " 1", "1e", "1e99999", "1" * 101, "²", "١"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("name", "code"), [("testlib", 0), ("kattis", 42), ("script", 0)])
def test_what_a_verdict_says_in_short(name: str, code: int) -> None:
    right, broken = read(name, code, "1"), read(name, 99, "1")
    assert (right.accepted, right.fault) == (True, "")
    assert (broken.accepted, broken.fault[:21]) == (
        False,
        "the checker ends with" if name != "kattis" else "the validator ends wi",
    )


@pytest.mark.parametrize("points", ["1" + "0" * 400, "1e400", '"nan"', "[]", "null", "-1", "1" * 5000])
def test_points_that_are_none_are_a_fault_of_the_checker_and_no_error_of_ours(points: str) -> None:
    told = f'{{"passed": true, "points": {points}, "feedback": "", "extended_feedback": ""}}'
    assert read("dmoj-python", files={RESULT: told.encode()}).ruling is FAULT


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("text", ["points 9", "partial 9", "partial 1/9", "partial 1/1 ", "partially correct (9", "9"])
def test_what_a_checker_says_is_read_in_a_moment(name: str, text: str) -> None:
    """What stands there may be a candidate's words; and the process that reads it cannot tell meanwhile that it
    lives."""
    said = text[:-1] + text[-1] * (60 << 10) + "x"
    began = time.process_time()
    for code in (0, 1, 7):
        read(name, code, said, said, files=dict.fromkeys(PROTOCOLS[name].left, said.encode()), scoring=True)
    assert time.process_time() - began < 1
