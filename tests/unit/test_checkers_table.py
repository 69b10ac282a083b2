"""The tables of docs/checkers.md say what the checkers do: each row is tried, column by column."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from equijudge.cli.options import parse_checker
from equijudge_core.contracts.checkers import CHECKER_NAMES, FLAGS, CheckerSpec
from equijudge_core.judging.checkers import make_checker

PAGE = (Path(__file__).parents[2] / "docs" / "checkers.md").read_text("utf-8")
Row = tuple[str, ...]


def tables() -> list[list[Row]]:
    """Every table of the page: its head, then its rows."""
    found: list[list[Row]] = []
    for block in re.findall(r"(?:^\|.*\|\n)+", PAGE, re.MULTILINE):
        rows = [tuple(cell.strip() for cell in line[1:-1].split("|")) for line in block.splitlines()]
        found.append([rows[0], *rows[2:]])
    return found


def text(cell: str) -> bytes:
    return b"" if cell == "nothing" else cell.strip("`").encode().decode("unicode_escape").encode()


# Those that read one word, or no layout at all, or nothing but cases.
SINGLE = ("hcmp", "icmp", "rcmp", "acmp", "dcmp", "yesno", "nyesno", "pointscmp", "caseicmp", "casencmp", "casewcmp")
RULES, *TRIED = (table for table in tables() if table[0][0] in ("checker", "column"))
CASES = [
    (checker.strip("`"), head, text(expected), text(printed), claim)
    for examples, verdicts in pairwise(TRIED)
    if examples[0][0] == "column"
    for checker, *claims in verdicts[1:]
    for (head, expected, printed, _), claim in zip(examples[1:], claims, strict=True)
]


@pytest.mark.parametrize(("checker", "column", "expected", "printed", "claim"), CASES)
def test_a_cell_says_what_the_checker_does(
    checker: str, column: str, expected: bytes, printed: bytes, claim: str
) -> None:
    result = make_checker(CheckerSpec.model_validate(parse_checker(checker))).check(expected, printed)
    verdict = "IE" if result.fault else "loose" if result.loose else "AC" if result.ok else "WA"
    assert verdict == claim, column


def test_the_columns_of_a_table_are_its_examples() -> None:
    assert len(TRIED) == 4
    for examples, verdicts in (TRIED[:2], TRIED[2:]):
        assert verdicts[0][1:] == tuple(row[0] for row in examples[1:])


def test_every_checker_and_every_flag_is_in_the_manual() -> None:
    named = {name: row for row in RULES[1:] for name in re.findall(r"`([^`]+)`", row[0])}
    assert set(named) == set(CHECKER_NAMES)
    missing = [(name, flag) for name, flags in FLAGS.items() for flag in flags if f"`{flag}`" not in named[name][2]]
    assert missing == []


def test_every_checker_is_tried_on_words_and_all_that_read_several_on_lines() -> None:
    words, lines = ({row[0].strip("`").partition(":")[0] for row in table[1:]} for table in TRIED[1::2])
    assert words == set(CHECKER_NAMES)
    assert words - lines == {f"testlib.{name}" for name in SINGLE}
