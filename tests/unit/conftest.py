"""Property tests here are the same in every run, and never fail for being slow."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("equijudge", deadline=None, derandomize=True, max_examples=50, database=None)
settings.load_profile("equijudge")
