import sys
from bisect import bisect_right


def main():
    n, q, *rest = map(int, sys.stdin.read().split())
    places = {}
    for i in range(n):
        places.setdefault(rest[i], []).append(i)
    lists = list(places.values())
    out = []
    for j in range(n, n + 2 * q, 2):
        l, r = rest[j] - 1, rest[j + 1] - 1
        out.append(sum(bisect_right(p, r) > bisect_right(p, l - 1) for p in lists))
    print(*out, sep="\n")


main()
