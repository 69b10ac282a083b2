"""Problems with checkers that are no good, in one batch with one that is: what a caller, a reader of a terminal and a
maker of sets are told, and that everything else goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.service import KEY, Http, Service
from tests.unit.cli_support import run

READ = "n = int(input())\n"
PROGRAMS = [READ + "print(0, n)", READ + "print(n + 7, -7)", "1 / 0"]
TESTLIB = '#include "testlib.h"\nint main(int argc, char *argv[]) { registerTestlibCmd(argc, argv); %s }'


def script(source: str) -> dict[str, Any]:
    return {"protocol": "script", "language": "python3", "source": source, "time_limit_s": 0.3}


def of_testlib(statement: str) -> dict[str, Any]:
    return {"protocol": "testlib", "source": TESTLIB % statement}


# What of the first failing test is told: the reason's beginning, and what the checker said.
BAD: dict[str, tuple[dict[str, Any], str, str | None]] = {
    "does not compile": (of_testlib("quitf(_okay);"), "checker: does not compile: main.cpp:2:", None),
    "is no Python": (script("def"), "checker: does not compile: SyntaxError: invalid syntax", None),
    "lacks a header": (
        {"protocol": "dmoj", "source": '#include "jngen.h"\nint main() {}'},
        "checker: includes jngen.h, which is not there: put it among the checker's files, or",
        None,
    ),
    "ends oddly": (
        {"protocol": "kattis", "language": "python3", "source": "print('hm')\nexit(1)"},
        "checker: the validator ends with 1: neither 42 nor 43",
        None,
    ),
    "says that the data are at fault": (
        of_testlib('quitf(_fail, "no answer");'),
        "checker: says that it or its data are at fault",
        "FAIL no answer",
    ),
    "returns": (of_testlib(""), "checker: says that it or its data are at fault", None),
    "raises": (script("raise ValueError('no')"), "checker: raised ValueError, which nothing caught", None),
    "crashes": (script("import os; os.kill(os.getpid(), 11)"), "checker: was ended by signal 11", ""),
    "loops": (script("while True: pass"), "checker: took more CPU time than its time_limit_s", ""),
    "talks without end": (script("while True: print('1' * 9999)"), "checker: wrote more than it may", ""),
    "says nonsense": (script("print('maybe')"), "checker: prints 'maybe': no number", "maybe"),
    "says nothing": (script(""), "checker.source", None),
}  # fmt: skip
INTERACTORS: dict[str, tuple[dict[str, Any], str]] = {
    "does not compile": (
        {"protocol": "kattis", "source": "int main() { return x; }"},
        "interactor: does not compile: main.cpp:1",
    ),
    "lacks a header": (
        {"protocol": "dmoj", "source": '#include "jngen.h"'},
        "interactor: includes jngen.h, which is not there",
    ),
    "never reads, and loops": (
        {"protocol": "kattis", "language": "python3", "source": "while True: pass", "time_limit_s": 0.3},
        "interactor: took more CPU time than its time_limit_s",
    ),
    "never reads, and ends oddly": (
        {"protocol": "kattis", "language": "python3", "source": "exit(7)"},
        "interactor: the validator ends with 7: neither 42 nor 43",
    ),
    "never reads, and crashes": (
        {"protocol": "dmoj", "language": "python3", "source": "import os; os.abort()"},
        "interactor: was ended by signal 6",
    ),
}
RUNS = {name: each for name, each in BAD.items() if each[1].startswith("checker: ")}


def row(name: str, checker: dict[str, Any] | None) -> dict[str, Any]:
    return {
        "name": name,
        "public_tests": {"input": ["5\n", "9\n"], "output": ["0 5\n", "0 9\n"]},
        "checker": checker,
        "solutions": {"language": [3] * 3, "solution": PROGRAMS},
    }


ANY_SUM = (
    "import sys\nn, a = (open(sys.argv[k]).read() for k in (1, 3))\nprint(int(sum(map(int, a.split())) == int(n)))"
)
GOOD = script(ANY_SUM)


def test_one_batch_has_a_reason_for_each_and_every_other_verdict(http: Http) -> None:
    candidates = [{"source": source} for source in PROGRAMS]
    rows = [*(row(name, checker) for name, (checker, _, _) in RUNS.items()), row("good", GOOD)]
    batch = {"problems": [{"problem": each, "candidates": candidates} for each in rows], "wait": 60}
    lines = http.post("/verify", json=batch).json()["results"]
    for place, (name, (_, reason, message)) in enumerate(RUNS.items()):
        of_problem = [line for line in lines if line["problem"] == place]
        assert [line["verdict"] for line in of_problem] == ["IE", "IE", "RE"], name
        for line in of_problem[:2]:
            assert line["reason"].startswith(reason), name
            assert line["first_failure"]["reason"] == line["reason"]
            assert message is None or line["first_failure"].get("checker_message", "") == message, name
    assert [line["verdict"] for line in lines[-3:]] == ["AC", "AC", "RE"]


def test_interactors_that_are_no_good_are_told_apart_alike(http: Http) -> None:
    listens = "import sys; exit(42 if sys.stdin.read().split() else 43)"
    good = {"protocol": "kattis", "language": "python3", "source": listens}
    interactors = [*INTERACTORS.values(), (good, "")]
    rows = [row(f"talk {n}", None) | {"interactor": interactor} for n, (interactor, _) in enumerate(interactors)]
    batch = {"problems": [{"problem": each, "candidates": [{"source": "print(7)"}]} for each in rows], "wait": 60}
    lines = http.post("/verify", json=batch).json()["results"]
    for line, (name, (_, reason)) in zip(lines[:-1], INTERACTORS.items(), strict=True):
        assert (line["verdict"], line["reason"][: len(reason)]) == ("IE", reason), name
    assert lines[-1]["verdict"] == "AC"


@pytest.mark.parametrize("name", ["does not compile", "lacks a header", "raises", "loops"])
def test_a_terminal_shows_one_line_for_it(
    service: Service, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.chdir(tmp_path)
    checker, reason, _ = RUNS[name]
    (tmp_path / "problem.jsonl").write_text(json.dumps(row(name, checker)))
    (tmp_path / "a.py").write_text(PROGRAMS[0])
    done = run("verify", "problem.jsonl", "a.py", *place(service))
    (shown,) = [line for line in done.stdout.splitlines() if "a.py" in line]
    assert f"public/0: {reason}" in shown
    assert done.exit_code == 3


def test_a_file_whose_checker_cannot_be_one_is_named_with_its_field(service: Service, tmp_path: Path) -> None:
    source = tmp_path / "problem.jsonl"
    source.write_text(json.dumps(row("empty", {**script(""), "flags": ["-v"]})))
    (tmp_path / "a.py").write_text(PROGRAMS[0])
    done = run("verify", str(source), str(tmp_path / "a.py"), *place(service))
    assert done.exit_code == 2
    wanted = [
        f"{source}, line 1, problem 'empty':",
        "checker.source: is empty",
        "checker.flags: the protocol script has no flags",
    ]
    assert [words for words in wanted if words not in done.output] == []


def test_sets_of_the_other_problems_are_made_and_the_report_says_what_is_wrong(
    service: Service, tmp_path: Path
) -> None:
    source, out = tmp_path / "rows.jsonl", tmp_path / "sets"
    rows = (row("good", GOOD), row("bad", BAD["says nonsense"][0]), row("empty", BAD["says nothing"][0]))
    source.write_text("\n".join(map(json.dumps, rows)))
    done = run("build-sets", str(source), "--out", str(out), "--min-solutions", "2", *place(service))
    report = json.loads((out / "report.json").read_text())
    assert (done.exit_code, report["kept"]) == (3, 1)
    assert [each["reasons"] for each in report["internal_errors"]] == [["checker: prints 'maybe': no number"]]
    assert "checker.source: is empty" in report["refused"][0]["reason"]


def place(service: Service) -> tuple[str, ...]:
    return ("--url", service.http().base, "--key", KEY)
