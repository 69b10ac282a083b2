"""Sampling with transformers: a loop over a key-value cache, at top-p 1.

One number from [0, 1) is drawn for each token and looked up in the token distribution's sums. The numbers of a sample
depend on the seed, its prompt's place and its own place: not on the batch that it is in, and the global random state is
neither used nor changed. (On a GPU, and between batches of other shapes, sums may differ in the last bits.)
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel

from equijudge_trainer.data.rows import Codec
from equijudge_trainer.sample.kv_cache import cache_name, with_room

Progress = Callable[[int, int], None]
"""Told of samples that are done, and of all."""
# Rows that have ended are taken out of the batch once they are this share of it; taking out copies the cache.
_ENDED = 0.25


@dataclass(frozen=True, slots=True)
class Sample:
    """What was drawn after a prompt. text: without the end mark. tokens: of the sample, the end mark with them.
    finished: ended with the end mark; else it was cut off."""

    text: str
    tokens: int
    finished: bool


@dataclass(frozen=True, slots=True)
class _SampleId:
    prompt: int
    sample: int


def sample(
    model: PreTrainedModel,
    codec: Codec,
    prompts: Sequence[str],
    *,
    samples: int,
    temperature: float,
    max_new_tokens: int,
    batch: int,
    seed: int,
    on_progress: Progress | None = None,
) -> list[list[Sample]]:
    """Draw `samples` texts for each prompt, `batch` of them at once. A prompt is computed once for its samples in a
    batch.

    Samples end with the codec's end mark, after max_new_tokens, or where the model's positions end.

    Raises:
        ValueError: a size below 1, a temperature of 0 or less; a prompt without a token, or as long as the model's
            positions.
    """
    check_sizes(samples=samples, max_new_tokens=max_new_tokens, batch=batch, temperature=temperature)
    encoded = [codec.encode(prompt) for prompt in prompts]
    longest = _positions(model)
    for number, ids in enumerate(encoded):
        if not 0 < len(ids) < longest:
            raise ValueError(f"prompts[{number}]: {len(ids)} tokens; 1 to {longest - 1} with this model's positions")
    places = [_SampleId(prompt, each) for prompt in range(len(prompts)) for each in range(samples)]
    places.sort(key=lambda place: len(encoded[place.prompt]))  # alike lengths together: little padding
    found: dict[_SampleId, Sample] = {}
    todo = iter(places)
    with _evaluation_mode(model), torch.no_grad():
        while chosen := list(islice(todo, batch)):
            room = min(max_new_tokens, longest - max(len(encoded[place.prompt]) for place in chosen))
            numbers = torch.stack([_numbers(seed, place, room) for place in chosen])
            drawn = _draw_tokens(model, codec, [encoded[p.prompt] for p in chosen], numbers, temperature)
            found |= zip(chosen, (decode_sample(ids, codec) for ids in drawn), strict=True)
            if on_progress is not None:
                on_progress(len(found), len(places))
    return [[found[_SampleId(prompt, each)] for each in range(samples)] for prompt in range(len(prompts))]


def check_sizes(**sizes: float) -> None:
    """Raises ValueError naming a size below 1, or a temperature that is not above 0."""
    for name, value in sizes.items():
        least = 1.0 if name != "temperature" else 0.0
        if not (value >= least and value > 0):
            raise ValueError(f"{name}: {value}; {'more than 0' if name == 'temperature' else 'at least 1'}")


def seed_of(*parts: int) -> int:
    """A seed of 63 bits for what has these numbers."""
    digest = hashlib.blake2b("/".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def decode_sample(ids: list[int], codec: Codec) -> Sample:
    """Turn token ids into text, up to the first end mark."""
    finished = codec.eos_id in ids
    text = ids[: ids.index(codec.eos_id)] if finished else ids
    return Sample(codec.decode(text), len(text) + finished, finished)


def _draw_tokens(
    model: PreTrainedModel, codec: Codec, prompts: Sequence[list[int]], numbers: Tensor, temperature: float
) -> list[list[int]]:
    """Draw token ids after each of B prompts; numbers: (B, T) of [0, 1), T the most tokens."""
    device = model.device
    numbers = numbers.to(device)
    distinct = {tuple(prompt): None for prompt in prompts}
    of = {prompt: number for number, prompt in enumerate(distinct)}
    ids, mask = _pad_left(list(distinct), codec.pad_id)
    rows = torch.tensor([of[tuple(prompt)] for prompt in prompts], device=device)
    padded = not bool(mask.all())
    ids, mask = ids.to(device), mask.to(device)
    inputs: dict[str, Any] = {"attention_mask": mask, "position_ids": _position_ids(mask)} if padded else {}
    out = model(input_ids=ids, use_cache=True, logits_to_keep=1, **inputs)
    name = cache_name(out)
    cache = with_room(out[name])
    cache.batch_select_indices(rows)
    logits, mask = out.logits[rows, -1], mask[rows]
    lengths = mask.sum(1)
    alive = torch.arange(len(prompts), device=device)
    drawn = torch.full(numbers.shape, codec.eos_id, device=device)
    ended = torch.zeros(len(prompts), dtype=torch.bool, device=device)
    for step in range(numbers.shape[1]):
        token = _choose_tokens(logits, numbers[alive, step], temperature)
        drawn[alive, step] = torch.where(ended, codec.eos_id, token)
        ended |= token == codec.eos_id
        left = int((~ended).sum())
        if left == 0 or step + 1 == numbers.shape[1]:
            break
        if left <= (1 - _ENDED) * len(alive):
            (keep,) = torch.nonzero(~ended, as_tuple=True)
            cache.batch_select_indices(keep)
            alive, token, mask, lengths, ended = (each[keep] for each in (alive, token, mask, lengths, ended))
        if padded:
            mask = torch.cat([mask, mask.new_ones(len(mask), 1)], 1)
            inputs = {"attention_mask": mask, "position_ids": (lengths + step)[:, None]}
        out = model(input_ids=token[:, None], use_cache=True, **{name: cache}, **inputs)
        logits = out.logits[:, -1]
    found: list[list[int]] = drawn.tolist()
    return found


def _choose_tokens(logits: Tensor, numbers: Tensor, temperature: float) -> Tensor:
    """(B,) tokens from (B, V) logits and (B,) numbers of [0, 1): the first whose sum of probabilities is over it."""
    sums = (logits.double() / temperature).softmax(-1).cumsum(-1)
    token = torch.searchsorted(sums, (numbers * sums[:, -1])[:, None], right=True)[:, 0]
    return token.clamp(max=logits.shape[-1] - 1)


def _numbers(seed: int, place: _SampleId, count: int) -> Tensor:
    generator = torch.Generator().manual_seed(seed_of(seed, place.prompt, place.sample))
    return torch.rand(count, generator=generator, dtype=torch.float64)


def _pad_left(prompts: Sequence[Sequence[int]], pad_id: int) -> tuple[Tensor, Tensor]:
    """(B, T) ids and mask, padded on the left."""
    longest = max(map(len, prompts))
    ids = torch.tensor([[pad_id] * (longest - len(prompt)) + list(prompt) for prompt in prompts])
    mask = torch.tensor([[0] * (longest - len(prompt)) + [1] * len(prompt) for prompt in prompts])
    return ids, mask


def _position_ids(mask: Tensor) -> Tensor:
    """Positions from 0 where padding ends."""
    return (mask.cumsum(1) - 1).clamp_min(0)


def _positions(model: PreTrainedModel) -> int:
    """How many tokens a sequence can have; without an end, a number that no prompt reaches."""
    return int(getattr(model.config.get_text_config(), "max_position_embeddings", None) or 1 << 30)


@contextmanager
def _evaluation_mode(model: PreTrainedModel) -> Iterator[None]:
    """Set evaluation mode meanwhile: without dropout, and with the cache that gradient checkpointing turns off."""
    was = model.training
    model.train(False)
    try:
        yield
    finally:
        model.train(was)
