"""A key-value cache that grows in place. transformers' own copies all of it for every token: with a small model on a
CPU that is most of the time that sampling takes.

Of transformers it takes a cache layer's tensors (`keys`, `values`) and its methods alone: what else a layer holds
changes from release to release.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from transformers.cache_utils import Cache, DynamicLayer
from transformers.utils.generic import ModelOutput

_ROOM = 64
"""Tokens for which memory is taken at once, at least."""


class RoomyLayer(DynamicLayer):
    """A DynamicLayer whose keys and values are the filled part of tensors with room (B, heads, tokens, size)."""

    def __init__(self, layer: DynamicLayer) -> None:
        super().__init__()
        assert layer.keys is not None
        assert layer.values is not None
        self.lazy_initialization(layer.keys, layer.values)
        self.keys, self.values = layer.keys, layer.values
        self._room: tuple[Tensor, Tensor] | None = None
        self._filled: Tensor | None = None

    def update(self, key_states: Tensor, value_states: Tensor, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        """Take over the next tokens; returns all of them."""
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
            self.keys, self.values = key_states[..., :0, :], value_states[..., :0, :]
        assert self.keys is not None
        assert self.values is not None
        start = self.keys.shape[-2]
        end = start + key_states.shape[-2]
        # Whoever selects, crops or reorders puts tensors of their own in the place of ours: these have no room behind.
        if self._room is None or self.keys is not self._filled or end > self._room[0].shape[-2]:
            self._room = (_roomier(self.keys, end), _roomier(self.values, end))
        keys, values = self._room
        keys[..., start:end, :] = key_states
        values[..., start:end, :] = value_states
        self.keys, self.values = keys[..., :end, :], values[..., :end, :]
        self._filled = self.keys
        return self.keys, self.values


def with_room(cache: Cache) -> Cache:
    """Make the growing layers of a cache roomy; sliding, empty and other layers stay as they are."""
    cache.layers = [_roomy(layer) for layer in cache.layers]
    return cache


def cache_name(out: ModelOutput) -> str:
    """What the model calls its cache, in its answers as in its arguments: the older name is `past_key_values`."""
    return "cache" if "cache" in out else "past_key_values"


def _roomy(layer: Any) -> Any:
    return RoomyLayer(layer) if type(layer) is DynamicLayer and layer.is_initialized else layer


def _roomier(filled: Tensor, end: int) -> Tensor:
    *others, tokens, size = filled.shape
    made = torch.empty((*others, end + max(_ROOM, end // 2), size), dtype=filled.dtype, device=filled.device)
    made[..., :tokens, :] = filled
    return made
