"""No channel carries anything from a run to another, and each would without its wall (control.py)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_selftest.attacks.channels import CHANNELS, Channel
from equijudge_selftest.attacks.native_channels import NATIVE
from equijudge_selftest.channel_matrix import PROBES, Probe, Reader, run_probe
from tests.adversarial.channels import control
from tests.adversarial.conftest import make_sandbox


@pytest.fixture(scope="module", params=["docker", "local"])
def cells(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Sandbox, Sandbox]]:
    """Two slots of one driver."""
    folder = tmp_path_factory.mktemp("cells")
    pair = tuple(make_sandbox(request.param, folder, with_languages=True) for _ in range(2))
    yield pair[0], pair[1]
    for sandbox in pair:
        sandbox.close()


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.slug)
def test_nothing_crosses(cells: tuple[Sandbox, Sandbox], probe: Probe) -> None:
    assert run_probe(*cells, probe).broke == ()


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.slug)
def test_without_a_wall_it_does(channel: Channel, tmp_path: Path) -> None:
    before, after = control.without_walls(channel, tmp_path)
    assert before != after, before


@pytest.fixture(scope="module")
def native(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return control.compile_native(tmp_path_factory.mktemp("native"))


@pytest.mark.parametrize("channel", NATIVE, ids=lambda channel: channel.slug)
def test_without_a_wall_a_native_one_does(native: Path, channel: Channel, tmp_path: Path) -> None:
    before, after = control.native_without_walls(native, channel, tmp_path)
    assert before != after, before


def test_there_are_channels_of_every_kind() -> None:
    assert len(CHANNELS) >= 40
    assert len({channel.slug for channel in CHANNELS + NATIVE}) == len(CHANNELS) + len(NATIVE)
    assert {probe.reader for probe in PROBES} == set(Reader)
