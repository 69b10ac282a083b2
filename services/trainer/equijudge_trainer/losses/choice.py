"""The choices that tell the programs of a set apart: branch points of the trie of their tokens.

At every point where members part, the model chooses among the set's next tokens; r_i is the sum of the logarithms of
its choices on the way to program i, normalised over what the set offers there. exp(r) adds up to 1 over a set, and
neither length nor what follows the last parting matters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True, slots=True)
class BranchPoints:
    """The P points at which rows part from others of their set.

    position: (Q,) which of the batch's label tokens each offered token competes with. token: (Q,) the
    offered token. choice: (Q,) its choice, 0 to P - 1. taken: (Q,) whether it is the row's own. row: (P,).
    """

    position: Tensor
    token: Tensor
    choice: Tensor
    taken: Tensor
    row: Tensor


def find_branch_points(programs: Sequence[Sequence[int]], sets: Sequence[int]) -> BranchPoints:
    """Find where the programs of a set part.

    programs: label token ids of each row, in the order of LabelTokens; sets: the set of each row.
    """
    trie: list[dict[int, int]] = []  # children by token, of every node
    roots: dict[int, int] = {}
    ways = []
    for program, of in zip(programs, sets, strict=True):
        if of not in roots:
            roots[of] = len(trie)
            trie.append({})
        node, way = roots[of], []
        for token in program:
            way.append(node)
            if token not in trie[node]:
                trie[node][token] = len(trie)
                trie.append({})
            node = trie[node][token]
        ways.append(way)
    offered: list[tuple[int, int, int, bool]] = []
    rows: list[int] = []
    first = 0
    for row, (program, way) in enumerate(zip(programs, ways, strict=True)):
        for place, (token, node) in enumerate(zip(program, way, strict=True)):
            if len(trie[node]) > 1:
                offered += [(first + place, other, len(rows), other == token) for other in sorted(trie[node])]
                rows.append(row)
        first += len(program)
    table = torch.tensor(offered, dtype=torch.long).reshape(-1, 4)
    return BranchPoints(table[:, 0], table[:, 1], table[:, 2], table[:, 3].bool(), torch.tensor(rows, dtype=torch.long))


def choice_log_p(offered: Tensor, found: BranchPoints, rows: int) -> Tensor:
    """(rows,) r_i from the (Q,) log-probabilities of the offered tokens."""
    count = len(found.row)
    largest = offered.detach().new_full((count,), -torch.inf).scatter_reduce(0, found.choice, offered.detach(), "amax")
    norm = offered.new_zeros(count).index_add(0, found.choice, (offered - largest[found.choice]).exp()).log() + largest
    own = offered[found.taken] - norm
    return offered.new_zeros(rows).index_add(0, found.row, own)
