"""The experiment's design, read from the tables in design/: sizes, arms, and blocks of units.

A unit is one training run, or one base model, or one RL run, with all that is drawn and scored of it. Blocks may share
units; a unit is then drawn as all of them ask. An arm whose block gives it no strength takes the one that the sweep
of the same name chose.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from equijudge.errors import BadArgument
from equijudge_core.contracts.objectives import Objective
from equijudge_core.contracts.run_config import Optimisation, Order

PresetName = Literal["smoke", "full", "gpu"]
UnitKind = Literal["base", "train", "sharpened", "grpo"]
FOLDER = Path(__file__).parent / "design"
ORDERS: Mapping[str, Order] = {
    "shuffled": Order(kind="shuffled"),
    "grouped": Order(kind="grouped"),
    "apart": Order(kind="collision", rate=0.0),
}
_OBJECTIVE: TypeAdapter[Objective] = TypeAdapter(Objective)


@dataclass(frozen=True, slots=True)
class Arm:
    """A way to fine-tune; see design/arms.toml."""

    name: str
    title: str
    objective: Mapping[str, Any] = field(default_factory=lambda: {"kind": "nll"})
    strength: str | None = None
    order: str = "shuffled"
    row_weights: Literal["uniform", "cluster"] = "uniform"
    labels: Literal["world", "signature"] = "world"

    def objective_at(self, strength: float | None) -> Objective:
        """The objective with a strength put in."""
        given = dict(self.objective) if strength is None else {**self.objective, self.strength or "": strength}
        return _OBJECTIVE.validate_python(given)


@dataclass(frozen=True, slots=True)
class Sizes:
    """See design/full.toml. warmup of `tuning` is in optimiser steps, and its epochs are the unit's."""

    world: Literal["smoke", "full", "gpu"]
    corpus: int
    wrong: float
    base: Optimisation
    tuning: Mapping[str, Any]
    held_out: int
    trained: int
    validation: int
    samples: int
    validation_samples: int
    held_out_programs: int
    pool: int
    k: int
    processes: int
    bases: Mapping[str, int]
    sampling_batch: int = 256
    context: int = 256
    max_new_tokens: int = 192

    @property
    def warmup(self) -> int:
        """Optimiser steps until the rate is whole."""
        return int(self.tuning["warmup"])


@dataclass(frozen=True, slots=True)
class Unit:
    """One run. strength: None where the arm has none, or where the sweep chooses it (`chosen`). epochs: after which it
    is drawn, and it is drawn at its best held-out NLL too; temperatures: at which it is drawn at the end, beside 1.
    validation: on problems for strengths alone."""

    kind: UnitKind
    arm: str = ""
    strength: float | None = None
    chosen: bool = False
    regime: str = "zipf"
    order: str = "shuffled"
    seed: int = 0
    world: int = 0
    model: str = "large"
    problems: int = 0
    rows: int = 0
    zipf: float = 1.0
    epochs: tuple[int, ...] = ()
    temperatures: tuple[float, ...] = ()
    validation: bool = False
    grpo: tuple[tuple[str, float], ...] = ()

    @property
    def name(self) -> str:
        """Its own, and a file's."""
        place = f"w{self.world}-{self.model}-s{self.seed}"
        if self.kind == "base":
            return f"base-{place}"
        strength = "-best" if self.chosen else "" if self.strength is None else f"-{self.strength:g}"
        split = "-validation" if self.validation else ""
        first = "" if self.kind == "train" else f"{self.kind}-"
        return f"{first}{self.arm}{strength}-{self.regime}-{self.order}-{self.problems}x{self.rows}-{place}{split}"

    @property
    def exponent(self) -> float | None:
        """Of Zipf's law; None: uniform."""
        return self.zipf if self.regime == "zipf" else None

    @property
    def trained(self) -> Unit:
        """The training run that it draws from or goes on from."""
        return replace(self, kind="train", grpo=(), temperatures=())

    def at(self, **changes: Any) -> Unit:
        """Another unit, alike but for these fields."""
        return replace(self, **changes)


@dataclass(frozen=True, slots=True)
class Block:
    """A row of the table: what its units are for, and what they cost."""

    name: str
    purpose: str
    core_minutes: float
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """A preset. units: of all blocks, each once, with all draws that any block asks of it. sweeps: the strengths of an
    arm that is swept, in order."""

    name: PresetName
    sizes: Sizes
    arms: Mapping[str, Arm]
    blocks: tuple[Block, ...]
    units: Mapping[str, Unit]
    sweeps: Mapping[str, tuple[float, ...]]
    sweep_unit: Unit | None
    table: str

    def units_of(self, blocks: Iterable[str]) -> list[Unit]:
        """The units of these blocks, in the table's order."""
        wanted = set(blocks)
        names = [unit.name for block in self.blocks if block.name in wanted for unit in block.units]
        return [self.units[name] for name in dict.fromkeys(names)]

    def choose_blocks(self, names: Sequence[str] | None) -> list[str]:
        """The blocks that `--only` names, in the table's order; all for None.

        Raises:
            BadArgument: a name that is no block's.
        """
        known = [block.name for block in self.blocks]
        if names is None:
            return known
        if unknown := [name for name in names if name not in known]:
            raise BadArgument(f"--only: no block {', '.join(unknown)} here; known: {', '.join(known)}")
        if not names:
            raise BadArgument(f"--only: no block is named; known: {', '.join(known)}")
        return [name for name in known if name in names]

    def base_of(self, unit: Unit) -> Unit:
        """The base model that a unit starts from."""
        count = self.sizes.bases[f"{unit.model}-w{unit.world}"]
        name = Unit("base", world=unit.world, model=unit.model, seed=unit.seed % count).name
        return self.units[name]


def load_design(name: PresetName, folder: Path = FOLDER) -> Design:
    """Read a preset's table and the arms. Raises ValueError naming what is wrong in it."""
    text = (folder / f"{name}.toml").read_text("utf-8")
    return parse_design(name, text, (folder / "arms.toml").read_text("utf-8"))


def parse_design(name: PresetName, text: str, arms_text: str) -> Design:
    """Build a design from the tables' text. Raises ValueError naming what is wrong in it."""
    found, arms_found = tomllib.loads(text), tomllib.loads(arms_text)
    arms = {key: Arm(key, **value) for key, value in arms_found.items()}
    try:
        base = Optimisation.model_validate(found["sizes"].pop("base"))
        for key in arms:
            arms[key].objective_at(None)
    except ValidationError as error:
        raise ValueError(f"{name}.toml: {error}") from error
    sizes = Sizes(base=base, **found["sizes"])
    blocks = []
    sweeps: dict[str, tuple[float, ...]] = {}
    sweep_unit: Unit | None = None
    for row in found["block"]:
        given = {**found["defaults"], **row}
        units = tuple(_units(given, sizes, arms))
        blocks.append(Block(row["name"], row["purpose"], float(row["core_minutes"]), units))
        if given.get("kind") == "sweep":
            sweeps |= {arm: tuple(map(float, strengths)) for arm, strengths in given["sweeps"].items()}
            sweep_unit = units[0]
    units_found: dict[str, Unit] = {}
    for unit in (unit for block in blocks for unit in block.units):
        known = units_found.get(unit.name, unit)
        units_found[unit.name] = replace(
            unit,
            temperatures=tuple(sorted({*known.temperatures, *unit.temperatures})),
            epochs=tuple(sorted({*known.epochs, *unit.epochs})),
        )
    swept = {unit.arm for unit in units_found.values() if unit.chosen}
    if missing := swept - set(sweeps):
        raise ValueError(f"{name}.toml: no strength for {', '.join(sorted(missing))}, and no sweep that chooses one")
    if sizes.k > sizes.samples // 2:
        raise ValueError(f"{name}.toml: k: {sizes.k}, more than half of {sizes.samples} samples")
    return Design(name, sizes, arms, tuple(blocks), units_found, sweeps, sweep_unit, text)


def _units(given: Mapping[str, Any], sizes: Sizes, arms: Mapping[str, Arm]) -> Iterable[Unit]:
    kind = given.get("kind", "train")
    temperatures = tuple(map(float, given.get("temperatures", ())))
    if kind == "base":
        for place, count in sizes.bases.items():
            model, _, world = place.partition("-w")
            for seed in range(count):
                mine = temperatures if seed == 0 and place == next(iter(sizes.bases)) else ()
                yield Unit("base", world=int(world), model=model, seed=seed, temperatures=mine)
        return
    if kind == "sweep":
        for arm, strengths in given["sweeps"].items():
            for strength in strengths:
                yield _unit(given, arms[arm], given["regimes"][0], arms[arm].order, 0).at(
                    strength=float(strength), validation=True
                )
        return
    orders = given.get("orders", {})
    for seed in range(given["seeds"]):
        for regime in given["regimes"]:
            for name in given["arms"]:
                arm = arms[name]
                chosen_orders = [orders.get(name, arm.order)] if isinstance(orders, dict) else orders
                for order in chosen_orders:
                    unit = _unit(given, arm, regime, order, seed).at(temperatures=temperatures)
                    strength = given.get("strengths", {}).get(name)
                    unit = unit.at(strength=None if strength is None else float(strength))
                    unit = unit.at(chosen=arm.strength is not None and strength is None)
                    if kind == "grpo":
                        unit = unit.at(kind="grpo", grpo=tuple(sorted(given["grpo"].items())))
                    yield unit
    if "sharpened" in given:
        for regime in given["regimes"]:
            yield _unit(given, arms["nll"], regime, "shuffled", 0).at(
                kind="sharpened", temperatures=(float(given["sharpened"]),)
            )


def _unit(given: Mapping[str, Any], arm: Arm, regime: str, order: str, seed: int) -> Unit:
    return Unit(
        "train",
        arm=arm.name,
        regime=regime,
        order=order,
        seed=seed,
        world=given["world"],
        model=given["model"],
        problems=given["problems"],
        rows=given["rows"],
        zipf=given["zipf"],
        epochs=tuple(given["epochs"]),
    )
