"""Every attack of `equijudge selftest`, on both drivers, each in one recycled cell for the whole session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_selftest.attack_runner import Trial
from equijudge_selftest.attacks.attack import Attack, section_of
from equijudge_selftest.attacks.catalogue import CATALOGUE, ELSEWHERE, NOT_HELD
from tests.adversarial.conftest import make


@pytest.fixture(scope="module", params=["docker", "local"])
def trial(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    sandbox = make(request.param, tmp_path_factory.mktemp("trial"))
    yield Trial(sandbox)
    sandbox.close()


@pytest.mark.parametrize("attack", CATALOGUE, ids=lambda attack: f"row {attack.row}: {attack.name}")
def test_an_attack_gains_nothing_and_leaves_nothing(trial: Trial, attack: Attack) -> None:
    assert trial.face(attack).broke == ()


def test_a_cell_whose_last_use_is_the_inspection_is_inspected_all_the_same(tmp_path: Path) -> None:
    """Of three candidates to a cell, every other inspection is the last."""
    sandbox = LocalSandbox(LocalSettings(cache_dir=tmp_path, candidates_per_cell=3))
    try:
        trial = Trial(sandbox)
        harmless = next(attack for attack in CATALOGUE if attack.row == "85")
        assert [trial.face(harmless).broke for _ in range(12)] == [()] * 12
    finally:
        sandbox.close()


def test_every_row_that_cells_can_show_has_an_attack() -> None:
    numbered = {str(row) for row in (*range(1, 94), *range(105, 117))}
    added = {"1+", "2+", *(f"8.{number}" for number in range(1, 17))}
    assert {attack.row for attack in CATALOGUE} | set(ELSEWHERE) | set(NOT_HELD) == numbered | added


@pytest.mark.parametrize(
    ("row", "section"), [("24", 1), ("25", 2), ("93", 7), ("8.3", 8), ("94", 9), ("104", 9), ("105", 10)]
)
def test_rows_are_numbered_over_the_sections(row: str, section: int) -> None:
    assert section_of(row) == section


def test_no_two_attacks_have_the_same_name_in_a_row() -> None:
    names = [(attack.row, attack.name) for attack in CATALOGUE]
    assert len(names) == len(set(names))
