"""What is said of an arm in one word: narrower than its data, as its data, broader, or cannot be told; inert.

An arm is *narrower* when two of its right answers, and two of all its answers, share an algorithm more often than two
programs of its data do: the 95 % intervals over seeds and families lie above the data's, and the means above what 97.5
of 100 arms show that draw from the data (`reference`). Among right answers alone it may be that some algorithms are
harder; among all alone that wrong ones are alike. It is *as its data* when both intervals lie within MARGIN of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from equijudge_core.scores.crossed import CrossedMean
from equijudge_lab.design import Unit
from equijudge_lab.results import Draw, Results

MARGIN = 0.1
INERT = 0.01
"""Mean distance of a program's weight from NLL's, below which an objective did nothing."""


class Call(StrEnum):
    """How an arm stands to its data."""

    NARROWER = "narrower"
    AS_DATA = "as its data"
    BROADER = "broader"
    CANNOT_TELL = "cannot be told"
    NOT_THERE = "not there"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The calibration ratios of an arm, 1 being the data: of all its answers and of the right ones."""

    call: Call
    every: CrossedMean
    right: CrossedMean
    reference: Mapping[str, tuple[float, float, float]]


def call_narrowing(results: Results, group: Unit, draw: Draw) -> Narrowing:
    """Say how a group's draw stands to its data."""
    every, right = (results.mean(group, draw, figure) for figure in ("ratio", "ratio_right"))
    reference = results.reference(group, draw)
    return Narrowing(_call((every, right), reference), every, right, reference)


def _call(means: Sequence[CrossedMean], reference: Mapping[str, tuple[float, float, float]]) -> Call:
    found = [
        (mean.value, mean.low, mean.high, reference[name])
        for mean, name in zip(means, ("ratio", "ratio_right"), strict=True)
        if mean.value is not None and mean.low is not None and mean.high is not None and name in reference
    ]
    if len(found) < len(means):
        return Call.NOT_THERE
    if all(low > 1 and value > noise[2] for value, low, _, noise in found):
        return Call.NARROWER
    if all(high < 1 and value < noise[1] for value, _, high, noise in found):
        return Call.BROADER
    if all(low >= 1 - MARGIN and high <= 1 + MARGIN for _, low, high, _ in found):
        return Call.AS_DATA
    return Call.CANNOT_TELL


def is_inert(log: Sequence[Mapping[str, Any]]) -> bool | None:
    """Whether a penalty never changed what programs weigh; None for an objective without one."""
    changes = [line["weight_change"] for line in log if "weight_change" in line]
    return max(changes) < INERT if changes else None
