"""The tables of docs/code-extraction.md are what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from equijudge_core.programs.code_extraction import How, extract
from equijudge_core.programs.code_marks import Language, language_of

PAGE = (Path(__file__).parents[2] / "docs" / "code-extraction.md").read_text()
ROW = re.compile(r"^\| ([^|]+) \| `{5} (.+) `{5} \| (yes|no|attempt) \|$", re.MULTILINE)
TAGS = re.compile(r"^\| (Python|says nothing|another language)(?:[:,][^|]*)? \| ([^|]+) \|$", re.MULTILINE)
PROGRAM = "print(sum(map(int, input().split())))"
CHARACTERS = {"⏎": "\n", "\\|": "|", "PROGRAM": PROGRAM, "SNIPPET": "n = 3", "\\0": "\0"}
CHARACTERS |= {"\\u200b": "\u200b", "\\ufeff": "\ufeff", "\\ud800": "\ud800"}
EXAMPLES = {what: (example, found) for what, example, found in ROW.findall(PAGE)}
MEANINGS = {"Python": Language.PYTHON, "says nothing": Language.UNSAID, "another language": Language.OTHER}


def test_every_example_is_read() -> None:
    assert len(ROW.findall(PAGE)) == len(EXAMPLES) == PAGE.count("````` |")


@pytest.mark.parametrize("what", EXAMPLES)
def test_an_example_is_found_as_the_page_says(what: str) -> None:
    text, promised = EXAMPLES[what]
    for written, meant in CHARACTERS.items():
        text = text.replace(written, meant)

    found = extract(text)

    if promised == "yes":
        assert found.program is not None, found
        assert "input()" in found.program or "sys.stdin" in found.program
        assert PROGRAM in found.program.splitlines() or "PROGRAM" not in EXAMPLES[what][0]
    else:
        assert found.program is None
        assert (found.how is How.ATTEMPT) == (promised == "attempt")


@pytest.mark.parametrize(("meaning", "tags"), TAGS.findall(PAGE.split("| tag of a fence |")[1]))
def test_the_tags_mean_what_the_page_says(meaning: str, tags: str) -> None:
    assert {language_of(tag) for tag in re.findall("`([^`]+)`", tags)} == {MEANINGS[meaning]}
