"""From all features of a program to the coarse ones that name its algorithm.

The most specific technique that is present names the cluster; what it is made of, or used beside it, does not count.
Where no technique is found, what carries the data does. Only where that is a plain list is it how deep loops nest:
once or not at all, or deeper.
"""

from __future__ import annotations

from equijudge_core.signature.recurrence import KINDS

# The most specific first: what would be said of the program if only one thing could be said.
TECHNIQUES = (
    "eval", "permutations", "segment tree", "fenwick tree", "doubling table", "union-find", "sorted container",
    "match window", "rolling hash", "library merge", "heap", "links followed", "automaton", "linear sieve", "segmented sieve",
    "progression sieve", "newton", "elimination", "matrix product", "repeated squaring", "gcd",
    "all pairs", "0-1 search", "topological order", "two frontiers", "tree sums", "memo", "partition",
    "divide and conquer", "bit parallel", "monotone deque", "monotone stack", "search from everywhere",
    "breadth-first search", "depth-first search", "until stable", "dp table", "two halves", "sieve", "subsets",
    "exhaustive recursion", "digit by digit", "two pointers", "expansion", "sliding window", "selection", "relaxation",
    "difference array", "binary search", "bit set", "factorials", "regex", "divided out",
)  # fmt: skip

_NAMED = {"until stable": "relaxation"}

# What tells programs apart that one technique names.
_BESIDE = {
    "union-find": {"sort"},
    "heap": {"heuristic"},
    "dp table": {"binary search"},
    "links followed": {"automaton"},
    "elimination": {"fractions"},
    "partition": {"sort"},
}

_CARRIERS = frozenset({"hash", "counts", "sort", "random", "numpy"})

_ALONE = frozenset({"prefix sums", "restarted sum"})  # beside an order or a recursion they are no technique

# Where neither a hash map nor a table of counts carries the data.
_LESSER = (
    "exclusive or", "random", "prefix sums", "stack", "list deletion", "modular power", "swap of neighbours",
    "insertion", "swap", "deque", "restarted sum",
)  # fmt: skip


def coarse(features: set[str]) -> set[str]:
    """The features that name the algorithm."""
    for technique in TECHNIQUES:
        if technique in features:
            if technique == "dp table":
                return {technique} | set([one for one in KINDS if one in features][:1]) | (_BESIDE[technique] & features)
            return {_NAMED.get(technique, technique)} | (_BESIDE.get(technique, set()) & features)
    carriers = features & _CARRIERS
    if "counts" in carriers:  # walked value by value, in whatever they are kept, or asked for partners
        return carriers - (set() if "partner" in features else {"hash"})
    if "hash" in carriers:
        return carriers | ({"loops:2"} if not features & {"loops:0", "loops:1"} else set())
    for technique in _LESSER:
        if technique in features and not (technique in _ALONE and features & {"sort", "recursion"}):
            return {technique}
    depth = min(int(one[-1]) for one in features if one.startswith("loops:"))
    if depth < 2:
        return carriers or features & {"square root"} or {f"loops:{depth}"}
    return carriers | {"loops:2"}
