"""TRL's own GRPOTrainer learns from verdicts of a real service. A token is a whole program, so that steps are cheap."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl.trainer.grpo_config import GRPOConfig
from trl.trainer.grpo_trainer import GRPOTrainer

from equijudge.rewards import VerdictReward
from tests.service import OUTCOME_KEY, RIGHT, SUM_ROW, Http, Service

LOOP = "total = 0\nfor word in input().split():\n    total += int(word)\nprint(total)"
PROGRAMS = [RIGHT, LOOP, "print(4)", "x =", "1 / 0", "print(input())"]
SPECIAL = ["<s>", "<end>", "<pad>", "Sum two numbers."]


def tokenizer() -> PreTrainedTokenizerFast:
    vocabulary = {token: number for number, token in enumerate([*SPECIAL, *PROGRAMS])}
    made = Tokenizer(models.WordLevel(vocabulary, unk_token="<pad>"))
    made.pre_tokenizer = pre_tokenizers.Split("\0", "isolated")
    return PreTrainedTokenizerFast(tokenizer_object=made, bos_token="<s>", eos_token="<end>", pad_token="<pad>")


def model() -> LlamaForCausalLM:
    torch.manual_seed(0)
    torch.set_num_threads(1)
    return LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(SPECIAL) + len(PROGRAMS),
            hidden_size=16,
            intermediate_size=16,
            num_hidden_layers=1,
            num_attention_heads=2,
            pad_token_id=2,
            bos_token_id=0,
            eos_token_id=1,
        )
    )


@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore::UserWarning")  # TRL's own use of transformers
def test_a_policy_learns_to_write_what_is_accepted(service: Service, http: Http, tmp_path: Path) -> None:
    problem = http.put("/problems", json={"problems": [SUM_ROW]}).json()["problems"][0]["problem_id"]
    dataset = Dataset.from_dict({"prompt": [SPECIAL[3]] * 8, "problem_id": [problem] * 8})
    trainer = GRPOTrainer(
        model=model(),
        reward_funcs=VerdictReward(novelty=0.2, url=service.http().base, api_key=OUTCOME_KEY),
        args=GRPOConfig(
            output_dir=str(tmp_path),
            use_cpu=True,
            bf16=False,
            per_device_train_batch_size=32,
            num_generations=32,
            max_completion_length=1,
            learning_rate=0.02,
            max_steps=12,
            logging_steps=1,
            save_strategy="no",
            report_to=[],
            seed=0,
        ),
        train_dataset=dataset,
        processing_class=tokenizer(),
    )
    trainer.train()
    rewards = [entry["rewards/equijudge/mean"] for entry in trainer.state.log_history if "reward" in entry]
    assert len(rewards) == 12
    assert rewards[0] < 0.6
    assert rewards[-1] > 0.9
