"""The program in a model's text, where another language than Python 3 is wanted."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equijudge_core.judging.languages import LANGUAGES
from equijudge_core.programs.code_extraction import How, extract
from equijudge_core.programs.code_tokens import TokenSyntax
from equijudge_core.programs.whole_program import Completeness
from tests.unit.test_code_extraction import HOSTILE

F = "```"
FOLDER = Path(__file__).parents[1] / "languages" / "programs"
CPP = (
    "#include <iostream>\nusing namespace std;\nint main() {\n    int a;\n    cin >> a;\n"
    '    cout << a << "\\n"; // it\'s a\n}\n'
)
PROGRAMS = {
    "cpp17": CPP,
    "cpp20": CPP,
    "c": '#include <stdio.h>\nint main(void) {\n    int a;\n    scanf("%d", &a);\n    printf("%d", a);\n'
    "    return 0;\n}\n",
    "java": "import java.util.*;\n\npublic class Main {\n    public static void main(String[] args) {\n"
    "        Scanner in = new Scanner(System.in);\n        System.out.println(in.nextInt());\n    }\n}\n",
    "javascript": "const lines = require('fs').readFileSync(0, 'utf8').split('\\n');\nconsole.log(Number(lines[0]));\n",
    "go": 'package main\n\nimport "fmt"\n\nfunc main() {\n\tvar a int\n\tfmt.Scan(&a)\n\tfmt.Println(a)\n}\n',
    "rust": "use std::io;\nfn main() {\n    let mut s = String::new();\n    io::stdin().read_line(&mut s).unwrap();\n"
    '    println!("{}", s.trim());\n}\n',
    "python2": "import sys\nfor line in sys.stdin:\n    print line\n",
    "pypy3": "n = int(input())\nprint(n)\n",
}
TAGS = {
    "cpp17": ("cpp", "c++", "C++", "cc", "cpp17", "c++17", "main.cpp"),
    "cpp20": ("cpp", "c++20", "cxx"),
    "c": ("c", "C", "c17", "main.c"),
    "java": ("java", "Java", "java17", "Main.java"),
    "javascript": ("js", "javascript", "node", "JavaScript", "nodejs"),
    "go": ("go", "golang", "Go"),
    "rust": ("rust", "rs", "Rust"),
    "python2": ("python", "python2", "py"),
    "pypy3": ("python", "pypy3", "py"),
}
HELPER = "int twice(int x) {\n    return 2 * x;\n}\n"

FRAMES = {
    "a fence amid chatter": "Sure! Here's the code:\n\n{F}{tag}\n{program}{F}\nIt's fine.",
    "a fence without a tag": "So:\n{F}\n{program}{F}\n",
    "an unknown tag": "{F}solution\n{program}{F}",
    "words behind the closing fence": "{F}{tag}\n{program}{F} This works.\n",
    "an end token behind it": "{F}{tag}\n{program}{F}<|im_end|>",
    "a closing fence alone": "{program}{F}\nIt adds.",
    "an opening fence alone": "{F}{tag}\n{program}",
    "tildes": "~~~{tag}\n{program}~~~",
    "channels": "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>"
    "{F}{tag}\n{program}{F}<|return|>",
    "thinking": "<think>{F}{tag}\nno {{\n{F}</think>\n{F}{tag}\n{program}{F}",
    "tags of markup": "<code>\n{program}</code>",
    "LaTeX": "\\begin{{lstlisting}}[language={tag}]\n{program}\\end{{lstlisting}}",
    "a quotation": "> {F}{tag}\n{quoted}> {F}\n",
    "bare": "{program}",
    "bare amid paragraphs": "Here is the solution to it:\n\n{program}\nIt reads the number and prints it.\n",
    "behind another language": "{F}bash\nls\n{F}\n{F}{tag}\n{program}{F}\n",
    "a sample behind it": "{F}{tag}\n{program}{F}\nFor example:\n{F}\n3\n{F}\n",
    "a snippet behind it": "{F}{tag}\n{program}{F}\nThe key is\n{F}{tag}\nf(x)\n{F}\n",
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_is_found_whatever_surrounds_it(language: str, frame: str) -> None:
    program = PROGRAMS[language]
    quoted = "".join(f"> {line}\n" for line in program.splitlines())
    for tag in TAGS[language]:
        text = FRAMES[frame].format(F=F, tag=tag, program=program, quoted=quoted)
        found = extract(text, language=language)
        assert (found.program or found.detail).strip() == program.strip(), tag


@pytest.mark.parametrize("language", sorted(set(PROGRAMS) - {"pypy3", "python2"}))
def test_blocks_of_other_languages_are_refused_by_name(language: str) -> None:
    for other, tags in TAGS.items():
        families = {language, other}
        if len(families) == 1 or families <= {"cpp17", "cpp20", "c"}:
            continue
        found = extract(f"{F}{tags[0]}\n{PROGRAMS[other]}{F}\n", language=language)
        assert (found.how, found.code) == (How.OTHER_LANGUAGE, None), other
        assert TokenSyntax(language).title in found.detail


def test_a_block_in_the_wanted_language_comes_before_those_of_others() -> None:
    text = f"{F}cpp\n{CPP}{F}\nIn Java:\n{F}java\n{PROGRAMS['java']}{F}\nIn Python:\n{F}python\nprint(input())\n{F}\n"
    assert extract(text, language="cpp17").code == CPP
    assert extract(text, language="java").code == PROGRAMS["java"]
    assert extract(text, language="pypy3").code == "print(input())\n"
    assert extract(text, language="rust").how is How.OTHER_LANGUAGE


def test_the_last_whole_program_is_taken_and_no_helper_behind_it() -> None:
    better = CPP.replace("a;", "b;")
    text = f"{F}cpp\n{CPP}{F}\nBetter:\n{F}cpp\n{better}{F}\nwith\n{F}cpp\n{HELPER}{F}\n"
    assert extract(text, language="cpp17").code == better


def test_a_program_without_a_fence_behind_one_in_another_language() -> None:
    text = f"{F}python\nprint(input())\n{F}\nOr in C++:\n\n{CPP}"
    assert extract(text, language="cpp17").code == CPP


def test_what_is_no_whole_program_is_an_attempt_with_the_reason() -> None:
    cut_off = extract(f"{F}cpp\n{CPP[:-3]}", language="cpp17")
    assert (cut_off.how, cut_off.code) == (How.ATTEMPT, CPP[:-3])
    assert "does not parse" in cut_off.detail
    helper = extract(f"{F}cpp\n{HELPER}{F}", language="cpp17")
    assert (helper.how, helper.program) == (How.ATTEMPT, None)
    assert "`main (`" in helper.detail


def test_prose_holds_no_program_in_any_language() -> None:
    for language in PROGRAMS:
        found = extract("It depends on the input (of course); so {this} is no answer.", language=language)
        assert (found.how, found.code) == (How.NONE, None)
        assert found.detail


def test_what_a_page_escaped_is_found() -> None:
    escaped = CPP.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (extract(f"<pre>\n{escaped}</pre>", language="cpp17").code or "").strip() == CPP.strip()


def test_the_programs_of_the_common_list_are_whole() -> None:
    endings = {ending: each.name for each in LANGUAGES.values() for ending in each.extensions}
    for path in FOLDER.rglob("common.*"):
        language = endings[path.suffix]
        if language != "python3":
            assert TokenSyntax(language).completeness(path.read_text()) >= Completeness.PRINTS, path


def test_a_language_that_nobody_described_is_known_by_its_name() -> None:
    program = 'DISPLAY "it is (a, \'b".\nSTOP RUN NOW\n'
    text = f"{F}python\nprint(1)\n{F}\nSure:\n{F}cobol\n{program}{F}\nOutput:\n{F}\n1\n{F}\n"
    found = extract(text, language="cobol")
    assert (found.how, found.program) == (How.FENCE, program)
    assert extract(program, language="cobol").program == program
    assert extract(f"{F}python\nprint(1)\n{F}\n", language="cobol").how is How.OTHER_LANGUAGE


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                F,
                "~~~",
                "``",
                "cpp",
                "java",
                "\n",
                " ",
                "It's",
                '"""',
                "int main() {",
                "}",
                "cout << 1;",
                "#include <a>",
            ),
            *("// ", "/*", "> ", "+", "<think>", "</think>", "<code>", "&lt;", "\0", "\ud800", "<|im_end|>", "`"),
        ]
    )
    | st.text(max_size=5)
)


@given(PIECES, st.sampled_from(sorted(PROGRAMS)))
def test_extraction_never_raises_and_loses_no_reason(parts: list[str], language: str) -> None:
    found = extract("".join(parts), language=language)
    assert (found.program is None) == bool(found.detail)


SURROUNDED = {
    "a ruler": "--------\n{program}",
    "a title": "******** CODE ********\n{program}",
    "a button": "Copy code\n{program}",
    "a label": "A: {program}",
    "a tag in brackets": "[CPP]\n{program}[/CPP]",
    "a file's name": "solutions/sum.cpp\n{program}",
    "markers": "-----BEGIN SOLUTION-----\n{program}-----END SOLUTION-----\n",
    "a magic line": "{F}\n%%writefile main.cpp\n{program}{F}",
    "a patch": "{F}diff\n--- /dev/null\n+++ b/main.cpp\n@@ -0,0 +1,9 @@\n{added}{F}",
    "a replacement": "{F}cpp\n<<<<<<< SEARCH\n=======\n{program}>>>>>>> REPLACE\n{F}",
    "a margin": "So:\n\n{indented}",
    "another before it": "First way:\n\n{other}\n\nSecond way:\n\n{program}",
    "half a fence": "{F}cpp\n{program}`\n",
}


@pytest.mark.parametrize("case", SURROUNDED)
@pytest.mark.parametrize("language", ["cpp17", "java", "go", "rust"])
def test_what_stands_around_a_program_does_not_come_along(language: str, case: str) -> None:
    program = PROGRAMS[language]
    text = SURROUNDED[case].format(
        F=F,
        program=program,
        other=program.replace("a", "b").replace("mbin", "main"),
        added="".join(f"+{line}\n" for line in program.splitlines()),
        indented="".join(f"\t{line}\n" for line in program.splitlines()),
    )
    assert (extract(text, language=language).program or "").strip() == program.strip()


@pytest.mark.parametrize("language", ["cpp17", "python2"])
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_text_gets_an_answer_in_linear_time(language: str, case: str) -> None:
    begun = time.process_time()
    found = extract(HOSTILE[case], language=language)
    assert (found.program is None) == bool(found.detail)
    assert time.process_time() - begun < 5.0
