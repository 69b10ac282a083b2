"""What lies in Redis: how texts are compressed, where Redis is, the scripts by name, and chunks as they are stored."""

from __future__ import annotations

import json
import os
import re
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from pydantic import ValidationError
from redis import Redis

from equijudge_api.settings import Settings as ApiSettings
from equijudge_core.contracts.chunks import (
    AnalysisOptions,
    AnyChunk,
    ChunkItem,
    GenerationsChunk,
    PlannedProblem,
    ScorePlan,
    ScoresChunk,
    SetChunk,
    SetWork,
    VerifyChunk,
)
from equijudge_core.contracts.scores import ScoreSettings
from equijudge_core.contracts.sets import SetOptions
from equijudge_core.contracts.verify import Candidate, JudgeOptions
from equijudge_queue import counters, run_schema, schema
from equijudge_queue.chunk_payload import UnreadableChunk, dump_chunk, load_chunk
from equijudge_queue.compression import WORTH_BYTES, is_packed, pack, unpack
from equijudge_queue.lua_scripts import load_script
from equijudge_queue.redis_url import redis_address
from equijudge_verifier.settings import Settings as VerifierSettings


@pytest.mark.parametrize("text", ["", "{}", '{"a": "%s"}' % ("ä" * 5000), "[" * 3000])
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert unpack(pack(text)).decode() == text


def test_only_what_becomes_shorter_is_compressed() -> None:
    short, noise, long = "{" * 10, os.urandom(2 * WORTH_BYTES).hex().encode(), "{" + "0" * 100_000
    assert pack(short) == short.encode()
    assert len(pack(noise)) < 0.6 * len(noise)
    assert len(pack(long)) < 1000
    assert unpack(b'{"stored": "before"}') == b'{"stored": "before"}'


def test_what_is_packed_stays_as_it_is() -> None:
    once = pack("{" + "0" * 5000)
    assert is_packed(once)
    assert pack(once) is once


def test_broken_data_are_named() -> None:
    with pytest.raises(ValueError, match="stored data are broken"):
        unpack(pack("{" + "0" * 5000)[:-4])


URL = "redis://redis:6379/3"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "password"
    made.write_text("p@ss/w:rd%?#\n")
    return made


def test_without_a_file_the_url_is_as_it_was() -> None:
    assert redis_address(URL, None) == URL


def test_a_password_of_any_characters_reaches_redis_whole(file: Path) -> None:
    made = redis_address(URL, file)
    assert unquote(urlsplit(made).password or "") == "p@ss/w:rd%?#"
    options = Redis.from_url(made).connection_pool.connection_kwargs
    assert (options["password"], options["host"], options["db"]) == ("p@ss/w:rd%?#", "redis", 3)
    over_unix = Redis.from_url(redis_address("unix:///run/redis.sock", file)).connection_pool.connection_kwargs
    assert (over_unix["password"], over_unix["path"]) == ("p@ss/w:rd%?#", "/run/redis.sock")


def test_a_password_given_twice_is_refused(file: Path) -> None:
    with pytest.raises(ValueError, match="once"):
        redis_address("redis://:x@redis/0", file)


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_file_without_a_password_is_named_when_the_process_starts(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").write_text("\n")
    for settings in (ApiSettings, VerifierSettings):
        with pytest.raises(ValidationError, match=f"{tmp_path}/{name}"):
            settings(redis_url=URL, driver="local", redis_password_file=tmp_path / name)


def test_settings_show_the_file_and_never_the_password(file: Path) -> None:
    made = ApiSettings(redis_url=URL, redis_password_file=file)
    assert "p@ss" not in repr(made)
    assert "p%40ss" in made.redis_address()


FOLDER = Path(str(files("equijudge_queue")))
SCRIPTS = sorted(f"{path.parent.name}/{path.stem}" for path in FOLDER.glob("[jr]*s/*.lua"))
ID = "0"
KEYS = {
    *(schema.job_key(ID), schema.chunk_key(ID), schema.problem_key(ID), schema.summary_key(ID)),
    *(schema.problem_owners_key(ID), schema.jobs_of_owner_key(ID)),
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
    is_timeless = name in ("jobs/count_try", "jobs/finish", "jobs/add_counts", "jobs/trim", "jobs/read_results")
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


ITEM = ChunkItem(index=0, problem=0, candidate=0, problem_id="p1", body=Candidate(source="print(3)"))
PLAN = ScorePlan(settings=ScoreSettings(ks=(1, 2)), problems=(PlannedProblem(problem_id="p1", samples=1, family="f"),))
IDS = {"chunk_id": "c", "job_id": "j", "request_id": "r"}
ANALYSIS = AnalysisOptions(levels=("text",), max_source_bytes=9)
VERIFY = VerifyChunk(**IDS, options=JudgeOptions(), items=(ITEM,))
GENERATIONS = GenerationsChunk(**IDS, options=JudgeOptions(), items=(ITEM,), analysis=ANALYSIS)
SCORES = ScoresChunk(**IDS, options=JudgeOptions(), plan=PLAN)
SET = SetChunk(**IDS, options=SetOptions(), work=SetWork(index=0, problem_id="p1", programs=(), languages={}))
JUDGED = {**IDS, "options": JudgeOptions().model_dump(mode="json", exclude_none=True)}
OLD_ITEM = {
    "index": 0, "problem": 0, "candidate": 0, "problem_id": "p1",
    "body": {"source": "print(3)", "form": "program", "language": "python3"},
}  # fmt: skip
OLD_PLAN = (
    '{"options":{"k":[1,2],"levels":["text","ast","alpha"],"seed":0,"resamples":10000,"confidence":0.95,'
    '"method":"bca","subset_size":16,"subset_draws":4},"problems":[{"problem_id":"p1","samples":1,"family":"f"}]}'
)
OLD_WORK = '{"levels":["text"],"max_source_bytes":9,"clusters":true,"scored":true}'


@pytest.mark.parametrize("chunk", [VERIFY, GENERATIONS, SCORES, SET], ids=lambda chunk: chunk.kind)
def test_a_chunk_is_read_as_it_was_written(chunk: AnyChunk) -> None:
    assert load_chunk(pack(dump_chunk(chunk))) == chunk


@pytest.mark.parametrize(("old", "chunk"), [
    ({"kind": "verify", **JUDGED, "items": [OLD_ITEM], "work": ""}, VERIFY),
    ({"kind": "generations", **JUDGED, "items": [OLD_ITEM], "work": OLD_WORK}, GENERATIONS),
    ({"kind": "scores", **JUDGED, "items": [], "work": OLD_PLAN}, SCORES),
], ids=lambda each: each["kind"] if isinstance(each, dict) else "now")  # fmt: skip
def test_a_chunk_of_a_version_before_0_2_is_read(old: dict[str, Any], chunk: AnyChunk) -> None:
    assert load_chunk(json.dumps(old).encode()) == chunk


@pytest.mark.parametrize("payload", [
    b"", b"x\x9cbroken", b"[]", b'{"kind":"poem","work":"{}"}', b'{"kind":"generations","work":"no JSON"}',
    dump_chunk(VERIFY).replace('"items"', '"of_a_newer_version"').encode(),
])  # fmt: skip
def test_what_cannot_be_read_is_said_to_be_so(payload: bytes) -> None:
    with pytest.raises(UnreadableChunk):
        load_chunk(payload)
