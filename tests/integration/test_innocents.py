"""A small mixture of honest programs and attackers; the full one, 2,000 and 200, is `make proofs`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.innocents import ATTACKS, SEED, judge_beside_attackers


@pytest.mark.parametrize("driver", ["docker", "local"])
def test_no_honest_verdict_is_another_beside_attackers(tmp_path: Path, driver: str) -> None:
    report = judge_beside_attackers(tmp_path, driver, honest=80, attackers=len(ATTACKS), seed=SEED)
    assert report.attackers_said.total() == len(ATTACKS)
    assert report.held, (report.different, report.from_cache, report.attackers_said)
