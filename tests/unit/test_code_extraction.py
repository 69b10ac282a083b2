"""The program in a model's text, and whether a text is a whole program."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.programs import code_extraction
from equijudge_core.programs.code_extraction import SOURCE_LIMIT_BYTES, How, extract
from equijudge_core.programs.whole_program import Completeness, completeness, missing_name
from tests.handbook import right_programs

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
        f'{F}python\ndef f():\n    """\n    {F}\n    f()\n    {F}\n    """\nprint(f())\n{F}',
        How.FENCE,
        f'def f():\n    """\n    {F}\n    f()\n    {F}\n    """\nprint(f())\n',
    ),
    "an open fence at the end": (f"So:\n{F}python\nprint(1)\nx = 2", How.UNFINISHED_FENCE, "print(1)\nx = 2"),
    "what does not compile": (f"{F}python\nprint 'a'\n{F}", How.ATTEMPT, "print 'a'\n"),
    "cut off in the middle": (f"{F}python\nprint(", How.ATTEMPT, "print("),
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

SUM = "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n"
EXACT = {
    "the line of a tag of markup is code": ("<code>x = 1\nprint(input())</code>", "x = 1\nprint(input())"),
    "fenced before plain": (f"{F}python\n{SUM}{F}\nx = 1\nprint(input(), x)\n", SUM),
    "a blank before the first line alone": (" x = '''\n a'''\nprint(x)\n", "x = '''\n a'''\nprint(x)\n"),
    "a margin that a string crosses": ("  x = '''\na'''\n  print(x)\n", "x = '''\na'''\nprint(x)\n"),
    "a fence in a string before prose": (
        f'{F}python\ns = """\n{F}\n"""\n{SUM}\nIt reads, and then prints.\n',
        f's = """\n{F}\n"""\n{SUM}',
    ),
    "plain text beside another language": (f"{F}lua\nprint(6)\n{F}\nOr just:\n\nprint(7)\n", "print(7)\n"),
    "padded with null bytes": ("print(input())\0\0", "print(input())"),
    "a comment on the line of both fences": (
        f"{F}python print(input()) # done {F} and more\nSo it is.",
        "print(input()) # done",
    ),
    "an attempt, not the words that name its language": (
        f"{F}python\nprint(\n{F} Python is fast enough.\n",
        "print(\n",
    ),
}
PROMISED = {
    "a token behind the closing fence": f"{F}python\n{SUM}{F}<|im_end|>",
    "words behind the closing fence": f"{F}python\n{SUM}{F} This works.\n",
    "a closing fence alone": f"{SUM}{F}\n",
    "words before the opening fence": f"Here is the code: {F}python\n{SUM}{F}\n",
    "channels": "<|channel|>analysis<|message|>Add them.<|end|><|start|>assistant<|channel|>final<|message|>"
    f"{F}python\n{SUM}{F}<|return|>",
    "an unknown tag": f"{F}tool_code\n{SUM}{F}\n",
    "a later assignment": f"{F}\n{SUM}{F}\nWith\n{F}\nn = 3\n{F}\n",
    "null bytes outside of it": f"a\0b\n{F}python\n{SUM}{F}\n",
    "old line ends": f"So:\r{F}python\r{SUM}{F}\r".replace("\n", "\r"),
    "a demonstration behind it": f"{F}python\n{SUM}{F}\nSo:\n{F}python\nprint(sum([1, 2]))\n{F}\n",
    "a helper behind it": f"{F}python\n{SUM}{F}\n{F}python\ndef gcd(a, b):\n    return a or b\n{F}\n",
    "a wrong tag": f"{F}cpp\n{SUM}{F}\n",
    "a language in the words behind": f"{F}python\n{SUM}{F} C is faster.\nBut {F}x = 1{F} is not.\n",
    "numbers of any length": f"{F}python\n{SUM}X = {'9' * 5000}\n{F}\n",
}


REFUSED = {
    "nothing": ("", How.EMPTY),
    "white space": (" \n\t", How.EMPTY),
    "null bytes in the code": ("pri\0nt(1)", How.BINARY),
    "prose": ("It depends on the input. " * 40_000, How.NONE),
    "a word that would parse": ("Hello", How.NONE),
    "a sample output": (f"{F}\n5\n{F}", How.NONE),
    "thinking without an end": (f"<think>Let me see.\n{BLOCK}", How.UNFINISHED_THINKING),
    "thinking and nothing after": ("<think>Let me see.</think>\n", How.EMPTY),
    "another language": (f"{F}cpp\nint main() {{}}\n{F}", How.OTHER_LANGUAGE),
    "another language that parses as Python": (f"{F}lua\nprint(6)\n{F}", How.OTHER_LANGUAGE),
    "a call of a tool and no answer": (
        "<|channel|>commentary to=python code<|message|>print(input())<|call|>",
        How.UNFINISHED_THINKING,
    ),
    "a fence over the limit": (f"{F}python\n{'x = 1' * 20_000}\n{F}", How.TOO_LONG),
    "code over the limit": ("print(1)\n" * 20_000, How.TOO_LONG),
}

HOSTILE = {
    "parentheses": f"{F}python\n{'(' * 60_000}\n{F}",
    "minuses": f"{F}python\n{'-' * 60_000}1\n{F}",
    "open fences": f"{F}python\n" * 20_000,
    "bare fences": f"{F}\n" * 100_000,
    "back ticks": "`" * 300_000,
    "white space": " " * 300_000 + "x",
    "equal signs": "=" * 300_000,
    "thinking tags": "<think>" * 30_000 + "</think>",
    "code in slices": "x = 1\nProse.\n" * 20_000,
    "surrogates": "print('\ud800')",
    "open quotes": f'"""\n{F}\n' * 20_000,
    "escaped quotes": f"{F}python\n" + '"' + '\\"' * 30_000,
    "fences on a line": f"{F} " * 30_000,
    "tags of markup": "<code>" * 30_000,
    "deep JSON": '{"a": ' * 100_000,
    "quoted lines": "> x\n" * 30_000,
    "users": "<|im_start|>user\nx<|im_start|>assistant\nprint(1\n" * 3_000,
    "broken blocks": f"{F}python\nx = (\n{F}\n" * 5_000,
    "a long info string": f"{F}python " + "a " * 200_000,
}


@pytest.mark.parametrize("case", FOUND)
def test_code_is_found(case: str) -> None:
    text, how, code = FOUND[case]

    found = extract(text)

    assert (found.how, found.code) == (how, code)


@pytest.mark.parametrize("case", EXACT)
def test_nothing_is_added_or_lost(case: str) -> None:
    text, code = EXACT[case]

    assert extract(text).code == code


@pytest.mark.parametrize("case", PROMISED)
def test_a_right_program_is_found_whatever_surrounds_it(case: str) -> None:
    found = extract(PROMISED[case]).program or ""

    assert found.replace("\r", "\n").startswith(SUM)


def test_all_on_one_line() -> None:
    assert (
        extract(f"{F}python print(sum(map(int, input().split()))) {F}").program
        == "print(sum(map(int, input().split())))"
    )


def test_a_fence_in_a_docstring_at_the_margin_is_code() -> None:
    program = f'def f():\n    """\n{F}\n1 2\n{F}\n    """\nprint(3)\n'

    assert extract(f"{F}python\n{program}{F}\n\n").program == program


def test_the_last_of_equal_programs_is_taken() -> None:
    assert extract(f"{F}python\n{SUM}{F}\nBetter:\n{F}\nprint(sum(map(int, input().split())))\n{F}").program != SUM


def test_what_the_model_says_to_itself_is_another_turn() -> None:
    text = (
        f"{F}py\n{SUM}{F}<|im_end|>\n<|im_start|>user\nMore!<|im_end|>\n<|im_start|>assistant\n{F}\nprint(input())\n{F}"
    )

    assert extract(text).program == SUM


def test_an_attempt_says_what_it_lacks() -> None:
    lacks = {
        "x = 1": "prints nothing",
        "print(f(1))": "uses f,",
        "def f(): pass": "only defines",
        "print(": "not parse",
    }

    for code, reason in lacks.items():
        found = extract(f"{F}python\n{code}\n{F}")
        assert (found.how, found.program) == (How.ATTEMPT, None)
        assert reason in found.detail


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
def test_hostile_text_gets_an_answer_and_what_is_parsed_is_linear(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[int] = []

    def counted(code: str, called: str = "") -> Completeness:
        parsed.append(len(code))
        return completeness(code, called)

    monkeypatch.setattr(code_extraction, "completeness", counted)
    found = extract(HOSTILE[case])

    assert (found.program is None) == bool(found.detail)
    assert sum(parsed) <= 16 * len(HOSTILE[case])


pieces = st.lists(
    st.sampled_from(
        [
            *(F, "~~~", "````", "``", "python", "cpp", "markdown", "\n", "\r\n", " ", "    ", "It's", '"""'),
            *("print(1)", "x = (", "def f():", "# ", "> ", ">>> ", "+", "A: ", "Q: ", "\\n", '{"a": "'),
            *("<think>", "</think>", "<code>", "</code>", "&lt;", "\0", "\ufeff", "\ud800", "[INST]"),
            *("<|im_end|>", "<|im_start|>user", "<|channel|>final<|message|>"),
        ]
    )
    | st.text(max_size=5)
)


@given(pieces)
def test_extraction_never_raises_and_loses_no_reason(parts: list[str]) -> None:
    found = extract("".join(parts))

    assert (found.program is None) == bool(found.detail)


@given(st.text(alphabet="abc =+\n", max_size=40), st.sampled_from([F, "~~~", "`````"]))
def test_a_program_survives_its_fence(noise: str, fence: str) -> None:
    program = f"text = {noise!r}\nprint(text)\n"

    found = extract(f"Answer:\n{fence}python\n{program}{fence}\nDone.")

    assert ast.dump(ast.parse(found.code or "")) == ast.dump(ast.parse(program))


STANDINGS = {
    Completeness.UNPARSEABLE: ("print(", "print 1", "\ud800", "a\0b", "(" * 60_000),
    Completeness.VALUES: ("", "6", "Hello", "1, 2", "# print(input())"),
    Completeness.SNIPPET: (
        *("n = 3", "n = int(input())", "print(solve(2))", "return print(input())", "for x in a:\n    print(x)"),
        *("total += int(input())\nprint(total)", "if __name__ == '__main__':\n    print(main())"),
    ),
    Completeness.DEFINITIONS: (
        *("def f(a):\n    return a", "def main():\n    print(input())", "import sys\nX = 1\nclass S:\n    pass"),
        "'Doc.'\ndef f():\n    print(g())",
    ),
    Completeness.PRINTS_MAYBE: ("def f():\n    print(x)\nf()", "if 0:\n    y()\nprint(1)"),
    Completeness.PRINTS: ("print(6)", "import sys\nsys.stdout.write('6')", "def f():\n    print(1)\nf()"),
    Completeness.READS_AND_PRINTS_MAYBE: ("def f():\n    log()\nprint(input())\nf()", "exec(input(), x)"),
    Completeness.READS_AND_PRINTS: (
        *("print(input())", "import os\nos.write(1, os.read(0, 9))", "from sys import *\nprint(stdin.read())"),
        *("def main():\n    print(input())\nmain()", "class S:\n    def f(self):\n        print(input())\nS().f()"),
        *("def f():\n    unknown()\nprint(input())", "open('out', 'w').write(open('in').read())"),
        *("try:\n    input = raw_input\nexcept NameError:\n    pass\nprint(input())", "exec(open(0).read())"),
        *("import atexit\n@atexit.register\ndef f():\n    print(input())", f"x = {'9' * 5000}\nprint(input())"),
        *("[print(x) for x in input()]", "match input():\n    case y:\n        print(y)", "print(a := input(), a)"),
    ),
}


@pytest.mark.parametrize("expected", STANDINGS, ids=lambda each: each.name)
def test_where_a_source_stands(expected: Completeness) -> None:
    assert {source[:60]: completeness(source) for source in STANDINGS[expected]} == {
        source[:60]: expected for source in STANDINGS[expected]
    }


def test_only_what_prints_by_itself_is_whole() -> None:
    assert [each.name for each in Completeness if each.is_whole] == [
        *("PRINTS_MAYBE", "PRINTS", "READS_AND_PRINTS_MAYBE", "READS_AND_PRINTS")
    ]


def test_the_name_that_is_missing_is_told() -> None:
    assert missing_name("print(solve(2))") == "solve"
    assert missing_name("print(2)") is None
    assert missing_name("print(") is None


def test_every_right_program_of_the_handbook_reads_and_prints() -> None:
    programs = right_programs()

    assert len(programs) > 500
    assert {completeness(source) for source in programs} == {Completeness.READS_AND_PRINTS}


CALLED = "class Solution:\n    def solve(self, a: List[int]) -> int:\n        return max(a)\n"


@pytest.mark.parametrize(
    "text",
    [
        CALLED,
        f"The idea is simple.\n\n{CALLED}\nThat is all.",
        f"```python\n{CALLED}```\nFor example:\n```python\nprint(max([1, 2]))\n```",
        f"```python\nprint(input())\n```\nBetter:\n```\n{CALLED}```",
        f"```python\n{CALLED}\nprint(Solution().solve([1]))\n```",
    ],
)
def test_what_defines_the_function_that_is_called_is_the_program(text: str) -> None:
    assert "return max(a)" in (extract(text, called="solve").code or "")


def test_a_function_of_another_name_is_an_attempt_at_most() -> None:
    assert extract(CALLED, called="other").code is None
    found = extract(f"```python\n{CALLED}```", called="other")
    assert (found.how, found.detail.split()[-3:]) == (How.ATTEMPT, ["defines", "no", "other"])


TYPED = {
    "cpp17": "class Solution {\npublic:\n    int solve(vector<int>& a) const {\n        return a[0];\n    }\n};\n",
    "java": "class Solution {\n    public int solve(int[] a) throws Exception {\n        return a[0];\n    }\n}\n",
}


@pytest.mark.parametrize("language", TYPED)
def test_so_is_a_class_in_cpp_or_java_that_neither_reads_nor_prints(language: str) -> None:
    code = TYPED[language]
    example = "```cpp\nint main() { int a; cin >> a; cout << Solution().solve({a}); }\n```"
    for text in (code, f"This is it:\n\n{code}", f"```{language.rstrip('17')}\n{code}```\nFor example:\n{example}"):
        assert "return a[0]" in (extract(text, language=language, called="solve").code or ""), text
    found = extract(f"```{language.rstrip('17')}\n{code}```", language=language, called="other")
    assert (found.how, found.detail.split()[-3:]) == (How.ATTEMPT, ["defines", "no", "other"])
