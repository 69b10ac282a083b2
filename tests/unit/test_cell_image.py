"""Which CPython the images come with when nothing else is said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = ("docker-compose.yml", "sandbox/Dockerfile", *(f"services/{name}/Dockerfile" for name in ("api", "verifier")))


@pytest.mark.parametrize("file", [*FILES, "services/trainer/Dockerfile"])
def test_the_default_is_the_last_that_recurses_through_c_code(file: str) -> None:
    """3.12 and later refuse programs that are right under 3.11, see docs/verdicts.md."""
    assert set(re.findall(r"python:[\w.-]+", (ROOT / file).read_text())) == {"python:3.11-slim-bookworm"}
