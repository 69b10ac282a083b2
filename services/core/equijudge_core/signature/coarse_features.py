"""From all features of a program to the coarse ones that name its algorithm.

The most specific technique that is present names the cluster; what it is made of, or used beside it, does not count.
A table of values made of each other is named with what its recurrence ranges over. Where no technique is found, what
carries the data names the cluster, and how deep loops over the data nest: not at all, once, or deeper.
"""

from __future__ import annotations

from equijudge_core.signature.recurrence import KINDS

# The most specific first: what would be said of the program if only one thing could be said.
TECHNIQUES = (
    "eval", "permutations", "segment tree", "fenwick tree", "doubling table", "union-find", "sorted container",
    "match window", "diagonals", "rolling hash", "library merge", "heap", "low link", "topological order",
    "tree sums", "links followed", "automaton", "linear sieve", "segmented sieve", "progression sieve", "newton",
    "elimination", "linear basis", "matrix product", "repeated squaring", "gcd", "all pairs", "0-1 search",
    "two frontiers", "memo", "partition", "divide and conquer", "bit parallel", "monotone deque", "monotone stack",
    "search from everywhere", "breadth-first search", "depth-first search", "until stable", "dp table", "two halves",
    "sieve", "subsets", "exhaustive recursion", "digit by digit", "two pointers", "expansion", "sliding window",
    "selection", "relaxation", "difference array", "blocks", "binary search", "bit set", "factorials", "regex",
    "divided out",
)  # fmt: skip

# A technique that is found in more than one way.
_NAMED = {"until stable": "relaxation", "factors taken out": "divided out"}

# What tells programs apart that one technique names.
_BESIDE = {
    "union-find": {"sort"},
    "heap": {"heuristic"},
    "dp table": {"binary search", "sliding window"},
    "links followed": {"automaton"},
    "elimination": {"fractions"},
    "partition": {"sort"},
    "binary search": {"sort"},
}

_LABELS = {"random", "exclusive or"}  # drawn for everything, and added up

_CARRIERS = frozenset({"hash", "counts", "sort", "random", "numpy"})

_ALONE = frozenset({"prefix sums", "restarted sum"})  # beside an order or a recursion they are no technique

# Where neither a hash map nor a table of counts carries the data.
_LESSER = (
    "exclusive or", "random", "doubled text", "prefix sums", "stack", "list deletion", "modular power",
    "swap of neighbours", "insertion", "swap", "deque", "restarted sum",
)  # fmt: skip

# What a program does where nothing else is known of it, the most telling first; see `rules.plain_programs`.
PLAIN = (
    "number walked", "factors taken out", "trial division", "text replacing", "reversal", "text building",
    "aggregates", "case analysis", "closed formula",
)  # fmt: skip


def select_coarse(features: set[str]) -> set[str]:
    """Choose the features that name the algorithm, by the order of the tables above."""
    if features >= _LABELS:
        return {"random labels"}
    shallow = features & {"loops:0", "loops:1"}
    deep = set() if shallow else {"loops:2"}
    for technique in TECHNIQUES:
        if technique in features:
            kind = [one for one in KINDS if one in features][:1] if technique == "dp table" else []
            return {_NAMED.get(technique, technique), *kind} | (_BESIDE.get(technique, set()) & features)
    carriers = features & _CARRIERS
    if "counts" in carriers:  # walked value by value, in whatever they are kept, or asked for partners
        return carriers - (set() if "partner" in features else {"hash"})
    if "hash" in carriers:
        return carriers | deep
    for technique in _LESSER:
        if technique in features and not (technique in _ALONE and features & {"sort", "recursion"}):
            return {technique}
    if carriers:
        return carriers | deep
    if "square root" in features and not deep:
        return {"square root"}
    plain = next((technique for technique in PLAIN if technique in features), None)
    return {_NAMED.get(plain, plain)} | deep if plain else deep | shallow
