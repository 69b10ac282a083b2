"""Input of every shape over a real service: one sample's verdict or one error, and never a batch that is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from equijudge import BadArgument, Client
from equijudge.rewards import VerdictReward, compute_scores
from equijudge_core.contracts.sets import Reason, SetOptions, Status
from equijudge_core.contracts.verdict import Verdict
from tests.service import KEY, RIGHT, SUM_ROW, Service
from tests.sets_support import client_environment, report
from tests.shapes import HALF, JSON_SHAPES, objects, places, put

AC, CE, WA = Verdict.AC, Verdict.CE, Verdict.WA
ADDERS = [f"print(sum(map(int, input().split())))  # {number}\nx{number} = {number}" for number in range(5)]
ROW: dict[str, Any] = {"name": "sum", "public_tests": {"input": ["1 2\n"], "output": ["3\n"]}}


@pytest.fixture
def client(service: Service) -> Iterator[Client]:
    with Client(service.http().base, KEY) as made:
        yield made


def command(service: Service, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """An `equijudge` command against the service."""
    words = [sys.executable, "-m", "equijudge", *map(str, arguments)]
    return subprocess.run(words, env=client_environment(service), capture_output=True, text=True, timeout=300)


def written(path: Path, *rows: Any) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return path


def test_a_row_of_arrays_is_judged(client: Client) -> None:
    tests = {name: np.array(texts, dtype=object) for name, texts in ROW["public_tests"].items()}
    assert [each.verdict for each in client.verify({**ROW, "public_tests": tests}, ["print(3)"])] == [AC]


def test_rows_and_programs_of_a_table_are_judged(client: Client, tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([SUM_ROW]), tmp_path / "rows.parquet")
    frame = pd.read_parquet(tmp_path / "rows.parquet")
    programs = pd.Series([RIGHT, "print(3)"])
    assert [each.verdict for each in client.verify(frame.iloc[0], programs)] == [AC, WA]
    [stored] = client.put_problems(frame)
    assert [each.verdict for each in client.verify(stored.problem_id, programs.to_numpy())] == [AC, WA]
    sets = client.equivalence_sets(frame, SetOptions(min_solutions=1))
    assert [each.status for each in sets] == [Status.FEW_SOLUTIONS]


def test_half_a_character_costs_no_other_candidate_its_verdict(client: Client) -> None:
    programs = [RIGHT, f"{RIGHT} # {HALF}", f"print({HALF})", "print('\0')", "\ufeff" + RIGHT]
    assert [each.verdict for each in client.verify(ROW, programs)] == [AC, AC, CE, CE, AC]


def test_half_a_character_costs_no_other_sample_its_verdict(client: Client) -> None:
    fenced = f"{HALF} ok\n```python\nprint(3)\n```"
    texts: Any = [RIGHT, fenced, None, "", "\0", float("nan"), "\ufeff" + RIGHT]
    job = client.submit_score([(ROW, texts)])
    verdicts = {each.index: each.verdict for each in client.results(job.job_id)}
    assert [verdicts[index] for index in range(7)] == [AC, AC, CE, CE, CE, CE, AC]


def test_a_problem_that_holds_half_a_character_is_stored_and_given_back(client: Client) -> None:
    row = {**ROW, "name": f"half {HALF}", "description": HALF, "cf_tags": [HALF]}
    [stored] = client.put_problems([row])
    assert stored.name == "half \\ud83d"
    assert client.problem(stored.problem_id)["description"] == HALF
    assert [each.verdict for each in client.verify(row, ["print(3)"])] == [AC]
    assert [each.verdict for each in client.verify(stored.problem_id, ["print(3)"])] == [AC]
    row["solutions"] = {"language": [3] * 5, "solution": ADDERS}
    [found] = client.equivalence_sets([row], SetOptions(min_solutions=1))
    assert (found.status, found.name) == (Status.KEPT, "half \\ud83d")


def test_a_solution_with_half_a_character_is_dropped_alone(client: Client) -> None:
    row = {**ROW, "solutions": {"language": [3] * 6, "solution": [*ADDERS, f"print('{HALF}')"]}}
    [found] = client.equivalence_sets([row], SetOptions(min_solutions=1, dedupe="text"))
    assert found.status is Status.KEPT
    assert found.funnel.languages == {"python3": 6}
    assert [(each.position, each.reason) for each in found.dropped] == [(5, Reason.NOT_UNICODE)]
    assert "lone surrogate" in found.dropped[0].detail


def test_every_completion_has_a_reward(service: Service, client: Client) -> None:
    chat = [{"role": "assistant", "content": f"```python\n{RIGHT}\n```"}]
    completions: Any = [
        RIGHT,
        None,
        f"{RIGHT} # {HALF}",
        chat,
        [],
        [{"role": "assistant", "content": None}],
        b"print(3)",
    ]
    columns: Any = np.array(completions, dtype=object)
    found = VerdictReward(client=client)(["p"] * 7, columns, problem_id=[ROW] * 7)
    assert found == [1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0]
    problems, answers = pd.Series([ROW, json.dumps(ROW), ROW]), pd.Series([RIGHT, None, float("nan")])
    where = {"url": service.http().base, "api_key": KEY}
    assert compute_scores(["s"] * 3, answers, problems, **where) == [1.0, 0.0, 0.0]


def test_an_id_that_is_no_unicode_is_refused_by_name(client: Client) -> None:
    with pytest.raises(BadArgument, match=r"problem 'p\\x00': no stored problem has this id or name"):
        client.verify("p\0", ["print(3)"])
    with pytest.raises(ValueError, match=r"^problem_id: holds a lone surrogate"):
        client.verify(HALF, ["print(3)"])


def test_generations_with_half_a_character_are_scored(service: Service, tmp_path: Path) -> None:
    problems = written(tmp_path / "p.jsonl", {**ROW, "name": f"sum {HALF}"}, ROW)
    texts = [f"{HALF} ok\n```python\nprint(3)\n```", None, {"text": HALF, "id": "b"}]
    samples = [{"problem": name, "generations": texts} for name in ("sum", f"sum {HALF}")]
    done = command(
        service,
        "score",
        written(tmp_path / "g.jsonl", *samples),
        "--problems",
        problems,
        "--out",
        tmp_path / "out.json",
    )
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    assert json.loads((tmp_path / "out.json").read_text())["figures"]["pass@1"]["value"] == pytest.approx(1 / 3)


def test_an_empty_group_is_named_by_its_line(service: Service, tmp_path: Path) -> None:
    generations = written(tmp_path / "g.jsonl", {"problem": "sum", "generations": []})
    done = command(service, "score", generations, "--problems", written(tmp_path / "p.jsonl", ROW))
    assert done.returncode == 2
    assert "line 1: generations: empty" in " ".join(done.stderr.split())


def test_problems_with_half_a_character_are_imported_listed_and_shown(service: Service, tmp_path: Path) -> None:
    path = written(tmp_path / "p.jsonl", {**ROW, "name": f"printed {HALF}", "description": HALF})
    [imported] = command(service, "problems", "import", path, "--json").stdout.splitlines()
    for arguments in (("list",), ("show", json.loads(imported)["problem_id"])):
        done = command(service, "problems", *arguments)
        assert (done.returncode, "printed" in done.stdout) == (0, True)


def test_a_program_is_judged_whatever_its_path_is_made_of(service: Service, tmp_path: Path) -> None:
    program = Path(f"{tmp_path}/a\udcff.py")
    program.write_text("print(3)\n")
    done = command(service, "verify", written(tmp_path / "p.jsonl", ROW), program)
    assert (done.returncode, "a\\xff.py" in done.stdout) == (0, True)


def test_every_row_of_a_source_has_its_outcome(service: Service, tmp_path: Path) -> None:
    row = {**ROW, "solutions": {"language": [3, 3], "solution": ["print(3)", "print(1 + 2)"]}, "cf_tags": ["math"]}
    rows = [put(row, path, shape) for path in places(row) for shape in JSON_SHAPES.values()]
    rows += [put(row, (*path, HALF), 1) for path in objects(row)]
    source = written(tmp_path / "rows.jsonl", row, *rows)
    done = command(service, "build-sets", source, "--out", tmp_path / "out", "--min-solutions", "1")
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0), done.stderr
    outcome = report(tmp_path / "out")
    assert outcome["problems"] == len(rows) + 1
    assert outcome["internal_errors"] == []
    assert all(":" in each["reason"] for each in outcome["refused"])
    assert outcome["kept"] > 20  # the shapes that mean something, and what no verdict depends on


def test_a_source_of_which_nothing_can_be_used_is_no_success(service: Service, tmp_path: Path) -> None:
    for number, rows in enumerate(([{"name": "sum"}, {"text": "of another data set"}], [])):
        source = written(tmp_path / f"{number}.jsonl", *rows)
        done = command(service, "build-sets", source, "--out", tmp_path / str(number))
        assert done.returncode == 2
        expected = "every row was refused (2), the first for this: public_tests" if rows else "no row there"
        assert expected in " ".join(done.stderr.split())


def test_sets_are_built_of_the_split_that_is_chosen(service: Service, tmp_path: Path) -> None:
    row = {**ROW, "solutions": {"language": [3], "solution": ["print(3)"]}}
    for split in ("train", "test"):
        (tmp_path / "hub/data").mkdir(parents=True, exist_ok=True)
        path = tmp_path / f"hub/data/{split}-00000-of-00001.parquet"
        pq.write_table(pa.Table.from_pylist([{**row, "name": split}]), path)
    options = ("--out", tmp_path / "out", "--min-solutions", "1")
    done = command(service, "build-sets", tmp_path / "hub", *options)
    assert (done.returncode, "test (1 files), train (1 files)" in " ".join(done.stderr.split())) == (2, True)
    assert command(service, "build-sets", tmp_path / "hub", "--split", "test", *options).returncode == 0
    assert report(tmp_path / "out")["kept"] == 1
