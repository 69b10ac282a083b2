"""The configuration of a training run: a YAML file of `equijudge train`, the body of `POST /training-runs`.

Sizes are in rows (programs) and tokens. An optimiser batch is `batch_rows` rows, over all micro-batches and ranks.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from equijudge_core.contracts.base import Contract
from equijudge_core.contracts.objectives import Nll, Objective

Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Rows = Annotated[int, Field(ge=1, le=65_536)]
Name = Annotated[str, Field(min_length=1, max_length=1000)]
Temperature = Annotated[float, Field(gt=0, le=10, allow_inf_nan=False)]

PROMPT = "Write a Python 3 program that reads standard input and writes standard output.\n\n{description}\n\nProgram:\n"


class Data(Contract):
    """Which programs. Exactly one source.

    path: what `build-sets` wrote, a Parquet file or a folder of them, or JSONL of its rows. job: the id of a done
    `POST /equivalence-sets` job, read over HTTP. prompt: a template with {description} (and {name}, if wanted).
    chat: put the prompt through the tokenizer's chat template as the user's turn.
    max_tokens: prompt and completion together; a longer program is left out, never cut.
    """

    path: Name | None = None
    job: Name | None = None
    prompt: Annotated[str, Field(max_length=20_000)] = PROMPT
    chat: bool = False
    max_tokens: Annotated[int, Field(ge=8, le=1 << 20)] = 1024

    @model_validator(mode="after")
    def _one(self) -> Data:
        if (self.path is None) == (self.job is None):
            raise ValueError("data: exactly one of path and job")
        if "{description}" not in self.prompt:
            raise ValueError("data.prompt: {description} is missing")
        return self


class Order(Contract):
    """In which order rows come. All are seeded; a set is the programs of one problem.

    grouped: whole sets next to each other. shuffled. collision: `rate` of an optimiser batch's rows come from groups
    of `group_size` rows of one problem, the others from problems of their own. single: one random program a problem,
    `control` says whether such a run has as many epochs or as many optimiser steps as one over all programs.
    cluster_balanced: every cluster of a set is drawn equally often.
    """

    kind: Literal["grouped", "shuffled", "collision", "single", "cluster_balanced"] = "grouped"
    rate: Fraction = 1.0
    group_size: Annotated[int, Field(ge=2, le=65_536)] = 4
    control: Literal["epochs", "steps"] = "epochs"


class Lora(Contract):
    """Low-rank adapters through peft; `targets` empty: all linear layers."""

    rank: Annotated[int, Field(ge=1, le=4096)] = 16
    alpha: Annotated[int, Field(ge=1, le=1 << 16)] = 32
    dropout: Fraction = 0.0
    targets: tuple[Name, ...] = ()


class Optimisation(Contract):
    """How it is trained. steps, if given, replaces epochs. micro_rows: rows of a forward pass on one device."""

    epochs: Annotated[float, Field(gt=0, le=10_000, allow_inf_nan=False)] = 3.0
    steps: Annotated[int, Field(ge=1)] | None = None
    batch_rows: Rows = 32
    micro_rows: Rows = 8
    learning_rate: Annotated[float, Field(gt=0, le=10, allow_inf_nan=False)] = 2e-5
    schedule: Literal["cosine", "linear", "constant"] = "cosine"
    warmup: Fraction = 0.03
    weight_decay: Fraction = 0.0
    beta2: Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)] = 0.95
    max_grad_norm: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 1.0
    bf16: bool = False
    gradient_checkpointing: bool = False
    lora: Lora | None = None


class Keeping(Contract):
    """What is kept on the way. checkpoint_steps: a checkpoint each so many steps, 0: at the end alone; keep: how many
    of them, 0: all (for tracing). evaluate_steps: held-out NLL each so many steps, 0: never."""

    checkpoint_steps: Annotated[int, Field(ge=0)] = 0
    keep: Annotated[int, Field(ge=0)] = 2
    evaluate_steps: Annotated[int, Field(ge=0)] = 0
    report_to: tuple[Literal["tensorboard", "wandb"], ...] = ()


class Evaluation(Contract):
    """What is drawn from the trained model and scored by the judge: `samples` programs for each held-out problem at
    each temperature, of at most `max_new_tokens`. held_out: the share of problems that is not trained on, chosen by
    hash of their names. trace: score every checkpoint that is kept. verbalized: ask for so many programs with their
    probabilities in one answer."""

    held_out: Fraction = 0.1
    samples: Annotated[int, Field(ge=1, le=10_000)] = 16
    temperatures: Annotated[tuple[Temperature, ...], Field(max_length=32)] = (1.0,)
    max_new_tokens: Annotated[int, Field(ge=1, le=1 << 20)] = 512
    batch: Rows = 64
    trace: bool = False
    verbalized: Annotated[int, Field(ge=2, le=100)] | None = None
    engine: Literal["transformers", "vllm"] = "transformers"


class Grpo(Contract):
    """The RL stage: group-relative policy optimisation (Shao et al. 2024, 2402.03300) on the judge's verdicts.

    group: programs drawn for a prompt, among which each is compared. temperature, max_new_tokens: of drawing. beta: of
    the KL to the start point. novelty, points: see equijudge.rewards.VerdictReward. k: of the pass@k and coverage@k
    that are told of held-out problems before and after.
    """

    group: Annotated[int, Field(ge=2, le=1024)] = 8
    temperature: Temperature = 1.0
    max_new_tokens: Annotated[int, Field(ge=1, le=1 << 20)] = 512
    beta: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 0.0
    novelty: Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)] = 0.0
    points: bool = False
    k: Annotated[int, Field(ge=1, le=10_000)] = 8


class RunConfig(Contract):
    """One run. model: a Hugging Face name or a path. row_weights `cluster`: programs weigh 1 / (K n_c) of their set,
    so that every cluster weighs the same; a set's weights add up to its size.

    stage: `sft` trains on sets of right programs. `grpo` trains on verdicts, and only `equijudge train` runs it:
    `data.path` is then a file of problems (JSONL), `evaluation` how held-out ones are drawn before and after, and an
    optimiser step has `batch_rows` programs, whole groups of them.
    """

    model: Name
    data: Data
    stage: Literal["sft", "grpo"] = "sft"
    grpo: Grpo = Grpo()
    objective: Objective = Nll()
    row_weights: Literal["uniform", "cluster"] = "uniform"
    order: Order = Order()
    optimisation: Optimisation = Optimisation()
    keeping: Keeping = Keeping()
    evaluation: Evaluation | None = None
    seed: Annotated[int, Field(ge=0, lt=1 << 32)] = 0

    @model_validator(mode="after")
    def _whole_groups(self) -> RunConfig:
        if self.stage == "grpo":
            if self.optimisation.batch_rows % self.grpo.group:
                raise ValueError(
                    f"optimisation.batch_rows: {self.optimisation.batch_rows}; whole groups of {self.grpo.group} wanted"
                )
            if self.data.path is None:
                raise ValueError("data.path: stage grpo reads its problems from a file")
        return self
