"""Objectives: time of a step against plain NLL on the same batches, and memory against full logits.

A step is what the trainer does with a micro-batch: forward, loss, figures, backward; no optimiser.
The model is wide enough for the product with the head to outweigh passes over the logits, as in models people train.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from bench.figures import Figure, paired
from equijudge_core.contracts import objectives
from equijudge_trainer.losses.tokens import token_terms
from equijudge_trainer.train.step import (
    ExampleStatistics,
    StepNormalizer,
    attach_loss_head,
    compute_row_scores,
    micro_batch_loss,
)

SETS, MEMBERS, PROMPT, PROGRAM = 2, 4, 32, 96
VOCABULARY = 16_000
LARGE_VOCABULARY, LARGE_TOKENS, HIDDEN = 150_000, 1024, 128
STEPS = 1


def figures() -> list[Figure]:
    """Times as ratios to NLL's; peak memory in MiB above what the inputs and weights take."""
    steps = Steps()
    nll = objectives.Nll()
    asked: list[tuple[str, objectives.Objective, str]] = [
        ("eco", objectives.Eco(kind="eco"), "<= 1.05"),
        ("gem", objectives.Gem(kind="gem"), "<= 1.05"),
        ("gem log-sigmoid", objectives.Gem(kind="gem", form="logsigmoid"), ""),
        ("sed", objectives.Sed(kind="sed", threshold=0.9), "<= 1.10"),
    ]
    setting = f"{SETS} sets x {MEMBERS} programs of {PROMPT} + {PROGRAM} tokens, V = {VOCABULARY:,}; other: nll"
    found = [
        paired(f"step of {name}", partial(steps.time, one), partial(steps.time, nll), "s", setting, wanted)
        for name, one, wanted in asked
    ]
    split = partial(steps.time, asked[0][1], split=True)
    found.append(paired("step of eco, sets split", split, partial(steps.time, nll), "s", setting))
    return [*found, memory()]


class Steps:
    """A model and a micro-batch."""

    def __init__(self) -> None:
        torch.set_num_threads(1)
        torch.manual_seed(0)
        sizes = {"hidden_size": 512, "intermediate_size": 1376, "num_hidden_layers": 2}
        heads = {"num_attention_heads": 4, "num_key_value_heads": 4}
        self.model = LlamaForCausalLM(LlamaConfig(vocab_size=VOCABULARY, **sizes, **heads))  # type: ignore[arg-type]
        attach_loss_head(self.model)
        rows = SETS * MEMBERS
        ids = torch.randint(VOCABULARY, (rows, PROMPT + PROGRAM))
        labels = ids.clone()
        labels[:, :PROMPT] = -100
        sets = torch.arange(rows) // MEMBERS
        self.batch = {
            "input_ids": ids,
            "attention_mask": torch.ones_like(ids),
            "labels": labels,
            "sets": sets,
            "clusters": sets,
            "rows": torch.arange(rows),
        }
        self.statistics = ExampleStatistics(torch.ones(rows, dtype=torch.float64))

    def time(self, objective: objectives.Objective, split: bool = False) -> float:
        """Seconds of a step; split: with the pass before it that sets need which lie in several micro-batches."""
        normalizer = StepNormalizer(SETS * MEMBERS * PROGRAM, SETS)
        start = time.perf_counter()
        for _ in range(STEPS):
            self.model.zero_grad()
            if split and isinstance(objective, objectives.SetObjective):
                compute_row_scores(self.model, self.batch, objective, self.statistics)
            loss, _ = micro_batch_loss(self.model, self.batch, normalizer, objective, self.statistics)
            loss.backward()  # type: ignore[no-untyped-call]
        return (time.perf_counter() - start) / STEPS


def memory() -> Figure:
    """Peak resident memory of forward and backward, each in a process of its own."""
    ours, other = (peak(name) for name in ("chunked", "full"))
    setting = (
        f"{LARGE_TOKENS:,} tokens, V = {LARGE_VOCABULARY:,}, H = {HIDDEN}, fp32; other: cross_entropy of full logits"
    )
    return Figure("peak memory of the loss", ours, other, ours / other, "MiB", setting, "<= 0.5")


def peak(name: str) -> float:
    """MiB above what was resident before."""
    done = subprocess.run([sys.executable, "-m", "bench.losses", name], check=True, capture_output=True, text=True)
    return float(json.loads(done.stdout))


def chunked_loss(states: torch.Tensor, head: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Compute the mean loss as the trainer does, a chunk of logits at a time."""
    return -token_terms(states, head, labels).log_p.mean()


def full_loss(states: torch.Tensor, head: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
    """Compute the mean loss with all logits at once."""
    return torch.nn.functional.cross_entropy(states @ head.T, labels)


def main(name: str) -> None:
    """Print the growth of this process's peak in MiB."""
    loss: Callable[..., torch.Tensor] = {"chunked": chunked_loss, "full": full_loss}[name]
    torch.set_num_threads(1)
    states = torch.randn(LARGE_TOKENS, HIDDEN, requires_grad=True)
    head = torch.randn(LARGE_VOCABULARY, HIDDEN, requires_grad=True)
    labels = torch.randint(LARGE_VOCABULARY, (LARGE_TOKENS,))
    head.grad = torch.zeros_like(head)  # an accumulated gradient is there in any case
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
    before = status("VmRSS")
    loss(states, head, labels).backward()  # type: ignore[no-untyped-call]
    print(json.dumps((status("VmHWM") - before) / 1024))


def status(name: str) -> int:
    """A figure of this process in KiB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


if __name__ == "__main__":
    main(sys.argv[1])
