"""What the zygote makes of a test that is over, without a cell around it."""

from __future__ import annotations

import os
from typing import Any

import pytest

import equijudge_sandbox.runner

runner: Any = equijudge_sandbox.runner  # it has no annotations


class Frames:
    outgoing = -1


class Ended:
    """A watch under which the test process was ended before it had said anything."""

    ended_by_driver = True

    def __init__(self, zygote: Any, pid: int, started: int, stdout: int, stderr: int) -> None:
        self.zygote = zygote

    def until_over(self) -> None:
        self.zygote.ended = self.ended_by_driver


class EndedByItself(Ended):
    ended_by_driver = False


@pytest.fixture
def zygote(monkeypatch: pytest.MonkeyPatch) -> Any:
    made: Any = runner.Zygote(Frames(), None, None)
    made.told, made.tell = os.pipe()
    made.stdin = os.memfd_create("stdin")
    made.ended, made.claims = False, runner.Claims()
    proof = runner.Proof(())
    proof.sockstat, proof.start = -1, []  # the host's sockets are none of its business
    monkeypatch.setattr(runner, "PROOF", proof, raising=False)
    os.set_blocking(made.told, False)
    monkeypatch.setattr(os, "fork", lambda: 12345)
    yield made
    for descriptor in (made.told, made.tell):
        os.close(descriptor)


def test_a_test_that_the_driver_ended_needs_no_outcome(zygote: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stop rule comes while the next test's process is still being set up: no fault of anybody's."""
    monkeypatch.setattr(runner, "Watch", Ended)
    zygote.one_test(zygote.stdin, 0, ())
    assert zygote.ended


def test_a_process_that_ends_before_it_is_the_candidates_is_a_fault(
    zygote: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "Watch", EndedByItself)
    with pytest.raises(runner.Fault, match="before it was set up"):
        zygote.one_test(zygote.stdin, 0, ())


def claims_of(pid: int, *, name: bytes, size: int | None = None) -> Any:
    claims = runner.Claims()
    head = runner.Claims.HEAD.pack(pid, len(name) if size is None else size)
    claims.page[: len(head) + len(name)] = head + name
    return claims


@pytest.mark.parametrize(
    ("pid", "name", "size"),
    [
        (2, b"ValueError", None),
        (1, b"Value Error", None),
        (1, b"\xff", None),
        (1, b"A" * 65, None),
        (1, b"A", 200),
        (1, b"", None),
    ],
    ids=["another process", "a text", "not ascii", "too long", "size that lies", "empty"],
)
def test_a_claim_is_a_short_identifier_of_the_tests_own_process_or_nothing(
    pid: int, name: bytes, size: int | None
) -> None:
    assert claims_of(pid, name=name, size=size).exception_of(1) == b""


def test_what_is_claimed_is_read_once() -> None:
    claims = runner.Claims()
    claims.ended_by(ZeroDivisionError)
    assert claims.exception_of(os.getpid()) == b"ZeroDivisionError"
    claims.forget()
    assert claims.page[:] == bytes(runner.PAGE)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (SystemExit(), 0), (SystemExit(3), 3), (SystemExit(256 + 4), 4), (SystemExit(-1), 255),
        (SystemExit(2**64), 255),
        (SystemExit(2**32), 0), (SystemExit("text"), None), (SystemExit(True), None), (KeyboardInterrupt(), None),
    ],
)  # fmt: skip
def test_the_exit_status_is_known_where_cpython_would_take_the_number(error: BaseException, status: int | None) -> None:
    assert runner.status_of(error) == status


def test_a_chain_of_processes_between_vfork_and_exec_is_one_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two levels of it at once, as in a fork bomb: the one in the middle is a child and a parent."""
    made: Any = runner.Zygote(Frames(), None, None)
    watch = runner.Watch(made, 2, 0, -1, -1)
    monkeypatch.setattr(runner, "memory_of", lambda name: (100, 100, 100))
    monkeypatch.setattr(runner, "has_memory", lambda name: True)
    seen = {"2": (b"D", "1", 0, 100), "3": (b"D", "2", 0, 100), "4": (b"R", "3", 0, 100)}
    assert watch.shared_once(seen) == 100


@pytest.mark.parametrize(("ran_ns", "memory"), [((5, 5), 100), ((5, 6), 200), ((None, None), 200)])
def test_a_parent_that_waits_for_a_core_to_go_to_sleep_on_is_one_memory_with_its_child(
    ran_ns: tuple[int | None, int | None], memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preempted between vfork and its sleep, for as long as the host is busy: it gets no further from look to look.
    One that runs on has a memory of its own."""
    made: Any = runner.Zygote(Frames(), None, None)
    watch = runner.Watch(made, 2, 0, -1, -1)
    monkeypatch.setattr(runner, "memory_of", lambda name: (100, 100, 100))
    monkeypatch.setattr(runner, "has_memory", lambda name: True)
    seen = {"2": (b"R", "1", 0, 100), "3": (b"R", "2", 0, 100)}
    looks = iter(ran_ns)
    for _ in ran_ns:
        now = next(looks)
        monkeypatch.setattr(runner, "on_core_ns", lambda name, now=now: now)
        told = watch.shared_once(seen)
    assert told == memory
