"""Each language is held to the common list (tests/languages): local cells with the machine's own toolchains, docker
cells with the image's. In `make test` docker has C++ and Java of them, in `make proofs` all.

A toolchain that is missing is an error here, never a skip; but for Python 2, which no Debian has any more: it is held
to the list where an interpreter is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Program
from tests.languages.cases import (
    CANNOT,
    CASES,
    ENDINGS,
    LIMITS,
    OPTIONAL,
    OWN,
    PACKAGES,
    PROGRAMS,
    THROWN,
    expected,
    names_line,
    read_source,
)
from tests.languages.judged import cell_limits, compile_message, judge_case, judge_program, make_sandbox

JUDGED = [name for name, case in CASES.items() if case.program != "broken"]


@pytest.fixture(scope="module", params=["local", "docker"])
def sandbox(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    made = make_sandbox(request.param, tmp_path_factory.mktemp("languages"))
    yield made
    made.close()


@pytest.fixture(params=list(ENDINGS))
def language(request: pytest.FixtureRequest, sandbox: Sandbox) -> str:
    """A language that must be there."""
    name: str = request.param
    why = sandbox.languages().missing.get(name, "")
    if why and name in OPTIONAL:
        pytest.skip(f"{name} is not here ({why}): {OPTIONAL[name]}")
    assert not why, f"{name} is missing ({why}): please install {PACKAGES[name]}"
    return name


def test_the_cell_says_its_version(sandbox: Sandbox, language: str) -> None:
    said = sandbox.info().language_version if language == "python3" else sandbox.languages().there[language]
    assert any(character.isdigit() for character in said)


@pytest.mark.parametrize("name", JUDGED)
def test_a_language_is_held_to_the_list(sandbox: Sandbox, language: str, name: str) -> None:
    if (language, name) in CANNOT:
        pytest.skip(f"{language} {CANNOT[language, name]}")
    result = judge_case(sandbox, language, CASES[name])
    assert (result.verdict, result.reason) == expected(name, language), result


def test_an_uncaught_exception_is_named(sandbox: Sandbox, language: str) -> None:
    result = judge_case(sandbox, language, CASES["uncaught exception"])
    assert result.exception == THROWN[language][1]


def test_a_compile_error_names_the_line(sandbox: Sandbox, language: str) -> None:
    message = compile_message(sandbox, language, read_source("broken", language))
    assert names_line(message, language), message


@pytest.mark.parametrize(("of", "file"), OWN)
def test_what_a_language_has_of_its_own(sandbox: Sandbox, of: str, file: str) -> None:
    if of in OPTIONAL and of in sandbox.languages().missing:
        pytest.skip(f"{of} is not here: {OPTIONAL[of]}")
    stdin, output = OWN[of, file]
    result = judge_program(sandbox, Program((PROGRAMS / "own" / file).read_bytes(), of), stdin, output)
    assert result.verdict == "AC", result


@pytest.mark.parametrize("driver", ["local", "docker"])
def test_a_program_is_compiled_once_for_all_who_share_a_folder(driver: str, tmp_path: Path) -> None:
    seconds = []
    for _ in range(2):
        sandbox = make_sandbox(driver, tmp_path)
        for _ in range(2):
            with sandbox.run(Program(b"int main() { return 0; }", "cpp17"), cell_limits(LIMITS)) as run:
                seconds.append(run.compile_outcome.cpu_time_s)
        sandbox.close()
    assert seconds[0] > 0
    assert seconds[1:] == [0.0] * 3


def test_cpp17_knows_nothing_of_cpp20(sandbox: Sandbox) -> None:
    assert "integral" in compile_message(sandbox, "cpp17", (PROGRAMS / "own" / "ranges.cpp").read_text("utf-8"))


def test_one_program_after_another_leaves_nothing(sandbox: Sandbox, language: str) -> None:
    for name in ("crash", "hello", "memory hog", "sum", "very long output", "empty input"):
        result = judge_case(sandbox, language, CASES[name])
        assert (result.verdict, result.reason) == expected(name, language), (name, result)
