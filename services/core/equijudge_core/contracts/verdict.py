"""The verdicts of the field, as names. judging/decisions.py says when each is given, and with which reason."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a candidate. IE is always the judge's fault and is never scored.

    The judge gives all of them but REJ, which an outcome-only key is told in place of a kind that is not for it.
    """

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RE = "RE"
    CE = "CE"
    IE = "IE"
    REJ = "REJ"


JUDGED = tuple(verdict for verdict in Verdict if verdict is not Verdict.REJ)
"""What the judge gives, what is stored and counted."""
