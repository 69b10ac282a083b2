"""Each entry of the judge's table of languages, of the sandbox's and of the common list is whole; how crashes read.

That the tables have the same entries, another file's tests say.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from equijudge_core.judging.languages import LANGUAGES, Language, find_language
from equijudge_sandbox.languages import TOOLCHAINS, Toolchain
from tests.languages import cases

PLACEHOLDERS = {"{memory_mib}", "{memory_kib}", "{stack_mib}", "{stack_kib}"}
BY_NAME = pytest.mark.parametrize("name", LANGUAGES)
BY_TOOLCHAIN = pytest.mark.parametrize("name", TOOLCHAINS)


def test_the_common_list_has_programs_of_each() -> None:
    assert set(cases.ENDINGS) == set(LANGUAGES)
    assert set(cases.PACKAGES) | set(cases.OPTIONAL) == set(LANGUAGES)


@BY_NAME
def test_each_case_of_the_list_has_its_program(name: str) -> None:
    for case_name, case in cases.CASES.items():
        assert (name, case_name) in cases.CANNOT or cases.read_source(case.program, name)


def test_only_cases_and_languages_that_are_there_are_excused_and_each_with_a_reason() -> None:
    assert {name for name, _ in cases.CANNOT} <= set(LANGUAGES)
    assert {case for _, case in cases.CANNOT} <= set(cases.CASES)
    assert all(len(reason) > 20 for reason in cases.CANNOT.values())


@BY_NAME
def test_an_entry_of_the_judge_is_whole(name: str) -> None:
    language = LANGUAGES[name]
    assert language.name == name
    assert language.title
    assert language.aliases
    assert 1.0 <= language.time_factor <= 10.0
    assert all(ending.startswith(".") for ending in language.extensions)


@BY_NAME
def test_a_language_is_found_by_each_of_its_words_in_any_case(name: str) -> None:
    language = LANGUAGES[name]
    for word in (name, *language.aliases):
        assert find_language(f" {word.upper()} ") is language


@pytest.mark.parametrize("word", ["", " ", "brainfuck", "python 3", "cpp14", "c++\0", "../java", "ｃpp"])
def test_no_other_word_finds_one(word: str) -> None:
    assert find_language(word) is None


@BY_NAME
def test_what_out_of_memory_means_is_something_that_the_pattern_can_find(name: str) -> None:
    language = LANGUAGES[name]
    assert language.exception is not None or not language.out_of_memory


@BY_NAME
def test_a_name_from_stderr_is_bounded_and_none_is_found_in_noise(name: str) -> None:
    language = LANGUAGES[name]
    for noise in (b"", b"\xff" * 100_000, b"\n" * 100_000, b"warning: nothing\n", b": : :\n", b"a" * 200_000):
        assert len(language.exception_in(noise)) <= 64
    assert language.exception_in(b"hello world\n") == ""


@pytest.mark.parametrize(
    ("name", "stderr", "found"),
    [
        ("pypy3", b"Traceback (most recent call last):\n  File \"main.py\", line 1\nKeyError: 'a'\n", "KeyError"),
        ("pypy3", b"Traceback (most recent call last):\njson.decoder.JSONDecodeError: x\n", "JSONDecodeError"),
        ("pypy3", b"Traceback (most recent call last):\nKeyboardInterrupt\n", "KeyboardInterrupt"),
        ("java", b'Exception in thread "main" java.lang.IllegalStateException: x\n\tat Main.main(Main.java:60)\n',
         "IllegalStateException"),
        ("java", b'Exception in thread "main" Main$Mine\n\tat Main.main(Main.java:60)\n', "Mine"),
        ("java", b'Exception in thread "main" java.lang.OutOfMemoryError: Java heap space\n', "OutOfMemoryError"),
        ("cpp17", b"terminate called after throwing an instance of 'std::runtime_error'\n  what():  x\n",
         "runtime_error"),
        ("cpp20", b"terminate called after throwing an instance of 'int'\n", "int"),
        ("javascript", b"/tmp/box/main.js:1\nthrow new RangeError('x')\n^\n\nRangeError: x\n    at Object\n",
         "RangeError"),
        ("javascript", b"FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n"
         b"----- Native stack trace -----\n", "heap out of memory"),
        ("go", b"panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:\n", "panic"),
        ("go", b"fatal error: all goroutines are asleep - deadlock!\n", "fatal error"),
        ("rust", b"thread 'main' panicked at main.rs:60:20:\nthrown\n", "panicked"),
        ("rust", b"\nthread 'main' (12) panicked at main.rs:60:20:\nthrown\n", "panicked"),
    ],
)  # fmt: skip
def test_what_ended_a_program_is_read_from_its_stderr(name: str, stderr: bytes, found: str) -> None:
    assert LANGUAGES[name].exception_in(stderr) == found


def test_of_several_names_on_stderr_the_last_counts() -> None:
    stderr = b"ValueError: caught and printed\nTraceback (most recent call last):\nKeyError: 'a'\n"
    assert LANGUAGES["pypy3"].exception_in(stderr) == "KeyError"


def test_only_the_end_of_a_long_stderr_is_looked_at() -> None:
    assert LANGUAGES["pypy3"].exception_in(b"KeyError\n" + b"x" * 100_000) == ""


@BY_TOOLCHAIN
def test_an_entry_of_the_sandbox_is_whole(name: str) -> None:
    toolchain = TOOLCHAINS[name]
    assert toolchain.version
    assert toolchain.source
    assert toolchain.program
    assert toolchain.compile
    assert toolchain.run or toolchain.program != toolchain.source
    assert 0 <= toolchain.own_bytes <= 256 << 20
    assert 0 <= toolchain.slack_bytes <= 256 << 20


@BY_TOOLCHAIN
def test_a_command_has_no_placeholder_but_those_that_are_filled_in(name: str) -> None:
    for word in words_of(TOOLCHAINS[name]):
        assert set(re.findall(r"\{[^}]*\}", word)) <= PLACEHOLDERS
        assert "\0" not in word


@BY_TOOLCHAIN
def test_files_are_plain_names_in_the_cells_own_directory(name: str) -> None:
    toolchain = TOOLCHAINS[name]
    for file in (toolchain.source, toolchain.program):
        assert re.fullmatch(r"[A-Za-z]\w*(\.\w+)?", file)
    assert any(toolchain.source in word for word in toolchain.compile)


@BY_TOOLCHAIN
def test_the_compile_step_leaves_what_is_run(name: str) -> None:
    toolchain = TOOLCHAINS[name]
    made = toolchain.program != toolchain.source
    assert not made or toolchain.program in toolchain.compile
    assert not toolchain.run or toolchain.program in toolchain.run


def test_fingerprints_differ_and_are_eight_hex_digits() -> None:
    prints = [toolchain.fingerprint() for toolchain in TOOLCHAINS.values()]
    assert len(set(prints)) == len(prints)
    assert all(re.fullmatch(r"[0-9a-f]{8}", each) for each in prints)


def test_a_fingerprint_changes_with_every_field() -> None:
    plain = Toolchain(("v",), "s", ("c",), "p", "k")
    others = [
        replace(plain, version=("w",)),
        replace(plain, source="t"),
        replace(plain, compile=("c", "-O2")),
        replace(plain, program="q"),
        replace(plain, canary="l"),
        replace(plain, run=("r",)),
        replace(plain, environment=("A=1",)),
        replace(plain, own_bytes=1),
        replace(plain, slack_bytes=1),
    ]
    assert len({each.fingerprint() for each in (plain, *others)}) == len(others) + 1


def test_a_language_of_no_pattern_names_nothing() -> None:
    assert Language("x", "X").exception_in(b"ValueError: x\n") == ""


def words_of(toolchain: Toolchain) -> tuple[str, ...]:
    return (*toolchain.version, *toolchain.compile, *toolchain.run, *toolchain.environment)
