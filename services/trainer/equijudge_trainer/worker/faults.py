"""Whose fault it is that a run failed. Pure."""

from __future__ import annotations

import torch

from equijudge.errors import BadArgument, EquijudgeError, Invalid, NotFound
from equijudge_core.contracts.runs import LONGEST_FAULT, RunFault
from equijudge_core.errors import BadInput
from equijudge_trainer.errors import RunError

OWN = (RunError, BadArgument, BadInput, Invalid, NotFound, torch.OutOfMemoryError)


def fault_of(error: Exception) -> RunFault:
    """Say whose fault an error is. The run's own: its configuration, model, data or numbers are such that it would fail
    again anywhere. Memory is counted as such: what to do about it stands in the configuration. All else is a fault
    of the service."""
    own = isinstance(error, OWN)
    message = str(error) or type(error).__name__
    known = own or isinstance(error, EquijudgeError)
    reason = message if known else f"a fault of the trainer, {type(error).__name__}: {message}"
    if isinstance(error, torch.OutOfMemoryError):
        reason = f"out of memory; lower optimisation.micro_rows, data.max_tokens or evaluation.batch: {message}"
    return RunFault(whose="run" if own else "service", reason=reason[:LONGEST_FAULT])
