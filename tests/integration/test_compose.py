"""`docker-compose up` for real: images built from the base image of scripts/make-base-image, real containers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docker
import httpx
import pytest

from equijudge_api.settings import Settings as ApiSettings
from tests.service import RIGHT, Http, body, free_port, wait_for

ROOT = Path(__file__).parents[2]
PROJECT = os.environ.get("COMPOSE_PROJECT_NAME", "equijudge-test")


class Stack:
    """The composed service under a project name of its own; its settings are in an `.env` alone, as `make up` does."""

    def __init__(self, folder: Path) -> None:
        self.port, self.settings = free_port(), folder / ".env"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("EQUIJUDGE_", "COMPOSE_"))}
        self.environment = {**kept, "COMPOSE_PROJECT_NAME": PROJECT, "DOCKER_BUILDKIT": "0"}
        given = {
            "PYTHON_IMAGE": "equijudge-base:bookworm",
            "REDIS_IMAGE": "equijudge-base:bookworm",
            "EQUIJUDGE_LISTEN": f"127.0.0.1:{self.port}",
            "EQUIJUDGE_MAX_PROBLEMS": "77",
            "EQUIJUDGE_DEFAULT_TIME_S": "7",
            **{f"EQUIJUDGE_{name.upper()}_IMAGE": f"{PROJECT}-{name}:latest" for name in ("api", "verifier", "cell")},
        }
        command = [sys.executable, "scripts/write_env.py", str(self.settings)]
        subprocess.run(command, cwd=ROOT, env={**kept, **given}, check=True)

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = ["docker-compose", "--env-file", str(self.settings), *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)

    def compose(self, *words: str) -> str:
        done = self.attempt(*words)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def http(self) -> Http:
        """The API with the key of `.env`."""
        (key,) = re.findall(r"^EQUIJUDGE_API_KEYS=(.+)$", self.settings.read_text(), re.MULTILINE)
        return Http(f"http://127.0.0.1:{self.port}", key)

    def ready(self) -> bool:
        try:
            return self.http().get("/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def container(self, service: str) -> dict[str, Any]:
        return self.containers(service)[0]

    def containers(self, service: str) -> list[dict[str, Any]]:
        client = docker.from_env()
        filters: dict[str, str | list[str] | bool] = {
            "label": [f"com.docker.compose.project={PROJECT}", f"com.docker.compose.service={service}"]
        }
        found = client.containers.list(all=True, filters=filters)
        client.close()
        return [dict(each.attrs) for each in found]

    def slots(self) -> list[int]:
        """How many workers each verifier has, the most first."""
        pids = [each["State"]["Pid"] for each in self.containers("verifier")]
        children = [Path(f"/proc/{pid}/task/{pid}/children").read_text().split() for pid in pids if pid]
        return sorted(map(len, children), reverse=True)


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    made = Stack(tmp_path_factory.mktemp("compose"))
    made.compose("up", "--build", "-d", "--scale", "verifier=2")
    try:
        wait_for(made.ready, 90, "readiness")
        yield made
    finally:
        made.compose("down", "-v", "--timeout", "20")


def test_candidates_are_judged_in_containers(stack: Stack) -> None:
    sources = [RIGHT, "print(3)", "1/0", "x =", "while True: pass", "a = bytearray(900 << 20)\nprint(3)"]
    answer = stack.http().post("/verify", json=body(sources, limits={"time_limit_s": 1}, wait=30)).json()
    assert "results" in answer, answer
    assert [result["verdict"] for result in answer["results"]] == ["AC", "WA", "RE", "CE", "TLE", "MLE"]
    assert answer["results"][0]["environment"]["driver"] == "docker"


def test_a_key_is_asked_for_that_of_the_file_or_that_of_the_first_start(stack: Stack) -> None:
    base, kept = stack.http().base, stack.compose("exec", "-T", "api", "cat", "/keys/api-keys").strip()
    assert [Http(base, key).get("/problems").status_code for key in (stack.http().key, kept)] == [200, 200]
    assert Http(base, "a-guess-of-a-stranger").get("/problems").status_code == 401


def test_what_stands_in_the_file_of_settings_holds_and_all_else_is_as_without(stack: Stack) -> None:
    limits = stack.http().get("/limits").json()
    assert (limits["problems"], limits["candidates"]) == (77, ApiSettings.model_fields["max_candidates"].default)
    said = stack.compose("exec", "-T", "verifier", "env")
    assert re.findall("^EQUIJUDGE_(?:DEFAULT_TIME_S|LEASE_S|SLOTS)=.*$", said, re.MULTILINE) == [
        "EQUIJUDGE_DEFAULT_TIME_S=7"
    ]


def documented() -> dict[str, list[str]]:
    """The table of docs/least-privilege.md: a service's row by its name."""
    lines = (ROOT / "docs/least-privilege.md").read_text().splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return {row[0]: row[1:] for row in rows if len(row) == 7 and row[0] != "service"}


def seen(container: dict[str, Any]) -> list[str]:
    """The same of a container, as the engine tells it."""
    host = container["HostConfig"]
    mounts = sorted(f"{each['Destination']}{' rw' if each['RW'] else ''}" for each in container["Mounts"])
    networks = [name.removeprefix(f"{PROJECT}_") for name in sorted(container["NetworkSettings"]["Networks"])]
    return [
        container["Config"]["User"],
        " ".join(sorted(name.removeprefix("CAP_") for name in host["CapAdd"] or ())),
        ", ".join(mounts),
        " ".join(networks),
        str(host["PidsLimit"]),
        f"{host['Memory'] >> 20} MiB",
    ]


def test_the_table_names_every_service() -> None:
    services = subprocess.run(
        ["docker-compose", "config", "--services"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(documented()) == set(services.stdout.split()) - {"trainer"}


@pytest.mark.parametrize("service", documented())
def test_a_service_may_do_what_the_documentation_says_and_no_more(stack: Stack, service: str) -> None:
    container = stack.container(service)
    assert seen(container) == documented()[service]
    host = container["HostConfig"]
    assert (host["CapDrop"], host["SecurityOpt"]) == (["ALL"], ["no-new-privileges:true"])
    assert (host["ReadonlyRootfs"], host["Privileged"], host["PidMode"]) == (True, False, "")
    assert host["IpcMode"] in ("private", "shareable")
    assert not host["Devices"]
    assert set(host.get("Tmpfs") or ()) <= {"/tmp"}


@pytest.mark.parametrize("service", ["redis", "api", "engine-proxy", "verifier"])
def test_the_kernel_says_the_same_of_its_processes(stack: Stack, service: str) -> None:
    status = Path(f"/proc/{stack.container(service)['State']['Pid']}/status").read_text()
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert {fields[name] for name in ("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb")} == {"0" * 16}
    assert (fields["NoNewPrivs"], fields["Seccomp"]) == ("1", "2")


def test_redis_answers_nobody_without_the_password(stack: Stack) -> None:
    assert "NOAUTH" in stack.compose("exec", "-T", "redis", "redis-cli", "keys", "*")


def test_redis_evicts_nothing_and_is_full_long_before_its_container(stack: Stack) -> None:
    ask = "REDISCLI_AUTH=$(sed -n 's/^requirepass //p' /secrets/redis.conf) redis-cli config get 'maxmemory*'"
    words = stack.compose("exec", "-T", "redis", "sh", "-c", ask).split()
    said = dict(zip(words[::2], words[1::2], strict=True))
    assert said["maxmemory-policy"] == "noeviction"
    assert 2 * int(said["maxmemory"]) == stack.container("redis")["HostConfig"]["Memory"]


def test_the_password_is_in_no_configuration_environment_command_or_log(stack: Stack) -> None:
    password = stack.compose("exec", "-T", "api", "cat", "/secrets/password")
    assert len(password) == 64
    services = documented()
    shown = [stack.compose("config"), stack.compose("logs", "--no-color")]
    shown += [json.dumps(stack.container(service)) for service in services]
    shown += [
        Path(f"/proc/{stack.container(service)['State']['Pid']}/{name}").read_bytes().decode(errors="replace")
        for service in ("redis", "api", "engine-proxy", "verifier")
        for name in ("environ", "cmdline")
    ]
    assert not any(password in text for text in shown)
    for service in ("redis", "verifier"):
        other = "redis.conf" if service == "verifier" else "password"
        assert stack.attempt("exec", "-T", service, "cat", f"/secrets/{other}").returncode != 0


def test_a_second_start_keeps_the_password(stack: Stack) -> None:
    read = ("exec", "-T", "api", "cat", "/secrets/password")
    before = stack.compose(*read)
    stack.compose("up", "-d", "--no-build", "--scale", "verifier=2")
    stack.compose("run", "--rm", "first-start")
    assert stack.compose(*read) == before


@pytest.mark.parametrize("change", ["{}", '{"HostConfig": {"Privileged": true, "Binds": ["/:/host"]}}'])
def test_a_verifier_that_is_taken_over_gets_no_container_of_its_choice(stack: Stack, change: str) -> None:
    """What an attacker in the verifier would do first; tests/integration/test_engine_proxy.py has the rest."""
    program = (
        "import http.client, socket, sys\n"
        "c = http.client.HTTPConnection('localhost')\n"
        "c.sock = socket.socket(socket.AF_UNIX)\n"
        "c.sock.connect('/run/equijudge-engine/engine.sock')\n"
        "c.request('POST', '/containers/create?name=equijudge-cell-1', sys.argv[1])\n"
        "print(c.getresponse().status)"
    )
    answer = stack.compose("exec", "-T", "verifier", "/opt/venv/bin/python", "-c", program, change)
    assert int(answer) == 403
    assert stack.attempt("exec", "-T", "verifier", "test", "-e", "/var/run/docker.sock").returncode != 0
    assert stack.attempt("exec", "-T", "verifier", "touch", "/run/equijudge-engine/x").returncode != 0


def test_redis_is_reached_from_inside_only(stack: Stack) -> None:
    redis = stack.container("redis")
    assert not any(redis["NetworkSettings"]["Ports"].values())
    assert list(redis["NetworkSettings"]["Networks"]) == [f"{PROJECT}_inside"]


def test_verdicts_outlive_a_restart_of_redis(stack: Stack) -> None:
    source = f"{RIGHT}  # kept"
    assert stack.http().post("/verify", json=body([source])).json()["cached"] == 0
    stack.compose("restart", "redis")
    wait_for(stack.ready, 60, "readiness")
    assert stack.http().post("/verify", json=body([source])).json()["cached"] == 1


def test_two_verifiers_share_the_cores_and_one_that_ends_leaves_them_to_the_other(stack: Stack) -> None:
    cores = os.cpu_count() or 1
    wait_for(lambda: stack.slots() == [cores - cores // 2, cores // 2], 60, "even shares")
    wait_for(lambda: stack.http().get("/readyz").json()["workers"] == cores, 60, "as many workers as cores")
    stack.compose("up", "-d", "--no-build", "--scale", "verifier=1")
    wait_for(lambda: stack.slots() == [cores], 60, "all slots in one verifier")
    assert stack.http().post("/verify", json=body([f"{RIGHT}  # still"])).json()["verdicts"] == {"AC": 1}
