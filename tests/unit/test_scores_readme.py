"""Every figure that is given is explained, and every one that is explained is given."""

from __future__ import annotations

import re
from pathlib import Path

import equijudge_core.scores
from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import problem, run

SHORTENED = re.compile(r"distinct_\d|verdict_\w+")


def explained() -> set[str]:
    text = (Path(equijudge_core.scores.__file__).parent / "README.md").read_text()
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_the_readme_names_the_figures() -> None:
    vectors = {"NAME": {"hash-a": [1.0]}}
    figures = score(run(problem("p", ["AC:a"])), ScoreSettings(ks=(1,), resamples=100), vectors).figures
    given = {name.replace("@1", "@k") for name in figures if not SHORTENED.match(name) and "NAME_" not in name}

    assert {name for name in explained() if not SHORTENED.match(name)} == given
