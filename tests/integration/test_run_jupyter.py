"""SandboxFusion's run_jupyter by its own client: cells of one notebook in one kernel."""

from __future__ import annotations

import base64
import time
from typing import Any

import httpx
import pytest
import sandbox_fusion
from sandbox_fusion import RunJupyterRequest, RunJupyterResponse

from tests.service import KEY, Service

DEAD = "DeadKernelError"


def run(service: Service, cells: list[str], **options: Any) -> RunJupyterResponse:
    address = f"http://user:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion"
    request = RunJupyterRequest(cells=cells, **options)
    return sandbox_fusion.run_jupyter(request, endpoint=address, max_attempts=1, client_timeout=120)


def errors(answer: RunJupyterResponse) -> list[str]:
    """The names of the cells' errors, '' for those without."""
    return [cell.error[0]["ename"] if cell.error else "" for cell in answer.cells]


def shown(answer: RunJupyterResponse) -> list[list[str]]:
    return [[each["text/plain"] for each in cell.display] for cell in answer.cells]


def test_what_the_clients_own_example_gives(service: Service) -> None:
    cells = ["a = 123", "a", "print(a)", 'import sys; sys.stderr.write("stderr message")', 'raise RuntimeError("no")']
    answer = run(service, cells)
    assert answer.status == "Success"
    assert answer.driver is not None
    assert (answer.driver.status, answer.driver.return_code) == ("Finished", 0)
    assert [cell.stdout for cell in answer.cells] == ["", "", "123\n", "", ""]
    assert [cell.stderr for cell in answer.cells] == ["", "", "", "stderr message", ""]
    assert shown(answer) == [[], ["123"], [], ["14"], []]
    assert errors(answer) == ["", "", "", "", "RuntimeError"]
    (error,) = answer.cells[4].error
    assert error["evalue"] == "no"
    assert error["traceback"][-1] == "RuntimeError: no"
    assert 'raise RuntimeError("no")' in "\n".join(error["traceback"])
    assert "notebook" not in "\n".join(error["traceback"])


def test_a_notebook_is_python_with_a_few_of_jupyters_manners(service: Service) -> None:
    cells = [
        "def f():\n    return 1 / 0\nf()",  # the cells after it are run all the same
        "%time 1",
        "!ls",
        "6;",
        "_",
        "import asyncio\nawait asyncio.sleep(0.001)\n5",
        "display(1, 'a')",
        "import subprocess\nsubprocess.run(['echo', 'from a child']); None",
        "input()",
        "import pickle, __main__\nclass A: pass\npickle.loads(pickle.dumps(A())).__class__ is __main__.A",
        "raise SystemExit(3)",
        "__name__",
    ]
    answer = run(service, cells)
    expected = [
        "ZeroDivisionError",
        "SyntaxError",
        "SyntaxError",
        "",
        "NameError",
        "",
        "",
        "",
        "EOFError",
        "",
        "SystemExit",
        "",
    ]
    assert errors(answer) == expected
    assert shown(answer)[5:7] == [["5"], ["1", "'a'"]]
    assert answer.cells[7].stdout == "from a child\n"
    assert shown(answer)[9:] == [["True"], [], ["'__main__'"]]


def test_half_a_character_takes_nothing_from_the_cells_after_it(service: Service) -> None:
    cells = ["raise ValueError('half: \\udc80')", "type('R', (), {'__repr__': lambda _: 'half: \\udc80'})()", "1"]
    answer = run(service, cells)
    assert errors(answer) == ["ValueError", "", ""]
    assert answer.cells[0].error[0]["evalue"] == r"half: \udc80"
    assert shown(answer) == [[], [r"half: \udc80"], ["1"]]


def test_a_cell_that_takes_too_long_is_interrupted_and_the_next_one_run(service: Service) -> None:
    cells = ["x = 1", "import time\nprint('begun', flush=True)\nwhile True: pass", "x"]
    answer = run(service, cells, cell_timeout=0.3)
    assert errors(answer) == ["", "CellTimeoutError", ""]
    assert answer.cells[1].stdout == "begun\n"
    assert shown(answer)[2] == ["1"]


def test_a_cell_that_will_not_be_interrupted_takes_the_kernel_with_it(service: Service) -> None:
    stubborn = (
        "import signal\nfor number in (signal.SIGPROF, signal.SIGALRM): signal.signal(number, signal.SIG_IGN)\n"
        "print('no', flush=True)\nwhile True: pass"
    )
    answer = run(service, ["1", stubborn, "2"], cell_timeout=0.2)
    assert errors(answer) == ["", DEAD, DEAD]
    assert answer.cells[1].stdout == "no\n"


def test_a_notebook_that_takes_too_long_has_the_cells_that_were_over(service: Service) -> None:
    answer = run(service, ["print(1)", "while True: pass", "print(2)"], total_timeout=0.5)
    assert answer.status == "Failed"
    assert answer.driver is not None
    assert answer.driver.status == "TimeLimitExceeded"
    assert [cell.stdout for cell in answer.cells] == ["1\n"]


@pytest.mark.parametrize("end", ["import os; os._exit(0)", "import os; os.kill(os.getpid(), 9)"])
def test_a_cell_that_ends_the_kernel_leaves_what_it_wrote(service: Service, end: str) -> None:
    answer = run(service, ["print('one')", f"print('two', flush=True)\n{end}", "print('three')"])
    assert errors(answer) == ["", DEAD, DEAD]
    assert [cell.stdout for cell in answer.cells] == ["one\n", "two\n", ""]


def test_a_notebook_that_holds_too_much_is_no_fault_of_the_service(service: Service) -> None:
    """Else its client would send it again. The client of PyPI has no field for the limit."""
    cells = ["print(1)", "import time\nx = b'x' * (1 << 28)\ntime.sleep(5)"]
    address = f"http://user:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion/run_jupyter"
    answer = httpx.post(address, json={"cells": cells, "memory_limit_MB": 64}, timeout=120)
    told = RunJupyterResponse(**answer.json())
    assert (told.status, errors(told)[1]) == ("Success", DEAD)
    assert told.cells[1].error[0]["evalue"] == "the kernel passed its limit (memory)"


def test_files_go_in_and_out(service: Service) -> None:
    files = {"in/data.txt": base64.b64encode(b"41").decode()}
    answer = run(
        service, ["n = int(open('in/data.txt').read())", "open('out.txt', 'w').write(str(n + 1)); None"],
        files=files, fetch_files=["out.txt", "nothing.txt"],
    )  # fmt: skip
    assert errors(answer) == ["", ""]
    assert {path: base64.b64decode(text) for path, text in answer.files.items()} == {"out.txt": b"42"}


def test_the_notebooks_folder_holds_nothing_of_ours(service: Service) -> None:
    answer = run(service, ["import os; sorted(os.listdir('.'))"])
    (listed,) = shown(answer)[0]
    assert listed in ("[]", "['main.py']")


def test_a_hostile_cell_forges_no_more_than_its_own_notebook(service: Service) -> None:
    """It writes on every descriptor and into the process that watches it, as far as it is let."""
    forging = """
import os
line = b'{"stdout": "forged", "stderr": "", "display": [], "error": []}\\n' * 50
for fd in range(3, 20):
    try: os.write(fd, line)
    except OSError: pass
for fd in range(20):
    try: os.write(os.open(f"/proc/{os.getppid()}/fd/{fd}", os.O_WRONLY), line)
    except OSError: pass
"""
    answer = run(service, ["1", forging, "2"])
    assert len(answer.cells) == 3
    assert answer.status in ("Success", "Failed")
    assert run(service, ["'another'"]).cells[0].display == [{"text/plain": "'another'"}]


@pytest.mark.parametrize(
    "told",
    ["print('not json')", "print('{\"stdout\": 3}')", "print('[' * 100000)", "import os; os.kill(os.getppid(), 9)"],
)
def test_what_is_no_answer_is_a_kernel_that_died(service: Service, told: str) -> None:
    """By the descriptor on which the answers go, where a cell can reach it."""
    answer = run(
        service,
        [f"import os\ntry: os.dup2(os.open(f'/proc/{{os.getppid()}}/fd/1', 1), 1)\nexcept OSError: pass\n{told}", "2"],
    )
    assert (answer.status, len(answer.cells)) == ("Success", 2)


def test_what_is_too_long_is_cut_and_the_rest_is_told(service: Service) -> None:
    answer = run(service, ["print('\\x01' * 10_000_000)", "'x' * 10_000_000", "1 + 1"], total_timeout=30)
    assert errors(answer) == ["", "", ""]
    assert len(answer.cells[0].stdout) < 4 << 20
    assert answer.cells[0].stdout.endswith("(more is not told)")


def test_a_refusal_names_the_clients_own_field(service: Service) -> None:
    address = f"http://user:{KEY}@127.0.0.1:{service.api_port}/sandboxfusion/run_jupyter"
    answer = httpx.post(address, json={"cells": ["1"], "total_timeout": 3600})
    assert answer.status_code == 400
    assert "total_timeout" in answer.json()["detail"]
    assert httpx.post(address, json={"cells": []}).status_code == 422


def test_a_notebook_is_soon_there(service: Service) -> None:
    """No kernel of Jupyter's is started, which takes a second."""
    run(service, ["1"])
    began = time.monotonic()
    run(service, ["2"])
    assert time.monotonic() - began < 5
