"""The checkpoints of a run scored one by one: a table of training steps against diversity, and its picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import plots
from equijudge_core.contracts.scores import Scores

SCORES = "scores.json"
FIGURES = ("pass@1", "coverage@1", "coverage@4", "coverage@16", "effective_clusters", "self_bleu_correct")
"""Shown by default, as far as they are there."""


@dataclass(frozen=True, slots=True)
class Point:
    """A checkpoint's scores."""

    step: int
    scores: Scores


def trace(
    checkpoints: Iterable[tuple[int, Path]], scored: Callable[[Path], Mapping[str, Any]], directory: Path
) -> list[Point]:
    """Every checkpoint's scores in the order of steps. scored: draws from a checkpoint and has its samples judged.

    Each is written to `directory/step-N.json` when it is there, and not made again when the trace is.
    """
    directory.mkdir(parents=True, exist_ok=True)
    found = []
    for step, checkpoint in sorted(checkpoints):
        path = directory / f"step-{step}.json"
        if not path.exists():
            partial = path.with_suffix(".partial")
            partial.write_text(json.dumps(scored(checkpoint), indent=1) + "\n", encoding="utf-8")
            partial.replace(path)
        found.append(Point(step, Scores.model_validate_json(path.read_bytes())))
    return found


def table(points: Sequence[Point], names: Sequence[str] = FIGURES) -> list[dict[str, Any]]:
    """A row a checkpoint: `step`, and of every figure that the scores have its value, low and high."""
    return [
        {"step": point.step}
        | {
            name: point.scores.figures[name].model_dump(include={"value", "low", "high"})
            for name in names
            if name in point.scores.figures
        }
        for point in points
    ]


def pictures(runs: Mapping[str, Sequence[Point]], directory: Path, names: Sequence[str] = FIGURES) -> list[Path]:
    """One SVG (and PNG) a figure, a line a run: `directory/trace-NAME.svg`; figures without a value are left out."""
    found = []
    for name in names:
        lines = {label: [(point.step, point.scores) for point in points] for label, points in runs.items()}
        if any(
            name in each.figures and each.figures[name].value is not None for line in lines.values() for _, each in line
        ):
            path = directory / f"trace-{name.replace('@', '-at-')}"
            found.append(plots.save(plots.over_steps(lines, name), path)[0])
    return found
