"""Does what the first word of its input says. Read by Python 2 and 3, by CPython and by PyPy."""

from __future__ import print_function

import os
import sys
import threading
import time

MIB = 1 << 20
stdin = getattr(sys.stdin, "buffer", sys.stdin)
stdout = getattr(sys.stdout, "buffer", sys.stdout)
stderr = getattr(sys.stderr, "buffer", sys.stderr)
data = stdin.read()
words = data.split()
what = words[0].decode() if words else "empty"


def depth(n):
    return 1 + depth(n - 1) if n else 0


def keep(mib, garbage=0):
    kept = []
    while len(kept) < mib:
        kept.append(bytearray(b"x") * MIB)
    for _ in range(garbage):
        bytearray(b"x") * MIB
    return len(kept)


def share(part, sums):
    sums[part] = sum(range(part, 1000001, 4))


if what == "empty":
    print("empty")
elif what == "hello":
    print("hello")
elif what == "sum":
    print(sum(map(int, words[2:])))
elif what == "wide":
    a, b = int(words[1]), int(words[2])
    print(a * b, a * b % 998244353)
elif what == "exit":
    print("before")
    sys.exit(3)
elif what == "crash":
    os.abort()
elif what == "throw":
    raise ValueError("thrown")
elif what == "recurse":
    if int(words[1]) < 10**6:
        sys.setrecursionlimit(10**6)
    print(depth(int(words[1])))
elif what == "threads":
    sums = [0] * 4
    threads = [threading.Thread(target=share, args=(part, sums)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sum(sums))
elif what == "utf8":
    line = data.splitlines()[1].decode("utf-8")
    stdout.write((u"%d %s\n" % (len(line), line)).encode("utf-8"))
elif what == "sleep":
    time.sleep(60)
elif what == "burn":
    while True:
        pass
elif what == "hog":
    keep(1 << 20)
elif what == "fill":
    print(keep(int(words[1])))
elif what == "churn":
    print(keep(int(words[1]), 600))
elif what == "flood":
    while True:
        stdout.write(b"x" * 65536)
elif what == "close":
    print("done")
    sys.stdout.flush()
    os.close(1)
elif what == "stderr":
    stderr.write(b"e" * MIB)
    print("ok")
