"""C++ programs that look for answers, for the runner and for what they were started with."""

from __future__ import annotations

from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import BAIT, attack, in_language, of_topic
from equijudge_selftest.topics import Topic

AC, RE, WA = Verdict.AC, Verdict.RE, Verdict.WA
THREE = (("", "1\n"),) * 3

ATTACKS = in_language("cpp17", of_topic(
    Topic.FORGING,
    attack("cpp-descriptors", "C++: no descriptor is open but the standard streams, which are fresh files", """
        #include <cstdio>
        #include <fcntl.h>
        #include <sys/stat.h>
        #include <unistd.h>
        int main() {
            int wrong = 0;
            for (int fd = 3; fd < 70000; fd++) wrong += fcntl(fd, F_GETFD) != -1;
            for (int fd = 0; fd < 3; fd++) {
                struct stat facts;
                wrong += fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode) || facts.st_size != 0 || lseek(fd, 0,
                    SEEK_CUR);
            }
            wrong += (fcntl(0, F_GETFL) & (O_APPEND | O_NONBLOCK)) + (fcntl(1, F_GETFL) & (O_APPEND | O_NONBLOCK));
            printf("%d\\n", 1 + wrong);
            ftruncate(2, 999); lseek(0, 5, SEEK_SET);
        }
        """, AC, tests=THREE),
    attack("cpp-write-every-descriptor", "C++: a forged outcome on every descriptor has no effect", """
        #include <cstdio>
        #include <unistd.h>
        int main() {
            static char frame[64] = "O";
            puts("2"); fflush(stdout);
            for (int fd = 3; fd < 1100; fd++) if (write(fd, frame, sizeof frame) > 0) puts("1");
        }
        """, WA),
    attack("cpp-replace-own-program", "C++: a program cannot change what the next test runs", """
        #include <cstdio>
        #include <cstdlib>
        #include <fcntl.h>
        #include <string>
        #include <sys/mman.h>
        #include <sys/stat.h>
        #include <unistd.h>
        static const char changed[] = "#!/bin/sh\\necho 2\\n";
        static void attack(const char *path) {
            chmod(path, 0777);
            for (int flags : {O_WRONLY, O_RDWR, O_WRONLY | O_TRUNC}) {
                int file = open(path, flags);
                if (file >= 0 && pwrite(file, changed, sizeof changed - 1, 0) > 0) {}
            }
            truncate(path, 5);
            unlink(path);
            rename("main.cpp", path);
            int file = open(path, O_CREAT | O_WRONLY, 0755);
            if (file >= 0 && write(file, changed, sizeof changed - 1) > 0) {}
        }
        int main(int, char **words) {
            char own[4096] = {};
            if (readlink("/proc/self/exe", own, sizeof own - 1) < 0) return 1;
            puts("1");
            fflush(stdout);
            attack("/proc/self/exe"); attack(own); attack(words[0]); attack("program"); attack("/tmp/box/program");
        }
        """, AC, tests=THREE),
    attack("cpp-own-program-memory", "C++: what is written to mapped code is not there in the next test", """
        #include <cstdio>
        #include <cstring>
        #include <fcntl.h>
        #include <sys/mman.h>
        #include <unistd.h>
        alignas(4096) extern const volatile char answer[8192] = {'1'};
        int main() {
            putchar(answer[0]);
            putchar('\\n');
            fflush(stdout);
            if (mprotect((void *)answer, 4096, PROT_READ | PROT_WRITE) == 0) *(volatile char *)answer = '2';
            int memory = open("/proc/self/mem", O_RDWR);
            if (memory >= 0 && pwrite(memory, "2", 1, (long)answer) == 1) msync((void *)answer, 4096, MS_SYNC);
            int file = open("/proc/self/exe", O_RDONLY);
            void *shared = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
            if (shared != MAP_FAILED) memset(shared, '2', 4096);
        }
        """, AC, tests=THREE),
    attack("cpp-environment", "C++: the environment is a fixed, clean set", """
        #include <cstdio>
        #include <cstring>
        extern char **environ;
        int main() {
            int wrong = 0;
            for (char **entry = environ; *entry; entry++) {
                wrong += !strstr("PATH HOME LANG PYTHONHASHSEED", strndup(*entry, strcspn(*entry, "=")));
                wrong += strstr(*entry, "/root") || strstr(*entry, "EQUIJUDGE") || strstr(*entry, "REDIS");
            }
            printf("%d\\n", wrong);
        }
        """, AC, tests=(("", "0\n"),)),
    attack("cpp-powers", "C++: no capability, group, privilege or tracer is left to a program", """
        #include <cstdio>
        #include <cstring>
        #include <sys/auxv.h>
        #include <sys/prctl.h>
        #include <unistd.h>
        int main() {
            char line[512]; int wrong = 0, seen = 0;
            FILE *status = fopen("/proc/self/status", "r");
            while (status && fgets(line, sizeof line, status)) {
                unsigned long value = 0;
                if (!strncmp(line, "CapInh", 6) || !strncmp(line, "CapPrm", 6) || !strncmp(line, "CapEff", 6) ||
                    !strncmp(line, "CapAmb", 6)) { seen++; sscanf(line + 7, "%lx", &value); wrong += value != 0;
                        fputs(line, stderr); }
                if (!strncmp(line, "Seccomp:", 8)) { seen++; sscanf(line + 8, "%lu", &value); wrong += value != 2; }
                if (!strncmp(line, "NoNewPrivs:", 11)) { seen++; sscanf(line + 11, "%lu", &value); wrong += value != 1;
                    }
                if (!strncmp(line, "TracerPid:", 10)) { seen++; sscanf(line + 10, "%lu", &value); wrong += value != 0; }
            }
            wrong += getauxval(AT_SECURE) != 0;
            wrong += prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 || prctl(PR_SET_MM, 1, 0, 0, 0) == 0;
            printf("%d %d\\n", seen, wrong);
        }
        """, AC, tests=(("", "7 0\n"),)),
    attack("cpp-signal-state", "C++: every signal has its default answer, and none is blocked or pending", """
        #include <csignal>
        #include <cstdio>
        #include <sys/resource.h>
        #include <sys/stat.h>
        #include <unistd.h>
        int main() {
            int wrong = 0;
            for (int number = 1; number < 65; number++) {
                struct sigaction was;
                if (number == SIGCHLD || sigaction(number, 0, &was) != 0) continue;
                if (was.sa_handler != SIG_DFL) { wrong++; fprintf(stderr, "signal %d\\n", number); }
            }
            sigset_t blocked, pending;
            sigprocmask(SIG_BLOCK, 0, &blocked);
            sigpending(&pending);
            wrong += !sigisemptyset(&blocked) + !sigisemptyset(&pending);
            stack_t other;
            wrong += sigaltstack(0, &other) != 0 || !(other.ss_flags & SS_DISABLE);
            printf("%d\\n", wrong);
            for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
            sigfillset(&blocked);
            sigprocmask(SIG_BLOCK, &blocked, 0);
            raise(SIGUSR1);
            umask(0777);
            setpriority(PRIO_PROCESS, 0, 7);
        }
        """, AC, tests=(("", "0\n"),) * 3),
    attack("cpp-runner-proc", "C++: nothing of process 1 or of the parent can be read", """
        #include <cstdio>
        #include <fcntl.h>
        #include <string>
        #include <sys/syscall.h>
        #include <sys/uio.h>
        #include <unistd.h>
        int main() {
            int got = 0;
            for (int pid : {1, (int)getppid()}) {
                std::string own = "/proc/" + std::to_string(pid) + "/";
                char bytes[64];
                for (const char *name : {"environ", "mem", "maps", "auxv", "stack", "syscall", "io", "fd/0", "fd/3",
                    "exe",
                                         "root/etc/passwd", "cwd/x", "task/1/mem", "map_files", "pagemap", "ns/net"}) {
                    int file = open((own + name).c_str(), O_RDONLY);
                    if (file >= 0 && read(file, bytes, sizeof bytes) > 0) { got++; fprintf(stderr, "%s\\n", name); }
                }
                char place[64];
                for (const char *name : {"exe", "cwd", "root", "fd/0", "fd/5"})
                    got += readlink((own + name).c_str(), place, sizeof place) > 0;
                iovec here = {bytes, 8}, there = {(void *)0x400000, 8};
                got += process_vm_readv(pid, &here, 1, &there, 1, 0) > 0;
                got += syscall(SYS_ptrace, 16, pid, 0, 0) == 0 || syscall(SYS_ptrace, 0x4206, pid, 0, 0) == 0;
                int handle = syscall(434, pid, 0);
                got += handle >= 0 && syscall(438, handle, 1, 0) >= 0;
                got += syscall(312, getpid(), pid, 0, 0, 0) >= 0;
            }
            printf("%d\\n", got);
        }
        """, AC, tests=(("", "0\n"),)),
    attack("cpp-trace-own-child", "C++: a program cannot trace even its own child", """
        #include <cstdio>
        #include <sys/ptrace.h>
        #include <sys/wait.h>
        #include <unistd.h>
        int main() {
            int child = fork();
            if (child == 0) { long traced = ptrace(PTRACE_TRACEME, 0, 0, 0); _exit(traced == 0); }
            int status;
            waitpid(child, &status, 0);
            printf("%d\\n", status);
        }
        """, AC, tests=(("", "0\n"),)),
    attack("cpp-search-memory-for-input", "C++: the memory of a test holds neither other inputs nor an answer", """
        #include <cstdio>
        #include <cstring>
        #include <fcntl.h>
        #include <string>
        #include <unistd.h>
        int main() {
            static char own[64], piece[1 << 16];
            if (!fgets(own, sizeof own, stdin)) return 1;
            int memory = open("/proc/self/mem", O_RDONLY), others = 0;
            FILE *maps = fopen("/proc/self/maps", "r");
            char line[512];
            while (fgets(line, sizeof line, maps)) {
                unsigned long at, end; char mode[8];
                if (sscanf(line, "%lx-%lx %7s", &at, &end, mode) != 3 || mode[1] != 'w') continue;
                for (; at < end; at += sizeof piece) {
                    long size = pread(memory, piece, end - at < sizeof piece ? end - at : sizeof piece, at);
                    for (long byte = 0; byte + 24 < size; byte++)
                        if (!memcmp(piece + byte, "ma", 2) && !memcmp(piece + byte + 2, "rk", 2) &&
                            piece[byte + 4] == piece[byte + 23] && piece[byte + 4] >= 'a' && piece[byte + 4] <= 'z')
                            others += piece[byte + 4] != own[4];
                }
            }
            for (int time = 0; time < 99; time++) fputs(own, stderr);
            printf("%d\\n", others);
        }
        """, AC, tests=tuple(("mark" + letter * 20 + "\n", "0\n") for letter in "qxz")),
    attack("cpp-search-disk-for-answer", "C++: neither tests nor sources nor programs of others lie on the disk", """
        #include <cstdio>
        #include <cstring>
        #include <filesystem>
        #include <iostream>
        namespace fs = std::filesystem;
        int main() {
            int found = 0;
            std::error_code error;
            for (const char *top : {"/tmp", "/dev/shm", "/run", "/var", "/opt/equijudge", "/home", "/root", "/mnt",
                "/srv"})
                for (fs::recursive_directory_iterator at(top, fs::directory_options::skip_permission_denied, error),
                    end;
                     at != end; at.increment(error)) {
                    std::string name = at->path().filename();
                    std::cerr << at->path() << "\\n";
                    found += name.find("tests") == 0 || name.find("artefact") != name.npos;
                    found += name.find("equijudge-bait") == 0;
                    if (at->path().string().rfind("/tmp/",
                        0) == 0 && name != "box" && name != "program" && name != "main.cpp")
                        found++;
                }
            std::cout << found << "\\n";
        }
        """, AC, tests=(("", "0\n"),) * 2),
    attack("cpp-read-bait", "C++: no file of the host's is there", f"""
        #include <cstdio>
        int main() {{ puts(fopen("{BAIT}", "r") ? "2" : "1"); }}
        """, AC),
    attack("cpp-network", "C++: there is no network", """
        #include <arpa/inet.h>
        #include <cstdio>
        #include <initializer_list>
        #include <netinet/in.h>
        #include <sys/socket.h>
        int main() {
            int made = 0;
            for (int family : {AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, 40, 38})
                for (int kind : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW}) made += socket(family, kind, 0) >= 0;
            printf("%d\\n", made);
        }
        """, AC, tests=(("", "0\n"),)),
    attack("cpp-other-machine-code", "C++: system calls of other architectures are refused", """
        #include <cstdio>
        #include <sys/syscall.h>
        #include <unistd.h>
        int main() {
            long made = 0;
        #ifdef __x86_64__
            made += syscall(0x40000000 | 101, 16, 1, 0, 0) == 0;
            long answer = 359;  // socket, in the numbers of i386
            asm volatile("int $0x80" : "+a"(answer) : "b"(2), "c"(1), "d"(0) : "memory", "r8", "r9", "r10", "r11");
            made += answer >= 0;
        #endif
            printf("%ld\\n", made);
        }
        """, AC, RE, tests=(("", "0\n"),)),
))  # fmt: skip
