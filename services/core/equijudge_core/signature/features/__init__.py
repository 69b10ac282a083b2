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

__all__ = ["FEATURES", "Feature"]

_FAMILIES = (
    data_structures,
    search,
    graphs,
    dynamic_programming,
    numbers,
    bits,
    recursion,
    sorting,
    library,
    plain_programs,
)

FEATURES: Mapping[str, Feature] = MappingProxyType(
    {feature.name: feature for family in _FAMILIES for feature in family.FEATURES}
)
