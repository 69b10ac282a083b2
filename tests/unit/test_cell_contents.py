"""What a cell holds: the image for Docker, the packages of a local cell, and how a failure of the engine reads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from equijudge_sandbox.drivers import docker_failures, local_packages

ROOT = Path(__file__).parents[2]
FILES = ("docker-compose.yml", "sandbox/Dockerfile", *(f"services/{name}/Dockerfile" for name in ("api", "verifier")))


@pytest.mark.parametrize("file", [*FILES, "services/trainer/Dockerfile"])
def test_the_default_is_the_last_that_recurses_through_c_code(file: str) -> None:
    """3.12 and later refuse programs that are right under 3.11, see docs/verdicts.md."""
    assert set(re.findall(r"python:[\w.-]+", (ROOT / file).read_text())) == {"python:3.11-slim-bookworm"}


def folders(cache: Path) -> int:
    return len(list(cache.glob("packages-*")))


def test_what_is_there_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_packages, "PACKAGES", ("sortedcontainers",))
    local_packages.package_versions.cache_clear()
    assert local_packages.ensure_package_folder(tmp_path) == local_packages.ensure_package_folder(tmp_path)
    assert folders(tmp_path) == 1
    local_packages.package_versions.cache_clear()


def test_two_pythons_with_the_same_versions_share_no_compiled_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """numpy 2.5 of Python 3.13 was handed to cells of 3.12: every program that imports it failed."""
    monkeypatch.setattr(local_packages, "PACKAGES", ("sortedcontainers",))
    local_packages.package_versions.cache_clear()
    first = local_packages.ensure_package_folder(tmp_path)
    monkeypatch.setattr(local_packages, "ABI", "cpython-399-x86_64-linux-gnu")
    assert local_packages.ensure_package_folder(tmp_path) != first
    assert folders(tmp_path) == 2
    local_packages.package_versions.cache_clear()


CONFLICT = (
    '409 Client Error for http+docker://localhost/v1.41/containers/create?name=equijudge-cell-7: Conflict ("Conflict. '
    'The container name "/equijudge-cell-7" is already in use by container "4f0d". You have to remove it.")'
)


def test_a_name_in_use_means_another_slot() -> None:
    assert docker_failures.is_name_conflict(CONFLICT)


@pytest.mark.parametrize(
    ("message", "remedy"),
    [
        ('404 Client Error: Not Found ("No such image: equijudge-cell:latest")', "make cell-image"),
        ("Error while fetching server API version: ('Connection aborted.', PermissionError(13, 'Permission denied'))", "docker group"),
        ("Error while fetching server API version: ('Connection aborted.', FileNotFoundError(2, 'No such file or directory'))", "Start the Docker engine"),
        ('400 Client Error: Bad Request ("Unknown runtime specified runsc")', "Register the runtime"),
        ("500 Server Error: disk on fire", "engine's log"),
    ],
)  # fmt: skip
def test_an_engine_that_gives_no_cell_comes_with_the_remedy(message: str, remedy: str) -> None:
    assert remedy in str(docker_failures.engine_unavailable(message))
