"""One training run in one directory: starts it, or goes on with it after a kill.

run.json         the configuration, versions and data of the run; another run cannot go on here
start.pt         what was measured with the start point
log.jsonl        a line per step
checkpoint-N/    whole ones are marked
model/           the result; appears when it is whole
"""

from __future__ import annotations

import hashlib
import json
import math
import shutil
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState
from peft import LoraConfig, get_peft_model
from torch import nn
from transformers import (
    AutoModelForCausalLM,
    PreTrainedModel,
    PrinterCallback,
    TrainerCallback,
    TrainerControl,
    TrainerState,
    TrainingArguments,
)

from equijudge_core.contracts.objectives import Eco, KlSet, Objective, Sed
from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.batch_order import BatchPlan, MicroBatches, plan_batches
from equijudge_trainer.data.rows import Codec, Example
from equijudge_trainer.errors import RunError
from equijudge_trainer.losses.objectives import in_score_units
from equijudge_trainer.train import base_statistics, checkpoints
from equijudge_trainer.train.held_out import HeldOut
from equijudge_trainer.train.run_log import Line, RunLog, read_log
from equijudge_trainer.train.step import ExampleStatistics, attach_loss_head
from equijudge_trainer.train.trainer import SetTrainer, gather_from_ranks, training_arguments

_VERSIONS = ("equijudge", "torch", "transformers", "accelerate", "peft")


@dataclass(frozen=True, slots=True)
class RunResult:
    """model_dir: of the trained model, or of its adapter; None when the run was stopped. steps: that were done.

    collision_rate: share of an optimiser batch's rows with another of the same problem in it, of the first epoch.
    """

    model_dir: Path | None
    checkpoints: tuple[tuple[int, Path], ...]
    log: Path
    steps: int
    collision_rate: float


def train(
    config: RunConfig,
    model: PreTrainedModel,
    codec: Codec,
    examples: Sequence[Example],
    directory: Path,
    *,
    held_out: Sequence[Example] = (),
    on_log: Callable[[Line], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    save_tokenizer: Callable[[Path], None] | None = None,
) -> RunResult:
    """Train `model` (changed in place) on `examples`. A directory with checkpoints of the same run goes on from the
    last whole one; a finished run is returned as it is. should_stop: asked after every step; a stopped run keeps a
    checkpoint. save_tokenizer: writes what belongs to the model (its tokenizer) into its folder.

    Raises:
        RunError: nothing to train on; the directory belongs to another run; Diverged when a loss is no number. What a
            run that fails before its first checkpoint has written is removed.
    """
    if not examples:
        raise RunError("data: no program to train on")
    # Batches name their rows by position.
    examples = [replace(one, row=position) for position, one in enumerate(examples)]
    description = _description(config, examples, held_out)
    processes = PartialState()
    with processes.main_process_first():
        _claim_directory(directory, description)
    try:
        return _train(config, model, codec, examples, directory, held_out, on_log, should_stop, save_tokenizer)
    except BaseException:
        nothing = not checkpoints.list_complete(directory) and not (directory / "model").exists()
        if nothing and processes.is_main_process:
            shutil.rmtree(directory)
        raise


def _train(
    config: RunConfig,
    model: PreTrainedModel,
    codec: Codec,
    examples: Sequence[Example],
    directory: Path,
    held_out: Sequence[Example],
    on_log: Callable[[Line], None] | None,
    should_stop: Callable[[], bool] | None,
    save_tokenizer: Callable[[Path], None] | None,
) -> RunResult:
    processes, finished = PartialState(), directory / "model"
    if processes.is_main_process:  # alone: a rank that is late would take away what another has begun to write
        checkpoints.remove_incomplete(directory)
    processes.wait_for_everyone()
    found = checkpoints.list_complete(directory)
    step, last = found[-1] if found else (0, None)
    probe = training_arguments(config, directory, 1)
    objective = config.objective

    def plans(epoch: int) -> BatchPlan:
        return plan_batches(
            examples,
            config.order,
            batch_rows=config.optimisation.batch_rows,
            micro_rows=config.optimisation.micro_rows,
            ranks=probe.world_size,
            epoch=epoch,
            seed=config.seed,
            # With strength 0 a batch is laid out as NLL's is, so that the run is the same to the bit.
            whole_sets=isinstance(objective, Eco | KlSet) and objective.strength > 0,
        )

    batches = MicroBatches(plans, probe.process_index, probe.world_size)
    if finished.exists():
        return _result(directory, read_log(directory / "log.jsonl")[-1]["step"], batches)
    wrapped = add_adapter(config, model)
    attach_loss_head(wrapped)
    statistics, objective = _measure_start(config, wrapped, codec, examples, directory)
    log = RunLog(directory / "log.jsonl", step, on_log) if processes.is_main_process else None
    trainer = SetTrainer(
        wrapped,
        training_arguments(config, directory, batches.micro),
        examples,
        batches,
        objective,
        statistics,
        codec.pad_id,
        log.write if log is not None else None,
        HeldOut(held_out, config.keeping.evaluate_steps, config.optimisation.micro_rows),
    )
    trainer.remove_callback(PrinterCallback)
    trainer.add_callback(_CheckpointCallback(directory, config.keeping.keep, should_stop))
    try:
        trainer.train(resume_from_checkpoint=str(last) if last else None)
    finally:
        if log is not None:
            log.close()
    if trainer.state.global_step >= trainer.state.max_steps:
        partial = directory / "model.partial"
        if processes.is_main_process:
            shutil.rmtree(partial, ignore_errors=True)
        processes.wait_for_everyone()
        trainer.save_model(str(partial))
        if processes.is_main_process:
            if save_tokenizer is not None:
                save_tokenizer(partial)
            partial.rename(finished)
        processes.wait_for_everyone()
    return _result(directory, trainer.state.global_step, batches)


def _result(directory: Path, steps: int, batches: MicroBatches) -> RunResult:
    finished = directory / "model"
    return RunResult(
        model_dir=finished if finished.exists() else None,
        checkpoints=tuple(checkpoints.list_complete(directory)),
        log=directory / "log.jsonl",
        steps=steps,
        collision_rate=batches.collision_rate,
    )


def add_adapter(config: RunConfig, model: PreTrainedModel) -> nn.Module:
    """Wrap the model with low-rank adapters, and checkpoint activations, where the configuration wants it."""
    lora = config.optimisation.lora
    if config.optimisation.gradient_checkpointing:
        model.activation_checkpointing_enable({"use_reentrant": False})
    if lora is None:
        return model
    if config.optimisation.gradient_checkpointing:
        model.enable_input_require_grads()
    targets = list(lora.targets) or "all-linear"
    wanted = LoraConfig(
        task_type="CAUSAL_LM", r=lora.rank, lora_alpha=lora.alpha, lora_dropout=lora.dropout, target_modules=targets
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # peft's, of transformers' names
        wrapped: nn.Module = get_peft_model(model, wanted)
    return wrapped


def expected_steps(config: RunConfig, line: dict[str, Any]) -> int | None:
    """How many optimiser steps there will be, judged by how much of an epoch the first ones were."""
    how, epoch = config.optimisation, float(line.get("epoch") or 0.0)
    if how.steps is not None:
        return how.steps
    return math.ceil(round(line["step"] / epoch * how.epochs, 6)) if epoch else None


def load_model(name: str) -> PreTrainedModel:
    """Load a model to be trained, in full precision; with `optimisation.bf16` it computes in bf16. Raises RunError."""
    try:
        model: PreTrainedModel = AutoModelForCausalLM.from_pretrained(name, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise RunError(f"model {name!r}: {error}") from error
    return model


def _measure_start(
    config: RunConfig, model: nn.Module, codec: Codec, examples: Sequence[Example], directory: Path
) -> tuple[ExampleStatistics, Objective]:
    """Measure with the start point, once, what the objective needs: kept in start.pt, since a run that goes on has
    other weights. Returns the objective with a measured threshold filled in, and with its strength in units of scores.
    """
    path = directory / "start.pt"
    measured: dict[str, Any] = torch.load(path, weights_only=True) if path.exists() else {}
    rows = config.optimisation.micro_rows
    objective = config.objective
    if torch.cuda.is_available():
        model.to("cuda")
    if isinstance(objective, Sed) and objective.threshold is None and "sed" not in measured:
        measured["sed"] = base_statistics.measure_sed_threshold(
            model, examples, codec.pad_id, rows, objective.k, objective.share
        )
    if isinstance(objective, Sed) and objective.threshold is None:
        objective = objective.model_copy(update={"threshold": measured["sed"]})
    score = objective.score if isinstance(objective, Eco | KlSet) else None
    branch_points = base_statistics.branch_points(examples) if score == "choice" else None
    if score == "ref" and "base_log_p" not in measured:
        measured["base_log_p"] = base_statistics.measure_log_probabilities(model, examples, codec.pad_id, rows)
    if isinstance(objective, Eco | KlSet):
        if "score_deviation" not in measured:
            measured["score_deviation"] = base_statistics.measure_score_deviation(
                model, examples, codec.pad_id, rows, objective, measured.get("base_log_p"), branch_points
            )
        try:
            objective = in_score_units(objective, measured["score_deviation"])
        except ValueError as error:
            raise RunError(str(error)) from error
    if measured and not path.exists() and PartialState().is_main_process:
        temporary = path.with_suffix(".partial")
        torch.save(measured, temporary)
        temporary.replace(path)
    statistics = ExampleStatistics(
        base_statistics.row_weights(examples, config.row_weights),
        measured.get("base_log_p"),
        branch_points,
    )
    _warn_of_small_sets(objective, examples)
    return statistics, objective


def _warn_of_small_sets(objective: Objective, examples: Sequence[Example]) -> None:
    if not isinstance(objective, Eco | KlSet):
        return
    sizes: dict[int, int] = {}
    for one in examples:
        sizes[one.set] = sizes.get(one.set, 0) + 1
    small = sum(size < objective.min_group for size in sizes.values())
    if small == len(sizes):
        raise RunError(f"data: no set has {objective.min_group} programs, the penalty would be 0 everywhere")
    if small:
        warnings.warn(
            f"{small} of {len(sizes)} sets have fewer than {objective.min_group} programs and no penalty", stacklevel=2
        )


def _description(config: RunConfig, examples: Sequence[Example], held_out: Sequence[Example]) -> dict[str, Any]:
    digest = hashlib.blake2b(digest_size=16)
    for one in (*examples, *held_out):
        digest.update(repr((one.set, one.cluster, one.prompt, one.completion)).encode())
    return {
        "config": config.model_dump(mode="json"),
        "versions": {name: version(name) for name in _VERSIONS},
        "examples": len(examples),
        "held_out": len(held_out),
        "data": digest.hexdigest(),
    }


def _claim_directory(directory: Path, description: dict[str, Any]) -> None:
    path = directory / "run.json"
    if not path.exists():
        if directory.exists() and any(directory.iterdir()):
            raise RunError(f"{directory}: not empty, and no run of ours")
        directory.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(description, indent=1))
        return
    there = json.loads(path.read_text())
    for name in ("config", "data"):
        if there.get(name) != description[name]:
            raise RunError(f"{directory}: belongs to a run with other {name}; take another directory or remove it")


class _CheckpointCallback(TrainerCallback):
    """Marks and rotates checkpoints; stops when it is asked to."""

    def __init__(self, directory: Path, keep: int, should_stop: Callable[[], bool] | None) -> None:
        self._directory = directory
        self._keep = keep
        self._should_stop = should_stop

    def on_step_end(
        self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any
    ) -> TrainerControl:
        """Stop with a checkpoint, on all ranks at once."""
        if self._should_stop is None or state.global_step >= state.max_steps:
            return control
        if any(gather_from_ranks([self._should_stop()])):
            control.should_training_stop = True
            control.should_save = True
        return control

    def on_save(self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **kwargs: Any) -> None:
        """Mark the checkpoint as complete, and remove older ones."""
        if state.is_world_process_zero:
            checkpoints.mark_complete(self._directory / f"checkpoint-{state.global_step}", state.global_step)
            checkpoints.rotate(self._directory, self._keep)
