"""What is imported when: no torch, no numpy, no extra that a command does not need; and which extras are missing."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError

import pytest

from equijudge import MissingExtra, extras

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


REQUIRES = [
    "httpx>=0.27",
    "absent-one>=1; extra == 'small'",
    "pytest>=8; extra == 'small'",
    "equijudge[small]; extra == 'large'",
    "Absent_Two[fast]>=2,<3; extra == 'large'",
    "absent-here>=1; (sys_platform == 'linux' and platform_machine == 'x86_64') and extra == 'large'",
]


@pytest.fixture(autouse=True)
def made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "requires", lambda name: REQUIRES)


def test_what_is_missing_of_an_extra_and_of_the_extras_it_names() -> None:
    assert list(extras.missing("small")) == ["absent-one"]
    assert list(extras.missing("large")) == ["absent-one", "Absent_Two"]


def test_the_error_names_the_extra_and_the_packages() -> None:
    with pytest.raises(MissingExtra, match=r"pip install 'equijudge\[large\]' \(missing: Absent_Two, absent-one\)"):
        extras.require("large")


def test_a_checkout_that_was_not_installed_lacks_nothing_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(extras, "requires", requires)
    extras.require("large")
