"""What is installed from the wheel is all that the services read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

from equijudge_queue import lua_scripts

ROOT = Path(__file__).parents[2]


def test_the_queues_scripts_are_in_the_wheel(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.endswith(".lua")}
    folder = Path(lua_scripts.__file__).parent
    assert packed == {str(path.relative_to(folder.parent)) for path in folder.rglob("*.lua")}
    assert len(packed) > 20
