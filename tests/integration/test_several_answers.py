"""What sets say of problems whose right programs disagree: the audit names the comparison that would take them all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import pyarrow.parquet as pq

from tests.service import KEY, Service
from tests.unit.cli_support import run

PYTHON3 = 3
READ = "n = int(input())\n"
IN_ORDER, BY_SUM = READ + "print(*range(n))", READ + "t = ''\nfor k in range(n): t += f'{k} '\nprint(t)"
BACKWARDS, LOUD = READ + "print(*range(n)[::-1])", READ + "print(*['ABCDEF'[k] for k in range(n)])"
QUIET, OTHERS = READ + "print(*['abcdef'[k] for k in range(n)])", READ + "print(*range(5, 5 + n))"
IN_ORDER_ALONE = "import sys\nsaid = open(sys.argv[3]).read().split()\nprint(int(said[0] == '0'))"
SAYS_YES = {"protocol": "script", "language": "python3", "source": "print(1)"}


def row(name: str, answers: list[str], *solutions: str, **columns: Any) -> dict[str, Any]:
    marked = [f"{source}\n# {uuid4()}" for source in solutions]
    return {
        "name": name,
        "public_tests": {"input": ["3\n", "4\n"], "output": answers},
        "solutions": {"language": [PYTHON3] * len(marked), "solution": marked},
        **columns,
    }


NUMBERS, LETTERS = ["0 1 2\n", "0 1 2 3\n"], ["a b c\n", "a b c d\n"]
ROWS = [
    row("agree", NUMBERS, IN_ORDER, BY_SUM),
    row("order", NUMBERS, IN_ORDER, BY_SUM, BACKWARDS),
    row("case", LETTERS, LOUD, QUIET, checker={"name": "exact"}),
    row("all otherwise", NUMBERS, BACKWARDS, BACKWARDS.replace("[::-1]", "[::-1][:n]")),
    row("anything", NUMBERS, IN_ORDER, BY_SUM, OTHERS),
    row("own checker", NUMBERS, IN_ORDER, OTHERS, checker=SAYS_YES),
    row("own checker disagrees", NUMBERS, IN_ORDER, OTHERS, checker=SAYS_YES | {"source": IN_ORDER_ALONE}),
    row("two answers", NUMBERS, IN_ORDER, private_tests={"input": ["3\n"], "output": ["2 1 0\n"]}),
    row("fails", NUMBERS, IN_ORDER, BY_SUM, "1 / 0"),
]


def test_the_audit_names_what_right_programs_call_for(service: Service, tmp_path: Path) -> None:
    source, out = tmp_path / "rows.jsonl", tmp_path / "sets"
    source.write_text("\n".join(map(json.dumps, ROWS)))
    options = ("--out", str(out), "--min-solutions", "1", "--dedupe", "text")
    done = run("build-sets", str(source), *options, "--url", service.http().base, "--key", KEY)
    assert done.exit_code == 0, done.output
    audit = json.loads((out / "report.json").read_text())["audit"]
    assert [(each["name"], each["present"], each["checker"]) for each in audit["suggestions"]] == [
        ("order", "codecontests", "dmoj.unordered"),
        ("case", "exact", "tokens:ignore_case"),
        ("all otherwise", "codecontests", "dmoj.unordered"),
        ("anything", "codecontests", None),
        ("two answers", "codecontests", "dmoj.unordered"),
    ]
    assert audit["suggestions"][0] | {"programs": 1, "tests": 2} == audit["suggestions"][0]
    assert (audit["suggestions"][-1]["programs"], audit["suggestions"][-1]["tests"]) == (0, 1)
    assert "5 problems accept one answer where there may be several" in done.stdout
    page = (out / "report.html").read_text()
    assert "several answers? dmoj.unordered" in page
    assert "several answers? needs its own checker" in page
    (shard,) = (out / "data").glob("*.parquet")
    rows = {each["name"]: each["audit"] for each in pq.read_table(shard).to_pylist()}
    kept = {name: each["suggested_checker"] for name, each in rows.items()}
    assert kept == {
        "agree": None,
        "order": "dmoj.unordered",
        "case": "tokens:ignore_case",
        "anything": "own",
        "own checker": None,
        "own checker disagrees": None,
        "fails": None,
    }
    several = {name for name, each in rows.items() if each["several_answers"]}
    assert several == {"order", "case", "anything"}
    assert rows["own checker disagrees"]["disputed_tests"] == ["public/0", "public/1"]
