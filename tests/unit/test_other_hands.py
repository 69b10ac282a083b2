"""The same algorithms by another hand: whole, of known families, and found as often as was reached."""

from __future__ import annotations

import ast
from collections import defaultdict
from hashlib import sha256
from pathlib import Path

import pytest

from equijudge_core.signature import signature

PROBLEMS = Path(__file__).parents[2] / "data/handbook/problems"
FOLDERS = sorted(PROBLEMS.glob("*/other_hands"))
# Shares of programs in a cluster of their family, as reached, rounded down: no change may fall below them.
FLOORS = {"tuned on": 0.80, "other half": 0.66}


def half(problem: str) -> str:
    return "other half" if sha256(problem.encode()).digest()[0] % 2 else "tuned on"


def families(folder: Path) -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder.parent / "solutions").glob("*.py")):
        found[path.stem.partition("__")[0]].append(path)
    return found


def test_there_are_enough_of_both_halves() -> None:
    sizes = {name: sum(half(one.parent.name) == name for one in FOLDERS) for name in FLOORS}
    assert min(sizes.values()) >= 40, sizes


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_family_has_one_more_program_that_is_no_copy(folder: Path) -> None:
    known = families(folder)
    assert [path.stem for path in sorted(folder.glob("*.py"))] == sorted(known)
    there = {ast.dump(ast.parse(path.read_text("utf-8"))) for own in known.values() for path in own}
    assert not there & {ast.dump(ast.parse(path.read_text("utf-8"))) for path in folder.glob("*.py")}
    assert "held_back = false" in (folder.parent / "problem.toml").read_text("utf-8")


def test_they_are_found_in_clusters_of_their_families() -> None:
    placed: dict[str, list[bool]] = defaultdict(list)
    for folder in FOLDERS:
        for family, paths in families(folder).items():
            clusters = {signature(path.read_text("utf-8")).coarse for path in paths}
            other = signature((folder / f"{family}.py").read_text("utf-8")).coarse
            placed[half(folder.parent.name)].append(other in clusters)
    shares = {name: sum(found) / len(found) for name, found in placed.items()}
    assert all(shares[name] >= floor for name, floor in FLOORS.items()), shares
