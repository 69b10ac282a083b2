"""What draws samples: transformers, or vLLM where it is installed; and a sweep over temperatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Protocol

from transformers import PreTrainedModel

from equijudge_trainer.data.rows import Codec
from equijudge_trainer.sample.sampling import Progress, Sample, sample


class Sampler(Protocol):
    """A model that answers prompts; see sampling.sample."""

    def __call__(
        self,
        prompts: Sequence[str],
        *,
        samples: int,
        temperature: float,
        max_new_tokens: int,
        seed: int,
        on_progress: Progress | None = None,
    ) -> list[list[Sample]]: ...


def with_transformers(model: PreTrainedModel, codec: Codec, batch: int) -> Sampler:
    """Make a sampler of a loaded model, which draws `batch` samples at once."""
    return partial(sample, model, codec, batch=batch)


def sweep(
    sampler: Sampler,
    prompts: Sequence[str],
    temperatures: Sequence[float],
    *,
    samples: int,
    max_new_tokens: int,
    seed: int,
    on_progress: Progress | None = None,
) -> Iterator[tuple[float, list[list[Sample]]]]:
    """Draw at one temperature after the other, all with the same seed: points of a sweep are paired."""
    for temperature in temperatures:
        yield (
            temperature,
            sampler(
                prompts,
                samples=samples,
                temperature=temperature,
                max_new_tokens=max_new_tokens,
                seed=seed,
                on_progress=on_progress,
            ),
        )
