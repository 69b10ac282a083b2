import sys

sys.setrecursionlimit(10000)


def main():
    n, *a = map(int, sys.stdin.read().split())
    nxt = [None] * n

    def follow(i, value):
        """the first position with a number above value on the chain that starts at i"""
        if i is None or a[i] > value:
            return i
        return follow(nxt[i], value)

    for i in reversed(range(n - 1)):
        nxt[i] = follow(i + 1, a[i])
    out = []
    for j in nxt:
        out.append("-1" if j is None else str(a[j]))
    sys.stdout.write(" ".join(out) + "\n")


main()
