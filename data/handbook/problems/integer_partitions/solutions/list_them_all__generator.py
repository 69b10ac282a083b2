import sys


def partitions(n):
    """all partitions of n as falling lists, from n itself to ones only"""
    parts = [n]
    while True:
        yield parts
        ones = 0
        while parts and parts[-1] == 1:
            parts.pop()
            ones += 1
        if not parts:
            return
        size = parts.pop() - 1
        rest = ones + 1 + size
        while rest > size:
            parts.append(size)
            rest -= size
        if rest:
            parts.append(rest)


n = int(sys.stdin.read())
print(sum(1 for _ in partitions(n)) if n else 1)
