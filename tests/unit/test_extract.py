"""The program in what a model wrote."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.extract import SOURCE_LIMIT_BYTES, How, extract

F = "```"
BLOCK = f"{F}python\nprint(1)\n{F}\n"

FOUND = {
    "a fence amid chatter": (f"Sure!\n\n{BLOCK}\nHope it helps.", How.FENCE, "print(1)\n"),
    "the last of several": (f"{BLOCK}Better:\n{F}py\nprint(2)\n{F}", How.FENCE, "print(2)\n"),
    "the last that parses": (f"{BLOCK}{F}python\nprint(\n{F}", How.FENCE, "print(1)\n"),
    "not the sample output after it": (f"{BLOCK}Output:\n{F}\n3\n{F}", How.FENCE, "print(1)\n"),
    "not another language after it": (f"{BLOCK}{F}cpp\nint main;\n{F}", How.FENCE, "print(1)\n"),
    "a fence without a language": (f"{F}\nx = 1\nprint(x)\n{F}", How.FENCE, "x = 1\nprint(x)\n"),
    "tildes": ("~~~python3 title=a\nprint(1)\n~~~", How.FENCE, "print(1)\n"),
    "braces": (f"{F}{{.python .numberLines}}\nprint(1)\n{F}", How.FENCE, "print(1)\n"),
    "Windows line ends": (f"a\r\n{F}python\r\nprint(1)\r\n{F}\r\n", How.FENCE, "print(1)\r\n"),
    "a fence in a fence": (f"````markdown\n# Title\n{BLOCK}````", How.FENCE, "print(1)\n"),
    "fifty nested fences": (f"{F}python\n" * 50 + "print(5)\n" + f"{F}\n" * 50, How.FENCE, "print(5)\n"),
    "a restart after an open fence": (f"{F}python\nx = (\n{BLOCK}", How.FENCE, "print(1)\n"),
    "in a list": (f"1. So:\n   {F}python\n   if 1:\n       print(1)\n   {F}", How.FENCE, "if 1:\n    print(1)\n"),
    "a fence in a docstring": (
        f'{F}python\ndef f():\n    """\n    {F}\n    f()\n    {F}\n    """\n{F}',
        How.FENCE,
        f'def f():\n    """\n    {F}\n    f()\n    {F}\n    """\n',
    ),
    "an open fence at the end": (f"So:\n{F}python\nprint(1)\nx = 2", How.UNFINISHED_FENCE, "print(1)\nx = 2"),
    "what does not compile": (f"{F}python\nprint 'a'\n{F}", How.FENCE, "print 'a'\n"),
    "cut off in the middle": (f"{F}python\nprint(", How.UNFINISHED_FENCE, "print("),
    "plain code": ("n = int(input())\nprint(n)\n", How.PLAIN, "n = int(input())\nprint(n)\n"),
    "indented code": ("    n = 1\n    print(n)\n", How.PLAIN, "n = 1\nprint(n)\n"),
    "code between paragraphs": (
        "Here (it's short):\n\nimport sys\n\ndef f(x):\n    return x\n\nprint(f(2))\n\nIt's fine.",
        How.PLAIN,
        "import sys\n\ndef f(x):\n    return x\n\nprint(f(2))\n",
    ),
    "an indented block": (
        "So:\n\n    n = 1\n    if n:\n        print(n)\n\nDone.",
        How.PLAIN,
        "n = 1\nif n:\n    print(n)\n",
    ),
    "after thinking": (f"<think>{F}python\nno()\n{F}</think>\n{BLOCK}", How.FENCE, "print(1)\n"),
    "after thinking that the prompt began": (
        f"{F}python\nno()\n{F}</think>{F}py\nprint(1)\n{F}",
        How.FENCE,
        "print(1)\n",
    ),
    "before and after": (f"{BLOCK}<thinking>hm</thinking>Yes.", How.FENCE, "print(1)\n"),
}

REFUSED = {
    "nothing": ("", How.EMPTY),
    "white space": (" \n\t", How.EMPTY),
    "null bytes": ("print(1)\0", How.BINARY),
    "prose": ("It depends on the input. " * 40_000, How.NONE),
    "a word that would parse": ("Hello", How.NONE),
    "a sample output": (f"{F}\n5\n{F}", How.NONE),
    "thinking without an end": (f"<think>Let me see.\n{BLOCK}", How.UNFINISHED_THINKING),
    "thinking and nothing after": ("<think>Let me see.</think>\n", How.EMPTY),
    "another language": (f"{F}cpp\nint main() {{}}\n{F}", How.OTHER_LANGUAGE),
    "a fence over the limit": (f"{F}python\n{'x = 1' * 20_000}\n{F}", How.TOO_LONG),
    "code over the limit": ("print(1)\n" * 20_000, How.TOO_LONG),
}

HOSTILE = {
    "parentheses": f"{F}python\n{'(' * 60_000}\n{F}",
    "minuses": f"{F}python\n{'-' * 60_000}1\n{F}",
    "open fences": f"{F}python\n" * 50_000,
    "bare fences": f"{F}\n" * 100_000,
    "back ticks": "`" * 1_000_000,
    "white space": " " * 1_000_000 + "x",
    "equal signs": "=" * 1_000_000,
    "thinking tags": "<think>" * 100_000 + "</think>",
    "code in slices": "x = 1\nProse.\n" * 50_000,
    "surrogates": "print('\ud800')",
}


@pytest.mark.parametrize("case", FOUND)
def test_code_is_found(case: str) -> None:
    text, how, code = FOUND[case]

    found = extract(text)

    assert (found.how, found.code) == (how, code)


@pytest.mark.parametrize("case", REFUSED)
def test_what_holds_no_code_says_why(case: str) -> None:
    text, how = REFUSED[case]

    found = extract(text)

    assert (found.how, found.code) == (how, None)
    assert found.detail


def test_a_refusal_for_length_names_the_limit() -> None:
    assert str(SOURCE_LIMIT_BYTES) in extract("print(1)\n" * 20_000).detail
    assert "at most 10 are taken" in extract("print(12345)", limit_bytes=10).detail


def test_a_source_at_the_limit_is_taken() -> None:
    assert extract("print(1)\n", limit_bytes=9).how is How.PLAIN
    assert extract("print(1)\n", limit_bytes=8).how is How.TOO_LONG


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_gets_an_answer(case: str) -> None:
    found = extract(HOSTILE[case])

    assert (found.code is None) == bool(found.detail)


pieces = st.lists(
    st.sampled_from(
        [F, "~~~", "````", "python", "cpp", "\n", " ", "    ", "print(1)", "x = (", "<think>", "</think>", "It's"]
    )
    | st.text(max_size=5)
)


@given(pieces)
def test_extraction_never_raises_and_loses_no_reason(parts: list[str]) -> None:
    found = extract("".join(parts))

    assert (found.code is None) == bool(found.detail)


@given(st.text(alphabet="abc =+\n", max_size=40), st.sampled_from([F, "~~~", "`````"]))
def test_a_program_survives_its_fence(noise: str, fence: str) -> None:
    program = f"text = {noise!r}\nprint(text)\n"

    found = extract(f"Answer:\n{fence}python\n{program}{fence}\nDone.")

    assert ast.dump(ast.parse(found.code or "")) == ast.dump(ast.parse(program))
