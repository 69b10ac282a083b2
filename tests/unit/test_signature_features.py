"""The table of features is whole and true: each has an example that shows it, found by the rules that it names."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

import pytest

from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, parse
from equijudge_core.signature import RULES, coarse_features, signature
from equijudge_core.signature.features import FEATURES, Feature
from equijudge_core.signature.recurrence import KINDS
from equijudge_core.signature.view import Rule, View
from tests.handbook import right_programs


def finders(source: str) -> dict[str, set[Rule]]:
    """Which rules find which features in a program."""
    view = View.of(parse(source, MAX_SOURCE_BYTES))
    found = defaultdict(set)
    for rule in RULES:
        for name, _ in rule(view):
            found[name].add(rule)
    return found


@pytest.mark.parametrize("feature", FEATURES.values(), ids=lambda feature: feature.name)
def test_an_example_shows_its_feature_to_the_rules_that_find_it(feature: Feature) -> None:
    found = finders(feature.example)[feature.name]
    assert found
    assert found <= set(feature.rules)


def test_every_rule_finds_a_feature_of_the_table() -> None:
    assert set(RULES) == set(chain.from_iterable(feature.rules for feature in FEATURES.values()))


def test_everything_that_can_name_an_algorithm_is_in_the_table() -> None:
    assert {*coarse_features.TECHNIQUES, *coarse_features.PLAIN, *KINDS} <= FEATURES.keys()


def test_programs_of_the_handbook_have_features_of_the_table_alone() -> None:
    for source in right_programs()[::20]:
        for name, rules in finders(source).items():
            assert rules <= set(FEATURES[name].rules), (name, source)
        assert {*signature(source).fine_features} <= FEATURES.keys()
