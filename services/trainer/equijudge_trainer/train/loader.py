"""Micro-batches of this rank, in the order of the plans, over as many epochs as it takes.

An epoch of transformers.Trainer is as many optimiser batches as the first plan has. Plans of later epochs may have a
few more or less, so batches are numbered through over all plans: batch i is the same whatever was resumed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from equijudge_trainer.data.batch_order import BatchPlan
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.tokenization import collate
from equijudge_trainer.losses.tokens import IGNORE

Plans = Callable[[int], BatchPlan]
"""The plan of an epoch, from 0."""


class Examples(Dataset[Example]):
    """Examples by position."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._examples = examples

    def __getitem__(self, index: int) -> Example:
        return self._examples[index]

    def __len__(self) -> int:
        return len(self._examples)


class MicroBatches(Sampler[list[int]]):
    """Positions of the examples of each micro-batch of one rank; `set_epoch` as transformers.Trainer calls it."""

    def __init__(self, plans: Plans, rank: int = 0, ranks: int = 1) -> None:
        self._plans = plans
        self._rank = rank
        self._ranks = ranks
        self._epoch = 0
        first = plans(0)
        if not first.batches:
            raise ValueError("data: no batch to train on")
        self.batches = len(first.batches)
        self.micro = len(first.batches[0]) // ranks
        self.collision_rate = first.collision_rate

    def set_epoch(self, epoch: int) -> None:
        """The epoch whose batches come next."""
        self._epoch = epoch

    def __len__(self) -> int:
        return self.batches * self.micro

    def __iter__(self) -> Iterator[list[int]]:
        first = self._epoch * self.batches
        for batch in self._numbered(first, first + self.batches):
            for number in range(self.micro):
                yield list(batch[number * self._ranks + self._rank])

    def _numbered(self, start: int, end: int) -> Iterator[tuple[tuple[int, ...], ...]]:
        number, epoch = 0, 0
        while number < end:
            plan = self._plans(epoch)
            for batch in plan.batches:
                if start <= number < end:
                    yield batch
                number += 1
            epoch += 1


class MicroBatchLoader(DataLoader[Example]):
    """A loader that hands the epoch on to its micro-batches."""

    def set_epoch(self, epoch: int) -> None:
        """The epoch whose batches come next."""
        assert isinstance(self.batch_sampler, MicroBatches)
        self.batch_sampler.set_epoch(epoch)


def loader(examples: Sequence[Example], batches: MicroBatches, pad_id: int) -> MicroBatchLoader:
    """A micro-batch without rows, which a short last batch may have, becomes one row of which nothing counts."""

    def collated(rows: list[Example]) -> dict[str, Tensor]:
        if rows:
            return collate(rows, pad_id)
        made = collate([examples[0]], pad_id)
        return made | {"labels": torch.full_like(made["labels"], IGNORE)}

    return MicroBatchLoader(Examples(examples), batch_sampler=batches, collate_fn=collated)
