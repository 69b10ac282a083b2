"""Groups of rows into bins: sets into optimiser batches, and a batch's rows into micro-batches.

Everything here depends on the groups' sizes and their order alone: groups of equal sizes in another order give the same
shape. So the number of micro-batches stays the same from epoch to epoch.
"""

from __future__ import annotations

import heapq
import itertools
import math
from collections.abc import Sequence

Group = Sequence[int]


def divide(group: Group, most: int, fewest: int = 1) -> list[list[int]]:
    """Divide a group into as few parts of at most `most` rows as it takes, sizes differing by at most 1.

    Rows that stand next to each other (those of a cluster) get into different parts: each part is like the whole.

    Raises:
        ValueError: a part would have less than `fewest`.
    """
    parts = math.ceil(len(group) / most)
    if len(group) // parts < min(fewest, len(group)):
        raise ValueError(
            f"a set of {len(group)} rows in parts of at most {most} leaves a row alone; whole sets need micro_rows and "
            "batch_rows of at least 3"
        )
    return [list(group[part::parts]) for part in range(parts)]


def fill_bins(groups: Sequence[Group], bins: int) -> list[list[Group]]:
    """Put groups into `bins` bins of about equally many rows: the largest first, each into the least filled bin."""
    filled: list[list[Group]] = [[] for _ in range(bins)]
    heap = [(0, place) for place in range(bins)]
    for group in sorted(groups, key=len, reverse=True):
        rows, place = heapq.heappop(heap)
        filled[place].append(group)
        heapq.heappush(heap, (rows + len(group), place))
    return filled


def concatenate(groups: Sequence[Group]) -> tuple[int, ...]:
    """Return the rows of all groups, one after the other."""
    return tuple(row for group in groups for row in group)


def split_evenly(rows: Group, parts: int) -> list[tuple[int, ...]]:
    """Split into consecutive parts of sizes that differ by at most 1; some are empty if rows are fewer than parts."""
    cuts = [len(rows) * part // parts for part in range(parts + 1)]
    return [tuple(rows[start:end]) for start, end in itertools.pairwise(cuts)]


def round_up(number: float, multiple: int) -> int:
    """Return the smallest multiple that is at least the number."""
    return multiple * max(1, math.ceil(number / multiple))


def split_into_micro_batches(
    batches: Sequence[Group], micro_rows: int, ranks: int
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """Split every batch into the same number of micro-batches, the fewest of at most `micro_rows` rows."""
    largest = max(map(len, batches))
    count = round_up(math.ceil(largest / micro_rows), ranks)
    return tuple(tuple(split_evenly(batch, count)) for batch in batches)


def pack_whole_groups(
    batches: Sequence[Sequence[Group]], micro_rows: int, ranks: int, at_least: int = 1
) -> tuple[tuple[tuple[int, ...], ...], ...]:
    """The same for batches of groups, none of which is divided unless it has more than `micro_rows` rows; then its
    parts have at least 2.

    A batch with fewer groups than there are micro-batches has empty ones: nothing could be put there.
    """
    pieces = [[part for group in batch for part in divide(group, micro_rows, fewest=2)] for batch in batches]
    count = round_up(at_least, ranks)
    while (found := _try_packing(pieces, count, micro_rows)) is None:
        count += ranks
    return found


def sufficient_micro_batches(rows: int, largest: int, micro_rows: int) -> int:
    """How many micro-batches hold `rows` rows in groups of at most `largest` however many groups there are.

    A group of a rows, laid as `fill_bins` does, finds no room only when every micro-batch has more than micro_rows - a;
    and when a is over micro_rows / 2, every one has a group as large. So all are more than half full by then.
    """
    return math.ceil(rows / max(micro_rows - min(largest, micro_rows) + 1, micro_rows // 2 + 1))


def _try_packing(
    batches: Sequence[Sequence[Group]], count: int, micro_rows: int
) -> tuple[tuple[tuple[int, ...], ...], ...] | None:
    found = []
    for batch in batches:
        parts = tuple(concatenate(groups) for groups in fill_bins(batch, count))
        if max(map(len, parts)) > micro_rows:
            return None
        found.append(parts)
    return tuple(found)
