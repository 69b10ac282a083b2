"""What a run stands on: the model it starts from, the programs in tokens, the problems that are held out."""

from __future__ import annotations

import gc
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import torch
from transformers import AutoModelForCausalLM, PreTrainedModel

from equijudge import Client
from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.sets import ProblemSet, rows, sets
from equijudge_trainer.data.split import is_held_out
from equijudge_trainer.data.tokenization import examples
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.train.errors import RunError


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run stands on: programs to train on, programs and problems that are held out."""

    codec: HubCodec
    examples: Sequence[Example]
    held_out: Sequence[Example]
    problems: Sequence[ProblemSet]


def prepared(config: RunConfig, client: Client | None = None) -> Ground:
    """The data in tokens. client: for `data.job`. Raises RunError when nothing is left to train on, and
    what data.sets does."""
    codec, how = HubCodec.load(config.model), config.evaluation
    share = how.held_out if how is not None else 0.0
    kept: list[ProblemSet] = []
    held: list[ProblemSet] = []
    for each in sets(config.data, client):
        (held if is_held_out(each.name, share) else kept).append(each)
    with named("data"):
        found = examples(rows(kept, config.data, codec), codec, config.data.max_tokens)
        held_rows = examples(rows(held, config.data, codec), codec, config.data.max_tokens).examples if held else ()
    return Ground(codec, found.examples, held_rows, held)


def steps_of(config: RunConfig, line: dict[str, Any]) -> int | None:
    """How many optimiser steps there will be, from how much of an epoch the first ones were."""
    how, epoch = config.optimisation, float(line.get("epoch") or 0.0)
    if how.steps is not None:
        return how.steps
    return math.ceil(round(line["step"] / epoch * how.epochs, 6)) if epoch else None


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
