"""What a trained model writes for the held-out problems, and its scores.

A file of samples a checkpoint and temperature, JSONL, so that a worker that was killed does not draw them again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import Client, wire
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.run_config import Evaluation, RunConfig
from equijudge_core.contracts.runs import CheckpointScores, Stage
from equijudge_trainer.data.sets import ProblemSet, prompt
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.sample import verbalized
from equijudge_trainer.sample.engines import Sampler
from equijudge_trainer.sample.generate import sampler as sampler_of
from equijudge_trainer.sample.sampling import Sampled
from equijudge_trainer.sample.scoring import Target, generations
from equijudge_trainer.train.training_data import named
from equijudge_trainer.worker.heartbeat import Stopped, Talk

SCORES_WAIT_S = 5.0


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Draws and scores. problems: the held-out ones, stored by the service; directory: where samples are kept."""

    client: Client
    config: RunConfig
    how: Evaluation
    codec: HubCodec
    problems: Sequence[ProblemSet]
    directory: Path
    talk: Talk

    def scores(self, step: int, model: Path) -> Iterator[CheckpointScores]:
        """Of one checkpoint: at each temperature, and there once more by verbalized sampling where that is wanted.

        Raises Stopped; BadArgument and RunError for what cannot be sampled, and what the client raises.
        """
        sampler: Sampler | None = None
        ways = (None,) if self.how.verbalized is None else (None, self.how.verbalized)
        for temperature in self.how.temperatures:
            for answers in ways:
                file = self.directory / f"{step}-{temperature:g}{'' if answers is None else f'-{answers}'}.jsonl"
                if not file.exists():
                    sampler = sampler or sampler_of(str(model), self.codec, self.how)
                    with named("evaluation"):
                        _write(file, self._drawn(sampler, temperature, answers))
                self.talk.say(Stage.SCORING)
                scores = self._scored(_read(file))
                yield CheckpointScores(step=step, temperature=temperature, verbalized=answers, scores=scores)

    def _drawn(self, sampler: Sampler, temperature: float, answers: int | None) -> list[list[Sampled]]:
        """answers: so many programs are asked for in one."""
        how, data = self.how, self.config.data
        if answers is not None:
            data = data.model_copy(update={"prompt": verbalized.ask(data.prompt, answers)})

        def told(done: int, of: int) -> None:
            self.talk.check()
            self.talk.say(Stage.SAMPLING, metrics={"temperature": temperature, "sampled": done, "of": of})

        found = sampler(
            [prompt(data, self.codec, name=each.name, description=each.description) for each in self.problems],
            samples=how.samples if answers is None else verbalized.calls_for(how.samples, answers),
            temperature=temperature,
            max_new_tokens=how.max_new_tokens * (answers or 1),
            seed=self.config.seed,
            on_progress=told,
        )
        return found if answers is None else [verbalized.read(some).texts(samples=how.samples) for some in found]

    def _scored(self, drawn: Sequence[Sequence[Sampled]]) -> dict[str, Any]:
        """Cancelled with the run."""
        targets = [Target(each.name, "", each.problem_id, each.reference()) for each in self.problems]
        answer = self.client.submit_score(generations(targets, drawn))
        with self.client.held(answer.job_id):
            while answer.state is JobState.RUNNING:
                if self.talk.should_stop():
                    raise Stopped
                answer = self.client.scores(answer.job_id, SCORES_WAIT_S)
        return wire.scores_of(answer).model_dump(mode="json")


def _write(file: Path, drawn: Sequence[Sequence[Sampled]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    lines = ([{"text": e.text, "tokens": e.tokens, "finished": e.finished} for e in some] for some in drawn)
    partial.write_text("".join(json.dumps(line) + "\n" for line in lines))
    partial.replace(file)


def _read(file: Path) -> list[list[Sampled]]:
    return [[Sampled(**each) for each in json.loads(line)] for line in file.read_text().splitlines()]
