"""What the tag of a fence says, for each language that may be wanted; and what quotes a fence in its programs.

A table, by the names of judging.languages. A language that is not in it is known by its own name alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

PYTHON_NAMES = re.compile(r".*python.*|[ci]?py(?:py)?[\d.]*k?|pycon\d?|.*\.py|micropython|sage(?:math)?", re.IGNORECASE)

_PYTHON_QUOTE = re.compile(r"[\\#\"']")
_PYTHON_QUOTED = re.compile(
    r"\\(?:\r\n|[\s\S])"
    r"|#[^\r\n]*"
    r'|"""[^\\"]*+(?:(?:\\[\s\S]|"(?!""))[^\\"]*+)*+"""'
    r"|'''[^\\']*+(?:(?:\\[\s\S]|'(?!''))[^\\']*+)*+'''"
    r'|"(?!"")(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*+"'
    r"|'(?!'')(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*+'"
)
_OTHER_QUOTE = re.compile(r"[\\/\"']")
_COMMENTS = r"\\(?:\r\n|[\s\S])|//[^\r\n]*|/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/"
_OTHER_QUOTED = re.compile(
    rf"{_COMMENTS}"
    r'|"""[^\\"]*+(?:(?:\\[\s\S]|"(?!""))[^\\"]*+)*+"""'
    r'|"(?!"")(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*+"'
    r"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*+'"
)
_RUST_QUOTED = re.compile(rf"{_COMMENTS}" r'|"(?:[^"\\]|\\[\s\S])*+"' r"|'(?:[^'\\\r\n]|\\[^\r\n])'")


@dataclass(frozen=True, slots=True)
class Tags:
    """One language. `title`: as reasons call it. `wanted`: its names.

    `foreign`: names that mean another language wherever they stand. `quote` finds what may begin a string or a comment,
    `quoted` reads it to its end.
    """

    title: str
    wanted: re.Pattern[str]
    foreign: re.Pattern[str] | None = PYTHON_NAMES
    quote: re.Pattern[str] = _OTHER_QUOTE
    quoted: re.Pattern[str] = _OTHER_QUOTED


def _names(title: str, pattern: str, quoted: re.Pattern[str] = _OTHER_QUOTED) -> Tags:
    return Tags(title, re.compile(pattern, re.IGNORECASE), quoted=quoted)


PYTHON_TAGS = Tags("Python", PYTHON_NAMES, None, _PYTHON_QUOTE, _PYTHON_QUOTED)
_CPP_TAGS = _names(
    "C++", r"(?:gnu)?c(?:\+\+|pp|xx|plusplus)\d?\w?|c-\+\+|cc|hpp|hh|g\+\+|gnu\+\+\d\w|.*\.(?:cpp|cc|cxx|c\+\+|hpp)"
)

_TAGS: Mapping[str, Tags] = MappingProxyType(
    {
        "python3": PYTHON_TAGS,
        "pypy3": PYTHON_TAGS,
        "python2": replace(PYTHON_TAGS, title="Python 2"),
        "cpp17": _CPP_TAGS,
        "cpp20": _CPP_TAGS,
        "c": _names("C", r"c|c\d\d|ansi-?c|gnu\d\d|gcc|h|.*\.[ch]"),
        "java": _names("Java", r"java[\d.]*|jdk[\d.]*|openjdk[\d.]*|.*\.java"),
        "javascript": _names(
            "JavaScript", r"js|jsx|mjs|cjs|javascript\d?|ecmascript\d*|es\d+|node(?:js|\.js)?\d*|.*\.[mc]?js"
        ),
        "go": _names("Go", r"go(?:lang)?[\d.]*|.*\.go"),
        "rust": _names("Rust", r"rust\d*|rs|rustc|.*\.rs", _RUST_QUOTED),
    }
)


def find_tags(language: str) -> Tags:
    """What tags say where this language is wanted."""
    return _TAGS.get(language) or _names(language, re.escape(language))
