"""What every contract is: frozen, strict about its fields, and of text that can be sent."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Contract(BaseModel):
    """Frozen, and a field that nobody knows is an error: a misspelt option must not be ignored.

    A text that is no Unicode is an error too, named like any other: pydantic looks at a text only where it has a bound,
    so every text has one that every text keeps. See unicode_text.py.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_min_length=0)
