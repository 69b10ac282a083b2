"""The gradient of the first optimiser step, as SetTrainer computes it; also a program, for several ranks:

python -m torch.distributed.run --nproc_per_node 2 tests/trainer/gradients.py OBJECTIVES OUT

writes OUT/NAME.pt, gradients and the step's line, for each of the objectives, and makes a whole run of ECO in OUT/run.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import PreTrainedModel, TrainerCallback

from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.data.batch_order import MicroBatches, plan_batches
from equijudge_trainer.train import base_statistics
from equijudge_trainer.train.step import ExampleStatistics, attach_loss_head
from equijudge_trainer.train.trainer import SetTrainer, training_arguments
from equijudge_trainer.train.training import train
from tests.trainer.support import NumberCodec, made_examples, run_config, tiny_model

BASE_SEED = 5  # the model whose log-probabilities score `ref` compares with


class _Grab(TrainerCallback):
    def __init__(self) -> None:
        self.gradients: dict[str, Tensor] = {}

    def on_pre_optimizer_step(self, *args: Any, **kwargs: Any) -> None:
        named = kwargs["model"].named_parameters()
        self.gradients |= {name: one.grad.clone() for name, one in named if one.grad is not None}


def statistics_of(config: RunConfig) -> ExampleStatistics:
    examples = made_examples()
    base = tiny_model(BASE_SEED).double()
    attach_loss_head(base)
    return ExampleStatistics(
        base_statistics.row_weights(examples, config.row_weights),
        base_statistics.measure_log_probabilities(base, examples, 0, 6),
        base_statistics.branch_points(examples),
    )


def first_step(config: RunConfig, dtype: torch.dtype = torch.float64) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Gradients by parameter, and the step's line of the log."""
    examples = made_examples()
    model = tiny_model()
    torch.nn.Module.to(model, dtype)
    attach_loss_head(model)
    lines: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as folder:
        probe = training_arguments(config, Path(folder), 1)
        how = config.optimisation
        batches = MicroBatches(
            lambda epoch: plan_batches(
                examples,
                config.order,
                batch_rows=how.batch_rows,
                micro_rows=how.micro_rows,
                ranks=probe.world_size,
                epoch=epoch,
                seed=config.seed,
                whole_sets=False,
            ),
            probe.process_index,
            probe.world_size,
        )
        trainer = SetTrainer(
            model,
            training_arguments(config, Path(folder), batches.micro),
            examples,
            batches,
            config.objective,
            statistics_of(config),
            0,
            lines.append,
        )
        grab = _Grab()
        trainer.add_callback(grab)
        trainer.train()
    return grab.gradients, lines[0] if lines else {}


def asked(objective: dict[str, Any], micro_rows: int, **options: Any) -> RunConfig:
    optimisation = {"micro_rows": micro_rows, "steps": 1, "max_grad_norm": 0.0}
    return run_config(objective, optimisation=optimisation, **options)


def whole_run(config: RunConfig, directory: Path) -> None:
    """A run of every rank in one directory."""
    train(config, tiny_model(), NumberCodec(), made_examples(), directory)


def slow_to_write(model: PreTrainedModel, folder: str, **options: Any) -> None:
    """A model's save_pretrained that takes long enough for another rank to take away what was begun."""
    begun = Path(folder, "begun")
    begun.parent.mkdir(exist_ok=True)
    begun.touch()
    time.sleep(0.5)
    begun.unlink()
    save_pretrained(model, folder, **options)


save_pretrained = PreTrainedModel.save_pretrained

if __name__ == "__main__":
    objectives, out = json.loads(sys.argv[1]), Path(sys.argv[2])
    for name, objective in objectives.items():
        found, line = first_step(asked(objective, 4))
        if line:  # the main rank
            torch.save((found, line), out / f"{name}.pt")
    PreTrainedModel.save_pretrained = slow_to_write  # type: ignore[method-assign, assignment]
    whole_run(run_config(objectives["eco"], keeping={"checkpoint_steps": 2}), out / "run")
