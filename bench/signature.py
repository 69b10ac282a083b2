"""Do clusters by signature agree with the families of the handbook? What it was tuned on, and what is held back.

And does a program by another hand fall into a cluster of its family, where the family is known? (data/README.md)

`python -m bench signature-why` also prints which families are split, by which features, and which are merged.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import mean
from unittest import mock

from rich.console import Console
from rich.table import Table
from sklearn.metrics import adjusted_rand_score, v_measure_score
from tests import handbook
from tests.rewrites import SAME as PLAIN
from tests.rewrites_idioms import IDIOMS

from bench.figures import Figure
from equijudge_core.programs.canonical.name_resolution import resolve_names
from equijudge_core.programs.parsing import Unparseable
from equijudge_core.signature import Signature, signature, view

_PEOPLES = Path("../shared/data/problems_multi.jsonl.gz")  # real programs, of no known family
_LEVELS = ("coarse", "fine")
_REWRITES = {**PLAIN, **IDIOMS}


@dataclass(frozen=True)
class Score:
    """One problem's agreement, (V-measure, adjusted Rand index) by level."""

    problem: str
    held_back: bool
    programs: int
    families: int
    clusters: int
    agreement: Mapping[str, tuple[float, float]]
    found: Sequence[tuple[str, str, Signature]]  # family, program, signature

    def splits(self) -> Iterator[tuple[str, str, str]]:
        """Families in several clusters: family, program, and what names its cluster."""
        for family in sorted({family for family, _, _ in self.found}):
            own = [(name, one) for of, name, one in self.found if of == family]
            if len({one.coarse for _, one in own}) > 1:
                yield from ((family, name, " + ".join(one.coarse_features)) for name, one in own)

    def merges(self) -> Iterator[tuple[str, str]]:
        """Clusters of several families: what names the cluster, and its programs."""
        for coarse in sorted({one.coarse_features for _, _, one in self.found}):
            own = [(family, name) for family, name, one in self.found if one.coarse_features == coarse]
            if len({family for family, _ in own}) > 1:
                yield " + ".join(coarse), ", ".join(name for _, name in own)


def scores() -> Iterator[Score]:
    """Every problem of the handbook."""
    labels = handbook.read_labels()
    for number, row in enumerate(handbook.read_rows()):
        own = [label for label in labels if label["row"] == number and label["list"] == "solutions"]
        found = [signature(row["solutions"]["solution"][label["index"]]) for label in own]
        families = [label["family"] for label in own]
        agreement = {
            level: (v_measure_score(families, ids), adjusted_rand_score(families, ids))
            for level in _LEVELS
            for ids in [[getattr(one, level) for one in found]]
        }
        clusters = len({one.coarse for one in found})
        named = [(label["family"], label["algorithm"], one) for label, one in zip(own, found, strict=True)]
        yield Score(row["name"], own[0]["held_back"], len(own), len(set(families)), clusters, agreement, named)


def figures(*, why: bool = False) -> list[Figure]:
    """The means of both parts; what is wanted holds for the part that is held back. `why`: what is split and merged."""
    found = list(scores())
    _show(found)
    _show_peoples()
    if why:
        _explain(found)
    return _agreement(found) + _told_apart(found) + _other_hands(found) + _effect(found)


def _effect(found: Sequence[Score]) -> list[Figure]:
    """What the canonical form does: `other` are the same rules on programs with names resolved and nothing else."""
    sources = _some_sources()
    kept = _kept(sources)
    with mock.patch.object(view, "canonicalize", resolve_names):
        plain = list(scores())
        without, kept_without = _agreement(plain) + _other_hands(plain), _kept(sources)
    setting = f"other: without the canonical form; {len(sources)} programs x {len(_REWRITES)} rewrites"
    return [
        *(
            Figure(f"canonical form: {own.name}", own.ours, other.ours, own.ours / other.ours, "", own.setting)
            for own, other in zip(_agreement(found) + _other_hands(found), without, strict=True)
            if "held back" in own.name and "fine" not in own.setting
        ),
        Figure("canonical form: a rewrite keeps its cluster", kept, kept_without, kept / kept_without, "", setting),
    ]


def _some_sources() -> list[str]:
    """Every twentieth right program of the handbook."""
    return handbook.right_programs()[::20]


def _kept(sources: Sequence[str]) -> float:
    """The share of rewrites, which change no algorithm, that have the cluster of their program."""
    return mean(
        signature(rewrite(source, Random(number))).coarse == signature(source).coarse
        for number, source in enumerate(sources)
        for rewrite in _REWRITES.values()
    )


def _agreement(found: Sequence[Score]) -> list[Figure]:
    return [
        Figure(f"{name}, {part}", value, 1.0, value, "", f"mean over {len(some)} problems, {level} clusters", wanted)
        for part, some in _parts(found).items()
        for level in _LEVELS
        for place, (name, bound) in enumerate((("V-measure", ">= 0.9"), ("adjusted Rand index", ">= 0.85")))
        for value in [mean(one.agreement[level][place] for one in some)]
        for wanted in [bound if part == "held back" and level == "coarse" else ""]
    ]


def _told_apart(found: Sequence[Score]) -> list[Figure]:
    """The same for one program of each family and a rewrite of it (renamed, wrapped, …), which no rewrite's id differs
    from: what is left are families that one id names."""
    pairs: dict[str, list[tuple[list[str], list[str]]]] = defaultdict(list)
    for part, some in _parts(found).items():
        for score in some:
            first = {family: one.coarse for family, _, one in reversed(score.found)}
            pairs[part].append(([*first] * 2, [*first.values()] * 2))
    return [
        Figure(f"{name}, families told apart, {part}", value, 1.0, value, "", "one program of each and its rewrite")
        for part, some in pairs.items()
        for name, measure in (("V-measure", v_measure_score), ("adjusted Rand index", adjusted_rand_score))
        for value in [mean(measure(*one) for one in some)]
    ]


def _other_hands(found: Sequence[Score]) -> list[Figure]:
    """How many of the programs by another hand fall into a cluster of their family, and into that of no other."""
    placed: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    chapters = handbook.read_chapters()
    for score in found:
        for program in chapters[score.problem].by_another_hand:
            cluster = signature(program.source).coarse
            families = {family for family, _, one in score.found if one.coarse == cluster}
            placed[_half(score.problem)].append((program.name in families, bool(families - {program.name})))
    return [
        Figure(f"another hand, {what}, {half}", value, 1.0, value, "", f"{len(some)} programs of known families")
        for half, some in sorted(placed.items())
        for what, value in (
            ("in a cluster of its family", mean(own for own, _ in some)),
            ("and of no other family", mean(own and not other for own, other in some)),
        )
    ]


def _half(problem: str) -> str:
    """Which half of the other hands the signature was tuned on: by the first byte of the name's SHA-256."""
    return "half held back" if sha256(problem.encode()).digest()[0] % 2 else "half tuned on"


def _parts(found: Sequence[Score]) -> dict[str, list[Score]]:
    return {
        "tuned on": [one for one in found if not one.held_back],
        "held back": [one for one in found if one.held_back],
    }


def _show(found: Sequence[Score]) -> None:
    for part, some in _parts(found).items():
        table = Table(title=f"signature: clusters and families, {part}", box=None)
        for column in ("problem", "programs", "families", "clusters", "V", "ARI", "V fine", "ARI fine"):
            table.add_column(column, justify="left" if column == "problem" else "right")
        for one in some:
            values = [f"{value:.3f}" for level in _LEVELS for value in one.agreement[level]]
            table.add_row(one.problem, str(one.programs), str(one.families), str(one.clusters), *values)
        Console(width=120).print(table)


def _show_peoples() -> None:
    """The clusters of real programs, for a reader to judge."""
    if not _PEOPLES.exists():
        print(f"{_PEOPLES} is not here: its clusters are not shown")
        return
    table = Table(title=f"signature: clusters of {_PEOPLES}, programs by their place in the row", box=None)
    for column in ("problem", "cluster", "programs"):
        table.add_column(column, overflow="fold")
    for line in gzip.decompress(_PEOPLES.read_bytes()).decode().splitlines():
        row = json.loads(line)
        clusters: dict[str, list[str]] = {}
        for place, source in enumerate(row["solutions"]["solution"]):
            try:
                named = " + ".join(signature(source).coarse_features)
            except Unparseable as error:
                named = f"({error.problem})"
            clusters.setdefault(named, []).append(str(place))
        for number, (named, places) in enumerate(sorted(clusters.items(), key=lambda item: -len(item[1]))):
            table.add_row("" if number else row["name"], named, " ".join(places))
    Console(width=120).print(table)


def _explain(found: Sequence[Score]) -> None:
    table = Table(title="signature: families that are split, clusters of several families", box=None)
    for column in ("problem", "", "program", "named by"):
        table.add_column(column, overflow="fold")
    for one in found:
        for family, program, features in one.splits():
            table.add_row(one.problem, f"split {family}", program, features)
        for features, programs in one.merges():
            table.add_row(one.problem, "merged", programs, features)
    Console(width=160).print(table)
