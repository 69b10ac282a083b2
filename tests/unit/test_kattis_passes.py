"""What a validator's run means after one of several passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from equijudge_core.judging.checker_protocols import FOR_JUDGES, SCORE
from equijudge_core.judging.checker_runs import Ruling
from equijudge_core.judging.kattis_passes import read_pass, too_many_passes
from equijudge_sandbox.outcome import Outcome
from tests.fakes import RAN

ENDED = replace(RAN, exit_code=42, output=None, output_error="missing")
ASKED = replace(RAN, exit_code=42, output=b"next")


@pytest.mark.parametrize(
    ("facts", "ruling", "reason"),
    [
        (ENDED, Ruling.ACCEPTED, ""),
        (ASKED, Ruling.ACCEPTED, ""),
        (replace(ASKED, output=b""), Ruling.ACCEPTED, ""),
        (replace(ENDED, exit_code=43), Ruling.REJECTED, ""),
        (replace(ASKED, exit_code=43), Ruling.FAULT, "rejects, and leaves nextpass.in"),
        (replace(ASKED, exit_code=0), Ruling.FAULT, "neither 42 nor 43"),
        (replace(ASKED, output_truncated=True), Ruling.FAULT, "more than 16 MiB"),
    ],
)
def test_a_pass_is_understood(facts: Outcome, ruling: Ruling, reason: str) -> None:
    said = read_pass(facts, {})
    assert said.ruling is ruling
    assert reason in said.reason


def test_what_lies_in_the_folder_is_what_counts() -> None:
    kept = {FOR_JUDGES: b"one. two.", SCORE: b"0.5"}
    said = read_pass(ENDED, kept, scoring=True)
    assert (said.points, said.message) == (0.5, "one. two.")
    assert "not scored" in read_pass(ENDED, kept).reason


def test_one_pass_too_many_is_a_fault_that_says_how_many_there_are() -> None:
    assert too_many_passes(3, "said").fault == "the validator asks for more than 3 passes"
