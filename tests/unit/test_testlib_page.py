"""The manual's page about testlib.h names what is in the header, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.local_toolchains import SOURCES

PAGE = (Path(__file__).parents[2] / "docs" / "testlib.md").read_text("utf-8")
HEADER = (SOURCES / "testlib.h").read_text("utf-8")
PROMISED = PAGE[PAGE.index("## What is there") : PAGE.index("## What is not")].split("\nIntegers are")[0]
NAMES = sorted(set(re.findall(r"`(?:rnd\.)?([A-Za-z_]+)[^`]*`", PROMISED)))
MADE_BY_MACRO = r"read(Token|Word|Line|String|Int|Integer|Long|UnsignedLong|Double|Real)s?"


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_promises_is_in_the_header(name: str) -> None:
    made = re.fullmatch(MADE_BY_MACRO, name)
    macro = made and re.search(rf"TESTLIB_(MATCHED|BOUNDED)\({made[1]},", HEADER)
    assert macro or re.search(rf"\b{name}\b[ (;,=]", HEADER)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\b(register[A-Z]\w+|read[A-Z]\w+)\(", HEADER))))
def test_what_reads_or_begins_is_on_the_page(name: str) -> None:
    assert name.removesuffix("s") in {each.removesuffix("s") for each in NAMES}
