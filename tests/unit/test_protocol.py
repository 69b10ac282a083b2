"""Frames between runner and driver, and what the runner reads of its cgroup."""

from __future__ import annotations

from pathlib import Path

import pytest

from equijudge_sandbox import protocol, runner
from equijudge_sandbox.errors import BadReport
from equijudge_sandbox.outcome import Command, KilledFor, Limits, Program
from equijudge_sandbox.runner import Cgroup

LIMITS = Limits(cpu_time_s=1.0, wall_time_s=2.0, memory_bytes=1 << 20, output_bytes=10, stderr_bytes=5)


def outcome(
    code: int = 0, signal: int = 0, killed: int = 0, flags: int = 8, error: int = 0, out: int = 2, name: bytes = b""
) -> bytes:
    measured = (1_500_000_000, 2_000_000_000, 4096)
    head = runner.OUTCOME_HEAD.pack(code, signal, killed, flags, error, *measured, len(name), out, 1)
    return head + name + b"4\n" + b"e"


def test_an_outcome_is_read_in_seconds_and_bytes() -> None:
    got = protocol.unpack_outcome(outcome(), LIMITS)
    assert (got.exit_code, got.signal, got.output, got.stderr) == (0, None, b"4\n", b"e")
    assert (got.cpu_time_s, got.wall_time_s, got.memory_peak_bytes) == (1.5, 2.0, 4096)


def test_a_signal_leaves_no_exit_code() -> None:
    got = protocol.unpack_outcome(outcome(code=-1, signal=9, killed=1), LIMITS)
    assert (got.exit_code, got.signal, got.killed_for) == (None, 9, KilledFor.CPU)


def test_the_exception_is_an_identifier() -> None:
    assert protocol.unpack_outcome(outcome(code=1, name=b"ZeroDivisionError"), LIMITS).exception == "ZeroDivisionError"
    assert protocol.unpack_outcome(outcome(code=1), LIMITS).exception == ""


def test_no_output_file_is_not_an_empty_one() -> None:
    assert protocol.unpack_outcome(outcome(flags=0, error=1), LIMITS).output is None


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        outcome()[:-1],
        outcome() + b"x",
        outcome(out=11),
        outcome(killed=len(runner.KILLED_FOR)),
        outcome(error=len(runner.OUTPUT_ERRORS)),
        outcome(name=b"A" * 65),
        outcome(name=b"Error: 42"),
        outcome(name=b"\xc3\xa9"),
    ],
    ids=["empty", "short", "long", "over the limit", "unknown kill", "unknown error", "long name", "text", "not ascii"],
)
def test_an_outcome_that_does_not_add_up_is_a_bad_report(payload: bytes) -> None:
    with pytest.raises(BadReport):
        protocol.unpack_outcome(payload, LIMITS)


def test_a_frame_of_an_unknown_type_is_a_bad_report() -> None:
    with pytest.raises(BadReport):
        protocol.unpack_header(runner.FRAME.pack(b"X", 0), 100)


def test_a_frame_larger_than_agreed_is_refused_before_it_is_read() -> None:
    with pytest.raises(BadReport, match="at most 100"):
        protocol.unpack_header(runner.FRAME.pack(runner.OUTCOME, 101), 100)


def test_a_compile_report_cut_short_is_a_bad_report() -> None:
    with pytest.raises(BadReport):
        protocol.unpack_compiled(b"\1")


def test_a_name_too_long_for_its_field_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="255"):
        protocol.pack_program(Program(b"", output_file="x" * 256), LIMITS)


def test_an_outcome_has_as_many_files_as_were_agreed_on() -> None:
    sizes = runner.SIZE.pack(3) + runner.SIZE.pack(runner.NO_FILE)
    payload = outcome()[: runner.OUTCOME_HEAD.size] + sizes + b"4\n" + b"abc" + b"e"
    got = protocol.unpack_outcome(payload, LIMITS, left=2)
    assert (got.output, got.left, got.stderr) == (b"4\n", (b"abc", None), b"e")
    for left in (0, 1, 3):
        with pytest.raises(BadReport):
            protocol.unpack_outcome(payload, LIMITS, left=left)


def test_a_file_of_an_outcome_larger_than_agreed_is_a_bad_report() -> None:
    head, data = outcome()[: runner.OUTCOME_HEAD.size], b"x" * (runner.KEPT_OF_LEFT + 1)
    with pytest.raises(BadReport, match="add up"):
        protocol.unpack_outcome(head + runner.SIZE.pack(len(data)) + b"4\n" + data + b"e", LIMITS, left=1)


def test_files_of_a_folder_come_back_as_they_were_packed() -> None:
    files = {"a": b"", "deep/b": b"one\0two"}
    packed = protocol.pack_files(files.items())
    assert protocol.unpack_files(packed) == files
    for wrong in (packed[:3], packed[:-1], packed.replace(b"deep", b"d\xffep")):
        with pytest.raises(BadReport):
            protocol.unpack_files(wrong)


@pytest.mark.parametrize(
    "program",
    [
        Program(b"", files=(("main.py", b""),)),
        Program(b"", files=(("a", b""), ("a", b""))),
        Program(b"", files=(("a", b""), ("a/b", b""))),
        Program(b"", files=(("a", b""),), left=("a/b",)),
        Program(b"", brought=("a/b",), left=("a",)),
        Program(b"", brought=("a",), input_file="b"),
        Program(b"", brought=("",)),
        Program(b"", brought=("a/",)),
        Program(b"", files=(("../a", b""),)),
        Program(b"", files=(("/a", b""),)),
        Program(b"", files=(("a//b", b""),)),
        Program(b"", files=(("./a", b""),)),
        Program(b"", files=(("a/", b"content"),)),
        Program(b"", files=(("a\0b", b""),)),
        Program(b"", files=(("ä" * 128, b""),)),
        Program(b"", left=tuple("abcdefghi")),
        Program(b"", files=(("a", b""),), left=("a/",)),
        Program(b"", arguments=("a\0b",)),
        Program(b"", command=Command(("sh",), (), "main.sh"), files=(("main.sh", b""),)),
    ],
)
def test_files_that_cannot_lie_in_one_folder_are_an_error_of_the_caller(program: Program) -> None:
    with pytest.raises(ValueError, match=r"name|brings|outcome|NUL"):
        protocol.pack_program(program, LIMITS)


def test_a_file_that_a_program_is_given_may_be_what_it_leaves() -> None:
    protocol.check_names(Program(b"", files=(("a", b""),), brought=("b",), left=("a", "b", "main.py")))


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


@pytest.mark.parametrize("word", ["a\0b", "\0"])
def test_a_word_with_a_nul_is_an_error_of_the_caller(word: str) -> None:
    with pytest.raises(ValueError, match="NUL"):
        protocol.block(["cc", word])
    with pytest.raises(ValueError, match="NUL"):
        protocol.pack_program(Program(b"", command=Command(("cc",), (f"A={word}",))), LIMITS)
