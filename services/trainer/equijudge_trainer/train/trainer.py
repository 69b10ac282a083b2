"""transformers.Trainer with our batches, our losses and our diagnostics, and its arguments from a configuration."""

from __future__ import annotations

import math
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import torch
from accelerate import PartialState
from accelerate.utils import gather_object
from torch import Tensor, nn
from torch.utils.data import DataLoader
from transformers import Trainer, TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from equijudge_core.contracts.objectives import Eco, KlSet, Objective, SetObjective
from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.batch_order import ExampleDataset, MicroBatches, micro_batch_loader
from equijudge_trainer.data.rows import Example
from equijudge_trainer.errors import Diverged, PushedDown
from equijudge_trainer.losses.objectives import SetMembers, row_coefficients, set_penalty
from equijudge_trainer.losses.tokens import IGNORE, label_tokens
from equijudge_trainer.train.held_out import HeldOut
from equijudge_trainer.train.run_log import StepMetrics
from equijudge_trainer.train.step import Batch, ExampleStatistics, StepNormalizer, compute_row_scores, micro_batch_loss

PUSHED_DOWN_LIMIT = 0.05
T = TypeVar("T")


class SetTrainer(Trainer):
    """Trains on micro-batches of whole or split sets. Its loss head is attached (step.py).

    on_step: called with a line of metrics after every optimiser step.
    """

    def __init__(
        self,
        model: nn.Module,
        arguments: TrainingArguments,
        examples: Sequence[Example],
        batches: MicroBatches,
        objective: Objective,
        statistics: ExampleStatistics,
        pad_id: int,
        on_step: Callable[[dict[str, Any]], None] | None,
        held_out: HeldOut | None = None,
        **options: Any,
    ) -> None:
        super().__init__(model=model, args=arguments, train_dataset=ExampleDataset(examples), **options)
        self.loss_is_scaled_for_ga = True
        self._examples = examples
        self._batches = batches
        self._objective = objective
        self._statistics = statistics
        self._pad_id = pad_id
        self._on_step = on_step
        self._held_out = held_out
        self._metrics = StepMetrics()
        self._groups = 0
        self._two_pass = False
        self._warned = False
        self.add_callback(_DivergenceCheck(self))

    def get_train_dataloader(self) -> DataLoader[Example]:
        """This rank's micro-batches; they are sharded already."""
        return micro_batch_loader(self._examples, self._batches, self._pad_id)

    def get_batch_samples(
        self, epoch_iterator: Iterator[Batch], num_batches: int, device: torch.device
    ) -> tuple[list[Batch], Tensor]:
        """Take all micro-batches of a step, each with its normalizer: tokens and sets are counted over all ranks."""
        batches = [batch for _, batch in zip(range(num_batches), epoch_iterator, strict=False)]
        tokens = sum(int((batch["labels"][:, 1:] != IGNORE).sum()) for batch in batches)
        whole = float(sum(gather_from_ranks([tokens])))
        self._metrics = StepMetrics()
        normalizers = self._normalizers(batches, max(whole, 1.0))
        for batch, normalizer in zip(batches, normalizers, strict=True):
            batch["normalizer"] = normalizer  # type: ignore[assignment]
        return batches, torch.tensor(whole, device=device)

    def _normalizers(self, batches: list[Batch], tokens: float) -> list[StepNormalizer]:
        objective = self._objective
        self._groups, self._two_pass = 0, False
        if not isinstance(objective, Eco | KlSet):
            return [StepNormalizer(tokens, 0)] * len(batches)
        rank = self.accelerator.process_index
        here = [
            (int(one), (rank, number))
            for number, batch in enumerate(batches)
            for one in batch["sets"][label_tokens(batch["labels"]).counts > 0]
        ]
        sizes: dict[int, int] = defaultdict(int)
        places: dict[int, set[tuple[int, int]]] = defaultdict(set)
        for of, place in gather_from_ranks(here):
            sizes[of] += 1
            places[of].add(place)
        large = [of for of, size in sizes.items() if size >= objective.min_group]
        self._groups = len(large)
        self._two_pass = any(len(places[of]) > 1 for of in large)
        if not self._two_pass:
            return [StepNormalizer(tokens, self._groups)] * len(batches)
        return self._split_normalizers(batches, tokens, objective)

    def _split_normalizers(self, batches: list[Batch], tokens: float, objective: SetObjective) -> list[StepNormalizer]:
        """Make the exact coefficients of split sets: by one more forward pass without gradients, and the scores of all
        ranks."""
        rank = self.accelerator.process_index
        mine = []
        for number, batch in enumerate(batches):
            scored = compute_row_scores(self.model_wrapped, self._prepare_inputs(batch), objective, self._statistics)
            members = scored.members
            base = members.base_log_p if members.base_log_p is not None else torch.zeros_like(scored.log_p)
            clusters = members.clusters if members.clusters is not None else torch.zeros_like(members.sets)
            columns = (scored.place, scored.log_p, members.sets, members.tokens, clusters, base)
            mine += [(rank, number, *row) for row in zip(*(column.tolist() for column in columns), strict=True)]
        rows = gather_from_ranks(mine)
        log_p = torch.tensor([row[3] for row in rows], dtype=torch.float64)
        members = SetMembers(
            sets=torch.tensor([row[4] for row in rows]),
            tokens=torch.tensor([row[5] for row in rows], dtype=torch.float64),
            clusters=torch.tensor([row[6] for row in rows]),
            base_log_p=torch.tensor([row[7] for row in rows], dtype=torch.float64),
        )
        found = row_coefficients(log_p, members, objective, self._groups).tolist()
        value = float(set_penalty(log_p, members, objective, self._groups))
        made = [torch.zeros(len(batch["labels"]), dtype=torch.float64) for batch in batches]
        for (owner, number, place, *_), coefficient in zip(rows, found, strict=True):
            if owner == rank:
                made[number][place] = coefficient
        # Its value is counted once, by the first micro-batch of the first rank.
        return [
            StepNormalizer(tokens, self._groups, one, value if (rank, number) == (0, 0) else 0.0)
            for number, one in enumerate(made)
        ]

    def compute_loss(
        self,
        model: nn.Module,
        inputs: dict[str, Any],
        return_outputs: bool = False,
        num_items_in_batch: Tensor | int | None = None,
    ) -> Any:
        """The micro-batch's part of the step's loss, times the ranks, over which gradients are averaged."""
        normalizer = inputs.pop("normalizer")
        loss, metrics = micro_batch_loss(model, inputs, normalizer, self._objective, self._statistics)
        self._metrics.add(metrics)
        return loss * self.accelerator.num_processes

    def log(self, logs: dict[str, float], start_time: float | None = None) -> None:
        """Write one line per step: transformers' own metrics and ours."""
        if "loss" not in logs:
            return
        whole = StepMetrics()
        for one in gather_from_ranks([self._metrics]):
            whole.add(one)
        line = {"step": self.state.global_step, "epoch": self.state.epoch or 0.0, **whole.log_line()}
        line |= {"groups": self._groups, "two_pass": self._two_pass}
        line |= {name: logs[name] for name in ("grad_norm", "learning_rate") if name in logs}
        super().log({name: value for name, value in line.items() if name not in ("step", "epoch")}, start_time)
        if whole.pushed_down > PUSHED_DOWN_LIMIT * whole.rows and not self._warned:
            self._warned = True
            warnings.warn(
                f"step {self.state.global_step}: the penalty makes {whole.pushed_down} of {whole.rows} right programs "
                f"less likely (more than {PUSHED_DOWN_LIMIT:.0%}); take a smaller strength, or form `tilted`",
                PushedDown,
                stacklevel=2,
            )
        if self._held_out is not None and self._held_out.is_due(self.state.global_step, self.state.max_steps):
            line |= self._held_out.metrics(self.model_wrapped, self._objective, self._pad_id)
        if self._on_step is not None:
            self._on_step(line)

    def check_finite(self) -> None:
        """Raises Diverged when the step's loss or a gradient's norm is not a finite number."""
        loss = sum(one.loss for one in gather_from_ranks([self._metrics]))
        if not math.isfinite(loss):
            raise Diverged(
                f"step {self.state.global_step + 1}: the loss is {loss}; "
                "lower learning_rate or the objective's strength"
            )


def gather_from_ranks(mine: list[T]) -> list[T]:
    """Concatenate the lists of all ranks."""
    return mine if PartialState().num_processes == 1 else list(gather_object(mine))


class _DivergenceCheck(TrainerCallback):
    """Checks the loss before the optimiser moves the weights."""

    def __init__(self, trainer: SetTrainer) -> None:
        self._trainer = trainer

    def on_pre_optimizer_step(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any
    ) -> None:
        """End the run rather than ruin the weights."""
        self._trainer.check_finite()


def training_arguments(config: RunConfig, directory: Path, micro_batches: int) -> TrainingArguments:
    """Put a run's configuration into transformers' terms. micro_batches: of one rank in an optimiser batch."""
    how, keep = config.optimisation, config.keeping
    cuda = torch.cuda.is_available()
    with warnings.catch_warnings():
        # A machine without accelerator is no surprise here.
        warnings.filterwarnings("ignore", message=".*pin_memory.*")
        return TrainingArguments(
            output_dir=str(directory),
            per_device_train_batch_size=how.micro_rows,
            gradient_accumulation_steps=micro_batches,
            num_train_epochs=how.epochs,
            max_steps=how.steps or -1,
            learning_rate=how.learning_rate,
            lr_scheduler_type="constant_with_warmup" if how.schedule == "constant" else how.schedule,
            warmup_steps=how.warmup,
            weight_decay=how.weight_decay,
            adam_beta2=how.beta2,
            max_grad_norm=how.max_grad_norm,
            bf16=how.bf16,
            seed=config.seed,
            save_strategy="steps" if keep.checkpoint_steps else "no",
            save_steps=keep.checkpoint_steps or 500,
            save_total_limit=None,  # ours to rotate: a checkpoint counts once it is whole
            logging_steps=1,
            logging_nan_inf_filter=False,
            report_to=list(keep.report_to) or "none",
            disable_tqdm=True,
            remove_unused_columns=False,
            ddp_find_unused_parameters=False,
            dataloader_pin_memory=cuda,
            use_cpu=not cuda,
        )
