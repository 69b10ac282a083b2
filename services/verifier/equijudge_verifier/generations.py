"""From a model's texts to programs that can be judged: the code, and what the scores need to know of it.

Strangers' text is parsed in the analysis child alone, never here.
"""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from equijudge_analysis import AnalysisFailed, Analyst
from equijudge_core.contracts import Chunk, ChunkItem, Sample
from equijudge_core.generations import SampleWork
from equijudge_verifier.judge import Abandoned
from equijudge_verifier.store import Claim, Store

KEPT, MOST_KEPT = 512, 16 << 10  # answers, and characters of a text whose answer is kept
MEASURES = ("tokens", "words", "subtrees")


class Texts:
    """One per worker process. Models repeat themselves: the last answers are kept."""

    def __init__(self, store: Store, analyst: Analyst, interrupted: Callable[[], bool]) -> None:
        self._store, self._analyst, self._interrupted = store, analyst, interrupted
        self._known: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def read(self, claim: Claim, chunk: Chunk) -> tuple[Claim, Chunk]:
        """The claim with a Sample of each text that has no result yet, and the chunk with code in their place.

        What the closing chunk needs of them is put aside. Raises Abandoned.
        """
        work = SampleWork.model_validate_json(chunk.work)
        items, samples, measures, broken = [], {}, {}, {}
        for item in chunk.items:
            if claim.answered(item.index):
                continue
            if self._interrupted():
                raise Abandoned
            try:
                found = self._ask(item, work)
            except AnalysisFailed as error:
                broken[item.index] = f"the text could not be analysed: {error}"
                items.append(item)
                continue
            samples[item.index] = Sample(**{name: found[name] for name in Sample.model_fields if name in found})
            measures[item.index] = packed({name: found.get(name) for name in MEASURES})
            body = item.body.model_copy(update={"source": found.get("code", "")})
            items.append(item.model_copy(update={"body": body}))
        self._store.keep_samples(chunk.job_id, measures)
        programs = chunk.model_copy(update={"items": tuple(items)})
        return replace(claim, samples=samples, broken=broken), programs

    def _ask(self, item: ChunkItem, work: SampleWork) -> dict[str, Any]:
        """What samples.taken_apart says, or for a text at which children die what samples.code_in says."""
        request = {"text": item.body.source, "levels": work.levels, "max_bytes": work.max_source_bytes}
        name = json.dumps(request)
        if len(name) > MOST_KEPT:
            return self._apart(request)
        if name not in self._known:
            self._known[name] = self._apart(request)
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        self._known.move_to_end(name)
        return self._known[name]

    def _apart(self, request: dict[str, Any]) -> dict[str, Any]:
        found = self._analyst.ask({"do": "sample", **request})
        if "how" in found:
            return found
        code = self._analyst.ask({"do": "code", **request})
        return {**code, "error": found["error"]} if "how" in code else {"refused": found["error"]}


def packed(measures: dict[str, Any]) -> bytes:
    """Compressed JSON."""
    return zlib.compress(json.dumps(measures, separators=(",", ":")).encode(), level=1)


def unpacked(data: bytes) -> dict[str, Any]:
    """What `packed` was given."""
    found: dict[str, Any] = json.loads(zlib.decompress(data))
    return found
