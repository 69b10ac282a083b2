"""From all features of a program to the coarse ones that name its algorithm.

A technique explains the details that it is made of: a segment tree has bit tricks and tables, a search has a queue and
a set of what was seen. Such details are dropped from the coarse level where their technique was found, so that two ways
to write one technique stay together. Details of style are never coarse.
"""

from __future__ import annotations

FINE_ONLY = frozenset(
    {
        "for", "while", "comprehension", "whole-sequence call", "early end", "generator", "recursion", "swap",
        "text builder", "text of numbers", "reversal", "alphabet", "array", "sort by key", "distinct", "divmod",
        "text class", "text case", "text format", "text split", "text translate", "counting", "residues", "deque",
        "dp table:1d", "dp table:2d", "reduce", "halving", "lowest bit", "compression", "counter", "groupby",
        "text find", "text prefix",
    }
    | {f"passes:{count}" for count in range(5)}
)  # fmt: skip

_STRUCTURES = frozenset({"hash map", "set", "count table", "stack", "deque", "bit mask", "loops"})

_EXPLAINS = {
    "fenwick tree": _STRUCTURES | {"prefix sums", "dp table", "binary digits"},
    "segment tree": _STRUCTURES | {"dp table", "divide and conquer", "branching recursion", "binary digits"},
    "union-find": _STRUCTURES,
    "doubling table": _STRUCTURES | {"dp table", "binary digits"},
    "trie": _STRUCTURES,
    "linked list": _STRUCTURES,
    "memo": _STRUCTURES | {"branching recursion", "dp table"},
    "best-first search": _STRUCTURES | {"heap", "relaxation", "depth-first search"},
    "0-1 search": _STRUCTURES | {"relaxation", "breadth-first search"},
    "breadth-first search": _STRUCTURES | {"relaxation", "dp table"},
    "depth-first search": _STRUCTURES,
    "topological order": _STRUCTURES | {"breadth-first search", "depth-first search"},
    "all pairs": _STRUCTURES | {"relaxation", "dp table"},
    "relaxation": {"dp table"},
    "dp table": {"hash map", "set", "stack", "running best"},
    "monotone stack": {"stack"},
    "monotone deque": {"stack", "deque"},
    "backtracking": _STRUCTURES | {"branching recursion"},
    "branching recursion": {"loops"},
    "divide and conquer": {"loops", "branching recursion"},
    "sieve": {"loops", "count table", "trial division", "square root"},
    "trial division": {"loops", "square root"},
    "repeated squaring": {"binary digits", "loops"},
    "matrix product": {"loops"},
    "sorted container": {"binary search"},
    "sorted insertion": {"binary search"},
    "numpy": {"loops"},
    "combinations": {"loops"},
    "permutations": {"loops"},
    "subset masks": {"bit mask", "loops"},
    "bit set": {"binary digits", "bit mask"},
    "merge": {"two pointers", "sliding window"},
}


def coarse(features: set[str]) -> set[str]:
    """The features that name the algorithm: `features` without style and without what another one explains."""
    explained = set().union(*(_EXPLAINS.get(feature, set()) for feature in features))
    kept = {feature for feature in features - FINE_ONLY - explained if not feature.startswith("loops:")}
    depth = next((feature for feature in features if feature.startswith("loops:")), "loops:0")
    if "loops" not in explained:
        kept.add(depth if depth != "loops:0" or not kept else "loops:1")
    return kept
