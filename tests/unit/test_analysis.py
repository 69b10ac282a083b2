"""The analysis child, and what it tells of one sample."""

from __future__ import annotations

import json
import os
import resource
import signal
from pathlib import Path

import pytest

from equijudge_analysis import Analyst, Limits
from equijudge_core.analysis.child import answer
from equijudge_core.analysis.samples import analyze_program, analyze_sample
from equijudge_core.signature import signature
from equijudge_core.signature.program import MOST_STEPS
from tests.unit.cli_support import run

SORTS = "print(sorted(map(int, input().split())))"
HEAPS = "import heapq\na = list(map(int, input().split()))\nheapq.heapify(a)\nprint(a)"


def test_the_child_says_what_the_core_says() -> None:
    with Analyst() as analyst:
        found = analyst.signature(SORTS)
    assert (found["coarse"], found["fine"]) == (signature(SORTS).coarse, signature(SORTS).fine)


def test_answers_come_in_the_order_of_the_requests() -> None:
    sources = [SORTS, "for", HEAPS, "\0", "\ud800", SORTS]
    with Analyst() as analyst:
        found = [analyst.ask({"do": "signature", "code": source}) for source in sources]
    assert [("error" in one) for one in found] == [False, True, False, True, True, False]
    assert found[0] == found[-1]


def test_a_child_without_memory_costs_its_source_alone() -> None:
    large = "x = [" + "1," * 30_000 + "]"
    with Analyst(Limits(memory_limit_bytes=48 << 20)) as analyst:
        found = [analyst.signature(source) for source in (SORTS, large * 20, SORTS)]
    assert "limit is" in found[1]["error"]
    assert found[0] == found[2]


def test_a_source_that_takes_too_much_time_costs_itself_alone() -> None:
    """How much is too much for this machine is found by doubling."""
    with Analyst(Limits(cpu_time_s=2)) as analyst:
        before = analyst.signature(SORTS)
        for lines in (5_000 << doubled for doubled in range(12)):
            slow = {"do": "sample", "text": "x = 1\n" * lines, "levels": ["text", "ast", "alpha"]}
            found = analyst.ask({**slow, "max_bytes": 1 << 30})
            if "error" in found:
                break
        assert found == {"error": "cannot be analysed: more than 2 s of CPU time"}
        assert analyst.signature(SORTS) == before


def test_calls_that_double_level_by_level_are_given_up_by_count() -> None:
    doubling = "".join(f"def f{n}(x):\n    return f{n + 1}(x) + f{n + 1}(x)\n" for n in range(60))
    with Analyst() as analyst:
        found = analyst.signature(f"{doubling}def f60(x):\n    return x\nprint(f0(1))\n")
    assert found == {"error": f"too many ways through its calls and loops; the limit is {MOST_STEPS:,} steps"}


def test_a_child_that_gives_no_answer_in_time_is_replaced() -> None:
    with Analyst(Limits(wall_time_s=3)) as analyst:
        first = analyst.signature(SORTS)
        child = analyst.child_id
        assert child is not None
        os.kill(child, signal.SIGSTOP)
        assert analyst.signature(SORTS) == first
        assert analyst.child_id != child


def test_a_child_that_was_killed_is_replaced() -> None:
    with Analyst() as analyst:
        first = analyst.signature(SORTS)
        child = analyst.child_id
        assert child is not None
        os.kill(child, signal.SIGKILL)
        assert analyst.signature(SORTS) == first
        assert analyst.child_id != child


def test_the_child_may_open_nothing_and_has_its_limits() -> None:
    with Analyst(Limits(memory_limit_bytes=256 << 20)) as analyst:
        analyst.signature(SORTS)
        child = analyst.child_id
        assert child is not None
        assert resource.prlimit(child, resource.RLIMIT_NOFILE) == (3, 3)
        assert resource.prlimit(child, resource.RLIMIT_AS) == (256 << 20, 256 << 20)
        assert resource.prlimit(child, resource.RLIMIT_FSIZE) == (0, 0)
        assert Path(f"/proc/{child}/environ").read_bytes() == b""


def test_names_beyond_ascii_are_read_although_nothing_can_be_opened() -> None:
    with Analyst() as analyst:
        assert "coarse" in analyst.signature("ﬁ = naïve = 1\nprint(fi)")


def test_a_fresh_child_takes_over_after_its_share() -> None:
    with Analyst(Limits(requests=1)) as analyst:
        analyst.signature(SORTS)
        first = analyst.child_id
        analyst.signature(SORTS)
        assert analyst.child_id != first


def test_a_request_that_is_none_is_the_callers_bug() -> None:
    with pytest.raises(KeyError):
        answer({"do": "nothing"})


def test_equijudge_signature_writes_a_line_per_line(tmp_path: Path) -> None:
    file = tmp_path / "programs.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in ({"code": SORTS, "id": "a"}, {"code": "for"})))
    done = run("signature", str(file))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert lines[0]["id"] == "a"
    assert {"version", "coarse", "fine", "features"} <= set(lines[0])
    assert lines[1] == {"error": "not Python 3: invalid syntax (line 1)"}


@pytest.mark.parametrize(
    ("line", "said"),
    [("{", "not a JSON row"), ("[]", "expected an object, got list"), ("{}", "code: a text is needed")],
)
def test_equijudge_signature_names_the_line_that_is_wrong(tmp_path: Path, line: str, said: str) -> None:
    file = tmp_path / "programs.jsonl"
    file.write_text(json.dumps({"code": SORTS}) + "\n" + line + "\n")
    done = run("signature", str(file))
    assert done.exit_code == 2
    assert "line 2" in done.stderr
    assert said in done.stderr


def test_equijudge_explain_answers_by_its_exit_status(tmp_path: Path) -> None:
    for name, source in (("a.py", SORTS), ("b.py", HEAPS), ("c.py", "for")):
        (tmp_path / name).write_text(source)
    same = run("explain", str(tmp_path / "a.py"), str(tmp_path / "a.py"))
    other = run("explain", str(tmp_path / "a.py"), str(tmp_path / "b.py"))
    broken = run("explain", str(tmp_path / "a.py"), str(tmp_path / "c.py"))
    assert (same.exit_code, other.exit_code, broken.exit_code) == (0, 1, 2)
    assert "the same algorithm" in same.stdout
    assert "only b.py" in other.stdout
    assert "heap" in other.stdout
    assert "c.py: not Python 3" in broken.stderr


def test_equijudge_explain_has_its_answer_as_json(tmp_path: Path) -> None:
    for name, source in (("a.py", SORTS), ("b.py", HEAPS)):
        (tmp_path / name).write_text(source)
    found = json.loads(run("explain", str(tmp_path / "a.py"), str(tmp_path / "b.py"), "--json").stdout)
    assert found["same"] is False
    assert {row["feature"]: row["lines_b"] for row in found["only_b"]}["heap"] == [3]


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


CPP = '#include <cstdio>\nint main() { int a; scanf("%d", &a); printf("%d", a); }\n'
PYTHON2 = "n = input()\nprint n\n"


def test_a_text_in_another_language_has_its_forms_by_tokens_and_its_normal_form_as_cluster() -> None:
    fenced = f"```python\nprint(1)\n```\n```cpp\n{CPP}```"
    one = analyze_sample(fenced, (*LEVELS, "bytecode"), LIMIT, "cpp17")
    assert one["code"] == CPP
    assert {level: key.split(":")[0] for level, key in one["unique"].items()} == {
        "text": "text",
        "ast": "tokens",
        "alpha": "normal-form",
        "bytecode": "normal-form",
    }
    assert one["coarse"] == one["fine"] == one["unique"]["alpha"]
    assert one["coarse"].startswith("normal-form:cpp17:")
    assert one["subtrees"] is None
    assert one["tokens"][:4] == ("#", "include", "<cstdio>", "\n")
    assert json.loads(json.dumps(one))["words"]


def test_names_count_at_the_levels_of_text_and_tokens_alone() -> None:
    one, other = (
        analyze_sample(f"int main() {{ int {name} = 1; puts(f({name})); }}", LEVELS, LIMIT, "c") for name in ("a", "b")
    )
    assert {level for level in LEVELS if one["unique"][level] == other["unique"][level]} == {"alpha"}
    assert one["coarse"] == other["coarse"]


def test_clusters_of_two_languages_are_never_the_same() -> None:
    both = [analyze_sample(CPP, LEVELS, LIMIT, language) for language in ("cpp17", "cpp20")]
    assert not set(both[0]["unique"].values()) & set(both[1]["unique"].values())
    assert both[0]["coarse"] != both[1]["coarse"]


def test_another_python_has_pythons_clusters_where_it_parses() -> None:
    source = "print(sum(map(int, input().split())))\n"
    python3, pypy3, python2 = (analyze_sample(source, LEVELS, LIMIT, name) for name in ("python3", "pypy3", "python2"))
    assert python3 == pypy3 == python2
    old = analyze_sample(PYTHON2, LEVELS, LIMIT, "python2")
    assert old["code"] == PYTHON2
    assert old["coarse"].startswith("normal-form:python2:")
    assert old["unique"]["ast"].startswith("tokens:python2:")


def test_what_is_too_long_has_no_cluster_in_any_language() -> None:
    with Analyst() as analyst:
        found = analyst.ask({"do": "clusters", "code": CPP, "language": "cpp17", "max_bytes": 10})
        signed = analyst.signature(CPP, language="cpp17")
    assert found == {"error": f"{len(CPP)} bytes; the limit is 10 bytes"}
    assert signed["coarse"].startswith("normal-form:cpp17:")
    assert signed["features"] == []


def test_equijudge_signature_takes_the_language_of_a_line(tmp_path: Path) -> None:
    lines = [{"code": CPP, "language": "C++"}, {"code": CPP.replace("a", "b"), "language": "cobol"}]
    (tmp_path / "programs.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    found = run("signature", str(tmp_path / "programs.jsonl"))
    assert json.loads(found.stdout.splitlines()[0])["coarse"].startswith("normal-form:cpp17:")
    assert "programs.jsonl, line 2: language: unknown, 'cobol'" in found.stderr


def test_what_is_a_program_already_is_analysed_as_it_stands() -> None:
    quoting = 'def f(x):\n    """As in\n    ```python\n    print(input())\n    ```\n    """\n    return x\n'
    asked = {"do": "sample", "text": quoting, "levels": ["text"], "program": True}
    found = answer(asked)
    assert (found["how"], found["code"], found["coarse"]) == ("program", quoting, signature(quoting).coarse)
    assert found["tokens"]
    assert analyze_program("x = (", ["text"], 100)["error"]
