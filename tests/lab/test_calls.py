"""The planted controls: an arm that is sharpened is called narrower, the data are not, a penalty of 0 is inert."""

from __future__ import annotations

import dataclasses
from functools import cache

import numpy as np

from equijudge_core.scores.calibration import draw_reference
from equijudge_lab.calls import Call, call_narrowing, is_inert
from equijudge_lab.results import Draw, Results
from equijudge_lab.tables import build_tables
from tests.lab.made_up import FACTS, even, results


@cache
def controls() -> dict[str, str]:
    return {each["control"]: each["call"] for each in build_tables(even(), FACTS)["controls"]}


def test_the_arm_that_is_sharpened_by_construction_is_called_narrower() -> None:
    assert controls()["NLL sharpened to temperature 0.5"] == "narrower"


def test_the_data_themselves_are_not_called_narrower() -> None:
    """Whatever is drawn, at most about one time in forty; here a hundred times, of three seeds."""
    found = results({"nll": 1.0})
    group = found.find("nll", kind="train", regime="zipf")
    assert group is not None
    generator = np.random.default_rng(3)
    calls = []
    for _ in range(100):
        known = {
            (unit, Draw()): [
                dataclasses.replace(prompt, counts=draw_reference(prompt.counts, generator))
                for prompt in found.prompts(unit, Draw())
            ]
            for unit in found.seeds(group)
        }
        calls.append(call_narrowing(Results(found.design, found.units, found.chosen, known), group, Draw()).call)
    assert calls.count(Call.NARROWER) <= 5


def test_narrower_right_answers_alone_are_no_collapse() -> None:
    """That some algorithms are harder narrows the right answers, whatever the model chooses."""
    found = results({"nll": 1.0})
    group = found.find("nll", kind="train", regime="uniform")
    assert group is not None
    known = {}
    for unit in found.seeds(group):
        prompts = []
        for prompt in found.prompts(unit, Draw()):
            right = tuple(n if place < 2 else 0 for place, n in enumerate(prompt.counts.drawn))
            counts = dataclasses.replace(prompt.counts, right=right, right_samples=sum(right))
            prompts.append(dataclasses.replace(prompt, counts=counts, right_signatures=right))
        known[unit, Draw()] = prompts
    called = call_narrowing(Results(found.design, found.units, found.chosen, known), group, Draw())
    assert called.right.low is not None
    assert called.right.low > 1
    assert called.call is not Call.NARROWER


def test_a_penalty_of_zero_is_called_inert_and_one_that_acts_is_not() -> None:
    zero = [call for control, call in controls().items() if "λ 0" in control]
    assert zero
    assert set(zero) == {"inert"}
    assert is_inert([{"weight_change": 0.001}, {"weight_change": 0.2}]) is False
    assert is_inert([{"nll": 1.0}]) is None


def test_an_arm_that_was_not_drawn_is_not_called() -> None:
    found = results({"base": 1.0})
    group = found.find("nll", kind="train")
    assert group is not None
    assert call_narrowing(found, group, Draw()).call is Call.NOT_THERE
