"""The RL stage: TRL's GRPOTrainer on rewards, in one directory; and what a model solves before and after it.

run.json         the configuration; another run cannot go on here
log.jsonl        TRL's metrics, a line a step
before.json, after.json    pass@1, pass@k and coverage@k of held-out problems, with their intervals
checkpoint-N/    TRL's own; a run that was killed goes on from the last
model/           the result; appears when it is whole
"""

from __future__ import annotations

import json
import shutil
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from peft import LoraConfig
from transformers import PreTrainedModel, PreTrainedTokenizerBase, TrainerCallback
from transformers.trainer_utils import get_last_checkpoint

from equijudge_core.contracts.run_config import RunConfig
from equijudge_trainer.errors import RunError

Reward = Callable[..., list[float | None]]
"""Called with prompts, completions and the dataset's columns, as TRL calls reward functions."""


@dataclass(frozen=True, slots=True)
class RlPrompt:
    """A problem as the model reads it: text, or chat messages. problem_id: of the stored problem."""

    prompt: str | list[dict[str, str]]
    problem_id: str


def train_grpo(
    config: RunConfig,
    model: PreTrainedModel,
    tokenizer: PreTrainedTokenizerBase,
    prompts: Sequence[RlPrompt],
    reward: Reward,
    directory: Path,
    on_log: Callable[[Mapping[str, Any]], None] = lambda _: None,
) -> Path:
    """Train `model` (changed in place) on rewards of what it writes; return its folder. A finished run is returned as
    it is.

    Raises:
        RunError: no prompt; TRL is not installed; the directory belongs to another run.
    """
    if not prompts:
        raise RunError("data: no problem to train on")
    try:
        from datasets import Dataset
        from trl.trainer.grpo_config import GRPOConfig
        from trl.trainer.grpo_trainer import GRPOTrainer
    except ImportError as error:
        raise RunError(f"stage grpo needs TRL: pip install 'equijudge[rl]' ({error})") from error
    claim_directory(config, directory)
    finished = directory / "model"
    if finished.exists():
        return finished
    how, rl, keep = config.optimisation, config.grpo, config.keeping
    micro = min(how.micro_rows, how.batch_rows)
    if how.batch_rows % micro:
        raise RunError(f"optimisation.micro_rows: {micro}; batch_rows {how.batch_rows} is no multiple of it")
    cuda = torch.cuda.is_available()
    # TRL leaves out what does not fill a step: of fewer prompts than that nothing would be left.
    repeated = list(prompts) * -(-how.batch_rows // rl.group // len(prompts))
    rows = Dataset.from_dict(
        {"prompt": [one.prompt for one in repeated], "problem_id": [one.problem_id for one in repeated]}
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # TRL's and transformers' own
        arguments = GRPOConfig(
            output_dir=str(directory),
            per_device_train_batch_size=micro,
            gradient_accumulation_steps=how.batch_rows // micro,
            num_generations=rl.group,
            generation_batch_size=how.batch_rows,
            max_completion_length=rl.max_new_tokens,
            temperature=rl.temperature,
            beta=rl.beta,
            num_train_epochs=how.epochs,
            max_steps=how.steps or -1,
            learning_rate=how.learning_rate,
            lr_scheduler_type="constant_with_warmup" if how.schedule == "constant" else how.schedule,
            warmup_steps=how.warmup,
            weight_decay=how.weight_decay,
            adam_beta2=how.beta2,
            max_grad_norm=how.max_grad_norm,
            bf16=how.bf16,
            gradient_checkpointing=how.gradient_checkpointing,
            seed=config.seed,
            logging_steps=1,
            save_strategy="steps" if keep.checkpoint_steps else "no",
            save_steps=keep.checkpoint_steps or 500,
            save_total_limit=keep.keep or None,
            report_to=list(keep.report_to) or "none",
            disable_tqdm=True,
            dataloader_pin_memory=cuda,
            use_cpu=not cuda,
        )
        trainer = GRPOTrainer(
            model=model,
            reward_funcs=reward,
            args=arguments,
            train_dataset=rows,
            processing_class=tokenizer,
            peft_config=_lora(config),
            callbacks=[_Log(directory / "log.jsonl", on_log)],
        )
        trainer.train(resume_from_checkpoint=get_last_checkpoint(str(directory)))
    partial = directory / "model.partial"
    shutil.rmtree(partial, ignore_errors=True)
    trainer.save_model(str(partial))
    partial.rename(finished)
    return finished


def claim_directory(config: RunConfig, directory: Path) -> None:
    """Make the directory this run's. Raises RunError where it is another's."""
    path, wanted = directory / "run.json", {"config": config.model_dump(mode="json")}
    if path.exists():
        if json.loads(path.read_text()) != wanted:
            raise RunError(f"{directory}: belongs to a run with other config; take another directory or remove it")
        return
    if directory.exists() and any(directory.iterdir()):
        raise RunError(f"{directory}: not empty, and no run of ours")
    directory.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(wanted, indent=1))


def _lora(config: RunConfig) -> LoraConfig | None:
    lora = config.optimisation.lora
    if lora is None:
        return None
    targets = list(lora.targets) or "all-linear"
    return LoraConfig(
        task_type="CAUSAL_LM", r=lora.rank, lora_alpha=lora.alpha, lora_dropout=lora.dropout, target_modules=targets
    )


class _Log(TrainerCallback):
    """Appends TRL's metrics to a file; a run that goes on drops the lines after its checkpoint."""

    def __init__(self, path: Path, on_log: Callable[[Mapping[str, Any]], None]) -> None:
        self._path, self._on_log = path, on_log

    def on_train_begin(self, args: Any, state: Any, control: Any, **kwargs: Any) -> None:
        """Drop the lines after the step that the run goes on from."""
        known = self._path.read_text().splitlines() if self._path.exists() else []
        kept = [line for line in known if json.loads(line)["step"] <= state.global_step]
        self._path.write_text("".join(line + "\n" for line in kept))

    def on_log(self, args: Any, state: Any, control: Any, logs: Any = None, **kwargs: Any) -> None:
        """Append a step's line."""
        if logs and "reward" in logs:
            line = {"step": state.global_step, **logs}
            with self._path.open("a") as file:
                file.write(json.dumps(line) + "\n")
            self._on_log(line)
