"""The scores of units as files that can be committed: one JSON file each, no weights, read on any machine.

    SCORES/UNIT.json

A file counts for a unit as long as its facts and the signature's version are the wanted ones; versions of code and
libraries are kept in it and told, but another version alone makes nothing again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from equijudge.cli.console import note
from equijudge_core.signature import VERSION as SIGNATURE_VERSION
from equijudge_lab.files import read_json, write_json

_DIGITS = 16


def facts_key(facts: Mapping[str, Any]) -> str:
    """A hash of a unit's facts and of the signature's version."""
    text = json.dumps([SIGNATURE_VERSION, facts], sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class UnitFiles:
    """The files of a run."""

    folder: Path

    def path(self, name: str) -> Path:
        """Where a unit's scores are."""
        return self.folder / f"{name}.json"

    def read(self, name: str, facts: Mapping[str, Any]) -> dict[str, Any] | None:
        """Read a unit's scores; None where there are none, or other facts made them, which is noted."""
        path = self.path(name)
        if not path.is_file():
            return None
        found: dict[str, Any] = read_json(path)
        if found["key"] == facts_key(facts):
            return found
        note(f"{path}: made by another design or signature; it is made again")
        return None

    def write(self, name: str, scores: Mapping[str, Any], made: Mapping[str, Any]) -> None:
        """Keep a unit's scores. made: when, where, with which versions, how long it took."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_json(self.path(name), {"key": facts_key(scores["facts"]), "made": made, **scores}, indent=None)
