"""Chunks of a model's texts, or of programs whose algorithm is wanted: analysed first, then judged like any other.

Strangers' text is parsed in the analysis child alone, never here.
"""

from __future__ import annotations

import json
import zlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

from equijudge_analysis import AnalysisFailed, Analyst
from equijudge_core.contracts.chunks import AnalysisOptions, ChunkItem, GenerationsChunk
from equijudge_core.contracts.verify import Form, Sample
from equijudge_core.programs.lexing.grammars import find_grammar
from equijudge_verifier.chunks.candidate_judge import CandidateJudge
from equijudge_verifier.chunks.results import CandidateSource
from equijudge_verifier.chunks.verify import judge_items
from equijudge_verifier.judge.judge import Abandoned
from equijudge_verifier.worker.session import ChunkSession

KEPT, MOST_KEPT = 512, 16 << 10  # answers, and characters of a text whose answer is kept
MEASURES = ("tokens", "words", "subtrees")


class GenerationsHandler:
    """See ChunkHandler. Between two texts it gives way like between two candidates."""

    def __init__(self, analyst: Analyst) -> None:
        self._extractor = ProgramExtractor(analyst)

    def handle(self, session: ChunkSession, chunk: GenerationsChunk) -> None:
        """Find the chunk's programs, put aside what its closing chunk needs, and judge them. Raise Abandoned."""
        judge = CandidateJudge(session)
        items: list[CandidateSource] = []
        measures: dict[int, bytes] = {}
        is_whole = True
        for item in chunk.items:
            if session.claim.is_answered(item.index):
                continue
            session.raise_if_stopped()
            if items and session.time_slice.is_over():
                is_whole = False
                break
            problem = session.slot.problems.get(item.problem_id)
            called = problem.calls.name if problem is not None and problem.calls is not None else ""
            source, found = self._extractor.extract(item, chunk.analysis, called)
            items.append(source)
            if source.sample is not None and chunk.analysis.scored:
                measures[item.index] = pack_measures(measures_of(item, found))
        session.slot.store.keep_samples(chunk.job_id, measures)
        judge_items(judge, items, chunk.options)
        if not is_whole:
            raise Abandoned


class ProgramExtractor:
    """Takes programs out of texts. Models repeat themselves: the last answers are kept."""

    def __init__(self, analyst: Analyst) -> None:
        self._analyst = analyst
        self._answers: OrderedDict[str, dict[str, Any]] = OrderedDict()

    def extract(
        self, item: ChunkItem, options: AnalysisOptions, called: str = ""
    ) -> tuple[CandidateSource, Mapping[str, Any]]:
        """The candidate with code in place of its text, and all that the analysis says of it. called: the function that
        is to be called."""
        if item.body.form is Form.PROGRAM and not options.clusters:
            return CandidateSource(item), {}
        try:
            found = self._analyse(item, options, called)
        except AnalysisFailed as error:
            return CandidateSource(item, fault=f"the text could not be analysed: {error}"), {}
        sample = Sample(**{name: found[name] for name in Sample.model_fields if name in found})
        return CandidateSource(as_program(item, found), sample), found

    def _analyse(self, item: ChunkItem, options: AnalysisOptions, called: str) -> dict[str, Any]:
        """Ask for what is wanted of a text or a program; no more is computed than that."""
        source, limit = item.body.source, options.max_source_bytes
        asked = {"language": item.body.language, "max_bytes": limit, **({"called": called} if called else {})}
        is_text = item.body.form is Form.TEXT
        if options.scored or (is_text and options.clusters):
            sample = {"do": "sample", "text": source, "levels": options.levels, "measured": options.scored}
            if not is_text:
                return self._ask_once({**sample, **asked, "program": True}, self._analyst.ask)
            return self._ask_once({**sample, **asked}, self._ask_for_sample)
        if is_text:
            return self._ask_once({"do": "code", "text": source, **asked}, self._ask_for_code)
        return self._ask_once({"do": "clusters", "code": source, **asked}, self._analyst.ask)

    def _ask_once(self, request: dict[str, Any], ask: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
        name = json.dumps(request)
        if len(name) > MOST_KEPT:
            return ask(request)
        if name not in self._answers:
            self._answers[name] = ask(request)
            if len(self._answers) > KEPT:
                self._answers.popitem(last=False)
        self._answers.move_to_end(name)
        return self._answers[name]

    def _ask_for_sample(self, request: dict[str, Any]) -> dict[str, Any]:
        """What samples.analyze_sample says, or for a text at which children die what samples.extract_code says."""
        found = self._analyst.ask(request)
        return found if "how" in found else {**self._ask_for_code({**request, "do": "code"}), "error": found["error"]}

    def _ask_for_code(self, request: dict[str, Any]) -> dict[str, Any]:
        """What samples.extract_code says; a text at which children die even so is refused."""
        code = self._analyst.ask(request)
        return code if "how" in code else {"refused": code["error"]}


def as_program(item: ChunkItem, found: Mapping[str, Any]) -> ChunkItem:
    """The item with the code that was found in its text; a program stays as it is."""
    if item.body.form is Form.PROGRAM:
        return item
    body = item.body.model_copy(update={"source": found.get("code", ""), "form": Form.PROGRAM})
    return item.model_copy(update={"body": body})


def measures_of(item: ChunkItem, found: Mapping[str, Any]) -> dict[str, Any]:
    """What the closing chunk wants to know of a text; `treeless` of those in a language without syntax trees here."""
    treeless = {} if find_grammar(item.body.language).reads_as_python else {"treeless": True}
    return {name: found.get(name) for name in MEASURES} | treeless


def pack_measures(measures: dict[str, Any]) -> bytes:
    """Measures as they are put aside: compressed JSON."""
    return zlib.compress(json.dumps(measures, separators=(",", ":")).encode(), level=1)


def unpack_measures(data: bytes) -> dict[str, Any]:
    """The measures again."""
    found: dict[str, Any] = json.loads(zlib.decompress(data))
    return found
