"""`python -m tests.fake_verifier`: the real verifier, its supervisor and workers, over tests.fakes.FakeSandbox.

The engine is away while the file `engine_away` lies in EQUIJUDGE_CACHE_DIR. Beside Python 3 there are the languages of
`versions.json` there, {name: version}.
"""

from __future__ import annotations

import json
import sys

from equijudge_verifier.__main__ import main
from equijudge_verifier.settings import Settings
from tests.fakes import FakeSandbox


def make_sandbox(settings: Settings) -> FakeSandbox:
    there = settings.cache_dir / "versions.json"
    versions = json.loads(there.read_text()) if there.exists() else {}
    return FakeSandbox(engine_away=settings.cache_dir / "engine_away", versions=versions)


if __name__ == "__main__":
    sys.exit(main((sys.executable, "-m", "tests.fake_verifier"), make_sandbox))
