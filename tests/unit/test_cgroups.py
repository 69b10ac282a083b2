"""Where local cells' cgroups are made, from files as kernels write them, and what becomes of groups that are left."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from equijudge_sandbox.drivers import cgroups
from equijudge_sandbox.drivers.cgroups import CellCgroup, Hierarchy, find_hierarchy, own_groups

V1_MOUNTS = (
    "31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755\n"
    "33 31 0:30 / /sys/fs/cgroup/cpuacct rw,relatime - cgroup cgroup rw,cpuacct\n"
    "35 31 0:32 / /sys/fs/cgroup/memory rw,relatime shared:9 - cgroup cgroup rw,memory\n"
    "41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw\n"
)
V1_OWN = "5:cpuacct:/\n4:memory:/system.slice/equijudge.service\n0::/system.slice/equijudge.service\n"
V2_MOUNTS = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw,nsdelegate\n"
V2_OWN = "0::/user.slice/user-0.slice/session-3.scope\n"


def test_version_1_is_used_where_it_counts_memory() -> None:
    mounted = Path("/sys/fs/cgroup/memory")
    assert own_groups(V1_MOUNTS, V1_OWN) == [(1, mounted, mounted / "system.slice/equijudge.service")]


def test_version_2() -> None:
    mounted = Path("/sys/fs/cgroup")
    assert own_groups(V2_MOUNTS, V2_OWN) == [(2, mounted, mounted / "user.slice/user-0.slice/session-3.scope")]


def test_in_a_container_the_own_group_is_where_the_mount_begins() -> None:
    """Docker with version 1 mounts the container's own group, whose path is still told as the host sees it."""
    mounts = "35 31 0:32 /docker/4fe0 /sys/fs/cgroup/memory ro,relatime - cgroup cgroup rw,memory\n"
    assert own_groups(mounts, "4:memory:/docker/4fe0\n")[0][2] == Path("/sys/fs/cgroup/memory")


def test_a_group_outside_the_mount_is_taken_as_where_the_mount_begins() -> None:
    assert own_groups(V2_MOUNTS, "0::/../other\n")[0][2] == Path("/sys/fs/cgroup")


def test_without_any_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "mountinfo").write_text("31 23 0:28 / / rw - ext4 /dev/vda rw\n")
    (tmp_path / "cgroup").write_text("0::/\n")
    with pytest.raises(OSError, match="no memory cgroup is mounted"):
        find_hierarchy(tmp_path)


def version_2_folders(tmp_path: Path) -> tuple[Path, Path]:
    """A hierarchy whose own group has processes: /proc's files of it, and the group's folder."""
    own = tmp_path / "mounted" / "a.slice" / "b.scope"
    own.mkdir(parents=True)
    for folder, counted in ((own, ""), (own.parent, "cpu memory pids\n"), (own.parent.parent, "cpu memory pids\n")):
        (folder / "cgroup.subtree_control").write_text(counted)
    proc = tmp_path / "proc"
    proc.mkdir()
    (proc / "mountinfo").write_text(f"30 23 0:26 / {tmp_path}/mounted rw - cgroup2 cgroup2 rw\n")
    (proc / "cgroup").write_text("0::/a.slice/b.scope\n")
    return proc, own


def test_version_2_makes_groups_beside_its_own_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The own group has processes in it, so that its children cannot count memory: the kernel says EBUSY."""
    proc, own = version_2_folders(tmp_path)
    tried: list[Path] = []

    def try_out(hierarchy: Hierarchy) -> None:
        tried.append(hierarchy.parent)
        if hierarchy.parent == own:
            raise OSError("Device or resource busy")

    monkeypatch.setattr(cgroups, "try_out", try_out)
    assert find_hierarchy(proc) == Hierarchy(2, own.parent)
    assert tried == [own, own.parent]


def test_version_2_bounds_memory_and_allows_no_swap(tmp_path: Path) -> None:
    assert Hierarchy(2, tmp_path).limits(5) == (("memory.max", 5), ("memory.swap.max", 0))


@pytest.mark.parametrize(
    ("version", "name", "text", "killed"),
    [
        (1, "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n", False),
        (1, "memory.oom_control", "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n", True),
        (2, "memory.events", "low 0\nhigh 0\nmax 41\noom 4\noom_kill 0\noom_group_kill 0\n", False),
        (2, "memory.events", "low 0\nhigh 0\nmax 41\noom 4\noom_kill 10\noom_group_kill 0\n", True),
    ],
)
def test_kills_for_memory_are_known(tmp_path: Path, version: int, name: str, text: str, killed: bool) -> None:
    (tmp_path / name).write_text(text)
    assert CellCgroup(tmp_path, version, os.open(tmp_path, os.O_RDONLY)).oom_killed() is killed


def test_a_group_of_a_driver_that_is_gone_is_removed_and_one_in_use_is_not(tmp_path: Path) -> None:
    hierarchy = Hierarchy(2, tmp_path)
    mine = hierarchy.create(1 << 20)
    left = tmp_path / f"{cgroups.PREFIX}left"
    left.mkdir()
    (tmp_path / "other").mkdir()
    assert hierarchy.clear_stale() == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([mine.folder.name, "other"])
    assert mine.remove()
    assert not mine.folder.exists()
    assert mine.remove()  # again


def test_a_group_that_another_verifier_clears_away_as_it_is_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    def lock_folder(folder: Path) -> int | None:
        tries.append(folder)
        return os.open(folder, os.O_RDONLY) if len(tries) == 3 else None

    monkeypatch.setattr(cgroups, "lock_folder", lock_folder)
    group = cgroups.Hierarchy(2, tmp_path).create(1 << 20)
    assert group.folder == tries[-1]
    group.remove()
