"""Drawing programs from a model, its cache, and the scores of what was drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import LlamaConfig, LlamaForCausalLM
from transformers.cache_utils import DynamicCache, DynamicLayer

from equijudge_core.contracts.score_requests import ReferenceClusters
from equijudge_trainer.sample.kv_cache import RoomyLayer, cache_name, with_room
from equijudge_trainer.sample.sampling import Sample, sample
from equijudge_trainer.sample.scoring import Target, to_generations

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


ROW = {"name": "sum", "description": "Add.", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}
REFERENCE = ReferenceClusters(signature_version="v1", coarse={"c": 2}, fine={"f": 2})
TARGETS = [Target("sum", "Add.", ROW, REFERENCE, "adding"), Target("max", "Max.", "p" + "0" * 32)]
WHOLE, CUT = Sample("print(3)", 4, True), Sample("print(3)", 4, False)


def test_a_sample_that_was_cut_off_is_sent_as_an_empty_text_which_no_test_accepts() -> None:
    first, second = to_generations(TARGETS, [[WHOLE, CUT], [WHOLE]])
    assert [(each.text, each.id) for each in first.with_ids()] == [("print(3)", "0"), ("", "1")]
    assert (first.problem, first.problem_id, first.clusters, first.family) == (ROW, None, REFERENCE, "adding")
    assert (second.problem, second.problem_id) == (None, "p" + "0" * 32)


def test_samples_that_do_not_belong_to_the_problems_are_refused() -> None:
    with pytest.raises(ValueError, match="samples for 1 problems; there are 2"):
        to_generations(TARGETS, [[WHOLE]])
    with pytest.raises(ValueError, match="no sample for problem 'max'"):
        to_generations(TARGETS, [[WHOLE], []])
