"""The cache with room holds what transformers' own holds, whatever is done to either."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import Tensor
from transformers import LlamaConfig, LlamaForCausalLM
from transformers.cache_utils import DynamicCache, DynamicLayer

from equijudge_trainer.sample.kv_cache import RoomyLayer, cache_name, with_room


def states(tokens: int, rows: int = 3) -> Tensor:
    """Keys or values of (rows, 2 heads, tokens, size 4)."""
    return torch.arange(rows * 2 * tokens * 4, dtype=torch.float32).reshape(rows, 2, tokens, 4)


def caches(tokens: int = 5) -> tuple[DynamicLayer, RoomyLayer]:
    """A layer of transformers' cache that holds tokens, and the same with room."""
    plain, other = DynamicCache(), DynamicCache()
    for cache in (plain, other):
        cache.update(states(tokens), -states(tokens), 0)
    roomy = with_room(other).layers[0]
    assert isinstance(roomy, RoomyLayer)
    assert isinstance(plain.layers[0], DynamicLayer)
    return plain.layers[0], roomy


CHANGES: dict[str, Callable[[DynamicLayer], object]] = {
    "nothing": lambda layer: None,
    "rows selected": lambda layer: layer.batch_select_indices(torch.tensor([2, 0])),
    "a row twice": lambda layer: layer.batch_select_indices(torch.tensor([1, 1, 0])),
    "rows repeated": lambda layer: layer.batch_repeat_interleave(2),
    "rows reordered": lambda layer: layer.reorder_cache(torch.LongTensor([2, 1, 0])),
    "cropped": lambda layer: layer.crop(-2),
    "emptied": lambda layer: layer.reset(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_layer_with_room_goes_on_as_a_plain_one_after(name: str) -> None:
    plain, roomy = caches()
    for layer in (plain, roomy):
        layer.update(states(2) + 7, states(2) - 7)
        CHANGES[name](layer)
    assert roomy.get_seq_length() == plain.get_seq_length()
    rows = 3 if plain.keys is None else len(plain.keys)
    for tokens in (1, 90, 1):
        expected = plain.update(states(tokens, rows) + 1, states(tokens, rows) - 1)
        found = roomy.update(states(tokens, rows) + 1, states(tokens, rows) - 1)
        assert all(torch.equal(*pair) for pair in zip(found, expected, strict=True))


def test_a_token_more_copies_nothing_while_there_is_room() -> None:
    _, roomy = caches()
    first, _ = roomy.update(states(1), states(1))
    second, _ = roomy.update(states(1), states(1))
    assert first.data_ptr() == second.data_ptr()


def test_a_layer_that_holds_nothing_yet_stays_as_it_is() -> None:
    cache = DynamicCache()
    cache.layers = [DynamicLayer()]
    assert type(with_room(cache).layers[0]) is DynamicLayer


def test_the_cache_is_called_what_the_installed_release_calls_it() -> None:
    """An older name goes on for some releases, with a warning, and then ends."""
    model = LlamaForCausalLM(
        LlamaConfig(vocab_size=8, hidden_size=8, intermediate_size=8, num_hidden_layers=1, num_attention_heads=1)
    )
    out = model(input_ids=torch.tensor([[1, 2]]), use_cache=True)
    assert cache_name(out) in list(out)
