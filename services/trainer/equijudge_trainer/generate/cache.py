"""A key-value cache that grows in place. transformers' own copies all of it for every token: with a small model on a
CPU that is most of the time that sampling takes.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor
from transformers.cache_utils import Cache, DynamicLayer

_ROOM = 64
"""Tokens for which memory is taken at once, at least."""


class RoomyLayer(DynamicLayer):
    """A DynamicLayer whose keys and values are the filled part of tensors with room (B, heads, tokens, size)."""

    def __init__(self, layer: DynamicLayer) -> None:
        super().__init__()
        self.keys, self.values = layer.keys, layer.values
        self.dtype, self.device, self.is_initialized = layer.dtype, layer.device, layer.is_initialized
        self._with_room: tuple[Tensor, Tensor] | None = None

    def update(self, key_states: Tensor, value_states: Tensor, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        """Take over the next tokens; returns all of them."""
        start = self.get_seq_length()
        end = start + key_states.shape[-2]
        assert self.keys is not None
        assert self.values is not None
        if self._with_room is None or end > self._with_room[0].shape[-2]:
            self._with_room = (_roomier(self.keys, end), _roomier(self.values, end))
        keys, values = self._with_room
        keys[..., start:end, :] = key_states
        values[..., start:end, :] = value_states
        self.keys, self.values = keys[..., :end, :], values[..., :end, :]
        return self.keys, self.values

    def batch_select_indices(self, indices: Tensor) -> None:
        """Keep these rows, in this order; a row may be kept more than once."""
        super().batch_select_indices(indices)
        self._with_room = None


def with_room(cache: Cache) -> Cache:
    """The cache with its growing layers made roomy; sliding and other layers stay as they are."""
    cache.layers = [RoomyLayer(layer) if type(layer) is DynamicLayer else layer for layer in cache.layers]
    return cache


def _roomier(filled: Tensor, end: int) -> Tensor:
    *others, tokens, size = filled.shape
    made = torch.empty((*others, end + max(_ROOM, end // 2), size), dtype=filled.dtype, device=filled.device)
    made[..., :tokens, :] = filled
    return made
