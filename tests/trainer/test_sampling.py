"""Sampling: the right distribution, the same result for the same seed, nothing else changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from transformers import LlamaConfig, LlamaForCausalLM

from equijudge_trainer.sample.sampling import Sample, sample

VOCABULARY, EOS, PAD = 12, 1, 0


class Digits:
    """A token is its number, written with spaces around."""

    eos_id, pad_id = EOS, PAD

    def encode(self, text: str) -> list[int]:
        return [int(word) for word in text.split()]

    def decode(self, ids: Sequence[int]) -> str:
        return " ".join(map(str, ids))


@pytest.fixture(scope="module")
def model() -> LlamaForCausalLM:
    torch.set_num_threads(1)
    with torch.random.fork_rng():
        torch.manual_seed(3)
        config = LlamaConfig(
            vocab_size=VOCABULARY,
            hidden_size=16,
            intermediate_size=32,
            num_hidden_layers=2,
            num_attention_heads=2,
            max_position_embeddings=64,
            initializer_range=0.5,
        )
        return LlamaForCausalLM(config)


def drawn(model: LlamaForCausalLM, prompts: Sequence[str], **other: Any) -> list[list[Sample]]:
    chosen = {"samples": 3, "temperature": 1.0, "max_new_tokens": 8, "batch": 64, "seed": 0} | other
    return sample(model, Digits(), prompts, **chosen)


PROMPTS = ["2 3 4", "5", "2 2 2 2 7 8", "9 10", "6 5 4 3"]


def test_the_same_seed_gives_the_same_samples_and_another_others(model: LlamaForCausalLM) -> None:
    assert drawn(model, PROMPTS) == drawn(model, PROMPTS)
    assert drawn(model, PROMPTS) != drawn(model, PROMPTS, seed=1)


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_a_sample_depends_neither_on_its_batch_nor_on_padding(model: LlamaForCausalLM, batch: int) -> None:
    assert drawn(model, PROMPTS, batch=batch) == drawn(model, PROMPTS)


def test_one_prompts_samples_differ(model: LlamaForCausalLM) -> None:
    (samples,) = drawn(model, ["2 3"], samples=16)
    assert len({each.text for each in samples}) > 8


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.0])
def test_first_tokens_have_the_models_frequencies(model: LlamaForCausalLM, temperature: float) -> None:
    (samples,) = drawn(model, ["2 3 4"], samples=4000, temperature=temperature, max_new_tokens=1, batch=4000)
    counts = Counter(each.text for each in samples)
    with torch.no_grad():
        wanted = (model(torch.tensor([[2, 3, 4]])).logits[0, -1].double() / temperature).softmax(-1)
    for token, probability in enumerate(wanted.tolist()):
        share = counts["" if token == EOS else str(token)] / 4000
        assert share == pytest.approx(probability, abs=4 * (probability * (1 - probability) / 4000) ** 0.5 + 1e-3)


def test_near_temperature_zero_it_takes_the_likeliest_token_each_time(model: LlamaForCausalLM) -> None:
    ids = [2, 3, 4]
    while len(ids) < 11 and ids[-1] != EOS:
        with torch.no_grad():
            ids.append(int(model(torch.tensor([ids])).logits[0, -1].argmax()))
    wanted = [token for token in ids[3:] if token != EOS]
    # without a cache above; below padded on the left beside a longer prompt
    (first,), _ = drawn(model, ["2 3 4", "2 2 2 2 7 8"], samples=1, temperature=1e-6)
    assert first.text == Digits().decode(wanted)


def test_a_sample_says_whether_it_ended_by_itself_and_counts_its_end_mark(model: LlamaForCausalLM) -> None:
    samples = [each for row in drawn(model, PROMPTS, samples=20) for each in row]
    assert {each.finished for each in samples} == {True, False}
    assert all(each.tokens == len(each.text.split()) + each.finished for each in samples)
    assert all(each.tokens == 8 for each in samples if not each.finished)
    assert all(str(EOS) not in each.text.split() for each in samples)


def test_the_global_random_state_and_the_training_mode_stay(model: LlamaForCausalLM) -> None:
    model.train()
    before = torch.random.get_rng_state()
    drawn(model, PROMPTS)
    assert torch.equal(torch.random.get_rng_state(), before)
    assert model.training


def test_a_sample_ends_where_the_models_positions_end(model: LlamaForCausalLM) -> None:
    ((only,),) = drawn(model, [" ".join(["2"] * 61)], samples=1, max_new_tokens=8, seed=2)
    assert only.tokens <= 3


def test_a_prompt_longer_than_the_models_positions_is_named(model: LlamaForCausalLM) -> None:
    with pytest.raises(ValueError, match=r"prompts\[1\]: 64 tokens; 1 to 63"):
        drawn(model, ["2", " ".join(["2"] * 64)])
    with pytest.raises(ValueError, match=r"prompts\[0\]: 0 tokens"):
        drawn(model, [""])


@pytest.mark.parametrize("name", ["samples", "max_new_tokens", "batch", "temperature"])
def test_a_size_that_makes_no_sense_is_named(model: LlamaForCausalLM, name: str) -> None:
    with pytest.raises(ValueError, match=f"{name}: 0"):
        drawn(model, ["2"], **{name: 0})


def test_progress_counts_samples(model: LlamaForCausalLM) -> None:
    seen: list[tuple[int, int]] = []
    drawn(model, PROMPTS, batch=6, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(6, 15), (12, 15), (15, 15)]
