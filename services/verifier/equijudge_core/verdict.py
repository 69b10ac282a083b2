"""The verdicts of the field."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What is said of a candidate. IE is always the judge's fault and is never scored."""

    AC = "AC"
    WA = "WA"
    TLE = "TLE"
    MLE = "MLE"
    OLE = "OLE"
    RE = "RE"
    CE = "CE"
    IE = "IE"
