"""Verbalized sampling: what is asked, and what is read from answers that keep to the form more or less."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equijudge_trainer.sample.sampling import Sample
from equijudge_trainer.sample.verbalized import Response, calls_for, parse_answers, parse_calls, verbalized_prompt

GOOD = """Here you are.
<response><text>
print(1)
</text><probability>0.6</probability></response>
<response>
<text>print(2)</text>
<probability>0.2</probability>
</response>"""


def pairs(text: str) -> list[tuple[str, float]]:
    return [(each.text, round(each.probability, 9)) for each in parse_answers(text)]


def answer(program: str, probability: str) -> str:
    return f"<response><text>{program}</text><probability>{probability}</probability></response>"


def test_the_prompt_asks_for_k_answers_in_tags_and_leaves_braces_alone() -> None:
    asked = verbalized_prompt("Add {a} and {k}.", 5)
    assert asked.startswith("Add {a} and {k}.\n")
    assert "this 5 times, with 5 different programs" in asked
    assert all(tag in asked for tag in ("<response>", "<text>", "<probability>"))
    with pytest.raises(ValueError, match="verbalized: 1"):
        verbalized_prompt("x", 1)


def test_answers_come_in_their_order_with_probabilities_that_add_up_to_one() -> None:
    assert pairs(GOOD) == [("print(1)", 0.75), ("print(2)", 0.25)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<response><text>a</text></response><response><text>b</text></response>", [("a", 0.5), ("b", 0.5)]),
        (answer("a", "0.7") + "<response>b</response>", [("a", 0.7), ("b", 0.3)]),
        (answer("a", "1") + "<response>b</response>", [("a", 0.5), ("b", 0.5)]),
        ("<response probability=0.9>a</response><response probability='0.1'>b</response>", [("a", 0.9), ("b", 0.1)]),
        (answer("a", "75%") + "<response>b<probability>25</probability>", [("a", 0.75), ("b", 0.25)]),
        (answer("a", "0.5").upper(), [("A", 1.0)]),
        (answer("a", "high"), [("a", 1.0)]),
        (answer("a", "0"), [("a", 1.0)]),
        (answer("a", "nan"), [("a", 1.0)]),
        ("<response><text>a<response><text>b", [("a", 0.5), ("b", 0.5)]),
        ("I cannot do that.", []),
    ],
)
def test_a_form_that_is_not_kept_to_is_put_up_with(text: str, expected: list[tuple[str, float]]) -> None:
    assert pairs(text) == expected


def test_a_probability_inside_a_program_is_not_the_answers() -> None:
    program = "probability = 0.01\nx = a < b"
    assert pairs(answer(program, "0.5") + "<response>b</response>") == [(program, 0.5), ("b", 0.5)]


PARTS = ("<response>", "</response>", "<text>", "</text>", "<probability>", "0.3", "9e999", "%", "x = 1\n")


@settings(deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PARTS)))
def test_whatever_is_written_is_read_and_probabilities_add_up(parts: list[str]) -> None:
    found = parse_answers("".join(parts))
    assert len(found) == parts.count("<response>")
    assert not found or sum(each.probability for each in found) == pytest.approx(1)


def test_calls_and_samples_are_counted_and_compared_at_equal_numbers() -> None:
    found = parse_calls([Sample(GOOD, 90, True), Sample("No.", 3, True), Sample(GOOD, 90, True)])
    assert (len(found.calls), found.samples) == (3, 4)
    assert [each.text for each in found.texts(calls=2)] == ["print(1)", "print(2)", ""]
    assert [each.text for each in found.texts(samples=4)] == ["print(1)", "print(2)", "", "print(1)"]
    assert (calls_for(16, 5), calls_for(15, 5)) == (4, 3)


def test_the_last_answer_of_a_call_that_was_cut_off_is_not_whole() -> None:
    cut = "<response><text>a</text></response><response><text>b"
    assert parse_answers(cut, finished=False) == (Response("a", 0.5), Response("b", 0.5, whole=False))
    assert [each.finished for each in parse_calls([Sample(cut, 9, False)]).texts()] == [True, False]
