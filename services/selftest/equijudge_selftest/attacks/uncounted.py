"""What nobody counts by itself: memory that no process shows, the zygote's schedule, tables of the whole host."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import MIB, ROOMY, attack, of_topic
from equijudge_selftest.topics import Topic

AC, MLE = Verdict.AC, Verdict.MLE
SMALL = ROOMY.model_copy(update={"memory_limit_bytes": 64 * MIB})

ATTACKS = of_topic(
    Topic.UNCOUNTED,
    attack("socket-buffers", "the buffers of sockets count as memory", """
        import socket, time
        held = []
        for _ in range(4000):
            pair = socket.socketpair()
            pair[0].setblocking(False)
            held.append(pair)
            try:
                while True:
                    pair[0].send(bytes(32 << 10))
            except BlockingIOError:
                pass
            if len(held) == 450:
                break
        time.sleep(0.5)
        print(1)
        """, MLE, limits=SMALL),
    attack("page-tables", "page tables count as memory", """
        import ctypes, time
        libc = ctypes.CDLL(None)
        libc.mmap.restype = ctypes.c_void_p
        libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
        length = (96 << 20) // 4096 * (2 << 20)
        base = libc.mmap(None, length, 1, 0x4022, -1, 0)
        for address in range(base, base + length, 2 << 20):
            ctypes.c_char.from_address(address).value
        time.sleep(0.5)
        print(1)
        """, MLE, limits=SMALL),
    attack("ended-main-thread", "memory of processes whose first thread has ended counts", """
        import ctypes, os, platform, threading, time
        def hold():
            kept = bytearray(50 << 20)
            time.sleep(0.5)
            os._exit(0)
        for _ in range(4):
            if os.fork() == 0:
                threading.Thread(target=hold).start()
                ctypes.CDLL(None).syscall({'x86_64': 60, 'aarch64': 93}[platform.machine()], 0)
        for _ in range(4):
            os.wait()
        print(1)
        """, MLE, limits=SMALL),
    attack("hinder-zygote", "a program can neither stop, slow nor limit the process it is forked from", """
        import os, resource, signal
        zygote, refused = os.getppid(), 0
        attempts = (lambda: os.kill(zygote, signal.SIGSTOP),
                    lambda: os.setpriority(os.PRIO_PROCESS, zygote, 19),
                    lambda: os.setpriority(os.PRIO_PGRP, os.getpgid(zygote), 19),
                    lambda: os.sched_setscheduler(zygote, os.SCHED_IDLE, os.sched_param(0)),
                    lambda: os.sched_setaffinity(zygote, {min(os.sched_getaffinity(0))}),
                    lambda: resource.prlimit(zygote, resource.RLIMIT_CPU, (1, 1)),
                    lambda: os.setpgid(zygote, 0))
        for attempt in attempts:
            try:
                attempt()
            except OSError:
                refused += 1
        print(len(attempts) - refused)
        """, AC, tests=(("", "0\n"),) * 2),
    attack("host-tables", "tables of the whole host cannot be filled", """
        import ctypes, os
        libc, counts = ctypes.CDLL(None), []
        def taken(take):
            for number in range(100):
                try:
                    take()
                except OSError:
                    return number
            return 100
        def checked(done):
            if done < 0:
                raise OSError
        context = ctypes.c_ulong()
        counts.append(taken(os.openpty))
        counts.append(taken(lambda: os.close(os.open('/dev/ptmx', os.O_RDWR))))
        counts.append(taken(lambda: checked(libc.inotify_init())))
        counts.append(taken(lambda: checked(libc.syscall(206 if os.uname().machine == 'x86_64' else 0, 1,
                                                         ctypes.byref(context)))))
        print(counts)
        """, AC, tests=(("", "[0, 0, 0, 0]\n"),)),
)  # fmt: skip
