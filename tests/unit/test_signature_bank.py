"""Techniques, most of them not in the handbook: programs are right, and clusters agree with what they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import mean

from equijudge_core.agreement import adjusted_rand_index, v_measure
from equijudge_core.signature import signature

TESTS = Path(__file__).parents[1]
BANK = TESTS / "signature_bank"
ITEMS = sorted(folder for folder in BANK.iterdir() if folder.is_dir())
V_MEASURE_FLOOR = 0.88
ADJUSTED_RAND_FLOOR = 0.75


def programs(item: Path) -> list[Path]:
    return sorted(item.glob("*.py"))


def families(item: Path) -> list[str]:
    return [program.stem.rsplit("__", 1)[0] for program in programs(item)]


def clusters(item: Path) -> list[str]:
    return [signature(program.read_text("utf-8")).coarse for program in programs(item)]


def test_every_program_of_the_bank_answers_its_sample() -> None:
    command = [sys.executable, "-S", str(TESTS / "run_samples.py"), str(BANK)]
    run = subprocess.run(command, capture_output=True, check=True, timeout=300)
    printed = {Path(program): output for program, output in json.loads(run.stdout).items()}
    assert list(printed) == [program for item in ITEMS for program in programs(item)]
    wrong = {
        str(program.relative_to(BANK)): output
        for program, output in printed.items()
        if output.split() != (program.parent / "sample.out").read_text("utf-8").split()
    }
    assert wrong == {}


def test_every_item_has_two_families_or_more_of_two_programs_or_more() -> None:
    assert len(ITEMS) >= 45
    for item in ITEMS:
        labels = families(item)
        assert len(set(labels)) >= 2, item.name
        assert min(labels.count(label) for label in labels) >= 2, item.name


def test_clusters_of_the_bank_agree_with_its_families() -> None:
    """The floors are what was reached, rounded down: a change of the signature may not fall below them."""
    found = [(families(item), clusters(item)) for item in ITEMS]
    assert mean(v_measure(*pair) for pair in found) >= V_MEASURE_FLOOR
    assert mean(adjusted_rand_index(*pair) for pair in found) >= ADJUSTED_RAND_FLOOR
