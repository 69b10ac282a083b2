"""Held-out programs: their NLL and the penalty, the control without which a diversity figure means little."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn

from equijudge_core.contracts.objectives import Eco, KlSet, Objective
from equijudge_trainer.data.rows import Example
from equijudge_trainer.losses.objectives import SetMembers, set_penalty
from equijudge_trainer.train.base_statistics import measure_log_probabilities


@dataclass(frozen=True, slots=True)
class HeldOut:
    """The examples to be evaluated every `steps` optimiser steps and after the last one; steps 0: never."""

    examples: Sequence[Example]
    steps: int
    rows: int

    def is_due(self, step: int, last: int) -> bool:
        """Whether this step is one of them."""
        return bool(self.examples) and self.steps > 0 and (step % self.steps == 0 or step == last)

    def metrics(self, model: nn.Module, objective: Objective, pad_id: int) -> dict[str, float]:
        """Compute held_out_nll, nats per token; held_out_penalty, of the run's own objective where it has one that
        needs nothing but log-probabilities, else of ECO's default."""
        log_p = measure_log_probabilities(model, self.examples, pad_id, self.rows)
        tokens = torch.tensor([float(len(one.completion)) for one in self.examples])
        members = SetMembers(
            sets=torch.tensor([one.set for one in self.examples]),
            tokens=tokens,
            clusters=torch.tensor([one.cluster for one in self.examples]),
        )
        if not isinstance(objective, Eco | KlSet) or objective.score in ("ref", "choice"):
            objective = Eco(kind="eco")
        spread = set_penalty(log_p, members, objective)
        return {"held_out_nll": float(-log_p.sum() / tokens.sum()), "held_out_penalty": float(spread)}
