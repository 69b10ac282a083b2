"""Would the suite notice? Takes one wall away at a time, in a copy, and runs the tests that should fail then:
`python -m tests.mutations [NAME …]`. Exit status 1 when all of them pass without the wall.

Needs the Docker engine and root; a mutant's cells run from an image of its own.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
RUNNER = "sandbox/equijudge_sandbox/runner.py"
OUTCOME, VIEWS = (f"services/api/equijudge_api/{name}.py" for name in ("outcome_only", "responses/key_view"))
QUEUE = "services/queue/equijudge_queue/jobs"
IMAGE, MUTANT = "equijudge-cell:latest", "equijudge-cell:mutant"
BASE = os.environ.get("BASE_IMAGE", "equijudge-base:bookworm")
PATHS = (
    "sandbox",
    "services/core",
    "services/verifier",
    "services/queue",
    "services/api",
    "services/client",
    "services/selftest",
)
NORMAL_USER = "tests/integration/test_normal_user.py"
LAUNCHED = ("tests/integration/test_launched_programs.py",)
ENOUGH = 3  # failures after which it is clear
TIMEOUT_S = 900
OUTCOME_TESTS = ("tests/integration/test_outcome_bounds.py", "tests/integration/test_outcome_cadence.py")
QUEUE_TESTS = (
    "tests/integration/test_queue.py",
    "tests/integration/test_queue_stored.py",
    "tests/integration/test_worker_faults.py",
)

Changes = tuple[tuple[str, str], ...]
# The walls between runs; the channels' controls do without them too (tests/adversarial/channels).
NAMES_IN_THE_ZYGOTE: Changes = (
    (
        "            if not in_child(wipe, self.uid):\n",
        "            wipe(self.uid)\n            as_runner(self.uid)\n            if False:\n",
    ),
)
NAMES_IN_PROCESS_1: Changes = (
    ("        self.claims.forget()\n        self.clean_up()\n", "        self.claims.forget()\n"),
    ("    sweep()\n\n\ndef compile_died", "    sweep()\n    wipe(uid)\n    as_runner(uid)\n\n\ndef compile_died"),
)
SHARED_FORKS: Changes = (("c_void_p(where), size, mmap.MADV_DONTFORK", "c_void_p(where), size, mmap.MADV_NORMAL"),)
NO_PROOF: Changes = (
    ("        if not all(map(operator.le, counts, self.start)):\n            return False\n", ""),
    ("            await_memory(at_start)\n", ""),
)
# What the runner did once: the same three files for every test, emptied in between.
REUSED_STREAMS: Changes = (
    (
        "        stdout, stderr = fresh_file(self.uid), fresh_file(self.uid, os.O_APPEND)\n",
        "        if not hasattr(self, 'kept'):\n"
        "            self.kept = fresh_file(self.uid), fresh_file(self.uid), fresh_file(self.uid, os.O_APPEND)\n"
        "        for file in self.kept:\n            os.ftruncate(file, 0)\n            os.lseek(file, 0, 0)\n"
        "        given, (stdin, stdout, stderr) = stdin, self.kept\n"
        "        copy_file(given, stdin, os.fstat(given).st_size, self.piece)\n"
        "        os.lseek(stdin, 0, 0)\n",
    ),
    (
        "        os.close(stdin)\n        self.claims",
        "        os.close(given)\n        self.flush()\n        self.claims",
    ),
    ("            os.close(file)\n        write_all", "        write_all"),
)


@dataclass(frozen=True)
class Mutation:
    """`changes`: texts of `file`, each there exactly once, and what stands in their place. `tests`: pytest's
    arguments."""

    name: str
    file: str
    changes: tuple[tuple[str, str], ...]
    tests: Sequence[str]


def adversarial_tests(driver: str, *files: str) -> tuple[str, ...]:
    """Pytest's arguments for adversarial tests of one driver."""
    return (*(f"tests/adversarial/{file}" for file in files), "-k", driver)


def remove_fence(script: str, check: str) -> Mutation:
    """A queue script that no longer asks whose chunk it is; `check` is how it does."""
    return Mutation(f"fencing of {script} off", f"{QUEUE}/{script}.lua", ((check, ""),), QUEUE_TESTS)


def mutations() -> list[Mutation]:
    """One for each wall."""
    wipes = (
        (
            "        if not PROOF.holds():\n            if not in_child(wipe, self.uid):\n"
            '                raise Fault("the writable places cannot be emptied")\n            PROOF.insist()\n',
            "",
        ),
        ("            whole.insist()\n", ""),
    )
    first_time = ("compiler.run(program, limits, first_time=first_time)", "compiler.run(program, limits)")
    drop = "".join(f"            os.setres{kind}(self.uid, self.uid, self.uid)\n" for kind in ("gid", "uid"))
    unkilled = "            nobody_left = self.reap(block=True)\n"
    kill = "            kill_all()\n" + unkilled
    reap = "        while not nobody_left:\n            kill_all()\n            nobody_left = self.reap(block=True)\n"
    seccomp = "        install_filter(FILTER)\n"
    locks = "SUCCEED, INVALID"
    others = "                install_filter(self.others_filter)\n"
    own_stderr = 'os.open(f"/proc/self/fd/{self.stderr}", os.O_WRONLY | os.O_APPEND)'
    closing = "        os.closerange(3, OPEN_FILES)  # invariant 1\n"
    told = "return verdict if verdict in ALWAYS_SHOWN | self.kinds else Verdict.REJ"
    due = "return math.ceil(finished_at / self.cadence_s) * self.cadence_s if self.cadence_s else finished_at"
    progress = '{"state": state, "done": 0, "verdicts": {}}'
    in_order = "sorted((index, place) for place, index in enumerate(found))"
    first = "if redis.call('HGET', KEYS[1], 'token') ~= ARGV[1] then return {} end\n"
    second = "if redis.call('HGET', KEYS[2], 'token') ~= ARGV[2] then return {} end\n"
    return [
        Mutation(
            "seccomp filter off",
            RUNNER,
            ((seccomp, ""),),
            adversarial_tests("local", "test_forging.py", "test_time.py"),
        ),
        Mutation(
            "seccomp filter off (docker)", RUNNER, ((seccomp, ""),), adversarial_tests("docker", "test_forging.py")
        ),
        Mutation(
            "file locks taken",
            RUNNER,
            ((locks, "ALLOW, INVALID"),),
            adversarial_tests("local", "test_seccomp_filter.py"),
        ),
        Mutation("others of the same uid in reach", RUNNER, ((others, "                pass\n"),), (NORMAL_USER,)),
        Mutation(
            "uid drop off (docker)",
            RUNNER,
            ((drop, ""),),
            adversarial_tests("docker", "test_forging.py", "test_between_runs.py"),
        ),
        Mutation("wipe of temporary places off", RUNNER, wipes, adversarial_tests("docker", "test_between_runs.py")),
        Mutation(
            "killing of orphans off",
            RUNNER,
            ((kill, kill.partition("\n")[2]),),
            adversarial_tests("docker", "test_resources.py"),
        ),
        Mutation(
            "reaping of orphans off",
            RUNNER,
            ((reap, ""),),
            adversarial_tests("docker", "test_resources.py", "test_between_runs.py"),
        ),
        Mutation("descriptors left open", RUNNER, ((closing, ""),), adversarial_tests("docker", "test_forging.py")),
        Mutation(
            "process 1 lists names", RUNNER, NAMES_IN_PROCESS_1, adversarial_tests("local", "channels/test_memory.py")
        ),
        Mutation(
            "the zygote lists names", RUNNER, NAMES_IN_THE_ZYGOTE, adversarial_tests("local", "channels/test_memory.py")
        ),
        Mutation(
            "forks have what was copied", RUNNER, SHARED_FORKS, adversarial_tests("local", "channels/test_memory.py")
        ),
        Mutation(
            "standard streams reused", RUNNER, REUSED_STREAMS, adversarial_tests("local", "channels/test_streams.py")
        ),
        Mutation(
            "times stay as a test left them",
            RUNNER,
            (("        move_times(self.changed)\n", ""),),
            adversarial_tests("local", "channels/test_matrix.py"),
        ),
        Mutation(
            "no fence",
            RUNNER,
            (("        stay_inside(FENCE)\n", ""),),
            adversarial_tests("local", "test_seccomp_filter.py"),
        ),
        Mutation(
            "stderr's open file shared",
            RUNNER,
            ((own_stderr, "os.dup(self.stderr)"),),
            adversarial_tests("local", "channels/test_streams.py"),
        ),
        Mutation(
            "files left at the end not counted",
            RUNNER,
            ((", watch.files_left()", ", 0"),),
            adversarial_tests("local", "test_uncounted.py"),
        ),
        Mutation(
            "of several processes what each shows",
            RUNNER,
            (("if several and CGROUP.usage:", "if False:"),),
            adversarial_tests("local", "test_memory.py"),
        ),
        Mutation(
            "no proof by the kernel's counts", RUNNER, NO_PROOF, ("tests/adversarial/channels/test_left_in_flight.py",)
        ),
        Mutation(
            "a second time is like a first",
            "sandbox/equijudge_sandbox/drivers/local.py",
            (first_time,),
            ("tests/adversarial/channels/test_confirming_runs.py", "-k", "leak"),
        ),
        Mutation("a program that a test can change", RUNNER, (("        seal(descriptor)\n", ""),), LAUNCHED),
        Mutation(
            "a launched program had the runner's memory", RUNNER, (("            Launch.hide(HIDDEN)\n", ""),), LAUNCHED
        ),
        Mutation("verdict kinds told to all", OUTCOME, ((told, "return verdict"),), OUTCOME_TESTS),
        Mutation("progress told before a job is over", OUTCOME, ((progress, '{"state": state}'),), OUTCOME_TESTS),
        Mutation(
            "results told in the order of their end",
            VIEWS,
            ((in_order, "[(index, place) for place, index in enumerate(found)]"),),
            OUTCOME_TESTS,
        ),
        Mutation("answers as soon as there are", OUTCOME, ((due, "return finished_at"),), OUTCOME_TESTS),
        remove_fence("renew", second.format(0)),
        remove_fence("count_try", first.format("nil")),
        remove_fence("report", first.format(-1)),
        remove_fence("release", second.format("nil")),
        remove_fence("finish", second.format(0)),
    ]


def find_failing_tests(mutation: Mutation) -> list[str]:
    """Run the tests in a copy without the wall; the names of those that fail, at most ENOUGH."""
    with tempfile.TemporaryDirectory(prefix="ej-mutant-") as name:
        copy = Path(name) / "main"
        kept = shutil.ignore_patterns(".git", ".venv", "build", "wheels", ".*_cache", "__pycache__")
        shutil.copytree(ROOT, copy, ignore=kept)
        if (shared := ROOT.parent / "shared").exists():
            (copy.parent / "shared").symlink_to(shared)
        mutate(copy / mutation.file, mutation.changes)
        if mutation.file == RUNNER and mutation.tests != LAUNCHED and "local" not in mutation.tests:
            build_image(copy)
        return run_tests(copy, mutation.tests)


def mutate(path: Path, changes: Sequence[tuple[str, str]]) -> None:
    """Change a file. Raises ValueError when a text is not there any more, or not once."""
    text = path.read_text()
    for old, new in changes:
        if text.count(old) != 1:
            raise ValueError(f"{path.name}: {text.count(old)} times: {old!r}")
        text = text.replace(old, new)
    path.write_text(text)


def build_image(copy: Path) -> None:
    """Build the mutant's own cell image, and a docker driver that uses it."""
    command = ["docker", "build", "--quiet", "--build-arg", f"PYTHON_IMAGE={BASE}", "-t", MUTANT, "sandbox"]
    environment = {**os.environ, "DOCKER_BUILDKIT": "0"}
    subprocess.run(command, cwd=copy, env=environment, check=True, capture_output=True)
    driver = copy / "sandbox/equijudge_sandbox/drivers/docker.py"
    driver.write_text(driver.read_text().replace(IMAGE, MUTANT))


def run_tests(copy: Path, tests: Sequence[str]) -> list[str]:
    """Run tests in the copy; the names of those that fail. Raises RuntimeError when pytest could not run them."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--maxfail={ENOUGH}", *tests]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(copy / path) for path in PATHS)}
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(done.stdout[-2000:] + done.stderr[-2000:])
    lines = [line.split(" - ")[0] for line in done.stdout.splitlines()]
    return [line.partition(" ")[2] for line in lines if line.startswith(("FAILED ", "ERROR tests"))]


def main(names: Sequence[str]) -> int:
    """See the module."""
    chosen = [mutation for mutation in mutations() if not names or any(name in mutation.name for name in names)]
    table = Table("wall taken away", "noticed by", title="does the suite notice?")
    unnoticed = 0
    for mutation in chosen:
        found = find_failing_tests(mutation)
        unnoticed += not found
        table.add_row(mutation.name, "\n".join(found) or "NOBODY")
        print(f"{mutation.name}: {found or 'NOBODY'}", file=sys.stderr)
    Console(width=150).print(table)
    return int(unnoticed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
