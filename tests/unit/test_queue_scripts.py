"""The queue's scripts as files: found by name, whole, and documented; and the keys that they name are the schema's."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from equijudge_queue import counters, run_schema, schema
from equijudge_queue.lua_scripts import load_script

FOLDER = Path(str(files("equijudge_queue")))
SCRIPTS = sorted(f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("[jr]*s/*.lua"))
ID = "0"
KEYS = {
    *(schema.job_key(ID), schema.chunk_key(ID), schema.problem_key(ID), schema.summary_key(ID)),
    schema.problem_owners_key(ID),
    *(run_schema.run_key(ID), run_schema.runs_of_owner_key(ID), counters.pace_key(int(ID))),
    *(schema.jobs_in_line_key(ID), schema.long_jobs_in_line_key(ID), schema.leases_key(ID)),
    *(schema.bytes_key(ID), *(f"{age}:{ID}" for age in schema.AGES)),
    f"{schema.AGES[0].removesuffix('problems')}{ID}",
}
WHOLE = {
    *(counters.METRICS, schema.KEYS_IN_LINE, schema.TAGS, schema.FLOORS, schema.WORKERS),
    *(schema.LONG_KEYS_IN_LINE, schema.LONG_RUNNING),
    *(schema.BYTES, schema.PROBLEMS, schema.PROBLEMS_HELD, schema.PROBLEMS_NEEDED, schema.VERDICTS),
    *schema.AGES,
}


def test_there_are_scripts_of_jobs_and_of_runs() -> None:
    assert {"jobs/submit", "jobs/report", "runs/lease"} <= set(SCRIPTS)


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_is_whole(name: str) -> None:
    text = load_script(name)
    assert "-- include" not in text
    is_timeless = name in ("jobs/count_try", "jobs/finish", "jobs/add_counts", "jobs/trim")
    assert is_timeless or "redis.call('TIME')" in text


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_says_in_its_head_what_it_does_with_what(name: str) -> None:
    lines = (FOLDER / f"{name}.lua").read_text().splitlines()
    head = "\n".join(line for line in lines[: next(n for n, line in enumerate(lines) if not line.startswith("--"))])
    assert re.match(r"-- [A-Z]", head)
    assert "-- KEYS: " in head
    assert "-- ARGV: " in head
    assert "-- Returns " in head


def test_a_script_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"jobs/nothing\.lua"):
        load_script("jobs/nothing")


def test_every_key_that_a_script_makes_is_one_of_the_schemas() -> None:
    found = {name for path in FOLDER.rglob("*.lua") for name in re.findall(r"'(ej:[^']*)'", path.read_text())}
    assert {name if name in WHOLE else name + ID for name in found} <= KEYS | WHOLE
    assert {name.removesuffix(ID) for name in KEYS if ":age:" not in name} | WHOLE <= found | {*schema.AGES}


def test_no_script_is_text_of_a_module() -> None:
    services = FOLDER.parents[1]
    assert [path.name for path in services.rglob("*.py") if "redis.call(" in path.read_text()] == []
