import sys


def main():
    n, *a = map(int, sys.stdin.read().split())
    size = 1
    while size < n:
        size *= 2
    t = [-1] * size + a + [-1] * (size - n)
    for i in range(size - 1, 0, -1):
        t[i] = max(t[2 * i], t[2 * i + 1])

    def first(node, lo, hi, start, value):
        """leftmost number > value at a position >= start"""
        if hi <= start or t[node] <= value:
            return -1
        if hi - lo == 1:
            return t[node]
        mid = (lo + hi) // 2
        left = first(2 * node, lo, mid, start, value)
        return left if left >= 0 else first(2 * node + 1, mid, hi, start, value)

    print(*[first(1, 0, size, i + 1, a[i]) for i in range(n)])


main()
