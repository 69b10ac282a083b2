"""What is imported without torch or numpy: the images of API and verifier hold no torch, a client needs no numpy."""

from __future__ import annotations

import subprocess
import sys

import pytest

BLOCKED = """
import importlib, pkgutil, sys

BLOCKED = {"torch", "transformers", "accelerate", "peft", "equijudge_trainer", *sys.argv[2:]}

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ImportError(name)

sys.meta_path.insert(0, Blocked())
package = importlib.import_module(sys.argv[1])
names = [each.name for each in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""


@pytest.mark.parametrize("package", ["equijudge_api", "equijudge_verifier", "equijudge_core"])
def test_every_module_is_imported_without_torch(package: str) -> None:
    done = subprocess.run([sys.executable, "-c", BLOCKED, package], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 10


def test_the_front_door_is_imported_without_torch_and_so_are_the_rewards() -> None:
    source = BLOCKED.replace("names = [", 'names = ["equijudge.rewards", "equijudge.cli.main"]; [')
    done = subprocess.run([sys.executable, "-c", source, "equijudge"], capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"


def test_contracts_are_imported_without_numpy() -> None:
    command = [sys.executable, "-c", BLOCKED, "equijudge_core.contracts", "numpy"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(done.stdout) > 8
