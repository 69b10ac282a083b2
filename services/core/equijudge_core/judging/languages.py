"""The languages as a judge sees them: their names, how their time is measured out, how their crashes read. Pure data.

How a program is compiled and run is the sandbox's table (equijudge_sandbox.languages), entry for entry the same names.
Which of them a machine has is asked of its cells. Operators add languages by a file; see the manual, "Languages".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    name: as results say it. title: for people. aliases: what data sets, judges and file endings of others call it, in
    lower case. extensions: of files, the first is the usual one. dataset: its number in CodeContests, None for none.
    time_factor: what a problem's time limit is multiplied by; our own choice, an operator may choose another.
    exception: finds in stderr, as its only group that holds anything, the name of what ended a program (never more than
    a claim: programs write what they like); None: the runner names it. out_of_memory: such names that mean the runtime
    itself refused memory beyond the limit.
    """

    name: str
    title: str
    aliases: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    dataset: int | None = None
    time_factor: float = 1.0
    exception: re.Pattern[str] | None = None
    out_of_memory: tuple[str, ...] = ()

    def exception_in(self, stderr: bytes) -> str:
        """The name of the exception, without its module or package, at most 64 characters; '' for none."""
        if self.exception is None:
            return ""
        found = [*self.exception.finditer(stderr[-EXCERPT:].decode("utf-8", "replace"))]
        name = next(filter(None, found[-1].groups()), "") if found else ""
        return re.split(r"[.:$]+", name)[-1][:LONGEST_NAME]


EXCERPT = 16 << 10  # of stderr, looked at
LONGEST_NAME = 64

_PYTHON = re.compile(r"^([A-Za-z_][\w.]{0,127})(?::|$)", re.M | re.A)
_JAVA = re.compile(r'^Exception in thread "[^"\n]*" ([\w.$]{1,127})', re.M | re.A)
_NATIVE = re.compile(r"^terminate called after throwing an instance of '([\w:]{1,127})", re.M | re.A)
_NODE = re.compile(r"^(?:Uncaught )?([A-Z]\w{0,63}Error)\b|^FATAL ERROR: .*(heap out of memory)", re.M | re.A)
_GO = re.compile(r"^(panic|fatal error)(?:: |$)", re.M)
_RUST = re.compile(r"^thread '[^'\n]*'(?: \(\d+\))? (panicked) at", re.M)

# "python" is what judges for training harnesses call Python 3; the data set's own PYTHON, which is Python 2, is read by
# dataset_enums.
_TABLE = (
    Language("python3", "Python 3 (CPython)", ("python", "py", "py3", "cpython", "cpython3"), (".py",), 3, 3.0),
    Language("pypy3", "Python 3 (PyPy)", ("pypy",), (), None, 3.0, _PYTHON),
    Language("python2", "Python 2", ("py2", "pypy2", "cpython2"), (".py2",), 1, 3.0, _PYTHON),
    Language(
        "cpp17", "C++17 (GCC)", ("cpp", "c++", "cxx", "c++17", "gnu++17", "g++"),
        (".cpp", ".cc", ".cxx", ".c++"), 2, 1.0, _NATIVE,
    ),
    Language("cpp20", "C++20 (GCC)", ("c++20", "gnu++20"), (), None, 1.0, _NATIVE),
    Language("c", "C17 (GCC)", ("c17", "gnu17", "gcc"), (".c",), None, 1.0),
    Language("java", "Java", ("java17", "java21", "openjdk"), (".java",), 4, 2.0, _JAVA, ("OutOfMemoryError",)),
    Language(
        "javascript", "JavaScript (Node.js)", ("js", "node", "nodejs", "ecmascript"),
        (".js", ".cjs"), None, 2.0, _NODE, ("heap out of memory",),
    ),
    Language("go", "Go", ("golang", "go_test"), (".go",), None, 1.0, _GO),
    Language("rust", "Rust", ("rs", "rustc"), (".rs",), None, 1.0, _RUST),
)  # fmt: skip

LANGUAGES: Mapping[str, Language] = MappingProxyType({language.name: language for language in _TABLE})


# What the names of a program's own files begin with, in every language, and endings that only data has.
PROGRAM_STEMS = ("main", "Main", "program")
DATA_ENDINGS = ("in", "out", "txt", "dat", "ans", "inp", "input", "output", "log", "csv")


def is_program_file(name: str) -> bool:
    """Whether a file of this name may be a program's own, its source or what is compiled from it, in some language: a
    problem's input or output file must not lie over it."""
    stem, _, ending = name.partition(".")
    return stem in PROGRAM_STEMS and ending not in DATA_ENDINGS


def find_language(name: str, languages: Iterable[Language] = _TABLE) -> Language | None:
    """The language of this name or alias, in any case; None for none."""
    wanted = name.strip().lower()
    return next((each for each in languages if wanted == each.name or wanted in each.aliases), None)
