"""What has been scored, as hypotheses and tables ask for it: values by seed and family.

A group is the units that differ by seed alone. Its values at one draw are a table of seeds by families (cores); where
a world has fewer than FEWEST cores, problems stand for families, and intervals say nothing of other cores.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from equijudge_core.scores.calibration import PromptCounts, data_collision, data_coverage, prompt_figures
from equijudge_core.scores.crossed import CrossedMean, crossed_mean
from equijudge_core.scores.rarefaction import coverage_at_k, thinned_coverage
from equijudge_lab.choices import counts_of
from equijudge_lab.design import Design, Unit
from equijudge_lab.plan import HELD_OUT, Chosen
from equijudge_lab.units import UnitFiles

Floats = npt.NDArray[np.float64]
FEWEST = 6
REFERENCE_ARMS = 200
"""How often the reference arm, which draws from the data, is drawn."""


@dataclass(frozen=True, slots=True)
class Draw:
    """Samples of a group: after which epoch, at which temperature, of which problems. epoch: -1 the last that there
    is, BEST that of the best held-out NLL."""

    epoch: int = -1
    temperature: float = 1.0
    split: str = HELD_OUT


BEST = -2


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt's samples in one unit."""

    name: str
    core: str
    counts: PromptCounts
    signatures: tuple[int, ...]
    right_signatures: tuple[int, ...]
    syntax: float | None

    def figures(self, k: int) -> Mapping[str, float | None]:
        """All figures: those against the data, and coverage by the signature."""
        return _figures(self, k)

    def compute(self, k: int) -> dict[str, float | None]:
        """Compute them."""
        n, right = self.counts.samples, self.counts.right_samples
        return prompt_figures(self.counts, k) | {
            f"signature@{k}": coverage_at_k(n, self.right_signatures, k),
            f"signature_right@{k}": coverage_at_k(right, self.right_signatures, k),
            "syntax": self.syntax,
            "data_collision": data_collision(self.counts.data),
            f"data@{k}": data_coverage(self.counts.data, k),
        }


@lru_cache(maxsize=1 << 18)
def _figures(prompt: Prompt, k: int) -> Mapping[str, float | None]:
    return prompt.compute(k)


@dataclass(frozen=True)
class Results:
    """Scored units by name. chosen: strengths and prompts that were chosen."""

    design: Design
    units: Mapping[str, Mapping[str, Any]]
    chosen: Chosen
    _prompts: dict[tuple[str, Draw], list[Prompt]] = field(default_factory=dict)

    @property
    def k(self) -> int:
        """Of coverage@k."""
        return self.design.sizes.k

    @cached_property
    def groups(self) -> list[Unit]:
        """Every group's unit of seed 0, but for those of validation, in the table's order."""
        return [unit for unit in self.design.units.values() if unit.seed == 0 and not unit.validation]

    def seeds(self, group: Unit) -> list[str]:
        """The names of a group's units that are scored."""
        return self._by_group.get(group.name, [])

    @cached_property
    def _by_group(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for unit in self.design.units.values():
            if unit.name in self.units:
                found.setdefault(unit.at(seed=0).name, []).append(unit.name)
        return found

    def find(self, arm: str, **wanted: Any) -> Unit | None:
        """The group of an arm with these fields; the first in the table that is scored, else the first, or None."""
        found = [
            group
            for group in self.groups
            if (group.arm == arm or (arm == "base" and group.kind == "base"))
            and all(getattr(group, name) == value for name, value in wanted.items())
        ]
        return next((group for group in found if self.seeds(group)), found[0] if found else None)

    def prompts(self, unit: str, draw: Draw) -> list[Prompt]:
        """The prompts of a unit's draw; none where it was not drawn."""
        if (unit, draw) not in self._prompts:
            found = _find_draw(self.units[unit]["draws"], draw)
            self._prompts[unit, draw] = [_prompt(each) for each in found["problems"]] if found else []
        return self._prompts[unit, draw]

    def values(self, group: Unit, draw: Draw, figure: str | Callable[[Prompt], float | None]) -> Floats:
        """A figure of every seed and family; nan where it is not defined."""
        how = figure if callable(figure) else lambda prompt: prompt.figures(self.k)[figure]
        rows = [
            {prompt.name: (self._family(prompt), how(prompt)) for prompt in self.prompts(unit, draw)}
            for unit in self.seeds(group)
        ]
        return _by_family(rows)

    def paired(
        self, a: tuple[Unit, Draw], b: tuple[Unit, Draw], pair: Callable[[Prompt, Prompt], float | None]
    ) -> Floats:
        """A figure of two runs on the same prompt, of every seed that both have, and family. The base model, trained
        with fewer seeds than others, stands for all of them."""
        ours = {self.design.units[name].seed: name for name in self.seeds(a[0])}
        theirs = {self.design.units[name].seed: name for name in self.seeds(b[0])}
        if a[0].kind == "base":
            ours = {seed: ours[seed % len(ours)] for seed in theirs} if ours else {}
        rows = []
        for seed in sorted(set(ours) & set(theirs)):
            known = {prompt.name: prompt for prompt in self.prompts(ours[seed], a[1])}
            rows.append(
                {
                    prompt.name: (self._family(prompt), pair(known[prompt.name], prompt))
                    for prompt in self.prompts(theirs[seed], b[1])
                    if prompt.name in known
                }
            )
        return _by_family(rows)

    def mean(self, group: Unit, draw: Draw, figure: str) -> CrossedMean:
        """The mean of a figure with its interval."""
        return crossed_mean(self.values(group, draw, figure))

    def difference(self, a: tuple[Unit, Draw], b: tuple[Unit, Draw], figure: str) -> CrossedMean:
        """b - a of a figure, prompt by prompt. `matched@k`: of coverage@k were both equally often right."""
        if figure == f"matched@{self.k}":
            return crossed_mean(self.paired(a, b, lambda one, two: _matched(one, two, self.k)))

        def change(one: Prompt, two: Prompt) -> float | None:
            left, right = (prompt.figures(self.k)[figure] for prompt in (one, two))
            return None if left is None or right is None else right - left

        return crossed_mean(self.paired(a, b, change))

    def reference(self, group: Unit, draw: Draw) -> dict[str, tuple[float, float, float]]:
        """What an arm that draws from the data shows with as many samples: mean, and between which 95 % of such arms
        lie, of the measures against the data."""
        generator = np.random.default_rng(0)
        by_figure: dict[str, list[list[Floats]]] = {}
        for unit in self.seeds(group):
            mine: dict[str, list[Floats]] = {}
            for prompt in self.prompts(unit, draw):
                for name, found in _reference_figures(prompt.counts, generator).items():
                    mine.setdefault(name, []).append(found)
            for name, rows in mine.items():
                by_figure.setdefault(name, []).append(rows)
        means: dict[str, tuple[float, float, float]] = {}
        for name, units in by_figure.items():
            arms = np.mean([np.nanmean(rows, axis=0) for rows in units], axis=0)
            low, high = np.quantile(arms, [0.025, 0.975])
            means[name] = (float(arms.mean()), float(low), float(high))
        return means

    def epochs(self, group: Unit) -> list[int]:
        """After which epochs a group was drawn, as the design has them."""
        return list(group.epochs)

    def _family(self, prompt: Prompt) -> str:
        return prompt.core if self.families_are_cores else prompt.name

    @cached_property
    def families_are_cores(self) -> bool:
        """Whether there are enough cores to stand for families."""
        return all(len(unit["algorithms"]) >= FEWEST for unit in self.units.values())


def read_results(design: Design, files: UnitFiles, facts: Mapping[str, Mapping[str, Any]], chosen: Chosen) -> Results:
    """Read the files of all units that are there."""
    found = {name: scores for name, each in facts.items() if (scores := files.read(name, each)) is not None}
    return Results(design, found, chosen)


def _find_draw(draws: Iterable[Mapping[str, Any]], wanted: Draw) -> Mapping[str, Any] | None:
    alike = [each for each in draws if each["split"] == wanted.split and each["temperature"] == wanted.temperature]
    if wanted.epoch == BEST:
        return next((each for each in alike if each["best"]), None)
    if wanted.epoch == -1:
        return max(alike, key=lambda each: each["epoch"], default=None)
    return next((each for each in alike if each["epoch"] == wanted.epoch), None)


def _prompt(found: Mapping[str, Any]) -> Prompt:
    return Prompt(
        found["problem"],
        found["core"],
        counts_of(found),
        tuple(found["signatures"]),
        tuple(found["right_signatures"]),
        found["syntax"],
    )


def _by_family(rows: list[dict[str, tuple[str, float | None]]]) -> Floats:
    """Means by family, of seeds by families; a prompt without a value is left out."""
    names = sorted({family for row in rows for family, _ in row.values()})
    table = np.full((len(rows), len(names)), math.nan)
    for number, row in enumerate(rows):
        for place, name in enumerate(names):
            values = [value for family, value in row.values() if family == name and value is not None]
            if values:
                table[number, place] = sum(values) / len(values)
    return table


def _matched(one: Prompt, two: Prompt, k: int) -> float | None:
    """The difference in coverage@k by algorithm, had both as many right samples as the one with fewer."""
    kept = min(sum(one.counts.right), sum(two.counts.right))
    found = [
        thinned_coverage(
            prompt.counts.samples, sum(prompt.counts.right), [size for size in prompt.counts.right if size], kept, k
        )
        for prompt in (one, two)
    ]
    return None if found[0] is None or found[1] is None else found[1] - found[0]


def _reference_figures(counts: PromptCounts, generator: np.random.Generator) -> dict[str, Floats]:
    """Measures of REFERENCE_ARMS draws from the data, for all samples and for the right ones."""
    data = np.array(counts.data)
    found = {}
    for suffix, size in (("", sum(counts.drawn)), ("_right", sum(counts.right))):
        if size < 2:
            continue
        drawn = generator.multinomial(size, data, size=REFERENCE_ARMS)
        found[f"ratio{suffix}"] = (drawn * (drawn - 1)).sum(1) / (size * (size - 1)) / float((data**2).sum())
        found[f"variation{suffix}"] = np.abs(drawn / size - data).sum(1) / 2
        smoothed = (drawn + 0.5) / (size + 0.5 * len(data))
        some = data > 0
        found[f"divergence{suffix}"] = (data[some] * np.log(data[some] / smoothed[:, some])).sum(1)
    return found
