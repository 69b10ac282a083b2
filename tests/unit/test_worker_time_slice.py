"""When a chunk gives way to another job: after its slice, with something done, and only if somebody waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from equijudge_verifier.worker.time_slice import SLICE_S, TimeSlice


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def turn(
    clock: Clock, wanted: Callable[[], bool] = lambda: True, *, starving: bool = False, long: bool = False
) -> TimeSlice:
    return TimeSlice(wanted, lambda: starving, long=long, clock=clock)


@pytest.mark.parametrize(("wanted", "after_s", "goes_on"), [
    (True, SLICE_S, False), (True, SLICE_S / 2, True), (False, 100 * SLICE_S, True),
])  # fmt: skip
def test_it_gives_way_when_its_slice_is_over_and_somebody_waits(wanted: bool, after_s: float, goes_on: bool) -> None:
    clock = Clock()
    made = turn(clock, lambda: wanted)
    assert made.next_candidate()
    clock.now = after_s
    made.done()
    assert made.next_candidate() is goes_on


def test_something_is_done_in_every_claim() -> None:
    clock = Clock()
    made = turn(clock)
    assert made.next_candidate()
    clock.now = 100 * SLICE_S  # what was found need not be kept (IE, no cache): it would be found again without end
    assert made.next_candidate()
    made.done()
    assert not made.next_candidate()


def test_what_takes_long_to_get_going_has_a_longer_turn() -> None:
    clock = Clock()
    made = turn(clock)
    clock.now = 10.0  # a set's programs were parsed
    assert made.next_candidate()
    made.done()
    clock.now = 10.0 + 29.0
    assert made.next_candidate()
    clock.now = 10.0 + 31.0
    assert not made.next_candidate()


@pytest.mark.parametrize(("starving", "long", "after_s", "cut"), [
    (True, False, SLICE_S, True),
    (True, False, SLICE_S / 2, False),
    (False, False, 100 * SLICE_S, False),  # whoever waits has a slot, and gets its share between candidates
    (True, True, 100 * SLICE_S, False),  # it has given way once
])  # fmt: skip
def test_a_candidate_is_cut_for_a_key_without_a_slot_and_once(
    starving: bool, long: bool, after_s: float, cut: bool
) -> None:
    clock = Clock()
    made = turn(clock, starving=starving, long=long)
    assert not made.overrun()
    assert made.next_candidate()
    clock.now = after_s
    assert (made.overrun(), made.cut) == (cut, cut)


def test_the_candidate_after_a_long_one_may_be_cut() -> None:
    clock = Clock()
    made = turn(clock, lambda: False, starving=True, long=True)
    assert made.next_candidate()
    clock.now = 10 * SLICE_S
    made.done()
    assert made.next_candidate()
    assert not made.overrun()
    clock.now = 11 * SLICE_S
    assert made.overrun()


def test_what_comes_before_the_candidates_gives_way_after_a_slice() -> None:
    clock = Clock()
    made = turn(clock)
    assert not made.over()
    clock.now = SLICE_S
    assert (made.over(), turn(clock, lambda: False).over()) == (True, False)
