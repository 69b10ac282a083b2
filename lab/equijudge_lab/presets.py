"""How large an experiment is: the world, the model, the training, the sampling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from equijudge_core.contracts.run_config import Optimisation
from equijudge_lab.conditions import BASE, BY_NAME, CONDITIONS

Size = Literal["smoke", "full", "gpu"]


@dataclass(frozen=True, slots=True)
class Preset:
    """One size of the experiment.

    corpus: programs of the base's pre-training, of which `wrong` are corrupted. problems, solutions: sets that are
    fine-tuned on, and programs of each; clusters appear as Zipf's law with exponent `zipf` says. held_out: problems
    that are sampled, `samples` times at each temperature. seeds: by condition, else one. temperatures: at which a
    condition's seed 0 is sampled; all else at 1. traced: conditions whose seed 0 is scored after each quarter of
    training. Lengths are in tokens; `context` holds prompt and program. renders: verified programs of each algorithm
    that a held-out problem's reference holds. k: of coverage@k in tables and hypotheses. processes: trainings and
    samplings side by side.
    """

    name: Size
    corpus: int
    base: Optimisation
    problems: int
    solutions: int
    tuning: Optimisation
    held_out: int
    samples: int
    conditions: tuple[str, ...]
    k: int
    wrong: float = 0.15
    zipf: float = 1.0
    seeds: Mapping[str, int] = field(default_factory=dict)
    temperatures: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    traced: tuple[str, ...] = ()
    context: int = 256
    max_new_tokens: int = 192
    renders: int = 4
    sampling_batch: int = 256
    processes: int = 2

    def seeds_of(self, condition: str) -> range:
        """Which seeds a condition is trained with; the base model is one."""
        return range(self.seeds.get(condition, 1))

    def temperatures_of(self, condition: str) -> tuple[float, ...]:
        """At which a condition is sampled; 1 is always among them."""
        return self.temperatures.get(condition, (1.0,))

    @property
    def ks(self) -> tuple[int, ...]:
        """Of pass@k and coverage@k."""
        return tuple(k for k in (1, 2, 4, 8, 16, 32) if k <= self.samples // 2)


_ALL = tuple(condition.name for condition in CONDITIONS)
_THREE = dict.fromkeys(("A1", "A2", "A4", "A5-1", "A9-10"), 3)
_SWEEP = dict.fromkeys(("A1", "A4", "A5-1", "A11"), (0.7, 1.0, 1.2, 1.4))

PRESETS: Mapping[Size, Preset] = {
    "smoke": Preset(
        name="smoke",
        corpus=1_500,
        base=Optimisation(epochs=4, batch_rows=8, micro_rows=8, learning_rate=6e-3),
        problems=80,
        solutions=6,
        tuning=Optimisation(epochs=4, batch_rows=16, micro_rows=16, learning_rate=3e-3),
        held_out=12,
        samples=16,
        conditions=("A1", "A2", "A4", "A5-1"),
        temperatures={"A1": (1.0, 1.4)},
        traced=("A1",),
        k=8,
    ),
    "full": Preset(
        name="full",
        corpus=20_000,
        wrong=0.4,
        base=Optimisation(epochs=2.5, batch_rows=32, micro_rows=32, learning_rate=3e-3),
        problems=200,
        solutions=12,
        tuning=Optimisation(epochs=2, batch_rows=48, micro_rows=24, learning_rate=1e-3),
        held_out=50,
        samples=32,
        conditions=_ALL,
        seeds=_THREE,
        temperatures=_SWEEP,
        traced=("A1", "A5-1"),
        k=8,
    ),
    "gpu": Preset(
        name="gpu",
        corpus=60_000,
        wrong=0.4,
        base=Optimisation(epochs=12, batch_rows=512, micro_rows=512, learning_rate=1e-3, bf16=True),
        problems=600,
        solutions=12,
        tuning=Optimisation(epochs=3, batch_rows=96, micro_rows=96, learning_rate=3e-4, bf16=True),
        held_out=100,
        samples=64,
        conditions=_ALL,
        seeds=_THREE,
        temperatures=_SWEEP,
        traced=("A1", "A5-1"),
        k=8,
        sampling_batch=6400,
        processes=4,
    ),
}


def check(preset: Preset) -> None:
    """Raises ValueError for a preset that contradicts itself, naming the field."""
    for name, given in (("seeds", preset.seeds), ("temperatures", preset.temperatures)):
        if unknown := set(given) - set(BY_NAME):
            raise ValueError(f"{name}: no such condition: {', '.join(sorted(unknown))}")
    if unknown := {*preset.conditions, *preset.traced} - set(BY_NAME):
        raise ValueError(f"conditions: {', '.join(sorted(unknown))} unknown; {BASE} needs no naming")
    if cold := [name for name, sweep in preset.temperatures.items() if 1.0 not in sweep]:
        raise ValueError(f"temperatures: 1 is not among those of {', '.join(cold)}")
    if preset.k not in preset.ks:
        raise ValueError(f"k: {preset.k} is not one of {preset.ks}, at most half the samples")
