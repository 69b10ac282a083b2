"""Model answers by composition: the program that a text holds is found, and nothing where it holds none."""

from __future__ import annotations

import pytest

from tests.answers import EXPECTED_MISSES, Answer, composed, from_blind_frames
from tests.fixtures.answers import blind_frames


@pytest.fixture(scope="module")
def answers() -> list[Answer]:
    return [*composed(), *from_blind_frames()]


@pytest.fixture(scope="module")
def misses(answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if not answer.is_right]


def test_there_are_enough_texts_and_a_third_hold_no_program_or_two(answers: list[Answer]) -> None:
    assert len({answer.text for answer in answers}) == len(answers) >= 2000
    assert sum(answer.held != 1 for answer in answers) >= len(answers) / 3


def test_half_of_the_frames_were_written_without_sight_of_the_rule() -> None:
    blind = blind_frames.BLIND_FRAMES + blind_frames.JSON_FRAMES + blind_frames.HTML_FRAMES

    assert {answer.shape for answer in from_blind_frames()} == {frame.name for frame in blind}


@pytest.mark.parametrize("source", ["composed", "blind"])
def test_a_single_program_is_found_in_99_percent(source: str, answers: list[Answer], misses: list[Answer]) -> None:
    held = sum(answer.source == source and answer.held == 1 for answer in answers)
    missed = sum(answer.source == source and answer.held == 1 for answer in misses)

    assert missed <= held / 100


def test_every_miss_has_its_reason_and_every_reason_a_miss(misses: list[Answer]) -> None:
    assert {answer.shape for answer in misses} == set(EXPECTED_MISSES)
