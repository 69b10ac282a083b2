"""A local cell as root has a memory cgroup of its own, from before its first process until after its last one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers import cgroups
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.errors import CellLost
from equijudge_sandbox.outcome import Limits, Program
from tests.cells import MIB, judge_program, read_output, still_works
from tests.memory_kinds import LET_GO, WAIT

WIDE = Limits(cpu_time_s=10.0, wall_time_s=40.0, memory_bytes=256 * MIB)


def settings(folder: Path) -> LocalSettings:
    return LocalSettings(cache_dir=folder, lock_dir=folder / "locks", memory_bytes=96 * MIB, spares=0)


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[LocalSandbox]:
    made = LocalSandbox(settings(tmp_path))
    yield made
    made.close()


def groups() -> set[Path]:
    """The cells' groups that there are, others' among them."""
    return set(cgroups.find_hierarchy().parent.glob(f"{cgroups.PREFIX}*"))


def test_a_cell_has_a_group_with_a_limit_and_takes_it_along(sandbox: LocalSandbox) -> None:
    before = groups()
    with sandbox.run(Program(b"print(1)"), WIDE) as run:
        host = run.cell.host
        made = host._cgroup  # type: ignore[attr-defined]
        assert made.folder not in before
        assert len(made.processes.read_text().split()) >= 3  # bubblewrap, the runner, the zygote
        name = "memory.limit_in_bytes" if (made.folder / "memory.limit_in_bytes").exists() else "memory.max"
        assert int((made.folder / name).read_text()) == 96 * MIB
    sandbox.close()
    assert not made.folder.exists()


def test_info_says_nothing_where_memory_is_counted(sandbox: LocalSandbox) -> None:
    assert sandbox.info().isolation == "recycled"


def test_a_program_cannot_look_at_the_group(sandbox: LocalSandbox) -> None:
    source = "import os\ntry:\n    print(os.listdir('/sys'))\nexcept PermissionError:\n    print('denied')"
    assert read_output(sandbox, source) == "denied\n"


@pytest.mark.parametrize("source", ["a = bytearray(120 << 20)", LET_GO.format(size=160 * MIB)])
def test_the_kernels_kill_is_mle(sandbox: LocalSandbox, source: str) -> None:
    """The cell is smaller than what its candidate may have: the kernel ends it before the watch does, or the cell."""
    try:
        out_of_memory = judge_program(sandbox, source + WAIT, "1\n", WIDE).verdict == Verdict.MLE
    except CellLost as lost:  # lost again and again that is MLE too
        out_of_memory = lost.oom_killed
    assert (out_of_memory, still_works(sandbox)) == (True, True)


def test_a_host_where_no_group_can_be_made_is_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def nowhere() -> cgroups.Hierarchy:
        raise OSError("read-only file system")

    monkeypatch.setattr(cgroups, "find_hierarchy", nowhere)
    with caplog.at_level(logging.INFO):
        sandbox = LocalSandbox(settings(tmp_path))
        try:
            assert sandbox.info().isolation == "recycled/no-cgroup"
            assert still_works(sandbox)
        finally:
            sandbox.close()
    told = [record.getMessage() for record in caplog.records if "memory cgroup" in record.getMessage()]
    assert len(told) == 1
    assert "read-only file system" in told[0]
