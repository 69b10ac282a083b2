"""Programs that must not fail: in a cell everything is as under `python3 main.py`. Both drivers."""

from __future__ import annotations

import pytest

from equijudge_sandbox.drivers.base import Sandbox
from equijudge_sandbox.outcome import Limits, Program, Retired
from tests.cells import LIMITS, MIB, read_output, run_all, run_one

ROOMY = Limits(cpu_time_s=5.0, wall_time_s=10.0, memory_bytes=512 * MIB)


def test_a_future_import_may_stand_on_the_first_line(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "from __future__ import annotations\nprint(7)") == "7\n"


def test_the_program_is_main(sandbox: Sandbox) -> None:
    assert (
        read_output(sandbox, "if __name__ == '__main__':\n    print(__name__, __spec__, __doc__)")
        == "__main__ None None\n"
    )


def test_argv_file_and_path_are_those_of_a_script(sandbox: Sandbox) -> None:
    source = (
        "import os, sys\n"
        "print(sys.argv, os.path.basename(__file__), sys.path[0] == os.getcwd() == os.path.dirname(__file__))"
    )
    assert read_output(sandbox, source) == "['main.py'] main.py True\n"


def test_a_program_can_read_its_own_source(sandbox: Sandbox) -> None:
    source = "print(open(__file__).read() == open('main.py').read(), end='')"
    assert read_output(sandbox, source) == "True"


@pytest.mark.parametrize(
    "reading",
    [
        "input()",
        "sys.stdin.readline().strip()",
        "sys.stdin.buffer.readline().strip().decode()",
        "open(0).read().strip()",
        "open('/dev/stdin').read().strip()",
        "os.read(0, 100).strip().decode()",
        "io.BytesIO(os.read(0, os.fstat(0).st_size)).readline().strip().decode()",
        "next(iter(sys.stdin)).strip()",
        "next(fileinput.input()).strip()",
    ],
)
def test_stdin_can_be_read_in_every_way(sandbox: Sandbox, reading: str) -> None:
    assert read_output(sandbox, f"import sys, os, io, fileinput\nprint({reading})", b"hello\n") == "hello\n"


def test_lines_are_read_one_by_one_from_the_binary_stream(sandbox: Sandbox) -> None:
    source = "import sys\nr = sys.stdin.buffer.readline\nprint([int(r()) for _ in range(int(r()))])"
    assert read_output(sandbox, source, b"3\n5\n6\n7\n") == "[5, 6, 7]\n"


def test_input_after_the_end_raises_eof_and_goes_on(sandbox: Sandbox) -> None:
    source = "n = 0\ntry:\n    while True:\n        input(); n += 1\nexcept EOFError:\n    print(n)"
    assert read_output(sandbox, source, b"a\nb\n") == "2\n"


def test_carriage_returns_in_the_input_are_seen_as_they_are(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "print(repr(input()))", b"a\r\n") == "'a\\r'\n"


def test_input_bytes_that_are_not_utf8_survive_text_mode(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "print(input())", b"\xff\xfe\n")
    assert outcome.output == b"\xff\xfe\n"


def test_the_resource_module_works(sandbox: Sandbox) -> None:
    source = (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0)"
    )
    assert read_output(sandbox, source) == "True\n"


def test_deep_recursion_in_a_thread_with_a_big_stack(sandbox: Sandbox) -> None:
    source = (
        "import sys, threading\n"
        "sys.setrecursionlimit(10**6)\nthreading.stack_size(512 * 1024 * 1024)\n"
        "def depth(n):\n    return 0 if n == 0 else 1 + depth(n - 1)\n"
        "t = threading.Thread(target=lambda: print(depth(50000)))\nt.start()\nt.join()"
    )
    assert run_one(sandbox, source).output == b"50000\n"


def test_deep_recursion_in_the_main_thread(sandbox: Sandbox) -> None:
    source = "import sys\nsys.setrecursionlimit(10**6)\ndef f(n):\n    return n and 1 + f(n - 1)\nprint(f(100000))"
    assert run_one(sandbox, source, limits=ROOMY).output == b"100000\n"


def test_a_thread_that_is_not_joined_still_finishes(sandbox: Sandbox) -> None:
    source = "import threading, time\nthreading.Thread(target=lambda: (time.sleep(0.1), print('late'))).start()"
    assert read_output(sandbox, source) == "late\n"


def test_many_threads_within_the_memory_limit(sandbox: Sandbox) -> None:
    source = (
        "import threading\ngate = threading.Barrier(65)\n"
        "for _ in range(64):\n    threading.Thread(target=gate.wait).start()\ngate.wait()\nprint('all')"
    )
    assert read_output(sandbox, source) == "all\n"


def test_numpy_is_there(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "import numpy as np\nprint(int(np.arange(10).sum()))", limits=ROOMY)
    assert outcome.output == b"45\n"


def test_numpy_multiplies_matrices(sandbox: Sandbox) -> None:
    source = "import numpy as np\na = np.ones((300, 300))\nprint(int((a @ a).sum()))"
    assert run_one(sandbox, source, limits=ROOMY).output == b"27000000\n"


def test_sortedcontainers_is_there(sandbox: Sandbox) -> None:
    assert (
        read_output(sandbox, "from sortedcontainers import SortedList\nprint(list(SortedList([3, 1, 2])))")
        == "[1, 2, 3]\n"
    )


@pytest.mark.parametrize("ending", ["exit()", "quit()", "exit(0)", "import sys; sys.exit()", "raise SystemExit"])
def test_a_program_may_end_itself(sandbox: Sandbox, ending: str) -> None:
    assert read_output(sandbox, f"print(1)\n{ending}\nprint(2)") == "1\n"


@pytest.mark.parametrize(
    ("argument", "code"), [("3", 3), ("256 + 4", 4), ("True", 1), ("-1", 255), ("2**64", 255), ("None", 0)]
)
def test_exit_codes_are_those_of_the_shell(sandbox: Sandbox, argument: str, code: int) -> None:
    assert run_one(sandbox, f"import sys\nsys.exit({argument})").exit_code == code


def test_recursion_goes_as_deep_as_in_a_script(sandbox: Sandbox) -> None:
    source = "def f(n):\n    return 0 if n == 0 else n + f(n - 1)\n\n\nprint(f(997))"
    assert read_output(sandbox, source) == "497503\n"


@pytest.mark.parametrize(
    "source",
    [
        "print(len(str(3 ** int(input()))))",
        "print(len(f'{3 ** int(input())}'))",
        "print(len('%d' % 3 ** int(input())))",
        "n = int(input())\nprint(len(str(int('1' * n) * 0 + 3 ** n)))",
        "import threading\nn = int(input())\nthreading.Thread(target=lambda: print(len(str(3 ** n)))).start()",
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c', f'print(len(str(3 ** {input()})))'])",
        "import os\nn = int(input())\nif not os.fork():\n    print(len(str(3 ** n)))\nelse:\n    os.wait()",
        f"input()\nM = 1{'0' * 9542}\nprint(len(str(M)))",
    ],
    ids=["str", "f-string", "%", "int", "thread", "subprocess", "fork", "literal"],
)
def test_numbers_may_have_more_than_4300_digits(sandbox: Sandbox, source: str) -> None:
    outcome = run_one(sandbox, source, b"20000\n", ROOMY)
    assert outcome.output == b"9543\n", outcome.stderr.decode()


def test_the_limit_on_digits_is_off_as_python_says_it(sandbox: Sandbox) -> None:
    source = "import sys, os\nprint(sys.get_int_max_str_digits(), sys.flags.int_max_str_digits)"
    assert read_output(sandbox, source) == "0 0\n"


def test_a_program_may_have_the_limit_back(sandbox: Sandbox) -> None:
    source = (
        "import sys\nsys.set_int_max_str_digits(4300)\ntry:\n    str(10 ** 5000)\nexcept ValueError:\n    print('yes')"
    )
    assert read_output(sandbox, source) == "yes\n"


def test_a_literal_that_takes_too_long_to_read_costs_itself_alone(sandbox: Sandbox) -> None:
    """Reading digits takes time that grows with their square: the compile step's limit is what bounds it."""
    limits = Limits(2.0, 4.0, 128 * MIB, compile_time_s=0.2)
    with sandbox.run(Program(b"x = " + b"9" * 2_000_000), limits) as run:
        assert not run.compile_outcome.ok
        assert "too long" in run.compile_outcome.message
    assert read_output(sandbox, "print(1)") == "1\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("1 // 0", "ZeroDivisionError"),
        ("class Mine(Exception): pass\nraise Mine('secret')", "Mine"),
        ("def f(): f()\nf()", "RecursionError"),
        ("raise KeyboardInterrupt", "KeyboardInterrupt"),
        ("import numpy.nothing", "ModuleNotFoundError"),
        ("import sys\nsys.exit(3)", ""),
        ("import os\nos.abort()", ""),
        ("print(1)", ""),
        ("import os\nif not os.fork():\n    1 // 0\nos.wait()\nraise SystemExit(1)", ""),
        ("raise type('N' * 5000, (Exception,), {})", "N" * 64),
        ("raise type('a b: c', (Exception,), {})", ""),
        ("raise type('\\xe9t\\xe9', (Exception,), {})", ""),
    ],
)
def test_the_exception_that_ends_a_program_is_named(sandbox: Sandbox, source: str, name: str) -> None:
    assert run_one(sandbox, source).exception == name


def test_no_name_is_left_for_the_next_test(sandbox: Sandbox) -> None:
    source = "import os\nif input() == 'a':\n    1 // 0\nos._exit(1)"
    outcomes = run_all(sandbox, source, [b"a\n", b"b\n"])
    assert [outcome.exception for outcome in outcomes] == ["ZeroDivisionError", ""]


def test_a_judging_that_stops_early_costs_no_cell(sandbox: Sandbox) -> None:
    """When the verdict is known the next test has begun, or is about to."""
    before = sandbox.cells().retired.get(Retired.UNCLEAN, 0)
    for number in range(40):
        with sandbox.run(Program(b"print(input())"), LIMITS) as run:
            assert next(iter(run.outcomes(b"%d\n" % number for _ in range(40)))).exit_code == 0
    assert read_output(sandbox, "print(1)") == "1\n"
    assert sandbox.cells().retired.get(Retired.UNCLEAN, 0) == before


def test_exit_with_a_text_prints_it_and_fails(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "import sys\nsys.exit('no answer')")
    assert (outcome.exit_code, outcome.stderr) == (1, b"no answer\n")


def test_a_byte_order_mark_is_skipped(sandbox: Sandbox) -> None:
    assert read_output(sandbox, b"\xef\xbb\xbfprint(1)\n") == "1\n"


def test_source_with_carriage_returns(sandbox: Sandbox) -> None:
    assert read_output(sandbox, b"for i in range(2):\r\n    print(i)\r\n") == "0\n1\n"


def test_tabs_beside_spaces_where_python_allows_them(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "if 1:\n\tprint(1)\nif 1:\n    print(2)\n") == "1\n2\n"


def test_a_declared_encoding_is_honoured(sandbox: Sandbox) -> None:
    assert read_output(sandbox, b"# -*- coding: latin-1 -*-\nprint(len('\xe9'))\n") == "1\n"


def test_non_ascii_output_is_utf8(sandbox: Sandbox) -> None:
    assert run_one(sandbox, "print('é€😀')").output == "é€😀\n".encode()


def test_a_traceback_looks_like_pythons_own(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "def f():\n    return 1 // 0\nf()\n")
    lines = outcome.stderr.decode().splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1].endswith('main.py", line 3, in <module>')
    assert lines[2].strip() == "f()"
    assert lines[-1] == "ZeroDivisionError: integer division or modulo by zero"


def test_functions_registered_at_exit_run(sandbox: Sandbox) -> None:
    source = "import atexit, sys\natexit.register(lambda: sys.stdout.write('bye'))\nprint('hi')"
    assert read_output(sandbox, source) == "hi\nbye"


def test_a_file_left_open_is_written_out(sandbox: Sandbox) -> None:
    source = "f = open('output.txt', 'w')\nf.write('unflushed')"
    assert read_output(sandbox, source, output_file="output.txt") == "unflushed"


def test_input_and_output_files(sandbox: Sandbox) -> None:
    source = "open('output.txt', 'w').write(open('input.txt').read().upper())\nprint('not this')"
    assert read_output(sandbox, source, b"abc", input_file="input.txt", output_file="output.txt") == "ABC"


def test_stdout_may_be_replaced_by_a_buffer_of_ones_own(sandbox: Sandbox) -> None:
    source = (
        "import sys, io, os, atexit\n"
        "sys.stdout = io.StringIO()\natexit.register(lambda: os.write(1, sys.stdout.getvalue().encode()))\nprint('x')"
    )
    assert read_output(sandbox, source) == "x\n"


FAST_IO = """
import os, sys
from io import BytesIO, IOBase
class FastIO(IOBase):
    newlines = 0
    def __init__(self, file):
        self._fd = file.fileno()
        self.buffer = BytesIO()
        self.writable = "x" in file.mode or "r" not in file.mode
        self.write = self.buffer.write if self.writable else None
    def readline(self):
        while self.newlines == 0:
            b = os.read(self._fd, max(os.fstat(self._fd).st_size, 8192))
            self.newlines = b.count(b"\\n") + (not b)
            ptr = self.buffer.tell()
            self.buffer.seek(0, 2), self.buffer.write(b), self.buffer.seek(ptr)
        self.newlines -= 1
        return self.buffer.readline()
    def flush(self):
        if self.writable:
            os.write(self._fd, self.buffer.getvalue())
            self.buffer.truncate(0), self.buffer.seek(0)
class IOWrapper(IOBase):
    def __init__(self, file):
        self.buffer = FastIO(file)
        self.flush = self.buffer.flush
        self.writable = self.buffer.writable
        self.write = lambda s: self.buffer.write(s.encode("ascii"))
        self.readline = lambda: self.buffer.readline().decode("ascii")
sys.stdin, sys.stdout = IOWrapper(sys.stdin), IOWrapper(sys.stdout)
input = lambda: sys.stdin.readline().rstrip()
print(int(input()) + int(input()))
"""


def test_the_fast_io_classes_that_contestants_paste(sandbox: Sandbox) -> None:
    assert read_output(sandbox, FAST_IO, b"20\n22\n") == "42\n"


def test_names_are_dropped_and_destructors_run_at_the_end(sandbox: Sandbox) -> None:
    source = "class C:\n    def __del__(self):\n        print('gone')\nc = C()\nprint('end')"
    assert read_output(sandbox, source) == "end\ngone\n"


def test_set_order_does_not_change_from_run_to_run(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, "print({'a', 'b', 'c', 'd', 'e'})", [b""] * 3)
    assert len({outcome.output for outcome in outcomes}) == 1


def test_random_numbers_differ_from_run_to_run(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, "import random\nprint(random.random())", [b""] * 3)
    assert len({outcome.output for outcome in outcomes}) == 3


def test_numpys_random_numbers_differ_from_run_to_run(sandbox: Sandbox) -> None:
    outcomes = run_all(sandbox, "import numpy\nprint(numpy.random.rand())", [b""] * 3, ROOMY)
    assert len({outcome.output for outcome in outcomes}) == 3


def test_dataclasses_and_pickle_find_main(sandbox: Sandbox) -> None:
    source = (
        "import pickle\nfrom dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n"
        "print(pickle.loads(pickle.dumps(P(3))))"
    )
    assert read_output(sandbox, source) == "P(x=3)\n"


def test_a_child_process_can_be_forked_and_waited_for(sandbox: Sandbox) -> None:
    source = "import os\npid = os.fork()\nif pid == 0:\n    os._exit(7)\nprint(os.WEXITSTATUS(os.waitpid(pid, 0)[1]))"
    assert read_output(sandbox, source) == "7\n"


def test_asyncio_runs(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "import asyncio\nasync def f():\n    return 5\nprint(asyncio.run(f()))") == "5\n"


def test_a_large_unread_input_hurts_nobody(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "print('done')", b"x" * (6 * MIB)) == "done\n"


def test_a_megabyte_of_output_is_accepted_whole(sandbox: Sandbox) -> None:
    outcome = run_one(sandbox, "print('x' * 1_000_000)")
    assert outcome.output == b"x" * 1_000_000 + b"\n"


def test_input_and_output_larger_than_any_pipe_pass_at_once(sandbox: Sandbox) -> None:
    data = b"0123456789abcdef" * (MIB // 4)
    outcomes = run_all(sandbox, "import sys\nsys.stdout.write(sys.stdin.read())", [data] * 3)
    assert [outcome.output for outcome in outcomes] == [data] * 3


def test_what_is_mapped_and_not_touched_is_not_counted(sandbox: Sandbox) -> None:
    source = "import mmap\nm = mmap.mmap(-1, 300 << 20)\nm[0] = 1\nprint('ok')"
    outcome = run_one(sandbox, source)
    assert outcome.exit_code == 0
    assert outcome.memory_peak_bytes < LIMITS.memory_bytes


def test_a_program_that_warns_says_so_on_stderr_only(sandbox: Sandbox) -> None:
    assert read_output(sandbox, "import warnings\nwarnings.warn('old')\nprint(1)") == "1\n"
