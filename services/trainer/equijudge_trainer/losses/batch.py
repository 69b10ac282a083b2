"""Which tokens count, to which row they belong, and which set and cluster a row belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

from equijudge_trainer.losses.tokens import IGNORE


@dataclass(frozen=True, slots=True)
class Rows:
    """M counted tokens of B rows.

    index: (M,) position of each counted token's predecessor in the flattened (B * T) batch. labels: (M,).
    row: (M,) row of each. counts: (B,) counted tokens per row, as floats of the scores' dtype.
    """

    index: Tensor
    labels: Tensor
    row: Tensor
    counts: Tensor

    def sums(self, values: Tensor) -> Tensor:
        """(B,) sums of per-token values (M,): for log-probabilities those of the sequences."""
        return values.new_zeros(len(self.counts)).index_add(0, self.row, values)


def counted(labels: Tensor) -> Rows:
    """The counted tokens of labels (B, T), as data collators make them: IGNORE where a token does not count.

    The state at t predicts the label at t + 1; the first position is predicted by nothing and never counts.
    """
    if labels.dim() != 2:
        raise ValueError(f"labels {tuple(labels.shape)}: (B, T) is wanted")
    rows, columns = torch.nonzero(labels[:, 1:] != IGNORE, as_tuple=True)
    return Rows(
        index=rows * labels.shape[1] + columns,
        labels=labels[rows, columns + 1],
        row=rows,
        counts=(labels[:, 1:] != IGNORE).sum(1).to(torch.float32),
    )
