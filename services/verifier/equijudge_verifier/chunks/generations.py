"""From a model's texts to programs that can be judged: the code, and what the scores need to know of it.

Strangers' text is parsed in the analysis child alone, never here.
"""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from equijudge_analysis import AnalysisFailed, Analyst
from equijudge_core.contracts.chunks import AnalysisOptions, ChunkItem, GenerationsChunk
from equijudge_core.contracts.verify import Form, Sample
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.store import Claim, Store

KEPT, MOST_KEPT = 512, 16 << 10  # answers, and characters of a text whose answer is kept
MEASURES = ("tokens", "words", "subtrees")


class ProgramExtractor:
    """One per worker process. Models repeat themselves: the last answers are kept."""

    def __init__(self, store: Store, analyst: Analyst, interrupted: Callable[[], bool]) -> None:
        self._store, self._analyst, self._interrupted = store, analyst, interrupted
        self._known: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def read(
        self, claim: Claim, chunk: GenerationsChunk, give_way: Callable[[], bool]
    ) -> tuple[Claim, GenerationsChunk, bool]:
        """The claim with a Sample of each item that has no result yet, the chunk with code in place of texts, and
        whether that is all of them: between two texts reading ends when it is to give way.

        What a closing chunk needs of them is put aside. Raises Abandoned.
        """
        analysis = chunk.analysis
        items: list[ChunkItem] = []
        samples, measures, broken = {}, {}, {}
        is_whole = True
        for item in chunk.items:
            if claim.answered(item.index):
                continue
            if self._interrupted():
                raise Abandoned
            if items and give_way():
                is_whole = False
                break
            if item.body.form is Form.PROGRAM and not analysis.clusters:
                items.append(item)
                continue
            try:
                found = self._found(item, analysis)
            except AnalysisFailed as error:
                broken[item.index] = f"the text could not be analysed: {error}"
                items.append(item)
                continue
            samples[item.index] = Sample(**{name: found[name] for name in Sample.model_fields if name in found})
            if analysis.scored:
                measures[item.index] = packed({name: found.get(name) for name in MEASURES})
            items.append(as_program(item, found))
        self._store.keep_samples(chunk.job_id, measures)
        programs = chunk.model_copy(update={"items": tuple(items)})
        return replace(claim, samples=samples, broken=broken), programs, is_whole

    def _found(self, item: ChunkItem, analysis: AnalysisOptions) -> dict[str, Any]:
        """What is asked for of a text, and of a program its clusters; no more is computed than that."""
        source, limit = item.body.source, analysis.max_source_bytes
        if item.body.form is Form.TEXT and (analysis.clusters or analysis.scored):
            sample = {"do": "sample", "text": source, "levels": analysis.levels, "measured": analysis.scored}
            return self._kept({**sample, "max_bytes": limit}, self._apart)
        if item.body.form is Form.TEXT:
            return self._kept({"do": "code", "text": source, "max_bytes": limit}, self._code)
        return self._kept({"do": "clusters", "code": source, "max_bytes": limit}, self._analyst.ask)

    def _kept(self, request: dict[str, Any], ask: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
        name = json.dumps(request)
        if len(name) > MOST_KEPT:
            return ask(request)
        if name not in self._known:
            self._known[name] = ask(request)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        return self._known[name]

    def _apart(self, request: dict[str, Any]) -> dict[str, Any]:
        """What samples.taken_apart says, or for a text at which children die what samples.code_in says."""
        found = self._analyst.ask(request)
        return found if "how" in found else {**self._code({**request, "do": "code"}), "error": found["error"]}

    def _code(self, request: dict[str, Any]) -> dict[str, Any]:
        """What samples.code_in says; a text at which children die even so is refused."""
        code = self._analyst.ask(request)
        return code if "how" in code else {"refused": code["error"]}


def as_program(item: ChunkItem, found: Mapping[str, Any]) -> ChunkItem:
    """The item with the code that was found in its text; a program stays as it is."""
    if item.body.form is Form.PROGRAM:
        return item
    body = item.body.model_copy(update={"source": found.get("code", ""), "form": Form.PROGRAM})
    return item.model_copy(update={"body": body})


def packed(measures: dict[str, Any]) -> bytes:
    """Compressed JSON."""
    return zlib.compress(json.dumps(measures, separators=(",", ":")).encode(), level=1)


def unpacked(data: bytes) -> dict[str, Any]:
    """What `packed` was given."""
    found: dict[str, Any] = json.loads(zlib.decompress(data))
    return found
