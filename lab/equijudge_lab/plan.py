"""The tasks that units take, each after what it needs, and what a unit has to wait for.

    corpus/WORLD -> base/BASE -> train/UNIT -> generate/UNIT -> score/UNIT
    sets/SETS -----------------^

An RL unit goes on from train/UNIT by grpo/UNIT. A unit that is scored needs none of it any more: only what is missing
is planned. A unit whose strength a sweep chooses, or whose prompts the base's scores choose, waits for those.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from equijudge_core.contracts.run_config import Data, Keeping, Optimisation, RunConfig
from equijudge_lab.design import ORDERS, Design, Unit
from equijudge_lab.tasks import Task

MEANING = 1
"""Raised when a unit's file means something else than before, so that files are made again."""
HELD_OUT, TRAINED, VALIDATION, POOL, RL = "held out", "trained", "validation", "pool", "rl"
"""Which problems are drawn: held out for scores, of the sets, held out for strengths, of the RL stage before its choice
and those it takes."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What earlier units chose. strengths: by arm. prompts: of the RL stage, by base unit."""

    strengths: Mapping[str, float] = field(default_factory=dict)
    prompts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """tasks: in order. waiting: units that are not planned yet, with what for. facts: of every planned unit."""

    tasks: tuple[Task, ...]
    waiting: Mapping[str, str]
    facts: Mapping[str, Mapping[str, Any]]


def plan_tasks(design: Design, units: Iterable[Unit], seed: int, chosen: Chosen, done: Sequence[str] = ()) -> Plan:
    """Plan the units that are not done. seed: of worlds; what a unit and a base draw has their own added."""
    tasks: dict[str, Task] = {}
    waiting: dict[str, str] = {}
    facts: dict[str, Mapping[str, Any]] = {}
    for unit in units:
        if reason := _missing(design, unit, chosen):
            waiting[unit.name] = reason
            continue
        facts[unit.name] = unit_facts(design, unit, seed, chosen)
        if unit.name not in done:
            for task in _tasks_of(design, unit, seed, chosen, facts[unit.name]):
                tasks.setdefault(task.name, task)
    return Plan(tuple(tasks.values()), waiting, facts)


def unit_facts(design: Design, unit: Unit, seed: int, chosen: Chosen) -> dict[str, Any]:
    """All that decides a unit's scores, but for versions, as JSON."""
    sizes = design.sizes
    found: dict[str, Any] = {
        "meaning": MEANING,
        "unit": unit.name,
        "world": _world(design, unit, seed),
        "corpus": {"programs": sizes.corpus, "wrong": sizes.wrong},
        "base": {
            "config": sizes.base.model_dump(mode="json", exclude_defaults=True),
            "seed": design.base_of(unit).seed if unit.arm else unit.seed,
        },
        "draws": _draws(design, unit),
        "model": unit.model,
    }
    if unit.arm:
        found |= {"training": _training(design, unit, seed, chosen), "sets": _sets(design, unit, seed)}
    if unit.kind == "grpo":
        found |= {"grpo": dict(unit.grpo), "prompts": list(chosen.prompts[design.base_of(unit).name])}
    return found


def _missing(design: Design, unit: Unit, chosen: Chosen) -> str:
    if unit.chosen and unit.arm not in chosen.strengths:
        return f"the sweep of {unit.arm}"
    if unit.kind == "grpo" and design.base_of(unit).name not in chosen.prompts:
        return f"the scores of {design.base_of(unit).name}"
    return ""


def _tasks_of(design: Design, unit: Unit, seed: int, chosen: Chosen, facts: Mapping[str, Any]) -> list[Task]:
    world = _world(design, unit, seed)
    corpus = Task(f"corpus/w{unit.world}", "corpus", world | facts["corpus"])
    base_unit = unit if unit.kind == "base" else design.base_of(unit)
    base_facts = {"model": unit.model, "run": _base_config(design, base_unit, seed)}
    base = Task(f"base/{base_unit.name}", "base", base_facts, (corpus.name,))
    drawing = world | facts["draws"] | {"seed": seed + unit.seed, "max_new_tokens": design.sizes.max_new_tokens}
    drawing |= {"batch": design.sizes.sampling_batch}
    found, model, needs = [corpus, base], base.name, tuple[str, ...]()
    if unit.arm:
        sets_facts = _sets(design, unit, seed)
        sets = Task(f"sets/{sets_name(unit)}", "sets", world | sets_facts)
        trained = unit.trained
        train = Task(f"train/{trained.name}", "train", _training(design, trained, seed, chosen), (base.name, sets.name))
        drawing |= {"sets": sets_facts}
        found += [sets, train]
        model, needs = train.name, (sets.name,)
    if unit.kind == "grpo":
        drawing |= {"prompts": facts["prompts"]}
        how = {"grpo": facts["grpo"], "prompts": facts["prompts"], "seed": seed + unit.seed}
        rl = Task(f"grpo/{unit.name}", "grpo", world | how, (model,))
        found.append(rl)
        needs = (*needs, rl.name)
    generated = Task(f"generate/{unit.name}", "generate", drawing, (model, *needs))
    scoring = {"unit": dict(facts), "k": design.sizes.k}
    return [*found, generated, Task(f"score/{unit.name}", "score", scoring, (generated.name, model, *needs))]


def sets_name(unit: Unit) -> str:
    """Of the sets that a unit is trained on."""
    return f"{unit.regime}-{unit.problems}x{unit.rows}-w{unit.world}-s{unit.seed}"


def _world(design: Design, unit: Unit, seed: int) -> dict[str, Any]:
    return {"size": design.sizes.world, "world_seed": seed + 1000 * unit.world}


def _sets(design: Design, unit: Unit, seed: int) -> dict[str, Any]:
    sizes = design.sizes
    return {
        "problems": unit.problems,
        "rows": unit.rows,
        "zipf": unit.exponent,
        "sets_seed": seed + unit.seed,
        "pool": sizes.pool,
        "held_out": sizes.held_out,
        "validation": sizes.validation,
        "held_out_programs": sizes.held_out_programs,
    }


def _draws(design: Design, unit: Unit) -> dict[str, Any]:
    sizes = design.sizes
    return {
        "kind": unit.kind,
        "epochs": list(unit.epochs),
        "temperatures": list(unit.temperatures),
        "validation_only": unit.validation,
        "held_out": sizes.held_out,
        "trained": sizes.trained,
        "validation": sizes.validation,
        "pool": sizes.pool,
        "samples": sizes.validation_samples if unit.validation else sizes.samples,
    }


def _base_config(design: Design, base: Unit, seed: int) -> dict[str, Any]:
    config = RunConfig(
        model="scratch",
        data=Data(path="corpus", max_tokens=design.sizes.context),
        order=ORDERS["shuffled"],
        optimisation=design.sizes.base,
        keeping=Keeping(keep=1),
        seed=seed + base.seed,
    )
    return _as_json(config)


def _training(design: Design, unit: Unit, seed: int, chosen: Chosen) -> dict[str, Any]:
    """The run's configuration, which epochs are kept, and whose labels weigh."""
    arm, sizes = design.arms[unit.arm], design.sizes
    strength = chosen.strengths[unit.arm] if unit.chosen else unit.strength
    steps = -(-unit.problems * unit.rows // sizes.tuning["batch_rows"])
    last = max(unit.epochs)
    tuning = {**sizes.tuning, "epochs": last, "warmup": min(1.0, sizes.warmup / (steps * last))}
    config = RunConfig(
        model="base",
        data=Data(path="sets", max_tokens=sizes.context),
        objective=arm.objective_at(strength),
        row_weights=arm.row_weights,
        order=ORDERS[unit.order],
        optimisation=Optimisation.model_validate(tuning),
        keeping=Keeping(keep=0, checkpoint_steps=steps, evaluate_steps=steps),
        seed=seed + unit.seed,
    )
    return {"run": _as_json(config), "epochs": list(unit.epochs), "labels": arm.labels}


def _as_json(config: RunConfig) -> dict[str, Any]:
    """What is not the default, so that a field that is added later makes nothing again."""
    return config.model_dump(mode="json", exclude_defaults=True)


def design_as_json(design: Design) -> dict[str, Any]:
    """The blocks with their units' names, for the report."""
    blocks = [
        {
            "name": block.name,
            "purpose": block.purpose,
            "core_minutes": block.core_minutes,
            "units": [unit.name for unit in block.units],
        }
        for block in design.blocks
    ]
    sizes = asdict(design.sizes) | {"base": design.sizes.base.model_dump(mode="json")}
    return {"name": design.name, "sizes": sizes, "blocks": blocks}
