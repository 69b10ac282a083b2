"""The program in a model's text: the command, and texts composed of pieces."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import equijudge
from equijudge.cli.main import build_app
from tests.answers import EXPECTED_MISSES, Answer, composed, from_blind_frames
from tests.fixtures.answers import blind_frames

F = "```"
ANSWER = f"Here: {F}python\nprint(input())\n{F} It echoes."


def run(*arguments: str, text: bytes | str = "") -> Any:
    return CliRunner().invoke(build_app(), ["extract", *arguments], input=text)


def test_the_program_goes_to_stdout() -> None:
    done = run(text=ANSWER)

    assert (done.exit_code, done.stdout, done.stderr) == (0, "print(input())\n", "")


def test_a_file_is_read_and_its_line_ends_kept(tmp_path: Path) -> None:
    file = tmp_path / "answer.txt"
    file.write_bytes(f"{F}\r\nprint(input())\r\nx = 1\r\n{F}".encode())

    assert run(str(file)).stdout_bytes == b"print(input())\r\nx = 1\r\n"


def test_without_a_program_the_reason_is_on_stderr() -> None:
    done = run("-", text=f"{F}python\nprint(f(2))\n{F}")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "uses f" in done.stderr


def test_json_says_how_and_what_the_judge_would_run_for_want_of_better() -> None:
    found = json.loads(run("--json", text=ANSWER).stdout)
    attempt = run("--json", text=f"{F}python\nx = 1\n{F}")

    assert found == {"code": "print(input())\n", "how": "fence", "whole": True, "detail": ""}
    assert attempt.exit_code == 1
    assert json.loads(attempt.stdout)["code"] == "x = 1\n"


def test_bytes_that_are_no_text_do_not_stand_in_the_way() -> None:
    assert run(text=b"\xff\xfe\n" + ANSWER.encode()).stdout == "print(input())\n"


def test_a_file_that_is_not_there_is_named() -> None:
    done = run("/nowhere/answer.txt")

    assert done.exit_code == 2
    assert "/nowhere/answer.txt" in done.stderr


def test_extract_code_gives_the_program_or_none() -> None:
    assert equijudge.extract_code(ANSWER) == "print(input())\n"
    assert equijudge.extract_code("It depends.") is None
    assert equijudge.extract_code(f"{F}python\nx = 1\n{F}") is None


def test_extract_code_names_the_field_that_is_no_text() -> None:
    with pytest.raises(equijudge.BadArgument, match="text: a str is needed, got NoneType"):
        equijudge.extract_code(None)  # type: ignore[arg-type]


def test_neither_needs_numpy() -> None:
    script = (
        "import sys; sys.modules['numpy'] = None\n"
        "import equijudge, equijudge.cli.extract\n"
        f"print(equijudge.extract_code({ANSWER!r}))"
    )

    assert subprocess.check_output([sys.executable, "-c", script], text=True) == "print(input())\n\n"


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return [*composed(), *from_blind_frames()]


@pytest.fixture(scope="module")
def misses(answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if not answer.is_right]


def test_there_are_enough_texts_and_a_third_hold_no_program_or_two(answers: list[Answer]) -> None:
    assert len({answer.text for answer in answers}) == len(answers) >= 2000
    assert sum(answer.held != 1 for answer in answers) >= len(answers) / 3


def test_half_of_the_frames_were_written_without_sight_of_the_rule() -> None:
    blind = blind_frames.BLIND_FRAMES + blind_frames.JSON_FRAMES + blind_frames.HTML_FRAMES

    assert {answer.shape for answer in from_blind_frames()} == {frame.name for frame in blind}


@pytest.mark.parametrize("source", ["composed", "blind"])
def test_a_single_program_is_found_in_99_percent(source: str, answers: list[Answer], misses: list[Answer]) -> None:
    held = sum(answer.source == source and answer.held == 1 for answer in answers)
    missed = sum(answer.source == source and answer.held == 1 for answer in misses)

    assert missed <= held / 100


def test_every_miss_has_its_reason_and_every_reason_a_miss(misses: list[Answer]) -> None:
    assert {answer.shape for answer in misses} == set(EXPECTED_MISSES)


def test_the_program_in_another_language_is_found_where_that_is_wanted() -> None:
    text = f'{F}python\nprint(1)\n{F}\n{F}c++\nint main() {{ puts("1"); }}\n{F}'
    assert run("--language", "cpp", text=text).stdout == 'int main() { puts("1"); }\n'
    assert equijudge.extract_code(text, "C++") == 'int main() { puts("1"); }\n'
    refused = run("--language", "java", text=text)
    assert refused.exit_code == 1
    assert "another language than Java" in refused.stderr


def test_a_language_that_nobody_knows_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"^language: unknown, 'cobol'; one of python3, pypy3"):
        equijudge.extract_code("", "cobol")
    assert run("--language", "cobol", text="x").exit_code == 2


DEFINES = "```python\ndef solve(a):\n    return a\n```\nFor example:\n```python\nprint(max([1, 2]))\n```\n"


def test_what_defines_the_function_that_is_called_is_the_program() -> None:
    assert run("--called", "solve", text=DEFINES).stdout == "def solve(a):\n    return a\n"
    assert run(text=DEFINES).stdout == "print(max([1, 2]))\n"


def test_what_is_no_name_of_a_function_is_an_error_of_use() -> None:
    done = run("--called", "solve()", text=DEFINES)

    assert done.exit_code == 2
    assert "called: must be the name of a function" in done.stderr
