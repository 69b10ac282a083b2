"""Techniques, most of them not in the handbook: programs are right, and clusters agree with what they are called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import mean

from scripts.chapters import Item
from sklearn.metrics import adjusted_rand_score, v_measure_score

from equijudge_core.signature import signature
from tests.handbook import read_items

TESTS = Path(__file__).parents[1]
ITEMS = [item for path in sorted((TESTS / "signature_bank").glob("[a-z]*.md")) for item in read_items(path)]
V_MEASURE_FLOOR = 0.88
ADJUSTED_RAND_FLOOR = 0.75


def families(item: Item) -> list[str]:
    return [family.name for family in item.families for _ in family.programs]


def clusters(item: Item) -> list[str]:
    return [signature(program.source).coarse for family in item.families for program in family.programs]


def test_every_program_of_the_bank_answers_its_sample() -> None:
    cases = [
        (f"{item.name}/{program.name}", program.source, item.example)
        for item in ITEMS
        for family in item.families
        for program in family.programs
        if item.example
    ]
    assert len(cases) == sum(len(families(item)) for item in ITEMS)
    asked = json.dumps([(source, example.input) for _, source, example in cases])
    command = [sys.executable, "-S", str(TESTS / "run_samples.py")]
    run = subprocess.run(command, input=asked, text=True, capture_output=True, check=True, timeout=300)
    wrong = {
        name: printed
        for (name, _, example), printed in zip(cases, json.loads(run.stdout), strict=True)
        if printed.split() != example.output.split()
    }
    assert wrong == {}


def test_every_item_has_two_families_or_more_of_two_programs_or_more() -> None:
    assert len({item.name for item in ITEMS}) == len(ITEMS) >= 45
    for item in ITEMS:
        labels = families(item)
        assert len(set(labels)) >= 2, item.name
        assert min(labels.count(label) for label in labels) >= 2, item.name


def test_clusters_of_the_bank_agree_with_its_families() -> None:
    """The floors are what was reached, rounded down: a change of the signature may not fall below them."""
    found = [(families(item), clusters(item)) for item in ITEMS]
    assert mean(v_measure_score(*pair) for pair in found) >= V_MEASURE_FLOOR
    assert mean(adjusted_rand_score(*pair) for pair in found) >= ADJUSTED_RAND_FLOOR
