"""Rows to make equivalence sets of, and what of an output must not depend on chance."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pyarrow.parquet

from equijudge.sets.build import JOURNAL
from tests.handbook import read_rows
from tests.service import KEY, SUM_ROW, Service

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
PYTHON3 = 3
# Ways to add that differ in algorithm or in more than names; NUMBER makes programs of two rows differ.
ADDERS = (
    "print(sum(map(int, input().split())))",
    "a, b = map(int, input().split())\nprint(a + b)",
    "a, b = map(int, input().split())\nwhile b:\n    s = 1 if b > 0 else -1\n    a, b = a + s, b - s\nprint(a)",
    "from collections import deque\nq = deque(map(int, input().split()))\nt = 0\nwhile q: t += q.pop()\nprint(t)",
    "d = {}\nfor x in map(int, input().split()):\n    d[x] = d.get(x, 0) + 1\nprint(sum(k * v for k, v in d.items()))",
    "def f(xs):\n    return xs[0] + f(xs[1:]) if xs else 0\nprint(f(list(map(int, input().split()))))",
)
PRODUCT = "a, b = map(int, input().split())\nprint(a * b)"


def adding(number: int, sources: Sequence[str] = ADDERS) -> dict[str, Any]:
    """A row whose programs no other row has."""
    mark = f"\nassert {number} == {number}"
    return {
        **SUM_ROW,
        "name": f"sum {number}",
        "description": f"Add, for the {number}. time. <script>alert({number})</script>",
        "solutions": {"language": [PYTHON3] * len(sources), "solution": [source + mark for source in sources]},
        "incorrect_solutions": {"language": [PYTHON3], "solution": [PRODUCT + mark]},
    }


def write_rows(path: Path, rows: Sequence[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def handbook(*names: str) -> list[dict[str, Any]]:
    return [row for row in read_rows() if row["name"] in names]


def people(first: int, last: int) -> list[dict[str, Any]]:
    """Rows of problems that people have solved in several ways; none where there is no such data."""
    if not SHARED.exists():
        return []
    with gzip.open(SHARED / "problems_multi.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in itertools.islice(lines, first, last)]


def build_command(source: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "equijudge", "build-sets", str(source), "--out", str(out), *options]


def client_environment(service: Service) -> dict[str, str]:
    return {**os.environ, "EQUIJUDGE_URL": service.http().base, "EQUIJUDGE_API_KEY": KEY}


def build(service: Service, source: Path, out: Path, *options: str, status: int = 0) -> str:
    """What the command prints. AssertionError with its errors unless it ends with `status`."""
    command = build_command(source, out, *options)
    ended = subprocess.run(command, env=client_environment(service), capture_output=True, text=True, timeout=3600)
    assert ended.returncode == status, ended.stdout + ended.stderr
    return ended.stdout if status == 0 else ended.stderr


def dataset(out: Path) -> list[dict[str, Any]]:
    """The rows, in order, without times and peaks."""
    rows = []
    for path in sorted((out / "data").glob("*.parquet")):
        rows += pyarrow.parquet.read_table(path).to_pylist()
    for row in rows:
        for name in ("cpu_time_s", "memory_peak_bytes"):
            row["solutions"].pop(name)
    return rows


def count_records(out: Path) -> int:
    """Problems in the journal, while the command that writes it holds its lock: what is read may be half written, and
    then counts as nothing."""
    uri = f"file:{out / JOURNAL}?immutable=1"
    try:
        with closing(sqlite3.connect(uri, uri=True)) as journal:
            return int(journal.execute("SELECT count(*) FROM record").fetchone()[0])
    except sqlite3.Error:
        return 0


def report(out: Path) -> dict[str, Any]:
    """report.json without its date."""
    found: dict[str, Any] = json.loads((out / "report.json").read_text())
    found.pop("made")
    return found
