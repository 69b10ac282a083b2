"""What the runner reads of its cgroup, from files as kernels with version 1 and version 2 write them."""

from __future__ import annotations

from pathlib import Path

from equijudge_sandbox.runner import Cgroup

V1_OOM_CONTROL = "oom_kill_disable 0\nunder_oom 0\noom_kill 3\n"
V2_EVENTS = "low 0\nhigh 0\nmax 41\noom 4\noom_kill 3\noom_group_kill 0\n"
V2_CPU = (
    "usage_usec 1834211\nuser_usec 1500100\nsystem_usec 334111\n"
    "nr_periods 20\nnr_throttled 1\nthrottled_usec 5012\nnr_bursts 0\nburst_usec 0\n"
)


def captured(folder: Path, files: dict[str, str]) -> Cgroup:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return Cgroup(str(folder))


def test_version_1(tmp_path: Path) -> None:
    files = {"memory/memory.oom_control": V1_OOM_CONTROL, "cpuacct/cpuacct.usage": "1834211000\n"}
    cgroup = captured(tmp_path, files)
    assert (cgroup.oom_kills(), cgroup.cpu_ns()) == (3, 1_834_211_000)


def test_version_2(tmp_path: Path) -> None:
    cgroup = captured(tmp_path, {"memory.events": V2_EVENTS, "cpu.stat": V2_CPU})
    assert (cgroup.oom_kills(), cgroup.cpu_ns()) == (3, 1_834_211_000)


def test_a_kernel_that_does_not_count_kills(tmp_path: Path) -> None:
    """Version 1 before Linux 4.13 has no oom_kill line."""
    cgroup = captured(tmp_path, {"memory/memory.oom_control": "oom_kill_disable 0\nunder_oom 0\n"})
    assert cgroup.oom_kills() == 0


def test_no_cgroup(tmp_path: Path) -> None:
    cgroup = Cgroup(str(tmp_path))
    assert (cgroup.events, cgroup.oom_kills(), cgroup.cpu_ns()) == (None, 0, None)
