"""Starts, watches and ends an embedded judge.

Order: lock, Redis, then the API and the workers at once, then `/readyz`. Every part runs under guard.py, in
a session of its own (a terminal's Ctrl-C reaches only this process, which ends the parts in order), and
every guard holds the directory's lock: it is free when nothing of the instance lives.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from equijudge import extras
from equijudge.embedded import guard, processes
from equijudge.embedded.datadir import DataDir, Instance, is_last_user
from equijudge.errors import EmbeddedError
from equijudge.settings import inherited_environment

Note = Callable[[str], None]
# What `/readyz` says of the cells while the workers come up.
_STILL_STARTING = ("starting", "unknown", "ok")


@dataclass(frozen=True, slots=True)
class StartOptions:
    """How to start. `port` 0 takes any free one; `slots` None is one cell per core; times in seconds.
    redis_memory_bytes None is what parts.redis_memory_bytes says.

    `environment`: further variables of every part.
    """

    port: int = 0
    driver: str = "local"
    slots: int | None = None
    timeout_s: float = 60.0
    redis_memory_bytes: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Running:
    """A part that was started, and where it writes."""

    part: processes.Part
    process: subprocess.Popen[bytes]
    log: Path


class EmbeddedJudge:
    """One instance; use `started`. Start it from a thread that outlives it: its end ends the parts."""

    def __init__(self, data: DataDir, options: StartOptions) -> None:
        self._data = data
        self._options = options
        self._running: list[Running] = []
        self._lock = -1

    def start(self, lock: int) -> Instance:
        """Start all parts and wait until they are ready. Raises EmbeddedError naming the part that is not."""
        self._lock = lock
        deadline = time.monotonic() + self._options.timeout_s
        port = free_port(self._options.port)
        redis_socket = self._data.socket()
        redis_socket.unlink(missing_ok=True)
        redis_url = f"unix://{redis_socket}"
        key = self._data.api_key()
        memory_bytes = self._options.redis_memory_bytes or processes.redis_memory_bytes()
        self._run(processes.redis_part(processes.redis_server(), redis_socket, self._data.path / "redis", memory_bytes))
        self._wait(deadline, lambda: _redis_trouble(redis_socket))
        self._run(processes.api_part(redis_url, port, key))
        self._run(processes.verifier_part(redis_url, self._options.driver, self._options.slots))
        instance = Instance(f"http://{processes.HOST}:{port}", key, os.getpid())
        self._wait(deadline, lambda: _api_trouble(instance))
        self._data.publish(instance)
        return instance

    def check(self) -> None:
        """Raise EmbeddedError when a part has ended."""
        for running in self._running:
            status = running.process.poll()
            if status is not None:
                raise EmbeddedError(f"{running.part.name} ended with status {status}\n{_tail(running)}")

    def process(self, name: str) -> int:
        """The pid of a part's own process, below its guard. Raises EmbeddedError when it has ended."""
        guard_pid = next(running.process.pid for running in self._running if running.part.name == name)
        children = Path(f"/proc/{guard_pid}/task/{guard_pid}/children").read_text().split()
        if not children:
            raise EmbeddedError(f"{name} has ended")
        return int(children[0])

    def crash(self, name: str) -> None:
        """SIGKILL a part, and start it again over what it left."""
        running = next(running for running in self._running if running.part.name == name)
        running.process.kill()  # its guard, and the part with it
        running.process.wait()
        self._running.remove(running)
        self._run(running.part)

    def stop(self) -> None:
        """End all parts, Redis last, and return when no process of theirs is left."""
        self._data.unpublish()
        redis = [running for running in self._running if running.part.name == "redis"]
        others = [running for running in self._running if running.part.name != "redis"]
        for group in (others, redis):
            for running in group:
                running.process.terminate()
            for running in group:
                running.process.wait()

    def _run(self, part: processes.Part) -> None:
        log = self._data.log(part.name)
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        keeper = [sys.executable, "-I", "-S", guard.__file__, str(os.getpid()), str(part.grace_s)]
        with log.open("wb") as output:
            process = subprocess.Popen(
                [*keeper, *part.command],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**inherited_environment(), **self._options.environment, **part.environment},
                start_new_session=True,
                pass_fds=(self._lock,),
            )
        self._running.append(Running(part, process, log))

    def _wait(self, deadline: float, trouble: Callable[[], str]) -> None:
        """Return once `trouble` says nothing; raise when a part ends or the time is over."""
        while reason := trouble():
            self.check()
            if time.monotonic() > deadline:
                logs = "\n".join(_tail(running) for running in self._running)
                raise EmbeddedError(f"not ready after {self._options.timeout_s:g} s: {reason}\n{logs}")
            time.sleep(0.05)


@contextmanager
def start_judge(data: DataDir, options: StartOptions) -> Iterator[tuple[EmbeddedJudge, Instance]]:
    """Start an instance for the duration of the block. Raises EmbeddedError when it cannot be had, or MissingExtra."""
    if sys.platform != "linux":
        raise EmbeddedError("the embedded judge needs Linux; use a service with --url")
    extras.require("embedded")
    data.create()
    lock = data.take(timeout_s=20.0)
    judge = EmbeddedJudge(data, options)
    try:
        yield judge, judge.start(lock)
    finally:
        judge.stop()
        os.close(lock)


@contextmanager
def share_judge(data: DataDir, options: StartOptions, note: Note) -> Iterator[Instance]:
    """Use the instance that runs here, or start one for the duration of the block.

    One that was started by another command stays until all commands that use it are through.
    """
    data.create()
    with data.register_user() as users:
        instance = data.wait_for_instance(options.timeout_s)
        if instance is not None:
            yield instance
            return
        note("starting an embedded judge")
        with start_judge(data, options) as (_, instance):
            yield instance
            if not is_last_user(users, wait=False):
                note("another command uses this judge; waiting for it")
                is_last_user(users, wait=True)


def free_port(wanted: int) -> int:
    """Return the wanted port, or any free one for 0. Raises EmbeddedError when it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((processes.HOST, wanted))
        except OSError as error:
            remedy = "choose another with --port N, or any free one with --port 0"
            raise EmbeddedError(f"port {wanted} of {processes.HOST}: {error.strerror}; {remedy}") from error
        port: int = probe.getsockname()[1]
        return port


def _redis_trouble(path: Path) -> str:
    try:
        with socket.socket(socket.AF_UNIX) as probe:
            probe.settimeout(1.0)
            probe.connect(str(path))
            probe.sendall(b"PING\r\n")
            answer = probe.recv(200)
    except OSError as error:
        return f"redis does not answer ({error})"
    return "" if answer.startswith(b"+PONG") else f"redis: {answer.decode(errors='replace').strip()}"


def _api_trouble(instance: Instance) -> str:
    headers = {"authorization": f"Bearer {instance.api_key}"}
    try:
        response = httpx.get(f"{instance.url}/readyz", headers=headers, timeout=5.0, trust_env=False)
    except httpx.TransportError as error:
        return f"the API does not answer ({error})"
    return "" if response.is_success else _unready(response)


def _unready(response: httpx.Response) -> str:
    """Describe what `/readyz` says; raises EmbeddedError for what waiting does not change: no cells, an evicting
    Redis."""
    try:
        parts_said = response.json()
        engine, redis = str(parts_said["engine"]), str(parts_said["redis"])
    except (ValueError, TypeError, KeyError):
        return f"/readyz: {response.text[:500]}"
    if redis.startswith("would evict"):
        raise EmbeddedError(f"Redis {redis}")
    if redis == "ok" and not engine.startswith(_STILL_STARTING):
        raise EmbeddedError(f"no cell can be had: {engine}")
    return f"redis {redis}, cells {engine}"


def _tail(running: Running, lines: int = 15) -> str:
    text = running.log.read_bytes()[-8192:].decode(errors="replace")
    last = [f"  | {line}" for line in text.splitlines()[-lines:]]
    return "\n".join([f"{running.log}:", *last])
