"""GRPO with TRL, rewarded by verdicts and, a little, by a new algorithm.

python examples/trl_grpo.py                     # a model of a few weights, seconds on any machine
python examples/trl_grpo.py --model YOUR_MODEL --steps 200
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from typing import Any

import torch
from datasets import Dataset
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedTokenizerBase,
    PreTrainedTokenizerFast,
)
from trl.trainer.grpo_config import GRPOConfig
from trl.trainer.grpo_trainer import GRPOTrainer

from equijudge import Client
from equijudge.rewards import VerdictReward

PROMPT = "Sum two numbers."
SUM = {"name": "sum", "inputs": ["1 2\n", "10 -4\n"], "outputs": ["3\n", "6\n"]}
# What the model of a few weights can say: a token is a whole program, so that a step takes no time.
PROGRAMS = [
    "print(sum(map(int, input().split())))",
    "total = 0\nfor word in input().split():\n    total += int(word)\nprint(total)",
    "print(4)",
    "x =",
    "1 / 0",
    "print(input())",
]
SPECIAL = ["<s>", "<end>", "<pad>"]
TINY: dict[str, Any] = {
    "use_cpu": True,
    "bf16": False,
    "per_device_train_batch_size": 32,
    "num_generations": 32,
    "max_completion_length": 1,
    "learning_rate": 0.02,
    "seed": 0,
}


def make_tiny() -> tuple[LlamaForCausalLM, PreTrainedTokenizerFast]:
    """A model that knows nothing yet, and its tokenizer."""
    words = [*SPECIAL, PROMPT, *PROGRAMS]
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="<pad>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split("\0", "isolated")
    config = LlamaConfig(
        vocab_size=len(words),
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=2,
    )
    torch.manual_seed(0)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, bos_token="<s>", eos_token="<end>", pad_token="<pad>")
    return LlamaForCausalLM(config), fast


def train(
    model: Any, tokenizer: PreTrainedTokenizerBase, reward: Callable[..., Any], problem_id: str, **settings: Any
) -> list[dict[str, float]]:
    """Train on one problem; return what was logged at each step."""
    trainer = GRPOTrainer(
        model=model,
        reward_funcs=reward,  # or [reward.async_call, …] beside other coroutine functions
        args=GRPOConfig(logging_steps=1, save_strategy="no", report_to=[], **settings),
        train_dataset=Dataset.from_dict({"prompt": [PROMPT] * 8, "problem_id": [problem_id] * 8}),
        processing_class=tokenizer,
    )
    trainer.train()
    return [entry for entry in trainer.state.log_history if "reward" in entry]


def main() -> None:
    """Store the problem, which needs a full key once, and train with whatever key there is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", help="a causal language model; without it a tiny one is made")
    parser.add_argument("--steps", type=int, default=12)
    given = parser.parse_args()
    with Client() as client:
        [stored] = client.put_problems([SUM])
    model: Any
    tokenizer: PreTrainedTokenizerBase
    if given.model:
        model, tokenizer = AutoModelForCausalLM.from_pretrained(given.model), AutoTokenizer.from_pretrained(given.model)
        own: dict[str, Any] = {"per_device_train_batch_size": 8, "num_generations": 8, "max_completion_length": 512}
    else:
        (model, tokenizer), own = make_tiny(), TINY
    with tempfile.TemporaryDirectory() as folder:
        steps = train(
            model,
            tokenizer,
            VerdictReward(novelty=0.2),
            stored.problem_id,
            output_dir=folder,
            max_steps=given.steps,
            **own,
        )
    for number, step in enumerate(steps, 1):
        print(f"step {number}: reward {step['reward']:.2f}, accepted {step['verdicts/accepted']:.2f}")


if __name__ == "__main__":
    main()
