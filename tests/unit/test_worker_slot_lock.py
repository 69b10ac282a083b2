"""Slots that make room for the one that needs quiet: real processes and real locks."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import pytest

from equijudge_verifier.judge import slot_lock as slot_lock_module
from equijudge_verifier.judge.slot_lock import SlotLock

OTHER = """
import sys
from equijudge_verifier.judge.slot_lock import SlotLock
with getattr(SlotLock(int(sys.argv[1])), sys.argv[2])():
    print("in", flush=True)
    sys.stdin.readline()
"""


class Other:
    """Another slot: in its block when made, out when let go."""

    def __init__(self, descriptor: int, how: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(descriptor), how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=(descriptor,),
        )

    def is_in(self) -> bool:
        assert self.process.stdout is not None
        return self.process.stdout.readline() == b"in\n"

    def leave(self) -> None:
        self.process.communicate(b"\n", timeout=30)


@pytest.fixture
def shared() -> Iterator[int]:
    with tempfile.TemporaryFile() as file:
        yield file.fileno()


def waited(lock: SlotLock, how: str) -> float:
    started = time.monotonic()
    with getattr(lock, how)():
        return time.monotonic() - started


def test_slots_run_beside_each_other(shared: int) -> None:
    other = Other(shared, "shared")
    assert other.is_in()
    assert waited(SlotLock(shared), "shared") < slot_lock_module.PATIENCE_S / 2
    other.leave()


@pytest.mark.parametrize(("first", "second"), [("exclusive", "shared"), ("shared", "exclusive")])
def test_nobody_runs_beside_one_that_is_alone(
    shared: int, first: str, second: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 60.0)
    lock = SlotLock(shared)
    with getattr(lock, first)():
        other = Other(shared, second)
        time.sleep(1.0)
        assert other.process.poll() is None
        left = time.monotonic()
    assert other.is_in()
    assert time.monotonic() >= left
    other.leave()


def test_a_slot_that_does_not_let_go_is_not_waited_for(shared: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 0.2)
    other = Other(shared, "shared")
    assert other.is_in()
    assert waited(SlotLock(shared), "exclusive") >= 0.2
    other.leave()


def test_a_slot_that_dies_lets_go(shared: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 60.0)
    other = Other(shared, "exclusive")
    assert other.is_in()
    other.process.kill()
    other.process.communicate()
    assert waited(SlotLock(shared), "exclusive") < 60.0


def test_one_slot_by_itself_waits_for_nobody() -> None:
    with SlotLock().exclusive(), SlotLock().shared():
        pass
