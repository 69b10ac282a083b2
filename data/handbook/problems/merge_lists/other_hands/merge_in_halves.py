import sys
from collections import deque


def zip_up(x, y):
    x, y = deque(x), deque(y)
    z = []
    while x and y:
        z.append(x.popleft() if x[0] < y[0] else y.popleft())
    z.extend(x or y)
    return z


def join(rows, lo, hi):
    """rows[lo:hi] as one list"""
    if lo == hi:
        return []
    if lo + 1 == hi:
        return rows[lo]
    m = lo + (hi - lo) // 2
    return zip_up(join(rows, lo, m), join(rows, m, hi))


lines = sys.stdin.read().splitlines()
rows = [[int(v) for v in ln.split()][1:] for ln in lines[1:]]
print(*join(rows, 0, len(rows)))
