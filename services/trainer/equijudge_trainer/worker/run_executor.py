"""A training run from its configuration to its scores: sets from files or the service, training, evaluation.

train/         as run.training keeps it
generations/   as evaluate keeps it
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import Client
from equijudge_core.contracts.run_config import RunConfig
from equijudge_core.contracts.runs import CheckpointScores, Lease, Stage
from equijudge_trainer.train import checkpoints
from equijudge_trainer.train.training import RunResult, train
from equijudge_trainer.train.training_data import Ground, forget, loaded, named, prepared, steps_of
from equijudge_trainer.worker.evaluate import Evaluator
from equijudge_trainer.worker.heartbeat import Stopped, Talk
from equijudge_trainer.worker.paths import confined


@dataclass(frozen=True, slots=True)
class Trainer:
    """See loop.Trade. `client`: for sets and scores; it tries again for as long as the service may be away. data_dir:
    the folder that a run's paths stay in; None: it may name none."""

    client: Client
    data_dir: Path | None = None

    def __call__(self, lease: Lease, directory: Path, talk: Talk) -> tuple[CheckpointScores, ...]:
        """Raises Stopped; RunError, BadArgument, BadInput and what the service refuses for the run's own faults."""
        asked = RunConfig(**{name: getattr(lease.request, name) for name in RunConfig.model_fields})
        config = confined(asked, self.data_dir)
        try:
            ground = prepared(config, self.client)
            talk.check()
            result = trained(config, ground, directory / "train", talk)
            forget()
            if config.evaluation is None or not ground.problems or result.model_dir is None:
                return ()
            evaluator = Evaluator(
                self.client,
                config,
                config.evaluation,
                ground.codec,
                ground.problems,
                directory / "generations",
                talk,
            )
            traced = result.checkpoints if config.evaluation.trace else ()
            points = {**dict(traced), result.steps: result.model_dir}
            return tuple(found for step, path in points.items() for found in evaluator.scores(step, path))
        finally:
            forget()


def trained(config: RunConfig, ground: Ground, directory: Path, talk: Talk) -> RunResult:
    """The run, from its last checkpoint on if there is one. Raises Stopped, RunError."""

    def told(line: dict[str, Any]) -> None:
        whole = checkpoints.whole(directory)
        talk.say(
            Stage.TRAINING,
            line["step"],
            steps=steps_of(config, line),
            checkpoint=whole[-1][0] if whole else None,
            metrics={name: value for name, value in line.items() if name != "step"},
        )

    model = loaded(config.model)
    with named("run"):
        result = train(
            config,
            model,
            ground.codec,
            ground.examples,
            directory,
            held_out=ground.held_out,
            on_log=told,
            should_stop=talk.should_stop,
            beside=ground.codec.save,
        )
    last = result.checkpoints[-1][0] if result.checkpoints else None
    talk.say(Stage.TRAINING, result.steps, checkpoint=last)
    if result.model_dir is None:
        raise Stopped
    return result
