"""What `docker inspect` says of a cell, and what the kernel says of a program that runs in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docker
import pytest

from equijudge_sandbox.drivers.cell_container import CAPABILITIES, LABEL
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import read_output
from tests.proxied import open_gate

LIMITS = Limits(cpu_time_s=10.0, wall_time_s=20.0, memory_bytes=64 << 20)


@pytest.fixture(scope="module", params=["engine", "proxy"])
def sandbox(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DockerSandbox]:
    """By the engine's own socket, and through the engine proxy; what is looked at is the engine's word both times."""
    made = DockerSandbox(DockerSettings(memory_bytes=300 << 20, cpus=0.75, cpuset="0", processes=99))
    with open_gate(tmp_path_factory.mktemp("proxy")) as gate, pytest.MonkeyPatch.context() as patch:
        if request.param == "proxy":
            patch.setenv("DOCKER_HOST", gate.url)
        made.info()  # connects; the tests' own clients ask the engine directly
        patch.undo()
        yield made
        assert bool(gate.cells.made) == (request.param == "proxy")
        made.close()


@pytest.fixture(scope="module")
def cell(sandbox: DockerSandbox) -> dict[str, Any]:
    """The container that a program ran in, which names itself by its uid."""
    uid = int(read_output(sandbox, "import os\nprint(os.getuid())"))
    client = docker.from_env()
    containers = client.containers.list(filters={"label": LABEL})
    found = [c.attrs for c in containers if 0 <= uid - int(c.labels[LABEL]) < 1024]
    client.close()
    return dict(found[0])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("NetworkMode", "none"),
        ("ReadonlyRootfs", True),
        ("CapDrop", ["ALL"]),
        ("PidsLimit", 99),
        ("Memory", 300 << 20),
        ("MemorySwap", 300 << 20),
        ("NanoCpus", 750_000_000),
        ("CpusetCpus", "0"),
        ("IpcMode", "none"),
        ("Privileged", False),
        ("Binds", None),
        ("PidMode", ""),
        ("LogConfig", {"Type": "none", "Config": {}}),
    ],
)
def test_a_flag_of_the_container(cell: dict[str, Any], field: str, value: object) -> None:
    assert cell["HostConfig"][field] == value


def test_only_the_named_capabilities_are_left(cell: dict[str, Any]) -> None:
    names = {name.removeprefix("CAP_") for name in cell["HostConfig"]["CapAdd"]}
    assert names == set(CAPABILITIES) == {"SETUID", "SETGID", "KILL"}


def test_no_new_privileges_and_an_explicit_seccomp_profile(cell: dict[str, Any]) -> None:
    options = cell["HostConfig"]["SecurityOpt"]
    assert "no-new-privileges" in options
    profile = json.loads(next(option for option in options if option.startswith("seccomp="))[8:])
    assert profile["defaultAction"] == "SCMP_ACT_ERRNO"
    assert "io_uring_setup" not in profile["syscalls"][0]["names"]


def test_temporary_places_are_bounded_in_size_and_files(cell: dict[str, Any]) -> None:
    places = cell["HostConfig"]["Tmpfs"]
    for place in ("/dev/pts", "/dev/mqueue"):
        assert places.pop(place).startswith("ro,")  # nothing at all, in place of terminals and queues
    assert set(places) == {"/tmp", "/dev/shm", "/run/streams"}
    assert "mode=0700" in places["/run/streams"]
    assert all("size=" in options and "nr_inodes=" in options and "noexec" in options for options in places.values())


def test_nothing_of_the_host_is_mounted_and_the_environment_is_bare(cell: dict[str, Any]) -> None:
    assert cell["Mounts"] == []
    assert "PYTHONHASHSEED=0" in cell["Config"]["Env"]
    assert not any("EQUIJUDGE" in variable for variable in cell["Config"]["Env"])


def test_the_kernel_shows_a_running_program_filtered_and_under_its_own_uid(sandbox: DockerSandbox) -> None:
    """Seen from the host, while it runs: not what the program says of itself."""
    program = Program(b"import os, time\nprint(os.getuid(), flush=True)\ntime.sleep(1.5)")
    with sandbox.run(program, LIMITS) as run:
        import threading

        seen: list[dict[str, str]] = []
        looker = threading.Thread(target=lambda: seen.extend(look_from_the_host()))
        looker.start()
        outcome = next(iter(run.outcomes([b""])))
        looker.join()
    uid = (outcome.output or b"").decode().strip()
    mine = [status for status in seen if status["Uid"].split() == [uid] * 4]
    assert mine
    assert all(status["Seccomp"].strip() == "2" and status["NoNewPrivs"].strip() == "1" for status in mine)
    assert all(int(status["CapEff"], 16) == 0 for status in mine)


def look_from_the_host() -> list[dict[str, str]]:
    """The status of every process under one of the cells' uids, half a second from now."""
    import time

    time.sleep(0.7)
    found = []
    for path in Path("/proc").glob("[0-9]*/status"):
        try:
            status = dict(line.split(":", 1) for line in path.read_text().splitlines())
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(status["Uid"].split()[0]) >= 1_900_000_000:
            found.append(status)
    return found


def test_a_missing_image_is_refused_with_the_remedy() -> None:
    sandbox = DockerSandbox(DockerSettings(image="equijudge-no-such-image:latest"))
    with pytest.raises(SandboxUnavailable, match="make cell-image"):
        sandbox.info()
    sandbox.close()


def test_an_unknown_runtime_is_refused_with_the_remedy() -> None:
    sandbox = DockerSandbox(DockerSettings(runtime="no-such-runtime"))
    with pytest.raises(SandboxUnavailable, match="Register the runtime"):
        sandbox.info()
    sandbox.close()


def test_closing_leaves_no_container_behind() -> None:
    sandbox = DockerSandbox(DockerSettings())
    uid = int(read_output(sandbox, "import os\nprint(os.getuid())"))
    sandbox.close()
    client = docker.from_env()
    labels = [int(c.labels[LABEL]) for c in client.containers.list(all=True, filters={"label": LABEL})]
    client.close()
    assert not any(0 <= uid - label < 1024 for label in labels)
