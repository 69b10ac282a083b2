"""From all features of a program to the coarse ones that name its algorithm.

A technique explains the details that it is made of: a segment tree has bit tricks and tables, a search has a queue and
a set of what was seen. Such details are dropped from the coarse level where their technique was found, so that two ways
to write one technique stay together. How deep loops nest counts only where nothing else names the algorithm. Details of
style are never coarse.
"""

from __future__ import annotations

_STYLE = frozenset(
    {
        "for", "while", "comprehension", "whole-sequence call", "early end", "generator", "recursion", "swap",
        "text builder", "text of numbers", "reversal", "alphabet", "array", "sort by key", "distinct", "divmod",
        "text class", "text case", "text format", "text split", "text translate", "counting", "residues",
        "dp table:1d", "dp table:2d", "reduce", "halving", "lowest bit", "compression", "groupby", "text find",
        "text prefix", "tokens", "random",
    }
    | {f"passes:{count}" for count in range(5)}
)  # fmt: skip

# What holds the data while something else happens to it, and work that many algorithms do on the way.
_DETAILS = frozenset(
    {
        "hash map", "set", "count table", "stack", "deque", "bit mask", "binary digits", "text count", "text replace",
        "prefix sums", "exclusive or", "square root", "digits", "linked list", "list deletion",
    }
)  # fmt: skip

# Techniques by what they are made of, beyond the details above.
_EXPLAINS = {
    "fenwick tree": {"dp table", "sort", "binary search", "relaxation", "links followed"},
    "segment tree": {
        "dp table", "divide and conquer", "branching recursion", "two pointers", "sliding window", "sort",
        "binary search", "relaxation", "fenwick tree", "depth-first search", "links followed", "matrix product",
    },
    "union-find": {"links followed", "relaxation", "dp table"},
    "doubling table": {"dp table", "binary search", "binary search on the answer", "links followed", "relaxation"},
    "automaton": {"dp table"},
    "links followed": {"dp table", "automaton", "relaxation"},
    "memo": {
        "expansion", "mutual recursion", "branching recursion", "dp table", "sort", "depth-first search", "relaxation",
    },
    "best-first search": {"heap", "relaxation", "depth-first search", "breadth-first search", "dp table"},
    "0-1 search": {"relaxation", "breadth-first search", "dp table"},
    "breadth-first search": {"relaxation", "dp table"},
    "depth-first search": {"relaxation", "dp table", "branching recursion"},
    "topological order": {"breadth-first search", "depth-first search", "dp table", "relaxation"},
    "two frontiers": {"breadth-first search"},
    "all pairs": {"relaxation", "dp table"},
    "elimination": {"matrix product", "dp table", "all pairs"},
    "matrix product": {"relaxation", "all pairs"},
    "dp table": {"running best", "relaxation"},
    "match window": {"dp table", "relaxation", "sliding window", "expansion"},
    "blocks": {"sort"},
    "divide and conquer": {"branching recursion", "merge", "sliding window", "two pointers", "dp table", "relaxation"},
    "backtracking": {"branching recursion"},
    "mutual recursion": {"branching recursion"},
    "sieve": {"trial division", "dp table"},
    "linear sieve": {"sieve", "trial division", "dp table"},
    "segmented sieve": {"sieve", "trial division", "dp table"},
    "progression sieve": {"sieve", "dp table"},
    "sorted container": {"binary search", "sort"},
    "two pointers": {"sliding window", "merge"},
    "partition": {
        "mutual recursion", "two pointers", "sliding window", "dp table", "merge", "branching recursion",
        "divide and conquer",
    },
    "subset masks": {"dp table"},
    "permutations": {"links followed"},
    "square root": {"decimal"},
    "binary search on the answer": {"binary search"},
    "monotone deque": {"monotone stack"},
}  # fmt: skip

# Named by what holds the data, these still differ by how deep their loops nest.
_UNNAMED = _DETAILS | {"sort"}
_DEEP_BY_NATURE = frozenset({"deque", "list deletion", "square root"})

# What says something only beside something else.
_BESIDE = {"selection": "relaxation"}


def coarse(features: set[str]) -> set[str]:
    """The features that name the algorithm: `features` without style and without what another one explains."""
    depth = next((feature for feature in features if feature.startswith("loops:")), "loops:0")
    found = {feature for feature in features - _STYLE if not feature.startswith("loops:")}
    found -= set().union(*(_EXPLAINS.get(feature, set()) for feature in found))
    found -= {feature for feature, other in _BESIDE.items() if other not in found}
    if found - _UNNAMED:
        return found - _DETAILS
    if found & _DEEP_BY_NATURE:
        return found
    return found | {depth if depth != "loops:0" or not found else "loops:1"}
