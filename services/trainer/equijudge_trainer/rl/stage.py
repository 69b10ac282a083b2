"""`equijudge train … stage=grpo`: problems from a file, rewards from the judge, held-out figures before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer, PreTrainedModel

from equijudge import Client
from equijudge.errors import BadArgument
from equijudge.rewards import VerdictReward
from equijudge.rows import read_rows
from equijudge_core.contracts.run_config import Evaluation, RunConfig
from equijudge_core.errors import BadProblem
from equijudge_core.formats import read_problem
from equijudge_trainer.data.sets import fill_prompt, is_held_out
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.errors import RunError
from equijudge_trainer.rl.grpo import RlPrompt, claim_directory, train_grpo
from equijudge_trainer.sample.sampling import sample
from equijudge_trainer.sample.scoring import Target, to_generations
from equijudge_trainer.train.training import load_model


@dataclass(frozen=True, slots=True)
class StoredProblem:
    """A problem of the file, stored by the service."""

    name: str
    description: str
    problem_id: str


@dataclass(frozen=True, slots=True)
class StageResult:
    """before, after: figures of held-out problems, each {value, low, high}; of the trained ones where none is held
    out."""

    model_dir: Path
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    trained: int
    evaluated: int


def run_grpo(
    config: RunConfig,
    client: Client,
    directory: Path,
    reward_address: tuple[str, str | None],
    on_log: Callable[[Mapping[str, Any]], None] = lambda _: None,
) -> StageResult:
    """Run the stage. reward_address: of the service that judges what the model writes, and its key.

    Raises:
        RunError: a file without problems; what train_grpo raises.
        BadArgument: a file that cannot be read; a model without a tokenizer.
    """
    assert config.data.path is not None
    problems = store_problems(client, Path(config.data.path))
    how = config.evaluation or Evaluation()
    held_out = [each for each in problems if is_held_out(each.name, how.held_out)]
    trained = [each for each in problems if each not in held_out]
    if not trained:
        raise RunError(f"{config.data.path}: no problem is left to train on")
    evaluated = held_out or trained
    claim_directory(config, directory)
    codec = HubCodec.load(config.model)
    model = load_model(config.model)
    before = _figures(directory / "before.json", config, how, model, codec, client, evaluated)
    rl = config.grpo
    url, key = reward_address
    reward = VerdictReward(problem="problem_id", novelty=rl.novelty, points=rl.points, url=url, api_key=key)
    prompts = [RlPrompt(_prompt(config, codec, each), each.problem_id) for each in trained]
    tokenizer = AutoTokenizer.from_pretrained(config.model)
    if tokenizer.pad_token_id is None:
        tokenizer.pad_token = tokenizer.eos_token
    folder = train_grpo(config, model, tokenizer, prompts, reward, directory, on_log)
    codec.save(folder)
    after_model = model if config.optimisation.lora is not None else load_model(str(folder))
    after = _figures(directory / "after.json", config, how, after_model, codec, client, evaluated)
    return StageResult(folder, before, after, len(trained), len(evaluated))


def store_problems(client: Client, path: Path) -> list[StoredProblem]:
    """Store the problems of a JSONL file. Raises BadArgument for a row that is no problem, RunError for none."""
    rows = list(read_rows(path))
    if not rows:
        raise RunError(f"{path}: no problem in it")
    try:
        read = [read_problem(row) for row in rows]
    except BadProblem as error:
        raise BadArgument(f"{path}: {error}") from error
    stored = client.put_problems(rows)
    return [
        StoredProblem(problem.name, problem.description, summary.problem_id)
        for problem, summary in zip(read, stored, strict=True)
    ]


def _prompt(config: RunConfig, codec: HubCodec, problem: StoredProblem) -> str:
    return fill_prompt(config.data, codec, name=problem.name, description=problem.description)


def _figures(
    path: Path,
    config: RunConfig,
    how: Evaluation,
    model: PreTrainedModel,
    codec: HubCodec,
    client: Client,
    problems: Sequence[StoredProblem],
) -> dict[str, Any]:
    """Draw and score; kept in the file, which is read where it is there."""
    if path.exists():
        known: dict[str, Any] = json.loads(path.read_text())
        return known
    samples = max(how.samples, config.grpo.k)
    drawn = sample(
        model,
        codec,
        [_prompt(config, codec, each) for each in problems],
        samples=samples,
        temperature=how.temperatures[0],
        max_new_tokens=how.max_new_tokens,
        batch=how.batch,
        seed=config.seed,
    )
    targets = [Target(each.name, "", each.problem_id, None) for each in problems]
    k = config.grpo.k
    scores = client.score(to_generations(targets, drawn), k=sorted({1, k}))
    names = dict.fromkeys(("pass@1", f"pass@{k}", f"coverage@{k}"))
    found = {name: scores.figures[name].model_dump(include={"value", "low", "high"}) for name in names}
    draft = path.with_suffix(".partial")
    draft.write_text(json.dumps(found, indent=1))
    draft.replace(path)
    return found
