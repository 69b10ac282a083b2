"""Pages of the manual that state figures, formulas and rules: they say what the code does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.programs.code_extraction import How, extract
from equijudge_core.programs.code_marks import Language, language_of
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
    scored = problem("p", ["AC:a"]).model_copy(update={"gives_points": True, "votes": True})
    figures = score(run(scored), ScoreSettings(ks=(1,), resamples=100), vectors).figures
    given = {name.replace("@1", "@k") for name in figures if not SHORTENED.match(name) and "NAME_" not in name}

    assert {name for name in explained() if not SHORTENED.match(name)} == given


def test_every_kind_of_figure_has_its_formula() -> None:
    shares = {"ie", "unparseable"}  # explained in full by the table before
    formulas = PAGE.split("## Formulas")[1]
    kinds = {re.sub(r"(_fine|_correct|_all|_given_correct|reference_|@k)", "", name) for name in explained() - shares}
    kinds = {re.sub(r"^(unique|distinct)_\w+$", r"\1_", name) for name in kinds if not name.startswith("verdict")}
    assert {kind for kind in kinds if f"`{kind}" not in formulas} == set()


EXTRACTION_PAGE = (Path(__file__).parents[2] / "docs" / "code-extraction.md").read_text()
ROW = re.compile(r"^\| ([^|]+) \| `{5} (.+) `{5} \| (yes|no|attempt) \|$", re.MULTILINE)
TAGS = re.compile(r"^\| (Python|says nothing|another language)(?:[:,][^|]*)? \| ([^|]+) \|$", re.MULTILINE)
PROGRAM = "print(sum(map(int, input().split())))"
CHARACTERS = {"⏎": "\n", "\\|": "|", "PROGRAM": PROGRAM, "SNIPPET": "n = 3", "\\0": "\0"}
CHARACTERS |= {"\\u200b": "\u200b", "\\ufeff": "\ufeff", "\\ud800": "\ud800"}
EXAMPLES = {what: (example, found) for what, example, found in ROW.findall(EXTRACTION_PAGE)}
MEANINGS = {"Python": Language.WANTED, "says nothing": Language.UNSAID, "another language": Language.OTHER}


def test_every_example_is_read() -> None:
    assert len(ROW.findall(EXTRACTION_PAGE)) == len(EXAMPLES) == EXTRACTION_PAGE.count("````` |")


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


@pytest.mark.parametrize(("meaning", "tags"), TAGS.findall(EXTRACTION_PAGE.split("| tag of a fence |")[1]))
def test_the_tags_mean_what_the_page_says(meaning: str, tags: str) -> None:
    assert {language_of(tag) for tag in re.findall("`([^`]+)`", tags)} == {MEANINGS[meaning]}


ROOT = Path(__file__).parents[2]
TABLES: dict[str, Any] = json.loads((ROOT / "docs/lab/tables.json").read_text("utf-8"))
LAB_PAGE = (ROOT / "docs/lab/README.md").read_text("utf-8")

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
    """The main table, as LAB_PAGE has it: every condition that was run."""
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
    assert ("This run is not whole" in LAB_PAGE) is not whole


def test_the_page_quotes_the_main_table() -> None:
    missing = [row for row in rows() if row not in LAB_PAGE]
    assert not missing, "\n".join(missing)


def test_the_page_quotes_every_answer() -> None:
    for each in TABLES["hypotheses"]:
        answer = f"**cannot tell** (by the rule: {each['answer']})" if each["name"] in CANNOT_TELL else each["answer"]
        assert f"| {each['name']} | {answer} |" in LAB_PAGE, each["name"]


def test_the_page_says_that_the_penalty_was_too_small_to_act() -> None:
    """λ times the penalty beside the loss, for every arm that the page calls one run with NLL."""
    arms = {each["name"]: each["training"][0] for each in TABLES["conditions"] if each["name"].startswith("A5-")}
    for name, training in arms.items():
        strength = float(name.removeprefix("A5-"))
        assert strength * training["penalty"] < 0.003 * training["nll"], name
    assert "3.6e-5" in LAB_PAGE
