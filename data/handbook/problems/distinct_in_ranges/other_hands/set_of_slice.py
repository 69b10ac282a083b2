import sys


def kinds(words):
    found = set()
    found.update(words)
    return len(found)


def run(stream, out):
    _, q = stream.readline().split()
    words = tuple(stream.readline().split())
    for _ in range(int(q)):
        first, last = (int(x) for x in stream.readline().split())
        piece = words[slice(first - 1, last)]
        out.write(f"{kinds(piece)}\n")


run(sys.stdin, sys.stdout)
