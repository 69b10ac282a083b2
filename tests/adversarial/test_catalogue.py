"""Every attack of `equijudge selftest`, on both drivers, each in one recycled cell for the whole session."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_selftest.attack_runner import PYTHON3, AttackRunner
from equijudge_selftest.attacks.attack import Attack
from equijudge_selftest.attacks.catalogue import CATALOGUE, find_attack
from tests.adversarial.conftest import make_sandbox


@pytest.fixture(scope="module", params=["docker", "local"])
def runner(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AttackRunner]:
    yield from make_runner(request.param, tmp_path_factory.mktemp("attacks"))


@pytest.fixture(scope="module", params=["docker", "local"])
def runner_with_languages(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AttackRunner]:
    yield from make_runner(request.param, tmp_path_factory.mktemp("attacks"), with_languages=True)


def make_runner(driver: str, folder: Path, *, with_languages: bool = False) -> Iterator[AttackRunner]:
    make = partial(make_sandbox, driver, folder, with_languages=with_languages)
    with closing(make()) as sandbox, closing(AttackRunner(sandbox, make)) as runner:
        yield runner


def name_of(attack: Attack) -> str:
    return f"{attack.topic}: {attack.slug}"


@pytest.mark.parametrize("attack", [attack for attack in CATALOGUE if attack.languages == {PYTHON3}], ids=name_of)
def test_an_attack_gains_nothing_and_leaves_nothing(runner: AttackRunner, attack: Attack) -> None:
    assert runner.run(attack).broke == ()


@pytest.mark.parametrize("attack", [attack for attack in CATALOGUE if attack.languages != {PYTHON3}], ids=name_of)
def test_an_attack_in_another_language_does_no_more(runner_with_languages: AttackRunner, attack: Attack) -> None:
    missing = runner_with_languages.sandbox.languages().missing
    assert attack.languages.isdisjoint(missing), f"{attack.languages} are errors here where they miss, never skips"
    assert runner_with_languages.run(attack).broke == ()


def test_a_cell_whose_last_use_is_the_inspection_is_inspected_all_the_same(tmp_path: Path) -> None:
    """Of three candidates to a cell, every other inspection is the last."""
    settings = LocalSettings(cache_dir=tmp_path, candidates_per_cell=3)
    with closing(LocalSandbox(settings)) as sandbox, closing(AttackRunner(sandbox)) as runner:
        harmless = find_attack("no-final-newline")
        assert [runner.run(harmless).broke for _ in range(12)] == [()] * 12
