"""The model a run starts from, and whose fault it is that something cannot be used."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from transformers import AutoModelForCausalLM, PreTrainedModel

from equijudge_trainer.run.errors import RunError


def loaded(name: str) -> PreTrainedModel:
    """A model to be trained, in full precision, over which `optimisation.bf16` computes. Raises RunError naming it."""
    try:
        model: PreTrainedModel = AutoModelForCausalLM.from_pretrained(name, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise RunError(f"model {name!r}: {error}") from error
    return model


def forget() -> None:
    """Give back the memory of models that nobody holds any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()


@contextmanager
def named(field: str) -> Iterator[None]:
    """A value that somebody finds wrong is the run's own: RunError."""
    try:
        yield
    except ValueError as error:
        raise RunError(f"{field}: {error}") from error
