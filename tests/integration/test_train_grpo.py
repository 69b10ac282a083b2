"""`equijudge train … stage=grpo`: a model learns from verdicts, and what it solves is told before and after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
import typer
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from typer.testing import CliRunner

from equijudge_trainer.cli.train import train as train_command
from tests.service import KEY, RIGHT, SUM_ROW, Service

RUNNER = CliRunner()
LOOP = "total = 0\nfor word in input().split():\n    total += int(word)\nprint(total)"
PROGRAMS = [RIGHT, LOOP, "print(4)", "x =", "1 / 0", "print(input())"]
PROMPT = "Sum two numbers."
SPECIAL = ["<s>", "<end>", "<pad>", PROMPT]


def tokenizer() -> PreTrainedTokenizerFast:
    """A token is a whole program, so that steps are cheap."""
    vocabulary = {token: number for number, token in enumerate([*SPECIAL, *PROGRAMS])}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="<pad>"))
    made.pre_tokenizer = pre_tokenizers.Split("\0", "isolated")
    return PreTrainedTokenizerFast(tokenizer_object=made, bos_token="<s>", eos_token="<end>", pad_token="<pad>")


def ending() -> LlamaForCausalLM:
    """A model that writes any of the programs, and then the end mark."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    words = len(SPECIAL) + len(PROGRAMS)
    found = LlamaForCausalLM(
        LlamaConfig.from_dict({**sizes, "vocab_size": words, "pad_token_id": 2, "bos_token_id": 0, "eos_token_id": 1})
    )
    prompt, end = SPECIAL.index(PROMPT), SPECIAL.index("<end>")
    ids = torch.tensor([[prompt, len(SPECIAL) + number, end] for number in range(len(PROGRAMS))])
    labels = ids.clone()
    labels[:, 0] = -100
    optimiser = torch.optim.Adam(found.parameters(), lr=0.02)
    for _ in range(60):
        optimiser.zero_grad()
        found(input_ids=ids, labels=labels).loss.backward()
        optimiser.step()
    return found


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A model whose tokens are whole programs, and a file with one problem."""
    folder = tmp_path / "model"
    ending().save_pretrained(folder)
    tokenizer().save_pretrained(folder)
    (tmp_path / "problems.jsonl").write_text(json.dumps({**SUM_ROW, "description": PROMPT}) + "\n")
    path = tmp_path / "grpo.yaml"
    path.write_text(
        json.dumps(
            {
                "model": str(folder),
                "data": {"path": str(tmp_path / "problems.jsonl"), "prompt": "{description}"},
                "grpo": {"group": 32, "max_new_tokens": 2, "k": 4},
                "optimisation": {"steps": 12, "batch_rows": 32, "micro_rows": 32, "learning_rate": 0.02, "warmup": 0},
                "evaluation": {"samples": 32, "max_new_tokens": 2},
            }
        )
    )
    return path


def train(config: Path, out: Path, service: Service, *more: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(train_command)
    arguments = [str(config), *more, "-o", str(out), "--url", service.http().base, "--key", KEY]
    found = RUNNER.invoke(app, arguments)
    return found.exit_code, found.output


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning")
def test_a_model_solves_more_after_the_stage_than_before(config: Path, tmp_path: Path, service: Service) -> None:
    out = tmp_path / "run"
    code, output = train(config, out, service, "stage=grpo")
    assert code == 0, output
    before, after = (json.loads((out / f"{name}.json").read_text()) for name in ("before", "after"))
    assert set(before) == {"pass@1", "pass@4", "coverage@4"}
    assert after["pass@1"]["value"] > before["pass@1"]["value"] + 0.3
    assert len((out / "log.jsonl").read_text().splitlines()) == 12
    assert train(config, out, service, "stage=grpo")[0] == 0  # done already
    assert "other config" in train(config, out, service, "stage=grpo", "seed=1")[1]


def test_a_batch_that_is_no_whole_group_is_refused(config: Path, tmp_path: Path, service: Service) -> None:
    code, output = train(config, tmp_path / "run", service, "stage=grpo", "grpo.group=24")
    assert code == 2
    assert "whole groups of 24" in output
