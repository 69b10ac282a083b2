"""The tasks that a process with torch makes: base models, fine-tuning, the RL stage, samples. One thread each.

    python -m equijudge_lab.training_tasks        # orders on standard input, see worker_process.py

ORDER.json holds a task's name, kind, facts, its partial folder and the folders of what it needs (`TaskOrder`). A
training goes on from the checkpoints in its folder, sampling after the last checkpoint that was drawn. `progress.json`
in the folder says how far it is.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from transformers import LlamaForCausalLM, PreTrainedModel

from equijudge_core.contracts.run_config import RunConfig
from equijudge_lab.codec import LabCodec
from equijudge_lab.files import (
    DRAWS,
    HELD_OUT,
    PROGRESS,
    ROWS,
    SIGNATURES,
    TRAINED,
    read_json,
    read_rows,
    write_json,
    write_lines,
)
from equijudge_lab.model import MODELS, make_model
from equijudge_lab.plan import HELD_OUT as HELD_OUT_SPLIT
from equijudge_lab.plan import POOL, RL, VALIDATION
from equijudge_lab.plan import TRAINED as TRAINED_SPLIT
from equijudge_lab.problems import problems_of, world_of
from equijudge_lab.worker_process import serve
from equijudge_lab.world import vocabulary
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import tokenize_rows
from equijudge_trainer.sample.sampling import sample
from equijudge_trainer.train.run_log import read_log
from equijudge_trainer.train.training import train

_EVERY_S = 1.0
LOGGED = ("nll", "penalty", "pushed_down", "weight_min", "weight_max", "weight_change", "entropy", "held_out_nll")


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

    def input(self, kind: str) -> Path:
        """The folder of what it needs of that kind."""
        return next(folder for name, folder in self.inputs.items() if name.startswith(f"{kind}/"))

    def has(self, kind: str) -> bool:
        """Whether it needs one of that kind."""
        return any(name.startswith(f"{kind}/") for name in self.inputs)


def make(order: TaskOrder) -> None:
    """Do a task: its files are in its folder afterwards."""
    torch.set_num_threads(1)
    {"base": train_base, "train": train_unit, "grpo": train_by_reward, "generate": draw_samples}[order.kind](order)


def train_base(order: TaskOrder) -> None:
    """Train a model that starts from nothing on the corpus."""
    codec = lab_codec()
    config = RunConfig.model_validate(order.facts["run"])
    rows = tokenize_rows(read_rows(order.input("corpus") / ROWS), codec, config.data.max_tokens)
    model = make_model(MODELS[order.facts["model"]], codec, config.seed)
    _train_and_save(order, config, model, rows.examples, (), ())


def train_unit(order: TaskOrder) -> None:
    """Fine-tune the base model on the sets as the unit says; keep the epochs that are drawn, and the best."""
    codec = lab_codec()
    config = RunConfig.model_validate(order.facts["run"])
    sets = order.input("sets")
    rows = list(read_rows(sets / ROWS))
    if order.facts["labels"] == "signature":
        named = read_json(sets / SIGNATURES)
        rows = [replace(row, cluster=name) for row, name in zip(rows, named, strict=True)]
    examples = tokenize_rows(iter(rows), codec, config.data.max_tokens).examples
    held_out = tokenize_rows(read_rows(sets / HELD_OUT), codec, config.data.max_tokens).examples
    _train_and_save(order, config, load_model(order.input("base")), examples, held_out, order.facts["epochs"])


def train_by_reward(order: TaskOrder) -> None:
    """Go on from a training's last epoch with GRPO on the judge's verdicts."""
    from equijudge_lab.rl import run_grpo

    run_grpo(order, load_model(order.input("train")), lab_codec(), _progress_writer(order.folder))


def draw_samples(order: TaskOrder) -> None:
    """Draw samples of every model and problem that the unit asks for, each with whether it came to its end."""
    codec, facts = lab_codec(), order.facts
    world = world_of(facts)
    done: list[dict[str, Any]] = []
    progress = _progress_writer(order.folder)
    wanted = list(wanted_draws(order))
    for number, (draw, model_folder) in enumerate(wanted):
        path = order.folder / f"draw-{number}.jsonl"
        done.append({**draw, "file": path.name})
        progress(number, len(wanted))
        if path.exists():
            continue
        problems = problems_of(world, facts, draw["split"])
        drawn = sample(
            load_folder(model_folder),
            codec,
            [problem.prompt for problem in problems],
            samples=facts["samples"],
            temperature=draw["temperature"],
            max_new_tokens=facts["max_new_tokens"],
            batch=facts["batch"],
            seed=facts["seed"],
        )
        # One that was cut off is no program.
        texts = ([each.text if each.finished else "" for each in samples] for samples in drawn)
        write_lines(path, ({"problem": p.name, "samples": found} for p, found in zip(problems, texts, strict=True)))
    write_json(order.folder / DRAWS, done)


def wanted_draws(order: TaskOrder) -> Iterator[tuple[dict[str, Any], Path]]:
    """What is drawn of which model's folder."""
    facts = order.facts

    def draw(epoch: int, split: str, temperature: float = 1.0, best: bool = False) -> dict[str, Any]:
        return {"epoch": epoch, "split": split, "temperature": temperature, "best": best}

    if facts["kind"] == "base":
        folder = order.input("base")
        model = folder / read_json(folder / TRAINED)["model_dir"]
        yield draw(0, HELD_OUT_SPLIT), model
        if facts["pool"]:
            yield draw(0, POOL), model
        yield from ((draw(0, HELD_OUT_SPLIT, temperature), model) for temperature in facts["temperatures"])
        return
    trained = order.input("train")
    run = read_json(trained / TRAINED)
    models = {int(epoch): trained / folder for epoch, folder in run["models"].items()}
    last = max(facts["epochs"])
    if facts["kind"] == "grpo":
        after = order.input("grpo") / "model"
        yield draw(last, RL), models[last]
        yield draw(last + 1, RL), after
        yield draw(last + 1, HELD_OUT_SPLIT), after
        return
    if facts["kind"] == "sharpened":
        for split in (HELD_OUT_SPLIT, TRAINED_SPLIT):
            yield draw(last, split, facts["temperatures"][0]), models[last]
        return
    if facts["validation_only"]:
        yield from ((draw(epoch, VALIDATION), models[epoch]) for epoch in facts["epochs"])
        return
    best = run["best_epoch"]
    for epoch in sorted({*facts["epochs"], *([best] if best else [])}):
        for split in (HELD_OUT_SPLIT, TRAINED_SPLIT):
            yield draw(epoch, split, best=epoch == best), models[epoch]
    yield from ((draw(last, HELD_OUT_SPLIT, temperature), models[last]) for temperature in facts["temperatures"])


def lab_codec() -> LabCodec:
    """The codec, the same for every world and model."""
    return LabCodec(vocabulary())


def load_model(trained: Path) -> PreTrainedModel:
    """Load the model that a training left at its end."""
    return load_folder(trained / read_json(trained / TRAINED)["model_dir"])


def load_folder(folder: Path) -> PreTrainedModel:
    """Load a model, to the GPU where there is one."""
    model: PreTrainedModel = LlamaForCausalLM.from_pretrained(folder)
    return model.to("cuda" if torch.cuda.is_available() else "cpu")  # type: ignore[arg-type]


def _train_and_save(
    order: TaskOrder,
    config: RunConfig,
    model: PreTrainedModel,
    rows: Sequence[Example],
    held_out: Sequence[Example],
    epochs: Sequence[int],
) -> None:
    """Train; trained.json says where the models of the wanted epochs and of the best held-out NLL are."""
    if not config.keeping.checkpoint_steps:
        every = max(1, int(config.optimisation.epochs * len(rows) / config.optimisation.batch_rows) // 5)
        config = config.model_copy(update={"keeping": config.keeping.model_copy(update={"checkpoint_steps": every})})
    progress = _progress_writer(order.folder)
    total = int(
        config.optimisation.steps or config.optimisation.epochs * -(-len(rows) // config.optimisation.batch_rows)
    )
    began = time.monotonic()
    result = train(
        config,
        model,
        lab_codec(),
        rows,
        order.folder / "run",
        held_out=held_out,
        on_log=lambda line: progress(int(line.get("step", 0)), total),
    )
    if result.model_dir is None:
        raise RuntimeError(f"{order.name}: the training ended at step {result.steps} without a model")
    log = read_log(result.log)
    best = _best_epoch(log)
    kept = _keep_models(
        order.folder,
        result.checkpoints,
        config.keeping.checkpoint_steps,
        {*epochs, *([best] if best and epochs else [])},
    )
    if epochs:
        kept[max(epochs)] = str(result.model_dir.relative_to(order.folder))
    write_json(
        order.folder / TRAINED,
        {
            "model_dir": str(result.model_dir.relative_to(order.folder)),
            "models": kept,
            "best_epoch": best,
            "steps": result.steps,
            "collision_rate": result.collision_rate,
            "rows": len(rows),
            "tokens": sum(row.tokens for row in rows),
            "seconds": round(time.monotonic() - began, 1),
            "device": str(next(model.parameters()).device),
            "deviation": _deviation(order.folder / "run" / "start.pt"),
            "log": _by_epoch(log, config.keeping.checkpoint_steps),
        },
    )


def _best_epoch(log: Sequence[Mapping[str, Any]]) -> int | None:
    """After which epoch the held-out NLL was least; the trainer evaluates after each."""
    seen = [line["held_out_nll"] for line in log if "held_out_nll" in line]
    return seen.index(min(seen)) + 1 if seen else None


def _keep_models(folder: Path, checkpoints: Sequence[tuple[int, Path]], every: int, epochs: set[int]) -> dict[int, str]:
    """Remove checkpoints that are not drawn, and of the others all but the model; return folders by epoch."""
    found = {}
    for step, path in checkpoints:
        if step % every or step // every not in epochs:
            shutil.rmtree(path)
            continue
        for name in ("optimizer.pt", "scheduler.pt", "rng_state.pth", "training_args.bin"):
            (path / name).unlink(missing_ok=True)
        found[step // every] = str(path.relative_to(folder))
    return found


def _by_epoch(log: Sequence[Mapping[str, Any]], every: int) -> list[dict[str, Any]]:
    """The log's diagnostics, a line an epoch: means over its steps, extremes for weights."""
    found = []
    for start in range(0, len(log), every):
        lines = log[start : start + every]
        line: dict[str, Any] = {"step": lines[-1]["step"]}
        for name in LOGGED:
            values = [each[name] for each in lines if name in each]
            how = min if name == "weight_min" else max if name == "weight_max" else lambda seen: sum(seen) / len(seen)
            if values:
                line[name] = round(float(how(values)), 8)
        found.append(line)
    return found


def _deviation(path: Path) -> float | None:
    """Of scores within sets under the start point, where the objective compares them."""
    measured: dict[str, Any] = torch.load(path, weights_only=True) if path.exists() else {}
    return measured.get("score_deviation")


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
