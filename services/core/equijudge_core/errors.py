"""The errors of the core.

EquijudgeError
 ├─ BadInput         what a caller sent is wrong; carries one FieldError per fault; the API answers 422
 │   └─ BadProblem   a row that is no problem: no tests, unequal counts, wrong types, absurd limits
 │       └─ UnsupportedProblem   it is one, and asks for what cannot be done here; says for what
 ├─ Unparseable      a source that cannot be analysed (programs/parsing.py)
 └─ IncompleteRun    fewer tests were judged than a verdict needs: our fault, becomes IE and never AC

A failing program is a verdict, never an error.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # analysis children load the standard library only
    from equijudge_core.contracts.errors import FieldError


class EquijudgeError(Exception):
    """Base of every error that equijudge raises on purpose."""


class BadInput(EquijudgeError):
    """The caller's fault. `errors` names each field, what is wrong with it, and the limit."""

    def __init__(self, errors: Sequence[FieldError]) -> None:
        self.errors = list(errors)
        super().__init__("; ".join(f"{e.field}: {e.problem}" for e in self.errors))


class BadProblem(BadInput):
    """A row that is not a problem in the CodeContests schema."""


class UnsupportedProblem(BadProblem):
    """A problem in a known format that asks for what cannot be done here. `errors` names the field, and what it asks
    for: it is nobody's mistake."""


class IncompleteRun(EquijudgeError):
    """Tests are missing from a run in which none failed: no verdict can be given, least of all AC."""
