import sys


def solve():
    it = map(int, sys.stdin.buffer.read().split())
    n = next(it)
    m = next(it)
    src, dst, toll = [], [], []
    for _ in range(m):
        src.append(next(it) - 1)
        dst.append(next(it) - 1)
        toll.append(next(it))

    BIG = 1 << 40
    # to_goal[v]: price from v to the last town
    to_goal = [BIG] * n
    to_goal[-1] = 0
    for rnd in range(n):
        changed = 0
        for e in range(m):
            cand = toll[e] + to_goal[dst[e]]
            if cand < to_goal[src[e]]:
                to_goal[src[e]] = cand
                changed += 1
        if not changed:
            break
    return to_goal[0] if to_goal[0] < BIG else -1


print(solve())
