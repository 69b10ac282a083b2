import sys


def main():
    data = sys.stdin.buffer.read().split()
    n, q = int(data[0]), int(data[1])
    tree = [0] * (n + 1)

    def add(i, x):
        while i <= n:
            tree[i] += x
            i += i & -i

    def prefix(i):
        s = 0
        while i:
            s += tree[i]
            i &= i - 1
        return s

    for i in range(1, n + 1):
        tree[i] += int(data[i + 1])
        j = i + (i & -i)
        if j <= n:
            tree[j] += tree[i]
    out = []
    at = n + 2
    for _ in range(q):
        x, y = int(data[at + 1]), int(data[at + 2])
        if data[at] == b"+":
            add(x, y)
        else:
            out.append(prefix(y) - prefix(x - 1))
        at += 3
    print("\n".join(map(str, out)))


main()
