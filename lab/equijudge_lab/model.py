"""The lab's models: small Llama decoders over the closed vocabulary, made from a seed, kept beside their codec."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from equijudge_lab.codec import LabCodec

LONGEST = 256  # tokens of prompt and program; the world's longest have 200


@dataclass(frozen=True, slots=True)
class ModelSize:
    """width: of the residual stream. inner: of the feed-forward layers, about 8/3 of it."""

    width: int
    inner: int
    layers: int
    heads: int


MODELS = {
    "small": ModelSize(width=64, inner=176, layers=2, heads=4),
    "large": ModelSize(width=128, inner=352, layers=4, heads=4),
    "huge": ModelSize(width=512, inner=1376, layers=8, heads=8),
}


def make_model(size: ModelSize, codec: LabCodec, seed: int) -> LlamaForCausalLM:
    """Make a fresh model in float32 whose head is its embedding. The same seed gives the same weights; torch's own
    random state stays as it is."""
    config = LlamaConfig(
        vocab_size=len(codec),
        hidden_size=size.width,
        intermediate_size=size.inner,
        num_hidden_layers=size.layers,
        num_attention_heads=size.heads,
        max_position_embeddings=LONGEST,
        tie_word_embeddings=True,
        pad_token_id=codec.pad_id,
        bos_token_id=None,
        eos_token_id=codec.eos_id,
    )
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return LlamaForCausalLM(config)


def save(model: LlamaForCausalLM, codec: LabCodec, directory: Path) -> None:
    """Write what `load` reads; the directory is made."""
    model.save_pretrained(directory)
    codec.save(directory)


def load(directory: Path) -> tuple[LlamaForCausalLM, LabCodec]:
    """Load a model that `save` wrote, or a run that had its codec saved beside it.

    Raises OSError if a file is missing, ValueError if the vocabulary is not that of the model.
    """
    codec = LabCodec.load(directory)
    model = LlamaForCausalLM.from_pretrained(directory)
    if model.config.vocab_size != len(codec):
        raise ValueError(f"{directory}: a model of {model.config.vocab_size} words, a codec of {len(codec)}")
    return model, codec
