"""The outer wall's seccomp profile: what programs may call, and the little more that starts a cell; all else is EPERM.

Docker's default profile is wider (20.10's lets io_uring through). Names that the engine's libseccomp does
not know are skipped by it. The inner filter in runner.py looks at arguments too, and has the last word on what a
program finds: of two refusals the kernel gives the inner one's error.
"""

from __future__ import annotations

import errno
from typing import Any

from equijudge_sandbox import runner

# What the engine does last before it starts the runner, and what the runner does before its zygote is filtered.
LANDLOCK = ("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self")
RUNNERS_OWN = ("capset", "memfd_create", "seccomp", *LANDLOCK)
ALLOWED = sorted({*runner.ALLOWED, *runner.SILENT, *runner.INSPECTED, *RUNNERS_OWN} - {"clone3"})


def make_profile() -> dict[str, Any]:
    """The profile in Docker's JSON form. clone3 is ENOSYS, so that libc falls back to clone, whose flags the
    inner filter can read."""
    return {
        "defaultAction": "SCMP_ACT_ERRNO",
        "defaultErrnoRet": errno.EPERM,
        "archMap": [
            {"architecture": "SCMP_ARCH_X86_64", "subArchitectures": []},
            {"architecture": "SCMP_ARCH_AARCH64", "subArchitectures": []},
        ],
        "syscalls": [
            {"names": ALLOWED, "action": "SCMP_ACT_ALLOW"},
            {"names": ["clone3"], "action": "SCMP_ACT_ERRNO", "errnoRet": errno.ENOSYS},
        ],
    }
