"""Which attacks are to run."""

from __future__ import annotations

from dataclasses import dataclass

from equijudge_selftest.old_numbers import SECTIONS
from equijudge_selftest.topics import Selectable, Topic


@dataclass(frozen=True, slots=True)
class Selection:
    """All attacks, unless a field says otherwise. `section` and `row` are deprecated: see old_numbers.py."""

    topic: Topic | None = None
    slug: str | None = None
    section: int | None = None
    row: str | None = None

    def has(self, attack: Selectable) -> bool:
        """Whether the attack is to run."""
        return (
            self.topic in (None, attack.topic)
            and self.slug in (None, attack.slug)
            and self.section in (None, SECTIONS[attack.topic])
            and self.row in (None, attack.row)
        )

    def arguments(self) -> list[str]:
        """The options of `python -m equijudge_selftest` that select the same."""
        return [word for option, value in self._options() for word in (option, str(value))]

    def __str__(self) -> str:
        return ", ".join(f"{option} {value}" for option, value in self._options()) or "everything"

    def _options(self) -> list[tuple[str, object]]:
        options = {"--topic": self.topic, "--attack": self.slug, "--section": self.section, "--row": self.row}
        return [(option, value) for option, value in options.items() if value is not None]
