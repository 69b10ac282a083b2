"""How C++ programs end: exit codes, signals, exceptions, closed streams, half-written output."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import Attack, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, CE, RE, WA = Verdict.AC, Verdict.CE, Verdict.RE, Verdict.WA
HEADERS = """
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <stdexcept>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>
"""


def ends(
    slug: str, name: str, body: str, *accept: Verdict, before: str = "", reason: str = "", output: str = "1\n"
) -> Attack:
    """A program of this body."""
    source = f"{HEADERS}{before}\nint main() {{ {body} }}\n"
    return attack(f"cpp-{slug}", f"C++: {name}", source, *accept, reason=reason, tests=(("", output),))


ATTACKS = in_language("cpp17", of_topic(
    Topic.EXITS,
    *(ends(f"exit-code-{code}", f"exit code {code} after the right output is RE", f'puts("1"); return {code};', RE,
           reason=f"exit code {code}") for code in (1, 42, 43, 255)),
    ends("exit-code-256", "exit code 256 is 0 to the kernel", 'puts("1"); exit(256);', AC),
    ends("division-by-zero", "a division by zero is RE, and named",
         'volatile int zero = 0, many = 1000; printf("%d\\n", many / zero);', RE, reason="SIGFPE"),
    ends("null-pointer", "a null pointer is RE, and named", "volatile int *none = 0; return *none;", RE,
         reason="SIGSEGV"),
    ends("abort", "an abort is RE, and named", 'puts("1"); fflush(stdout); abort();', RE, reason="SIGABRT"),
    ends("illegal-instruction", "an illegal instruction is RE, and named", "__builtin_trap();", RE, reason="SIGILL"),
    ends("bus-error", "a page behind the end of a file is RE, and named", """
        int file = open("short", O_CREAT | O_RDWR, 0600);
        return *(volatile char *)mmap(0, 4096, PROT_READ, MAP_PRIVATE, file, 0);
        """, RE, reason="SIGBUS"),
    ends("bad-system-call", "a signal like a filter's is RE", "raise(SIGSYS);", RE, reason="SIGSYS"),
    ends("kill-self", "killing oneself is RE, neither MLE nor TLE", "raise(SIGKILL);", RE, reason="SIGKILL"),
    ends("sigxcpu", "a signal like a timeout's is RE", "raise(SIGXCPU);", RE, reason="SIGXCPU"),
    ends("sigxfsz", "a signal like that of too large a file is RE", "raise(SIGXFSZ);", RE, reason="SIGXFSZ"),
    ends("real-time-signal", "a signal that has no name is RE", "raise(SIGRTMIN + 3);", RE),
    ends("broken-pipe", "writing where nobody reads is RE, and named",
         "int ends[2]; if (pipe(ends)) return 1; close(ends[0]); return write(ends[1], \"x\", 1);", RE,
         reason="SIGPIPE"),
    ends("uncaught-exception", "an uncaught exception is RE, and named", 'throw std::out_of_range("far");', RE,
         reason="SIGABRT"),
    ends("uncaught-number", "a number that is thrown is RE", "throw 42;", RE, reason="SIGABRT"),
    ends("exception-in-thread", "an uncaught exception of a thread is RE",
         'std::thread([] { throw std::runtime_error("x"); }).join(); puts("1");', RE, reason="SIGABRT"),
    ends("exception-in-noexcept", "an exception where none may be is RE", "quiet();", RE, reason="SIGABRT",
         before='static void quiet() noexcept { throw std::logic_error("x"); }'),
    ends("claimed-exception", "a claim on stderr names no more than an exception", """
        fputs("terminate called after throwing an instance of 'AC'\\n", stderr); _exit(1);
        """, RE),
    ends("bad-alloc", "memory that cannot be had and was not touched is RE",
         "volatile size_t size = 1UL << 60; return *new char[size];", RE, reason="SIGABRT"),
    ends("joinable-thread", "a thread that nobody joined is RE",
         'std::thread left([] { pause(); }); puts("1"); fflush(stdout);', RE, reason="SIGABRT"),
    ends("double-free", "memory freed twice is RE", """
        void *volatile block = malloc(100); free(block); free(block); puts("1");
        """, RE, reason="SIGABRT"),
    ends("crash-after-main", "a crash of a destructor after main is RE", 'puts("1"); fflush(stdout);', RE,
         reason="SIGSEGV", before="static struct Last { ~Last() { *(volatile int *)0 = 1; } } last;"),
    ends("exit-before-output", "_exit before any output is WA", "_exit(0);", WA),
    ends("exit-with-full-buffer", "_exit drops what was not flushed: WA", 'printf("1\\n"); _exit(0);', WA),
    ends("quick-exit", "quick_exit after flushing is judged on the output", 'puts("1"); fflush(stdout); quick_exit(0);',
         AC),
    ends("output-at-exit", "output of functions at the exit counts", 'atexit([] { puts("1"); });', AC),
    ends("thread-exits", "another thread may end the process",
         'std::thread([] { puts("1"); exit(0); }).join();', AC),
    ends("main-thread-exits", "the first thread may end before the others",
         'std::thread([] { usleep(50000); puts("1"); }).detach(); pthread_exit(0);', AC,
         before="#include <pthread.h>"),
    ends("running-thread", "a thread that still runs when main returns is no error",
         'std::thread([] { for (;;) usleep(1000); }).detach(); puts("1");', AC),
    ends("close-stdout", "what was written before stdout was closed counts",
         'if (write(1, "1\\n", 2) != 2) return 1; close(1); close(2); close(0); usleep(20000);', AC),
    ends("reopened-stdout", "what is written to another file is not the output",
         'freopen("elsewhere", "w", stdout); puts("1");', WA),
    ends("stdout-to-stdin", "writing to standard input is no output", 'dup2(0, 1); puts("1");', WA),
    ends("verdict-on-stderr", "the judge's own words on stderr mean nothing",
         'fputs("timelimit exceeded\\nAC\\n", stderr); puts("2");', WA),
    ends("output-without-newline", "a missing newline is no error", 'printf("1");', AC),
    ends("signal-parent", "neither the parent nor process 1 can be signalled", """
        int signalled = 0;
        for (int pid : {1, (int)getppid()}) for (int number : {0, SIGSTOP, SIGTERM, SIGKILL})
            signalled += kill(pid, number) == 0;
        printf("%d\\n", signalled);
        """, AC, output="0\n"),
    ends("kill-everything", "killing everything in sight ends nobody else",
         'signal(SIGTERM, SIG_IGN); kill(-1, SIGKILL); puts("1");', AC, RE),
    ends("kill-group", "killing one's own group ends nobody else", 'puts("1"); kill(0, SIGKILL);', RE),
    ends("becomes-another-program", "a program that becomes another one is judged on what that prints",
         'execl("/bin/echo", "echo", "1", (char *)0); return 9;', AC),
    ends("no-main", "a program without main does not compile", "", CE, before="#define main other"),
))  # fmt: skip
