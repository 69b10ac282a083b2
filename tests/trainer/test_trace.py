"""A run's checkpoints, scored one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from equijudge_core.contracts.scores import Scores, ScoreSettings
from equijudge_core.scores.scoring import score
from equijudge_trainer.sample.trace import pictures, table, trace
from tests.unit.scores_support import problem, run

SETTINGS = ScoreSettings(ks=(1, 2), subset_size=2, resamples=200)
SAMPLES = {"checkpoint-2": ["AC:a", "AC:b", "WA:c"], "checkpoint-10": ["AC:a", "AC:a", "AC:a"]}
CHECKPOINTS = [(10, Path("checkpoint-10")), (2, Path("checkpoint-2"))]


def scored(checkpoint: Path) -> dict[str, Any]:
    problems = [problem(f"p{n}", SAMPLES[checkpoint.name]) for n in range(4)]
    return score(run(*problems), SETTINGS).model_dump(mode="json")


def test_the_table_has_every_figure_at_every_step_in_order(tmp_path: Path) -> None:
    first, second = table(trace(CHECKPOINTS, scored, tmp_path), ["pass@1", "coverage@2", "coverage@99"])
    assert [first["step"], second["step"]] == [2, 10]
    assert [second["pass@1"]["value"], second["coverage@2"]["value"]] == [1.0, 1.0]
    assert first["coverage@2"]["value"] > 1
    assert "coverage@99" not in first


def test_a_trace_goes_on_where_it_was(tmp_path: Path) -> None:
    asked: list[str] = []

    def seen(checkpoint: Path) -> dict[str, Any]:
        asked.append(checkpoint.name)
        return scored(checkpoint)

    before = trace(CHECKPOINTS[1:], seen, tmp_path)
    after = trace(CHECKPOINTS, seen, tmp_path)
    assert asked == ["checkpoint-2", "checkpoint-10"]
    assert after[0] == before[0]
    assert all(isinstance(point.scores, Scores) for point in after)


def test_every_figure_with_values_is_drawn_with_its_steps(tmp_path: Path) -> None:
    points = trace(CHECKPOINTS, scored, tmp_path)
    paths = pictures({"nll": points}, tmp_path, ["pass@1", "coverage@2", "coverage@99"])
    assert [path.name for path in paths] == ["trace-pass-at-1.svg", "trace-coverage-at-2.svg"]
    assert "training steps" in paths[0].read_text("utf-8")
