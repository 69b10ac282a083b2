"""The lab's models."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from equijudge_lab.codec import LabCodec
from equijudge_lab.model import FULL_MODEL, GPU_MODEL, SMOKE_MODEL, ModelSize, load, make_model, save

torch.set_num_threads(1)


@pytest.mark.parametrize(("size", "least", "most"), [(SMOKE_MODEL, 0.1e6, 0.15e6), (FULL_MODEL, 0.8e6, 0.9e6)])
def test_a_model_has_the_size_it_is_named_by(size: ModelSize, least: float, most: float, codec: LabCodec) -> None:
    model = make_model(size, codec, seed=0)
    assert least < model.num_parameters() < most
    assert model.lm_head.weight is model.model.embed_tokens.weight


def test_the_large_model_has_25_million_parameters(codec: LabCodec) -> None:
    with torch.device("meta"):
        assert 25e6 < make_model(GPU_MODEL, codec, seed=0).num_parameters() < 26e6


def test_a_seed_is_its_weights_and_disturbs_no_other(codec: LabCodec) -> None:
    before = torch.random.get_rng_state()
    one, same, other = (make_model(SMOKE_MODEL, codec, seed).lm_head.weight for seed in (1, 1, 2))
    assert torch.equal(one, same)
    assert not torch.equal(one, other)
    assert torch.equal(before, torch.random.get_rng_state())


def test_a_saved_model_computes_the_same(codec: LabCodec, tmp_path: Path) -> None:
    model = make_model(SMOKE_MODEL, codec, seed=0)
    save(model, codec, tmp_path)
    again, words = load(tmp_path)
    ids = torch.tensor([words.encode("r = sorted(b)[0]\nprint(r)")])
    with torch.no_grad():
        assert torch.equal(model(ids).logits, again(ids).logits)


def test_a_codec_of_another_vocabulary_is_refused(codec: LabCodec, tmp_path: Path) -> None:
    save(make_model(SMOKE_MODEL, codec, seed=0), codec, tmp_path)
    LabCodec(["r"]).save(tmp_path)
    with pytest.raises(ValueError, match=f"a model of {len(codec)} words, a codec of 6"):
        load(tmp_path)
