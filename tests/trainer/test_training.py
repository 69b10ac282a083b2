"""A run in its directory: what it leaves, how it goes on, how it ends badly."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor
from transformers import Gemma2Config, Gemma2ForCausalLM, LlamaForCausalLM

from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import collate
from equijudge_trainer.errors import Diverged, PushedDown, RunError
from equijudge_trainer.losses.tokens import TermRequest, label_tokens
from equijudge_trainer.train.run_log import read_log
from equijudge_trainer.train.step import TokenRequest, attach_loss_head
from equijudge_trainer.train.training import RunResult, train
from tests.trainer.support import NumberCodec, made_examples, run_config, tiny_model

CHECKPOINTS = {"checkpoint_steps": 2, "keep": 0}


def trained(config: RunConfig, directory: Path, examples: list[Example] | None = None, **options: Any) -> RunResult:
    return train(config, tiny_model(), NumberCodec(), examples or made_examples(), directory, **options)


def weights(folder: Path | None) -> dict[str, Tensor]:
    assert folder is not None
    model: LlamaForCausalLM = LlamaForCausalLM.from_pretrained(folder)
    return dict(model.state_dict())


def stopping_after(steps: int) -> Any:
    asked = iter(range(1, 1000))
    return lambda: next(asked) >= steps


def test_a_run_learns_and_leaves_a_model_a_log_and_a_description(tmp_path: Path) -> None:
    config = run_config(optimisation={"epochs": 8, "learning_rate": 3e-3}, keeping={"evaluate_steps": 6})
    result = trained(config, tmp_path / "run", held_out=made_examples(seed=9))
    lines = read_log(result.log)
    assert [line["step"] for line in lines] == list(range(1, 25))
    assert lines[-1]["nll"] < 0.9 * lines[0]["nll"]
    assert [line["step"] for line in lines if "held_out_nll" in line] == [6, 12, 18, 24]
    assert set(weights(result.model_dir)) == set(tiny_model().state_dict())
    assert json.loads((tmp_path / "run" / "run.json").read_text())["config"] == config.model_dump(mode="json")
    assert result.collision_rate == 1.0


@pytest.mark.filterwarnings("ignore::equijudge_trainer.errors.PushedDown")
@pytest.mark.parametrize("objective", [{"kind": "nll"}, {"kind": "eco", "preset": "eco-ref"}, {"kind": "sed"}])
def test_a_stopped_run_goes_on_to_the_same_weights(objective: dict[str, Any], tmp_path: Path) -> None:
    config = run_config(objective, optimisation={"epochs": 3}, keeping=CHECKPOINTS, order={"kind": "shuffled"})
    whole = trained(config, tmp_path / "whole")
    half = trained(config, tmp_path / "half", should_stop=stopping_after(5))
    assert (half.model_dir, half.steps) == (None, 5)
    broken = tmp_path / "half" / "checkpoint-6"
    broken.mkdir()  # as a kill leaves it: no mark
    again = trained(config, tmp_path / "half")
    right = weights(whole.model_dir)
    assert all(torch.equal(one, right[name]) for name, one in weights(again.model_dir).items())
    assert [line["step"] for line in read_log(again.log)] == [line["step"] for line in read_log(whole.log)]
    assert not broken.exists() or (6, broken) in again.checkpoints


def test_a_finished_run_is_not_done_again(tmp_path: Path) -> None:
    config = run_config(optimisation={"steps": 2})
    first = trained(config, tmp_path / "run")
    log = first.log.read_text()
    lines: list[dict[str, Any]] = []
    assert trained(config, tmp_path / "run", on_log=lines.append) == first
    assert lines == []
    assert first.log.read_text() == log


def test_only_the_last_checkpoints_are_kept(tmp_path: Path) -> None:
    result = trained(
        run_config(optimisation={"steps": 6}, keeping={"checkpoint_steps": 1, "keep": 2}), tmp_path / "run"
    )
    assert [step for step, _ in result.checkpoints] == [5, 6]
    assert len(list((tmp_path / "run").glob("checkpoint-*"))) == 2


def test_another_run_cannot_go_on_in_a_directory(tmp_path: Path) -> None:
    trained(run_config(optimisation={"steps": 1}), tmp_path / "run")
    with pytest.raises(RunError, match="other config"):
        trained(run_config(optimisation={"steps": 2}), tmp_path / "run")
    with pytest.raises(RunError, match="other data"):
        trained(run_config(optimisation={"steps": 1}), tmp_path / "run", made_examples(seed=4))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.tex").touch()
    with pytest.raises(RunError, match="no run of ours"):
        trained(run_config(), tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.tex").exists()


def test_a_loss_that_is_no_number_ends_the_run_and_leaves_nothing(tmp_path: Path) -> None:
    config = run_config(optimisation={"learning_rate": 10.0, "epochs": 60, "max_grad_norm": 0.0})
    model = tiny_model()
    with torch.no_grad():
        model.get_output_embeddings().weight[5, 5] = torch.nan
    with pytest.raises(Diverged, match="step 1: the loss is nan; lower learning_rate"):
        train(config, model, NumberCodec(), made_examples(), tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_a_strength_that_pushes_right_programs_down_is_warned_of(tmp_path: Path) -> None:
    config = run_config({"kind": "eco", "score": "sum", "strength": 10.0}, optimisation={"steps": 2})
    with pytest.warns(PushedDown, match=r"step 1: the penalty makes \d+ of 12 right programs less likely"):
        result = trained(config, tmp_path / "run")
    assert read_log(result.log)[0]["pushed_down"] > 0.05


def test_sets_that_are_too_small_are_named(tmp_path: Path) -> None:
    eco = run_config({"kind": "eco", "strength": 0.01}, optimisation={"steps": 1})
    examples = made_examples()
    single = [one for one in examples if one.set > 0 or one.row == 0]
    with pytest.warns(UserWarning, match="1 of 6 sets have fewer than 2 programs"):
        trained(eco, tmp_path / "one", single)
    with pytest.raises(RunError, match="no set has 2 programs"):
        trained(eco, tmp_path / "none", [examples[0], examples[6]])
    with pytest.raises(RunError, match="no program"):
        train(eco, tiny_model(), NumberCodec(), [], tmp_path / "empty")
    assert not (tmp_path / "none").exists()
    assert not (tmp_path / "empty").exists()


def test_an_adapter_is_trained_alone(tmp_path: Path) -> None:
    config = run_config({"kind": "eco", "strength": 0.1}, optimisation={"steps": 2, "lora": {"rank": 2}})
    model = tiny_model()
    before = {name: one.clone() for name, one in model.state_dict().items()}
    result = train(config, model, NumberCodec(), made_examples(), tmp_path / "run")
    assert result.model_dir is not None
    assert (result.model_dir / "adapter_model.safetensors").exists()
    assert torch.equal(model.state_dict()["model.embed_tokens.weight"], before["model.embed_tokens.weight"])


@pytest.mark.parametrize("option", ["bf16", "gradient_checkpointing"])
def test_half_precision_and_checkpointed_activations_train(option: str, tmp_path: Path) -> None:
    config = run_config(optimisation={"epochs": 4, "learning_rate": 3e-3, option: True})
    lines = read_log(trained(config, tmp_path / "run").log)
    assert lines[-1]["nll"] < lines[0]["nll"]


def test_a_model_with_capped_logits_is_trained_on_its_own_logits() -> None:
    torch.manual_seed(0)
    config = Gemma2Config(
        vocab_size=64,
        hidden_size=32,
        intermediate_size=48,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=16,
        pad_token_id=0,
        final_logit_softcapping=0.5,
    )
    model = Gemma2ForCausalLM(config)
    with pytest.warns(UserWarning, match="logits are not head x states"):
        attach_loss_head(model)
    batch = collate(made_examples()[:2], 0)
    rows = label_tokens(batch["labels"])
    inputs = {"input_ids": batch["input_ids"], "attention_mask": batch["attention_mask"]}
    found = model(**inputs, request=TokenRequest(rows.index, rows.labels, TermRequest()))["log_p"]
    logits = model(**inputs).logits[:, :-1].log_softmax(-1)
    own = logits[batch["labels"][:, 1:] != -100].gather(-1, rows.labels[:, None]).squeeze(-1)
    torch.testing.assert_close(found, own)


@pytest.mark.parametrize("score", ["set_len", "ref", "choice"])
@pytest.mark.parametrize("order", ["grouped", "shuffled"])
def test_a_strength_of_zero_is_nll_to_the_bit(score: str, order: str, tmp_path: Path) -> None:
    options: dict[str, Any] = {"order": {"kind": order}, "optimisation": {"epochs": 2}}
    nll = trained(run_config(**options), tmp_path / "nll")
    zero = {"kind": "eco", "score": score, "strength": 0.0, "unit": "deviation"}
    eco = trained(run_config(zero, **options), tmp_path / "eco")
    right = weights(nll.model_dir)
    assert all(torch.equal(one, right[name]) for name, one in weights(eco.model_dir).items())
    lines = read_log(eco.log)
    assert {line["weight_change"] for line in lines} == {0.0}
    assert all(line["penalty"] > 0 for line in lines[1:])


@pytest.mark.filterwarnings("ignore::equijudge_trainer.errors.PushedDown")
@pytest.mark.parametrize("score", ["set_len", "sum", "choice"])
def test_one_strength_in_deviations_weights_a_sharper_model_the_same(score: str, tmp_path: Path) -> None:
    """Models whose scores differ by a factor weigh programs alike in the first step, which one in score units does
    not do."""
    seen = {}
    for unit in ("deviation", "score"):
        for name, scale in (("plain", 1.0), ("sharp", 3.0)):
            model = tiny_model()
            with torch.no_grad():
                model.model.norm.weight.mul_(scale)
            objective = {"kind": "eco", "score": score, "strength": 0.2, "unit": unit}
            config = run_config(objective, optimisation={"steps": 1, "batch_rows": 36, "micro_rows": 36})
            found = train(config, model, NumberCodec(), made_examples(), tmp_path / f"{unit}-{name}")
            (line,) = read_log(found.log)
            seen[unit, name] = line["weight_change"]
    assert seen["deviation", "sharp"] == pytest.approx(seen["deviation", "plain"], rel=0.2)
    assert seen["score", "sharp"] > 1.7 * seen["score", "plain"]


@pytest.mark.filterwarnings("ignore::equijudge_trainer.errors.PushedDown")
def test_a_step_says_what_programs_weigh(tmp_path: Path) -> None:
    config = run_config({"kind": "eco", "strength": 3.0, "unit": "deviation"}, optimisation={"steps": 1})
    (line,) = read_log(trained(config, tmp_path / "run").log)
    assert line["weight_min"] < 0 < 1 < line["weight_max"]
    assert line["pushed_down"] > 0.1
    nll = trained(run_config(optimisation={"steps": 1}), tmp_path / "nll")
    assert "weight_min" not in read_log(nll.log)[0]


def test_scores_that_do_not_differ_have_no_unit(tmp_path: Path) -> None:
    twins = [replace(one, completion=(5, 1)) for one in made_examples()]
    with pytest.raises(RunError, match=r"objective\.unit"):
        trained(run_config({"kind": "eco", "unit": "deviation"}), tmp_path / "run", twins)
