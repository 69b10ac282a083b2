"""The same algorithms by another hand: whole, of known families, and found as often as was reached."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from hashlib import sha256

import pytest
from scripts.chapters import Chapter

from equijudge_core.signature import signature
from tests.handbook import read_chapters

CHAPTERS = {name: chapter for name, chapter in read_chapters().items() if chapter.by_another_hand}
# Shares of programs in a cluster of their family, as reached, rounded down: no change may fall below them.
FLOORS = {"tuned on": 0.80, "other half": 0.66}


def half(problem: str) -> str:
    return "other half" if sha256(problem.encode()).digest()[0] % 2 else "tuned on"


def test_there_are_enough_of_both_halves() -> None:
    sizes = {name: sum(half(one) == name for one in CHAPTERS) for name in FLOORS}
    assert min(sizes.values()) >= 40, sizes


@pytest.mark.parametrize("chapter", CHAPTERS.values(), ids=CHAPTERS)
def test_every_family_has_one_more_program_that_is_no_copy(chapter: Chapter) -> None:
    assert [one.name for one in chapter.by_another_hand] == [family.name for family in chapter.families]
    there = {ast.dump(ast.parse(one.source)) for one in chapter.right}
    assert not there & {ast.dump(ast.parse(one.source)) for one in chapter.by_another_hand}
    assert not tomllib.loads(chapter.settings)["held_back"]


def test_they_are_found_in_clusters_of_their_families() -> None:
    placed: dict[str, list[bool]] = defaultdict(list)
    for name, chapter in CHAPTERS.items():
        for family in chapter.families:
            clusters = {signature(one.source).coarse for one in family.programs if not one.is_by_another_hand}
            others = {signature(one.source).coarse for one in family.programs if one.is_by_another_hand}
            placed[half(name)].append(others <= clusters)
    shares = {name: sum(found) / len(found) for name, found in placed.items()}
    assert all(shares[name] >= floor for name, floor in FLOORS.items()), shares
