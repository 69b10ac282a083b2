"""Does the signature lack features, or is too much lost where an id is made of them? A judge that is learned tells.

A forest learns to say of two programs of one problem whether they are of one family, from what both have, on the
problems that the signature was tuned on. It sees both programs at once, which an id, that may look at no other program,
cannot. Pairs that it takes for one family are joined (average linkage), at the distance that suits problems best that
were left out of learning.
"""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import mean

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import adjusted_rand_score, v_measure_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from tests import handbook

from bench.figures import Figure
from equijudge_core.programs.canonical.names import call_name
from equijudge_core.programs.parsing import parse
from equijudge_core.signature import signature
from equijudge_core.signature.view import View

_LEAST = 8  # programs that have a feature, for it to count
_FOLDS = 6
_DISTANCES = [place / 20 for place in range(6, 19)]


@dataclass(frozen=True)
class Program:
    """A right program of the handbook; `syntax` counts what its tree is made of, `found` its signature's features."""

    problem: str
    held_back: bool
    family: str
    syntax: Mapping[str, int]
    found: Mapping[str, int]


def figures() -> list[Figure]:
    """Agreement with the families, as for the signature: of problems left out of learning, and of those held back."""
    programs = list(_programs())
    return [
        Figure(f"{name}, {part}, learned on {what}", value, 1.0, value, "", setting)
        for what in ("syntax", "signature", "both")
        for part, agreement, setting in _learn(programs, what)
        for name, value in zip(("V-measure", "adjusted Rand index"), agreement, strict=True)
    ]


def _programs() -> Iterable[Program]:
    rows = handbook.read_rows()
    for label in handbook.read_labels():
        if label["list"] == "solutions":
            source = rows[label["row"]]["solutions"]["solution"][label["index"]]
            found = signature(source)
            names = [*found.fine_features, *(f"named by {one}" for one in found.coarse_features)]
            yield Program(
                label["problem"], label["held_back"], label["family"], _syntax(source), dict.fromkeys(names, 1)
            )


def _syntax(source: str) -> Counter[str]:
    """Nodes by type, what stands in what, library calls, and how deep loops are."""
    program = View.of(parse(source)).program
    counts: Counter[str] = Counter()
    for node in program.unit_of:
        around = program.loop_of[node]
        depth = len([around, *around.around()]) if around is not None else 0
        kind = type(node).__name__
        inside = type(program.parents.get(node)).__name__
        counts.update([kind, f"{inside} {kind}", f"{kind} at {depth}", f"call {call_name(node)}"])
        if isinstance(node, ast.BinOp | ast.AugAssign):
            counts[f"{kind} {type(node.op).__name__}"] += 1
    return counts


def _learn(programs: Sequence[Program], what: str) -> list[tuple[str, tuple[float, float], str]]:
    features = [
        {"syntax": one.syntax, "signature": one.found, "both": {**one.syntax, **one.found}}[what] for one in programs
    ]
    known = Counter(name for one in features for name in one)
    names = sorted(name for name, count in known.items() if count >= _LEAST)
    values = np.log1p(np.array([[one.get(name, 0) for name in names] for one in features], dtype=np.float32))
    of: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(programs):
        of[one.problem].append(place)
    parts = {
        held_back: [
            pair for own in of.values() if programs[own[0]].held_back is held_back for pair in combinations(own, 2)
        ]
        for held_back in (False, True)
    }

    def both(pairs: Sequence[tuple[int, int]]) -> np.ndarray:
        one, other = values[[a for a, _ in pairs]], values[[b for _, b in pairs]]
        return np.hstack([np.abs(one - other), np.minimum(one, other)])

    inputs = both(parts[False])
    labels = [programs[a].family == programs[b].family for a, b in parts[False]]
    forest = ExtraTreesClassifier(
        300, max_features=0.1, min_samples_leaf=2, class_weight="balanced_subsample", n_jobs=-1, random_state=0
    )
    groups = [programs[a].problem for a, _ in parts[False]]
    left_out = cross_val_predict(forest, inputs, labels, groups=groups, cv=GroupKFold(_FOLDS), method="predict_proba")
    judged = dict(zip(parts[False], left_out[:, 1], strict=True))
    best, distance = max((_agreement(programs, of, judged, distance)[::-1], distance) for distance in _DISTANCES)
    forest.fit(inputs, labels)
    unseen = dict(zip(parts[True], forest.predict_proba(both(parts[True]))[:, 1], strict=True))
    held = _agreement(programs, of, unseen, distance)
    count = len({programs[a].problem for a, _ in unseen})
    return [
        ("left out of learning", best[::-1], f"{len(of) - count} problems, {_FOLDS} folds"),
        ("held back", held, f"{count} problems"),
    ]


def _agreement(
    programs: Sequence[Program], of: Mapping[str, list[int]], judged: Mapping[tuple[int, int], float], distance: float
) -> tuple[float, float]:
    """V-measure and adjusted Rand index, means over the problems that were judged."""
    found = []
    for own in of.values():
        if (own[0], own[1]) not in judged:
            continue
        apart = np.zeros((len(own), len(own)))
        for (i, a), (j, b) in combinations(enumerate(own), 2):
            apart[i, j] = apart[j, i] = 1 - judged[a, b]
        join = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=distance)
        clusters = [str(one) for one in join.fit_predict(apart)]
        families = [programs[place].family for place in own]
        found.append((v_measure_score(families, clusters), adjusted_rand_score(families, clusters)))
    return mean(one for one, _ in found), mean(one for _, one in found)
