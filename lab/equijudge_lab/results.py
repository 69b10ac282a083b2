"""What has been scored so far, as hypotheses and tables ask for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from equijudge_core.contracts.scores import Scores
from equijudge_lab.conditions import BASE
from equijudge_lab.files import SCORES, SUMMARY, TRAINED, read_json
from equijudge_lab.hypotheses import Run
from equijudge_lab.plan import CORPUS, QUARTERS, SETS, Draw, draws, training_name
from equijudge_lab.presets import Preset
from equijudge_lab.tasks import TaskStore


@dataclass(frozen=True)
class Results:
    """Scores by what was sampled. runs: what a training left, its diagnostics by step, by condition and seed.

    corpus, sets: the judge's findings on what was trained on. seconds: by task.
    """

    preset: Preset
    conditions: tuple[str, ...]
    scores: Mapping[Draw, Scores]
    runs: Mapping[tuple[str, int], Mapping[str, Any]]
    corpus: Mapping[str, Any] | None
    sets: Mapping[str, Any] | None
    seconds: Mapping[str, float]

    def seeds(self, condition: str, temperature: float = 1.0, quarter: int = QUARTERS) -> list[Scores]:
        """The scores of a condition's seeds from 0 on, up to the first that is not there."""
        found = []
        for seed in self.preset.seeds_of(condition):
            scores = self.scores.get(Draw(condition, seed, temperature, quarter))
            if scores is None:
                break
            found.append(scores)
        return found

    def find(self, run: Run) -> list[Scores]:
        """The scores of a hypothesis' run; the base model stands once for every seed."""
        if run.drawn == "hottest":
            hottest = max(self.preset.temperatures_of(run.condition))
            return self.seeds(run.condition, hottest) if hottest > 1 else []
        if run.drawn == "half-way":
            return self.seeds(run.condition, quarter=QUARTERS // 2)
        found = self.seeds(run.condition)
        return found * self.most_seeds if run.condition == BASE else found

    def sweep(self, condition: str) -> list[list[Scores]]:
        """The scores of a condition by temperature; none where it was not swept, or not all is there."""
        temperatures = self.preset.temperatures_of(condition)
        found = [self.seeds(condition, temperature) for temperature in temperatures]
        return found if len(temperatures) > 1 and all(found) else []

    @cached_property
    def most_seeds(self) -> int:
        """Of any condition."""
        return max((len(self.preset.seeds_of(name)) for name in self.conditions), default=1)

    @property
    def complete(self) -> bool:
        """Whether everything that was planned is scored."""
        return all(draw in self.scores for draw in draws(self.preset, self.conditions))


def read_results(store: TaskStore, preset: Preset, conditions: Sequence[str], keys: Mapping[str, str]) -> Results:
    """Read the results of the tasks that are done."""
    done = {name for name, key in keys.items() if store.is_done(name, key)}
    scores = {
        draw: Scores.model_validate_json((store.folder(draw.score) / SCORES).read_bytes())
        for draw in draws(preset, conditions)
        if draw.score in done
    }
    runs = {
        (name, seed): _read_training(store.folder(task))
        for name in conditions
        for seed in preset.seeds_of(name)
        if (task := training_name(name, seed)) in done
    }
    return Results(
        preset=preset,
        conditions=tuple(conditions),
        scores=scores,
        runs=runs,
        corpus=read_json(store.folder(CORPUS) / SUMMARY) if CORPUS in done else None,
        sets=read_json(store.folder(SETS) / SUMMARY) if SETS in done else None,
        seconds={name: (store.read_mark(name) or {}).get("seconds", 0.0) for name in done},
    )


def _read_training(folder: Path) -> dict[str, Any]:
    import json

    found: dict[str, Any] = read_json(folder / TRAINED)
    lines = (folder / found["log"]).read_text("utf-8").splitlines()
    return found | {"steps_log": [json.loads(line) for line in lines]}
