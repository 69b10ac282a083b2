"""One request per line in, one answer per line out: the analysis of strangers' sources, to be run in a child process.

`python -m equijudge_core.analysis.child` reads JSON lines `{"do": "signature" | "normalize" | …}` from its
standard input and answers each with a JSON line, the first line being `{"ready": true}`. It opens nothing. The limits
of the process are set by whoever starts it (`equijudge_analysis`).

    signature   code                 → version, coarse, fine, features, fine_features; of a normal form no features
    canonical   code                 → code: the form that the rules of signatures see
    normalize   code, level          → level, key, text
    explain     a, b                 → same, same_fine, common, only_a, only_b
    sample      text, levels         → what samples.analyze_sample says, without measures where `measured` is false;
                                       with `program` the text is one as it stands
    code        text                 → what samples.extract_code says
    clusters    code                 → what samples.cluster_ids says

`called` beside a text: the function that is to be called. `language` may stand in all but `canonical` and `explain`,
which are Python 3's. Any of them answers `{"error": reason}` for a source that cannot be analysed.
"""

from __future__ import annotations

import encodings.unicode_escape  # ast.unparse wants it for f-strings, when nothing can be opened any more
import json
import sys
import unicodedata  # the compiler wants it for names beyond ASCII
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, TextIO

from equijudge_core.analysis import sameness
from equijudge_core.analysis.samples import analyze_program, analyze_sample, cluster_ids, extract_code
from equijudge_core.programs.canonical import canonical_source
from equijudge_core.programs.normalize import Level
from equijudge_core.programs.parsing import MAX_SOURCE_BYTES, Unparseable
from equijudge_core.signature import signature
from equijudge_core.signature.explain import explain

__all__ = ["answer", "encodings", "serve", "unicodedata"]

Answer = dict[str, Any]


def answer(request: Answer) -> Answer:
    """Answer one request. Raises KeyError for an unknown `do` or a missing field: the caller's bug."""
    try:
        return _ANSWERS[request["do"]](request)
    except Unparseable as error:
        return {"error": error.problem}
    except (RecursionError, MemoryError) as error:
        return {"error": f"too large to analyse: {type(error).__name__}"}


def serve(requests: TextIO, answers: TextIO) -> None:
    """Answer until the input ends."""
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in requests:
        print(json.dumps(answer(json.loads(line))), file=answers, flush=True)


def _signature(request: Answer) -> Answer:
    found = sameness.cluster_ids(request["code"], *_language_and_limit(request))
    return {
        "version": found.version,
        "coarse": found.coarse,
        "fine": found.fine,
        "features": list(found.coarse_features),
        "fine_features": list(found.fine_features),
    }


def _canonical(request: Answer) -> Answer:
    return {"code": canonical_source(request["code"], request.get("max_bytes", MAX_SOURCE_BYTES))}


def _normalize(request: Answer) -> Answer:
    return asdict(sameness.normal_form(request["code"], Level(request["level"]), *_language_and_limit(request)))


def _explain(request: Answer) -> Answer:
    limit = request.get("max_bytes", MAX_SOURCE_BYTES)
    a, b = signature(request["a"], limit), signature(request["b"], limit)
    return {
        **asdict(explain(a, b)),
        "a": {"coarse": a.coarse, "features": list(a.coarse_features)},
        "b": {"coarse": b.coarse, "features": list(b.coarse_features)},
    }


def _sample(request: Answer) -> Answer:
    language, limit = _language_and_limit(request)
    asked, measured = (request["text"], request["levels"], limit, language), request.get("measured", True)
    if request.get("program", False):
        return analyze_program(*asked, measured=measured)
    return analyze_sample(*asked, measured=measured, called=request.get("called", ""))


def _code(request: Answer) -> Answer:
    language, limit = _language_and_limit(request)
    return {**extract_code(request["text"], limit, language, request.get("called", ""))}


def _clusters(request: Answer) -> Answer:
    language, limit = _language_and_limit(request)
    return {**cluster_ids(request["code"], limit, language)}


def _language_and_limit(request: Answer) -> tuple[str, int]:
    return request.get("language", sameness.PYTHON3), request.get("max_bytes", MAX_SOURCE_BYTES)


_ANSWERS: dict[str, Callable[[Answer], Answer]] = {
    "signature": _signature,
    "canonical": _canonical,
    "normalize": _normalize,
    "explain": _explain,
    "sample": _sample,
    "code": _code,
    "clusters": _clusters,
}


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
