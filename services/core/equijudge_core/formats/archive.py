"""The files of a package by their names: which names may stand, how much there may be, and how a zip is unpacked.

Nothing is ever written: a package is a mapping from names to bytes. Still a name that leads out of the package, a link
and an entry that inflates without end are refused, since names are joined and contents read further on.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from equijudge_core.contracts.errors import FieldError
from equijudge_core.errors import BadProblem
from equijudge_core.judging.row_reader import quote

Files = Mapping[str, bytes]
LONGEST_NAME = 400
DEEPEST = 20
IGNORED = ("__MACOSX",)  # and what begins with a point: of version control, of editors
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others take as much memory as they say they need
ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a package may have at most."""

    files: int = 20_000
    total_bytes: int = 1 << 30


def unzip(data: bytes, bounds: Bounds | None = None) -> dict[str, bytes]:
    """Unpack a zip; folders, and what is ignored, are no files. Raises BadProblem."""
    bounds = bounds or Bounds()
    found: dict[str, bytes] = {}
    left = bounds.total_bytes
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > bounds.files:
                raise bad(".", f"has {len(entries)} entries", f"at most {bounds.files}")
            for entry in entries:
                _check_entry(entry)
                if entry.is_dir() or is_ignored(entry.filename):
                    continue
                if entry.filename in found:
                    raise bad(entry.filename, "is in the archive twice")
                with archive.open(entry) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise bad(".", "is too large, unpacked", f"at most {bounds.total_bytes} bytes")
                found[entry.filename] = content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise bad(".", f"is a damaged zip: {quote(str(error))}") from error
    return found


def check_name(name: str) -> None:
    """Raise BadProblem for a name that is not a plain path inside a package."""
    parts = name.rstrip("/").split("/")
    if (
        not name.isprintable()
        or "\\" in name
        or ":" in parts[0]
        or any(part in ("", ".", "..") for part in parts)
        or len(name) > LONGEST_NAME
        or len(parts) > DEEPEST
    ):
        raise bad(".", f"{quote(name)} is no name that a file of a package may have")


def is_ignored(name: str) -> bool:
    """Whether a file is no part of a package. DOMjudge's `.timelimit` is one."""
    parts = name.split("/")
    hidden = any(part.startswith(".") for part in parts[:-1]) or (parts[-1][:1] == "." and parts[-1] != ".timelimit")
    return hidden or parts[0] in IGNORED


def strip_root(files: Files, *markers: str) -> tuple[Files, str]:
    """The files without the folder that they all lie in, where one of the markers is on top of it, and its name."""
    if not files:
        return files, ""
    root = next(iter(files)).split("/")[0]
    if not all(name.startswith(f"{root}/") for name in files) or not any(f"{root}/{each}" in files for each in markers):
        return files, ""
    return {name.removeprefix(f"{root}/"): data for name, data in files.items()}, root


def below(files: Files, folder: str) -> dict[str, bytes]:
    """The files in a folder and its subfolders, by their names in it."""
    return {name.removeprefix(f"{folder}/"): data for name, data in files.items() if name.startswith(f"{folder}/")}


def as_text(files: Files, name: str) -> str:
    """A file's text. Raises BadProblem where it is not UTF-8."""
    try:
        return files[name].removeprefix(b"\xef\xbb\xbf").decode()
    except UnicodeDecodeError as error:
        raise bad(name, f"is not UTF-8 (byte {error.start})") from error


def bad(field: str, problem: str, limit: str | None = None) -> BadProblem:
    """The error for one fault of a package; `.` is the package itself."""
    return BadProblem([FieldError(field=field, problem=problem, limit=limit)])


def _check_entry(entry: zipfile.ZipInfo) -> None:
    check_name(entry.orig_filename if "\0" in entry.orig_filename else entry.filename)
    mode = entry.external_attr >> 16
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or stat.S_IFMT(mode) == 0):
        raise bad(entry.filename, "is a link or a device, and no file")
    if entry.flag_bits & ENCRYPTED:
        raise bad(entry.filename, "is encrypted")
    if not entry.is_dir() and entry.compress_type not in METHODS:
        raise bad(entry.filename, "is compressed by another method than deflate")
