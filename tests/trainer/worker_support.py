"""A tiny model with a tokenizer on disk, equivalence sets of small problems, and workers that are processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from tests.service import KEY, Service

READING = (
    "a, b = map(int, input().split())",
    "x, y = map(int, input().split())",
    "a, b = [int(w) for w in input().split()]",
)
OPERATIONS = {"sum": "+", "difference": "-", "product": "*", "sum of squares": "*a+b*"}


def rows() -> list[dict[str, Any]]:
    """A problem for each operation on two numbers, with four right programs each."""
    return [row(name, sign) for name, sign in OPERATIONS.items()]


def row(name: str, sign: str) -> dict[str, Any]:
    """One of them."""
    expected = [str(eval(f"a{sign}b", {"a": a, "b": b})) + "\n" for a, b in ((1, 2), (20, 22))]
    first, second = f"a{sign}b", f"x{sign}y".replace("a", "x").replace("b", "y")
    programs = [
        f"{READING[0]}\nprint({first})",
        f"{READING[1]}\nprint({second})",
        f"{READING[2]}\nprint({first})",
        f"import sys\na, b = map(int, sys.stdin.read().split())\nfor _ in range(1):\n    c = {first}\nprint(c)",
    ]
    return {
        "name": name,
        "description": f"Read two integers and print their {name}.",
        "public_tests": {"input": ["1 2\n", "20 22\n"], "output": expected},
        "solutions": {"language": [3] * len(programs), "solution": programs},
    }


def save_model(folder: Path, texts: Sequence[str]) -> Path:
    """A Llama of a few thousand weights, random, and a tokenizer made from the texts."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(vocab_size=400, special_tokens=["<eos>", "<pad>"], initial_alphabet=alphabet)
    tokenizer.train_from_iterator(texts, trainer)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, eos_token="<eos>", pad_token="<pad>")
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=len(fast),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=256,
        tie_word_embeddings=True,
        eos_token_id=fast.eos_token_id,
        pad_token_id=fast.pad_token_id,
    )
    LlamaForCausalLM(config).save_pretrained(folder)
    fast.save_pretrained(folder)
    return folder


def start_worker(service: Service, directory: Path, runs: int | None = None) -> subprocess.Popen[bytes]:
    """A worker process in this directory; its log is appended to worker.log beside it."""
    key_file = directory.parent / "key"
    key_file.write_text(KEY + "\n")
    command = [
        *(sys.executable, "-m", "equijudge", "trainer-worker", "--url", service.http().base),
        *("--key-file", str(key_file), "--dir", str(directory)),
        *("--data", str(directory.parents[1])),  # pytest's own folder: models lie beside
    ]
    if runs is not None:
        command += ["--runs", str(runs)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    with (directory.parent / "worker.log").open("ab") as log:
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log)
