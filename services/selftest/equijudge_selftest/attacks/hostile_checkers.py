"""Checkers that are hostile, or that an output has taken over: against the judge, against the next output's check, and
against the next problem's. After each of them an honest checker judges in the same cells (attack_runner.py)."""

from __future__ import annotations

from textwrap import dedent

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import Attack, attack, of_topic
from equijudge_selftest.attacks.channels import CHANNELS
from equijudge_selftest.attacks.checked_outputs import RIGHT, TESTS, THEN, own, validator
from equijudge_selftest.attacks.checker_seekers import (
    DESCRIPTORS,
    FILES,
    MEMORY,
    PATTERN,
    PROCESSES,
    SOCKETS,
    WORD,
)
from equijudge_selftest.topics import Topic

AC, IE, WA = Verdict.AC, Verdict.IE, Verdict.WA
ONE = TESTS[:1]


def hostile(slug: str, name: str, before: str = "", *accept: Verdict, after: str = "", **more: object) -> Attack:
    """A validator that does something before it rules, or after it has made up its mind. The right program is judged,
    and then what else the same checker must still tell apart, where its ruling is to be AC."""
    checker = validator(dedent(before), dedent(after))
    given: dict[str, object] = {"tests": TESTS if accept == (AC,) else ONE, "own": checker}
    given["then"] = THEN if accept == (AC,) else ()
    return attack(slug, name, RIGHT, *accept, **given | more)


def passes(slug: str, name: str, before: str, *accept: Verdict, after: str = "", reason: str = "") -> Attack:
    """A validator that asks for another pass, again and again, and does something else besides."""
    after = f"open('feedback/nextpass.in', 'w').write('5\\n')\n{dedent(after)}"
    return attack(slug, name, RIGHT, *accept, tests=ONE, own=validator(dedent(before), after, validation_passes=8),
                  reason=reason)  # fmt: skip


def each_ends(slug: str, name: str, ending: str, *rulings: tuple[int, Verdict]) -> Attack:
    """A validator that ends as the output says."""
    (first, verdict), *others = rulings
    checker = own("kattis", f"import os, sys\nnumber = int(sys.stdin.read())\n{ending}")
    then = tuple((f"print({number})", right) for number, right in others)
    return attack(slug, name, f"print({first})", verdict, tests=ONE, own=checker, then=then)


def leaves(slug: str, name: str, made: str, *accept: Verdict) -> Attack:
    """A validator that puts something else into the place of what it may leave."""
    names = ("score.txt", "score_multiplier.txt", "nextpass.in", "judgemessage.txt", "teammessage.txt")
    return hostile(
        slug, name, f"import socket\nfor name in {names!r}:\n    name = 'feedback/' + name\n    {made}", *accept
    )


def compiles(slug: str, name: str, source: str, reason: str, language: str = "cpp17", **more: object) -> Attack:
    """A checker that strains its compiler."""
    checker = own("dmoj", source, language)
    return attack(slug, name, RIGHT, IE, tests=ONE, own=checker, reason=reason, compile_time_s=2.0, **more)


def remembers(slug: str, name: str, look: str, leave: str) -> Attack:
    """A checker that says what it sees of its earlier runs, for other outputs and other programs, and then leaves a
    mark. It must say the same each time."""
    source = (
        f"MARK = '{WORD}'\nexec({dedent(look)!r})\nimport sys\nsys.stdout.flush()\n"
        f"sys.stdout = open('/dev/null', 'w')\ntry:\n    exec({dedent(leave)!r})\nexcept Exception:\n    pass\n"
    )
    checker = own("dmoj", source)
    return attack(slug, name, RIGHT, AC, tests=TESTS, own=checker, then=((RIGHT + "#", AC),), alike=True)


# Enough of each kind; channel_matrix.py has all of them, between any two runs in a cell.
REMEMBERED = (
    "patched-function", "heap", "environment-variables", "umask", "resource-limit", "signal-mask", "open-descriptor",
    "stdin-position", "stdout-flags", "flock",
)  # fmt: skip
SEEKER = PATTERN + "\n".join(
    f"{look}\n{name} = look" for name, look in
    (("one", FILES), ("two", PROCESSES), ("three", DESCRIPTORS), ("four", MEMORY), ("five", SOCKETS))
) + "\nfound = set()\nfor look in (one, two, three, four, five):\n    for seen in look():\n" \
    "        found.update(WORD.findall(seen))\nprint(sorted(found))\n"  # fmt: skip
LINK_TO_HOST = "import os, sys\nos.symlink('@BAIT@', 'feedback/judgemessage.txt')"
CPP_REWRITES = r"""
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
int main() {
    std::ifstream given("input"), said("output");
    long long sum = 0, a = 0, b = 0;
    given >> sum;
    bool right = bool(said >> a >> b) && a + b == sum;
    for (const char *path : {"/proc/self/exe", "program", "./main.cpp", "/tmp/box/program"}) {
        chmod(path, 0777);
        int file = open(path, O_WRONLY | O_CREAT, 0777);
        if (file >= 0 && write(file, "#!/bin/true\n", 12) != 12) {}
        if (file >= 0 && ftruncate(file, 12)) {}
    }
    return !right;
}
"""
ACCEPTS_ALL = OwnChecker.model_validate({"protocol": "script", "language": "python3", "source": "print(1)"})

ATTACKS = of_topic(
    Topic.CHECKERS,
    # against the judge
    hostile("checker-fork-bomb", "a checker's fork bomb is ended, and nothing of it is left", """
        while True:
            try:
                os.fork()
            except OSError:
                pass
        """, IE),
    hostile("checker-endless", "an endless checker is ended, and blames nobody",
            "while True: pass", IE, reason="CPU time"),
    hostile("checker-sleeps", "a sleeping checker is ended", "import time; time.sleep(600)", IE, reason="too long"),
    hostile("checker-memory", "a checker that takes all memory is ended",
            "held = []\nwhile True: held.append(bytearray(1 << 20))", IE, reason="memory"),
    hostile("checker-fills-folders", "what a checker fills is empty for the next", """
        for place in ('/tmp', '/dev/shm', '.', 'feedback'):
            try:
                with open(place + '/full', 'wb') as file:
                    while True: file.write(b'x' * (1 << 20))
            except OSError:
                pass
        """, AC, IE),
    hostile("checker-many-files", "thousands of files of a checker are removed", """
        for place in ('/tmp', 'feedback'):
            for number in range(3000):
                os.mkdir(f'{place}/{number}')
                open(f'{place}/{number}/x', 'w').close()
        """, AC, IE),
    hostile("checker-kills-all", "a checker's signals reach nobody but its own", """
        import signal
        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in (-1, 1, os.getppid()):
                try:
                    os.kill(pid, number)
                except OSError:
                    pass
        """, AC),
    hostile("checker-stops-all", "a checker that stops itself and all others is ended", """
        import signal
        for pid in (-1, 1, os.getppid(), os.getpid()):
            try:
                os.kill(pid, signal.SIGSTOP)
            except OSError:
                pass
        """, IE, reason="too long"),
    hostile("checker-network", "a checker has no network", """
        import socket
        for kind in (socket.AF_INET, socket.AF_INET6, 16, 17, 40):
            for how in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
                try:
                    socket.socket(kind, how)
                    os._exit(9)
                except OSError:
                    pass
        """, AC),
    hostile("checker-forges-frames", "what a checker writes to other descriptors is heard by nobody", """
        import struct
        for number in range(3, 1024):
            try:
                os.write(number, struct.pack('!cI', b'O', 40) + bytes(40) + b'D\\0\\0\\0\\0')
            except OSError:
                pass
        print('O' + '\\0' * 50 + 'D')
        """, AC),
    hostile("checker-writes-everywhere", "a checker can change nothing but its own places", """
        for folder in ('/', '/etc', '/usr', '/usr/bin', '/opt', '/opt/equijudge', '/opt/equijudge/tools', '/sys',
                       '/proc/sys/kernel', '/root', '/opt/python', '/opt/packages'):
            for name in ('x', 'core_pattern', 'runner.py', 'launch.so', 'python3', 'passwd'):
                try:
                    os.close(os.open(f'{folder}/{name}', os.O_WRONLY | os.O_CREAT))
                    os._exit(9)
                except OSError:
                    pass
        """, AC),
    each_ends("checker-exit-codes", "an exit status that a validator does not have is nobody's wrong answer",
              "os._exit(number)", (0, IE), (1, IE), (2, IE), (41, IE), (44, IE), (127, IE), (255, IE), (42, AC),
              (43, WA)),
    each_ends("checker-signals", "a checker that a signal ends is nobody's wrong answer",
              "os.kill(os.getpid(), number)\nsys.exit(42)", (9, IE), (11, IE), (6, IE), (15, IE), (24, IE), (0, AC)),
    hostile("checker-huge-message", "a message of megabytes is shortened",
            "open('feedback/judgemessage.txt', 'w').write('\\x1b[31m\\u202e' + 'm' * (8 << 20))", AC),
    hostile("checker-floods-stderr", "a checker's stderr is bounded",
            "for _ in range(200): os.write(2, b'\\x1b[2J' * (1 << 17))", AC, IE),
    hostile("checker-floods-stdout", "a checker that prints without end is ended",
            "while True: os.write(1, b'x' * (1 << 20))", IE, reason="wrote more"),
    leaves("checker-leaves-links", "links in the place of a checker's files are not followed",
           "os.symlink('/etc/passwd', name)", AC),
    leaves("checker-leaves-device-links", "links to devices are not followed", "os.symlink('/dev/zero', name)", AC),
    leaves("checker-leaves-fifos", "a FIFO in the place of a checker's file is not waited for", "os.mkfifo(name)", AC),
    leaves("checker-leaves-folders", "folders in the place of a checker's files are none", "os.mkdir(name)", AC),
    leaves("checker-leaves-sockets", "sockets in the place of a checker's files are none",
           "socket.socket(socket.AF_UNIX).bind(name)", AC),
    leaves("checker-leaves-hard-links", "files with other names are none of a checker's",
           "open(name + '2', 'w').write('100'); os.link(name + '2', name)", AC),
    leaves("checker-leaves-unreadable", "files that may not be read are none",
           "open(name, 'w').write('100'); os.chmod(name, 0)", AC),
    leaves("checker-leaves-nonsense", "a score that is no number is a fault, whatever else lies there",
           "open(name, 'w').write('1e999 nan \\x1b[2J' * 9)", IE),
    hostile("checker-feedback-gone", "a checker may remove its folder", "os.rmdir('feedback')", AC),
    hostile("checker-feedback-elsewhere", "a folder that became a link is looked into as the checker could",
            "os.rmdir('feedback'); os.symlink('/proc/1', 'feedback')", AC),
    hostile("checker-box-gone", "a checker may take its box away", """
        os.makedirs('/tmp/other/feedback')
        os.rename('/tmp/box', '/tmp/gone')
        os.symlink('/tmp/other', '/tmp/box')
        os.chdir('/tmp/gone')
        """, AC, IE),
    hostile("checker-daemons", "what a checker leaves behind ends with it, and keeps nobody waiting", """
        for _ in range(20):
            if os.fork() == 0:
                os.setsid()
                import signal, time
                for number in (1, 2, 15):
                    signal.signal(number, signal.SIG_IGN)
                while True:
                    try:
                        open('/tmp/box/feedback/score.txt', 'w').write('0')
                        print('late')
                    except OSError:
                        pass
                    time.sleep(0.01)
        """, AC, IE),
    passes("checker-passes-without-end", "a validator cannot have a program run for ever", "", IE),
    passes("checker-passes-links", "of a folder that goes from pass to pass only files go", """
        for name, made in (('passwd', lambda path: os.symlink('/etc/passwd', path)), ('pipe', os.mkfifo),
                           ('root', lambda path: os.symlink('/', path))):
            if os.path.lexists('feedback/' + name):
                os._exit(9)
            made('feedback/' + name)
        """, IE, reason="more than 8 passes"),
    passes("checker-passes-names", "names of files in a folder that goes from pass to pass are names", """
        for name in ('-o', ' ', '\\n', '\\x1b[2J', '..a', 'a/b/c', 'judgemessage.txt', 'x' * 200):
            os.makedirs(os.path.dirname('feedback/' + name), exist_ok=True)
            open('feedback/' + name, 'w').write(name)
        """, IE, AC),
    passes("checker-passes-no-text", "a name that is no text is a fault", "open(b'feedback/\\xff', 'w')", IE),
    passes("checker-passes-too-much", "a folder that goes from pass to pass is bounded",
           "open('feedback/x', 'w').write('x' * (1 << 20))", IE),
    passes("checker-passes-huge-input", "the input of another pass is bounded", "", IE, after="""
        open('feedback/nextpass.in', 'w').write('x' * (32 << 20))
        """),
    passes("checker-passes-link-to-answer", "a link is no input of another pass", "", AC, after="""
        os.unlink('feedback/nextpass.in')
        os.symlink('/tmp/box/answer', 'feedback/nextpass.in')
        """),
    # against the next output's check
    hostile("checker-changes-itself", "a checker that rewrites itself is itself again for the next output", "", AC,
            after="""
        for name in ('main.py', 'sitecustomize.py', 'os.py', '/tmp/sitecustomize.py', '/tmp/box/__main__.py'):
            try:
                os.chmod(name, 0o777)
            except OSError:
                pass
            try:
                open(name, 'w').write('raise SystemExit(42)')
            except OSError:
                pass
        """),
    attack("cpp-checker-changes-itself", "a compiled checker cannot rewrite itself for the next output", RIGHT, AC,
           tests=TESTS, own=own("dmoj", CPP_REWRITES, "cpp17"), then=THEN),
    hostile("checker-limits", "limits, masks and niceness of one check are not the next one's", "", AC, after="""
        import resource, signal
        for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_CPU, resource.RLIMIT_NPROC):
            try:
                resource.prlimit(os.getppid(), limit, (1, 1))
            except (OSError, ValueError):
                pass
            resource.setrlimit(limit, (1, 1))
        os.umask(0o777)
        os.nice(19)
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))
        os._exit(42 if right else 43)
        """),
    hostile("checker-counts", "a checker cannot count its runs", """
        places = ('/tmp', '/dev/shm', '/var/tmp', '/run/lock', '/dev/mqueue', '.', 'feedback', os.path.expanduser('~'))
        if any(os.path.exists(f'{place}/again') for place in places) or 'AGAIN' in os.environ:
            os._exit(9)
        os.environ['AGAIN'] = '1'
        for place in places:
            try:
                open(f'{place}/again', 'w').close()
            except OSError:
                pass
        """, AC),
    *(
        remembers(f"checker-remembers-{channel.slug}", f"a checker sees nothing of earlier outputs by {channel.name}",
                  channel.look, channel.leave)
        for channel in CHANNELS if channel.slug in REMEMBERED
    ),
    # against other problems
    attack("checker-seeks-answers", "a checker finds nothing of other problems' answers and programs", RIGHT, AC,
           tests=TESTS, own=own("dmoj", SEEKER, time_limit_s=5.0), then=((RIGHT + "#", AC),), alike=True),
    attack("checker-of-the-host", "a checker's file that names one of the host's is not that file", RIGHT, AC,
           tests=ONE, own=own("kattis", f"{LINK_TO_HOST}\nsys.exit(42)")),
    attack("checker-accepts-all", "a checker that accepts all accepts no program that fails",
           "print(1)\nraise SystemExit(1)", Verdict.RE, tests=ONE, own=ACCEPTS_ALL),
    # when it is compiled
    compiles("checker-does-not-parse", "a checker that does not parse is nobody's wrong answer", "(" * 100_000,
             "does not compile", "python3"),
    compiles("cpp-checker-includes-host", "a checker that includes a file of the host's learns nothing of it",
             '#include "@BAIT@"\nint main() {}', "not there"),
    compiles("cpp-checker-includes-device", "a checker that includes an endless device is given up",
             '#include "/dev/zero"\nint main() {}', "does not compile"),
    compiles("cpp-checker-template-bomb", "a checker that keeps its compiler busy is given up",
             "template<int n> struct A { static const int v = A<n-1>::v + A<n-2>::v * A<n-1>::v; };\n"
             "template<int a, int b> struct B { using X = typename B<a, b-1>::X; using Y = typename B<a-1, b>::X; };\n"
             "template<int b> struct B<0, b> { using X = int; };\ntemplate<int a> struct B<a, 0> { using X = int; };\n"
             "int main() { return sizeof(B<400, 400>::X); }", "does not compile"),
    compiles("cpp-checker-huge", "a checker of gigabytes is given up", "char all[4L << 30] = {1};\nint main() {}",
             "does not compile"),
)  # fmt: skip
