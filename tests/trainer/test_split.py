"""Which problems are held out."""

from __future__ import annotations

from equijudge_trainer.data.sets import is_held_out

NAMES = [f"problem {number}" for number in range(1000)]


def held(share: float) -> set[str]:
    return {name for name in NAMES if is_held_out(name, share)}


def test_it_is_about_the_share_and_none_and_all_at_its_ends() -> None:
    assert held(0.0) == set()
    assert held(1.0) == set(NAMES)
    assert 60 < len(held(0.1)) < 140


def test_a_larger_share_holds_out_the_same_problems_and_more() -> None:
    assert held(0.1) < held(0.3)


def test_it_is_the_same_on_every_machine() -> None:
    assert held(0.003) == {"problem 302", "problem 933", "problem 434", "problem 182", "problem 913"}
