# everybody takes over the smallest number among their friends until nothing moves
import sys


def main():
    it = iter(map(int, sys.stdin.read().split()))
    n, m = next(it), next(it)
    pairs = [(next(it) - 1, next(it) - 1) for _ in range(m)]
    name = [v for v in range(n)]
    while True:
        new = name[:]
        for a, b in pairs:
            new[a] = min(new[a], name[b])
            new[b] = min(new[b], name[a])
        if new == name:
            break
        name = new
    representatives = 0
    for v in range(n):
        if name[v] == v:
            representatives += 1
    print(representatives)


main()
