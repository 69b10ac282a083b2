"""Programs that will not end, and some that end just in time.

CPU time of all processes decides; wall time only bounds sleepers, and what ends by itself before that is judged by
its answer. A TLE within 1.5 times the limit is run again.
"""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, MIB, QUICK, attack, of_topic
from equijudge_selftest.topics import Topic

AC, RE, TLE = Verdict.AC, Verdict.RE, Verdict.TLE
SECOND = BUSY.model_copy(update={"cpu_time_s": 1.0})

ATTACKS = of_topic(
    Topic.TIME,
    attack("busy-loop", "a busy loop is TLE by CPU time", "while True: pass", TLE, limits=BUSY, reason="cpu time"),
    attack("sleep-forever", "a sleeper is TLE by wall time", """
        import time
        time.sleep(60)
        """, TLE, limits=QUICK, reason="wall time"),
    attack("output-then-loop", "the right output and then a loop is TLE", """
        print(1, flush=True)
        while True:
            pass
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("output-then-sleep", "the right output and then sleep is TLE", """
        import time
        print(1, flush=True)
        time.sleep(60)
        """, TLE, limits=QUICK, reason="wall time"),
    attack("short-sleep", "a sleeper that ends by itself is judged by its answer", """
        import time
        time.sleep(0.7)
        print(1)
        """, AC, limits=BUSY),
    attack("busy-machine", "0.9 of the CPU limit beside a busy machine is accepted", """
        import time
        while time.process_time() < 0.9:
            pass
        print(1)
        """, AC, limits=SECOND, beside_load=True),
    attack("two-busy-threads", "the CPU time of two threads, each within the limit, is summed", """
        import hashlib, threading, time
        def work():
            data = bytes(1 << 18)
            while time.thread_time() < 0.9:
                hashlib.sha256(data).digest()
        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        print(1)
        """, TLE, limits=SECOND, reason="cpu time"),
    attack("ignored-signals", "signals that are ignored do not help", """
        import signal
        signal.alarm(0)
        for number in (signal.SIGALRM, signal.SIGXCPU, signal.SIGTERM, signal.SIGINT, signal.SIGPROF):
            signal.signal(number, signal.SIG_IGN)
        while True:
            pass
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("swallowed-exceptions", "swallowing every exception does not help", """
        while True:
            try:
                while True:
                    pass
            except BaseException:
                continue
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("clock-polling", "polling the clock is TLE", """
        import time
        while time.time() > 0:
            pass
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("byte-at-a-time", "output of a byte at a time, for ever, is TLE", """
        import sys
        while True:
            sys.stdout.write('x')
            sys.stdout.flush()
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("stop-self", "stopping oneself is TLE", """
        import os, signal
        os.kill(os.getpid(), signal.SIGSTOP)
        """, TLE, limits=QUICK, reason="wall time"),
    attack("stop-parent", "stopping the parent is denied", """
        import os, signal
        for pid in (os.getppid(), 1):
            try:
                os.kill(pid, signal.SIGSTOP)
            except PermissionError:
                continue
            raise SystemExit('stopped')
        print(1)
        """, AC),
    attack("just-below-limit", "ending just below the limit is no TLE", """
        import time
        while time.process_time() < 0.95:
            pass
        print(1)
        """, AC, limits=SECOND),
    attack("busy-with-unread-input", "a busy program with a large unread input ends in time", "while True: pass", TLE,
           limits=BUSY, stdin_bytes=20 * MIB, reason="cpu time"),
    attack("self-reaping-children", "children that the kernel reaps by itself burn CPU time that counts", """
        import os, signal, time
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
        for _ in range(8):
            if os.fork() == 0:
                while time.process_time() < 0.2:
                    pass
                os._exit(0)
            try:
                os.wait()
            except ChildProcessError:
                pass
        print(1)
        """, TLE, limits=BUSY, reason="cpu time"),
)  # fmt: skip
