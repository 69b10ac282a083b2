"""Why two programs are, or are not, the same algorithm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from equijudge_core.signature import Signature


@dataclass(frozen=True, slots=True)
class FeatureLines:
    """A feature, whether it counts at the coarse level of either program, and the lines that show it in each."""

    feature: str
    coarse: bool
    lines_a: tuple[int, ...]
    lines_b: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Two signatures compared. `same` is about the coarse level, `same_fine` about the fine one."""

    same: bool
    same_fine: bool
    common: tuple[FeatureLines, ...]
    only_a: tuple[FeatureLines, ...]
    only_b: tuple[FeatureLines, ...]


def explain(a: Signature, b: Signature) -> Explanation:
    """Compare two signatures: what both programs have and what only one of them has.

    A coarse feature that the other program has too, but explained away by a technique there, stands with the program
    for which it counts.
    """
    coarse_a, coarse_b = set(a.coarse_features), set(b.coarse_features)
    fine_a, fine_b = set(a.fine_features) | coarse_a, set(b.fine_features) | coarse_b
    only_a = (coarse_a - coarse_b) | (fine_a - fine_b - coarse_b)
    only_b = (coarse_b - coarse_a) | (fine_b - fine_a - coarse_a)
    common = (fine_a & fine_b) - only_a - only_b
    coarse = coarse_a | coarse_b

    def lines(features: Iterable[str]) -> tuple[FeatureLines, ...]:
        found = (FeatureLines(one, one in coarse, _lines(a, one), _lines(b, one)) for one in features)
        return tuple(sorted(found, key=lambda one: (not one.coarse, one.feature)))

    return Explanation(a.coarse == b.coarse, a.fine == b.fine, lines(common), lines(only_a), lines(only_b))


def _lines(signature: Signature, feature: str) -> tuple[int, ...]:
    return tuple(one.line for one in signature.evidence if one.feature == feature)
