"""Read the files of a package: a folder or a zip, within bounds. Raises BadArgument only.

Only plain files inside the folder are read: a link that leads out of it, or to a folder, a pipe or a device is refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from equijudge.errors import BadArgument
from equijudge_core.errors import BadProblem
from equijudge_core.formats.archive import Bounds, Files, check_name, is_ignored, unzip
from equijudge_core.formats.package_formats import PACKAGE_FORMATS

ZIP = b"PK\x03\x04"
BOUNDS = Bounds()


def read_package_files(path: Path) -> Files | None:
    """Read the files of a package by their names in it; None where a path is none: another file, or another folder."""
    try:
        if path.is_dir():
            return _read_all(path, list(_find(path))) if is_package_folder(path) else None
        if not _is_zip(path):
            return None
        return unzip(_read(path, BOUNDS.total_bytes), BOUNDS)
    except BadProblem as error:
        raise BadArgument(f"{path}: " + "; ".join(f"{each.field}: {each.problem}" for each in error.errors)) from error
    except OSError as error:
        raise BadArgument(f"{error.filename or path}: {error.strerror}") from error


def is_package_folder(path: Path) -> bool:
    """Whether a folder is a package, or was meant for one, by what lies on top."""
    return any((path / main).is_file() for main in PACKAGE_FORMATS) or (path / "data" / "secret").is_dir()


def _is_zip(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(ZIP)) == ZIP


def _find(root: Path) -> Iterator[str]:
    """Find the files of a folder, in the order of their names; what is hidden is no part of it."""
    count = 0
    for place, folders, names in os.walk(root, onerror=_raise):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for folder in folders:
            if Path(place, folder).is_symlink():
                raise BadArgument(f"{Path(place, folder)}: a link to a folder, which is not followed")
        for name in sorted(names):
            relative = Path(place, name).relative_to(root).as_posix()
            if is_ignored(relative):
                continue
            check_name(relative)
            count += 1
            if count > BOUNDS.files:
                raise BadArgument(f"{root}: more than {BOUNDS.files} files, which no package may have")
            yield relative


def _read_all(root: Path, names: list[str]) -> dict[str, bytes]:
    real = root.resolve()
    left = BOUNDS.total_bytes
    found = {}
    for name in names:
        path = root / name
        if path.is_symlink() and not path.resolve().is_relative_to(real):
            raise BadArgument(f"{path}: a link that leads out of the package")
        found[name] = _read(path.resolve(), left)
        left -= len(found[name])
    return found


def _read(path: Path, most: int) -> bytes:
    """Read a plain file; never one that could keep a reader waiting."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise BadArgument(f"{path}: no plain file")
        content = file.read(most + 1)
    if len(content) > most:
        raise BadArgument(f"{path}: the package is larger than {BOUNDS.total_bytes} bytes")
    return content


def _raise(error: OSError) -> None:
    raise error
