"""Plots of scores: what is drawn, and the same bytes for the same data."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.container import ErrorbarContainer

from equijudge.plots import (
    INK,
    coverage_curves,
    differences,
    frontier,
    page_style,
    page_svg,
    save,
    selection_curves,
)
from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.scores.comparison import compare
from equijudge_core.scores.scoring import score
from tests.unit.scores_support import problem, run

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=200)


def scored(*texts: str) -> Scores:
    return score(run(*(problem(f"p{i}", [*texts, "AC:a"][: 3 + i % 2]) for i in range(6))), SETTINGS)


def drawn(axes: Axes) -> list[list[tuple[float, float]]]:
    """The points of each line that has bars."""
    lines = [container.lines[0] for container in axes.containers if isinstance(container, ErrorbarContainer)]
    return [[(float(x), float(y)) for x, y in np.asarray(line.get_xydata())] for line in lines]


@pytest.fixture(scope="module")
def base() -> Scores:
    return scored("AC:a", "AC:b", "WA:c")


@pytest.fixture(scope="module")
def tuned() -> Scores:
    return scored("AC:a", "AC:a", "AC:a")


def test_curves_show_coverage_at_every_k(base: Scores, tuned: Scores) -> None:
    (axes,) = coverage_curves({"base": base, "tuned": tuned}).axes

    for line, scores in zip(drawn(axes), (base, tuned), strict=True):
        assert [x for x, _ in line] == pytest.approx([1, 2], rel=0.03)  # bars of two runs stand side by side
        assert [y for _, y in line] == [scores.figures[f"coverage@{k}"].value for k in (1, 2)]
    assert "coverage@" in axes.get_ylabel()


def test_selection_is_drawn_beside_pass_at_k(base: Scores) -> None:
    with pytest.raises(ValueError, match="no run has best_of@k"):
        selection_curves({"base": base})
    records = [problem(f"p{i}", ["AC:a", "AC:b", "WA:c"]) for i in range(3)]
    chosen = [
        each.model_copy(
            update={"samples": tuple(one.model_copy(update={"passes_public": True}) for one in each.samples)}
        )
        for each in records
    ]
    found = score(run(*chosen), SETTINGS)
    (axes,) = selection_curves({"run": found}).axes
    assert [[y for _, y in line] for line in drawn(axes)] == [
        [found.figures[f"{kind}@{k}"].value for k in (1, 2)] for kind in ("pass", "best_of")
    ]


def test_the_frontier_shows_pass_at_1_and_coverage(base: Scores, tuned: Scores) -> None:
    (axes,) = frontier({"base": [base], "tuned": [tuned]}, k=2).axes

    expected = [[(run.figures["pass@1"].value, run.figures["coverage@2"].value)] for run in (base, tuned)]
    assert drawn(axes) == expected


def test_differences_are_shown_in_per_cent_of_a(base: Scores, tuned: Scores) -> None:
    comparison = compare(base, tuned)
    (axes,) = differences(comparison, ["pass@1", "coverage@2"], "base", "tuned").axes

    expected = [
        100 * (found.value or 0) / (found.a or 1)
        for found in (comparison.differences[name] for name in ("pass@1", "coverage@2"))
    ]
    assert [x for x, _ in drawn(axes)[0]] == pytest.approx(expected)
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["pass@1", "coverage@2"]


def test_a_plot_is_written_as_svg_and_png_with_the_same_bytes_each_time(base: Scores, tmp_path: Path) -> None:
    files = [save(coverage_curves({"base": base}), tmp_path / name) for name in ("one", "two")]

    assert ElementTree.parse(files[0][0]).getroot().tag.endswith("svg")
    assert files[0][1].read_bytes().startswith(b"\x89PNG")
    assert [file.read_bytes() for file in files[0]] == [file.read_bytes() for file in files[1]]


def test_what_cannot_be_plotted_says_why(base: Scores) -> None:
    with pytest.raises(ValueError, match="not compared: pass@9"):
        differences(compare(base, base), ["pass@9"], "a", "b")
    with pytest.raises(ValueError, match="no run has both pass@1 and coverage@9"):
        frontier({"base": [base]}, k=9)


def test_within_a_page_a_plot_takes_the_pages_ink_and_keeps_its_ids_apart(base: Scores) -> None:
    with page_style():
        one, other = (page_svg(frontier({"base": [base]}, k=2), name) for name in ("one", "other"))

    assert "currentColor" in one
    assert INK not in one
    ids = [{each.get("id") for each in ElementTree.fromstring(text).iter() if each.get("id")} for text in (one, other)]
    assert ids[0].isdisjoint(ids[1])
