"""One text of a model, taken apart: its code, its ids, what the text metrics count. Pure; to be run in a child.

What parses at all is decided by `parsing.parse`, whose limits are counted, so that every machine finds the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from equijudge_core.analysis import sameness
from equijudge_core.analysis.sameness import PYTHON3
from equijudge_core.judging.cache_key import source_hash
from equijudge_core.programs.code_extraction import extract
from equijudge_core.programs.lexing.forms import tokens_of
from equijudge_core.programs.normalize import Level
from equijudge_core.programs.parsing import Unparseable
from equijudge_core.scores.measures import Measures, measure, words


def analyze_sample(
    text: str,
    levels: Sequence[str],
    max_bytes: int,
    language: str = PYTHON3,
    *,
    measured: bool = True,
    called: str = "",
) -> dict[str, Any]:
    """Find the fields of contracts.verify.Sample, `code` and, where wanted, those of scores.measures.Measures.

    Without code there are only `how` and `refused`; code that does not parse has `error`, no clusters and, of the
    levels, only `text`. Raises only MemoryError.
    """
    found = extract_code(text, max_bytes, language, called)
    return found if "code" not in found else _analyze(found, levels, max_bytes, language, measured=measured)


def analyze_program(
    code: str, levels: Sequence[str], max_bytes: int, language: str = PYTHON3, *, measured: bool = True
) -> dict[str, Any]:
    """Find for a text that is a program as it stands what analyze_sample finds for one that holds a program."""
    found = {"how": "program", "code": code, "source_sha256": source_hash(code)}
    return _analyze(found, levels, max_bytes, language, measured=measured)


def _analyze(
    found: dict[str, str], levels: Sequence[str], max_bytes: int, language: str, *, measured: bool
) -> dict[str, Any]:
    code = found["code"]
    normal = {
        str(level): sameness.normal_form(code, Level(level), language, max_bytes) for level in dict.fromkeys(levels)
    }
    return {
        **found,
        "unique": {level: form.key for level, form in normal.items() if form.error is None},
        **cluster_ids(code, max_bytes, language),
        **(_measures(code, language, max_bytes) if measured else {}),
    }


def extract_code(text: str, max_bytes: int, language: str = PYTHON3, called: str = "") -> dict[str, str]:
    """Take the code out of a text: `how`, with `code` and `source_sha256`, or with `refused`. `called`: the function
    that is to be called. Never raises."""
    found = extract(text, max_bytes, language, called)
    if found.code is None:
        return {"how": str(found.how), "refused": found.detail}
    return {"how": str(found.how), "code": found.code, "source_sha256": source_hash(found.code)}


def _measures(code: str, language: str, max_bytes: int) -> dict[str, Any]:
    """What the text metrics count; of what is read as tokens alone, no subtrees."""
    if sameness.is_read_as_python(code, language, max_bytes):
        found = measure(code)
    else:
        found = Measures(tuple(token.text for token in tokens_of(code, language)), words(code), None)
    return {"tokens": found.tokens, "words": found.words, "subtrees": found.subtrees}


def cluster_ids(code: str, max_bytes: int, language: str = PYTHON3) -> dict[str, str]:
    """`coarse` and `fine`, or `error`: code that is too large to analyse has one too."""
    try:
        found = sameness.cluster_ids(code, language, max_bytes)
    except Unparseable as error:
        return {"error": error.problem}
    except (RecursionError, MemoryError) as error:
        return {"error": f"too large to analyse: {type(error).__name__}"}
    return {"coarse": found.coarse, "fine": found.fine}
