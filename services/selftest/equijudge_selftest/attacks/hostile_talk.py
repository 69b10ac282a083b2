"""Programs that talk to an interactor and play with the pipes between them, and interactors that are hostile.

The game: guess a number from 1 to 100 in seven questions. After every attack the same interactor judges an honest
program and one that asks too much, and attack_runner.py others."""

from __future__ import annotations

from textwrap import dedent

from equijudge_core.contracts.own_checker import OwnChecker
from equijudge_core.contracts.verdict import Verdict
from equijudge_selftest.attacks.attack import QUICK, ROOMY, Attack, attack, of_topic
from equijudge_selftest.attacks.checked_outputs import own
from equijudge_selftest.attacks.checker_seekers import (
    DESCRIPTORS,
    FILES,
    MEMORY,
    OPEN_HANDED,
    PATTERN,
    PROCESSES,
    SOCKETS,
    UNTIL_FOUND,
    WORD,
)
from equijudge_selftest.topics import Topic

AC, IE, MLE, OLE, RE, TLE, WA = (Verdict(name) for name in ("AC", "IE", "MLE", "OLE", "RE", "TLE", "WA"))
TESTS = (("42 7\n", "6\n"),)
GAME = """
import sys
secret, most = map(int, open('input').read().split())
for asked in range(most):
    line = sys.stdin.readline()
    if not line.strip().isdigit():
        open('feedback/judgemessage.txt', 'w', errors='replace').write('no number: ' + line)
        sys.exit(43)
    guess = int(line)
    print('right' if guess == secret else 'less' if guess > secret else 'more', flush=True)
    if guess == secret:
        sys.exit(42)
sys.exit(43)
"""
PLAY = """
low, high, said = 1, 100, ''
while said != 'right':
    middle = (low + high) // 2
    say(f'{middle}\\n')
    said = hear()
    low, high = (middle + 1, high) if said == 'more' else (low, middle - 1)
"""
PLAIN = "def say(text): print(end=text, flush=True)\nhear = input\n"
HONEST = PLAIN + PLAY
THEN = ((HONEST, AC), ("for guess in range(1, 101):\n    print(guess, flush=True)\n    input()\n", WA))
INTERACTOR = own("kattis", GAME)


def talks(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """A program that talks to the honest interactor; it plays in the end where PLAY stands behind it."""
    given: dict[str, object] = {"tests": TESTS, "interactor": INTERACTOR, "then": THEN, "limits": QUICK, **more}
    return attack(slug, name, source, *accept, **given)


def plays(slug: str, name: str, before: str, *accept: Verdict, say: str = "", after: str = "") -> Attack:
    """An honest program but for what it does before, how it talks, or what it does after."""
    source = dedent(before) + (dedent(say) or PLAIN) + PLAY + dedent(after)
    return talks(slug, name, source, *(accept or (AC,)))


def interacts(slug: str, name: str, source: str, *accept: Verdict, **more: object) -> Attack:
    """An honest program and an interactor that is not."""
    interactor: OwnChecker = own("kattis", f"import os, sys, time\n{dedent(source)}")
    given: dict[str, object] = {"tests": TESTS, "interactor": interactor, "limits": QUICK, **more}
    return attack(slug, name, HONEST, *accept, **given)


def seeks(slug: str, name: str, look: str) -> Attack:
    """A program that looks for what its interactor, which runs beside it and hides nothing, waits for."""
    source = PATTERN + look + UNTIL_FOUND
    hears = OPEN_HANDED.source.replace("open('output', errors='replace').read()", "sys.stdin.readline()")
    interactor = own("dmoj", hears, time_limit_s=2.0, flags=(WORD,), files={"secret.txt": WORD})
    then = ((source, WA),)
    return talks(slug, name, source, WA, tests=(("0\n", WORD),), interactor=interactor, then=then, limits=ROOMY)


CHILD_HOLDS = "if os.fork() == 0:\n    os.setsid()\n    time.sleep(60)\n"
ATTACKS = of_topic(
    Topic.CONVERSATIONS,
    talks("talk-honestly", "an honest program is accepted, and who asks too much is not", HONEST, AC),
    # who says too much, too little, or nothing
    talks("talk-flood", "a flood of questions is too many",
          "import sys\nwhile True: sys.stdout.write('50\\n' * 10000)", WA, OLE),
    talks("talk-flood-without-end", "a line without an end is no way to an IE",
          "import os\nwhile True: os.write(1, b'7' * 65536)", WA, OLE, MLE, TLE),
    talks("talk-line-without-end", "who waits behind half a megabyte without a line end waits for nothing",
          "import os, time\nos.write(1, b'7' * 500_000)\ntime.sleep(60)", TLE, WA),
    talks("talk-silence", "two that wait for one another are told so", "import time\ntime.sleep(60)", TLE,
          reason="idle"),
    talks("talk-half-a-line", "half a line is waited for in vain", "print(end='50', flush=True)\ninput()", TLE,
          reason="idle"),
    *(
        talks(f"talk-dribbles-{often}", f"who says a little {often} keeps itself waiting",
              f"import os, time\nwhile True:\n    os.write(1, b'5')\n    time.sleep({pause_s})", TLE, WA, RE)
        for often, pause_s in (("often", 0.12), ("repeatedly", 0.3), ("seldom", 0.6))
    ),
    talks("talk-never-reads", "who does not listen is judged by what it says",
          "import time\nfor guess in range(1, 9): print(guess, flush=True)\ntime.sleep(60)", WA),
    talks("talk-exits", "who leaves at once has not guessed", "raise SystemExit(0)", WA),
    talks("talk-crashes", "who crashes has failed by itself", f"{PLAIN}say('50\\n')\nhear()\nraise ValueError", RE),
    talks("talk-stops-itself", "who stops itself is late",
          "import os, signal\nprint(50, flush=True)\nos.kill(os.getpid(), signal.SIGSTOP)", TLE, WA),
    talks("talk-fork-bomb", "a fork bomb in conversation ends with it", """
          import os
          while True:
              try:
                  os.fork()
              except OSError:
                  pass
          """.replace("\n          ", "\n"), TLE, RE, MLE, WA),
    plays("talk-in-single-bytes", "a program may talk a byte at a time", "import os\n",
          say="def say(text):\n    for byte in text.encode(): os.write(1, bytes([byte]))\nhear = input\n"),
    # who plays with the pipes
    plays("talk-resizes-pipes", "pipes may be made small and large", """
        import fcntl
        for size in (4096, 1 << 20, 4096):
            for number in (0, 1):
                try:
                    fcntl.fcntl(number, 1031, size)
                except OSError:
                    pass
        """),
    plays("talk-never-blocks", "what a program sets for its ends is not set for the judge's", "import os, select\n",
          say="""
        for number in (0, 1):
            os.set_blocking(number, False)
        def say(text): os.write(1, text.encode())
        def hear():
            select.select([0], [], [])
            return os.read(0, 99).decode().strip()
        """),
    plays("talk-in-packets", "packets are a stream to the other", "import fcntl, os\n", say="""
        fcntl.fcntl(1, fcntl.F_SETFL, os.O_DIRECT | os.O_APPEND)
        def say(text):
            os.write(1, text[:1].encode())
            os.write(1, text[1:].encode())
        hear = input
        """),
    plays("talk-splices", "what was taken stays said, though it came out of a file that changes", "import os\n", say="""
        def say(text):
            with open('said', 'w+b', 0) as file:
                file.write(text.encode())
                os.splice(file.fileno(), 1, len(text), offset_src=0)
                global kept
                kept = os.dup(file.fileno())
        def hear():
            said = input()
            os.pwrite(kept, b'99\\n', 0)
            return said
        """),
    plays("talk-gives-pages", "pages cannot be given to a pipe and changed", """
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        text = ctypes.create_string_buffer(b'50\\n')
        vector = (ctypes.c_size_t * 2)(ctypes.addressof(text), 3)
        if libc.vmsplice(1, vector, 1, 8) >= 0:
            raise SystemExit('given')
        """),
    talks("talk-echoes", "a pipe joined to itself says nothing new", """
          import ctypes, os
          print(50, flush=True)
          libc = ctypes.CDLL(None)
          while libc.tee(0, 1, 4096, 0) > 0:
              os.read(0, 4096)
          """.replace("\n          ", "\n"), WA),
    talks("talk-to-itself", "who writes into its own stdin fools itself alone", """
          import os
          print(50, flush=True)
          os.write(os.open('/proc/self/fd/0', os.O_WRONLY), b'right\\n' * 99)
          while input() != 'right': pass
          """.replace("\n          ", "\n"), WA),
    talks("talk-hears-itself", "who reads its own stdout takes its own words away", """
          import os
          own = os.open('/proc/self/fd/1', os.O_RDONLY | os.O_NONBLOCK)
          for _ in range(20000):
              os.write(1, b'42\\n')
              try:
                  os.read(own, 3)
              except BlockingIOError:
                  pass
          """.replace("\n          ", "\n"), WA, AC, RE, TLE),
    plays("talk-asks-for-signals", "no end of a pipe can be made to send signals, or be leased", """
        import fcntl, os, struct
        for number in (0, 1):
            for what, value in ((8, os.getppid()), (8, 1), (10, 9), (1024, 0), (1024, 1), (1026, 0xff)):
                try:
                    fcntl.fcntl(number, what, value)
                except OSError:
                    pass
            for what in (0x5452, 0x8901, 0x8902):
                try:
                    fcntl.ioctl(number, what, struct.pack('i', 1))
                except OSError:
                    pass
        """),
    plays("talk-forges-frames", "what is written to other descriptors is heard by nobody", """
        import os, struct
        for number in range(3, 1024):
            try:
                os.write(number, struct.pack('!cI', b'A', 3) + b'42\\n' + struct.pack('!cI', b'O', 60) + bytes(60))
            except OSError:
                pass
        """),
    plays("talk-signals-all", "signals to all reach no interactor", """
        import os, signal
        for pid in (-1, 1, os.getppid()):
            try:
                os.kill(pid, signal.SIGTERM)
            except OSError:
                pass
        """),
    # who does not end when it should
    talks("talk-closes-stdout", "who closes its stdout has said all",
          "import os, time\nprint(50, flush=True)\ninput()\nos.close(1)\ntime.sleep(60)", WA, TLE),
    talks("talk-closes-stdin", "who closes its stdin is told nothing, and asks too much",
          "import os\nos.close(0)\nfor guess in range(1, 30): os.write(1, b'%d\\n' % guess)", WA),
    talks("talk-child-holds-pipes", "a child that holds the pipes keeps nobody waiting",
          f"import os, time\n{CHILD_HOLDS}", WA),
    talks("talk-child-goes-on", "a child does not go on when its program has ended",
          f"import os, time\nif os.fork():\n    os._exit(0)\nos.setsid()\ntime.sleep(0.1)\n{HONEST}", WA),
    plays("talk-beyond-the-end", "what is said beyond the end does not count", "", AC, after="""
        try:
            for _ in range(1000): say('1\\n')
        except OSError:
            pass
        """),
    plays("talk-never-ends", "who does not end when all is said is late", "import time\n", TLE,
          after="time.sleep(60)\n"),
    talks("talk-escapes", "what a terminal obeys is not in what is shown of a conversation",
          "print('\\x1b[2J\\x9b1m\\u202e\\0\\r\\x07 50', flush=True)\ninput()", WA, RE),
    talks("talk-no-utf-8", "bytes that are no text are no IE",
          "import os\nos.write(1, bytes(range(256)) + b'\\n')\ninput()", WA, RE),
    # who looks for the secret
    seeks("talk-seeks-files", "no program finds its interactor's files", FILES),
    seeks("talk-seeks-processes", "no program sees its interactor's processes", PROCESSES),
    seeks("talk-seeks-descriptors", "no program reaches what its interactor has opened", DESCRIPTORS),
    seeks("talk-seeks-memory", "no program finds its interactor's secret in memory", MEMORY),
    seeks("talk-seeks-sockets", "no program sees its interactor's sockets", SOCKETS),
    # hostile interactors
    interacts("interactor-floods", "an interactor that talks without end is ended",
              "while True: os.write(1, b'more\\n' * 10000)", IE, WA, TLE, RE),
    interacts("interactor-floods-the-deaf", "what nobody reads is held within bounds",
              "sys.stdin.readline()\nos.write(1, b'more\\n' * (4 << 20))\nsys.exit(42)", AC, WA, TLE, RE, IE),
    interacts("interactor-silent", "an interactor that says nothing does not hold a program for ever",
              "time.sleep(60)", IE),
    interacts("interactor-endless", "an endless interactor is ended, and blames nobody", "while True: pass", IE),
    interacts("interactor-half-a-line", "half an answer is waited for in vain",
              "sys.stdin.readline()\nos.write(1, b'les')\nsys.stdin.readline()", TLE, IE),
    interacts("interactor-dies", "an interactor that dies at once is nobody's wrong answer",
              "os.kill(os.getpid(), 9)", IE),
    interacts("interactor-exits", "an exit status that means nothing is nobody's wrong answer", "os._exit(7)", IE),
    interacts("interactor-closes-stdin", "an interactor that hears nothing rules all the same",
              "os.close(0)\nsys.exit(42)", RE, WA, AC),
    interacts("interactor-closes-stdout", "an interactor that closes its stdout and waits holds nobody for ever",
              "os.close(1)\ntime.sleep(60)", RE, TLE, IE),
    interacts("interactor-memory", "an interactor that takes all memory is ended",
              "held = []\nwhile True: held.append(bytearray(1 << 20))", IE),
    interacts("interactor-fork-bomb", "an interactor's fork bomb ends with it",
              "while True:\n    try:\n        os.fork()\n    except OSError:\n        pass", IE),
    interacts("interactor-children-hold-pipes", "children of an interactor keep nobody waiting",
              f"{CHILD_HOLDS}{GAME}", AC, then=THEN),
    interacts("interactor-child-goes-on", "a child says nothing when its interactor has ended",
              "if os.fork():\n    os._exit(43)\nos.setsid()\nwhile True: os.write(1, b'right\\n')", WA),
    interacts("interactor-signals-all", "an interactor's signals reach no program", """
        for number in (15, 9):
            for pid in (-1, 1, os.getppid()):
                try:
                    os.kill(pid, number)
                except OSError:
                    pass
        """ + GAME.replace("\n", "\n        "), AC, then=THEN),
    interacts("interactor-forges-frames", "what an interactor writes to other descriptors is heard by nobody", """
        for number in range(3, 1024):
            try:
                os.write(number, b'A\\0\\0\\0\\6right\\nO\\0\\0\\0\\0D\\0\\0\\0\\0')
            except OSError:
                pass
        """ + GAME.replace("\n", "\n        "), AC, then=THEN),
    interacts("interactor-counts", "an interactor sees nothing of the conversation before", """
        places = ('/tmp', '/dev/shm', '/var/tmp', '/run/lock', '/dev/mqueue', '.', 'feedback')
        if any(os.path.exists(f'{place}/again') for place in places) or 'AGAIN' in os.environ:
            os._exit(9)
        os.environ['AGAIN'] = '1'
        for place in places:
            try:
                open(f'{place}/again', 'w').close()
            except OSError:
                pass
        """ + GAME.replace("\n", "\n        "), AC, then=THEN),
    interacts("interactor-changes-pipes", "what an interactor does to its ends is not done to the judge's", """
        import fcntl
        for number in (0, 1):
            try:
                fcntl.fcntl(number, 1031, 1 << 20)
                fcntl.fcntl(number, 1031, 4096)
            except OSError:
                pass
        fcntl.fcntl(1, fcntl.F_SETFL, os.O_DIRECT | os.O_NONBLOCK)
        """ + GAME.replace("\n", "\n        "), AC, then=THEN),
)  # fmt: skip
# Judged after every attack in conversation.
WITNESS = Attack(
    "talk-witness", "another conversation is as ever", HONEST, (AC,), TESTS, interactor=INTERACTOR, then=THEN[1:]
)
