"""What the engine is asked to create for a cell: a few parameters in, the whole body out, and back. Pure.

The docker driver and the engine proxy both write the body here. That is what makes the proxy small: it reads the
parameters out of what a verifier posted, checks them, writes the body anew, and refuses what differs from it.
Every flag is listed in docs/security.md with the test that proves it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from equijudge_sandbox import runner
from equijudge_sandbox.drivers import uids
from equijudge_sandbox.drivers.seccomp_profile import make_profile

LABEL = "equijudge.cell"
CAPABILITIES = ("SETUID", "SETGID", "KILL")
NAME = "equijudge-cell-"
TMPFS = "rw,noexec,nosuid,nodev,mode=1777,size={},nr_inodes={}"
# What a program writes to its standard streams lies there: RLIMIT_FSIZE and the cell's memory bound it.
STREAMS = "rw,noexec,nosuid,nodev,mode=0700,size={},nr_inodes=64"
# In place of devpts, since ptys are the host's, and of the message queues, whose files statvfs does not count.
NOTHING = "ro,noexec,nosuid,nodev,mode=0555,size=4k,nr_inodes=2"
# Docker's own, and counters of the whole host, exact and easily moved (/proc/sys/fs/file-nr).
MASKED = (
    "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/key-users",
    "/proc/latency_stats", "/proc/pressure", "/proc/sched_debug", "/proc/scsi", "/proc/sys", "/proc/timer_list",
    "/proc/timer_stats", "/sys/firmware", "/sys/devices/virtual/powercap",
)  # fmt: skip
TMPFS_FORM = re.compile(re.escape(TMPFS).replace(r"\{\}", "([0-9]{1,18})"))
SECCOMP = "seccomp=" + json.dumps(make_profile())
IMAGE_ID = re.compile(r"sha256:[0-9a-f]{64}")
CPUSET = re.compile(r"(?:[0-9]{1,4}(?:[-,][0-9]{1,4}){0,255})?")


class NoCell(ValueError):
    """A body that is not a cell's; the text names what differs."""


@dataclass(frozen=True, slots=True)
class CellSpec:
    """All that differs between two cells. slot: see uids; image: an image's id; capacity: candidates of its life;
    runtime: an OCI runtime by name, '' the engine's own; cpuset: as Docker writes it, '' any core."""

    image: str
    slot: int
    capacity: int
    memory_bytes: int
    nano_cpus: int
    cpuset: str
    processes: int
    tmp_bytes: int
    tmp_files: int
    runtime: str

    @property
    def name(self) -> str:
        """The container's name, which claims the slot."""
        return f"{NAME}{self.slot}"

    @property
    def first_uid(self) -> int:
        """The first of the slot's uids."""
        return uids.DOCKER_BASE + self.slot * uids.PER_CELL


@dataclass(frozen=True, slots=True)
class CellBounds:
    """The most that a cell may ask for. runtime: the only one; images: the ids that may run."""

    images: frozenset[str]
    memory_bytes: int
    nano_cpus: int
    runtime: str
    processes: int = 128
    tmp_bytes: int = 64 << 20
    tmp_files: int = 4096


def create_body(spec: CellSpec) -> dict[str, Any]:
    """The body of `POST /containers/create`; what is not said here is Docker's default, which denies less than this."""
    tmpfs, streams = TMPFS.format(spec.tmp_bytes, spec.tmp_files), STREAMS.format(spec.memory_bytes)
    host: dict[str, Any] = {
        "NetworkMode": "none",
        "ReadonlyRootfs": True,
        "CapDrop": ["ALL"],
        "CapAdd": list(CAPABILITIES),
        "SecurityOpt": ["no-new-privileges", SECCOMP],
        "PidsLimit": spec.processes,
        "Memory": spec.memory_bytes,
        "MemorySwap": spec.memory_bytes,
        "NanoCpus": spec.nano_cpus,
        "CpusetCpus": spec.cpuset,
        "IpcMode": "none",
        "Tmpfs": {
            "/tmp": tmpfs,
            "/dev/shm": tmpfs,
            runner.PRIVATE: streams,
            "/dev/pts": NOTHING,
            "/dev/mqueue": NOTHING,
        },
        "Ulimits": [
            {"Name": "core", "Soft": runner.NO_CORE, "Hard": runner.NO_CORE},
            {"Name": "stack", "Soft": runner.STACK_ROOM, "Hard": -1},
        ],
        "MaskedPaths": list(MASKED),
        "LogConfig": {"Type": "none", "Config": {}},
        "Runtime": spec.runtime,
    }
    return {
        "Image": spec.image,
        "Cmd": [str(spec.first_uid), str(spec.capacity)],
        "Hostname": "cell",
        "User": "0:0",
        "Tty": False,
        "OpenStdin": True,
        "StdinOnce": True,
        "AttachStdin": True,
        "AttachStdout": True,
        "AttachStderr": True,
        "Env": ["PYTHONHASHSEED=0", "PYTHONINTMAXSTRDIGITS=0"],
        "Labels": {LABEL: str(spec.first_uid)},
        "HostConfig": host,
    }


def spec_of(name: str, body: Any, bounds: CellBounds) -> CellSpec:
    """The cell that a body and a container's name stand for. Raises NoCell unless `create_body` writes that body."""
    slot = _digits("name", name.removeprefix(NAME) if name.startswith(NAME) else "", 0, uids.SLOTS - 1)
    host = _field(body, "HostConfig", dict)
    command = _field(body, "Cmd", list)
    tmpfs = TMPFS_FORM.fullmatch(_field(_field(host, "Tmpfs", dict), "/tmp", str))
    if tmpfs is None or len(command) != 2:
        raise NoCell("Cmd and Tmpfs are not a cell's")
    spec = CellSpec(
        image=_field(body, "Image", str),
        slot=slot,
        capacity=_digits("Cmd", command[1], 1, uids.PER_CELL),
        memory_bytes=_whole_number(host, "Memory", 6 << 20, bounds.memory_bytes),
        nano_cpus=_whole_number(host, "NanoCpus", 1, bounds.nano_cpus),
        cpuset=_field(host, "CpusetCpus", str),
        processes=_whole_number(host, "PidsLimit", 1, bounds.processes),
        tmp_bytes=_digits("Tmpfs size", tmpfs[1], 1, bounds.tmp_bytes),
        tmp_files=_digits("Tmpfs nr_inodes", tmpfs[2], 1, bounds.tmp_files),
        runtime=_field(host, "Runtime", str),
    )
    if not CPUSET.fullmatch(spec.cpuset):
        raise NoCell("HostConfig.CpusetCpus: cores as in 0-3,5")
    if spec.runtime != bounds.runtime:
        raise NoCell(f"HostConfig.Runtime: {bounds.runtime!r} is the only one")
    if not IMAGE_ID.fullmatch(spec.image) or spec.image not in bounds.images:
        raise NoCell("Image: not the id of the cell's image")
    if different := _difference(create_body(spec), body):
        raise NoCell(f"{different}: not as a cell has it")
    return spec


def _difference(wanted: Any, given: Any, place: str = "body") -> str:
    """The first place where two JSON values differ; '' where none does."""
    if isinstance(wanted, dict) and isinstance(given, dict):
        for name in sorted(wanted.keys() | given.keys(), key=str):
            where = f"{place}.{name}"
            if (name in wanted) != (name in given):
                return where
            if found := _difference(wanted[name], given[name], where):
                return found
        return ""
    return "" if type(wanted) is type(given) and wanted == given else place


def _field(value: Any, name: str, kind: type[Any]) -> Any:
    found = value.get(name) if isinstance(value, dict) else None
    if type(found) is not kind:
        raise NoCell(f"{name}: not as a cell has it")
    return found


def _whole_number(host: dict[str, Any], name: str, least: int, most: int) -> int:
    found: int = _field(host, name, int)
    if not least <= found <= most:
        raise NoCell(f"HostConfig.{name}: from {least} to {most}")
    return found


def _digits(name: str, text: object, least: int, most: int) -> int:
    """A whole number written without sign, blanks or leading zeros."""
    if not isinstance(text, str) or not re.fullmatch("0|[1-9][0-9]{0,17}", text) or not least <= int(text) <= most:
        raise NoCell(f"{name}: a number from {least} to {most}")
    return int(text)
