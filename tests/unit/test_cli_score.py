"""`equijudge score` and `equijudge compare`: what they read, what they refuse, what one sees."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner

from equijudge import score_table
from equijudge.cli.main import build_app
from equijudge.errors import BadArgument
from equijudge.generation_rows import read_generations, read_references
from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.contracts.verdict import Verdict
from equijudge_core.contracts.verify import AppliedLimits
from equijudge_core.scores.records import ProblemRecord, RunRecord, SampleRecord
from equijudge_core.scores.scoring import score

LIMITS = AppliedLimits(cpu_time_s=1, wall_time_s=5, memory_limit_bytes=1 << 20, output_limit_bytes=1 << 20)


def run(clusters: str, **problem: Any) -> Scores:
    """A run over six problems; each letter is a sample's cluster, `-` a wrong one, `?` one of ours."""
    verdicts = {"-": Verdict.WA, "?": Verdict.IE}
    samples = tuple(
        SampleRecord(
            id=str(number),
            verdict=verdicts.get(name, Verdict.AC),
            source_hash=f"{number}",
            unique={"text": name},
            coarse=f"v1:{name}",
            fine=f"v1:{name}",
            tokens=("print", name),
            words=("print", name),
            subtrees={name: 1},
        )
        for number, name in enumerate(clusters)
    )
    given: dict[str, Any] = {"tests_hash": "t", "limits": LIMITS, "samples": samples, **problem}
    problems = tuple(ProblemRecord(problem_id=f"p{number}", **given) for number in range(6))
    settings = ScoreSettings(ks=(1, 2), resamples=100, subset_size=2)
    return score(RunRecord(signature_version="v1", problems=problems), settings)


def shown(found: Scores, **options: Any) -> str:
    console = Console(width=160, record=True, file=None)
    with console.capture() as capture:
        for part in score_table.scores_tables(found, {"p0": "zero"}, everything=False, **options):
            console.print(part)
    return capture.get()


def compared(tmp_path: Path, a: Scores, b: Scores, *options: str) -> tuple[int, str]:
    for name, scores in (("a", a), ("b", b)):
        (tmp_path / f"{name}.json").write_text(scores.model_dump_json())
    arguments = ["compare", str(tmp_path / "a.json"), str(tmp_path / "b.json"), *options]
    found = CliRunner().invoke(build_app(), arguments)
    return found.exit_code, found.output


def written(path: Path, *rows: Any) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def test_generations_may_stand_in_one_line_or_in_many(tmp_path: Path) -> None:
    rows = [{"problem": "a", "generations": ["x", {"text": "y", "id": "mine"}]}, {"problem": "b", "text": "z"}]
    found = read_generations(written(tmp_path / "g.jsonl", *rows, {"problem": "a", "text": "w", "family": "f"}))
    assert [(each.problem, each.family) for each in found] == [("a", "f"), ("b", None)]
    assert [(text.id, text.text) for text in found[0].generations] == [("0", "x"), ("mine", "y"), ("2", "w")]


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({"generations": ["x"]}, "problem"),
        ({"problem": "a"}, "`generations`"),
        ({"problem": "a", "generations": [{"id": "1"}]}, r"generations\[0\].text"),
        ({"problem": "a", "text": "x", "family": 3}, "family"),
    ],
)
def test_a_line_that_is_no_generation_is_named(tmp_path: Path, row: dict[str, Any], named: str) -> None:
    with pytest.raises(BadArgument, match=rf"line 1: .*{named}"):
        read_generations(written(tmp_path / "g.jsonl", row))


def test_references_are_read_from_equivalence_sets_and_from_counts(tmp_path: Path) -> None:
    solutions = [{"coarse": "v1:x", "fine": "v1:1"}, {"coarse": "v1:x", "fine": "v1:2"}]
    rows = [
        {"name": "answer", "solutions": solutions, "versions": {"signature": "v1"}},
        {"name": "dataset", "solutions": {"cluster": ["v1:x"], "fine": ["v1:1"]}, "signature_version": "v1"},
        {"name": "counts", "signature_version": "v1", "coarse": {"v1:y": 3}},
        {"name": "dropped", "solutions": [], "versions": {"signature": "v1"}},
    ]
    found = read_references(written(tmp_path / "sets.jsonl", *rows))
    assert {name: dict(each.coarse) for name, each in found.items()} == {
        "answer": {"v1:x": 2},
        "dataset": {"v1:x": 1},
        "counts": {"v1:y": 3},
    }
    assert found["answer"].fine == {"v1:1": 1, "v1:2": 1}


def test_a_run_is_shown_with_intervals_and_its_verdicts() -> None:
    text = shown(run("ab-a"))
    assert "6 problems, 24 samples · signature v1" in text
    assert "AC 75.0% · WA 25.0%" in text
    assert any(line.split()[:3] == ["pass@1", "0.750", "[0.750,"] for line in text.splitlines())
    assert "were IE wrong" not in text


def test_where_there_are_ie_the_bounds_that_they_leave_open_are_shown() -> None:
    text = shown(run("ab-?"))
    assert "were IE wrong" in text
    [line] = [line for line in text.splitlines() if line.split()[:1] == ["pass@1"]]
    assert line.split()[5:7] == ["0.500", "0.750"]  # two of four are right for certain, three perhaps


def test_two_runs_are_compared(tmp_path: Path) -> None:
    code, text = compared(tmp_path, run("abcd"), run("aaab"))
    assert code == 0
    [line] = [line for line in text.splitlines() if line.split()[:1] == ["coverage@2"]][:1]
    assert line.split()[1:4] == ["2.000", "1.500", "-0.500"]


@pytest.mark.parametrize(
    ("change", "named"),
    [({"tests_hash": "other"}, "tests_hash"), ({"limits": LIMITS.model_copy(update={"cpu_time_s": 9})}, "limits")],
)
def test_runs_under_other_tests_or_limits_are_refused_naming_which(
    tmp_path: Path, change: dict[str, Any], named: str
) -> None:
    code, text = compared(tmp_path, run("abcd"), run("abcd", **change))
    assert (code, "cannot be compared" in text, f"problems.{named}" in text) == (2, True, True)


def test_runs_of_another_signature_are_refused(tmp_path: Path) -> None:
    other = run("abcd").model_copy(update={"signature_version": "v2"})
    code, text = compared(tmp_path, run("abcd"), other)
    assert (code, "v1 against v2" in text) == (2, True)


def test_a_file_that_holds_no_scores_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    found = CliRunner().invoke(build_app(), ["compare", str(tmp_path / "x.json"), str(tmp_path / "x.json")])
    assert (found.exit_code, "no scores" in found.output) == (2, True)


def test_plots_and_page_are_written_and_load_nothing(tmp_path: Path) -> None:
    plots, page = tmp_path / "plots", tmp_path / "page.html"
    code, _ = compared(tmp_path, run("abcd"), run("aa-b"), "--plots", str(plots), "--html", str(page))
    names = {f"{name}.{kind}" for name in ("coverage", "frontier", "differences") for kind in ("svg", "png")}
    assert (code, {path.name for path in plots.iterdir()}) == (0, names)
    text = page.read_text()
    assert text.count("<svg") == 3
    assert "coverage_given_correct@2" in text
    assert not any(mark in text for mark in ("<script", "<link", "<img", "src="))


def test_a_line_or_a_text_of_it_names_its_language(tmp_path: Path) -> None:
    rows = (
        {"problem": "a", "generations": ["x", {"text": "y", "language": "rust"}, None], "language": "cpp17"},
        {"problem": "a", "text": "z", "language": "Java"},
        {"problem": "a", "text": "w"},
    )
    (found,) = read_generations(written(tmp_path / "g.jsonl", *rows))
    assert [each.language for each in found.generations] == ["cpp17", "rust", "cpp17", "Java", None]
    with pytest.raises(BadArgument, match=r"line 1: generations\[0\].language"):
        read_generations(written(tmp_path / "g.jsonl", {"problem": "a", "generations": ["x"], "language": 3}))
