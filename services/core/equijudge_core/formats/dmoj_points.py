"""Points of a DMOJ folder as our column `scoring`: cases that stand alone are added up, a batch gives what the least of
its cases got. What stands behind a case or batch without points is for those who have that right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from equijudge_core.formats.reading import refuse

MOST_GROUPS = 200


@dataclass(frozen=True, slots=True)
class DmojCase:
    """A case: names of its files. points: its own, or those of its batch (counted from 1; 0: it stands alone)."""

    input: str
    output: str
    points: float
    batch: int = 0
    needed: tuple[int, ...] = ()
    is_pretest: bool = False


def scoring_of(cases: Sequence[DmojCase]) -> dict[str, Any] | None:
    """The column; None where nothing gives points."""
    if not any(case.points for case in cases):
        return None
    groups: list[dict[str, Any]] = []
    gates: list[str] = []  # groups without points: what comes later needs them
    batches: dict[tuple[bool, int], str] = {}
    counts = {True: 0, False: 0}
    for key, run in groupby(cases, lambda case: (case.is_pretest, case.batch, case.batch == 0 and case.points == 0)):
        members = list(run)
        is_pretest, batch, _ = key
        first = counts[is_pretest]
        counts[is_pretest] += len(members)
        word = "pretest" if is_pretest else "batch" if batch else "cases"
        name = f"{word} {batch or sum(each['name'].startswith(word) for each in groups) + 1}"
        needed = [*gates, *(batches[is_pretest, each] for each in members[0].needed if (is_pretest, each) in batches)]
        tests = [f"{'public' if is_pretest else 'private'}/{first + n}" for n in range(len(members))]
        group: dict[str, Any] = {"name": name, "tests": tests, "depends_on": list(dict.fromkeys(needed))}
        if batch:
            batches[is_pretest, batch] = name
            group |= {"policy": "min", "points": members[0].points}
        else:
            group |= {"policy": "sum", "test_points": [case.points for case in members]}
        if not any(case.points for case in members):
            gates.append(name)
        groups.append(group)
    if len(groups) > MOST_GROUPS:
        refuse("init.yml: test_cases", f"has {len(groups)} batches, and {MOST_GROUPS} are supported")
    return {"groups": groups}
