"""Which languages a worker's cells have: asked of them one after the other, and announced when all are known.

To ask for one is to compile and run a program in it, which may take a second or more. So it is done between chunks, and
no chunk waits for more than one of them; a candidate in a language that was not asked for yet asks itself. What is
missing is asked for again from time to time: the driver remembers what it lacks, and looks again after an accident.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from equijudge_core.judging.languages import Language
from equijudge_sandbox.errors import LanguageMissing, SandboxUnavailable

log = logging.getLogger(__name__)
LONGEST_REASON = 300  # characters; it is said with every heartbeat, and read with every request
TRIES = 3  # of a language that cannot even be asked for
NOT_YET = None  # what is announced of languages until all are known


class LanguageSurvey:
    """Asks for the languages of these names. `version` gives that of one, or raises LanguageMissing or
    SandboxUnavailable."""

    def __init__(self, names: Sequence[str], version: Callable[[str], str]) -> None:
        self._left, self._version, self._failures = list(names), version, 0
        self.there: dict[str, str] = {}
        self.missing: dict[str, str] = {}

    def is_done(self) -> bool:
        """Whether all are known."""
        return not self._left

    def ask_again(self) -> None:
        """Ask for what is missing once more, when all others are known."""
        self._left = self._left or list(self.missing)

    def ask_next(self) -> None:
        """Ask for the next one. Raise SandboxUnavailable TRIES times; until then it is still the next one."""
        name = self._left[0]
        try:
            self.there[name] = self._version(name)
            self.missing.pop(name, None)
        except LanguageMissing as reason:
            self._miss(name, str(reason))
        except SandboxUnavailable as reason:
            self._failures += 1
            if self._failures < TRIES:
                raise
            self._miss(name, str(reason))
        self._failures = 0
        del self._left[0]

    def _miss(self, name: str, reason: str) -> None:
        reason = reason if len(reason) <= LONGEST_REASON else reason[:LONGEST_REASON] + "…"
        if self.missing.get(name) != reason:
            log.info("%s is not there: %s", name, reason)
        self.missing[name] = reason

    def facts(self, own: Mapping[str, Language]) -> dict[str, Any]:
        """What is announced. `own`: the operator's languages, which the API does not know; see
        equijudge_api.planning.languages."""
        return {"there": self.there, "missing": self.missing, "added": [describe(each) for each in own.values()]}


def describe(language: Language) -> dict[str, Any]:
    """What the API is told of an operator's language."""
    return {
        "name": language.name,
        "title": language.title,
        "aliases": list(language.aliases),
        "extensions": list(language.extensions),
        "time_factor": language.time_factor,
    }
