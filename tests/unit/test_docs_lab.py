"""What README and docs/lab quote of the full laboratory run is what its tables say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TABLES: dict[str, Any] = json.loads((ROOT / "docs/lab/tables.json").read_text("utf-8"))
README = (ROOT / "README.md").read_text("utf-8")


def interval(found: dict[str, Any]) -> str:
    return f"{found['value']:.2f} [{found['low']:.2f}, {found['high']:.2f}]"


def against(matched: dict[str, Any] | None) -> str:
    if matched is None:
        return ""
    star = "\\*" if matched["significant"] else ""
    return f"{matched['value']:+.2f} [{matched['low']:+.2f}, {matched['high']:+.2f}]{star}".replace("-", "−")


def rows() -> list[str]:
    """The main table, as README has it: every condition that was run."""
    return [
        f"| {each['name']} {each['title']} | {each['seeds']} | {interval(each['figures']['pass@1'])} "
        f"| {interval(each['figures']['coverage@8'])} | {against(each['matched'])} "
        f"| {interval(each['figures']['coverage_given_correct@8'])} | {interval(each['figures']['coverage_all@8'])} |"
        for each in TABLES["conditions"]
        if each["figures"]["pass@1"] is not None
    ]


def test_the_run_was_the_full_one_and_the_readme_says_whether_it_is_whole() -> None:
    assert TABLES["preset"]["name"] == "full"
    assert (TABLES["problems"], TABLES["preset"]["samples"]) == (50, 32)
    whole = TABLES["complete"] and all(each["seeds"] == each["planned_seeds"] for each in TABLES["conditions"])
    assert ("This run is not whole" in README) is not whole


def test_the_readme_quotes_its_main_table() -> None:
    missing = [row for row in rows() if row not in README]
    assert not missing, "\n".join(missing)


def test_the_readme_quotes_every_answer() -> None:
    for each in TABLES["hypotheses"]:
        assert f"| {each['name']} | {each['answer']} |" in README, each["name"]
