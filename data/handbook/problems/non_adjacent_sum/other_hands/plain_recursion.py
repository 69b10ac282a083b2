import sys

n = int(sys.stdin.readline())
v = [int(x) for x in sys.stdin.readline().split()]


def rob(i, allowed):
    if i == n:
        return 0
    best = rob(i + 1, True)
    if allowed:
        best = max(best, v[i] + rob(i + 1, False))
    return best


print(rob(0, True))
