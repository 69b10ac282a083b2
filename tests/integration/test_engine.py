"""The tests' own Docker engine: it may be killed, and leaves the machine's engine and the machine alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import docker
import psutil

from tests.engine import Engine, is_named, mounts_under


def test_a_killed_engine_comes_back_and_the_machines_own_never_notices() -> None:
    network = Path("/sys/class/net/docker0/ifindex")
    before = network.read_text()
    with Engine() as engine:
        engine.kill()
        assert subprocess.run(engine.docker("version"), capture_output=True, check=False).returncode != 0
        engine.start()
        assert subprocess.run(engine.docker("version"), capture_output=True, check=False).returncode == 0
        assert network.read_text() == before
    assert network.read_text() == before
    client = docker.from_env()
    assert client.ping()
    client.close()


def test_nothing_of_an_engine_is_left_even_when_it_was_killed() -> None:
    with Engine() as engine:
        engine.kill()
    assert not engine.folder.exists()
    assert mounts_under(engine.folder) == []
    assert [process.pid for process in psutil.process_iter() if is_named(process, str(engine.folder))] == []
    assert not Path(f"/sys/class/net/{engine.bridge}").exists()
