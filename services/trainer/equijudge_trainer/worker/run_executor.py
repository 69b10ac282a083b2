"""A training run from its configuration to its scores: sets from files or the service, training, evaluation.

train/         as train.training keeps it
generations/   as worker.evaluate keeps it
"""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from equijudge import Client
from equijudge_core.contracts.run_config import RunConfig
from equijudge_core.contracts.runs import CheckpointScores, Lease, Stage
from equijudge_trainer.data.training_data import TrainingData, load_training_data
from equijudge_trainer.errors import as_run_error
from equijudge_trainer.train import checkpoints
from equijudge_trainer.train.training import RunResult, expected_steps, load_model, train
from equijudge_trainer.worker.evaluate import Evaluator
from equijudge_trainer.worker.heartbeat import Heartbeat, RunStopped
from equijudge_trainer.worker.paths import confine_paths


@dataclass(frozen=True, slots=True)
class RunExecutor:
    """Does a leased run; called as loop.RunExecution.

    client: for sets and scores; it tries again for as long as the service may be away. data_dir: the folder that a
    run's paths stay in; None: it may name none.
    """

    client: Client
    data_dir: Path | None = None

    def __call__(self, lease: Lease, directory: Path, heartbeat: Heartbeat) -> tuple[CheckpointScores, ...]:
        """Raises RunStopped; RunError, BadArgument, BadInput and what the service refuses for the run's own faults."""
        asked = RunConfig(**{name: getattr(lease.request, name) for name in RunConfig.model_fields})
        config = confine_paths(asked, self.data_dir)
        try:
            data = load_training_data(config, self.client)
            heartbeat.check()
            result = train_run(config, data, directory / "train", heartbeat)
            free_memory()
            if config.evaluation is None or not data.problems or result.model_dir is None:
                return ()
            evaluator = Evaluator(
                self.client,
                config,
                config.evaluation,
                data.codec,
                data.problems,
                directory / "generations",
                heartbeat,
            )
            traced = result.checkpoints if config.evaluation.trace else ()
            points = {**dict(traced), result.steps: result.model_dir}
            return tuple(found for step, path in points.items() for found in evaluator.scores(step, path))
        finally:
            free_memory()


def train_run(config: RunConfig, data: TrainingData, directory: Path, heartbeat: Heartbeat) -> RunResult:
    """Train, from the last checkpoint on if there is one. Raises RunStopped, RunError."""

    def report(line: dict[str, Any]) -> None:
        whole = checkpoints.list_complete(directory)
        heartbeat.update(
            Stage.TRAINING,
            line["step"],
            steps=expected_steps(config, line),
            checkpoint=whole[-1][0] if whole else None,
            metrics={name: value for name, value in line.items() if name != "step"},
        )

    model = load_model(config.model)
    with as_run_error("run"):
        result = train(
            config,
            model,
            data.codec,
            data.examples,
            directory,
            held_out=data.held_out,
            on_log=report,
            should_stop=heartbeat.should_stop,
            save_tokenizer=data.codec.save,
        )
    last = result.checkpoints[-1][0] if result.checkpoints else None
    heartbeat.update(Stage.TRAINING, result.steps, checkpoint=last)
    if result.model_dir is None:
        raise RunStopped
    return result


def free_memory() -> None:
    """Give back the memory of models that nobody holds any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
