"""How long slots may be made to hold still: a share of the time for the machine, and a smaller one for each key."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator

import pytest

from equijudge_verifier.judge import pause_budget as pause_budget_module
from equijudge_verifier.judge import slot_lock as slot_lock_module
from equijudge_verifier.judge.pause_budget import BURST_S, KEY_SHARE, MACHINE_SHARE, PauseBudget
from equijudge_verifier.judge.slot_lock import SlotLock


@pytest.fixture
def shared() -> Iterator[int]:
    with tempfile.TemporaryFile() as file:
        yield file.fileno()


class Clock:
    """In place of the module `time` there."""

    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(pause_budget_module, "time", made)
    return made


def spent_in(budget: PauseBudget, clock: Clock, owners: list[str], for_s: float, run_s: float = 0.5) -> float:
    """How long the machine is held by keys that ask for quiet all the time."""
    until, total = clock.now + for_s, 0.0
    while clock.now < until:
        for owner in owners:
            if budget.has(owner, run_s):
                budget.spend(owner, run_s)
                total += run_s
                clock.now += run_s
        clock.now += 1.0
    return total


def test_one_key_holds_the_machine_for_no_more_than_its_share(shared: int, clock: Clock) -> None:
    held_s = spent_in(PauseBudget(shared), clock, ["attacker"], 500)
    assert 0.9 * KEY_SHARE * 500 < held_s <= KEY_SHARE * 500 + BURST_S + 0.5


def test_all_keys_together_hold_it_for_no_more_than_the_machines_share(shared: int, clock: Clock) -> None:
    held_s = spent_in(PauseBudget(shared), clock, [f"key {n}" for n in range(5)], 500)
    assert 0.9 * MACHINE_SHARE * 500 < held_s <= MACHINE_SHARE * 500 + BURST_S + 0.5


def test_a_key_that_has_used_up_its_share_leaves_the_others_theirs(shared: int, clock: Clock) -> None:
    budget = PauseBudget(shared)
    spent_in(budget, clock, ["attacker"], 100)
    assert not budget.has("attacker", 1.5)
    assert budget.has("innocent", 1.5)


def test_a_run_longer_than_the_burst_is_never_given_quiet(shared: int, clock: Clock) -> None:
    assert not PauseBudget(shared).has("anybody", BURST_S)


def test_another_slot_sees_what_was_spent(shared: int) -> None:
    PauseBudget(shared).spend("a", 100.0)
    code = f"from equijudge_verifier.judge.pause_budget import PauseBudget; print(PauseBudget({shared}).has('b', 0.0))"
    assert subprocess.check_output([sys.executable, "-c", code], pass_fds=(shared,)) == b"False\n"


def test_what_is_full_again_is_forgotten(shared: int, clock: Clock) -> None:
    budget = PauseBudget(shared)
    for n in range(100):
        budget.spend(f"key {n}", 0.001)
        clock.now += 10
    with budget._buckets() as buckets:
        assert len(buckets) <= 2


def test_who_has_no_quiet_left_is_told_and_closes_no_gate(shared: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 60.0)
    PauseBudget(shared).spend("attacker", 100.0)
    lock = SlotLock(shared)
    code = f"from equijudge_verifier.judge.slot_lock import SlotLock\nwith SlotLock({shared}).shared(): print('in')"
    with lock.exclusive("attacker", 0.1) as alone:
        assert not alone
        assert subprocess.check_output([sys.executable, "-c", code], pass_fds=(shared,), timeout=30) == b"in\n"


def test_quiet_is_paid_for(shared: int) -> None:
    with SlotLock(shared).exclusive("a", 0.1) as alone:
        assert alone
    with PauseBudget(shared)._buckets() as buckets:
        assert {name for name, (seconds, _) in buckets.items() if seconds < BURST_S} == {"machine", "key a"}


def test_a_slot_that_does_not_let_go_is_waited_for_once_and_the_gate_opens(
    shared: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 0.2)
    code = "import sys\nfrom equijudge_verifier.judge.slot_lock import SlotLock\n"
    code += "with SlotLock(int(sys.argv[1])).shared():"
    code += "\n    print('in', flush=True); sys.stdin.readline()"
    command = [sys.executable, "-c", code, str(shared)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, pass_fds=(shared,)) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with SlotLock(shared).exclusive("a", 0.1) as alone:
            assert not alone
            monkeypatch.setattr(slot_lock_module, "PATIENCE_S", 60.0)
            gate = "from equijudge_verifier.judge.slot_lock import SlotLock\n"
            gate += f"with SlotLock({shared}).shared(): print('in')"
            assert subprocess.check_output([sys.executable, "-c", gate], pass_fds=(shared,), timeout=30) == b"in\n"
        other.communicate(b"\n", timeout=30)
