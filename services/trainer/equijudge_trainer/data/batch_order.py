"""In which order rows come, and the loader that brings them.

`plan_batches` lays out one epoch as optimiser batches of micro-batches: a pure function of the seed and the epoch.

grouped, shuffled and collision order the same rows; an epoch has ceil(rows / batch_rows) optimiser batches of about the
same size, so no short last batch weighs a few rows as much as a full one does. Batches of whole sets can be a little
larger than batch_rows, others a little smaller. The number of micro-batches is the same in every epoch.

`MicroBatches` brings those of one rank over as many epochs as it takes. An epoch of transformers.Trainer is as many
optimiser batches as the first plan has. Plans of later epochs may have a few more or less, so batches are numbered
through over all plans: batch i is the same whatever was resumed.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from equijudge_core.contracts.run_config import Order
from equijudge_trainer.data.packing import (
    concatenate,
    divide,
    fill_bins,
    pack_whole_groups,
    split_evenly,
    split_into_micro_batches,
    sufficient_micro_batches,
)
from equijudge_trainer.data.rows import Example
from equijudge_trainer.data.training_data import collate
from equijudge_trainer.losses.tokens import IGNORE


@dataclass(frozen=True, slots=True)
class BatchPlan:
    """The batches of one epoch.

    batches: optimiser batch -> micro-batch -> positions in the examples. Every optimiser batch has the same number of
    micro-batches, a multiple of the ranks; micro-batch k goes to rank k % ranks. One is empty only where a batch has
    fewer rows (with whole sets: groups) than micro-batches. collision_rate: the share of rows that share their
    optimiser batch with another row of their set.
    """

    batches: tuple[tuple[tuple[int, ...], ...], ...]
    collision_rate: float


def plan_batches(
    examples: Sequence[Example],
    order: Order,
    *,
    batch_rows: int,
    micro_rows: int,
    ranks: int,
    epoch: int,
    seed: int,
    whole_sets: bool,
) -> BatchPlan:
    """Lay out the batches of an epoch; epochs are numbered from 0.

    grouped: all rows of a set are in one optimiser batch (of a set with more than batch_rows, as few as it takes).
    collision: a set's rows are in groups of group_size, or every one is in a batch without the others. single: one
    program of every problem, the same in every epoch; with control `steps` they are repeated until there are as many
    rows, so as many batches, as over all programs. cluster_balanced: a set is drawn as often as it has rows, from its
    clusters in turn, from a cluster without replacement until it is exhausted, going on from epoch to epoch; the rows
    are shuffled, or grouped for whole_sets.
    whole_sets: the rows of a set that are in one optimiser batch are in one micro-batch. A set with more than
    micro_rows comes as parts of at least 2 rows, alike in their clusters.

    Raises:
        ValueError: no examples; a size below 1; a collision rate that the sets' sizes do not allow; whole sets that
            micro_rows would cut into single rows.
    """
    sizes = {"examples": len(examples), "batch_rows": batch_rows, "micro_rows": micro_rows, "ranks": ranks}
    for name, value in sizes.items():
        if value < 1:
            raise ValueError(f"{name}: {value}; at least 1")
    batches = _batches(examples, order, batch_rows, epoch, seed, whole_sets)
    of = [example.set for example in examples]
    micro_rows = min(micro_rows, batch_rows)
    if whole_sets:
        at_least = _at_least(batches, of, micro_rows) if order.kind in ("shuffled", "single") else 1
        found = pack_whole_groups([_by_set(batch, examples) for batch in batches], micro_rows, ranks, at_least)
    else:
        found = split_into_micro_batches(batches, micro_rows, ranks)
    return BatchPlan(found, collision_rate([[of[row] for row in batch] for batch in batches]))


def collision_rate(batches: Iterable[Sequence[int]]) -> float:
    """The share of rows that share their batch with another row of their set; batches of sets, one a row."""
    rows = colliding = 0
    for batch in batches:
        rows += len(batch)
        colliding += sum(count for count in Counter(batch).values() if count > 1)
    return colliding / rows


def _batches(
    examples: Sequence[Example], order: Order, batch_rows: int, epoch: int, seed: int, whole_sets: bool
) -> list[list[int]]:
    """Optimiser batches as positions of their rows."""
    rng = random.Random(f"{seed}/{epoch}")
    rows = list(range(len(examples)))
    if order.kind == "single":
        rows = _single_rows(examples, random.Random(f"{seed}/single"))
        rows = _repeat(rows, len(examples) if order.control == "steps" else len(rows), rng)
    elif order.kind == "cluster_balanced":
        rows = _cluster_balanced_rows(examples, epoch, seed)
        rng.shuffle(rows)
    else:
        rng.shuffle(rows)
    count = math.ceil(len(rows) / batch_rows)
    if order.kind == "collision":
        batches = _collision_batches(_sets(rows, examples), order, count, batch_rows, random.Random(f"{seed}/sizes"))
    elif order.kind == "grouped" or (order.kind == "cluster_balanced" and whole_sets):
        fewest = 2 if whole_sets else 1
        groups = [part for group in _sets(rows, examples) for part in divide(group, batch_rows, fewest)]
        batches = [list(concatenate(each)) for each in fill_bins(groups, count)]
    else:
        return [list(batch) for batch in split_evenly(rows, count)]
    rng.shuffle(batches)
    return batches


def _collision_batches(
    sets: Sequence[list[int]], order: Order, count: int, batch_rows: int, rng: random.Random
) -> list[list[int]]:
    """Put some sets in groups, and the others' rows each in the least filled batches, no two of a set in one."""
    sizes = _sizes_in_groups([len(group) for group in sets], order.rate, count, batch_rows, rng)
    groups, apart = [], []
    for group in sets:
        if sizes[len(group)]:
            sizes[len(group)] -= 1
            groups += _groups(group, min(order.group_size, batch_rows))
        else:
            apart.append(group)
    batches = [list(concatenate(each)) for each in fill_bins(groups, count)]
    heap = [(len(batch), place) for place, batch in enumerate(batches)]
    heapq.heapify(heap)
    for group in apart:
        least = [heapq.heappop(heap) for _ in group]
        for row, (filled, place) in zip(group, least, strict=True):
            batches[place].append(row)
            heapq.heappush(heap, (filled + 1, place))
    return [batch for batch in batches if batch]


def _sizes_in_groups(
    sizes: Sequence[int], rate: float, count: int, batch_rows: int, rng: random.Random
) -> Counter[int]:
    """How many sets of each size are in groups; their rows come as close to the rate as adding set by set brings them.

    The choice does not depend on the epoch, so neither does the shape of its batches.
    """
    total, target = sum(sizes), round(rate * sum(sizes))
    forced = [size for size in sizes if size > count]
    free = [size for size in sizes if 1 < size <= count]
    if sum(forced) > target:
        raise ValueError(
            f"order.rate: {rate}; the rows of a set of {max(forced)} cannot all be in different batches, an epoch has "
            f"{count} of {batch_rows} rows; at least {sum(forced) / total:.3f} is feasible"
        )
    if batch_rows < 2 <= target:
        raise ValueError(f"order.rate: {rate}; no row shares a batch with batch_rows 1")
    if sum(forced) + sum(free) < target:
        raise ValueError(
            f"order.rate: {rate}; {sizes.count(1)} of {total} rows are alone in their sets; at most "
            f"{(sum(forced) + sum(free)) / total:.3f} is feasible"
        )
    rng.shuffle(free)
    chosen, left, gap = forced, list[int](), target - sum(forced)
    for size in free:
        if size <= gap:
            chosen.append(size)
            gap -= size
        else:
            left.append(size)
    if left and min(left) - gap < gap:
        chosen.append(min(left))
    return Counter(chosen)


def _groups(group: list[int], size: int) -> list[list[int]]:
    """Split a set of at least 2 rows into groups of at most `size`, none of one row: 3 in groups of 2 are one of 3."""
    parts = min(math.ceil(len(group) / size), len(group) // 2)
    return [group[part::parts] for part in range(parts)]


def _single_rows(examples: Sequence[Example], rng: random.Random) -> list[int]:
    """One row of every set."""
    return [rng.choice(group) for group in _members(range(len(examples)), lambda row: examples[row].set).values()]


def _repeat(rows: Sequence[int], count: int, rng: random.Random) -> list[int]:
    """Return `count` rows: all of them in a random order, again and again."""
    found: list[int] = []
    while len(found) < count:
        found += rng.sample(rows, len(rows))
    return found[:count]


def _cluster_balanced_rows(examples: Sequence[Example], epoch: int, seed: int) -> list[int]:
    """Every set as often as it has rows.

    A set's draws of all epochs are one row of turns: turn t is the cluster t mod K's, its t // K-th.
    """
    found: list[int] = []
    clusters = _members(range(len(examples)), lambda row: examples[row].cluster)
    for number, rows in _members(range(len(examples)), lambda row: examples[row].set).items():
        names = list({examples[row].cluster: None for row in rows})
        random.Random(f"{seed}/set/{number}").shuffle(names)
        for turn in range(epoch * len(rows), (epoch + 1) * len(rows)):
            name = names[turn % len(names)]
            members = clusters[name]
            lap, place = divmod(turn // len(names), len(members))
            found.append(random.Random(f"{seed}/cluster/{name}/{lap}").sample(members, len(members))[place])
    return found


def _sets(rows: Iterable[int], examples: Sequence[Example]) -> list[list[int]]:
    """Rows by set, the largest first, in a set by cluster; the order is else that of the rows."""
    return sorted(_by_set(rows, examples), key=len, reverse=True)


def _by_set(rows: Iterable[int], examples: Sequence[Example]) -> list[list[int]]:
    """Rows by set, in a set by cluster, so that `divide` gives every part some of each."""
    found = []
    for group in _members(rows, lambda row: examples[row].set).values():
        clusters = _members(group, lambda row: examples[row].cluster)
        found.append([row for members in clusters.values() for row in members])
    return found


def _members(rows: Iterable[int], key: Callable[[int], int]) -> dict[int, list[int]]:
    """Rows by what they belong to, in order of first appearance."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _at_least(batches: Sequence[Sequence[int]], of: Sequence[int], micro_rows: int) -> int:
    """Micro-batches that suffice however an epoch shuffles the rows."""
    largest = max(Counter(of[row] for batch in batches for row in batch).values())
    return sufficient_micro_batches(max(map(len, batches)), largest, micro_rows)


Plans = Callable[[int], BatchPlan]
"""The plan of an epoch, from 0."""


class ExampleDataset(Dataset[Example]):
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
        """Set the epoch whose batches come next."""
        self._epoch = epoch

    def __len__(self) -> int:
        return self.batches * self.micro

    def __iter__(self) -> Iterator[list[int]]:
        first = self._epoch * self.batches
        for batch in self._batches_between(first, first + self.batches):
            for number in range(self.micro):
                yield list(batch[number * self._ranks + self._rank])

    def _batches_between(self, start: int, end: int) -> Iterator[tuple[tuple[int, ...], ...]]:
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
        """Set the epoch whose batches come next."""
        assert isinstance(self.batch_sampler, MicroBatches)
        self.batch_sampler.set_epoch(epoch)


def micro_batch_loader(examples: Sequence[Example], batches: MicroBatches, pad_id: int) -> MicroBatchLoader:
    """Load the micro-batches as tensors. One without rows, which a short last batch may have, becomes one row of which
    nothing counts: every rank takes part in every forward pass."""

    def collate_rows(rows: list[Example]) -> dict[str, Tensor]:
        if rows:
            return collate(rows, pad_id)
        made = collate([examples[0]], pad_id)
        return made | {"labels": torch.full_like(made["labels"], IGNORE)}

    return MicroBatchLoader(ExampleDataset(examples), batch_sampler=batches, collate_fn=collate_rows)
