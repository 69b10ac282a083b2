import sys
from functools import cache


def main():
    tokens = iter(map(int, sys.stdin.read().split()))
    n, q = next(tokens), next(tokens)
    boss = [0, 0] + [next(tokens) for _ in range(n - 1)]

    @cache
    def level(v):
        return 0 if v == 0 else level(boss[v]) + 1

    # 0 is above everybody; lift[v][j] is 2 ** j steps higher
    width = n.bit_length()
    lift = [[b] for b in boss]
    for j in range(1, width):
        for v in range(n + 1):
            lift[v].append(lift[lift[v][j - 1]][j - 1])

    def raise_by(v, steps):
        j = 0
        while steps:
            if steps & 1:
                v = lift[v][j]
            steps >>= 1
            j += 1
        return v

    for _ in range(q):
        x, y = next(tokens), next(tokens)
        gap = level(x) - level(y)
        if gap > 0:
            x = raise_by(x, gap)
        else:
            y = raise_by(y, -gap)
        if x == y:
            print(x)
            continue
        j = width
        while j:
            j -= 1
            if lift[x][j] != lift[y][j]:
                x, y = lift[x][j], lift[y][j]
        print(boss[x])


main()
