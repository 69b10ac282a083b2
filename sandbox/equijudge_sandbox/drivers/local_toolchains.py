"""The compilers and runtimes of this machine, as local cells see them, and what is prepared for them once.

What lies under /usr is in every cell anyway. A toolchain elsewhere, in somebody's home for instance, is bound at
ROOTS/LANGUAGE by its own folder alone; of /etc a cell sees what the table names. tools/prepare runs in a room of the
same binds, at the paths that cells will know, as an archive of Java's classes wants it, with no network and no home.
"""

from __future__ import annotations

import fcntl
import glob
import hashlib
import logging
import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from equijudge_sandbox.errors import SandboxUnavailable
from equijudge_sandbox.languages import PATH, ROOTS, TOOLCHAINS, TOOLS, Toolchain
from equijudge_sandbox.toolchains import header_lines

SOURCES = Path(__file__).resolve().parents[1] / "tools"
SOURCES_AT = "/opt/sources"
PREPARED_BY = ("cc", "g++", "java", "javac", "go")
HEADERS = ("/usr/include/features.h",)  # of the C library: an update of it alone makes no new compiler
SHARED_PREFIXES = (".local", ".config", ".cache")  # of a home: others' things lie there too
LAUNCHER, COMPLETE = "launch.so", ".complete"  # in the folder of prepared tools
SOMETHING_FAILED = 3  # of tools/prepare: a compiler is there and what it should make is not
NOTHING = subprocess.DEVNULL
ASK_TIMEOUT_S, PREPARE_TIMEOUT_S = 20, 600
UNUSED_S = 14 * 86400  # after which tools of other compilers are removed

log = logging.getLogger(__name__)


def toolchain_binds(toolchains: Mapping[str, Toolchain]) -> tuple[str, ...]:
    """The words that show a cell each toolchain that lies nowhere under /usr, and what the others read of /etc."""
    words = ["--perms", "0755", "--dir", "/opt"]
    for folder in (ROOTS, os.path.dirname(TOOLS)):
        words += ["--perms", "0755", "--dir", folder]
    for name, toolchain in toolchains.items():
        root = find_root(toolchain.version[0], toolchain.root)
        if root is not None:
            words += ["--ro-bind", str(root), f"{ROOTS}/{name}"]
    for place in sorted(
        {place for each in toolchains.values() for pattern in each.etc for place in glob.glob(pattern)}
    ):
        words += ["--ro-bind", place, place]
    return tuple(words)


def find_root(command: str, ask: tuple[str, ...] = ()) -> Path | None:
    """The folder of the toolchain that `command` is of; None where it is under /usr, is not there or cannot be shown.

    The PATH of this process says which one. A script is no toolchain but starts one that it alone knows. ask: see
    Toolchain.root.
    """
    found = shutil.which(command)
    if found is None:
        return None
    program = Path(found).resolve()
    if program.is_relative_to("/usr"):
        return None
    if ask:
        said = run_command((found, *ask[1:])).strip()
        root = Path(said).resolve() if said else None
    else:
        root = None if is_script(program) else program.parents[1]
    if root is None or not os.access(root / "bin" / command, os.X_OK):
        log.info("%s at %s is not offered to local cells: its own folder cannot be told", command, found)
        return None
    if root.is_relative_to("/usr"):
        return None
    if not is_own_folder(root, Path.home().resolve()):
        log.warning("%s at %s is not offered to local cells: %s holds more than a toolchain", command, found, root)
        return None
    return root


def is_own_folder(root: Path, home: Path) -> bool:
    """Whether a folder may be shown to programs as a toolchain's own: no home is in it, and it is no place where other
    things lie too, as /opt."""
    shared = (home / name for name in SHARED_PREFIXES)
    return len(root.parts) > 2 and not any(place.is_relative_to(root) for place in (home, *shared))


def is_script(program: Path) -> bool:
    """Whether it is started by another program. Raise nothing: what cannot be read is none."""
    try:
        with program.open("rb") as file:
            return file.read(2) == b"#!"
    except OSError:
        return False


def run_command(command: Sequence[str]) -> str:
    """What a command of the host's prints; '' where it fails."""
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, stdin=NOTHING, check=False, timeout=ASK_TIMEOUT_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


class PreparedTools:
    """The folder that cells have at TOOLS, one for all cells that see the same compilers.

    The launcher is in it from the beginning: a cell looks for it when it starts. The rest takes seconds, and is made
    when something is to be compiled for the first time, so that whoever judges Python alone never waits for it. Of
    several processes one makes it and the others wait.
    """

    def __init__(self, cache: Path, bwrap: str, binds: Sequence[str]) -> None:
        self._bwrap, self._binds = bwrap, binds
        self._compilers = find_compilers(binds)
        self.folder = cache / f"tools-{fingerprint(self._compilers)}"
        self.folder.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # somebody else's, or read-only
            self.folder.chmod(0o755)  # programs have other uids
            os.utime(self.folder)
        if self._compilers and not (self.folder / LAUNCHER).exists():
            with locked(self.folder), suppress(SandboxUnavailable):  # the start of a cell says more of what is wrong
                self._make(LAUNCHER)

    def complete(self) -> None:
        """Make what is not there yet. Raise SandboxUnavailable where bubblewrap makes no room for it."""
        complete = self.folder / COMPLETE
        if complete.exists():
            return
        with locked(self.folder):
            if complete.exists():
                return
            log.info("what compilers need is being prepared, once, in %s", self.folder)
            began = time.monotonic()
            if not self._compilers or self._make():
                complete.touch()
            log.info("it is prepared: %.0f s", time.monotonic() - began)
            remove_unused(self.folder)

    def _make(self, *parts: str) -> bool:
        """Run tools/prepare, which sees of the host what cells see. Return whether all went well."""
        command = [
            "nice", "-n", "10",  # programs are judged meanwhile
            self._bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", *self._binds,
            "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp",
            "--bind", str(self.folder), TOOLS, "--ro-bind", str(SOURCES), SOURCES_AT,
            "--clearenv", "--setenv", "PATH", PATH, "--setenv", "HEADERS", header_lines(TOOLCHAINS),
            "/bin/sh", f"{SOURCES_AT}/prepare", TOOLS, *parts,
        ]  # fmt: skip
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, stdin=NOTHING, check=False, timeout=PREPARE_TIMEOUT_S
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SandboxUnavailable(f"the compilers' tools cannot be prepared: {error}") from error
        if done.returncode not in (0, SOMETHING_FAILED):
            raise SandboxUnavailable(f"the compilers' tools cannot be prepared: {done.stderr.strip()[-2000:]}")
        for line in done.stderr.splitlines():
            log.log(logging.WARNING if done.returncode else logging.INFO, "%s", line)
        return done.returncode == 0


def find_compilers(binds: Sequence[str]) -> tuple[Path, ...]:
    """The compilers that a cell finds, where they lie on the host."""
    bound = {seen: host for word, host, seen in zip(binds, binds[1:], binds[2:], strict=False) if word == "--ro-bind"}
    folders = []
    for folder in PATH.split(":"):
        root = os.path.dirname(folder)
        folders.append(f"{bound[root]}/bin" if root in bound else folder)
    found = (shutil.which(command, path=":".join(folders)) for command in PREPARED_BY)
    return tuple(Path(place).resolve() for place in found if place)


def fingerprint(compilers: Sequence[Path]) -> str:
    """What changes when tools must be made anew: their sources, the table's flags, the compilers' files."""
    digest = hashlib.sha256(header_lines(TOOLCHAINS).encode())
    for source in sorted(SOURCES.iterdir()):
        if source.suffix == ".h":
            continue  # lies beside programs; nothing is prepared of it
        digest.update(source.name.encode() + source.read_bytes())
    for place in (*compilers, *map(Path, HEADERS)):
        if place.exists():
            seen = place.stat()
            digest.update(f"{place} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder's own lock."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def remove_unused(folder: Path) -> None:
    """Remove the tools of other compilers that no process has asked for in two weeks."""
    for place in folder.parent.glob("tools-*"):
        if place != folder and place.stat().st_mtime < time.time() - UNUSED_S:
            shutil.rmtree(place, ignore_errors=True)
