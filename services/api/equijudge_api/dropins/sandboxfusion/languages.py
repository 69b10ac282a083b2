"""SandboxFusion's languages and modes as ours. Pure.

A name that is not among its own may be any of ours, by any of its names.
"""

from __future__ import annotations

from equijudge_api.http.problem_details import Refusal
from equijudge_api.planning.languages import FleetLanguages
from equijudge_core.contracts.errors import FieldError

OURS = {
    "python": "python3",
    "python2": "python2",
    "cpp": "cpp17",
    "nodejs": "javascript",
    "go": "go",
    "java": "java",
    "rust": "rust",
}
# What runs a test framework of its own over the code, or wants a device that no cell has.
MODES = ("go_test", "pytest", "junit", "jest", "gtest", "D_ut", "react", "cuda", "python_gpu")
OTHERS = (
    *("php", "csharp", "bash", "typescript", "sql", "lua", "R", "perl", "ruby", "scala", "julia", "kotlin_script"),
    *("verilog", "lean", "swift", "racket"),
)
# Those of its languages, and of ours, that have no compile step there.
INTERPRETED = frozenset(
    {
        *(
            "python3",
            "python2",
            "pypy3",
            "javascript",
            "php",
            "csharp",
            "bash",
            "typescript",
            "sql",
            "lua",
            "r",
            "perl",
        ),
        *("ruby", "julia", "racket"),
    }
)
TAGS = {"python3": "python", "pypy3": "python", "python2": "python", "cpp17": "cpp", "cpp20": "cpp"}
TAGS |= {"javascript": "nodejs"}
COMPILED_THERE = ("cpp17", "cpp20", "c", "go", "java")  # a submission's program has 10 s, that of others 20 s


def find_language(name: str, languages: FleetLanguages, field: str = "language") -> str:
    """The name that we have for a language. Raise Refusal: 400 where it cannot be run here, with the reason; 422 where
    nobody knows it."""
    if name in MODES:
        told = FieldError(field=field, problem=f"{name} cannot be run here, only programs can", limit=_known(languages))
        raise Refusal(400, "this mode is not there", [told])
    found = OURS.get(name) or languages.canonical(name)
    fault = languages.error(found, field)
    if fault is None:
        return found
    if found in languages.table:
        raise Refusal(400, "this language is not there", [fault.model_copy(update={"limit": _known(languages)})])
    if name in OTHERS:
        told = FieldError(field=field, problem=f"no worker has {name}", limit=_known(languages))
        raise Refusal(400, "this language is not there", [told])
    raise Refusal(422, "the request is not valid", [fault.model_copy(update={"limit": _known(languages)})])


def is_interpreted(language: str) -> bool:
    """Whether a language of ours has no compile step there: its syntax errors are told by the run."""
    return language.lower() in INTERPRETED


def _known(languages: FleetLanguages) -> str:
    """The languages that are there, as a request names them."""
    theirs = {found: name for name, found in OURS.items()}
    there = languages.table if languages.versions is None else languages.versions
    return f"one of {', '.join(theirs.get(name, name) for name in there)}"
