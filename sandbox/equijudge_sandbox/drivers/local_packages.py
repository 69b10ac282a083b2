"""What a local cell is made from, prepared once: the compiled runner, and the packages that programs may import.

The packages are copied into a folder of their own, since binding the whole environment would show programs the
judge's own code."""

from __future__ import annotations

import functools
import hashlib
import os
import py_compile
import shutil
import sys
import sysconfig
import tempfile
from importlib import metadata
from importlib.util import MAGIC_NUMBER
from pathlib import Path

from equijudge_sandbox import runner
from equijudge_sandbox.errors import SandboxUnavailable

RUNNER = Path(runner.__file__).resolve()
PACKAGES = ("numpy", "sortedcontainers")
ABI = sysconfig.get_config_var("SOABI") or sys.implementation.cache_tag


@functools.cache
def package_versions() -> tuple[str, ...]:
    """`name version` of each package. Raises SandboxUnavailable when one is not installed."""
    try:
        return tuple(f"{name} {metadata.version(name)}" for name in PACKAGES)
    except metadata.PackageNotFoundError as error:
        raise SandboxUnavailable(f"programs are promised {error.name}: pip install 'equijudge[embedded]'") from error


def ensure_package_folder(cache: Path) -> Path:
    """The folder, made unless it is there already; complete whenever it exists (it is renamed into place).

    One for every interpreter: what is compiled in a package is for one kind of them alone.
    """
    key = hashlib.sha256("\n".join((ABI, *package_versions())).encode()).hexdigest()[:16]
    target = cache / f"packages-{key}"
    if not target.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(dir=cache, prefix="making-"))
        for name in PACKAGES:
            copy_distribution(name, making)
        making.chmod(0o755)
        move_into_place(making, target)
    return target


def ensure_compiled_runner(cache: Path) -> Path:
    """runner.py compiled ahead, as in the image: no cell, and no fork of it, carries the remains of compiling it."""
    key = hashlib.sha256(RUNNER.read_bytes() + MAGIC_NUMBER).hexdigest()[:16]
    target = cache / f"runner-{key}.pyc"
    if not target.is_file():
        cache.mkdir(parents=True, exist_ok=True)
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(str(RUNNER), str(target), dfile="runner.py", doraise=True, invalidation_mode=unchecked)
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
