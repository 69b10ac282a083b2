"""C++ programs that take more than they are given, and some that only seem to."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BUSY, LIMITS, MIB, QUICK, ROOMY, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, OLE, MLE, RE, TLE = Verdict.AC, Verdict.OLE, Verdict.MLE, Verdict.RE, Verdict.TLE
FORKS = BUSY.model_copy(update={"memory_limit_bytes": 320 * MIB})
WHOLE_CELL = LIMITS.model_copy(update={"memory_limit_bytes": 400 * MIB})

ATTACKS = in_language("cpp17", of_topic(
    Topic.RESOURCES,
    attack("cpp-fork-bomb", "C++: a fork bomb ends with all its processes", """
        #include <unistd.h>
        int main() { for (;;) fork(); }
        """, TLE, RE, limits=FORKS),
    attack("cpp-vfork-chain", "C++: children that share their parent's memory while it waits are ended", """
        #include <unistd.h>
        int main() { for (;;) if (vfork() > 0) for (;;); }
        """, TLE, RE, MLE, limits=FORKS),
    attack("cpp-setsid-children", "C++: children in sessions of their own are ended", """
        #include <unistd.h>
        int main() { for (;;) if (fork() == 0) { setsid(); for (;;); } }
        """, TLE, RE, limits=FORKS),
    attack("cpp-daemon", "C++: a daemon neither delays nor changes the verdict", """
        #include <cstdio>
        #include <unistd.h>
        int main() {
            puts("1");
            fflush(stdout);
            if (fork() == 0) { setsid(); if (fork() == 0) { close(0); close(1); close(2); sleep(60); } }
        }
        """, AC, limits=QUICK),
    attack("cpp-thread-bomb", "C++: a thread bomb is contained", """
        #include <chrono>
        #include <thread>
        int main() {
            for (;;) std::thread([] { std::this_thread::sleep_for(std::chrono::seconds(60)); }).detach();
        }
        """, RE, TLE, limits=QUICK),
    attack("cpp-raw-clone", "C++: no process can be made beside the parent or in namespaces of its own", """
        #include <cerrno>
        #include <cstdio>
        #include <sched.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        int main() {
            unsigned long flags[] = {CLONE_PARENT, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNS, CLONE_NEWNET,
                CLONE_NEWCGROUP};
            int refused = 0;
            for (unsigned long flag : flags) {
                long pid = syscall(SYS_clone, flag | 17, 0, 0, 0, 0);
                if (pid == 0) _exit(0);
                refused += pid < 0 && errno == EPERM;
            }
            unsigned long given[11] = {CLONE_NEWUSER};
            refused += syscall(SYS_clone3, given, sizeof given) < 0 && errno == ENOSYS;
            printf("%d\\n", refused);
        }
        """, AC, tests=(("", "7\n"),)),
    attack("cpp-endless-allocation", "C++: memory that is touched for ever is MLE", """
        #include <cstdlib>
        #include <cstring>
        static void *volatile kept;
        int main() { for (;;) memset(kept = malloc(1 << 20), 1, 1 << 20); }
        """, MLE),
    attack("cpp-endless-vector", "C++: a vector that grows for ever is MLE", """
        #include <vector>
        int main() { std::vector<int> held; for (;;) held.push_back(1); }
        """, MLE),
    attack("cpp-untouched-memory", "C++: gigabytes that are mapped and never touched are not counted", """
        #include <cstdio>
        #include <cstdlib>
        #include <sys/mman.h>
        static char zeros[1 << 30];
        int main(int count, char **) {
            char *heap = (char *)malloc(1 << 30), *map = (char *)mmap(0, 1 << 30, 3, MAP_PRIVATE | MAP_ANONYMOUS, -1,
                0);
            if (!heap || map == MAP_FAILED) return 1;
            heap[count] = map[count] = zeros[count] = 1;
            puts("1");
        }
        """, AC),
    attack("cpp-touched-array", "C++: a static array that is touched is MLE", """
        #include <cstdio>
        #include <cstring>
        static char zeros[300 << 20];
        int main() { memset(zeros, 1, sizeof zeros); printf("%d\\n", zeros[77]); }
        """, MLE),
    attack("cpp-short-spike", "C++: memory that was held for a moment is MLE", """
        #include <cstdio>
        #include <sys/mman.h>
        int main() {
            mmap(0, 200 << 20, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
            puts("1");
        }
        """, MLE),
    attack("cpp-memory-over-children", "C++: memory is summed over children, each below the limit", """
        #include <cstdlib>
        #include <cstring>
        #include <unistd.h>
        static void *volatile kept;  // or the compiler would leave it all out
        int main() {
            for (int child = 0; child < 6; child++)
                if (fork() == 0) { memset(kept = malloc(40 << 20), 1, 40 << 20); sleep(60); }
            sleep(60);
        }
        """, MLE),
    attack("cpp-shared-mapping", "C++: memory that children share is counted, and once", """
        #include <cstdio>
        #include <cstring>
        #include <sys/mman.h>
        #include <sys/wait.h>
        #include <unistd.h>
        int main() {
            char *shared = (char *)mmap(0, 70 << 20, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
            for (int child = 0; child < 3; child++)
                if (fork() == 0) { memset(shared, 1, 70 << 20); usleep(200000); _exit(0); }
            while (wait(0) > 0);
            printf("%d\\n", shared[70]);
        }
        """, AC),
    attack("cpp-memory-before-exec", "C++: memory that was given back by becoming another program is MLE", """
        #include <cstdio>
        #include <cstdlib>
        #include <unistd.h>
        int main(int count, char **) {
            if (count > 1) { puts("1"); return 0; }
            volatile char *held = (char *)malloc(300 << 20);
            for (int at = 0; at < 300 << 20; at += 4096) held[at] = 1;
            execl("/proc/self/exe", "program", "again", (char *)0);
        }
        """, MLE, RE),
    attack("cpp-many-threads", "C++: many threads within the memory limit are accepted", """
        #include <condition_variable>
        #include <cstdio>
        #include <mutex>
        #include <thread>
        #include <vector>
        int main() {
            std::mutex lock; std::condition_variable all; int here = 0;
            std::vector<std::thread> threads;
            for (int number = 0; number < 64; number++) threads.emplace_back([&] {
                std::unique_lock<std::mutex> held(lock);
                if (++here == 64) all.notify_all();
                all.wait(held, [&] { return here == 64; });
            });
            for (auto &thread : threads) thread.join();
            puts("1");
        }
        """, AC),
    *(
        attack(f"cpp-fill-{place.strip('/').replace('/','-')}", f"C++: files in {place} cannot fill the memory", f"""
            #include <cstdio>
            #include <string>
            int main() {{
                static char filling[8 << 20];
                for (int number = 0;; number++) {{
                    FILE *file = fopen(("{place}/" + std::to_string(number)).c_str(), "w");
                    if (!file || fwrite(filling, 1, sizeof filling, file) < sizeof filling || fclose(file)) return 1;
                }}
            }}
            """, RE, MLE)
        for place in ("/tmp", "/dev/shm")
    ),
    attack("cpp-memfd", "C++: memory that no process maps cannot be had", """
        #include <cstdio>
        #include <sys/mman.h>
        #include <sys/syscall.h>
        #include <unistd.h>
        int main() { printf("%d %ld\\n", memfd_create("hidden", 0), syscall(447, 0)); }
        """, AC, tests=(("", "-1 -1\n"),)),
    attack("cpp-recursion-to-limit", "C++: recursion that fills nine tenths of the memory limit is accepted", """
        #include <cstdio>
        int depth(int left) {
            volatile char frame[1000];
            frame[left % 1000] = 1;
            return left == 0 ? 0 : frame[left % 1000] + depth(left - 1);
        }
        int main() { int n; if (scanf("%d", &n) == 1) printf("%d\\n", depth(n)); }
        """, AC, tests=(("225000\n", "225000\n"),), limits=ROOMY),
    attack("cpp-endless-recursion", "C++: recursion without end is RE or MLE", """
        int depth(volatile char *above) {
            volatile char frame[1000];
            frame[7] = above[7];
            return depth(frame) + frame[7];
        }
        int main() { volatile char first[1000]; first[7] = 1; return depth(first); }
        """, RE, MLE),
    attack("cpp-stack-jump", "C++: a frame larger than the stack is RE or MLE", """
        #include <alloca.h>
        #include <cstdio>
        int main() {
            volatile char *frame = (char *)alloca(1 << 30);
            frame[0] = 1;
            for (long at = 0; at < 1 << 30; at += 4096) frame[at] = 1;
            puts("1");
        }
        """, RE, MLE),
    attack("cpp-stdout-flood", "C++: a flood on stdout is OLE", """
        #include <cstdio>
        int main() { for (;;) puts("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"); }
        """, OLE),
    attack("cpp-sparse-stdout", "C++: a hole on stdout that is larger than the limit is OLE", """
        #include <unistd.h>
        int main() { return ftruncate(1, 8 << 20) != 0 || lseek(1, 0, SEEK_END) < 0 || write(1, "1\\n", 2) != 2; }
        """, OLE, RE),
    attack("cpp-far-write", "C++: standard output that ends a terabyte away is RE or OLE", """
        #include <cstdio>
        #include <unistd.h>
        int main() { puts("1"); fflush(stdout); return pwrite(1, "x", 1, 1L << 40) == 1 ? 0 : 3; }
        """, OLE, RE),
    attack("cpp-stderr-flood", "C++: a flood on stderr is cut and forgiven", """
        #include <cstdio>
        #include <cstring>
        static char line[1 << 20];
        int main() {
            memset(line, 'e', sizeof line);
            for (int number = 0; number < 100; number++) fwrite(line, 1, sizeof line, stderr);
            puts("1");
        }
        """, AC),
    attack("cpp-right-output-then-flood", "C++: the right output followed by too much is OLE", """
        #include <cstdio>
        int main() { puts("1"); for (int number = 0; number < 9 << 20; number++) putchar('x'); }
        """, OLE),
    attack("cpp-megabyte-of-output", "C++: a megabyte of right output is accepted", """
        #include <cstdio>
        int main() { for (int number = 0; number < 1000000; number++) putchar('x'); }
        """, AC, tests=(("", "x" * 1_000_000),)),
    attack("cpp-sparse-file", "C++: a file made huge without being written is an error to the program", """
        #include <fcntl.h>
        #include <unistd.h>
        int main() { return ftruncate(open("sparse", O_CREAT | O_RDWR, 0600), 1L << 40) != 0; }
        """, RE),
    attack("cpp-reserved-file", "C++: a file cannot be reserved beyond the limit", """
        #include <fcntl.h>
        int main() { return posix_fallocate(open("reserved", O_CREAT | O_RDWR, 0600), 0, 1L << 36) != 0; }
        """, RE),
    attack("cpp-many-small-files", "C++: thousands of small files are an error to the program", """
        #include <cstdio>
        #include <fcntl.h>
        #include <string>
        #include <unistd.h>
        int main() {
            for (int number = 0; number < 40000; number++) {
                int file = open(std::to_string(number).c_str(), O_CREAT | O_WRONLY, 0600);
                if (file < 0) return 1;
                close(file);
            }
            usleep(100000);
            puts("1");
        }
        """, RE),
    attack("cpp-deep-directories", "C++: deep directories, odd names and closed modes are cleared away", """
        #include <cstdio>
        #include <string>
        #include <sys/stat.h>
        #include <unistd.h>
        int main() {
            std::string name(200, 'd');
            mkdir("locked", 0700); mkdir("locked/in", 0); chmod("locked", 0);
            fclose(fopen("\\xff\\x01\\n odd", "w"));
            if (symlink("/", "link") || mkfifo("fifo", 0)) return 1;
            for (int level = 0; level < 600; level++) if (mkdir(name.c_str(), 0700) || chdir(name.c_str())) return 2;
            puts("1");
        }
        """, AC),
    attack("cpp-descriptor-exhaustion", "C++: running out of descriptors is an error to the program", """
        #include <fcntl.h>
        int main() { while (open("/dev/null", O_RDONLY) >= 0); return 1; }
        """, RE),
    attack("cpp-raised-limits", "C++: no limit can be raised", """
        #include <cstdio>
        #include <sys/resource.h>
        int main() {
            int raised = 0;
            for (int kind = 0; kind < RLIM_NLIMITS; kind++) {
                rlimit now, more;
                getrlimit((__rlimit_resource)kind, &now);
                if (now.rlim_max == RLIM_INFINITY) continue;
                more = {now.rlim_max + 1, now.rlim_max + 1};
                raised += setrlimit((__rlimit_resource)kind, &more) == 0;
                more = {RLIM_INFINITY, RLIM_INFINITY};
                raised += setrlimit((__rlimit_resource)kind, &more) == 0;
            }
            printf("%d\\n", raised);
        }
        """, AC, tests=(("", "0\n"),)),
    attack("cpp-lowered-limits", "C++: limits that a program lowers are its own", """
        #include <cstdio>
        #include <sys/resource.h>
        int main() {
            for (int kind = 0; kind < RLIM_NLIMITS; kind++) {
                if (kind == RLIMIT_FSIZE) continue;
                rlimit none = {0, 0};
                setrlimit((__rlimit_resource)kind, &none);
            }
            puts("1");
        }
        """, AC, RE, tests=(("", "1\n"),) * 3),
    attack("cpp-unread-input", "C++: megabytes of input that nobody reads hurt nobody", """
        #include <cstdio>
        int main() { puts("1"); }
        """, AC, stdin_bytes=6 * MIB),
    attack("cpp-fill-cell-with-children", "C++: small children that fill the cell until the kernel kills are MLE", """
        #include <cstdlib>
        #include <cstring>
        #include <fcntl.h>
        #include <unistd.h>
        static void *volatile kept;  // or the compiler would leave it all out
        int main() {
            int score = open("/proc/self/oom_score_adj", O_WRONLY);
            if (score >= 0 && write(score, "0", 1) < 0) close(score);
            for (;;) {
                int pid = fork(), size = pid == 0 ? 3 << 20 : 300 << 20;
                if (pid > 0) continue;
                memset(kept = malloc(size), 1, size);
                sleep(60);
            }
        }
        """, MLE, limits=WHOLE_CELL),
))  # fmt: skip
