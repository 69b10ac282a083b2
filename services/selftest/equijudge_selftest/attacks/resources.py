"""Programs that take more than they are given, and some that only seem to."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, LIMITS, MIB, QUICK, ROOMY, attack, of_topic
from equijudge_selftest.topics import Topic

AC, OLE, MLE, RE, TLE = Verdict.AC, Verdict.OLE, Verdict.MLE, Verdict.RE, Verdict.TLE
FORKS = BUSY.model_copy(update={"memory_limit_bytes": 320 * MIB})
WHOLE_CELL = LIMITS.model_copy(update={"memory_limit_bytes": 400 * MIB})

ATTACKS = of_topic(
    Topic.RESOURCES,
    attack("fork-bomb", "a fork bomb ends with all its processes", """
        import os
        while True:
            try:
                os.fork()
            except OSError:
                pass
        """, TLE, RE, limits=FORKS),
    attack("setsid-children", "children in sessions of their own are ended", """
        import os
        while True:
            if os.fork() == 0:
                os.setsid()
                while True:
                    pass
        """, TLE, RE, limits=FORKS),
    attack("orphaned-child", "children left behind neither delay nor change the verdict", """
        import os, time
        if os.fork():
            print(1)
        else:
            time.sleep(60)
        """, AC, limits=QUICK),
    attack("busy-children", "the CPU time of children counts while their parent sleeps", """
        import os, time
        for _ in range(2):
            if os.fork() == 0:
                while True:
                    pass
        time.sleep(60)
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("ended-busy-children", "the CPU time of children that ended long ago counts", """
        import os, time
        for _ in range(8):
            if os.fork() == 0:
                while time.process_time() < 0.2:
                    pass
                os._exit(0)
            os.wait()
        print(1)
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("thread-bomb", "a thread bomb is contained", """
        import threading, time
        while True:
            threading.Thread(target=time.sleep, args=(60,)).start()
        """, RE, TLE, limits=QUICK),
    attack("endless-allocation", "memory that is touched for ever is MLE", """
        held = []
        while True:
            held.append(bytearray(1 << 20))
        """, MLE),
    attack("untouched-mapping", "memory that is mapped and never touched is not counted", """
        import mmap
        room = mmap.mmap(-1, 300 << 20)
        room[0] = 1
        print(1)
        """, AC),
    attack("touched-mapping", "memory that is mapped and touched is MLE", """
        import mmap, time
        room = mmap.mmap(-1, 300 << 20)
        for at in range(0, len(room), 4096):
            room[at] = 1
        time.sleep(0.05)
        print(1)
        """, MLE),
    attack("memory-over-children", "memory is summed over children, each below the limit", """
        import os, time
        for _ in range(6):
            if os.fork() == 0:
                held = bytearray(40 << 20)
                time.sleep(60)
        time.sleep(60)
        """, MLE),
    attack("many-threads", "many threads within the memory limit are accepted", """
        import threading
        gate = threading.Barrier(65)
        for _ in range(64):
            threading.Thread(target=gate.wait).start()
        gate.wait()
        print(1)
        """, AC),
    *(
        attack(f"fill-{place.strip('/').replace('/','-')}", f"files in {place} cannot fill the memory", f"""
            number = 0
            while True:
                with open('{place}/%d' % number, 'wb') as file:
                    file.write(bytes(8 << 20))
                number += 1
            """, RE, MLE)
        for place in ("/tmp", "/dev/shm")
    ),
    attack("memfd", "memory that no process maps cannot be had", """
        import os
        os.memfd_create('hidden')
        """, RE),
    attack("deep-recursion-big-stack", "deep recursion on a big stack is accepted", """
        import sys, threading
        sys.setrecursionlimit(10**6)
        threading.stack_size(512 << 20)
        def depth(n):
            return 0 if n == 0 else 1 + depth(n - 1)
        thread = threading.Thread(target=lambda: print(depth(50000)))
        thread.start()
        thread.join()
        """, AC, tests=(("", "50000\n"),), limits=ROOMY),
    attack("endless-recursion", "recursion without end is RE", """
        def f():
            f()
        f()
        """, RE),
    attack("interpreter-crash", "a crash of the interpreter by recursion is RE", """
        import sys
        sys.setrecursionlimit(10**9)
        class Endless:
            def __repr__(self):
                return repr(self)
        repr(Endless())
        """, RE, MLE),
    attack("stdout-flood", "a flood on stdout is OLE", """
        while True:
            print('x' * 65536)
        """, OLE),
    attack("stderr-flood", "a flood on stderr is cut and forgiven", """
        import sys
        for _ in range(100):
            sys.stderr.write('e' * (1 << 20))
        print(1)
        """, AC),
    attack("one-huge-line", "one line of hundreds of megabytes is OLE", """
        import sys
        for _ in range(300):
            sys.stdout.write('x' * (1 << 20))
        """, OLE),
    attack("right-output-then-flood", "the right output followed by too much is OLE", """
        print(1, flush=True)
        print('x' * (9 << 20))
        """, OLE),
    attack("megabyte-of-output", "a megabyte of right output is accepted",
           "print('x' * 1_000_000)", AC, tests=(("", "x" * 1_000_000),)),
    attack("big-file", "a big file is an error to the program, and its space is freed", """
        with open('big', 'wb') as file:
            while True:
                file.write(bytes(1 << 20))
        """, RE, MLE),
    attack("sparse-file", "a file made huge without being written is an error to the program", """
        open('sparse', 'wb').truncate(1 << 40)
        """, RE),
    attack("reserved-file", "a file cannot be reserved beyond the limit", """
        import os
        os.posix_fallocate(os.open('reserved', os.O_CREAT | os.O_RDWR), 0, 1 << 36)
        """, RE),
    attack("many-small-files", "thousands of small files are an error to the program", """
        import time
        for number in range(40000):
            open(str(number), 'w').close()
        time.sleep(0.1)
        print(1)
        """, RE),
    attack("deep-directories", "deep directories, odd names and closed modes are cleared away", """
        import os
        os.mkdir('locked')
        open('locked/file', 'w').close()
        os.chmod('locked', 0)
        open(b'\\xff\\x01\\n odd', 'w').close()
        os.symlink('/', 'link')
        os.mkfifo('fifo')
        for _ in range(600):
            os.mkdir('d' * 200)
            os.chdir('d' * 200)
        print(1)
        """, AC),
    attack("descriptor-exhaustion", "running out of descriptors is an error to the program", """
        files = []
        while True:
            files.append(open('/dev/null'))
        """, RE),
    attack("core-dump", "an abort leaves no core", """
        import os, resource
        resource.setrlimit(resource.RLIMIT_CORE, (-1, -1)) if resource.getrlimit(resource.RLIMIT_CORE)[1] > 1 else None
        os.abort()
        """, RE, reason="SIGABRT"),
    attack("unread-input", "megabytes of input that nobody reads hurt nobody", "print(1)", AC, stdin_bytes=6 * MIB),
    attack("slowly-read-input", "a hundred megabytes of input read slowly are TLE, and freed", """
        import os, time
        while os.read(0, 4096):
            time.sleep(0.01)
        """, TLE, limits=QUICK, stdin_bytes=100 * MIB),
    attack("fill-cell-with-children", "small children that fill the cell until the kernel kills are MLE", """
        import os, time
        for place in ('/tmp', '/dev/shm'):
            with open(place + '/fill', 'wb') as file:
                file.write(bytes(60 << 20))
        def child():
            try:
                open('/proc/self/oom_score_adj', 'w').write('0')
            except OSError:
                pass
            held = bytearray(4 << 20)
            time.sleep(60)
        while True:
            try:
                if os.fork() == 0:
                    child()
            except OSError:
                more = bytearray(300 << 20)
                time.sleep(60)
        """, MLE, limits=WHOLE_CELL),
)  # fmt: skip
