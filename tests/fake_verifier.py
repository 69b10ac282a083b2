"""`python -m tests.fake_verifier`: the real verifier, its supervisor and workers, over tests.fakes.FakeSandbox.

The engine is away while the file `engine_away` lies in EQUIJUDGE_CACHE_DIR.
"""

from __future__ import annotations

import sys

from equijudge_verifier.__main__ import main
from equijudge_verifier.settings import Settings
from tests.fakes import FakeSandbox


def make_sandbox(settings: Settings) -> FakeSandbox:
    return FakeSandbox(engine_away=settings.cache_dir / "engine_away")


if __name__ == "__main__":
    sys.exit(main((sys.executable, "-m", "tests.fake_verifier"), make_sandbox))
