"""When a chunk gives way to another job: after its slice, with something done, and only if somebody waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from equijudge_verifier.worker.time_slice import SLICE_S, TimeSlice


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def time_slice(
    clock: Clock, wanted: Callable[[], bool] = lambda: True, *, starving: bool = False, long: bool = False
) -> TimeSlice:
    return TimeSlice(wanted, lambda: starving, long=long, clock=clock)


@pytest.mark.parametrize(("wanted", "after_s", "goes_on"), [
    (True, SLICE_S, False), (True, SLICE_S / 2, True), (False, 100 * SLICE_S, True),
])  # fmt: skip
def test_it_gives_way_when_its_slice_is_over_and_somebody_waits(wanted: bool, after_s: float, goes_on: bool) -> None:
    clock = Clock()
    made = time_slice(clock, lambda: wanted)
    assert made.start_candidate()
    clock.now = after_s
    made.count_candidate()
    assert made.start_candidate() is goes_on


def test_something_is_done_in_every_claim() -> None:
    clock = Clock()
    made = time_slice(clock)
    assert made.start_candidate()
    clock.now = 100 * SLICE_S  # what was found need not be kept (IE, no cache): it would be found again without end
    assert made.start_candidate()
    made.count_candidate()
    assert not made.start_candidate()


def test_what_takes_long_to_get_going_has_a_longer_turn() -> None:
    clock = Clock()
    made = time_slice(clock)
    clock.now = 10.0  # a set's programs were parsed
    assert made.start_candidate()
    made.count_candidate()
    clock.now = 10.0 + 29.0
    assert made.start_candidate()
    clock.now = 10.0 + 31.0
    assert not made.start_candidate()


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
    made = time_slice(clock, starving=starving, long=long)
    assert not made.must_cut()
    assert made.start_candidate()
    clock.now = after_s
    assert (made.must_cut(), made.was_cut) == (cut, cut)


def test_the_candidate_after_a_long_one_may_be_cut() -> None:
    clock = Clock()
    made = time_slice(clock, lambda: False, starving=True, long=True)
    assert made.start_candidate()
    clock.now = 10 * SLICE_S
    made.count_candidate()
    assert made.start_candidate()
    assert not made.must_cut()
    clock.now = 11 * SLICE_S
    assert made.must_cut()


def test_what_comes_before_the_candidates_gives_way_after_a_slice() -> None:
    clock = Clock()
    made = time_slice(clock)
    assert not made.is_over()
    clock.now = SLICE_S
    assert (made.is_over(), time_slice(clock, lambda: False).is_over()) == (True, False)
