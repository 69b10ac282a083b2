"""Programs that must not fail: in a cell everything is as under `python3 main.py`."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import ROOMY, attack, of_topic
from equijudge_selftest.topics import Topic

AC, CE = Verdict.AC, Verdict.CE

ATTACKS = of_topic(
    Topic.HARMLESS,
    attack("future-import", "a future import on the first line", "from __future__ import annotations\nprint(1)\n", AC),
    attack("main-module", "the program is __main__", """
        if __name__ == '__main__':
            print(1)
        """, AC),
    attack("binary-stdin-lines", "lines read one by one from the binary stream", """
        import sys
        readline = sys.stdin.buffer.readline
        print(sum(int(readline()) for _ in range(int(readline()))))
        """, AC, tests=(("3\n5\n6\n7\n", "18\n"),)),
    attack("open-stdin-by-number", "stdin opened by its number",
           "print(open(0).read())", AC, tests=(("1 2\n", "1 2\n"),)),
    attack("resource-module", "the resource module", """
        import resource
        resource.setrlimit(resource.RLIMIT_STACK, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        print(1)
        """, AC),
    attack("deep-recursion-in-thread", "deep recursion in a thread with a big stack", """
        import sys, threading
        def main():
            def depth(n):
                return n and 1 + depth(n - 1)
            print(depth(20000))
        sys.setrecursionlimit(10**6)
        threading.stack_size(1 << 27)
        thread = threading.Thread(target=main)
        thread.start()
        thread.join()
        """, AC, tests=(("", "20000\n"),), limits=ROOMY),
    attack("input-until-eof", "input() after the end raises EOFError", """
        lines = 0
        try:
            while True:
                input()
                lines += 1
        except EOFError:
            print(lines)
        """, AC, tests=(("a\nb\n", "2\n"),)),
    attack("numpy", "numpy", """
        import numpy as np
        a = np.ones((200, 200))
        print(int((a @ a).sum()))
        """, AC, tests=(("", "8000000\n"),), limits=ROOMY),
    *(
        attack(slug, f"{ending} at the end", f"print(1)\n{ending}\nprint(2)\n", AC)
        for slug, ending in (
            ("end-by-exit", "exit()"),
            ("end-by-quit", "quit()"),
            ("end-by-exit-0", "exit(0)"),
            ("end-by-system-exit", "raise SystemExit"),
        )
    ),
    attack("tabs-beside-spaces", "tabs beside spaces where Python allows them",
           "if 1:\n\tprint(1)\nif 1:\n    pass\n", AC),
    attack("tabs-mixed-with-spaces", "tabs mixed with spaces where Python does not",
           "if 1:\n\tx = 1\n        y = 1\n", CE),
    attack("byte-order-mark", "a byte order mark", "\ufeffprint(1)\n", AC),
    attack("carriage-returns-in-source", "source with carriage returns", "if 1:\r\n    print(1)\r\n", AC),
    attack("python-2", "Python 2 labelled Python 3 does not compile", "print 'old'\n", CE),
    attack("sortedcontainers", "a library of the judges' sites", """
        from sortedcontainers import SortedList
        print(*SortedList([3, 1, 2]))
        """, AC, tests=(("", "1 2 3\n"),)),
    attack("output-at-exit", "stdout replaced by a buffer that is written at exit", """
        import atexit, io, os, sys
        sys.stdout = io.StringIO()
        atexit.register(lambda: os.write(1, sys.stdout.getvalue().encode()))
        print(1)
        """, AC),
    attack("input-and-output-files", "input and output files", """
        open('output.txt', 'w').write(open('input.txt').read().upper())
        """, AC, tests=(("abc\n", "ABC\n"),), input_file="input.txt", output_file="output.txt"),
)  # fmt: skip
