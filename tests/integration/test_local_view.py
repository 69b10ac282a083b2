"""What a local cell shows of this machine: /usr, toolchains by their own folders, of /etc what runtimes read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from equijudge_sandbox.artefacts import ArtefactSettings
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from tests.cells import CACHE, read_output

OF_ETC = ("alternatives", "java", "ld.so.cache", "ld.so.conf")  # as far as the machine has them
LIST = (
    "import json, os, sys\nprint(json.dumps({place: sorted(os.listdir(place)) for place in sys.stdin.read().split()}))"
)
# Nothing of the kernel's is walked through: it is not the machine's. Links are not followed.
WALK = """
import json, os, sys
found = []
for folder, folders, files in os.walk("/"):
    folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/proc", "/usr", "/sys", "/dev")]
    found += [os.path.join(folder, name) for name in files]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that nobody else may enter, with diaries, and a toolchain among its neighbours."""
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    for place in ("diary.txt", "tools/diary.txt", "tools/node-20/README", ".ssh/diary.txt"):
        (home / place).parent.mkdir(parents=True, exist_ok=True)
        (home / place).write_text("dear diary")
    (home / "tools/node-20/bin").mkdir()
    shutil.copy("/usr/bin/true", home / "tools/node-20/bin/node")
    return home


@pytest.fixture(scope="module")
def sandbox(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    folder = tmp_path_factory.mktemp("cells")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HOME", str(home))
        patched.setenv("PATH", f"{home}/tools/node-20/bin{os.pathsep}{os.environ['PATH']}")
        settings = LocalSettings(cache_dir=CACHE, lock_dir=folder / "locks", artefacts=ArtefactSettings())
        made = LocalSandbox(settings)
    yield made
    made.close()


def names_in(sandbox: Sandbox, *places: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(read_output(sandbox, LIST, " ".join(places).encode()))
    return found


def test_a_toolchain_in_a_home_is_all_that_is_seen_of_the_home(sandbox: Sandbox, home: Path) -> None:
    files = json.loads(read_output(sandbox, WALK))
    assert [each for each in files if each.endswith("diary.txt") or str(home) in each] == []
    assert {each for each in files if each.startswith("/opt/toolchains/javascript/")} == {
        "/opt/toolchains/javascript/README", "/opt/toolchains/javascript/bin/node",
    }  # fmt: skip


def test_of_etc_a_cell_has_what_runtimes_read(sandbox: Sandbox) -> None:
    seen = names_in(sandbox, "/etc")["/etc"]
    assert [name for name in seen if not name.startswith(OF_ETC)] == []
    assert "alternatives" in seen


def test_a_cell_has_no_folders_of_people_and_services(sandbox: Sandbox) -> None:
    seen = set(names_in(sandbox, "/")["/"])
    assert seen <= {
        "bin", "dev", "etc", "lib", "lib32", "lib64", "opt", "proc", "run", "sbin", "sys", "tmp", "usr",
    }  # fmt: skip


def test_what_is_prepared_can_be_read_and_not_written(sandbox: Sandbox) -> None:
    source = """
import os
place = "/opt/equijudge/tools"
print(os.access(place, os.R_OK | os.X_OK), os.access(place + "/launch.so", os.R_OK))
for name in ("new", "launch.so"):
    try:
        open(f"{place}/{name}", "wb")
    except OSError as error:
        print(error.errno)
try:
    os.rename(place + "/launch.so", place + "/moved.so")
except OSError as error:
    print(error.errno)
"""
    assert read_output(sandbox, source).split() == ["True", "True", "30", "30", "30"]
