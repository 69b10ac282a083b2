"""The page on other people's formats: it names them all, and its examples are tried."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from equijudge.problem_files import read_problem
from equijudge_core.formats import OURS, ROW_FORMATS, read_row
from equijudge_core.formats.archive import Bounds
from equijudge_core.formats.evalplus import REBUILT
from equijudge_core.formats.evalplus_code import _SPECIAL
from equijudge_core.formats.package_formats import PACKAGE_FORMATS
from tests.unit.cli_support import run

PAGE = (Path(__file__).parents[2] / "docs/formats.md").read_text("utf-8")
BLOCKS: list[tuple[str, str]] = re.findall(r"```(\w*)\n(.*?)```", PAGE, re.DOTALL)
ROWS = [json.loads(text) for language, text in BLOCKS if language == "json"]


def test_the_page_names_every_format_with_the_columns_by_which_it_is_known() -> None:
    table = PAGE.split("## Rows")[1].split("### What is particular")[0]
    lines = [line for line in table.splitlines() if line.startswith("| `")]
    for each in ROW_FORMATS:
        line = next(line for line in lines if f"`{each.name}`" in line.split("|")[1])
        assert all(f"`{mark}`" in line.split("|")[2] for mark in each.marks), each.name
    assert f"`{OURS}`" in table


def test_the_page_names_every_packages_main_file() -> None:
    assert all(f"`{main}`" in PAGE for main in PACKAGE_FORMATS)


def test_the_figures_are_those_of_the_code() -> None:
    assert f"{Bounds().files:,} files and {Bounds().total_bytes >> 30} GiB" in PAGE
    assert f"the {len(REBUILT)} tasks" in PAGE
    assert len(_SPECIAL) == 15 + 1


def test_the_rows_are_read_as_the_page_says() -> None:
    apps, verl = (read_row(row) for row in ROWS)
    assert (apps.format, len(apps.problem.tests()), apps.problem.tests()[1].input) == ("apps", 2, b"-5 7\n")
    assert verl.problem.calls is not None
    assert json.loads(verl.problem.tests()[0].input) == [1, [2, 3]]


def test_the_conversions_are_done_as_they_stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROWS[0]) + "\n")
    commands = [
        line for _, text in BLOCKS for line in text.splitlines() if line.startswith("equijudge problems convert")
    ]
    assert len(commands) == 2
    for command in commands:
        done = run(*shlex.split(command)[1:])
        assert done.exit_code == 0, done.output
    assert read_problem(tmp_path / "problems.jsonl", None).name == "apps/4001"
    assert read_problem(tmp_path / "packages" / "apps-4001", None).solutions
