"""Channels that a program which the kernel starts itself reaches otherwise than Python does, in C++.

`leave` and `look` are bodies of functions of the one program that native_program.py makes of all of them; `mark` is
what is to be left, and `out` prints what is seen, briefly.
"""

from __future__ import annotations

from dataclasses import replace

from equijudge_selftest.attacks.channels import Channel, channel

LANGUAGE = "cpp17"
# What a process has from the one that it is forked from.
INHERITED = (
    channel(
        "native-memory",
        "memory: heap, stack, data, mappings that are shared",
        """
        for (int n = 0; n < 500; n++) strcpy((char *)malloc(4096), mark);
        char *shared = (char *)mmap(0, 1 << 20, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
        for (int at = 0; at < 1 << 20; at += 64) strcpy(shared + at, mark);
        memset((char *)alloca(1 << 16), 'x', 1 << 16);
        """,
        """
        static char piece[1 << 16];
        int memory = open("/proc/self/mem", O_RDONLY), found = 0;
        FILE *maps = fopen("/proc/self/maps", "r");
        char line[512], mode[8];
        unsigned long at, end;
        while (maps && fgets(line, sizeof line, maps)) {
            if (sscanf(line, "%lx-%lx %7s", &at, &end, mode) != 3 || mode[0] != 'r' || strstr(line, "[v")) continue;
            for (; at < end; at += sizeof piece - 32) {
                size_t left = end - at;
                long size = pread(memory, piece, left < sizeof piece ? left : sizeof piece, at);
                for (long byte = 0; byte + 24 <= size; byte++)
                    if (piece[byte] == 'm' && !memcmp(piece + byte + 1, "ark", 3)) {
                        int length = 4;
                        while (length < 24 && piece[byte + length] >= 'a' && piece[byte + length] <= 'z') length++;
                        found += length == 24;
                    }
                memset(piece, 0, sizeof piece);
            }
        }
        out("%d", found);
        """,
    ),
    channel(
        "native-environment",
        "environment, arguments and what the kernel tells of a start",
        """
        setenv("MARK", mark, 1);
        prctl(PR_SET_NAME, mark);
        """,
        """
        int count = 0;
        for (char **entry = environ; *entry; entry++, count++) add(*entry, strlen(*entry));
        for (unsigned long kind : {AT_HWCAP, AT_PAGESZ, AT_CLKTCK, AT_FLAGS, AT_SECURE, AT_HWCAP2}) {
            unsigned long value = getauxval(kind);
            add(&value, sizeof value);
        }
        out("%d %lx", count, sum);
        show("/proc/self/comm");
        """,
    ),
    channel(
        "native-descriptors",
        "open descriptors",
        """
        int ends[2];
        if (pipe(ends) == 0 && write(ends[1], mark, 24) > 0) dup2(ends[0], 99);
        """,
        """
        for (int fd = 0; fd < 1024; fd++) if (fcntl(fd, F_GETFD) >= 0) out("%d", fd);
        """,
    ),
    channel(
        "native-streams",
        "positions, flags, owners, sizes and modes of the standard streams",
        """
        for (int fd = 0; fd < 3; fd++) {
            fcntl(fd, F_SETFL, O_NONBLOCK | O_APPEND);
            fcntl(fd, F_SETOWN, getpid());
            fcntl(fd, F_SETSIG, SIGUSR1);
            fchmod(fd, 0604);
            if (ftruncate(fd, 4321) == 0) lseek(fd, 4000, SEEK_SET);
        }
        """,
        """
        for (int fd = 0; fd < 3; fd++) {
            struct stat facts;
            fstat(fd, &facts);
            out("%x %d %d %o %ld %d", fcntl(fd, F_GETFL), fcntl(fd, F_GETOWN) != 0, fcntl(fd, F_GETSIG), facts.st_mode,
                fd == 2 ? facts.st_size : 0, fd == 1 && lseek(fd, 0, SEEK_CUR) > 0);
        }
        """,
    ),
    channel(
        "native-limits",
        "limits",
        """
        for (int kind = 0; kind < RLIM_NLIMITS; kind++) {
            rlimit limit;
            getrlimit((__rlimit_resource)kind, &limit);
            limit.rlim_cur = limit.rlim_max = limit.rlim_max / 2;
            if (kind != RLIMIT_STACK && kind != RLIMIT_DATA) setrlimit((__rlimit_resource)kind, &limit);
        }
        """,
        """
        for (int kind = 0; kind < RLIM_NLIMITS; kind++) {
            rlimit limit;
            getrlimit((__rlimit_resource)kind, &limit);
            add(&limit, sizeof limit);
        }
        out("%lx", sum);
        """,
    ),
    channel(
        "native-signals",
        "dispositions, mask, pending signals, the stack for signals",
        """
        for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
        sigset_t all;
        sigfillset(&all);
        sigprocmask(SIG_BLOCK, &all, 0);
        raise(SIGUSR1);
        stack_t other = {malloc(65536), 0, 65536};
        sigaltstack(&other, 0);
        """,
        """
        for (int number = 1; number < 65; number++) {
            struct sigaction was = {};
            sigaction(number, 0, &was);
            add(&was.sa_handler, sizeof was.sa_handler);
        }
        sigset_t mask, pending;
        sigprocmask(SIG_BLOCK, 0, &mask);
        sigpending(&pending);
        add(&mask, 8);
        add(&pending, 8);
        stack_t other;
        sigaltstack(0, &other);
        out("%lx %d", sum, other.ss_flags);
        """,
    ),
    channel(
        "native-schedule",
        "niceness, cores, policy, slack of timers",
        """
        setpriority(PRIO_PROCESS, 0, 19);
        cpu_set_t one;
        CPU_ZERO(&one);
        CPU_SET(sched_getcpu(), &one);
        sched_setaffinity(0, sizeof one, &one);
        prctl(PR_SET_TIMERSLACK, 7654321);
        sched_param none = {};
        sched_setscheduler(0, SCHED_IDLE, &none);
        syscall(SYS_ioprio_set, 1, 0, 3 << 13);
        """,
        """
        cpu_set_t all;
        sched_getaffinity(0, sizeof all, &all);
        out("%d %d %d %d %ld", getpriority(PRIO_PROCESS, 0), CPU_COUNT(&all), prctl(PR_GET_TIMERSLACK),
            sched_getscheduler(0), syscall(SYS_ioprio_get, 1, 0));
        """,
    ),
    channel(
        "native-switches",
        "switches of a process: parent's death, pages, speculation, umask, personality",
        """
        umask(0713);
        prctl(PR_SET_PDEATHSIG, SIGUSR2);
        prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
        prctl(PR_SET_DUMPABLE, 0);
        prctl(PR_SET_KEEPCAPS, 1);
        prctl(PR_SET_CHILD_SUBREAPER, 1);
        prctl(PR_SET_TSC, PR_TSC_SIGSEGV);
        syscall(SYS_personality, 0x0400000);
        """,
        """
        int died = 0;
        prctl(PR_GET_PDEATHSIG, &died);
        mode_t was = umask(022);
        out("%o %d %d %d %d %d", was, died, prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0), prctl(PR_GET_DUMPABLE),
            prctl(PR_GET_KEEPCAPS), prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
        """,
    ),
    channel(
        "native-timers",
        "timers that are set",
        """
        itimerval far = {{0, 0}, {99, 0}};
        for (int kind = 0; kind < 3; kind++) setitimer((__itimer_which)kind, &far, 0);
        timer_t own;
        timer_create(CLOCK_MONOTONIC, 0, &own);
        """,
        """
        for (int kind = 0; kind < 3; kind++) {
            itimerval left;
            getitimer((__itimer_which)kind, &left);
            out("%d", left.it_value.tv_sec > 9);
        }
        show("/proc/self/timers");
        """,
    ),
    channel(
        "native-times",
        "time that was used, by children too, and the largest size",
        """
        static void *volatile held;
        memset(held = malloc(90 << 20), 1, 90 << 20);
        if (fork() == 0) { for (volatile long n = 0; n < 300000000; n = n + 1); _exit(0); }
        usleep(600000);
        while (waitpid(-1, 0, 0) > 0);
        """,
        """
        rusage own, others;
        getrusage(RUSAGE_SELF, &own);
        getrusage(RUSAGE_CHILDREN, &others);
        out("%ld %ld %ld", own.ru_maxrss >> 14, others.ru_utime.tv_sec * 10 + others.ru_utime.tv_usec / 100000,
            others.ru_maxrss >> 14);
        """,
    ),
    channel(
        "native-group",
        "the group of processes and the session",
        "setpgid(0, 0); setsid();",
        'out("%d %d", getpgrp() == getpid(), getsid(0) == getpid());',
    ),
    channel(
        "native-folder",
        "the working folder, and files in it",
        """
        put(mark, mark);
        mkdir("deeper", 0700);
        if (chdir("deeper") != 0) out("%d", errno);
        """,
        """
        char place[4096] = "";
        if (!getcwd(place, sizeof place)) out("%d", errno);
        out("%s %d", place, names("."));
        """,
    ),
    channel(
        "native-settings",
        "what /proc/self lets a program write",
        """
        put("/proc/self/coredump_filter", "0x7f");
        put("/proc/self/oom_score_adj", "1000");
        put("/proc/self/timerslack_ns", "777777");
        put("/proc/self/autogroup", "9");
        put("/proc/self/clear_refs", "5");
        put("/proc/self/comm", mark);
        """,
        """
        for (const char *name : {"coredump_filter", "oom_score_adj", "autogroup", "comm", "loginuid"}) {
            char path[64] = "/proc/self/";
            strcat(path, name);
            char text[64] = {};
            int file = open(path, O_RDONLY);
            if (file >= 0 && read(file, text, 60) > 0 && strncmp(name, "autogroup", 9)) add(text, strlen(text));
            if (!strcmp(name, "autogroup")) add(strchr(text, ' ') ? strchr(text, ' ') : "", 5);
        }
        out("%lx", sum);
        """,
    ),
    channel(
        "native-locked-memory",
        "memory that is locked",
        """
        mlock(malloc(1 << 14), 1 << 14);
        mlockall(MCL_FUTURE);
        """,
        """
        char line[256];
        FILE *status = fopen("/proc/self/status", "r");
        while (status && fgets(line, sizeof line, status))
            for (const char *name : {"VmLck", "Threads", "SigPnd", "ShdPnd", "Cap", "Seccomp", "Groups", "Cpus"})
                if (!strncmp(line, name, strlen(name))) add(line, strlen(line));
        out("%lx", sum);
        """,
    ),
    channel(
        "native-rounding",
        "how floating-point numbers are rounded, and errno",
        """
        fesetround(FE_UPWARD);
        feraiseexcept(FE_DIVBYZERO);
        errno = 77;
        """,
        'out("%d %d", fegetround(), fetestexcept(FE_DIVBYZERO));',
    ),
)
# What all tests of a candidate, or all processes of a machine, have in common.
SHARED = (
    # Its start reads it: the time is then its own, and says nothing of tests before.
    channel("native-program-read", "when the program itself was last read", """
        char byte;
        usleep(300000);
        int own = open("/proc/self/exe", O_RDONLY);
        if (own < 0 || read(own, &byte, 1) != 1) out("%d", errno);
        utimensat(AT_FDCWD, "/proc/self/exe", 0, 0);
        usleep(200000);
        """, """
        struct stat facts;
        stat("/proc/self/exe", &facts);
        char text[1024] = {}, *at = text;
        int file = open("/proc/self/stat", O_RDONLY);
        if (file < 0 || read(file, text, sizeof text - 1) < 0) out("%d", errno);
        for (int field = 0; at && field < 20; field++) at = strchr((field ? at : strrchr(text, ')')) + 1, ' ');
        timespec real, boot;
        clock_gettime(CLOCK_REALTIME, &real);
        clock_gettime(CLOCK_BOOTTIME, &boot);
        double age = boot.tv_sec + boot.tv_nsec / 1e9 - atof(at) / sysconf(_SC_CLK_TCK);
        double read_ago = real.tv_sec - facts.st_atim.tv_sec + (real.tv_nsec - facts.st_atim.tv_nsec) / 1e9;
        out("%d %d", read_ago > age + 0.05, read_ago < age - 0.2);
        """),
    channel("native-program-marks", "mode, owner, size, attributes, seals and locks of the program itself", """
        int own = open("/proc/self/exe", O_RDONLY);
        fchmod(own, 0700);
        fchown(own, getuid(), getgid());
        if (ftruncate(own, 1) == 0) out("cut");
        fcntl(own, F_ADD_SEALS, 0x10);
        fcntl(own, F_SETLEASE, F_RDLCK);
        struct flock lock = {F_RDLCK, SEEK_SET, 3, 3, 0};
        fcntl(own, F_SETLK, &lock);
        syscall(SYS_flock, own, 2);
        """, """
        struct stat facts;
        stat("/proc/self/exe", &facts);
        int own = open("/proc/self/exe", O_RDONLY);
        struct flock lock = {F_WRLCK, SEEK_SET, 3, 3, 0};
        int asked = fcntl(own, F_GETLK, &lock);
        out("%o %d %ld %lx %d %d %d", facts.st_mode, facts.st_uid == getuid(), facts.st_size, facts.st_nlink,
            fcntl(own, F_GET_SEALS), asked, lock.l_type);
        """),
    channel("native-program-policy", "policies of the memory that the program lies in", """
        int own = open("/proc/self/exe", O_RDONLY);
        char *all = (char *)mmap(0, 8 << 12, PROT_READ, MAP_SHARED, own, 0);
        unsigned long first = 1;
        for (int page = 0; page < 8; page++)
            if (mark[page + 4] % 2) syscall(SYS_mbind, all + (page << 12), 4096, 2, &first, 64, 0);
        madvise(all, 8 << 12, 21 /* MADV_PAGEOUT */);
        madvise(all, 8 << 12, 25 /* MADV_COLLAPSE */);
        """, """
        unsigned char there[8];
        int own = open("/proc/self/exe", O_RDONLY);
        char *all = (char *)mmap(0, 8 << 12, PROT_READ, MAP_SHARED, own, 0);
        mincore(all, 8 << 12, there);
        for (int page = 0; page < 8; page++) {
            int mode = -1;
            syscall(SYS_get_mempolicy, &mode, 0, 0, all + (page << 12), 2);
            out("%d %d", mode, there[page] & 1);
        }
        """),
    channel("native-files", "files in the places where a program may write", """
        for (const char *place : {"/tmp/", "/dev/shm/", "/var/tmp/", "/run/lock/", "/dev/mqueue/", "/run/"}) {
            char path[128];
            strcat(strcpy(path, place), mark);
            put(path, mark);
        }
        """, """
        for (const char *place : {"/tmp", "/dev/shm", "/var/tmp", "/run/lock", "/dev/mqueue", "/run"})
            out("%d", names(place));
        """, at_once=True),
    channel("native-room", "room and inodes in use", """
        int file = open("/dev/shm/held", O_CREAT | O_RDWR, 0600);
        if (file < 0) file = open("/tmp/held", O_CREAT | O_RDWR, 0600);
        if (ftruncate(file, 8 << 20) == 0) memset(mmap(0, 8 << 20, 3, MAP_SHARED, file, 0), 1, 8 << 20);
        unlink("/dev/shm/held");
        unlink("/tmp/held");
        """, """
        for (const char *place : {"/tmp", "/dev/shm"}) {
            struct statvfs facts = {};
            statvfs(place, &facts);
            out("%ld %ld", (long)(facts.f_blocks - facts.f_bfree) >> 6, (long)(facts.f_files - facts.f_ffree));
        }
        """),
    channel("native-named-memory", "shared memory that has a name", """
        int file = shm_open("/mark", O_CREAT | O_RDWR, 0666);
        if (file >= 0 && ftruncate(file, 4096) == 0) strcpy((char *)mmap(0, 4096, 3, MAP_SHARED, file, 0), mark);
        """, 'out("%d", shm_open("/mark", O_RDONLY, 0) >= 0);', at_once=True),
    channel("native-system-v", "shared memory, semaphores and queues of System V", """
        int memory = shmget(0x4d41524b, 4096, IPC_CREAT | 0666);
        void *at = memory >= 0 ? shmat(memory, 0, 0) : (void *)-1;
        if (at != (void *)-1) strcpy((char *)at, mark);
        semget(0x4d41524b, 1, IPC_CREAT | 0666);
        msgget(0x4d41524b, IPC_CREAT | 0666);
        """, """
        out("%d %d %d", shmget(0x4d41524b, 4096, 0) >= 0, semget(0x4d41524b, 1, 0) >= 0, msgget(0x4d41524b, 0) >= 0);
        """, at_once=True),
    channel("native-abstract-socket", "a socket whose name lies in no folder", """
        sockaddr_un name = {AF_UNIX, ""};
        memcpy(name.sun_path + 1, "mark", 4);
        int own = socket(AF_UNIX, SOCK_STREAM, 0);
        if (bind(own, (sockaddr *)&name, 7) == 0) listen(own, 1);
        """, """
        sockaddr_un name = {AF_UNIX, ""};
        memcpy(name.sun_path + 1, "mark", 4);
        out("%d", connect(socket(AF_UNIX, SOCK_STREAM, 0), (sockaddr *)&name, 7) == 0);
        """, at_once=True),
    channel("native-process", "a process that stays, and its name", """
        if (fork() == 0) {
            setsid();
            prctl(PR_SET_NAME, "markstays");
            for (int fd = 0; fd < 3; fd++) close(fd);
            sleep(20);
            _exit(0);
        }
        usleep(50000);
        """, """
        int found = 0;
        for (int pid = 1; pid < 32768; pid++) {
            char path[64], text[32] = {};
            sprintf(path, "/proc/%d/comm", pid);
            int file = open(path, O_RDONLY);
            if (file < 0) continue;
            if (read(file, text, 31) > 0) found += !strncmp(text, "markstays", 9);
            close(file);
        }
        out("%d", found);
        """),
)  # fmt: skip

NATIVE: tuple[Channel, ...] = (
    *(replace(one, language=LANGUAGE, inherited=True) for one in INHERITED),
    *(replace(one, language=LANGUAGE) for one in SHARED),
)
