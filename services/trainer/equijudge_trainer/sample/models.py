"""Models by name or path, ready to draw from."""

from __future__ import annotations

from typing import cast

import torch
from torch import nn
from transformers import AutoModelForCausalLM, PreTrainedModel

from equijudge.errors import BadArgument


def load_sampling_model(model: str) -> PreTrainedModel:
    """Load a causal model, an adapter's with its base: on the GPU in its own type where there is one, else in fp32.

    Raises BadArgument naming a model that does not exist or cannot be read.
    """
    gpu = torch.cuda.is_available()
    try:
        found: nn.Module = AutoModelForCausalLM.from_pretrained(model, dtype="auto" if gpu else torch.float32)
    except (OSError, ValueError) as error:
        raise BadArgument(f"model {model!r}: no causal model there ({error})") from error
    return cast(PreTrainedModel, found.to("cuda" if gpu else "cpu"))
