"""What checkers of DMOJ, COCI and PEG mean by how they end."""

from __future__ import annotations

import json

import pytest

from equijudge_core.judging.checker_runs import Ruling
from tests.unit.test_checker_protocols import ACCEPTED, FAULT, PARTIAL, REJECTED, found, read


@pytest.mark.parametrize(
    ("name", "code", "out", "err", "expected"),
    [
        ("dmoj", 0, "well done", "", (ACCEPTED, None, False)),
        ("dmoj", 1, "1\n2", "points 5", (REJECTED, None, False)),
        ("dmoj", 2, "", "", (FAULT, None, False)),
        ("dmoj", 7, "", "points 5", (FAULT, None, False)),
        ("coci", 0, "", "partial 1/2", (ACCEPTED, None, False)),
        ("coci", 1, "", "", (REJECTED, None, False)),
        ("coci", 2, "", "", (REJECTED, None, False)),
        ("coci", 3, "", "", (FAULT, None, False)),
        ("coci", 7, "", "partial 1/4", (PARTIAL, 0.25, True)),
        ("coci", 7, "", "noise\npartial 1.5/3\nmore", (PARTIAL, 0.5, True)),
        ("coci", 7, "", "partial 3/3", (ACCEPTED, 1.0, True)),
        ("coci", 7, "", "partial 0/3", (REJECTED, 0.0, True)),
        ("coci", 7, "", "partial 4/3", (FAULT, None, False)),
        ("coci", 7, "", "partial 1/0", (FAULT, None, False)),
        ("coci", 7, "", "partial -1/2", (FAULT, None, False)),
        ("coci", 7, "", "points 5", (FAULT, None, False)),
        ("peg", 0, "", "", (ACCEPTED, None, False)),
        ("peg", 1, "", "", (REJECTED, None, False)),
        ("peg", 2, "", "", (FAULT, None, False)),
        ("peg", 0, "3\n4\n", "", (PARTIAL, 0.75, True)),
        ("peg", 1, "checked\n1\n2\n9\n", "", (PARTIAL, 0.5, True)),
        ("peg", 0, "4\n4\n", "", (ACCEPTED, 1.0, True)),
        ("peg", 0, "5\n4\n", "", (FAULT, None, False)),
        ("peg", 0, "0\n0\n", "", (FAULT, None, False)),
        ("peg", 0, "3\n\n4\n", "", (ACCEPTED, None, False)),
        ("peg", 0, "nan\n4\n", "", (ACCEPTED, None, False)),
    ],
)
def test_dmoj(name: str, code: int, out: str, err: str, expected: tuple[Ruling, float | None, bool]) -> None:
    assert found(read(name, code, out, err)) == expected


def test_dmoj_shows_what_is_on_stdout() -> None:
    assert read("dmoj", 1, "not sorted\n", "debugging").message == "not sorted"


def told(passed: object, points: object, feedback: str = "", extended_feedback: str = "") -> dict[str, bytes | None]:
    values = {"passed": passed, "points": points, "feedback": feedback, "extended_feedback": extended_feedback}
    return {"dmoj-result.json": json.dumps(values).encode()}


@pytest.mark.parametrize(
    ("code", "files", "expected"),
    [
        (0, told(True, 100), (ACCEPTED, 1.0, True)),
        (0, told(True, 25.0), (PARTIAL, 0.25, True)),
        (0, told(True, 0), (PARTIAL, 0.0, True)),
        (0, told(False, 0), (REJECTED, 0.0, True)),
        (0, told(False, 30), (REJECTED, 0.3, True)),
        (0, told(True, 101), (FAULT, None, False)),
        (0, told(True, -1), (FAULT, None, False)),
        (0, told(True, float("nan")), (FAULT, None, False)),
        (0, told("yes", 100), (FAULT, None, False)),
        (0, told(True, "many"), (FAULT, None, False)),
        (0, told(True, None), (FAULT, None, False)),
        (0, {}, (FAULT, None, False)),
        (0, {"dmoj-result.json": b"[" * 60_000}, (FAULT, None, False)),
        (0, {"dmoj-result.json": b"[1]"}, (FAULT, None, False)),
        (0, {"dmoj-result.json": b"\xff"}, (FAULT, None, False)),
        (1, told(True, 100), (FAULT, None, False)),
    ],
)
def test_dmoj_in_python(code: int, files: dict[str, bytes | None], expected: tuple[Ruling, float | None, bool]) -> None:
    assert found(read("dmoj-python", code, "printed", files=files)) == expected


def test_dmoj_in_python_shows_both_feedbacks() -> None:
    assert read("dmoj-python", files=told(True, 100, "short", "long")).message == "short\nlong"
