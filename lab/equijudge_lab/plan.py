"""All tasks of an experiment, each after what it needs, in the order in which they are worth most.

Seed 0 of every condition comes before any other seed, so that a run that is cut short has every condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from equijudge_core.contracts.run_config import Data, Keeping, Order, RunConfig
from equijudge_lab.conditions import BASE, BY_NAME, Condition
from equijudge_lab.presets import Preset
from equijudge_lab.tasks import Task

CORPUS, SETS, BASE_MODEL = "corpus", "sets", "base"
QUARTERS = 4
RESAMPLES = 10_000
CHECKPOINTS = 5
"""How often a run that is not traced can be gone on with."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Samples of one model. quarter: of training; QUARTERS is the end, 0 the base model."""

    condition: str
    seed: int = 0
    temperature: float = 1.0
    quarter: int = QUARTERS

    @property
    def name(self) -> str:
        """The last part of its tasks' names, which are paths."""
        part = "" if self.quarter == QUARTERS else f"-quarter-{self.quarter}"
        return f"{self.condition}-seed-{self.seed}-t-{self.temperature:g}{part}"

    @property
    def model(self) -> str:
        """The task that made the model."""
        return BASE_MODEL if self.condition == BASE else training_name(self.condition, self.seed)

    @property
    def score(self) -> str:
        """The task that scored it."""
        return f"score/{self.name}"


def training_name(condition: str, seed: int) -> str:
    """The task that trains a condition."""
    return f"train/{condition}-seed-{seed}"


def draws(preset: Preset, conditions: Sequence[str]) -> list[Draw]:
    """All draws, those of the base model first."""
    found = [Draw(BASE, 0, temperature) for temperature in preset.temperatures_of(BASE)]
    for seed in range(max((len(preset.seeds_of(name)) for name in conditions), default=0)):
        for name in conditions:
            if seed in preset.seeds_of(name):
                found += _draws_of_run(preset, name, seed)
    return found


def _draws_of_run(preset: Preset, name: str, seed: int) -> Iterator[Draw]:
    yield Draw(name, seed)
    if seed > 0:
        return
    yield from (Draw(name, seed, temperature) for temperature in preset.temperatures_of(name) if temperature != 1.0)
    if name in preset.traced:
        yield from (Draw(name, seed, 1.0, quarter) for quarter in range(1, QUARTERS))


def plan_tasks(preset: Preset, conditions: Sequence[str], seed: int) -> list[Task]:
    """Plan all tasks. seed: of the world, its programs and the base model; a condition's own are added to it."""
    sampled = draws(preset, conditions)
    found = {task.name: task for task in _common(preset, seed)}
    for draw in sampled:
        made = []
        if draw.condition != BASE:
            made.append(_training(preset, BY_NAME[draw.condition], draw.seed, seed))
        made += _sampling(preset, draw, seed)
        found |= {task.name: task for task in made}
    return list(found.values())


def _common(preset: Preset, seed: int) -> list[Task]:
    world = {"size": preset.name, "seed": seed}
    corpus = world | {"programs": preset.corpus, "wrong": preset.wrong}
    sets = world | {name: getattr(preset, name) for name in ("problems", "solutions", "zipf", "held_out", "renders")}
    base = RunConfig(
        model="scratch",
        data=Data(path=CORPUS, max_tokens=preset.context),
        order=Order(kind="shuffled"),
        optimisation=preset.base,
        keeping=Keeping(keep=1),
        seed=seed,
    )
    return [
        Task(CORPUS, "corpus", corpus),
        Task(SETS, "sets", sets),
        Task(BASE_MODEL, "base", {"size": preset.name, "run": _as_json(base)}, (CORPUS,)),
    ]


def _training(preset: Preset, condition: Condition, run_seed: int, seed: int) -> Task:
    traced = condition.name in preset.traced and run_seed == 0
    config = RunConfig(
        model=BASE_MODEL,
        data=Data(path=SETS, max_tokens=preset.context),
        objective=condition.objective,
        row_weights=condition.row_weights,
        order=condition.order,
        optimisation=preset.tuning,
        keeping=Keeping(keep=0 if traced else 1),
        seed=seed + run_seed,
    )
    facts = {"run": _as_json(config), "per_length": condition.per_length, "traced": traced}
    return Task(training_name(condition.name, run_seed), "train", facts, (BASE_MODEL, SETS))


def _sampling(preset: Preset, draw: Draw, seed: int) -> list[Task]:
    sampling = {
        "temperature": draw.temperature,
        "quarter": draw.quarter,
        "samples": preset.samples,
        "max_new_tokens": preset.max_new_tokens,
        "batch": preset.sampling_batch,
        "seed": seed + draw.seed,
    }
    generated = f"generate/{draw.name}"
    scoring = {"k": list(preset.ks), "resamples": RESAMPLES}
    return [
        Task(generated, "generate", sampling, (draw.model, SETS)),
        Task(draw.score, "score", scoring, (generated, SETS)),
    ]


def _as_json(config: RunConfig) -> dict[str, Any]:
    return config.model_dump(mode="json")


def preset_as_json(preset: Preset) -> dict[str, Any]:
    """The preset as JSON, for the report."""
    return asdict(preset) | {name: getattr(preset, name).model_dump(mode="json") for name in ("base", "tuning")}
