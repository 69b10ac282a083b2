"""The engine proxy before a real engine: the driver works through it, and nothing else comes through."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import docker
import docker.models.containers
import pytest

from equijudge_engine_proxy.cells import Policy
from equijudge_engine_proxy.engine import connect
from equijudge_sandbox.drivers import uids
from equijudge_sandbox.drivers.cell_container import LABEL, CellSpec, create_body
from equijudge_sandbox.drivers.docker import ContainerHost, DockerSandbox, DockerSettings
from equijudge_sandbox.errors import CellLost, SandboxUnavailable
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import read_output
from tests.proxied import IMAGE, POLICY, Gate, open_gate, request, status_of
from tests.service import wait_for

pytestmark = pytest.mark.docker
LIMITS = Limits(cpu_time_s=10.0, wall_time_s=20.0, memory_bytes=64 << 20)
UPGRADE = ("Connection: Upgrade", "Upgrade: tcp")
ATTACH = "/attach?stdin=1&stdout=1&stream=1"
REMOVE = "?v=False&link=False&force=True"


@pytest.fixture(scope="module")
def engine() -> Iterator[docker.DockerClient]:
    """The machine's engine, asked directly."""
    client = docker.from_env()
    yield client
    client.close()


@pytest.fixture(scope="module")
def gate(tmp_path_factory: pytest.TempPathFactory, engine: docker.DockerClient) -> Iterator[Gate]:
    with open_gate(tmp_path_factory.mktemp("proxy")) as made:
        wait_for(lambda: made.to_engine >= 2, 10, "the first look for ended cells")
        assert status_of(made.send(request("GET", f"/images/{IMAGE}/json"))) == 200
        yield made


@pytest.fixture(scope="module")
def another(engine: docker.DockerClient) -> Iterator[docker.models.containers.Container]:
    """A container that the proxy did not make, with the label and a name of a cell."""
    made = engine.containers.run(
        IMAGE,
        ["-c", "import time; time.sleep(600)"],
        entrypoint="python3",
        detach=True,
        labels={LABEL: "1"},
        network_mode="none",
        name=f"equijudge-cell-{uids.SLOTS}",
    )
    yield made
    made.remove(force=True)


@pytest.fixture
def driver(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Iterator[DockerSandbox]:
    monkeypatch.setenv("DOCKER_HOST", gate.url)
    made = DockerSandbox(DockerSettings(cpuset="0", processes=99))
    yield made
    made.close()


def a_body(engine: docker.DockerClient, slot: int) -> dict[str, Any]:
    return create_body(CellSpec(str(engine.images.get(IMAGE).id), slot, 1, 64 << 20, 10**9, "", 32, 1 << 20, 64, ""))


def free_slot(engine: docker.DockerClient) -> int:
    # not containers.list, which inspects each of them while others' cells come and go
    taken = {name for each in engine.api.containers(all=True) for name in each["Names"] or ()}
    return next(slot for slot in uids.random_slots() if f"/equijudge-cell-{slot}" not in taken)


def create(gate: Gate, name: str, body: object) -> bytes:
    return gate.send(request("POST", f"/v1.41/containers/create?name={name}", json.dumps(body).encode()))


def made_by(answer: bytes) -> str:
    return str(json.loads(answer.partition(b"\r\n\r\n")[2])["Id"])


def test_programs_run_and_their_cells_go_away(gate: Gate, driver: DockerSandbox, engine: docker.DockerClient) -> None:
    assert driver.info().image_digest == engine.images.get(IMAGE).id
    assert read_output(driver, "print(input())", stdin=b"through the proxy\n") == "through the proxy\n"
    made = [engine.api.inspect_container(container) for container in tuple(gate.cells.made)]
    assert {cell["HostConfig"]["PidsLimit"] for cell in made} == {99}
    driver.close()
    wait_for(lambda: not gate.cells.made, 20, "the end of the cells")
    left = {each["Id"] for each in engine.api.containers(all=True)}
    assert not left & {cell["Id"] for cell in made}


def test_much_goes_both_ways_at_once(driver: DockerSandbox) -> None:
    size = 20 << 20
    program = Program(b"import sys\ndata = sys.stdin.buffer.read()\nsys.stdout.buffer.write(data[::-1])")
    roomy = Limits(cpu_time_s=10.0, wall_time_s=20.0, memory_bytes=256 << 20, output_bytes=64 << 20)
    inputs = [bytes([65 + n]) * size for n in range(3)]
    with driver.run(program, roomy) as run:
        outputs = [outcome.output for outcome in run.outcomes(inputs)]
    assert outputs == inputs


def test_how_a_lost_cell_ended_is_told(gate: Gate, driver: DockerSandbox, engine: docker.DockerClient) -> None:
    """Wait, then inspect: what tells a memory kill from another loss."""
    with suppress(CellLost), driver.run(Program(b"print(1)"), LIMITS) as run:
        host = run.cell.host
        assert isinstance(host, ContainerHost)
        engine.api.kill(host.container)
        before = gate.to_engine
        assert host.oom_killed() is False
        assert gate.to_engine >= before + 2  # the pool may start a spare meanwhile


def test_no_body_but_a_cells_reaches_the_engine(gate: Gate, engine: docker.DockerClient) -> None:
    slot = free_slot(engine)
    worse: list[Callable[[dict[str, Any]], object]] = [
        lambda body: body["HostConfig"].update(Privileged=True),
        lambda body: body["HostConfig"].update(Binds=["/:/host"]),
        lambda body: body["HostConfig"].update(Mounts=[{"Type": "bind", "Source": "/", "Target": "/h"}]),
        lambda body: body["HostConfig"].update(Devices=[{"PathOnHost": "/dev/kmsg", "PathInContainer": "/dev/kmsg"}]),
        lambda body: body["HostConfig"].update(PidMode="host"),
        lambda body: body["HostConfig"].update(NetworkMode="host"),
        lambda body: body["HostConfig"].update(IpcMode="host"),
        lambda body: body["HostConfig"].update(UsernsMode="host"),
        lambda body: body["HostConfig"].update(CapAdd=["ALL"]),
        lambda body: body["HostConfig"].update(SecurityOpt=["seccomp=unconfined", "apparmor=unconfined"]),
        lambda body: body["HostConfig"].update(Runtime="io.containerd.runc.v2"),
        lambda body: body["HostConfig"].update(VolumesFrom=["redis"]),
        lambda body: body["HostConfig"].update(Memory=POLICY.memory_bytes + 1, MemorySwap=POLICY.memory_bytes + 1),
        lambda body: body.update(Image="equijudge-base:bookworm"),
        lambda body: body.update(Entrypoint=["sh", "-c", "id"]),
        lambda body: body.update(hostconfig={"Privileged": True}),
    ]
    before = gate.to_engine
    for change in worse:
        body = a_body_of(slot, engine)
        change(body)
        assert status_of(create(gate, f"equijudge-cell-{slot}", body)) in (400, 403)
    assert gate.to_engine == before
    assert status_of(create(gate, "redis", a_body_of(slot, engine))) == 403
    assert gate.to_engine == before


def a_body_of(slot: int, engine: docker.DockerClient) -> dict[str, Any]:
    copied: dict[str, Any] = json.loads(json.dumps(a_body(engine, slot)))
    return copied


def test_what_the_engine_gets_is_written_by_the_proxy(gate: Gate, engine: docker.DockerClient) -> None:
    """Also where the request says the same in other words."""
    slot = free_slot(engine)
    body = dict(reversed(a_body(engine, slot).items()))
    name = f"equijudge%2dcell-{slot}"
    container = made_by(create(gate, name, body))
    found = engine.api.inspect_container(container)
    assert found["Name"] == f"/equijudge-cell-{slot}"
    assert (found["HostConfig"]["Privileged"], found["HostConfig"]["Binds"]) == (False, None)
    assert status_of(gate.send(request("DELETE", f"/containers/{container}{REMOVE}"))) == 204


@pytest.mark.parametrize("version", ["", "/v1.41"])
def test_another_container_is_out_of_reach(
    gate: Gate, another: docker.models.containers.Container, version: str
) -> None:
    before = gate.to_engine
    for name in (another.id, another.short_id, another.name):
        at = f"{version}/containers/{name}"
        tries = [
            request("POST", at + ATTACH, b"", *UPGRADE),
            request("POST", at + "/start"),
            request("POST", at + "/kill"),
            request("POST", at + "/wait"),
            request("POST", at + "/stop"),
            request("GET", at + "/json"),
            request("GET", at + "/logs?stdout=1"),
            request("GET", at + "/archive?path=/etc/passwd"),
            request("PUT", at + "/archive?path=/", b"x"),
            request("POST", at + "/exec", b'{"Cmd": ["id"]}'),
            request("DELETE", at + REMOVE),
            request("DELETE", at + "?force=1"),
        ]
        assert {status_of(gate.send(data)) for data in tries} <= {400, 403}
    assert gate.to_engine == before
    another.reload()
    assert another.status == "running"


@pytest.mark.parametrize(
    "data",
    [
        request("POST", "/build", b"x"),
        request("POST", "/v1.41/build?remote=http://x/y"),
        request("POST", "/images/create?fromImage=x"),
        request("GET", "/info"),
        request("GET", "/containers/json?all=1"),
        request("POST", "/exec/" + "a" * 64 + "/start", b"{}"),
        request("POST", "/session", b"", "Connection: Upgrade", "Upgrade: h2c"),
        request("POST", "/grpc", b"", "Connection: Upgrade", "Upgrade: h2c"),
        request("GET", "/version", b"", *UPGRADE),
        request("GET", "/version") + request("GET", "/info"),
        request("GET", "//info"),
        request("GET", "/version/%2e%2e/info"),
        b"POST /containers/create HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        request("POST", "/containers/create", b"{}", "Content-Length: 2"),
        b"\x16\x03\x01" + b"x" * 100 + b"\r\n\r\n",
    ],
)
def test_tricks_end_at_the_proxy(gate: Gate, data: bytes) -> None:
    before = gate.to_engine
    assert status_of(gate.send(data)) in (400, 403)
    assert gate.to_engine == before


def test_a_request_that_comes_late_on_a_connection_is_not_read(gate: Gate) -> None:
    before = gate.to_engine
    with connect(gate.path, 5.0) as connection:
        connection.sendall(request("GET", "/version"))
        assert status_of(connection.recv(1 << 16)) == 200
        try:
            connection.sendall(request("POST", "/build"))
            while connection.recv(1 << 16):
                pass
        except OSError:
            pass  # the proxy has closed it
    assert gate.to_engine == before + 1


def test_the_bytes_of_a_stream_are_the_cells_alone(gate: Gate, engine: docker.DockerClient) -> None:
    """What follows an upgrade goes to the cell's stdin; the engine reads no request in it."""
    slot = free_slot(engine)
    container = made_by(create(gate, f"equijudge-cell-{slot}", a_body(engine, slot)))
    before = gate.to_engine
    with connect(gate.path, 10.0) as connection:
        connection.sendall(request("POST", f"/containers/{container}{ATTACH}", b"", *UPGRADE))
        assert status_of(connection.recv(1 << 16)) == 101
        connection.sendall(request("GET", "/info") * 3)
        assert status_of(gate.send(request("POST", f"/containers/{container}/start"))) == 204
        connection.shutdown(socket.SHUT_WR)
        found = b""
        while piece := connection.recv(1 << 16):
            found += piece
    assert b"HTTP/1." not in found
    assert gate.to_engine == before + 2
    assert status_of(gate.send(request("DELETE", f"/containers/{container}{REMOVE}"))) in (204, 404)


def test_what_an_inspection_tells_is_how_the_cell_ended(gate: Gate, engine: docker.DockerClient) -> None:
    slot = free_slot(engine)
    container = made_by(create(gate, f"equijudge-cell-{slot}", a_body(engine, slot)))
    told = json.loads(gate.send(request("GET", f"/containers/{container}/json")).partition(b"\r\n\r\n")[2])
    assert set(told) == {"Id", "State"}
    assert told["State"]["OOMKilled"] is False
    assert "Pid" not in told["State"]
    gate.send(request("DELETE", f"/containers/{container}{REMOVE}"))


def test_no_more_cells_are_made_than_the_operator_allows(tmp_path: Path, engine: docker.DockerClient) -> None:
    policy = Policy(image=IMAGE, runtime="", memory_bytes=1 << 30, nano_cpus=10**9, cells=1)
    with open_gate(tmp_path, policy) as gate:
        first, second = free_slot(engine), free_slot(engine)
        container = made_by(create(gate, f"equijudge-cell-{first}", a_body(engine, first)))
        refused = create(gate, f"equijudge-cell-{second}", a_body(engine, second))
        assert (status_of(refused), b"EQUIJUDGE_PROXY_CELLS" in refused) == (403, True)
        assert status_of(gate.send(request("DELETE", f"/containers/{container}{REMOVE}"))) == 204


def test_a_verifier_that_dies_takes_its_cell_along(gate: Gate, driver: DockerSandbox) -> None:
    """The driver's line to the cell is cut without a word; the runner reads the end of its stdin and ends."""
    driver.info()
    with suppress(CellLost), driver.run(Program(b"print(1)"), LIMITS) as run:
        list(run.outcomes([b""]))
        host = run.cell.host
        assert isinstance(host, ContainerHost)
        container = host.container
        host._response.close()
        host._socket.close()
        direct = docker.from_env(environment={})
        wait_for(lambda: direct.api.inspect_container(container)["State"]["Status"] == "exited", 20, "the cell's end")
        direct.close()


def test_cells_that_nobody_cleared_away_go_at_the_second_look(gate: Gate, engine: docker.DockerClient) -> None:
    slot = free_slot(engine)
    container = made_by(create(gate, f"equijudge-cell-{slot}", a_body(engine, slot)))
    gate.cells.clear()
    assert engine.api.inspect_container(container)["State"]["Status"] == "created"
    gate.cells.clear()
    with pytest.raises(docker.errors.NotFound):
        engine.api.inspect_container(container)
    assert container not in gate.cells.made


@pytest.fixture
def process(tmp_path: Path) -> Iterator[str]:
    """The proxy as it is run in production; its address."""
    path = tmp_path / "engine.sock"
    command = [sys.executable, "-m", "equijudge_engine_proxy"]
    running = subprocess.Popen(command, env={**os.environ, "EQUIJUDGE_PROXY_SOCKET": str(path)})
    try:
        wait_for(path.is_socket, 30, "the proxy")
        yield f"unix://{path}"
    finally:
        running.terminate()
        assert running.wait(10) == 0


def test_attacks_on_the_walls_fail_through_the_proxy_as_they_do_without_it(process: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "docker"]
    done = subprocess.run(
        [*command, "tests/adversarial/test_forging.py"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "DOCKER_HOST": process},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout


def test_an_engine_that_is_away_is_said_to_be_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_gate(tmp_path) as gate:
        gate.take_the_engine_away()
        monkeypatch.setenv("DOCKER_HOST", gate.url)
        sandbox = DockerSandbox(DockerSettings())
        with pytest.raises(SandboxUnavailable):
            sandbox.info()
        sandbox.close()
