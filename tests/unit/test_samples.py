"""What is found in one text of a model."""

from __future__ import annotations

import json

import pytest

from equijudge_core.analysis.samples import analyze_sample

LEVELS = ("text", "ast", "alpha")
LIMIT = 64 << 10
REFUSED = {
    "empty": "",
    "blank": " \n\t\n",
    "a megabyte of prose": "The quick brown fox jumps over the lazy dog. " * 23_000,
    "binary": bytes(range(256)).decode("latin-1") * 100,
    "fifty nested fences": "```markdown\n" * 50 + "no code at the bottom\n" + "```\n" * 50,
    "another language": "```cpp\nint main() { return 0; }\n```",
    "thinking without end": "<think>I could use a loop, or ",
    "too long": "print(1)\n" * 10_000,
    "too deep": "(" * 100_000,
    "too long in a fence": "```python\n" + "print(1)\n" * 10_000 + "```",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_text_without_a_program_is_refused_with_a_reason(text: str) -> None:
    found = analyze_sample(text, LEVELS, LIMIT)
    assert set(found) == {"how", "refused"}
    assert found["refused"]


def test_the_reason_for_a_long_source_names_the_limit() -> None:
    assert str(LIMIT) in analyze_sample(REFUSED["too long"], LEVELS, LIMIT)["refused"]


def test_fences_and_chatter_change_nothing_but_how_the_code_was_found() -> None:
    plain = analyze_sample("print(sum(map(int, input().split())))\n", LEVELS, LIMIT)
    fenced = analyze_sample("Sure!\n```python\nprint(sum(map(int, input().split())))\n```\nDone.", LEVELS, LIMIT)
    assert (plain.pop("how"), fenced.pop("how")) == ("plain", "fence")
    assert plain == fenced


def test_names_count_at_the_levels_of_text_and_tree_alone() -> None:
    one, other = (analyze_sample(f"{name} = int(input())\nprint({name})", LEVELS, LIMIT) for name in ("a", "b"))
    assert {level for level in LEVELS if one["unique"][level] == other["unique"][level]} == {"alpha"}
    assert one["coarse"] == other["coarse"]


def test_code_that_does_not_parse_is_there_to_be_judged_and_has_no_cluster() -> None:
    found = analyze_sample("```python\nprint(\n```", LEVELS, LIMIT)
    assert found["code"] == "print(\n"
    assert set(found["unique"]) == {"text"}
    assert "coarse" not in found
    assert found["error"]


def test_what_is_found_goes_through_json() -> None:
    found = analyze_sample("print('é', '\\ud800')", LEVELS, LIMIT)
    assert json.loads(json.dumps(found))["code"] == found["code"]
