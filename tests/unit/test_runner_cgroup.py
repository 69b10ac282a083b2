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
# 40 MiB: 8 of processes, 12 of files (4 of them in a tmpfs, 3 mapped), 5 of names of files, 15 of anything else.
MIB = 1 << 20
V1_MEMORY = (
    "cache {0}\nrss {0}\nrss_huge 0\nshmem {0}\nmapped_file {0}\ndirty 0\nwriteback 0\npgpgin 46386\npgpgout 40866\n"
    "pgfault 53655\npgmajfault 0\ninactive_anon 0\nactive_anon 1531904\ninactive_file 24576\nactive_file 593920\n"
    f"unevictable 0\nhierarchical_memory_limit 2147483648\ntotal_cache {12 * MIB}\ntotal_rss {8 * MIB}\n"
    f"total_rss_huge 0\ntotal_shmem {4 * MIB}\ntotal_mapped_file {3 * MIB}\ntotal_dirty 0\n"
).replace("{0}", "4096")
V2_MEMORY = (
    f"anon {8 * MIB}\nfile {12 * MIB}\nkernel {20 * MIB}\nkernel_stack 114688\npagetables {9 * MIB}\nsec_pagetables 0\n"
    f"percpu 3408\nsock 0\nvmalloc 0\nshmem {4 * MIB}\nzswap 0\nzswapped 0\nfile_mapped {3 * MIB}\nfile_dirty 0\n"
    f"file_writeback 0\nswapcached 0\nanon_thp 0\nfile_thp 0\nshmem_thp 0\ninactive_anon {12 * MIB}\nactive_anon 4096\n"
    f"inactive_file {6 * MIB}\nactive_file {2 * MIB}\nunevictable 0\nslab_reclaimable {5 * MIB}\n"
    f"slab_unreclaimable {4 * MIB}\nslab {9 * MIB}\nworkingset_refault_anon 0\nworkingset_refault_file 0\n"
    "pgfault 53655\npgmajfault 0\npgrefill 0\npgscan 0\npgsteal 0\nthp_fault_alloc 0\nthp_collapse_alloc 0\n"
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
    assert (cgroup.events, cgroup.oom_kills(), cgroup.cpu_ns(), cgroup.memory()) == (None, 0, None, None)


def test_what_no_process_shows_version_1(tmp_path: Path) -> None:
    """Version 1 does not tell the names of files apart."""
    files = {"memory/memory.usage_in_bytes": f"{40 * MIB}\n", "memory/memory.stat": V1_MEMORY}
    cgroup = captured(tmp_path, files)
    assert (cgroup.memory(), cgroup.charges()) == (40 * MIB, (24 * MIB, 8 * MIB, 4 * MIB, 3 * MIB))


def test_what_no_process_shows_version_2(tmp_path: Path) -> None:
    cgroup = captured(tmp_path, {"memory.current": f"{40 * MIB}\n", "memory.stat": V2_MEMORY})
    assert (cgroup.memory(), cgroup.charges()) == (40 * MIB, (19 * MIB, 8 * MIB, 4 * MIB, 3 * MIB))


def test_a_kernel_that_does_not_tell_shared_memory_apart_counts_nothing(tmp_path: Path) -> None:
    """Version 1 before Linux 4.13: a file in a tmpfs would pass as cache that can be taken back."""
    old = V1_MEMORY.replace("shmem", "swap")
    cgroup = captured(tmp_path, {"memory/memory.usage_in_bytes": f"{40 * MIB}\n", "memory/memory.stat": old})
    assert cgroup.memory() is None
