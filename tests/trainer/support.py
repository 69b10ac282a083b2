"""A tiny model and sets of made-up programs."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.rows import Example

VOCABULARY = 64


@dataclass(frozen=True)
class NumberCodec:
    """Numbers between spaces."""

    eos_id: int = 1
    pad_id: int = 0

    def encode(self, text: str) -> list[int]:
        return [int(word) for word in text.split()]

    def decode(self, ids: Any) -> str:
        return " ".join(str(one) for one in ids)


def tiny_model(seed: int = 0) -> LlamaForCausalLM:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    config = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=2,
        tie_word_embeddings=True,
        initializer_range=0.2,
        pad_token_id=0,
        eos_token_id=1,
        bos_token_id=2,
    )
    return LlamaForCausalLM(config)


def made_examples(sets: int = 6, members: int = 6, seed: int = 0) -> list[Example]:
    """Two programs a cluster; programs of a set begin alike."""
    rng = random.Random(seed)
    found: list[Example] = []
    for number in range(sets):
        prompt = tuple(rng.randrange(2, VOCABULARY) for _ in range(4))
        start = tuple(rng.randrange(2, VOCABULARY) for _ in range(3))
        for member in range(members):
            tail = tuple(rng.randrange(2, VOCABULARY) for _ in range(rng.randrange(2, 9)))
            found.append(
                Example(
                    row=len(found),
                    set=number,
                    cluster=number * members + member // 2,
                    prompt=prompt,
                    completion=(*start[: member % 4], *tail, 1),
                )
            )
    return found


def run_config(objective: Mapping[str, Any] | None = None, **options: Any) -> RunConfig:
    optimisation = {"epochs": 1, "batch_rows": 12, "micro_rows": 6, "learning_rate": 1e-3, "warmup": 0.0}
    return RunConfig.model_validate(
        {
            "model": "tiny",
            "data": {"path": "made-up"},
            "objective": objective or {"kind": "nll"},
            "optimisation": optimisation | options.pop("optimisation", {}),
            **options,
        }
    )
