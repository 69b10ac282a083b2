"""The errors of this package: no cell can be had, or a cell was lost under a candidate.

SandboxError
 ├─ SandboxUnavailable   the driver cannot give its isolation or reach its engine: reason and remedy in the text
 ├─ LanguageMissing      the cells do not have what a language takes: the reason in the text
 ├─ CellLost             the cell died or went silent while a candidate was in it; may be the candidate's doing
 ├─ InteractorLost       the same of the interactor's cell, which is never the candidate's doing
 ├─ GivenUp              a CellLost on purpose: nobody waits for the candidate
 └─ BadReport            bytes came out of the cell that no honest runner sends
"""

from __future__ import annotations


class SandboxError(Exception):
    """Base of all errors of this package. A failing program is an Outcome, never an error."""


class SandboxUnavailable(SandboxError):
    """No cell can be had: the engine is away or the isolation cannot be given. The text names the remedy."""


class LanguageMissing(SandboxError):
    """The cells do not have what this language takes. The text says what, for whoever set them up."""


class CellLost(SandboxError):
    """The cell ended or fell silent under a candidate. `oom_killed`: an out-of-memory kill was seen."""

    def __init__(self, reason: str, *, oom_killed: bool = False) -> None:
        super().__init__(reason)
        self.oom_killed = oom_killed


class GivenUp(CellLost):
    """Nobody waits for the candidate any more; its cell was ended in the middle of it."""


class BadReport(CellLost):
    """The cell sent bytes outside the protocol: it is taken for captured, and treated as lost."""


class InteractorLost(SandboxError):
    """The cell of the program that a candidate talks to ended or fell silent."""
