import sys

sys.setrecursionlimit(1 << 14)


def solve(old, new):
    known = [[None] * (len(new) + 1) for _ in range(len(old) + 1)]

    def d(p, q):
        if p == 0 or q == 0:
            return p + q
        got = known[p][q]
        if got is None:
            got = d(p - 1, q - 1) + (0 if old[p - 1] == new[q - 1] else 1)
            got = min(got, d(p, q - 1) + 1, d(p - 1, q) + 1)
            known[p][q] = got
        return got

    return d(len(old), len(new))


a, b = sys.stdin.read().split("\n")[:2]
print(solve(a.strip(), b.strip()))
