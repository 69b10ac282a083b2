"""A training run from its configuration to its scores: sets from files or the service, training, sampling, scoring.

train/                          as run.training keeps it
generations/STEP-TEMPERATURE    what was drawn, JSONL; not drawn again after a kill
"""

from __future__ import annotations

import gc
import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import AutoModelForCausalLM, PreTrainedModel

from equijudge import Client, ProblemGenerations, wire
from equijudge_core.contracts import JobState
from equijudge_core.training.config import Evaluation, RunConfig
from equijudge_core.training.runs import CheckpointScores, Lease, Stage
from equijudge_trainer.data.codec import HubCodec
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.sets import ProblemSet, prompt, rows, sets
from equijudge_trainer.data.split import is_held_out
from equijudge_trainer.data.tokens import examples
from equijudge_trainer.generate.sampling import sample
from equijudge_trainer.run import checkpoints
from equijudge_trainer.run.errors import RunError
from equijudge_trainer.run.training import RunResult, train
from equijudge_trainer.worker.talk import Stopped, Talk

SCORES_WAIT_S = 5.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What a run stands on: programs to train on, programs and problems that are held out."""

    codec: HubCodec
    examples: Sequence[Example]
    held_out: Sequence[Example]
    problems: Sequence[ProblemSet]


@dataclass(frozen=True, slots=True)
class Trainer:
    """See loop.Trade. `client`: for sets and scores; it tries again for as long as the service may be away."""

    client: Client

    def __call__(self, lease: Lease, directory: Path, talk: Talk) -> tuple[CheckpointScores, ...]:
        """Raises Stopped; RunError, BadArgument, BadInput and what the service refuses for the run's own faults."""
        config = lease.request
        try:
            ground = prepared(config, self.client)
            talk.check()
            result = trained(config, ground, directory / "train", talk)
            return tuple(self._scores(config, ground, result, directory / "generations", talk))
        finally:
            gc.collect()  # models of this run, before the next one is loaded
            if torch.cuda.is_available():
                torch.cuda.empty_cache()

    def _scores(
        self, config: RunConfig, ground: Ground, result: RunResult, directory: Path, talk: Talk
    ) -> Iterator[CheckpointScores]:
        how = config.evaluation
        if how is None or not ground.problems:
            return
        assert result.model_dir is not None
        kept = [(step, path) for step, path in result.checkpoints if step != result.steps] if how.trace else []
        for step, path in [*kept, (result.steps, result.model_dir)]:
            model = loaded(str(path))
            for temperature in how.temperatures:
                file = directory / f"{step}-{temperature:g}.jsonl"
                texts = drawn(model, config, ground, how, temperature, file, talk)
                talk.say(Stage.SCORING)
                yield CheckpointScores(step=step, temperature=temperature, scores=self._score(ground, texts, talk))

    def _score(self, ground: Ground, texts: Sequence[Sequence[str]], talk: Talk) -> dict[str, Any]:
        entries = [
            ProblemGenerations(problem_id=each.problem_id, generations=tuple(some), reference=each.reference())
            for each, some in zip(ground.problems, texts, strict=True)
        ]
        answer = self.client.submit_score(entries)
        while answer.state is JobState.RUNNING:
            if talk.should_stop():
                self.client.cancel(answer.job_id)
                raise Stopped
            answer = self.client.scores(answer.job_id, SCORES_WAIT_S)
        return wire.scores_of(answer)


def prepared(config: RunConfig, client: Client) -> Ground:
    """The data in tokens. Raises RunError when nothing is left to train on, and what data.sets does."""
    codec, how = HubCodec.load(config.model), config.evaluation
    share = how.held_out if how is not None else 0.0
    kept: list[ProblemSet] = []
    held: list[ProblemSet] = []
    for each in sets(config.data, client):
        (held if is_held_out(each.name, share) else kept).append(each)
    with named("data"):
        found = examples(rows(kept, config.data, codec), codec, config.data.max_tokens)
        held_rows = examples(rows(held, config.data, codec), codec, config.data.max_tokens).examples if held else ()
    return Ground(codec, found.examples, held_rows, held)


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
            RunConfig(**{name: getattr(config, name) for name in RunConfig.model_fields}),
            model,
            ground.codec,
            ground.examples,
            directory,
            held_out=ground.held_out,
            on_log=told,
            should_stop=talk.should_stop,
        )
    last = result.checkpoints[-1][0] if result.checkpoints else None
    talk.say(Stage.TRAINING, result.steps, checkpoint=last)
    if result.model_dir is None:
        raise Stopped
    return result


def drawn(
    model: PreTrainedModel,
    config: RunConfig,
    ground: Ground,
    how: Evaluation,
    temperature: float,
    file: Path,
    talk: Talk,
) -> list[list[str]]:
    """`how.samples` texts for each held-out problem. One that was cut off is no program: it is empty."""
    if file.exists():
        return [json.loads(line) for line in file.read_text().splitlines()]
    talk.say(Stage.SAMPLING)

    def told(done: int, of: int) -> None:
        talk.check()
        talk.say(Stage.SAMPLING, metrics={"temperature": temperature, "sampled": done, "of": of})

    prompts = [
        prompt(config.data, ground.codec, name=each.name, description=each.description) for each in ground.problems
    ]
    with named("evaluation"):
        found = sample(
            model,
            ground.codec,
            prompts,
            samples=how.samples,
            temperature=temperature,
            max_new_tokens=how.max_new_tokens,
            batch=how.batch,
            seed=config.seed,
            on_progress=told,
        )
    texts = [[each.text if each.finished else "" for each in some] for some in found]
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    partial.write_text("".join(json.dumps(some) + "\n" for some in texts))
    partial.replace(file)
    return texts


def loaded(name: str) -> PreTrainedModel:
    """A model by name or path, on the GPU if there is one. Raises RunError naming it."""
    try:
        model: PreTrainedModel = AutoModelForCausalLM.from_pretrained(name, dtype=torch.float32)
    except (OSError, ValueError) as error:
        raise RunError(f"model {name!r}: {error}") from error
    return model.to("cuda") if torch.cuda.is_available() else model


def steps_of(config: RunConfig, line: dict[str, Any]) -> int | None:
    """How many optimiser steps there will be, from how much of an epoch the first ones were."""
    how, epoch = config.optimisation, float(line.get("epoch") or 0.0)
    if how.steps is not None:
        return how.steps
    return math.ceil(round(line["step"] / epoch * how.epochs, 6)) if epoch else None


@contextmanager
def named(field: str) -> Iterator[None]:
    """A value that somebody finds wrong is the run's own: RunError."""
    try:
        yield
    except ValueError as error:
        raise RunError(f"{field}: {error}") from error
