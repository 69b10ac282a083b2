"""Real programs with measured labels, the quick ones of them: our verdict is AC exactly where the label is.

`python -m tests.labelled` judges all of them and prints the tables.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from equijudge_core.contracts.verdict import Verdict
from tests.labelled import DATA, Labelled, explained, make_judge, programs

QUICK_S = 0.1


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the labelled programs are not here ({DATA.name} beside the checkout)")
def test_verdicts_agree_with_measured_labels(tmp_path: Path) -> None:
    sandbox, judge = make_judge("docker", tmp_path)
    chosen = [program for program in programs() if program.measured and is_quick(program)]
    differing = []
    for program in chosen:
        verdict = program.judge(judge).verdict
        if verdict not in program.allowed and (verdict == Verdict.AC or explained(program, judge) == "DIFFERS"):
            differing.append((program.label["problem_id"], program.label["index"], verdict))
    sandbox.close()
    assert len(chosen) > 400
    assert differing == []


def is_quick(program: Labelled) -> bool:
    return bool(program.label["max_cpu_s"] < QUICK_S)
