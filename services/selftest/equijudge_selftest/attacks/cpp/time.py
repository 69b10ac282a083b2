"""C++ programs that will not end, and some that end just in time."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, MIB, QUICK, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, OLE, RE, TLE = Verdict.AC, Verdict.OLE, Verdict.RE, Verdict.TLE
SECOND = BUSY.model_copy(update={"cpu_time_s": 1.0})
BURN = """
#include <ctime>
static double used(clockid_t clock) { timespec now; clock_gettime(clock, &now); return now.tv_sec + now.tv_nsec / 1e9; }
static void burn(double seconds, clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
    for (double end = used(clock) + seconds; used(clock) < end;);
}
"""

ATTACKS = in_language("cpp17", of_topic(
    Topic.TIME,
    attack("cpp-busy-loop", "C++: a busy loop is TLE by CPU time", """
        int main() { for (volatile long turn = 0;; turn = turn + 1); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-sleep-forever", "C++: a sleeper is TLE by wall time", """
        #include <unistd.h>
        int main() { for (;;) pause(); }
        """, TLE, limits=QUICK, reason="wall time"),
    attack("cpp-output-then-loop", "C++: the right output and then a loop is TLE", """
        #include <cstdio>
        int main() { puts("1"); fflush(stdout); for (volatile long turn = 0;; turn = turn + 1); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-output-then-sleep", "C++: the right output and then sleep is TLE", """
        #include <cstdio>
        #include <unistd.h>
        int main() { puts("1"); fflush(stdout); close(1); sleep(60); }
        """, TLE, limits=QUICK, reason="wall time"),
    attack("cpp-deadlock", "C++: threads that wait for each other are TLE by wall time", """
        #include <mutex>
        #include <thread>
        int main() {
            std::mutex lock;
            lock.lock();
            std::thread([&] { lock.lock(); }).join();
        }
        """, TLE, limits=QUICK, reason="wall time"),
    attack("cpp-short-sleep", "C++: a sleeper that ends by itself is judged by its answer", """
        #include <cstdio>
        #include <unistd.h>
        int main() { usleep(700000); puts("1"); }
        """, AC, limits=BUSY),
    attack("cpp-two-busy-threads", "C++: the CPU time of two threads, each within the limit, is summed", BURN + """
#include <cstdio>
#include <thread>
int main() {
    std::thread other(burn, 0.9, CLOCK_THREAD_CPUTIME_ID);
    burn(0.9, CLOCK_THREAD_CPUTIME_ID);
    other.join();
    puts("1");
}
""", TLE, limits=SECOND, reason="cpu time"),
    attack("cpp-ignored-signals", "C++: signals that are ignored, caught or blocked do not help", """
        #include <csignal>
        int main() {
            for (int number = 1; number < 65; number++) signal(number, number % 2 ? SIG_IGN : [](int) {});
            sigset_t all;
            sigfillset(&all);
            sigprocmask(SIG_BLOCK, &all, 0);
            for (volatile long turn = 0;; turn = turn + 1);
        }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-clock-polling", "C++: polling the clock is TLE", """
        #include <chrono>
        int main() { while (std::chrono::steady_clock::now().time_since_epoch().count() > 0); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-byte-at-a-time", "C++: output of a byte at a time, for ever, is TLE or OLE", """
        #include <unistd.h>
        int main() { for (;;) if (write(1, "x", 1) < 0) return 1; }
        """, TLE, OLE, limits=BUSY),
    attack("cpp-stop-self", "C++: stopping oneself is TLE", """
        #include <csignal>
        int main() { raise(SIGSTOP); }
        """, TLE, limits=QUICK, reason="wall time"),
    attack("cpp-stopped-child", "C++: a parent that waits for a stopped child is TLE", """
        #include <csignal>
        #include <sys/wait.h>
        #include <unistd.h>
        int main() { if (fork() == 0) for (;;) raise(SIGSTOP); wait(0); }
        """, TLE, limits=QUICK, reason="wall time"),
    attack("cpp-just-below-limit", "C++: ending just below the limit is no TLE", BURN + """
#include <cstdio>
int main() { burn(0.93); puts("1"); }
""", AC, limits=SECOND),
    attack("cpp-busy-machine", "C++: 0.9 of the CPU limit beside a busy machine is accepted", BURN + """
#include <cstdio>
int main() { burn(0.9); puts("1"); }
""", AC, limits=SECOND, beside_load=True),
    attack("cpp-busy-with-unread-input", "C++: a busy program with a large unread input ends in time", """
        int main() { for (volatile long turn = 0;; turn = turn + 1); }
        """, TLE, limits=BUSY, stdin_bytes=20 * MIB, reason="cpu time"),
    attack("cpp-busy-children", "C++: the CPU time of children counts while their parent sleeps", """
        #include <unistd.h>
        int main() { if (fork() == 0) for (volatile long turn = 0;; turn = turn + 1); sleep(60); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-ended-busy-children", "C++: the CPU time of children that ended long ago counts", BURN + """
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>
int main() {
    for (int child = 0; child < 8; child++) { if (fork() == 0) { burn(0.2); _exit(0); } wait(0); }
    puts("1");
}
""", TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-self-reaping-children", "C++: children that the kernel reaps by itself burn CPU time that counts",
           BURN + """
#include <csignal>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>
int main() {
    struct sigaction reaped = {};
    reaped.sa_handler = SIG_IGN;
    reaped.sa_flags = SA_NOCLDWAIT | SA_NOCLDSTOP;
    sigaction(SIGCHLD, &reaped, 0);
    for (int child = 0; child < 8; child++) { if (fork() == 0) { burn(0.2); _exit(0); } wait(0); }
    puts("1");
}
""", TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-silent-children", "C++: children that end without a signal burn CPU time that counts", BURN + """
#include <csignal>
#include <cstdio>
#include <sched.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
int main() {
    for (int child = 0; child < 8; child++) {
        int pid = syscall(SYS_clone, 0, 0, 0, 0, 0);
        if (pid == 0) { burn(0.2); _exit(0); }
        waitpid(pid, 0, __WALL);
    }
    puts("1");
}
""", TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-relay-of-children", "C++: CPU time that is handed on from child to child is summed", BURN + """
#include <unistd.h>
int main() {
    if (fork() > 0) for (;;) pause();
    for (;;) { burn(0.05); if (fork() > 0) _exit(0); }
}
""", TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-relay-of-programs", "C++: CPU time of a program that becomes itself again and again is summed",
           BURN + """
#include <unistd.h>
int main() { burn(0.05); execl("/proc/self/exe", "program", (char *)0); }
""", TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-busy-vfork", "C++: CPU time of a child for which its parent stands still counts", """
        #include <cstdio>
        #include <unistd.h>
        int main() { if (vfork() == 0) for (volatile long turn = 0;; turn = turn + 1); puts("1"); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-busy-after-main-thread", "C++: threads that outlive the first one are TLE", """
        #include <pthread.h>
        #include <thread>
        int main() { std::thread([] { for (volatile long turn = 0;; turn = turn + 1); }).detach(); pthread_exit(0); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-busy-at-exit", "C++: a loop at the exit is TLE", """
        #include <cstdio>
        #include <cstdlib>
        int main() { atexit([] { for (volatile long turn = 0;; turn = turn + 1); }); puts("1"); fflush(stdout); }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-busy-before-main", "C++: a loop before main is TLE", """
        static int before() { for (volatile long turn = 0;; turn = turn + 1); }
        static int first = before();
        int main() { return first; }
        """, TLE, limits=BUSY, reason="cpu time"),
    attack("cpp-timer-signals", "C++: a handler that is called without end is TLE", """
        #include <csignal>
        #include <sys/time.h>
        #include <unistd.h>
        int main() {
            signal(SIGALRM, [](int) { for (volatile long turn = 0; turn < 100000; turn = turn + 1); });
            itimerval every = {{0, 1}, {0, 1}};
            setitimer(ITIMER_REAL, &every, 0);
            for (;;) pause();
        }
        """, TLE, limits=BUSY),
))  # fmt: skip
