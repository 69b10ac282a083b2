"""Both drivers, each with one recycled cell for the whole session: what one candidate leaves, another finds.

A missing engine or image is an error here, never a skip.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from tests.cells import CACHE


@pytest.fixture(scope="session", params=["docker", "local"])
def sandbox(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    made = make_sandbox(request.param, tmp_path_factory.mktemp("cells"))
    yield made
    made.close()


def make_sandbox(driver: str, folder: Path, *, with_languages: bool = False) -> Sandbox:
    """`with_languages`: docker cells of the larger image. Local cells have what the machine has."""
    kept = ArtefactSettings(folder / "artefacts")
    if driver == "docker":
        image = os.environ.get("EQUIJUDGE_CELL_IMAGE", DockerSettings().image)
        if with_languages:
            image = os.environ.get("EQUIJUDGE_LANGUAGES_IMAGE", "equijudge-cell:languages")
        return DockerSandbox(DockerSettings(image=image, memory_bytes=512 << 20, artefacts=kept))
    return LocalSandbox(LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks", artefacts=kept))
