"""The data set's enums: two numberings in, names inside.

The protocol buffer skips numbers (source 5, difficulty 18); the Hugging Face rows number the same names
contiguously. So ATCODER is 6 in one and 5 in the other. Names are stored, and rows are written back in
the Hugging Face numbering. Languages have the same numbers in both, and here the names of judging/languages.py; one
that the data set does not have is written as its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from equijudge_core.judging.languages import LANGUAGES, find_language

Numbering = Literal["hf", "proto"]

# In the Hugging Face order: the position is the number.
SOURCES = ("UNKNOWN_SOURCE", "CODECHEF", "CODEFORCES", "HACKEREARTH", "CODEJAM", "ATCODER", "AIZU")
GRADES = ("UNKNOWN_DIFFICULTY", "EASY", "MEDIUM", "HARD", "HARDER", "HARDEST", "EXTERNAL")
DIFFICULTIES = (*GRADES, *"ABCDEFGHIJKLMNOPQRSTUV")

# The data set's own words, by number. PYTHON is Python 2, and so goes before the alias "python", which is Python 3.
LANGUAGE_WORDS = ("UNKNOWN_LANGUAGE", "PYTHON", "CPP", "PYTHON3", "JAVA")
UNKNOWN_LANGUAGE = "unknown"  # the judge's name for number 0
_LANGUAGE_NUMBERS: Mapping[str, int] = {
    UNKNOWN_LANGUAGE: 0,
    **{language.name: language.dataset for language in LANGUAGES.values() if language.dataset is not None},
}
_LANGUAGES_BY_NUMBER = {number: name for name, number in _LANGUAGE_NUMBERS.items()}


def _skipping(names: tuple[str, ...], reserved: int) -> dict[int, str]:
    return {number + (number >= reserved): name for number, name in enumerate(names)}


SOURCE_NAMES: Mapping[Numbering, Mapping[int, str]] = {
    "hf": dict(enumerate(SOURCES)),
    "proto": _skipping(SOURCES, reserved=5),
}
DIFFICULTY_NAMES: Mapping[Numbering, Mapping[int, str]] = {
    "hf": dict(enumerate(DIFFICULTIES)),
    "proto": _skipping(DIFFICULTIES, reserved=18),
}


def read_language(value: object) -> str | None:
    """The judge's name of a language that a row names by number, by the data set's word, or by any name or alias of
    judging/languages.py. None: there is none."""
    if type(value) is int:
        return _LANGUAGES_BY_NUMBER.get(value)
    if not isinstance(value, str):
        return None
    if value in LANGUAGE_WORDS:
        return _LANGUAGES_BY_NUMBER[LANGUAGE_WORDS.index(value)]
    if value == UNKNOWN_LANGUAGE:
        return UNKNOWN_LANGUAGE
    found = find_language(value)
    return found.name if found else None


def write_language(name: str) -> int | str:
    """What read_language reads back as this name: the number, if there is one."""
    return _LANGUAGE_NUMBERS.get(name, name)


def infer_numbering(source: object, difficulty: object) -> Numbering | None:
    """The numbering that alone explains both numbers; None where both or neither do.

    Decidable: source 5 (hf only), 7 (proto only), difficulty 18 (hf only), 29 (proto only).
    """
    fits = [
        numbering
        for numbering in SOURCE_NAMES
        if _known(source, SOURCE_NAMES[numbering]) and _known(difficulty, DIFFICULTY_NAMES[numbering])
    ]
    return fits[0] if len(fits) == 1 else None


def _known(value: object, names: Mapping[int, str]) -> bool:
    return not isinstance(value, int) or value in names
