"""`equijudge up` and the commands that use it: real Redis, API, workers and local cells."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from equijudge import Verdict
from equijudge.embedded.datadir import DataDir
from equijudge.embedded.processes import redis_server
from tests import handbook
from tests.integration.embedded_support import RIGHT, ROW, WRONG, Up, command, environment, left_of, run, up, using
from tests.service import wait_for

pytestmark = pytest.mark.redis


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judge")


@pytest.fixture(scope="module")
def judge(data: Path) -> Iterator[Up]:
    with up(data) as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A problem with a right and a wrong program, as `equijudge verify DIRECTORY` takes it."""
    path = tmp_path / "sum"
    path.mkdir()
    (path / "problem.jsonl").write_text(json.dumps(ROW) + "\n")
    (path / "right.py").write_text(RIGHT)
    (path / "wrong.py").write_text(WRONG)
    return path


def test_a_right_and_a_wrong_program_get_their_verdicts(judge: Up) -> None:
    with judge.client() as client:
        right, wrong = client.verify(ROW, [RIGHT, WRONG])
    assert (right.verdict, wrong.verdict) == (Verdict.AC, Verdict.WA)
    assert wrong.first_failure is not None
    assert wrong.first_failure.test == "public/0"


def test_the_service_says_that_it_is_ready(judge: Up) -> None:
    with judge.client() as client:
        assert client.ready()["ready"] is True


def test_a_command_finds_the_running_judge_by_itself(judge: Up, data: Path, folder: Path) -> None:
    done = run(data, "verify", str(folder), "--json")
    verdicts = {Path(line["candidate_id"]).name: line["verdict"] for line in map(json.loads, done.stdout.splitlines())}
    assert verdicts == {"right.py": "AC", "wrong.py": "WA"}
    assert (done.returncode, done.stderr) == (1, "")


def test_a_problem_with_a_checker_of_its_own_is_judged_by_it(judge: Up, data: Path, folder: Path) -> None:
    small = "import sys\nprint(1 if abs(int(open(sys.argv[3]).read())) < 11 else 0)"
    own = {"protocol": "script", "language": "python3", "source": small}
    (folder / "problem.jsonl").write_text(json.dumps({**ROW, "checker": own}))
    done = run(data, "verify", str(folder), "--json")
    assert [line["verdict"] for line in map(json.loads, done.stdout.splitlines())] == ["AC", "AC"]


def test_a_problem_with_an_interactor_is_a_talk_with_it(judge: Up, data: Path, folder: Path) -> None:
    asks = "import sys\ngiven = open(sys.argv[1]).read()\nprint(given, flush=True)\n"
    asks += "sys.exit(int(input()) != sum(map(int, given.split())))"
    talks = {"protocol": "dmoj", "language": "python3", "source": asks}
    (folder / "problem.jsonl").write_text(json.dumps({**ROW, "interactor": talks}))
    done = run(data, "verify", str(folder), "--json", "--detail", "outputs")
    lines = sorted(map(json.loads, done.stdout.splitlines()), key=lambda line: str(line["verdict"]))
    assert [line["verdict"] for line in lines] == ["AC", "WA"]
    assert lines[0]["tests"][0]["transcript"].startswith("< ")


def test_accepted_programs_are_exit_status_0(judge: Up, data: Path, folder: Path) -> None:
    done = run(data, "verify", str(folder / "problem.jsonl"), str(folder / "right.py"))
    assert done.returncode == 0
    assert "1 of 1 accepted" in done.stdout


def test_the_demonstration_judges_programs_in_every_language_that_is_here(judge: Up, data: Path) -> None:
    with judge.client() as client:  # what compilers need is prepared once on a machine, in half a minute or more
        wait_for(lambda: client.languages().languages, timeout_s=300.0, what="what the worker says of languages")
    done = run(data, "demo", "--data", str(handbook.FOLDER), "--problem", "josephus")
    programs = sum(x["problem"] == "josephus" for x in (*handbook.read_labels(), *handbook.read_others()))
    assert done.returncode == 0, done.stdout
    assert "left out" not in done.stderr
    assert all(f"josephus, {title}" in done.stdout for title in ("C++17 (GCC)", "Java", "Python 3 (PyPy)", "Rust"))
    assert done.stdout.splitlines()[-1] == f"{programs} of {programs} verdicts as labelled"


def test_an_interrupted_command_leaves_nothing_at_the_running_judge(judge: Up, data: Path, folder: Path) -> None:
    (folder / "right.py").write_text("import time\ntime.sleep(50)")
    asking = subprocess.Popen(command("verify", str(folder), "--time-limit", "20"), env=environment(data))
    with asking, judge.client() as client:
        wait_for(lambda: client.stats().backlog == 2, what="the job")
        asking.send_signal(signal.SIGINT)
        assert asking.wait(timeout=30) == 130
        assert client.stats().backlog == 0
        assert client.verify(ROW, [RIGHT], timeout=20)[0].verdict is Verdict.AC  # on the one slot, which is free again


def test_a_stored_problem_is_verified_by_its_id(judge: Up, data: Path, folder: Path) -> None:
    stored = run(data, "problems", "import", str(folder / "problem.jsonl"), "--json")
    problem_id = json.loads(stored.stdout)["problem_id"]
    assert run(data, "verify", problem_id, str(folder / "wrong.py")).returncode == 1
    assert problem_id in run(data, "problems", "list").stdout.replace("\n", "")
    assert "Add two numbers." in run(data, "problems", "show", problem_id).stdout


def test_what_the_service_refuses_is_exit_status_2(judge: Up, data: Path, folder: Path) -> None:
    done = run(data, "verify", "p" + "0" * 32, str(folder / "right.py"))
    assert done.returncode == 2
    assert f"  p{'0' * 32}: no such problem is stored" in done.stderr


def test_a_wrong_key_is_exit_status_2(judge: Up, data: Path, folder: Path) -> None:
    done = run(data, "verify", str(folder), "--url", judge.url, "--key", "not-the-right-key")
    assert done.returncode == 2


def test_a_second_judge_in_the_same_directory_is_refused(judge: Up, data: Path) -> None:
    done = run(data, "up", "--port", "0")
    assert done.returncode == 3
    assert judge.url in done.stderr


def test_ctrl_c_leaves_no_process(tmp_path: Path) -> None:
    with up(tmp_path) as running:
        tree = running.tree()
        running.process.send_signal(signal.SIGINT)
        assert running.process.wait(timeout=30) == 0
    assert (left_of(tree, timeout_s=0), using(tmp_path)) == ([], [])
    assert len(tree) > 8  # the command, three guards, three parts, a worker and its cells


def test_a_killed_parent_leaves_no_process_and_no_verdict_is_lost(tmp_path: Path) -> None:
    with up(tmp_path) as running:
        with running.client() as client:
            client.verify(ROW, [RIGHT])
        tree = running.tree()
        running.process.kill()
        running.process.wait()
    assert (left_of(tree), using(tmp_path)) == ([], [])
    with up(tmp_path) as again, again.client() as client:
        assert client.verify(ROW, [RIGHT])[0].cached


def test_a_part_that_dies_ends_all_and_is_named(tmp_path: Path) -> None:
    with up(tmp_path) as running:
        tree = running.tree()
        [redis] = [process for process in tree if process.name() == redis_server().name]
        redis.kill()
        assert running.process.wait(timeout=30) == 3
    assert left_of(tree) == []


def test_a_part_that_does_not_start_is_named_with_its_log(tmp_path: Path) -> None:
    done = run(tmp_path, "up", "--port", "0", EQUIJUDGE_CACHE_TTL_S="-1")
    assert done.returncode == 3
    assert "verifier ended with status 2" in done.stderr
    assert "EQUIJUDGE_CACHE_TTL_S" in done.stderr
    assert using(tmp_path) == []


def test_a_port_that_is_taken_is_an_error_with_the_remedy(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run(tmp_path, "up", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 3
    assert "--port 0" in done.stderr


def test_a_command_without_a_judge_starts_one_and_ends_it(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    done = run(data, "verify", str(folder))
    assert "1 of 2 accepted" in done.stdout
    assert done.stderr == "starting an embedded judge\n"
    assert (using(data), DataDir(data).locked()) == ([], False)


def test_the_data_directory_is_for_its_owner_only(judge: Up, data: Path) -> None:
    assert data.joinpath("key").stat().st_mode & 0o077 == 0
    assert data.joinpath("instance.json").stat().st_mode & 0o077 == 0


def test_no_part_shows_the_key_on_its_command_line(judge: Up) -> None:
    lines = [word for process in judge.tree() for word in _command_line(process)]
    assert not any(judge.api_key in word for word in lines)


def _command_line(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []
