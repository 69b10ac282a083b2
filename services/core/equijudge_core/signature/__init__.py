"""Which algorithm is a program? A deterministic, versioned answer that looks at no other program.

`signature` finds readable features in the syntax tree: data structures, control flow, techniques, library calls. The
coarse ones name the algorithm, and their hash is the cluster; the fine ones add what else it uses. Names, layout,
comments, type hints, dead functions, the style of reading and printing, of importing and of wrapping change neither.
What it cannot do: prove that two programs do the same, or see through an algorithm that no rule knows, which is
then named by the depth of its loops and what it keeps its data in.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, parse
from equijudge_core.signature.coarse_features import PLAIN, select_coarse
from equijudge_core.signature.rules import (
    bitmasks,
    control_flow,
    data_structures,
    dp_states,
    dp_tables,
    exponentiation,
    graph_search,
    graph_walks,
    library_calls,
    loop_extents,
    number_theory,
    plain_programs,
    repeated_passes,
    search,
    sorting,
    tree_structures,
)
from equijudge_core.signature.view import Rule, View

__all__ = ["RULES", "VERSION", "Evidence", "Signature", "signature"]

VERSION = "v6"
_DIGEST_BYTES = 8

# In the order in which they look: a rule may note in the view what later ones ask.
RULES: tuple[Rule, ...] = (
    loop_extents.extents,  # first: what follows asks which loops are short
    loop_extents.blocks,
    library_calls.library,
    data_structures.hashing,
    data_structures.membership_lists,
    data_structures.marks,
    data_structures.partners,
    data_structures.queues,
    data_structures.own_heaps,
    tree_structures.union_find,
    tree_structures.fenwick,
    tree_structures.segment_tree,
    tree_structures.doubling_table,
    tree_structures.automaton,
    tree_structures.recursive_automaton,
    bitmasks.bits,
    bitmasks.bit_sets,
    bitmasks.subset_tests,
    bitmasks.subsets,
    data_structures.counts,
    data_structures.differences,
    data_structures.deletions,
    data_structures.doubled_text,
    search.binary_search,
    search.pointers,
    search.windows,
    search.monotone,
    search.monotone_by_hand,
    search.stack,
    sorting.exchanges,
    sorting.partition,
    graph_search.work_lists,
    graph_walks.orders,
    graph_walks.low_links,
    graph_walks.links,
    graph_walks.recursive_links,
    graph_walks.selection,
    graph_walks.heuristic,
    dp_tables.dynamic,
    dp_states.match_window,
    dp_states.diagonals,
    dp_states.rolling,
    dp_states.layers,
    dp_states.grown_sets,
    repeated_passes.restarts,
    repeated_passes.until_stable,
    number_theory.euclid,
    number_theory.sieve,
    exponentiation.powers,
    number_theory.rolling_hash,
    number_theory.factor_removal,
    number_theory.remainders,
    number_theory.digit_by_digit,
    number_theory.factorials,
    number_theory.newton,
    number_theory.elimination,
    number_theory.linear_basis,
    number_theory.bottom_up,
    control_flow.recursion,
    control_flow.two_halves,
    control_flow.tree_sums,
    plain_programs.divisors,
    plain_programs.texts,
    plain_programs.aggregates,
    control_flow.loops,  # last: it leaves out the loops that the others recognised
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
    """The signature of a Python 3 program. Raises equijudge_core.programs.parsing.Unparseable."""
    view = View.of(parse(source, max_bytes))
    evidence = {Evidence(feature, getattr(node, "lineno", 1)) for rule in RULES for feature, node in rule(view)}
    names = select_coarse({one.feature for one in evidence})
    evidence = {one for one in evidence if one.feature in names or one.feature not in PLAIN}
    features = {one.feature for one in evidence}
    return Signature(
        VERSION, _id(names), _id(features), tuple(sorted(names)), tuple(sorted(features)), tuple(sorted(evidence))
    )


def _id(features: set[str]) -> str:
    text = "\n".join(sorted(features))
    return f"{VERSION}:{blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()}"
