"""Makes a causal language model give the terms of its counted tokens instead of logits.

The terms are computed inside the model's own forward, so that data-parallel and sharding wrappers see an ordinary
forward and the head's weights are whole when they are used.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, fields
from types import MethodType
from typing import Any

import torch
from peft import PeftModel
from torch import Tensor, nn
from transformers import PreTrainedModel

from equijudge_trainer.losses.tokens import TermRequest, Terms, token_terms

_PROBE_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens whose terms are wanted: (M,) positions of their predecessors in the flattened batch, and labels.

    Of `offered` further pairs of the same kind (competitors at branch points) log_p alone is wanted.
    """

    index: Tensor
    labels: Tensor
    request: TermRequest
    offered: tuple[Tensor, Tensor] | None = None


def attach(model: nn.Module) -> None:
    """Let `model(..., counted=Counted)` return the terms as a dictionary of tensors, `offered` among them.

    The chunked core is used where logits are the head's product with the last hidden states, which is tried; other
    models (scaled or capped logits, an adapter on the head) pay for full logits of the counted positions.

    Raises:
        ValueError: the model has no decoder or no output embeddings.
    """
    lm = inner(model)
    original = lm.forward
    chunked = _is_plain(lm, original)
    if not chunked:
        warnings.warn(f"{type(lm).__name__}: logits are not head x states, so full logits are computed", stacklevel=2)

    def forward(self: PreTrainedModel, *args: Any, counted: Counted | None = None, **kwargs: Any) -> Any:
        if counted is None:
            return original(*args, **kwargs)
        if chunked:
            states = self.get_decoder()(*args, use_cache=False, **kwargs).last_hidden_state
            head = self.get_output_embeddings()
            weight, bias = head.weight, head.bias
        else:
            states, weight, bias = original(*args, use_cache=False, **kwargs).logits, None, None
        flat = states.flatten(0, 1)
        terms = token_terms(flat[counted.index], weight, counted.labels, counted.request, bias=bias)
        found = {name: value for name, value in _tensors(terms).items() if value is not None}
        if counted.offered is not None:
            index, labels = counted.offered
            found["offered"] = token_terms(flat[index], weight, labels, bias=bias).log_p
        return found

    lm.forward = MethodType(forward, lm)


def terms_of(outputs: dict[str, Tensor]) -> Terms:
    """The terms in what an attached model returned."""
    names = {field.name for field in fields(Terms)}
    return Terms(**{name: value for name, value in outputs.items() if name in names})


def inner(model: nn.Module) -> PreTrainedModel:
    """The causal language model below peft's wrapper."""
    lm = model.get_base_model() if isinstance(model, PeftModel) else model
    if not isinstance(lm, PreTrainedModel) or lm.get_output_embeddings() is None:
        raise ValueError(f"model: {type(lm).__name__} is not a causal language model with output embeddings")
    return lm


def _tensors(terms: Terms) -> dict[str, Tensor | None]:
    return {field.name: getattr(terms, field.name) for field in fields(Terms)}


@torch.no_grad()
def _is_plain(lm: PreTrainedModel, original: Callable[..., Any]) -> bool:
    head = lm.get_output_embeddings()
    if type(head) is not nn.Linear:
        return False
    training = lm.training
    lm.eval()
    ids = torch.arange(_PROBE_TOKENS, device=head.weight.device)[None] % head.weight.shape[0]
    states = lm.get_decoder()(input_ids=ids, use_cache=False).last_hidden_state
    logits = original(input_ids=ids, use_cache=False).logits
    lm.train(training)
    return torch.allclose(
        nn.functional.linear(states, head.weight, head.bias).float(),
        logits.float(),
        rtol=1e-3,
        atol=1e-3,
        equal_nan=True,
    )
