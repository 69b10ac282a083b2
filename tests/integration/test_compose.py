"""`docker-compose up` for real: images built from the base image of scripts/make-base-image, real containers."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docker
import httpx
import pytest

from tests.service import RIGHT, Http, body, free_port, wait_for

ROOT = Path(__file__).parents[2]
PROJECT = "equijudge-test"


class Stack:
    """The composed service under a project name of its own."""

    def __init__(self) -> None:
        self.port = free_port()
        self.environment = {
            **os.environ,
            "PYTHON_IMAGE": "equijudge-base:bookworm",
            "REDIS_IMAGE": "equijudge-base:bookworm",
            "EQUIJUDGE_LISTEN": f"127.0.0.1:{self.port}",
            "COMPOSE_PROJECT_NAME": PROJECT,
            "DOCKER_BUILDKIT": "0",
        }

    def attempt(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = ["docker-compose", *words]
        return subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)

    def compose(self, *words: str) -> str:
        done = self.attempt(*words)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    def http(self) -> Http:
        """The API with the key that it made on its first start, which the test waits for."""
        read = ("exec", "-T", "api", "cat", "/keys/api-keys")
        key = wait_for(lambda: self.attempt(*read).stdout.strip(), 60, "a key")
        return Http(f"http://127.0.0.1:{self.port}", key)

    def ready(self) -> bool:
        try:
            return self.http().get("/readyz").status_code == 200
        except httpx.TransportError:
            return False

    def container(self, service: str) -> dict[str, Any]:
        client = docker.from_env()
        filters: dict[str, str | list[str] | bool] = {
            "label": [f"com.docker.compose.project={PROJECT}", f"com.docker.compose.service={service}"]
        }
        found = client.containers.list(filters=filters)
        client.close()
        return dict(found[0].attrs)


@pytest.fixture(scope="module")
def stack() -> Iterator[Stack]:
    made = Stack()
    made.compose("up", "--build", "-d", "--scale", "verifier=2")
    try:
        wait_for(made.ready, 90, "readiness")
        yield made
    finally:
        made.compose("down", "-v", "--timeout", "20")


def test_candidates_are_judged_in_containers(stack: Stack) -> None:
    sources = [RIGHT, "print(3)", "1/0", "x =", "while True: pass", "a = bytearray(900 << 20)\nprint(3)"]
    answer = stack.http().post("/verify", json=body(sources, limits={"time_limit_s": 1}, wait=30)).json()
    assert [result["verdict"] for result in answer["results"]] == ["AC", "WA", "RE", "CE", "TLE", "MLE"]
    assert answer["results"][0]["environment"]["driver"] == "docker"


def test_the_key_is_made_once_and_asked_for(stack: Stack) -> None:
    assert len(stack.http().key) >= 32
    assert Http(stack.http().base, "a-guess-of-a-stranger").get("/problems").status_code == 401


def test_the_api_holds_no_docker_socket_and_no_rights(stack: Stack) -> None:
    api = stack.container("api")
    assert [mount["Destination"] for mount in api["Mounts"]] == ["/keys"]
    assert api["Config"]["User"] == "10001:10001"
    assert api["HostConfig"]["ReadonlyRootfs"] is True
    assert api["HostConfig"]["CapDrop"] == ["ALL"]


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


def test_both_verifiers_work(stack: Stack) -> None:
    cores = os.cpu_count() or 1
    wait_for(lambda: stack.http().get("/readyz").json()["workers"] == 2 * cores, 60, "all workers")
