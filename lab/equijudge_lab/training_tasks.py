"""The tasks that a process with torch makes: the base model, a condition's fine-tuning, samples. One thread each.

    python -m equijudge_lab.training_tasks        # orders on standard input, see worker_process.py

ORDER.json holds a task's name, kind, facts, its partial folder and the folders of what it needs (`TaskOrder`). A
training goes on from the checkpoints in its folder; samples are drawn anew. `progress.json` in the folder says how far
it is.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import LlamaForCausalLM, PreTrainedModel

from equijudge_core.contracts.objectives import Eco
from equijudge_core.contracts.run_config import RunConfig
from equijudge_lab.codec import LabCodec
from equijudge_lab.files import (
    GENERATIONS,
    HELD_OUT,
    PROBLEMS,
    PROGRESS,
    ROWS,
    TRAINED,
    read_json,
    read_rows,
    write_json,
)
from equijudge_lab.model import FULL_MODEL, GPU_MODEL, SMOKE_MODEL, make_model
from equijudge_lab.plan import BASE_MODEL, CHECKPOINTS, CORPUS, QUARTERS, SETS
from equijudge_lab.worker_process import serve
from equijudge_lab.world import vocabulary
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import tokenize_rows
from equijudge_trainer.sample.sampling import sample
from equijudge_trainer.train.training import train

MODELS = {"smoke": SMOKE_MODEL, "full": FULL_MODEL, "gpu": GPU_MODEL}
_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class TaskOrder:
    """One task to make."""

    name: str
    kind: str
    facts: dict[str, Any]
    folder: Path
    inputs: dict[str, Path]

    @classmethod
    def load(cls, path: Path) -> TaskOrder:
        found = read_json(path)
        inputs = {name: Path(folder) for name, folder in found["inputs"].items()}
        return cls(found["name"], found["kind"], found["facts"], Path(found["folder"]), inputs)


def make(order: TaskOrder) -> None:
    """Do a task: its files are in its folder afterwards."""
    torch.set_num_threads(1)
    {"base": train_base, "train": train_condition, "generate": generate_samples}[order.kind](order)


def train_base(order: TaskOrder) -> None:
    """Train a model that starts from nothing on the corpus."""
    codec = lab_codec()
    config = RunConfig.model_validate(order.facts["run"])
    rows = tokenize_rows(read_rows(order.inputs[CORPUS] / ROWS), codec, config.data.max_tokens)
    model = make_model(MODELS[order.facts["size"]], codec, config.seed)
    _train_and_save(order, config, model, rows.examples, ())


def train_condition(order: TaskOrder) -> None:
    """Train the base model on the sets as the condition says."""
    codec = lab_codec()
    config = RunConfig.model_validate(order.facts["run"])
    rows = tokenize_rows(read_rows(order.inputs[SETS] / ROWS), codec, config.data.max_tokens)
    held_out = tokenize_rows(read_rows(order.inputs[SETS] / HELD_OUT), codec, config.data.max_tokens)
    if order.facts["per_length"]:
        config = scale_strength(config, rows.examples)
    _train_and_save(order, config, load_model(order.inputs[BASE_MODEL]), rows.examples, held_out.examples)


def scale_strength(config: RunConfig, rows: Sequence[Example]) -> RunConfig:
    """Divide the objective's strength by the squared mean tokens of a program."""
    strength = config.objective.strength if isinstance(config.objective, Eco) else 1.0
    mean = sum(len(row.completion) for row in rows) / len(rows)
    objective = config.objective.model_copy(update={"strength": strength / mean**2})
    return config.model_copy(update={"objective": objective})


def generate_samples(order: TaskOrder) -> None:
    """Draw samples for every held-out problem, each with whether it came to its end."""
    codec, facts = lab_codec(), order.facts
    trained = next(folder for name, folder in order.inputs.items() if name != SETS)
    model = load_model(trained, facts["quarter"])
    problems = read_json(order.inputs[SETS] / PROBLEMS)
    progress = _progress_writer(order.folder)
    drawn = sample(
        model,
        codec,
        [problem["prompt"] for problem in problems],
        samples=facts["samples"],
        temperature=facts["temperature"],
        max_new_tokens=facts["max_new_tokens"],
        batch=facts["batch"],
        seed=facts["seed"],
        on_progress=progress,
    )
    with (order.folder / GENERATIONS).open("w", encoding="utf-8") as file:
        for problem, samples in zip(problems, drawn, strict=True):
            texts = [{"text": each.text, "tokens": each.tokens, "finished": each.finished} for each in samples]
            file.write(json.dumps({"problem": problem["name"], "samples": texts}, ensure_ascii=False) + "\n")


def lab_codec() -> LabCodec:
    """The codec, the same for every world and model."""
    return LabCodec(vocabulary())


def load_model(trained: Path, quarter: int = QUARTERS) -> PreTrainedModel:
    """Load the model that a training left at its end, or after a quarter of its steps (the nearest checkpoint)."""
    run = read_json(trained / TRAINED)
    folder = run["model_dir"]
    if quarter < QUARTERS:
        wanted = run["steps"] * quarter / QUARTERS
        folder = min(run["checkpoints"], key=lambda each: abs(each["step"] - wanted))["folder"]
    model: PreTrainedModel = LlamaForCausalLM.from_pretrained(trained / folder)
    return model.to("cuda" if torch.cuda.is_available() else "cpu")  # type: ignore[arg-type]


def _train_and_save(
    order: TaskOrder,
    config: RunConfig,
    model: PreTrainedModel,
    rows: Sequence[Example],
    held_out: Sequence[Example],
) -> None:
    """Train with as many checkpoints as tracing or going on takes; trained.json says where everything is."""
    traced = bool(order.facts.get("traced"))
    steps = estimate_steps(config, rows)
    every = max(1, -(-steps // (QUARTERS if traced else CHECKPOINTS)))
    evaluate = max(1, steps // QUARTERS) if held_out else 0
    keeping = config.keeping.model_copy(update={"checkpoint_steps": every, "evaluate_steps": evaluate})
    progress = _progress_writer(order.folder)
    began = time.monotonic()
    result = train(
        config.model_copy(update={"keeping": keeping}),
        model,
        lab_codec(),
        rows,
        order.folder / "run",
        held_out=held_out,
        on_log=lambda line: progress(int(line.get("step", 0)), steps),
    )
    if result.model_dir is None:
        raise RuntimeError(f"{order.name}: the training ended at step {result.steps} without a model")
    kept = result.checkpoints if traced else ()
    for _, folder in () if traced else result.checkpoints:
        shutil.rmtree(folder)
    write_json(
        order.folder / TRAINED,
        {
            "model_dir": str(result.model_dir.relative_to(order.folder)),
            "log": str(result.log.relative_to(order.folder)),
            "steps": result.steps,
            "collision_rate": result.collision_rate,
            "rows": len(rows),
            "tokens": sum(row.tokens for row in rows),
            "checkpoints": [{"step": step, "folder": str(folder.relative_to(order.folder))} for step, folder in kept],
            "seconds": time.monotonic() - began,
            "config": config.model_dump(mode="json"),
            "device": str(next(model.parameters()).device),
        },
    )


def estimate_steps(config: RunConfig, rows: Sequence[Example]) -> int:
    """Estimate how many optimiser steps a run takes."""
    given = config.optimisation
    if given.steps is not None:
        return given.steps
    count = len({row.set for row in rows}) if config.order.kind == "single" else len(rows)
    if config.order.kind == "single" and config.order.control == "steps":
        count = len(rows)
    return max(1, int(given.epochs * -(-count // given.batch_rows)))


def _progress_writer(folder: Path) -> Callable[[int, int], None]:
    """Make a function that writes how much of how much is done, at most once a second."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY_S:
            last = time.monotonic()
            write_json(folder / PROGRESS, {"done": done, "total": total})

    return tell


if __name__ == "__main__":
    serve(lambda path: make(TaskOrder.load(path)))
