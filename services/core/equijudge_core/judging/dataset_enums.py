"""The data set's enums: two numberings in, names inside.

The protocol buffer skips numbers (source 5, difficulty 18); the Hugging Face rows number the same names
contiguously. So ATCODER is 6 in one and 5 in the other. Names are stored, and rows are written back in
the Hugging Face numbering. Languages have the same numbers in both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Numbering = Literal["hf", "proto"]

# In the Hugging Face order: the position is the number.
SOURCES = ("UNKNOWN_SOURCE", "CODECHEF", "CODEFORCES", "HACKEREARTH", "CODEJAM", "ATCODER", "AIZU")
GRADES = ("UNKNOWN_DIFFICULTY", "EASY", "MEDIUM", "HARD", "HARDER", "HARDEST", "EXTERNAL")
DIFFICULTIES = (*GRADES, *"ABCDEFGHIJKLMNOPQRSTUV")

# The judge's names, the `language` of a candidate. The data set calls Python 2 just PYTHON.
LANGUAGES = ("unknown", "python2", "cpp", "python3", "java")
DATASET_LANGUAGES = ("UNKNOWN_LANGUAGE", "PYTHON", "CPP", "PYTHON3", "JAVA")


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
