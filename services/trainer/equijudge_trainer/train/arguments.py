"""A run's configuration as transformers.TrainingArguments."""

from __future__ import annotations

import warnings
from pathlib import Path

import torch
from transformers import TrainingArguments

from equijudge_core.contracts.run_config import RunConfig


def arguments(config: RunConfig, directory: Path, micro_batches: int) -> TrainingArguments:
    """micro_batches: of one rank in an optimiser batch. Learning rates, weight decay and the like as given; a line of
    the log for every step."""
    how, keep = config.optimisation, config.keeping
    cuda = torch.cuda.is_available()
    with warnings.catch_warnings():
        # A machine without accelerator is no surprise here.
        warnings.filterwarnings("ignore", message=".*pin_memory.*")
        return TrainingArguments(
            output_dir=str(directory),
            per_device_train_batch_size=how.micro_rows,
            gradient_accumulation_steps=micro_batches,
            num_train_epochs=how.epochs,
            max_steps=how.steps or -1,
            learning_rate=how.learning_rate,
            lr_scheduler_type=how.schedule,
            warmup_steps=how.warmup,
            weight_decay=how.weight_decay,
            adam_beta2=how.beta2,
            max_grad_norm=how.max_grad_norm,
            bf16=how.bf16,
            seed=config.seed,
            save_strategy="steps" if keep.checkpoint_steps else "no",
            save_steps=keep.checkpoint_steps or 500,
            save_total_limit=None,  # ours to rotate: a checkpoint counts once it is whole
            logging_steps=1,
            logging_nan_inf_filter=False,
            report_to=list(keep.report_to) or "none",
            disable_tqdm=True,
            remove_unused_columns=False,
            ddp_find_unused_parameters=False,
            dataloader_pin_memory=cuda,
            use_cpu=not cuda,
        )
