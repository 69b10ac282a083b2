"""What one test or one candidate leaves behind, the next one must not find. Both drivers, recycled cells."""

from __future__ import annotations

import pytest

from equijudge_core.contracts.verdict import Verdict
from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.drivers.docker import DockerSandbox, DockerSettings
from equijudge_sandbox.drivers.local import LocalSandbox, LocalSettings
from equijudge_sandbox.drivers.uids import DOCKER_BASE, PER_CELL
from tests.cells import judge_program, read_output, run_all, run_one

LEAVE_AND_LOOK = (
    "import os\n"
    "found = [p for d in ('/tmp', '/dev/shm', '/var/tmp', '.') if os.path.isdir(d)\n"
    "         for p in os.listdir(d) if p not in ('box', 'main.py')]\n"
    "for d in ('/tmp', '/dev/shm', '/var/tmp', '.'):\n"
    "    try:\n        open(f'{d}/left', 'w').write('x'); os.mkdir(f'{d}/dir')\n"
    "    except OSError:\n        pass\n"
    "print(found)"
)
DAEMON = (
    "import os, time\n"
    "if os.fork() == 0:\n"
    "    os.setsid()\n"
    "    if os.fork() == 0:\n"
    "        while True:\n"
    "            try:\n                open('/tmp/box/output.txt', 'w').write('forged')\n"
    "            except OSError:\n                pass\n"
    "    os._exit(0)\n"
    "os.wait()\nprint('started')"
)
PROCESSES = "import os\nprint(len([p for p in os.listdir('/proc') if p.isdigit()]))"


def test_files_of_one_test_are_gone_in_the_next(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, LEAVE_AND_LOOK, [b""] * 3)
    assert [outcome.output for outcome in outcomes] == [b"[]\n"] * 3


def test_files_of_one_candidate_are_gone_for_the_next(sandbox: Sandbox) -> None:
    assert [read_output(sandbox, LEAVE_AND_LOOK) for _ in range(3)] == ["[]\n"] * 3


def test_a_daemon_is_dead_before_the_verdict(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, DAEMON, [b""] * 2)
    assert [outcome.output for outcome in outcomes] == [b"started\n"] * 2
    assert read_output(sandbox, PROCESSES) == "3\n"


def test_a_source_that_rewrites_itself_is_whole_again_in_the_next_test(sandbox: Sandbox) -> None:
    source = "print(len(open(__file__).read()))\nopen(__file__, 'w').write('print(1)')"
    outcomes = run_all(sandbox, source, [b""] * 2)
    assert outcomes[0].output == outcomes[1].output


def test_modules_planted_for_the_next_candidate_are_not_imported(sandbox: Sandbox) -> None:
    source = (
        "for d in ('/tmp', '/tmp/box', '/dev/shm'):\n"
        "    for m in ('sitecustomize', 'usercustomize', 'heapq', 'numpy'):\n"
        "        open(f'{d}/{m}.py', 'w').write('print(\"poisoned\")')"
    )
    run_one(sandbox, source)
    assert read_output(sandbox, "import heapq, os\nprint(heapq.__file__.startswith('/tmp'))") == "False\n"


def test_what_stayed_on_the_streams_of_one_test_is_not_seen_by_the_next(sandbox: Sandbox) -> None:
    source = (
        "import os, fcntl\n"
        "print(fcntl.fcntl(1, fcntl.F_GETFL) & (os.O_APPEND | os.O_NONBLOCK), os.lseek(0, 0, 1), os.read(0, 9))\n"
        "os.lseek(0, 0, 2)\nos.write(2, b'noise')\n"
        "for fd in (0, 1):\n    fcntl.fcntl(fd, fcntl.F_SETFL, os.O_APPEND | os.O_NONBLOCK)"
    )
    outcomes = run_all(sandbox, source, [b"abc", b"de"] * 3)
    assert [outcome.output for outcome in outcomes] == [b"0 0 b'abc'\n", b"0 0 b'de'\n"] * 3


def test_locks_and_sockets_of_one_test_are_gone_in_the_next(sandbox: Sandbox) -> None:
    source = (
        "import socket, os, time\n"
        "s = socket.socket(socket.AF_UNIX)\ns.bind('\\0name')\ns.listen()\n"
        "if os.fork() == 0:\n    time.sleep(60)\nprint('bound')"
    )
    outcomes = run_all(sandbox, source, [b""] * 2)
    assert [outcome.output for outcome in outcomes] == [b"bound\n"] * 2


def test_a_program_that_fills_its_cell_leaves_room_for_the_next(sandbox: Sandbox) -> None:
    fill = "for d in ('/tmp', '/dev/shm'):\n    open(d + '/fill', 'wb').write(bytes(40 << 20))\nprint('filled')"
    assert judge_program(sandbox, fill, "filled\n").verdict == Verdict.AC
    assert judge_program(sandbox, fill, "filled\n").verdict == Verdict.AC


@pytest.mark.parametrize("driver", ["docker", "local"])
def test_a_fresh_cell_serves_one_candidate(driver: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("fresh")
    made = (
        DockerSandbox(DockerSettings(isolation="fresh"))
        if driver == "docker"
        else LocalSandbox(LocalSettings(isolation="fresh", cache_dir=folder, lock_dir=folder / "locks"))
    )
    try:
        uids = [int(read_output(made, "import os\nprint(os.getuid())")) for _ in range(3)]
    finally:
        made.close()
    # every cell has a range of its own, and its first candidate gets the first uid
    assert [(uid - DOCKER_BASE) % PER_CELL for uid in uids] == [0, 0, 0]
    assert len(set(uids)) == 3
