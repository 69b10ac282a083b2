"""The packages that programs may import in a local cell: copied once from this environment into a folder of
their own, since binding the whole environment would show programs the judge's own code."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import tempfile
from importlib import metadata
from pathlib import Path

from equijudge_sandbox.errors import SandboxUnavailable

PACKAGES = ("numpy", "sortedcontainers")


@functools.cache
def package_versions() -> tuple[str, ...]:
    """`name version` of each package. Raises SandboxUnavailable when one is not installed."""
    try:
        return tuple(f"{name} {metadata.version(name)}" for name in PACKAGES)
    except metadata.PackageNotFoundError as error:
        raise SandboxUnavailable(f"programs are promised {error.name}: pip install 'equijudge[embedded]'") from error


def package_folder(cache: Path) -> Path:
    """The folder, made if it is not there yet; complete whenever it exists (it is renamed into place)."""
    key = hashlib.sha256("\n".join(package_versions()).encode()).hexdigest()[:16]
    target = cache / f"packages-{key}"
    if not target.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=cache, prefix="making-"))
        for name in PACKAGES:
            copy_distribution(name, making)
        making.chmod(0o755)
        move_into_place(making, target)
    return target


def copy_distribution(name: str, target: Path) -> None:
    """Copy a distribution's files, those outside its folder (scripts) left out."""
    for file in metadata.distribution(name).files or ():
        source = Path(str(file.locate()))
        if ".." in file.parts or not source.is_file():
            continue
        destination = target / file
        destination.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, destination)


def move_into_place(making: Path, target: Path) -> None:
    """Rename, or drop ours when another process was first."""
    try:
        os.rename(making, target)
    except OSError:
        shutil.rmtree(making)
        if not target.is_dir():
            raise
