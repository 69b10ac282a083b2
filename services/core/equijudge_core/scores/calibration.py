"""A model's outputs beside the distribution that it was trained on, prompt by prompt: are they narrower than that?

For each prompt the distribution over families (algorithms) is known. A model that draws families as its data do is
calibrated, however unequal they are; one whose answers are narrower than the data has collapsed. Outputs are counted
by family; those that fall into no known family are counted apart, and every measure here but `unknown` and `pass@1` is
among the known ones. Counts of n samples differ from their distribution by chance: `draw_reference` draws as many from
the data, and what that arm shows is the zero of the biased measures. The ratio of collisions is unbiased, its zero is
1.

Sources: Simpson 1949 (collision), Skobelev, Fithian and Han 2026 (calibration ratio of collisions).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from equijudge_core.scores.rarefaction import collision, coverage_at_k, pass_at_k

SMOOTHING = 0.5  # of a sample in every family, so that a family that was never drawn is no infinity


@dataclass(frozen=True, slots=True)
class PromptCounts:
    """What was drawn for one prompt.

    data: the probability of each family where the model was trained; they add up to 1, and 0 is one. samples: all that
    were drawn. drawn, right: by family, in the order of `data`, all samples and the right ones. right_samples: right
    ones of any family or none.
    """

    data: tuple[float, ...]
    samples: int
    drawn: tuple[int, ...]
    right: tuple[int, ...]
    right_samples: int

    def __post_init__(self) -> None:
        if not len(self.data) == len(self.drawn) == len(self.right):
            raise ValueError("data, drawn, right: one entry for each family")
        if abs(sum(self.data) - 1) > 1e-9 or min(self.data) < 0:
            raise ValueError(f"data: probabilities that add up to {sum(self.data)}, not 1")
        if any(right > drawn for right, drawn in zip(self.right, self.drawn, strict=True)):
            raise ValueError("right: more right samples of a family than samples")
        if not sum(self.drawn) <= self.samples or not sum(self.right) <= self.right_samples <= self.samples:
            raise ValueError("samples: fewer than their parts add up to")


def data_collision(data: Sequence[float]) -> float:
    """The probability that two programs of the data share a family."""
    return math.fsum(share**2 for share in data)


def effective_clusters(counts: Sequence[int]) -> float | None:
    """1 / the unbiased probability that two samples share a family; None for fewer than two, or without a repeat."""
    found = collision(counts)
    return 1 / found if found else None


def calibration_ratio(counts: Sequence[int], data: Sequence[float]) -> float | None:
    """How many times likelier two samples share a family than two programs of the data do; 1: as narrow as the data."""
    found = collision(counts)
    return None if found is None else found / data_collision(data)


def total_variation(counts: Sequence[int], data: Sequence[float]) -> float | None:
    """Half the sum of absolute differences between the samples' shares and the data's, 0 to 1."""
    total = sum(counts)
    if not total:
        return None
    return math.fsum(abs(count / total - share) for count, share in zip(counts, data, strict=True)) / 2


def divergence(counts: Sequence[int], data: Sequence[float]) -> float | None:
    """KL(data, samples) in nats, half a sample added to every family: the loss of a model that draws like this."""
    total = sum(counts)
    if not total:
        return None
    whole = total + SMOOTHING * len(counts)
    return math.fsum(
        share * math.log(share * whole / (count + SMOOTHING))
        for count, share in zip(counts, data, strict=True)
        if share
    )


def data_coverage(data: Sequence[float], k: int) -> float:
    """How many families k independent programs of the data are expected to hold."""
    return math.fsum(1 - (1 - share) ** k for share in data)


def family_accuracies(prompt: PromptCounts) -> list[float | None]:
    """The share of right samples of each family; None where none was drawn.

    Right answers are filtered by it: a family that is hard is rare among them, whatever the model chooses.
    """
    return [right / drawn if drawn else None for right, drawn in zip(prompt.right, prompt.drawn, strict=True)]


def prompt_figures(prompt: PromptCounts, k: int) -> dict[str, float | None]:
    """All figures of one prompt. `_right`: among right samples; the others among all of a known family."""
    found: dict[str, float | None] = {
        "pass@1": pass_at_k(prompt.samples, prompt.right_samples, 1),
        f"pass@{k}": pass_at_k(prompt.samples, prompt.right_samples, k),
        f"coverage@{k}": coverage_at_k(prompt.samples, [count for count in prompt.right if count], k),
        "unknown": 1 - sum(prompt.drawn) / prompt.samples if prompt.samples else None,
    }
    for suffix, counts in (("", prompt.drawn), ("_right", prompt.right)):
        total = sum(counts)
        found |= {
            f"collision{suffix}": collision(counts),
            f"ratio{suffix}": calibration_ratio(counts, prompt.data),
            f"variation{suffix}": total_variation(counts, prompt.data),
            f"divergence{suffix}": divergence(counts, prompt.data),
            f"covered{suffix}@{k}": coverage_at_k(total, [count for count in counts if count], k),
        }
    return found


def draw_reference(prompt: PromptCounts, generator: np.random.Generator) -> PromptCounts:
    """Draw as many samples from the data as the model gave of known families, and as many right ones among them.

    The zero: a calibrated model that is right as often as this one, whatever the family.
    """
    right = generator.multinomial(sum(prompt.right), prompt.data)
    wrong = generator.multinomial(sum(prompt.drawn) - sum(prompt.right), prompt.data)
    return replace(prompt, drawn=tuple((right + wrong).tolist()), right=tuple(right.tolist()))
