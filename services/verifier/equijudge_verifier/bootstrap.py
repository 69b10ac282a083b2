"""The only place that picks real adapters: settings in, a worker's parts out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict

from equijudge_core.contracts.verify import Environment
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_verifier.chunks.execute import ExecuteHandler
from equijudge_verifier.chunks.generations import GenerationsHandler
from equijudge_verifier.chunks.scores import ScoresHandler
from equijudge_verifier.chunks.sets import SetHandler
from equijudge_verifier.chunks.verify import VerifyHandler
from equijudge_verifier.settings import Settings
from equijudge_verifier.worker.session import ChunkHandler, Slot


def pin_to_core(settings: Settings, slot: int) -> Settings:
    """Settle a slot on a core of its own where that is left to us: slots and cores are matched in order."""
    if settings.cell_cpuset != "auto":
        return settings
    cores = sorted(os.sched_getaffinity(0))
    return settings.model_copy(update={"cell_cpuset": str(cores[slot % len(cores)])})


def make_sandbox(settings: Settings) -> Sandbox:
    """Make the driver that the settings name. Raise SandboxUnavailable when it can never give its isolation here.

    An engine that is away may come back, so the docker driver is asked for cells only later.
    """
    if settings.driver == "docker":
        return DockerSandbox(
            DockerSettings(
                image=settings.cell_image,
                isolation=settings.isolation,
                runtime=settings.runtime,
                memory_bytes=settings.cell_memory_bytes,
                cpus=settings.cell_cpus,
                cpuset=settings.cell_cpuset,
                candidates_per_cell=settings.candidates_per_cell,
                toolchains=settings.toolchains(),
                artefacts=settings.artefacts(),
            )
        )
    sandbox = LocalSandbox(
        LocalSettings(
            isolation=settings.isolation,
            cache_dir=settings.cache_dir,
            lock_dir=settings.lock_dir,
            candidates_per_cell=settings.candidates_per_cell,
            memory_bytes=settings.cell_memory_bytes,
            toolchains=settings.toolchains(),
            artefacts=settings.artefacts(),
        )
    )
    sandbox.info()
    return sandbox


def environment_of(sandbox: Sandbox) -> Environment:
    """What results in Python 3 say of where they were made. Raise SandboxUnavailable."""
    return Environment(**asdict(sandbox.info()))


def make_handlers(slot: Slot) -> Mapping[str, ChunkHandler]:
    """Make what does each kind of chunk."""
    return {
        "verify": VerifyHandler(),
        "generations": GenerationsHandler(slot.analyst),
        "scores": ScoresHandler(),
        "set": SetHandler(),
        "execute": ExecuteHandler(),
    }
