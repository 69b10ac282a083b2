"""docs/scores.md: every figure that is given is explained, and every one that is explained is given."""

from __future__ import annotations

import re
from pathlib import Path

from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import problem, run

PAGE = (Path(__file__).parents[2] / "docs/scores.md").read_text("utf-8")
SHORTENED = re.compile(r"distinct_\d|verdict_\w+")


def explained() -> set[str]:
    table = PAGE.split("## How a figure is made")[1].split("## Formulas")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_page_names_the_figures() -> None:
    vectors = {"NAME": {"hash-a": [1.0]}}
    figures = score(run(problem("p", ["AC:a"])), ScoreSettings(ks=(1,), resamples=100), vectors).figures
    given = {name.replace("@1", "@k") for name in figures if not SHORTENED.match(name) and "NAME_" not in name}

    assert {name for name in explained() if not SHORTENED.match(name)} == given


def test_every_kind_of_figure_has_its_formula() -> None:
    shares = {"ie", "unparseable"}  # explained in full by the table before
    formulas = PAGE.split("## Formulas")[1]
    kinds = {re.sub(r"(_fine|_correct|_all|_given_correct|reference_|@k)", "", name) for name in explained() - shares}
    kinds = {re.sub(r"^(unique|distinct)_\w+$", r"\1_", name) for name in kinds if not name.startswith("verdict")}
    assert {kind for kind in kinds if f"`{kind}" not in formulas} == set()
