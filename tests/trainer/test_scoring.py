"""What is sent to be scored."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.score_requests import ReferenceClusters
from equijudge_trainer.sample.sampling import Sample
from equijudge_trainer.sample.scoring import Target, to_generations

ROW = {"name": "sum", "description": "Add.", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}
REFERENCE = ReferenceClusters(signature_version="v1", coarse={"c": 2}, fine={"f": 2})
TARGETS = [Target("sum", "Add.", ROW, REFERENCE, "adding"), Target("max", "Max.", "p" + "0" * 32)]
WHOLE, CUT = Sample("print(3)", 4, True), Sample("print(3)", 4, False)


def test_a_sample_that_was_cut_off_is_sent_as_an_empty_text_which_no_test_accepts() -> None:
    first, second = to_generations(TARGETS, [[WHOLE, CUT], [WHOLE]])
    assert [(each.text, each.id) for each in first.with_ids()] == [("print(3)", "0"), ("", "1")]
    assert (first.problem, first.problem_id, first.clusters, first.family) == (ROW, None, REFERENCE, "adding")
    assert (second.problem, second.problem_id) == (None, "p" + "0" * 32)


def test_samples_that_do_not_belong_to_the_problems_are_refused() -> None:
    with pytest.raises(ValueError, match="samples for 1 problems; there are 2"):
        to_generations(TARGETS, [[WHOLE]])
    with pytest.raises(ValueError, match="no sample for problem 'max'"):
        to_generations(TARGETS, [[WHOLE], []])
