"""Every feature that a signature can name, by its name: what it means, which rules find it, a program that has it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from equijudge_core.signature.features import (
    bits,
    data_structures,
    dynamic_programming,
    graphs,
    library,
    numbers,
    plain_programs,
    recursion,
    search,
    sorting,
)
from equijudge_core.signature.features.feature import Feature

__all__ = ["FAMILIES", "FEATURES", "Feature"]

FAMILIES: Mapping[str, tuple[Feature, ...]] = MappingProxyType(
    {
        "data structures": data_structures.FEATURES,
        "search": search.FEATURES,
        "graphs": graphs.FEATURES,
        "dynamic programming": dynamic_programming.FEATURES,
        "numbers": numbers.FEATURES,
        "bits": bits.FEATURES,
        "recursion": recursion.FEATURES,
        "sorting": sorting.FEATURES,
        "libraries": library.FEATURES,
        "plain programs": plain_programs.FEATURES,
    }
)
FEATURES: Mapping[str, Feature] = MappingProxyType(
    {feature.name: feature for family in FAMILIES.values() for feature in family}
)
