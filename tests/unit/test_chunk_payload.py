"""Chunks as they lie in Redis: what is written is read again, and so is what the version before wrote."""

from __future__ import annotations

import json
from typing import Any

import pytest

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
from equijudge_queue.chunk_payload import UnreadableChunk, dump_chunk, load_chunk
from equijudge_queue.compression import pack

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
