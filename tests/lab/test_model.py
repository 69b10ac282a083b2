"""The laboratory's models and its tokenizer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from equijudge_lab.codec import LabCodec
from equijudge_lab.model import MODELS, ModelSize, load, make_model, save
from equijudge_lab.world import ALGORITHMS, World, render, vocabulary

torch.set_num_threads(1)


@pytest.mark.parametrize(("size", "least", "most"), [(MODELS["small"], 0.1e6, 0.15e6), (MODELS["large"], 0.8e6, 0.9e6)])
def test_a_model_has_the_size_it_is_named_by(size: ModelSize, least: float, most: float, codec: LabCodec) -> None:
    model = make_model(size, codec, seed=0)
    assert least < model.num_parameters() < most
    assert model.lm_head.weight is model.model.embed_tokens.weight


def test_the_large_model_has_25_million_parameters(codec: LabCodec) -> None:
    with torch.device("meta"):
        assert 25e6 < make_model(MODELS["huge"], codec, seed=0).num_parameters() < 26e6


def test_a_seed_is_its_weights_and_disturbs_no_other(codec: LabCodec) -> None:
    before = torch.random.get_rng_state()
    one, same, other = (make_model(MODELS["small"], codec, seed).lm_head.weight for seed in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.equal(one, other)
    assert torch.equal(before, torch.random.get_rng_state())


def test_a_saved_model_computes_the_same(codec: LabCodec, tmp_path: Path) -> None:
    model = make_model(MODELS["small"], codec, seed=0)
    save(model, codec, tmp_path)
    again, words = load(tmp_path)
    ids = torch.tensor([words.encode("r = sorted(b)[0]\nprint(r)")])
    with torch.no_grad():
        assert torch.equal(model(ids).logits, again(ids).logits)


def test_a_codec_of_another_vocabulary_is_refused(codec: LabCodec, tmp_path: Path) -> None:
    save(make_model(MODELS["small"], codec, seed=0), codec, tmp_path)
    LabCodec(["r"]).save(tmp_path)
    with pytest.raises(ValueError, match=f"a model of {len(codec)} words, a codec of 6"):
        load(tmp_path)


CODEC = LabCodec(vocabulary())


def test_every_program_and_prompt_comes_back_as_it_was(world: World) -> None:
    rng = random.Random(0)
    problems = world.train + world.held_out + world.unseen_cells + world.out_of_distribution
    for problem in problems:
        assert CODEC.decode(CODEC.encode(problem.prompt)) == problem.prompt
        for algorithm in ALGORITHMS[problem.core]:
            program = render(problem, algorithm, rng)
            assert CODEC.decode(CODEC.encode(program)) == program


def test_programs_and_prompts_are_short_and_the_vocabulary_small(world: World) -> None:
    rng = random.Random(0)
    programs = [len(CODEC.encode(render(one, name, rng))) for one in world.train for name in ALGORITHMS[one.core]]
    prompts = [len(CODEC.encode(one.prompt)) for one in world.train]
    assert len(CODEC) <= 320
    assert 35 <= min(programs) < sum(programs) / len(programs) < 100 < max(programs) <= 155
    assert 18 <= min(prompts) < max(prompts) <= 40


@given(st.lists(st.integers(0, len(CODEC) - 1), max_size=60))
def test_any_ids_are_some_text_which_is_canonical_from_then_on(ids: list[int]) -> None:
    text = CODEC.decode(CODEC.encode(CODEC.decode(ids)))
    assert CODEC.decode(CODEC.encode(text)) == text


@given(st.lists(st.sampled_from(CODEC.words[5:]), min_size=1, max_size=20))
def test_words_of_a_line_come_back_in_order(words: list[str]) -> None:
    ids = [CODEC.words.index(word) for word in words]
    assert CODEC.encode(CODEC.decode(ids)) == ids


def test_layout_is_tokens() -> None:
    program = "def f(x):\n    if x > 1:\n        return -x\n    return x - 1\nprint(f(2))"
    words = " ".join(CODEC.words[one] for one in CODEC.encode(program))
    assert words == (
        "def f ( x ) : <indent> if x > 1 : <indent> return - x <dedent> return x - 1 <dedent> print ( f ( 2 ) )"
    )


def test_two_levels_that_end_at_once_are_two_dedents() -> None:
    program = "for i in range(2):\n    for j in range(2):\n        print(i)\nprint(j)"
    assert [CODEC.words[one] for one in CODEC.encode(program)].count("<dedent>") == 2
    assert CODEC.decode(CODEC.encode(program)) == program


def test_an_unknown_word_is_named_with_its_line() -> None:
    with pytest.raises(ValueError, match=r"line 2: 'numpy' is not one of the \d+ words known"):
        CODEC.encode("x = 1\nimport numpy")


@pytest.mark.parametrize("margin", ["  ", "\t", "     "])
def test_odd_indentation_is_refused(margin: str) -> None:
    with pytest.raises(ValueError, match="line 2: indented by no multiple of 4 spaces"):
        CODEC.encode(f"if x:\n{margin}print(x)")


def test_padding_and_end_are_no_text() -> None:
    assert CODEC.decode([CODEC.pad_id, *CODEC.encode("r = 0"), CODEC.eos_id]) == "r = 0"


def test_it_is_the_same_after_saving(tmp_path: Path) -> None:
    CODEC.save(tmp_path)
    assert LabCodec.load(tmp_path).words == CODEC.words
