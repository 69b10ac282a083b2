"""What docs/lab quotes of the full laboratory run is what its tables say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TABLES: dict[str, Any] = json.loads((ROOT / "docs/lab/tables.json").read_text("utf-8"))
PAGE = (ROOT / "docs/lab/README.md").read_text("utf-8")

# About arms whose penalty was too small to act, about skew that lies in the data, or about one temperature alone.
CANNOT_TELL = {
    "ECO works",
    "ECO beats reweighting",
    "ECO adds nothing to reweighting",
    "The scale is all that sums change",
    "Own-length means do harm",
    "The tilted form agrees",
    "KL to uniform agrees",
    "Fine-tuning collapses, counted on all outputs",
    "Fine-tuning collapses, among right answers",
    "Label smoothing costs accuracy",
}


def interval(found: dict[str, Any]) -> str:
    return f"{found['value']:.2f} [{found['low']:.2f}, {found['high']:.2f}]"


def against(matched: dict[str, Any] | None) -> str:
    if matched is None:
        return ""
    star = "\\*" if matched["significant"] else ""
    return f"{matched['value']:+.2f} [{matched['low']:+.2f}, {matched['high']:+.2f}]{star}".replace("-", "−")


def rows() -> list[str]:
    """The main table, as PAGE has it: every condition that was run."""
    return [
        f"| {each['name']} {each['title']} | {each['seeds']} | {interval(each['figures']['pass@1'])} "
        f"| {interval(each['figures']['coverage@8'])} | {against(each['matched'])} "
        f"| {interval(each['figures']['coverage_given_correct@8'])} | {interval(each['figures']['coverage_all@8'])} |"
        for each in TABLES["conditions"]
        if each["figures"]["pass@1"] is not None
    ]


def test_the_run_was_the_full_one_and_the_page_says_whether_it_is_whole() -> None:
    assert TABLES["preset"]["name"] == "full"
    assert (TABLES["problems"], TABLES["preset"]["samples"]) == (50, 32)
    whole = TABLES["complete"] and all(each["seeds"] == each["planned_seeds"] for each in TABLES["conditions"])
    assert ("This run is not whole" in PAGE) is not whole


def test_the_page_quotes_the_main_table() -> None:
    missing = [row for row in rows() if row not in PAGE]
    assert not missing, "\n".join(missing)


def test_the_page_quotes_every_answer() -> None:
    for each in TABLES["hypotheses"]:
        answer = f"**cannot tell** (by the rule: {each['answer']})" if each["name"] in CANNOT_TELL else each["answer"]
        assert f"| {each['name']} | {answer} |" in PAGE, each["name"]


def test_the_page_says_that_the_penalty_was_too_small_to_act() -> None:
    """λ times the penalty beside the loss, for every arm that the page calls one run with NLL."""
    arms = {each["name"]: each["training"][0] for each in TABLES["conditions"] if each["name"].startswith("A5-")}
    for name, training in arms.items():
        strength = float(name.removeprefix("A5-"))
        assert strength * training["penalty"] < 0.003 * training["nll"], name
    assert "3.6e-5" in PAGE
