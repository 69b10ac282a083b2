"""How verifiers of one host divide its slots: by locks that end with their holder."""

from __future__ import annotations

from pathlib import Path

import pytest

from equijudge_verifier.slots import OwnSlots, SharedSlots, lock, share


def take_all(slots: OwnSlots | SharedSlots) -> list[int]:
    """The slots that it gets by now."""
    return [slot for slot in (slots.take() for _ in range(slots.wanted())) if slot is not None]


def test_alone_a_verifier_has_all_slots(tmp_path: Path) -> None:
    assert take_all(OwnSlots(3)) == take_all(SharedSlots(tmp_path, 3)) == [0, 1, 2]


@pytest.mark.parametrize(("total", "members", "shares"), [(8, 3, [3, 3, 2]), (2, 2, [1, 1]), (1, 3, [1, 0, 0])])
def test_shares_are_even_and_all_there_is(total: int, members: int, shares: list[int]) -> None:
    assert [share(total, members, place) for place in range(members)] == shares


def test_of_two_verifiers_each_is_entitled_to_half(tmp_path: Path) -> None:
    slots = [SharedSlots(tmp_path, 4), SharedSlots(tmp_path, 4)]
    assert [each.wanted() for each in slots] == [2, 2]
    assert [take_all(each) for each in slots] == [[0, 1], [2, 3]]


def test_a_slot_is_one_verifiers_until_it_is_given_back(tmp_path: Path) -> None:
    first = SharedSlots(tmp_path, 2)
    assert take_all(first) == [0, 1]
    second = SharedSlots(tmp_path, 2)
    assert (second.wanted(), second.take()) == (1, None)
    first.give_back(1)
    assert (second.take(), first.take()) == (1, None)


def test_one_that_is_gone_takes_no_part(tmp_path: Path) -> None:
    (tmp_path / "verifier-0").touch()
    (tmp_path / "slot-0").touch()
    assert take_all(SharedSlots(tmp_path, 2)) == [0, 1]


def test_what_an_earlier_start_left_of_the_budget_of_quiet_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "quiet").write_bytes(b"left")
    first = SharedSlots(tmp_path, 2)
    assert (tmp_path / "quiet").read_bytes() == b""
    (tmp_path / "quiet").write_bytes(b"in use")
    assert SharedSlots(tmp_path, 2).quiet != first.quiet
    assert (tmp_path / "quiet").read_bytes() == b"in use"


def test_a_lock_is_had_once(tmp_path: Path) -> None:
    assert (lock(tmp_path / "slot-0") is None, lock(tmp_path / "slot-0") is None) == (False, True)
