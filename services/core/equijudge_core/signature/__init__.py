"""Which algorithm is a program? A deterministic, versioned answer that looks at no other program.

`signature` finds readable features in the syntax tree: data structures, control flow, techniques, library calls. The
coarse ones name the algorithm, and their hash is the cluster; the fine ones add what else it uses. Names, layout,
comments, type hints, dead functions, the style of reading and printing, of importing and of wrapping change neither.
What it cannot do: prove that two programs do the same, or see through an algorithm that no detector knows, which is
then named by the depth of its loops and what it keeps its data in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from equijudge_core.programs.source import MAX_SOURCE_BYTES, parse
from equijudge_core.signature import (
    arithmetic,
    bits,
    control,
    dynamic,
    extent,
    graph,
    graph_walks,
    library,
    ordering,
    passes,
    powers,
    scans,
    search,
    states,
    structures,
    trees,
)
from equijudge_core.signature.levels import PLAIN, coarse
from equijudge_core.signature.view import Findings, View

__all__ = ["VERSION", "Evidence", "Signature", "signature"]

VERSION = "v6"
_DIGEST_BYTES = 8

_DETECTORS: tuple[Callable[[View], Findings], ...] = (
    extent.extents,  # first: what follows asks which loops are short
    extent.blocks,
    library.library,
    structures.hashing,
    structures.seen_lists,
    structures.marks,
    structures.partners,
    structures.queues,
    structures.own_heaps,
    trees.union_find,
    trees.fenwick,
    trees.segment_tree,
    trees.doubling_table,
    trees.automaton,
    trees.recursive_automaton,
    bits.bits,
    bits.bit_sets,
    bits.subset_tests,
    bits.subsets,
    structures.counts,
    structures.differences,
    structures.deletions,
    structures.doubled,
    search.binary_search,
    search.pointers,
    search.windows,
    search.monotone,
    search.monotone_by_hand,
    search.stack,
    ordering.exchanges,
    ordering.partition,
    graph.work_lists,
    graph_walks.orders,
    graph_walks.low_links,
    graph_walks.links,
    graph_walks.recursive_links,
    graph_walks.selection,
    graph_walks.heuristic,
    dynamic.dynamic,
    states.match_window,
    states.diagonals,
    states.rolling,
    states.layers,
    states.grown_sets,
    scans.restarts,
    scans.until_stable,
    arithmetic.euclid,
    arithmetic.sieve,
    powers.powers,
    arithmetic.rolling_hash,
    arithmetic.divided_out,
    arithmetic.rests,
    arithmetic.digit_by_digit,
    arithmetic.factorials,
    arithmetic.newton,
    arithmetic.elimination,
    arithmetic.linear_basis,
    arithmetic.bottom_up,
    control.recursion,
    control.two_halves,
    control.tree_sums,
    passes.divisors,
    passes.texts,
    passes.wholes,
    control.loops,  # last: it leaves out the loops that the others recognised
)


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A feature and a line (from 1) that shows it."""

    feature: str
    line: int


@dataclass(frozen=True, slots=True)
class Signature:
    """A program's algorithm. `coarse` and `fine` are ids, equal on every machine and Python 3.11 to 3.13."""

    version: str
    coarse: str
    fine: str
    coarse_features: tuple[str, ...]
    fine_features: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def signature(source: str, max_bytes: int = MAX_SOURCE_BYTES) -> Signature:
    """The signature of a Python 3 program. Raises equijudge_core.programs.source.Unparseable."""
    view = View.of(parse(source, max_bytes))
    evidence = {
        Evidence(feature, getattr(node, "lineno", 1)) for detector in _DETECTORS for feature, node in detector(view)
    }
    names = coarse({one.feature for one in evidence})
    evidence = {one for one in evidence if one.feature in names or one.feature not in PLAIN}
    features = {one.feature for one in evidence}
    return Signature(
        VERSION, _id(names), _id(features), tuple(sorted(names)), tuple(sorted(features)), tuple(sorted(evidence))
    )


def _id(features: set[str]) -> str:
    text = "\n".join(sorted(features))
    return f"{VERSION}:{blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()}"
