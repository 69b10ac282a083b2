"""SandboxFusion's rule for the program in a text, held against its own patterns, which take longer than linear time."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from equijudge_core.programs.first_block import TAGS, FirstBlock, How, find_first_block

# The patterns of the service, as it compiles them.
FENCED = re.compile(r"```([^\n]*)\n(.*?)\n\s*```", re.DOTALL | re.MULTILINE)
UNFINISHED = re.compile(r"```([^\n]*)\n(.*)", re.DOTALL | re.MULTILINE)
FUNCTIONS = re.compile(r"(?:^(?:import|from|#)[^\n]+\n)*^(?:def|class) [^\n]+\n(?:\s+[^\n]+\n)+", re.MULTILINE)
MARKS = ["```", "```", "`", "\n", "\n", "\n\n", " ", "\t", "\x0b", "\xa0", "\r\n", "python", "cpp", "js", "a = 1"]
CODE = [
    "def f():",
    "class A:",
    "def",
    " def g(): pass",
    "import os",
    "from x import y",
    "# why",
    "#",
    "import",
    "    return",
]
ONE_OF_THREE = FirstBlock("b", How.FENCED)


def by_patterns(text: str, language: str) -> str:
    blocks = [(30, TAGS.get(tag.strip(), ""), code) for tag, code in FENCED.findall(text)]
    blocks += [(20, TAGS.get(tag.strip(), ""), code) for tag, code in UNFINISHED.findall(text)]
    if language == "python":
        lines = "\n".join(line for line in text.split("\n") if line.strip()) + "\n"
        blocks += [(10, "python", code) for code in FUNCTIONS.findall(lines)]
    best = [each for each in blocks if each[0] == max(blocks)[0]]
    return next((code for _, found, code in best if found == language), best[0][2] if best else "")


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.sampled_from(MARKS + CODE), max_size=14).map("".join),
    st.sampled_from(["python", "cpp", "nodejs", "none"]),
)
@example("```python\n```\nprint(1)\n```\n", "python")
@example("````\n\n```` \n ```", "cpp")
@example("# a\nimport os\nx\nimport re\ndef f():\n  pass\ndef g():\nclass A: \n\n\tpass\nend", "python")
def test_it_finds_what_the_patterns_find(text: str, language: str) -> None:
    assert find_first_block(text, language).code == by_patterns(text, language)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("```js\na\n```\n```python\nb\n```\n```python\nc\n```", "python", ONE_OF_THREE),
        ("```text\nb\n```\n```js\nc\n```", "python", ONE_OF_THREE),
        ("see\n```python\nb", "python", FirstBlock("b", How.INCOMPLETE_FENCED)),
        ("```js\na\n```\n```python\nb", "python", FirstBlock("a", How.FENCED)),  # a whole fence goes first
        ("def f():\n    return 1\nthat is it", "python", FirstBlock("def f():\n    return 1\n", How.HEURISTIC)),
        ("print(1)", "python", FirstBlock("", How.EMPTY)),
        ("def f():\n    return 1\n", "cpp", FirstBlock("", How.EMPTY)),
    ],
)
def test_the_highest_priority_goes_first_and_then_the_language(text: str, language: str, found: FirstBlock) -> None:
    assert find_first_block(text, language) == found


FLOODS = ["```\n" + "\n" * (1 << 20), "```a\n" * (1 << 18), "import os\n" * (1 << 17), "def f():\n" * (1 << 17)]
FLOODS += ["`" * (1 << 20), "```\n" + " \n" * (1 << 19) + "```", "def f():\n" + " " * (1 << 20)]


@pytest.mark.parametrize("text", FLOODS)
def test_any_text_takes_time_linear_in_it(text: str) -> None:
    began = time.process_time()
    find_first_block(text, "python")
    assert time.process_time() - began < 3
