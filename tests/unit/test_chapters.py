"""Chapters and banks: what is written reads back byte for byte, and what is none is refused."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scripts.chapters import (
    LANGUAGES,
    Authority,
    Bank,
    Chapter,
    Example,
    Family,
    Item,
    Program,
    read,
    read_bank,
    write,
    write_bank,
)

from equijudge_core.judging import languages
from tests import handbook

ODD = {
    "backticks": 'print("""\n```\n````python\n""")\n',
    "a fence that is longer than others": "`" * 40 + "\n",
    "headings": "# not a title\n#### `not_a_program`\n## Tests\n",
    "tabs and spaces at the ends of lines": "if 1:\n\tprint(1) \n\t\n  \n",
    "no newline at the end": "print(1)",
    "several newlines at the end": "print(1)\n\n\n",
    "a blank line at the beginning": "\n\nprint(1)\n",
    "carriage returns": "print(1)\r\nprint(2)\r",
    "other ends of lines": "a\x0bb\x0cc\x1dd\x85e\u2028f\n",
    "control characters": "\0\x1b[31m\ufeff\n",
    "letters of all kinds": "print('é', '漢', '😀')\n",
    "nothing": "",
    "a newline": "\n",
    "a line that looks like JSON": '"a"\n',
}
# Whatever Python text may hold; surrogates can be in no file.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("`#\n\r\t "), max_size=60)


def in_every_language(name: str, source: str) -> tuple[Program, ...]:
    return tuple(Program(name, source, language=language) for language in LANGUAGES.values())


def chapter(source: str) -> Chapter:
    """One in which every block is this source."""
    return Chapter(
        statement="# A sum\n\nAdd them.\n\n**Input.** Two numbers, a `b`.\n",
        examples=(Example(source, source), Example("1\n", "2\n")),
        settings=source,
        families=(
            Family("add", "Adds them.", (Program("add", source), Program("add__twice", source))),
            Family(
                "look_up",
                "Looks\nthem up.\n\nIn a table.",
                (Program("look_up", source, True), *in_every_language("look_up", source)),
            ),
        ),
        all_wrong=(
            Program("CE_no_end", source, language="c"),
            Program("TLE_counts", source),
            Program("OLE_never_ends", source, points="1"),
            Program("WA_half", source, points="37.5"),
            *in_every_language("WA_off_by_one", source),
        ),
        tests=source,
        checker=Authority("Adds\n\nthem again.", Program("dmoj-testlib", source, language="cpp17")),
        interactor=Authority("Asks.", Program("kattis", source)),
    )


@pytest.mark.parametrize("source", ODD.values(), ids=ODD)
def test_odd_programs_come_back_as_they_were(source: str) -> None:
    assert read(write(chapter(source))) == chapter(source)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_comes_back_as_it_was_even_through_a_file(source: str) -> None:
    assert read(write(chapter(source)).encode().decode()) == chapter(source)


@settings(deadline=None)
@given(TEXTS)
def test_a_bank_comes_back_as_it_was(source: str) -> None:
    family = Family("add", "", (Program("add__1", source), Program("add__2", source)))
    items = (Item("sum", "Add them.", Example(source, source), (family,)), Item("sum_2", "Again.", None, (family,)))
    bank = Bank("Sums", "All that is added.", items)
    assert read_bank(write_bank(bank)) == bank


def test_what_has_no_place_in_a_chapter_is_not_written() -> None:
    good = chapter("print()\n")
    for odd in (
        Chapter("no title\n", good.examples, good.settings, good.families, good.all_wrong, good.tests),
        Chapter("# A sum\n\n## Tests\n", good.examples, good.settings, good.families, good.all_wrong, good.tests),
        Chapter(good.statement, good.examples, good.settings, good.families, good.families[0].programs, good.tests),
    ):
        with pytest.raises((ValueError, KeyError)):
            write(odd)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("## Settings", "## Limits"), "expected '## Settings', found ## 'Limits'"),
        (("#### `add__twice`", "#### `subtract`"), "subtract below 'Add', which is another family"),
        (("#### `add__twice`", "#### add__twice"), "'add__twice' is no name"),
        (("`TLE_counts`", "`WA_counts`"), "WA_counts below 'Time limit exceeded', which is another verdict"),
        (("### Wrong answer", "### Wrong"), "expected '### Compile error or Memory limit"),
        (("#### `kattis`", "##### `kattis`"), "below 'Interactor' are 0 programs, expected one"),
        (("## Interactor", "## Adversary"), "expected '## Right programs', found ## 'Adversary'"),
        (("```cpp", "```fortran"), "dmoj-testlib is in 'fortran', expected one of python, pypy, cpp,"),
        (("## Tests", "Tests"), "below '`WA_off_by_one`' are 2 blocks, expected one"),
    ],
)
def test_what_is_no_chapter_is_refused_with_what_was_expected(change: tuple[str, str], message: str) -> None:
    text = write(chapter("print()\n"))
    assert change[0] in text
    with pytest.raises(ValueError, match=message):
        read(text.replace(*change))


def test_the_word_of_a_fence_is_one_for_each_language_that_a_judge_knows() -> None:
    assert set(LANGUAGES.values()) <= set(languages.LANGUAGES)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


def test_a_chapter_tells_the_python_programs_from_the_others() -> None:
    found = read(write(chapter("print()\n")))
    assert [one.name for one in found.right] == ["add", "add__twice", "look_up"]
    assert [one.name for one in found.wrong] == ["TLE_counts", "OLE_never_ends", "WA_half", "WA_off_by_one"]
    assert [one.name for one in found.by_another_hand] == ["look_up"]
    assert [one.language for one in found.all_right if one.name == "look_up"] == ["python3", *LANGUAGES.values()]
    assert {one.language for one in found.all_wrong} == set(LANGUAGES.values())


def test_a_block_without_an_end_is_refused() -> None:
    with pytest.raises(ValueError, match="has no end"):
        read(write(chapter("print()\n")).removesuffix("```\n"))


@pytest.mark.parametrize("path", sorted(handbook.FOLDER.rglob("chapters/*.md")), ids=lambda path: path.stem)
def test_the_chapters_of_the_handbook_are_as_they_would_be_written(path: Path) -> None:
    assert write(read(path.read_bytes().decode())).encode() == path.read_bytes()


def test_the_built_files_say_nothing_of_when_they_were_built() -> None:
    for path in handbook.FOLDER.rglob("*.gz"):
        with gzip.open(path) as file:
            file.read()
            assert file.mtime == 0
