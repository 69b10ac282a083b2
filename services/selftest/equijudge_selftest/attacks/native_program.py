"""The program that all native channels are: compiled once, it leaves or looks at what a line of its input names."""

from __future__ import annotations

from textwrap import dedent

from equijudge_selftest.attacks.native_channels import NATIVE

HEAD = r"""
#include <cerrno>
#include <cfenv>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <elf.h>
#include <fcntl.h>
#include <initializer_list>
#include <sched.h>
#include <sys/auxv.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/times.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
extern char **environ;
static char mark[64];
static unsigned long sum;
static void out(const char *format, ...) {
    va_list all;
    va_start(all, format);
    vprintf(format, all);
    va_end(all);
    putchar(' ');
}
static void add(const void *data, size_t size) {
    for (size_t at = 0; at < size; at++) sum = (sum ^ ((const unsigned char *)data)[at]) * 1099511628211UL;
}
static void put(const char *path, const char *text) {
    int file = open(path, O_WRONLY | O_CREAT, 0666);
    if (file >= 0 && write(file, text, strlen(text)) < 0) out("%d", errno);
    if (file >= 0) close(file);
}
static void show(const char *path) {
    char text[200] = {};
    int file = open(path, O_RDONLY);
    if (file >= 0 && read(file, text, sizeof text - 1) < 0) out("%d", errno);
    if (file >= 0) close(file);
    out("%s", text);
}
static int names(const char *place) {
    int count = 0;
    DIR *folder = opendir(place);
    while (dirent *entry = folder ? readdir(folder) : 0) count += strcmp(entry->d_name, "box") != 0;
    if (folder) closedir(folder);
    return count;
}
"""
MAIN = r"""
int main() {
    char task[16] = {};
    int number = -1;
    if (scanf("%15s %d %63s", task, &number, mark) < 2) return 2;
    if (!strcmp(task, "look")) { look(number); return 0; }
    fprintf(stderr, "%s%s%s", mark, mark, mark);
    if (!strcmp(task, "both")) { look(number); puts(""); leave(number); look(number); return 0; }
    printf("%s%s%s", mark, mark, mark);
    fflush(stdout);
    leave(number);
    if (!strcmp(task, "stay")) usleep(STAY_S * 1000000);
    _exit(0);
}
"""


def native_program(stay_s: float, salt: str) -> str:
    """The source of all of them. `salt`: where it differs, so does the candidate."""
    functions = []
    for task in ("leave", "look"):
        for number, one in enumerate(NATIVE):
            functions.append(f"static void {task}_{number}() {{\n{dedent(getattr(one, task))}\n}}\n")
        cases = "".join(f"    if (number == {number}) {task}_{number}();\n" for number in range(len(NATIVE)))
        functions.append(f"static void {task}(int number) {{\n    sum = 0;\n{cases}}}\n")
    return f"// {salt}\n{HEAD}{''.join(functions)}{MAIN.replace('STAY_S', str(stay_s))}"
