/* Starts one run of a program that is not the runner's own interpreter: launch() forks, and the child becomes the
 * candidate's process and executes the program. Loaded by runner.py, which says in `struct launch` all there is to do.
 *
 * Why it exists: forking the warm interpreter to do these steps in Python costs four times as much, and vfork would leave
 * the interpreter's size in the program's maximum of resident memory. runner.py marks its own memory as not to be forked,
 * but for this library, the stack, the thread's own block (the kernel writes there: rseq) and what `struct launch` points
 * to. So the fork is cheap, the maximum is the program's own, and nothing of the runner's heap is ever in the child.
 *
 * That is also why nothing here may call libc: its data is not there. System calls are made by hand.
 */
#include <linux/filter.h>
#include <linux/prctl.h>
#include <linux/seccomp.h>
#include <asm/unistd.h>

#define EXIT_NOT_STARTED 127
#define NO_SUCH_CALL 38 /* ENOSYS */
#define THERE_ALREADY 17 /* EEXIST */
#define OPEN_FILES 1024
#define LONGEST_NAME 255
#define AT_HERE -100 /* AT_FDCWD */
#define AT_EMPTY 0x1000 /* AT_EMPTY_PATH */
#define CREATE 0301 /* O_WRONLY | O_CREAT | O_EXCL */
#define DEATH_OF_CHILD 17 /* SIGCHLD */

struct limit {
    unsigned long resource;
    unsigned long long soft, hard;
};

struct file {
    const char *name;   /* "a/b" lies in a folder, "a/" is one */
    long source;        /* descriptor of what holds it; 0: stdin, behind what is the program's own */
    unsigned long at, size;
};

struct launch {
    const char *box;    /* the folder to make, and to be in */
    const char *path;   /* what is executed, or 0 for `program` */
    const char *const *argv;
    const char *const *envp;
    const struct sock_fprog *filter; /* a further one, or 0 for none */
    const struct limit *limits;
    const struct file *files;        /* that lie in the box */
    unsigned long limit_count, file_count;
    unsigned long input_bytes;       /* of stdin that are the program's own */
    long uid;           /* of the candidate, also its group; -1: none of its own */
    long stdin, stdout, stderr;
    long tell;          /* where it is said that all is set up, or which step was not */
    long program;       /* descriptor of what is executed, closed by the execution; -1 for none */
};

#if defined(__x86_64__)
static long call(long number, long a, long b, long c, long d, long e)
{
    long result;
    register long r10 __asm__("r10") = d;
    register long r8 __asm__("r8") = e;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8)
                     : "rcx", "r11", "memory");
    return result;
}
#elif defined(__aarch64__)
static long call(long number, long a, long b, long c, long d, long e)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = e;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
    return x0;
}
#else
#error "system calls are made by hand: x86_64 and aarch64 only"
#endif

#define CALL(name, a, b, c, d, e) call(__NR_##name, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e))

/* Say which step was not done and why, as two bytes behind a question mark, and end. */
static void give_up(const struct launch *it, char step, long error)
{
    char said[3] = {'?', step, (char)-error};
    CALL(write, it->tell, said, sizeof said, 0, 0);
    for (;;)
        CALL(exit_group, EXIT_NOT_STARTED, 0, 0, 0, 0);
}

static long must(const struct launch *it, char step, long result)
{
    if (result < 0)
        give_up(it, step, result);
    return result;
}

static void write_all(const struct launch *it, char step, long file, const char *data, unsigned long size)
{
    while (size) {
        long count = must(it, step, CALL(write, file, data, size, 0, 0));
        data += count;
        size -= count;
    }
}

/* A new file, and the folders that it is in; -1 where it is itself a folder. */
static long create(const struct launch *it, char step, const char *name)
{
    char folder[LONGEST_NAME + 1];
    unsigned long at;
    for (at = 0; name[at] && at < LONGEST_NAME; at++) {
        if (name[at] == '/') {
            folder[at] = 0;
            long made = CALL(mkdirat, AT_HERE, folder, 0755, 0, 0);
            if (made != -THERE_ALREADY)
                must(it, step, made);
        }
        folder[at] = name[at];
    }
    if (at && name[at - 1] == '/')
        return -1;
    return must(it, step, CALL(openat, AT_HERE, name, CREATE, 0644, 0));
}

static void copy_file(const struct launch *it, const struct file *from, long file)
{
    char piece[4096];
    unsigned long position = from->at, size = from->size;
    while (size) {
        unsigned long most = size < sizeof piece ? size : sizeof piece;
        long count = must(it, 'i', CALL(pread64, from->source, piece, most, position, 0));
        if (!count)
            give_up(it, 'i', 0);
        write_all(it, 'i', file, piece, count);
        position += count;
        size -= count;
    }
}

/* Put the files into the box, and let stdin end where its own part does. */
static void make_files(const struct launch *it)
{
    unsigned long in_stdin = 0;
    for (const struct file *each = it->files; each < it->files + it->file_count; each++) {
        long file = create(it, 'f', each->name);
        if (file < 0)
            continue;
        copy_file(it, each, file);
        in_stdin += each->source ? 0 : each->size;
        CALL(close, file, 0, 0, 0, 0);
    }
    if (in_stdin)
        must(it, 'i', CALL(ftruncate, 0, it->input_bytes, 0, 0, 0));
}

/* SIGPIPE and SIGXFSZ, which CPython ignores, do as they do by default; no signal is held back. */
static void reset_signals(const struct launch *it)
{
    unsigned long by_default[4] = {0, 0, 0, 0}, none = 0;
    must(it, 's', CALL(rt_sigaction, 13, by_default, 0, sizeof none, 0));
    must(it, 's', CALL(rt_sigaction, 25, by_default, 0, sizeof none, 0));
    must(it, 's', CALL(rt_sigprocmask, 2, &none, 0, sizeof none, 0));
}

static void close_from(long first, long last)
{
    if (first > last || CALL(close_range, first, last, 0, 0, 0) != -NO_SUCH_CALL)
        return;
    for (long file = first; file <= last && file < OPEN_FILES; file++)
        CALL(close, file, 0, 0, 0, 0);
}

static void become(const struct launch *it)
{
    static const char ready[9] = {'+'};
    const long streams[3] = {it->stdin, it->stdout, it->stderr};

    must(it, 'g', CALL(setpgid, 0, 0, 0, 0, 0));
    for (long standard = 0; standard < 3; standard++)
        must(it, 'd', CALL(dup3, streams[standard], standard, 0, 0, 0));
    CALL(umask, 022, 0, 0, 0, 0);
    for (unsigned long each = 0; each < it->limit_count; each++)
        must(it, 'l', CALL(prlimit64, 0, it->limits[each].resource, &it->limits[each].soft, 0, 0));
    if (it->uid >= 0) {
        must(it, 'u', CALL(setgroups, 0, 0, 0, 0, 0));
        must(it, 'u', CALL(setresgid, it->uid, it->uid, it->uid, 0, 0));
        must(it, 'u', CALL(setresuid, it->uid, it->uid, it->uid, 0, 0));
    }
    must(it, 'p', CALL(prctl, PR_SET_DUMPABLE, 1, 0, 0, 0)); /* else /proc/self would belong to root */
    must(it, 'b', CALL(mkdirat, AT_HERE, it->box, 0755, 0, 0));
    must(it, 'b', CALL(chdir, it->box, 0, 0, 0, 0));
    make_files(it);
    reset_signals(it);
    if (it->filter)
        must(it, 'c', CALL(seccomp, SECCOMP_SET_MODE_FILTER, 0, it->filter, 0, 0));
    write_all(it, 't', it->tell, ready, sizeof ready);
    close_from(3, it->program - 1);
    close_from(it->program < 3 ? 3 : it->program + 1, ~0U);
    if (it->path)
        CALL(execve, it->path, it->argv, it->envp, 0, 0);
    else
        CALL(execveat, it->program, "", it->argv, it->envp, AT_EMPTY);
    for (;;) /* what the compile step left is no program: the candidate's doing, and its run fails */
        CALL(exit_group, EXIT_NOT_STARTED, 0, 0, 0, 0);
}

/* Start a run. Returns its pid, or a negative error number. */
long launch(const struct launch *it)
{
    long pid = CALL(clone, DEATH_OF_CHILD, 0, 0, 0, 0);
    if (pid == 0)
        become(it);
    return pid;
}
