"""Every attack of `equijudge selftest`, on both drivers, each in one recycled cell for the whole session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_selftest.attack_runner import AttackRunner
from equijudge_selftest.attacks.attack import Attack
from equijudge_selftest.attacks.catalogue import CATALOGUE, find_attack
from tests.adversarial.conftest import make_sandbox


@pytest.fixture(scope="module", params=["docker", "local"])
def runner(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttackRunner]:
    sandbox = make_sandbox(request.param, tmp_path_factory.mktemp("attacks"))
    yield AttackRunner(sandbox)
    sandbox.close()


@pytest.mark.parametrize("attack", CATALOGUE, ids=lambda attack: f"{attack.topic}: {attack.slug}")
def test_an_attack_gains_nothing_and_leaves_nothing(runner: AttackRunner, attack: Attack) -> None:
    assert runner.run(attack).broke == ()


def test_a_cell_whose_last_use_is_the_inspection_is_inspected_all_the_same(tmp_path: Path) -> None:
    """Of three candidates to a cell, every other inspection is the last."""
    sandbox = LocalSandbox(LocalSettings(cache_dir=tmp_path, candidates_per_cell=3))
    try:
        runner, harmless = AttackRunner(sandbox), find_attack("no-final-newline")
        assert [runner.run(harmless).broke for _ in range(12)] == [()] * 12
    finally:
        sandbox.close()
