"""The body of a create call: from a cell's parameters, and back to them or not at all."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from equijudge_sandbox.drivers import uids
from equijudge_sandbox.drivers.cell_container import CellBounds, CellSpec, NoCell, create_body, spec_of

IMAGE = "sha256:" + "a" * 64
SPEC = CellSpec(IMAGE, 7, 500, 2 << 30, 10**9, "0-1", 128, 64 << 20, 4096, "")
BOUNDS = CellBounds(frozenset({IMAGE}), 3 << 30, 10**9, "")


def changed(place: str, value: Any) -> dict[str, Any]:
    """A cell's body with one place set, made if it is not there."""
    body: dict[str, Any] = json.loads(json.dumps(create_body(SPEC)))
    *way, last = place.split(".")
    inside = body
    for name in way:
        inside = inside.setdefault(name, {})
    inside[last] = value
    return body


def test_what_is_written_is_read_back() -> None:
    assert spec_of(SPEC.name, json.loads(json.dumps(create_body(SPEC))), BOUNDS) == SPEC


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("HostConfig.Privileged", True),
        ("HostConfig.Privileged", False),  # Docker's default too: what is not a cell's is not looked into
        ("HostConfig.privileged", True),
        ("hostconfig", {"Privileged": True}),
        ("HostConfig.Binds", ["/:/host"]),
        ("HostConfig.Mounts", [{"Type": "bind", "Source": "/", "Target": "/host"}]),
        ("HostConfig.Devices", [{"PathOnHost": "/dev/sda", "PathInContainer": "/dev/sda", "CgroupPermissions": "rwm"}]),
        ("HostConfig.DeviceRequests", [{"Count": -1, "Capabilities": [["gpu"]]}]),
        ("HostConfig.DeviceCgroupRules", ["a *:* rwm"]),
        ("HostConfig.PidMode", "host"),
        ("HostConfig.NetworkMode", "host"),
        ("HostConfig.NetworkMode", "container:redis"),
        ("HostConfig.IpcMode", "host"),
        ("HostConfig.UTSMode", "host"),
        ("HostConfig.CgroupnsMode", "host"),
        ("HostConfig.CgroupParent", "/"),
        ("HostConfig.UsernsMode", "host"),
        ("HostConfig.CapAdd", ["SETUID", "SETGID", "KILL", "SYS_ADMIN"]),
        ("HostConfig.CapDrop", []),
        ("HostConfig.SecurityOpt", ["no-new-privileges", "seccomp=unconfined"]),
        ("HostConfig.SecurityOpt", ["apparmor=unconfined"]),
        ("HostConfig.ReadonlyRootfs", False),
        ("HostConfig.ReadonlyRootfs", 1),
        ("HostConfig.MaskedPaths", []),
        ("HostConfig.ReadonlyPaths", []),
        ("HostConfig.VolumesFrom", ["redis"]),
        ("HostConfig.Links", ["redis:redis"]),
        ("HostConfig.PortBindings", {"80/tcp": [{"HostPort": "80"}]}),
        ("HostConfig.Sysctls", {"kernel.core_pattern": "|/x"}),
        ("HostConfig.OomScoreAdj", -1000),
        ("HostConfig.RestartPolicy", {"Name": "always"}),
        ("HostConfig.AutoRemove", True),
        ("HostConfig.LogConfig", {"Type": "syslog", "Config": {"syslog-address": "tcp://evil:1"}}),
        ("HostConfig.Runtime", "runc"),
        ("HostConfig.Runtime", None),
        ("HostConfig.Memory", 4 << 30),
        ("HostConfig.Memory", 0),
        ("HostConfig.Memory", -1),
        ("HostConfig.Memory", True),
        ("HostConfig.Memory", 1e9),
        ("HostConfig.MemorySwap", -1),
        ("HostConfig.NanoCpus", 2 * 10**9),
        ("HostConfig.PidsLimit", 0),
        ("HostConfig.PidsLimit", -1),
        ("HostConfig.PidsLimit", 129),
        ("HostConfig.CpusetCpus", "0\n"),
        ("HostConfig.CpusetCpus", "../0"),
        ("HostConfig.Ulimits", []),
        ("HostConfig.Tmpfs", {"/tmp": "rw,exec,suid,dev", "/dev/shm": "rw"}),
        ("HostConfig.Tmpfs", {"/tmp": "rw,noexec,nosuid,nodev,mode=1777,size=99999999999,nr_inodes=4096"}),
        ("HostConfig", None),
        ("HostConfig", []),
        ("Image", "sha256:" + "b" * 64),
        ("Image", "equijudge-cell:latest"),
        ("Image", None),
        ("Cmd", [str(SPEC.first_uid), "500", "x"]),
        ("Cmd", [str(SPEC.first_uid), "1025"]),
        ("Cmd", [str(SPEC.first_uid), "0500"]),
        ("Cmd", ["0", "500"]),
        ("Cmd", ["1900000000", "500"]),  # another slot's
        ("Cmd", [SPEC.first_uid, 500]),
        ("Entrypoint", ["sh"]),
        ("User", "0"),
        ("Env", ["LD_PRELOAD=/x"]),
        ("Volumes", {"/x": {}}),
        ("NetworkingConfig", {"EndpointsConfig": {"bridge": {}}}),
        ("Labels", {"equijudge.cell": "0"}),
        ("Healthcheck", {"Test": ["CMD", "sh"]}),
        ("Runtime", "runsc"),
        ("", 1),
    ],
)
def test_a_body_that_is_not_a_cells_is_refused(place: str, value: Any) -> None:
    with pytest.raises(NoCell):
        spec_of(SPEC.name, changed(place, value), BOUNDS)


@pytest.mark.parametrize("body", [None, [], "x", 3, {}, {"HostConfig": create_body(SPEC)["HostConfig"]}])
def test_what_is_no_body_is_refused(body: Any) -> None:
    with pytest.raises(NoCell):
        spec_of(SPEC.name, body, BOUNDS)


@pytest.mark.parametrize(
    "place", sorted(create_body(SPEC)) + [f"HostConfig.{x}" for x in create_body(SPEC)["HostConfig"]]
)
def test_nothing_may_be_left_out(place: str) -> None:
    body = copy.deepcopy(create_body(SPEC))
    *way, last = place.split(".")
    del (body[way[0]] if way else body)[last]
    with pytest.raises(NoCell):
        spec_of(SPEC.name, body, BOUNDS)


@pytest.mark.parametrize(
    "name", ["", "redis", "equijudge-cell-", "equijudge-cell-8", "equijudge-cell-07", "equijudge-cell-4096", "7"]
)
def test_the_name_is_that_of_the_slot_whose_uids_it_has(name: str) -> None:
    with pytest.raises(NoCell):
        spec_of(name, create_body(SPEC), BOUNDS)


def test_a_runtime_that_the_operator_chose_cannot_be_left_out() -> None:
    with pytest.raises(NoCell, match="runsc"):
        spec_of(SPEC.name, create_body(SPEC), CellBounds(BOUNDS.images, 3 << 30, 10**9, "runsc"))


def test_every_slot_has_uids_of_its_own() -> None:
    last = CellSpec(IMAGE, uids.SLOTS - 1, 1, 64 << 20, 1, "", 1, 1, 1, "")
    assert spec_of(last.name, create_body(last), BOUNDS).first_uid + uids.PER_CELL == uids.LOCAL_BASE
