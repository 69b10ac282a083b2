"""A small chaos run; the full one, over 2,000 candidates, is `make proofs`."""

from __future__ import annotations

from pathlib import Path

from tests.chaos import SEED, run_chaos


def test_no_verdict_is_lost_doubled_or_changed_by_faults(tmp_path: Path) -> None:
    report = run_chaos(tmp_path, count=240, seed=SEED, stop_s=8.0)
    assert report.done.total() >= 3
    assert report.held, (report.done, report.lost, report.doubled, report.different, report.wrong)
