# powers of two from the widest to the narrowest: skip a block while its maximum is too small
import sys


def main():
    data = sys.stdin.buffer.read().split()
    n = int(data[0])
    a = [int(x) for x in data[1 : n + 1]]
    levels = [a]
    width = 1
    while width * 2 <= n:
        prev = levels[-1]
        row = []
        for i in range(n - 2 * width + 1):
            row.append(prev[i] if prev[i] > prev[i + width] else prev[i + width])
        levels.append(row)
        width *= 2
    for i in range(n):
        p = i + 1
        for level in range(len(levels) - 1, -1, -1):
            if p + (1 << level) <= n and levels[level][p] <= a[i]:
                p += 1 << level
        print(a[p] if p < n else -1, end=" " if i < n - 1 else "\n")


main()
