import sys


def main():
    it = map(int, sys.stdin.read().split())
    n, m = next(it), next(it)
    reach = [0] * n
    for _ in range(m):
        a = next(it)
        reach[a - 1] |= 1 << (next(it) - 1)
    for middle in range(n):
        for v in range(n):
            if reach[v] >> middle & 1:
                reach[v] |= reach[middle]
    print("YES" if any(reach[v] >> v & 1 for v in range(n)) else "NO")


main()
