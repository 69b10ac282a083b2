import sys

it = iter(map(int, sys.stdin.read().split()))
h, w = next(it), next(it)
toll = [[next(it) for _ in range(w)] for _ in range(h)]

WALL = 10 ** 7
least = [[WALL] * (w + 1) for _ in range(h + 1)]
least[h][w - 1] = 0
r = h
while r:
    r -= 1
    c = w
    while c:
        c -= 1
        least[r][c] = toll[r][c] + min(least[r + 1][c], least[r][c + 1])
print(least[0][0])
