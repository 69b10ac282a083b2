"""The docker driver: a cell is a container with everything taken away but three capabilities.

Its flags are written in cell_container.py. The container's name claims its range of uids; its stdin is the driver's
life line: when the driver dies, the runner reads EOF and ends.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from typing import Any

import docker
import docker.errors
import requests.exceptions

from equijudge_sandbox.artefacts import ArtefactSettings, ArtefactStore
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.compiling import AnyRun, Compiler
from equijudge_sandbox.drivers import docker_failures, uids
from equijudge_sandbox.drivers.cell_container import LABEL, CellSpec, create_body
from equijudge_sandbox.errors import CellLost, SandboxUnavailable
from equijudge_sandbox.languages import TOOLCHAINS, Toolchain
from equijudge_sandbox.outcome import CellCounts, LanguagesFound, Limits, Program, SandboxInfo
from equijudge_sandbox.pool import Pool
from equijudge_sandbox.stream import Stream

ENGINE_ERRORS = (docker.errors.DockerException, requests.exceptions.RequestException, OSError)
GONE, BEING_REMOVED = 404, 409
END_TIMEOUT_S = 3  # a runner that has gone takes its container with it by then; one that hangs does not


@dataclass(frozen=True, slots=True)
class DockerSettings:
    """memory_bytes bounds the whole cell and must exceed every candidate's limit; runtime '' is the engine's.

    cpuset: the cores a cell may use, as Docker writes them; '' any. On one core runner and program hand over
    without waking another one, which is worth a twelfth of a test.
    """

    image: str = "equijudge-cell:latest"
    isolation: str = "recycled"
    runtime: str = ""
    memory_bytes: int = 2 << 30
    cpus: float = 1.0
    cpuset: str = ""
    processes: int = 128
    tmp_bytes: int = 64 << 20
    tmp_files: int = 4096
    candidates_per_cell: int = 500
    spares: int = 1
    toolchains: Mapping[str, Toolchain] = field(default_factory=lambda: TOOLCHAINS)
    artefacts: ArtefactSettings = field(default_factory=ArtefactSettings)


class ContainerHost:
    """One container; see cell.Host."""

    def __init__(self, api: docker.APIClient, container: str, socket: Any) -> None:
        self.api, self.container = api, container
        self._response, self._socket = (
            socket._response,
            socket._sock,
        )  # closing the SDK's wrapper closes neither

    def kill(self) -> None:
        """See cell.Host. An engine that is away cannot be asked; the container ends with its stdin."""
        self._response.close()
        self._socket.close()
        try:
            self.api.remove_container(self.container, force=True)
        except ENGINE_ERRORS:
            return

    def oom_killed(self) -> bool:
        """The engine's own record, which is whole only when the container has ended; False when it cannot be asked."""
        with suppress(*ENGINE_ERRORS):
            self.api.wait(self.container, timeout=END_TIMEOUT_S)
        try:
            return bool(self.api.inspect_container(self.container)["State"]["OOMKilled"])
        except ENGINE_ERRORS:
            return False


class DockerSandbox:
    """See base.Sandbox. Nothing is asked of the engine before the first use."""

    def __init__(self, settings: DockerSettings) -> None:
        self._settings = settings
        self._client: docker.DockerClient | None = None
        self._digest = ""
        self._info: SandboxInfo | None = None
        spares = settings.spares + (1 if settings.isolation == "fresh" else 0)
        self._pool = Pool(self._start, spares=spares)
        self._compiler = Compiler(
            self._pool, settings.toolchains, ArtefactStore(settings.artefacts), lambda: self.info().image_digest
        )

    def info(self) -> SandboxInfo:
        """See base.Sandbox. The digest is the image's id."""
        if self._info is None:
            cell = self._start()
            cell.kill()
            isolation = self._settings.isolation + (f"/{self._settings.runtime}" if self._settings.runtime else "")
            self._info = SandboxInfo("docker", isolation, self._digest, cell.runner_version, cell.language_version)
        return self._info

    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> AbstractContextManager[AnyRun]:
        """See base.Sandbox."""
        return self._compiler.run(program, limits, first_time=first_time)

    def prepare(self) -> None:
        """See base.Sandbox. The image has it."""

    def version(self, language: str) -> str:
        """See base.Sandbox."""
        return self._compiler.version(language)

    def languages(self) -> LanguagesFound:
        """See base.Sandbox."""
        return self._compiler.languages()

    def cells(self) -> CellCounts:
        """See base.Sandbox."""
        return self._pool.counts()

    def close(self) -> None:
        """See base.Sandbox."""
        self._pool.close()
        if self._client is not None:
            self._client.close()

    def _start(self) -> Cell:
        try:
            return self._start_container(self._connect().api)
        except ENGINE_ERRORS as error:
            self._client = None
            raise docker_failures.engine_unavailable(str(error)) from error

    def _connect(self) -> docker.DockerClient:
        if self._client is None:
            client = docker.from_env(timeout=60)
            digest = client.images.get(self._settings.image).id or ""
            if digest != self._digest:
                self._digest, self._info = digest, None
            remove_ended_containers(client.api)
            self._client = client
        return self._client

    def _start_container(self, api: docker.APIClient) -> Cell:
        container = self._create(api)
        socket = api.attach_socket(container, params={"stdin": 1, "stdout": 1, "stream": 1})
        host = ContainerHost(api, container, socket)
        try:
            api.start(container)
            descriptor = socket.fileno()
            capacity = 1 if self._settings.isolation == "fresh" else self._settings.candidates_per_cell
            return Cell(host, Stream(descriptor, descriptor, multiplexed=True), capacity=capacity)
        except CellLost as lost:
            raise SandboxUnavailable(f"the cell image {self._settings.image} starts no runner: {lost}") from lost
        except ENGINE_ERRORS:
            host.kill()
            raise

    def _create(self, api: docker.APIClient) -> str:
        for slot in uids.random_slots():
            spec = self._spec(slot)
            try:
                made = api.create_container_from_config(create_body(spec), spec.name)  # type: ignore[no-untyped-call]  # in the SDK
            except docker.errors.APIError as error:
                if not docker_failures.is_name_conflict(str(error)):
                    raise
            else:
                return str(made["Id"])
        raise SandboxUnavailable("no free uid range: too many containers are named equijudge-cell-*")

    def _spec(self, slot: int) -> CellSpec:
        limits = self._settings
        return CellSpec(
            image=self._digest,  # not the tag: what runs is what results say, even if the tag moves meanwhile
            slot=slot,
            capacity=min(limits.candidates_per_cell, uids.PER_CELL),
            memory_bytes=limits.memory_bytes,
            nano_cpus=round(limits.cpus * 1e9),
            cpuset=limits.cpuset,
            processes=limits.processes,
            tmp_bytes=limits.tmp_bytes,
            tmp_files=limits.tmp_files,
            runtime=limits.runtime,
        )


def remove_ended_containers(api: docker.APIClient) -> None:
    """Clear away the containers of verifiers that were killed: they have ended, and only hold their names."""
    for state in ("exited", "dead"):
        for container in api.containers(all=True, filters={"label": LABEL, "status": state}):
            if container["Created"] < time.time() - 60:
                try:
                    api.remove_container(container["Id"], force=True)
                except docker.errors.APIError as error:
                    if error.status_code not in (GONE, BEING_REMOVED):  # another verifier clears up too
                        raise
