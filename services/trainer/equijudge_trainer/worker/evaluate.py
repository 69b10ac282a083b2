"""What a trained model writes for the held-out problems, and its scores.

A file of samples a checkpoint and temperature, JSONL, so that a worker that was killed does not draw them again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge import Client, endpoints
from equijudge_core.contracts.jobs import JobState
from equijudge_core.contracts.run_config import Evaluation, RunConfig
from equijudge_core.contracts.runs import CheckpointScores, Stage
from equijudge_trainer.data.sets import ProblemSet, fill_prompt
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.errors import as_run_error
from equijudge_trainer.sample import verbalized
from equijudge_trainer.sample.engines import Sampler
from equijudge_trainer.sample.generate import load_sampler
from equijudge_trainer.sample.sampling import Sample
from equijudge_trainer.sample.scoring import Target, to_generations
from equijudge_trainer.worker.heartbeat import Heartbeat, RunStopped

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
    heartbeat: Heartbeat

    def scores(self, step: int, model: Path) -> Iterator[CheckpointScores]:
        """Score one checkpoint at each temperature, and once more by verbalized sampling where that is wanted.

        Raises RunStopped; BadArgument and RunError for what cannot be sampled, and what the client raises.
        """
        sampler: Sampler | None = None
        ways = (None,) if self.how.verbalized is None else (None, self.how.verbalized)
        for temperature in self.how.temperatures:
            for answers in ways:
                file = self.directory / f"{step}-{temperature:g}{'' if answers is None else f'-{answers}'}.jsonl"
                if not file.exists():
                    sampler = sampler or load_sampler(str(model), self.codec, self.how)
                    with as_run_error("evaluation"):
                        _write(file, self._draw(sampler, temperature, answers))
                self.heartbeat.update(Stage.SCORING)
                scores = self._score(_read(file))
                yield CheckpointScores(step=step, temperature=temperature, verbalized=answers, scores=scores)

    def _draw(self, sampler: Sampler, temperature: float, answers: int | None) -> list[list[Sample]]:
        """Draw programs for all problems. answers: how many are asked for in one call; None: one, plainly."""
        how, data = self.how, self.config.data
        if answers is not None:
            data = data.model_copy(update={"prompt": verbalized.verbalized_prompt(data.prompt, answers)})

        def report(done: int, of: int) -> None:
            self.heartbeat.check()
            self.heartbeat.update(Stage.SAMPLING, metrics={"temperature": temperature, "sampled": done, "of": of})

        found = sampler(
            [fill_prompt(data, self.codec, name=each.name, description=each.description) for each in self.problems],
            samples=how.samples if answers is None else verbalized.calls_for(how.samples, answers),
            temperature=temperature,
            max_new_tokens=how.max_new_tokens * (answers or 1),
            seed=self.config.seed,
            on_progress=report,
        )
        return found if answers is None else [verbalized.parse_calls(some).texts(samples=how.samples) for some in found]

    def _score(self, drawn: Sequence[Sequence[Sample]]) -> dict[str, Any]:
        """Have the service score the samples; its job is cancelled when the run is."""
        targets = [Target(each.name, "", each.problem_id, each.reference()) for each in self.problems]
        answer = self.client.submit_score(to_generations(targets, drawn))
        with self.client.held(answer.job_id):
            while answer.state is JobState.RUNNING:
                if self.heartbeat.should_stop():
                    raise RunStopped
                answer = self.client.scores(answer.job_id, SCORES_WAIT_S)
        return endpoints.require_scores(answer).model_dump(mode="json")


def _write(file: Path, drawn: Sequence[Sequence[Sample]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".partial")
    lines = ([{"text": e.text, "tokens": e.tokens, "finished": e.finished} for e in some] for some in drawn)
    partial.write_text("".join(json.dumps(line) + "\n" for line in lines))
    partial.replace(file)


def _read(file: Path) -> list[list[Sample]]:
    return [[Sample(**each) for each in json.loads(line)] for line in file.read_text().splitlines()]
