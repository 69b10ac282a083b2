"""What `equijudge generate` does once it knows what is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from equijudge.cli.console import Steps
from equijudge.errors import BadArgument
from equijudge.problem_files import parse_problem, read_values
from equijudge_core.contracts.run_config import Data, Evaluation
from equijudge_trainer.data.sets import fill_prompt, read_sets
from equijudge_trainer.data.tokenizer import HubCodec
from equijudge_trainer.sample import verbalized as verbal
from equijudge_trainer.sample.engines import Sampler, sweep, with_transformers
from equijudge_trainer.sample.models import load_sampling_model
from equijudge_trainer.sample.sampling import Sample
from equijudge_trainer.sample.scoring import Target, to_generations
from equijudge_trainer.sample.vllm import VllmSampler


def load_targets(data: Data, codec: HubCodec, *, sets: bool, verbalized: int | None = None) -> list[Target]:
    """Read the problems of data.path: equivalence sets, or problems in any format. Raises BadArgument."""
    path = Path(data.path or "")
    if sets:
        known = [(each.name, each.description) for each in read_sets(path)]
    else:
        known = [
            (row.name, row.description) for row in (parse_problem(path, *each).problem for each in read_values(path))
        ]
    if not known:
        raise BadArgument(f"{path}: no problem there")
    if verbalized is not None:
        data = data.model_copy(update={"prompt": verbal.verbalized_prompt(data.prompt, verbalized)})
    return [Target(name, fill_prompt(data, codec, name=name, description=text), name) for name, text in known]


def load_sampler(model: str, codec: HubCodec, wanted: Evaluation) -> Sampler:
    """Load the model into the engine that is asked for. Raises BadArgument."""
    if wanted.engine == "vllm":
        return VllmSampler(model, codec)
    return with_transformers(load_sampling_model(model), codec, wanted.batch)


def draw_to_files(
    sampler: Sampler, targets: Sequence[Target], wanted: Evaluation, seed: int, out: Path, steps: Steps
) -> Iterator[tuple[Path, int]]:
    """Write a file for each temperature; yield its path and count of programs once it is there. Raises BadArgument."""
    k = wanted.verbalized
    calls = wanted.samples if k is None else verbal.calls_for(wanted.samples, k)
    steps.more(calls * len(targets) * len(wanted.temperatures))
    done = 0

    def progress(now: int, total: int) -> None:
        nonlocal done
        steps.step(by=now - done)
        done = 0 if now == total else now

    prompts = [each.prompt for each in targets]
    points = sweep(
        sampler,
        prompts,
        wanted.temperatures,
        samples=calls,
        max_new_tokens=wanted.max_new_tokens,
        seed=seed,
        on_progress=progress,
    )
    try:
        for temperature, drawn in points:
            if k is not None:
                drawn = [verbal.parse_calls(answers).texts(samples=wanted.samples) for answers in drawn]
            one = len(wanted.temperatures) == 1
            path = out if one else out.with_name(f"{out.stem}-t{temperature:g}{out.suffix}")
            write_generations(path, targets, drawn)
            yield path, sum(map(len, drawn))
    except ValueError as error:
        raise BadArgument(str(error)) from error


def write_generations(path: Path, targets: Sequence[Target], drawn: Sequence[Sequence[Sample]]) -> None:
    """Write a line for each problem: `problem`, `generations` with ids, and under `cut_off` what was drawn of those
    that are empty because they did not end. Raises BadArgument for a path that cannot be written."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("w", encoding="utf-8") as file:
            for target, asked, samples in zip(targets, to_generations(targets, drawn), drawn, strict=True):
                line = {
                    "problem": target.name,
                    "generations": [each.model_dump() for each in asked.with_ids()],
                    "cut_off": {str(number): each.text for number, each in enumerate(samples) if not each.finished},
                }
                file.write(json.dumps(line) + "\n")
        partial.replace(path)
    except OSError as error:
        raise BadArgument(f"{path}: {error.strerror}") from error
